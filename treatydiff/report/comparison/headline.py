"""The answer of a comparison in one sentence, and what overturns it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from treatydiff.model import Comparison, Draft, Provision, Tally
from treatydiff.naming import wording
from treatydiff.naming.force_standing import counts_in_headlines
from treatydiff.naming.unit_names import unit_name
from treatydiff.report.kit.pieces import DraftCard

HALF = 0.5 - 1e-12
"""A share that is a half but for rounding counts as a half, as in the scores."""

FAR_SHORTER = 1 / 3
"""A text of less than this part of the other's words is hardly a draft of all of it. Between the drafts of
one negotiation that were at hand, the shorter had at least half of the longer's words."""

_LOSS = (
    "Where an error is named, text may be missing, which then counts as deleted or added: "
    "rows near it may be wrong, and so may shares and counts."
)


def cautions(comparison: Comparison, cards: tuple[DraftCard, DraftCard]) -> tuple[str, ...]:
    """What a reader must know before the headline: text lost, one draft far shorter, one without articles.

    Args:
        comparison: the result of the pipeline.
        cards: of A and of B.
    """
    lost = [_LOSS] if any(card.losses for card in cards) else []
    a, b = (comparison.a, cards[0].words), (comparison.b, cards[1].words)
    return (*lost, *_cautions_of("A", *a, "B", *b), *_cautions_of("B", *b, "A", *a))


def _cautions_of(
    name: str, draft: Draft, words: int, other_name: str, other: Draft, others: int
) -> Iterator[str]:
    if 0 < words < FAR_SHORTER * others:
        yield (
            f"{name} is far shorter: {words:,} words against {others:,}. If it is not the whole text, "
            f"what it lacks counts as {'deleted' if name == 'B' else 'added'}."
        )
    if draft.units() and not _articles(draft) and _articles(other):
        yield (
            f"No articles were found in {name}; {other_name} has {_articles(other):,}. If {name} prints "
            "articles, they were not recognised, and this comparison says little."
        )


def _articles(draft: Draft) -> int:
    return sum(unit.kind in ("article", "rule") for unit in draft.units())


def headline(comparison: Comparison) -> str:
    """The answer in one sentence: of how much of B the wording is shared with A, or why that cannot be said.

    Args:
        comparison: the result of the pipeline.
    """
    if not comparison.a.units() or not comparison.b.units():
        empty = [side for side, draft in (("A", comparison.a), ("B", comparison.b)) if not draft.units()]
        has = "has" if len(empty) == 1 else "have"
        return f"{' and '.join(empty)} {has} no provisions that could be compared."
    if all(unit.pairing.relation == "identical" for unit in comparison.units):
        if any(each.differs for each in comparison.asides):
            return "The provisions are the same; notes or front matter differ. Typography is not counted."
        scopes = dict.fromkeys(draft.source.scope for draft in (comparison.a, comparison.b))
        part = " and ".join(scope for scope in scopes if scope)
        what = f"What was compared ({part}) is identical" if part else "The drafts are identical"
        return f"{what}; differences of typography are not counted."
    half = next((count for count in comparison.scores.articles_derived if count.at_least == 0.5), None)
    if half is None or not half.of:
        return _headline_without_articles(comparison)
    name = unit_name((comparison.b,))
    return _halves(half.articles, half.of, name.one, name.many, _in_headline(half.same_force))


def force_remark(comparison: Comparison) -> str:
    """The count of articles without a changed force word, where it is no matter for the headline; else "".

    Args:
        comparison: the result of the pipeline.
    """
    half = next((count for count in comparison.scores.articles_derived if count.at_least == 0.5), None)
    if half is None or not half.articles or half.same_force is None or counts_in_headlines():
        return ""
    name = unit_name((comparison.b,))
    if half.articles == 1:
        said = f"in it {wording.AS_DETECTED}" if half.same_force else "in it a force word changed"
    else:
        said = f"in {half.same_force:,} of these {half.articles:,} {name.many} {wording.AS_DETECTED}"
    return f"Remark: {said}."


def _in_headline(same: int | None) -> int | None:
    return same if counts_in_headlines() else None


def _headline_without_articles(comparison: Comparison) -> str:
    units = [unit.provision for unit in comparison.b.units()]
    half = _at_least_half(comparison, units, lambda tally: tally.carried)
    if half is None:
        return "B has no articles to count."
    return _halves(half, len(units), "unit", "units", _in_headline(_same_force(comparison, units)))


def _halves(half: int, whole: int, one: str, many: str, same: int | None) -> str:
    single = half == 1 or whole == 1
    text = (
        f"{half:,} of {whole:,} {one if whole == 1 else many} of B {'shares' if single else 'share'} "
        "at least half of "
        f"{'its' if single else 'their'} (weighted) wording with A"
    )
    if same is not None and half:
        text += f"; in {same:,} of them {wording.AS_DETECTED}" if half > 1 else _one_same(same)
    return text + "."


def _one_same(same: int) -> str:
    return f"; in it {wording.AS_DETECTED}" if same else "; in it a force word changed"


def _same_force(comparison: Comparison, provisions: Iterable[Provision]) -> int | None:
    if comparison.scores.document.derived_same_force is None:
        return None
    return _at_least_half(comparison, provisions, lambda tally: tally.carried_same_force)


def _at_least_half(
    comparison: Comparison, provisions: Iterable[Provision], part: Callable[[Tally], float | None]
) -> int | None:
    """How many provisions of B have at least half of their weight in a part of their tallies."""
    tallies = comparison.scores.clauses_b
    if not tallies:
        return None
    number = 0
    for provision in provisions:
        known = [tallies[leaf.id] for leaf in provision.clauses() if leaf.id in tallies]
        weight = sum(tally.weight for tally in known)
        shared = sum(part(tally) or 0.0 for tally in known)
        number += weight > 0.0 and shared >= HALF * weight
    return number
