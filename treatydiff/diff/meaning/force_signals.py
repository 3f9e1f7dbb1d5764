"""What is observed on conditions and standards of conduct.

A direction is given inside an axis, never across: "shall" to "should" is of the modal, "ensure" to
"promote" of the standard. What a long new statement says of itself is no change of the old one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from treatydiff.diff.meaning.phrase_changes import PhraseSides, replaced, without_common
from treatydiff.diff.meaning.phrases import SHORT, Phrase, Sort, new_around, not_kept
from treatydiff.diff.word_map import SideWords
from treatydiff.model import Signal

Observed = Iterator[tuple[int, Signal]]

_STEM = 4
"""Letters that forms of a verb share."""
_MARGINS: tuple[Sort, ...] = ("hedge", "carve_out")
_STATEMENTS: tuple[Sort, ...] = ("modal", *_MARGINS)
"""Sorts of phrases beside whose coming or going that of a condition says nothing more."""
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
    found = [
        (_outside_hedges(sides, sides.a, sort), _outside_hedges(sides, sides.b, sort)) for sort in _MARGINS
    ]
    exchanged = _exchanged_exceptions(found, sides)
    for all_a, all_b in found:
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


def _exchanged_exceptions(
    found: Sequence[tuple[Sequence[Phrase], Sequence[Phrase]]], sides: PhraseSides
) -> frozenset[str]:
    """The sorts of exceptions of which each text has its own: "unless agreed", "unless specified".

    Args:
        found: the margins of both texts, and their exceptions by name.
        sides: both texts of a clause.
    """
    by_sort_a = _by_sort([each for all_a, _ in found for each in all_a], sides.a)
    by_sort_b = _by_sort([each for _, all_b in found for each in all_b], sides.b)
    return frozenset(
        sort for sort in by_sort_a.keys() & by_sort_b.keys()
        if not_kept(by_sort_a[sort], sides.a, by_sort_b[sort])
        and not_kept(by_sort_b[sort], sides.b, by_sort_a[sort])
    )  # fmt: skip


def _by_sort(phrases: Iterable[Phrase], side: SideWords) -> dict[str, list[Phrase]]:
    """The phrases that open an exception, by its sort."""
    found: dict[str, list[Phrase]] = {}
    for each in phrases:
        if sort := _EXCEPTIONS.get(side.keys[each.first]):
            found.setdefault(sort, []).append(each)
    return found


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
        for each in _outside_hedges(sides, other, "condition")
    )


def _outside_hedges(sides: PhraseSides, side: SideWords, sort: Sort) -> Sequence[Phrase]:
    """The phrases of a sort, less those that are part of a hedge ("subject to its domestic law")."""
    found = sides.phrases(side, sort)
    if sort == "hedge" or not found:
        return found
    hedges = sides.phrases(side, "hedge")
    if sort == "condition":
        hedges += sides.phrases(side, "carve_out")
    return [
        each for each in found
        if not any(hedge.first <= each.first and each.last <= hedge.last for hedge in hedges)
    ]  # fmt: skip


def condition_signals(sides: PhraseSides) -> Observed:
    """Conditions that came or went: "shall, if so requested, return".

    Args:
        sides: both texts of a clause.
    """
    all_a, all_b = (_outside_hedges(sides, side, "condition") for side in (sides.a, sides.b))
    if not any(each.force for each in (*all_a, *all_b)):
        return
    # What brings a modal of its own is another statement; a hedge that came or went says the condition.
    told = {each.edit for side in (sides.a, sides.b) for sort in _STATEMENTS
            for each in sides.phrases(side, sort)}  # fmt: skip
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
    modals = [each.last for each in sides.phrases(side, "modal")]
    return phrase.first <= 1 or any(0 <= phrase.first - last <= 1 for last in modals)


def _same_but_for_form(sides: PhraseSides, side: SideWords, edit: int) -> bool:
    """Whether a run puts no other verb in the place of what it takes: "consider adopting" for "adopt"."""
    other = sides.b if side is sides.a else sides.a
    run = sides.run_at(edit)
    # An Arabic verb stands before its subject, and behind it where words of conduct take its place.
    mine = [side.keys[at] for at in side.new] if sides.language == "ar" else sides.words_of(side, run)
    modals = {key for each in sides.phrases(other, "modal") for key in other.keys[each.first : each.last]}
    same = {each.like for each in sides.phrases(side, "standard")}
    stayed = {
        key
        for each in sides.phrases(other, "standard")
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
