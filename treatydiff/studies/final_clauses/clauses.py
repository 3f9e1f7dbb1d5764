"""The final clauses of drafts side by side: consent, entry into force, reservations and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from treatydiff.diff.final_clauses import final_clause_kinds
from treatydiff.language.references import find_references
from treatydiff.language.words.final_clauses.kinds import (
    ALSO_SAID,
    AUTHENTIC_ANYWHERE,
    DEFINITION_HEADINGS,
    FINAL_CLAUSE_KINDS,
    FINAL_CLAUSE_WORDS,
    FURTHER_CLAUSE_KINDS,
    FURTHER_CLAUSE_WORDS,
    MUST_SAY,
)
from treatydiff.language.words.final_clauses.terms import LANGUAGES_READ
from treatydiff.model import Draft, Provision, Unit
from treatydiff.patterns import pattern_of
from treatydiff.studies.final_clauses.model import (
    FinalClause,
    FinalClauses,
    FinalClausesSideBySide,
    TermPlace,
)
from treatydiff.studies.final_clauses.other_languages import called_in
from treatydiff.studies.final_clauses.reservations import Said
from treatydiff.studies.final_clauses.sentences import Sentence, sentences_of
from treatydiff.studies.final_clauses.terms import read_terms

_Leaves = dict[str, list[tuple[str, Provision]]]
_FOLLOWED: dict[str, frozenset[str]] = {
    "entry_into_force": frozenset({"threshold", "condition", "after", "on"}),
    "reservations": frozenset({"reservations"}),
    "amendment": frozenset({"adopted by", "accepted by", "in force after", "in force for"}),
    "withdrawal": frozenset({"notice", "not before", "effect"}),
    "authentic_texts": frozenset({"text"}),
}
"""Terms that a clause may leave to another article ("in accordance with article 47")."""
_LEADS = pattern_of(
    r"\b(?:in (?:accordance|conformity) with|pursuant to|as provided (?:for )?(?:in|by)|set out in"
    r"|laid down in|prescribed in|specified in|under the procedures? (?:of|in)|subject to)"
    r"\s+(?:the )?(?:provisions of )?$",
    re.IGNORECASE,
)
_CALLED = (("denunciation", r"\bdenunciations?\b|\bdenounc\w+"), ("withdrawal", r"\bwithdraw\w*"),
           ("termination", r"\bterminat\w+"))  # fmt: skip
_LONE = frozenset({"entry_into_force", "withdrawal", "amendment"})
"""Kinds that are told of in a unit without a heading that holds no other."""
_LONGEST_HEADING = 6
_FEW_CLAUSES = 12


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
    found = _found(body, draft.language) or _found(units, draft.language)
    if not any(each.kind == "authentic_texts" for each in found):
        found += _authentic_anywhere(units, draft.language)
    return found


def _found(units: Sequence[Unit], language: str) -> tuple[FinalClause, ...]:
    leaves: _Leaves = {}
    for unit in units:
        by_id = {leaf.id: leaf for leaf in unit.clauses()}
        kinds = _kinds(unit, by_id, language)
        for kind, ids in kinds.items():
            leaves.setdefault(kind, []).extend((unit.id, by_id[each]) for each in ids)
        for name, leaf in _further(unit, language, final=bool(kinds)):
            leaves.setdefault(name, []).append((unit.id, leaf))
    return tuple(
        _clause(kind, leaves[kind], units, language)
        for kind in (*FINAL_CLAUSE_KINDS, *FURTHER_CLAUSE_KINDS)
        if kind in leaves
    )


def _kinds(unit: Unit, by_id: Mapping[str, Provision], language: str) -> dict[str, tuple[str, ...]]:
    """The kinds of a unit and their clauses: those that comparisons name, and what else it says of them."""
    found: dict[str, tuple[str, ...]] = {}
    found.update((str(kind), ids) for kind, ids in final_clause_kinds(unit, language).items())
    if unit.kind == "preamble":
        return found
    if language == "en":
        text = "\n".join(leaf.text for leaf in by_id.values())
        found = {k: ids for k, ids in found.items() if k not in MUST_SAY or _says(MUST_SAY[k], text)}
    heading = unit.provision.heading
    if found or not heading:
        _say_also(found, by_id, ALSO_SAID.get(language, {}))
    if not heading and len(found) == 1 and len(by_id) <= _FEW_CLAUSES:
        found = {kind: tuple(by_id) for kind in found}  # nothing else is said there
    return found


def _say_also(
    found: dict[str, tuple[str, ...]], by_id: Mapping[str, Provision], also_said: Mapping[str, str]
) -> None:
    """Add what is said in other words: a lone depositary or consent is told of beside another kind only."""
    some = bool(found)
    for kind, words in also_said.items():
        also = {id_ for id_, leaf in by_id.items() if _says(words, leaf.text)}
        if also and (some or kind in _LONE):
            also.update(found.get(kind, ()))
            found[kind] = tuple(id_ for id_ in by_id if id_ in also)
            some = True


@lru_cache(maxsize=64)
def _compiled(words: str) -> re.Pattern[str]:
    return pattern_of(words, re.IGNORECASE)


def _says(words: str, text: str) -> bool:
    return _compiled(words).search(" ".join(text.split())) is not None


def _further(unit: Unit, language: str, *, final: bool) -> Iterator[tuple[str, Provision]]:
    """The clauses of a unit that are of a further kind: by its heading, or by their words."""
    heading = unit.provision.heading
    if unit.kind == "preamble" or _defines(heading, language):
        return
    for kind, headed, said in _further_patterns(language):
        named = bool(headed.search(heading)) and len(heading.split()) <= _LONGEST_HEADING
        whole = named and any(said.search(leaf.text) for leaf in unit.clauses())
        for leaf in unit.clauses():
            if whole or ((final or named or not heading) and said.search(leaf.text)):
                yield kind, leaf


def _defines(heading: str, language: str) -> bool:
    words = DEFINITION_HEADINGS.get(language)
    return words is not None and _compiled(words).search(heading) is not None


@lru_cache(maxsize=8)
def _further_patterns(language: str) -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (kind, pattern_of(heading, re.IGNORECASE), pattern_of(words, re.IGNORECASE | re.DOTALL))
        for kind, heading, words in FURTHER_CLAUSE_WORDS.get(language, ())
    )


def _authentic_anywhere(units: Sequence[Unit], language: str) -> tuple[FinalClause, ...]:
    """Authentic texts under whatever heading they are said, the closing formula included."""
    pattern = pattern_of(_authentic_words(language), re.IGNORECASE)
    said = [(unit.id, leaf) for unit in units for leaf in unit.clauses() if pattern.search(leaf.text)]
    return (_clause("authentic_texts", said, units, language),) if said else ()


def _authentic_words(language: str) -> str:
    if language == "en":
        return AUTHENTIC_ANYWHERE
    rows = FINAL_CLAUSE_WORDS.get(language, ())
    return next((words for kind, _, words in rows if kind == "authentic_texts"), r"(?!)")


def _clause(
    kind: str, leaves: list[tuple[str, Provision]], units: Sequence[Unit], language: str
) -> FinalClause:
    text = "\n".join(leaf.text for _, leaf in leaves)
    sentences = sentences_of((leaf.id, leaf.text) for _, leaf in leaves)
    said = read_terms(kind, sentences, language)
    own = tuple(dict.fromkeys(unit for unit, _ in leaves))
    further = _followed(kind, sentences, own, units, said) if language == "en" else ()
    called = _called(text, language) if kind == "withdrawal" else ""
    return FinalClause(
        kind,
        own,
        tuple(leaf.id for _, leaf in leaves),
        tuple((name, value) for name, value, _ in (*said, *further)),
        text,
        leaves[0][1].page,
        tuple(TermPlace(sentence.text, sentence.clause) for _, _, sentence in (*said, *further)),
        called,
        tuple(dict.fromkeys(sentence.clause for _, _, sentence in further)),
    )


def _called(text: str, language: str) -> str:
    if language in LANGUAGES_READ:
        return called_in(text, language)
    return ", ".join(name for name, pattern in _CALLED if re.search(pattern, text, re.IGNORECASE))


def _followed(
    kind: str, sentences: Sequence[Sentence], own: Sequence[str], units: Sequence[Unit], said: Sequence[Said]
) -> tuple[Said, ...]:
    """The terms that a clause leaves to articles that it names, as far as it does not say them itself."""
    missing = _FOLLOWED.get(kind, frozenset()) - {name for name, _, _ in said}
    if not missing or (kind == "entry_into_force" and said):
        return ()
    by_number = {unit.provision.number: unit for unit in units if unit.kind == "article"}
    found: dict[tuple[str, str], Said] = {}
    for unit, paragraph in _targets(sentences, by_number):
        if unit.id in own:
            continue
        leaves = [leaf for leaf in unit.clauses() if not paragraph or f"__para_{paragraph}" in leaf.id]
        for name, value, sentence in read_terms(
            kind, sentences_of((leaf.id, leaf.text) for leaf in leaves), "en"
        ):
            if name in missing:
                found.setdefault((name, value), (name, value, sentence))
    return tuple(found.values())


def _targets(sentences: Sequence[Sentence], by_number: Mapping[str, Unit]) -> Iterator[tuple[Unit, str]]:
    """The articles that sentences lead to, each with the paragraph that is named, if one is."""
    for sentence in sentences:
        for reference in find_references(sentence.text, "en"):
            if reference.external or not _LEADS.search(sentence.text[: reference.start]):
                continue
            for target in reference.targets:
                steps = dict(target)
                if (unit := by_number.get(steps.get("article", ""))) is not None:
                    yield unit, steps.get("paragraph", "")
