"""The edits of every clause pairing of an alignment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from treatydiff.diff.definitions import DefinedTerms, defined_terms
from treatydiff.diff.edits import diff_texts
from treatydiff.diff.meaning.row_force import settle_row
from treatydiff.diff.moved_sentences import with_moved_sentences
from treatydiff.diff.renumbering import Renumbering
from treatydiff.diff.stale_references import stale_references
from treatydiff.language.words.placeholders import read_statement
from treatydiff.model import Alignment, ClauseDiff, Draft, Edit, EditClass, EditOp, Pairing, Provision


def diff_alignment(a: Draft, b: Draft, alignment: Alignment) -> tuple[tuple[ClauseDiff, ...], ...]:
    """The edits of all clauses, in the order of the alignment's units and of their clauses.

    An added or deleted clause is one insert or one delete; identical ones are one equal edit; a
    clause without words has no edits.

    Args:
        a, b: the drafts, in one language.
        alignment: what corresponds to what; its clause pairings have at most one id a side.
    """
    by_id_a, by_id_b = _by_id(a), _by_id(b)
    main = next((each.title for each in b.instruments if each.main), "")
    renumbering = Renumbering(renumbering_of(alignment, a, b), main=main.casefold())
    terms = defined_terms(a, b)

    def differ(text_a: str, text_b: str) -> tuple[Edit, ...]:
        return diff_texts(text_a, text_b, a.language)

    return tuple(
        settle_row(
            [
                _clause_diff(pairing, by_id_a, by_id_b, a.language, renumbering, terms)
                for pairing in unit.clauses
            ],
            a.language,
            differ,
        )
        for unit in alignment.units
    )


def renumbering_of(alignment: Alignment, a: Draft, b: Draft) -> dict[str, str]:
    """Which provision of A is which of B, by id, changed or not.

    Containers and units as aligned, where that is one to one; clauses as paired; any other provision
    (a paragraph with subparagraphs, an article that was split) where most of its clauses went.

    Args:
        alignment: the alignment of the drafts.
        a, b: the drafts.
    """
    known_a, known_b = {node.id for node in a.walk()}, {node.id for node in b.walk()}
    ids: dict[str, str] = {}
    votes: dict[str, Counter[str]] = {}
    for pairing in (*alignment.containers, *(unit.pairing for unit in alignment.units)):
        if len(pairing.a) == len(pairing.b) == 1:
            ids[pairing.a[0]] = pairing.b[0]
    for unit in alignment.units:
        for pairing in unit.clauses:
            if len(pairing.a) == len(pairing.b) == 1:
                for above_a, above_b in _with_those_above(pairing.a[0], pairing.b[0]):
                    votes.setdefault(above_a, Counter())[above_b] += 1
    for id_a, counted in votes.items():
        id_b = counted.most_common(1)[0][0]
        if id_a in known_a and id_b in known_b:
            ids.setdefault(id_a, id_b)
    return ids


def _with_those_above(id_a: str, id_b: str) -> Iterator[tuple[str, str]]:
    """Two clauses, and the provisions around them as long as these are of the same kinds, options aside."""
    steps_a, steps_b = id_a.split("__"), id_b.split("__")
    while steps_a and steps_b:
        kinds = [steps[-1].partition("_")[0] for steps in (steps_a, steps_b)]
        if (kinds[0] in _CHAPTERS) == (kinds[1] in _CHAPTERS):
            yield "__".join(steps_a), "__".join(steps_b)
        if kinds[0] == kinds[1]:
            steps_a.pop()
            steps_b.pop()
        elif "opt" in kinds:
            (steps_a if kinds[0] == "opt" else steps_b).pop()
        else:
            return


_CHAPTERS = frozenset(("part", "title", "chp", "sec", "subsec"))
"""Kinds of ids that hold units; no paragraph becomes one."""


def _by_id(draft: Draft) -> dict[str, Provision]:
    return {node.id: node for node in draft.walk()}


def _clause_diff(
    pairing: Pairing,
    provisions_a: Mapping[str, Provision],
    provisions_b: Mapping[str, Provision],
    language: str,
    renumbering: Renumbering,
    terms: DefinedTerms,
) -> ClauseDiff:
    text_a = "".join(provisions_a[id_].text for id_ in pairing.a)
    text_b = "".join(provisions_b[id_].text for id_ in pairing.b)
    if not pairing.a or not pairing.b:
        text = text_b or text_a
        op: EditOp = "insert" if pairing.b else "delete"
        signals = terms.whole_clause(text, language, added=op == "insert")
        # "[Deleted]" that is printed no longer deletes nothing, nor does one that is printed now.
        class_: EditClass = "editorial" if read_statement(text, language) else "substantive"
        return ClauseDiff(pairing, (Edit(op, text, class_, signals),) if text else ())
    here = renumbering.at(pairing.a[0], pairing.b[0])
    edits, moved = with_moved_sentences(diff_texts(text_a, text_b, language, here, terms.words))
    stale = stale_references(text_a, text_b, language, here, provisions_a)
    became = terms.became(text_a, text_b, language)
    said = (_with_uses(_as(edit, became), terms) if edit.signals else edit for edit in edits)
    return ClauseDiff(pairing, tuple(said), moved + stale)


def _as(edit: Edit, became: str) -> Edit:
    """The edit of a clause that became a definition, or was one: its duties are not told as come or gone."""
    if not became:
        return edit
    signals = (
        replace(signal, direction=became) if signal.kind == "definition" else signal
        for signal in edit.signals
        if not (signal.kind in _DUTIES and signal.direction == _LOST_WITH[became])
    )
    return replace(edit, signals=tuple(signals))


_DUTIES = frozenset(("obligation", "right"))
_LOST_WITH = {"added": "removed", "removed": "added"}
"""A definition that came took the place of a rule, whose duty stands where the rule went."""


def _with_uses(edit: Edit, terms: DefinedTerms) -> Edit:
    """The edit with the use of every redefined term said."""
    if not any(signal.kind == "definition" for signal in edit.signals):
        return edit
    return replace(
        edit,
        signals=tuple(
            replace(signal, text=terms.with_uses(signal.text)) if signal.kind == "definition" else signal
            for signal in edit.signals
        ),
    )
