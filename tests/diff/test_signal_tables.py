from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from treatydiff.diff.edits import diff_texts

ROWS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "signal_tables.toml").read_text(encoding="utf-8")
)["row"]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['language']}: {row['new'][:50]}" for row in ROWS])
def test_what_a_change_is_told_as(row: dict[str, Any]) -> None:
    edits = diff_texts(row["old"], row["new"], row["language"])
    told = [f"{signal.kind} {signal.direction}: {signal.text}" for edit in edits for signal in edit.signals]
    assert told == row["signals"]
