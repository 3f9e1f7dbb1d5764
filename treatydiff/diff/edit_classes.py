"""The class of a change: typographic, editorial or substantive, by comparing what it takes and gives.

Whether a change is consequential depends on what was renumbered and is decided where references are
compared (`stretches`); a change of brackets alone is told by its characters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container
from functools import lru_cache
from itertools import repeat

from treatydiff.diff.tokens import token_key
from treatydiff.language.figures import figures
from treatydiff.language.number_words import word_number
from treatydiff.language.references import Step, find_references
from treatydiff.language.tokenizer import pieces, word_key
from treatydiff.language.typography import same_typographically
from treatydiff.language.words.sense import words_that_tell
from treatydiff.language.words.spelling import agreeing
from treatydiff.model import EditClass
from treatydiff.patterns import pattern_of

# Marks that Unicode counts as punctuation but that say something.
_AFTER_NUMBER = "\x1f"
_SAID_TWICE = pattern_of(rf"(?<!\d)(\d+{_AFTER_NUMBER})\1")
_HYPHEN = pattern_of(r"(?<=[^\W\d])[-‐‑](?=[^\W\d])")
_DIGIT = pattern_of(r"[\d%％٪]")
_SPEAKING_MARKS = frozenset("%‰&#@§¶*")


def class_of_change(
    deleted: str, inserted: str, language: str, terms: Container[str] = frozenset()
) -> EditClass:
    """How much a change of words means.

    Args:
        deleted: the words taken out, brackets left aside; empty for a pure insertion.
        inserted: the words put in their place.
        language: code of the drafts' language, for its spelling variants.
        terms: keys of words that the drafts define, whose capital says that the defined sense is meant.
    """
    if deleted == inserted:
        return "bracket"
    if _capital_of_a_term(deleted, inserted, terms):
        return "substantive"
    if same_typographically(deleted, inserted):
        return "typographic"
    if (said := agreeing(deleted, language)) and said == agreeing(inserted, language):
        return "editorial"
    if editorial_form(deleted, language) == editorial_form(inserted, language):
        return "editorial"
    if _HYPHEN.sub(" ", deleted).casefold() == _HYPHEN.sub(" ", inserted).casefold():
        return "editorial"  # numbers too: "twenty one", "two-thirds"
    if _DIGIT.search(deleted + inserted) and figures(deleted, language) == figures(inserted, language):
        return "editorial"
    if _DIGIT.search(deleted) and _DIGIT.search(inserted) and _same_references(deleted, inserted, language):
        return "editorial"
    return "substantive"


def _same_references(deleted: str, inserted: str, language: str) -> bool:
    """Whether texts differ in the form of a reference and in what agrees with it: "à l'article 2", "au"."""
    around, targets = zip(*(_parted(text, language) for text in (deleted, inserted)), strict=True)
    return bool(targets[0]) and targets[0] == targets[1] and around[0] == around[1]


def _parted(text: str, language: str) -> tuple[list[str], list[tuple[tuple[Step, ...], ...]]]:
    """What stands around the references of a text, and what these point at."""
    found = find_references(text, language)
    ends = [0, *(each.end for each in found)]
    starts = [*(each.start for each in found), len(text)]
    around = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    return (
        [agreeing(each, language) or editorial_form(each, language) for each in around],
        [each.targets for each in found],
    )


def _capital_of_a_term(deleted: str, inserted: str, terms: Container[str]) -> bool:
    """Whether two texts that differ in case alone write a defined term with and without its capital."""
    if deleted.casefold() != inserted.casefold() or deleted.isupper() or inserted.isupper():
        return False
    return any(
        a != b and a[1:] == b[1:] and word_key(a) in terms
        for a, b in zip(pieces(deleted), pieces(inserted), strict=False)
    )


def changes_sense(deleted: str, inserted: str, language: str) -> bool:
    """Whether a change inside cross-references says another thing: "paragraphs 1 and 2", "1 or 2".

    Args:
        deleted: the words taken out.
        inserted: the words put in.
        language: code of their language.
    """
    told = words_that_tell(language)
    return [key for key in _keys(deleted) if key in told] != [key for key in _keys(inserted) if key in told]


def _keys(text: str) -> list[str]:
    return [word_key(piece) for piece in pieces(text) if not piece.isspace()]


def editorial_form(text: str, language: str) -> str:
    """The letters, digits and speaking marks of a text, in the one case and spelling."""
    said = "".join(map(_said_by, pieces(text), repeat(language)))
    return _SAID_TWICE.sub(r"\1", said) if _AFTER_NUMBER in said else said


@lru_cache(maxsize=16_384)
def _said_by(piece: str, language: str) -> str:
    """What a word or mark has of an editorial form; "" for spaces and marks that say nothing."""
    key = token_key(piece, language)
    if (number := word_number(key, language)) and number.value == 1 and not number.ordinal:
        key = "1"  # "1 keeper", "One keeper"
    if any(char.isalnum() for char in key):
        # A number stays apart from what follows: "1 5" is not "15".
        return key + _AFTER_NUMBER if key[-1].isdigit() else key
    return key if piece in _SPEAKING_MARKS or unicodedata.category(piece[0])[0] == "S" else ""
