"""What terminal reports are built of: where lines may break, and what stands in the head."""

from __future__ import annotations

import pytest
from rich.text import Text

from treatydiff.report.kit.terminal_parts import SCREEN, Answer, flowed, held, rendered


@pytest.mark.parametrize(
    ("items", "room", "lines"),
    [
        (("2 moved", "1 split"), 30, ["2 moved · 1 split"]),
        (("12 revised", "3 moved", "1 split"), 20, ["12 revised ·", "3 moved · 1 split"]),
        (
            ("numbers: 3 raised, 2 lowered, 1 added", "1 hedge added"),
            26,
            ["numbers: 3 raised,", "2 lowered, 1 added ·", "1 hedge added"],
        ),
        (("a very long item without any comma",), 12, ["a very long item without any comma"]),
    ],
)
def test_counts_flow_into_lines_that_end_behind_a_dot_or_a_comma(
    items: tuple[str, ...], room: int, lines: list[str]
) -> None:
    assert flowed(items, room).split("\n") == lines


@pytest.mark.parametrize(("below", "said"), [(0, 1), (SCREEN - 1, 1), (SCREEN, 2)])
def test_the_answer_comes_last_too_where_more_than_a_screen_follows(below: int, said: int) -> None:
    parts = [
        Text("lamps.pdf"),
        Answer(Text("7 of 9 lamps burn.")),
        *(Text(f"Lamp {n}") for n in range(below)),
    ]
    lines = rendered(parts, width=80, colour=False).splitlines()
    assert [line for line in lines if line == "7 of 9 lamps burn."] == ["7 of 9 lamps burn."] * said
    assert lines[1] == "7 of 9 lamps burn."
    assert said == 1 or lines[-2:] == ["", "7 of 9 lamps burn."]


def test_an_answer_may_be_shorter_the_second_time() -> None:
    parts = [Answer(Text("A lot is said."), again=Text("In short.")), *[Text("Lamp")] * SCREEN]
    text = rendered(parts, width=80, colour=False)
    assert (text.count("A lot is said."), text.endswith("\n\nIn short.\n")) == (1, True)


@pytest.mark.parametrize("text", ["Both ways 81 %", "Found in Art. 8", "Lamps, p. 15"])
def test_a_number_stays_with_its_sign_and_an_article_with_its_number(text: str) -> None:
    for width in range(40, 60):
        pad = "x" * (width - len(text) + 2)
        line = rendered([Text(held(f"{pad} {text}"))], width=width, colour=False)
        assert not any(each.endswith(("81", "Art.", "p.")) for each in line.splitlines())
        assert line.split() == f"{pad} {text}".split()
