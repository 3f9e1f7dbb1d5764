"""Words in a colour that the draft does not explain are counted; the look of a house is no colour."""

from __future__ import annotations

import pytest

from tests.reading.word_files import p, r, read, style
from treatydiff.reading.docx.colours import colour_name

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
    said = [each.message.partition(",")[0] for each in read(body).diagnostics]
    assert said == expected


def test_the_colour_of_a_style_is_no_convention() -> None:
    text = read(p("Ships report.", style="H"), styles=style("H", r_pr=GREEN))
    assert text.diagnostics == ()


@pytest.mark.parametrize(
    ("value", "name"),
    [("FF0000", "red"), ("C00000", "red"), ("00B0F0", "blue"), ("7030A0", "purple"), ("000000", ""),
     ("FFFFFF", ""), ("808080", ""), ("auto", ""), ("FF00", "")],
)  # fmt: skip
def test_names_of_colours(value: str, name: str) -> None:
    assert colour_name(value) == name
