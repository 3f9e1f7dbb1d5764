"""One form for the ways to write a number: "twenty thousand", "20,000" and "20 000"; "per cent" and "%"."""

from __future__ import annotations

from treatydiff.language.number_words import words_apart
from treatydiff.language.quantities import printed_marks
from treatydiff.language.quantity_numbers import read_numbers, whole_numbers
from treatydiff.language.tokenizer import words
from treatydiff.language.words.units import UNIT_WORDS
from treatydiff.patterns import pattern_of

_MARKS = pattern_of(r"[%％٪‰$€£¥]")
_ORDINAL = pattern_of(r"(?<!\d)(\d++)(?:st|nd|rd|th)")


def figures(text: str, language: str) -> tuple[str, ...]:
    """The words of a text with every number in figures, and the signs that stand for words.

    Args:
        text: some words of a clause.
        language: code of their language.
    """
    found = words(text)
    keys = [word.key for word in found]
    marks = printed_marks(text, found, words_apart(text, found))
    numbers = whole_numbers(
        sorted(read_numbers(keys, language, marks), key=lambda each: each.first), keys, marks
    )
    by_place = {number.first: number for number in numbers}
    table = UNIT_WORDS.get(language)
    said: list[str] = []
    at = 0
    while at < len(keys):
        number = by_place.get(at)
        percent = next(
            (each for each in (table.percent if table else ()) if tuple(keys[at : at + len(each)]) == each),
            (),
        )
        if language == "zh" and "".join(keys[at : at + 3]) == "百分之":
            percent = ("百", "分", "之")
        if percent:
            said.append("%")
        elif number is not None:
            said.append(number.amount)
        else:
            said.append(_ORDINAL.sub(r"\1", keys[at]))
        at = at + len(percent) if percent else number.last if number else at + 1
    signs = ["%" if each in "%％٪" else each for each in _MARKS.findall(text)]
    return (*sorted(each for each in (*said, *signs) if each == "%"), *(
        each for each in (*said, *signs) if each != "%"
    ))  # fmt: skip
