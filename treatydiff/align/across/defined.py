"""Defined terms in two languages: what defines one, what has one, and what renders one in another way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from treatydiff.language.across.stems import terms
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

_QUOTED = pattern_of(
    r"[\"\u201c\u201d\u201e\u00ab]\s?([^\"\u201c\u201d\u201e\u00ab\u00bb]{1,80}?)\s?[\"\u201c\u201d\u00bb]"
)
"""A term in quotation marks; Arabic texts print ”…“, German ones „…“."""
_NEAR_START = 60
"""Characters within which the quotation of a definition begins ("For the purposes of this article, ...")."""
ENOUGH = 0.5
"""Share of a counterpart's stems that a clause must have to be taken for having it; words are inflected."""
SAME_STEM = (5, 2)
"""Letters that two stems of one word have in common at least, and by how many one can be longer.

Endings leave more of one form than of another: "policy", "policies"; «наводнение», «наводнений». Not with
four letters, for "Parties" and "this Part" are two words.
"""
LEAST_OTHERWISE = 2
"""Clauses that must have another rendering in common."""
COMMON = 0.75
"""Share of the clauses without the defined counterpart that must have the other rendering."""
ELSEWHERE = 0.05
"""Share of the clauses without the term that may have it too: words that stand anywhere render nothing."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Two clauses in the same place: their ids and texts."""

    a: str
    b: str
    text_a: str
    text_b: str


@dataclass(frozen=True, slots=True)
class OtherRendering:
    """A defined term, its defined counterpart, another word for it, and the pairs of clauses with either."""

    term: str
    counterpart: str
    other: str
    together: int
    places: tuple[Beside, ...]


def defined_term(text: str) -> str:
    """The term that a clause defines: the first in quotation marks, at its beginning; "" if there is none."""
    match = _QUOTED.search(text)
    return match[1].strip() if match and match.start() <= _NEAR_START else ""


def has_term(text: str, term: str, language: str, share: float) -> bool:
    """Whether a text has the stems of a term, or as many of them as are asked for.

    Args:
        text: of a clause.
        term: to be looked for.
        language: code of the language of both.
        share: of its stems that must be there (0 to 1).
    """
    wanted, held = _stems(term, language), _stems(text, language)
    there = sum(each in held or any(_same_word(each, other) for other in held) for each in wanted)
    return bool(wanted) and there >= share * len(wanted)


def rendered_otherwise(clauses: Sequence[Beside], languages: tuple[str, str]) -> Iterator[OtherRendering]:
    """The defined terms of one version for which the other has a second word, clause after clause.

    A pronoun in place of a term is no second word; a word that the clauses without the defined counterpart
    have in common, and clauses without the term have not, is one.

    Args:
        clauses: the clauses of two versions that stand in the same places.
        languages: codes of their languages.
    """
    stems = [[_stems(text, language) for text in texts] for texts, language in zip(
        ([each.text_a for each in clauses], [each.text_b for each in clauses]), languages, strict=True
    )]  # fmt: skip
    for home, clause in enumerate(clauses):
        term, counterpart = defined_term(clause.text_a), defined_term(clause.text_b)
        wanted, answer = _stems(term, languages[0]), _stems(counterpart, languages[1])
        if not wanted or not answer:
            continue
        with_term = {at for at, held in enumerate(stems[0]) if at != home and wanted <= held}
        without = [at for at in sorted(with_term) if len(answer & stems[1][at]) < ENOUGH * len(answer)]
        if len(without) < LEAST_OTHERWISE or len(without) == len(with_term):
            continue
        elsewhere = [held for at, held in enumerate(stems[1]) if at not in with_term]
        other = _in_common([stems[1][at] for at in without], elsewhere)
        if other:
            places = tuple(clauses[at] for at in without if other in stems[1][at])
            word = dict(terms(places[0].text_b, languages[1]))[other]
            yield OtherRendering(term, counterpart, word, len(with_term) - len(without), places)


def _stems(text: str, language: str) -> frozenset[str]:
    return frozenset(stem for stem, _ in terms(text, language))


def _same_word(one: str, two: str) -> bool:
    shorter, longer = sorted((one, two), key=len)
    least, more = SAME_STEM
    return len(shorter) >= least and len(longer) - len(shorter) <= more and longer.startswith(shorter)


def _in_common(without: Sequence[frozenset[str]], elsewhere: Sequence[frozenset[str]]) -> str:
    """A stem that clauses have in common and others have not; "" if there is none."""
    counted = Counter(stem for held in without for stem in held)
    likely = [stem for stem, times in counted.items() if times >= max(LEAST_OTHERWISE, COMMON * len(without))]
    around = {stem: sum(stem in held for held in elsewhere) for stem in likely}
    rare = [stem for stem in likely if around[stem] <= ELSEWHERE * len(elsewhere)]
    return min(rare, key=lambda stem: (-counted[stem], around[stem], stem), default="")
