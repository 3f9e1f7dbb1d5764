"""Where each instrument of a file begins: titles, preambles, and numbers that start again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from treatydiff.language.grammar import Grammar
from treatydiff.language.numbers import number_value
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.structure.headings.headings import Heading
from treatydiff.structure.lines import ends_sentence
from treatydiff.structure.numbers_that_go_on import goes_on_a_series, name_of_texts, numbers_go_on
from treatydiff.structure.paragraphs import Paragraph
from treatydiff.structure.preambles import (
    OutlineItem,
    is_numbered,
    is_preamble_heading,
    opens_preamble,
    opens_recital,
    preamble_start,
    reads_like_recital,
)

_LONGEST_TITLE = 240
_MOST_TITLE_LINES = 8
_MANY_NUMBERED = 5
_LONGEST_OPENER = 200
"""Code points of the line on which the parties introduce themselves before recitals."""
_DATE = pattern_of(
    r"\W*(?:\d{1,2}\.?(?:er|º)?\s+(?:de\s+)?[^\W\d_]+\.?\s+(?:de\s+)?\d{4}|[^\W\d_]+\s+\d{1,2},?\s+\d{4}|\d{4}年.{0,12})\W*"
)
_ENUMERATED_TITLE = pattern_of(r"(?:[A-Z]|[IVX]+|\d{1,2})[.)]\s+\S")
_REACH = 14
"""How many items after an instrument's title its preamble or first provision must come."""
_LONGEST_PREAMBLE = 60
"""Items of a preamble whose parties are called by their names."""
_NEAR_RESTART = 4
"""How many items after a title the first article must come where no preamble stands between."""
_CONTAINERS = frozenset({"part", "title", "chapter", "section", "subsection"})


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
    text, or where the articles start again behind a closing formula; the first begins with the preamble
    nearest before its first article, so that a note by the chair with numbered paragraphs of its own
    stays front matter.
    """
    starts = [_first_start(items, grammar)]
    operative = closed = articles = False
    series = ""
    at = starts[0][1]
    while at < len(items):
        item = items[at]
        if isinstance(item, Heading):
            begin = _annexed(items, at, grammar) if operative and not articles else None
            if begin is not None:
                starts.append(begin)
                at, operative, closed, articles = begin[1], False, False, False
            series = name_of_texts(item, grammar) if item.kind == "annex" else series
            articles = articles or item.kind in ("article", "rule")
            operative = operative or articles
        elif operative or is_numbered(item, grammar):
            operative = True
            closed = closed or grammar.closing_opener.match(item.text) is not None
            begin = _new_start(_ItemPlace(items, at, grammar, closed))
            if begin is not None and not goes_on_a_series(items[begin[0]], series):
                starts.append(begin)
                at, operative, closed, articles, series = begin[1], False, False, False, ""
        at += 1
    ends = [_without_headings_of_a_volume(items, title) for title, _ in starts[1:]] + [len(items)]
    return [InstrumentRange(title, start, end) for (title, start), end in zip(starts, ends, strict=True)]


def rests_on_articles(items: Sequence[OutlineItem], grammar: Grammar) -> bool:
    """Whether articles come before five numbered paragraphs, or the annex of a resolution, do."""
    numbered = 0
    for item in items:
        if isinstance(item, Heading):
            if item.kind in ("article", "rule") or (item.kind == "annex" and numbered):
                return item.kind != "annex"
        else:
            numbered += is_numbered(item, grammar)
            if numbered >= _MANY_NUMBERED:
                return False
    return False


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
    start = preamble_start(items, first, grammar)
    while start == first and start > 0 and _is_container_heading(items[start - 1]):
        start -= 1
        first -= 1
    return _title_before(items, start, grammar), start


def _first_start_without_articles(items: Sequence[OutlineItem], grammar: Grammar) -> tuple[int, int]:
    for number, item in enumerate(items):
        if is_preamble_heading(item, grammar) or opens_preamble(item, grammar):
            return _title_before(items, number, grammar), number
    for number, item in enumerate(items):
        if isinstance(item, Heading) or is_numbered(item, grammar):
            return _title_before(items, number, grammar), number
    return 0, 0


def _is_article(item: OutlineItem) -> bool:
    return isinstance(item, Heading) and item.kind in ("article", "rule")


def _is_container_heading(item: OutlineItem) -> bool:
    return isinstance(item, Heading) and item.kind != "annex"


def _title_before(items: Sequence[OutlineItem], start: int, grammar: Grammar) -> int:
    """The first of the title lines that stand directly before item `start`."""
    at = start
    while at > 0 and start - at < _MOST_TITLE_LINES:
        item = items[at - 1]
        if isinstance(item, Heading) or len(item.text) > _LONGEST_TITLE:
            break
        if at < start and (item.page != items[at].page or _DATE.fullmatch(item.text)):
            # The cover prints the title once more; a date stands between who submitted it and the title.
            break
        if not (
            is_instrument_title(item, grammar)
            or ((item.first.styled or item.first.upper) and not ends_sentence(item.text))
            or (at == start and _may_title(item, grammar) and not item.text[:1].islower())
        ):
            break
        at -= 1
        if _ENUMERATED_TITLE.match(item.text):
            # "A. DRAFT AGREEMENT" is one part of a paper; what stands above it titles the paper.
            break
    return min(at, _name_above(items, start, grammar))


def _name_above(items: Sequence[OutlineItem], start: int, grammar: Grammar) -> int:
    """The line in capitals or bold that names the instrument, above the lines that go on its title.

    "DIRECTIVE … OF THE COUNCIL", then "of 5 May 2031", then "on signal lamps".
    """
    for at in range(start - 1, max(-1, start - 1 - _MOST_TITLE_LINES), -1):
        item = items[at]
        if isinstance(item, Heading) or len(item.text) > _LONGEST_TITLE or ends_sentence(item.text):
            break
        if reads_like_recital(item, grammar) or item.page != items[start - 1].page:
            break
        if (item.first.styled or item.first.upper) and grammar.instrument_name.search(item.text):
            return at
    return start


@dataclass(frozen=True, slots=True)
class _ItemPlace:
    """An item behind operative text, and whether that text has been closed ("DONE at …")."""

    items: Sequence[OutlineItem]
    at: int
    grammar: Grammar
    closed: bool

    @property
    def item(self) -> OutlineItem:
        return self.items[self.at]


_Start = tuple[int, int]
"""Title and start of an instrument."""


def _new_start(place: _ItemPlace) -> _Start | None:
    """Title and start of the instrument that an item begins, if it does."""
    begin = next((begin for rule in _BEGINNINGS if (begin := rule(place)) is not None), None)
    return None if begin is None or numbers_go_on(place.items, *begin, place.grammar) else begin


def _draft_named_by_its_title(place: _ItemPlace) -> _Start | None:
    items, at, grammar = place.items, place.at, place.grammar
    if not is_instrument_title(place.item, grammar):
        return None
    for number in range(at + 1, min(at + _REACH, len(items))):
        if _begins_text(items[number], grammar):
            return at, _body_start(items, at, number, grammar)
    return None


def _annexed(items: Sequence[OutlineItem], at: int, grammar: Grammar) -> _Start | None:
    """An annex that a resolution adopts: its title names an instrument, its text begins with the parties."""
    heading = items[at]
    if not isinstance(heading, Heading) or heading.kind != "annex" or at + 1 >= len(items):
        return None
    named = grammar.instrument_name.search(heading.title) is not None
    return (at, at + 1) if named and opens_preamble(items[at + 1], grammar) else None


def _preamble_below_a_title(place: _ItemPlace) -> _Start | None:
    if not is_preamble_heading(place.item, place.grammar, alone=True):
        return None
    title = _title_before(place.items, place.at, place.grammar)
    return (title, place.at) if title < place.at else None


def _parties_below_a_title(place: _ItemPlace) -> _Start | None:
    """A title "B. Agreement on …" and "The Contracting Parties," before a recital."""
    items, at, grammar = place.items, place.at, place.grammar
    if not opens_preamble(place.item, grammar) or len(place.item.text) > _LONGEST_OPENER:  # type: ignore[union-attr]
        return None
    behind = items[at + 1] if at + 1 < len(items) else None
    if behind is None or not (opens_recital(behind, grammar) or _is_formula(behind, grammar)):
        return None
    title = _title_before(items, at, grammar)
    if title == at and at and _may_title(items[at - 1], grammar):
        title = at - 1
    return (title, at) if title < at or place.closed else None


def _formula_below_a_title(place: _ItemPlace) -> _Start | None:
    """A title, parties called by their names, recitals, and the formula that closes a preamble."""
    items, at, grammar = place.items, place.at, place.grammar
    if not _may_title(place.item, grammar):
        return None
    start = at + 1
    for number in range(at + 1, min(at + 1 + _LONGEST_PREAMBLE, len(items))):
        item = items[number]
        if isinstance(item, Heading):
            return None
        if _is_formula(item, grammar):
            return (_title_before(items, start, grammar), start) if start < number else None
        pauses = reads_like_recital(item, grammar) or item.text.rstrip().endswith((",", ";", ":", "，", "："))
        if not pauses and start == number and _may_title(item, grammar):
            start = number + 1
        elif not pauses and not opens_recital(item, grammar):
            return None
    return None


def _articles_that_start_again(place: _ItemPlace) -> _Start | None:
    """A title and the first article behind a closing formula: a statute after its charter."""
    items, at, grammar = place.items, place.at, place.grammar
    item = place.item
    if not place.closed or isinstance(item, Heading) or not _may_title(item, grammar):
        return None
    if not item.first.set_apart:
        return None
    for number in range(at + 1, min(at + 1 + _NEAR_RESTART, len(items))):
        following = items[number]
        if isinstance(following, Heading):
            if following.kind == "annex":
                return None
            if following.kind in ("article", "rule"):
                first = number_value(following.number, grammar.code) == 1
                return (
                    (_title_before(items, at + 1, grammar), _body_start(items, at, number, grammar))
                    if first
                    else None
                )
        elif not following.first.set_apart or ends_sentence(following.text):
            return None
    return None


_BEGINNINGS: tuple[Callable[[_ItemPlace], _Start | None], ...] = (
    _draft_named_by_its_title,
    _preamble_below_a_title,
    _parties_below_a_title,
    _formula_below_a_title,
    _articles_that_start_again,
)
"""What begins a further instrument, in the order in which it is looked for."""


def _may_title(item: OutlineItem, grammar: Grammar) -> bool:
    """Whether a line can title an instrument: it names one, is unended, and is no formula or item."""
    return (
        isinstance(item, Paragraph)
        and len(item.text) <= _LONGEST_TITLE
        and not ends_sentence(item.text)
        and grammar.instrument_name.search(item.text) is not None
        and grammar.closing_opener.match(item.text) is None
        and not reads_like_recital(item, grammar)
        and item.first.block.cell is None
    )


def _is_formula(item: OutlineItem, grammar: Grammar) -> bool:
    return isinstance(item, Paragraph) and grammar.preamble_closer.match(item.text) is not None


def _begins_text(item: OutlineItem, grammar: Grammar) -> bool:
    return (
        isinstance(item, Heading)
        or is_preamble_heading(item, grammar)
        or opens_preamble(item, grammar)
        or is_numbered(item, grammar)
    )


def _without_headings_of_a_volume(items: Sequence[OutlineItem], title: int) -> int:
    """The end of an instrument: before the parts of the volume ("Part two: Principles") of the next."""
    end = title
    while end > 0 and isinstance((item := items[end - 1]), Heading) and item.kind in _CONTAINERS:
        end -= 1
    return end


def _body_start(items: Sequence[OutlineItem], title: int, found: int, grammar: Grammar) -> int:
    """Where the text behind a title begins: at its preamble, or behind further title lines."""
    if not isinstance(items[found], Heading) and not is_numbered(items[found], grammar):
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
