"""References as people type them: "art 8.2.a", "§ 8", "п. 2 ст. 8", "the Article 8 of the Convention"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from treatydiff.language.numbers import SUFFIXES, canonical_number
from treatydiff.language.numerals import roman_value
from treatydiff.language.reference_patterns import patterns_of
from treatydiff.language.references import Step
from treatydiff.language.words.references.typed import (
    CHINESE_KINDS,
    DETERMINERS,
    INSTRUMENTS,
    KINDS_FOR_SHORT,
    LINKS,
    OF,
)
from treatydiff.model import CONTAINER_KINDS
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
"""Tried in this order behind the draft's own language: people cite a draft in the language they work in."""

LONGEST = 200
"""Characters of what may be a reference; more is none."""

_RANK = {
    "annex": 0, "preamble": 0, "part": 1, "title": 1, "chapter": 2, "section": 3, "subsection": 4,
    "article": 5, "rule": 5, "paragraph": 6, "recital": 6, "subparagraph": 7, "point": 8,
}  # fmt: skip
_NEXT = {"article": "paragraph", "rule": "paragraph", "annex": "paragraph", "preamble": "recital",
         "paragraph": "subparagraph", "subparagraph": "point"}  # fmt: skip
"""What a number without a word is, behind a step of a kind."""

_JOINS = frozenset("./")
"""What joins the number of a paragraph to that of its article where neither has a word: "8.2", "8/2"."""

_AROUND = " \t[]{}“”„\"«»‹›‘’'.,;:،。"
_FIRST_WORD = pattern_of(rf"[ld]['’]|(?:{DETERMINERS}|de)\s", re.IGNORECASE)
_NOUN = "|".join(INSTRUMENTS.values())
_TAIL = pattern_of(
    rf",? (?:[ld]['’]|(?:{DETERMINERS}|{OF})\s){{0,6}}(?P<name>(?:{_NOUN})(?![^\W_]).*)$", re.IGNORECASE
)
_CHINESE_HEAD = pattern_of(rf"[本该]?《?(?P<name>[^第附序》]{{0,60}}(?:{_NOUN}))》?的?(?=[第附序])")
_LABELS = "[一二三四五六七八九十百零〇]{1,6}|[0-9]{1,4}|[a-z]"
_SUFFIX = rf"(?:[\s-]?(?:{'|'.join(SUFFIXES)}))"
_TOKEN = pattern_of(
    rf"第?\s?\(?(?P<chinese>{_LABELS})\)?\s?(?P<chinese_kind>{'|'.join(CHINESE_KINDS)})"
    rf"|(?P<chinese_annex>附件|附录)\s?(?P<annex_number>{_LABELS}|[IVX]{{1,5}})"
    r"|(?P<section>§§?)"
    r"|(?P<ordinal>\d{1,3}|(?-i:[IVXLC]{1,6}))-?(?:st|nd|rd|th|er|ère|ère|ème|eme|e|ª|º|я|й)(?![^\W_])"
    rf"|(?P<number>\d{{1,4}}(?:\.\d{{1,4}})*(?:{_SUFFIX}(?![^\W_])|[a-z](?![^\W_)]))?)(?!\))"
    r"|\(\s?(?P<paren>[^\W_]{1,5}(?:\s?(?:bis|ter))?)\s?\)"
    r"|(?P<closed>[^\W_]{1,5})\)"
    r"|(?P<between>[\s,;./،、的]+|[ld]['’]|n[°º])"
    r"|(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Typed:
    """A reference without the words around it, and the instrument that it is said to be of ("" for none)."""

    words: str
    instrument: str = ""


def bare_reference(words: str) -> Typed:
    """What some words name, without quotes and articles around it and without "of the Convention".

    Args:
        words: as typed.
    """
    text = " ".join(unicodedata.normalize("NFKC", words[: LONGEST + 1]).split()).strip(_AROUND)
    if len(text) > LONGEST:
        return Typed("")
    instrument = ""
    if found := _CHINESE_HEAD.match(text):
        instrument, text = found["name"], text[found.end() :]
    elif found := _TAIL.search(text):
        instrument, text = found["name"], text[: found.start()]
    while found := _FIRST_WORD.match(text):
        text = text[found.end() :]
    return Typed(text.strip(_AROUND), instrument)


def typed_steps(text: str, language: str, *, articles: bool = True) -> tuple[Step, ...]:
    """The steps of a reference typed for short, outermost first; none where a word says something else.

    Args:
        text: without the words around it.
        language: of the draft.
        articles: whether the draft has any, which "§ 8" then means.
    """
    steps: list[Step] = []
    pending = ordinal = between = ""
    for token in _tokens(text):
        if token is None:
            return ()
        kind = _kind(token, text, language, articles=articles)
        label = next((token[name] for name in ("number", "paren", "closed") if token[name]), "")
        if token["number"] and steps and not pending and between not in _JOINS:
            return ()  # "art. 2, 3" may be two articles, "art. 2 3" anything
        if token["chinese"] or token["chinese_annex"]:
            number = token["chinese"] or token["annex_number"]
            steps.append((kind, _canonical(kind, number, language)))
        elif token["ordinal"]:
            ordinal = token["ordinal"]
        elif kind == "preamble" and not pending:
            steps.append((kind, ""))
        elif kind and ordinal:
            steps.append((kind, _canonical(kind, ordinal, language)))
            ordinal = ""
        elif kind and pending in ("", "paragraph") and (not pending or kind == "subparagraph"):
            pending = kind  # "الفقرة الفرعية" is a subparagraph
        elif label or _is_label(token["word"]):
            if not _append(steps, pending, label or token["word"], language):
                return ()
            pending = ""
        elif not token["between"] and (token["word"] or "").casefold() not in LINKS:
            return ()
        between = token["between"] or ""
    ranks = [_RANK[kind] for kind, _ in steps]
    if pending or ordinal or len(set(ranks)) < len(ranks):
        return ()
    return tuple(sorted(steps, key=lambda step: _RANK[step[0]]))


def _tokens(text: str) -> Iterator[re.Match[str] | None]:
    """The parts of a text in order; None for what is none of them."""
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        yield found
        if found is None:
            return
        at = found.end()


def _kind(token: re.Match[str], text: str, language: str, *, articles: bool) -> str:
    """The kind that a token names; "" for none."""
    if token["chinese"]:
        return CHINESE_KINDS[token["chinese_kind"]]
    if token["chinese_annex"]:
        return "annex"
    if token["section"]:
        alone = text.startswith("§") and not any(
            each is not None and each["word"] and kind_of_word(each["word"], language) == "article"
            for each in _tokens(text)
        )
        return "article" if alone and articles else "paragraph"
    return kind_of_word(token["word"], language) if token["word"] else ""


def kind_of_word(word: str, language: str) -> str:
    """The kind that a word names in one of six languages, in full or for short; "" for none.

    Args:
        word: without a full stop.
        language: the one that is tried first.
    """
    if kind := KINDS_FOR_SHORT.get(plain_words(word)):
        return kind
    for each in dict.fromkeys((language, *LANGUAGES)):
        patterns = patterns_of(each)
        for kind, pattern in (patterns.kinds if patterns else {}).items():
            if pattern.fullmatch(word):
                return kind
    return ""


def _is_label(word: str | None) -> bool:
    """Whether a word is a letter or Roman number: "a" in "8.2.a", "II" in "Part II"."""
    return word is not None and (len(word) == 1 or roman_value(word) is not None)


def _append(steps: list[Step], pending: str, label: str, language: str) -> bool:
    """Add the step of a number, of the kind before it or else of the one that comes next, if there is one."""
    kind = pending or (_NEXT.get(steps[-1][0], "") if steps else "article" if label[0].isdigit() else "")
    if not pending and kind == "paragraph" and not label[0].isdigit():
        kind = "subparagraph"
    if not kind:
        return False
    steps.append((kind, _canonical(kind, label, language)))
    return True


def _canonical(kind: str, label: str, language: str) -> str:
    if kind in ("subparagraph", "point"):
        return label.casefold().replace(" ", "")
    if kind in CONTAINER_KINDS or kind == "annex":
        label = label.upper()
    return canonical_number(label, kind, language)


def plain_words(words: str) -> str:
    """Words as they are compared: people type capitals and accents as it comes."""
    bare = (each for each in unicodedata.normalize("NFD", words) if not unicodedata.combining(each))
    return " ".join("".join(bare).split()).casefold()


def instrument_nouns(words: str) -> set[str]:
    """The nouns of instruments in some words, one name a noun in every language.

    Args:
        words: a title, or what a reference says that it is of.
    """
    return {
        noun
        for noun, forms in INSTRUMENTS.items()
        if re.search(
            rf"(?<![^\W_])(?:{forms})(?![^\W_])|(?:{forms})(?<=[\u4e00-\u9fff])", words, re.IGNORECASE
        )
    }
