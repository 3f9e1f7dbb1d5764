"""Whether a redline holds both drafts: accepted it must read as B does, rejected as A does."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.errors import TreatydiffError
from treatydiff.model import Draft, SourceText
from treatydiff.records import dataclass
from treatydiff.redline.word.leaves import is_sign
from treatydiff.redline.word.story import StoryParagraph
from treatydiff.report.kit.printed_lines import printed_lines

_SHOWN = 60
"""Characters of a text that a difference quotes."""


class UnprovenError(TreatydiffError):
    """The drafts cannot be restored from what was marked, or the file cannot be marked; the reason."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A paragraph or note as our reader has it: what it is called, its place in a table, its words."""

    called: str
    cell: tuple[int, int, int] | None
    words: str


def sayings(text: SourceText) -> list[Saying]:
    """All paragraphs of a file, with their numbers, and all its footnotes and endnotes.

    Tables and rows count by what they hold, so that one which a redline takes out leaves no gap.

    Args:
        text: what the reader returned.
    """
    tables: dict[int, int] = {}
    rows: dict[tuple[int, int], int] = {}
    found: list[Saying] = []
    for at, block in enumerate(text.blocks, start=1):
        cell = None
        if block.cell is not None:
            table, row, column = block.cell
            number = tables.setdefault(table, len(tables))
            before = sum(1 for known, _ in rows if known == table)
            cell = (number, rows.setdefault((table, row), before), column)
        found.append(Saying(f"paragraph {at}", cell, _plain(f"{block.number} {block.text}")))
    found += [
        Saying(f"{note.kind} {note.label}", None, _plain(note.text))
        for note in text.notes
        if note.kind != "comment"
    ]
    return found


def difference(said: Sequence[Saying], wanted: Sequence[Saying]) -> str:
    """Where two files first say something else; empty where they say the same.

    Args:
        said: what the redline says.
        wanted: what the draft says.
    """
    for one, other in zip(said, wanted, strict=False):
        if one.words != other.words:
            return f"{other.called}: {_quoted(one.words, other.words)}"
        if one.cell != other.cell:
            return f"{other.called}, “{_cut(other.words)}”: it stands in another cell"
    if len(said) > len(wanted):
        return f"the redline also has “{_cut(said[len(wanted)].words)}”"
    if len(said) < len(wanted):
        return f"the redline lacks {wanted[len(said)].called}, “{_cut(wanted[len(said)].words)}”"
    return ""


def typed_difference(text: SourceText, lines: Sequence[StoryParagraph], fixed: Sequence[str]) -> str:
    """Where a file first departs from the lines of a draft that is no Word file; empty where it does not.

    Args:
        text: the redline, read.
        lines: of the draft, in order.
        fixed: paragraphs of the marked file that belong to neither draft's provisions, in order.
    """
    wanted = [_plain("".join(c for c in f"{each.label} {each.text}" if not is_sign(c))) for each in lines]
    beside = [_plain(each) for each in fixed]
    for block in text.blocks:
        own = "".join(run.text for run in block.runs if run.note is None)
        said = _plain(f"{block.number} {own}")
        if wanted and said == wanted[0]:
            wanted.pop(0)
        elif beside and _plain(own) == beside[0]:
            beside.pop(0)
        else:
            return _quoted(said, wanted[0] if wanted else "")
    return f"the redline lacks “{_cut(wanted[0])}”" if wanted else ""


def draft_difference(said: Draft, wanted: Draft) -> str:
    """Where the provisions of two drafts first say other words; empty where they say the same.

    Titles and front matter are left out: what counts as either hangs on how a page is set.

    Args:
        said: the redline, read and parsed.
        wanted: the draft.
    """
    one, other = _words(said), _words(wanted)
    for at, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return _quoted(" ".join(one[max(0, at - 4) : at + 6]), " ".join(other[max(0, at - 4) : at + 6]))
    if len(one) != len(other):
        rest = " ".join((one if len(one) > len(other) else other)[min(len(one), len(other)) :])
        return f"the redline {'also has' if len(one) > len(other) else 'lacks'} “{_cut(rest)}”"
    return ""


def _words(draft: Draft) -> list[str]:
    return " ".join(line.whole for line in printed_lines(draft) if line.role != "title").split()


def _plain(text: str) -> str:
    return " ".join(text.split())


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _quoted(said: str, wanted: str) -> str:
    """Both texts from a little before they part."""
    same = next((n for n, (a, b) in enumerate(zip(said, wanted, strict=False)) if a != b),
                min(len(said), len(wanted)))  # fmt: skip
    start = max(0, same - 20)
    lead = "…" if start else ""
    return (
        f"the redline says “{lead}{_cut(said[start:])}” where the draft says “{lead}{_cut(wanted[start:])}”"
    )
