"""Words that an English text prints in capitals like a term, and that it defines nowhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from treatydiff.desk.definitions.model import CapitalisedTerm
from treatydiff.diff.definitions import pattern_of_use
from treatydiff.language.registry import get_language
from treatydiff.language.words.delegations import delegation
from treatydiff.language.words.printed.capitalised import GENERIC, INSTITUTIONS, INSTRUMENTS
from treatydiff.model import Draft, Provision
from treatydiff.naming.citations import citation, document_name, places_of
from treatydiff.patterns import pattern_of

_SHORTEST = 4
"""Letters of a word that may be a term alone; a shorter one is what a broken line left of a word."""
_WORD = r"[A-Z][a-z]+(?:-[A-Za-z][a-z]+)*"
_CAPITALS = pattern_of(rf"(?<=[a-z,] ){_WORD}(?: (?:(?:of|for|on|and) (?:the )?)?{_WORD}){{0,9}}")
_JOINT = pattern_of(r" (?:of|for|on|and) (?:the )?")
_OWN = pattern_of(rf" of the (?:{'|'.join(sorted(each.capitalize() for each in INSTRUMENTS))})$")
"""What says of which instrument something is: "the Secretariat of the Convention"."""
_QUOTED = pattern_of(r"[“\"«][^”\"»“«]{1,200}[”\"»]")
_SETS_UP = (
    r"(?:establish(?:es|ed|ing)?|creat(?:es?|ed|ing)|sets?\s+up|constitutes?|designates?|there\s+shall\s+be)"
)
_CALLS = r"(?:hereinafter|hereafter|referred\s+to|known\s+as|called)"


def undefined_terms(draft: Draft, known: Collection[str]) -> Iterator[CapitalisedTerm]:
    """Words in capitals inside sentences that nothing in the draft defines, sets up or has as a heading.

    Names of States, of well-known institutions, of instruments and of what every treaty has are none.

    Args:
        draft: in English; of another language nothing is told.
        known: the defined terms, in lower case.
    """
    if draft.language != "en":
        return
    name, places = document_name(draft), places_of(draft)
    counts: dict[str, int] = {}
    first: dict[str, str] = {}
    clauses = [(unit.id, clause) for unit in draft.units() for clause in unit.clauses()]
    for unit, clause in clauses:
        text = _QUOTED.sub(lambda found: "“" + "x" * (len(found[0]) - 2) + "”", _without_names(clause))
        for found in _CAPITALS.finditer(text):
            for term in _terms_in(found[0]):
                counts[term] = counts.get(term, 0) + 1
                first.setdefault(term, citation(name, places, unit, clause.id))
    defined = [pattern_of_use(key, draft.language) for key in known]
    texts = "\n".join(clause.text for _, clause in clauses)
    headings = [node.heading.casefold() for node in draft.walk() if node.heading]
    for term in sorted(counts, key=lambda each: (-counts[each], each)):
        if any(pattern.search(term.casefold()) for pattern in defined):
            continue
        if not (_is_heading(term, headings) or _is_set_up(term, texts)):
            yield CapitalisedTerm(term, counts[term], first[term])


def _without_names(clause: Provision) -> str:
    """The text of a clause, with signs for the names and remarks that are printed beside its wording."""
    text = clause.text
    for mark in clause.marks:
        if mark.kind in ("attribution", "status", "comment"):
            text = text[: mark.start] + "." * (mark.end - mark.start) + text[mark.end :]
    return text


def _terms_in(capitals: str) -> Iterator[str]:
    """What of some words in capitals may be a term: all, or the parts that are no usual words or names."""
    for named in _OWN.sub("", capitals).split(" and the "):
        low = named.casefold()
        if any(each in low for each in INSTITUTIONS) or delegation(named) is not None:
            continue
        if INSTRUMENTS.intersection(re.split(r"[ -]", low)):
            continue
        parts = _JOINT.split(named)
        usual = [all(map(_is_usual, part.split())) for part in parts]
        yield from (
            [part for part, one in zip(parts, usual, strict=True) if not one] if any(usual) else [named]
        )


def _is_usual(word: str) -> bool:
    low = word.casefold()
    return low in GENERIC or len(word) < _SHORTEST or low in get_language("en").function_words


def _is_heading(term: str, headings: Collection[str]) -> bool:
    wanted = pattern_of(rf"(?<!\w){re.escape(term.casefold())}(?!\w)")
    return any(wanted.search(heading) for heading in headings)


def _is_set_up(term: str, texts: str) -> bool:
    """Whether a text establishes what a term names, or introduces the term in so many words."""
    own = re.escape(term)
    return any(
        re.search(pattern, texts)
        for pattern in (
            rf"\b{_SETS_UP}\s(?:[\w,-]+\s){{0,6}}{own}\b",
            rf"\b{own}\s(?:[^.;]{{0,200}}\s)?(?:is|are|be)\s(?:hereby\s)?(?:established|created|constituted|set\sup)\b",
            rf"\b{own}\s?[(,]\s?{_CALLS}\b",
            rf"\b{_CALLS}\b[^.;]{{0,60}}\b{own}\b",
            rf"\([“\"'‘](?:the\s)?{own}[”\"'’]\)",
        )
    )
