from __future__ import annotations

import pytest

from treatydiff.language.numbers import canonical_number
from treatydiff.structure.labels import label_values, read_label


@pytest.mark.parametrize(
    ("text", "family", "number"),
    [
        ("1. Each State Party shall", "digit", "1"),
        ("1.   Each State Party shall", "digit", "1"),
        ("2 bis. The secretariat", "digit", "2 bis"),
        ("3bis. The secretariat", "digit", "3bis"),
        ("[13. “System” means", "digit", "13"),
        ("12) The depositary", "digit", "12"),
        ("5a.", "digit", "5a"),
        ("1.1 General", "decimal", "1.1"),
        ("(2) the period", "paren_digit", "2"),
        ("(a) data", "letter", "a"),
        ("a) data", "letter", "a"),
        ("[(b) May", "letter", "b"),
        ("(a bis) data", "letter", "a bis"),
        ("c) bis data", "letter", "c bis"),
        ("1-бис. Секретариат", "digit", "1-бис"),
        ("a-бис) данные", "letter", "a-бис"),
        ("29 quat. Inspections", "digit", "29 quat"),
        ("(a) sex, age and health", "letter", "a"),
        ("2. sept membres", "digit", "2"),
        ("(i) Views", "letter", "i"),
        ("(ii) Views", "roman", "ii"),
        ("iv) Views", "roman", "iv"),
        ("(aa) Views", "double", "aa"),
        ("Pp12", "margin", "Pp12"),
        ("A. Process", "upper_dot", "A"),
        ("III. Scope", "upper_roman", "III"),
        ("• a list item", "bullet", "•"),
    ],
)
def test_a_label_is_read_from_the_start_of_a_text(text: str, family: str, number: str) -> None:
    label = read_label(text, "en")
    assert label is not None
    assert (label.family, label.number) == (family, number)


@pytest.mark.parametrize(
    "text",
    [
        "1.5 °C above",
        "200 nautical miles",
        "2015. In that year",
        "e.g. a system",
        "State Parties",
        "(see article 4)",
        "",
    ],
)
def test_what_only_looks_like_a_label_is_text(text: str) -> None:
    assert read_label(text, "en") is None


def test_i_may_be_a_letter_or_a_numeral() -> None:
    label = read_label("(i) Views", "en")
    assert label is not None
    assert label_values(label, "en") == (("letter", 9), ("roman", 1))


@pytest.mark.parametrize(
    ("printed", "kind", "canonical"),
    [
        ("5", "article", "5"),
        ("5 bis", "article", "5bis"),
        ("ante 58", "article", "58ante"),
        ("54 ter ante", "article", "54terante"),
        ("3l", "article", "31"),
        ("IV", "part", "IV"),
        ("4", "part", "IV"),
        ("FOUR", "chapter", "IV"),
        ("2", "section", "2"),
        ("C", "section", "C"),
        ("D", "section", "D"),
        ("IV", "section", "4"),
        ("XII", "article", "12"),
        ("c", "subparagraph", "c"),
        ("ii", "point", "ii"),
        ("i", "point", "i"),
        ("14-3", "article", "14-3"),
        ("10.19", "article", "10.19"),
        ("A", "annex", "A"),
    ],
)
def test_numbers_are_canonical(printed: str, kind: str, canonical: str) -> None:
    assert canonical_number(printed, kind, "en") == canonical
