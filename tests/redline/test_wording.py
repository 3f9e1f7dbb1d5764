"""Which words of a paragraph are marked."""

from __future__ import annotations

import pytest

from treatydiff.redline.word.story import StoryParagraph
from treatydiff.redline.wording import Edits, ParagraphWording

NOTE, OTHER_NOTE = "\U00100001", "\U00100002"
NO_LINE = StoryParagraph()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            f"Lamps are lit.{NOTE}",
            "Lamps are lit [at dusk].",
            [("equal", "Lamps are lit"), ("insert", " [at dusk]"), ("equal", "."), ("delete", NOTE)],
        ),
        (
            f"Lamps{NOTE} are lit.",
            f"Lamps{NOTE} burn.",
            [("equal", f"Lamps{NOTE} "), ("delete", "are lit"), ("insert", "burn"), ("equal", ".")],
        ),
        (
            f"Lamps{NOTE} are lit.",
            f"Lamps{OTHER_NOTE} are lit.",
            [("equal", "Lamps"), ("delete", NOTE), ("insert", OTHER_NOTE), ("equal", " are lit.")],
        ),
        ("", f"New{NOTE}", [("insert", f"New{NOTE}")]),
        (f"Gone{NOTE}", "", [("delete", f"Gone{NOTE}")]),
    ],
)
def test_a_note_that_comes_or_goes_leaves_the_words_beside_it_alone(
    old: str, new: str, expected: Edits
) -> None:
    assert ParagraphWording("en", {}).edits(NO_LINE, NO_LINE, old, new) == expected


def test_the_edits_of_the_report_are_marked_with_the_number_before_them() -> None:
    a, b = StoryParagraph(), StoryParagraph()
    known: Edits = [("equal", "Keep "), ("delete", "articles 1 to 3"), ("insert", "articles 2 to 4")]
    found = ParagraphWording("en", {(a, b): known}).edits(
        a, b, "2.\tKeep articles 1 to 3", "3.\tKeep articles 2 to 4"
    )
    assert found == [
        ("delete", "2"), ("insert", "3"), ("equal", ".\tKeep "), ("delete", "articles 1 to 3"),
        ("insert", "articles 2 to 4"),
    ]  # fmt: skip
