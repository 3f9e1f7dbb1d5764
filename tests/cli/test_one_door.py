"""What all commands have in common: the table of formats, the options, the words for what there is not."""

from __future__ import annotations

import inspect
import json
from importlib import import_module, metadata
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import typer

from tests.cli.running import run
from tests.report.report_factories import empty_comparison
from treatydiff.cli.main import app
from treatydiff.errors import ReportError
from treatydiff.model import Comparison, Draft
from treatydiff.rendering import RENDERINGS, find_format, formats_of, render
from treatydiff.report.kit.renderings import Rendering
from treatydiff.report.kit.schema import schema_text

TEXT = "Article 1\nAim\n\n1. Each Party [shall] act.\n\n2. Paragraph 1 applies.\n"
OFFERED = [(each, form) for each in RENDERINGS.values() for form in each.formats]


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    (tmp_path / "lamps.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "lamps.txt"


def taken(module: str, function: str) -> set[str]:
    return set(list(inspect.signature(getattr(import_module(module), function)).parameters)[1:])


@pytest.mark.parametrize("form", [form for _, form in OFFERED], ids=lambda form: form.function)
def test_what_the_table_names_exists_and_takes_what_it_says(form: Rendering) -> None:
    assert set(form.takes) <= taken(form.module, form.function)
    assert form.suffix.startswith(".")
    if form.view is not None:
        assert set(form.view.takes) <= taken(form.view.module, form.view.function)


def test_every_result_is_a_type_and_has_each_format_once() -> None:
    for each in RENDERINGS.values():
        module, name = each.result.split(":")
        assert isinstance(getattr(import_module(module), name), type)
        assert len(formats_of(each.result)) == len(set(formats_of(each.result)))
        assert "terminal" in formats_of(each.result)


def test_formats_are_found_by_result_by_type_and_by_name() -> None:
    by_name = formats_of("treatydiff.model.comparison:Comparison")
    assert by_name == formats_of(Comparison) == formats_of(empty_comparison())
    assert by_name[:3] == ("terminal", "json", "html")
    assert find_format(Draft, "akn").suffix == ".xml"


def test_a_renderer_is_given_the_choices_that_it_takes() -> None:
    comparison = empty_comparison()
    plain = render(comparison, "json")
    assert render(comparison, "json", width=40, colour=True, author="Adviser", only=("bracket",)) == plain
    assert render(comparison, "terminal", width=None) == render(comparison, "terminal")
    assert render(comparison, "terminal", width=60) != render(comparison, "terminal", width=110)


def test_what_there_is_not_is_said_in_one_way() -> None:
    with pytest.raises(ReportError) as refused:
        render(empty_comparison(), "yaml")
    assert str(refused.value) == (
        "there is no format 'yaml' for a comparison; hint: one of terminal, json, html, csv, docx, "
        "xlsx, markdown, github, svg, junit"
    )
    with pytest.raises(TypeError, match="is no result"):
        render(3, "json")


def test_other_packages_add_reports_on_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    class Counted:
        name, suffix = "counted", ".txt"

        def render(self, comparison: Comparison) -> str:
            return f"{len(comparison.units)} rows"

    class Entry:
        name = "counted"

        def load(self) -> Counted:
            return Counted()

    monkeypatch.setattr(metadata, "entry_points", lambda group: [Entry()] if "reports" in group else [])
    assert formats_of(Comparison)[-1] == "counted"
    assert "counted" not in formats_of(Draft)
    assert render(empty_comparison(), "counted", width=80) == "0 rows"


def commands(of: Any, name: str = "treatydiff") -> list[tuple[str, Any]]:
    inner = getattr(of, "commands", None)
    if inner is None:
        return [(name, of)]
    return [each for word, command in inner.items() for each in commands(command, f"{name} {word}")]


ALL = commands(typer.main.get_command(app))
READING = {"--language", "--revisions", "--brackets", "--ocr", "--drafting-marks", "--column"}
NO_DRAFTS = {"treatydiff schema", "treatydiff lexicon show", "treatydiff doctor", "treatydiff cache clear"}
WRITE_FILES_OF_THEIR_OWN = {
    "treatydiff archive site", "treatydiff reference build", "treatydiff lexicon build", "treatydiff lexicon show",
    "treatydiff doctor",
}  # fmt: skip
"""Their result is a folder of pages, a table (`-o` must be given), or lines about words or this machine."""
FOLDERS = {"treatydiff reference build"} | {name for name, _ in ALL if name.startswith("treatydiff archive ")}
ANY_LANGUAGE = {"treatydiff languages", "treatydiff lexicon build", "treatydiff glossary"}


@pytest.mark.parametrize(("name", "command"), ALL, ids=[name for name, _ in ALL])
def test_options_that_mean_the_same_stand_on_every_command(name: str, command: Any) -> None:
    known = {option for each in command.params for option in each.opts}
    if name not in NO_DRAFTS:
        assert READING - ({"--language"} if name in ANY_LANGUAGE else set()) <= known
        assert ("--stdin-format" in known) == (name not in FOLDERS)
    assert ("--format" in known) == (name not in WRITE_FILES_OF_THEIR_OWN)
    if "--format" in known:
        assert {"-f", "-o", "--output", "--report", "--width", "--colour", "-q"} <= known
    if name not in NO_DRAFTS | FOLDERS:
        assert {"--label", "--confidential"} <= known
    if name in FOLDERS and "archive" in name:
        assert {"--index", "--jobs", "--scheduler"} <= known


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("brackets", "lamps.txt", "--brackets", "in"), "--brackets is always as-is here"),
        (("proposals", "lamps.txt", "lamps.txt", "--brackets", "out"), "--brackets is always as-is here"),
        (("check", "lamps.txt", "--report", "html=x.html"), "there is no format 'html' for a check"),
        (("compare", "lamps.txt", "lamps.txt", "--explain", "art_1", "-f", "csv"),
         "there is no format 'csv' for an explanation; hint: one of terminal, json"),
        (("archive", "search", ".", "lamps", "-f", "csv"), "there is no format 'csv' for a search"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_before_anything_is_read(
    draft: Path, words: tuple[str, ...], said: str
) -> None:
    done = run(*words, cwd=draft.parent)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1
    assert [each.name for each in draft.parent.iterdir()] == ["lamps.txt"]


def test_a_further_report_and_a_reading_on_commands_that_lacked_them(draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    done = run("check", draft, "--brackets", "in", "--report", f"json={out}/check.json", "-q")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads((out / "check.json").read_text())["settings"] == {"brackets": "in"}
    done = run("text", draft, "--report", f"json={out}/draft.json", "-q")
    assert done.stdout.decode().splitlines()[0] == "Article 1  Aim"
    assert json.loads((out / "draft.json").read_text())["schema"] == "treatydiff/draft/1"


@pytest.mark.parametrize(
    ("words", "schema"),
    [
        (("archive", "index", "."), "treatydiff/index-run/1"),
        (("archive", "describe", "."), "treatydiff/listing/1"),
        (("cache", "clear"), "treatydiff/cleared-cache/1"),
    ],
)
def test_what_was_done_is_told_as_json_that_keeps_its_schema(
    draft: Path, words: tuple[str, ...], schema: str
) -> None:
    (draft.parent / "broken.docx").write_bytes(b"no package")
    env = {"TREATYDIFF_CACHE_DIR": str(draft.parent / "kept")}
    done = run(*words, "-f", "json", "--report", f"json={draft.parent}/again", cwd=draft.parent, env=env)
    told = json.loads(done.stdout)
    assert told["schema"] == schema
    jsonschema.validate(told, json.loads(schema_text(schema)))
    assert (draft.parent / "again").read_bytes() == done.stdout


def test_a_schema_is_json_already() -> None:
    printed = run("schema", "check").stdout
    assert run("schema", "check", "-f", "json").stdout == printed
    assert json.loads(printed)["$id"] == "treatydiff/check/1"


def test_a_quiet_run_over_an_archive_says_nothing(draft: Path) -> None:
    done = run("archive", "index", ".", "-q", cwd=draft.parent)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    again = run("archive", "index", ".", "-q", "-f", "json", cwd=draft.parent)
    assert json.loads(again.stdout)["unchanged"] == ["lamps.txt"]
