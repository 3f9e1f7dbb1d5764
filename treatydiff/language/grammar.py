"""What a language's drafts print: the type that each language module fills in."""

from __future__ import annotations

import re

from treatydiff.language.heading_numbers import LATIN_SUFFIX, NOTE_SIGN
from treatydiff.language.words.rule_words import rule_words
from treatydiff.model import ProvisionKind
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

_NUMBER_SIGN = r"(?:[Nn]\.?\s?[oº°]\.?|NO\.?)(?=\s?\d{1,3}(?![\d/]))"
"""The sign before a number ("Article No. 5", "Artículo N.º 5"), but not of a regulation ("No 45/2001")."""


@dataclass(frozen=True, slots=True)
class HeadingForm:
    """One way to head a provision.

    `pattern` matches from the start of a line (after brackets) and has the groups `number` (may be
    empty or absent) and `rest` (what follows on the line).
    `word` is the fragment for the word before the number, where there is one.
    A form of rules has the group `word` too, which says how they are called ("Principle").
    """

    kind: ProvisionKind
    pattern: re.Pattern[str]
    word: str = ""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The headings, openers and formulas of drafts in one language.

    Attributes:
        code: ISO 639-1 code.
        headings: forms in order of precedence.
        preamble: a line that is only the preamble's heading, and may be followed by its text.
        preamble_opener: how the parties introduce themselves ("The States Parties to this …").
        preamble_closer: the formula that ends the preamble ("Have agreed as follows").
        recital_opener: a word that opens a preambular paragraph.
        closing_opener: the formula of attestation ("IN WITNESS WHEREOF").
        instrument_title: a line that names a new instrument ("B. DRAFT DECISION", "FINAL ACT").
        instrument_name: a word for an instrument, anywhere in its title ("treaty", "statute").
        option: an option's label at the start of a text, with the groups `label`, `number` (or `short`)
            and `rest`.
        placeholder: a text that stands for an absent provision ("Deleted").
        reference_follower: what, behind a heading's number, makes the line a reference.
        reference_word: a line end after which a number belongs to a reference ("paragraph").
        function_words: frequent words that tell the language.
        joins_without_space: whether lines join directly.
    """

    code: str
    headings: tuple[HeadingForm, ...]
    preamble: re.Pattern[str]
    preamble_opener: re.Pattern[str]
    preamble_closer: re.Pattern[str]
    recital_opener: re.Pattern[str]
    closing_opener: re.Pattern[str]
    instrument_title: re.Pattern[str]
    instrument_name: re.Pattern[str]
    option: re.Pattern[str]
    placeholder: re.Pattern[str]
    reference_follower: re.Pattern[str]
    reference_word: re.Pattern[str]
    function_words: frozenset[str]
    joins_without_space: bool = False


def heading_forms(
    words: tuple[tuple[ProvisionKind, str, str], ...], *, ordinal: str = ""
) -> tuple[HeadingForm, ...]:
    """Heading forms from rows of (kind, words, number), each a fragment of a pattern.

    The number may stand in brackets ("Article [17]"); what follows it may not be a letter.

    Args:
        words: the rows, in order of precedence.
        ordinal: what may hang on a figure and is no part of the number ("1er", "1º").
    """
    return tuple(HeadingForm(kind, _worded(word, number, ordinal), word) for kind, word, number in words)


def rule_forms(language: str, number: str, *, ordinal: str = "") -> tuple[HeadingForm, ...]:
    """Heading forms of principles, guidelines, regulations and the like.

    Args:
        language: code of the language, whose words are taken.
        number: a fragment of a pattern.
        ordinal: what may hang on a figure and is no part of the number.
    """
    return (HeadingForm("rule", _worded(f"(?P<word>{rule_words(language)})", number, ordinal)),)


def _worded(word: str, number: str, ordinal: str) -> re.Pattern[str]:
    hanging = rf"{ordinal}(?:[\s.\-]*+(?P<suffix>{LATIN_SUFFIX}))?" if ordinal else ""
    return pattern_of(
        rf"(?:{word})(?:(?![A-Za-zÀ-ÿА-яЁё])|(?=[IVXLCХІС]+(?![^\W\d_])))"
        rf"(?:\s*+(?:[:№]|{_NUMBER_SIGN})?\s*+[\[(]?\s?(?P<number>{number}){hanging}{NOTE_SIGN}(?:\s?[\])])?)"
        r"(?![^\W\d_])(?P<rest>.*)",
        re.S,
    )


def ordinal_forms(words: tuple[tuple[ProvisionKind, str, str], ...]) -> tuple[HeadingForm, ...]:
    """Heading forms whose number is an ordinal before the word: "PREMIÈRE PARTIE".

    Args:
        words: rows of (kind, words, ordinals), each a fragment of a pattern.
    """
    return tuple(
        HeadingForm(kind, pattern_of(rf"(?P<number>{ordinals})\s+(?:{word})(?![^\W\d_])(?P<rest>.*)", re.S))
        for kind, word, ordinals in words
    )
