"""Which article is which: what headings, numbers, places and roles add to words, at the edges of the bounds."""

from __future__ import annotations

import numpy as np
import pytest

from tests.align.alignment_drafts import article, closing, draft, draft_of, preamble
from tests.align.test_going_elsewhere import measured, phrase
from treatydiff.align import unit_pairs
from treatydiff.align.headed.likeness import heading_similarities
from treatydiff.align.sides import side_of
from treatydiff.align.similarity import MeasuredPairs, measure
from treatydiff.model import Instrument, Provision
from treatydiff.settings import Settings

SETTINGS = Settings()
BARE = Provision("art_5", "article", "5")


def articles(*texts: str) -> tuple[Provision, ...]:
    """Articles 1, 2, ... without headings; "g6 h14" is six words of one voice and fourteen of another."""
    return tuple(article(str(n), "", phrase(text)) for n, text in enumerate(texts, 1))


def alike(drafts: MeasuredPairs, i: int, j: int) -> float:
    return float(drafts.units.block([i], [j])[0, 0])


def pairs(drafts: MeasuredPairs, settings: Settings = SETTINGS) -> list[tuple[int, int]]:
    return [(each.a, each.b) for each in unit_pairs.pair_units(drafts, settings)]


def candidates(drafts: MeasuredPairs, settings: Settings = SETTINGS) -> dict[tuple[int, int], list[float]]:
    """By pair: how alike the texts are and the headings, whether the numbers are, and what that comes to."""
    found = unit_pairs._candidates(drafts, settings)
    columns = (found.text, found.heading, found.number, found.score)
    listed = list(zip(found.a.tolist(), found.b.tolist(), strict=True))
    assert listed == sorted(listed)
    return {pair: [float(column[at]) for column in columns] for at, pair in enumerate(listed)}


@pytest.mark.parametrize(
    ("one", "other", "added"),
    [
        # Two articles of the same words; what their headings and numbers add.
        (article("1", "", phrase("g20")), article("2", "", phrase("g20")), 0.0),
        (
            article("1", "", phrase("g20")),
            article("1", "", phrase("g20")),
            0.0,
        ),  # a number alone says nothing
        (article("1", "Lamps", phrase("g20")), article("2", "Lamps", phrase("g20")), 0.15),
        (article("1", "Lamps", phrase("g20")), article("1", "Lamps", phrase("g20")), 0.2),
        # One word of two: similar, just.
        (article("1", "Oil lamps", phrase("g20")), article("2", "Gas lamps", phrase("g20")), 0.075),
        (article("1", "Oil lamps", phrase("g20")), article("1", "Gas lamps", phrase("g20")), 0.125),
        (article("1", "Oil lamps", phrase("g20")), article("1", "Big gas lamps", phrase("g20")), 0.0),
        (article("", "Lamps", phrase("g20")), article("", "Lamps", phrase("g20")), 0.15),
        (preamble(phrase("g20")), preamble(phrase("g20")), 0.15),
        (closing(phrase("g20")), closing(phrase("g20")), 0.15),
        (preamble(phrase("g20")), closing(phrase("g20")), 0.0),
    ],
)
def test_what_headings_and_numbers_add(one: Provision, other: Provision, added: float) -> None:
    ((text, heading, number, score),) = candidates(measured((one,), (other,))).values()
    assert text == pytest.approx(1.0)
    assert score == pytest.approx(text + added)
    assert bool(number) is (one.number == other.number != "")
    assert 0.15 * heading + 0.05 * (number and heading >= 0.5) == pytest.approx(added)


@pytest.mark.parametrize(("lower", "found"), [(1e-9, True), (-1e-9, False)])
def test_texts_are_looked_at_from_the_bound_on(lower: float, found: bool) -> None:
    drafts = measured(articles("g5 h15"), articles("g20"))
    bound = alike(drafts, 0, 0) - lower
    assert bool(candidates(drafts, Settings(pair_similarity=bound))) is found


def test_texts_without_a_word_in_common_are_no_candidates_however_low_the_bound() -> None:
    drafts = measured(articles("p20", "g20", "q20"), articles("p20", "h20", "q20"))
    for bound in (0.0, 0.02):
        assert pairs(drafts, Settings(pair_similarity=bound)) == [(0, 0), (2, 2)]


@pytest.mark.parametrize(
    ("one", "other", "candidate"),
    [
        # Of texts that are less alike than an anchor only those of one role are looked at.
        (preamble(phrase("g8 h12")), article("1", "", phrase("g8 k12")), False),
        (preamble(phrase("g8 h12")), closing(phrase("g8 k12")), False),
        (closing(phrase("g8 h12")), article("1", "", phrase("g8 k12")), False),
        (article("1", "", phrase("g8 h12")), article("1", "", phrase("g8 k12")), True),
        (preamble(phrase("g20")), article("1", "", phrase("g20")), True),
        (preamble(phrase("g20")), preamble(phrase("k20")), True),
        (closing(phrase("g20")), closing(phrase("k20")), True),
        (preamble(phrase("g20")), closing(phrase("k20")), False),
        (article("1", "", phrase("g20")), article("1", "", phrase("k20")), False),
        (article("1", "Lamps", phrase("g20")), article("1", "Lamps", phrase("k20")), True),
        (article("1", "Lamps", phrase("g20")), article("1", "Lamps", "[Deleted]"), False),
        (article("1", "Lamps", "[Deleted]"), article("1", "Lamps", phrase("g20")), False),
    ],
)  # fmt: skip
def test_which_provisions_are_looked_at_as_a_pair(one: Provision, other: Provision, candidate: bool) -> None:
    assert bool(candidates(measured((one,), (other,)))) is candidate


@pytest.mark.parametrize(("above", "candidate"), [(0.0, True), (1e-9, False)])
def test_a_preamble_becomes_an_article_where_it_is_as_alike_as_an_anchor(
    above: float, candidate: bool
) -> None:
    drafts = measured((preamble(phrase("g10 h10")),), articles("g10 k10"))
    settings = Settings(anchor_similarity=alike(drafts, 0, 0) + above)
    assert bool(candidates(drafts, settings)) is candidate


def test_preambles_answer_to_one_another_within_one_instrument() -> None:
    def two(first: str, second: str) -> tuple[Instrument, Instrument]:
        return (
            Instrument(1, True, "", None, (preamble(phrase(first)),)),
            Instrument(2, False, "", None, (Provision("doc_2__preamble", "preamble", text=phrase(second)),)),
        )

    drafts = measure(side_of(draft_of(*two("g20", "h20"))), side_of(draft_of(*two("h20", "k20"))))
    assert {pair: heading for pair, (_, heading, _, _) in candidates(drafts).items()} == {
        (0, 0): 1.0, (1, 0): 0.0, (1, 1): 1.0,
    }  # fmt: skip
    width = len(drafts.b.units)
    assert unit_pairs._same_roles(drafts.a, drafts.b, width).tolist() == [0, 3]


@pytest.mark.parametrize(
    ("in_a", "in_b", "similar"),
    [
        # Headings of the articles of either draft; how alike they count, by place.
        (["Lamps"], ["Lamps"], {(0, 0): 1.0}),
        (["Nets", "Lamps"], ["Boats", "Ropes", "Lamps"], {(1, 2): 1.0}),
        (["Oil lamps"], ["Lamps of gas"], {}),
        (["Oil lamps"], ["Gas lamps"], {(0, 0): 0.5}),
        (["Oil lamps"], ["Oil lamps and wicks"], {(0, 0): 4 / 6}),
        (["Lamps lamps"], ["Lamps"], {(0, 0): 1.0}),
        # A heading that several bear says less.
        (["Lamps", "Lamps"], ["Lamps"], {(0, 0): 0.5, (1, 0): 0.5}),
        (["Lamps"], ["Lamps", "Nets", "Lamps"], {(0, 0): 0.5, (0, 2): 0.5}),
        (["Lamps"] * 2, ["Lamps"] * 3, {(i, j): 1 / 3 for i in range(2) for j in range(3)}),
        (["", "Lamps"], ["", "Nets"], {}),
        ([], ["Lamps"], {}),
        # Other words for one kind of clause, where either draft has it once.
        (["Lamps", "Denunciation"], ["Withdrawal"], {(1, 0): 1.0}),
        (["Denunciation"], ["Withdrawal", "Withdrawal"], {}),
        (["Denunciation", "Denunciation"], ["Withdrawal"], {}),
        (["Use of terms"], ["Definitions"], {(0, 0): 1.0}),
        (["Denunciation"], ["Amendments"], {}),
        # With a word in common the words decide.
        (["Denunciation by a Party"], ["Withdrawal of any one Party from it"], {}),
    ],
)
def test_how_alike_headings_are(
    in_a: list[str], in_b: list[str], similar: dict[tuple[int, int], float]
) -> None:
    a, b = (
        side_of(draft(*(article(str(n), heading, phrase("g20")) for n, heading in enumerate(each, 1))))
        for each in (in_a, in_b)
    )
    found, values = heading_similarities(a, b, 10)
    assert dict(zip([(n // 10, n % 10) for n in found.tolist()], values.tolist(), strict=True)) == (
        pytest.approx(similar)
    )


@pytest.mark.parametrize(
    ("text", "heading", "number", "bonus", "possible"),
    [
        # Against a bound of .1: what texts come to, headings, whether numbers are the same, what these add.
        (0.1, 0.0, False, 0.0, True),
        (0.09, 0.0, False, 0.0, False),
        (0.09, 0.79, False, 0.1, False),
        (0.0, 0.8, False, 0.1, True),  # nearly the same heading
        (0.0, 0.8, False, 0.09, False),
        (0.0, 0.5, True, 0.1, True),  # a similar heading with the same number
        (0.0, 0.5, False, 0.1, False),
        (0.0, 0.49, True, 0.1, False),
    ],
)
def test_what_may_be_a_pair_at_all(
    text: float, heading: float, number: bool, bonus: float, possible: bool
) -> None:
    one = np.zeros(1, np.int64)
    columns = (np.asarray([each]) for each in (text, heading, number, text + bonus))
    found = unit_pairs._possible(unit_pairs._Candidates(one, one, *columns), 0.1)
    assert found.tolist() == [possible]


@pytest.mark.parametrize(
    ("text", "heading", "cosine", "enough"),
    [
        (0.35, 0.0, 0.0, True),  # nobody asks what of them is formula
        (0.34, 0.0, 0.0, False),
        (0.34, 0.5, 0.0, True),
        (0.34, 0.49, 0.0, False),
        (0.1, 0.0, 0.12, True),
        (0.1, 0.0, 0.119, False),
    ],
)
def test_a_pair_must_show_more_than_formulas(
    text: float, heading: float, cosine: float, enough: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The articles' content is as alike as the bound asks, or a little less.
    drafts = measured(articles("p20", "g5 h15"), articles("q20", "r20", "g20"))
    content = float((drafts.content.a @ drafts.content.b.turned()).dense()[1, 2])
    monkeypatch.setattr(unit_pairs, "LEAST_CONTENT", content * 0.12 / cosine if cosine else 1.0)
    place = np.asarray([1, 0]), np.asarray([2, 1])
    columns = (
        np.asarray([each, other]) for each, other in ((text, 0.9), (heading, 0.9), (False, True), (text, 0.9))
    )
    found = unit_pairs._with_content(drafts, unit_pairs._Candidates(*place, *columns))
    assert found.tolist() == [enough, True]


@pytest.mark.parametrize(("above", "paired"), [(-1e-9, True), (0.0, True), (1e-9, False)])
def test_a_pair_must_come_to_the_bound_wherever_it_stands(above: float, paired: bool) -> None:
    for a, b in ((("p20", "g20"), ("p20", "g5 h18")), (("p20", "g20", "q20"), ("p20", "g4 h16", "q20"))):
        drafts = measured(articles(*a), articles(*b))
        bound = alike(drafts, 1, 1) + above
        assert ((1, 1) in pairs(drafts, Settings(pair_similarity=bound))) is paired


@pytest.mark.parametrize(
    ("a", "b", "bonus", "partner"),
    [
        # The second article of A is a little like the second of B (.12) and more like the last (.23), which stands
        # beside nothing.
        (("p20", "g20"), ("m20", "g5 h15", "t20", "g7 n13"), 0.1, 3),
        (("p20", "g20"), ("p20", "g5 h15", "t20", "g7 n13"), 0.1, 1),
        (("p20", "g20"), ("p20", "g5 h15", "t20", "g7 n13"), 0.07, 3),
        (("g20", "q20"), ("g5 h15", "q20", "t20", "g7 n13"), 0.1, 0),
        # Two sure neighbours add no more than one.
        (("p20", "g20", "q20"), ("p20", "g5 h15", "q20", "t20", "g7 n13"), 0.1, 1),
        (("p20", "g20", "q20"), ("p20", "g5 h15", "q20", "t20", "g7 n13"), 0.04, 4),
    ],
)
def test_who_stands_beside_a_sure_pair_is_preferred(a, b, bonus: float, partner: int) -> None:
    drafts = measured(articles(*a), articles(*b))
    assert dict(pairs(drafts, Settings(neighbour_bonus=bonus)))[a.index("g20")] == partner


def test_a_pair_says_what_spoke_for_it() -> None:
    drafts = measured(
        (
            article("1", "Lamps", phrase("p20")),
            article("2", "Old nets", phrase("g20")),
            article("3", "", phrase("q20")),
        ),
        (
            article("1", "Lamps", phrase("p20")),
            article("2", "New nets", phrase("g15 h5")),
            article("4", "", phrase("q20")),
        ),
    )
    first, second, third = unit_pairs.pair_units(drafts, SETTINGS)
    text = alike(drafts, 1, 1)
    assert (first.a, first.b, first.heading, first.number, first.beside) == (0, 0, 1.0, True, 1)
    assert (first.text, first.score) == pytest.approx((1.0, 1.2))
    assert (second.a, second.b, second.heading, second.number, second.beside) == (1, 1, 0.5, True, 2)
    assert (second.text, second.score) == pytest.approx((text, text + 0.125))
    assert (third.a, third.b, third.heading, third.number, third.beside) == (2, 2, 0.0, False, 1)
    assert (third.text, third.score) == pytest.approx((1.0, 1.0))
