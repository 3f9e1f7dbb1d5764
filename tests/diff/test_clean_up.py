"""The clean-up of an edit script is the library's, to the character, and takes time as the script is long."""

from __future__ import annotations

import random
import time

import pytest
from diff_match_patch import diff_match_patch

from treatydiff.diff.clean_up import DELETE, EQUAL, INSERT, Diffs, LinearCleanUp


def cleaned(differ: diff_match_patch, diffs: Diffs) -> Diffs:
    found = list(diffs)
    differ.diff_cleanupSemantic(found)
    return found


def script(chance: random.Random, words: str) -> Diffs:
    """A script as the search for common words makes it: equal parts, and changes of one side or both."""
    found: Diffs = []
    for _ in range(chance.randrange(1, 14)):
        for op in chance.choice(
            [(EQUAL,), (DELETE, EQUAL), (INSERT, EQUAL), (DELETE, INSERT, EQUAL), (INSERT,)]
        ):
            found.append((op, "".join(chance.choices(words, k=chance.randrange(1, 6)))))
    return found


@pytest.mark.parametrize("words", ["ab ", "abcd ,.", "𠀀𠀁𠀂 ."])
def test_what_comes_out_is_the_librarys(words: str) -> None:
    chance = random.Random(words)
    for _ in range(1_500):
        made = script(chance, words)
        assert cleaned(LinearCleanUp(), made) == cleaned(diff_match_patch(), made), made


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([(DELETE, "a"), (INSERT, "b"), (EQUAL, "c"), (DELETE, "d"), (INSERT, "e")], [(DELETE, "acd"), (INSERT, "bce")]),
        ([(DELETE, "a"), (EQUAL, "long"), (INSERT, "e")], [(DELETE, "a"), (EQUAL, "long"), (INSERT, "e")]),
        ([(DELETE, "abcxxx"), (INSERT, "xxxdef")], [(DELETE, "abc"), (EQUAL, "xxx"), (INSERT, "def")]),
        ([(DELETE, "xxxabc"), (INSERT, "defxxx")], [(INSERT, "def"), (EQUAL, "xxx"), (DELETE, "abc")]),
    ],
)  # fmt: skip
def test_short_equal_passages_are_given_up(before: Diffs, after: Diffs) -> None:
    assert cleaned(LinearCleanUp(), before) == after


def test_words_that_alternate_take_no_square_of_their_number() -> None:
    made: Diffs = [
        (op, text) for _ in range(20_000) for op, text in ((INSERT, "b"), (EQUAL, "a"), (DELETE, "c"))
    ]
    started = time.process_time()
    assert len(cleaned(LinearCleanUp(), made)) < 10
    assert time.process_time() - started < 5
