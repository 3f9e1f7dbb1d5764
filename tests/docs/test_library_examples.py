"""The examples of docs/library.md and of the notebook run, and show what stands there.

The outputs of the notebook are written anew by `make golden`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.docs.notebooks import executed
from tests.docs.test_docs_are_true import ROOT, blocks

PAGE = ROOT / "docs" / "library.md"
NOTEBOOK = ROOT / "docs" / "example.ipynb"
LARGEST_NOTEBOOK = 60_000


@pytest.mark.usefixtures("_read_once")
def test_the_examples_run_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for draft in (ROOT / "fixtures" / "chain").glob("[0-9]-*"):
        shutil.copy(draft, tmp_path / draft.name[2:])
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for number, example in enumerate(blocks(PAGE, "python"), 1):
        exec(compile(example, f"docs/library.md, example {number}", "exec"), names)
    printed = capsys.readouterr().out
    told = [line for block in blocks(PAGE, "") for line in block.splitlines() if line]
    assert told
    assert [line for line in told if line not in printed.splitlines()] == []
    assert (tmp_path / "changes.docx").read_bytes()[:2] == b"PK"


def test_every_public_name_is_told_of() -> None:
    import treatydiff

    text = PAGE.read_text(encoding="utf-8")
    assert [name for name in treatydiff.__all__ if not re.search(rf"\b{name}\b", text)] == []


@pytest.mark.usefixtures("_read_once")
def test_the_notebook_shows_what_its_cells_give(monkeypatch: pytest.MonkeyPatch) -> None:
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    monkeypatch.chdir(NOTEBOOK.parent)
    given = executed(notebook)
    cells = [each for each in notebook["cells"] if each["cell_type"] == "code"]
    if os.environ.get("TREATYDIFF_GOLDEN") == "write":
        for number, (cell, outputs) in enumerate(zip(cells, given, strict=True), 1):
            cell |= {"execution_count": number, "outputs": outputs}
        NOTEBOOK.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert [each["outputs"] for each in cells] == given
    assert [each["execution_count"] for each in cells] == list(range(1, len(cells) + 1))


def test_the_notebook_is_one_that_jupyter_opens() -> None:
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert len({each["id"] for each in notebook["cells"]}) == len(notebook["cells"])
    for cell in notebook["cells"]:
        assert re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", cell["id"])
        expected = {"cell_type", "id", "metadata", "source"}
        assert cell.keys() == expected | (
            {"execution_count", "outputs"} if cell["cell_type"] == "code" else set()
        )
    assert NOTEBOOK.stat().st_size < LARGEST_NOTEBOOK
