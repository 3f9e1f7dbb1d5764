"""Definitions that ripple, on invented drafts."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.running import run

BEFORE = """Article 1

Use of terms

For the purposes of this Convention:

(a) "Lamp" means a light that burns oil;

(b) "Keeper" means a person who tends a lamp;

(c) "Buoy" means a float;

(d) "Horn" means a device that sounds in fog.

Article 2

Care

Each Party shall pay its keepers. A keeper trims the lamps, and the Lantern Fund pays.

Article 3

Lamps

Lamps shall be clean. Horns are sounded by the Lantern Fund, and for the Lantern Fund.
"""
NOW = BEFORE.replace("a light that burns oil", "a light of any kind").replace(
    '\n(d) "Horn" means a device that sounds in fog.\n', '\n(d) "Tower" means a house with a lamp.\n'
)


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    (tmp_path / "before.txt").write_text(BEFORE)
    (tmp_path / "now.txt").write_text(NOW)
    return tmp_path


def test_every_term_has_its_fate_and_its_reach(drafts: Path) -> None:
    done = run("definitions", "now.txt", "--since", "before.txt", "-f", "json", cwd=drafts)
    told = json.loads(done.stdout)
    jsonschema.validate(told, json.loads(run("schema", "definitions").stdout))
    found = {
        each["term"]: (each["fate"], [use["citation"] for use in each["uses"]]) for each in told["terms"]
    }
    assert found == {
        "Lamp": ("redefined", ["now.txt, Art. 2", "now.txt, Art. 3"]),
        "Keeper": ("same", ["now.txt, Art. 2"]),
        "Buoy": ("same", []),
        "Tower": ("new", []),
        "Horn": ("gone", ["before.txt, Art. 3"]),
    }
    assert [each["term"] for each in told["undefined"]] == ["Lantern Fund"]


def test_the_terminal_and_the_page_say_it(drafts: Path) -> None:
    printed = run("definitions", "now.txt", "--since", "before.txt", cwd=drafts).stdout.decode()
    assert "5 defined terms: 1 redefined · 1 gone · 1 new · 2 unchanged." in printed
    assert "Lamp  redefined  changes the reach of 2 clauses" in printed
    assert "Buoy; Tower" in printed
    assert max(map(len, printed.splitlines())) <= 80
    page = run("definitions", "now.txt", "--since", "before.txt", "-f", "html", cwd=drafts).stdout.decode()
    assert "changes the reach of 2 clauses" in page


def test_one_draft_is_enough(drafts: Path) -> None:
    assert "4 defined terms." in run("definitions", "now.txt", cwd=drafts).stdout.decode()
