"""What a report of a comparison says, decided once for every format: order, wording, figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from treatydiff.model import (
    RELATIONS,
    Comparison,
    EditClass,
    Relation,
    UnitComparison,
)
from treatydiff.naming import wording
from treatydiff.naming.sides import Side, sides_of
from treatydiff.naming.unit_names import unit_name
from treatydiff.report.comparison.agreed_views import agreed_headline, agreed_views
from treatydiff.report.comparison.asides import aside_counts, aside_views, reserved_positions
from treatydiff.report.comparison.changes import class_count_words, class_counts, signal_count_words
from treatydiff.report.comparison.consonance_words import (
    article_count_words,
    common_ancestry_words,
    origin_views,
    reading_words,
    theme_views,
    whole_words,
)
from treatydiff.report.comparison.headline import cautions, force_remark, headline
from treatydiff.report.comparison.link_words import nearness_words
from treatydiff.report.comparison.meaning_views import obligation_table, profile_rows, substitution_views
from treatydiff.report.comparison.openness_views import open_place_views
from treatydiff.report.comparison.rows import container_views, shares_of, unit_views
from treatydiff.report.comparison.statements import statements_of
from treatydiff.report.comparison.view_model import ComparisonView, RelationCount, Statement
from treatydiff.report.kit.cards import TOOL, diagnostic_groups, draft_card
from treatydiff.report.kit.pieces import DiagnosticGroup, DraftCard

ARTICLE_KINDS = frozenset({"article", "rule"})


def comparison_view(
    comparison: Comparison,
    statements: Iterable[Statement] | None = None,
    *,
    only: Collection[EditClass] = (),
) -> ComparisonView:
    """Everything that a rendering of a comparison says.

    Args:
        comparison: the result of the pipeline.
        statements: what the drafts print about their own standing, in the order of the drafts; by
            default what the table of wordings finds in them.
        only: the classes of edits whose clauses are laid open; all but typographic ones if empty.
    """
    a, b = sides_of(comparison)
    in_articles = [unit for unit in comparison.units if of_articles(unit, a, b)]
    name = unit_name((comparison.a, comparison.b))
    others = [unit for unit in comparison.units if not of_articles(unit, a, b)]
    if statements is None:
        statements = (*statements_of(a.draft, "A", a.name), *statements_of(b.draft, "B", b.name))
    cards = (_card("A", a), _card("B", b))
    return ComparisonView(
        tool=TOOL,
        a=cards[0],
        b=cards[1],
        headline=headline(comparison),
        force_remark=force_remark(comparison),
        shares=shares_of(comparison.scores.document),
        beside=_beside(comparison),
        units_name=name.many.capitalize() if in_articles else "Units",
        counts=relation_counts(in_articles or others),
        other_counts=relation_counts(others) if in_articles else (),
        changes=class_count_words(class_counts(comparison.units)),
        signals=signal_count_words(comparison.units),
        statements=tuple(statements),
        containers=container_views(comparison, a, b),
        units=unit_views(comparison, a, b, only),
        method=_method(comparison),
        basis=_basis(comparison),
        diagnostics=_all_diagnostics(comparison),
        articles_by_share=article_count_words(comparison.scores.articles_derived, unit_name((comparison.b,))),
        ancestry=origin_views(comparison.ancestry) if comparison.ancestry is not None else (),
        readings=_readings(comparison, a, b),
        whole=_whole(comparison),
        themes=theme_views(comparison.themes, comparison.scores, a, b),
        theme=next((each.title for each in comparison.themes if each.name == comparison.theme), ""),
        substitutions=substitution_views(comparison, b),
        obligations=obligation_table(comparison, a, b),
        profile=profile_rows(comparison),
        openness=open_place_views(comparison, a, b),
        asides=aside_views(comparison.asides),
        aside_counts=aside_counts(comparison.asides),
        positions=reserved_positions(a, b),
        only=tuple(each for each in wording.EDIT_CLASSES if each in only),
        cautions=cautions(comparison, cards),
        guard=agreed_headline(comparison),
        agreed=agreed_views(comparison, a, b),
    )


def _readings(comparison: Comparison, a: Side, b: Side) -> tuple[str, ...]:
    readings = comparison.scores.readings
    labels = {
        name: {
            choice.chosen: side.standing((choice.chosen,)).whole
            for choice in readings.options
            if choice.side == name
        }
        for name, side in (("a", a), ("b", b))
    }
    return reading_words(readings, labels)


def _whole(comparison: Comparison) -> str:
    if comparison.whole is None:
        return ""
    scopes = [f"{side} {draft.source.scope}" for side, draft in (("A", comparison.a), ("B", comparison.b))
              if draft.source.scope]  # fmt: skip
    return whole_words(comparison.whole, scopes, unit_name((comparison.b,)))


def of_articles(unit: UnitComparison, a: Side, b: Side) -> bool:
    """Whether a row is of articles outside annexes, as drafts count them and the headline does."""
    side, ids = (b, unit.pairing.b) if unit.pairing.b else (a, unit.pairing.a)
    around = [node.kind for each in ids[:1] if each in side.places for node in side.places[each].around]
    return unit.kind in ARTICLE_KINDS and "annex" not in around


def _card(side: str, of: Side) -> DraftCard:
    return draft_card(of.draft, side=side, name=of.name)


def relation_counts(units: Iterable[UnitComparison]) -> tuple[RelationCount, ...]:
    """How many rows have each relation, those that occur, in the fixed order of relations."""
    rows = list(units)
    counts = Counter(unit.pairing.relation for unit in rows)
    placeholders = Counter(unit.pairing.relation for unit in rows if _is_placeholder(unit))
    return tuple(
        RelationCount(relation, counts[relation], _count_words(relation, counts, placeholders))
        for relation in RELATIONS
        if counts[relation]
    )


def _count_words(relation: Relation, counts: Counter[Relation], placeholders: Counter[Relation]) -> str:
    words = f"{counts[relation]:,} {wording.RELATION_COUNT_WORDS[relation]}"
    empty = placeholders[relation]
    if not empty:
        return words
    if empty == counts[relation]:
        return f"{words} (only placeholders)" if empty > 1 else f"{words} (only a placeholder)"
    return f"{words} ({empty:,} of them placeholders)" if empty > 1 else f"{words} (1 a placeholder)"


def _is_placeholder(unit: UnitComparison) -> bool:
    """Whether a row without partner holds nothing but what it says of itself ("Deleted")."""
    pairing = unit.pairing
    own = pairing.a or pairing.b
    if pairing.a and pairing.b:
        return False
    said = {each.text.removeprefix(f"{own[0]}: ") for each in pairing.evidence if each.kind == "stated"}
    texts = ["".join(edit.text for edit in clause.edits) for clause in unit.clauses]
    return bool(texts) and set(texts) <= said


def _beside(comparison: Comparison) -> tuple[str, ...]:
    """Figures and statements that belong beside the shares, a sentence each."""
    shares = shares_of(comparison.scores.document)
    run = dict(comparison.settings).get("verbatim_ngram", 6)
    sentences = [wording.CAUTION] if comparison.scores.document.derived else []
    if shares.symmetric:
        sentences.append(f"Both ways together {shares.symmetric}.")
    verbatim = [f"{share} of {side}" for share, side in
                ((shares.verbatim_carried, "A"), (shares.verbatim_derived, "B")) if share]  # fmt: skip
    if verbatim:
        sentences.append(f"Word for word, in runs of at least {run} words: {', '.join(verbatim)}.")
    if comparison.scores.document.carried_in_brackets:
        sentences.append(f"Carried inside square brackets: {shares.carried_in_brackets} of A's weight.")
    scores = comparison.scores
    above = tuple(wording.percent(each) for each in (scores.percentile_carried, scores.percentile_derived))
    if all(above):
        than = above[0] if above[0] == above[1] else f"{above[0]} (carried) and {above[1]} (derived)"
        pairs = "all" if than == "100 %" else f"{than} of"
        sentences.append(f"Both shares are higher than in {pairs} random pairs of unrelated instruments.")
    if comparison.ancestry is None:
        return (*sentences, wording.ANCESTRY_NOT_EXAMINED)
    return (*sentences, *common_ancestry_words(comparison.ancestry))


def _method(comparison: Comparison) -> tuple[str, ...]:
    settings = dict(comparison.settings)
    ngram, verbatim = settings.get("ngram", 3), settings.get("verbatim_ngram", 6)
    notes = [
        f"{TOOL}; every figure follows from the two files, the reference and the settings named here.",
        f"Carried is the share of A's weight found in B in shared runs of at least {ngram} words; derived "
        "the share of B's weight found in A. Formulas that many treaties have weigh little or nothing.",
        f"Verbatim is the share of words in shared runs of at least {verbatim} words, without weights.",
        *_basis(comparison),
    ]
    notes.append("A low score may hide an idea in other words, and a high one proves no influence. "
                 "Signals are observations by rule, not legal conclusions.")  # fmt: skip
    return tuple(notes)


def _basis(comparison: Comparison) -> tuple[str, ...]:
    """What the figures rest on, without which two printouts of a pair cannot be told apart."""
    reference = comparison.scores.reference
    settings = dict(comparison.settings)
    notes = []
    if reference.treaties:
        notes.append(f"Weights come from the reference {reference.id}, {reference.treaties:,} treaties.")
    else:
        notes.append("No reference archive was used: weights come from the two drafts alone.")
    if reference.left_out:
        notes.append(
            "Near-copies of the drafts left out of the reference: " + "; ".join(reference.left_out) + "."
        )
    notes += nearness_words(comparison.nearness)
    if settings:
        notes.append("Settings: " + ", ".join(f"{name} = {value}" for name, value in settings.items()) + ".")
    return tuple(notes)


def _all_diagnostics(comparison: Comparison) -> tuple[DiagnosticGroup, ...]:
    own = set(comparison.diagnostics)
    return (
        *diagnostic_groups("", comparison.diagnostics),
        *diagnostic_groups("A", [each for each in comparison.a.diagnostics if each not in own], comparison.a),
        *diagnostic_groups("B", [each for each in comparison.b.diagnostics if each not in own], comparison.b),
    )
