"""The six packages that the product is to be built on do its work: their own code runs when it is used.

A package that is only named among the dependencies, or only imported, would not pass.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from treatydiff.cli.entry import main
from treatydiff.pipeline import parse_source
from treatydiff.reading.reader import read_file
from treatydiff.settings import Settings

ROOT = Path(__file__).resolve().parent.parent.parent
CHAIN = ROOT / "fixtures" / "chain"
BEFORE = "Article 1\n\nEach keeper shall trim the wick of the lantern at dusk.\n"
AFTER = "Article 1\n\nEach keeper may trim the wick of the old lantern at dawn.\n"


def idle(packages: set[str], work: Callable[[], object]) -> set[str]:
    """Those of some packages of which no function was called meanwhile."""
    waited_for = set(packages)

    def note(frame: FrameType, event: str, _: Any) -> None:
        if event == "call":
            waited_for.discard(str(frame.f_globals.get("__name__", "")).partition(".")[0])
        if not waited_for:
            sys.setprofile(before)

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return waited_for


@pytest.mark.parametrize(
    ("draft", "package"),
    [
        pytest.param("2-chairs-text.pdf", "pdfminer", id="pdfminer.six reads a PDF"),
        pytest.param("1-national-draft.docx", "docx", id="python-docx reads a Word file"),
    ],
)
def test_reading_is_done_by(draft: str, package: str) -> None:
    settings = Settings()
    assert not idle({package}, lambda: parse_source(read_file(CHAIN / draft, settings), settings))


def test_comparing_on_the_command_line_is_done_by_typer_rich_and_diff_match_patch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "before.txt").write_text(BEFORE, encoding="utf-8")
    (tmp_path / "after.txt").write_text(AFTER, encoding="utf-8")
    words = ["treatydiff", "compare", str(tmp_path / "before.txt"), str(tmp_path / "after.txt")]
    monkeypatch.setattr(sys, "argv", words)

    def run() -> None:
        with pytest.raises(SystemExit) as ended:
            main()
        assert not ended.value.code

    assert not idle({"typer", "rich", "diff_match_patch"}, run)
    assert "[-shall-] {+may+}" in capsys.readouterr().out


def test_these_tests_are_run_by_pytest(pytestconfig: pytest.Config) -> None:
    assert pytestconfig.rootpath == ROOT
    assert pytestconfig.getini("testpaths") == ["tests"]


def test_each_is_named_where_it_is_needed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {re.split(r"[><=\[]", each)[0] for each in project["dependencies"]}
    assert {"typer", "rich", "diff-match-patch", "python-docx", "pdfminer.six"} <= named
    assert any(each.startswith("pytest>") for each in project["optional-dependencies"]["dev"])
