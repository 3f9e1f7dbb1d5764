"""Which article is which: what headings, numbers, places and roles add to words, at the edges of the bounds."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tests.align.alignment_drafts import article, closing, draft, draft_of, preamble
from tests.align.test_going_elsewhere import measured, phrase
from treatydiff.align import unit_pairs
from treatydiff.align.assignment import Assignment
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
    ],
)
def test_how_alike_headings_are(
    in_a: list[str], in_b: list[str], similar: dict[tuple[int, int], float]
) -> None:
    a, b = (
        side_of(draft(*(article(str(n), heading, phrase("g20")) for n, heading in enumerate(each, 1))))
        for each in (in_a, in_b)
    )
    found, values = unit_pairs._heading_similarities(a, b, 10)
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
    content = float((drafts.content_a @ drafts.content_b.turned()).dense()[1, 2])
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


def scattered(common: str, other: str, count: int) -> str:
    """Words of two voices by turns: the one in common with `common` everywhere alike, no two in a row."""
    ours, theirs = phrase(f"{common}{count}").split(), phrase(f"{other}{count}").split()
    return " ".join(word for both in zip(ours, theirs, strict=True) for word in both)


@pytest.mark.parametrize(
    ("one", "other", "taken", "found"),
    [
        (scattered("g", "h", 8), scattered("g", "k", 8), {}, [(0, 0)]),
        (scattered("g", "h", 8), scattered("l", "k", 8), {}, []),
        (scattered("g", "h", 8), scattered("g", "k", 8), {0: 1}, []),
        (scattered("g", "h", 8), scattered("g", "k", 8), {1: 0}, []),
        ("[Deleted]", "[Deleted]", {}, []),
    ],
)
def test_who_is_left_over_takes_its_nearest(
    one: str, other: str, taken: dict[int, int], found: list[tuple[int, int]]
) -> None:
    drafts = measured(
        (article("1", "", one), article("2", "", phrase("p20"))),
        (article("1", "", other), article("2", "", phrase("q20"))),
    )
    assigned = Assignment()
    assigned.partner, assigned.taken = dict(taken), {j: i for i, j in taken.items()}
    nearest = unit_pairs._pair_nearest(drafts, assigned)
    assert [(each.a, each.b) for each in nearest] == found
    assert assigned.partner == {**taken, **dict(found)}
    assert assigned.taken == {j: i for i, j in assigned.partner.items()}


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        (article("1", "", scattered("g", "h", 8)), article("1", "", scattered("g", "k", 8)), True),
        (article("1 bis", "", scattered("g", "h", 8)), article("1bis", "", scattered("g", "k", 8)), True),
        (article("1", "", scattered("g", "h", 8)), article("2", "", scattered("g", "k", 8)), False),
        (article("", "", scattered("g", "h", 8)), article("", "", scattered("g", "k", 8)), False),
        (preamble(scattered("g", "h", 8)), article("1", "", scattered("g", "k", 8)), None),
        (closing(scattered("g", "h", 8)), article("1", "", scattered("g", "k", 8)), None),
    ],
)
def test_what_is_said_of_a_pair_of_nearest(one: Provision, other: Provision, number: bool | None) -> None:
    drafts = measured((one, article("9", "", phrase("p20"))), (other, article("8", "", phrase("q20"))))
    found = unit_pairs._pair_nearest(drafts, Assignment())
    assert [each.number for each in found] == ([] if number is None else [number])
    for each in found:
        assert each.text == each.score == pytest.approx(alike(drafts, 0, 0))
        assert (each.heading, each.beside) == (0.0, 0)


def bare(number: str, kind: str = "article") -> Provision:
    return Provision(f"{kind}_{number}", kind, number)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        # What has neither words nor a heading is what stands behind the same provision.
        ((BARE,), (BARE,), [(0, 0, True, 0)]),
        ((*articles("p20"), BARE), (*articles("p20"), BARE), [(1, 1, True, 1)]),
        ((*articles("p20"), BARE), (*articles("q20", "p20"), bare("6")), [(1, 2, False, 1)]),
        ((*articles("p20"), BARE), (BARE, *articles("p20")), []),
        ((*articles("p20"), BARE), (*articles("p20", "q20"), BARE), []),
        ((*articles("p20"), BARE), (*articles("p20"), article("5", "Lamps")), []),
        ((*articles("p20"), BARE), (*articles("p20"), bare("", "closing")), []),
        ((*articles("p20"), bare("", "closing")), (*articles("p20"), bare("", "closing")), []),
        ((BARE, bare("6")), (BARE, bare("6")), [(0, 0, True, 0), (1, 1, True, 1)]),
        ((*articles("p20"), BARE, *articles("q20")), (*articles("p20"), BARE, *articles("q20")), [(1, 1, True, 2)]),
    ],
)  # fmt: skip
def test_provisions_without_words_go_by_their_place(a, b, found: list[tuple[int, int, bool, int]]) -> None:
    paired = unit_pairs.pair_units(measured(a, b), SETTINGS)
    empty = [each for each in paired if each.text == 0.0 and each.heading == 0.0]
    assert [(each.a, each.b, each.number, each.beside) for each in empty] == found
    assert all(each.score == 0.0 for each in empty)


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ((article("1", "", "[Deleted]"),), (article("1", "", "(deleted)"),), [(0, 0, True)]),
        ((article("1", "", "[Deleted]"),), (article("2", "", "[Deleted]"),), []),
        ((article("1", "", "[Deleted]"),), (article("1", "", "[Reserved]"),), []),
        ((article("1", "", "[Deleted]"),), (article("1", "", phrase("g20")),), []),
        ((article("1", "", phrase("g20")),), (article("1", "", "[Deleted]"),), []),
        ((article("", "", "[Deleted]"),), (article("", "", "[Deleted]"),), [(0, 0, False)]),
        (
            (*articles("g20"), article("2", "", "Deleted.")),
            (article("2", "", "Deleted."), article("3", "", "Deleted.")),
            [(1, 0, True)],
        ),
    ],
)
def test_placeholders_of_one_number_that_say_the_same(a, b, found: list[tuple[int, int, bool]]) -> None:
    drafts = measured(a, b)
    paired = list(unit_pairs.pair_placeholders(drafts.a, drafts.b))
    assert [(each.a, each.b, each.number) for each in paired] == found
    assert all((each.text, each.heading, each.beside, each.score) == (1.0, 0.0, 0, 1.0) for each in paired)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("article", "article", True), ("article", "annex", True), ("preamble", "preamble", True),
        ("closing", "closing", True), ("preamble", "closing", False), ("preamble", "article", False),
        ("rule", "closing", False),
    ],
)  # fmt: skip
def test_what_may_answer_to_what(one: str, other: str, same: bool) -> None:
    first, second = (
        draft(Provision("x", kind, text="Gulls nest.")).units()[0]
        for kind in (one, other)  # type: ignore[arg-type]
    )
    assert unit_pairs.same_role(first, second) is same


def test_numbers_are_equal_where_they_read_alike() -> None:
    a, b = (
        side_of(draft(*(article(number, "", phrase("g5")) for number in numbers)))
        for numbers in (("1", "", "3 bis"), ("3bis", "2", "1", ""))
    )
    of_a, of_b = (each.tolist() for each in unit_pairs._numbers(a, b))
    assert [[i, j] for i, one in enumerate(of_a) for j, other in enumerate(of_b) if one == other] == [
        [0, 2], [1, 3], [2, 0],
    ]  # fmt: skip
    assert of_a[1] == of_b[3] == 0
    assert min(of_a[0], of_a[2], of_b[1]) > 0
    assert not math.isclose(of_a[0], of_a[2])
