from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydiff.report.kit.json_text import dumped

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.text(), PLAIN))
def test_the_bytes_are_those_of_the_standard_library(value: dict[str, Any]) -> None:
    assert dumped(value) == json.dumps(value, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0.12345678, 0.123457),
        (-0.0, 0.0),
        (0.000042, 0.000042),
        (1e16, 1e16),
        ((1, 0.25), [1, 0.25]),
        ("half \ud800 a pair", "half \ufffd a pair"),
    ],
)
def test_values_as_they_are_parsed_again(value: Any, expected: Any) -> None:
    parsed = json.loads(dumped({"value": value}))["value"]
    assert parsed == expected
    assert str(parsed) == str(expected)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="JSON has no"):
        dumped({"value": [value]})
