"""Plain text, one block a line; what the layout of a text file can tell is kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from statistics import quantiles

from treatydiff.errors import ReadError
from treatydiff.model import Block, Diagnostic, Furniture, Run, Source, SourceText
from treatydiff.read.decoding import decode_text, without_invisible
from treatydiff.read.sniff import TEXT
from treatydiff.read.text_pages import PageMarks, find_page_marks, pages_of_lines
from treatydiff.settings import Settings

COLUMN_POINTS = 6.0
"""Width given to one column of a text file, in points."""

_LINE_END = re.compile("\r\n|[\n\r\x0b\x1c\x1d\x1e\x85\u2028\u2029]")
_MARGIN = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line that holds something: its words, columns, the empty lines above it, its page."""

    text: str
    column: int
    blank_above: int
    page: int | None = None
    after_furniture: bool = False


def read_text(
    data: bytes, label: str, settings: Settings, progress: Callable[[int, int], None] | None = None
) -> SourceText:
    """Read a plain text file.

    Lines become blocks. A line after an empty one starts a paragraph; of a line directly below
    another nobody can know it here, since some files wrap paragraphs and others do not. Pages come
    from form feeds, else from page numbers left between the lines.

    Args:
        data: the whole file.
        label: its name.
        settings: holds the cap on pages.
        progress: told once, at the end.

    Raises:
        ReadError: the file holds nothing but white space, or too many pages.
    """
    text, diagnostics = decode_text(data)
    lines, furniture, pages = lines_of(without_invisible(text))
    if not lines:
        raise ReadError("the file holds no text", where=label, hint="check that it was saved whole")
    source = Source(label, sha256(data).hexdigest(), TEXT, pages)
    if pages is not None and pages > settings.max_pages:
        raise ReadError(
            f"the text has more than {settings.max_pages} pages",
            where=label,
            hint="raise max_pages in the settings if you trust it",
        )
    blocks = blocks_of(lines)
    if progress is not None:
        progress(1, 1)
    return SourceText(source, blocks, (), furniture, diagnostics + _page_diagnostics(lines))


def lines_of(text: str) -> tuple[list[TextLine], tuple[Furniture, ...], int | None]:
    """The lines of a text that hold something, the furniture among them, and the number of pages.

    Args:
        text: the characters of the file.
    """
    raw: list[tuple[str, int | None]] = []
    sheets = text.removesuffix("\f").split("\f")
    for number, sheet in enumerate(sheets, 1):
        raw.extend((line, number if len(sheets) > 1 else None) for line in _LINE_END.split(sheet))
    stripped = [line.strip() for line, _ in raw]
    marks = find_page_marks(stripped)
    pages = [page for _, page in raw] if len(sheets) > 1 else pages_of_lines(stripped, marks)
    lines, furniture = _set_aside(raw, stripped, pages, marks)
    known = [page for page in pages if page is not None]
    return lines, furniture, max(known) if known else None


def _set_aside(
    raw: Sequence[tuple[str, int | None]],
    stripped: Sequence[str],
    pages: Sequence[int | None],
    marks: PageMarks,
) -> tuple[list[TextLine], tuple[Furniture, ...]]:
    marked = {place for place, _ in marks.numbers}
    lines: list[TextLine] = []
    furniture: list[Furniture] = []
    blank, broken = 0, False
    for index, words in enumerate(stripped):
        if not words:
            blank += 1
            continue
        if index in marked:
            furniture.append(Furniture("page mark", words, pages[index]))
            broken = True
            continue
        broken = broken or (bool(lines) and lines[-1].page != pages[index])
        indent = _MARGIN.match(raw[index][0].expandtabs(8))
        column = indent.end() if indent else 0
        lines.append(TextLine(words.replace("\t", " "), column, blank, pages[index], broken))
        blank, broken = 0, False
    return lines, tuple(furniture)


def blocks_of(lines: Sequence[TextLine]) -> tuple[Block, ...]:
    """One block a line.

    Args:
        lines: lines that hold something, in order.
    """
    width = _measure(lines)
    indents = _usual_indents(lines)
    blocks: list[Block] = []
    for index, line in enumerate(lines):
        starts: bool | None = None
        if index == 0 or (line.blank_above and not line.after_furniture):
            starts = True
        below_centred = bool(blocks) and blocks[-1].centred
        may_be_centred = (starts or below_centred) and line.column not in indents
        x0 = line.column * COLUMN_POINTS
        blocks.append(
            Block(
                index=index,
                runs=(Run(line.text),),
                page=line.page,
                x0=x0,
                x1=x0 + len(line.text) * COLUMN_POINTS,
                gap=float(line.blank_above) if not line.after_furniture else 0.0,
                centred=may_be_centred and _is_centred(line, width),
                starts_paragraph=starts,
            )
        )
    return tuple(blocks)


def _measure(lines: Sequence[TextLine]) -> float | None:
    """The width of the text in columns, where lines were set to one; None where they were not."""
    ends = [line.column + len(line.text) for line in lines]
    if len(ends) < 20:
        return None
    width = quantiles(ends, n=20)[18]
    return width if 40 <= width <= 130 else None


def _usual_indents(lines: Sequence[TextLine]) -> frozenset[int]:
    """Columns where many lines begin: those lines are indented, not centred."""
    counts = Counter(line.column for line in lines)
    return frozenset(column for column, count in counts.items() if count > max(5, 0.02 * len(lines)))


def _is_centred(line: TextLine, width: float | None) -> bool:
    if width is None or line.column < 6 or len(line.text) > 0.8 * width:
        return False
    return abs(line.column + len(line.text) / 2 - width / 2) <= 2.5


def _page_diagnostics(lines: Sequence[TextLine]) -> tuple[Diagnostic, ...]:
    pages = [line.page for line in lines if line.page is not None]
    if any(right < left for left, right in pairwise(pages)):
        return (Diagnostic("pages_out_of_order", "warning", "page numbers in the text do not rise"),)
    return ()
