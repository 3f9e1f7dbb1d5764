"""Words of force of two clauses in different languages, held against one another.

A class of them (to permit, to recommend, to prohibit, to exempt) that one clause has is looked for in the
other: among its words of force, and among its words as far as the lexicon knows them. Plain statements bind
in most of the languages ("les Parties adoptent"), so a word that binds is asked of nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from treatydiff.align.across.permissions import sentences_beside, unanswered
from treatydiff.align.across.said import Said, Unmatched
from treatydiff.language.across.stems import stem, terms
from treatydiff.language.force import ForceTerm, force_terms
from treatydiff.language.words.across import ForceClass, answering_words
from treatydiff.language.words.negation import may_negate, negation, nobody, prohibits
from treatydiff.language.words.permission import (
    empowers,
    permission_pattern,
    permissions,
    refuses,
    wishes,
)
from treatydiff.language.words.signals import SIGNAL_WORDS

WORD_BINDS = frozenset(("en",))
"""Languages in which it takes a word to bind; in others a plain statement of a treaty does."""
SURE = 0.06
"""Weight from which on a word counts as a translation of one that answers to a class of force."""
_ASKED: tuple[ForceClass, ...] = ("permitted", "recommended", "prohibited")


Classes = Mapping[ForceClass, Sequence[ForceTerm]]
"""The words of force of a clause, by what they do."""


def held_force(one: Said, other: Said, *, versions: bool = False) -> tuple[Unmatched, ...]:
    """Where a class of words of force that one clause has is not in the other.

    Between versions of one text words that permit are counted too, and so is what can stand for them
    ("permission").

    Args:
        one, other: the clauses.
        versions: whether they are versions of one text.
    """
    beside = (
        (replace(one, text=here), replace(other, text=there), here != one.text)
        for here, there in sentences_beside(one.text, other.text)
    )
    found = [_classes(*each, versions=versions) for each in beside]
    sure = (tuple(each for each in those if each.kind == "force") for those in found)
    return next(filter(None, sure), next(filter(None, found), ()))


def _classes(one: Said, other: Said, part: bool, *, versions: bool) -> tuple[Unmatched, ...]:
    of_one, of_other = force_classes(one), force_classes(other)
    found: list[Unmatched] = []
    for class_ in _ASKED:
        if versions and class_ == "permitted":
            found += _permitted_against_bound(one, other, of_one, of_other, part=part)
            continue
        mine = [term for term in of_one.get(class_, ()) if term.lone]
        theirs = [term for term in of_other.get(class_, ()) if term.lone]
        if versions and class_ == "recommended" and any(
            wishes(each.text, each.language) for each, read in ((one, mine), (other, theirs)) if not read
        ):  # fmt: skip
            continue
        if part and class_ == "recommended" and "binding" in (of_one if mine else of_other):
            continue  # "shall ensure that it should be": one of two words of a sentence
        if mine and not of_other.get(class_) and not _answers(other, class_):
            found.append(Unmatched("force", _names(mine), _instead(of_other), class_, ""))
        elif theirs and not of_one.get(class_) and not _answers(one, class_):
            found.append(Unmatched("force", _instead(of_one), _names(theirs), "", class_))
    if not any("prohibited" in (each.class_one, each.class_other) for each in found):
        found += _negated(one, other, of_one, of_other)
    return _one_against_another(found)


def _one_against_another(found: Sequence[Unmatched]) -> tuple[Unmatched, ...]:
    """A permission on one side and a prohibition on the other are one difference and not two."""
    if len(found) == 2 and all(each.kind == "force" and not each.plain for each in found):
        first, second = found if found[0].class_one else reversed(found)
        if first.class_one and second.class_other and first.class_one != second.class_other:
            return (Unmatched("force", first.one, second.other, first.class_one, second.class_other),)
    return tuple(found)


def _negated(one: Said, other: Said, of_one: Classes, of_other: Classes) -> Iterator[Unmatched]:
    """Where a clause is negated and the other has nothing that could stand for a negation."""
    for said, answer, of_answer in ((one, other, of_other), (other, one, of_one)):
        none = nobody(said.text, said.language)
        barred = " … ".join(filter(None, none.groups())) if none else prohibits(said.text, said.language)
        word = barred or negation(said.text, said.language)
        if word and not may_negate(answer.text, answer.language) and not _answers(answer, "prohibited"):
            instead = _instead(of_answer) if barred else ""
            if said is one:
                yield Unmatched("force", word, instead, "prohibited", "", plain=not barred)
            else:
                yield Unmatched("force", instead, word, "", "prohibited", plain=not barred)


def _permitted_against_bound(
    one: Said, other: Said, of_one: Classes, of_other: Classes, *, part: bool
) -> Iterator[Unmatched]:  # fmt: skip
    """Where one of two versions does nothing but permit and the other binds, or a permission has no answer.

    The first is a difference. The second is a place to read: in a treaty of 76 articles it is told of 8 times
    in French and twice in Spanish, mostly where a "may" is said otherwise.
    """
    if "\n" in one.text or "\n" in other.text:  # several clauses at once: too much to be counted in
        return
    if _permits_alone(one, of_one) and _binds(of_other, part=part) and not _answers(other, "permitted"):
        yield Unmatched("force", _names(of_one["permitted"]), _instead(of_other), "permitted", "")
    elif _permits_alone(other, of_other) and _binds(of_one, part=part) and not _answers(one, "permitted"):
        yield Unmatched("force", _instead(of_one), _names(of_other["permitted"]), "", "permitted")
    elif word := unanswered(one.text, one.language, other.text, other.language):
        if _may_bind(other, of_other):
            yield Unmatched("permission", word, _instead(of_other), "permitted", "")
    elif (word := unanswered(other.text, other.language, one.text, one.language)) and _may_bind(one, of_one):
        yield Unmatched("permission", _instead(of_one), word, "", "permitted")


def _may_bind(said: Said, found: Classes) -> bool:
    """Whether a clause binds, or is in a language in which a plain statement does."""
    return said.language not in WORD_BINDS or "binding" in found


def _permits_alone(said: Said, found: Classes) -> bool:
    """Whether all that a clause has of force is one word that permits a bearer something."""
    if found.keys() != {"permitted"} or len(found["permitted"]) > 1 or not found["permitted"][0].lone:
        return False
    asked = permission_pattern("modal", said.language)
    return asked is None or not asked.search(said.text) or bool(permissions(said.text, said.language))


def _binds(found: Classes, *, part: bool) -> bool:
    """Whether a clause has words of force that bind alone, or none at all, which binds in some languages.

    Of a sentence, whose counterpart is only likely, a word is wanted.
    """
    return found.keys() <= {"binding"} and not (part and not found)


def force_classes(said: Said) -> dict[ForceClass, tuple[ForceTerm, ...]]:
    """The words of force of a clause, by what they do; none that a subject negates ("No Party may")."""
    negated = nobody(said.text, said.language)
    found: dict[ForceClass, list[ForceTerm]] = {}
    for term in force_terms(said.keys, "modal", said.language):
        if negated and _in_sentence(said, negated.start(), term):
            negated = None
        elif not term.opening:
            found.setdefault(_class(term, said.language), []).append(term)
    return {class_: tuple(those) for class_, those in found.items()}


def _in_sentence(said: Said, start: int, term: ForceTerm) -> bool:
    """Whether a word of force stands in the sentence that begins at a place of a text."""
    at = said.words[term.first].start
    return start <= at and not any(stop in said.text[start:at] for stop in ".;:")


def _class(term: ForceTerm, language: str) -> ForceClass:
    table = SIGNAL_WORDS.get(language)
    if table is not None and term.name in table.negated_modals:
        return "prohibited"
    if term.rank >= 4:
        return "binding"
    return "recommended" if term.rank >= 2 else "permitted" if term.rank == 1 else "exempt"


def _names(found: Sequence[ForceTerm]) -> str:
    return ", ".join(dict.fromkeys(term.name for term in found))


def _instead(found: Mapping[ForceClass, Sequence[ForceTerm]]) -> str:
    """The words of force that stand where one of a class is missing."""
    return _names([term for those in found.values() for term in those])


def _answers(said: Said, class_: ForceClass) -> bool:
    """Whether a clause has another word that can do what a class of words of force does."""
    keys = said.keys
    if class_ == "prohibited" and refuses(said.text, said.language):
        return True
    if class_ == "permitted" and empowers(said.text, said.language):
        return True
    if class_ in ("prohibited", "exempt") and force_terms(keys, "negation", said.language):
        return True
    wanted = _answering_stems(class_)
    text = said.text
    if class_ == "prohibited" and (permits := permission_pattern("modal", said.language)):
        text = permits.sub(" ", text)  # "cannot" taught the lexicon that « peut » negates
    if said.lexicon is None:
        return any(term in wanted for term, _ in terms(text, said.language))
    known = said.lexicon.entries
    return any(
        each.term in wanted and each.weight >= SURE
        for term, _ in terms(text, said.language)
        for each in known.get(term, ())
    )


@lru_cache(maxsize=8)
def _answering_stems(class_: ForceClass) -> frozenset[str]:
    return frozenset(stem(word, "en") for word in answering_words(class_))
