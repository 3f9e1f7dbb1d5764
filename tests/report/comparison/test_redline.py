from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.report_factories import FIRST, SECOND, lighthouses
from treatydiff.report.comparison.redline.line_pairs import in_order
from treatydiff.report.comparison.redline.redline import EditPiece, RedlineLine, parted, redline, word_pieces
from treatydiff.report.kit.printed_lines import PrintedLine, printed_lines


def restored(lines: tuple[RedlineLine, ...], side: str) -> list[tuple[str, str]]:
    """Labels and texts of one draft, as the redline has them."""
    other = "insert" if side == "a" else "delete"
    foreign = ("inserted", "moved_to") if side == "a" else ("deleted", "moved_from")
    return [
        ("".join(t for op, t in line.label if op != other), "".join(t for op, t in line.text if op != other))
        for line in lines
        if line.state not in foreign
    ]


def told(line: RedlineLine) -> str:
    marks = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    parts = ["".join(marks[op].format(text) for op, text in part) for part in (line.label, line.text)]
    return f"{line.state}: {' '.join(part for part in parts if part)}"


def test_either_draft_can_be_restored_line_by_line() -> None:
    lines = redline(lighthouses())
    for side, draft in (("a", FIRST), ("b", SECOND)):
        assert restored(lines, side) == [(line.label, line.text) for line in printed_lines(draft)]


def test_the_redline_of_two_small_drafts() -> None:
    assert [told(line) for line in redline(lighthouses())] == [
        "kept: Convention on Shared Lighthouses",
        "kept: Recalling the duty to keep lights burning,",
        "kept: Have agreed as follows:",
        "kept: PART I GENERAL",
        "kept: Article 1 Use of terms",
        "kept: “Lighthouse” means a tower that bears a light.",
        "inserted: {+Article 2+} {+Harbours+}",
        "inserted: {+Harbours shall be marked.+}",
        "kept: Article [-2-]{+3+} Protection of keepers",
        "kept: 1. Each State Party [-shall-]{+may+} protect the keepers of lighthouses on its coast.",
        "kept: 2. Each State Party shall report within [-thirty-]{+sixty+} days.",
        "kept: PART II LIGHTS AND OIL",
        "kept: Article [-3-]{+4+} Oil",
        "kept: Oil shall be clean.[- Lamps shall be trimmed.-]",
        "deleted: [-Article 4-] [-Fog horns-]",
        "deleted: [-Fog horns shall be sounded in fog.-]",
        "inserted: {+Article 5+} {+Lamps+}",
        "inserted: {+Lamps shall be trimmed.+}",
    ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            (("equal", "Oil "), ("delete", "may"), ("insert", "shall")),
            (("equal", "Oil "), ("insert", "shall"), ("delete", "may")),
        ),
        (
            (("equal", "Oil;"), ("insert", " and")),
            (("equal", "Oil"), ("insert", ";"), ("insert", " and"), ("delete", ";")),
        ),
        ((("equal", "Oil."),), (("equal", "Oil."),)),
        ((("insert", "Oil."),), (("insert", "Oil."),)),
    ],
)
def test_no_insertion_ends_a_line_before_an_inserted_one(
    text: tuple[EditPiece, ...], pieces: tuple[EditPiece, ...]
) -> None:
    line = RedlineLine("kept", PrintedLine("clause", "para_1", "art_1", "1.", "", 0), (), None, text)
    behind = replace(line, state="inserted")
    assert parted(line, behind).text == pieces
    assert parted(line, line).text == text
    assert parted(line, None).text == text


@given(st.text(max_size=40), st.text(max_size=40))
def test_pieces_of_words_rebuild_both_texts(old: str, new: str) -> None:
    pieces = word_pieces(old, new)
    assert "".join(text for op, text in pieces if op != "insert") == old
    assert "".join(text for op, text in pieces if op != "delete") == new


@given(st.permutations(range(7)), st.lists(st.integers(1, 9), min_size=7, max_size=7))
def test_the_pairs_in_order_are_the_heaviest_that_are(lefts: list[int], weights: list[int]) -> None:
    pairs = [(left, right) for right, left in enumerate(lefts)]
    kept = sorted(in_order(pairs, weights), key=lambda pair: pair[1])
    weight = {pair: weights[pair[1]] for pair in pairs}
    assert [left for left, _ in kept] == sorted(left for left, _ in kept)
    best = max(
        sum(weight[pair] for pair in chosen)
        for size in range(8)
        for chosen in combinations(pairs, size)
        if list(chosen) == sorted(chosen)
    )
    assert sum(weight[pair] for pair in kept) == best
