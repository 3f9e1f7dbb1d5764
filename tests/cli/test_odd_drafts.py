"""Drafts that hold almost nothing, or the same thing many times: no crash, and a sane answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from treatydiff.cli.main import run

TITLE = "TREATY ON LANTERNS\n\n"
ONE = TITLE + "Article 1\nPurpose\n\nEach Party shall keep a lantern at every pier.\n"
PROSE = "The delegations spoke of lanterns. They agreed to meet again.\n\nThey spoke of bells and of oil.\n"
THINGS = ("lantern", "bell", "rope", "anchor", "flag", "compass")


def articles(texts: list[str], heading: str = "") -> str:
    return TITLE + "".join(
        f"Article {number}\n{heading}\n\n{text}\n\n" for number, text in enumerate(texts, start=1)
    )


def kept(things: list[str]) -> str:
    return articles(
        [f"The {thing} of each Party shall be kept by the harbour master." for thing in things],
        "General provision",
    )


def compared(tmp_path: Path, a: str, b: str, capfd: pytest.CaptureFixture[str]) -> dict:
    for name, text in (("a.txt", a), ("b.txt", b)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit) as left:
        run(["compare", "-q", "-f", "json", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    assert not left.value.code
    return json.loads(capfd.readouterr().out)


@pytest.mark.parametrize(
    ("a", "b", "counts"),
    [
        (ONE, ONE.replace("shall", "may"), {"amended": 1}),
        (ONE, PROSE, {"deleted": 1, "added": 2}),
        (PROSE, PROSE.replace("oil", "tar"), {"identical": 1, "amended": 1}),
        (TITLE, ONE, {"added": 1}),
        (TITLE, TITLE, {}),
        # one title on every article, one article more
        (kept([*THINGS]), kept([*THINGS[:3], "chart", *THINGS[3:]]),
         {"identical": 3, "renumbered": 3, "added": 1}),
        # a hundred articles that say the same
        (articles(["Each Party shall apply this Treaty in good faith."] * 100),
         articles(["Each Party shall apply this Treaty in good faith."] * 90), {"identical": 90, "deleted": 10}),
        (articles(["[Reserved]"] * 100), articles(["[Reserved]"] * 90), {"added": 90, "deleted": 100}),
        (TITLE + "Article 1\n\n(a) Oil;\n(b) Tar;\n", TITLE + "Article 1\n\n(a) Tar;\n(b) Oil;\n", {"amended": 1}),
    ],
)  # fmt: skip
def test_an_odd_pair_of_drafts(
    a: str, b: str, counts: dict[str, int], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    told = compared(tmp_path, a, b, capfd)
    assert {kind: number for kind, number in told["summary"].items() if number} == counts
    consonance = told["consonance"]
    for share in ("carried", "derived"):
        assert (
            consonance[share] is None or 0.0 <= consonance[f"{share}_same_force"] <= consonance[share] <= 1.0
        )


def test_reserved_articles_are_no_consonance(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    reserved = articles(["[Reserved]"] * 9)
    told = compared(tmp_path, reserved, reserved + "Article 10\n\nOil shall be clean.\n", capfd)
    assert told["consonance"]["carried"] is None
    assert told["consonance"]["derived"] == 0.0


@pytest.mark.parametrize(
    ("text", "old", "new", "direction"),
    [
        ("第一条\n\n缔约国应采取一切措施保护灯塔。\n", "应", "可", "weakened"),
        ("المادة 1\n\nيجوز لكل دولة طرف أن تحمي المنارات على سواحلها.\n", "يجوز", "ينبغي", "strengthened"),
        ("Article premier\n\nChaque Partie peut protéger les phares.\n", "peut", "doit", "strengthened"),
        ("Artículo 1\n\nCada Estado Parte deberá proteger los faros.\n", "deberá", "podrá", "weakened"),
        (
            "Статья 1\n\nКаждая Сторона должна охранять маяки на своих берегах.\n",
            "должна",
            "может",
            "weakened",
        ),
    ],
)
def test_a_changed_modal_in_every_language(
    text: str, old: str, new: str, direction: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    told = compared(tmp_path, text, text.replace(old, new), capfd)
    edits = told["units"][0]["clauses"][0]["edits"]
    assert [each["direction"] for edit in edits for each in edit.get("signals", ())] == [direction]
    assert told["consonance"]["carried"] > 0.0
    assert told["consonance"]["carried_same_force"] == 0.0
