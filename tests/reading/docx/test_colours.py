"""Words in a colour that the draft does not explain are counted; the look of a house is no colour."""

from __future__ import annotations

import pytest

from tests.reading.word_files import p, r, style, word_package
from treatydiff.errors import SettingsError
from treatydiff.model import Draft
from treatydiff.pipeline import read_draft_bytes
from treatydiff.reading.docx.colours import colour_name
from treatydiff.settings import Settings


def read(body: str, *, legend: str = "", **parts: str) -> Draft:
    """The draft that a Word document makes."""
    return read_draft_bytes(word_package(body, **parts), "draft.docx", Settings(legend=legend))


GREEN = '<w:color w:val="00B050"/>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(r("Ships shall report.", GREEN)), ["3 words are printed in green"]),
        (p(r("Ships", '<w:highlight w:val="cyan"/>')), ["1 words are marked in blue"]),
        (p(r("Ships", '<w:shd w:val="clear" w:fill="FFFF00"/>')), ["1 words are marked in yellow"]),
        (p(r("Ships report.", GREEN)) + p("Text in green is agreed."), []),
        (
            p(r("Ships", '<w:color w:val="FF0000"/>')) + p("Parties reduce them."),
            ["1 words are printed in red"],
        ),
        (p(r("Суда сообщают.", GREEN)) + p("Зелёный текст согласован."), []),
        (p(r("Ships report.", '<w:color w:val="auto"/><w:highlight w:val="none"/>')), []),
        (p(r("Ships report.", '<w:color w:val="404040"/>')), []),
        (p('<w:hyperlink r:id="x">' + r("Ships report.", GREEN) + "</w:hyperlink>"), []),
    ],
)
def test_colours_that_nothing_explains(body: str, expected: list[str]) -> None:
    said = [
        each.message.partition(",")[0] for each in read(body).diagnostics if each.code == "colour_unexplained"
    ]
    assert said == expected


def test_the_colour_of_a_style_is_no_convention() -> None:
    draft = read(p("Ships report.", style="H"), styles=style("H", r_pr=GREEN))
    assert "colour_unexplained" not in {each.code for each in draft.diagnostics}


def marks(draft: Draft) -> list[tuple[str, dict[str, object]]]:
    """Words under every mark of a look, with what is said of them."""
    return [
        (node.text[mark.start : mark.end].strip(), dict(mark.attrs))
        for node in draft.walk()
        for mark in node.marks
        if mark.kind in ("colour", "underline", "strike")
    ]


ARTICLE = p("Article 1") + p("Ships ", r("shall", GREEN), " report.")


@pytest.mark.parametrize(
    ("above", "legend", "said"),
    [
        ("", "", {}),
        ("Text in green is agreed. Other text is not.", "", {"says": "Text in green is agreed", "legend": "printed"}),
        ("Green: agreed; blue: bridge", "", {"says": "Green: agreed", "legend": "printed"}),
        ("", "green = agreed", {"says": "agreed", "legend": "given"}),
        ("Text in green is agreed.", "green = new", {"says": "new", "legend": "given"}),
        ("The Green Fund met.", "", {}),
    ],
)  # fmt: skip
def test_a_colour_is_a_mark_that_says_what_the_legend_says(
    above: str, legend: str, said: dict[str, str]
) -> None:
    draft = read((p(above) if above else "") + ARTICLE, legend=legend)
    assert marks(draft) == [("shall", {"colour": "green", "form": "letters", **said})]
    assert [node.text for node in draft.walk() if node.text] == ["Ships shall report."]


def test_underlining_that_the_draft_explains() -> None:
    body = (
        p("Underlined text is new.")
        + p("Article 1")
        + p("Ships ", r("shall", '<w:u w:val="single"/>'), " report.")
    )
    assert marks(read(body)) == [("shall", {"says": "Underlined text is new", "legend": "printed"})]


@pytest.mark.parametrize("legend", ["green", "mauve = agreed", "green ="])
def test_a_legend_of_no_colour_is_refused(legend: str) -> None:
    with pytest.raises(SettingsError, match="legend"):
        read(ARTICLE, legend=legend)


@pytest.mark.parametrize(
    ("value", "name"),
    [("FF0000", "red"), ("C00000", "red"), ("00B0F0", "blue"), ("7030A0", "purple"), ("000000", ""),
     ("FFFFFF", ""), ("808080", ""), ("auto", ""), ("FF00", "")],
)  # fmt: skip
def test_names_of_colours(value: str, name: str) -> None:
    assert colour_name(value) == name
