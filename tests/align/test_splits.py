"""When clauses tie units together, and when a pair must yield to such ties: at the very edges of the thresholds."""

from __future__ import annotations

import numpy as np
import pytest

from tests.align.alignment_drafts import article, draft
from treatydiff.align import splits
from treatydiff.align.align import match_drafts
from treatydiff.align.crossings import only_places
from treatydiff.align.sides import AlignedSide, side_of
from treatydiff.align.similarity import MeasuredPairs, measure
from treatydiff.align.unit_pairs import UnitPair
from treatydiff.model import Provision
from treatydiff.settings import Settings

SETTINGS = Settings()
TEN = "gulls nest upon our old tower each cold spring again"
FAIR = "sailors bring their broken oars before the wharf court"


def sides(a: tuple[Provision, ...], b: tuple[Provision, ...]) -> tuple[AlignedSide, AlignedSide]:
    return side_of(draft(*a)), side_of(draft(*b))


def measured(a: tuple[Provision, ...], b: tuple[Provision, ...]) -> MeasuredPairs:
    return measure(*sides(a, b))


def words(count: int, voice: str = "w") -> str:
    """So many different words, others for every voice."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return " ".join(f"{voice}{letters[n // 26]}{letters[n % 26]}x" for n in range(count))


def pair(a: int, b: int, score: float, heading: float = 0.0) -> UnitPair:
    return UnitPair(a, b, score, heading, number=False, beside=0, score=score)


@pytest.mark.parametrize(
    ("count", "share", "held"),
    [
        (11, 0.79, 0), (12, 0.45, 12), (12, 0.44, 0), (13, 0.45, 13),
        # word for word but for a seam, a shorter one is, too
        (11, 0.8, 11), (5, 0.8, 5), (4, 1.0, 0),
    ],
)  # fmt: skip
def test_a_clause_is_evidence_from_twelve_words_on_or_word_for_word(
    count: int, share: float, held: int
) -> None:
    side = side_of(draft(article("1", "", words(count))))
    assert splits._words_held(side, range(1), np.array([[share]])).tolist() == [[held]]


def test_a_definition_joined_to_its_chapeau_was_split_off() -> None:
    others = article("2", "", words(30, "t"))
    terms = Provision("art_1", "article", "1", children=(
        Provision("art_1__intro", "intro", "", text="Для целей настоящей Конвенции:"),
        Provision("art_1__a", "subparagraph", "a", text="«маяк» означает каменную башню со световым прибором"),
        Provision("art_1__b", "subparagraph", "b",
                  text="«смотритель» означает лицо, назначенное портом для ухода за башней, ее прибором и садом"),
    ))  # fmt: skip
    after = (
        article("1", "", "Для целей настоящей Конвенции «маяк» означает каменную башню со световым прибором."),
        article("2", "", "Для целей настоящей Конвенции «смотритель» означает лицо, назначенное портом для "
                "ухода за башней, ее прибором и садом."),
        article("3", "", words(30, "t")),
    )  # fmt: skip
    rows = match_drafts(draft(terms, others, language="ru"), draft(*after, language="ru"), SETTINGS)
    assert [(row.a, row.b) for row in rows] == [(("art_1",), ("art_1", "art_2")), (("art_2",), ("art_3",))]


def test_short_definitions_that_become_articles_were_split_off() -> None:
    kiln = "kiln means an oven for bricks"
    glaze = "glaze means a glassy coat upon tiles"
    clay = "clay means the soft earth of a river bank"
    a = (
        article("1", "Scope", "This agreement applies to tiles that are fired in a town."),
        article("2", "Definitions", kiln, glaze, clay),
        article("3", "Stamps", "Every tile shall bear the stamp of the potter who fired it."),
    )
    b = (
        a[0],
        article("2", "Kiln", kiln),
        article("3", "Glaze", glaze),
        article("4", "Clay", clay),
        article("5", "Stamps", "Every tile shall bear the stamp of the potter who fired it."),
    )
    rows = match_drafts(draft(*a), draft(*b), SETTINGS)
    assert [(row.a, row.b) for row in rows] == [
        (("art_1",), ("art_1",)),
        (("art_2",), ("art_2", "art_3", "art_4")),
        (("art_3",), ("art_5",)),
    ]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (("data",), ("data",), True),
        (("interference", "with", "data"), ("interference", "with", "data", "and", "systems"), True),
        # Two words of four shared are half of all words: enough.
        (("border", "measures"), ("border", "checks"), True),
        (("border", "measures"), ("border", "checks", "abroad"), False),
        (("lamps",), ("nets",), False),
        ((), (), False),
        ((), ("nets",), False),
    ],
)
def test_headings_are_alike_from_half_of_their_words_on(
    one: tuple[str, ...], other: tuple[str, ...], alike: bool
) -> None:
    assert splits._alike(one, other) is alike


@pytest.mark.parametrize(
    ("score", "heading", "ties", "yields"),
    [
        (0.2, "", {}, False),
        (0.2, "", {(0, 0): 10}, False),  # its own clauses are no tie to others
        (0.2, "", {(0, 1): 5}, True),  # half of A's ten words
        (0.2, "", {(0, 1): 4}, False),
        (0.2, "", {(1, 0): 10}, True),  # half of B's twenty words
        (0.2, "", {(1, 0): 9}, False),
        (0.2, "", {(1, 1): 20}, False),
        (0.35, "", {(0, 1): 10}, False),  # as alike as an anchor
        (0.34, "", {(0, 1): 10}, True),
        (0.2, "Gulls", {(0, 1): 10}, False),  # a name of its own
    ],
)
def test_a_weak_pair_yields_where_half_of_either_article_belongs_elsewhere(
    score: float, heading: str, ties: dict[tuple[int, int], int], yields: bool
) -> None:
    drafts = measured(
        (article("1", heading, words(10)), article("2", "", TEN)),
        (article("1", heading, words(20)), article("2", "", FAIR)),
    )
    assert splits._overruled(pair(0, 0, score, float(bool(heading))), drafts, ties, SETTINGS) is yields


@pytest.mark.parametrize(
    ("paired", "kept"),
    [
        ((), {(0, 0), (1, 1)}),
        # Of ties of units without a partner those stay that share content, here the second article's.
        ((pair(0, 0, 1.0), pair(1, 1, 1.0)), {(0, 0), (0, 1), (1, 0), (1, 1)}),
        ((pair(0, 0, 1.0),), {(0, 0), (1, 1)}),
    ],
)
def test_a_unit_without_partner_is_tied_by_more_than_formulas(
    paired: tuple[UnitPair, ...], kept: set[tuple[int, int]]
) -> None:
    drafts = measured(
        (article("1", "", words(14)), article("2", "", TEN)),
        (article("1", "", words(14)), article("2", "", TEN)),
    )
    ties = {(i, j): 12 for i in (0, 1) for j in (0, 1)}
    assert set(splits._more_than_formulas(drafts, paired, ties)) == kept


def test_of_free_units_the_heaviest_tie_pairs_each_once() -> None:
    drafts = measured(
        (article("1", "", words(14)), article("2", "", TEN)),
        (article("1", "", words(14)), article("2", "", words(13)), article("", "", FAIR)),
    )
    ties = {(0, 0): 12, (0, 1): 13, (1, 1): 5, (1, 2): 4}
    found = splits._with_free_ties(drafts, (), ties)
    assert [(each.a, each.b, each.number) for each in found] == [(0, 1, False), (1, 2, False)]
    same = splits._with_free_ties(drafts, (), {(0, 0): 12})
    assert [(each.a, each.b, each.number, each.heading) for each in same] == [(0, 0, True, 0.0)]
    assert same[0].text == same[0].score > 0.9


@pytest.mark.parametrize(
    ("a", "b", "homes"),
    [
        ((words(5),), (words(5),), {0: 0}),
        ((words(11),), (FAIR, words(11)), {0: 1}),
        ((words(4),), (words(4),), {}),
        ((words(12),), (words(12),), {}),
        # Said twice in either draft, it is no evidence.
        ((words(5), words(5)), (words(5),), {}),
        ((words(5),), (words(5), words(5)), {}),
    ],
)
def test_a_short_clause_is_followed_where_it_stands_word_for_word_once(
    a: tuple[str, ...], b: tuple[str, ...], homes: dict[int, int]
) -> None:
    one, other = sides(
        *(tuple(article(str(n), "", text) for n, text in enumerate(texts, 1)) for texts in (a, b))
    )
    assert only_places(one, other) == homes


@pytest.mark.parametrize(
    ("there", "found"),
    [
        (words(14), {(0, 0): 14}),
        (words(12), {(0, 0): 14}),
        ("[Deleted]", {}),  # a placeholder is nobody's home
        (FAIR, {}),
    ],
)
def test_clauses_depart_to_the_unit_that_holds_them(there: str, found: dict[tuple[int, int], int]) -> None:
    drafts = measured((article("1", "", words(14)),), (article("1", "", there),))
    gone = splits._departures(drafts.held_in_b, drafts.b, {})
    assert gone == found
    assert splits._departures(drafts.held_in_b, drafts.b, {0: 0}) == {}


@pytest.mark.parametrize(
    ("theirs", "partner", "found"),
    [
        ((words(14),), {}, {(0, 0): 14}),
        ((words(14), FAIR), {}, {(0, 0): 14}),
        ((words(14),), {0: 0}, {}),
        ((FAIR,), {}, {}),
    ],
)
def test_a_free_unit_is_absorbed_where_half_of_its_words_stand(
    theirs: tuple[str, ...], partner: dict[int, int], found: dict[tuple[int, int], int]
) -> None:
    drafts = measured((article("1", "", words(14)),), (article("1", "", *theirs),))
    assert splits._absorbed(drafts.held_in_b, drafts.held_in_a, partner, {}) == found


@pytest.mark.parametrize(("count", "found"), [(11, {}), (12, {(0, 0): 12})])
def test_a_shorter_clause_departs_only_word_for_word(count: int, found: dict[tuple[int, int], int]) -> None:
    drafts = measured((article("1", "", words(count)),), (article("1", "", words(count) + " too"),))
    assert splits._departures(drafts.held_in_b, drafts.b, {}) == found


@pytest.mark.parametrize(("rest", "tied"), [(60, {(0, 1): 12}), (66, {})])
def test_a_tie_is_a_sixth_of_either_article_at_least(rest: int, tied: dict[tuple[int, int], int]) -> None:
    # 12 words of 72 are .167, of 78 .154; .16 are asked.
    went, kept, other = words(12, "g"), words(rest, "k"), words(rest, "t")
    drafts = measured(
        (article("1", "", kept, went), article("2", "", other)),
        (article("1", "", kept), article("2", "", other, went)),
    )
    pairs = (pair(0, 0, 1.0), pair(1, 1, 1.0))
    assert splits._ties(drafts, pairs, SETTINGS) == tied
