"""Rule-based observations on edits: obligations, negations, numbers, references, hedges, definitions.

An observation says what the words do, not what the law is. It is made where a phrase of the tables
stands in one text and not in the other at the same place, and is attached to the edit that did it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from treatydiff.diff.definitions import defined_term
from treatydiff.diff.phrases import (
    Phrase,
    find_phrases,
    is_of_a_date,
    not_kept,
    number_phrases,
    reference_phrases,
)
from treatydiff.diff.tokens import find_references
from treatydiff.diff.word_map import SideWords, map_words
from treatydiff.language.references import Reference
from treatydiff.model import Edit, Signal

SignalKind = Literal["negation", "hedge"]

# In a change of more words than these, a modal taken out and another put in are not one modal changed.
_ONE_CHANGE = 15
_ALTERNATIVE = re.compile(r"\s*[\]］】]\s*(?:/|or)?\s*[\[［【]\s*|\s*/\s*")
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


@dataclass(frozen=True, slots=True)
class _Change:
    """The phrases of one sort that one run of neighbouring edits takes out and puts in."""

    lost: list[Phrase]
    gained: list[Phrase]
    words: int

    def at(self) -> int:
        """The number of the edit that a signal on this change is attached to."""
        return next(each.edit for each in (*self.lost, *self.gained) if each.edit is not None)


class _Sides:
    """Both texts with their words, and the runs of edits between what stayed."""

    def __init__(self, edits: Sequence[Edit], language: str) -> None:
        self.language = language
        self.edits = edits
        self.a, self.b = map_words(edits)
        self.references_a = find_references(self.a.text, language)
        self.references_b = find_references(self.b.text, language)
        self._run_of: list[int] = []
        run = 0
        for before, edit in zip((None, *edits), edits, strict=False):
            run += before is None or (before.op == "equal") != (edit.op == "equal")
            self._run_of.append(run)
        self._words_of_run = Counter(
            self._run_of[side.edit_of[index]]
            for side in (self.a, self.b)
            for index in range(len(side.words))
            if index not in side.kept
        )

    def changes(self, all_a: Sequence[Phrase], all_b: Sequence[Phrase]) -> Iterator[_Change]:
        """What is in A alone and what is in B alone, together where one run of edits did it."""
        lost, gained = not_kept(all_a, self.a, all_b), not_kept(all_b, self.b, all_a)
        by_run: dict[int, _Change] = {}
        for phrases, others, side in ((lost, gained, self.a), (gained, lost, self.b)):
            for phrase in phrases:
                edit = phrase.edit if phrase.edit is not None else _edit_beside(phrase, others, side)
                if edit is None:
                    continue
                run = self._run_of[edit]
                change = by_run.setdefault(run, _Change([], [], self._words_of_run[run]))
                (change.lost if side is self.a else change.gained).append(phrase)
        yield from (by_run[run] for run in sorted(by_run))


def _edit_beside(phrase: Phrase, others: Sequence[Phrase], side: SideWords) -> int | None:
    """The edit that made a phrase whose words all stayed part of another ("shall [endeavour to]")."""
    now = {side.kept[index] for index in range(phrase.first, phrase.last)}
    for other in others:
        if other.edit is not None and not now.isdisjoint(range(other.first, other.last)):
            return other.edit
    return None


def _observe(edits: Sequence[Edit], language: str) -> Iterator[tuple[int, Signal]]:
    sides = _Sides(edits, language)
    yield from _obligations(sides)
    yield from _comings_and_goings(sides, "negation")
    yield from _without_moves(
        [*_comings_and_goings(sides, "hedge"), *_comings_and_goings(sides, "carve_out", as_kind="hedge")]
    )
    yield from _numbers(sides)
    yield from _references(sides)
    yield from _definitions(sides)


def _comings_and_goings(
    sides: _Sides, sort: Literal["negation", "hedge", "carve_out"], as_kind: SignalKind | None = None
) -> Iterator[tuple[int, Signal]]:
    kind: SignalKind = as_kind or ("negation" if sort == "negation" else "hedge")
    all_a, all_b = (find_phrases(side, sort, sides.language) for side in (sides.a, sides.b))
    for change in sides.changes(all_a, all_b):
        lost, gained = _without_common(change)
        yield from ((change.at(), Signal(kind, "removed", each.name)) for each in lost)
        yield from ((change.at(), Signal(kind, "added", each.name)) for each in gained)


def _without_common(change: _Change) -> tuple[list[Phrase], list[Phrase]]:
    """What a change takes and gives, phrases of one name cancelling out."""
    common = Counter(each.name for each in change.lost) & Counter(each.name for each in change.gained)
    return _less(change.lost, common.copy()), _less(change.gained, common.copy())


def _less(phrases: Sequence[Phrase], taken: Counter[str]) -> list[Phrase]:
    left: list[Phrase] = []
    for each in phrases:
        if taken[each.name]:
            taken[each.name] -= 1
        else:
            left.append(each)
    return left


# --- obligations ---------------------------------------------------------------------------------


def _obligations(sides: _Sides) -> Iterator[tuple[int, Signal]]:
    all_a = find_phrases(sides.a, "modal", sides.language)
    all_b = find_phrases(sides.b, "modal", sides.language)
    choices_a, choices_b = _alternatives(all_a, sides.a.text), _alternatives(all_b, sides.b.text)
    changes = [*sides.changes(all_a, all_b)]
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
            signals = [] if offered else [*_shifts(change)]
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
    offered: Sequence[Phrase], change: _Change, everywhere: Sequence[Phrase], sides: _Sides
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


def _shifts(change: _Change) -> Iterator[Signal]:
    lost, gained = _without_common(change)
    if change.words <= _ONE_CHANGE:
        for old, new in zip(lost, gained, strict=False):
            words = f"{old.name} → {new.name}"
            if new.force > old.force:
                yield Signal("obligation", "strengthened", words)
            elif new.force < old.force:
                yield Signal("obligation", "weakened", words)
        paired = min(len(lost), len(gained))
        lost, gained = lost[paired:], gained[paired:]
    yield from (Signal("obligation", "removed", each.name) for each in lost if each.force > 1)
    yield from (Signal("obligation", "added", each.name) for each in gained if each.force > 1)


# --- numbers, references, definitions ------------------------------------------------------------


def _numbers(sides: _Sides) -> Iterator[tuple[int, Signal]]:
    """Numbers and time limits outside cross-references; "thirty (30)" is one number."""
    all_a = _outside(number_phrases(sides.a, sides.language), sides.references_a)
    all_b = _outside(number_phrases(sides.b, sides.language), sides.references_b)
    choices = _alternatives(all_a, sides.a.text)
    for change in sides.changes(all_a, all_b):
        lost, gained = ([*dict.fromkeys(each.name for each in side)] for side in _without_common(change))
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


def _references(sides: _Sides) -> Iterator[tuple[int, Signal]]:
    """References that changed otherwise than by following the renumbering."""
    all_a = [*reference_phrases(sides.a, sides.references_a)]
    all_b = [*reference_phrases(sides.b, sides.references_b)]
    for change in sides.changes(all_a, all_b):
        at = change.at()
        if sides.edits[at].class_ != "substantive":
            continue
        lost, gained = _without_common(change)
        for old, new in zip(lost, gained, strict=False):
            yield at, Signal("reference", "changed", f"{old.name} → {new.name}")
        paired = min(len(lost), len(gained))
        yield from ((at, Signal("reference", "removed", each.name)) for each in lost[paired:])
        yield from ((at, Signal("reference", "added", each.name)) for each in gained[paired:])


def _definitions(sides: _Sides) -> Iterator[tuple[int, Signal]]:
    term = defined_term(sides.a.text, sides.language) or defined_term(sides.b.text, sides.language)
    if not term:
        return
    for number, edit in enumerate(sides.edits):
        if edit.class_ == "substantive":
            yield number, Signal("definition", "redefined", term)
            return
