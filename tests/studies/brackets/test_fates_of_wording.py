from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.structure.drafting import draft_of
from treatydiff.pipeline import compare_drafts
from treatydiff.settings import Settings
from treatydiff.studies.brackets.fates import bracket_fates
from treatydiff.studies.brackets.model import BracketFate

QUICK = Settings(reference="none", isolate="never")
ROWS: list[list[str]] = tomllib.loads((Path(__file__).parent / "fates.toml").read_text("utf-8"))["rows"]
FRAME = """\
Article 1

Wells

1. {text}

2. Every well shall be kept clean by those who use it.

Article 2

Rivers

Rivers shall flow freely to the sea in all the seasons of the year.
"""


def said(fate: BracketFate) -> str:
    if not fate.words or fate.fate in ("dropped", None):
        return f"{fate.text}: {fate.fate}"
    found = f", {fate.found}" if fate.found else ""
    where = "" if fate.elsewhere in ("", "art_1__para_1") else f" in {fate.elsewhere}"
    return f"{fate.text}: {fate.fate} ({fate.shared} of {fate.words}{found}){where}"


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[0][:50]} => {row[1][:50]}" for row in ROWS])
def test_what_became_of_brackets(row: list[str]) -> None:
    a, b = (draft_of(FRAME.format(text=text.replace(" ¶ ", "\n\n"))) for text in row[:2])
    assert [said(each) for each in bracket_fates(compare_drafts(a, b, QUICK)).fates] == row[2:]


@pytest.mark.parametrize(
    ("wording", "fate"),
    [
        ("and hear all keepers of lamps and wells", "adopted"),  # eight words
        ("and hear all keepers of lamps there", "dropped"),  # seven
    ],
)
def test_a_long_wording_is_looked_for_in_other_articles(wording: str, fate: str) -> None:
    a = draft_of(FRAME.format(text=f"States shall meet each spring [{wording}]."))
    b = draft_of(
        FRAME.format(text="States shall meet each spring.").replace("of the year.", f"of the year {wording}.")
    )
    assert [each.fate for each in bracket_fates(compare_drafts(a, b, QUICK)).fates] == [fate]
