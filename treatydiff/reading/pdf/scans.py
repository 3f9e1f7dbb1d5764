"""Pages that are pictures of text: a file of them is a scan, a few among others are said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from treatydiff.errors import UnreadableTextError
from treatydiff.model import Diagnostic
from treatydiff.reading.lines import PageLine
from treatydiff.reading.page_furniture import masked

_FEWEST = 5
"""Characters a page, on the average of a file, below which it holds no text."""
_ON_A_PICTURE = 40
"""Characters that a stamp may print on the picture of a page."""
_PICTURE = 0.5
"""An image over this share of a page is a picture of the page."""
_WHOLE = 0.8
"""... and an image over this share leaves room for stamps alone."""
_STAMPED = 0.5
"""A line on more than this share of the pages is a stamp, where it is nearly all that they print."""
_STAMP_LINES = 3
"""A page with more lines than this has more than a stamp."""
_EDGE = 0.12
"""Stamps stand no further from the top or the foot than this share of the page's height."""
_MOST = 0.9
"""A file is a scan where this share of its pages is, ..."""
_MOST_COVERS = 2
_EACH_COVER = 3
"""... or where nothing but a cover of so many pages holds text, and behind each so many pictures stand."""
_HALF = 0.5
"""From this share of its pages on pictures are an error: what is read is less than what is lost."""


def check_scan(
    pages: Sequence[Sequence[PageLine]], pictured: Sequence[float], label: str
) -> list[Diagnostic]:
    """A doubt for every page that is a picture with nothing but a stamp; an error where these are the most.

    Args:
        pages: the lines of each page.
        pictured: the share of each page that images cover.
        label: the file's name, for errors.

    Raises:
        UnreadableTextError: the whole file is a scan.
    """
    stamps = _stamps(pages)
    printed = [
        sum(
            len(line.text)
            for line in lines
            if len(lines) > _STAMP_LINES or not _is_stamp(line, share, stamps)
        )
        for lines, share in zip(pages, pictured, strict=True)
    ]
    pictures = [
        number
        for number, (characters, share) in enumerate(zip(printed, pictured, strict=True), start=1)
        if share >= _PICTURE and characters < _ON_A_PICTURE
    ]
    covers = len(pages) - len(pictures)
    behind_a_cover = len(pictures) >= _EACH_COVER * covers and pictures[:1] == [covers + 1]
    few = sum(printed) < _FEWEST * len(pages) or (behind_a_cover and covers <= _MOST_COVERS)
    if few or len(pictures) >= max(1.0, _MOST * len(pages)):
        raise UnreadableTextError(
            f"{len(pictures) if behind_a_cover and covers else len(pages)} pages hold almost no text; "
            "the file looks like a scan",
            where=label,
            hint="run it through text recognition (OCR) first",
        )
    return [
        Diagnostic(
            "page_is_picture",
            "error" if len(pictures) >= _HALF * len(pages) else "warning",
            "the page is a picture; what it says is not read without OCR",
            number,
        )
        for number in pictures
    ]


def _is_stamp(line: PageLine, share: float, stamps: set[str]) -> bool:
    """Whether a line of a page is a stamp: most pages have it, or it stands at the edge of a picture."""
    height, place = line.page_height or 0.0, line.baseline or 0.0
    at_edge = place < _EDGE * height or place > (1 - _EDGE) * height
    return masked(line.text) in stamps or (at_edge and share >= _WHOLE)


def _stamps(pages: Sequence[Sequence[PageLine]]) -> set[str]:
    """The lines that most pages have, where there are several."""
    if len(pages) < 2:
        return set()
    counts = Counter(text for lines in pages for text in {masked(line.text) for line in lines})
    return {text for text, count in counts.items() if count > _STAMPED * len(pages)}
