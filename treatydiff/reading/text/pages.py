"""Page numbers that an extractor left inside a plain text, and the pages that follow from them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from treatydiff.patterns import pattern_of
from treatydiff.reading.lines import PageLine
from treatydiff.reading.page_furniture import find_furniture, masked
from treatydiff.records import dataclass

_JOB = r"(?:(?:[A-Z]{2,4}\.)?\d{2}-\d{5}(?:\s*\([A-Z]\))?(?:\s+\d{6})?)"

_COUNTED_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("n/total", pattern_of(rf"(?:{_JOB}\s+)?(?P<n>\d{{1,4}})\s?/\s?(?P<total>\d{{1,4}})(?:\s+{_JOB})?")),
    (
        "page n of total",
        pattern_of(
            r"[-–—|\[(]?\s*(?:(?:page|p\.|página|pág\.|страница|стр\.|الصفحة|صفحة)\s*)?(?P<n>\d{1,4})"
            r"\s*(?:of|de|sur|из|من|/)\s*(?P<total>\d{1,4})\s*[-–—|\])]?",
            re.IGNORECASE,
        ),
    ),
    ("第n页", pattern_of(r"第\s*(?P<n>\d{1,4})\s*页\s*+[,，]?\s*+共\s*(?P<total>\d{1,4})\s*页")),
)
"""Marks that name the number of pages: safe, because all of them name the same."""

_PLAIN_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("page n", pattern_of(r"[-–—|\[(]?\s*(?:page|página|страница|صفحة)\s*(?P<n>\d{1,4})\s*[-–—|\])]?", re.I)),
    ("- n -", pattern_of(r"[-–—]\s*(?P<n>\d{1,4})\s*[-–—]")),
    ("job number", pattern_of(rf"(?:{_JOB}\s+(?P<n>\d{{1,4}})|(?P<m>\d{{1,4}})\s+{_JOB})")),
    ("lone number", pattern_of(r"(?P<n>\d{1,4})")),
)
"""Marks that are believed only where they count the pages through."""

_LEAST_CHARACTERS_A_PAGE = 600
"""Lone numbers closer together than this number paragraphs, not pages."""

_ROMAN = pattern_of(r"[ivxl]{1,7}")


@dataclass(frozen=True, slots=True)
class PageMarks:
    """The lines that print a page number: line index to number, None for a Roman one."""

    rule: str
    numbers: tuple[tuple[int, int | None], ...]

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.numbers)


def find_page_marks(lines: Sequence[str]) -> PageMarks:
    """The lines that print nothing but a page number.

    Args:
        lines: the lines of a text, stripped.
    """
    for rule, pattern in _COUNTED_MARKS:
        found = _counted(lines, pattern)
        if found:
            return PageMarks(rule, tuple(found))
    for rule, pattern in _PLAIN_MARKS:
        chain = _counting_chain(lines, pattern)
        if chain:
            roman = _roman_pages(lines, chain[0][0])
            return PageMarks(rule, (*roman, *chain))
    return PageMarks("", ())


def pages_of_lines(lines: Sequence[str], marks: PageMarks) -> list[int | None]:
    """The page of every line, by the marks printed at the head or at the foot of the pages.

    Whether marks stand at the head or the foot is judged by what is left over: text behind the last
    mark has a page only if marks stand at heads, text before the first only if they stand at feet
    (or if the first mark is that of page 2).

    Args:
        lines: the lines of the text, stripped.
        marks: what `find_page_marks` found in them.
    """
    if not marks:
        return [None] * len(lines)
    places = [place for place, _ in marks.numbers]
    numbers = [number for _, number in marks.numbers]
    if _marks_stand_at_feet(lines, marks):
        follow = [bisect_right(places, index - 1) for index in range(len(lines))]
        return [numbers[at] if at < len(places) else None for at in follow]
    first = numbers[0]
    before = first - 1 if first is not None and first == 2 else None
    pages: list[int | None] = []
    for index in range(len(lines)):
        at = bisect_right(places, index) - 1
        pages.append(before if at < 0 else numbers[at])
    return pages


def _counted(lines: Sequence[str], pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    found = [
        (index, int(match["n"]), int(match["total"]))
        for index, line in enumerate(lines)
        if (match := pattern.fullmatch(line))
    ]
    if not found:
        return []
    total, votes = Counter(total for _, _, total in found).most_common(1)[0]
    same = [(index, n) for index, n, of in found if of == total and n <= total]
    rising = all(left[1] < right[1] for left, right in pairwise(same))
    return same if votes >= 2 and rising else []


def _counting_chain(lines: Sequence[str], pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """The longest run of candidates that count upwards in steps of at most 3."""
    found = [
        (index, int(match["n"] or match["m"] if "m" in pattern.groupindex else match["n"]))
        for index, line in enumerate(lines)
        if (match := pattern.fullmatch(line))
    ]
    best_to: dict[int, tuple[int, int | None]] = {}
    last_with: dict[int, int] = {}
    for at, (_, number) in enumerate(found):
        before = [last_with[number - step] for step in (1, 2, 3) if number - step in last_with]
        parent = max(before, key=lambda other: best_to[other][0], default=None)
        length = 1 if parent is None else best_to[parent][0] + 1
        best_to[at] = (length, parent)
        known = last_with.get(number)
        if known is None or best_to[known][0] <= length:
            last_with[number] = at
    if not best_to:
        return []
    end: int | None = max(best_to, key=lambda at: best_to[at][0])
    chain: list[tuple[int, int]] = []
    while end is not None:
        chain.append(found[end])
        end = best_to[end][1]
    chain.reverse()
    return chain if _counts_pages(lines, chain) else []


def _counts_pages(lines: Sequence[str], chain: list[tuple[int, int]]) -> bool:
    """Whether numbers that count upwards stand as far apart as pages do.

    Note references that an extractor put on lines of their own count upwards too, but stand anywhere.
    """
    if len(chain) < 4 or chain[0][1] > 10:
        return False
    if len(chain) < 0.8 * (chain[-1][1] - chain[0][1] + 1):
        return False
    sizes = [
        sum(map(len, lines[left[0] + 1 : right[0]])) / (right[1] - left[1]) for left, right in pairwise(chain)
    ]
    usual = median(sizes)
    covered = sum(map(len, lines[chain[0][0] : chain[-1][0]]))
    regular = sum(0.3 * usual <= size <= 2 * usual for size in sizes)
    return (
        usual >= _LEAST_CHARACTERS_A_PAGE
        and regular >= 0.7 * len(sizes)
        and covered >= 0.8 * (sum(map(len, lines)) - 2 * usual)
    )


def _roman_pages(lines: Sequence[str], end: int) -> list[tuple[int, None]]:
    """Lone small Roman numbers i, ii, iii, ... before the first Arabic page number."""
    wanted = iter(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"))
    found: list[tuple[int, None]] = []
    expected = next(wanted)
    for index in range(end):
        if lines[index] == expected or (not found and lines[index] == "ii"):
            if lines[index] != expected:
                next(wanted)
            found.append((index, None))
            expected = next(wanted, "")
    return found if len(found) >= 2 else []


def _marks_stand_at_feet(lines: Sequence[str], marks: PageMarks) -> bool:
    first, last = marks.numbers[0][0], marks.numbers[-1][0]
    before = sum(map(len, lines[:first]))
    after = sum(map(len, lines[last + 1 :]))
    a_page = max(1.0, (sum(map(len, lines)) - before - after) / max(1, len(marks.numbers) - 1))
    if after < 0.02 * a_page:
        return before > 0
    if before < 0.02 * a_page:
        return False
    return marks.numbers[0][1] == 1 and before > 0.5 * a_page and after < 0.2 * a_page


def running_lines(pages: Sequence[Sequence[PageLine]]) -> dict[tuple[int, int], str]:
    """The running heads, feet and page marks of a plain text.

    Without the place of a line on its page, text that only looks alike is easily mistaken: a label
    "3." at the top of many pages, or a heading in damaged characters. So of what the page rules
    take, a line with few letters, or one that stands on one page only and does not count the pages,
    is given back.

    Args:
        pages: the lines of each page.
    """
    found = find_furniture(pages)
    running = {
        place: pages[place[0]][place[1]] for place, rule in found.items() if rule.startswith("running")
    }
    often = Counter(line.text for line in running.values())
    alike = Counter(masked(line.text) for line in running.values())
    offsets: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for line in running.values():
        offsets[masked(line.text)].update(_offsets(line))
    for place, line in running.items():
        mask = masked(line.text)
        counts_pages = any(offsets[mask][offset] >= 0.6 * alike[mask] for offset in _offsets(line))
        letters = sum(character.isalpha() for character in line.text)
        if letters < 3 or (often[line.text] < 2 and not counts_pages):
            del found[place]
    return found


def _offsets(line: PageLine) -> set[int]:
    """How far the numbers of a line are from its page."""
    return {int(number) - (line.page or 0) for number in re.findall(r"\d{1,4}", line.text)}
