"""How the number of a list item is written: the number formats of Word, as tables."""

from __future__ import annotations

from collections.abc import Callable

from treatydiff.language.words.numbers import number_forms

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ARABIC_ALPHABET = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ARABIC_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_GREEK_LIKE_FOOTNOTES = "*†‡§"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_GANADA = "가나다라마바사아자차카타파하"
_CHOSUNG = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_CHINESE_DIGITS = "〇一二三四五六七八九"
_FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_ROMAN: tuple[tuple[int, str], ...] = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_WORDS: dict[int, tuple[str, str]] = {
    value: (words[0], words[-1])
    for value in (*range(1, 20), *range(20, 100, 10), 100)
    if (words := [form.word for form in number_forms("en") if form.value == value])
}
"""English number words and their ordinals, as Word writes them."""


def format_number(value: int, number_format: str) -> str | None:
    """A number as Word writes it in one of its number formats (ECMA-376 part 1, 17.18.59).

    Args:
        value: the count of the level.
        number_format: value of w:numFmt, such as "lowerRoman".

    Returns:
        The number, or None for a format that is not known here.
    """
    writer = _WRITERS.get(number_format)
    return None if writer is None else writer(value)


def roman(value: int) -> str:
    """A number in small Roman numerals.

    Args:
        value: 1 or more; others come back in Arabic digits.
    """
    if not 0 < value < 32768:
        return str(value)
    text = ""
    for size, letters in _ROMAN:
        count, value = divmod(value, size)
        text += letters * count
    return text


def _repeated(letters: str) -> Callable[[int], str]:
    """Letters that start again doubled: ..., z, aa, bb."""

    def write(value: int) -> str:
        if value < 1:
            return str(value)
        times, place = divmod(value - 1, len(letters))
        return letters[place] * min(times + 1, 40)

    return write


def _cycled(letters: str) -> Callable[[int], str]:
    return lambda value: letters[(value - 1) % len(letters)] if value > 0 else str(value)


def _from(first: str, last_value: int) -> Callable[[int], str]:
    """Signs that stand in a row in Unicode, such as the circled digits; beyond them plain digits."""
    return lambda value: chr(ord(first) + value - 1) if 1 <= value <= last_value else str(value)


def _digits(signs: str) -> Callable[[int], str]:
    return lambda value: "".join(signs[int(digit)] if digit.isdigit() else digit for digit in str(value))


def _counted(signs: str, tens: str, hundreds: str, thousands: str) -> Callable[[int], str]:
    """East Asian counting: 三百二十一, with a bare ten for 10 to 19."""

    def write(value: int) -> str:
        if not 0 < value < 10_000:
            return _digits(signs)(value)
        text, gap = "", False
        for size, sign in ((1000, thousands), (100, hundreds), (10, tens), (1, "")):
            count, value = divmod(value, size)
            if count == 0:
                gap = bool(text)
                continue
            text += (signs[0] if gap else "") + signs[count] + sign
            gap = False
        one_ten = signs[1] + tens
        return text[1:] if text.startswith(one_ten) else text

    return write


def _ordinal(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return f"{value}th"
    return f"{value}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th') }"


def _words(value: int, place: int) -> str:
    """An English number in words: the cardinal (place 0) or the ordinal (place 1)."""
    if value in _WORDS and value < 100:
        return _WORDS[value][place]
    if value < 100:
        return f"{_WORDS[value - value % 10][0]}-{_WORDS[value % 10][place]}"
    hundreds, rest = divmod(value, 100)
    head = f"{_WORDS[hundreds][0]} "
    return f"{head}{_WORDS[100][0]} {_words(rest, place)}" if rest else head + _WORDS[100][place]


def _cardinal_words(value: int) -> str:
    return _words(value, 0) if 0 < value < 1000 else "zero" if value == 0 else str(value)


def _ordinal_words(value: int) -> str:
    return _words(value, 1) if 0 < value < 1000 else _ordinal(value)


_CHINESE = _counted(_CHINESE_DIGITS, "十", "百", "千")
_FORMAL = _counted(_FORMAL_DIGITS, "拾", "佰", "仟")

_WRITERS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02d}",
    "decimalHalfWidth": str,
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
    "none": lambda _: "",
    "bullet": lambda _: "•",
    "upperRoman": lambda value: roman(value).upper(),
    "lowerRoman": roman,
    "upperLetter": _repeated(_LATIN.upper()),
    "lowerLetter": _repeated(_LATIN),
    "russianUpper": _repeated(_RUSSIAN.upper()),
    "russianLower": _repeated(_RUSSIAN),
    "arabicAlpha": _repeated(_ARABIC_ALPHABET),
    "arabicAbjad": _repeated(_ARABIC_ABJAD),
    "hebrew2": _repeated(_HEBREW),
    "chicago": _repeated(_GREEK_LIKE_FOOTNOTES),
    "ordinal": _ordinal,
    "cardinalText": lambda value: _cardinal_words(value).capitalize(),
    "ordinalText": lambda value: _ordinal_words(value).capitalize(),
    "chineseCounting": _CHINESE,
    "chineseCountingThousand": _CHINESE,
    "taiwaneseCounting": _CHINESE,
    "taiwaneseCountingThousand": _CHINESE,
    "japaneseCounting": _CHINESE,
    "koreanCounting": _CHINESE,
    "chineseLegalSimplified": _FORMAL,
    "ideographLegalTraditional": _counted("零壹貳參肆伍陸柒捌玖", "拾", "佰", "仟"),
    "japaneseLegal": _counted("零壱弐参四伍六七八九", "拾", "百", "千"),
    "ideographDigital": _digits(_CHINESE_DIGITS),
    "japaneseDigitalTenThousand": _digits(_CHINESE_DIGITS),
    "taiwaneseDigital": _digits("○一二三四五六七八九"),
    "koreanDigital": _digits("영일이삼사오육칠팔구"),
    "ideographEnclosedCircle": _from("㊀", 10),
    "ideographTraditional": _cycled(_STEMS),
    "ideographZodiac": _cycled(_BRANCHES),
    "ganada": _repeated(_GANADA),
    "chosung": _repeated(_CHOSUNG),
    "hindiNumbers": _digits("०१२३४५६७८९"),
    "thaiNumbers": _digits("๐๑๒๓๔๕๖๗๘๙"),
}
