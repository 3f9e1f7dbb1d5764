from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from treatydiff.cli.main import run
from treatydiff.report.kit.schema import schema_text

A = "CONVENTION ON LAMPS\n\nArticle 1\nLamps\n\nEach State Party shall report on colour within thirty days.\n"
A += "\nArticle 2\nEntry into force\n\nThis Convention shall enter into force on the thirtieth day after the "
A += "deposit of the tenth instrument of ratification.\n"


@pytest.fixture
def drafts(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "a.txt").write_text(A, encoding="utf-8")
    (tmp_path / "b.txt").write_text(A.replace("colour", "color"), encoding="utf-8")
    return str(tmp_path / "a.txt"), str(tmp_path / "b.txt")


def code_of(*words: str) -> int:
    with pytest.raises(SystemExit) as left:
        run([*words])
    return int(left.value.code or 0)


def test_only_leaves_other_classes_closed(drafts: tuple[str, str], capfd: pytest.CaptureFixture[str]) -> None:
    assert code_of("compare", "-q", *drafts) == 0
    assert "{+color+}" in capfd.readouterr().out
    assert code_of("compare", "-q", "--only", "substantive,bracket", *drafts) == 0
    told = capfd.readouterr().out
    assert "{+color+}" not in told
    assert "No clause has a change of the class substantive or bracket." in told


def test_only_does_not_change_the_exit_code(drafts: tuple[str, str]) -> None:
    assert code_of("compare", "-q", "--exit-code", *drafts) == code_of(
        "compare", "-q", "--exit-code", "--only", "bracket", *drafts
    )


def test_an_unknown_class_is_bad_usage(drafts: tuple[str, str]) -> None:
    assert code_of("compare", "-q", "--only", "grave", *drafts) == 2


def test_final_clauses_as_a_table_and_as_json(
    drafts: tuple[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert code_of("final-clauses", "-q", *drafts) == 0
    told = capfd.readouterr().out
    assert "threshold: 10" in told
    assert "Art. 2" in told
    assert code_of("final-clauses", "-q", "-f", "json", *drafts) == 0
    value = json.loads(capfd.readouterr().out)
    jsonschema.validate(value, json.loads(schema_text("final-clauses")))
    assert [clause["kind"] for clause in value["drafts"][0]["clauses"]] == ["entry_into_force"]
