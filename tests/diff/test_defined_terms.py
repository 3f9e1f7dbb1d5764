from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of
from treatydiff.diff.definitions import defined_term, defined_terms, pattern_of_use


@pytest.mark.parametrize(
    ("language", "text", "term"),
    [
        ("en", "“Lamp” means a light;", "Lamp"),
        ("en", "The term “lamp” shall mean a light.", "lamp"),
        ("en", "— “ Lamp ” means a light;", "Lamp"),
        ("en", "“Lamp” or “light” means a flame.", "Lamp"),
        ("en", "“Lamp” is bright.", ""),
        ("en", "A “lamp” means a light.", ""),
        ("en", "Lamp means a light.", ""),
        ("fr", "« Lampe » s’entend d’une lumière.", "Lampe"),
        ("zh", "“灯具”是指灯。", "灯具"),
        ("de", "„Lampe“ bedeutet Licht.", ""),
    ],
)
def test_the_term_that_a_clause_begins_by_defining(language: str, text: str, term: str) -> None:
    assert defined_term(text, language).strip() == term


@pytest.mark.parametrize(
    ("language", "term", "text", "used"),
    [
        ("en", "lamp", "two lamps burn", True),
        ("en", "lamp", "the clamp holds", False),
        ("en", "lamp", "lampoons are banned", False),
        ("en", "wish", "their wishes", True),
        ("en", "ferry", "two ferries", True),
        ("en", "ferry", "two ferrys", False),
        ("en", "oil lamp", "the oil  lamps", True),
        ("fr", "bateau", "les bateaux", True),
        ("fr", "bateau", "la batellerie", False),
        ("es", "pozo", "los pozos", True),
        ("es", "pozo", "la pozanca", False),
        ("ru", "колодец", "трёх колодцев", True),
        ("ru", "лампа", "двух ламп", True),
        ("ru", "лампа", "новые лампочки", False),
        ("ru", "сад", "в саду", True),
        ("ru", "яд", "ядрами", False),
        ("ar", "مصباح", "والمصباح", True),
        ("ar", "المصباح", "مصباحان", True),
        ("zh", "灯", "灯塔", True),
        ("de", "lampe", "zwei lampen", True),
        ("de", "lampe", "lampenöle", False),
    ],
)
def test_what_is_a_use_of_a_term(language: str, term: str, text: str, used: bool) -> None:
    assert (pattern_of_use(term, language).search(text) is not None) is used


A = """Convention

Article 1

Terms

(a) “Lamp” means a light;

(b) “Oil of the sea” means whale oil.

Article 2

Lamps

1. Every lamp burns. A lamp that smokes is out.

2. Lamps are red.

3. The oil of the sea is kept.
"""


def test_which_terms_two_drafts_define_and_how_often_each_is_used() -> None:
    terms = defined_terms(
        draft_of(A), draft_of(A.replace("(b) “Oil of the sea” means whale oil.", "(b) “Sea” means water."))
    )
    assert (set(terms.only_a), set(terms.only_b)) == ({"oil of the sea"}, {"sea"})
    assert terms.uses == {"oil of the sea": 1, "lamp": 2, "sea": 1}
    assert terms.with_uses("Lamp") == "Lamp (used in 2 clauses)"
    assert terms.with_uses("Sea") == "Sea (used in 1 clause)"
    assert terms.with_uses("Well") == "Well (used in 0 clauses)"
    # words of three letters tell nothing by their capital; the parties of a treaty always do
    assert terms.words == {"lamp", "lamps", "party", "parties", "partie", "parte", "partes"}


@pytest.mark.parametrize(
    ("text", "added", "told"),
    [
        ("“Sea” means water.", True, [("added", "Sea (used in 1 clause)")]),
        ("“Sea” means water.", False, [("redefined", "Sea (used in 1 clause)")]),
        ("“Oil of the sea” means whale oil.", False, [("removed", "Oil of the sea (used in 1 clause)")]),
        ("“Lamp” means a flame.", True, [("redefined", "Lamp (used in 2 clauses)")]),
        ("Lamps burn.", True, []),
    ],
)
def test_what_a_whole_clause_that_came_or_went_says_of_its_term(
    text: str, added: bool, told: list[tuple[str, str]]
) -> None:
    terms = defined_terms(
        draft_of(A), draft_of(A.replace("(b) “Oil of the sea” means whale oil.", "(b) “Sea” means water."))
    )
    signals = terms.whole_clause(text, "en", added=added)
    assert [(each.direction, each.text) for each in signals] == told


@pytest.mark.parametrize(
    ("before", "after", "became"),
    [
        ("Lamps burn.", "“Sea” means water.", "added"),
        ("“Oil of the sea” means whale oil.", "Lamps burn.", "removed"),
        ("Lamps burn.", "“Lamp” means a flame.", ""),  # the other draft defines it too
        ("“Lamp” means a flame.", "Lamps burn.", ""),
        ("Lamps burn.", "Lamps glow.", ""),
        ("“Oil of the sea” means whale oil.", "“Sea” means water.", ""),  # one definition became another
        ("Lamps burn.", "“Well” means water.", ""),  # in neither list
        ("Lamps called “red” burn.", "“Sea” means water.", ""),
    ],
)
def test_what_a_clause_became_that_alone_defines_a_term(before: str, after: str, became: str) -> None:
    terms = defined_terms(
        draft_of(A), draft_of(A.replace("(b) “Oil of the sea” means whale oil.", "(b) “Sea” means water."))
    )
    assert terms.became(before, after, "en") == became
