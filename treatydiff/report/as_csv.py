"""Clause rows as CSV: what became of every clause, its weights and its three shares both ways."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from treatydiff.model import Ancestry, Comparison, Derivation, Pairing, Tally
from treatydiff.report.citations import citation, document_name, page_of, places_of
from treatydiff.report.consonance_words import origin_words
from treatydiff.report.sides import Side, sides_of
from treatydiff.report.wording import encodable, printable

Cell = str | int | float | None
_MEASURES = ("words", "weight", "share", "same_force", "changed_force", "not_found")
_STEERING = ("=", "+", "-", "@", "\t")
"""A spreadsheet takes a cell that begins so for a formula."""


def comparison_csv(comparison: Comparison) -> str:
    """Every clause of either draft once, in the order of the rows, as CSV with a header.

    Columns ending in `_a` are A's clause seen from A (carried), those in `_b` B's (derived). Shares are
    of the clause's weight and add up to 1; they are empty where nothing has weight.

    Args:
        comparison: the result of the pipeline.
    """
    a, b = sides_of(comparison)
    scores, ancestry = comparison.scores, comparison.ancestry
    header = ["unit_relation", "relation", "unit_a", "unit_b"]
    for side in ("a", "b"):
        header += [f"{name}_{side}" for name in ("clause", "citation", "page", *_MEASURES)]
    header += ["themes", *_origin_names(ancestry)]
    rows: list[Sequence[Cell]] = []
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
                *_origin_cells(ancestry, id_b),
            ))  # fmt: skip
    return _written(header, rows)


def derivation_csv(derivation: Derivation) -> str:
    """Every clause of a draft with its share from each source and its origins, as CSV with a header.

    Args:
        derivation: what the draft derives from its sources.
    """
    draft, ancestry = derivation.draft, derivation.ancestry
    places, name = places_of(draft), document_name(draft)
    header = ["unit", "clause", "citation", "page", "words", "weight"]
    for source in derivation.sources:
        header += [f"{what}: {source.name}" for what in ("derived", "same force", "changed force")]
    header += ["themes", *_origin_names(ancestry)]
    rows: list[Sequence[Cell]] = []
    for unit in draft.units():
        for leaf in unit.clauses():
            tallies = [source.scores.clauses_b.get(leaf.id) for source in derivation.sources]
            first = next((tally for tally in tallies if tally is not None), None)
            spoken = dict.fromkeys(
                theme.name for source in derivation.sources for theme in source.themes
                if leaf.id in theme.clauses_b
            )  # fmt: skip
            rows.append((
                unit.id, leaf.id, citation(name, places, unit.id, leaf.id), page_of(places, leaf.id),
                first.words if first else 0, first.weight if first else None,
                *(cell for tally in tallies for cell in _shares(tally)[:3]),
                " ".join(spoken), *_origin_cells(ancestry, leaf.id),
            ))  # fmt: skip
    return _written(header, rows)


def _ids(pairing: Pairing, side: str) -> str:
    return " ".join(pairing.a if side == "a" else pairing.b)


def _side_cells(side: Side, id_: str | None, tally: Tally | None) -> tuple[Cell, ...]:
    if id_ is None:
        return (None,) * (3 + len(_MEASURES))
    cited = citation(side.name, side.places, side.holders.get(id_, id_), id_)
    words, weight = (tally.words, tally.weight) if tally else (0, None)
    return (id_, cited, page_of(side.places, id_), words, weight, *_shares(tally))


def _shares(tally: Tally | None) -> tuple[float | None, float | None, float | None, float | None]:
    """Found, found with the same force, with changed force, not found; of the clause's weight."""
    if tally is None or tally.weight <= 0.0:
        return (None, None, None, None)
    found = tally.carried / tally.weight
    if tally.carried_same_force is None:
        return (found, None, None, 1.0 - found)
    same = tally.carried_same_force / tally.weight
    return (found, same, max(0.0, found - same), 1.0 - found)


def _origin_names(ancestry: Ancestry | None) -> list[str]:
    return [] if ancestry is None else [f"origin: {origin_words(each)}" for each in ancestry.origins]


def _origin_cells(ancestry: Ancestry | None, id_: str | None) -> tuple[Cell, ...]:
    if ancestry is None:
        return ()
    return (ancestry.shares(id_) if id_ is not None else None) or (None,) * len(ancestry.origins)


def _written(header: Iterable[str], rows: Iterable[Sequence[Cell]]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([_cell(name) for name in header])
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return encodable(file.getvalue())


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    text = printable(str(value)).replace("\n", " ")
    return f"'{text}" if text.startswith(_STEERING) else text
