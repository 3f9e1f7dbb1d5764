from __future__ import annotations

import pytest

from treatydiff.diff.edit_classes import class_of_change
from treatydiff.language.words.spelling import plain_spelling


@pytest.mark.parametrize(
    ("deleted", "inserted", "expected"),
    [
        ("“", '"', "typographic"),
        (" ", "", "typographic"),
        ("2019–2020", "2019-2020", "typographic"),
        (";", ".", "editorial"),
        ("Party", "party", "editorial"),
        ("labour", "labor", "editorial"),
        ("sub-paragraph", "subparagraph", "typographic"),
        ("lighthouse", "light- house", "typographic"),
        ("Keeper-General", "Keeper- General", "typographic"),
        ("an", "a", "editorial"),
        ("twenty one", "twenty-one", "editorial"),
        ("two-thirds", "two thirds", "editorial"),
        ("twenty-one", "twenty", "substantive"),
        ("shall", "may", "substantive"),
        ("and", "or", "substantive"),
        ("Party", "Parties", "substantive"),
        ("1,500", "1,600", "substantive"),
        ("1 5", "15", "substantive"),
        ("$5", "£5", "substantive"),
        ("not", "", "substantive"),
        ("%", "", "substantive"),
    ],
)
def test_class_of_change(deleted: str, inserted: str, expected: str) -> None:
    assert class_of_change(deleted, inserted, "en") == expected


@pytest.mark.parametrize(
    ("language", "deleted", "inserted", "expected"),
    [
        ("fr", "à l'article 2, paragraphe 1,", "au paragraphe 1 de l'article 2", "editorial"),
        ("fr", "à l'article 2, paragraphe 1,", "au paragraphe 3 de l'article 2", "substantive"),
        ("fr", "à l'article 2", "du présent article 2", "substantive"),
        ("fr", "maître", "maitre", "editorial"),
        ("fr", "entraîner", "entrainer", "editorial"),
        ("fr", "île", "ile", "editorial"),
        ("fr", "coûts", "couts", "editorial"),
        ("fr", "brûler", "bruler", "editorial"),
        ("fr", "vingt et un", "vingt-et-un", "editorial"),
        ("fr", "sûr", "sur", "substantive"),
        ("fr", "dû", "du", "substantive"),
        ("fr", "jeûne", "jeune", "substantive"),
        ("fr", "à la", "au", "editorial"),
        ("fr", "à la", "du", "substantive"),
        ("es", "al artículo 2, párrafo 1,", "al párrafo 1 del artículo 2", "editorial"),
        ("es", "del", "de la", "editorial"),
        ("es", "del", "a la", "substantive"),
        ("ru", "с", "со", "editorial"),
        ("ru", "с", "в", "substantive"),
        ("en", "of", "to", "substantive"),
    ],
)
def test_what_only_agrees_with_the_next_noun_is_editorial(
    language: str, deleted: str, inserted: str, expected: str
) -> None:
    assert class_of_change(deleted, inserted, language) == expected


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organisation", "organization"), ("authorising", "authorizing"), ("analyse", "analyze"),
        ("labour", "labor"), ("neighbouring", "neighboring"), ("endeavours", "endeavors"),
        ("centre", "center"), ("metres", "meters"), ("defence", "defense"), ("offences", "offenses"),
        ("licence", "license"), ("programme", "program"), ("judgement", "judgment"),
        ("travelled", "traveled"), ("fulfil", "fulfill"), ("fulfilment", "fulfillment"),
        ("enrol", "enroll"), ("practise", "practice"), ("neighbourly", "neighborly"), ("behaviour", "behavior"), ("state's", "state's"),
    ],
)  # fmt: skip
def test_british_and_american_spellings_are_one(british: str, american: str) -> None:
    assert plain_spelling(british, "en") == plain_spelling(american, "en")


@pytest.mark.parametrize(
    ("one", "other"),
    [("four", "for"), ("our", "or"), ("hour", "hor"), ("practice", "practical"), ("tour", "tor"),
     ("premise", "premium"), ("fulfilled", "filled"), ("all", "al"), ("will", "wil")],
)  # fmt: skip
def test_words_with_different_meanings_stay_apart(one: str, other: str) -> None:
    assert plain_spelling(one, "en") != plain_spelling(other, "en")


def test_spelling_rules_are_of_one_language() -> None:
    assert plain_spelling("centre", "fr") == "centre"
