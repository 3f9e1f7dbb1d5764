"""Ancestry: what a convention has from one source only, from both, from an earlier one."""

from __future__ import annotations

from collections.abc import Iterator

from tools.evaluate.consonance import BUDAPEST, EXACT, UNCAC, UNTOC
from tools.evaluate.corpus import PAIRS, SETTINGS, Corpus, label
from tools.evaluate.rows import Row, information, row
from treatydiff.errors import TreatydiffError
from treatydiff.model import Ancestry
from treatydiff.studies.derivation.derive import derive_draft
from treatydiff.studies.derivation.model import Derivation

NAME = "ancestry"
LEAST_COMMON = 0.04
"""With the older source as ancestor, the younger one's own share falls below this."""


def measure(corpus: Corpus) -> Iterator[Row]:
    """Origins of the words of one convention, and sums over every pair."""
    draft, older, younger = corpus.draft(UNCAC), corpus.draft(UNTOC), corpus.draft(BUDAPEST)
    beside = derive_draft(draft, [older, younger], SETTINGS)
    for source, (known, leeway) in zip(beside.sources, ((41, 5), (1, 2)), strict=True):
        count = source.scores.articles_half_derived
        what = f"{label(UNCAC)} from {source.name}: articles at least half derived"
        yield row(NAME, what, f"{known} ± {leeway}", count, abs(count - known) <= leeway)
    yield information(NAME, f"{label(UNCAC)} from both: origins", origins(beside.ancestry))
    with_ancestor = derive_draft(draft, [younger], SETTINGS, ancestors=[older])
    own = share_of(with_ancestor.ancestry, "exclusive")
    what = f"{label(UNCAC)} from {label(BUDAPEST)}, ancestor {label(UNTOC)}: only in the source"
    yield row(NAME, what, f"< {LEAST_COMMON}", own, own < LEAST_COMMON)
    yield information(NAME, what.replace("only in the source", "origins"), origins(with_ancestor.ancestry))
    yield from _sums(corpus)


def _sums(corpus: Corpus) -> Iterator[Row]:
    """The shares by origin of every clause, unit, container and draft add up to 1."""
    worst = 0.0
    measured = 0
    for a, b in PAIRS:
        try:
            derivation = derive_draft(
                corpus.draft(b), [corpus.draft(a)], SETTINGS, ancestors=[corpus.draft(a)]
            )
        except TreatydiffError:
            continue
        measured += 1
        worst = max(worst, greatest_fault(derivation))
    what = f"{measured} pairs: shares by origin of every provision less 1, weights less those of the scores"
    yield row(NAME, what, f"≤ {EXACT:.0e}", "0" if worst == 0 else f"{worst:.0e}", worst <= EXACT)


def greatest_fault(derivation: Derivation) -> float:
    """How far origins are from adding up, as a share, and as weight against the scores."""
    ancestry = derivation.ancestry
    shares = [ancestry.shares(id_) for id_ in (*ancestry.parts, None)]
    worst = max((abs(sum(each) - 1.0) for each in shares if each is not None), default=0.0)
    for id_, tally in derivation.sources[0].scores.clauses_b.items():
        worst = max(worst, abs(sum(ancestry.parts[id_]) - tally.weight))
    return worst


def share_of(ancestry: Ancestry, kind: str) -> float:
    """The share of a draft's weight that has origins of a kind."""
    shares = ancestry.shares() or ()
    return sum(share for origin, share in zip(ancestry.origins, shares, strict=False) if origin.kind == kind)


def origins(ancestry: Ancestry) -> str:
    """The shares by origin in one line."""
    shares = ancestry.shares() or ()
    return ", ".join(
        f"{' '.join((origin.kind, *map(label, origin.names)))} {share:.3f}"
        for origin, share in zip(ancestry.origins, shares, strict=False)
    )
