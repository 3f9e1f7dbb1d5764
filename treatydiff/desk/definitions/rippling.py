"""Which clauses a changed definition reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from treatydiff.desk.definitions.model import CapitalisedTerm, DefinedTerm, Definitions, Fate
from treatydiff.diff.definitions import pattern_of_use
from treatydiff.model import ClauseDiff, Comparison, Draft, Edit, Provision
from treatydiff.naming.citations import citation, document_name, places_of
from treatydiff.studies.checks.terms import find_definitions

_OFTEN = 3
"""Uses from which on words in capitals look like a term that somebody should define."""
_CAPITALS = re.compile(
    r"(?<=[a-z,;] )[A-Z][a-z]{2,}(?:[ -](?:(?:of|for|on|and) (?:the )?)?[A-Z][a-z]{2,}){0,9}"
)
_AND = re.compile(r" and (?:the )?")
_NO_TERMS = re.compile(
    r"(?i)(?:states?|part(?:y|ies)|convention|protocol|agreement|treaty|articles?|chapters?|parts?|annex(?:es)?|united|nations|"
    r"international|national|secretary|general|governments?|organizations?|committee|conference|member|members|regional)s?"
)
"""Words that every treaty prints in capitals, and names of institutions."""


def definitions_of(draft: Draft, since: Comparison | None = None) -> Definitions:
    """The defined terms of a draft and what uses them.

    Args:
        draft: the draft.
        since: the draft before against it; None where there is none.
    """
    mine = dict(_defined(draft))
    before = dict(_defined(since.a)) if since is not None else {}
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
            _term(there, key, printed, id_, "gone", ())
            for key, (printed, id_) in before.items()
            if key not in mine
        ]
    settings = since.settings if since is not None else ()
    return Definitions(draft, since, tuple(terms), tuple(_undefined(draft, mine)), settings)


def _defined(draft: Draft) -> Iterator[tuple[str, tuple[str, str]]]:
    """Every defined term once: in lower case, with its print and the clause that defines it."""
    seen: set[str] = set()
    for instrument in draft.instruments:
        for definition in find_definitions(instrument, draft.language):
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
    if clause is None or not clause.pairing.a:
        return "redefined", ()
    changed = any(edit.class_ == "substantive" for edit in clause.edits)
    return ("redefined", clause.edits) if changed else ("same", ())


@dataclass(frozen=True, slots=True)
class _Searched:
    """A draft in which terms are looked for: its clauses, its definitions, and how each is cited."""

    language: str
    clauses: tuple[Provision, ...]
    definitions: tuple[Provision, ...]
    citations: Mapping[str, str]

    @classmethod
    def of(cls, draft: Draft, defined: Mapping[str, tuple[str, str]]) -> _Searched:
        name, places = document_name(draft), places_of(draft)
        defining = {clause for _, clause in defined.values()}
        found = [(unit.id, clause) for unit in draft.units() for clause in unit.clauses()]
        return cls(
            draft.language,
            tuple(clause for _, clause in found if clause.id not in defining),
            tuple(clause for _, clause in found if clause.id in defining),
            {clause.id: citation(name, places, unit, clause.id) for unit, clause in found},
        )


def _term(
    searched: _Searched, key: str, printed: str, id_: str, fate: Fate, edits: tuple[Edit, ...]
) -> DefinedTerm:
    used = pattern_of_use(key, searched.language)
    found = [clause.id for clause in searched.clauses if used.search(clause.text)]
    return DefinedTerm(
        term=printed,
        fate=fate,
        clause=id_,
        citation=searched.citations[id_],
        edits=edits,
        uses=tuple(found),
        citations=tuple(searched.citations[each] for each in found),
        defines=any(each.id != id_ and used.search(each.text) for each in searched.definitions),
    )


def _terms_in(capitals: str) -> list[str]:
    """Words in capitals that may be a term: all, or those parts beside an "and" that are no usual words."""
    if not _usual(capitals):
        return [capitals]
    return [part for part in _AND.split(capitals) if part != capitals and not _usual(part)]


def _usual(capitals: str) -> bool:
    return any(_NO_TERMS.fullmatch(word) for word in re.split(r"[ -]", capitals))


def _undefined(draft: Draft, known: Mapping[str, object]) -> Iterator[CapitalisedTerm]:
    """English words in capitals inside sentences, often enough to look like terms, and defined nowhere."""
    if draft.language != "en" or not known:
        return
    name, places = document_name(draft), places_of(draft)
    counts: dict[str, int] = {}
    first: dict[str, str] = {}
    for unit in draft.units():
        for clause in unit.clauses():
            for found in _CAPITALS.finditer(clause.text):
                for term in _terms_in(found[0]):
                    counts[term] = counts.get(term, 0) + 1
                    first.setdefault(term, citation(name, places, unit.id, clause.id))
    patterns = [pattern_of_use(key, draft.language) for key in known]
    for term in sorted(counts, key=lambda each: (-counts[each], each)):
        if counts[term] >= _OFTEN and not any(pattern.search(term.casefold()) for pattern in patterns):
            yield CapitalisedTerm(term, counts[term], first[term])
