"""Plain text, one block a line; what the layout of a text file can tell is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import groupby, pairwise

from treatydiff.errors import ReadError, UnreadableTextError
from treatydiff.model import Diagnostic, Furniture, Source, SourceText
from treatydiff.model.progress import StepProgress
from treatydiff.patterns import pattern_of
from treatydiff.reading.contents_table import find_contents
from treatydiff.reading.decoding import decode_text, shown_characters, with_cut_words
from treatydiff.reading.lines import PageLine
from treatydiff.reading.sniff import TEXT
from treatydiff.reading.text.layout import TextLine, blocks_of
from treatydiff.reading.text.notes import take_text_notes
from treatydiff.reading.text.pages import PageMarks, find_page_marks, pages_of_lines, running_lines
from treatydiff.settings import Settings

_LINE_END = pattern_of("\r\n|[\n\r\x0b\x1c\x1d\x1e\x85\u2028\u2029]")
_CONTROL = pattern_of("[\x00-\x07\x0e-\x1b\x7f-\x84\x86-\x9f\ufffd]")
_MOST_UNKNOWN = 0.02
"""A text is refused where a larger share of its characters cannot be known."""

_MARGIN = pattern_of(r"\s*")


def read_text(
    data: bytes, label: str, settings: Settings, progress: StepProgress | None = None
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
        UnreadableTextError: more than 2 % of its characters cannot be known.
    """
    text, diagnostics = decode_text(data)
    _refuse_garbled(text, label)
    lines, furniture, pages = lines_of(shown_characters(with_cut_words(text)))
    if not lines:
        raise ReadError("the file holds no text", where=label, hint="check that it was saved whole")
    source = Source(label, sha256(data).hexdigest(), TEXT, pages)
    if pages is not None and pages > settings.max_pages:
        raise ReadError(
            f"the text has more than {settings.max_pages} pages",
            where=label,
            hint="raise max_pages in the settings if you trust it",
        )
    lines, notes, rows = take_text_notes(lines)
    furniture = tuple(sorted((*furniture, *rows), key=lambda piece: piece.page or 0))
    blocks = blocks_of(lines)
    if progress is not None:
        progress(1, 1)
    return SourceText(source, blocks, tuple(notes), furniture, diagnostics + _page_diagnostics(lines))


def _refuse_garbled(text: str, label: str) -> None:
    """Extractors print control characters where a font does not say what it shows."""
    unknown = len(_CONTROL.findall(text))
    if unknown > _MOST_UNKNOWN * len(text):
        raise UnreadableTextError(
            f"{unknown / len(text):.0%} of its characters are control characters",
            where=label,
            hint="the text was extracted from fonts without a mapping: give the original document",
        )


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
    lines, page_numbers = _set_aside(raw, stripped, pages, marks)
    lines, page_furniture = _without(lines, _running_lines)
    lines, contents = _without(lines, lambda sheets: dict.fromkeys(find_contents(sheets), "contents"))
    furniture = sorted(page_numbers + page_furniture + contents, key=lambda piece: piece.page or 0)
    known = [page for page in pages if page is not None]
    return lines, tuple(furniture), max(known) if known else None


def _running_lines(sheets: Sequence[Sequence[TextLine]]) -> dict[tuple[int, int], str]:
    return running_lines([[PageLine(line.text, line.page) for line in sheet] for sheet in sheets])


def _without(
    lines: list[TextLine], find: Callable[[list[list[TextLine]]], dict[tuple[int, int], str]]
) -> tuple[list[TextLine], list[Furniture]]:
    """The lines that a rule for printed pages leaves, and what it takes."""
    sheets = [list(group) for _, group in groupby(lines, key=lambda line: line.page)]
    taken = find(sheets)
    kept: list[TextLine] = []
    furniture: list[Furniture] = []
    broken = False
    for number, sheet in enumerate(sheets):
        for index, line in enumerate(sheet):
            rule = taken.get((number, index))
            if rule is not None:
                furniture.append(Furniture(rule, line.text, line.page))
                broken = True
                continue
            kept.append(replace(line, after_furniture=True) if broken else line)
            broken = False
    return kept, furniture


def _set_aside(
    raw: Sequence[tuple[str, int | None]],
    stripped: Sequence[str],
    pages: Sequence[int | None],
    marks: PageMarks,
) -> tuple[list[TextLine], list[Furniture]]:
    marked = {place for place, _ in marks.numbers}
    lines: list[TextLine] = []
    furniture: list[Furniture] = []
    blank, broken = 0, False
    for index, words in enumerate(stripped):
        if not words:
            blank += 1
            continue
        if index in marked:
            furniture.append(Furniture("page_number", words, pages[index]))
            broken = True
            continue
        broken = broken or (bool(lines) and lines[-1].page != pages[index])
        indent = _MARGIN.match(raw[index][0].expandtabs(8))
        column = indent.end() if indent else 0
        lines.append(TextLine(words.replace("\t", " "), column, blank, pages[index], broken))
        blank, broken = 0, False
    return lines, furniture


def _page_diagnostics(lines: Sequence[TextLine]) -> tuple[Diagnostic, ...]:
    pages = [line.page for line in lines if line.page is not None]
    if any(right < left for left, right in pairwise(pages)):
        return (Diagnostic("pages_out_of_order", "warning", "page numbers in the text do not rise"),)
    return ()
