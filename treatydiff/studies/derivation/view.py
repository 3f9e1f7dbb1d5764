"""What a draft derives from several sources, side by side: order, wording and figures for every format."""

from __future__ import annotations

from treatydiff.model import ArticleCount, Provision, Sensitivity
from treatydiff.naming import wording
from treatydiff.naming.citations import places_of, unit_label
from treatydiff.naming.force_standing import counts_in_headlines
from treatydiff.naming.unit_names import UnitName, unit_name
from treatydiff.records import dataclass
from treatydiff.report.comparison.consonance_words import common_ancestry_words, origin_words, whole_words
from treatydiff.report.comparison.rows import shares_of
from treatydiff.report.comparison.view_model import Shares
from treatydiff.report.kit.cards import draft_card
from treatydiff.report.kit.pieces import DraftCard
from treatydiff.studies.derivation.model import Derivation, SourceScores

ARTICLE_KINDS = frozenset({"article", "rule"})


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source: the headline figures beside the draft. `counts` are of 25, 50 and 75 %."""

    card: DraftCard
    name: str
    headline: str
    shares: Shares
    counts: tuple[ArticleCount, ...]
    above_chance: str
    sensitivity: tuple[str, ...]
    whole: str


@dataclass(frozen=True, slots=True)
class ProvisionOrigins:
    """A provision of the draft: what it derives from each source, and its shares by origin, in words."""

    id: str
    kind: str
    label: str
    heading: str
    derived: tuple[str, ...]
    origins: tuple[str, ...]
    exact: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme in the draft: how many clauses name it, and what of them is in each source."""

    name: str
    title: str
    clauses: int
    derived: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DerivationView:
    """Everything that a rendering of a derivation says, in its order."""

    draft: DraftCard
    ancestors: tuple[DraftCard, ...]
    sources: tuple[SourceView, ...]
    origin_names: tuple[str, ...]
    origins: tuple[str, ...]
    ancestry: tuple[str, ...]
    containers: tuple[ProvisionOrigins, ...]
    units: tuple[ProvisionOrigins, ...]
    themes: tuple[ThemeRow, ...]
    notes: tuple[str, ...]


def derivation_view(derivation: Derivation, theme: str = "") -> DerivationView:
    """Everything that a rendering of a derivation says.

    Args:
        derivation: what a draft derives from its sources.
        theme: name of the theme whose articles alone are listed; "" for all.
    """
    ancestry = derivation.ancestry
    shares = ancestry.shares()
    containers, units = _provisions(derivation, _spoken(derivation, theme) if theme else None)
    return DerivationView(
        draft=draft_card(derivation.draft),
        ancestors=tuple(draft_card(each) for each in derivation.ancestors),
        sources=tuple(_source(each, unit_name((derivation.draft,))) for each in derivation.sources),
        origin_names=tuple(map(origin_words, ancestry.origins)),
        origins=tuple(map(wording.percent, shares)) if shares else (),
        ancestry=common_ancestry_words(ancestry) if ancestry.ancestors else (wording.ANCESTRY_NOT_EXAMINED,),
        containers=containers,
        units=units,
        themes=_themes(derivation, theme),
        notes=_notes(derivation),
    )


def _source(source: SourceScores, units: UnitName) -> SourceView:
    scores = source.scores
    half = next((count for count in scores.articles_derived if count.at_least == 0.5), None)
    above = wording.percent(scores.percentile_derived)
    return SourceView(
        card=draft_card(source.source),
        name=source.name,
        headline=_half_words(half, source.name, units),
        shares=shares_of(scores.document),
        counts=scores.articles_derived,
        above_chance=f"derived more than in {above} of random pairs of unrelated instruments"
        if above
        else "",
        sensitivity=_sensitivity_words(source.sensitivity),
        whole=whole_words(source.whole, ["the parts named"], units) if source.whole is not None else "",
    )


def _all_or(share: str) -> str:
    return "all" if share == "100 %" else f"{share} of"


def _half_words(half: ArticleCount | None, name: str, units: UnitName) -> str:
    if half is None or not half.of:
        return f"no {units.many} to count against {name}"
    told = half.same_force is not None and counts_in_headlines()
    same = f"; in {half.same_force or 0:,} of them {wording.AS_DETECTED}" if told else ""
    return f"{half.articles:,} of {units.counted(half.of)} at least half from {name}{same}"


def _sensitivity_words(sensitivity: Sensitivity | None) -> tuple[str, ...]:
    if sensitivity is None:
        return ()
    runs = ", ".join(f"{ngram}: {wording.percent(derived)}" for ngram, _, derived in sensitivity.by_ngram)
    words = [f"derived by runs of so many words, {runs}"]
    if sensitivity.derived is not None:
        low, high = map(wording.percent, sensitivity.derived)
        words.append(
            f"95 % of {sensitivity.draws:,} resamplings of the clauses: {low} to {high} "
            f"(seed {sensitivity.seed})"
        )
    return tuple(words)


def _spoken(derivation: Derivation, theme: str) -> frozenset[str]:
    return frozenset(
        clause
        for source in derivation.sources
        for each in source.themes
        if each.name == theme
        for clause in each.clauses_b
    )


def _provisions(
    derivation: Derivation, spoken: frozenset[str] | None
) -> tuple[tuple[ProvisionOrigins, ...], tuple[ProvisionOrigins, ...]]:
    """Containers and units with their origins; only units that hold a clause of `spoken`, if it is given."""
    draft = derivation.draft
    places = places_of(draft)
    ids = {unit.id for unit in draft.units()}
    containers: list[ProvisionOrigins] = []
    units: list[ProvisionOrigins] = []
    for node in draft.walk():
        is_unit = node.id in ids
        if not is_unit and not any(below.id in ids for below in node.walk() if below is not node):
            continue
        if spoken is not None and not (is_unit and any(leaf.id in spoken for leaf in node.clauses())):
            continue
        exact = derivation.ancestry.shares(node.id) or ()
        row = ProvisionOrigins(
            id=node.id,
            kind=node.kind,
            label=unit_label(places, node.id),
            heading=node.heading,
            derived=tuple(_derived(node, source) for source in derivation.sources),
            origins=tuple(map(wording.percent, exact)),
            exact=exact,
        )
        (units if is_unit else containers).append(row)
    return tuple(containers), tuple(units)


def _derived(node: Provision, source: SourceScores) -> str:
    tallies = [
        source.scores.clauses_b[leaf.id] for leaf in node.clauses() if leaf.id in source.scores.clauses_b
    ]
    weight = sum(tally.weight for tally in tallies)
    return wording.percent(sum(tally.carried for tally in tallies) / weight) if weight > 0.0 else ""


def _themes(derivation: Derivation, only: str) -> tuple[ThemeRow, ...]:
    places = places_of(derivation.draft)
    holders = {leaf.id: unit.id for unit in derivation.draft.units() for leaf in unit.provision.walk()}
    titles = {each.name: each.title for source in derivation.sources for each in source.themes}
    rows = []
    for name, title in titles.items():
        found = [
            next((each for each in source.themes if each.name == name), None) for source in derivation.sources
        ]
        clauses = next((each.clauses_b for each in found if each is not None and each.clauses_b), ())
        if not clauses or (only and name != only):
            continue
        derived = tuple(wording.percent(each.consonance.derived) if each else "" for each in found)
        units = dict.fromkeys(holders.get(clause, clause) for clause in clauses)
        rows.append(
            ThemeRow(name, title, len(clauses), derived, tuple(unit_label(places, unit) for unit in units))
        )
    return tuple(rows)


def _notes(derivation: Derivation) -> tuple[str, ...]:
    reference = derivation.sources[0].scores.reference if derivation.sources else None
    weights = (
        f"Weights come from the reference {reference.id}, {reference.treaties:,} treaties."
        if reference is not None and reference.treaties
        else "No reference archive was used: weights come from the drafts alone."
    )
    return (
        weights,
        "Every word of the draft has one origin: an ancestor that has it (the first one named), else several "
        "sources, else one, else none of them. The shares by origin add up to 1.",
        "A low share may hide an idea in other words, and a high one proves no influence.",
    )
