"""The parts of the JSON contracts that say what consonance found: shares, counts, ancestry, themes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from treatydiff.model import (
    Ancestry,
    ArticleCount,
    Comparison,
    Consonance,
    Explanation,
    Pairing,
    Readings,
    ScoreSheet,
    Sensitivity,
    Tally,
    ThemeFinding,
)
from treatydiff.naming.sides import Side
from treatydiff.report.comparison.passages import stretch_views
from treatydiff.report.comparison.view_model import StretchView


def shares_json(consonance: Consonance) -> dict[str, Any]:
    """The shares of a document, container or unit; the three of each direction add up to 1."""
    return {
        "carried": consonance.carried,
        "derived": consonance.derived,
        "symmetric": consonance.symmetric,
        "carried_same_force": consonance.carried_same_force,
        "carried_changed_force": consonance.carried_changed_force,
        "not_carried": consonance.not_carried,
        "derived_same_force": consonance.derived_same_force,
        "derived_changed_force": consonance.derived_changed_force,
        "not_derived": consonance.not_derived,
        "carried_in_brackets": consonance.carried_in_brackets,
        "verbatim_carried": consonance.verbatim_carried,
        "verbatim_derived": consonance.verbatim_derived,
        "weight_a": float(consonance.a.weight),
        "weight_b": float(consonance.b.weight),
    }


def article_counts(scores: ScoreSheet) -> dict[str, Any]:
    """How many articles have at least 25, 50 and 75 % of their weight in the other draft."""
    return {
        "articles_half_derived": scores.articles_half_derived,
        "articles_half_carried": scores.articles_half_carried,
        "articles_by_share": {
            "derived": [_article_count(each) for each in scores.articles_derived],
            "carried": [_article_count(each) for each in scores.articles_carried],
        },
    }


def _article_count(count: ArticleCount) -> dict[str, Any]:
    return {
        "at_least": count.at_least,
        "articles": count.articles,
        "same_force": count.same_force,
        "of": count.of,
    }


def consonance_additions(comparison: Comparison) -> dict[str, Any]:
    """Ancestry, readings, what was aligned, whole drafts and themes of a comparison."""
    whole = comparison.whole
    return {
        "readings": readings_json(comparison.scores.readings),
        "ancestry": None if comparison.ancestry is None else ancestry_json(comparison.ancestry),
        "aligned": "whole" if whole is None else "part",
        "whole": None if whole is None else {**shares_json(whole.document), **article_counts(whole)},
        "theme": comparison.theme or None,
        "themes": [theme_json(each) for each in comparison.themes],
    }


def readings_json(readings: Readings) -> dict[str, Any]:
    """The shares under the readings of brackets and options; null where they leave none open."""
    return {
        name: None if shares is None else {"carried": shares.carried, "derived": shares.derived}
        for name, shares in (
            ("brackets_out", readings.brackets_out),
            ("brackets_in", readings.brackets_in),
            ("best_options", readings.best_options),
        )
    } | {
        "options": [
            {"side": each.side, "chosen": each.chosen, "others": list(each.others), "share": each.share}
            for each in readings.options
        ]
    }


def ancestry_json(ancestry: Ancestry) -> dict[str, Any]:
    """Origins, and the shares of the document and every provision by origin, in their order."""
    whole = sum(ancestry.document)
    return {
        "sources": list(ancestry.sources),
        "ancestors": list(ancestry.ancestors),
        "origins": [{"kind": each.kind, "names": list(each.names)} for each in ancestry.origins],
        "document": _listed(ancestry.shares()),
        "derived": [each / whole if whole > 0.0 else None for each in ancestry.derived],
        "in_ancestors": [each / whole if whole > 0.0 else None for each in ancestry.in_ancestors],
        "provisions": {id_: _listed(ancestry.shares(id_)) for id_ in ancestry.parts},
    }


def _listed(shares: tuple[float, ...] | None) -> list[float] | None:
    return None if shares is None else list(shares)


def theme_json(theme: ThemeFinding) -> dict[str, Any]:
    """A theme: the clauses that name it in either draft, the shares over them, what became of its words."""
    return {
        "name": theme.name,
        "title": theme.title,
        "a": list(theme.clauses_a),
        "b": list(theme.clauses_b),
        "only_a": list(theme.only_a),
        "only_b": list(theme.only_b),
        "terms": list(theme.terms),
        "words": {
            "a": theme.words.a, "b": theme.words.b, "struck": theme.words.struck,
            "bracketed": theme.words.bracketed, "moved": theme.words.moved,
        },
        "struck": list(theme.struck),
        "bracketed": list(theme.bracketed),
        "moved": list(theme.moved),
        "consonance": shares_json(theme.consonance),
    }  # fmt: skip


def sensitivity_json(sensitivity: Sensitivity | None) -> dict[str, Any] | None:
    """The shares for other lengths of runs, and their intervals over resampled clauses."""
    if sensitivity is None:
        return None
    return {
        "by_ngram": [
            {"ngram": ngram, "carried": carried, "derived": derived}
            for ngram, carried, derived in sensitivity.by_ngram
        ],
        "interval_carried": _listed(sensitivity.carried),
        "interval_derived": _listed(sensitivity.derived),
        "draws": sensitivity.draws,
        "seed": sensitivity.seed,
    }


def passages_json(pairing: Pairing, scores: ScoreSheet, sides: tuple[Side, Side]) -> dict[str, Any]:
    """What the units of B have from A, and what of A's units is not in B, longest first."""
    a, b = sides
    return {
        "derived": [_stretch(each) for each in stretch_views(b, pairing.b, scores.stretches_b, carried=True)],
        "left_behind": [
            _stretch(each) for each in stretch_views(a, pairing.a, scores.stretches_a, carried=False)
        ],
    }


def _stretch(view: StretchView) -> dict[str, Any]:
    value: dict[str, Any] = {
        "clause": view.clause,
        "start": view.start,
        "end": view.end,
        "words": view.words,
        "weight": view.weight,
        "text": view.text,
        "citation": view.citation,
    }
    return value if view.same_force is None else {**value, "same_force": view.same_force}


def tally_json(tally: Tally) -> dict[str, Any]:
    """The sums over a clause."""
    return {
        "weight": float(tally.weight),
        "carried": float(tally.carried),
        "carried_same_force": tally.carried_same_force,
        "words": tally.words,
    }


def explanation_json(
    explanation: Explanation, citations: Mapping[tuple[Literal["a", "b"], str], str]
) -> dict[str, Any]:
    """The sum behind the shares of one row.

    Args:
        explanation: clause by clause.
        citations: by side and clause.
    """
    return {
        "a": list(explanation.pairing.a),
        "b": list(explanation.pairing.b),
        "relation": explanation.pairing.relation,
        "consonance": shares_json(explanation.consonance),
        "clauses": [
            {
                "side": each.side,
                "clause": each.clause,
                "citation": citations.get((each.side, each.clause), ""),
                **tally_json(each.tally),
                "word_weights": [
                    {
                        "text": word.text,
                        "rarity": word.rarity,
                        "formula": word.formula,
                        "weight": word.weight,
                        "carried": word.carried,
                    }
                    for word in each.words
                ],
            }
            for each in explanation.clauses
        ],
    }
