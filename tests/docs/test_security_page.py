"""docs/security.md names the test of every promise; the tools that look after the rest do what it says."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from pathlib import Path

import pytest

from tools import audit, sbom

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))


@pytest.mark.parametrize(("file", "test"), NAMED, ids=[test for _, test in NAMED])
def test_every_test_that_is_named_exists(file: str, test: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    assert test in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_promise_names_a_test() -> None:
    tables = re.findall(r"^\| what holds \| held by \|\n\|---\|---\|\n((?:\|.*\n)+)", PAGE, re.M)
    rows = [row for table in tables for row in table.splitlines()]
    assert len(tables) >= 6
    assert [row for row in rows if not re.search(r"\| `tests/[\w/]+\.py::test_\w+` \|$", row)] == []


def test_every_shipped_table_has_a_licence() -> None:
    shipped = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "treatydiff").rglob("*")
        if path.suffix in (".toml", ".bin", ".gz", ".csv", ".txt", ".jsonl")
    ]
    assert [file for file in shipped if f"`{file}`" not in PAGE] == []
    named = re.findall(r"`(treatydiff/[\w/.]+\.(?:toml|bin|gz))`", PAGE)
    assert sorted(set(named)) == sorted(shipped)


def test_the_bill_of_materials_names_what_the_package_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    bill = sbom.bill()
    assert (bill["bomFormat"], bill["metadata"]["component"]["name"]) == ("CycloneDX", "treatydiff")
    names = [each["name"] for each in bill["components"]]
    assert names == sorted(set(names))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {sbom.canonical(re.split(r"[>=<\[; ]", line)[0]) for line in project["dependencies"]}
    assert wanted <= set(names)
    assert not {"pytest", "ruff", "mypy", "dask", "pycountry"} & set(names)
    assert [each["name"] for each in bill["components"] if "licenses" not in each] == []
    refs = {each["ref"] for each in bill["dependencies"]}
    assert {each["bom-ref"] for each in bill["components"]} < refs
    assert {need for each in bill["dependencies"] for need in each["dependsOn"]} < refs
    assert json.dumps(bill) == json.dumps(sbom.bill())
    assert "timestamp" not in bill["metadata"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert sbom.bill()["metadata"]["timestamp"] == "1970-01-01T00:00:00Z"


@pytest.mark.parametrize(
    ("installed", "online", "code", "failed", "said"),
    [
        (
            False,
            True,
            0,
            0,
            ["bandit: skipped: it is not installed", "pip-audit: skipped: it is not installed"],
        ),
        (True, False, 0, 0, ["bandit: nothing found", "pip-audit: skipped: pypi.org cannot be reached"]),
        (True, True, 0, 0, ["bandit: nothing found", "pip-audit: nothing found"]),
        (True, True, 1, 2, ["bandit: failed", "pip-audit: failed"]),
    ],
)
def test_checks_that_cannot_be_made_say_why(
    capsys: pytest.CaptureFixture[str], installed: bool, online: bool, code: int, failed: int, said: list[str]
) -> None:
    found = audit.audit(
        installed=lambda _: object() if installed else None, online=lambda: online, run=lambda _: (code, "")
    )
    lines = capsys.readouterr().out.splitlines()
    assert found == failed
    assert [line.startswith(words) for line, words in zip(lines, said, strict=True)] == [True, True]


def test_packages_without_an_answer_are_counted() -> None:
    said = {"dependencies": [{"name": "a", "vulns": []}, {"name": "b", "skip_reason": "unknown"}]}
    assert audit.not_looked_up(json.dumps(said)) == "; 1 of 2 packages could not be looked up"
    assert audit.not_looked_up('{"dependencies": [{"name": "a", "vulns": []}]}') == ""
    assert audit.not_looked_up("no findings") == ""


def test_they_are_part_of_make_check_and_installed_for_it() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "-m tools.audit" in makefile.split("\ncheck:")[1].split("\n\n")[0]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    held = [line.partition("==")[0] for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()]
    for name in ("bandit", "pip-audit"):
        assert any(line.startswith(name) for line in project["optional-dependencies"]["dev"])
        assert name in [sbom.canonical(each) for each in held]
