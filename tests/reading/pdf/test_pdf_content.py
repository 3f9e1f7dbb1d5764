"""The operators of a page: every form in which PDF writes numbers, strings, names and lists."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.psparser import PSLiteral

from treatydiff.reading.pdf.content import Operator, tokens


def plain(value: Any) -> Any:
    """Names as "/Name", so that a table can show them."""
    if isinstance(value, PSLiteral):
        return f"/{value.name}"
    return [plain(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (b"1 0 0 -1.5 .25 +3 cm", [1, 0, 0, -1.5, 0.25, 3, "cm"]),
        (b"[(Art)-20(icle)]TJ", [[b"Art", -20, b"icle"], "TJ"]),
        (rb"(a \(nested\) and (balanced) one) Tj", [b"a (nested) and (balanced) one", "Tj"]),
        (rb"(octal \101\60 and \
a cut line) Tj", [b"octal A0 and a cut line", "Tj"]),
        (b"<0041 00 4>Tj", [b"\x00A\x00@", "Tj"]),
        (b"/F1 12 Tf /A#20B gs", ["/F1", 12, "Tf", "/A B", "gs"]),
        (b"/Span <</MCID 0 /E (x)>> BDC", ["/Span", {"MCID": 0, "E": b"x"}, "BDC"]),
        (b"% a comment (with text)\nBT T* ET", ["BT", "T*", "ET"]),
        (b"q BI /W 1 /H 1 ID \x00(\xff EI Q", ["q", "Q"]),
        (b"true false null x", [True, False, None, "x"]),
        (b"] >> ) } (never closed", [b"never closed"]),
    ],
)  # fmt: skip
def test_tokens_of_a_page(printed: bytes, expected: list[Any]) -> None:
    assert [plain(token) for token in tokens(printed)] == expected


def test_operators_are_told_apart_from_their_operands() -> None:
    *operands, operator = tokens(b"1 (Tj) /Tj Tj")
    assert isinstance(operator, Operator)
    assert not any(isinstance(operand, Operator) for operand in operands)


@given(st.binary(max_size=300))
def test_any_bytes_come_to_an_end(data: bytes) -> None:
    assert len(list(tokens(data))) <= len(data)


@given(st.binary(max_size=40))
def test_a_string_survives_its_writing(data: bytes) -> None:
    written = b"".join(b"\\" + bytes((byte,)) if byte in b"()\\\r\n" else bytes((byte,)) for byte in data)
    expected = data.replace(b"\r", b"").replace(b"\n", b"")
    assert list(tokens(b"(" + written + b")")) == [expected]


@given(
    st.lists(
        st.sampled_from(
            [b"(Art)", b"-20", b".5", b"+7.", b" ", b"(a b)", b"()", b"\n", b"12 13", b"x", b"<41>"]
        )
    )
)
def test_an_array_is_read_alike_in_one_piece_and_part_by_part(parts: list[bytes]) -> None:
    printed = b"".join(parts)
    whole, parted = ([*tokens(b"[" + comment + printed + b"] TJ")] for comment in (b"", b"%\n"))
    assert whole == parted
