"""Clauses of a draft as CSV: the share of each from every source, and its origins."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.naming.citations import citation, document_name, page_of, places_of
from treatydiff.report.comparison.as_csv import origin_cells, origin_names, shares_of_tally
from treatydiff.report.kit.csv_text import CsvValue, csv_text
from treatydiff.studies.derivation.model import Derivation


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
    header += ["themes", *origin_names(ancestry)]
    rows: list[Sequence[CsvValue]] = []
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
                *(cell for tally in tallies for cell in shares_of_tally(tally)[:3]),
                " ".join(spoken), *origin_cells(ancestry, leaf.id),
            ))  # fmt: skip
    return csv_text(header, rows)
