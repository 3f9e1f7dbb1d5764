from __future__ import annotations

import pytest

from treatydiff.diff.word_map import map_words
from treatydiff.model import Edit, EditClass, EditOp

E = tuple[EditOp, str, EditClass | None]


@pytest.mark.parametrize(
    ("edits", "kept", "edit_of_b"),
    [
        ([("equal", "red lamps", None)], {0: 0, 1: 1}, (0, 0)),
        ([("equal", "red ", None), ("delete", "lamps", "substantive"), ("insert", "old oil", "substantive")],
         {0: 0}, (0, 2, 2)),
        ([("equal", "red ", None), ("delete", "Lamps", "editorial"), ("insert", "lamps", "editorial"),
          ("equal", " burn", None)], {0: 0, 1: 1, 2: 2}, (0, 2, 3)),
        ([("delete", "sub-paragraph", "typographic"), ("insert", "subparagraph", "typographic")], {0: 0}, (1,)),
        # as many words on both sides, or nothing is said of them
        ([("delete", "a lamp", "editorial"), ("insert", "lamps", "editorial"), ("equal", " burn", None)],
         {2: 1}, (1, 2)),
        ([("delete", "lamps ", "consequential"), ("insert", "oil ", "consequential"), ("equal", "burn", None)],
         {1: 1}, (1, 2)),
        # a word belongs to the edit that holds its end
        ([("equal", "State", None), ("insert", "s", "substantive"), ("equal", " burn", None)], {1: 1}, (1, 2)),
    ],
)  # fmt: skip
def test_which_words_stayed(edits: list[E], kept: dict[int, int], edit_of_b: tuple[int, ...]) -> None:
    a, b = map_words([Edit(*each) for each in edits])
    assert a.kept == kept
    assert b.kept == {there: here for here, there in kept.items()}
    assert b.edit_of == edit_of_b
    assert a.text == "".join(text for op, text, _ in edits if op != "insert")
    assert b.keys == tuple(word.key for word in b.words)
