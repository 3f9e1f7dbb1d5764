"""What a command loads is counted, not timed: on the way that needs nothing heavy, nothing heavy comes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

HEAVY = frozenset(
    ("rich", "jinja2", "docx", "lxml", "pdfminer", "markdown_it", "xlsxwriter", "sqlite3", "dask")
)
"""Packages that neither plain texts nor JSON need."""


def loaded_by(*words: str, folder: Path) -> Counter[str]:
    """How many modules of each package a command loads in a new interpreter."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "treatydiff", "--no-cache", *words],
        capture_output=True, text=True, cwd=folder, timeout=120, check=True,
        env=os.environ | {"TREATYDIFF_NO_CACHE": "1"},
    )  # fmt: skip
    lines = [
        line.rpartition("|")[2].strip() for line in run.stderr.splitlines() if line.startswith("import time:")
    ]
    return Counter(name.partition(".")[0] for name in lines)


@pytest.mark.parametrize(
    ("words", "own", "others"),
    [
        (("--version",), 13, 155),
        (("compare", "a.txt", "b.txt", "-f", "json", "-o", "out.json"), 300, 440),
    ],
)
def test_a_command_loads_no_more_than_it_needs(
    words: tuple[str, ...], own: int, others: int, tmp_path: Path
) -> None:
    for name, number in (("a.txt", "three"), ("b.txt", "four")):
        text = f"Article 1\nAim\n\n1. Each Party shall keep {number} lamps.\n\n2. Paragraph 1 applies.\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    loaded = loaded_by(*words, folder=tmp_path)
    assert not HEAVY & loaded.keys()
    assert loaded["treatydiff"] <= own
    assert loaded.total() - loaded["treatydiff"] <= others
