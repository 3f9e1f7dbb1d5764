"""The PDF reader: characters, lines, what belongs to the page, notes, and one block for every line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256

from treatydiff.errors import UnreadableTextError
from treatydiff.model import Furniture, Source, SourceText
from treatydiff.read.contents_table import find_contents
from treatydiff.read.font_decoding import check_mapped, decode_fonts
from treatydiff.read.lines import Line
from treatydiff.read.page_furniture import find_furniture
from treatydiff.read.pdf_blocks import blocks_of
from treatydiff.read.pdf_characters import DocumentCharacters, read_characters
from treatydiff.read.pdf_lines import page_lines, stray_text
from treatydiff.read.pdf_notes import take_notes
from treatydiff.settings import Settings

MEDIA_TYPE = "application/pdf"


def read_pdf(
    data: bytes, label: str, settings: Settings, progress: Callable[[int, int], None] | None = None
) -> SourceText:
    """The text of a PDF: one block for every printed line, notes and furniture apart.

    Args:
        data: the file's bytes.
        label: the file's name, for errors and reports.
        settings: gives the cap on pages.
        progress: called with (pages read, pages of the file) after each page.

    Raises:
        ReadError: the file is damaged, encrypted, no PDF, or has too many pages.
        UnreadableTextError: it holds no text (a scan), or its fonts do not say which characters
            they print.
    """
    characters, decoded = decode_fonts(read_characters(data, label, settings, progress))
    pages = [page_lines(page, characters.fonts) for page in characters.pages]
    _refuse_scan(pages, characters, label)
    doubts = (*decoded, *check_mapped(characters, label))
    furniture: list[Furniture] = []
    for page in characters.pages:
        furniture += [Furniture(rule, text, page.number) for rule, text in stray_text(page).items()]
    pages = _set_aside(pages, find_furniture(pages), furniture)
    noted = take_notes(pages, [page.drawn for page in characters.pages])
    furniture += [Furniture("note_rule", line.text, line.page) for line in noted.rules]
    contents = dict.fromkeys(find_contents(noted.pages), "contents")
    text_pages = _set_aside(noted.pages, contents, furniture)
    return SourceText(
        source=Source(label, sha256(data).hexdigest(), MEDIA_TYPE, len(pages)),
        blocks=blocks_of(text_pages),
        notes=noted.notes,
        furniture=tuple(sorted(furniture, key=lambda piece: piece.page or 0)),
        diagnostics=(*doubts, *noted.diagnostics),
    )


def _set_aside(
    pages: Sequence[Sequence[Line]], taken: Mapping[tuple[int, int], str], furniture: list[Furniture]
) -> list[list[Line]]:
    """The lines that no rule took; the others join the furniture, in the order of the text."""
    kept: list[list[Line]] = []
    for number, lines in enumerate(pages):
        kept.append([])
        for index, line in enumerate(lines):
            rule = taken.get((number, index))
            if rule is None:
                kept[-1].append(line)
            else:
                furniture.append(Furniture(rule, line.text, line.page))
    return kept


def _refuse_scan(pages: list[list[Line]], characters: DocumentCharacters, label: str) -> None:
    printed = sum(len(line.text) for lines in pages for line in lines)
    if printed < 5 * len(characters.pages):
        raise UnreadableTextError(
            f"{len(characters.pages)} pages hold almost no text; the file looks like a scan",
            where=label,
            hint="run it through text recognition (OCR) first",
        )
