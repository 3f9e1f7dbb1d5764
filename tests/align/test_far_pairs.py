"""What answers to what between two instruments, and what of a text is formula: figures worked by hand."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import pytest

from tests.align.alignment_drafts import article, closing, draft, preamble
from tests.align.test_going_elsewhere import measured, phrase
from treatydiff.align import far_pairs, formulas, sides
from treatydiff.align.arrays import Floats
from treatydiff.align.far_pairs import pair_far_units
from treatydiff.align.grams import gathered, run_counts, word_numbers
from treatydiff.align.headed.stems import heading_stems
from treatydiff.align.sides import AlignedSide, side_of
from treatydiff.align.similarity import MeasuredPairs
from treatydiff.align.sparse.rows import side_by_side
from treatydiff.model import Provision

TIDES = article("8", "Tides", phrase("t20"))


def headed(*headings: str, text: str = "Gulls nest.") -> AlignedSide:
    return side_of(draft(*(article(str(n), heading, text) for n, heading in enumerate(headings, 1))))


def cosine(drafts: MeasuredPairs, i: int, j: int) -> float:
    return float((drafts.content.a @ drafts.content.b.turned()).dense()[i, j])


@pytest.mark.parametrize(
    ("words", "stems"),
    [
        (("amendments", "of", "the", "annex"), {"amendm", "the", "annex"}),
        (("lantern", "lanterns"), {"lanter"}),
        (("ox",), set()),
        (("oxe",), {"oxe"}),
        (("条约", "é"), {"条约", "é"}),  # letters of other scripts are words
        ((), set()),
    ],
)
def test_stems_of_headings(words: tuple[str, ...], stems: set[str]) -> None:
    assert heading_stems(words) == stems


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        # Stems that weigh 1, 2 and 3; twice what is shared over what there is.
        ("p", "p", 1.0),
        ("pq", "p", 2 * 1 / 4),
        ("pq", "q", 2 * 2 / 5),
        ("pq", "qr", 2 * 2 / 8),
        ("p", "q", 0.0),
        ("", "p", 0.0),
        ("z", "z", 0.0),  # what every heading has weighs nothing
    ],
)
def test_rare_stems_count_more(one: str, other: str, alike: float) -> None:
    weights = {"p": 1.0, "q": 2.0, "r": 3.0, "z": 0.0}
    assert far_pairs._alike(frozenset(one), frozenset(other), weights) == pytest.approx(alike)


@pytest.mark.parametrize(
    ("in_a", "in_b", "alike"),
    [
        # Headings of the articles of either draft: how alike those are that are at all.
        (["Lantern theft"], ["Lantern theft", "Gulls"], {(0, 0): 1.0}),
        (["Lantern theft"], ["Lantern theft"], {}),  # what every heading has weighs nothing
        (["Lantern theft", "Oil theft"], ["Lantern storage"], {(0, 0): "lanter|lanter theft|lanter storag"}),
        (["Amendment"], ["Revision"], {(0, 0): 0.8}),
        (["Amendment of annexes"], ["Amendment"], {(0, 0): 0.8}),  # of a kind, which says more than the words
        (["Amendment of lantern annexes"], ["Revision of lantern annexes"], {(0, 0): 0.8}),
        (["Use of terms"], ["Definitions"], {(0, 0): 0.8}),
        (["Purpose"], ["Objectives"], {(0, 0): 0.8}),
        (["Amendment"], ["Withdrawal"], {}),
        (["Lanterns"], ["Gulls"], {}),
        ([""], [""], {}),
        ([], ["Lanterns"], {}),
    ],
)
def test_how_alike_the_headings_of_two_instruments_are(in_a: list[str], in_b: list[str], alike) -> None:
    a, b = headed(*in_a), headed(*in_b)
    stems = [heading_stems(words) for side in (a, b) for words in side.headings]
    seen = Counter(stem for each in stems for stem in each)
    weight = {stem: math.log((1 + len(stems)) / (1 + count)) for stem, count in seen.items()}

    def worked(told: float | str) -> float:
        if isinstance(told, float):
            return told
        shared, one, other = (sum(weight[stem] for stem in part.split()) for part in told.split("|"))
        return 2 * shared / (one + other)

    assert far_pairs._headings(a, b) == pytest.approx({pair: worked(told) for pair, told in alike.items()})


def test_preambles_and_closing_formulas_answer_to_their_like() -> None:
    both = side_of(
        draft(preamble("Gulls nest."), article("1", "", "Crabs dig."), closing("Done at the pier."))
    )
    assert far_pairs._headings(both, both) == {(0, 0): 1.0, (2, 2): 1.0}
    turned = side_of(draft(closing("Done at the pier."), preamble("Gulls nest.")))
    assert far_pairs._headings(both, turned) == {(0, 1): 1.0, (2, 0): 1.0}


@pytest.mark.parametrize(("above", "paired"), [(0.0, True), (1e-9, False)])
@pytest.mark.parametrize(
    ("one", "other", "heading"),
    [
        (article("1", "", phrase("g10 h10 n4")), article("2", "", phrase("g10 k10 n4")), 0.0),
        (article("1", "Lamps", phrase("g10 h10")), article("2", "Lamps", phrase("g10 k10")), 1.0),
        (article("1", "Amendment", phrase("g10 h10")), article("2", "Revision", phrase("k10")), 0.8),
    ],
)
def test_content_and_heading_must_come_to_the_bar(
    one: Provision,
    other: Provision,
    heading: float,
    above: float,
    paired: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drafts = measured((TIDES, one), (article("9", "", phrase("u20")), article("7", "", phrase("v20")), other))
    score = 0.7 * cosine(drafts, 1, 2) + 0.3 * heading
    monkeypatch.setattr(far_pairs, "FAR_BAR", score * (1 + above) - 1e-15 * (not above))
    monkeypatch.setattr(far_pairs, "NEAREST_FAR", 1.1)
    found = pair_far_units(drafts)
    assert [(each.a, each.b) for each in found] == ([(1, 2)] if paired else [])
    for each in found:
        text = float(drafts.units.block([1], [2])[0, 0])
        assert (each.text, each.heading, each.score) == pytest.approx((text, heading, score))
        assert (each.number, each.beside) == (False, 0)


@pytest.mark.parametrize(
    ("a", "b", "pairs"),
    [
        # Articles of either instrument; each has one partner at most, the best first.
        (("g20", "h20"), ("h20", "g20"), [(0, 1), (1, 0)]),
        (("g20",), ("g16 m4", "g20"), [(0, 1)]),
        (("g16 m4", "g20"), ("g20",), [(1, 0)]),
        (("g20",), ("h20",), []),
        ((), ("h20",), []),
        (("g20",), (), []),
        (("g20", "h20", "k20", "l20"), ("l20", "m20", "k20", "h20"), [(1, 3), (2, 2), (3, 0)]),
    ],
)
@pytest.mark.parametrize("at_once", [1, 3, 256])
def test_one_article_answers_to_one(a, b, pairs, at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formulas, "_ROWS_AT_ONCE", at_once)
    monkeypatch.setattr(formulas, "KEPT_CELLS", at_once)
    drafts = measured(*(
        tuple(article(str(n), "", phrase(text)) for n, text in enumerate(each, 1)) for each in (a, b)
    ))  # fmt: skip
    found = pair_far_units(drafts)
    assert [(each.a, each.b) for each in found] == pairs
    assert all(each.number is (each.a == each.b) for each in found)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("1", "1", True), ("1 bis", "1bis", True), ("1", "2", False), ("", "", False), ("", "1", False)],
)
def test_articles_of_one_number(one: str, other: str, same: bool) -> None:
    a, b = (side_of(draft(article(number, "", phrase("g9")))) for number in (one, other))
    assert far_pairs._same_number(a, b, 0, 0) is same


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (article("1", "", phrase("g9")), article("1", "", phrase("h9")), True),
        (article("1", "", "[Deleted]"), article("1", "", phrase("h9")), False),
        (article("1", "", phrase("g9")), article("1", "", "[Deleted]"), False),
        (preamble(phrase("g9")), article("1", "", phrase("h9")), False),
    ],
)
def test_what_may_answer_to_what(one: Provision, other: Provision, may: bool) -> None:
    a, b = side_of(draft(one)), side_of(draft(other))
    assert far_pairs._may_pair(a, b, 0, 0) is may


def optional(*ids: str) -> AlignedSide:
    return side_of(draft(*(Provision(key, "article", text=phrase(f"g{n}")) for n, key in enumerate(ids, 5))))


@pytest.mark.parametrize(
    ("ids", "places"),
    [
        (("art_1", "art_2"), [0, 1]),
        (("art_1__opt_1", "art_1__opt_2", "art_2"), [0, 0, 1]),
        (("opt_1__art_1", "opt_2__art_1"), [0, 0]),
        (("art_1__opt_1__para_1", "art_2__opt_1__para_1"), [0, 1]),
        (("adopt_1", "adopt_2"), [0, 1]),  # no option
    ],
)
def test_options_of_a_group_are_one_place(ids: tuple[str, ...], places: list[int]) -> None:
    assert sides._places(optional(*ids)) == places


@pytest.mark.parametrize(
    ("texts", "formula", "inside"),
    [
        # Texts, a run of five that is a formula, and which of their words lie in it.
        (["f5"], "f5", "11111"),
        (["f5 g2"], "f5", "1111100"),
        (["g2 f5"], "f5", "0011111"),
        (["g1 f5 g2 f5 h1"], "f5", "01111100111110"),
        (["f4", "g1"], "f5", "00000"),
        (["g2", "f5", "g3"], "f5", "0011111000"),
        (["g5"], "f5", "00000"),
    ],
)
def test_which_words_lie_in_a_formula(texts: list[str], formula: str, inside: str) -> None:
    runs = side_of(
        draft(*(article(str(n), "", phrase(text)) for n, text in enumerate((*texts, formula))))
    ).runs
    said = np.zeros(len(runs.holders), np.bool_)
    said[runs.five_at[-5]] = True
    assert "".join(str(int(each)) for each in formulas._inside(runs, said)[:-5]) == inside


def test_two_formulas_may_overlap() -> None:
    runs = side_of(draft(article("1", "", phrase("f8 g2")))).runs
    said = np.zeros(len(runs.holders), np.bool_)
    said[runs.five_at[[0, 2]]] = True
    assert formulas._inside(runs, said).tolist() == [True] * 7 + [False] * 3


def tf_idf(counts: Floats) -> Floats:
    """Rows of counts weighted, as the definition has it, and brought to length one."""
    seen = (counts > 0.0).sum(axis=0)
    weighted = np.where(counts > 0.0, 1.0 + np.log(np.maximum(counts, 1.0)), 0.0)
    weighted *= np.log((1.0 + len(counts)) / (1.0 + seen)) + 1.0
    lengths = np.sqrt((weighted**2).sum(axis=1, keepdims=True))
    found: Floats = weighted / np.where(lengths > 0.0, lengths, 1.0)
    return found


FORMULA = "f6"


@pytest.mark.parametrize(
    ("a", "b", "left_a", "left_b"),
    [
        # Articles by paragraph, f6 in four of A's; and what is left of them, by stretches.
        (
            [["f6 g3"], ["h2 f6 k2"], ["f6"], ["m3", "f6 n2"]], [["g3 f6"], ["h2", "k2"], ["f6 m3", "q4"]],
            [["g3"], ["h2", "k2"], [], ["m3", "n2"]], [["g3"], ["h2", "k2"], ["m3", "q4"]],
        ),
        # Twice in either draft.
        ([["f6 g3"], ["f6 h3"], ["k3"]], [["f6 g3"], ["f6"], []], [["g3"], ["h3"], ["k3"]], [["g3"], [], []]),
        ([["f6 g3"], ["f6 h3"]], [["f6 g3"], ["k3"]], [["f6 g3"], ["f6 h3"]], [["f6 g3"], ["k3"]]),
        ([["f6 g3"]], [], [["f6 g3"]], []),
        ([], [["f6 g3"]], [], [["f6 g3"]]),
        ([], [], [], []),
    ],
)  # fmt: skip
def test_content_is_what_is_left_of_a_text_without_its_formulas(a, b, left_a, left_b) -> None:
    drafts = measured(*(
        tuple(article(str(n), "", *map(phrase, texts)) for n, texts in enumerate(each, 1)) for each in (a, b)
    ))  # fmt: skip
    rest = measured(*(
        tuple(article(str(n), "", *map(phrase, texts)) for n, texts in enumerate(each, 1))
        for each in (left_a, left_b)
    ))  # fmt: skip
    counts, _ = run_counts(
        word_numbers(
            [list(side.keys(c)) for side in (rest.a, rest.b) for c in range(len(side.clauses))]
        ).words,
        (1, 2),
    )
    found = (drafts.content.a @ drafts.content.b.turned()).dense()
    assert found.shape == (len(a), len(b))
    if not counts[1].shape[0]:
        assert not drafts.content.in_both
        return
    owners = [*rest.a.unit_of, *(unit + len(a) for unit in rest.b.unit_of)]
    right = tf_idf(side_by_side(*(gathered(counts[n], owners, len(a) + len(b)) for n in (1, 2))).dense())
    assert found == pytest.approx(right[: len(a)] @ right[len(a) :].T)
    assert drafts.content.in_both is bool(right[: len(a)].any() and right[len(a) :].any())
