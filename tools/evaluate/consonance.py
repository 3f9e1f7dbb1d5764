"""Consonance of whole drafts, of two articles and of random pairs, against the values of a study."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from functools import reduce

import numpy as np

from tools.evaluate.corpus import PAIRS, SETTINGS, Corpus, fault_text, label, pair_label
from tools.evaluate.rows import Row, row
from treatydiff.errors import TreatydiffError
from treatydiff.model import Alignment, Comparison, Pairing, Provision, Tally, UnitPairing
from treatydiff.pipeline import compare_drafts
from treatydiff.score.consonance import score_drafts
from treatydiff.score.draft_words import draft_words
from treatydiff.score.reference import leave_out_near_copies, shipped_reference

NAME = "consonance"
TOLERANCE = 0.04
EXACT = 1e-9
UNTOC, UNCAC = "crime/UNTOC_2000_en.txt", "crime/UNCAC_2003_en.txt"
UNRELATED = "bbnj/BBNJ_Agreement_2023_en.txt"
BUDAPEST = "crime/budapest_ETS185_2001_en.txt"
TRAFFICKING, SMUGGLING = "crime/UNTOC_protocol_trafficking_en.txt", "crime/UNTOC_protocol_smuggling_en.txt"
STUDY = (
    (UNCAC, UNCAC, (1.0, 1.0, 1.0, 1.0)),
    (UNTOC, UNCAC, (0.75, 0.55, 0.81, 0.61)),
    (BUDAPEST, UNCAC, (0.14, 0.09, 0.16, 0.11)),
    (TRAFFICKING, SMUGGLING, (0.49, 0.36, 0.63, 0.50)),
)
"""Carried, derived, verbatim carried and verbatim derived of whole drafts."""
HALF_DERIVED = ((UNTOC, UNCAC, 41, 5), (BUDAPEST, UNCAC, 1, 2))
"""Articles of B at least half derived, and by how many the count may differ."""
BOILERPLATE = ("art_5", "art_2", 0.26)
NULL_SHARES = ((0.5, 0.03), (0.95, 0.06))
"""What quantiles of the carried share of 250 random pairs of unrelated conventions may not exceed.

Unrelated is decided by names before anything is measured: two treaties whose names share two words of
four letters or more are no pair (`treatydiff.score.null_pairs.may_be_kin`).
"""


def measure(corpus: Corpus) -> Iterator[Row]:
    """Shares, counts, sums and the distribution of chance."""
    for a, b, known in STUDY:
        whole = corpus.comparison(a, b).scores.document
        shares = (whole.carried, whole.derived, whole.verbatim_carried, whole.verbatim_derived)
        found = tuple(share if share is not None else float("nan") for share in shares)
        margin = EXACT if a == b else TOLERANCE
        ok = all(abs(share - value) <= margin for share, value in zip(found, known, strict=True))
        what = f"{pair_label(a, b)}: carried, derived, verbatim both ways"
        yield row(NAME, what, known, found, ok)
    for a, b, known_count, leeway in HALF_DERIVED:
        count = corpus.comparison(a, b).scores.articles_half_derived
        what = f"{pair_label(a, b)}: articles of B at least half derived"
        yield row(NAME, what, f"about {known_count}", count, abs(count - known_count) <= leeway)
    yield _boilerplate(corpus)
    yield from _chance()
    yield from _sums(corpus)
    yield from _enlarged(corpus)


def _enlarged(corpus: Corpus) -> Iterator[Row]:
    """A draft against itself with as much unrelated text behind it: carried whole, derived by half."""
    a, other = corpus.draft(UNTOC), corpus.draft(UNRELATED)
    wanted = len(draft_words(a).keys)
    appended: list[Provision] = []
    words = 0
    for unit in other.units():
        if words < wanted:
            appended.append(_renamed(unit.provision))
            words += sum(len(leaf.text.split()) for leaf in unit.clauses())
    first = a.instruments[0]
    b = replace(a, instruments=(replace(first, provisions=(*first.provisions, *appended)),))
    scores = compare_drafts(a, b, SETTINGS).scores.document
    share = scores.a.weight / scores.b.weight
    what = f"{label(UNTOC)}, itself with {label(UNRELATED)} behind it"
    carried, derived = scores.carried or 0.0, scores.derived or 0.0
    yield row(NAME, f"{what}: carried", 1.0, carried, carried >= 1.0 - EXACT)
    yield row(
        NAME, f"{what}: derived", f"{share:.3f} ± {TOLERANCE}", derived, abs(derived - share) <= TOLERANCE
    )


def _renamed(node: Provision) -> Provision:
    """A provision under ids that no other draft has."""
    return replace(node, id=f"other_{node.id}", children=tuple(map(_renamed, node.children)))


def _boilerplate(corpus: Corpus) -> Row:
    """Two articles that share little but the formula that every convention has."""
    one, other, known = BOILERPLATE
    draft = corpus.draft(BUDAPEST)
    articles = {unit.id: unit.provision for unit in draft.units()}
    a, b = (
        replace(draft, instruments=(replace(draft.instruments[0], provisions=(articles[id_],)),))
        for id_ in (one, other)
    )
    shipped = shipped_reference(draft.language)
    what = f"{label(BUDAPEST)}: {one} in {other}, carried"
    if shipped is None:
        return row(NAME, what, f"{known} ± {TOLERANCE}", "no reference table", ok=False)
    whole = draft_words(draft)
    pairing = UnitPairing(Pairing((one,), (other,), "amended"), "article", ())
    sheet = score_drafts(
        a, b, Alignment((pairing,), ()), leave_out_near_copies(shipped, whole, whole), SETTINGS
    )
    carried = sheet.document.carried or 0.0
    return row(NAME, what, f"{known} ± {TOLERANCE}", carried, abs(carried - known) <= TOLERANCE)


def _chance() -> Iterator[Row]:
    """Quantiles of the random pairs that the shipped table holds."""
    shipped = shipped_reference("en")
    shares = shipped.table.null_shares if shipped is not None else ()
    for quantile, known in NULL_SHARES:
        what = f"random pairs in the shipped table: quantile {quantile}"
        if not len(shares):
            yield row(NAME, what, f"≤ {known}", "no random pairs", ok=False)
            continue
        found = float(np.quantile(shares, quantile))
        yield row(NAME, what, f"≤ {known}", found, found <= known)


def _sums(corpus: Corpus) -> Iterator[Row]:
    """The document's sums are those of its clauses, and those of its units."""
    for a, b in PAIRS:
        try:
            worst = greatest_deviation(corpus.comparison(a, b))
        except TreatydiffError as fault:
            yield row(NAME, f"{pair_label(a, b)}: sums", "equal", fault_text(fault), ok=False)
            continue
        what = f"{pair_label(a, b)}: whole less its clauses and units"
        yield row(NAME, what, f"≤ {EXACT:.0e}", "0" if worst == 0 else f"{worst:.0e}", worst <= EXACT)
        off = greatest_shares_fault(corpus.comparison(a, b))
        what = f"{pair_label(a, b)}: three shares of every row less 1"
        yield row(NAME, what, f"≤ {EXACT:.0e}", "0" if off == 0 else f"{off:.0e}", off <= EXACT)


def greatest_shares_fault(comparison: Comparison) -> float:
    """How far the three shares of any row are from adding up to 1, both ways."""
    scores = comparison.scores
    worst = 0.0
    for each in (scores.document, *scores.units, *scores.containers):
        for parts in (
            (each.carried_same_force, each.carried_changed_force, each.not_carried),
            (each.derived_same_force, each.derived_changed_force, each.not_derived),
        ):
            measured = [part for part in parts if part is not None]
            if len(measured) == len(parts):
                worst = max(worst, abs(sum(measured) - 1.0))
    return worst


def greatest_deviation(comparison: Comparison) -> float:
    """The greatest relative difference between a sum of the whole and the sum over its parts."""
    scores = comparison.scores
    worst = 0.0
    for side in ("a", "b"):
        whole: Tally = getattr(scores.document, side)
        clauses = scores.clauses_a if side == "a" else scores.clauses_b
        units = [getattr(unit, side) for unit in scores.units]
        for parts in (list(clauses.values()), units):
            part = reduce(Tally.__add__, parts)
            for field in fields(Tally):
                one, other = getattr(whole, field.name), getattr(part, field.name)
                if one is None or other is None:
                    worst = worst if one is other else float("inf")
                else:
                    worst = max(worst, abs(one - other) / max(1.0, abs(one)))
    return worst
