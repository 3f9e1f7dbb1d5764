"""What terminal reports are built of: where lines may break, and what stands in the head."""

from __future__ import annotations

import pytest

from treatydiff.report.kit.terminal_parts import flowed


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
