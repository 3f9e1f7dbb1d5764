"""How often "shall", "must", "may" and their like stand in each chapter of two drafts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from treatydiff.diff.phrases import profile_counts
from treatydiff.language.words.signals import SIGNAL_WORDS
from treatydiff.model import Alignment, Draft, ObligationCount, Obligations


def obligation_profiles(a: Draft, b: Draft, alignment: Alignment) -> Obligations | None:
    """The obligation profiles of two drafts, chapters beside the chapters that they became.

    Args:
        a, b: the drafts, in one language.
        alignment: which container of A became which of B.

    Returns:
        The profiles; None for a language without a table.
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
    for id_b, counts in in_b.items():
        if id_b:
            id_a = former.get(id_b, "")
            rows.append(_row(id_a, id_b, in_a[id_a] if id_a else Counter(), counts, headings))
    rows += [
        _row(id_a, "", counts, Counter(), headings)
        for id_a, counts in in_a.items()
        if id_a and id_a not in partner
    ]
    return Obligations(headings, tuple(rows))


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
            counts.update(profile_counts(clause.text, draft.language))
    return found
