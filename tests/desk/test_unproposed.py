"""Changes without a matching proposal: planted answers found, nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.running import run
from treatydiff.report.kit.schema import schema_text

COMPILATION = """Compilation of proposals

ARTICLE 1

Canada

3. Keepers train apprentices in harbour safety each spring.

Norway

4. Every harbour publishes the names of its lamps once a year.
"""
BASE = """Harbour Convention

Article 1
1. Keepers shall clean lamps at dusk.
2. Keepers shall store oil in stone cellars.

Article 2
1. The Board meets in the autumn of every second year at the oldest harbour.
"""
LATER = (
    BASE.replace("stone cellars", "stone cellars that the Board has approved")
    .replace("cellars that the Board has approved.\n", "cellars that the Board has approved.\n"
             "3. Keepers train apprentices in harbour safety each spring.\n")
    .replace("oldest harbour.\n", "oldest harbour.\n"
             "2. Every harbour publishes the names of its lamps once a year.\n")
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("unproposed")
    for name, text in (("c.txt", COMPILATION), ("base.txt", BASE), ("later.txt", LATER)):
        (made / name).write_text(text, encoding="utf-8")
    return made


def test_what_nobody_proposed_and_what_came_in_elsewhere_and_nothing_else(folder: Path) -> None:
    reports = ("json=o.json", "html=o.html", "docx=o.docx")
    asked = [word for each in reports for word in ("--report", each)]
    done = run("unproposed", "c.txt", "base.txt", "later.txt", *asked, cwd=folder)
    assert done.returncode == 0, done.stderr
    told = json.loads((folder / "o.json").read_text("utf-8"))
    jsonschema.validate(told, json.loads(schema_text("unproposed")))
    assert [(each["b"], each["came"], each["went"]) for each in told["changes"]] == [
        (["art_1__para_2"], ["that the Board has approved"], [])
    ]
    assert [(each["who"], each["found_in"]) for each in told["elsewhere"]] == [(["Norway"], "art_2__para_2")]
    printed = done.stdout.decode()
    assert "1 changed clause without a matching proposal; 1 proposal came in elsewhere." in printed
    assert "oral and informal proposals are unseen" in " ".join(printed.split())
    assert max(map(len, printed.splitlines())) <= 80
    assert "that the Board has approved" in (folder / "o.html").read_text("utf-8")
    assert (folder / "o.docx").read_bytes()[:2] == b"PK"


OPEN = """Harbour Convention

Article 1

Keepers

1. Keepers shall clean lamps at dusk [and at dawn (Norway)].
2. Keepers shall store oil in stone cellars [or in iron barrels] (Chile) near the port.
3. The lamps [of every harbour][Norway] shall be counted in spring.
4. The horns [of every quay] (Peru) and of every pier shall be sounded in autumn.

Article 2

Meetings

1. The Board meets in the autumn of every second year at the oldest harbour.
"""
SETTLED = (
    OPEN.replace(" [and at dawn (Norway)]", "").replace(" [or in iron barrels] (Chile)", "")
    .replace(" [of every harbour][Norway]", "").replace(" [of every quay] (Peru) and of every pier", "")
    .replace("oldest harbour.", "oldest harbour. (Chile)")
)  # fmt: skip


def test_what_went_from_a_bracket_with_a_name_behind_it_needs_no_proposal(folder: Path) -> None:
    (folder / "open.txt").write_text(OPEN, encoding="utf-8")
    (folder / "settled.txt").write_text(SETTLED, encoding="utf-8")
    done = run("unproposed", "c.txt", "open.txt", "settled.txt", "-f", "json", cwd=folder)
    told = json.loads(done.stdout)
    assert [(each["b"], each["came"], each["went"]) for each in told["changes"]] == [
        (["art_1__para_4"], [], ["and of every pier"])
    ]
    assert told["settled"] == 3


@pytest.mark.parametrize(
    "words", [("open.txt", "open.txt", "settled.txt"), ("base.txt", "later.txt", "c.txt")]
)
def test_a_draft_is_no_compilation_of_proposals(words: tuple[str, ...], folder: Path) -> None:
    (folder / "open.txt").write_text(OPEN, encoding="utf-8")
    (folder / "settled.txt").write_text(SETTLED, encoding="utf-8")
    done = run("unproposed", *words, cwd=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    said = done.stderr.decode().splitlines()
    assert len(said) == 1
    assert said[0].startswith(f"treatydiff: error: {words[0]}: names no delegation above wording")
