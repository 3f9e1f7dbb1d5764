"""What a number measures, as reports say it."""

from __future__ import annotations

import pytest

from treatydiff.diff.edits import diff_texts
from treatydiff.language.quantities import quantities_in
from treatydiff.language.quantity_sorts import quantity_sort
from treatydiff.language.tokenizer import words


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "within ninety days", "duration"),
        ("en", "a fine of 300 euros", "money"),
        ("en", "on 3 May", "date"),
        ("en", "12 per cent of the catch", "percentage"),
        ("en", "one third of the catch", "percentage"),
        ("en", "a two-thirds majority", "threshold"),
        ("en", "at least 40 States", "threshold"),
        ("en", "shall not exceed 85 decibels", "threshold"),
        ("en", "ships of 500 tonnes or more", "threshold"),
        ("en", "the sixtieth instrument of accession", "threshold"),
        ("en", "the Board has 12 members", "count"),
        ("en", "over the years the 12 members", "count"),
        ("fr", "au moins 40 États", "threshold"),
        ("fr", "la Commission compte 12 membres", "count"),
        ("es", "no menos de 40 Estados", "threshold"),
        ("es", "la Comisión tiene 12 miembros", "count"),
        ("ru", "не менее 40 государств", "threshold"),
        ("ru", "Комиссия состоит из 12 членов", "count"),
        ("zh", "至少四十个国家", "threshold"),
        ("zh", "委员会有十二名委员", "count"),
        ("ar", "ما لا يقل عن 40 دولة", "threshold"),
        ("ar", "تتألف اللجنة من 12 عضوا", "count"),
        ("xx", "at least 40 States", "count"),
    ],
)
def test_a_quantity_is_of_a_sort(language: str, text: str, expected: str) -> None:
    keys = [word.key for word in words(text)]
    found = [each for each in quantities_in(keys, language) if not each.weak]
    assert {quantity_sort(each, keys, language) for each in found} == {expected}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The Board shall reply within 90 days.", "The Board shall reply within 30 days.", ["duration"]),
        ("The fee is 90 euros.", "The fee is 30 euros.", ["money"]),
        ("At least 40 States form a quorum.", "At least 50 States form a quorum.", ["threshold"]),
        ("The fee is [90][80] euros.", "The fee is 90 euros.", ["money"]),
        ("The Board has members.", "The Board has twelve members.", ["count"]),
        ("A levy of 5 per cent is due.", "A levy of 7 per cent is due.", ["percentage"]),
        ("The Board is heard.", "The Board is not heard.", [""]),
    ],
)
def test_a_signal_says_what_its_number_measures(a: str, b: str, expected: list[str]) -> None:
    signals = [signal for edit in diff_texts(a, b, "en") for signal in edit.signals]
    assert [signal.quantity for signal in signals] == expected
