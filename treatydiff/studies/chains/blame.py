"""The draft in which every word of a final text first stood, and the words that were lost on the way.

A word is the same word in the next draft where the edits of its clause leave it equal, where only its
typography or its case changed, and where its whole sentence only moved inside the clause. It follows
its clause through renumbering, moves, splits and mergers, into further places that copy it, out of places
that said the same, and back into a chain that it had left with its unit; words that were struck and written
again in between are new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import groupby

from treatydiff.diff.edits import diff_texts
from treatydiff.language.tokenizer import Word, words
from treatydiff.model import ClauseDiff, Draft, Edit, Unit
from treatydiff.records import dataclass
from treatydiff.studies.chains.model import (
    Blame,
    BlamedClause,
    BlamedRun,
    Chain,
    LostDraft,
    LostRun,
    LostUnit,
)
from treatydiff.studies.chains.words import kept_words

WordOrigin = tuple[int, str]
"""Where a word first stood: the position of the draft, the id of the clause."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause of a draft: its words, where each first stood, and which draft was the last to have it.

    `parents` gives, for words that an earlier draft has, its position, the clause and the word there.
    """

    text: str
    words: tuple[Word, ...]
    origins: list[WordOrigin]
    last: list[int]
    parents: dict[int, tuple[int, str, int]] = field(default_factory=dict)


_Words = list[dict[str, _Clause]]


def blame_chain(chain: Chain) -> Blame:
    """Say of every word of the last draft in which draft it first stood, and what did not survive.

    Headings and numbers of provisions are not counted, nor is punctuation.

    Args:
        chain: the drafts, compared; the last one is the final text.
    """
    known: _Words = []
    for at, draft in enumerate(chain.drafts):
        known.append(_clauses_of(draft, at))
        diffs = tuple(_diffs_into(chain, at))
        for earlier, diff in diffs:
            if diff.pairing.a:
                _inherit(known, (earlier, diff.pairing.a[0]), (at, diff.pairing.b[0]), diff.edits)
        # Behind all pairs: what a clause has of its own partner is no copy of another's words.
        for earlier, diff in diffs:
            _inherit_copied(known, earlier, at, diff, draft.language)
    _note_survival(known, _kept_once(chain))
    final = len(chain.drafts) - 1
    clauses = tuple(
        _blamed(unit, leaf, known[final][leaf], final) for unit, leaf in _leaves(chain.drafts[-1])
    )
    totals = tuple(sum(clause.words[at] for clause in clauses) for at in range(final + 1))
    lost = tuple(_lost(chain.drafts[at], known[at], at, final) for at in range(final))
    return Blame(chain, clauses, totals, lost)


def _leaves(draft: Draft) -> Iterator[tuple[Unit, str]]:
    return ((unit, leaf.id) for unit in draft.units() for leaf in unit.clauses())


def _clauses_of(draft: Draft, at: int) -> dict[str, _Clause]:
    """The clauses of a draft as if all of their words were new."""
    clauses = {}
    for unit in draft.units():
        for leaf in unit.clauses():
            found = words(leaf.text)
            clauses[leaf.id] = _Clause(leaf.text, found, [(at, leaf.id)] * len(found), [at] * len(found))
    return clauses


def _diffs_into(chain: Chain, at: int) -> Iterator[tuple[int, ClauseDiff]]:
    """The clauses of a draft beside what an earlier one has of them, with the position of that draft."""
    if at:
        yield from (
            (at - 1, clause)
            for row in chain.steps[at - 1].units
            for clause in row.clauses
            if clause.pairing.b
        )
    for each in chain.returns:
        if each.end == at:
            back = {
                leaf.id
                for unit in chain.drafts[at].units()
                if unit.id in each.back
                for leaf in unit.clauses()
            }
            yield from (
                (each.start, clause) for clause in each.unit.clauses if back.intersection(clause.pairing.b)
            )


def _inherit(known: _Words, one: tuple[int, str], other: tuple[int, str], edits: Sequence[Edit]) -> None:
    """Give the words of a clause that a clause of an earlier draft has their origins there.

    Args:
        known: the clauses of every draft.
        one: the position of the earlier draft and the id of its clause.
        other: those of the later one.
        edits: what leads from the one's text to the other's.
    """
    source, clause = known[one[0]].get(one[1]), known[other[0]].get(other[1])
    if source is None or clause is None:
        return
    for here, there in kept_words(edits):
        if here in clause.parents or here >= len(clause.words) or there >= len(source.words):
            continue
        clause.parents[here] = (*one, there)
        clause.origins[here] = source.origins[there]


def _inherit_copied(known: _Words, earlier: int, at: int, diff: ClauseDiff, language: str) -> None:
    """The same from the clause that this one copies, for the words that no partner gave it."""
    (id_,) = diff.pairing.b
    clause = known[at].get(id_)
    for said in diff.pairing.evidence:
        source = known[earlier].get(said.text) if said.kind == "copies" else None
        if source and clause and len(clause.parents) < len(clause.words):
            edits = diff_texts(source.text, clause.text, language)
            _inherit(known, (earlier, said.text), (at, id_), edits)


def _kept_once(chain: Chain) -> dict[int, list[tuple[str, str]]]:
    """For each draft the clauses of the one before that it has word for word in fewer units, with its own."""
    return {
        at: [
            (id_, said.text)
            for row in step.units for clause in row.clauses for said in clause.pairing.evidence
            if said.kind == "repeated" and said.text not in clause.pairing.b
            for id_ in clause.pairing.a
        ]
        for at, step in enumerate(chain.steps, start=1)
    }  # fmt: skip


def _note_survival(known: _Words, kept_once: Mapping[int, Sequence[tuple[str, str]]]) -> None:
    """Tell every word which draft was the last to have it, from the final text back.

    Args:
        known: the clauses of every draft.
        kept_once: for each draft clauses of the one before that stand in it too, though they went no way.
    """
    for at in reversed(range(len(known))):
        clauses = known[at]
        for gone, kept in kept_once.get(at, ()):
            one, other = known[at - 1].get(gone), clauses.get(kept)
            if one and other and len(one.words) == len(other.words):
                one.last[:] = map(max, one.last, other.last)
        for clause in clauses.values():
            for place, (earlier, id_, there) in clause.parents.items():
                last = known[earlier][id_].last
                last[there] = max(last[there], clause.last[place])


def _blamed(unit: Unit, id_: str, clause: _Clause, final: int) -> BlamedClause:
    counts = [0] * (final + 1)
    for first, _ in clause.origins:
        counts[first] += 1
    return BlamedClause(id_, unit.id, clause.text, tuple(_runs(id_, clause, final)), tuple(counts))


def _runs(id_: str, clause: _Clause, final: int) -> Iterator[BlamedRun]:
    """The text cut where the origin of words changes."""
    if not clause.words:
        yield BlamedRun(0, len(clause.text), 0, final, id_)
        return
    groups = [
        (origin, list(places))
        for origin, places in groupby(range(len(clause.words)), key=lambda place: clause.origins[place])
    ]
    start = 0
    for number, ((first, source), places) in enumerate(groups):
        end = len(clause.text)
        if number + 1 < len(groups):
            end = _cut(
                clause.text, clause.words[places[-1]].end, clause.words[groups[number + 1][1][0]].start
            )
        yield BlamedRun(start, end, len(places), first, source)
        start = end


def _cut(text: str, end: int, start: int) -> int:
    """Where a text is cut between two words: behind the white space, before an opening mark."""
    between = text[end:start]
    spaces = [place for place, sign in enumerate(between) if sign.isspace()]
    return end + spaces[-1] + 1 if spaces else end


def _lost(draft: Draft, clauses: dict[str, _Clause], at: int, final: int) -> LostDraft:
    units = []
    whole = gone = 0
    for unit in draft.units():
        held = [(leaf.id, clauses[leaf.id]) for leaf in unit.clauses()]
        number = sum(len(clause.words) for _, clause in held)
        lost = sum(last < final for _, clause in held for last in clause.last)
        whole, gone = whole + number, gone + lost
        runs = tuple(run for id_, clause in held for run in _lost_runs(id_, clause, at, final))
        if lost:
            units.append(LostUnit(unit.id, number, lost, runs))
    return LostDraft(whole, gone, tuple(units))


def _lost_runs(id_: str, clause: _Clause, at: int, final: int) -> Iterator[LostRun]:
    """The passages that first stood in a clause and that the final text lacks."""

    def dropped(place: int) -> int:
        first, last = clause.origins[place][0], clause.last[place]
        return last + 1 if first == at and last < final else 0

    for dropped_in, group in groupby(range(len(clause.words)), key=dropped):
        places: Iterable[int] = list(group)
        if dropped_in:
            held = [clause.words[place] for place in places]
            start, end = held[0].start, held[-1].end
            yield LostRun(id_, start, end, clause.text[start:end], len(held), dropped_in)
