"""Shares counted on the fingers: none of these words is in the seven treaties, so each weighs 1.05."""

from __future__ import annotations

import dataclasses

import pytest

from tests.score.invented_drafts import make_alignment, make_draft
from treatydiff.language.keys import comparison_words
from treatydiff.language.runs.numbers import word_numbers
from treatydiff.model import ScoreSheet
from treatydiff.score.consonance import score_drafts
from treatydiff.score.explanation import explain_row
from treatydiff.score.grams import token_row
from treatydiff.score.reference import ReferenceTable
from treatydiff.score.weights import token_weights, weight_parts
from treatydiff.settings import Settings

ONE_WORD = 1.05
SETTINGS = Settings()
TWELVE = "pilots steer ferries around wrecks while keepers trim wicks before dusk arrives"


def compared(
    a: dict[str, list[str]],
    b: dict[str, list[str]],
    reference: ReferenceTable,
    *rows: tuple[list[str], list[str]],
    clauses: list[tuple[str, str]] | None = None,
) -> ScoreSheet:
    left, right = make_draft(a), make_draft(b)
    alignment = make_alignment(left, right, *rows, clauses=clauses or [])
    return score_drafts(left, right, alignment, reference, SETTINGS)


def words_found(sheet: ScoreSheet, clause: str = "art_1__para_1") -> int:
    """How many words of a clause of A are carried."""
    words = sheet.clauses_a[clause].carried / ONE_WORD
    assert words == pytest.approx(round(words))
    return round(words)


def weights(text: str, reference: ReferenceTable) -> list[float]:
    keys = [word.key for word in comparison_words(text, "en")]
    return [round(weight, 6) for weight in token_weights(token_row([word_numbers(keys)]), reference).tolist()]


# --- weights -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # ln(1 + 7) = 3 ln 2; a word of no treaty has rarity 1, of one 2/3, of three 1/3, of all seven 0
        ("lanterns", [1.05]),
        ("harbour", [0.716667]),
        ("protect", [0.383333]),
        ("of the harbour", [1.05, 0.05, 0.716667]),
        # "the" alone is a clause of four treaties: b = ln 5 / ln 8 = .774
        ("the", [0.011301]),
        # and so is "each party shall"
        ("each party shall", [0.011301] * 3),
        # the run of five is in three treaties: b = 2/3 for its words, and none for those beyond it
        ("each party shall protect the lanterns", [0.016667, 0.016667, 0.016667, 0.127778, 0.016667, 1.05]),
        ("lanterns each party shall protect the", [1.05, 0.016667, 0.016667, 0.016667, 0.127778, 0.016667]),
    ],
)  # fmt: skip
def test_weights_by_hand(text: str, expected: list[float], seven_treaties: ReferenceTable) -> None:
    assert weights(text, seven_treaties) == expected


def test_rarity_and_formula_are_told_apart(seven_treaties: ReferenceTable) -> None:
    keys = [word.key for word in comparison_words("each party shall protect the lanterns", "en")]
    rarity, formula = weight_parts(token_row([word_numbers(keys)]), seven_treaties)
    assert rarity.tolist() == pytest.approx([0, 0, 0, 1 / 3, 0, 1])
    assert formula.tolist() == pytest.approx([2 / 3] * 5 + [0])


# --- runs of three -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("pilots steer ferries", "pilots steer ferries", 3),
        ("pilots steer ferries", "old pilots steer ferries home", 3),
        ("pilots steer ferries home", "pilots steer ferries", 3),
        ("pilots steer ferries home", "pilots steer barges home", 0),  # two words in a row are no run
        ("pilots steer", "so pilots steer barges", 2),  # unless the clause has no third
        ("pilots", "so pilots steer barges", 1),
        ("pilots steer ferries", "pilots steer", 0),
        ("pilots steer ferries and keepers trim wicks", "pilots steer ferries or keepers trim wicks", 6),
        ("steer ferries steer ferries steer", "steer ferries steer", 5),  # a run counts wherever it stands
    ],
)
def test_words_in_shared_runs(before: str, after: str, found: int, seven_treaties: ReferenceTable) -> None:
    assert words_found(compared({"1": [before]}, {"1": [after]}, seven_treaties, (["1"], ["1"]))) == found


def test_no_run_goes_over_the_end_of_a_clause(seven_treaties: ReferenceTable) -> None:
    sheet = compared(
        {"1": ["pilots steer ferries"]}, {"1": ["pilots", "steer ferries"]}, seven_treaties, (["1"], ["1"])
    )
    assert words_found(sheet) == 0
    assert sheet.document.derived == 1.0  # B's short clauses are runs of their own


@pytest.mark.parametrize(
    ("shared", "verbatim"),
    [(5, 0), (6, 6), (7, 7), (12, 12)],
)
def test_verbatim_asks_for_six_words_in_a_row_anywhere(
    shared: int, verbatim: int, seven_treaties: ReferenceTable
) -> None:
    after = " ".join([*TWELVE.split()[:shared], "strangers", "sail", "home"])
    sheet = compared({"1": [TWELVE]}, {"1": ["bees"], "2": [after]}, seven_treaties, (["1"], ["1"]))
    assert (sheet.document.a.words, sheet.document.a.verbatim) == (12, verbatim)
    assert sheet.document.verbatim_carried == pytest.approx(verbatim / 12)
    assert words_found(sheet) == 0  # its partner has none of it


# --- partners ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("clauses", "found"),
    [
        pytest.param([], 0, id="its row's unit alone"),
        pytest.param([("art_1__para_1", "art_2__para_1")], 12, id="the clause it went to"),
        pytest.param([("art_1__para_2", "art_2__para_1")], 0, id="another clause went there"),
    ],
)
def test_a_clause_is_held_against_its_units_partner_and_against_where_it_went(
    clauses: list[tuple[str, str]], found: int, seven_treaties: ReferenceTable
) -> None:
    a = {"1": [TWELVE, "bees are welcome"], "2": ["cider presses stay sealed"]}
    b = {"1": ["bees are welcome"], "2": [TWELVE, "cider presses stay sealed"]}
    sheet = compared(a, b, seven_treaties, (["1"], ["1"]), (["2"], ["2"]), clauses=clauses)
    assert words_found(sheet) == found


def test_clauses_of_deleted_and_added_articles_meet_where_they_are_paired(
    seven_treaties: ReferenceTable,
) -> None:
    a = {"1": ["bees are welcome"], "2": [TWELVE]}
    b = {"1": ["bees are welcome"], "3": [TWELVE]}
    sheet = compared(a, b, seven_treaties, (["1"], ["1"]), clauses=[("art_2__para_1", "art_3__para_1")])
    assert words_found(sheet, "art_2__para_1") == 12
    assert sheet.document.derived == pytest.approx(1.0)


FORTY = [f"word{place}" for place in range(40)]
SEVEN_IN_A_ROW = {str(n): [" ".join([*FORTY[10 * n : 10 * n + 7], "and"])] for n in range(4)}
TWELVE_IN_PIECES = [" and ".join(" ".join(FORTY[place : place + 3]) for place in (0, 5, 11, 16))]


@pytest.mark.parametrize(
    ("articles", "found"),
    [
        # Seven words in a row are five runs, four pieces of three words are four: by runs they come last.
        pytest.param({**dict(list(SEVEN_IN_A_ROW.items())[:3]), "9": TWELVE_IN_PIECES}, 12, id="fourth"),
        pytest.param({**SEVEN_IN_A_ROW, "9": TWELVE_IN_PIECES}, 7, id="fifth, not looked at"),
        pytest.param({"9": ["nothing at all"]}, 0, id="none"),
    ],
)
def test_an_unpaired_article_is_held_against_the_best_of_four(
    articles: dict[str, list[str]], found: int, seven_treaties: ReferenceTable
) -> None:
    assert words_found(compared({"1": [" ".join(FORTY)]}, articles, seven_treaties)) == found


def test_of_two_articles_that_hold_as_much_the_first_counts(seven_treaties: ReferenceTable) -> None:
    a = {"1": ["pilots steer ferries", "keepers trim wicks"]}
    b = {"1": ["keepers trim wicks"], "2": ["pilots steer ferries"]}
    sheet = compared(a, b, seven_treaties)
    assert [words_found(sheet, f"art_1__para_{n}") for n in (1, 2)] == [0, 3]


# --- sums, counts and stretches --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shared", "quarter", "half", "three_quarters"),
    [(0, 0, 0, 0), (3, 1, 0, 0), (5, 1, 0, 0), (6, 1, 1, 0), (8, 1, 1, 0), (9, 1, 1, 1), (12, 1, 1, 1)],
)
def test_an_article_counts_where_its_share_is_reached(
    shared: int, quarter: int, half: int, three_quarters: int, seven_treaties: ReferenceTable
) -> None:
    after = " ".join([*TWELVE.split()[:shared], "strangers", "sail", "home"])
    sheet = compared({"1": [TWELVE]}, {"1": [after]}, seven_treaties, (["1"], ["1"]))
    counts = {
        count.at_least: (count.articles, count.same_force, count.of) for count in sheet.articles_carried
    }
    assert counts == {
        0.25: (quarter, quarter, 1), 0.5: (half, half, 1), 0.75: (three_quarters, three_quarters, 1),
    }  # fmt: skip
    assert sheet.articles_half_carried == half


def test_articles_without_words_are_not_counted(seven_treaties: ReferenceTable) -> None:
    sheet = compared({"1": [TWELVE], "2": ["—"]}, {"1": [TWELVE]}, seven_treaties, (["1"], ["1"]))
    assert [(count.articles, count.of) for count in sheet.articles_carried] == [(1, 1)] * 3
    # An article of the commonest words weighs next to nothing, and is one all the same.
    sheet = compared({"1": [TWELVE], "2": ["the"]}, {"1": [TWELVE]}, seven_treaties, (["1"], ["1"]))
    assert [(count.articles, count.of) for count in sheet.articles_carried] == [(1, 2)] * 3


def test_force_is_counted_nowhere_where_it_is_not_measured(seven_treaties: ReferenceTable) -> None:
    latin = dataclasses.replace(make_draft({"1": [TWELVE]}), language="la")
    alignment = make_alignment(latin, latin, (["1"], ["1"]))
    sheet = score_drafts(latin, latin, alignment, seven_treaties, SETTINGS)
    assert [(count.articles, count.same_force) for count in sheet.articles_carried] == [(1, None)] * 3
    (stretch,) = sheet.stretches_a["art_1__para_1"]
    assert (stretch.carried, stretch.same_force) == (True, None)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Keepers shall trim the wick. Ferries sail by day.", "Keepers may trim the wick. Ferries sail by night.",
         "Keepers shall | changed: trim the wick | same: Ferries sail by | day"),
        ("Ferries sail by day.", "Ferries sail by day.", "same: Ferries sail by day"),
        ("Ferries sail by day.", "Bees are welcome here.", "Ferries sail by day"),
    ],
)  # fmt: skip
def test_stretches_are_cut_where_carrying_or_force_changes(
    before: str, after: str, told: str, seven_treaties: ReferenceTable
) -> None:
    sheet = compared({"1": [before]}, {"1": [after]}, seven_treaties, (["1"], ["1"]))
    names = {None: "", True: "same: ", False: "changed: "}
    stretches = sheet.stretches_a["art_1__para_1"]
    assert " | ".join(names[each.same_force] + before[each.start : each.end] for each in stretches) == told
    assert [each.carried for each in stretches] == [each.same_force is not None for each in stretches]


def test_stretches_end_with_their_clause(seven_treaties: ReferenceTable) -> None:
    texts = ["pilots steer ferries", "keepers trim wicks"]
    sheet = compared({"1": texts}, {"1": texts}, seven_treaties, (["1"], ["1"]))
    found = [
        (id_, each.words, each.weight) for id_, stretches in sheet.stretches_a.items() for each in stretches
    ]
    assert found == [
        ("art_1__para_1", 3, pytest.approx(3 * ONE_WORD)), ("art_1__para_2", 3, pytest.approx(3 * ONE_WORD)),
    ]  # fmt: skip


def test_the_heaviest_words_come_first_and_equal_ones_as_they_stand(seven_treaties: ReferenceTable) -> None:
    a = make_draft({"1": ["bees"], "2": ["Protect the harbour: lanterns, wicks.", "the oil"]})
    b = make_draft({"1": ["bees"], "2": ["Lanterns, wicks and ropes protect the harbour."]})
    alignment = make_alignment(a, b, (["1"], ["1"]), (["2"], ["2"]))
    explained = explain_row(a, b, alignment, alignment.units[1], seven_treaties, SETTINGS)
    told = [
        (each.side, each.clause, " ".join(word.text + "*" * word.carried for word in each.words))
        for each in explained.clauses
    ]
    assert told == [
        ("a", "art_2__para_1", "lanterns wicks harbour* Protect* the*"),
        ("a", "art_2__para_2", "oil the"),
        ("b", "art_2__para_1", "Lanterns wicks and ropes harbour* protect* the*"),
    ]
