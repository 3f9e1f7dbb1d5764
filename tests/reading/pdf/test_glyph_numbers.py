"""Which character a glyph number is by each rule, at both ends of every run of numbers, and what reads like language."""

from __future__ import annotations

import pytest

from treatydiff.reading.pdf.font_decoding import (
    _gbk,
    _gbk_code,
    _is_everyday_han,
    _macintosh,
    _times_new_roman,
    plausible,
)


@pytest.mark.parametrize(
    ("glyph", "character"),
    [
        (2, None),
        (3, " "),
        (4, "!"),
        (36, "A"),
        (68, "a"),
        (97, "~"),
        (98, "Ä"),
        (209, "Ô"),
        (206, "Ï"),
        (210, None),
    ],
)
def test_the_macintosh_order(glyph: int, character: str | None) -> None:
    assert _macintosh(glyph) == character


@pytest.mark.parametrize(
    ("glyph", "character"),
    [
        (3031, "\u00a0"), (3030, None), (3032, None), (36, "A"), (171, "…"), (172, "À"), (555, None), (556, "\u0401"), (567, "\u040c"), (568, "\u040e"),
        (569, "\u040f"), (570, "А"), (633, "я"), (634, "\u0451"), (645, "\u045c"), (646, None),
    ],
)  # fmt: skip
def test_times_new_roman(glyph: int, character: str | None) -> None:
    assert _times_new_roman(glyph) == character


@pytest.mark.parametrize(
    ("glyph", "character"),
    [
        (2, None), (3, " "), (97, "~"), (98, None), (260, None), (261, "‘"), (262, "’"), (263, "“"), (264, "”"), (572, None), (573, "\u3001"), (574, "\u3002"),
        (575, "〃"), (576, "々"), (577, "〆"), (578, "〇"), (579, "\u3008"), (588, "\u3011"), (589, None), (940, None), (941, "\uff01"), (1034, "\uff5e"),
        (1035, None), (1077, None), (1078, "一"), (21979, "\u9fa5"), (21980, None),
    ],
)  # fmt: skip
def test_gbk_in_the_order_of_unicode(glyph: int, character: str | None) -> None:
    assert _gbk(glyph) == character


@pytest.mark.parametrize("code", ["8140", "817e", "8180", "81fe", "8240", "b0a1", "d6d0", "fe4f"])
def test_gbk_in_the_order_of_its_codes(code: str) -> None:
    lead, trail = bytes.fromhex(code)
    assert _gbk_code(993 + 192 * (lead - 0x81) + (trail - 0x40)) == bytes.fromhex(code).decode("gbk")


@pytest.mark.parametrize(
    "glyph", [2, 98, 992, 993 + 0x3F, 993 + 191, 993 + 192 * 0x7E, 993 + 192 * 0x7F, 65_535]
)
def test_numbers_that_are_no_code_of_gbk(glyph: int) -> None:
    assert _gbk_code(glyph) is None


@pytest.mark.parametrize(("glyph", "character"), [(3, " "), (97, "~")])
def test_ascii_in_gbk(glyph: int, character: str) -> None:
    assert _gbk_code(glyph) == character


@pytest.mark.parametrize(
    ("sign", "everyday"),
    [("啊", True), ("座", True), ("亍", False), ("一", True), ("a", False), ("丂", False), ("、", False)],
)
def test_everyday_characters(sign: str, everyday: bool) -> None:
    assert _is_everyday_han(sign) is everyday


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        # half of the letters common
        ({"e": 30, "z": 30}, True),
        ({"e": 29, "z": 31}, False),
        ({"о": 30, "щ": 30}, True),
        ({"о": 29, "щ": 31}, False),
        ({"ا": 30, "ض": 30}, True),
        ({"ا": 29, "ض": 31}, False),
        ({"一": 48, "亍": 12}, True),
        ({"一": 47, "亍": 13}, False),
        # one script in four fifths of them
        ({"e": 48, "щ": 12}, True),
        ({"e": 47, "щ": 13}, False),
        # nine in ten characters known
        ({"e": 90, None: 10}, True),
        ({"e": 90, None: 11}, False),
        # too few letters to count
        ({"z": 59}, True),
        ({"z": 60}, False),
        ({"z": 59, "1": 137}, True),
        ({"z": 59, "1": 138}, False),
        ({"z": 59, "1": 141}, False),
        ({"z": 59, None: 1}, False),
        ({"z": 58, "1": 142}, False),
        ({"1": 100}, False),
        ({"z": 30, "1": 70}, True),
        ({"z": 29, "1": 71}, False),
        ({"E": 60}, True),
    ],
)
def test_what_reads_like_language(counts: dict[str | None, int], expected: bool) -> None:
    assert plausible(counts) is expected
