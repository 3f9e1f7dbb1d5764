"""The PDF reader: characters, lines, what belongs to the page, notes, and one block for every line."""

from __future__ import annotations

from collections.abc import Callable

from treatydiff.errors import UnreadableTextError
from treatydiff.model import Furniture, Source, SourceText
from treatydiff.read.lines import Line
from treatydiff.read.page_furniture import find_furniture
from treatydiff.read.pdf_blocks import blocks_of, layout_of
from treatydiff.read.pdf_characters import DocumentCharacters, content_digest, read_characters
from treatydiff.read.pdf_lines import page_lines, stray_text
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
    characters = read_characters(data, label, settings, progress)
    pages = [page_lines(page, characters.fonts) for page in characters.pages]
    _refuse_scan(pages, characters, label)
    taken = find_furniture(pages)
    furniture = [
        Furniture(rule, line.text, line.page)
        for (page, index), rule in sorted(taken.items())
        for line in (pages[page][index],)
    ]
    for page in characters.pages:
        furniture += [Furniture(rule, text, page.number) for rule, text in stray_text(page).items()]
    text_pages = [
        [line for index, line in enumerate(lines) if (page, index) not in taken]
        for page, lines in enumerate(pages)
    ]
    source = Source(label, content_digest(data), MEDIA_TYPE, len(pages))
    return SourceText(
        source=source,
        blocks=blocks_of(text_pages, layout_of(text_pages)),
        furniture=tuple(furniture),
    )


def _refuse_scan(pages: list[list[Line]], characters: DocumentCharacters, label: str) -> None:
    printed = sum(len(line.text) for lines in pages for line in lines)
    if printed < 5 * len(characters.pages):
        raise UnreadableTextError(
            f"{len(characters.pages)} pages hold almost no text; the file looks like a scan",
            where=label,
            hint="run it through text recognition (OCR) first",
        )
