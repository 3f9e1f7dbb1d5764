"""What the fixture chain looks like on paper: outputs to read, written anew by `make golden`.

A difference is no fault by itself. Read it; if the new output is the better one, write it with
`make golden` and commit it with the change that made it.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from treatydiff.model import Comparison, Draft
from treatydiff.pipeline import compare_drafts, read_draft
from treatydiff.report.comparison.as_markdown import comparison_markdown
from treatydiff.report.comparison.as_terminal import comparison_terminal
from treatydiff.report.draft.as_terminal import draft_terminal
from treatydiff.report.draft.as_text import draft_text
from treatydiff.settings import Settings

EXPECTED = Path(__file__).parent / "expected"
CHAIN = Path(__file__).parents[2] / "fixtures" / "chain"
NATIONAL, CHAIR, REVISED, FINAL = sorted(each.name for each in CHAIN.iterdir() if each.name[:1].isdigit())
WIDTH = 80


@cache
def draft(name: str) -> Draft:
    return read_draft(CHAIN / name, Settings())


@cache
def compared(a: str, b: str) -> Comparison:
    return compare_drafts(draft(a), draft(b), Settings())


OUTPUTS: dict[str, Callable[[], str]] = {
    "outline-1-national-draft.txt": lambda: draft_terminal(draft(NATIONAL), width=WIDTH),
    "outline-2-chairs-text.txt": lambda: draft_terminal(draft(CHAIR), width=WIDTH),
    "outline-3-revised-text.txt": lambda: draft_terminal(draft(REVISED), width=WIDTH),
    "outline-4-final-text.txt": lambda: draft_terminal(draft(FINAL), width=WIDTH),
    "text-3-revised-text.txt": lambda: draft_text(draft(REVISED)),
    "compare-1-2.txt": lambda: comparison_terminal(compared(NATIONAL, CHAIR), width=WIDTH),
    "compare-3-4.txt": lambda: comparison_terminal(compared(REVISED, FINAL), width=WIDTH),
    "compare-2-3.md": lambda: comparison_markdown(compared(CHAIR, REVISED)),
}


@pytest.mark.parametrize("name", OUTPUTS)
def test_the_output_is_as_it_was_last_read(name: str) -> None:
    text = OUTPUTS[name]()
    text = text if text.endswith("\n") else f"{text}\n"
    file = EXPECTED / name
    if os.environ.get("TREATYDIFF_GOLDEN") == "write":
        file.write_text(text, encoding="utf-8", newline="\n")
    expected = file.read_text(encoding="utf-8") if file.exists() else ""
    changes = difflib.unified_diff(
        expected.splitlines(), text.splitlines(), f"expected/{name}", "now", lineterm="", n=1
    )
    told = "\n".join(changes)
    assert not told, f"{told}\n\nIf this is the better output: make golden"


def test_no_expected_output_is_left_over() -> None:
    assert sorted(each.name for each in EXPECTED.iterdir()) == sorted(OUTPUTS)
