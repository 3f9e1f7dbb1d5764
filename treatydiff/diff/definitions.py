"""Defined terms: which clauses define one, which were added, removed or redefined, and who uses them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from treatydiff.language.tokenizer import words
from treatydiff.language.words.signals import SIGNAL_WORDS
from treatydiff.model import Draft, Signal
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

_QUOTES = "\"\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019'\u300c\u300d"
_TERM = rf"[{_QUOTES}]\s*+(?P<term>[^{_QUOTES}]{{1,80}}?)(?<!\s)\s*[{_QUOTES}]"
_OTHER = rf"[{_QUOTES}]\s*+[^{_QUOTES}]{{1,80}}?(?<!\s)\s*[{_QUOTES}]"
_QUOTED = pattern_of('["\u201c\u201d\u201e\u00ab\u00bb\u2018\u300c\u300d]')
_BEFORE = rf"[^\w{_QUOTES}]*+"


def defined_term(text: str, language: str) -> str:
    """The term that a clause begins by defining; "" if it defines none.

    Args:
        text: canonical text of a clause.
        language: code of its language.
    """
    for pattern in _patterns(language):
        if match := pattern.match(text):
            return match["term"]
    return ""


@lru_cache(maxsize=8)
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    table = SIGNAL_WORDS.get(language)
    return tuple(
        pattern_of(_BEFORE + form.replace("{term}", _TERM).replace("{other}", _OTHER), re.IGNORECASE)
        for form in (table.definitions if table else ())
    )


@dataclass(frozen=True, slots=True)
class DefinedTerms:
    """The terms that either draft defines, and how often its clauses use them.

    Args:
        only_a, only_b: keys of the terms that one draft alone defines.
        uses: key of a term -> how many clauses use it, the definition aside, in the draft that
            defines it (in B where both do).
        words: keys of the words of defined terms, and of "Party", which every treaty tells from the
            parties to a dispute.
    """

    only_a: frozenset[str]
    only_b: frozenset[str]
    uses: Mapping[str, int]
    words: frozenset[str] = frozenset()

    def whole_clause(self, text: str, language: str, *, added: bool) -> tuple[Signal, ...]:
        """What it says that a whole clause was added or deleted, if it defines a term."""
        term = defined_term(text, language)
        if not term:
            return ()
        alone = _key(term) in (self.only_b if added else self.only_a)
        direction = ("added" if added else "removed") if alone else "redefined"
        return (Signal("definition", direction, self.with_uses(term)),)

    def became(self, text_a: str, text_b: str, language: str) -> str:
        """What a clause and its counterpart are where one alone defines a term that no other text has.

        Args:
            text_a, text_b: canonical texts of the two clauses.
            language: code of their language.

        Returns:
            "added" where B's clause is the definition, "removed" where A's is; "" otherwise.
        """
        if _QUOTED.search(text_a) and _QUOTED.search(text_b):
            return ""  # a term with brackets in it, or under another name
        old, new = defined_term(text_a, language), defined_term(text_b, language)
        if new and not old and _key(new) in self.only_b:
            return "added"
        return "removed" if old and not new and _key(old) in self.only_a else ""

    def with_uses(self, term: str) -> str:
        """A term with the number of clauses that use it: "Vessel (used in 12 clauses)"."""
        number = self.uses.get(_key(term), 0)
        return f"{term} (used in {number:,} {'clause' if number == 1 else 'clauses'})"


def defined_terms(a: Draft, b: Draft) -> DefinedTerms:
    """The defined terms of two drafts of one language."""
    clauses_a, clauses_b = _clauses(a), _clauses(b)
    in_a, in_b = ({term for term, _ in clauses if term} for clauses in (clauses_a, clauses_b))
    uses = {term: _uses(term, clauses_a, a.language) for term in sorted(in_a - in_b)}
    uses |= {term: _uses(term, clauses_b, b.language) for term in sorted(in_b)}
    return DefinedTerms(
        frozenset(in_a - in_b), frozenset(in_b - in_a), uses, _words_of(a) | _words_of(b) | _PARTY
    )


_PARTY = frozenset(("party", "parties", "partie", "parte", "partes"))
_LEAST_LETTERS = 4
"""Shorter words of a term ("of", "the") are no part of it that a capital could tell."""


def _words_of(draft: Draft) -> frozenset[str]:
    """The words of the terms that a draft defines, with and without an ending of the plural."""
    terms = (defined_term(clause.text, draft.language) for unit in draft.units() for clause in unit.clauses())
    keys = {word.key for term in terms if term for word in words(term) if len(word.key) >= _LEAST_LETTERS}
    return frozenset(keys | {f"{key}s" for key in keys})


def _clauses(draft: Draft) -> list[tuple[str, str]]:
    """Of every clause, the term that it defines, and its text as terms are looked for in it."""
    return [
        (_key(defined_term(clause.text, draft.language)), _key(clause.text))
        for unit in draft.units()
        for clause in unit.clauses()
    ]


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


def _uses(term: str, clauses: Iterable[tuple[str, str]], language: str) -> int:
    """Clauses that use a term, in its singular or plural, without those that define it."""
    used = pattern_of_use(term, language)
    return sum(1 for defined, text in clauses if defined != term and used.search(text))


_PLURALS = {"en": r"(?:e?s)?", "es": r"(?:e?s)?", "fr": r"(?:e?s|x)?"}
"""What words of a term end in besides: the plural, and nothing that makes another word of them."""
_RUSSIAN_ENDINGS = "аеёиоуыэюяйь"
_RUSSIAN_FLEETING = frozenset(("ец", "ок", "ек"))
"""Endings whose vowel other cases do not have: "колодец", "колодцы"."""
_ARABIC_BEFORE = r"[وف]?(?:[بلك]?(?:ال)?|لل)"
"""What Arabic writes in one with a word: "and", "in", "for", "as", and the article."""


@lru_cache(maxsize=512)
def pattern_of_use(term: str, language: str) -> re.Pattern[str]:
    """What finds a term in running text, in its singular or plural; in Russian in its cases.

    Args:
        term: in lower case.
        language: code of the language of the text.
    """
    table = SIGNAL_WORDS.get(language)
    if table is not None and table.unspaced:
        return pattern_of(re.escape(term))
    forms = r"\s+".join(_forms(word, language) for word in term.split())
    before = _ARABIC_BEFORE if language == "ar" else ""
    return pattern_of(rf"(?<!\w){before}{forms}(?!\w)", re.IGNORECASE)


def _forms(word: str, language: str) -> str:
    """A pattern for a word of a term in the forms that say the same."""
    if language == "en" and word.endswith("y"):
        return re.escape(word[:-1]) + "(?:y|ies)"
    if language == "ru" and len(word) >= _LEAST_LETTERS:
        if word[-2:] in _RUSSIAN_FLEETING:
            return re.escape(word[:-2]) + rf"(?:{word[-2:]}|{word[-1]}\w{{1,3}})"
        return re.escape(word.rstrip(_RUSSIAN_ENDINGS)) + r"\w{0,3}"
    if language == "ar":
        return (r"(?:ال)?" + re.escape(word.removeprefix("ال"))) + r"\w{0,2}"
    return re.escape(word) + _PLURALS.get(language, r"\w{0,2}")
