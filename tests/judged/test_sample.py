"""The sample that is drawn for a reader: what it holds, and how a judged sheet is counted."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import tools.sample as sample
from tools.evaluate.corpus import Corpus

A = """Convention on Lamps

Article 1

Lamps

1. Each Party shall register its lamps within 90 days.

2. Each Party shall paint its lamps green.

3. Each Party shall store oil in barrels.
"""
B = (
    A.replace("90", "30")
    .replace("green", "blue")
    .replace("Parties", "States")
    .replace("barrels", "tanks of steel")
)
DUTY = "[para. 1] Each Party shall register its lamps within {} days."


def test_a_sample_holds_what_was_said_and_changes_of_which_nothing_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(A, encoding="utf-8")
    (tmp_path / "b.txt").write_text(B, encoding="utf-8")
    monkeypatch.setattr(sample, "PAIRS", (("a.txt", "b.txt"),))
    items = sample.drawn(Corpus(tmp_path), 1, 10)
    said = {(item.a, item.b): item.said for item in items}
    assert said[DUTY.format(90), DUTY.format(30)].startswith("number: lowered")
    assert "[para. 2] Each Party shall paint its lamps green." in {item.a for item in items if not item.said}
    assert sample.drawn(Corpus(tmp_path), 1, 10) == items
    assert "Said: **nothing**" in sample.as_markdown(items)


def test_a_judged_sheet_is_counted_by_kind(tmp_path: Path) -> None:
    judged = [("number: lowered — time limit lowered", "right"), ("nothing", "wrong"), ("nothing", "")]
    path = tmp_path / "sample.tsv"
    with path.open("w", encoding="utf-8", newline="") as sheet:
        table = csv.writer(sheet, dialect="excel-tab")
        table.writerow(sample.COLUMNS)
        for number, (said, judgement) in enumerate(judged, 1):
            table.writerow([number, "a → b", "Art. 1", "A", "B", said, judgement, ""])
    assert list(sample.counted(path)) == [
        "all signals: 1 right",
        "nothing: 1 not judged, 1 wrong",
        "number: 1 right",
    ]
