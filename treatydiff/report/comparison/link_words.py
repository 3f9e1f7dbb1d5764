"""What a row shares with others, and whether the texts are drafts of one another, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.model import Consonance, Nearness, UnitComparison
from treatydiff.naming.citations import citation
from treatydiff.naming.sides import Side
from treatydiff.naming.wording import counted, percent
from treatydiff.report.comparison.view_model import UnitView

TELLING_SHARE = 0.5
"""Share of an added or deleted provision that the other draft has, from which on its source is named."""
_STAND = {"moved": "now in", "copy": "stand word for word in"}
"""How the words of a link that makes no pair stand in the later draft."""


def link_words(unit: UnitComparison, a: Side, b: Side) -> tuple[str, ...]:
    """The clauses that a row gave to units of other rows and had from them, each link a phrase.

    Args:
        unit: a row.
        a: the earlier draft.
        b: the later draft.
    """
    pairing = unit.pairing
    return tuple(
        f"{counted(link.words, 'word', 'words')} of {_name(a, link.a)}"
        f"{_of_it(link.share_a)} {_STAND[link.kind]} {_name(b, link.b)}{_of_it(link.share_b)}"
        for link in unit.links
        if link.kind in _STAND and not (link.a in pairing.a and link.b in pairing.b)
    )


def _of_it(share: float | None) -> str:
    return "" if share is None else f" ({percent(share)} of it)"


def _name(side: Side, unit_id: str) -> str:
    return side.standing((unit_id,)).whole


def source_words(unit: UnitComparison, a: Side, b: Side) -> str:
    """Where the words of an added or deleted provision stand in the other draft; "" where too few do.

    The places are that draft's, cited as its own: one that holds most of it, or several that hold half.
    """
    pairing, other, side = unit.pairing, *((b, "B") if unit.pairing.a else (a, "A"))
    if pairing.a and pairing.b:
        return ""
    shares: Consonance = unit.consonance
    share = shares.carried if pairing.a else shares.derived
    nearest = [
        (citation(other.name, other.places, each.text), percent(each.value))
        for each in pairing.evidence
        if each.kind == "nearest" and each.text in other.places
    ]
    if len(nearest) > 1:
        (first, held), *further = nearest
        others = "".join(f", a further {added} in {where}" for where, added in further)
        return (
            f"{held} of its wording stands in {side}, in {first}{others} (by pairs of words, rare ones more)"
        )
    if share is None or share < TELLING_SHARE or not nearest:
        return ""
    return f"{percent(share)} of it stands in {side}, most of that in {nearest[0][0]}"


def moved_clauses(units: Sequence[UnitView]) -> tuple[str, ...]:
    """The clauses that went from one row to another, each said once.

    Args:
        units: the rows of a comparison.
    """
    return tuple(dict.fromkeys(words for unit in units for words in unit.links))


def lone_sources(units: Sequence[UnitView]) -> tuple[str, ...]:
    """Where the words of provisions without a partner stand in the other draft.

    Args:
        units: the rows of a comparison.
    """
    return tuple(f"{unit.label}, {unit.relation_words}: {unit.source}" for unit in units if unit.source)


def nearness_words(nearness: Nearness | None) -> Iterator[str]:
    """How the texts were taken, with the evidence; nothing where the drafts say the very same."""
    if nearness is None:
        return
    seen = (
        f"{percent(nearness.share)} of one of the texts (in words and in provisions, final clauses and "
        "formulas aside) stands in provisions that are one another's nearest by wording "
        f"({percent(nearness.bar)} or more count as drafts of one another)"
    )
    if nearness.asked:
        taken = "drafts of one another (--near)" if nearness.near else "different instruments (--far)"
        yield f"Compared as {taken}, as asked: {seen}."
    elif nearness.near:
        yield f"Taken for drafts of one another: {seen}."
    else:
        yield (
            f"Taken for different instruments: {seen}. A pair must show content or a heading of its own, "
            "nothing counts as moved, and a provision alone has no textual counterpart. --near overrules."
        )
