"""The numbers that headings print, as fragments of patterns that the grammars share.

An article is numbered in figures ("12"), Roman ("XII"), in words, by a letter alone ("A" to "S"), by a
letter behind a figure ("27a", "2 A", "27a-27e"), in steps ("J.1", "QQ.A.1", "20.B.2", "14-3"), with a Latin
suffix ("29 quat."), or not yet: "X" and "[XX]" keep a place.
"""

from __future__ import annotations

_LATIN_SUFFIXES = (
    "bis|ter|quater|quáter|quat|quinquies|quinq|quin|sexies|sex(?=\\.)|septies|sept(?=\\.)|octies|oct(?=\\.)|"
    "novies|nonies|decies|undecies|duodecies|ante|alt"
)
_ENDS = r"(?=\s?[\])}]*(?:\s*$|\s?[:.：(\[{*]|\s?[–—]|\s-\s|\s?(?:bis|ter|quater)\b))"
"""Where a letter alone is a number: at the end of the line, or before what parts it from a title."""
_STEP = r"(?:\d{1,3}(?:[a-z]{1,2})?|[A-Z]{1,2})(?![^\W_])"
_STEPS = rf"(?:\d{{1,3}}[a-z]{{0,2}}|[A-Z]{{1,5}})(?:[.\-–]{_STEP})+"
_NO_ORDINAL = r"(?!er\b|re\b|o\b|st\b|nd\b|rd\b|th\b)"
_PLACE_KEPT = rf"(?:[Xx]{{1,3}}|[Yy]{{1,3}}|[Zz]{{1,3}}){_ENDS}"


def _behind_figures(letters: str = "A-Z") -> str:
    """The letter behind a figure ("27a", "2 A"); `letters` as of `article_number`."""
    lower = letters.lower()
    return rf"(?:{_NO_ORDINAL}[{lower}]{{1,2}}(?![^\W_])|[{letters}](?![^\W_])|\s[{letters}]{_ENDS})"


NOTE_SIGN = r"[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{0,3}"
"""A note's number printed as superior figures, which is no part of the number that it hangs on."""


LATIN_SUFFIX = rf"(?i:{_LATIN_SUFFIXES})(?![^\W\d_])"
"""The suffix of an inserted provision, where it stands behind what hangs on a figure ("1er bis")."""


def suffix(native: str = "") -> str:
    """The suffix of an inserted provision, with the space or dot before it.

    Args:
        native: suffixes in the script of the language, a fragment of a pattern.
    """
    words = f"{_LATIN_SUFFIXES}|{native}" if native else _LATIN_SUFFIXES
    return rf"(?:[\s.\-]*+\(?(?i:{words})(?![^\W\d_])\)?)"


def article_number(
    *, words: str = "", roman: str = "IVXLC", not_roman: str = "a-z", letters: str = "A-Z", native: str = ""
) -> str:
    """The number of an article.

    Args:
        words: number words and ordinals of the language, a fragment of a pattern.
        roman: the characters of Roman numerals, the inside of a character class.
        not_roman: the letters before which a Roman numeral is the beginning of a word.
        letters: the letters that number by themselves, the inside of a character class.
        native: suffixes in the script of the language.
    """
    plain = (
        _STEPS,
        rf"\d[\dlIO]*{_behind_figures(letters)}?",
        words,
        rf"[{roman}]+(?![{not_roman}])",
        rf"[{letters}]{_ENDS}",
        r"[A-Z](?=[.\-]?\d)",
        _PLACE_KEPT,
    )
    inserted = suffix(native)
    return rf"(?:ante\s+)?(?:{'|'.join(filter(None, plain))})(?:{inserted}|[.\-–]\d+)*"


ALONE = r"(?=\s*(?:$|[:：]\s*\S|[–—]\s*\S|-\s+\S))"
"""Behind a word that heads without a number: nothing, or what parts it from a title ("Annex – Forms")."""

RANGE = r"\d{1,3}\s?[a-z]?\s?(?:[-–]|(?<=\s)(?:to|à|a|al|по|до)(?=\s))\s?\d{1,3}(?:\s?[a-z](?![^\W\d_]))?"
"""Several numbers behind the plural ("Articles 12–15 [Deleted]", "Articles 27a to 27e")."""


def container_number(*, words: str = "", roman: str = "IVXLC", not_roman: str = "a-z", letters: str = "A-Z",
                     native: str = "") -> str:  # fmt: skip
    """The number of a part, chapter, section or annex; arguments as of `article_number`."""
    plain = (
        words,
        rf"[{roman}]+(?:(?![{not_roman}])|[a-f](?![^\W_]))",
        r"\d+(?:[a-zA-Z](?![^\W_]))?",
        rf"[{letters}](?:-?\d+)?(?![\w])",
    )
    return rf"(?:{'|'.join(filter(None, plain))}){suffix(native)}*"


def rule_number(*, words: str = "", roman: str = "IVXLC", not_roman: str = "a-z", native: str = "") -> str:
    """The number of a principle, guideline, regulation and the like; arguments as of `article_number`."""
    plain = (
        r"[A-Z]\.?\d{1,3}(?:\.\d{1,3}){0,2}(?![^\W_])",
        r"\d{1,3}(?:(?:\.\d{1,3}){1,3}[a-z]?|\.[a-z])(?![^\W_])",
        rf"\d{{1,3}}{_behind_figures()}?(?!\d)",
        words,
        rf"[{roman}]+(?![{not_roman}])",
        rf"[A-Z]{_ENDS}",
        _PLACE_KEPT,
    )
    return rf"(?:{'|'.join(filter(None, plain))}){suffix(native)}*"
