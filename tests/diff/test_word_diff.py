"""Which words a reader sees struck and inserted, and which stay: small cases without a draft around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

import pytest

from treatydiff.diff import word_diff
from treatydiff.diff.word_diff import SPACE, WordRun, diff_tokens


def keys(text: str) -> list[str]:
    return [SPACE if piece.isspace() else piece for piece in re.findall(r"\s+|\w+|[^\w\s]", text)]


def shown(before: str, after: str) -> str:
    """Both texts in one line: [-deleted-] and {+inserted+}."""
    a, b = keys(before), keys(after)
    line = ""
    for run in diff_tokens(a, b):
        gone, come = "".join(a[run.a_start : run.a_end]), "".join(b[run.b_start : run.b_end])
        if run.equal:
            assert gone == come
            line += gone
        else:
            line += (f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else "")
    return line


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", ""),
        ("keepers sleep", "", "[-keepers sleep-]"),
        ("", "keepers sleep", "{+keepers sleep+}"),
        ("keepers sleep", "keepers sleep", "keepers sleep"),
        ("keepers sleep", "pilots steer", "[-keepers sleep-]{+pilots steer+}"),
        ("keepers shall sleep", "keepers may sleep", "keepers [-shall-]{+may+} sleep"),
        ("old keepers sleep", "keepers sleep", "[-old -]keepers sleep"),
        ("keepers sleep", "keepers sleep well", "keepers sleep{+ well+}"),
        ("the old keeper of lamps", "the keeper of the lamps", "the [-old -]keeper of {+the +}lamps"),
        ("keepers sleep.", "keepers sleep", "keepers sleep[-.-]"),
        ("sleep (well)", "sleep well", "sleep [-(-]well[-)-]"),
    ],
)
def test_what_a_reader_sees(before: str, after: str, expected: str) -> None:
    assert shown(before, after) == expected


def test_runs_are_told_by_the_numbers_of_their_tokens() -> None:
    assert diff_tokens(keys("the old keeper sleeps"), keys("the keeper sleeps well")) == (
        WordRun(True, 0, 2, 0, 2),
        WordRun(False, 2, 4, 2, 2),
        WordRun(True, 4, 7, 2, 5),
        WordRun(False, 7, 7, 5, 7),
    )


# --- spaces and marks between changes ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        # a mark or a space between two replacements is replaced with them
        ("one, two end", "three, four end", "[-one, two-]{+three, four+} end"),
        ("one two end", "three four end", "[-one two-]{+three four+} end"),
        ("end one, two", "end three, four", "end [-one, two-]{+three, four+}"),
        (
            "start one, two mid five, six end",
            "start three, four mid seven, eight end",
            "start [-one, two-]{+three, four+} mid [-five, six-]{+seven, eight+} end",
        ),
        ("one; two; six end", "three; four; five end", "[-one; two; six-]{+three; four; five+} end"),
        # where it is deleted on one side of it and inserted on the other as well
        ("one, end", ", two end", "[-one,-]{+, two+} end"),
        # nothing is gained by saying a mark twice where there are only deletions, or only insertions
        ("start one, two end", "start , end", "start [-one-],[- two-] end"),
        ("start , end", "start one, two end", "start {+one+},{+ two+} end"),
        # a word between keeps them apart
        ("one of two end", "three of four end", "[-one-]{+three+} of [-two-]{+four+} end"),
    ],
)
def test_marks_between_changes(before: str, after: str, expected: str) -> None:
    assert shown(before, after) == expected


# --- words that stay between changes -----------------------------------------------------------------


def many(name: str, count: int) -> str:
    return " ".join(f"{name}{place}" for place in range(count))


def replaced(before: str, after: str) -> str:
    return f"[-{before}-]{{+{after}+}}"


@pytest.mark.parametrize(
    ("island", "stays"),
    [
        ("pay", False),  # one word of three letters
        ("dues", True),  # a longer one
        ("to be", True),  # two words
        (",", False),
        (", so", False),
    ],
)
def test_words_between_insertions_stay_where_they_are_more_than_one_short_word(
    island: str, stays: bool
) -> None:
    before = f"start {island} end"
    after = f"start {many('new', 6)} {island} {many('more', 6)} end"
    line, back = shown(before, after), shown(after, before)
    if stays:
        assert line == f"start {{+{many('new', 6)} +}}{island}{{+ {many('more', 6)}+}} end"
        assert back == f"start [-{many('new', 6)} -]{island}[- {many('more', 6)}-] end"
    else:
        assert line == f"start [-{island}-]{{+{many('new', 6)} {island} {many('more', 6)}+}} end"
        assert back == f"start [-{many('new', 6)} {island} {many('more', 6)}-]{{+{island}+}} end"


@pytest.mark.parametrize(("words", "stays"), [(1, False), (4, False), (5, True), (6, True)])
def test_words_between_replacements_stay_where_they_are_five(words: int, stays: bool) -> None:
    island = many("same", words)
    before = f"{many('a', 9)} {island} {many('b', 9)}"
    after = f"{many('c', 9)} {island} {many('d', 9)}"
    line = shown(before, after)
    if stays:
        assert (
            line
            == f"{replaced(many('a', 9) + ' ', many('c', 9) + ' ')}{island}{replaced(' ' + many('b', 9), ' ' + many('d', 9))}"
        )
    else:
        assert line == f"[-{before}-]{{+{after}+}}"


@pytest.mark.parametrize(
    ("before", "after", "stays"),
    [
        pytest.param("{x} dues {y}", "{z} dues", False, id="replaced before it, deleted behind it"),
        pytest.param("dues {x}", "{y} dues", False, id="inserted before it, deleted behind it"),
        pytest.param("start {x} dues {y} end", "start dues end", True, id="deleted on both sides"),
    ],
)
def test_a_word_stays_only_between_changes_of_one_kind(before: str, after: str, stays: bool) -> None:
    texts = {"x": many("x", 6), "y": many("y", 6), "z": many("z", 6)}
    line = shown(before.format(**texts), after.format(**texts))
    assert ("dues" in re.sub(r"\[-.*?-\]|\{\+.*?\+\}", "", line)) is stays


def test_long_passages_that_stay_are_set_free_one_by_one() -> None:
    first, second = many("same", 5), many("held", 5)
    before = f"{many('a', 12)} {first} {many('b', 12)} {second} {many('c', 12)}"
    after = f"{many('d', 12)} {first} {many('e', 12)} {second} {many('f', 12)}"
    assert shown(before, after) == (
        f"{replaced(many('a', 12) + ' ', many('d', 12) + ' ')}{first}"
        f"{replaced(' ' + many('b', 12) + ' ', ' ' + many('e', 12) + ' ')}{second}"
        f"{replaced(' ' + many('c', 12), ' ' + many('f', 12))}"
    )


@pytest.mark.parametrize(
    ("islands", "changed", "kept"),
    [
        # Three passages of five words are 15 of 60: a quarter. Of 61 they are less.
        pytest.param(3, (11, 11, 11, 12), True, id="a quarter of the words, in three places"),
        pytest.param(3, (11, 11, 12, 12), False, id="less than a quarter, in three places"),
        pytest.param(2, (30, 30, 30), True, id="less, but in two places"),
    ],
)
def test_few_words_scattered_are_replaced_with_the_whole(
    islands: int, changed: Sequence[int], kept: bool
) -> None:
    def text(name: str) -> str:
        parts = []
        for place, count in enumerate(changed):
            parts.append(many(f"{name}{place}x", count))
            if place < islands:
                parts.append(many(f"same{place}x", 5))
        return " ".join(parts)

    before, after = text("a"), text("b")
    line = shown(before, after)
    assert (line != f"[-{before}-]{{+{after}+}}") is kept
    left = re.sub(r"\[-.*?-\]|\{\+.*?\+\}", " ", line)
    assert len(re.findall(r"\w+", left)) == (5 * islands if kept else 0)


# --- the characters that stand for words -----------------------------------------------------------------


def test_no_word_is_taken_for_a_character_that_the_text_has_itself() -> None:
    rare = "\U00020000"  # the first that could stand for a word
    assert diff_tokens([rare], ["lamp"]) == (WordRun(False, 0, 1, 0, 1),)
    assert diff_tokens(["lamp", SPACE, rare], ["lamp", SPACE, rare]) == (WordRun(True, 0, 3, 0, 3),)
    assert diff_tokens([rare, SPACE, "lamp"], ["lamp"]) == (
        WordRun(False, 0, 2, 0, 0),
        WordRun(True, 2, 3, 0, 1),
    )


def test_as_many_words_as_anyone_writes_are_told_apart() -> None:
    a = many("word", 50_000).split()
    assert diff_tokens(a, [*a, "more"]) == (
        WordRun(True, 0, 50_000, 0, 50_000),
        WordRun(False, 50_000, 50_000, 50_000, 50_001),
    )


def test_texts_too_long_to_search_are_one_change(monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = "keepers shall trim old wicks", "keepers may trim new wicks"
    assert shown(before, after) == "keepers [-shall-]{+may+} trim [-old-]{+new+} wicks"
    monkeypatch.setattr(word_diff, "_MAX_TOKEN_PAIRS", 24)
    assert diff_tokens(keys(before), keys(after)) == (
        WordRun(True, 0, 2, 0, 2), WordRun(False, 2, 7, 2, 7), WordRun(True, 7, 9, 7, 9),
    )  # fmt: skip
    assert diff_tokens(keys("one two"), keys("one three")) == (
        WordRun(True, 0, 2, 0, 2), WordRun(False, 2, 3, 2, 3),
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(40))
def test_a_change_without_a_common_word_has_no_islands(seed: int) -> None:
    chosen = Random(seed)
    for _ in range(25):
        a, b = ("".join(chosen.choices(letters, k=chosen.randrange(1, 9))) for letters in ("abc, ", "xyz; "))
        change = WordRun(False, 0, len(a), 0, len(b))
        if a != b:
            assert word_diff._uncleaned(change, a, b) == [change]
            assert [*word_diff._with_true_islands(change, a, b, a)] == [change]
