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
