"""Tables of contents: their lines repeat every heading of the text and are none of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from treatydiff.patterns import pattern_of

BlockRange = tuple[int, int]
"""Index of a page and index of a line in it."""

_LEAST_ENTRIES = 5
_MOST_BETWEEN = 10
"""Entries may run over several lines, the last of which has the leaders; more lines end the table."""
_MOST_BETWEEN_WITHOUT_LEADERS = 3
_MOST_PAGES_BETWEEN = 60
"""Entries of one table stand on pages no further apart; years and document numbers are no pages."""
_TITLE_REACH = 12
"""The title stands at most so many lines above the first entry with leaders."""

_ENTRY_TAIL = 200
"""Leaders are looked for in so many characters at the end of a line: a row of dots may be endless."""

_LEADERS = pattern_of(
    r"(?<!\.)(?<!\.\s)(?:\.\s?){4,}+|(?<!…)…{2,}+|(?<!…\s)(?:…\s){2,}+|(?<!·)·{4,}+"
    r"|(?<!\s\.)(?:\s\.){3,}+"
)
_FEWEST_DOTS = 3
"""Dots that leaders have at least."""
_ENTRY = pattern_of(rf"(?:{_LEADERS.pattern})\s*(?P<page>\d{{1,4}}|[ivxlc]{{1,7}})\s*$", re.IGNORECASE)
_PAGE_AT_END = pattern_of(r"\S\s+(\d{1,4})$")
_TITLE = pattern_of(
    r"(?:table\s+of\s+)?contents|table\s+des\s+mati[eè]res|sommaire|[íi]ndice|contenido|sumario"
    r"|содержание|оглавление|目\s*录|目\s*次|المحتويات|الفهرس",
    re.IGNORECASE,
)


class WordedLine(Protocol):
    """A line of which nothing but its words counts here."""

    @property
    def text(self) -> str:
        """Its words."""


def find_contents(pages: Sequence[Sequence[WordedLine]]) -> set[BlockRange]:
    """The lines of tables of contents.

    A table is at least five lines that end in dot leaders and a page number, with the lines between
    them and the title above them; it goes on over pages. Under a title that says "Contents" lines
    that end in rising page numbers will do, without leaders.

    Args:
        pages: the lines of each page, furniture left out.
    """
    places = [(page, index) for page, lines in enumerate(pages) for index in range(len(lines))]
    texts = [pages[page][index].text.strip() for page, index in places]
    entries = [at for at, text in enumerate(texts) if _is_entry(text[-_ENTRY_TAIL:])]
    found: set[BlockRange] = set()
    for group in _groups(entries):
        if len(group) >= _LEAST_ENTRIES and _rises(texts, group):
            start = _start(texts, group[0])
            found.update(places[start : group[-1] + 1])
    for at, text in enumerate(texts):
        if _TITLE.fullmatch(text) and places[at] not in found:
            end = _end_without_leaders(texts, at)
            found.update(places[at:end])
    return found


def _is_entry(text: str) -> bool:
    """Whether a line ends in leaders and a page number."""
    leads = text.count(".") >= _FEWEST_DOTS or "…" in text or "·" in text
    return leads and _ENTRY.search(text) is not None


def _groups(entries: Sequence[int]) -> list[list[int]]:
    groups: list[list[int]] = []
    for at in entries:
        if groups and at - groups[-1][-1] <= _MOST_BETWEEN:
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _rises(texts: Sequence[str], entries: Sequence[int]) -> bool:
    """Whether the page numbers go up, as they do not in a table of rates or quantities."""
    numbers = [match["page"] for at in entries if (match := _ENTRY.search(texts[at]))]
    pages = [int(number) for number in numbers if number.isdecimal()]
    steps = [left <= right for left, right in pairwise(pages)]
    return sum(steps) >= 0.8 * len(steps)


def _end_without_leaders(texts: Sequence[str], title: int) -> int:
    """The end of a table whose entries end in rising page numbers; the title's place if there is none."""
    entries = 0
    end, page = title, 0
    for at in range(title + 1, len(texts)):
        match = _PAGE_AT_END.search(texts[at])
        if match and page <= int(match[1]) <= page + _MOST_PAGES_BETWEEN:
            entries, end, page = entries + 1, at + 1, int(match[1])
        elif at - max(end, title + 1) >= _MOST_BETWEEN_WITHOUT_LEADERS:
            break
    return end if entries >= _LEAST_ENTRIES else title


def _start(texts: Sequence[str], first: int) -> int:
    """The place of the table's title, or else of its first entry."""
    for at in range(first - 1, max(-1, first - _TITLE_REACH - 1), -1):
        if _TITLE.fullmatch(texts[at]):
            return at
    return first
