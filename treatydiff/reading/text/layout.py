"""What the layout of a plain text tells: paragraphs, indents, centred lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import quantiles

from treatydiff.model import Block, Run
from treatydiff.records import dataclass

COLUMN_POINTS = 6.0
"""Width given to one column of a text file, in points."""

_SENTENCE_ENDS = tuple(".;:,?!。；：，？！؛،")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line that holds something: its words, first column, the empty lines above it, its page.

    `after_furniture` says that a page ended above it, so that the space there means nothing. `calls`
    are the markers of notes in it: start, end, label.
    """

    text: str
    column: int
    blank_above: int
    page: int | None = None
    after_furniture: bool = False
    calls: tuple[tuple[int, int, str], ...] = ()

    @property
    def end(self) -> int:
        """The column behind the last character."""
        return self.column + len(self.text)


@dataclass(frozen=True, slots=True)
class _Measure:
    """The columns between which a text was set."""

    left: int
    right: float

    def centres(self, line: TextLine) -> bool:
        """Whether a line stands in the middle, clear of both margins."""
        width = self.right - self.left
        if line.column < self.left + 6 or len(line.text) > 0.8 * width:
            return False
        return abs((line.column + line.end) / 2 - (self.left + self.right) / 2) <= max(2.5, 0.04 * width)


def blocks_of(lines: Sequence[TextLine]) -> tuple[Block, ...]:
    """One block a line.

    Args:
        lines: lines that hold something, in order.
    """
    measure = _measure(lines)
    centred_columns = _centred_columns(lines, measure)
    spaced_out = measure is not None and _is_double_spaced(lines)
    blocks: list[Block] = []
    for index, line in enumerate(lines):
        blank = 0 if line.after_furniture else max(0, line.blank_above - spaced_out)
        starts = True if index == 0 or blank else None
        clear_above = starts or line.after_furniture or blocks[-1].centred
        centred = measure is not None and clear_above and line.column in centred_columns
        x0 = line.column * COLUMN_POINTS
        blocks.append(
            Block(
                index=index,
                runs=_runs(line),
                page=line.page,
                x0=x0,
                x1=line.end * COLUMN_POINTS,
                gap=float(blank),
                centred=centred and measure is not None and measure.centres(line),
                starts_paragraph=starts,
            )
        )
    return tuple(blocks)


def _runs(line: TextLine) -> tuple[Run, ...]:
    runs: list[Run] = []
    end = 0
    for start, stop, label in line.calls:
        runs += [Run(line.text[end:start]), Run(line.text[start:stop], note=label)]
        end = stop
    runs.append(Run(line.text[end:]))
    return tuple(run for run in runs if run.text)


def _measure(lines: Sequence[TextLine]) -> _Measure | None:
    """The measure of a text whose lines were set to one; None where lines are whole paragraphs."""
    if len(lines) < 20:
        return None
    right = quantiles([line.end for line in lines], n=20)[18]
    if not 40 <= right <= 130:
        return None
    full = Counter(line.column for line in lines if line.end > 0.8 * right)
    return _Measure(min(full, key=lambda column: (-full[column], column)), right)


def _centred_columns(lines: Sequence[TextLine], measure: _Measure | None) -> frozenset[int]:
    """Columns where most lines stand in the middle; elsewhere lines are indented, not centred.

    Titles of one length ("Article 12", "Article 13") share a column too, so a column that many
    lines begin in is judged by what share of them is in the middle.
    """
    if measure is None:
        return frozenset()
    middling: defaultdict[int, list[bool]] = defaultdict(list)
    for line in lines:
        middling[line.column].append(measure.centres(line))
    return frozenset(column for column, found in middling.items() if sum(found) >= 0.6 * len(found))


def _is_double_spaced(lines: Sequence[TextLine]) -> bool:
    """Whether an empty line stands between all lines, also inside sentences."""
    below = lines[1:]
    spaced = sum(line.blank_above > 0 for line in below)
    if spaced <= 0.9 * len(below):
        return False
    # Headings are short and have no full stop either; only lines set full tell where sentences go on.
    full = 0.6 * max(len(line.text) for line in lines)
    long = [line for line in lines if len(line.text) >= full]
    unfinished = sum(not line.text.endswith(_SENTENCE_ENDS) for line in long)
    return unfinished > 0.6 * len(long)
