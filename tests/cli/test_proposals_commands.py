"""`treatydiff proposals` and `treatydiff compile`, run as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from tests.cli.running import run
from treatydiff.report.kit.schema import schema_text

CHAIN = Path(__file__).parents[2] / "fixtures" / "chain"


def test_a_written_compilation_is_read_again(tmp_path: Path) -> None:
    written = tmp_path / "compiled.docx"
    named = f"Aldermark={CHAIN / '1-national-draft.docx'}"
    first = run("compile", CHAIN / "2-chairs-text.pdf", named, "-f", "docx", "-o", written)
    assert (first.returncode, first.stdout) == (0, b"")
    asked = ("proposals", written, CHAIN / "2-chairs-text.pdf", CHAIN / "3-revised-text.docx", "-f", "json")
    answer = json.loads(run(*asked).stdout)
    Draft202012Validator(json.loads(schema_text("proposals"))).validate(answer)
    assert answer["marked"] is True
    assert {"; ".join(each["who"]) for each in answer["proposals"]} == {"Aldermark"}
    assert sum(answer["totals"]["kinds"].values()) == len(answer["proposals"])


def test_an_unnamed_text_is_called_by_its_file() -> None:
    done = run("compile", CHAIN / "2-chairs-text.pdf", CHAIN / "3-revised-text.docx")
    assert done.returncode == 0
    assert b"Proposals of 3-revised-text.docx" in done.stdout


def test_mistakes_are_told() -> None:
    draft = CHAIN / "2-chairs-text.pdf"
    for words, said in (
        (("compile", draft, draft, "-f", "csv"), b"terminal, markdown, docx"),
        (("compile", draft, "Aldermark="), b"NAME=FILE"),
        (("proposals", draft, draft, "-f", "html"), b"terminal, json"),
        (("proposals", "nowhere.txt", draft), b"nowhere.txt"),
    ):
        done = run(*words)
        assert done.returncode == 2
        assert said in done.stderr
        assert b"Traceback" not in done.stderr
