"""What is called moved, renumbered, amended or lifted: of clauses in a row, of rows, and at the bounds."""

from __future__ import annotations

import pytest

from tests.align.alignment_drafts import article, container, draft, draft_of
from tests.align.test_going_elsewhere import phrase
from tests.align.test_splits import pair
from treatydiff.align import relations
from treatydiff.align.clause_pairs import ClausePair
from treatydiff.align.relations import Flags
from treatydiff.align.rows import Row
from treatydiff.align.sides import AlignedSide, side_of
from treatydiff.model import Instrument, Provision, ProvisionKind

SAME = Row((0,), (0,), (pair(0, 0, 1.0),))


def paragraph(number: str, *texts: str) -> Provision:
    """A paragraph of article 1 with a subparagraph for every text."""
    key = f"art_1__para_{number}"
    return Provision(key, "paragraph", number, children=tuple(
        Provision(f"{key}__subpara_{letter}", "subparagraph", letter, text=phrase(text))
        for letter, text in zip("abcd", texts, strict=False)
    ))  # fmt: skip


def side(*provisions: Provision) -> AlignedSide:
    return side_of(draft(*provisions))


def first(*children: Provision, heading: str = "", number: str = "1") -> Provision:
    return Provision("art_1", "article", number, heading, children=children)


@pytest.mark.parametrize(
    ("a", "b", "pairs", "stay"),
    [
        # Subparagraphs by paragraph in either draft, and which became which; which paragraphs then correspond.
        ([["g10"], ["h10"]], [["g10"], ["h10"]], [(0, 0), (1, 1)], {"1=1", "2=2"}),
        ([["g10"], ["h10"]], [["h10"], ["g10"]], [(0, 1), (1, 0)], {"1=2", "2=1"}),
        # Half of paragraph 1, a small part of what it went into: enough, just.
        ([["g10", "h10"], ["k40"], ["l40"]], [["g10", "k40"], ["h10", "l40"]], [(0, 0), (1, 2), (2, 1), (3, 3)],
         {"1=1", "1=2", "2=1", "3=2"}),
        ([["g10", "h11"], ["k40"], ["l40"]], [["g10", "k40"], ["h11", "l40"]], [(0, 0), (1, 2), (2, 1), (3, 3)],
         {"1=2", "2=1", "3=2"}),
        ([["g11", "h10"], ["k40"], ["l40"]], [["g11", "k40"], ["h10", "l40"]], [(0, 0), (1, 2), (2, 1), (3, 3)],
         {"1=1", "2=1", "3=2"}),
        # Half of what it became, a small part of what it was.
        ([["g10", "k40"], ["h10", "l40"]], [["g10", "h10"], ["k40"], ["l40"]], [(0, 0), (2, 1), (1, 2), (3, 3)],
         {"1=1", "2=1", "1=2", "2=3"}),
        # Two short ones count as much as a longer one of a word more in either draft.
        ([["g5", "m5", "h10"], ["k40"], ["l40"]], [["g5", "m5", "k40"], ["h10", "l40"]],
         [(0, 0), (1, 1), (2, 3), (3, 2), (4, 4)], {"1=1", "2=1", "3=2"}),
        ([["g5", "m5", "h11"], ["k40"], ["l40"]], [["g5", "m5", "k40"], ["h11", "l40"]],
         [(0, 0), (1, 1), (2, 3), (3, 2), (4, 4)], {"1=2", "2=1", "3=2"}),
    ],
)  # fmt: skip
def test_paragraphs_correspond_by_half_of_the_words_below(a, b, pairs, stay: set[str]) -> None:
    one, other = (
        side(first(*(paragraph(str(n), *texts) for n, texts in enumerate(each, 1)))) for each in (a, b)
    )
    found = relations._corresponding_parents(one, other, [ClausePair(i, j, 1.0) for i, j in pairs])
    assert {f"{above_a[-1]}={above_b[-1]}" for above_a, above_b in found} == stay


def leaf(kind: ProvisionKind, number: str = "") -> Provision:
    return Provision(f"art_1__para_{number or 'u1'}", kind, number, text=phrase("g10"))


def chapeau(number: str) -> Provision:
    key = f"art_1__para_{number}"
    return Provision(key, "paragraph", number, children=(Provision(f"{key}__intro", "intro", text="Boats:"),))


ARTICLE_CHAPEAU = Provision("art_1__intro", "intro", text="Boats:")


@pytest.mark.parametrize(
    ("one", "other", "relabelled"),
    [
        # The only clause of article 1 and of article 2.
        (leaf("paragraph", "1"), leaf("paragraph", "1"), False),
        (leaf("paragraph", "1"), leaf("paragraph", "2"), True),
        (leaf("paragraph"), leaf("paragraph", "1"), True),
        (chapeau("1"), chapeau("1"), False),
        (chapeau("1"), chapeau("2"), True),  # a chapeau bears the number of its paragraph
        (ARTICLE_CHAPEAU, ARTICLE_CHAPEAU, False),  # but not that of its article
        (ARTICLE_CHAPEAU, chapeau("2"), False),
        (chapeau("2"), ARTICLE_CHAPEAU, False),
        (paragraph("1", "g5"), paragraph("2", "g5"), False),  # (a) stays (a)
    ],
)
def test_which_clauses_are_renumbered(one: Provision, other: Provision, relabelled: bool) -> None:
    a = side(Provision("art_1", "article", "1", children=(one,)))
    b = side(Provision("art_2", "article", "2", children=(other,)))
    assert relations._relabelled(a, b, ClausePair(0, 0, 1.0)) is relabelled
    back = relations._relabelled(b, a, ClausePair(0, 0, 1.0))
    assert back is relabelled


def test_a_chapeau_and_a_paragraph_have_no_number_to_change() -> None:
    a = side(Provision("art_1", "article", "1", children=(chapeau("1"),)))
    b = side(Provision("art_1", "article", "1", children=(Provision("art_1__para_2", "paragraph", "2", children=(
        Provision("art_1__para_2__wrapup", "wrapup", text="Boats:"),
    )),)))  # fmt: skip
    assert not relations._relabelled(a, b, ClausePair(0, 0, 1.0))
    assert not relations._relabelled(b, a, ClausePair(0, 0, 1.0))
    alone = side(Provision("x", "intro", text="Boats:")), side(Provision("y", "intro", text="Boats:"))
    assert not relations._relabelled(*alone, ClausePair(0, 0, 1.0))


@pytest.mark.parametrize(
    ("here", "there", "moved"),
    [
        # Paragraphs of an article, and of the two it was split into, of which the second is its own.
        (("g10", "k30", "l30"), (("k30", "l30"), ("g10",)), {"k", "l"}),
        (("k30", "g10", "l30"), (("k30",), ("g10", "l30")), set()),
        (("g10", "h30"), ((), ("h30", "g10")), {"g"}),
    ],
)
def test_what_left_for_another_article_gives_way_to_what_stayed(here, there, moved: set[str]) -> None:
    a = side(article("1", "", *map(phrase, here)))
    b = side(*(article(str(n), "", *map(phrase, texts)) for n, texts in enumerate(there, 1)))
    places = {b.clauses[c].text[0]: c for c in range(len(b.clauses))}
    pairs = [ClausePair(c, places[a.clauses[c].text[0]], 1.0) for c in range(len(a.clauses))]
    row = Row((0,), (0, 1), (pair(0, 1, 1.0),))
    found = relations.clause_flags(a, b, row, pairs)
    assert {
        a.clauses[each.a].text[0] for each, flags in zip(pairs, found, strict=True) if flags.moved
    } == moved


def test_a_clause_from_another_row_has_moved() -> None:
    a = side(article("1", "", phrase("g10")), article("2", "", phrase("h10")))
    b = side(article("1", "", phrase("g10"), phrase("h10")))
    found = relations.clause_flags(a, b, SAME, [ClausePair(0, 0, 1.0), ClausePair(1, 1, 1.0)])
    assert [flags.moved for flags in found] == [False, True]


@pytest.mark.parametrize(
    ("heading", "text", "heading_after", "text_after", "amended", "lifted"),
    [
        # A paragraph with a heading of its own.
        ("Lamps", "Gulls nest.", "Lamps", "Gulls nest.", False, False),
        ("Lamps", "Gulls nest.", "Nets", "Gulls nest.", True, False),
        ("Lamps", "Gulls nest.", "Lamps", "Gulls sleep.", True, False),
        ("[Lamps]", "Gulls nest.", "Lamps", "Gulls nest.", False, True),
        ("Lamps", "Gulls [nest].", "Lamps", "Gulls nest.", False, True),
        ("[Lamps]", "Gulls nest.", "Lamps", "Gulls sleep.", True, True),
    ],
)
def test_what_changed_in_a_clause(
    heading: str, text: str, heading_after: str, text_after: str, amended: bool, lifted: bool
) -> None:
    a, b = (
        side(first(Provision("art_1__para_1", "paragraph", "1", head, text=said)))
        for head, said in ((heading, text), (heading_after, text_after))
    )
    (found,) = relations.clause_flags(a, b, SAME, [ClausePair(0, 0, 1.0)])
    assert (found.amended, found.lifted, found.moved, found.renumbered) == (amended, lifted, False, False)


@pytest.mark.parametrize(
    ("before", "after", "clauses", "whole", "flags"),
    [
        # An article in either draft, what is true of its clauses, and whether all of these are in the row.
        (("1", "Lamps", "Gulls nest."), ("1", "Lamps", "Gulls nest."), (), True, Flags()),
        (("1", "Lamps", "Gulls nest."), ("2", "Lamps", "Gulls nest."), (), True, Flags(renumbered=True)),
        (("1", "Lamps", "Gulls nest."), ("1", "Nets", "Gulls nest."), (), True, Flags(amended=True)),
        (("1", "Lamps", "Gulls nest."), ("1", "Lamps", "Gulls sleep."), (), True, Flags(amended=True)),
        (("1", "Lamps", "Gulls nest."), ("1", "Lamps", "Gulls nest."), (), False, Flags(amended=True)),
        (("1", "Lamps", "Gulls nest."), ("1", "Lamps", "Gulls nest."), (Flags(), Flags(amended=True)), True,
         Flags(amended=True)),
        (("1", "Lamps", "Gulls nest."), ("1", "Lamps", "Gulls nest."), (Flags(), Flags(moved=True)), True,
         Flags(amended=True)),
        (("1", "Lamps", "Gulls nest."), ("1", "Lamps", "Gulls nest."), (Flags(), Flags(renumbered=True)), True,
         Flags(renumbered=True)),
        (("1", "Lamps", "Gulls nest."), ("1", "Lamps", "Gulls sleep."), (Flags(renumbered=True),), True,
         Flags(amended=True)),
        (("1", "Lamps", "Gulls [nest]."), ("1", "Lamps", "Gulls nest."), (), True, Flags(lifted=True)),
        (("1", "[Lamps]", "Gulls nest."), ("1", "Lamps", "Gulls nest."), (), True, Flags(lifted=True)),
        (("1", "[Lamps]", "Gulls nest."), ("2", "Lamps", "Gulls nest."), (Flags(renumbered=True),), True,
         Flags(renumbered=True, lifted=True)),
        (("1", "[Lamps]", "Gulls nest."), ("1", "Lamps", "Gulls nest."), (Flags(renumbered=True),), True,
         Flags(lifted=True)),
    ],
)  # fmt: skip
def test_what_is_true_of_a_row(before, after, clauses, whole: bool, flags: Flags) -> None:
    a, b = side(article(*before)), side(article(*after))
    for moved in (False, True):
        found = relations.unit_flags(a, b, SAME, clauses, moved=moved, whole=whole)
        assert found == Flags(flags.renumbered, moved, flags.amended, flags.lifted)


def test_the_text_of_units_has_the_headings_inside_them_but_not_their_own() -> None:
    inside = Provision("art_1__para_1", "paragraph", "1", "Wicks", text="Gulls nest.")
    empty = Provision("art_1__para_2", "paragraph", "2", "Oil")
    one = side(
        first(inside, empty, heading="Lamps"), article("2", "Nets", "Crabs dig."), Provision("x", "annex")
    )
    assert relations.unit_texts(one, (0, 1, 2)) == "Wicks Gulls nest. Oil Crabs dig."
    assert relations.unit_texts(one, (1,)) == "Crabs dig."
    assert relations.unit_texts(one, ()) == ""


def agreement(n: int, *sizes: int, voice: str) -> Instrument:
    return Instrument(n, n == 1, "", None, tuple(
        article(f"{n}0{place}", "", phrase(f"{voice}{size}")) for place, size in enumerate(sizes)
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("sizes", "pairs", "corresponding"),
    [
        # Words of the articles of two instruments in A (in B: five each), and which became which.
        (((10, 10), (10, 10)), [(0, 0), (1, 1), (2, 2), (3, 3)], {(1, 1), (2, 2)}),
        (((10, 10), (10, 10)), [(0, 2), (1, 3), (2, 0)], {(1, 2), (2, 1)}),
        # Most of the text decides: 11 + 5 + 1 words against 10 + 5 + 1.
        (((10, 11), (10, 10)), [(0, 0), (1, 2)], {(1, 2)}),
        (((11, 10), (10, 10)), [(0, 0), (1, 2)], {(1, 1)}),
        (((10, 10), (10, 10)), [(0, 0), (1, 2)], {(1, 1)}),  # as much: the first
        (((10, 10), (11, 10)), [(0, 0), (2, 1)], {(2, 1)}),
        # Every article counts for a word more than it has: 3 + 3 are as much as 12 (ten more in B), 13 are more.
        (((3, 3), (13, 10)), [(0, 0), (1, 1), (2, 1)], {(2, 1)}),
        (((3, 3), (12, 10)), [(0, 0), (1, 1), (2, 1)], {(1, 1)}),
    ],
)  # fmt: skip
def test_which_instrument_answers_to_which(sizes, pairs, corresponding: set[tuple[int, int]]) -> None:
    a = side_of(draft_of(*(agreement(n, *those, voice="gk"[n - 1]) for n, those in enumerate(sizes, 1))))
    b = side_of(draft_of(agreement(1, 5, 5, voice="m"), agreement(2, 5, 5, voice="n")))
    assert relations._corresponding_instruments(a, b, pairs) == corresponding


@pytest.mark.parametrize(
    ("rows_a", "rows_b", "why"),
    [
        # The rows of the containers of A and of B, where they are paired.
        ({"chp_I": 0, "chp_II": 1}, {"chp_I": 0, "chp_II": 1}, {1: "container"}),
        ({"chp_I": 0, "chp_II": 1}, {"chp_I": 1, "chp_II": 0}, {0: "container", 2: "container"}),
        ({"chp_I": 0}, {"chp_I": 0}, {1: "container"}),
        ({}, {}, {}),
    ],
)
def test_what_stands_in_another_chapter_has_moved(rows_a, rows_b, why: dict[int, str]) -> None:
    g, h, k = (article(str(n), "", phrase(f"{voice}20")) for n, voice in enumerate("ghk", 1))
    a = side(container("chapter", "I", "", g, h), container("chapter", "II", "", k))
    b = side(container("chapter", "I", "", g), container("chapter", "II", "", h, k))
    rows = [Row((i,), (i,), (pair(i, i, 1.0),)) for i in range(3)]
    assert {i: said for (i, _), said in relations.moved_units(a, b, rows, rows_a, rows_b).items()} == why


@pytest.mark.parametrize(
    ("numbers", "moved"),
    [
        # The order of three articles is turned round; their numbers in the later draft, and which of them moved.
        ("321", {0, 2}),
        ("312", {1, 2}),  # none keeps its number, and the first has most words
        ("abc", {1, 2}),
        ("b2a", {0, 2}),
    ],
)
def test_of_articles_turned_round_the_one_with_its_number_stays(numbers: str, moved: set[int]) -> None:
    texts = "g20", "h9", "k10"
    a = side(*(article(str(n), "", phrase(text)) for n, text in enumerate(texts, 1)))
    b = side(*[article(n, "", phrase(text)) for n, text in zip(numbers, texts, strict=True)][::-1])
    rows = [Row((i,), (2 - i,), (pair(i, 2 - i, 1.0),)) for i in range(3)]
    assert {i for i, _ in relations.moved_units(a, b, rows, {}, {})} == moved


@pytest.mark.parametrize(("merged", "moved"), [(False, {1}), (True, {2})])
def test_the_number_of_a_merged_article_says_nothing(merged: bool, moved: set[int]) -> None:
    a = side(*(article(str(n), "", phrase(text)) for n, text in enumerate(("g20", "h15", "k10"), 1)))
    b = side(article("3", "", phrase("k10")), article("4", "", phrase("h15")))
    of_three = (0, 2) if merged else (2,)
    rows = [Row((1,), (1,), (pair(1, 1, 1.0),)), Row(of_three, (0,), (pair(2, 0, 1.0),))]
    assert {i for i, _ in relations.moved_units(a, b, rows, {}, {})} == moved


def test_the_lighter_article_is_out_of_order_and_one_without_words_counts() -> None:
    a = side(article("1", "", phrase("g9")), article("2", "", phrase("h10")), article("3", "Lamps"))
    rows = [Row((i,), (j,), (pair(i, j, 1.0),)) for i, j in ((0, 1), (1, 0), (2, 2))]
    assert relations.moved_units(a, a, rows, {}, {}) == {(0, 1): "order"}
    turned = [Row((i,), (j,), (pair(i, j, 1.0),)) for i, j in ((0, 2), (1, 0), (2, 1))]
    assert relations.moved_units(a, a, turned, {}, {}) == {(0, 2): "order"}
