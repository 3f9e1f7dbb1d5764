from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.running import run

DRAFTS = {
    "1": "Each State Party shall keep the lights of its harbours lit from dusk until dawn.",
    "2": "Each State Party should keep the lights of its harbours lit from dusk until dawn.",
    "3": "Each State Party should keep the lights of its harbours lit from dusk until noon.",
}


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("chain")
    for name, text in DRAFTS.items():
        (folder / f"{name}.txt").write_text(f"Article 1\nLights\n\n{text}\n", encoding="utf-8")
    return sorted(folder.iterdir())


@pytest.mark.parametrize(
    ("words", "schema"),
    [(("concordance",), "concordance"), (("trace", "art_1"), "trace")],
)
def test_json_keeps_its_schema(chain: list[Path], words: tuple[str, ...], schema: str) -> None:
    done = run(*words, *chain, "-f", "json", "--reference", "none")
    assert done.returncode == 0, done.stderr
    jsonschema.validate(json.loads(done.stdout), json.loads(run("schema", schema).stdout))


@pytest.mark.parametrize("through", [("--through", "1", "2"), ("--through", "1", "--through", "2")])
def test_blame_takes_its_drafts_either_way(chain: list[Path], through: tuple[str, ...]) -> None:
    named = [chain[int(word) - 1] if word.isdigit() else word for word in through]
    done = run("blame", chain[2], *named, "-f", "json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert [each["words"] for each in found["shares"]] == [13, 1, 1]
    assert [draft["name"] for draft in found["drafts"]] == ["1", "2", "3"]


@pytest.mark.parametrize("form", ["csv", "html", "xlsx", "docx"])
def test_every_format_is_written(chain: list[Path], tmp_path: Path, form: str) -> None:
    target = tmp_path / f"out.{form}"
    done = run("concordance", *chain, "-f", form, "-o", target, "--base", "2", "--reference", "none")
    assert done.returncode == 0, done.stderr
    assert target.stat().st_size > 100


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("concordance", "1", "2", "-f", "pdf"), b"there is no format 'pdf' for a concordance table"),
        (("concordance", "1"), b"a chain has two drafts or more"),
        (("concordance", "1", "2", "--base", "9"), b"no draft is called '9'"),
        (("trace", "art_9", "1", "2"), b"no draft has a provision 'art_9'"),
        (("trace", "art_1", "1", "2", "--in", "7"), b"no draft is called '7'"),
        (
            ("blame", "3", "--through", "1", "--article", "art_9"),
            b"3.txt: there is no provision 'art_9'; hint: nearest: art_1",
        ),
        (("blame", "3", "4", "--through", "1", "--through", "2"), b"named in two ways"),
    ],
)
def test_what_cannot_be_is_one_clear_line(chain: list[Path], words: tuple[str, ...], said: bytes) -> None:
    names = {str(at): str(path) for at, path in enumerate(chain, 1)}
    plain = words[:1] + tuple(
        word if words[at - 1].startswith("--") and word in "79" else names.get(word, word)
        for at, word in enumerate(words) if at
    )  # fmt: skip
    done = run(*plain)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count(b"\n") == 1
