"""How often "shall", "must", "may" and their like stand in each chapter of two drafts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

from treatydiff.diff.meaning.phrases import profile_words
from treatydiff.language.words.signals import SIGNAL_WORDS
from treatydiff.model import Alignment, Draft, ObligationCount, Obligations


def obligation_profiles(a: Draft, b: Draft, alignment: Alignment) -> Obligations | None:
    """The obligation profiles of two drafts, chapters beside the chapters that they became.

    Args:
        a, b: the drafts, in one language.
        alignment: which container of A became which of B.

    Returns:
        The profiles; None for a language without a table. A chapter that only one draft has stands
        beside what its articles were in the other, so that no duty seems to come with a heading.
    """
    table = SIGNAL_WORDS.get(a.language)
    if table is None or not table.profile:
        return None
    headings = tuple(name for name, _ in table.profile)
    in_a, in_b = _by_container(a), _by_container(b)
    rows = [_row("", "", sum(in_a.values(), Counter()), sum(in_b.values(), Counter()), headings)]
    partner: dict[str, str] = {}
    for pairing in alignment.containers:
        for id_a, id_b in zip(pairing.a, pairing.b, strict=False):
            if id_a in in_a and id_b in in_b and id_b not in partner.values():
                partner.setdefault(id_a, id_b)
    former = {id_b: id_a for id_a, id_b in partner.items()}
    brought = _brought(a, b, [(row.pairing.a, row.pairing.b) for row in alignment.units], {*former, ""})
    for id_b, counts in in_b.items():
        if id_b:
            id_a = former.get(id_b, "")
            before = in_a[id_a] if id_a else brought.get(id_b, Counter())
            rows.append(_row(id_a, id_b, before, counts, headings))
    back = _brought(b, a, _turned(alignment), {*partner, ""})
    rows += [
        _row(id_a, "", counts, back.get(id_a, Counter()), headings)
        for id_a, counts in in_a.items()
        if id_a and id_a not in partner
    ]
    return Obligations(headings, tuple(rows))


def _turned(alignment: Alignment) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(row.pairing.b, row.pairing.a) for row in alignment.units]


def _brought(
    a: Draft,
    b: Draft,
    rows: Sequence[tuple[tuple[str, ...], tuple[str, ...]]],
    known: Container[str],
) -> dict[str, Counter[str]]:
    """For containers of B that no container of A became, the counts of what their units were in A.

    Args:
        a, b: the drafts, in this order.
        rows: ids of A and of B of every row.
        known: containers of B that have a partner.
    """
    units_a = {unit.id: unit for unit in a.units()}
    outer_b = {unit.id: unit.containers[0] if unit.containers else "" for unit in b.units()}
    found: dict[str, Counter[str]] = {}
    taken: set[str] = set()
    for ids_a, ids_b in rows:
        container = next((outer_b[each] for each in ids_b if each in outer_b), "")
        if container in known:
            continue
        for id_a in ids_a:
            if id_a in units_a and id_a not in taken:
                taken.add(id_a)
                counts = found.setdefault(container, Counter())
                for clause in units_a[id_a].clauses():
                    counts.update(profile_words(clause.text, a.language))
    return found


def _row(
    id_a: str, id_b: str, in_a: Counter[str], in_b: Counter[str], headings: Sequence[str]
) -> ObligationCount:
    return ObligationCount(
        id_a, id_b, tuple(in_a[name] for name in headings), tuple(in_b[name] for name in headings)
    )


def _by_container(draft: Draft) -> dict[str, Counter[str]]:
    """The counts of the outermost containers, in text order; "" for units outside any."""
    found: dict[str, Counter[str]] = {}
    for unit in draft.units():
        counts = found.setdefault(unit.containers[0] if unit.containers else "", Counter())
        for clause in unit.clauses():
            counts.update(profile_words(clause.text, draft.language))
    return found
