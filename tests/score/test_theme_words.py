"""What a clause names, what only looks so, and what became of the words between two drafts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import treatydiff
from treatydiff.score.themes import load_themes


def themes_of(tmp_path: Path, a: str, b: str) -> dict[str, Any]:
    for name, text in (("a.txt", a), ("b.txt", b)):
        (tmp_path / name).write_text(f"Harbour Convention\n\n{text}\n", encoding="utf-8")
    comparison = treatydiff.compare(str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    found = json.loads(treatydiff.render(comparison, "json"))["themes"]
    return {each["name"]: each for each in found}


@pytest.mark.parametrize(
    ("words", "theme"),
    [
        ("Keepers respect freedom of expression and peaceful assembly.", "human_rights"),
        ("The Board seeks gender balance among its members.", None),
        ("The Board integrates a gender perspective.", "human_rights"),
        ("Keepers safeguard their nets against rust.", None),
        ("Keepers observe the safeguards of article 3.", "human_rights"),
        ("The Harbour Office on Drugs sends a report.", None),
        ("Keepers stop the traffic in narcotic drugs.", "drugs_and_weapons"),
        ("Keepers prevent trafficking in arms by night.", "drugs_and_weapons"),
        ("The flag bears the coat of arms of the port.", None),
        ("Lamps within the domestic jurisdiction of a port are not seen.", "sovereignty"),
        ("The port buys sovereign bonds.", None),
        ("Keepers stop foreign fighters at the pier.", "terrorism"),
        ("No one reads the private correspondence of a keeper.", "data_protection"),
        ("Developing country Parties have two votes.", None),
        ("The Board lends lamps to developing countries.", "technical_assistance"),
        ("The training ship sails on Monday.", None),
        ("Keepers condemn apartheid.", "hatred"),
    ],
)
def test_what_names_a_theme_and_what_only_looks_so(tmp_path: Path, words: str, theme: str | None) -> None:
    text = f"Article 1\n{words}\n\nArticle 2\nLamps are lit."
    assert set(themes_of(tmp_path, text, text)) == ({theme} if theme else set())


RIGHTS = "Article 1\n1. Lamps are lit on the basis of respect for human rights and of good order.\n"
PLAIN = "Article 1\n1. Lamps are lit on the basis of good order.\n"
END = "\nArticle 2\n1. Keepers report yearly to the Board on the oil that they used.\n"


def test_words_that_are_struck(tmp_path: Path) -> None:
    theme = themes_of(tmp_path, RIGHTS + END, PLAIN + END)["human_rights"]
    assert theme["struck"] == ["art_1__para_1"]
    assert (theme["bracketed"], theme["moved"]) == ([], [])
    assert theme["words"] == {"a": 1, "b": 0, "struck": 1, "bracketed": 0, "moved": 0}


def test_words_that_stay_are_not_struck(tmp_path: Path) -> None:
    theme = themes_of(tmp_path, RIGHTS + END, RIGHTS.replace("good order", "good sense") + END)[
        "human_rights"
    ]
    assert (theme["struck"], theme["bracketed"], theme["moved"]) == ([], [], [])


def test_another_word_of_the_theme_in_its_place_is_not_struck(tmp_path: Path) -> None:
    b = RIGHTS.replace("human rights", "fundamental freedoms")
    assert themes_of(tmp_path, RIGHTS + END, b + END)["human_rights"]["struck"] == []


def test_words_that_are_put_in_brackets(tmp_path: Path) -> None:
    b = RIGHTS.replace("respect for human rights", "[respect for human rights]")
    theme = themes_of(tmp_path, RIGHTS + END, b + END)["human_rights"]
    assert (theme["struck"], theme["bracketed"], theme["moved"]) == ([], ["art_1__para_1"], [])


def test_words_that_were_bracketed_before_are_not_newly_so(tmp_path: Path) -> None:
    both = RIGHTS.replace("respect for human rights", "[respect for human rights]") + END
    assert themes_of(tmp_path, both, both)["human_rights"]["bracketed"] == []


def test_words_that_another_clause_took_over_are_moved(tmp_path: Path) -> None:
    end = END.replace(
        "that they used.", "that they used on the basis of respect for human rights and of good order."
    )
    theme = themes_of(tmp_path, RIGHTS + END, PLAIN + end)["human_rights"]
    assert (theme["struck"], theme["moved"]) == ([], ["art_2__para_1"])


def test_a_clause_that_is_deleted_strikes_its_words(tmp_path: Path) -> None:
    theme = themes_of(tmp_path, RIGHTS + "2. Human rights prevail.\n" + END, RIGHTS + END)["human_rights"]
    assert theme["struck"] == ["art_1__para_2"]


def test_where_b_no_longer_names_a_theme_that_comes_first(tmp_path: Path) -> None:
    for name, text in (("a.txt", RIGHTS + END), ("b.txt", PLAIN + END)):
        (tmp_path / name).write_text(f"Harbour Convention\n\n{text}\n", encoding="utf-8")
    comparison = treatydiff.compare(str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    said = " ".join(treatydiff.render(comparison, "terminal").split())
    assert "Human rights and safeguards B no longer names it (A: 1 time) · 1 struck" in said
    assert "Struck from A: Art. 1, paragraph 1" in said
    assert "B no longer names it" in treatydiff.render(comparison, "html")


def test_contexts_in_which_a_term_is_none_are_data() -> None:
    (theme,) = [each for each in load_themes('[nets.terms]\nen = ["net"]\n[nets.unless]\nen = ["net weight"]')
                if each.name == "nets"]  # fmt: skip
    assert theme.unless_in("en") == ("net weight",)
    assert theme.unless_in("fr") == ()
