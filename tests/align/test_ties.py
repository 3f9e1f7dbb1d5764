"""What ties one article to another: clauses that left, articles taken in, parts put together again."""

from __future__ import annotations

import pytest

from tests.align.alignment_drafts import article
from tests.align.test_going_elsewhere import measured, phrase
from tests.align.test_splits import pair
from treatydiff.align import splits
from treatydiff.align.reassembly import HeldClauses, shares_held
from treatydiff.align.similarity import MeasuredPairs
from treatydiff.align.unit_pairs import UnitPair
from treatydiff.model import Provision
from treatydiff.settings import Settings

SETTINGS = Settings()


def made(*articles: str | list[str]) -> tuple[Provision, ...]:
    """Articles 1, 2, ... of one paragraph, or of several."""
    return tuple(
        article(str(n), "", *map(phrase, [texts] if isinstance(texts, str) else texts))
        for n, texts in enumerate(articles, 1)
    )


def both(drafts: MeasuredPairs) -> tuple[HeldClauses, HeldClauses]:
    return drafts.held_in_b, drafts.held_in_a


def departures(drafts: MeasuredPairs, partner: dict[int, int]) -> dict[tuple[int, int], int]:
    return splits._departures(drafts.held_in_b, drafts.b, partner)


def shares(drafts: MeasuredPairs) -> list[list[float]]:
    """Which share of each clause of A each unit of B holds."""
    found: list[list[float]] = shares_held(
        drafts.held_in_b.clause_pairs, drafts.held_in_b.homes.turned()
    ).tolist()
    return found


@pytest.mark.parametrize(
    ("a", "b", "partner", "gone"),
    [
        # Articles by paragraphs; the partner of each; how many words of which article stand in which other.
        (["g20"], ["g20"], {}, {(0, 0): 20}),
        (["g20"], ["g20"], {0: 0}, {}),
        (["g20"], ["h20", "g20"], {0: 0}, {(0, 1): 20}),
        (["g20"], ["g20", "g20"], {0: 0}, {}),  # its partner has it as well
        (["g20"], ["g20", "g20"], {0: 1}, {}),
        (["g20"], ["g20", "g20"], {}, {(0, 0): 20}),  # the first of two
        ([["g20", "h13", "k30"]], ["k30", ["h13", "g20"]], {0: 0}, {(0, 1): 33}),
        ([["g20", "h13"]], ["k30", "h13", "g20"], {0: 0}, {(0, 1): 13, (0, 2): 20}),
        (["k9", ["g20", "h13"]], ["g20", "h13"], {1: 1}, {(1, 0): 20}),
        ([["g20", "h7"]], ["k30", "h7"], {0: 0}, {(0, 1): 7}),  # short, but word for word in one place
        ([["g20", "h7"]], ["k30", "h8"], {0: 0}, {}),
        ([["g20", "h7"]], [["k30", "h7"]], {0: 0}, {}),
        (["g20"], [], {}, {}),
        ([], ["g20"], {}, {}),
    ],
)
def test_which_words_left_their_article(
    a, b, partner: dict[int, int], gone: dict[tuple[int, int], int]
) -> None:
    assert departures(measured(made(*a), made(*b)), partner) == gone


def test_a_placeholder_neither_leaves_nor_is_left_for() -> None:
    text = "[Deleted and merged into article 7 below]"
    said, twice = article("1", "", text), article("2", "", text)
    assert departures(measured((said,), (*made("g20"), twice)), {0: 0}) == {}
    assert departures(measured(made("g20"), (said, *made("h20"))), {}) == {}


@pytest.mark.parametrize(("above", "left"), [(0.0, True), (1e-9, False)])
def test_the_bounds_of_leaving(above: float, left: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = measured(made("g20"), made("g5 h15", "g14 k6"))
    ((own, there),) = shares(drafts)
    monkeypatch.setattr(splits, "ADVANTAGE", there - own + above - 1e-15)
    assert bool(departures(drafts, {0: 0})) is left
    assert departures(drafts, {}) == {(0, 1): 20}
    monkeypatch.setattr(splits, "ADVANTAGE", 0.0)
    monkeypatch.setattr(splits, "CONTAINMENT", there + above)
    assert bool(departures(drafts, {0: 0})) is left
    assert bool(departures(drafts, {})) is left


@pytest.mark.parametrize(("there", "gone"), [("g8 k12", False), ("g10 k10", True)])
def test_three_tenths_of_a_clause_must_stand_elsewhere(there: str, gone: bool) -> None:
    assert bool(departures(measured(made("g20", "x30"), made("h20", there, "y30")), {0: 0})) is gone


@pytest.mark.parametrize(
    ("a", "b", "partner", "there", "found"),
    [
        # Articles of a draft without a partner, which stand in one article of the other draft; the partners there.
        (["g20"], ["g20"], {}, {}, {(0, 0): 20}),
        (["g20"], [["g20", "h20"]], {}, {}, {(0, 0): 20}),
        (["g20"], [["h20", "g14 k6"]], {}, {}, {(0, 0): 20}),
        (["g20"], ["g7 k13"], {}, {}, {}),
        ([["g20", "m20"]], [["g20", "h20"]], {}, {}, {(0, 0): 20}),  # half of it
        ([["g20", "m21"]], [["g20", "h20"]], {}, {}, {}),
        ([["g12", "m12"]], [["g12", "h20"]], {}, {}, {(0, 0): 12}),
        ([["g11", "m11"]], [["g11", "h20"]], {}, {}, {(0, 0): 11}),  # short, but word for word
        ([["g11", "m11"]], [["g9 k2", "h20"]], {}, {}, {}),  # no clause is evidence
        ([["g4", "m4"]], [["g4", "h20"]], {}, {}, {}),
        # In the home it must be a clause, or clauses, too.
        (["g40"], [["g20", "g40"]], {}, {}, {(0, 0): 40}),
        (["g40"], ["g40 k60"], {}, {}, {}),
        (["g30"], [["g20 k3", "h9"]], {}, {}, {(0, 0): 23}),
        # Of what was found half must be found again, in clauses long enough.
        (["g12 h12"], [["g12", "h4"]], {}, {}, {(0, 0): 12}),
        (["g12 h13"], [["g12", "h4"]], {}, {}, {}),
        # Of two articles the one that has more of it.
        ([["g20", "m20", "n14"]], ["g20", ["m20", "n14"]], {}, {}, {(0, 1): 34}),
        # What the home has from its own partner word for word is no evidence.
        (["g20", "g20"], ["g20"], {1: 0}, {0: 1}, {}),
        (["g20", "g14 k6"], ["g20"], {1: 0}, {0: 1}, {(0, 0): 20}),
        (["g20", "h20"], ["g20"], {1: 0}, {0: 1}, {(0, 0): 20}),
        (["g20"], [], {}, {}, {}),
        (["n20", "g11", ["g14", "m20"], "g20"], ["g20"], {}, {}, {(3, 0): 20}),
        (["g20"], ["g20"], {0: 0}, {0: 0}, {}),
    ],
)  # fmt: skip
def test_which_article_was_taken_in(a, b, partner, there, found: dict[tuple[int, int], int]) -> None:
    here, other = both(measured(made(*a, "x30"), made(*b, *(["y30"] if b else []))))
    assert splits._absorbed(here, other, {**partner, len(a): len(b)}, {**there, len(b): len(a)}) == found


def test_an_option_may_repeat_what_its_home_has_from_its_partner() -> None:
    def options(first: str, second: str) -> MeasuredPairs:
        return measured(
            tuple(Provision(key, "article", text=phrase("g20")) for key in (first, second)), made("g20")
        )

    for ids, found in (
        (("art_1__opt_1", "art_1__opt_2"), {(0, 0): 20}), (("opt_1__art_1", "art_2"), {(0, 0): 20}),
        (("art_1__adopt_1", "art_2"), {}), (("art_1", "art_2__opt_1"), {}),
    ):  # fmt: skip
        here, other = both(options(*ids))
        assert splits._absorbed(here, other, {1: 0}, {0: 1}) == found


@pytest.mark.parametrize(
    ("ties", "pairs"),
    [
        # Words that tie articles without a partner; the pairs made of them, the heaviest first.
        ({(0, 0): 12, (0, 1): 13}, [(0, 1)]),
        ({(0, 0): 13, (0, 1): 12, (1, 1): 1}, [(0, 0), (1, 1)]),
        ({(1, 0): 12, (0, 0): 12}, [(0, 0)]),  # as heavy: the first
        ({(1, 1): 12, (1, 0): 12, (0, 0): 11}, [(1, 0)]),
        ({(2, 0): 40, (0, 0): 11}, [(0, 0)]),  # the third has a partner
        ({(0, 2): 40, (0, 0): 11}, [(0, 0)]),
    ],
)
def test_ties_of_free_articles_become_pairs(ties: dict[tuple[int, int], int], pairs) -> None:
    drafts = measured(made("g20", "h20", "k20"), made("g20", "h20", "k20"))
    found = splits._with_free_ties(drafts, (pair(2, 2, 1.0),), ties)
    assert [(each.a, each.b) for each in found] == [*pairs, (2, 2)]


def test_a_placeholder_is_not_taken_in() -> None:
    text = "[Deleted and merged into article 7 of the text as it stood in the draft of last year]"
    drafts = measured((article("1", "", text), *made("h20")), (article("9", "", text),))
    here, other = both(drafts)
    assert splits._absorbed(here, other, {1: 0}, {0: 1}) == {}


@pytest.mark.parametrize(
    ("one", "other", "alike", "number", "same"),
    [
        # Headings of a pair, how much the heading counts, whether the numbers are the same.
        ("Lamps", "Lamps", 1.0, False, True),
        ("Lamps", "LAMPS", 1.0, False, True),
        ("Lamps", "Lamps", 0.5, False, False),  # others bear it too
        ("Lamps", "Lamps", 0.5, True, True),
        ("Lamps", "Nets", 1.0, True, False),
        ("", "", 1.0, True, False),
    ],
)
def test_who_bears_the_same_name(one: str, other: str, alike: float, number: bool, same: bool) -> None:
    drafts = measured((article("1", one, phrase("g9")),), (article("1", other, phrase("h9")),))
    found = UnitPair(0, 0, 0.1, alike, number, 0, 0.1)
    assert splits._same_name(found, drafts) is same


@pytest.mark.parametrize(
    ("unit", "home", "even"),
    [
        # The paragraphs of an article and the article it may have been part of.
        (["g20"], "g20", True),
        # Half of it, what is rare weighing more.
        (["g20", "h12"], "g20", True),
        (["g20", "h13"], "g20", False),
        (["g20", "h20"], "g20 h20", True),
        # Reworded alike, all of it counts in full.
        (["g8 m12", "h8 n12"], "g8 h8", True),
        (["g20", "h8 n14"], "g20 h8", True),
        (["g20", "h3 n40"], "g20 h3", False),
        (["g20"], "h20", False),
        ([], "h20", True),
    ],
)
def test_whether_an_article_was_part_of_another(unit: list[str], home: str, even: bool) -> None:
    drafts = measured(made(unit, "x9"), made(home, "y9"))
    assert splits._stands_evenly(drafts.held_in_b, 0, 0) is even


@pytest.mark.parametrize(
    ("pairs", "ties", "joining"),
    [
        # Articles g, k and l in A, g+h, h and l' in B; by pairs, which ties make a part.
        ([(0, 0)], [(0, 1)], {(0, 1)}),  # article 2 of B stands in article 1 of A
        ([(0, 0)], [(1, 0)], set()),  # article 2 of A does not stand in article 1 of B
        ([(0, 0)], [(0, 2)], set()),
        ([(0, 0)], [(2, 0)], {(2, 0)}),  # by its heading
        ([(0, 0), (1, 1)], [(0, 1), (1, 0)], set()),  # each has a partner
        ([], [(0, 1)], {(0, 1)}),
    ],
)
def test_which_ties_make_a_part_of_a_row(pairs, ties, joining: set[tuple[int, int]]) -> None:
    drafts = measured(
        (
            article("1", "Lamps", phrase("g20 h20")),
            article("2", "Nets", phrase("k20")),
            article("3", "Oil lamps", phrase("l20")),
        ),
        (
            article("1", "Lamps", phrase("g20")),
            article("2", "Dues", phrase("h20")),
            article("3", "Fees", phrase("l20")),
        ),
    )
    found = splits._joining(drafts, tuple(pair(i, j, 1.0) for i, j in pairs), dict.fromkeys(ties, 20))
    assert found == joining


@pytest.mark.parametrize(
    ("a", "b", "pairs", "ties"),
    [
        # Articles by paragraphs, the pairs; how many words tie which two.
        ([["k30", "g20"]], ["k30", "g20"], [(0, 0)], {(0, 1): 20}),
        (["k30", "g20"], [["k30", "g20"]], [(0, 0)], {(1, 0): 20}),
        # Of what went and what came the less counts.
        ([["k30", "g20"]], ["k30", "g16"], [(0, 0)], {(0, 1): 16}),
        ([["k30", "g16"]], ["k30", "g20"], [(0, 0)], {(0, 1): 16}),
        # A part of an article of its own is tied only by a sixth.
        ([["k30", "g20"], "l30"], ["k30", ["l30", "g20"]], [(0, 0), (1, 1)], {(0, 1): 20}),
        ([["k30", "g20"], "l90"], ["k30", ["l90", "g20"]], [(0, 0), (1, 1)], {(0, 1): 20}),
        ([["k90", "g15"], "l90"], ["k90", ["l90", "g15"]], [(0, 0), (1, 1)], {}),
        ([["k90", "g18"], "l90"], ["k90", ["l90", "g18"]], [(0, 0), (1, 1)], {(0, 1): 18}),
        (["k30"], ["k30"], [(0, 0)], {}),
        # Taken in, though the home has nearly as much from its own partner.
        (["g20", ["k30", "g18 m2"]], [["k30", "g20"]], [(1, 0)], {(0, 0): 20}),
        ([["k30", "g20"]], ["g20", ["k30", "g18 m2"]], [(0, 1)], {(0, 0): 20}),
        # Known as a whole by what its home lost.
        (["g10 n20", "k30"], [["k30", "g10 m20"]], [(1, 0)], {(0, 0): 30}),
        ([["k30", "g10 m20"]], ["g10 n20", "k30"], [(0, 1)], {(0, 0): 30}),
    ],
)
def test_which_articles_are_tied(a, b, pairs, ties: dict[tuple[int, int], int]) -> None:
    drafts = measured(made(*a), made(*b))
    assert splits._ties(drafts, tuple(pair(i, j, 1.0) for i, j in pairs), SETTINGS) == ties


@pytest.mark.parametrize(("above", "tied"), [(0.0, True), (1e-6, False)])
def test_the_share_that_must_have_moved(above: float, tied: bool) -> None:
    drafts = measured(made(["k60", "g20"], "l90"), made("k60", ["l90", "g20"]))
    found = splits._ties(drafts, (pair(0, 0, 1.0), pair(1, 1, 1.0)), Settings(move_share=20 / 80 + above))
    assert found == ({(0, 1): 20} if tied else {})


@pytest.mark.parametrize(
    ("text", "cosine", "kept"),
    [(0.34, 0.119, False), (0.35, 0.119, True), (0.34, 0.12, True)],
)
def test_a_tie_of_formulas_is_none(
    text: float, cosine: float, kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Content and similarity are brought to the bounds by moving these.
    drafts = measured(made("g8 h12", "p20"), made("g8 k12", "q20"))
    content = float((drafts.content.a @ drafts.content.b.turned()).dense()[0, 0])
    alike = float(drafts.units.block([0], [0])[0, 0])
    monkeypatch.setattr(splits, "LEAST_CONTENT", content * 0.12 / cosine)
    monkeypatch.setattr(splits, "MORE_THAN_FORMULAS", alike * 0.35 / text)
    for pairs in ((), (pair(0, 1, 1.0),), (pair(1, 0, 1.0),)):
        assert bool(splits._more_than_formulas(drafts, pairs, {(0, 0): 20})) is kept
    paired = pair(0, 1, 1.0), pair(1, 0, 1.0)
    assert splits._more_than_formulas(drafts, paired, {(0, 0): 20}) == {(0, 0): 20}
