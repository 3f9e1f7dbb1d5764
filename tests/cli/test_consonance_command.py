from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.running import run

NATIONAL = "chain/1-national-draft.docx"
CHAIRS = "chain/2-chairs-text.pdf"
FINAL = "chain/4-final-text.pdf"
OLD = """Convention on Harbours

Article 1

Lanterns

1. Each Party shall keep the lanterns of its harbours lit through the night.

2. Each Party shall protect the privacy of the keepers of lanterns and their personal data against smugglers and curious ferrymen.

Article 2

Pilots

1. A pilot may refuse to sail in a storm of the tenth degree without losing the fee agreed.
"""
RIVAL = """Convention on Beacons

Article 1

Pilots

1. A pilot may refuse to sail in a storm of the tenth degree without losing the fee agreed.

Article 2

Ferries

1. Ferries that carry lamp oil shall moor at the outermost quay until the oil has been weighed.
"""
NEW = """Convention on Harbours and Beacons

Article 1

Lanterns

1. Each Party shall keep the lanterns of its harbours lit through the night.

2. Each Party may protect the privacy of the keepers of lanterns and their personal data against smugglers and curious ferrymen.

Article 2

Pilots

1. A pilot may refuse to sail in a storm of the tenth degree without losing the fee agreed.

Article 3

Ferries

1. Ferries that carry lamp oil shall moor at the outermost quay until the oil has been weighed.

Article 4

Orchards

1. Apple growers graft quince upon wild rootstock wherever frost arrives late in spring.
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    for name, text in (("old.txt", OLD), ("rival.txt", RIVAL), ("new.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def validated(text: bytes) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(text)
    schema = json.loads(run("schema", value["schema"]).stdout)
    jsonschema.Draft202012Validator(schema).validate(value)
    return value


def origins(value: dict[str, Any], id_: str) -> dict[str, float]:
    names = [" ".join((each["kind"], *each["names"])) for each in value["ancestry"]["origins"]]
    shares = value["ancestry"]["provisions"][id_]
    return {name: share for name, share in zip(names, shares, strict=True) if share}


def test_every_article_has_its_origins(texts: Path) -> None:
    done = run("consonance", "new.txt", "old.txt", "rival.txt", "-f", "json", cwd=texts)
    value = validated(done.stdout)
    # The "may" that was "shall" is new.
    assert origins(value, "art_1") == pytest.approx({"exclusive old.txt": 0.984, "new": 0.016}, abs=0.001)
    assert origins(value, "art_2") == {"shared old.txt rival.txt": 1.0}
    assert origins(value, "art_3") == {"exclusive rival.txt": 1.0}
    assert origins(value, "art_4") == {"new": 1.0}
    assert value["ancestry_examined"] is False
    assert [source["consonance"]["articles_half_derived"] for source in value["sources"]] == [2, 2]
    same = [
        source["consonance"]["articles_by_share"]["derived"][1]["same_force"] for source in value["sources"]
    ]
    assert same == [1, 2]
    for shares in value["ancestry"]["provisions"].values():
        assert shares is None or sum(shares) == pytest.approx(1.0, abs=1e-5)


def test_an_ancestor_takes_what_it_has(texts: Path) -> None:
    done = run("consonance", "new.txt", "old.txt", "--ancestors", "rival.txt", "-f", "json", cwd=texts)
    value = validated(done.stdout)
    assert value["ancestry_examined"] is True
    assert origins(value, "art_2") == {"ancestor rival.txt": 1.0}
    assert origins(value, "art_3") == {"ancestor rival.txt": 1.0}
    assert list(origins(value, "art_1")) == ["exclusive old.txt", "new"]


def test_the_terminal_says_whether_ancestry_was_examined(texts: Path) -> None:
    without = run("consonance", "new.txt", "old.txt", "rival.txt", cwd=texts).stdout.decode()
    flowing = " ".join(without.split())
    assert "2 of 4 articles at least half from old.txt; derived" in flowing
    assert "remark: in 2 / 1 / 1 of these no force word changed (as detected)" in flowing
    assert "Ancestry was not examined." in without
    examined = run("consonance", "new.txt", "old.txt", "--ancestors", "rival.txt", cwd=texts).stdout.decode()
    assert "not examined" not in examined
    assert "already in rival.txt" in examined
    assert max(len(line) for line in (without + examined).splitlines()) <= 80


def test_clause_rows_as_csv(texts: Path) -> None:
    done = run("consonance", "new.txt", "old.txt", "rival.txt", "-f", "csv", cwd=texts)
    rows = {row["clause"]: row for row in csv.DictReader(io.StringIO(done.stdout.decode()))}
    assert float(rows["art_1__para_2"]["derived: old.txt"]) == pytest.approx(0.975, abs=0.001)
    assert rows["art_1__para_2"]["same force: old.txt"] == "0"
    assert rows["art_1__para_2"]["themes"] == "data_protection"
    assert rows["art_4__para_1"]["origin: in none of them"] == "1"
    compared = run("compare", "old.txt", "new.txt", "-f", "csv", cwd=texts)
    clauses = list(csv.DictReader(io.StringIO(compared.stdout.decode())))
    assert {row["clause_b"] for row in clauses} == set(rows)
    for row in clauses:
        for side in "ab":
            parts = [row[f"{name}_{side}"] for name in ("same_force", "changed_force", "not_found")]
            assert not row[f"weight_{side}"] or sum(map(float, parts)) == pytest.approx(1.0, abs=2e-6)


def test_ancestors_stand_beside_the_headline_of_a_comparison(texts: Path) -> None:
    done = run("compare", "old.txt", "new.txt", "--ancestors", "rival.txt", "-f", "json", cwd=texts)
    value = validated(done.stdout)
    assert origins(value, "art_2") == {"ancestor rival.txt": 1.0}
    assert value["ancestry"]["derived"][0] == pytest.approx(value["consonance"]["derived"], abs=1e-6)
    assert validated(run("compare", "old.txt", "new.txt", "-f", "json", cwd=texts).stdout)["ancestry"] is None


def test_the_sum_behind_a_row(texts: Path) -> None:
    done = run("compare", "old.txt", "new.txt", "--explain", "art_1", "-f", "json", cwd=texts)
    value = validated(done.stdout)
    for side in "ab":
        clauses = [each for each in value["clauses"] if each["side"] == side]
        weight = sum(each["weight"] for each in clauses)
        carried = sum(each["carried"] for each in clauses)
        assert weight == pytest.approx(value["consonance"][f"weight_{side}"], abs=1e-4)
        whole = value["consonance"]["derived" if side == "b" else "carried"]
        assert carried / weight == pytest.approx(whole, abs=1e-5)
        for each in clauses:
            words = each["word_weights"]
            assert sum(word["weight"] for word in words) == pytest.approx(each["weight"], abs=1e-4)
            assert [word["weight"] for word in words] == sorted((w["weight"] for w in words), reverse=True)
    printed = run("compare", "old.txt", "new.txt", "--explain", "art_1", cwd=texts).stdout.decode()
    assert "Sum" in printed
    assert "lanterns*" in printed


def test_a_row_that_is_not_there_is_refused(texts: Path) -> None:
    done = run("compare", "old.txt", "new.txt", "--explain", "art_11", cwd=texts)
    assert done.returncode == 2
    assert b"nearest: art_1" in done.stderr


def test_a_theme_narrows_the_rows_and_not_the_shares(texts: Path) -> None:
    whole = validated(run("compare", "old.txt", "new.txt", "-f", "json", cwd=texts).stdout)
    done = run("compare", "old.txt", "new.txt", "--theme", "data_protection", "-f", "json", cwd=texts)
    value = validated(done.stdout)
    assert [row["b"] for row in value["units"]] == [["art_1"]]
    assert value["consonance"] == whole["consonance"]
    assert [theme["b"] for theme in value["themes"]] == [["art_1__para_2"]]
    printed = run("compare", "old.txt", "new.txt", "--theme", "data_protection", cwd=texts).stdout.decode()
    assert "Data protection and privacy: only the rows that speak of it follow" in " ".join(printed.split())
    refused = run("compare", "old.txt", "new.txt", "--theme", "fishing", cwd=texts)
    assert (refused.returncode, b"they speak of data_protection" in refused.stderr) == (2, True)


def test_themes_of_ones_own(texts: Path) -> None:
    (texts / "mine.toml").write_text(
        '[ferries]\ntitle = "Ferries"\n[ferries.terms]\nen = ["ferr*", "quay"]\n'
    )
    (texts / "treatydiff.toml").write_text('themes = "mine.toml"\n')
    value = validated(run("compare", "old.txt", "new.txt", "-f", "json", cwd=texts).stdout)
    found = {theme["name"]: theme for theme in value["themes"]}
    assert found["ferries"]["only_b"] == ["art_3__para_1"]
    assert "data_protection" in found
    (texts / "treatydiff.toml").write_text('themes = "absent.toml"\n')
    missing = run("compare", "old.txt", "new.txt", cwd=texts)
    assert (missing.returncode, b"absent.toml" in missing.stderr) == (2, True)


def test_a_part_stands_beside_the_whole(texts: Path) -> None:
    done = run("compare", "old.txt#art_1", "new.txt#art_1", "-f", "json", cwd=texts)
    value = validated(done.stdout)
    whole = validated(run("compare", "old.txt", "new.txt", "-f", "json", cwd=texts).stdout)
    assert value["consonance"]["derived"] > value["whole"]["derived"]
    assert value["whole"]["derived"] == whole["consonance"]["derived"]
    assert whole["whole"] is None
    printed = run("compare", "old.txt#art_1", "new.txt#art_1", cwd=texts).stdout.decode()
    assert "Aligned and computed over A art_1 and B art_1 alone: what crosses" in " ".join(printed.split())
    assert (value["aligned"], whole["aligned"]) == ("part", "whole")


def test_a_draft_that_covers_far_less_is_warned_of(fixtures: Path, texts: Path) -> None:
    done = run("compare", texts / "old.txt", fixtures / CHAIRS, "-f", "json")
    codes = {each["code"]: each["message"] for each in json.loads(done.stdout)["diagnostics"]}
    assert "carried is the share to read" in codes["unequal_cover"]


def test_the_same_figures_as_compare(fixtures: Path) -> None:
    one = json.loads(run("compare", fixtures / NATIONAL, fixtures / FINAL, "-f", "json").stdout)
    done = run("consonance", fixtures / FINAL, fixtures / NATIONAL, "-f", "json", "--sensitivity")
    value = validated(done.stdout)
    source = value["sources"][0]
    assert source["consonance"] == one["consonance"]
    runs = [row["derived"] for row in source["sensitivity"]["by_ngram"]]
    assert runs == sorted(runs, reverse=True)
    assert runs[0] == one["consonance"]["derived"]
    low, high = source["sensitivity"]["interval_derived"]
    assert low < one["consonance"]["derived"] < high
    again = run("consonance", fixtures / FINAL, fixtures / NATIONAL, "-f", "json", "--sensitivity")
    assert again.stdout == done.stdout
