"""The quantities of one draft, each with its words, its actor and its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import get_args

from treatydiff.desk.terms.counting import POSSESSIVE, counts_something, printed, unit_end
from treatydiff.desk.terms.model import Kind, Term
from treatydiff.language.force import force_terms
from treatydiff.language.number_words import words_apart
from treatydiff.language.numbers import SUFFIXES
from treatydiff.language.quantities import Quantity, printed_marks, quantities_in
from treatydiff.language.references import find_references
from treatydiff.language.tokenizer import Word, words
from treatydiff.model import CLOSING_BRACKETS, OPENING_BRACKETS, Draft, Provision
from treatydiff.naming.citations import citation, document_name, places_of
from treatydiff.patterns import pattern_of

LIMITS: dict[str, str] = {
    "en": r"not exceeding|not exceed|not more than|no more than|at most|up to|a maximum of|"
    r"(?:shall|may|must|will|should) not (?:\w+ ){1,4}more than",
    "fr": r"n[’']excédant pas|au plus|au maximum|ne (?:dépass|excèd)\w+ pas|ne peut (?:dépasser|excéder)",
    "es": r"que no exceda|no (?:excederá|superará)n? de|no (?:excederá|superará)n?|no mayor de|como máximo",
    "ru": r"не более|не превышающ\w+",
    "zh": r"不超过|至多|最多|不得超过",
    "ar": r"لا يتجاوز|لا تتجاوز",
}
"""Words that make what follows a limit: what lies beyond it is too much."""
TIME_LIMITS: dict[str, str] = {
    "en": r"within|not later than|no later than|before the expiry of",
    "fr": r"dans (?:un délai d(?:e |[’'] ?)|les )|au plus tard|sous",
    "es": r"dentro de|en (?:un|el) plazo de|a más tardar",
    "ru": r"в течение|не позднее|в срок до",
    "zh": r"不迟于",
    "ar": r"في غضون|خلال|في موعد لا يتجاوز",
}
"""Words that make a period a limit: what lies beyond it is late; "within 12 miles" is a place."""
_RANGE = pattern_of(r"[ \[\]]{0,3}[–—][ \[\]]{0,3}")
"""What stands between the ends of a range, brackets or none: "40–70", "12 [–18]"."""
_BEHIND = {"zh": pattern_of(r"(?:以)?内|之内")}
"""Words that make what stands before them a limit ("三十日内")."""
_REACH = 40
"""Characters before a number in which a word of limit makes it one."""
_STOPS = pattern_of(r"[.;:](?=\s+[A-Z\[])")
"""Ends of sentences and of chapeaux before whoever must."""
_SOMEBODY = pattern_of(r"(?:the|an?|each|every|all|any|no)\b|[A-Z]")
_BRACKETS = pattern_of(f"[{re.escape(OPENING_BRACKETS + CLOSING_BRACKETS)}]")
"""Signs of a bracket of which the modal may stand outside: "[Each Party] shall"."""
_LONGEST_ACTOR = 9
"""Words of an actor; what is longer is a description of a case."""
_UNIT_REACH = 4
_RELATIVES = frozenset(("that", "which", "who", "qui", "que", "который", "которая", "которое", "которые"))
"""Words between somebody and a modal that says more of them: "a dispute that cannot be settled"."""
_NOBODY = frozenset(("there", "it", "also", "further", "thereafter", "then", "il", "ello", "это"))
"""What stands before a modal, or before a verb of a decision, and is nobody who must do something."""
_SENTENCE = pattern_of(r"[^.;:。；:؛]+(?:\.(?=\d)[^.;:。；:؛]+)*")


def terms_of(draft: Draft) -> Iterator[Term]:
    """The quantities of a draft, in text order.

    Args:
        draft: the draft.
    """
    name, places = document_name(draft), places_of(draft)
    for unit in draft.units():
        for clause in unit.clauses():
            found = words(clause.text)
            quantities = tuple(_quantities(clause.text, found, draft.language))
            said: set[tuple[str, str, str]] = set()
            for group in _alternatives(clause, quantities, found, draft.language):
                quantity = group[0]
                start, end = found[quantity.first].start, found[quantity.last - 1].end
                value = " | ".join(each.value for each in group)
                sentence = _sentence(clause.text, start)
                if (quantity.kind, value, sentence) in said:
                    continue
                said.add((quantity.kind, value, sentence))
                yield Term(
                    kind=_KINDS[quantity.kind],
                    printed=_printed_group(group, clause.text, found, draft.language),
                    value=value,
                    limit=_is_limit(
                        clause.text,
                        start,
                        max(end, unit_end(quantity, clause.text, found, draft.language)),
                        draft.language,
                        timed=quantity.kind == "duration",
                    ),
                    actor=_actor(clause.text, found, quantity, draft.language),
                    sentence=sentence,
                    clause=clause.id,
                    unit=unit.id,
                    bracketed=clause.in_brackets(start, end),
                    citation=citation(name, places, unit.id, clause.id),
                    quantity=quantity,
                    alternatives=group if len(group) > 1 else (),
                )


_KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}


def _alternatives(
    clause: Provision, quantities: Sequence[Quantity], found: Sequence[Word], language: str
) -> Iterator[tuple[Quantity, ...]]:
    """Quantities in groups: those of "[thirtieth] [sixtieth]" and of "[two thirds/three fourths]" are one.

    So are the two ends of a range ("40–70 per cent").
    """
    group: list[Quantity] = []
    for each in quantities:
        if group and (group[-1].kind != each.kind or not _excludes(clause, group[-1], each, found)):
            yield tuple(group)
            group = []
        if not group and each.kind == "count":
            group += _without_noun(clause, each, found, language)
        group.append(each)
    if group:
        yield tuple(group)


def _without_noun(clause: Provision, other: Quantity, found: Sequence[Word], language: str) -> list[Quantity]:
    """The alternatives before a count whose noun stands behind the last: "[thirtieth] [sixtieth] State"."""
    before: list[Quantity] = []
    at = other
    while at.first and _excludes(clause, replace(other, last=at.first), at, found):
        first = at.first - 1
        keys = [word.key for word in (found[first], *found[other.last :])]
        read = next((each for each in quantities_in(keys, language) if each.first == 0), None)
        if read is None or read.kind != other.kind:
            break
        at = replace(read, first=first, last=first + 1)
        before.insert(0, at)
    return before


def _excludes(clause: Provision, one: Quantity, other: Quantity, found: Sequence[Word]) -> bool:
    """Whether two quantities are a range, or stand side by side in brackets with at most units between."""
    start, end = found[one.last - 1].end, found[other.first].start
    if _RANGE.fullmatch(clause.text, start, end):
        return True
    if not (clause.in_brackets(start - 1, start) and clause.in_brackets(end, end + 1)):
        return False
    between = clause.text[start:end]
    unit, sign, rest = between.partition("]" if "]" in between else "/")
    opens = "[" if sign == "]" else ""
    return bool(sign) and len(unit.split()) <= _UNIT_REACH and rest.strip(" /,") == opens


def _printed_group(group: Sequence[Quantity], text: str, found: Sequence[Word], language: str) -> str:
    """What is printed of one quantity, or of alternatives: "[thirtieth] [sixtieth] instrument"."""
    if len(group) == 1:
        return printed(group[0], text, found, language)
    start = found[group[0].first].start
    start -= text[start - 1 : start] == "["
    end = unit_end(group[-1], text, found, language)
    listed = text[start:end]
    return listed + "]" * (listed.count("[") - listed.count("]"))


def _quantities(text: str, found: tuple[Word, ...], language: str) -> Iterator[Quantity]:
    references = [(each.start, each.end) for each in find_references(text, language)]
    marks = printed_marks(text, found, words_apart(text, found))
    keys = [POSSESSIVE.sub("", word.key) for word in found]
    for each in quantities_in(keys, language, marks):
        start = found[each.first].start
        cited = any(first <= start < last for first, last in references)
        cited |= found[each.last].key in SUFFIXES if each.last < len(found) else False
        counts = each.kind != "count" or counts_something(each, text, found, language)
        if each.kind in _KINDS and not each.weak and not cited and counts:
            yield each


def _is_limit(text: str, start: int, end: int, language: str, *, timed: bool) -> bool:
    behind = _BEHIND.get(language) if timed else None
    if behind is not None and behind.match(text, end):
        return True
    pattern = LIMITS.get(language)
    if pattern is None:
        return False
    pattern = f"{pattern}|{TIME_LIMITS[language]}" if timed else pattern
    before = text[max(0, start - _REACH) : start]
    return re.search(rf"(?:{pattern})[^.;。；]{{0,20}}$", before, re.IGNORECASE) is not None


def _actor(text: str, found: Sequence[Word], quantity: Quantity, language: str) -> str:
    """The words before the modal of the sentence, as far as the sentence or a comma reaches."""
    keys = tuple(word.key for word in found)
    sentence = text.rfind(_sentence(text, found[quantity.first].start), 0, found[quantity.first].start + 1)
    modals = [each for each in force_terms(keys, "modal", language) if found[each.first].start >= sentence]
    if not modals:
        return ""
    start, modal = max(sentence, 0), found[modals[0].first].start
    parts = _STOPS.sub("\n", text[start:modal]).rpartition("\n")[2].split(",")
    if len(parts) > 2 and not parts[-1].strip():
        said = parts[-3].split()  # "The Board, within six months, shall"
    elif len(parts) == 1 and start < found[quantity.first].start < modal:
        behind = text[unit_end(quantity, text, found, language) : modal]
        said = (
            behind.split() if _SOMEBODY.match(behind.strip()) else []
        )  # "Within six months the Board shall"
    else:
        said = parts[-1].split()
    while said and said[-1].casefold() in _RELATIVES:
        said.pop()
    nobody = not said or len(said) > _LONGEST_ACTOR or " ".join(said).strip("[(").casefold() in _NOBODY
    return "" if nobody or said[-1].casefold() in _NOBODY else _BRACKETS.sub("", " ".join(said)).strip()


def _sentence(text: str, at: int) -> str:
    for found in _SENTENCE.finditer(text):
        if found.start() <= at < found.end():
            return found[0].strip()
    return text
