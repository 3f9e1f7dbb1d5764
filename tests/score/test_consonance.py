from __future__ import annotations

import dataclasses
import random
from dataclasses import asdict, fields
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from tests.score.invented_drafts import LANTERNS, ORCHARDS, make_alignment, make_draft, same_rows
from treatydiff.model import Draft, ScoreSheet, Tally
from treatydiff.score.consonance import score_drafts
from treatydiff.score.reference import ReferenceTable, pair_reference
from treatydiff.settings import Settings

SETTINGS = Settings()
ZERO = Tally(carried_same_force=0.0, carried_in_brackets=0.0)
FAST = examples(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WORDS = ("lantern", "keeper", "oil", "shall", "the", "harbour", "of", "wick", "register", "pilot")
CLAUSES = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join), min_size=1, max_size=4
)
ARTICLES = st.lists(CLAUSES, min_size=1, max_size=5).map(
    lambda articles: {str(number): clauses for number, clauses in enumerate(articles, start=1)}
)


def scored(a: Draft, b: Draft, reference: ReferenceTable, *rows: tuple[list[str], list[str]]) -> ScoreSheet:
    return score_drafts(a, b, make_alignment(a, b, *rows), reference, SETTINGS)


def carried(before: str, after: str, reference: ReferenceTable) -> float:
    a, b = make_draft({"1": [before]}), make_draft({"1": [after]})
    share = scored(a, b, reference, (["1"], ["1"])).document.carried
    assert share is not None
    return share


def test_worked_example_of_the_documentation(seven_treaties: ReferenceTable) -> None:
    # By hand: "each", "party", "shall", "the" are in all seven treaties and "protect" in three; the run
    # "each party shall protect the" is in three, so b = ln 4 / ln 8 = 2/3 for its words.
    formula = 4 * 0.05 / 3 + (1 / 3 + 0.05) / 3
    a = make_draft({"1": ["Each Party shall protect the lanterns.", "Lantern keepers report annually."]})
    b = make_draft(
        {"1": ["Each Party shall protect the harbour lanterns.", "Lantern keepers report annually."]}
    )
    sheet = scored(a, b, seven_treaties, (["1"], ["1"]))

    first_a, first_b = sheet.clauses_a["art_1__para_1"], sheet.clauses_b["art_1__para_1"]
    assert first_a.weight == pytest.approx(formula + 1.05)
    assert first_b.weight == pytest.approx(formula + (2 / 3 + 0.05) + 1.05)
    assert first_a.carried == pytest.approx(formula)
    assert first_b.carried == pytest.approx(formula)
    assert (first_a.words, first_a.verbatim) == (6, 0)
    assert sheet.clauses_a["art_1__para_2"].carried == pytest.approx(4 * 1.05)
    assert sheet.document.carried == pytest.approx(0.80714, abs=1e-5)
    assert sheet.document.derived == pytest.approx(0.71325, abs=1e-5)
    assert sheet.document.symmetric == pytest.approx(0.75730, abs=1e-5)
    assert sheet.document.verbatim_carried == pytest.approx(4 / 10)
    assert sheet.document.verbatim_derived == pytest.approx(4 / 11)


@pytest.mark.parametrize(
    ("before", "after", "share"),
    [
        pytest.param("The keeper trims wicks", "The keeper trims wicks", 1.0, id="the same"),
        pytest.param("THE KEEPER TRIMS WICKS!", "the keeper, trims wicks", 1.0, id="capitals and commas"),
        pytest.param("co-operation among pilots", "cooperation among pilots", 1.0, id="hyphens"),
        pytest.param("as set out in article 5 above", "as set out in article 9 above", 1.0, id="renumbered"),
        pytest.param("Vessels:", "Vessels:", 1.0, id="one word"),
        pytest.param("Two pilots", "The two pilots sail", 1.0, id="two words inside a longer clause"),
        pytest.param("pilots steer ferries", "ferries steer pilots", 0.0, id="the words alone, out of order"),
        pytest.param("pilots steer ferries", "apples", 0.0, id="nothing shared"),
        pytest.param("pilots steer", "", 0.0, id="no words in B"),
    ],
)  # fmt: skip
def test_share_of_a_clause(before: str, after: str, share: float, shipped: ReferenceTable) -> None:
    assert carried(before, after, shipped) == pytest.approx(share)


def test_boilerplate_shared_counts_for_little(shipped: ReferenceTable) -> None:
    formula = "Each State Party shall adopt such legislative and other measures as may be necessary to"
    a, b = f"{formula} keep lanterns trimmed along estuaries", f"{formula} ban untaxed cider presses"
    shared_words = 15 / 20
    assert carried(a, b, shipped) < 0.35 < shared_words


def test_shared_substance_counts_for_much(shipped: ReferenceTable) -> None:
    a = "Each State Party shall trim the wicks of estuary lanterns before the evening tide"
    b = "Governments should trim the wicks of estuary lanterns before the evening tide"
    assert carried(a, b, shipped) > 0.85


def test_no_weight_is_no_share(shipped: ReferenceTable) -> None:
    a, b = make_draft({"1": ["—"]}), make_draft(LANTERNS)
    sheet = scored(a, b, shipped, (["1"], ["1"]))
    assert sheet.document.carried is None
    assert sheet.document.derived == 0.0


def test_placeholders_of_two_drafts_are_nothing_in_common(shipped: ReferenceTable) -> None:
    empty = {"4": ["[Reserved]"], "5": ["Deleted"]}
    a, b = make_draft({**LANTERNS, **empty}), make_draft({**ORCHARDS, **empty})
    sheet = scored(a, b, shipped)
    assert [sheet.clauses_b[f"art_{number}__para_1"] for number in empty] == [ZERO, ZERO]
    assert {count.of for count in sheet.articles_derived} == {len(ORCHARDS)}


def test_unrelated_text_halves_derived_and_leaves_carried_whole(shipped: ReferenceTable) -> None:
    a = make_draft(LANTERNS)
    b = make_draft({**LANTERNS, "4": ORCHARDS["1"], "5": ORCHARDS["2"]})
    sheet = scored(a, b, shipped, *same_rows(a))
    assert sheet.document.carried == pytest.approx(1.0)
    weights = [sheet.clauses_b[f"art_{n}__para_1"].weight for n in "45"]
    weights.append(sheet.clauses_b["art_5__para_2"].weight)
    assert sheet.document.derived == pytest.approx(1 - sum(weights) / sheet.document.b.weight)
    assert (sheet.articles_half_derived, sheet.articles_half_carried) == (3, 3)


def test_credit_is_given_by_partners_only(shipped: ReferenceTable) -> None:
    a = make_draft({"1": LANTERNS["1"], "2": LANTERNS["2"]})
    b = make_draft({"1": LANTERNS["2"], "2": LANTERNS["1"]})
    crossed = scored(a, b, shipped, (["1"], ["2"]), (["2"], ["1"])).document
    straight = scored(a, b, shipped, (["1"], ["1"]), (["2"], ["2"])).document
    assert crossed.carried == 1.0
    assert straight.carried is not None
    assert straight.carried < 0.1
    assert straight.verbatim_carried == 1.0  # the literature's measure looks everywhere


def test_split_article_is_carried_by_both_its_successors(shipped: ReferenceTable) -> None:
    a = make_draft({"1": LANTERNS["2"]})
    b = make_draft({"1": LANTERNS["2"][:1], "2": LANTERNS["2"][1:]})
    assert scored(a, b, shipped, (["1"], ["1", "2"])).document.carried == 1.0
    assert scored(b, a, shipped, (["1", "2"], ["1"])).document.carried == 1.0


def test_clause_that_moved_to_another_article_is_credited_there(shipped: ReferenceTable) -> None:
    a = make_draft({"1": LANTERNS["1"], "2": LANTERNS["2"]})
    b = make_draft({"1": [*LANTERNS["1"], LANTERNS["2"][1]], "2": [LANTERNS["2"][0], LANTERNS["2"][2]]})
    rows = ((["1"], ["1"]), (["2"], ["2"]))
    without = scored(a, b, shipped, *rows)
    moved = make_alignment(a, b, *rows, clauses=[("art_2__para_2", "art_1__para_2")])
    with_it = score_drafts(a, b, moved, shipped, SETTINGS)
    assert without.clauses_a["art_2__para_2"].carried < 0.2 * without.clauses_a["art_2__para_2"].weight
    assert with_it.document.carried == pytest.approx(1.0)
    assert with_it.document.derived == pytest.approx(1.0)


def test_unpaired_article_is_held_against_the_best_single_article(shipped: ReferenceTable) -> None:
    a = make_draft({"1": LANTERNS["2"]})
    b = make_draft({"1": LANTERNS["1"], "2": LANTERNS["2"][:2], "3": LANTERNS["2"][2:]})
    sheet = scored(a, b, shipped)
    tallies = [sheet.clauses_a[f"art_1__para_{n}"] for n in (1, 2, 3)]
    assert [tally.carried == pytest.approx(tally.weight) for tally in tallies] == [True, True, False]


@FAST
@given(articles=ARTICLES)
def test_a_draft_is_wholly_consonant_with_itself(
    articles: dict[str, list[str]], shipped: ReferenceTable
) -> None:
    draft = make_draft(articles)
    for reference in (shipped, pair_reference(draft, draft)):
        sheet = scored(draft, draft, reference, *same_rows(draft))
        document = sheet.document
        assert document.a == document.b
        assert (document.carried, document.derived, document.symmetric) == (1.0, 1.0, 1.0)
        assert (document.verbatim_carried, document.verbatim_derived) == (1.0, 1.0)
        assert (document.carried_same_force, document.derived_same_force) == (1.0, 1.0)
        assert sheet.articles_half_derived == sheet.articles_half_carried == draft.articles


@FAST
@given(first=ARTICLES, second=ARTICLES, seed=st.integers(0, 99))
def test_parts_explain_the_whole(first, second, seed, shipped: ReferenceTable) -> None:
    def with_parts(articles: dict[str, list[str]]) -> Draft:
        numbers = list(articles)
        return make_draft(articles, {"I": numbers[: len(numbers) // 2], "II": numbers[len(numbers) // 2 :]})

    a, b = with_parts(first), with_parts(second)
    rng = random.Random(seed)
    numbers = rng.sample(sorted(second), len(second))
    rows = [([left], [right]) for left, right in zip(first, numbers, strict=False) if rng.random() < 0.7]
    sheet = scored(a, b, shipped, *rows)
    for side in ("a", "b"):
        clauses = sheet.clauses_a if side == "a" else sheet.clauses_b
        whole = getattr(sheet.document, side)
        assert_same(whole, sum(clauses.values(), start=ZERO))
        assert_same(whole, sum((getattr(row, side) for row in sheet.units), start=ZERO))
        assert_same(whole, sum((getattr(row, side) for row in sheet.containers), start=ZERO))
        for tally in clauses.values():
            assert 0 <= tally.carried <= tally.weight + 1e-12
            assert 0 <= tally.verbatim <= tally.words
            assert tally.carried_same_force is not None
            assert 0 <= tally.carried_same_force <= tally.carried + 1e-12


def assert_same(left: Tally, right: Tally) -> None:
    for field in fields(Tally):
        assert getattr(left, field.name) == pytest.approx(getattr(right, field.name), abs=1e-9)


@FAST
@given(articles=ARTICLES, other=ARTICLES)
def test_turning_the_drafts_round_turns_the_shares_round(articles, other, shipped: ReferenceTable) -> None:
    a, b = make_draft(articles), make_draft(other)
    rows = [([number], [number]) for number in articles if number in other]
    there, back = scored(a, b, shipped, *rows), scored(b, a, shipped, *((r, l) for l, r in rows))  # noqa: E741
    assert there.document.a == back.document.b
    assert there.document.b == back.document.a
    assert there.document.symmetric == pytest.approx(back.document.symmetric)


def test_replacing_words_lowers_the_share_step_by_step(shipped: ReferenceTable) -> None:
    rng = random.Random(7)
    thresholds = {
        n: [[rng.random() for _ in text.split()] for text in texts] for n, texts in LANTERNS.items()
    }

    def replaced(share: float) -> Draft:
        return make_draft({
            number: [
                " ".join(f"zq{place}x" if draw < share else word for place, (word, draw) in enumerate(zip(
                    text.split(), thresholds[number][clause], strict=True)))
                for clause, text in enumerate(texts)
            ]
            for number, texts in LANTERNS.items()
        })  # fmt: skip

    a = make_draft(LANTERNS)
    shares = []
    for share in (0.0, 0.1, 0.3, 0.5, 1.0):
        b = replaced(share)
        carried_share = scored(a, b, shipped, *same_rows(a)).document.carried
        assert carried_share is not None
        shares.append(carried_share)
    assert shares[0] == 1.0
    assert shares[-1] == 0.0
    assert all(later < earlier for earlier, later in pairwise(shares))


def test_order_of_articles_does_not_count(shipped: ReferenceTable) -> None:
    a = make_draft(LANTERNS)
    b = make_draft({"1": LANTERNS["3"], "2": LANTERNS["1"], "3": LANTERNS["2"]})
    document = scored(a, b, shipped, (["1"], ["2"]), (["2"], ["3"]), (["3"], ["1"])).document
    assert (document.carried, document.derived) == (1.0, 1.0)


def test_same_bytes_on_every_run(shipped: ReferenceTable) -> None:
    a, b = make_draft(LANTERNS), make_draft({**ORCHARDS, "3": LANTERNS["2"]})
    first, second = (asdict(scored(a, b, shipped)) for _ in range(2))
    assert repr(first) == repr(second)


def test_longer_runs_are_stricter(shipped: ReferenceTable) -> None:
    a = make_draft({"1": ["the pilot steers old ferries by starlight"]})
    b = make_draft({"1": ["the pilot steers new ferries by starlight"]})
    alignment = make_alignment(a, b, (["1"], ["1"]))
    shares = [
        score_drafts(a, b, alignment, shipped, Settings(ngram=n)).document.a.carried for n in (1, 2, 3, 4)
    ]
    assert shares[0] == shares[1] == shares[2] > shares[3] == 0.0


@pytest.mark.parametrize("reference", ["shipped", "pair"])
def test_drafts_without_provisions_have_no_shares(reference: str, shipped: ReferenceTable) -> None:
    empty, full = make_draft({}), make_draft(LANTERNS)
    for a, b in ((empty, full), (full, empty), (empty, empty)):
        sheet = scored(a, b, shipped if reference == "shipped" else pair_reference(a, b))
        assert sheet.document.carried in (None, 0.0)
        assert sheet.document.derived in (None, 0.0)
        assert (sheet.articles_half_carried, sheet.articles_half_derived) == (0, 0)


def test_chinese_is_scored_by_character(shipped: ReferenceTable) -> None:
    a = dataclasses.replace(make_draft({"1": ["各缔约国应保护港口的灯笼。"]}), language="zh")
    b = dataclasses.replace(make_draft({"1": ["各缔约国应保护海岸的灯笼。"]}), language="zh")
    document = scored(a, b, pair_reference(a, b), (["1"], ["1"])).document
    assert document.a.words == 12
    assert document.carried == pytest.approx(10 / 12)
    assert document.carried_same_force == pytest.approx(10 / 12)


def test_force_is_not_measured_without_a_list_of_its_words(shipped: ReferenceTable) -> None:
    a = dataclasses.replace(make_draft({"1": ["Naves lucernas servare debent."]}), language="la")
    document = scored(a, a, pair_reference(a, a), (["1"], ["1"])).document
    assert document.carried == 1.0
    assert document.carried_same_force is None
