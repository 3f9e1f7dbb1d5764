"""What a clause says in every language alike: its numbers and its cross-references."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from treatydiff.language.across.dates import dated_months
from treatydiff.language.across.label_positions import label_positions
from treatydiff.language.across.labels import across_languages, parted
from treatydiff.language.number_words import numbers_in, words_apart
from treatydiff.language.numerals import ascii_digits, cjk_value, roman_value
from treatydiff.language.references import Step, find_references
from treatydiff.language.tokenizer import words
from treatydiff.model import CONTAINER_KINDS
from treatydiff.patterns import pattern_of

SMALLEST = 4
"""Smaller numbers are articles, pronouns and turns of phrase in some languages ("un", "三份")."""

_DIGITS = pattern_of(r"\d+(?:[\s\u00a0\u202f.,]\d{3}(?!\d))*(?:[.,]\d+)?")
_SEPARATOR = pattern_of(r"[\s\u00a0\u202f.,](?=\d{3}(?!\d))")
_ZH_FRACTION = pattern_of(r"(?<![一二三四五六七八九十])[一二三四五六七八九十]+分之[一二三四五六七八九十]+")
_PER_CENT = pattern_of(
    r"\bpour\s+cent\b|\bper\s+cent\b|\bpor\s+ciento\b|\bpor\s+cien\b|(?:في|ب)\s?(?:ال)?(?:مائة|مئة)"
    "|百分之",
    re.IGNORECASE,
)
_NAMES = pattern_of(r"\b[A-Z]+/[\w/.()-]{0,60}?\d[\w/.()-]*|\b[A-Za-z]+[-–]?\d+\b")
_ACT = pattern_of(r"(?<![\d/.,])(\d{1,4})/(\d{2,4})(?:/[A-ZА-Я]{2,4})?(?![\d/])")
"""The number of an act, "2015/77" or "95/46/EC": a language may repeat it where another says "the said"."""
_PERIODS = {
    "quadrienn": 4, "quinquenn": 5, "quinquen": 5, "septenn": 7, "décenna": 10, "décennau": 10, "decenal": 10,
}  # fmt: skip
"""Beginnings of adjectives that say so many years ("décennal"), in French and Spanish."""
_DOTTED_LABEL = pattern_of(r"(?<![\d.,])\d{1,3}\.\d{1,2}(?=\))")
"""Paragraph 2 of article 5 as some languages print it: "5.2)"."""
_NEW = pattern_of(
    r"\bneuf\b(?!\s+(?:de\s+(?:ses|ces|leurs)|des)\s|\s+(?!(?:dans|sans|sous|plus|mais|pas|puis|dès|après)\b)\w{2,30}[sx]\b|\s+(?:mille|cent)\b)",
    re.IGNORECASE,
)
"""The French word for nine where it says "new": no noun in the plural follows it, nor "de ses membres"."""
_BROKEN = pattern_of(r"(?<=[^\W\d_])-\s(?!(?:и|или|et|ou|and|or|y|o|und)\s)(?=[^\W\d_])")
"""A word that a line end has parted: "ста- тьёй 14" names an article and no hundred."""
_RU_HYPHENED = pattern_of(r"(?<![^\W_])([а-яё]{2,20})-([а-яё]{2,20})(?![^\W_])", re.IGNORECASE)
"""A word that a line end has parted, its hyphen left in: "Сто-рон" is no hundred, "пять-шесть" is two."""
_ZH_CIRCLE = pattern_of(r"(?<=[一二三四五六七八九十〇○])○")
"""The circle that some texts print for the sign of nought: 二〇三○."""
_HYPHEN = pattern_of(r"(?<=[a-z])-(?=[a-z])", re.IGNORECASE)
_PERIOD = pattern_of(r"\b(" + "|".join(_PERIODS) + r")\w{1,8}", re.IGNORECASE)
_POINT = frozenset({"en", "zh", "ar"})
"""Languages that print a point before decimals; the others print a comma."""
_ZH_DECIMAL = pattern_of(r"([零〇一二三四五六七八九十]{1,4})点([零〇一二三四五六七八九]{1,4})")
_RU_LASTING = pattern_of(r"\b([а-яё]{3,16})(?:летн|дневн|месячн|недельн|часов)[а-яё]{2,3}\b", re.IGNORECASE)
"""A number as the beginning of an adjective: "четырёхлетний", "тридцатидневный"."""
_GREAT: dict[str, tuple[tuple[str, int], ...]] = {
    "en": (("million", 6), ("billion", 9)),
    "fr": (("millions?", 6), ("milliards?", 9)),
    "es": (("mil millones", 9), ("millón|millones", 6)),
    "ru": (("миллион(?:а|ов)?|млн\\.?", 6), ("миллиард(?:а|ов)?|млрд\\.?", 9)),
    "zh": (("万", 4), ("亿", 8)),
    "ar": (("مليون(?:ا|ين)?|ملايين", 6), ("مليار(?:ا|ين)?|مليارات", 9)),
}  # fmt: skip
"""Words that go on with a number in digits ("5 million"), and the zeros that they stand for."""


def figures(text: str, language: str) -> Counter[str]:
    """The numbers of a text with their counts, those of cross-references left out.

    Digits of any script and number words; symbols of documents ("A/RES/72/249") are no numbers.

    Args:
        text: canonical text of a clause.
        language: code of its language.
    """
    plain = ascii_digits(_without_references(_mended(text, language), language))
    if language in ("fr", "es"):
        plain = _PERIOD.sub(lambda found: f" {_PERIODS[found[1].lower()]} ", plain)
    if language == "fr":
        plain = _NEW.sub(" ", plain)
    elif language == "en":  # "one-tenth", "five-to-ten"
        plain = _HYPHEN.sub(" ", plain)
    elif language == "ru":
        plain = _RU_LASTING.sub(r" \1 ", plain)
    elif language == "zh":
        plain = _ZH_DECIMAL.sub(_zh_decimal, plain)
    plain, _ = dated_months(_DOTTED_LABEL.sub(" ", plain), language)
    acts = {f"{first}/{second}" for first, second in _ACT.findall(plain)}
    plain = _in_full(_PER_CENT.sub(" ", _NAMES.sub(" ", _ACT.sub(" ", plain))), language)
    if language == "zh":
        plain = _ZH_FRACTION.sub(" ", plain)
    found = Counter(_SEPARATOR.sub("", digits).replace(",", ".") for digits in _DIGITS.findall(plain))
    said = list(_said_in(_DIGITS.sub(" | ", plain), language))
    found.update(str(value) for value, ordinal in said if value >= SMALLEST and not ordinal)
    # "The tenth session ... that session" is "the tenth session" twice in another language.
    found.update({str(value) for value, ordinal in said if value >= SMALLEST and ordinal} - set(found))
    found.update(acts)
    return found


def _mended(text: str, language: str) -> str:
    """A text whose words are whole and whose noughts are signs of numbers."""
    whole = _BROKEN.sub("", text)
    if language == "ru":
        return _RU_HYPHENED.sub(_joined, whole)
    return _ZH_CIRCLE.sub("〇", whole) if language == "zh" else whole


def _joined(parts: re.Match[str]) -> str:
    both = all(any(_said_in(part, "ru")) for part in (parts[1], parts[2]))
    return f"{parts[1]}, {parts[2]}" if both else parts[1] + parts[2]


def _zh_decimal(found: re.Match[str]) -> str:
    behind = "".join(str(cjk_value(digit) or 0) for digit in found[2])
    return f"{cjk_value(found[1]) or 0}.{behind}"


def _in_full(text: str, language: str) -> str:
    """The text with "2.5 million" as 2500000."""
    for word, zeros in _GREAT.get(language, ()):
        behind = "" if language == "zh" else r"(?!\w)"
        text = re.sub(
            rf"(?<![\d.,])((?<!\d[\s\u00a0\u202f])\d{{1,3}}(?:[\s\u00a0\u202f]\d{{3}})++|\d{{1,9}})(?:([.,])(\d{{1,3}}))?[\s\u00a0\u202f]?(?:{word}){behind}",
            partial(_written_out, zeros, "." if language in _POINT else ","),
            text,
            flags=re.IGNORECASE,
        )
    return text


def _written_out(zeros: int, decimal: str, found: re.Match[str]) -> str:
    behind = found[3] or ""
    thousands = len(behind) == len("000") and found[2] != decimal  # "3.000 millones"
    return _SEPARATOR.sub("", found[1]) + (behind + "0" * zeros if thousands else behind.ljust(zeros, "0"))


def _said_in(text: str, language: str) -> Iterator[tuple[int, bool]]:
    """The values of the numbers in words, each with whether it is an ordinal."""
    spoken = words(text)
    for number in numbers_in([word.key for word in spoken], language, words_apart(text, spoken)):
        yield number.value, number.ordinal


def _without_references(text: str, language: str) -> str:
    kept: list[str] = []
    at = 0
    for reference in find_references(text, language):
        kept.append(text[at : reference.start])
        at = max(at, reference.end)
    return " ".join([*kept, text[at:]])


def reference_steps(text: str, language: str) -> tuple[Step, ...]:
    """The steps of a text's cross-references, each provision named counted once, in order of print.

    Args:
        text: canonical text of a clause.
        language: code of its language.

    Returns:
        Kind and number of each step, as the language calls it; "this article" is no step.
    """
    chains: dict[tuple[Step, ...], None] = {}
    for reference in find_references(_mended(text, language), language):
        for target in reference.targets:
            steps = tuple(step for step in target if step[1] != "this")
            chains.update((steps[: depth + 1], None) for depth in range(len(steps)))
    return tuple(chain[-1] for chain in chains)


def numbers_and_references(text: str, language: str) -> Counter[str]:
    """The numbers of a text and the provisions that it names, by what languages have in common.

    Args:
        text: canonical text of a clause.
        language: code of its language.
    """
    named = Counter(f"{_sort(kind)} {number}" for kind, number in reference_steps(text, language))
    return figures(text, language) + named


def _sort(kind: str) -> str:
    """What a kind counts as between languages, which call paragraphs, points and parts differently."""
    if kind in CONTAINER_KINDS:
        return "container"
    if kind in ("article", "rule"):
        return "article"
    return kind if kind == "annex" else "paragraph"


def unlike_steps(one: Sequence[Step], two: Sequence[Step]) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """The steps of each that the other has none for: (b), b), б) and （二） are alike, being second.

    Args:
        one, two: steps of two versions of a clause.
    """
    left, right = _apart(one, two), _apart(two, one)
    for alike in (_equal, _alike):
        for step in list(left):
            partner = next((each for each in right if alike(each, step)), None)
            if partner is not None:
                left.remove(step)
                right.remove(partner)
    return tuple(left), tuple(right)


def _apart(steps: Sequence[Step], others: Sequence[Step]) -> list[Step]:
    """The steps, with "paragraph 1b" as paragraph 1 and (b) where the others name no such number.

    An article "13b" is article 13, point (b), only where the others name article 13.
    """
    named = {across_languages(number) for _, number in others}
    told: list[Step] = []
    for kind, number in steps:
        two = parted(number) if across_languages(number) not in named else None
        if two is not None and (_sort(kind) == "paragraph" or across_languages(two[0]) in named):
            inner = kind if _sort(kind) == "paragraph" else "paragraph"
            told += [
                each for each in ((kind, two[0]), (inner, two[1])) if each[1] != two[0] or each not in told
            ]
        else:
            told.append((kind, number))
    return told


def _equal(one: Step, two: Step) -> bool:
    return _sort(one[0]) == _sort(two[0]) and across_languages(one[1]) == across_languages(two[1])


def _alike(one: Step, two: Step) -> bool:
    if _sort(one[0]) != "paragraph" and one[1].isupper() and two[1].isupper():
        romans = roman_value(one[1]), roman_value(two[1])
        if None not in romans:  # chapters II and I are no letters of a list
            return _sort(one[0]) == _sort(two[0]) and romans[0] == romans[1]
    return _sort(one[0]) == _sort(two[0]) and bool(label_positions(one[1]) & label_positions(two[1]))


def counter_words(found: Counter[str]) -> str:
    """Numbers as a message lists them: "10, 60 (twice)"."""
    ordered = sorted(
        found, key=lambda value: (float(value) if value.replace(".", "", 1).isdigit() else 0.0, value)
    )
    return ", ".join(f"{value} ({found[value]} times)" if found[value] > 1 else value for value in ordered)


def step_list(steps: Sequence[Step]) -> str:
    """Steps of references as a message lists them: "article 12, paragraph 3"."""
    return ", ".join(f"{kind} {number}" for kind, number in steps)
