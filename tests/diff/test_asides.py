"""Notes and front matter between drafts: which became which, and what that says."""

from __future__ import annotations

import pytest

from treatydiff.diff.asides import compare_asides
from treatydiff.model import AsideComparison, Draft, FrontMatter, Note, Source

LANTERN = "Keepers of lanterns are those named in the register of each harbour."
BELL = "The word bell includes any horn that is sounded in fog."
SHIPS = "Agreed on condition that warships shall be excluded from the count."


def draft(*notes: tuple[str, str], front: tuple[str, ...] = (), scope: str | None = None) -> Draft:
    return Draft(
        Source("draft.txt", "0" * 64, "text/plain", scope=scope), "en",
        tuple(FrontMatter(text, 1) for text in front), (),
        tuple(Note(label, text, 3, "footnote") for label, text in notes),
    )  # fmt: skip


def said(found: tuple[AsideComparison, ...]) -> list[tuple[str, str | None, str | None, str]]:
    return [(each.kind, each.a, each.b, each.relation) for each in found]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((("1", LANTERN),), (("1", LANTERN),), [("1", "1", "identical")]),
        ((("1", LANTERN),), (("2", LANTERN),), [("1", "2", "renumbered")]),
        ((("1", LANTERN), ("2", BELL)), (("1", BELL), ("2", LANTERN)), [("2", "1", "renumbered"), ("1", "2", "renumbered")]),
        ((("1", SHIPS),), (("1", SHIPS.replace("excluded", "included")),), [("1", "1", "amended")]),
        ((("1", SHIPS),), (("4", SHIPS.replace("shall", "may")),), [("1", "4", "amended")]),
        ((), (("1", BELL),), [(None, "1", "added")]),
        ((("*", BELL),), (), [("*", None, "deleted")]),
        ((("1", BELL),), (("1", LANTERN),), [(None, "1", "added"), ("1", None, "deleted")]),
        ((("1", "“Bell”  means a bell."),), (("1", "\"Bell\" means a bell."),), [("1", "1", "identical")]),
    ],
)  # fmt: skip
def test_which_note_became_which(
    before: tuple[tuple[str, str], ...],
    after: tuple[tuple[str, str], ...],
    expected: list[tuple[str | None, str | None, str]],
) -> None:
    found = compare_asides(draft(*before), draft(*after))
    assert [(a, b, relation) for _, a, b, relation in said(found)] == expected


def test_front_matter_is_compared_paragraph_by_paragraph() -> None:
    old = draft(front=("Note by the Chair", "The absence of brackets implies agreement of all delegations."))
    new = draft(
        front=("Note by the Chair", "The absence of brackets does not imply agreement of any delegation.")
    )
    assert said(compare_asides(old, new)) == [
        ("front_matter", "1", "1", "identical"),
        ("front_matter", "2", "2", "amended"),
    ]


def test_what_lies_outside_a_narrowed_part_is_not_compared() -> None:
    old = draft(("1", BELL), front=("Old masthead of the second session",), scope="art_2")
    new = draft(("1", LANTERN), front=("Another masthead altogether",), scope="art_2")
    assert compare_asides(old, new) == ()


def test_edits_rebuild_both_notes() -> None:
    (found,) = compare_asides(draft(("1", SHIPS)), draft(("1", SHIPS.replace("shall be", "may be"))))
    assert "".join(edit.text for edit in found.edits if edit.op != "insert") == SHIPS
    assert "".join(edit.text for edit in found.edits if edit.op != "delete") == SHIPS.replace(
        "shall be", "may be"
    )


def words(*numbers: int) -> str:
    """A text of words that stand for numbers."""
    return " ".join("abcdefghijklmnopqrstuvwxyz"[number] * 3 for number in numbers)


@pytest.mark.parametrize(
    ("label", "shared", "paired"),
    [
        ("2", 4, True), ("2", 3, False),  # unlike labels: four of ten words
        ("1", 2, True), ("1", 1, False),  # one label: two of ten
    ],
)  # fmt: skip
def test_how_much_two_notes_share_that_are_one(label: str, shared: int, paired: bool) -> None:
    new = words(*range(shared), *range(10, 20 - shared))
    found = compare_asides(draft(("1", words(*range(10)))), draft((label, new)))
    assert len(found) == (1 if paired else 2)


def test_of_two_notes_as_near_the_one_of_the_same_label_is_taken() -> None:
    new = words(0, 1, 2, 3, 4, 20, 21, 22)
    found = compare_asides(
        draft(("1", words(0, 1, 2, 3, 4, 5, 6, 7)), ("2", words(0, 1, 2, 3, 4, 8, 9, 10))), draft(("2", new))
    )
    assert [(each.a, each.b) for each in found] == [("2", "2"), ("1", None)]


def test_of_two_notes_as_near_the_one_in_its_place_is_taken() -> None:
    near = words(0, 1, 2, 3, 4, 8, 9, 10)
    found = compare_asides(
        draft(("1", words(0, 1, 2, 3, 4, 5, 6, 7)), ("2", near)),
        draft(("3", LANTERN), ("4", words(0, 1, 2, 3, 4, 20, 21, 22))),
    )
    assert [(each.a, each.b) for each in found] == [(None, "3"), ("2", "4"), ("1", None)]


def test_equal_notes_are_paired_in_order_and_empty_ones_have_no_edits() -> None:
    found = compare_asides(draft(("1", BELL), ("2", BELL)), draft(("1", BELL), ("2", BELL), ("3", "")))
    assert [(each.a, each.b) for each in found] == [("1", "1"), ("2", "2"), (None, "3")]
    assert found[2].edits == ()


def test_added_and_deleted_notes_are_whole_and_substantive() -> None:
    gone, come = compare_asides(draft(("1", BELL)), draft()), compare_asides(draft(), draft(("1", BELL)))
    assert [(each.op, each.text, each.class_) for each in gone[0].edits] == [("delete", BELL, "substantive")]
    assert [(each.op, each.text, each.class_) for each in come[0].edits] == [("insert", BELL, "substantive")]
    assert (gone[0].page_a, gone[0].page_b, come[0].page_a, come[0].page_b) == (3, None, None, 3)
