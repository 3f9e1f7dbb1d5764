"""Edits must give back both texts, code point for code point, and every clause once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tools.evaluate.corpus import PAIRS, Corpus, fault_text, pair_label
from tools.evaluate.rows import Row, row
from treatydiff.errors import TreatydiffError
from treatydiff.model import Comparison, Draft, Edit

NAME = "rebuild"


def measure(corpus: Corpus) -> Iterator[Row]:
    """One row a pair."""
    for a, b in PAIRS:
        try:
            comparison = corpus.comparison(a, b)
        except TreatydiffError as fault:
            yield row(NAME, pair_label(a, b), "compared", fault_text(fault), ok=False)
            continue
        clauses = sum(len(unit.clauses) for unit in comparison.units)
        faults = list(faults_of(comparison))
        found = f"{len(faults)} faults in {clauses} clauses"
        yield row(NAME, pair_label(a, b), "0 faults", found, ok=not faults, details=faults)


def faults_of(comparison: Comparison) -> Iterator[str]:
    """Every clause whose edits do not give its text, or that is not in exactly one row."""
    for name, draft, leaves_out in (("A", comparison.a, "insert"), ("B", comparison.b, "delete")):
        texts = clause_texts(draft)
        seen: Counter[str] = Counter()
        for unit in comparison.units:
            for clause in unit.clauses:
                for id_ in clause.pairing.a if name == "A" else clause.pairing.b:
                    seen[id_] += 1
                    if _joined(clause.edits, leaves_out) != texts.get(id_):
                        yield f"{name} {id_}: the edits do not give its text"
        yield from (f"{name} {id_}: in {seen[id_]} rows" for id_ in texts if seen[id_] != 1)
        yield from (f"{name} {id_}: no clause with words" for id_ in seen if id_ not in texts)


def clause_texts(draft: Draft) -> dict[str, str]:
    """The canonical text of every clause that has words, by id."""
    return {clause.id: clause.text for unit in draft.units() for clause in unit.clauses()}


def _joined(edits: Sequence[Edit], leaves_out: str) -> str:
    return "".join(edit.text for edit in edits if edit.op != leaves_out)
