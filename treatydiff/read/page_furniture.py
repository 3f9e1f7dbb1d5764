"""What belongs to the page and not to the text: running heads and feet, page and job numbers.

Works on lines with or without geometry, so that plain text with page breaks goes the same way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import ceil

from treatydiff.read.heading_guard import looks_like_heading
from treatydiff.read.lines import Line

_REPEATED_SHARE = 0.10
"""A margin line on at least this share of the pages is a running head or foot."""
_REPEATED_PAGES = 3
"""... and on at least so many pages (two, where the document has four pages or fewer)."""
_DEPTH = 6
"""So many lines from the top or bottom of a page can be running heads or feet."""

_PAGE_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (rule, re.compile(pattern, re.IGNORECASE))
    for rule, pattern in (
        ("page_number", r"[-–—]\s*\d{1,4}\s*[-–—]"),
        ("page_number", r"\d{1,4}\s*/\s*\d{1,4}"),
        ("page_number", r"\d{1,4}\s+(?:of|de|sur|из|من)\s+\d{1,4}"),
        ("page_number", r"(?:page|p\.|página|pagina|стр\.?|страница|صفحة)\s*\d{1,4}"
                        r"(?:\s*(?:of|de|sur|из|/|من)\s*\d{1,4})?"),
        ("page_number", r"第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?"),
        ("job_number", r"\*\s*\d{5,10}\s*\*"),
        ("job_number", r"(?:GE\.)?\d{2}-\d{5}(?:\s*\([A-Z]\))?(?:\s*[\d*]+)*"),
    )
)  # fmt: skip
"""Lines that are page marks by their form alone, wherever they stand; tried in order."""

_LONE_NUMBER = re.compile(r"\[?(?:\d{1,4}|[ivxlc]{1,7})\]?", re.IGNORECASE)


def page_mark(text: str) -> str | None:
    """The rule by which a line is a page mark by its form alone, or None.

    Args:
        text: the whole line.
    """
    line = text.strip()
    return next((rule for rule, pattern in _PAGE_MARKS if pattern.fullmatch(line)), None)


def masked(text: str) -> str:
    """A line with its digits and spaces masked, as running heads are compared.

    Args:
        text: the whole line.
    """
    line = re.sub(r"\d+", "#", text.casefold())
    return re.sub(r"\s+", "", line)


def find_furniture(pages: Sequence[Sequence[Line]]) -> dict[tuple[int, int], str]:
    """The running heads, feet and page marks of a document.

    Args:
        pages: the lines of each page, top to bottom.

    Returns:
        (index of the page, index of the line in it) to the name of the rule that took it.
    """
    repeated = _repeated(pages)
    numbered = _lone_number_places(pages)
    found: dict[tuple[int, int], str] = {}
    for number, lines in enumerate(pages):
        for order, edge in ((range(len(lines)), "head"), (range(len(lines) - 1, -1, -1), "foot")):
            _take_edge(number, lines, order, edge, repeated, numbered, found)
    return found


def _take_edge(
    page: int,
    lines: Sequence[Line],
    order: Iterable[int],
    edge: str,
    repeated: set[tuple[str, str]],
    numbered: set[str],
    found: dict[tuple[int, int], str],
) -> None:
    """Walk from one edge of the page inwards and stop at the first line that is the text's own."""
    for depth, index in enumerate(order):
        if (page, index) in found:
            continue
        text = lines[index].text
        rule = page_mark(text)
        if rule is None and edge in numbered and depth < _DEPTH and _LONE_NUMBER.fullmatch(text.strip()):
            rule = "page_number"
        if rule is None and depth < _DEPTH and (edge, masked(text)) in repeated:
            rule = f"running_{edge}"
        if rule is None:
            return
        found[(page, index)] = rule


def _repeated(pages: Sequence[Sequence[Line]]) -> set[tuple[str, str]]:
    """Edge and masked text of the margin lines that come back on enough pages."""
    counts: Counter[tuple[str, str]] = Counter()
    for lines in pages:
        heads = {("head", masked(line.text)) for line in lines[:_DEPTH] if _may_repeat(line)}
        feet = {("foot", masked(line.text)) for line in lines[-_DEPTH:] if _may_repeat(line)}
        counts.update(sorted(heads | feet))
    least = 2 if len(pages) <= 4 else _REPEATED_PAGES
    wanted = max(least, ceil(_REPEATED_SHARE * len(pages)))
    return {key for key, count in counts.items() if count >= wanted}


def _may_repeat(line: Line) -> bool:
    return bool(line.text.strip()) and not looks_like_heading(line.text)


def _lone_number_places(pages: Sequence[Sequence[Line]]) -> set[str]:
    """The edges at which lone numbers are page numbers: they go up with the pages."""
    places: set[str] = set()
    for edge, end in (("head", slice(0, 3)), ("foot", slice(-3, None))):
        offsets: Counter[int] = Counter()
        for number, lines in enumerate(pages):
            values = {
                int(text) - number
                for line in lines[end]
                if (text := line.text.strip().strip("[]")).isdecimal()
            }
            offsets.update(sorted(values))
        best = max(offsets.values(), default=0)
        if best >= 2 and best >= 0.25 * sum(1 for lines in pages if lines):
            places.add(edge)
    return places
