from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.running import run

GOOD = "Article 1\n\nAim\n\n1. Each Party shall act.\n\n2. Paragraph 1 applies.\n\nArticle 2\n\nEnd\n\nThis Convention ends.\n"
BAD = GOOD.replace("Paragraph 1 applies", "Paragraph 4 applies {delete this; see the note}")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "bad.txt").write_text(BAD)
    (tmp_path / "fr.txt").write_text(
        "Article premier\n\nBut\n\n1. Chaque Partie agit pour les phares.\n\n2. Le paragraphe 2 s’applique.\n\n"
        "Article 2\n\nFin\n\nLa présente Convention prend fin dans les États.\n"
    )
    return tmp_path


def test_a_sound_draft_exits_0(files: Path) -> None:
    done = run("check", files / "good.txt", "--exit-code")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "nothing" in done.stdout.decode()


def test_faults_exit_1_only_on_request(files: Path) -> None:
    assert run("check", files / "bad.txt").returncode == 0
    done = run("check", files / "bad.txt", "--exit-code")
    assert (done.returncode, done.stderr) == (1, b"")
    assert "there is no paragraph 4" in done.stdout.decode()


def test_json_goes_to_a_file_and_keeps_its_schema(files: Path) -> None:
    done = run(
        "check", files / "bad.txt", "--against", files / "good.txt", "-f", "json", "-o", files / "out.json"
    )
    assert (done.returncode, done.stdout) == (0, b"")
    found = json.loads((files / "out.json").read_text())
    jsonschema.validate(found, json.loads(run("schema", "check").stdout))
    assert found["against"]["label"] == "good.txt"
    assert [each["code"] for each in found["findings"]] == ["remark_left", "reference_to_nothing"]
    assert str(files) not in json.dumps(found)


def test_stdin_can_be_checked(files: Path) -> None:
    assert "there is no paragraph 4" in run("check", "-", stdin=BAD.encode()).stdout.decode()


def test_language_versions(files: Path) -> None:
    done = run("languages", files / "good.txt", files / "fr.txt", "--exit-code")
    assert (done.returncode, done.stderr) == (1, b"")
    assert "the cross-references differ" in done.stdout.decode()
    found = json.loads(run("languages", files / "good.txt", files / "fr.txt", "-f", "json").stdout)
    jsonschema.validate(found, json.loads(run("schema", "languages").stdout))
    assert [each["code"] for each in found["differences"]] == ["references"]
    assert run("languages", files / "good.txt", files / "good.txt", "--exit-code").returncode == 0


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("check", "missing.txt"), "missing.txt: no such file"),
        (("check", "good.txt", "-f", "html"), "there is no format 'html' for a check"),
        (("check", "-", "--against", "-"), "stdin can be only one of the drafts"),
        (("check", "good.txt", "--against", "fr.txt"), "the previous draft is in fr"),
        (("languages", "good.txt"), "name at least two files"),
        (("languages", "good.txt", "missing.txt"), "missing.txt: no such file"),
        (("languages",), "Missing argument"),
    ],
)
def test_trouble_is_one_line_and_exit_2(files: Path, words: tuple[str, ...], what: str) -> None:
    done = run(*words, cwd=files)
    printed = done.stderr.decode()
    assert done.returncode == 2
    assert what in printed
    assert printed.startswith("treatydiff: error: ")
    assert len(printed.splitlines()) == 1
