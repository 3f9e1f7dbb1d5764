"""A changed note or chair's note is a difference in every report and for the exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import run

CHAIR = (
    "Note by the Chair\n\nThe absence of brackets {} imply that the text was agreed by any delegation.\n\n"
)
TEXT = (
    "CONVENTION ON HARBOUR LIGHTS\n\nArticle 1\nScope\n\n1. Each Party shall keep a light at every harbour.\n"
)


@pytest.fixture
def drafts(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(CHAIR.format("does not") + TEXT, encoding="utf-8")
    new.write_text(CHAIR.format("does") + TEXT, encoding="utf-8")
    return old, new


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("terminal", "does [-not-]"),
        ("markdown", "Front matter, changed"),
        ("html", "<del"),
        ("junit", "[-not -]"),
        ("github", "1 paragraph of the front matter changed"),
    ],
)
def test_every_report_names_it(drafts: tuple[Path, Path], form: str, words: str) -> None:
    done = run("compare", *drafts, "-f", form)
    assert done.returncode == 0
    assert words in done.stdout.decode().replace("\n    ", " ")


def test_it_counts_for_the_exit_code(drafts: tuple[Path, Path]) -> None:
    assert run("compare", *drafts, "--exit-code", "-q").returncode == 1
    assert run("compare", drafts[0], drafts[0], "--exit-code", "-q").returncode == 0


def test_two_drafts_are_not_called_identical(drafts: tuple[Path, Path]) -> None:
    told = run("compare", *drafts).stdout.decode()
    assert "The drafts are identical" not in told
    assert "The drafts are identical" in run("compare", drafts[0], drafts[0]).stdout.decode()


def test_json_lists_both_apart_from_the_rows(drafts: tuple[Path, Path]) -> None:
    told = json.loads(run("compare", *drafts, "-f", "json").stdout)
    changed = [each for each in told["front_matter"] if each["relation"] == "amended"]
    assert len(changed) == 1
    assert told["notes"] == []
    assert told["reserved_positions"] == []


def test_a_position_that_a_note_reserves_stands_apart(tmp_path: Path) -> None:
    text = (
        "Article 1\nScope\n\n1. Each Party shall keep a light at every harbour.[^1]\n\n"
        "[^1]: Norway reserves its position on this paragraph.\n"
    )
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    told = json.loads(run("compare", tmp_path / "a.md", tmp_path / "a.md", "-f", "json").stdout)
    assert [(each["side"], each["who"], each["provision"]) for each in told["reserved_positions"]] == [
        ("A", "Norway", "art_1__para_1"),
        ("B", "Norway", "art_1__para_1"),
    ]
