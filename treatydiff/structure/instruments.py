"""Where each instrument of a file begins, and where its preamble does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from treatydiff.language.grammar import Grammar
from treatydiff.structure.headings.headings import Heading
from treatydiff.structure.lines import ends_sentence
from treatydiff.structure.paragraphs import Paragraph

OutlineItem = Heading | Paragraph

_LONGEST_TITLE = 240
_MANY_NUMBERED = 5
_RECITAL_ENDS = (",", ";", "，", "；", "،", "؛", " and", " et", " y", " e", " и")
_SHORTEST_RUN_ON = 120
"""Code points of the shortest preamble that runs on in one paragraph."""
_SHORTEST_RECITAL = {False: 30, True: 5}
"""Code points of the shortest recital, by whether lines join without a space (Chinese)."""

_DATE = re.compile(
    r"\W*(?:\d{1,2}\.?(?:er|º)?\s+(?:de\s+)?[^\W\d_]+\.?\s+(?:de\s+)?\d{4}|[^\W\d_]+\s+\d{1,2},?\s+\d{4}|\d{4}年.{0,12})\W*"
)
_ENUMERATED_TITLE = re.compile(r"(?:[A-Z]|[IVX]+|\d{1,2})[.)]\s+\S")
_REACH = 14
"""How many items after an instrument's title its preamble or first provision must come."""


@dataclass(frozen=True, slots=True)
class InstrumentRange:
    """Items `title` to `start` are an instrument's title lines, `start` to `end` its text.

    Everything before `title` that no earlier instrument claims is front matter.
    """

    title: int
    start: int
    end: int


def find_instruments(items: Sequence[OutlineItem], grammar: Grammar) -> list[InstrumentRange]:
    """The instruments of a file, in order; at least one if there is any text.

    A new one begins where a title that names an instrument, or a preamble, comes after operative
    text; the first begins with the preamble nearest before its first article, so that a note by the
    chair with numbered paragraphs of its own stays front matter.
    """
    starts = [_first_start(items, grammar)]
    operative = False
    at = starts[0][1]
    while at < len(items):
        item = items[at]
        if isinstance(item, Heading):
            operative = operative or item.kind in ("article", "rule")
        elif operative or _is_numbered(item, grammar):
            operative = True
            begin = _new_start(items, at, grammar)
            if begin is not None:
                starts.append(begin)
                at, operative = begin[1], False
        at += 1
    ends = [title for title, _ in starts[1:]] + [len(items)]
    return [InstrumentRange(title, start, end) for (title, start), end in zip(starts, ends, strict=True)]


def rests_on_articles(items: Sequence[OutlineItem], grammar: Grammar) -> bool:
    """Whether an instrument is made of articles: one comes before five numbered paragraphs do."""
    numbered = 0
    for item in items:
        if isinstance(item, Heading):
            if item.kind in ("article", "rule"):
                return True
        else:
            numbered += _is_numbered(item, grammar)
            if numbered >= _MANY_NUMBERED:
                return False
    return False


def _is_numbered(item: OutlineItem, grammar: Grammar) -> bool:
    if isinstance(item, Heading):
        return False
    label = item.label(grammar.code)
    return label is not None and label.family == "digit"


def _is_article(item: OutlineItem) -> bool:
    return isinstance(item, Heading) and item.kind in ("article", "rule")


def is_preamble_heading(item: OutlineItem, grammar: Grammar) -> bool:
    """Whether a paragraph is, or begins with, the word "Preamble" as a heading."""
    if isinstance(item, Heading):
        return False
    found = grammar.preamble.match(item.text.lstrip("[{( "))
    if found is None:
        return False
    rest = item.text.lstrip("[{( ")[found.end() :]
    return not rest.strip(" ])}") or grammar.preamble_opener.match(rest) is not None or rest[:1].isupper()


def is_instrument_title(item: OutlineItem, grammar: Grammar) -> bool:
    """Whether a paragraph is a line that names an instrument ("B. DRAFT DECISION")."""
    if isinstance(item, Heading) or len(item.text) > _LONGEST_TITLE:
        return False
    text = item.text.strip()
    if grammar.instrument_title.match(text) is None or ends_sentence(text) or text.endswith(","):
        return False
    return item.first.styled or item.first.upper or item.first.block.starts_paragraph is not False


def _first_start(items: Sequence[OutlineItem], grammar: Grammar) -> tuple[int, int]:
    """Title and start of the first instrument."""
    first = next((n for n, item in enumerate(items) if _is_article(item)), None)
    if first is None:
        return _first_start_without_articles(items, grammar)
    start = next((n for n in range(first - 1, -1, -1) if is_preamble_heading(items[n], grammar)), None)
    if start is None:
        openers = [
            n for n in range(first)
            if _opens_preamble(items[n], grammar) or _opens_before_recital(items, n, first, grammar)
        ]  # fmt: skip
        if openers:
            start = openers[-1]
            while start > 0 and _reads_like_recital(items[start - 1], grammar):
                start -= 1
        else:
            start = _recital_run(items, first, grammar)
    while start == first and start > 0 and _is_container_heading(items[start - 1]):
        start -= 1
        first -= 1
    return _title_before(items, start, grammar), start


def _first_start_without_articles(items: Sequence[OutlineItem], grammar: Grammar) -> tuple[int, int]:
    for number, item in enumerate(items):
        if is_preamble_heading(item, grammar) or _opens_preamble(item, grammar):
            return _title_before(items, number, grammar), number
    for number, item in enumerate(items):
        if isinstance(item, Heading) or _is_numbered(item, grammar):
            return _title_before(items, number, grammar), number
    return 0, 0


def _opens_preamble(item: OutlineItem, grammar: Grammar) -> bool:
    if isinstance(item, Heading):
        return False
    text = item.text.strip()
    found = grammar.preamble_opener.match(text)
    if found is None:
        return False
    return (
        text.rstrip(" ]").endswith((",", ";", ":", "，", "：", "،", " and"))
        or len(text) > 400
        or text.isupper()
    )


def _opens_before_recital(items: Sequence[OutlineItem], at: int, first: int, grammar: Grammar) -> bool:
    """Whether the parties introduce themselves on a line of their own: "WE THE PEOPLES … DETERMINED"."""
    item = items[at]
    return (
        isinstance(item, Paragraph)
        and grammar.preamble_opener.match(item.text.strip()) is not None
        and not ends_sentence(item.text)
        and at + 1 < first
        and _reads_like_recital(items[at + 1], grammar)
    )


def _reads_like_recital(item: OutlineItem, grammar: Grammar) -> bool:
    if isinstance(item, Heading):
        return False
    text = item.text.rstrip(" ]")
    shortest = _SHORTEST_RECITAL[grammar.joins_without_space]
    return len(text) > shortest and (
        text.endswith(_RECITAL_ENDS) or grammar.preamble_closer.match(text) is not None
    )


def _recital_run(items: Sequence[OutlineItem], first: int, grammar: Grammar) -> int:
    """The start of the run of recitals that ends before the first heading, if it looks like one."""
    start = first
    while start > 0 and _is_container_heading(items[start - 1]):
        start -= 1
    at = start
    while at > 0 and not isinstance(items[at - 1], Heading) and (
        _reads_like_recital(items[at - 1], grammar)
        or grammar.recital_opener.match(items[at - 1].text)  # type: ignore[union-attr]
        or (at == start and _may_run_on(items[at - 1], grammar))
    ):  # fmt: skip
        at -= 1
    return at


def _may_run_on(item: OutlineItem, grammar: Grammar) -> bool:
    """Whether a paragraph directly before the first heading may be a whole preamble in one.

    A sentence with its full stop, or a numbered paragraph, is the end of a note on the draft.
    """
    return (
        isinstance(item, Paragraph)
        and len(item.text) > _SHORTEST_RUN_ON
        and not _is_numbered(item, grammar)
        and not item.text.rstrip(' ])"”').endswith((".", "。"))
    )


def _title_before(items: Sequence[OutlineItem], start: int, grammar: Grammar) -> int:
    """The first of the title lines that stand directly before item `start`."""
    at = start
    while at > 0 and start - at < 8:
        item = items[at - 1]
        if isinstance(item, Heading) or len(item.text) > _LONGEST_TITLE:
            break
        if at < start and (item.page != items[at].page or _DATE.fullmatch(item.text)):
            # The cover prints the title once more; a date stands between who submitted it and the title.
            break
        if not (
            is_instrument_title(item, grammar)
            or ((item.first.styled or item.first.upper) and not ends_sentence(item.text))
        ):
            break
        at -= 1
        if _ENUMERATED_TITLE.match(item.text):
            # "A. DRAFT AGREEMENT" is one part of a paper; what stands above it titles the paper.
            break
    return at


def _new_start(items: Sequence[OutlineItem], at: int, grammar: Grammar) -> tuple[int, int] | None:
    """Title and start of the instrument that item `at` begins, if it does."""
    item = items[at]
    if is_instrument_title(item, grammar):
        stop = min(at + _REACH, len(items))
        for number in range(at + 1, stop):
            if _begins_text(items[number], grammar):
                return at, _body_start(items, at, number, grammar)
        return None
    if is_preamble_heading(item, grammar):
        title = _title_before(items, at, grammar)
        return (title, at) if title < at else None
    return None


def _begins_text(item: OutlineItem, grammar: Grammar) -> bool:
    return (
        isinstance(item, Heading)
        or is_preamble_heading(item, grammar)
        or _opens_preamble(item, grammar)
        or _is_numbered(item, grammar)
    )


def _is_container_heading(item: OutlineItem) -> bool:
    return isinstance(item, Heading) and item.kind != "annex"


def _body_start(items: Sequence[OutlineItem], title: int, found: int, grammar: Grammar) -> int:
    """Where the text behind a title begins: at its preamble, or behind further title lines."""
    if not isinstance(items[found], Heading) and not _is_numbered(items[found], grammar):
        return found
    at = title + 1
    while at < found:
        item = items[at]
        if (
            isinstance(item, Heading)
            or ends_sentence(item.text)
            or not (item.first.styled or item.first.upper)
        ):
            break
        at += 1
    return at
