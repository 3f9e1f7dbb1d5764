from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.running import run

CHAIN = Path(__file__).parents[2] / "fixtures" / "chain"
REVISED, FINAL = CHAIN / "3-revised-text.docx", CHAIN / "4-final-text.pdf"


@pytest.fixture(scope="module")
def told() -> dict[str, object]:
    done = run("brackets", REVISED, FINAL, "-f", "json", "-q")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def test_json_counts_fates_and_openness(told: dict[str, object]) -> None:
    step = told["steps"][0]  # type: ignore[index]
    assert step["brackets"] == {
        "adopted": 27, "dropped": 30, "reworded": 1, "kept open": 2, "newly bracketed": 0, "reopened": 0,
    }  # fmt: skip
    assert step["options"]["adopted"] == step["options"]["dropped"] == 2
    assert [draft["openness"]["brackets"] for draft in told["drafts"]] == [60, 2]  # type: ignore[attr-defined]
    assert sum(fate["fate"] is None for fate in step["fates"]) == 6
    said = {fate["fate"]: fate["said"] for fate in step["fates"]}
    assert said["adopted"] == "retained"
    assert said["reworded"] == "retained with changes"
    assert said[None] is None


def test_one_article_on_the_terminal() -> None:
    shown = run("brackets", REVISED, FINAL, "--article", "art_28", "-q").stdout.decode()
    assert shown.startswith("A  A/AC.999/7  3-revised-text.docx")
    assert "27 retained · 30 not retained · 1 retained with changes · 2 kept open" in " ".join(shown.split())
    assert "[fortieth]" in shown
    assert "Art. 27, para. 1" in shown
    assert "Art. 4" not in shown


def test_agreed_is_said_only_where_the_draft_prints_it() -> None:
    shown = run("brackets", REVISED, FINAL, "-q").stdout.decode()
    assert shown.count("agreed") == 2
    assert shown.count("[agreed ad referendum]") == 2


def test_a_chain_converges_and_one_draft_is_open() -> None:
    chain = run("brackets", CHAIN / "2-chairs-text.pdf", REVISED, FINAL, "-q").stdout.decode()
    assert "53 newly bracketed" in chain
    one = run("brackets", REVISED, "-q").stdout.decode()
    assert "60 open brackets, 4 options" in one


def test_html_stands_alone_and_escapes() -> None:
    page = run("brackets", CHAIN / "2-chairs-text.pdf", REVISED, FINAL, "-f", "html", "-q").stdout.decode()
    assert "<svg" in page
    assert "polyline" in page
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")
    assert "<script" not in page
    # Readers of screens choose a region by its name: one for each step has a name of its own.
    regions = re.findall(r'role="region" aria-label="([^"]+)"', page)
    assert len(regions) == len(set(regions)) > 2


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("brackets", REVISED, "-f", "docx"), "there is no format 'docx' for a study of brackets"),
        (
            ("brackets", REVISED, "--article", "art_999"),
            "there is no provision 'art_999'; hint: nearest: art_9",
        ),
        (("text", REVISED, "--brackets", "sideways"), "there is no reading"),
    ],
)
def test_bad_usage_exits_2(words: tuple[str | Path, ...], message: str) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert message in done.stderr.decode()


def test_readings_on_the_command_line() -> None:
    out = run("text", REVISED, "--brackets", "out", "-q").stdout.decode()
    assert "[" not in out
    assert "small island States" not in out
    second = run("text", REVISED, "--brackets", "option:2", "-q").stdout.decode()
    assert "within sixty days a written explanation" in second
    compared = run("compare", REVISED, FINAL, "--brackets", "in", "--summary", "-f", "json", "-q")
    assert json.loads(compared.stdout)["settings"]["brackets"] == "in"


def test_pictures_and_a_further_report_from_one_reading(tmp_path: Path) -> None:
    page = tmp_path / "brackets.html"
    done = run(
        "brackets", CHAIN / "2-chairs-text.pdf", REVISED, "-f", "svg", "--report", f"html={page}", "-q"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(b"<svg")
    assert "polyline" in page.read_text("utf-8")
    wrong = run("brackets", REVISED, "--report", "docx=x.docx")
    assert wrong.returncode == 2
    assert b"one of terminal, json, html, svg" in wrong.stderr
