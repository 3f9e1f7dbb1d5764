"""The final clauses of drafts side by side: consent, entry into force, reservations and the rest."""

from __future__ import annotations

from collections.abc import Iterable

from treatydiff.diff.final_clauses import final_clause_kinds
from treatydiff.language.words.final_clauses import FINAL_CLAUSE_KINDS, FinalClauseKind
from treatydiff.model import Draft, Provision, Unit
from treatydiff.studies.final_clauses.model import FinalClause, FinalClauses, FinalClausesSideBySide
from treatydiff.studies.final_clauses.terms import terms_of


def final_clauses(drafts: Iterable[Draft]) -> FinalClausesSideBySide:
    """The final clauses of every draft, in the order given.

    They are looked for in the main instrument outside its annexes, and elsewhere only where that
    holds none.

    Args:
        drafts: any number, in any language.
    """
    return FinalClausesSideBySide(tuple(FinalClauses(draft, _of_draft(draft)) for draft in drafts))


def _of_draft(draft: Draft) -> tuple[FinalClause, ...]:
    main = {instrument.n for instrument in draft.instruments if instrument.main}
    units = draft.units()
    body = [unit for unit in units if unit.instrument in main and not unit.id.startswith("annex")]
    return _found(body, draft.language) or _found(units, draft.language)


def _found(units: Iterable[Unit], language: str) -> tuple[FinalClause, ...]:
    leaves: dict[FinalClauseKind, list[tuple[str, Provision]]] = {}
    for unit in units:
        by_id = {leaf.id: leaf for leaf in unit.clauses()}
        for kind, ids in final_clause_kinds(unit, language).items():
            leaves.setdefault(kind, []).extend((unit.id, by_id[each]) for each in ids)
    return tuple(_clause(kind, leaves[kind], language) for kind in FINAL_CLAUSE_KINDS if kind in leaves)


def _clause(kind: FinalClauseKind, leaves: list[tuple[str, Provision]], language: str) -> FinalClause:
    text = "\n".join(leaf.text for _, leaf in leaves)
    return FinalClause(
        kind,
        tuple(dict.fromkeys(unit for unit, _ in leaves)),
        tuple(leaf.id for _, leaf in leaves),
        terms_of(kind, text, language),
        text,
        leaves[0][1].page,
    )
