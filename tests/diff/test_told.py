from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from treatydiff.diff.edits import diff_texts

TABLES: dict[str, list[list[str]]] = tomllib.loads(
    (Path(__file__).parent / "told.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("subject", TABLES)
def test_a_change_is_told_as_the_table_says(subject: str) -> None:
    found = []
    for language, before, after, *_ in TABLES[subject]:
        edits = diff_texts(before, after, language)
        told = [f"{each.kind} {each.direction}: {each.text}" for edit in edits for each in edit.signals]
        found.append([language, before, after, *told])
    assert found == TABLES[subject]
