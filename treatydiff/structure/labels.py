"""Labels of paragraphs, subparagraphs and points, and what can follow what."""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatydiff.language.numbers import (
    ARABIC_LETTERS,
    CHINESE_BRANCHES,
    CHINESE_STEMS,
    CYRILLIC_LETTERS,
    LATIN_TWINS,
    PRINTED_SUFFIXES,
)
from treatydiff.language.numerals import ascii_digits, cjk_value, roman_value
from treatydiff.language.words.numbers import ARABIC_ADVERBS
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

_SHORTENED = ("quinq", "quin", "quat", "sex", "sept", "oct")
"""Suffixes that are cut short, and so end in a full stop: "(a) sex, age" is an item about sex."""
_INSERTED = "|".join(f"{each}(?=\\.)" if each in _SHORTENED else each for each in PRINTED_SUFFIXES) + "|alt"
_SUFFIX = rf"(?:[\s.\-]*(?:{_INSERTED})(?![^\W\d_]))*"
_BEHIND = rf"(?P<suffix>(?:\s(?:{_INSERTED})(?![^\W\d_])){{0,2}})"
"""A suffix behind the label's own dot or bracket: "1. bis", "(a) bis"."""
_LETTER = r"[a-zа-яё]"

BULLETS = "•▪◦●■–—-"
"""The signs that stand before the items of a list without numbers."""

_STYLES: tuple[tuple[str, str], ...] = (
    ("margin", r"(?P<number>(?:Pp|PP|pp|OP|PP)\.?\s?\d+" + _SUFFIX + r")\.?(?=\s|$)"),
    ("decimal", r"(?P<number>\d{1,3}(?:\.\d{1,3})+" + _SUFFIX + r")\.?(?=\s+[^\s\d°%])"),
    ("digit", rf"(?P<number>\d{{1,3}})\s?[.)]\s?(?P<suffix>(?:{_INSERTED})(?![^\W\d_]))[.)]?(?=\s+\S|\s*$)"),
    ("digit", r"(?P<number>(?:ante\s)?\d{1,3}" + _SUFFIX + r")\s?[.)\]．）](?=\s*[^\s\d.,)]|\s*$|\s+\d)"),
    ("digit", r"(?P<number>\d{1,3}[a-z])\.(?=\s+\S|\s*$)"),
    ("digit", r"(?P<number>\d{1,3})\s?[-–](?=\s+\S)"),
    ("digit", r"(?P<number>\d{1,3})\s?[°º]\.?\)?(?=\s+(?![NSEWOCF]\b)[^\W\d_])"),
    (
        "digit",
        r"(?:§{1,2}\s?|(?:Section|SECTION|Sec\.)\s(?=\d+[.:]))(?P<number>\d{1,3})(?:er)?[.:]?(?=\s+\S)",
    ),
    ("paren_digit", r"[(（]\s?(?P<number>\d{1,3}" + _SUFFIX + r")\s?[)）]" + _BEHIND),
    ("letter", r"\(\s?(?P<number>" + _LETTER + _SUFFIX + r")\s?\)" + _BEHIND),
    ("letter", r"(?P<number>" + _LETTER + _SUFFIX + r")\s?\)" + _BEHIND),
    ("roman", r"\(?\s?(?P<number>[ivxl]{2,6}" + _SUFFIX + r")\s?\)" + _BEHIND),
    ("double", r"\(?\s?(?P<number>([a-z])\2{1,2})\s?\)"),
    ("letter_dot", r"(?P<number>[a-z])\.(?=\s)"),
    ("upper", r"\(\s?(?P<number>[A-Z]" + _SUFFIX + r")\s?\)"),
    ("roman_dot", r"(?P<number>[ivxl]{2,6})\.(?=\s)"),
    ("upper_roman", r"(?P<number>[IVXL]{2,6}" + _SUFFIX + r")\.(?=\s+\S)"),
    ("upper_dot", r"(?P<number>[A-Z])\.(?=\s+\S)"),
    ("cjk", r"(?P<number>[一二三四五六七八九十百]{1,5})、"),
    ("paren_cjk", r"[（(]\s?(?P<number>[一二三四五六七八九十]{1,4})\s?[）)]"),
    ("stem", rf"[（(]\s?(?P<number>[{CHINESE_STEMS}])\s?[）)]"),
    ("branch", rf"[（(]\s?(?P<number>[{CHINESE_BRANCHES}])\s?[）)]"),
    ("arabic_word", r"(?P<number>" + "|".join(ARABIC_ADVERBS) + r")\u064b?\s?[-–:.)]"),
    ("arabic_letter", r"\(?\s?(?P<number>[\u0621-\u064a]{1,2})\s?\)"),
    ("bullet", rf"(?P<number>[{BULLETS}])(?=\s+\S)"),
)
LABEL_STYLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, pattern_of(form)) for name, form in _STYLES
)
"""Label styles in order of precedence; the first that matches is the label."""

_ORDERS: dict[str, Sequence[str]] = {
    "stem": CHINESE_STEMS,
    "branch": CHINESE_BRANCHES,
    "arabic_word": ARABIC_ADVERBS,
}
"""Families whose labels are counted by their place in an order."""

_READ_FOR_ONE = "l"
"""What character recognition reads for the figure one: "l. The instrument …"."""
_SUFFIXES_BEHIND = pattern_of(
    rf"(?:(?<![\s.])[\s.]*+(?:{'|'.join(PRINTED_SUFFIXES)}|alt)){{1,9}}$", re.IGNORECASE
)
_ANTE = pattern_of(r"^ante\s")
_IS_INSERTED = pattern_of(r"(?:" + "|".join(PRINTED_SUFFIXES) + r"|alt)\s*$|^\d{1,3}[a-z]$", re.IGNORECASE)
_NAMED_NUMBER = pattern_of(r"[^\W\d_]{2,20}\.?\s+(?=\d)")
"""The word of a generated label that is no heading's: "Section 1.01", "Paragraph 3"."""
_OPENING = pattern_of(r"[\[［【{\s]*")
_PLAIN_WORDS = pattern_of(r"[A-Za-z][A-Za-z\s-]*+(?:[^\w.)\u0080-\U0010ffff]|\Z)")
"""Words before a sign that ends no label: a label that begins with a letter goes on to a figure, a dot or a
closing bracket. Most lines of a text are refused so, before any style is tried."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label read from the start of a text.

    Attributes:
        family: which style; "letter" and "roman" are told apart by what came before.
        number: as printed, without brackets and dots.
        start, end: where the label stands in the text; brackets before it end at `start`.
    """

    family: str
    number: str
    start: int
    end: int


def read_label(text: str, language: str) -> Label | None:
    """The label that a text begins with, if any; square brackets may stand before it."""
    opening = _OPENING.match(text)
    start = opening.end() if opening else 0
    if _PLAIN_WORDS.match(text, start):
        return None
    for family, pattern in LABEL_STYLES:
        found = pattern.match(text, start)
        if found is not None:
            if family == "arabic_letter" and language != "ar":
                continue
            printed = (found.group("number"), found.groupdict().get("suffix"))
            number = " ".join(part.strip() for part in printed if part and part.strip())
            return Label(family, number, start, found.end())
    return None


def read_generated(number: str, language: str) -> Label | None:
    """The label that a file generates: "1." as typed ones, but also a bare "1", "a/" and "Section 1.01".

    Args:
        number: what the file generates, without the words behind it.
        language: code of the draft's language.
    """
    number = number.strip()
    if not number:
        return None
    named = _NAMED_NUMBER.match(number)
    bare = number if named is None else number[named.end() :]
    slashed = f"{number[:-1]}) x" if number.endswith("/") else ""
    for form in filter(None, (f"{number} x", f"{number}. x", f"{bare} x", f"{bare}. x", slashed)):
        label = read_label(form, language)
        # All of it must be the label: "1" of "1-A" is none.
        if label is not None and label.start == 0 and label.end >= len(form) - 3:
            return label
    return None


def label_values(label: Label, language: str) -> tuple[tuple[str, int], ...]:
    """The readings of a label as (family, position): "(i)" is a letter or a Roman numeral.

    Suffixes are left out: "2 bis" has the position of 2.
    """
    bare = _ANTE.sub("", _SUFFIXES_BEHIND.sub("", label.number))
    if label.family in ("letter", "letter_dot"):
        return _letter_values(label.family, bare, language)
    if label.family in ("roman", "roman_dot"):
        value = roman_value(bare)
        if value is not None:
            return ((label.family, value),)
        return (("double", _letter_position(bare[:1], language)),)
    if label.family == "double":
        return (("double", _letter_position(bare[:1], language)),)
    if label.family in ("cjk", "paren_cjk"):
        return ((label.family, cjk_value(bare) or 0),)
    if label.family == "arabic_letter":
        return ((label.family, ARABIC_LETTERS.find(bare.replace("أ", "ا").replace("ه\u0640", "ه")[:1]) + 1),)
    if label.family in _ORDERS:
        return ((label.family, _ORDERS[label.family].index(bare) + 1),)
    if label.family == "decimal":
        return ((label.family, int(ascii_digits(bare).rsplit(".", 1)[-1])),)
    if label.family == "upper_roman":
        return (("upper_roman", roman_value(bare) or 0),)
    if label.family == "upper_dot" and (value := roman_value(bare)) is not None:
        return (("upper_dot", ord(bare[0]) - ord("A") + 1), ("upper_roman", value))
    if label.family in ("upper", "upper_dot"):
        return ((label.family, ord(bare[0]) - ord("A") + 1),)
    if label.family == "bullet":
        return ((label.family, 1),)
    digits = re.search(r"\d+", ascii_digits(bare))
    return ((label.family, int(digits.group()) if digits else 0),)


def _letter_values(family: str, letter: str, language: str) -> tuple[tuple[str, int], ...]:
    """The readings of a letter: its own place, its Latin twin's, a Roman numeral, or a misread figure."""
    found = [(family, _letter_position(letter, language))]
    if family == "letter_dot" and letter == _READ_FOR_ONE:
        found.insert(0, ("digit", 1))
    twin = LATIN_TWINS.get(letter.lower())
    if twin is not None:
        found.append((family, _letter_position(twin, "en")))
    value = roman_value(letter) if letter.isascii() else None
    if value is not None:
        found.append(("roman" if family == "letter" else "roman_dot", value))
    return tuple(found)


def read_as(label: Label, position: int) -> str:
    """The number as printed, with a Cyrillic letter typed for its Latin twin and an l read for 1 put right.

    Args:
        label: the label.
        position: the position in its list that it was found to have.
    """
    if label.number == _READ_FOR_ONE and position == 1:
        return "1"
    twin = LATIN_TWINS.get(label.number.lower())
    if twin is not None and position == _letter_position(twin, "en"):
        return twin
    return label.number


def has_suffix(label: Label) -> bool:
    """Whether a label is an inserted one ("2 bis", "2a")."""
    return _IS_INSERTED.search(label.number) is not None


def _letter_position(letter: str, language: str) -> int:
    char = letter[:1].lower()
    if "а" <= char <= "я":
        return CYRILLIC_LETTERS.find(char) + 1
    if language == "es" and char == "ñ":
        return 15
    return ord(char) - ord("a") + 1 if char else 0
