"""What is observed on conditions and standards of conduct.

A direction is given inside an axis, never across: "shall" to "should" is of the modal, "ensure" to
"promote" of the standard. What a long new statement says of itself is no change of the old one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.diff.meaning.phrase_changes import PhraseSides, replaced, without_common
from treatydiff.diff.meaning.phrases import SHORT, Phrase, Sort, find_phrases, new_around, not_kept
from treatydiff.diff.word_map import SideWords
from treatydiff.model import Signal

Observed = Iterator[tuple[int, Signal]]

_STEM = 4
"""Letters that forms of a verb share."""
_CONDITIONS = frozenset((
    "provided that", "provided however that", "on condition that", "à condition que", "siempre que",
    "a condición de que", "при условии", "при условии что", "条件是", "شريطة", "شريطة أن", "بشرط",
))  # fmt: skip
"""Exceptions by name that are conditions as much as "where" is."""
_EXCEPTIONS = {
    "unless": "unless", "sauf": "unless", "salvo": "unless", "除": "unless", "ما": "unless",
    "except": "except", "excepting": "except", "save": "except", "other": "except",
}  # fmt: skip
"""Words that open an exception, by sort; one for another of its sort takes no duty's edge."""
_OF_WORDS_BEFORE = frozenset(("if any",))
"""Margins of the words before them; of words that are new themselves they are part of what was put in."""
_PARTED, _PUT_BETWEEN = 4, 8
"""Words of a margin that still stands where up to so many were put into it ("in accordance with [this
Convention and] its domestic law"); a shorter one is another with them ("as [soon as] possible")."""
_RESULT = "result"
"""The standard of a duty that says no lesser one."""


def hedge_signals(sides: PhraseSides) -> Observed:
    """Margins and exceptions that came or went.

    Args:
        sides: both texts of a clause.
    """
    exchanged = _exchanged_exceptions(sides)
    for sort in ("hedge", "carve_out"):
        all_a, all_b = (_outside_hedges(side, sort, sides.language) for side in (sides.a, sides.b))
        for change in sides.changes(all_a, all_b):
            lost, gained = without_common(change)
            for held, side, other, direction in (
                (lost, sides.a, sides.b, "removed"), (gained, sides.b, sides.a, "added"),
            ):  # fmt: skip
                for each in held:
                    if (
                        sides.is_of_its_own(each, side)
                        or _condition_before(each, other, sides)
                        or _EXCEPTIONS.get(side.keys[each.first]) in exchanged
                        or _parted(each, side, other)
                        or (each.name in _OF_WORDS_BEFORE and each.first - 1 not in side.kept)
                    ):
                        continue
                    yield change.at(), Signal("hedge", direction, each.name)


def _exchanged_exceptions(sides: PhraseSides) -> frozenset[str]:
    """The sorts of exceptions of which each text has its own: "unless agreed", "unless specified"."""
    found = [
        [
            each
            for sort in ("hedge", "carve_out")
            for each in _outside_hedges(side, sort, sides.language)
            if side.keys[each.first] in _EXCEPTIONS
        ]
        for side in (sides.a, sides.b)
    ]
    return frozenset(sort for sort in set(_EXCEPTIONS.values()) if _exchanged(sort, found, sides))


def _exchanged(sort: str, found: Sequence[Sequence[Phrase]], sides: PhraseSides) -> bool:
    ours, theirs = (
        [each for each in held if _EXCEPTIONS[side.keys[each.first]] == sort]
        for held, side in zip(found, (sides.a, sides.b), strict=True)
    )
    return bool(not_kept(ours, sides.a, theirs) and not_kept(theirs, sides.b, ours))


def _parted(phrase: Phrase, side: SideWords, other: SideWords) -> bool:
    """Whether all words of a margin stand in the other text in their order, with some put between them."""
    wanted = side.keys[phrase.first : phrase.last]
    if len(wanted) < _PARTED:
        return False
    for first, key in enumerate(other.keys):
        if key == wanted[0]:
            window = other.keys[first : first + len(wanted) + _PUT_BETWEEN]
            if window[: len(wanted)] != wanted and _in_order(wanted, window):
                return True
    return False


def _in_order(wanted: Sequence[str], keys: Sequence[str]) -> bool:
    left = iter(keys)
    return all(key in left for key in wanted)


def _condition_before(phrase: Phrase, other: SideWords, sides: PhraseSides) -> bool:
    """Whether a condition was only said in another way: "where a Party determines", "provided that"."""
    if phrase.name not in _CONDITIONS or phrase.edit is None:
        return False
    run = sides.run_at(phrase.edit)
    return any(
        each.edit is not None and sides.run_at(each.edit) == run
        for each in _outside_hedges(other, "condition", sides.language)
    )


def _outside_hedges(side: SideWords, sort: Sort, language: str) -> list[Phrase]:
    """The phrases of a sort, less those that are part of a hedge ("subject to its domestic law")."""
    found = find_phrases(side, sort, language)
    if sort == "hedge" or not found:
        return found
    hedges = find_phrases(side, "hedge", language)
    if sort == "condition":
        hedges += find_phrases(side, "carve_out", language)
    return [
        each for each in found
        if not any(hedge.first <= each.first and each.last <= hedge.last for hedge in hedges)
    ]  # fmt: skip


def condition_signals(sides: PhraseSides) -> Observed:
    """Conditions that came or went: "shall, if so requested, return".

    Args:
        sides: both texts of a clause.
    """
    all_a, all_b = (_outside_hedges(side, "condition", sides.language) for side in (sides.a, sides.b))
    if not any(each.force for each in (*all_a, *all_b)):
        return
    # What brings a modal of its own is another statement; a hedge that came or went says the condition.
    told = {each.edit for side in (sides.a, sides.b) for sort in ("modal", "hedge", "carve_out")
            for each in find_phrases(side, sort, sides.language)}  # fmt: skip
    told_runs = {sides.run_at(edit) for edit in told if edit is not None}
    for change in sides.changes(all_a, all_b):
        lost, gained = without_common(change)
        for held, direction in ((lost, "removed"), (gained, "added")):
            for each in held:
                if each.force and sides.run_at(change.at()) not in told_runs:
                    yield change.at(), Signal("hedge", direction, each.name)


# --- conduct and content ---------------------------------------------------------------------------


def standard_signals(sides: PhraseSides) -> Observed:
    """Another standard of conduct: ensure, endeavour, promote, consider.

    Args:
        sides: both texts of a clause.
    """
    for at, lost, gained in replaced(sides, "standard"):
        if lost and gained:
            if lost[0].force != gained[0].force:
                direction = "strengthened" if gained[0].force > lost[0].force else "weakened"
                yield at, Signal("standard", direction, f"{lost[0].name} → {gained[0].name}")
            continue
        for each in gained:
            if _bears_on_a_verb(each, sides.b, sides):
                yield at, Signal("standard", "weakened", f"{_RESULT} → {each.name}")
        for each in lost:
            if _bears_on_a_verb(each, sides.a, sides):
                yield at, Signal("standard", "strengthened", f"{each.name} → {_RESULT}")


def _bears_on_a_verb(phrase: Phrase, side: SideWords, sides: PhraseSides) -> bool:
    """Whether words of conduct stand before the verb of a duty, and that verb stayed."""
    if not phrase.lone or sides.is_of_its_own(phrase, side) or new_around(phrase, side) > SHORT:
        return False
    if phrase.edit is not None and not _same_but_for_form(sides, side, phrase.edit):
        return False
    if sides.language != "en":
        return True
    modals = [each.last for each in find_phrases(side, "modal", sides.language)]
    return phrase.first <= 1 or any(0 <= phrase.first - last <= 1 for last in modals)


def _same_but_for_form(sides: PhraseSides, side: SideWords, edit: int) -> bool:
    """Whether a run puts no other verb in the place of what it takes: "consider adopting" for "adopt"."""
    other = sides.b if side is sides.a else sides.a
    run = sides.run_at(edit)
    # An Arabic verb stands before its subject, and behind it where words of conduct take its place.
    mine = [key for at, key in enumerate(side.keys) if at not in side.kept
            and (sides.language == "ar" or sides.run_at(side.edit_of[at]) == run)]  # fmt: skip
    modals = {
        key
        for each in find_phrases(other, "modal", sides.language)
        for key in other.keys[each.first : each.last]
    }
    same = {each.like for each in find_phrases(side, "standard", sides.language)}
    stayed = {
        key
        for each in find_phrases(other, "standard", sides.language)
        if each.like in same
        for key in other.keys[each.first : each.last]
    }
    return all(
        key in modals or key in stayed or key in _LINKS
        or any(_one_stem(key, word, sides.language) for word in mine)
        for key in sides.words_of(other, run)
    )  # fmt: skip


_LINKS = frozenset(("à", "au", "aux", "a", "по", "за"))
"""Prepositions that a verb of conduct asks for: "veille à la sécurité"."""


_PERSONS = "يتنأ"
"""Letters that the person of an Arabic verb puts before its root."""


def _one_stem(a: str, b: str, language: str) -> bool:
    """Whether two words are forms of one verb: "adopt" and "adopting", "take" and "taking"."""
    if language == "ar":
        a, b = (word[1:] if len(word) > _STEM - 1 and word[0] in _PERSONS else word for word in (a, b))
    shared = max(_STEM - 1, min(_STEM, len(a) - 1, len(b) - 1))
    return a[:shared] == b[:shared]
