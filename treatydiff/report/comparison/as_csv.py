"""Clause rows as CSV: what became of every clause, its weights and its three shares both ways."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.model import Ancestry, Comparison, Pairing, Tally
from treatydiff.naming.citations import citation, page_of
from treatydiff.naming.sides import Side, sides_of
from treatydiff.report.comparison.agreed_views import agreed_headline
from treatydiff.report.comparison.consonance_words import origin_words
from treatydiff.report.comparison.headline import cautions
from treatydiff.report.kit.cards import draft_card
from treatydiff.report.kit.csv_text import CsvValue, csv_text, links_cell

_MEASURES = ("words", "weight", "share", "same_force", "changed_force", "not_found")


def comparison_csv(comparison: Comparison) -> str:
    """Every clause of either draft once, in the order of the rows, as CSV with a header.

    Columns ending in `_a` are A's clause seen from A (carried), those in `_b` B's (derived). Shares are
    of the clause's weight and add up to 1; they are empty where nothing has weight. `links` are those of
    the clause's row: which unit shares clauses with which, and how many words. Where text of a draft could
    not be read, a last column says so in every row; where B changed text that A prints as
    agreed, a first one does.

    Args:
        comparison: the result of the pipeline.
    """
    a, b = sides_of(comparison)
    scores, ancestry = comparison.scores, comparison.ancestry
    cards = (draft_card(comparison.a, side="A"), draft_card(comparison.b, side="B"))
    header = ["unit_relation", "relation", "unit_a", "unit_b"]
    for side in ("a", "b"):
        header += [f"{name}_{side}" for name in ("clause", "citation", "page", *_MEASURES)]
    header += ["themes", *origin_names(ancestry), "links"]
    rows: list[Sequence[CsvValue]] = []
    for unit in comparison.units:
        for clause in unit.clauses:
            pairing = clause.pairing
            id_a, id_b = next(iter(pairing.a), None), next(iter(pairing.b), None)
            rows.append((
                unit.pairing.relation, pairing.relation, _ids(unit.pairing, "a"), _ids(unit.pairing, "b"),
                *_side_cells(a, id_a, scores.clauses_a.get(id_a or "")),
                *_side_cells(b, id_b, scores.clauses_b.get(id_b or "")),
                " ".join(theme.name for theme in comparison.themes
                         if id_a in theme.clauses_a or id_b in theme.clauses_b),
                *origin_cells(ancestry, id_b),
                links_cell(unit.links),
            ))  # fmt: skip
    if guard := agreed_headline(comparison):
        header, rows = ["agreed_text", *header], [(guard, *row) for row in rows]
    if losses := "; ".join(f"{card.side}: {loss}" for card in cards for loss in card.losses):
        header, rows = [*header, "losses"], [(*row, losses) for row in rows]
    if cautioned := " ".join(cautions(comparison, cards)):
        header, rows = [*header, "cautions"], [(*row, cautioned) for row in rows]
    return csv_text(header, rows)


def _ids(pairing: Pairing, side: str) -> str:
    return " ".join(pairing.a if side == "a" else pairing.b)


def _side_cells(side: Side, id_: str | None, tally: Tally | None) -> tuple[CsvValue, ...]:
    if id_ is None:
        return (None,) * (3 + len(_MEASURES))
    cited = citation(side.name, side.places, side.holders.get(id_, id_), id_)
    words, weight = (tally.words, tally.weight) if tally else (0, None)
    return (id_, cited, page_of(side.places, id_), words, weight, *shares_of_tally(tally))


def shares_of_tally(tally: Tally | None) -> tuple[float | None, float | None, float | None, float | None]:
    """Found, found with the same force, with changed force, not found; of the clause's weight."""
    if tally is None or tally.weight <= 0.0:
        return (None, None, None, None)
    found = tally.carried / tally.weight
    if tally.carried_same_force is None:
        return (found, None, None, 1.0 - found)
    same = tally.carried_same_force / tally.weight
    return (found, same, max(0.0, found - same), 1.0 - found)


def origin_names(ancestry: Ancestry | None) -> list[str]:
    """Columns for the origins of words, where ancestry was examined."""
    return [] if ancestry is None else [f"origin: {origin_words(each)}" for each in ancestry.origins]


def origin_cells(ancestry: Ancestry | None, id_: str | None) -> tuple[CsvValue, ...]:
    """The shares of a provision by origin; empty cells where it has no weight."""
    if ancestry is None:
        return ()
    return (ancestry.shares(id_) if id_ is not None else None) or (None,) * len(ancestry.origins)
