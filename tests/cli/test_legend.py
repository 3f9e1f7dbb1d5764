"""`--legend`: what the colours of a draft mean, from a file beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.reading.word_files import p, r, word_package

GREEN = '<w:color w:val="00B050"/>'


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.docx"
    path.write_bytes(word_package(p("Article 1") + p("Ships ", r("shall", GREEN), " report.")))
    return path


@pytest.mark.parametrize("toml", ['green = "agreed"', '[colours]\ngreen = "agreed"'])
def test_a_legend_says_what_a_colour_means(draft: Path, toml: str) -> None:
    legend = draft.with_name("legend.toml")
    legend.write_text(toml)
    found = run("outline", str(draft), "--legend", str(legend), "-f", "json")
    assert found.returncode == 0
    marks = json.loads(found.stdout)["instruments"][0]["provisions"][0]["children"][0]["marks"]
    assert [(mark["kind"], mark["colour"], mark["says"]) for mark in marks] == [("colour", "green", "agreed")]


@pytest.mark.parametrize(
    ("toml", "said"),
    [("green", "not TOML"), ("green = 1", "holds no lines"), ('mauve = "x"', "nothing of a colour")],
)
def test_a_legend_that_says_nothing_is_refused(draft: Path, toml: str, said: str) -> None:
    legend = draft.with_name("legend.toml")
    legend.write_text(toml)
    found = run("outline", str(draft), "--legend", str(legend))
    assert found.returncode == 2
    assert said in found.stderr.decode()
