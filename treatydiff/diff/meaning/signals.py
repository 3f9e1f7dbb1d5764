"""Rule-based observations on edits; here those on what binds and what permits.

An observation says what the words do, not what the law is. It is made where a phrase of the tables
stands in one text and not in the other at the same place, and is attached to the edit that did it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal
from unicodedata import combining, normalize

from treatydiff.diff.meaning.bearers import bearer_signals
from treatydiff.diff.meaning.content_signals import conjunction_signals, content_signals
from treatydiff.diff.meaning.force_signals import condition_signals, hedge_signals, standard_signals
from treatydiff.diff.meaning.negation_signals import negation_signals
from treatydiff.diff.meaning.number_signals import definition_signals, number_signals
from treatydiff.diff.meaning.phrase_changes import (
    PhraseChange,
    PhraseSides,
    alternatives,
    without_common,
    without_moves,
)
from treatydiff.diff.meaning.phrases import Phrase
from treatydiff.diff.meaning.reference_signals import reference_signals
from treatydiff.diff.meaning.statements import statement_signals
from treatydiff.diff.meaning.verb_choices import verb_choices
from treatydiff.diff.renumbering import Renumbering
from treatydiff.diff.word_map import SideWords
from treatydiff.language.force import BARE_PERMISSIONS, RIGHT
from treatydiff.language.words.signals import SIGNAL_WORDS
from treatydiff.model import Edit, Signal

# In a change of more words than these, a modal taken out and another put in are not one modal changed.
_ONE_CHANGE = 15
_DUTY = 4
_BAN = 5
"""Force of a modal that binds, or forbids."""
_RESTATED = 6
"""Words of a change that says a plain verb's duty by a modal ("prend" → "est tenu de prendre")."""


def with_signals(
    edits: tuple[Edit, ...], language: str, renumbering: Renumbering | None = None
) -> tuple[Edit, ...]:
    """The same edits with what the rules observe attached to them.

    A signal stands on the deletion where there is one, else on the insertion.

    Args:
        edits: the edits of one clause, with their classes.
        language: code of its language.
        renumbering: what was renumbered between the drafts.
    """
    if all(edit.class_ in (None, "typographic", "editorial", "consequential", "bracket") for edit in edits):
        return edits
    found: dict[int, list[Signal]] = {}
    for number, signal in _observe(PhraseSides(edits, language, renumbering)):
        if signal not in found.setdefault(number, []):
            found[number].append(signal)
    return tuple(
        replace(edit, signals=tuple(found[number])) if number in found else edit
        for number, edit in enumerate(edits)
    )


def _observe(sides: PhraseSides) -> Iterator[tuple[int, Signal]]:
    modals = [*_obligations(sides)]
    yield from modals
    yield from statement_signals(sides, [signal for _, signal in modals])
    yield from negation_signals(sides)
    yield from without_moves([*hedge_signals(sides), *condition_signals(sides)])
    yield from standard_signals(sides)
    yield from content_signals(sides)
    yield from conjunction_signals(sides)
    yield from bearer_signals(sides)
    yield from number_signals(sides)
    yield from reference_signals(sides)
    yield from definition_signals(sides)


# --- obligations ---------------------------------------------------------------------------------


def _obligations(sides: PhraseSides) -> Iterator[tuple[int, Signal]]:
    all_a, all_b = sides.phrases(sides.a, "modal"), sides.phrases(sides.b, "modal")
    verbs = verb_choices(sides, all_a)
    yield from ((each.edit, each.signal) for each in verbs)
    all_a = tuple(each for each in all_a if not any(held.first <= each.first < held.last for held in verbs))
    all_b = tuple(each for each in all_b if not any(each.first in held.kept for held in verbs))
    choices_a, choices_b = alternatives(all_a, sides.a.text), alternatives(all_b, sides.b.text)
    changes = [*sides.changes(all_a, all_b)]
    table = SIGNAL_WORDS.get(sides.language)
    prohibitions = table.negated_modals if table else frozenset()
    unmarked = table is not None and bool(table.unmarked)
    everywhere = [each for change in changes for each in change.gained]
    seen: list[tuple[int, Signal]] = []
    silent: tuple[list[str], list[str]] = ([], [])
    own: dict[str, list[str]] = {"removed": [], "added": []}
    for change in changes:
        offered = next((choices_a[each.first] for each in change.lost if each.first in choices_a), None)
        opened = next((choices_b[each.first] for each in change.gained if each.first in choices_b), None)
        if offered and not opened:
            signals = [*_settled(offered, change, everywhere, sides)]
        elif opened and not offered:
            signals = [Signal("obligation", "newly bracketed", " / ".join(each.name for each in opened))]
        elif opened and offered:
            old, new = (" / ".join(each.name for each in held) for held in (offered, opened))
            signals = [Signal("obligation", "changed", f"{old} → {new}")] if old != new else []
        else:
            signals = _from_plain_verb(change, sides) or [
                *_shifts(change, prohibitions, sides, unmarked=unmarked)
            ]
        seen += ((change.at(), signal) for signal in signals)
        if not signals:
            silent[0].extend(each.name for each in change.lost if each.lone)
            silent[1].extend(each.name for each in change.gained if each.lone)
            continue
        own["removed"].extend(each.name for each in change.lost if _of_new_verb(each, sides.a, sides.b))
        own["added"].extend(each.name for each in change.gained if _of_new_verb(each, sides.b, sides.a))
    # "shall draw up X, which it shall review" became "shall review X": the second went into the first.
    stayed = {"removed": silent[1], "added": silent[0]}
    told = [
        (at, each)
        for at, each in seen
        if each.text not in stayed.get(each.direction, ()) or each.text in own[each.direction]
    ]
    yield from _joined([*without_moves(told)], changes)


_PASSIVE = frozenset(("be", "not", "also"))


def _of_new_verb(modal: Phrase, side: SideWords, other: SideWords) -> bool:
    """Whether the verb of a modal stands nowhere in the other text; a future tense is its own verb."""
    verb = next((key for key in side.keys[modal.last :] if key not in _PASSIVE), "")
    return bool(verb) and modal.lone and modal.name != "futuro" and verb not in other.keys


def _joined(
    seen: Sequence[tuple[int, Signal]], changes: Sequence[PhraseChange]
) -> Iterator[tuple[int, Signal]]:
    """One modal that one change took out and another that the next put in, told as one for the other."""
    single = (
        [each for change in changes for each in change.lost],
        [each for change in changes for each in change.gained],
    )
    directions = sorted(signal.direction for _, signal in seen)
    if directions != ["added", "removed"] or {len(side) for side in single} != {1}:
        yield from seen
        return
    (old,), (new,) = single
    rights = _is_right(old) != _is_right(new)
    if abs(old.first - new.first) > _ONE_CHANGE or rights:
        yield from seen
    elif old.force != new.force:
        direction = "strengthened" if new.force > old.force else "weakened"
        yield seen[0][0], Signal("obligation", direction, f"{old.name} → {new.name}")


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


def _shifts(
    change: PhraseChange, prohibitions: frozenset[str], sides: PhraseSides, *, unmarked: bool
) -> Iterator[Signal]:
    """A modal for a stronger or weaker one, a prohibition said otherwise, modals that came or went."""
    lost, gained = without_common(change)
    if change.words <= _ONE_CHANGE:
        for old, new in zip(lost, gained, strict=False):
            words = f"{_with_not(old, sides.a, prohibitions)} → {_with_not(new, sides.b, prohibitions)}"
            if _forbids_by_subject(old, new, sides, prohibitions):
                continue
            if _defines(old, sides.a) and _defines(new, sides.b):
                continue  # "shall mean", "may mean": definitions bind nobody
            before, after = old.force, new.force
            if _has_no_subject(old, sides.a) and _has_no_subject(new, sides.b):
                # "No Party may" and "No Party shall" forbid alike, "no Party should" only advises.
                before, after = (_BAN if force == RIGHT else force for force in (before, after))
                if before == after and old.name != new.name:
                    yield Signal("obligation", "changed", words)
                    continue
            if _is_right(old) != _is_right(new) and max(old.force, new.force) >= _DUTY:
                yield Signal(_kind(old), "removed", old.name)
                yield Signal(_kind(new), "added", new.name)
            elif before != after:
                yield Signal("obligation", "strengthened" if after > before else "weakened", words)
            elif {old.name, new.name} <= prohibitions:
                yield Signal("obligation", "changed", words)
        paired = min(len(lost), len(gained))
        lost, gained = lost[paired:], gained[paired:]
    if unmarked and change.words <= _RESTATED and all(each.force >= _DUTY for each in (*lost, *gained)):
        return  # the plain verb is a duty too
    yield from (Signal(_kind(each), "removed", each.name) for each in lost if each.lone)
    yield from (Signal(_kind(each), "added", each.name) for each in gained if each.lone)


def _with_not(modal: Phrase, side: SideWords, prohibitions: frozenset[str]) -> str:
    """How a modal is told: with the "not" behind it, which only prohibitions have in their name."""
    negated = modal.name not in prohibitions and side.keys[modal.last : modal.last + 1] == ("not",)
    return f"{modal.name} not" if negated else modal.name


_DEFINING = frozenset(("mean", "désigner", "significar", "означать"))


def _defines(modal: Phrase, side: SideWords) -> bool:
    return not _DEFINING.isdisjoint(side.keys[modal.last : modal.last + 1])


_NOBODY = frozenset((
    "no", "neither", "none", "aucun", "aucune", "nul", "nulle", "ningún", "ninguna", "ninguno", "никакой",
    "никакая", "никакое", "никто",
))  # fmt: skip
_SUBJECT = 6
"""Words before a modal among which its negated subject stands."""


def _forbids_by_subject(old: Phrase, new: Phrase, sides: PhraseSides, prohibitions: frozenset[str]) -> bool:
    """Whether a ban by its subject became one by its modal, or the reverse: "No Party may", "may not"."""
    if (old.name in prohibitions) == (new.name in prohibitions):
        return False
    return _has_no_subject(*((new, sides.b) if old.name in prohibitions else (old, sides.a)))


def _has_no_subject(modal: Phrase, side: SideWords) -> bool:
    """Whether the subject of a modal is nobody: "No Party", "aucune Partie"."""
    return not _NOBODY.isdisjoint(side.keys[max(0, modal.first - _SUBJECT) : modal.first])


def _is_right(modal: Phrase) -> bool:
    """Whether a modal says a right by name, and not only that something may be done."""
    return modal.force == RIGHT and modal.like not in BARE_PERMISSIONS and not modal.operative


def _kind(modal: Phrase) -> Literal["obligation", "right"]:
    return "obligation" if modal.force > RIGHT or modal.operative else "right"


def _from_plain_verb(change: PhraseChange, sides: PhraseSides) -> list[Signal]:
    """A duty said by the plain verb that got a weaker modal ("adopte" → "peut adopter"), or lost it."""
    table = SIGNAL_WORDS.get(sides.language)
    modals = change.lost + change.gained
    if (
        table is None
        or not table.unmarked
        or len(modals) != 1
        or modals[0].force >= _DUTY
        or _is_right(modals[0])
    ):
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
