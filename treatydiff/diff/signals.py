"""Rule-based observations on edits: obligations, negations, numbers, references, hedges, definitions.

An observation says what the words do, not what the law is. It is made where a phrase of the tables
stands in one text and not in the other at the same place, and is attached to the edit that did it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal
from unicodedata import combining, normalize

from treatydiff.diff.definitions import defined_term
from treatydiff.diff.phrase_changes import PhraseChange, PhraseSides, without_common
from treatydiff.diff.phrases import (
    Phrase,
    Sort,
    find_phrases,
    is_of_a_date,
    number_phrases,
    reference_phrases,
)
from treatydiff.diff.word_map import SideWords
from treatydiff.language.references import Reference
from treatydiff.language.words.signals import SIGNAL_WORDS
from treatydiff.model import Edit, Signal

SignalKind = Literal["negation", "hedge"]

# In a change of more words than these, a modal taken out and another put in are not one modal changed.
_ONE_CHANGE = 15
_DUTY = 4
_ALTERNATIVE = re.compile(r"\s*+[\]］】]\s*+(?:/|or)?\s*+[\[［【]\s*+|\s*+/\s*+")
_NONE: Counter[str] = Counter()


def with_signals(edits: tuple[Edit, ...], language: str) -> tuple[Edit, ...]:
    """The same edits with what the rules observe attached to them.

    A signal stands on the deletion where there is one, else on the insertion.

    Args:
        edits: the edits of one clause, with their classes.
        language: code of its language.
    """
    if all(edit.class_ in (None, "typographic", "editorial", "consequential", "bracket") for edit in edits):
        return edits
    found: dict[int, list[Signal]] = {}
    for number, signal in _observe(edits, language):
        if signal not in found.setdefault(number, []):
            found[number].append(signal)
    return tuple(
        replace(edit, signals=tuple(found[number])) if number in found else edit
        for number, edit in enumerate(edits)
    )


def _observe(edits: Sequence[Edit], language: str) -> Iterator[tuple[int, Signal]]:
    sides = PhraseSides(edits, language)
    yield from _obligations(sides)
    yield from _comings_and_goings(sides, "negation")
    yield from _without_moves(
        [*_comings_and_goings(sides, "hedge"), *_comings_and_goings(sides, "carve_out", as_kind="hedge")]
    )
    yield from _numbers(sides)
    yield from _references(sides)
    yield from _definitions(sides)


def _comings_and_goings(
    sides: PhraseSides, sort: Literal["negation", "hedge", "carve_out"], as_kind: SignalKind | None = None
) -> Iterator[tuple[int, Signal]]:
    kind: SignalKind = as_kind or ("negation" if sort == "negation" else "hedge")
    all_a, all_b = (_said_once(side, sort, sides.language) for side in (sides.a, sides.b))
    for change in sides.changes(all_a, all_b):
        lost, gained = without_common(change)
        yield from ((change.at(), Signal(kind, "removed", each.name)) for each in lost)
        yield from ((change.at(), Signal(kind, "added", each.name)) for each in gained)


def _said_once(side: SideWords, sort: Sort, language: str) -> list[Phrase]:
    """The phrases of a sort, less exceptions that are part of a hedge ("subject to its domestic law")."""
    found = find_phrases(side, sort, language)
    if sort != "carve_out" or not found:
        return found
    hedges = find_phrases(side, "hedge", language)
    return [
        each for each in found
        if not any(hedge.first <= each.first and each.last <= hedge.last for hedge in hedges)
    ]  # fmt: skip


# --- obligations ---------------------------------------------------------------------------------


def _obligations(sides: PhraseSides) -> Iterator[tuple[int, Signal]]:
    all_a = find_phrases(sides.a, "modal", sides.language)
    all_b = find_phrases(sides.b, "modal", sides.language)
    choices_a, choices_b = _alternatives(all_a, sides.a.text), _alternatives(all_b, sides.b.text)
    changes = [*sides.changes(all_a, all_b)]
    table = SIGNAL_WORDS.get(sides.language)
    prohibitions = table.negated_modals if table else frozenset()
    everywhere = [each for change in changes for each in change.gained]
    seen: list[tuple[int, Signal]] = []
    for change in changes:
        offered = next((choices_a[each.first] for each in change.lost if each.first in choices_a), None)
        opened = next((choices_b[each.first] for each in change.gained if each.first in choices_b), None)
        if offered and not opened:
            signals = [*_settled(offered, change, everywhere, sides)]
        elif opened and not offered:
            signals = [Signal("obligation", "reopened", " / ".join(each.name for each in opened))]
        else:
            signals = [] if offered else [*(_from_plain_verb(change, sides) or _shifts(change, prohibitions))]
        seen += ((change.at(), signal) for signal in signals)
    yield from _without_moves(seen)


def _without_moves(seen: Sequence[tuple[int, Signal]]) -> Iterator[tuple[int, Signal]]:
    """Signals less those of a phrase that was taken out here and put in there, in the same clause."""
    taken = Counter(signal.text for _, signal in seen if signal.direction in ("removed", "settled"))
    given = Counter(signal.text for _, signal in seen if signal.direction == "added")
    moved = taken & given
    left = {"removed": moved.copy(), "added": moved.copy()}
    for at, signal in seen:
        if left.get(signal.direction, _NONE)[signal.text] > 0:
            left[signal.direction][signal.text] -= 1
        else:
            yield at, signal


def _alternatives(phrases: Sequence[Phrase], text: str) -> dict[int, tuple[Phrase, ...]]:
    """Modals offered side by side ("[shall][should]"), by the first word of each."""
    groups: list[list[Phrase]] = []
    for each in phrases:
        if groups and _ALTERNATIVE.fullmatch(text[groups[-1][-1].end : each.start]):
            groups[-1].append(each)
        else:
            groups.append([each])
    return {each.first: tuple(group) for group in groups if len(group) > 1 for each in group}


def _settled(
    offered: Sequence[Phrase], change: PhraseChange, everywhere: Sequence[Phrase], sides: PhraseSides
) -> Iterator[Signal]:
    """What became of alternatives: one of them was taken, or something else."""
    names = [each.name for each in offered]
    gained = [*dict.fromkeys(each.name for each in everywhere)]
    left = [each.name for each in offered if each.first in sides.a.kept and each not in change.lost]
    taken = left + [name for name in gained if name in names]
    if len(taken) == 1:
        yield Signal("obligation", "settled", taken[0])
    elif not taken and change.gained:
        new = change.gained[0]
        forces = [each.force for each in offered]
        words = f"{' / '.join(names)} → {new.name}"
        if new.force > max(forces):
            yield Signal("obligation", "strengthened", words)
        elif new.force < min(forces):
            yield Signal("obligation", "weakened", words)
        else:
            yield Signal("obligation", "changed", words)
    elif not taken:
        yield Signal("obligation", "removed", " / ".join(names))


def _shifts(change: PhraseChange, prohibitions: frozenset[str]) -> Iterator[Signal]:
    """A modal for a stronger or weaker one, a prohibition said otherwise, modals that came or went."""
    lost, gained = without_common(change)
    if change.words <= _ONE_CHANGE:
        for old, new in zip(lost, gained, strict=False):
            words = f"{old.name} → {new.name}"
            if new.force > old.force:
                yield Signal("obligation", "strengthened", words)
            elif new.force < old.force:
                yield Signal("obligation", "weakened", words)
            elif {old.name, new.name} <= prohibitions:
                yield Signal("obligation", "changed", words)
        paired = min(len(lost), len(gained))
        lost, gained = lost[paired:], gained[paired:]
    yield from (Signal("obligation", "removed", each.name) for each in lost if each.force > 1)
    yield from (Signal("obligation", "added", each.name) for each in gained if each.force > 1)


def _from_plain_verb(change: PhraseChange, sides: PhraseSides) -> list[Signal]:
    """A duty said by the plain verb that got a weaker modal ("adopte" → "peut adopter"), or lost it."""
    table = SIGNAL_WORDS.get(sides.language)
    modals = change.lost + change.gained
    if table is None or not table.unmarked or len(modals) != 1 or modals[0].force >= _DUTY:
        return []
    run = sides.run_at(change.at())
    if not any(
        _same_verb(old, new) for old in sides.words_of(sides.a, run) for new in sides.words_of(sides.b, run)
    ):
        return []
    if change.gained:
        return [Signal("obligation", "weakened", f"{table.unmarked} → {modals[0].name}")]
    return [Signal("obligation", "strengthened", f"{modals[0].name} → {table.unmarked}")]


def _same_verb(a: str, b: str) -> bool:
    """Whether two different words begin alike, accents apart ("coopèrent", "coopérer")."""
    plain_a, plain_b = (
        "".join(char for char in normalize("NFD", word) if not combining(char)) for word in (a, b)
    )
    least = max(3, min(len(plain_a), len(plain_b)) // 2)
    return plain_a != plain_b and plain_a[:least] == plain_b[:least]


# --- numbers, references, definitions ------------------------------------------------------------


def _numbers(sides: PhraseSides) -> Iterator[tuple[int, Signal]]:
    """Numbers and time limits outside cross-references; "thirty (30)" is one number."""
    all_a = _outside(number_phrases(sides.a, sides.language), sides.references_a)
    all_b = _outside(number_phrases(sides.b, sides.language), sides.references_b)
    choices = _alternatives(all_a, sides.a.text)
    for change in sides.changes(all_a, all_b):
        lost, gained = ([*dict.fromkeys(each.name for each in side)] for side in without_common(change))
        if not lost and not gained:
            continue
        offered = next((choices[each.first] for each in change.lost if each.first in choices), ())
        left = [each.name for each in offered if each not in change.lost]
        if len(left) == 1 and not gained:
            yield change.at(), Signal("number", "settled", left[0])
            continue
        direction = "changed" if lost and gained else "removed" if lost else "added"
        dated = any(
            is_of_a_date(each, side, sides.language)
            for phrases, side in ((change.lost, sides.a), (change.gained, sides.b))
            for each in phrases
        )
        if (
            not dated
            and len(lost) == len(gained) == 1
            and (old := _value(lost[0]))
            and (new := _value(gained[0]))
        ):
            direction = "raised" if new > old else "lowered"
        words = " → ".join(filter(None, (", ".join(lost), ", ".join(gained))))
        yield change.at(), Signal("number", direction, words)


def _outside(phrases: Sequence[Phrase], references: Sequence[Reference]) -> list[Phrase]:
    return [
        each for each in phrases
        if not any(found.start <= each.start < found.end for found in references)
    ]  # fmt: skip


def _value(name: str) -> float | None:
    whole, _, parts = name.partition("/")
    try:
        return float(whole) / float(parts or 1)
    except (ValueError, ZeroDivisionError):
        return None


def _references(sides: PhraseSides) -> Iterator[tuple[int, Signal]]:
    """References that changed otherwise than by following the renumbering."""
    all_a = [*reference_phrases(sides.a, sides.references_a)]
    all_b = [*reference_phrases(sides.b, sides.references_b)]
    for change in sides.changes(all_a, all_b):
        at = change.at()
        if sides.edits[at].class_ != "substantive":
            continue
        lost, gained = without_common(change)
        for old, new in zip(lost, gained, strict=False):
            yield at, Signal("reference", "changed", f"{old.name} → {new.name}")
        paired = min(len(lost), len(gained))
        yield from ((at, Signal("reference", "removed", each.name)) for each in lost[paired:])
        yield from ((at, Signal("reference", "added", each.name)) for each in gained[paired:])


def _definitions(sides: PhraseSides) -> Iterator[tuple[int, Signal]]:
    term = defined_term(sides.a.text, sides.language) or defined_term(sides.b.text, sides.language)
    if not term:
        return
    for number, edit in enumerate(sides.edits):
        if edit.class_ == "substantive":
            yield number, Signal("definition", "redefined", term)
            return
