"""Tables of contents without dot leaders: headings that follow one another and come again later."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from treatydiff.language.grammar import Grammar
from treatydiff.language.numbers import canonical_number
from treatydiff.patterns import pattern_of
from treatydiff.structure.headings.headings import Heading, heading_key
from treatydiff.structure.lines import ends_sentence
from treatydiff.structure.paragraphs import Paragraph
from treatydiff.structure.preambles import (
    OutlineItem,
    is_preamble_heading,
    opens_preamble,
    opens_recital,
)

_FEWEST = 5
"""Articles, or entries, that a table of contents lists at least where no line says that it is one."""
_FEWEST_ANNOUNCED = 3
"""As above, behind a line that says so."""
_FEWEST_AGAIN = 2
"""As above, where nothing stands between them and each is printed again over its text."""
_LONGEST_ENTRY = 400
"""Code points of the longest title that is listed; running text is longer, or ends in a full stop."""
_LONGEST_LABEL = 60
_REPEATED = 0.7
"""Share of the listed headings that come again."""
_ENDED = 0.2
"""Entries that end like a sentence, for each entry, past which a run is a text."""
_SAYS_SO = pattern_of(
    r"\W*(?:(?:table\s+of\s+)?contents|table\s+des\s+matières|sommaire|índice|sumario|содержание|оглавление|"
    r"目\s*[录錄次]|المحتويات|فهرس)\W*",
    re.IGNORECASE,
)

_BULLETS = "-–•*·▪"
_BULLET = pattern_of(rf"[{_BULLETS}]\s+(?=[^\W\d_])")

_Key = tuple[str, str]


def contents_range(items: Sequence[OutlineItem], grammar: Grammar) -> range:
    """The items that a table of contents reaches over; empty if there is none.

    It begins at a line that says so, or at an entry, and ends where its first entry comes again as a
    heading. Where more than a few of its lines end in a full stop, it is a text whose short articles happen
    to have the numbers of a later one.

    Args:
        items: headings and paragraphs of a file.
        grammar: the grammar of its language.
    """
    keys = [_entry_key(item, grammar) for item in items]
    for start, item in enumerate(items):
        if isinstance(item, Heading) and item.body is not None:
            break
        announced = isinstance(item, Paragraph) and _SAYS_SO.fullmatch(item.text.strip()) is not None
        if announced or keys[start] is not None:
            end = _end_of_entries(items, keys, start, grammar, announced=announced)
            if end:
                return range(start, end)
    return range(_end_of_run(items, grammar.code))


def _end_of_entries(
    items: Sequence[OutlineItem],
    keys: Sequence[_Key | None],
    start: int,
    grammar: Grammar,
    *,
    announced: bool,
) -> int:
    """Where the first entry of a table comes again as a heading; 0 where the items are no table."""
    begin = start + announced
    first = next((key for key in keys[begin : begin + 2] if key is not None), None)
    fewest = _FEWEST_ANNOUNCED if announced else _FEWEST
    ended = 0
    for end in range(begin + 1, len(items)):
        ended += _is_sentence(items[end])
        if first is None or ended > max(1, _ENDED * (end - begin)):
            return 0
        if (
            keys[end] == first
            and isinstance(items[end], Heading)
            and (end - begin >= fewest or _is_printed_again(items, begin, end, grammar))
        ):
            listed = [key for key in keys[begin:end] if key is not None]
            later = {
                key for key, item in zip(keys[end:], items[end:], strict=True) if isinstance(item, Heading)
            }
            repeated = sum(key in later for key in listed)
            again = _is_printed_again(items, begin, end, grammar)
            if (len(listed) < fewest and not again) or repeated < _REPEATED * len(listed):
                return 0
            last = max(n for n in range(begin, end) if keys[n] is not None)
            return _before_preamble(items, last + 1, end, grammar)
    return 0


def _is_printed_again(items: Sequence[OutlineItem], begin: int, end: int, grammar: Grammar) -> bool:
    """Whether headings with nothing between them come again, each with a text and the same title, or none.

    A text that prints titles below its headings, or not at all, shows none here.
    """
    listed = items[begin:end]
    if len(listed) < _FEWEST_AGAIN:
        return False
    later = {
        (heading_key(item, grammar.code), item.title)
        for item, behind in pairwise(items[end:])
        if isinstance(item, Heading) and (item.body is not None or isinstance(behind, Paragraph))
    }
    return all(
        isinstance(item, Heading)
        and bool(item.title)
        and item.body is None
        and not later.isdisjoint((heading_key(item, grammar.code), title) for title in (item.title, ""))
        for item in listed
    )


def _before_preamble(items: Sequence[OutlineItem], first: int, end: int, grammar: Grammar) -> int:
    """Where a table ends above a preamble, and above the title that is printed once more; else its end."""
    for at in range(first, end):
        item = items[at]
        if (
            is_preamble_heading(item, grammar)
            or opens_preamble(item, grammar)
            or opens_recital(item, grammar)
        ):
            return next((n + 1 for n in range(at - 1, first - 1, -1) if not _is_title(items[n])), first)
    return end


def _is_title(item: OutlineItem) -> bool:
    return isinstance(item, Paragraph) and (item.first.upper or item.first.styled)


def _entry_key(item: OutlineItem, grammar: Grammar) -> _Key | None:
    """Kind and number of what an item heads or lists: "Article 1:" in a cell is the entry of article 1."""
    if isinstance(item, Heading):
        return heading_key(item, grammar.code)
    if len(item.text) > (_LONGEST_ENTRY if item.text[:1] in _BULLETS else _LONGEST_LABEL):
        return None
    bullet = _BULLET.match(item.text)
    for form in grammar.headings:
        found = form.pattern.match(item.text, bullet.end() if bullet else 0)
        if found is not None and found["number"] and (bullet or not found["rest"].strip(" .:：")):
            return form.kind, canonical_number(found["number"].strip(), form.kind, grammar.code)
    return None


def _is_sentence(item: OutlineItem) -> bool:
    if isinstance(item, Heading):
        return item.body is not None
    text = item.text.rstrip()
    return len(text) > _LONGEST_ENTRY or (ends_sentence(text) and not text.endswith((":", "：")))


def _end_of_run(items: Sequence[OutlineItem], language: str) -> int:
    """Where a run of headings and titles from the start of the file ends, most of which come again."""
    run: list[_Key] = []
    end = ended = 0
    for number, item in enumerate(items):
        if isinstance(item, Heading):
            key = heading_key(item, language)
            if len(run) >= _FEWEST and key in run:
                break
            run.append(key)
            end = number + 1
        elif not run or len(item.text) > _LONGEST_ENTRY:
            if len(run) >= _FEWEST:
                break
            run, ended = [], 0
            continue
        ended += _is_sentence(item)
    if len(run) < _FEWEST or ended > _ENDED * len(run):
        return 0
    later = {heading_key(item, language) for item in items[end:] if isinstance(item, Heading)}
    listed = [key for key in run if key[0] in ("article", "rule")]
    repeated = sum(key in later for key in listed)
    return end if len(listed) >= _FEWEST and repeated >= _REPEATED * len(listed) else 0
