from __future__ import annotations

import pytest

from treatydiff.language.keys import comparison_key, comparison_words


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("international co-operation", "International Cooperation"),
        ("in accordance with article 5", "in accordance with article 17 bis"),
        ("articles 5 and 6 of this Convention", "article 7 of this Convention"),
        ("paragraph 1 (a) of this article", "paragraph 3 above"),
        ("Each [State] Party [shall]", "Each State Party shall"),
        ("its measure[s]", "its measures"),
        ("“property”, that is", "'property' that is"),
        ("the State’s law", "the State's law"),
        ("in accord- ance with the law", "in accordance with the law"),
        ("the Keeper- General", "the Keeper-General"),
    ],
)
def test_what_drafting_practice_varies_has_one_key(a: str, b: str) -> None:
    assert comparison_key(a, "en") == comparison_key(b, "en")


def test_alternatives_in_brackets_stay_two_words() -> None:
    assert comparison_key("[shall][should] adopt", "en") == "shall should adopt"


def test_a_word_points_at_its_letters_and_brackets() -> None:
    text = "State[s] under [article [17] bis] act"
    assert [(word.key, text[word.start : word.end]) for word in comparison_words(text, "en")] == [
        ("states", "State[s"), ("under", "under"), ("xref", "article [17] bis"), ("act", "act"),
    ]  # fmt: skip


def test_a_language_without_tables_is_tokenised_all_the_same() -> None:
    assert comparison_key("Artikel 5 gilt", "de") == "artikel 5 gilt"
