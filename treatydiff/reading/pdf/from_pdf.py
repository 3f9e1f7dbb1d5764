"""The PDF reader: characters, lines, what belongs to the page, notes, and one block for every line."""

from __future__ import annotations

import pickle
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from treatydiff.errors import UnreadableTextError
from treatydiff.model import Diagnostic, Furniture, Source, SourceText
from treatydiff.model.progress import StepProgress
from treatydiff.reading.contents_table import find_contents
from treatydiff.reading.house_colour import without_house_colour
from treatydiff.reading.lines import PageLine, sheets_of
from treatydiff.reading.page_furniture import find_furniture, masked
from treatydiff.reading.pdf.blocks import blocks_of
from treatydiff.reading.pdf.characters import DrawnLine, PageCharacters
from treatydiff.reading.pdf.endnotes import take_endnotes
from treatydiff.reading.pdf.font_decoding import FontDecoding, FontUse
from treatydiff.reading.pdf.levelling import levelled
from treatydiff.reading.pdf.lines import page_lines, stray_text
from treatydiff.reading.pdf.notes import take_notes, unanswered
from treatydiff.reading.pdf.opened import OpenedPdf
from treatydiff.reading.pdf.recognition import is_installed, recognise, with_recognition_hint
from treatydiff.reading.pdf.scans import check_scan
from treatydiff.reading.pdf.turned_pages import turned_to_read
from treatydiff.reading.pdf.watermarks import Watermark, without_watermarks
from treatydiff.settings import Settings

MEDIA_TYPE = "application/pdf"
_MORE_THAN_A_STAMP = 60
"""So many characters printed sideways on one page alone may be text of the draft."""


def read_pdf(data: bytes, label: str, settings: Settings, progress: StepProgress | None = None) -> SourceText:
    """The text of a PDF: one block for every printed line, notes and furniture apart.

    Args:
        data: the file's bytes.
        label: the file's name, for errors and reports.
        settings: gives the caps, and says whether text is recognised in images (`ocr`).
        progress: called with (pages read, pages of the file) after each page.

    Raises:
        ReadError: the file is damaged, encrypted, no PDF, or has too many pages.
        UnreadableTextError: it holds no text (a scan), or its fonts do not say which characters
            they print.
    """
    if settings.ocr == "always":
        return _recognised(data, label, settings, progress)
    try:
        return _read(data, label, settings, progress)
    except UnreadableTextError as fault:
        if settings.ocr == "never" or not is_installed():
            raise with_recognition_hint(fault, settings) from None
    return _recognised(data, label, settings, progress)


def _recognised(data: bytes, label: str, settings: Settings, progress: StepProgress | None) -> SourceText:
    """The text that the images of a PDF show; the file stays the one that was given."""
    text = _read(recognise(data, label, settings), label, settings, progress)
    doubt = Diagnostic(
        "text_recognised", "warning", "the text was recognised from images (OCR): letters may be wrong"
    )
    source = replace(text.source, sha256=sha256(data).hexdigest())
    return replace(text, source=source, diagnostics=(doubt, *text.diagnostics))


def _read(data: bytes, label: str, settings: Settings, progress: StepProgress | None) -> SourceText:
    pages, drawn, furniture, doubts = _read_pages(OpenedPdf(data, label, settings), label, progress)
    pages = _set_aside(pages, _page_furniture(pages), furniture)
    sheets = sheets_of(pages)
    noted = take_notes(sheets, [_drawn_over(sheet, drawn) for sheet in sheets])
    furniture += [Furniture("note_rule", line.text, line.page) for line in noted.rules]
    furniture += [Furniture("note_title", line.text, line.page) for line in noted.titles]
    ended = take_endnotes(noted.pages, noted.notes)
    if ended.title is not None:
        furniture.append(Furniture("note_title", ended.title.text, ended.title.page))
    contents = dict.fromkeys(find_contents(ended.pages), "contents")
    text_pages = _set_aside(ended.pages, contents, furniture)
    notes = (*noted.notes, *ended.notes)
    return SourceText(
        source=Source(label, sha256(data).hexdigest(), MEDIA_TYPE, len(pages)),
        blocks=without_house_colour(blocks_of(text_pages)),
        notes=notes,
        furniture=tuple(sorted(furniture, key=lambda piece: piece.page or 0)),
        diagnostics=(*doubts, *_table_diagnostics(pages), *unanswered(text_pages, notes)),
    )


def _page_furniture(pages: Sequence[Sequence[PageLine]]) -> dict[tuple[int, int], str]:
    """What the rules for whole pages take; they look at lines from the edges of the page inwards."""
    taken = {
        (number, index): line.rule
        for number, lines in enumerate(pages)
        for index, line in enumerate(lines)
        if line.rule
    }
    orders = [
        sorted(
            (index for index in range(len(lines)) if (number, index) not in taken),
            key=lambda index, lines=lines: -(lines[index].baseline or 0.0),  # type: ignore[misc]
        )
        if any(line.column for line in lines)
        else [index for index in range(len(lines)) if (number, index) not in taken]
        for number, lines in enumerate(pages)
    ]
    found = find_furniture([[lines[i] for i in order] for lines, order in zip(pages, orders, strict=True)])
    return taken | {(number, orders[number][at]): rule for (number, at), rule in found.items()}


def _drawn_over(sheet: Sequence[PageLine], drawn: Sequence[Sequence[DrawnLine]]) -> Sequence[DrawnLine]:
    """The drawn lines of the page of a sheet; of its column only, where the page has several."""
    page = drawn[(sheet[0].page or 1) - 1]
    if not sheet[0].column:
        return page
    left = min(line.x0 or 0.0 for line in sheet) - 12
    right = max(line.x1 or 0.0 for line in sheet) + 12
    return [line for line in page if line.x0 >= left and line.x1 <= right]


def _table_diagnostics(pages: Sequence[Sequence[PageLine]]) -> tuple[Diagnostic, ...]:
    """Which pages were read cell by cell: what stands side by side may be one text and its other form."""
    return tuple(
        Diagnostic(
            "side_by_side",
            "warning",
            "the page holds a ruled table of two columns of text, which was read cell by cell",
            lines[0].page,
        )
        for lines in pages
        if any(line.cell is not None for line in lines)
    )


def _read_pages(
    opened: OpenedPdf, label: str, progress: StepProgress | None
) -> tuple[list[list[PageLine]], list[Sequence[DrawnLine]], list[Furniture], tuple[Diagnostic, ...]]:
    """Lines and drawn lines of every page, stray text, and doubts about fonts.

    Glyphs take fifty times the memory of lines, so a page is made lines at once; only where it
    prints glyphs that the whole file must tell how to read is it packed and waits.
    """
    use = FontUse()
    pages: list[list[PageLine]] = []
    drawn: list[Sequence[DrawnLine]] = []
    strays = _Strays()
    waiting: dict[int, bytes] = {}
    mapped = FontDecoding(opened.fonts, {}, ())
    pictured: list[float] = []
    said: list[Diagnostic] = [*opened.doubts]
    for printed in opened.pages(progress):
        page = levelled(turned_to_read(printed))
        drawn.append(page.drawn)
        said += page.doubts
        pictured.append(page.pictured)
        if use.see(page):
            waiting[len(pages)] = zlib.compress(pickle.dumps(page), 1)
            pages.append([])
        else:
            pages.append(_lines_of(mapped.applied(page), opened, strays))
    decoding = use.decoding(opened.fonts)
    for at in list(waiting):
        page = pickle.loads(zlib.decompress(waiting.pop(at)))  # nosec B301
        pages[at] = _lines_of(decoding.applied(page), opened, strays)
    said += check_scan(pages, pictured, label)
    doubts = (*said, *strays.doubts(), *decoding.notes, *use.check_mapped(decoding, label))
    return [strays.marked(lines) for lines in pages], drawn, strays.furniture(), doubts


class _Strays:
    """What stands in no line of its page, page by page, and the watermarks of the file."""

    def __init__(self) -> None:
        self._found: dict[int, list[Furniture]] = {}
        self._watermarks: dict[Watermark, None] = {}

    def see(self, page: PageCharacters, watermarks: Sequence[Watermark]) -> None:
        """Keep what a page holds beside its lines."""
        found = [("watermark", each.text) for each in watermarks] + [*stray_text(page).items()]
        self._found[page.number] = [Furniture(rule, text, page.number) for rule, text in found]
        self._watermarks |= dict.fromkeys(watermarks)

    def marked(self, lines: list[PageLine]) -> list[PageLine]:
        """The lines of a page, with those marked that are the watermark of other pages."""
        if not self._watermarks:
            return lines
        return [replace(line, rule="watermark") if self._is_watermark(line) else line for line in lines]

    def _is_watermark(self, line: PageLine) -> bool:
        size, y = line.size or 0.0, line.baseline or 0.0
        return any(each.stands_as(line.text, size, y) for each in self._watermarks)

    def furniture(self) -> list[Furniture]:
        """All of it, in the order of the pages."""
        return [piece for at in sorted(self._found) for piece in self._found[at]]

    def doubts(self) -> list[Diagnostic]:
        """A warning for every page on which more is printed sideways than a stamp says."""
        found = [piece for piece in self.furniture() if piece.rule == "sideways"]
        pages = Counter(masked(piece.text) for piece in found)
        return [
            Diagnostic(
                "sideways_not_read",
                "warning",
                "a part of the page is printed sideways or askew; it was set aside",
                piece.page,
            )
            for piece in found
            if len(masked(piece.text)) >= _MORE_THAN_A_STAMP and pages[masked(piece.text)] == 1
        ]


def _lines_of(page: PageCharacters, opened: OpenedPdf, strays: _Strays) -> list[PageLine]:
    page, watermarks = without_watermarks(page)
    strays.see(page, watermarks)
    return page_lines(page, opened.fonts)


def _set_aside(
    pages: Sequence[Sequence[PageLine]], taken: Mapping[tuple[int, int], str], furniture: list[Furniture]
) -> list[list[PageLine]]:
    """The lines that no rule took; the others join the furniture, in the order of the text."""
    kept: list[list[PageLine]] = []
    for number, lines in enumerate(pages):
        kept.append([])
        for index, line in enumerate(lines):
            rule = taken.get((number, index))
            if rule is None:
                kept[-1].append(line)
            else:
                furniture.append(Furniture(rule, line.text, line.page))
    return kept
