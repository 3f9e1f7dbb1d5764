"""The parts of the alignment across languages: lengths, learning, what stands out, what two clauses say."""

from __future__ import annotations

import numpy as np
import pytest

from treatydiff.align.across.forces import force_classes
from treatydiff.align.across.held import held
from treatydiff.align.across.learning import LONGEST, learn
from treatydiff.align.across.lengths import by_length
from treatydiff.align.across.lexicon import shipped_lexicon
from treatydiff.align.across.said import Said, Unmatched
from treatydiff.align.across.unit_pairs import _standing_out


@pytest.mark.parametrize(
    ("one", "other", "stretches"),
    [
        ([10, 10], [10, 10], [(0, 1, 0, 1), (1, 2, 1, 2)]),
        ([50], [25, 25], [(0, 1, 0, 2)]),
        ([25, 25], [50], [(0, 2, 0, 1)]),
        ([100, 5, 100], [100, 100], [(0, 1, 0, 1), (1, 3, 1, 2)]),
        ([100, 100], [100, 5, 100], [(0, 1, 0, 2), (1, 2, 2, 3)]),
        ([30, 31, 30, 31], [61, 61], [(0, 2, 0, 1), (2, 4, 1, 2)]),
        ([40, 40, 80], [78, 82], [(0, 2, 0, 1), (2, 3, 1, 2)]),
        ([20, 60, 20, 60], [59, 21, 61, 19], [(0, 2, 0, 2), (2, 4, 2, 4)]),
        ([], [3], []), ([3], [], []),
    ],
)  # fmt: skip
def test_sentences_go_together_by_their_lengths(
    one: list[int], other: list[int], stretches: list[tuple[int, int, int, int]]
) -> None:
    found = [(left.start, left.stop, right.start, right.stop) for left, right in by_length(one, other)]
    assert found == stretches


def test_weights_of_words_that_stand_together() -> None:
    clauses = [
        (["lampe", "huile"], ["lamp", "oil"]), (["lampe"], ["lamp"]),
        (["lampe", "huile", "mer"], ["lamp", "oil", "sea"]), (["mer"], ["sea"]),
    ]  # fmt: skip
    assert [(each.term, each.english, round(each.weight, 3)) for each in learn(clauses)] == [
        ("huile", "oil", 0.755), ("huile", "lamp", 0.183), ("lampe", "lamp", 0.863), ("lampe", "oil", 0.183),
        ("mer", "sea", 1.0),
    ]  # fmt: skip
    assert learn([([str(n) for n in range(LONGEST + 1)], ["lamp"])] * 2) == []
    assert learn([([str(n) for n in range(LONGEST)], ["lamp"])] * 2) != []


def test_a_score_stands_out_among_those_of_its_row_and_column() -> None:
    assert _standing_out(np.array([[0.9, 0.1], [0.1, 0.8]])) == pytest.approx(np.array([[6, -6], [-6, 6]]))
    assert _standing_out(np.array([[0.5]])) == pytest.approx(6)
    many = np.eye(50) * 0.9
    assert _standing_out(many)[0, 0] == pytest.approx(7.0)


DRAFTS = [
    # what drafts, which are no versions of one text, have otherwise
    ("The Board meets on 3 June.", "Le Conseil se réunit le 3 juillet.", [("figures", "June", "July")]),
    ("Article 12 applies.", "L’article 13 s’applique.", [("references", "article 12", "article 13")]),
    ("Article 4 applies.", "L’article 40 s’applique.", []),  # article 4 became article 40
    ("A Party shall keep it for 30 days.", "Une Partie la garde 60 jours.", [("figures", "30", "60")]),
    ("It burns for five years; the five-year term ends.", "Elle brûle cinq ans.", [("figures", "5", "")]),
    ("[A Party] keeps it.", "Une Partie la garde.", [("brackets", "1", "0")]),
    ("(A Party (old)) keeps it.", "[Une Partie] la garde.", [("brackets", "0", "1")]),
    ("A Party may keep it.", "Une Partie doit la garder.", [("force", "may", "doit")]),
    ("A Party shall keep it.", "Une Partie peut la garder.", [("force", "shall", "peut")]),
    ("A Party should keep it.", "Une Partie doit la garder.", [("force", "should", "doit")]),
    ("A Party shall keep it.", "Une Partie devrait la garder.", [("force", "shall", "devrait")]),
    ("A Party shall not sell it.", "Une Partie la vend.", [("force", "shall not", "")]),
    ("No Party shall sell it.", "Les Parties la vendent.", [("force", "No … shall", "")]),
    ("It is old. No Party may sell it.", "Elle est vieille. Les Parties la vendent.",
     [("force", "No … may", "")]),
    ("No Party shall sell it.", "Aucune Partie ne la vend.", []),
    ("No Party may sell it.", "Une Partie peut la vendre.", [("force", "No … may", "peut")]),
    ("Nothing shall be sold.", "Les Parties la vendent.", [("force", "Nothing … shall", "")]),
    ("Each Party shall sell it.", "Aucune Partie ne la vend.", [("force", "shall", "Aucune … ne")]),
    ("Where no Party shall sell it, the Board does.", "Le Conseil la vend.", []),  # no subject of the sentence
    ("No later than in June it shall be sold.", "Elle est vendue en juin.", []),
    ("No 7 shall be sold.", "La lampe 7 est vendue.", []),
    # a verb that prohibits
    ("It may be sold.", "Il est interdit de la vendre.", [("force", "may", "est interdit")]),
    ("It is strictly prohibited to sell it.", "Une Partie peut la vendre.",
     [("force", "is strictly prohibited", "peut")]),
    ("It is forbidden to sell it.", "Sa vente est interdite.", []),
    ("It shall not be sold.", "Sa vente est interdite.", []),
    ("Only Parties sell it.", "Il est interdit aux autres de la vendre.", []),
    ("A Party may keep it.", "Une Partie a le droit de la garder.", []),
    ("A Party shall keep it.", "Une Partie la garde.", []),
]  # fmt: skip


@pytest.mark.parametrize(("english", "french", "told"), DRAFTS)
def test_what_two_drafts_have_otherwise(english: str, french: str, told: list[tuple[str, str, str]]) -> None:
    one, other = Said(english, "en", None), Said(french, "fr", shipped_lexicon("fr"))
    found = held(one, other, {("article", "4"): ("article", "40")})
    assert [(each.kind, each.one, each.other) for each in found] == told


@pytest.mark.parametrize(
    ("text", "language", "classes"),
    [
        ("No Party may sell it.", "en", {}),
        ("No Party may sell it; it may keep it.", "en", {"permitted": 1}),
        ("It shall burn. No Party may sell it.", "en", {"binding": 1}),
        ("A Party may sell no oil.", "en", {"permitted": 1}),
        ("No 7 shall be sold.", "en", {"binding": 1}),
        ("Ninguna Parte podrá venderla.", "es", {}),
        ("Ninguna Parte la venderá. Podrá guardarla.", "es", {"permitted": 1}),
        ("Nul ne vend l’huile qui doit brûler.", "fr", {}), ("Nul ne la vend. Elle doit brûler.", "fr", {"binding": 1}),
        ("A Party shall not sell it and should keep it, as each may.", "en",
         {"prohibited": 1, "recommended": 1, "permitted": 1}),
    ],
)  # fmt: skip
def test_words_of_force_by_what_they_do(text: str, language: str, classes: dict[str, int]) -> None:
    found = force_classes(Said(text, language, None))
    assert {class_: len(those) for class_, those in found.items()} == classes


def test_the_class_of_a_word_of_force_is_on_the_side_that_has_it() -> None:
    sides = Said("A Party may keep it.", "en", None), Said("Une Partie doit la garder.", "fr", None)
    for versions in (True, False):
        assert held(*sides, versions=versions) == (Unmatched("force", "may", "doit", "permitted", ""),)
        assert held(*reversed(sides), versions=versions) == (
            Unmatched("force", "doit", "may", "", "permitted"),
        )
