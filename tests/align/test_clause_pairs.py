"""Which paragraph is which inside a row and across rows, at the very edges of the thresholds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.align.alignment_drafts import article
from tests.align.test_going_elsewhere import ROW, measured, phrase
from tests.align.test_splits import pair
from treatydiff.align import clause_pairs
from treatydiff.align.clause_pairs import pair_clauses
from treatydiff.align.rows import Row
from treatydiff.align.similarity import MeasuredPairs
from treatydiff.model import Provision
from treatydiff.settings import Settings

SETTINGS = Settings()


def one(*texts: str, number: str = "1") -> Provision:
    """An article with a numbered paragraph for every text."""
    made = article(number, "", *map(phrase, (*texts, "a3")))
    return replace(made, children=made.children[:-1])


def inside(drafts: MeasuredPairs, row: Row = ROW, **gone: frozenset[int]) -> dict[int, int]:
    return {each.a: each.b for each in clause_pairs._inside(drafts, [row], SETTINGS, **gone)[0]}


def alike(drafts: MeasuredPairs, i: int, j: int) -> float:
    return float(drafts.clauses.block([i], [j])[0, 0])


@pytest.mark.parametrize(
    ("a", "b", "pairs"),
    [
        # Of twenty words five in a run come to .13: too little, unless the number is the same.
        (("m20", "g5 h15"), ("m20", "g5 k15"), {0: 0, 1: 1}),
        (("m20", "g5 h15"), ("m20", "n20", "g5 k15"), {0: 0}),
        (("m20", "g6 h14"), ("m20", "n20", "g6 k14"), {0: 0, 1: 2}),
        (("m20", "g3 h17"), ("m20", "g3 k17"), {0: 0}),
        # The only paragraphs may share less where both are short.
        (("g1 h24",), ("g1 k24",), {0: 0}),
        (("g1 h25",), ("g1 k24",), {}),
        (("g1 h24",), ("g1 k25",), {}),
        (("g1 h24", "m20"), ("g1 k24",), {}),
        (("g1 h24",), ("g1 k24", "n20"), {}),
        (("h24",), ("k24",), {}),
        (("g20",), (), {}),
        ((), ("g20",), {}),
    ],
)
def test_how_much_two_paragraphs_must_share(a, b, pairs: dict[int, int]) -> None:
    assert inside(measured((one(*a),), (one(*b),))) == pairs


@pytest.mark.parametrize(("below", "paired"), [(1e-9, True), (-1e-9, False)])
def test_the_bound_of_a_pair_of_paragraphs(
    below: float, paired: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbered = measured((one("m20", "g6 h14"),), (one("m20", "g6 k14"),))
    other = measured((one("m20", "g6 h14"),), (one("m20", "n20", "g6 k14"),))
    for drafts, place, bonus in ((numbered, 1, 0.05), (other, 2, 0.0)):
        monkeypatch.setattr(clause_pairs, "THRESHOLD", alike(drafts, 1, place) + bonus - below)
        assert (inside(drafts).get(1) == place) is paired


@pytest.mark.parametrize("bound", ["anchor", "pair"])
def test_a_row_of_one_short_paragraph_without_pair_of_articles_needs_an_anchor(bound: str) -> None:
    drafts = measured((one("g6 h14"),), (one("g6 k14"),))
    assert inside(drafts, Row((0,), (0,), (pair(0, 0, 1.0),) if bound == "pair" else ())) == (
        {0: 0} if bound == "pair" else {}
    )


@pytest.mark.parametrize(("below", "paired"), [(1e-9, True), (-1e-9, False)])
def test_a_paragraph_goes_to_another_article_of_the_row_from_an_anchor_on(below: float, paired: bool) -> None:
    # Article 1 became 1 and 2: what of it stands in 2 must be as alike as an anchor.
    drafts = measured((one("m20", "g10 h9"),), (one("m20"), one("n20", "g10 k9", number="2")))
    row = Row((0,), (0, 1), (pair(0, 0, 1.0),))
    settings = Settings(anchor_similarity=alike(drafts, 1, 2) + 0.05 - below)
    found = {each.a: each.b for each in clause_pairs._inside(drafts, [row], settings)[0]}
    assert found == ({0: 0, 1: 2} if paired else {0: 0})


@pytest.mark.parametrize(
    ("a", "b", "pairs"),
    [
        # Three times the same words: the one of the same number, else the one that stands nearest.
        (("g20",), ("h20", "g18 m2", "g18 n2"), {0: 1}),
        (("k20", "g20"), ("h20", "g18 m2", "g18 n2"), {1: 1}),
        (("k20", "l20", "g20"), ("h20", "g18 m2", "g18 n2"), {2: 2}),
    ],
)
def test_of_several_alike_the_number_decides(a, b, pairs: dict[int, int]) -> None:
    assert inside(measured((one(*a),), (one(*b),))) == pairs


def test_what_went_to_another_row_is_left_out() -> None:
    drafts = measured((one("g20", "h20", "k20"),), (one("g20", "h20", "k20"),))
    assert inside(drafts) == {0: 0, 1: 1, 2: 2}
    assert inside(drafts, gone_a=frozenset({1})) == {0: 0, 2: 2}
    assert inside(drafts, gone_b=frozenset({0})) == {1: 1, 2: 2}
    assert inside(drafts, gone_a=frozenset({0, 1, 2})) == {}
    assert inside(drafts, gone_b=frozenset({0, 1, 2})) == {}


def test_the_same_texts_are_alike_by_just_one() -> None:
    drafts = measured(
        (article("1", "", "“Gulls” nest.", "Crabs dig."),), (article("1", "", '"Gulls" nest.', "Crabs dig."),)
    )
    assert {each.similarity for each in clause_pairs._inside(drafts, [ROW], SETTINGS)[0]} == {1.0}


@pytest.mark.parametrize(
    ("a", "b", "bonus", "pairs"),
    [
        # The second paragraph is a little less like the one beside a sure pair than like the last.
        (("p20", "g20"), ("p20", "h20", "t20", "g8 k12"), 0.1, {0: 0, 1: 3}),
        (("p20", "g20"), ("p20", "g7 h13", "t20", "g8 k12"), 0.1, {0: 0, 1: 1}),
        (("x20", "p20", "g20"), ("p20", "g6 h14", "t20", "u20", "g10 k10"), 0.2, {1: 0, 2: 1}),
        (("x20", "p20", "g20"), ("p20", "g6 h14", "t20", "u20", "g10 k10"), 0.0, {1: 0, 2: 4}),
        # Two neighbours add no more than one.
        (("x20", "p20", "g20", "q20"), ("p20", "g6 h14", "q20", "u20", "g10 k10"), 0.12, {1: 0, 2: 4, 3: 2}),
        (("x20", "p20", "g20", "q20"), ("p20", "g6 h14", "q20", "u20", "g10 k10"), 0.3, {1: 0, 2: 1, 3: 2}),
    ],
)
def test_a_paragraph_beside_a_sure_pair_is_preferred(a, b, bonus: float, pairs: dict[int, int]) -> None:
    drafts = measured((one(*a),), (one(*b),))
    found = clause_pairs._inside(drafts, [ROW], Settings(neighbour_bonus=bonus))[0]
    assert {each.a: each.b for each in found} == pairs
    for each in found:
        assert each.similarity == pytest.approx(alike(drafts, each.a, each.b))


@pytest.mark.parametrize(
    ("similarity", "free", "crossed"),
    [
        # A common paragraph left over in one row and in another: nearly word for word it is the same.
        ("g20", "g20", True),
        ("g20", "g19 k1", True),
        ("g20", "g16 k4", False),
        ("g11", "g11", False),  # too short
        ("g12", "g12", True),
        ("g20", "[Deleted]", False),
    ],
)
def test_a_common_paragraph_left_over_is_found_in_another_row(
    similarity: str, free: str, crossed: bool
) -> None:
    # Two of them in either draft, so that none leads.
    there = (free,) if free.startswith("[") else (phrase("c20"), phrase(free))
    drafts = measured(
        (one("a20", similarity), one("b20", similarity, number="2")),
        (
            one("a20"),
            one("b20"),
            article("3", "", *there),
            one("d20", free if free[0] == "g" else "n20", number="4"),
        ),
    )
    rows = (*(Row((n,), (n,), (pair(n, n, 1.0),)) for n in (0, 1)), Row((), (2,)), Row((), (3,)))
    taken = {0, 2}, {0, 1}
    of_a, of_b = {0: 0, 1: 1}, {0: 0, 1: 1, 2: 2, 3: 3}
    found = clause_pairs._verbatim(drafts, *taken, of_a, of_b)
    assert found == ([(1, 5), (3, 3)] if crossed else [])
    assert rows[2].b == (2,)
    assert clause_pairs._verbatim(drafts, {0, 1, 2, 3}, set(), of_a, of_b) == []
    assert clause_pairs._verbatim(drafts, set(), set(range(6)), of_a, of_b) == []
    whole = dict.fromkeys(of_a, 0), dict.fromkeys(of_b, 0)
    assert clause_pairs._verbatim(drafts, *taken, *whole) == []  # it is the same row


@pytest.mark.parametrize(("below", "crossed"), [(0.0, True), (-1e-9, False)])
def test_from_when_on_it_is_word_for_word(
    below: float, crossed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = measured((one("g20"),), (one("m20"), one("g19 h1", number="2")))
    monkeypatch.setattr(clause_pairs, "VERBATIM", alike(drafts, 0, 1) - below)
    assert clause_pairs._verbatim(drafts, (), (), {0: 0}, {0: 0, 1: 1}) == ([(0, 1)] if crossed else [])


def test_the_nearest_of_those_left_over_is_it() -> None:
    drafts = measured((one("g20"),), (one("m20"), one("g19 h1", number="2"), one("g20", number="3")))
    assert clause_pairs._verbatim(drafts, (), (), {0: 0}, {0: 0, 1: 1, 2: 2}) == [(0, 2)]


@pytest.mark.parametrize(
    ("taken_a", "taken_b", "row", "found"),
    [
        ((), (), 1, [(0, 0), (1, 1)]),
        ((0,), (), 1, [(1, 1)]),
        ((), (1,), 1, [(0, 0)]),
        ((), (), 0, []),  # the same row
    ],
)
def test_short_paragraphs_of_one_place_each(taken_a, taken_b, row: int, found: list[tuple[int, int]]) -> None:
    drafts = measured((one("g7", "h8"),), (one("g7", "h8"),))
    assert clause_pairs._short(drafts, taken_a, taken_b, {0: 0}, {0: row}) == found


def test_a_placeholder_is_no_paragraph_that_went_elsewhere() -> None:
    text = "[Deleted and merged into article 7 below]"
    for a, b in ((article("1", "", text), one("m20")), (one("m20"), article("1", "", text))):
        drafts = measured((a, article("2", "", text)), (b, article("2", "", text)))
        assert clause_pairs._short(drafts, (), (), {0: 0, 1: 1}, {0: 2, 1: 3}) == []
        assert clause_pairs._verbatim(drafts, (), (), {0: 0, 1: 1}, {0: 2, 1: 3}) == []


@pytest.mark.parametrize(
    ("texts", "settled"),
    [
        # How much of twenty words a pair still shares: only one that is nearly the same cannot have gone.
        ("g20", True), ("g19 h1", True), ("g17 h3", False), ("g10 h10", False),
    ],
)  # fmt: skip
def test_which_pairs_are_settled(texts: str, settled: bool) -> None:
    drafts = measured((one("m20", "g20"),), (one("m20", texts),))
    found = [clause_pairs.ClausePair(n, n, 1.0) for n in (0, 1)]
    expected = {0, 1} if settled else {0}
    assert clause_pairs._settled(drafts, [found]) == (expected, expected)


@pytest.mark.parametrize(("below", "settled"), [(1e-9, True), (0.0, False)])
def test_from_when_on_a_pair_is_settled(below: float, settled: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = measured((one("g20", "m20"),), (one("g18 h2", "m20"),))
    ((cosine,),) = drafts.clauses.cosines([0], [0]).tolist()
    monkeypatch.setattr(clause_pairs, "LEAD", 1.0 - cosine + below)
    kept = clause_pairs._settled(drafts, [[clause_pairs.ClausePair(0, 0, 1.0)]])
    assert kept == (({0}, {0}) if settled else (set(), set()))


def rows(drafts: MeasuredPairs) -> tuple[Row, ...]:
    """Articles of one place in pairs, those behind them alone."""
    height, width = len(drafts.a.units), len(drafts.b.units)
    both = min(height, width)
    return (
        *(Row((n,), (n,), (pair(n, n, 1.0),)) for n in range(both)),
        *(Row((n,), ()) for n in range(both, height)),
        *(Row((), (n,)) for n in range(both, width)),
    )


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        # Paragraphs by article in either draft; the pairs of each row, as places in A and in B.
        ([["a20", "g20"], ["b20"]], [["a20"], ["b20", "g20"]], [[(0, 0)], [(2, 1), (1, 2)]]),
        ([["a20"], ["b20", "g20"]], [["a20", "g20"], ["b20"]], [[(0, 0), (2, 1)], [(1, 2)]]),
        # What took the place of one that went is compared with what is left.
        ([["g20", "m8 h12"], ["b20"]], [["m8 k12"], ["b20", "g20"]], [[(1, 0)], [(2, 1), (0, 2)]]),
        ([["g14 m9"], ["b20"]], [["m9 k9"], ["b20", "g14"]], [[], [(1, 1), (0, 2)]]),
        ([["m9 k9"], ["b20", "g14"]], [["g14 m9"], ["b20"]], [[(2, 0)], [(1, 1)]]),
        ([["a20", "g20"]], [["a20"], ["g20"]], [[(0, 0)], [(1, 1)]]),
        ([["a20"], ["g20"]], [["a20", "g20"]], [[(0, 0), (1, 1)], []]),
        ([["a20", "g7"], ["b20"]], [["a20"], ["b20", "g7"]], [[(0, 0)], [(2, 1), (1, 2)]]),
        ([["a20", "g4"], ["b20"]], [["a20"], ["b20", "g4"]], [[(0, 0)], [(2, 1)]]),
        # Common ones: both stay at home, the third goes where one more is wanted.
        ([["a20", "g20"], ["b20", "g20"], ["c20", "g20"]], [["a20", "g20"], ["b20", "g20"], ["c20"], ["d20", "g20"]],
         [[(0, 0), (1, 1)], [(2, 2), (3, 3)], [(4, 4)], [(5, 6)]]),
    ],
)  # fmt: skip
def test_which_paragraph_is_which_in_all_rows(a, b, found: list[list[tuple[int, int]]]) -> None:
    drafts = measured(*(
        tuple(one(*texts, number=str(n)) for n, texts in enumerate(each, 1)) for each in (a, b)
    ))  # fmt: skip
    listed = pair_clauses(drafts, rows(drafts), SETTINGS)
    assert [[(each.a, each.b) for each in row] for row in listed] == found
    for each in (each for row in listed for each in row):
        assert each.similarity == pytest.approx(alike(drafts, each.a, each.b))
    at_home = pair_clauses(drafts, rows(drafts), SETTINGS, across=False)
    unit_a, unit_b = drafts.a.unit_of, drafts.b.unit_of
    assert all(unit_a[each.a] == unit_b[each.b] for row in at_home for each in row)
