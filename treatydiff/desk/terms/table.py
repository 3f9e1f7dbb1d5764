"""The table of terms: which quantity of one draft is which of the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from treatydiff.desk.terms.model import Change, Term, TermRow, TermTable
from treatydiff.desk.terms.quantities_of import terms_of
from treatydiff.language.quantities import compared
from treatydiff.model import Draft
from treatydiff.studies.chains.concordance import ProvisionKey, clause_links
from treatydiff.studies.chains.model import Chain

_LIMITED: dict[str, Change] = {"raised": "loosened", "lowered": "tightened"}
"""A limit that is longer is looser."""


def terms_alone(draft: Draft) -> TermTable:
    """The terms of one draft.

    Args:
        draft: the draft.
    """
    return TermTable((draft,), tuple(TermRow((each,), ("",)) for each in terms_of(draft)))


def term_table(chain: Chain) -> TermTable:
    """The terms of all drafts of a chain, each followed through the clauses that correspond.

    Args:
        chain: the drafts, compared.
    """
    links = clause_links(chain)
    rows: list[list[Term | None]] = []
    for at, draft in enumerate(chain.drafts):
        now = list(terms_of(draft))
        partners = _partners([row[-1] for row in rows], now, at, links)
        for number, row in enumerate(rows):
            row.append(now[partners[number]] if number in partners else None)
        old = set(partners.values())
        rows += [[*[None] * at, term] for number, term in enumerate(now) if number not in old]
    made = [TermRow(tuple(row), tuple(_changes(row))) for row in rows]
    return TermTable(chain.drafts, tuple(_in_order(made, chain.drafts)), chain.settings)


def _partners(
    before: Sequence[Term | None],
    now: Sequence[Term],
    at: int,
    links: Mapping[ProvisionKey, Sequence[ProvisionKey]],
) -> dict[int, int]:
    """Terms that became one another: of clauses that correspond and of one kind, equal values first."""
    partners: dict[int, int] = {}
    free = list(range(len(now)))
    for equal in (True, False):
        for number, term in enumerate(before):
            if term is None or number in partners:
                continue
            reached = {id_ for step, id_ in links.get((at - 1, term.clause), ()) if step == at}
            for other in free:
                new = now[other]
                if new.clause in reached and new.kind == term.kind and (new.value == term.value or not equal):
                    partners[number] = other
                    free.remove(other)
                    break
    return partners


def _changes(row: Sequence[Term | None]) -> Iterator[Change]:
    yield ""
    for old, new in pairwise(row):
        if old is None or new is None:
            yield "gone" if old else "new" if new else ""
            continue
        yield _change(old, new)


def _change(old: Term, new: Term) -> Change:
    if old.alternatives or new.alternatives:
        if old.values == new.values:
            return "same"
        settled = not new.alternatives and new.values < old.values
        opened = not old.alternatives and old.values < new.values
        return "settled" if settled else "opened" if opened else "changed"
    found = compared(old.quantity, new.quantity)
    limited = old.limit and new.limit and found in _LIMITED
    return _LIMITED[found] if limited else found or "same"


def _in_order(rows: Sequence[TermRow], drafts: Sequence[Draft]) -> list[TermRow]:
    """Rows in the order of the last draft; one that it lacks behind the row that it followed in its own."""
    last = len(drafts) - 1
    ordered = [row for row in _by_place(rows, drafts[last], last) if row.terms[last] is not None]
    for at in range(last - 1, -1, -1):
        behind = -1
        for row in _by_place(rows, drafts[at], at):
            if row in ordered:
                behind = ordered.index(row)
            else:
                behind += 1
                ordered.insert(behind, row)
    return ordered


def _by_place(rows: Sequence[TermRow], draft: Draft, at: int) -> list[TermRow]:
    order = {
        clause.id: place for place, clause in enumerate(c for unit in draft.units() for c in unit.clauses())
    }
    held = [(term, row) for row in rows if (term := row.terms[at]) is not None]
    return [row for _, row in sorted(held, key=lambda each: (order[each[0].clause], each[0].quantity.first))]
