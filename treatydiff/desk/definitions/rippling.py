"""Which clauses a changed definition reaches."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from treatydiff.desk.definitions.model import DefinedTerm, Definitions, Fate, ReachedThrough
from treatydiff.desk.definitions.undefined import undefined_terms
from treatydiff.diff.definitions import pattern_of_use
from treatydiff.diff.edits import diff_texts
from treatydiff.model import ClauseDiff, Comparison, Draft, Edit, Provision
from treatydiff.naming.citations import citation, document_name, places_of
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.studies.checks.terms import find_definitions

_NOT_OPERATIVE = frozenset(("preamble", "closing"))
_CAPITALS = frozenset(("en", "fr", "es"))
"""Languages in which a capital inside a sentence may tell a term from the word."""
_INSIDE = pattern_of(r"[^\W\d_],? $")
"""What stands before a word inside a sentence."""


def definitions_of(draft: Draft, since: Comparison | None = None) -> Definitions:
    """The defined terms of a draft and what uses them.

    Args:
        draft: the draft.
        since: the draft before against it; None where there is none.
    """
    mine = dict(_defined(draft))
    before = dict(_defined(since.a, mine)) if since is not None else {}
    mine = dict(_defined(draft, before))
    clauses = (clause for row in since.units for clause in row.clauses) if since is not None else ()
    by_b = {clause.pairing.b[0]: clause for clause in clauses if clause.pairing.b}
    here = _Searched.of(draft, mine)
    terms = [
        _term(here, key, printed, id_, *_fate(key, id_, before, by_b, since))
        for key, (printed, id_) in mine.items()
    ]
    if since is not None:
        there = _Searched.of(since.a, before)
        terms += [
            replace(_term(there, key, printed, id_, "gone", ()), still=here.places_of(key))
            for key, (printed, id_) in before.items()
            if key not in mine
        ]
    settings = since.settings if since is not None else ()
    return Definitions(draft, since, tuple(terms), tuple(undefined_terms(draft, mine)), settings)


def _defined(draft: Draft, known: Container[str] = frozenset()) -> Iterator[tuple[str, tuple[str, str]]]:
    """Every defined term once: in lower case, with its print and the clause that defines it.

    A term that the draft before, or the next, defines among others is found wherever it stands alone.
    """
    seen: set[str] = set()
    for instrument in draft.instruments:
        for definition in find_definitions(instrument, draft.language, known):
            key = " ".join(definition.term.casefold().split())
            if key not in seen:
                seen.add(key)
                yield key, (definition.term, definition.clause.id)


def _fate(
    key: str,
    id_: str,
    before: Mapping[str, tuple[str, str]],
    by_b: Mapping[str, ClauseDiff],
    since: Comparison | None,
) -> tuple[Fate, tuple[Edit, ...]]:
    if since is None:
        return "", ()
    if key not in before:
        return "new", ()
    clause = by_b.get(id_)
    there = before[key][1]
    if clause is not None and clause.pairing.a == (there,):
        edits = clause.edits
    else:  # defined in another place: both wordings are shown all the same
        old, new = (_text(draft, at) for draft, at in ((since.a, there), (since.b, id_)))
        edits = diff_texts(old, new, since.b.language)
    changed = any(edit.class_ == "substantive" for edit in edits)
    return ("redefined", edits) if changed else ("same", ())


def _text(draft: Draft, id_: str) -> str:
    return next((node.text for node in draft.walk() if node.id == id_), "")


@dataclass(frozen=True, slots=True)
class _Searched:
    """A draft in which terms are looked for: its operative clauses, recitals, terms, and their places.

    `capital` are terms that it prints mostly with a capital inside sentences: there only those count.
    """

    language: str
    clauses: tuple[Provision, ...]
    recitals: tuple[Provision, ...]
    defining: Mapping[str, tuple[str, Provision]]
    citations: Mapping[str, str]
    capital: frozenset[str]

    @classmethod
    def of(cls, draft: Draft, defined: Mapping[str, tuple[str, str]]) -> _Searched:
        name, places = document_name(draft), places_of(draft)
        defining = {clause for _, clause in defined.values()}
        found = [(unit, clause) for unit in draft.units() for clause in unit.clauses()]
        by_id = {clause.id: clause for _, clause in found}
        clauses = tuple(
            clause for unit, clause in found if clause.id not in defining and unit.kind not in _NOT_OPERATIVE
        )
        return cls(
            draft.language,
            clauses,
            tuple(clause for unit, clause in found if unit.kind == "preamble"),
            {key: (printed, by_id[id_]) for key, (printed, id_) in defined.items()},
            {clause.id: citation(name, places, unit.id, clause.id) for unit, clause in found},
            frozenset(
                key
                for key, (printed, _) in defined.items()
                if printed[:1].isupper() and _has_capital(key, draft.language, clauses)
            ),
        )

    def uses(self, key: str) -> list[str]:
        """Ids of the operative clauses that use a term."""
        return [clause.id for clause in self.clauses if self._used(key, clause.text)]

    def places_of(self, key: str) -> tuple[str, ...]:
        """The places of the operative clauses that print the words of a term, defined here or not."""
        pattern = pattern_of_use(key, self.language)
        return tuple(self.citations[each.id] for each in self.clauses if pattern.search(each.text))

    def small(self, key: str) -> int:
        """How many clauses have the words of a term only without its capital, where that tells it apart."""
        if key not in self.capital:
            return 0
        pattern = pattern_of_use(key, self.language)
        return sum(
            bool(pattern.search(each.text)) and not self._used(key, each.text) for each in self.clauses
        )

    def defined_with(self, key: str) -> list[str]:
        """The other terms whose definitions use a term."""
        own = self.defining[key][1].id
        return [
            other
            for other, (_, clause) in self.defining.items()
            if clause.id != own and self._used(key, clause.text)
        ]

    def _used(self, key: str, text: str) -> bool:
        found = pattern_of_use(key, self.language).finditer(text)
        return any(key not in self.capital or text[each.start()].isupper() for each in found)


def _has_capital(key: str, language: str, clauses: Iterable[Provision]) -> bool:
    """Whether a text prints a term mostly with a capital inside sentences, so that a small one is a word."""
    if language not in _CAPITALS:
        return False
    pattern = pattern_of_use(key, language)
    found = [(clause.text, each.start()) for clause in clauses for each in pattern.finditer(clause.text)]
    inside = [text[at].isupper() for text, at in found if _INSIDE.search(text[max(0, at - 3) : at])]
    return 2 * sum(inside) > len(inside)


def _term(
    searched: _Searched, key: str, printed: str, id_: str, fate: Fate, edits: tuple[Edit, ...]
) -> DefinedTerm:
    uses = searched.uses(key)
    used = pattern_of_use(key, searched.language)
    return DefinedTerm(
        term=printed,
        fate=fate,
        clause=id_,
        citation=searched.citations[id_],
        edits=edits,
        uses=tuple(uses),
        citations=tuple(searched.citations[each] for each in uses),
        defines=bool(searched.defined_with(key)),
        through=tuple(_through(searched, key, uses)),
        recitals=sum(used.search(each.text) is not None for each in searched.recitals),
        small=searched.small(key),
    )


def _through(searched: _Searched, key: str, uses: Sequence[str]) -> Iterator[ReachedThrough]:
    """The terms that are defined with a term, or with one of those, and the clauses that they reach."""
    seen, reached = {key}, set(uses)
    waiting = [key]
    while waiting:
        for other in searched.defined_with(waiting.pop(0)):
            if other in seen:
                continue
            seen.add(other)
            waiting.append(other)
            further = [each for each in searched.uses(other) if each not in reached]
            reached.update(further)
            if further:
                yield ReachedThrough(
                    searched.defining[other][0],
                    tuple(further),
                    tuple(searched.citations[each] for each in further),
                )
