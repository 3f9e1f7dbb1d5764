"""What is left over when articles are paired: the nearest, what has no words, placeholders, and who may answer to whom."""

from __future__ import annotations

import math

import pytest

from tests.align.alignment_drafts import article, closing, draft, preamble
from tests.align.test_going_elsewhere import measured, phrase
from tests.align.test_unit_pairs import BARE, SETTINGS, alike, articles
from treatydiff.align import unit_pairs
from treatydiff.align.align import match_drafts
from treatydiff.align.assignment import Assignment
from treatydiff.align.sides import side_of
from treatydiff.model import Provision
from treatydiff.settings import Settings


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


@pytest.mark.parametrize(
    ("heading", "further", "paired"),
    [
        # The heading of the rewritten article; another article's heading; whether it is known again.
        ("Removal of wrecks", "Tolls", True),
        ("Sunken ships", "Tolls", False),
        ("Removal of wrecks", "Wrecks at anchor", False),  # the word is not this article's own
    ],
)
def test_a_short_article_rewritten_is_known_by_a_rare_word_of_its_heading(
    heading: str, further: str, paired: bool
) -> None:
    before = (
        article("1", "Tolls", "Tolls are paid in silver at the northern gate before any cargo is landed."),
        article(
            "2", "Pilots", "Every pilot knows the shoals by heart and is examined each spring by the elders."
        ),
        article("3", "Wrecks", "The owner shall remove a wreck within ninety days."),
    )
    after = (
        article("1", further, "Tolls are paid in silver at the northern gate before any cargo is landed."),
        article(
            "2", "Pilots", "Every pilot knows the shoals by heart and is examined each spring by the elders."
        ),
        article(
            "4", heading, "Whatever sank must be cleared away by those whose wreck it was within sixty days."
        ),
    )
    rows = match_drafts(draft(*before), draft(*after), Settings(nearness="near"))
    assert ((("art_3",), ("art_4",)) in {(row.a, row.b) for row in rows}) is paired
    assert [row.b for row in rows].count(("art_4",)) == 1
