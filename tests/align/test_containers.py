"""Which chapter became which, by the articles inside and by headings, at the very edges of the shares."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.align.alignment_drafts import article, container, draft
from tests.align.test_going_elsewhere import phrase
from tests.align.test_splits import pair
from treatydiff.align import containers
from treatydiff.align.containers import ContainerRow, container_rows
from treatydiff.align.rows import Row
from treatydiff.align.sides import side_of
from treatydiff.model import Draft, Provision, ProvisionKind

Shelf = tuple[str, str, tuple[str, ...]]
"""A container's number and heading, and its articles by their words; each voice is one article."""


def shelved(*shelves: Shelf, kind: ProvisionKind = "chapter") -> Draft:
    """Chapters with articles; an article's number is the letter of its words."""
    return draft(*(
        container(kind, number, heading, *(article(text[0], "", phrase(text)) for text in texts))
        for number, heading, texts in shelves
    ))  # fmt: skip


def rows_of(
    a: Draft, b: Draft, ties: tuple[tuple[str, str, int], ...] = (), *, paired: bool = True
) -> tuple[ContainerRow, ...]:
    """The rows of containers, articles of one letter being pairs and `ties` moved words."""
    sides = side_of(a), side_of(b)
    at_a, at_b = ({unit.id[4:]: n for n, unit in enumerate(side.units)} for side in sides)
    rows = [
        Row((i,), (at_b[key],), (pair(i, at_b[key], 1.0),))
        for key, i in at_a.items()
        if paired and key in at_b
    ]
    moved = tuple((at_a[one], at_b[other], words) for one, other, words in ties)
    return container_rows(a, b, *sides, [*rows, Row((), (), moved=moved)])


def told(rows: tuple[ContainerRow, ...]) -> list[str]:
    """ "I = I+II" for a row."""

    def names(keys: tuple[str, ...]) -> str:
        return "+".join(key.partition("_")[2] for key in keys) or "-"

    return [f"{names(row.a)} = {names(row.b)}" for row in rows]


ONE = ("I", "Lamps", ("g10",))


@pytest.mark.parametrize(
    ("a", "b", "rows"),
    [
        ((ONE,), (("I", "Lamps", ("g10",)),), ["I = I"]),
        ((ONE,), (("II", "Nets", ("g10",)),), ["I = II"]),
        ((ONE,), (), ["I = -"]),
        ((), (ONE,), ["- = I"]),
        # Half of the words of either chapter, one counted with every article: eleven of twenty-two.
        ((("I", "", ("g10", "h10")),), (("V", "", ("g10", "k30")),), ["I = V"]),
        ((("I", "", ("g10", "h11")),), (("V", "", ("g10", "k30")),), ["I = -", "- = V"]),
        ((("I", "", ("g10", "h30")),), (("V", "", ("g10", "k10")),), ["I = V"]),
        ((("I", "", ("g10", "h30")),), (("V", "", ("g10", "k11")),), ["I = -", "- = V"]),
        # Three short articles are worth one of two words more.
        ((("I", "", ("g3", "h3", "k3", "l11")),), (("V", "", ("g3", "h3", "k3", "m30")),), ["I = V"]),
        ((("I", "", ("g3", "h3", "k3", "l12")),), (("V", "", ("g3", "h3", "k3", "m30")),), ["I = -", "- = V"]),
        # Less is enough with the same heading alone.
        ((("I", "Lamps", ("g14", "h84")),), (("V", "LAMPS", ("g14", "k98")),), ["I = V"]),
        ((("I", "Lamps", ("g14", "h84")),), (("V", "Nets", ("g14", "k98")),), ["I = -", "- = V"]),
        # A chapter cut in two, two made one.
        ((("I", "", ("g10", "h10")),), (("I", "", ("g10",)), ("II", "", ("h10",))), ["I = I+II"]),
        ((("I", "", ("g10",)), ("II", "", ("h10",))), (("I", "", ("g10", "h10")),), ["I+II = I"]),
        ((("I", "", ("g10", "h10")), ("II", "", ("k10",))), (("I", "", ("g10",)), ("II", "", ("h10", "k10"))),
         ["I+II = I+II"]),
        ((("I", "", ("g10",)), ("II", "", ("h10",)), ("III", "", ("k10",))),
         (("I", "", ("g10", "h10")), ("II", "", ("k10",))), ["I+II = I", "III = II"]),
        # No article in common: the same heading with the same number, or alone, or no heading and the same number.
        ((("I", "Lamps", ("g9",)),), (("I", "Lamps", ("k9",)),), ["I = I"]),
        ((("I", "Lamps", ("g9",)),), (("V", "Lamps", ("k9",)),), ["I = V"]),
        ((("I", "", ("g9",)),), (("I", "", ("k9",)),), ["I = I"]),
        ((("I", "", ("g9",)),), (("V", "", ("k9",)),), ["I = -", "- = V"]),
        ((("I", "Lamps", ("g9",)),), (("I", "Nets", ("k9",)),), ["I = -", "- = I"]),
        ((("I", "Lamps", ("g9",)),), (("I", "", ("k9",)),), ["I = -", "- = I"]),
        ((("I", "", ("g9",)),), (("I", "Lamps", ("k9",)),), ["I = -", "- = I"]),
        # The number decides between two of one heading; each has one partner.
        ((("I", "Lamps", ("g9",)), ("II", "Lamps", ("h9",))), (("V", "Lamps", ("k9",)), ("I", "Lamps", ("l9",))),
         ["I = I", "II = V"]),
        ((("I", "Lamps", ("g9",)),), (("V", "Lamps", ("k9",)), ("VI", "Lamps", ("l9",))), ["I = V", "- = VI"]),
        # What is paired by its articles is not paired by its heading as well.
        ((("I", "Lamps", ("g9",)),), (("I", "Nets", ("g9",)), ("II", "Lamps", ("l9",))), ["I = I", "- = II"]),
        ((("I", "Lamps", ("g9",)), ("II", "Nets", ("h9",))), (("I", "Nets", ("g9",)),), ["I = I", "II = -"]),
    ],
)  # fmt: skip
def test_which_chapter_became_which(a: tuple[Shelf, ...], b: tuple[Shelf, ...], rows: list[str]) -> None:
    assert told(rows_of(shelved(*a), shelved(*b))) == rows


@pytest.mark.parametrize(
    ("here", "there", "share", "size"),
    [
        # The greatest share of a chapter that is paired, and how many words A's has, one more for every article.
        (("g10",), ("g10",), 1.0, 11),
        (("g10", "h29"), ("g10",), 1.0, 41),
        (("g10", "h10"), ("g10", "k30"), 0.5, 22),
        (("g10", "h30"), ("g10", "k10"), 0.5, 42),
        (("g8",), ("k9",), 0.0, 9),
        # With the same heading fifteen hundredths are said; below that they are paired by the heading alone.
        (("g14", "h84"), ("g14", "k98"), 0.15, 100),
        (("g14", "h85"), ("g14", "k98"), 0.0, 101),
    ],
)
def test_how_much_of_a_chapter_is_paired(here, there, share: float, size: int) -> None:
    (row,) = rows_of(shelved(("I", "Lamps", here)), shelved(("I", "Lamps", there)))
    assert (row.share, row.size) == (pytest.approx(share), size)


def test_of_several_chapters_the_best_share_counts_and_the_words_of_all() -> None:
    (row,) = rows_of(
        shelved(("I", "", ("g10",)), ("II", "", ("h20", "k20"))), shelved(("I", "", ("g10", "h20", "l40"))),
    )  # fmt: skip
    assert (row.a, row.b) == (("chp_I", "chp_II"), ("chp_I",))
    assert (row.share, row.size) == (1.0, 11 + 42)


@pytest.mark.parametrize(("words", "rows"), [(11, ["I = V"]), (10, ["I = -", "- = V"])])
def test_moved_words_count_as_many_as_they_are(words: int, rows: list[str]) -> None:
    # Eleven of twenty-two words of chapter I went into an article of chapter V.
    a, b = shelved(("I", "", ("g21",))), shelved(("V", "", ("k60",)))
    assert told(rows_of(a, b, (("g", "k", words),))) == rows


def test_words_that_moved_there_and_back_are_no_more_than_there_are() -> None:
    a, b = shelved(("I", "", ("g9",))), shelved(("I", "", ("g9",)))
    (row,) = rows_of(a, b, (("g", "g", 9),))
    assert row.share == 1.0


@pytest.mark.parametrize(
    ("kinds_a", "kinds_b", "comparable"),
    [
        # The kinds that either draft has, of which the first ones are held against one another.
        (("chapter",), ("chapter",), True),
        (("chapter",), ("part",), True),  # each has one draft only
        (("chapter", "part"), ("part",), False),
        (("chapter",), ("part", "chapter"), False),
        (("chapter",), ("annex",), False),
        (("annex",), ("part",), False),
        (("annex",), ("annex",), True),
    ],
)
def test_which_kinds_of_container_stand_for_one_another(
    kinds_a: tuple[ProvisionKind, ...], kinds_b: tuple[ProvisionKind, ...], comparable: bool
) -> None:
    def made(kinds: tuple[ProvisionKind, ...]) -> Draft:
        return draft(*(
            Provision(f"{kind}_{n}", kind, str(n), children=(article(str(n), "", phrase("ghk"[n] + "20")),))
            for n, kind in enumerate(kinds)
        ))  # fmt: skip

    a, b = made(kinds_a), made(kinds_b)
    sides = side_of(a), side_of(b)
    rows = container_rows(a, b, *sides, [Row((0,), (0,), (pair(0, 0, 1.0),))])
    assert (rows[0].b != ()) is comparable


def test_chapters_of_the_same_heading_and_other_kinds_are_not_paired_by_it() -> None:
    a, b = shelved(("I", "Lamps", ("g9",))), shelved(("I", "Lamps", ("k9",)), kind="part")
    assert told(rows_of(a, b)) == ["I = -", "- = I"]


def test_a_part_holds_the_words_of_its_chapters_and_an_option_is_no_place() -> None:
    chapter = container("chapter", "I", "", article("g", "", phrase("g10")))
    option = Provision("opt_1", "option", "1", children=(article("h", "", phrase("h20")),))
    one = draft(container("part", "I", "", chapter, option))
    rows = rows_of(one, one)
    assert [(row.a, row.b, row.size) for row in rows] == [
        (("part_I",), ("part_I",), 32), (("chp_I",), ("chp_I",), 11),
    ]  # fmt: skip


def test_parts_and_chapters_are_each_held_against_their_like() -> None:
    inner = article("g", "", phrase("g10"))
    a, b = (draft(container("part", n, "", container("chapter", n, "", inner))) for n in ("I", "V"))
    assert [(row.a, row.b) for row in rows_of(a, b)] == [(("part_I",), ("part_V",)), (("chp_I",), ("chp_V",))]


def test_an_annex_without_articles_is_unit_and_container() -> None:
    annex = Provision("annex_I", "annex", "I", "Tides", text=phrase("g10"))
    one = draft(article("1", "", phrase("h10")), annex)
    sides = side_of(one), side_of(one)
    rows = container_rows(one, one, *sides, [Row((i,), (i,), (pair(i, i, 1.0),)) for i in range(2)])
    assert [(row.a, row.b, row.size) for row in rows] == [(("annex_I",), ("annex_I",), 11)]


def test_of_two_provisions_with_one_id_the_first_is_known() -> None:
    twins = draft(article("1", "Lamps", phrase("g9")), article("1", "Nets", phrase("h9")))
    found = containers.provisions_by_id(twins)
    assert list(found) == ["art_1", "art_1__para_u1"]
    assert found["art_1"].heading == "Lamps"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Lamps", "LAMPS.", True), ("Lamps", "Nets", False), ("", "", False), ("–", "–", False)],
)
def test_headings_without_regard_to_case_and_points(one: str, other: str, same: bool) -> None:
    node = container("chapter", "I", one)
    assert containers._same_heading(node, replace(node, heading=other)) is same
