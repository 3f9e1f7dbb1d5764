"""Letters of a PDF in colour: marks, and a word on colours that nothing explains."""

from __future__ import annotations

import pytest

from tests.reading.pdf_pages import LEFT, Sheets
from treatydiff.model import Draft
from treatydiff.pipeline import read_draft_bytes
from treatydiff.reading.colour_names import name_of_ink
from treatydiff.settings import Settings

GREEN = (0.0, 0.6, 0.2)


def draft(above: str, words: str, ink: tuple[float, float, float], legend: str = "") -> Draft:
    """An article of which some words are coloured."""
    sheets = Sheets().line(above).skip().line("Article 1").skip()
    sheets.put("Each Party", LEFT, sheets.y).ink(*ink).put(words, LEFT + 60, sheets.y).ink(0, 0, 0)
    sheets.put("keep its lamps.", LEFT + 180, sheets.y)
    return read_draft_bytes(sheets.saved(), "draft.pdf", Settings(legend=legend))


def colours(found: Draft) -> list[tuple[str, dict[str, object]]]:
    return [
        (node.text[mark.start : mark.end].strip(), dict(mark.attrs))
        for node in found.walk()
        for mark in node.marks
        if mark.kind == "colour"
    ]


def test_a_colour_that_the_draft_explains() -> None:
    found = draft("Text in green is agreed.", "shall", GREEN)
    says = {"says": "Text in green is agreed", "legend": "printed"}
    assert colours(found) == [("shall", {"colour": "green", "form": "letters", **says})]
    assert "colour_unexplained" not in {each.code for each in found.diagnostics}


@pytest.mark.parametrize(
    ("words", "ink", "said"),
    [
        ("shall", GREEN, ["1 words are printed in green, and the draft does not say what that means"]),
        ("shall", (0.3, 0.3, 0.3), []),
        ("see www.lamps.example", (0.0, 0.0, 1.0), []),
    ],
)
def test_colours_that_nothing_explains(words: str, ink: tuple[float, float, float], said: list[str]) -> None:
    found = draft("A draft on lamps", words, ink)
    assert [each.message for each in found.diagnostics if each.code == "colour_unexplained"] == said


@pytest.mark.parametrize(
    ("ink", "name"),
    [
        (0, ""), (1.0, ""), ((1.0, 0.0, 0.0), "red"), ((0.0, 0.0, 0.0, 1.0), ""), ((0.0, 1.0, 1.0, 0.0), "red"),
        ((1.0, 0.0, 1.0, 0.2), "green"), ("P1", ""), (((0.0, 1.0, 0.0), "P1"), ""), ((7, -2, 0), "red"),
    ],
)  # fmt: skip
def test_names_of_inks(ink: object, name: str) -> None:
    assert name_of_ink(ink) == name
