from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydiff.report.kit.cells import safe_cell


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=SUM(A1:A9)", "'=SUM(A1:A9)"),
        ("+1", "'+1"),
        ("- the Parties;", "'- the Parties;"),
        ("@import", "'@import"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),
        ("\u200e=1", "'\u200e=1"),
        ("＝1", "'＝1"),
        ("Each State Party shall", "Each State Party shall"),
        ("1. Each State = one vote", "1. Each State = one vote"),
        ("—", "—"),
        ("", ""),
    ],
)
def test_a_cell_is_text_and_never_a_formula(text: str, shown: str) -> None:
    assert safe_cell(text) == shown


@given(st.text())
def test_nothing_is_lost_and_no_cell_begins_a_formula(text: str) -> None:
    shown = safe_cell(text)
    assert shown.removeprefix("'") == text or shown == text
    assert not shown.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
