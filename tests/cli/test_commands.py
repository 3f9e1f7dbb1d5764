from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jsonschema
import pytest

from tests.cli.running import COMMAND, run

NATIONAL = "chain/1-national-draft.docx"
CHAIRS = "chain/2-chairs-text.pdf"
TEXT = b"Article 1\n\nAim\n\n1. Each Party shall act.\n\n2. The fund is small.\n\nArticle 2\n\nEnd\n\nThis Convention ends.\n"


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[bytes], Path]:
    """The two first fixture drafts compared once, in every format."""
    folder = tmp_path_factory.mktemp("compared")
    here = Path(__file__).resolve().parents[2] / "fixtures"
    done = run("compare", here / NATIONAL, here / CHAIRS, "--report", f"json={folder / 'out.json'}",
               "--report", f"html={folder / 'out.html'}")  # fmt: skip
    return done, folder


def test_compare_prints_the_answer_and_writes_reports(
    compared: tuple[subprocess.CompletedProcess[bytes], Path],
) -> None:
    done, folder = compared
    printed = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert "of 30 articles of B share at least half of their (weighted)" in printed
    assert max(len(line) for line in printed.splitlines()) <= 80
    assert (folder / "out.html").read_text().startswith("<!DOCTYPE html>")


def test_the_json_keeps_its_contract(compared: tuple[subprocess.CompletedProcess[bytes], Path]) -> None:
    _, folder = compared
    found = json.loads((folder / "out.json").read_text())
    jsonschema.validate(found, json.loads(run("schema", "comparison").stdout))
    rows = found["units"]
    assert found["a"]["articles"] == 27
    assert sum(found["summary"].values()) == len(rows)
    assert all(row["a"] or row["b"] for row in rows)


def test_edits_rebuild_both_texts(
    compared: tuple[subprocess.CompletedProcess[bytes], Path], fixtures: Path
) -> None:
    _, folder = compared
    found = json.loads((folder / "out.json").read_text())
    for side, name, ops in (("a", NATIONAL, ("equal", "delete")), ("b", CHAIRS, ("equal", "insert"))):
        outline = json.loads(run("outline", fixtures / name, "-f", "json").stdout)
        texts = dict(leaves_of(outline["instruments"]))
        rebuilt = {
            clause[side]: "".join(edit["text"] for edit in clause["edits"] if edit["op"] in ops)
            for row in found["units"] for clause in row["clauses"] if clause[side] is not None
        }  # fmt: skip
        assert rebuilt == texts


def leaves_of(nodes: list[dict[str, object]]) -> list[tuple[str, str]]:
    """Id and text of every clause of an outline."""
    found: list[tuple[str, str]] = []
    for node in nodes:
        children = node.get("children", node.get("provisions"))
        assert isinstance(children, list)
        if children:
            found.extend(leaves_of(children))
        elif node["text"]:
            found.append((str(node["id"]), str(node["text"])))
    return found


def test_outline_in_json_keeps_its_contract(fixtures: Path) -> None:
    found = json.loads(run("outline", fixtures / CHAIRS, "-f", "json").stdout)
    jsonschema.validate(found, json.loads(run("schema", "draft").stdout))
    assert found["receipt"]["unaccounted"] == 0
    assert found["source"]["label"] == "2-chairs-text.pdf"


def test_text_is_one_clause_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    printed = run("text", tmp_path / "a.txt").stdout.decode().splitlines()
    assert "1. Each Party shall act." in [line.strip() for line in printed]


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_the_bytes_do_not_depend_on_the_hash_seed(fixtures: Path, hash_seed: str) -> None:
    words = ("compare", fixtures / NATIONAL, fixtures / CHAIRS, "-f", "json")
    assert (
        run(*words, env={"PYTHONHASHSEED": "0"}).stdout
        == run(*words, env={"PYTHONHASHSEED": hash_seed}).stdout
    )


@pytest.mark.parametrize("name", [NATIONAL, CHAIRS])
def test_a_draft_compared_with_itself_is_identical(fixtures: Path, name: str) -> None:
    done = run(
        "compare",
        fixtures / name,
        fixtures / name,
        "-f",
        "json",
        "--exit-code",
        "--fail-under",
        "carried=1.0",
    )
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert found["summary"]["identical"] == len(found["units"])
    assert {found["consonance"][key] for key in ("carried", "derived", "symmetric", "verbatim_carried")} == {
        1.0
    }


def test_exit_code_1_only_when_asked_for(fixtures: Path) -> None:
    words = ("compare", fixtures / NATIONAL, fixtures / CHAIRS, "--summary")
    assert run(*words).returncode == 0
    assert run(*words, "--exit-code").returncode == 1
    done = run(*words, "--fail-under", "carried=0.99")
    assert done.returncode == 1
    assert b"below 0.99" in done.stderr


def test_stdin_and_narrowing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    done = run("compare", f"{tmp_path / 'a.txt'}#art_1", "-#art_1", "-f", "json", stdin=TEXT)
    found = json.loads(done.stdout)
    assert [row["a"] for row in found["units"]] == [["art_1"]]
    assert found["a"]["source"]["scope"] == "art_1"


def test_an_existing_path_wins_over_a_narrowing(tmp_path: Path) -> None:
    (tmp_path / "a#b.txt").write_bytes(TEXT)
    assert run("outline", tmp_path / "a#b.txt").returncode == 0


def test_settings_come_from_flag_environment_and_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    (tmp_path / "treatydiff.toml").write_text('reference = "none"\n')
    words = ("compare", "a.txt", "a.txt", "-f", "json")
    assert json.loads(run(*words, cwd=tmp_path).stdout)["settings"] == {"reference": "none"}
    from_environment = run(*words, cwd=tmp_path, env={"TREATYDIFF_NGRAM": "4"})
    assert json.loads(from_environment.stdout)["settings"] == {"ngram": 4, "reference": "none"}
    from_flag = run(*words, "--reference", "auto", cwd=tmp_path)
    assert json.loads(from_flag.stdout)["settings"] == {}


def test_a_closed_pipe_is_silent(fixtures: Path) -> None:
    done = subprocess.run(
        f"'{COMMAND}' compare '{fixtures / NATIONAL}' '{fixtures / CHAIRS}' | head -1",
        shell=True, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.stderr == b""
    assert done.stdout.startswith(b"A  ")


def test_a_draft_is_read_from_the_cache_the_second_time(fixtures: Path, tmp_path: Path) -> None:
    env = {"TREATYDIFF_NO_CACHE": "", "TREATYDIFF_CACHE_DIR": str(tmp_path / "cache")}
    first = run("outline", fixtures / CHAIRS, "-f", "json", env=env)
    kept = list((tmp_path / "cache").iterdir())
    assert len(kept) == 1
    assert run("outline", fixtures / CHAIRS, "-f", "json", env=env).stdout == first.stdout
    assert run("--no-cache", "outline", fixtures / CHAIRS, "-f", "json", env=env).stdout == first.stdout
