"""What two clauses in different languages say, held against one another without translating them.

Numbers, references and brackets are counted; words of force are read in either language, and a class of
them (to permit, to recommend, to prohibit, to exempt) that one clause has is looked for in the other: among
its words of force, and among its words as far as the lexicon knows them. Plain statements bind in most of
the languages ("les Parties adoptent"), so a word that binds is asked of nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from treatydiff.align.across.lexicon import Lexicon
from treatydiff.align.across.permissions import sentences_beside, unanswered
from treatydiff.align.across.printed import unprinted_numbers, unprinted_steps
from treatydiff.language.across.dates import dated_months
from treatydiff.language.across.enclosures import alike_in_brackets
from treatydiff.language.across.figures import (
    SMALLEST,
    counter_words,
    figures,
    reference_steps,
    step_list,
    unlike_steps,
)
from treatydiff.language.across.stems import stem, terms
from treatydiff.language.force import ForceTerm, force_terms
from treatydiff.language.keys import comparison_words
from treatydiff.language.numerals import ascii_digits
from treatydiff.language.quantities import quantities_in
from treatydiff.language.references import Step
from treatydiff.language.words.across import ForceClass, answering_words
from treatydiff.language.words.negation import may_negate, negation
from treatydiff.language.words.permission import (
    empowers,
    permission_pattern,
    permissions,
    refuses,
    wishes,
)
from treatydiff.language.words.signals import SIGNAL_WORDS
from treatydiff.model import OPENING_BRACKETS

UnmatchedKind = Literal["figures", "references", "brackets", "force", "permission"]
"""What two clauses differ in; "permission" is a word that permits and that nothing seems to answer."""
WORD_BINDS = frozenset(("en",))
"""Languages in which it takes a word to bind; in others a plain statement of a treaty does."""
SURE = 0.06
"""Weight from which on a word counts as a translation of one that answers to a class of force."""
_ASKED: tuple[ForceClass, ...] = ("permitted", "recommended", "prohibited")


Classes = Mapping[ForceClass, Sequence[ForceTerm]]
"""The words of force of a clause, by what they do."""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Where two clauses do not match: what each has, "" for nothing; `plain` is a negation without modal."""

    kind: UnmatchedKind
    one: str
    other: str
    class_one: ForceClass | Literal[""] = ""
    class_other: ForceClass | Literal[""] = ""
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A clause's text, its language, and the lexicon between that and English (None for English)."""

    text: str
    language: str
    lexicon: Lexicon | None

    @property
    def keys(self) -> tuple[str, ...]:
        """The comparison keys of its words, read once for all classes of words of force."""
        return _keys(self.text, self.language)


def held(
    one: Said, other: Said, renumbered: Mapping[Step, Step] | None = None, *, versions: bool = False
) -> tuple[Unmatched, ...]:
    """Where two clauses do not match in numbers, references, brackets and words of force.

    Args:
        one, other: the clauses.
        renumbered: what became of the articles that the first may refer to, where drafts are compared.
        versions: whether they are versions of one text.
    """
    found = [*_figures(one, other, versions=versions)]
    found += _references(one, other, renumbered or {}, versions=versions)
    brackets = [sum(char in OPENING_BRACKETS for char in each.text) for each in (one, other)]
    if brackets[0] != brackets[1] and not (versions and alike_in_brackets(one.text, other.text)):
        found.append(Unmatched("brackets", str(brackets[0]), str(brackets[1])))
    return (*found, *held_force(one, other, versions=versions))


def _figures(one: Said, other: Said, *, versions: bool) -> Iterator[Unmatched]:
    counts = _numbers_and_months(one), _numbers_and_months(other)
    more, less = unlike_figures(*counts)
    if versions:
        if _only_repeated(more, less, counts[1]) or _only_repeated(less, more, counts[0]):
            return
        more = unprinted_numbers(more, one.text, other.text, one.language, other.language)
        less = unprinted_numbers(less, other.text, one.text, other.language, one.language)
    if more or less:
        yield Unmatched("figures", counter_words(more), counter_words(less))
    elif (terms := _terms(one, other)) != ("", ""):
        yield Unmatched("figures", *terms)


def _terms(one: Said, other: Said) -> tuple[str, str]:
    """The durations and fractions in words that differ ("two years", « trois ans »), where both have as many.

    Numbers below four are counted by nobody else; what is a duration in all languages is no turn of phrase.
    """
    both = [_durations(each) for each in (one, other)]
    if not both[0] or both[0].total() != both[1].total():
        return "", ""
    more, less = both[0] - both[1], both[1] - both[0]
    if {value.split()[-1] for value in more} != {value.split()[-1] for value in less}:
        return "", ""  # what is months here and a share there was read otherwise
    return counter_words(more), counter_words(less)


def _durations(said: Said) -> Counter[str]:
    return Counter(
        each.value if each.kind == "duration" else f"{each.value} share"
        for each in quantities_in(said.keys, said.language)
        if each.kind == "duration" or (each.kind == "share" and "/" in each.value)
    )


def _numbers_and_months(said: Said) -> Counter[str]:
    """The numbers of a clause, and the months of its dates by their English names."""
    return figures(said.text, said.language) + dated_months(ascii_digits(said.text), said.language)[1]


def _only_repeated(more: Counter[str], less: Counter[str], other: Counter[str]) -> bool:
    """Whether a version only says again what the other says once: "the ten-year period", "that period"."""
    return bool(more) and not less and more.keys() <= other.keys()


def unlike_figures(one: Counter[str], two: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    """What each has more of; small numbers count only where both print as many of them in digits.

    Args:
        one, two: the numbers of two clauses.
    """
    small = [
        Counter({value: n for value, n in each.items() if value.isdigit() and int(value) < SMALLEST})
        for each in (one, two)
    ]
    if small[0].total() != small[1].total():
        one, two = one - small[0], two - small[1]
    return one - two, two - one


def _references(
    one: Said, other: Said, renumbered: Mapping[Step, Step], *, versions: bool
) -> Iterator[Unmatched]:
    steps = reference_steps(one.text, one.language)
    followed = tuple(renumbered.get(step, step) for step in steps)
    named, other_named = unlike_steps(followed, reference_steps(other.text, other.language))
    if versions:
        named, other_named = (
            unprinted_steps(named, other.text, other.language),
            unprinted_steps(other_named, one.text, one.language),
        )
    if named or other_named:
        printed = dict(zip(followed, steps, strict=True))
        yield Unmatched("references", ", ".join(_followed(printed.get(step, step), step) for step in named),
                        step_list(other_named))  # fmt: skip


def _followed(printed: Step, step: Step) -> str:
    """A step as printed, with what became of it: "article 5" beside "article 5" would be no difference."""
    return step_list([printed]) if printed == step else f"{step_list([printed])} (now {step_list([step])})"


# --- words of force --------------------------------------------------------------------------------


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
    of_one, of_other = force_classes(one.text, one.language), force_classes(other.text, other.language)
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
        found += _negated(one, other)
    return tuple(found)


def _negated(one: Said, other: Said) -> Iterator[Unmatched]:
    """Where a clause is negated and the other has nothing that could stand for a negation."""
    for said, answer, first in ((one, other, True), (other, one, False)):
        word = negation(said.text, said.language)
        if word and not may_negate(answer.text, answer.language) and not _answers(answer, "prohibited"):
            if first:
                yield Unmatched("force", word, "", "prohibited", "", plain=True)
            else:
                yield Unmatched("force", "", word, "", "prohibited", plain=True)


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


def force_classes(text: str, language: str) -> dict[ForceClass, tuple[ForceTerm, ...]]:
    """The words of force of a text, by what they do.

    Args:
        text: canonical text of a clause.
        language: code of its language.
    """
    keys = _keys(text, language)
    found: dict[ForceClass, list[ForceTerm]] = {}
    for term in force_terms(keys, "modal", language):
        if not term.opening:
            found.setdefault(_class(term, language), []).append(term)
    return {class_: tuple(those) for class_, those in found.items()}


@lru_cache(maxsize=64)
def _keys(text: str, language: str) -> tuple[str, ...]:
    return tuple(word.key for word in comparison_words(text, language))


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
