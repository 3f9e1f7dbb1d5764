from __future__ import annotations

import pytest

from treatydiff.language.number_words import words_apart
from treatydiff.language.quantities import Quantity, compared, printed_marks, quantities_in
from treatydiff.language.tokenizer import words


def quantities(text: str, language: str) -> list[Quantity]:
    found = words(text)
    marks = printed_marks(text, found, words_apart(text, found))
    return quantities_in([word.key for word in found], language, marks)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "within ninety (90) days", [("duration", "90 days")]),
        ("en", "for 24 months", [("duration", "24 months")]),
        ("en", "for two years", [("duration", "24 months")]),
        ("en", "ten working days", [("duration", "10 working days")]),
        ("zh", "十个工作日内", [("duration", "10 working days")]),
        ("zh", "十日内工作", [("duration", "10 days")]),
        ("ar", "خلال عشرة أيام عمل", [("duration", "10 working days")]),
        ("ru", "в течение полутора лет", [("duration", "18 months")]),
        (
            "en",
            "from 12 to 15 December 2000",
            [("date", "date 12"), ("date", "date 15 december"), ("date", "date 2000")],
        ),
        ("es", "del 12 al 15 de diciembre", [("date", "date 12"), ("date", "date 15 diciembre")]),
        ("en", "from 12 to 15 members", [("count", "12"), ("count", "15")]),
        ("en", "USD 5 million", [("money", "5000000 dollar")]),
        ("en", "5,000,000 United States dollars", [("money", "5000000 dollar")]),
        ("en", "EUR 300", [("money", "300 euro")]),
        ("en", "the 5 United States members", [("count", "5")]),
        ("en", "between 10 and 20 days", [("duration", "10 days"), ("duration", "20 days")]),
        ("en", "the sixtieth instrument", [("count", "60")]),
        ("en", "55 per cent of the lamps", [("share", "55 %")]),
        ("en", "55% of the lamps", [("share", "55 %")]),
        ("en", "a two-thirds majority", [("share", "2/3")]),
        ("en", "a fine of $1,500", [("money", "1500 dollar")]),
        ("en", "a fine of 2 million euros", [("money", "2000000 euro")]),
        ("en", "until 12 December 2002", [("date", "date 12 december"), ("date", "date 2002")]),
        ("en", "by December 12", [("date", "date 12 december")]),
        ("en", "half a year", [("duration", "6 months")]),
        ("en", "a dozen lamps", [("count", "12")]),
        ("es", "20.000 lámparas", [("count", "20000")]),
        ("zh", "半年内", [("duration", "6 months")]),
        ("ar", "خلال أسبوعين", [("duration", "14 days")]),
        ("en", "on 01.07.2024", [("date", "date 1"), ("date", "date 2024")]),
        ("en", "a third State or a third person", []),
        ("en", "at its third session", []),
        ("en", "decision 5 of the Board", []),
        ("en", "Lamp 16 shall burn", []),
        ("fr", "dans les dix-sept jours", [("duration", "17 days")]),
        ("fr", "cinquante-cinq pour cent", [("share", "55 %")]),
        ("es", "treinta días hábiles", [("duration", "30 working days")]),
        ("ru", "в течение шестидесяти дней", [("duration", "60 days")]),
        ("zh", "在十五日内", [("duration", "15 days")]),
        ("zh", "三个月内", [("duration", "3 months")]),
        ("zh", "二〇一五年三月五日", [("date", "date 2015"), ("date", "date 3"), ("date", "date 5")]),
        ("ar", "خمسة وعشرين يوما", [("duration", "25 days")]),
    ],
)
def test_what_a_number_measures(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.kind, each.value) for each in quantities(text, language) if not each.weak] == expected


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ("12 months", "one year", ""),
        ("12 months", "30 days", "lowered"),
        ("three months", "ninety days", "changed"),
        ("two weeks", "14 days", ""),
        ("30 days", "60 days", "raised"),
        ("two thirds", "three fourths", "raised"),
        ("50 per cent", "60 per cent", "raised"),
        ("100 dollars", "90 euros", "changed"),
        ("1 May 2003", "9 May 2003", "changed"),
        ("20,000 lamps", "20 000 lamps", ""),
        ("0.50 lamps", "0.5 lamps", ""),
    ],
)
def test_how_quantities_compare(old: str, new: str, direction: str) -> None:
    assert compared(quantities(old, "en")[0], quantities(new, "en")[0]) == direction
