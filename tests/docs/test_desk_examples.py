"""The examples of docs/desk.md run, on the invented chain of drafts under the names that the page uses."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.docs.test_docs_are_true import ROOT

PAGE = ROOT / "docs" / "desk.md"
CHAIN = {
    "draft-1.docx": "1-national-draft.docx", "draft-2.pdf": "2-chairs-text.pdf",
    "draft-3.docx": "3-revised-text.docx", "then.pdf": "2-chairs-text.pdf", "now.docx": "3-revised-text.docx",
    "ours.docx": "1-national-draft.docx", "base.docx": "1-national-draft.docx", "later.pdf": "2-chairs-text.pdf",
}  # fmt: skip
EXAMPLES = [
    line.strip() for line in PAGE.read_text("utf-8").splitlines() if line.startswith("    treatydiff ")
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("desk")
    for name, draft in CHAIN.items():
        shutil.copy(ROOT / "fixtures" / "chain" / draft, made / name)
    shutil.copy(ROOT / "fixtures" / "desk" / "redlines.toml", made / "redlines.toml")
    shutil.copy(ROOT / "fixtures" / "desk" / "proposals.txt", made / "compilation.txt")
    (made / "DIR").mkdir()
    shutil.copy(ROOT / "fixtures" / "chain" / "1-national-draft.docx", made / "DIR" / "1.docx")
    return made


def test_the_page_has_an_example_of_every_command() -> None:
    assert {example.split()[1] for example in EXAMPLES} == {
        "brief", "watch", "terms", "definitions", "positions", "unproposed",
    }  # fmt: skip


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.split()[1])
def test_an_example_runs(example: str, folder: Path) -> None:
    words = shlex.split(example.replace("compilation.docx", "compilation.txt"))[1:]
    done = run(*words, cwd=folder)
    assert done.returncode == 0, done.stderr.decode()
    written = folder / "brief.docx"
    assert written.read_bytes()[:2] == b"PK" if "brief.docx" in words else done.stdout.strip()
