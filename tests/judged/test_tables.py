"""The form of the judged rows; those that are met are asserted in `tests/diff/test_judged_rows.py`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tools.evaluate.judged import LANGUAGES, Tally, judge
from tools.evaluate.judged_rows import (
    CLASSES,
    EVERYTHING,
    SIGNAL_KINDS,
    TABLES,
    Expected,
    JudgedRow,
    MalformedRowError,
    judged_rows,
)

DIRECTIONS = frozenset(
    {
        "strengthened", "weakened", "raised", "lowered", "changed", "added", "removed", "named", "settled",
        "redefined",
    }
)  # fmt: skip
LEAST = {"en": 400} | dict.fromkeys(("fr", "es", "ru", "zh", "ar"), 50)

ROWS = judged_rows()


def test_every_row_gives_its_reason_in_a_short_sentence() -> None:
    wanting = [row.b for row in ROWS if not row.why.endswith((".", "。")) or not 5 <= len(row.why) <= 120]
    assert wanting == []


def test_every_kind_direction_and_class_is_known() -> None:
    for row in ROWS:
        assert row.table in TABLES, row
        assert set(row.silent) <= {*SIGNAL_KINDS, EVERYTHING}, row
        assert set(row.open) <= set(SIGNAL_KINDS), row
        assert set(row.classes) <= set(CLASSES), row
        for expected in row.says:
            assert set(expected.kinds) <= set(SIGNAL_KINDS), row
            assert set(expected.directions) <= DIRECTIONS, row


def test_every_row_judges_something() -> None:
    assert [row.b for row in ROWS if row.a == row.b or not (row.says or row.silent)] == []


def test_no_kind_is_asked_for_and_forbidden() -> None:
    wanting = [row.b for row in ROWS for one in row.says if set(one.kinds) & {*row.silent, *row.open}]
    assert wanting == []


def test_open_stands_only_beside_everything() -> None:
    assert [row.b for row in ROWS if row.open and EVERYTHING not in row.silent] == []


def test_no_pair_stands_twice() -> None:
    pairs = Counter(frozenset((row.a, row.b)) for row in ROWS)
    assert [sorted(pair) for pair, count in pairs.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_rows(language: str) -> None:
    assert sum(row.language == language for row in ROWS) >= LEAST[language]


def test_near_misses_are_about_half() -> None:
    assert 0.4 <= sum(bool(row.says) for row in ROWS) / len(ROWS) <= 0.6


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('a = "x"\nb = "y"\nsays = []\nsilent = []', "'why'"),
        ('a = "x"\nb = "y"\nsays = []\nsilent = []\nwhy = "z"\nkind = "date"', "'kind'"),
        ('a = "x"\nb = "y"\nsays = ["date"]\nsilent = []\nwhy = "z"', "no direction"),
    ],
)
def test_a_malformed_row_is_refused(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "date.toml").write_text(f'language = "en"\n\n[[date]]\n{text}\n', encoding="utf-8")
    with pytest.raises(MalformedRowError, match=message):
        judged_rows(tmp_path)


def row(says: tuple[Expected, ...] = (), silent: tuple[str, ...] = (), **more: tuple[str, ...]) -> JudgedRow:
    return JudgedRow(
        "obligation", "en", "obligation", "The Board shall meet in the capital each spring.",
        "The Board should meet in the capital each spring.", says, silent, more.get("open", ()),
        more.get("classes", ()), "A duty became advice.",
    )  # fmt: skip


WEAKENED = Expected(("obligation",), ("weakened",))


@pytest.mark.parametrize(
    ("judged", "kind", "figures"),
    [
        (row((WEAKENED,)), "obligation", (1, 0, 0)),
        (row((Expected(("obligation",), ("strengthened",)),)), "obligation", (0, 1, 1)),
        (row((), ("*",)), "obligation", (0, 1, 0)),
        (row((), ("obligation",)), "obligation", (0, 1, 0)),
        (row((), ("*",), open=("obligation",)), "obligation", (0, 0, 0)),
        (row((), ("negation",)), "obligation", (0, 0, 0)),
        (row((WEAKENED, Expected(("bearer",), ("removed",)))), "bearer", (0, 0, 1)),
        (row((WEAKENED,), classes=("editorial",)), "class editorial", (0, 0, 1)),
        (row((WEAKENED,), classes=("substantive",)), "class substantive", (1, 0, 0)),
    ],
)
def test_a_row_is_counted_as_right_wrong_or_missed(
    judged: JudgedRow, kind: str, figures: tuple[int, int, int]
) -> None:
    tallies, _, faults = judge([judged])
    tally = tallies.get((kind, "en"), Tally())
    assert faults == []
    assert (tally.right, tally.wrong, tally.missed) == figures


@pytest.mark.parametrize(
    ("kind", "direction", "met"),
    [
        ("duration", "lowered", True),
        ("number", "lowered", True),
        ("number", "raised", False),
        ("money", "lowered", False),
    ],
)
def test_a_number_stands_for_any_quantity(kind: str, direction: str, met: bool) -> None:
    assert Expected(("duration",), ("lowered",)).meets(kind, direction) is met
