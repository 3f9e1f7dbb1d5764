"""The natural rows of results: plain dictionaries of text, numbers and None, all with the same keys.

Drafts and comparisons have a row for each unit; other results have those of their JSON contract, under
the names that the contract gives. Several ids, names or signals stand in one value, parted by spaces or
semicolons, so that every row goes into a table as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from treatydiff.model import Comparison, Draft, Signal, Unit, UnitComparison
from treatydiff.naming.citations import group_label, page_of, places_of
from treatydiff.naming.sides import Side, sides_of
from treatydiff.report.kit.csv_text import links_cell

Row = dict[str, Any]


def draft_rows(draft: Draft) -> Iterator[Row]:
    """A row for each unit of a draft: where it stands and what it says, a line for each clause."""
    places = places_of(draft)
    for unit in draft.units():
        yield {
            "id": unit.id, "kind": unit.kind, "label": group_label(places, (unit.id,)),
            "number": unit.provision.number, "heading": unit.provision.heading,
            "page": page_of(places, unit.id), "containers": " ".join(unit.containers),
            "instrument": unit.instrument, "clauses": len(unit.clauses()), "text": _text(unit),
        }  # fmt: skip


def _text(unit: Unit) -> str:
    return "\n".join(clause.text for clause in unit.clauses())


def comparison_rows(comparison: Comparison) -> Iterator[Row]:
    """A row for each unit of either draft, in the order of the report; shares are those of the row."""
    a, b = sides_of(comparison)
    for row in comparison.units:
        pairing, shares = row.pairing, row.consonance
        yield {
            "kind": row.kind, "relation": pairing.relation, "renumbered": pairing.renumbered,
            "moved": pairing.moved, "amended": pairing.amended,
            **_side("a", a, pairing.a), **_side("b", b, pairing.b),
            "similarity": pairing.similarity, "carried": shares.carried, "derived": shares.derived,
            "carried_same_force": shares.carried_same_force, "derived_same_force": shares.derived_same_force,
            "verbatim_carried": shares.verbatim_carried, "verbatim_derived": shares.verbatim_derived,
            "words_a": shares.a.words, "words_b": shares.b.words,
            "signals": "; ".join(dict.fromkeys(f"{each.kind} {each.direction}".strip()
                                               for each in _signals(row))),
            "links": links_cell(row.links),
        }  # fmt: skip


def _side(name: str, side: Side, ids: tuple[str, ...]) -> Row:
    return {
        name: " ".join(ids), f"label_{name}": group_label(side.places, ids),
        f"heading_{name}": side.heading(ids),
        f"page_{name}": page_of(side.places, ids[0]) if ids else None,
    }  # fmt: skip


def _signals(row: UnitComparison) -> Iterator[Signal]:
    yield from row.signals
    for clause in row.clauses:
        yield from clause.signals
        for edit in clause.edits:
            yield from edit.signals


def contract_rows(data: Mapping[str, Any]) -> list[Row]:
    """The rows of a result that is told by its JSON contract.

    Args:
        data: the contract as a dictionary.
    """
    rows = list(_ROWS[data["schema"]](data))
    names = dict.fromkeys(name for row in rows for name in row)
    return [{name: row.get(name) for name in names} for row in rows]


def _plain(held: Mapping[str, Any], *left_out: str) -> Row:
    """What a row can hold of an object: its plain values, and lists of words as one text."""
    row: Row = {}
    for name, value in held.items():
        if name in left_out or isinstance(value, Mapping):
            continue
        if not isinstance(value, list):
            row[name] = value
        elif all(isinstance(each, str) for each in value):
            row[name] = ("; " if name == "who" else " ").join(value)
    return row


def _sources(data: Mapping[str, Any]) -> Iterator[Row]:
    for source in data["sources"]:
        counts = {key: value for key, value in source["consonance"].items() if not isinstance(value, dict)}
        yield {"source": source["name"], "articles": source["articles"], "units": source["units"], **counts}


def _findings(data: Mapping[str, Any]) -> Iterator[Row]:
    return map(_plain, data["findings"])


def _fates(data: Mapping[str, Any]) -> Iterator[Row]:
    """Every bracket and option with its fate; of a single draft, how open its parts and units are."""
    for step in data["steps"]:
        for fate in step["fates"]:
            yield {"a": step["a"], "b": step["b"], **_plain(fate)}
    if not data["steps"]:
        for draft in data["drafts"]:
            for place in draft["openness"]["places"]:
                yield {"draft": draft["label"], **_plain(place)}


def _language_places(data: Mapping[str, Any]) -> Iterator[Row]:
    for number, difference in enumerate(data["differences"], 1):
        for place in difference["places"]:
            yield {"difference": number, "code": difference["code"], "message": difference["message"],
                   **_plain(place)}  # fmt: skip


def _final_clauses(data: Mapping[str, Any]) -> Iterator[Row]:
    for draft in data["drafts"]:
        for clause in draft["clauses"]:
            terms = "; ".join(f"{each['name']}: {each['value']}" for each in clause["terms"])
            yield {"draft": draft["label"], "language": draft["language"], **_plain(clause, "terms"),
                   "terms": terms}  # fmt: skip


def _proposals(data: Mapping[str, Any]) -> Iterator[Row]:
    for proposal in data["proposals"]:
        changed: Counter[str] = Counter()
        for change in proposal["changes"]:
            changed[change["op"]] += change["words"]
        yield {**_plain(proposal, "changes"), "words_inserted": changed["insert"],
               "words_deleted": changed["delete"]}  # fmt: skip


def _concordance(data: Mapping[str, Any]) -> Iterator[Row]:
    """Corresponding provisions: for each draft its ids, for each step relations and shares."""
    names = [draft["name"] for draft in data["drafts"]]
    for row in data["rows"]:
        cells: Row = {}
        for name, cell in zip(names, row["cells"], strict=True):
            cells |= {name: " ".join(cell["ids"]), f"{name}: label": cell["label"],
                      f"{name}: heading": " / ".join(filter(None, cell["headings"]))}  # fmt: skip
        for name, step in zip(names[1:], row["steps"], strict=True):
            relations = dict.fromkeys(each["relation"] for each in step["pairings"])
            cells |= {f"{name}: relation": "; ".join(relations), f"{name}: carried": step["carried"],
                      f"{name}: derived": step["derived"]}  # fmt: skip
        yield cells


def _across(data: Mapping[str, Any]) -> Iterator[Row]:
    for unit in data["units"]:
        found = [each["kind"] for clause in unit["clauses"] for each in clause["mismatches"]]
        yield {"a": " ".join(unit["a"]), "b": " ".join(unit["b"]), "kind": unit["kind"],
               "relation": unit["relation"], "similarity": unit["similarity"],
               "mismatches": "; ".join(dict.fromkeys(found))}  # fmt: skip


def _trace(data: Mapping[str, Any]) -> Iterator[Row]:
    names = [draft["name"] for draft in data["drafts"]]
    for step in data["steps"]:
        for row in step["rows"]:
            yield {"from": names[step["from_draft"]], "to": names[step["to_draft"]],
                   "returned": step["returned"], **_plain(row, "clauses")}  # fmt: skip


def _blame(data: Mapping[str, Any]) -> Iterator[Row]:
    names = [share["name"] for share in data["shares"]]
    for clause in data["clauses"]:
        words = {f"words: {name}": count for name, count in zip(names, clause["words"], strict=True)}
        yield {"id": clause["id"], "unit": clause["unit"], "words": sum(clause["words"]), **words}


def _pairs(data: Mapping[str, Any]) -> Iterator[Row]:
    for pair in data["pairs"]:
        row: Row = {"a": pair["a"], "b": pair["b"]}
        for way in ("carried", "derived"):
            cell = pair[way]
            row |= {way: cell["share"], f"{way}_bound": cell["bound"],
                    f"{way}_same_force": cell["same_force"], f"verbatim_{way}": cell["verbatim"]}  # fmt: skip
        yield row


def _hits(data: Mapping[str, Any]) -> Iterator[Row]:
    for hit in data["hits"]:
        yield _plain(hit, "marks")


def _precedents(data: Mapping[str, Any]) -> Iterator[Row]:
    fields = ("file", "symbol", "date", "provision", "citation", "share")
    for clause in data["clauses"]:
        row = _plain(clause, "earliest", "closest")
        for which in ("earliest", "closest"):
            passage = clause[which] or {}
            row |= {f"{which}_{name}": passage.get(name) for name in fields}
        yield row


def _rules(data: Mapping[str, Any]) -> Iterator[Row]:
    """A row for each fault, and one for each rule that is kept."""
    none: Sequence[Mapping[str, Any]] = ({"file": None, "provision": None, "page": None, "message": None},)
    for rule in data["rules"]:
        for fault in rule["faults"] or none:
            yield {**_plain(rule, "faults"), **fault}


_ROWS: dict[str, Callable[[Mapping[str, Any]], Iterator[Row]]] = {
    "treatydiff/derivation/1": _sources,
    "treatydiff/check/1": _findings,
    "treatydiff/brackets/1": _fates,
    "treatydiff/languages/1": _language_places,
    "treatydiff/across/1": _across,
    "treatydiff/final-clauses/1": _final_clauses,
    "treatydiff/proposals/1": _proposals,
    "treatydiff/concordance/1": _concordance,
    "treatydiff/trace/1": _trace,
    "treatydiff/blame/1": _blame,
    "treatydiff/matrix/1": _pairs,
    "treatydiff/search/1": _hits,
    "treatydiff/precedents/1": _precedents,
    "treatydiff/archive-check/1": _rules,
}
