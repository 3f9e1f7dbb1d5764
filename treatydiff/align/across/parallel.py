"""The parallel clauses of two language versions of one text, found by its structure alone."""

from __future__ import annotations

from collections.abc import Iterator

from treatydiff.align.across.lengths import by_length
from treatydiff.language.across.labels import plain_id
from treatydiff.language.across.stems import terms
from treatydiff.model import Draft, Provision
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

WIDEST = 2.5
"""By what factor the lengths of parallel clauses, in terms, may lie off those of the whole texts."""
UNTRANSLATED = 0.5
"""Share of a clause's terms that are the very same in both languages from which on it is no translation.

Lists of authorities and of kinds of company stand in an annex in all languages at once.
"""
_SENTENCE_END = pattern_of(r"(?<=[.;:؛。；：])(?!\d)\s*")


@dataclass(frozen=True, slots=True)
class ParallelClause:
    """The terms of a clause in two languages, each with the words it was made of; English second."""

    one: tuple[tuple[str, str], ...]
    two: tuple[tuple[str, str], ...]


def parallel_clauses(draft: Draft, english: Draft) -> tuple[ParallelClause, ...]:
    """The clauses of two versions of one text that stand in the same places.

    Units are known by their ids, which are canonical in every language; inside them provisions go
    together by position as long as both have as many, and below that sentences by their lengths.

    Args:
        draft: the text in another language.
        english: the same text in English.
    """
    others = {plain_id(unit.id): unit.provision for unit in english.units()}
    found = [
        ParallelClause(_terms(one, draft.language), _terms(two, english.language))
        for unit in draft.units()
        if (partner := others.get(plain_id(unit.id))) is not None
        for one, two in _below(unit.provision, partner)
    ]
    found = [each for each in found if each.one and each.two and not _untranslated(each)]
    ratio = sum(len(each.one) for each in found) / max(1, sum(len(each.two) for each in found))
    return tuple(
        each for each in found if 1 / WIDEST <= len(each.one) / (ratio * len(each.two)) <= WIDEST
    )  # fmt: skip


def _untranslated(clause: ParallelClause) -> bool:
    own = {term for term, _ in clause.one}
    return len(own & {term for term, _ in clause.two}) >= UNTRANSLATED * len(own)


def _below(one: Provision, two: Provision) -> Iterator[tuple[list[str], list[str]]]:
    if one.heading and two.heading:
        yield [one.heading], [two.heading]
    if one.children and len(one.children) == len(two.children):
        for left, right in zip(one.children, two.children, strict=True):
            yield from _below(left, right)
        return
    sentences = [
        [part for leaf in node.clauses() for part in _SENTENCE_END.split(leaf.text) if part]
        for node in (one, two)
    ]
    lengths = [[len(sentence) for sentence in those] for those in sentences]
    for here, there in by_length(lengths[0], lengths[1]):
        yield sentences[0][here], sentences[1][there]


def _terms(sentences: list[str], language: str) -> tuple[tuple[str, str], ...]:
    return tuple(term for sentence in sentences for term in terms(sentence, language))
