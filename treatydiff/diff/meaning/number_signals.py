"""What is observed on quantities and definitions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from treatydiff.diff.definitions import defined_term
from treatydiff.diff.meaning.number_choices import number_choices
from treatydiff.diff.meaning.phrase_changes import PhraseSides, without_common
from treatydiff.diff.meaning.phrases import Phrase, instrument_phrases, number_phrases
from treatydiff.diff.meaning.printed_dates import printed_date
from treatydiff.diff.word_map import SideWords
from treatydiff.language.quantities import Quantity, compared
from treatydiff.language.quantity_sorts import quantity_sort
from treatydiff.language.references import Reference
from treatydiff.model import QuantitySort, Signal
from treatydiff.patterns import pattern_of

_SHORT = 4
"""Words of either side of a change in which a bare "one" can be replaced by another number."""


def number_signals(sides: PhraseSides) -> Iterator[tuple[int, Signal]]:
    """Quantities outside cross-references that came, went or became others; "thirty (30)" is one.

    Args:
        sides: both texts of a clause.
    """
    all_a, all_b = (
        _less_titles(
            _outside(number_phrases(side, sides.language), references, side.text), side, sides.language
        )
        for side, references in ((sides.a, sides.references_a), (sides.b, sides.references_b))
    )
    changes = [*sides.changes(all_a, all_b)]
    choices = number_choices(changes, all_a, all_b, (sides.a.text, sides.b.text))
    decided = {each for choice in choices for each in choice.others}
    for choice in choices:
        sort = _sort(choice.others, sides.a if choice.direction == "settled" else sides.b, sides.language)
        yield choice.change.at(), Signal("number", choice.direction, choice.words, sort)
    said: set[str] = set()
    for change in changes:
        lost, gained = (
            _said_once([each for each in held if each not in decided]) for held in without_common(change)
        )
        if len(lost) == len(gained):
            if all(each.lone for each in (*lost, *gained)) or change.words <= _SHORT:
                pairs = [*_pairs(sides, lost, gained, all_a, all_b)]
                yield from ((change.at(), each) for each in pairs if each.text not in said)
                said |= {each.text for each in pairs if each.quantity == "date"}
        else:
            yield from ((change.at(), each) for each in _unlike(sides, lost, gained))


def _said_once(phrases: Sequence[Phrase]) -> list[Phrase]:
    return [*{each.like: each for each in phrases if each.quantity}.values()]


def _sort(phrases: Sequence[Phrase], side: SideWords, language: str) -> QuantitySort | Literal[""]:
    """What some numbers measure, where all measure one thing."""
    sorts = {quantity_sort(each.quantity, side.keys, language) for each in phrases if each.quantity}
    return sorts.pop() if len(sorts) == 1 else ""


def _pairs(
    sides: PhraseSides,
    lost: Sequence[Phrase],
    gained: Sequence[Phrase],
    all_a: Sequence[Phrase],
    all_b: Sequence[Phrase],
) -> Iterator[Signal]:
    for old, new in zip(lost, gained, strict=True):
        if old.quantity and new.quantity and (direction := compared(old.quantity, new.quantity)):
            shown = [_words(old.quantity, new.quantity), _words(new.quantity, old.quantity)]
            if old.quantity.kind == new.quantity.kind == "date":
                dates = printed_date(old, all_a, sides.a), printed_date(new, all_b, sides.b)
                if all(each[:1].isdecimal() or each[-1:].isdecimal() for each in dates):
                    shown = [*dates]
            words = " → ".join(shown)
            yield Signal("number", direction, words, _sort([new], sides.b, sides.language))


def _words(quantity: Quantity, other: Quantity) -> str:
    """A quantity by its figures; with its unit where the other has another."""
    if quantity.kind == other.kind and quantity.kind in ("money", "date") and quantity.name == other.name:
        return quantity.value.removeprefix("date ")
    if quantity.kind != "duration":
        return f"{quantity.name} %" if quantity.unit == "%" and other.unit != "%" else quantity.name
    spans = [_span(each).split(" ", 1) for each in (quantity, other) if each.kind == "duration"]
    plain = all(span[0] == each.name for span, each in zip(spans, (quantity, other), strict=False))
    if plain and len({span[1] for span in spans}) == 1:
        return quantity.name
    return " ".join(spans[0])


def _span(quantity: Quantity) -> str:
    """A duration in its base unit, hours as hours: "24 months" for two years."""
    return f"{quantity.name} hours" if quantity.unit == "hours" else quantity.value.removeprefix("ordinal ")


def _unlike(sides: PhraseSides, lost: Sequence[Phrase], gained: Sequence[Phrase]) -> Iterator[Signal]:
    """More numbers on one side than on the other; those of statements of their own are left aside."""
    old, new = (
        [
            each for each in held
            if each.lone and not sides.is_of_its_own(each, side) and not _said_by_both(each, sides, side)
        ]
        for held, side in ((lost, sides.a), (gained, sides.b))
    )  # fmt: skip
    if old or new:
        direction = "changed" if old and new else "removed" if old else "added"
        words = " → ".join(", ".join(each.name for each in side) for side in (old, new) if side)
        sorts = {_sort(old, sides.a, sides.language), _sort(new, sides.b, sides.language)} - {""}
        yield Signal("number", direction, words, sorts.pop() if len(sorts) == 1 else "")


def _said_by_both(phrase: Phrase, sides: PhraseSides, side: SideWords) -> bool:
    """Whether the other text says "both" in place of "the two" (English)."""
    if sides.language != "en" or phrase.edit is None or not phrase.quantity or phrase.quantity.value != "2":
        return False
    other = sides.b if side is sides.a else sides.a
    return "both" in sides.words_of(other, sides.run_at(phrase.edit))


def _outside(phrases: Sequence[Phrase], references: Sequence[Reference], text: str) -> list[Phrase]:
    return [
        each for each in phrases
        if not any(found.start <= each.start < found.end for found in references)
        and not _OF_A_REFERENCE.search(text, max(0, each.start - _PLURAL), each.start)
        and not (each.quantity and each.quantity.kind == "count" and _ABOVE.match(text, each.end))
    ]  # fmt: skip


_PLURAL = 12
_OF_A_REFERENCE = pattern_of(r"[^\W\d_]\[(?:s|es)\]\s$")
_ABOVE = pattern_of(r"\s(?:above|below|ci-dessus|ci-dessous|supra|infra)\s?(?:[\]),;.]|$)")
"""What tells the number of a provision with brackets in its name: "paragraph[s] 24 [and 28 above]"."""


_OF_A_TITLE = pattern_of(
    r"(?<![^\W_])(?:(?<!as )of|(?<!compter )(?<!partir )du|de|(?<!partir )del|от)\s$", re.IGNORECASE
)
_TITLE, _NEXT_PART = 90, 4
"""Code points between an instrument's number and the date in its title, and between a day and its year."""


def _less_titles(phrases: Sequence[Phrase], side: SideWords, language: str) -> list[Phrase]:
    """Quantities less the dates in titles of instruments: "Directive 98/26/EC of 19 May 1998"."""
    numbered = [each.end for each in instrument_phrases(side, (), language)]
    if not numbered:
        return [*phrases]
    left: list[Phrase] = []
    titled = -1
    for each in phrases:
        dated = each.quantity is not None and each.quantity.kind == "date"
        goes_on = dated and 0 <= each.start - titled <= _NEXT_PART
        if goes_on or (dated and any(_in_title(side.text[end : each.start]) for end in numbered)):
            titled = each.end
        else:
            left.append(each)
    return left


def _in_title(between: str) -> bool:
    """Whether words between an instrument's number and a date are of its title: " of the Council of "."""
    return (
        0 < len(between) <= _TITLE
        and not any(mark in between for mark in ".;:()")
        and _OF_A_TITLE.search(between) is not None
    )


def definition_signals(sides: PhraseSides) -> Iterator[tuple[int, Signal]]:
    """That the meaning of a defined term changed.

    Args:
        sides: both texts of a clause.
    """
    term = defined_term(sides.a.text, sides.language) or defined_term(sides.b.text, sides.language)
    if not term:
        return
    for number, edit in enumerate(sides.edits):
        if edit.class_ == "substantive":
            yield number, Signal("definition", "redefined", term)
            return
