"""What belongs to the page and not to the text: running heads and feet, page and job numbers.

Works on lines with or without geometry, so that plain text with page breaks goes the same way.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from treatydiff.patterns import pattern_of
from treatydiff.reading.heading_guard import looks_like_heading
from treatydiff.reading.lines import PageLine

_REPEATED_SHARE = 0.10
"""A margin line on at least this share of the pages is a running head or foot."""
_REPEATED_PAGES = 3
"""... and on at least so many pages (two, where the document has four pages or fewer)."""
_DEPTH = 6
"""So many lines from the top or bottom of a page can be running heads or feet."""
_LONGEST_RUNNING = 400
"""Characters past which a line is no running head, whatever numbers it holds."""
_SAME_PLACE = 4.0
"""Points by which the place of a running head may differ from page to page."""

_SAME_SIZE = 0.3
_RUNS_ON = 1.08
"""A line no further from its neighbour than so many times the usual distance runs on with it."""
_FEWEST_DISTANCES = 8
_NEXT_PARAGRAPH = 2.1
_PARAGRAPH = pattern_of(r"\s*\(?\d{1,3}[.)]\s+[^\W\d_]")
"""Numbered paragraphs may stand so far from the text above; running heads have no such number."""
_LONG = 0.4
"""Lines of text fill at least this share of the longest line (of half of it, in columns)."""

_RUNNING_HEADING = 3
"""A line that reads like a heading is a running head from so many pages in a row on; so are heads of several
parts that stand in one place on so many pages, the headings themselves below."""

_JOB = r"(?:[A-Z]{1,4}\.)?\d{2}-\d{5}(?:\s*\([A-Z]\))?(?:\s+[\d*]+)*"
"""A printer's number ("22-12993 (E) 310123"), often on one line with the page number."""

_PAGE_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (rule, pattern_of(pattern, re.IGNORECASE))
    for rule, pattern in (
        ("page_number", r"[-–—]\s*\d{1,4}\s*[-–—]"),
        ("page_number", rf"(?:{_JOB}\s+)?\d{{1,4}}\s*/\s*\d{{1,4}}(?:\s+{_JOB})?"),
        ("page_number", r"\d{1,4}\s+(?:of|de|sur|из|من)\s+\d{1,4}"),
        ("page_number", r"(?:page|p\.|página|pagina|стр\.?|страница|صفحة)\s*\d{1,4}"
                        r"(?:\s*(?:of|de|sur|из|/|من)\s*\d{1,4})?"),
        ("page_number", r"第\s*\d{1,4}\s*页(?:\s*+[,，/]?\s*+共\s*\d{1,4}\s*页)?"),
        ("job_number", r"\*\s*\d{5,10}\s*\*"),
        ("job_number", _JOB),
    )
)  # fmt: skip
"""Lines that are page marks by their form alone, wherever they stand; tried in order."""

_SYMBOL = pattern_of(r"(?=.*\d)[A-Z]{1,6}(?:/[A-Z0-9][A-Za-z0-9.\-]*){2,8}")
"""A document's symbol ("A/CONF.1/2031/5"), alone on a line at the edge of any page but the first."""

_LONE_NUMBER = pattern_of(r"\[?(?:\d{1,4}|[ivxlc]{1,7})\]?")
"""Upper-case Roman numbers are left alone: they are headings more often than page numbers."""


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


def running_forms(text: str) -> frozenset[str]:
    """A line with one of its numbers masked, each in turn, wherever it is printed or in one place.

    A running head differs from page to page in one number, its page; notes that cite alike ("1 League of
    Lamps, Collected Treaties, vol. 3, p. 7") differ in several.

    Args:
        text: the whole line.
    """
    line = re.sub(r"\s+", "", text.casefold())
    if len(line) > _LONGEST_RUNNING:
        return frozenset((line,))
    numbers = list(re.finditer(r"\d+", line))
    forms = {f"{line[: each.start()]}#{line[each.end() :]}" for each in numbers}
    forms |= {re.sub(rf"(?<!\d){each[0]}(?!\d)", "#", line) for each in numbers}
    return frozenset(forms or {line})


def find_furniture(pages: Sequence[Sequence[PageLine]]) -> dict[tuple[int, int], str]:
    """The running heads, feet and page marks of a document.

    Args:
        pages: the lines of each page, top to bottom.

    Returns:
        (index of the page, index of the line in it) to the name of the rule that took it.
    """
    edges = {edge: (_repeated(pages, edge), _numbers_pages(pages, edge)) for edge in ("head", "foot")}
    found = _running_headings(pages)
    for number, lines in enumerate(pages):
        for edge, (repeated, numbers_pages) in edges.items():
            numbered = False
            taken: list[int] = []
            # From the edge of the page inwards, up to the first line that is the text's own.
            for depth, index in enumerate(_from_edge(lines, edge)):
                if (number, index) in found:
                    taken.append(-1)
                    continue
                line = lines[index]
                rule = page_mark(line.text)
                if rule is None and depth < _DEPTH:
                    if numbers_pages and not numbered and _LONE_NUMBER.fullmatch(line.text.strip()):
                        rule, numbered = "page_number", True
                    elif (number and _SYMBOL.fullmatch(line.text.strip())) or any(
                        abs(_place(line, depth) - at) <= _SAME_PLACE
                        for form in sorted(running_forms(line.text))
                        for at in repeated[form]
                    ):
                        rule = f"running_{edge}"
                if rule is None:
                    for each in _of_text(lines, taken, _from_edge(lines, edge)):
                        del found[number, each]
                    break
                found[number, index] = rule
                taken.append(index if rule.startswith("running") else -1)
    return found


def _of_text(lines: Sequence[PageLine], taken: Sequence[int], order: range) -> list[int]:
    """Which of the lines taken from an edge inwards run on with the text, line by line, after all.

    Texts that say the same in many places (forms, lists of figures) repeat lines at the edges of pages.
    """
    usual = _line_distance(lines)
    longest = max((_length(line) for line in lines), default=0.0)
    kept = set(order[len(taken) :])
    of_text: list[int] = []
    for depth in range(len(taken) - 1, -1, -1):
        index = taken[depth]
        if index < 0 or usual is None:
            break
        line = lines[index]
        inner = next((at for at in order[depth:] if at in kept and lines[at].column == line.column), None)
        if inner is None or _length(line) < _LONG * longest / (2 if line.column else 1):
            continue
        beside = lines[inner]
        alike = abs((line.size or 0.0) - (beside.size or 0.0)) < _SAME_SIZE
        reach = _NEXT_PARAGRAPH if _PARAGRAPH.match(line.text) else _RUNS_ON
        if alike and abs((line.baseline or 0.0) - (beside.baseline or 0.0)) <= reach * usual:
            of_text.append(index)
            kept.add(index)
    return of_text


def _length(line: PageLine) -> float:
    return (line.x1 or 0.0) - (line.x0 or 0.0)


def _line_distance(lines: Sequence[PageLine]) -> float | None:
    """The usual distance of lines of a page, in points; None where too few lines have a place."""
    columns: defaultdict[int, list[float]] = defaultdict(list)
    for line in lines:
        if line.baseline is not None:
            columns[line.column].append(line.baseline)
    falling = sorted(
        above - below
        for heights in columns.values()
        for above, below in pairwise(sorted(heights, reverse=True))
        if above - below > 0
    )
    return falling[len(falling) // 2] if len(falling) >= _FEWEST_DISTANCES else None


def _running_headings(pages: Sequence[Sequence[PageLine]]) -> dict[tuple[int, int], str]:
    """Heads such as "PART II", printed on every page of that part; the heading itself stays.

    They stand in one place on neighbouring pages, which headings of the text never do.
    Where the line is printed nowhere else, its first occurrence is the heading.
    """
    found: dict[tuple[int, int], str] = {}
    headed: list[tuple[str, tuple[int, int]]] = []
    for text, places in _runs_of_headings(pages):
        elsewhere = _is_headed(pages, text, set(places))
        if len(places) >= _RUNNING_HEADING:
            found.update(dict.fromkeys(places if elsewhere else places[1:], "running_head"))
        if elsewhere and _is_headed(pages, text, set(places), word_by_word=True):
            headed += [(text, place) for place in places]
    for _, place in headed:
        beside = [text for text, other in headed if _in_one_place(place, other, pages)]
        if len(beside) >= _RUNNING_HEADING and len(set(beside)) > 1:
            found[place] = "running_head"
    return found


def _runs_of_headings(pages: Sequence[Sequence[PageLine]]) -> list[tuple[str, list[tuple[int, int]]]]:
    """The headings among the first lines of pages, with the pages in a row that have them in one place."""
    runs: list[tuple[str, list[tuple[int, int]]]] = []
    running: dict[str, list[tuple[int, int]]] = {}
    # Heads may stand on every other page, and none over the beginning of a chapter: a run ends at the third
    # page in a row that lacks it.
    for number, lines in enumerate([*pages, [], [], []]):
        here = {
            line.text.strip(): (number, index)
            for index, line in enumerate(lines[:3])
            if line.baseline is not None and looks_like_heading(line.text)
        }
        for text in [
            text for text in running if not _goes_on(running[text][-1], number, here.get(text), pages)
        ]:
            runs.append((text, running.pop(text)))
        for text, place in here.items():
            running.setdefault(text, []).append(place)
    return runs


def _goes_on(
    before: tuple[int, int], number: int, now: tuple[int, int] | None, pages: Sequence[Sequence[PageLine]]
) -> bool:
    if now is None:
        return number - before[0] <= 2
    return _in_one_place(before, now, pages)


def _in_one_place(one: tuple[int, int], other: tuple[int, int], pages: Sequence[Sequence[PageLine]]) -> bool:
    heights = [pages[number][index].baseline or 0.0 for number, index in (one, other)]
    return abs(heights[0] - heights[1]) <= _SAME_PLACE


def _is_headed(
    pages: Sequence[Sequence[PageLine]],
    head: str,
    places: set[tuple[int, int]],
    *,
    word_by_word: bool = False,
) -> bool:
    """Whether the heading that a running head repeats stands in the text itself, up to the first of them.

    Word by word its number is the same too; otherwise any heading of the kind is enough.
    """
    first = min(places)[0]
    wanted = masked(head)
    words = head.casefold().split()
    for number in range(max(0, first - 1), first + 1):
        for index, line in enumerate(pages[number]):
            text = masked(line.text)
            alike = text == wanted or (wanted.startswith(text) and looks_like_heading(line.text))
            printed = line.text.casefold().split()
            alike = alike and (not word_by_word or words[: len(printed)] == printed)
            if (number, index) not in places and text and alike:
                return True
    return False


def _from_edge(lines: Sequence[PageLine], edge: str) -> range:
    return range(len(lines)) if edge == "head" else range(len(lines) - 1, -1, -1)


def _place(line: PageLine, depth: int) -> float:
    """Where a line stands on its page; without geometry, lines from the edge in steps of a line."""
    return 12.0 * depth if line.baseline is None else line.baseline


def _repeated(pages: Sequence[Sequence[PageLine]], edge: str) -> defaultdict[str, list[float]]:
    """Forms of the margin lines that come back in one place on enough pages, and the places."""
    places: defaultdict[str, list[float]] = defaultdict(list)
    for lines in pages:
        here: set[tuple[str, float]] = set()
        for depth, index in enumerate(_from_edge(lines, edge)[:_DEPTH]):
            line = lines[index]
            # Without geometry a lone number says too little: any page may begin with one.
            bare = line.baseline is None and _LONE_NUMBER.fullmatch(line.text.strip())
            if line.text.strip() and not bare and not looks_like_heading(line.text):
                height = round(_place(line, depth), 1)
                here.update((form, height) for form in running_forms(line.text))
        # What two columns print at one height stands there once.
        for text, place in here:
            places[text].append(place)
    wanted = max(2 if len(pages) <= 4 else _REPEATED_PAGES, ceil(_REPEATED_SHARE * len(pages)))
    repeated: defaultdict[str, list[float]] = defaultdict(list)
    for text, heights in places.items():
        heights.sort()
        repeated[text] = [
            height
            for height in sorted(set(heights))
            if bisect_right(heights, height + _SAME_PLACE) - bisect_left(heights, height - _SAME_PLACE)
            >= wanted
        ]
    return repeated


def _numbers_pages(pages: Sequence[Sequence[PageLine]], edge: str) -> bool:
    """Whether lone numbers at an edge are page numbers: they go up with the pages."""
    offsets: Counter[int] = Counter()
    for number, lines in enumerate(pages):
        texts = [lines[index].text.strip().strip("[]") for index in _from_edge(lines, edge)[:3]]
        offsets.update(
            sorted(
                {int(text) - number for text in texts if _LONE_NUMBER.fullmatch(text) and text.isdecimal()}
            )
        )
    best = max(offsets.values(), default=0)
    return best >= 2 and best >= 0.25 * sum(1 for lines in pages if lines)
