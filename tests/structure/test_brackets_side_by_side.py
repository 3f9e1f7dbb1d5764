"""Brackets side by side, slashes in them, and readings of a text: each rule with a case that needs it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.structure.drafting import draft_of, lined
from treatydiff.model import Block, Revision, Run
from treatydiff.structure.brackets.brackets import DEEPEST, behind_wording, depth_diagnostic, enclosed
from treatydiff.structure.brackets.groups import choices, fill_one_slot, is_slashed, side_by_side
from treatydiff.structure.readings import project, read_heading
from treatydiff.structure.sourced import SourcedText, from_block, join


def brackets_of(text: str) -> list[tuple[int, int]]:
    """The outermost brackets of a text."""
    return sorted((start - 1, end + 1) for start, end in enclosed(text))


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("[a][b]", [([0, 1], [""])]),
        ("[a] [b]", [([0, 1], [" "])]),
        ("[a]/[b]", [([0, 1], ["/"])]),
        ("[a] / [b]", [([0, 1], ["/"])]),
        ("[a] and [b]", []),
        ("[a]", []),
        ("[a][b] or [c][d]", [([0, 1], [""]), ([2, 3], [""])]),
        ("[a][b][c]", [([0, 1, 2], ["", ""])]),
        ("[a] [b] [c]", [([0, 1, 2], [" ", " "])]),
        # close ones go together, and so do the single ones between them
        ("[a][b] [c] [d]", [([0, 1], [""]), ([2, 3], [" "])]),
        ("[a] [b][c]", [([1, 2], [""])]),
        ("[a] [b] [c][d]", [([0, 1], [" "]), ([2, 3], [""])]),
        ("[a][b] [c][d]", [([0, 1], [""]), ([2, 3], [""])]),
        ("[a][b] [other]", [([0, 1, 2], ["", ""])]),
        ("[a][b] [others] [c]", [([0, 1, 2], ["", ""])]),
        ("[a]/[b] [c]", [([0, 1], ["/"])]),
    ],
)
def test_brackets_in_a_row(text: str, runs: list[tuple[list[int], list[str]]]) -> None:
    assert list(side_by_side(text, brackets_of(text))) == runs


@pytest.mark.parametrize(
    ("contents", "signs", "one"),
    [
        (["oil", "fog"], ["/"], True),
        (["oil", "fog"], [""], True),
        (["oil", "fog"], [" "], False),
        (["oil", ""], [""], False),
        (["shall", "should"], [" "], True),
        (["shall", "oil"], [" "], False),
        (["30", "sixty"], [" "], True),
        (["30 days", "60 days"], [" "], True),
        (["30 of all four", "60 of all four"], [" "], True),
        (["30 a b c", "60 d e f"], [" "], True),
        (["30 a b c d", "60 e f g h"], [" "], False),
        (["the red lamp", "the green lamp"], [" "], True),
        (["the red lamp", "the green buoy"], [" "], False),
        (["the red lamp", "the red lamp that is lit by the keeper"], [" "], True),
        (["oil and", "fog"], [""], False),
        (["oil", "and fog"], [""], False),
    ],
)
def test_brackets_that_fill_one_slot(contents: list[str], signs: list[str], one: bool) -> None:
    assert fill_one_slot(contents, signs) is one


@pytest.mark.parametrize(
    ("contents", "signs", "expected"),
    [
        (["shall", "may"], [" "], [([0, 1], True)]),
        (["shall", "may", "not"], [" ", " "], [([0, 1], True)]),
        (["not", "shall", "may"], [" ", " "], [([1, 2], True)]),
        (["oil", "fog"], [" "], [([0, 1], False)]),
        (["shall", "may", "oil", "fog"], [" ", " ", " "], [([0, 1], True), ([2, 3], False)]),
        (["shall", "oil"], [" "], [([0, 1], False)]),
    ],
)
def test_choices_among_brackets(
    contents: list[str], signs: list[str], expected: list[tuple[list[int], bool]]
) -> None:
    assert list(choices(contents, signs)) == expected


@pytest.mark.parametrize(
    ("content", "slashed"),
    [
        ("shall/should", True), ("shall / should", True), ("shall", False), ("and/or", False), ("A/B", False), ("30/60", True), ("30/oil", False),
        ("one two three four/five", True), ("one two three four five/six", False), ("shall//should", False), ("shall/", False), ("a-b/c", False),
        ("x" * 60 + "/y", True), ("x" * 61 + "/y", False), ("a/b/c", True), ("2/3", True), ("1/CP.21", False),
    ],
)  # fmt: skip
def test_alternatives_parted_by_slashes(content: str, slashed: bool) -> None:
    assert is_slashed(content) is slashed


@pytest.mark.parametrize(
    ("text", "legend", "expected"),
    [
        ("lamps [Chile]", True, True), ("lamps [Chile]", False, False), ("[lamps [Chile]]", False, True), ("[lamps] [Chile]", False, True),
        ("[lamps][Chile]", False, False), ("[Chile]", True, False), ("[[Chile] lamps]", True, False), ("[lamps [Chile] ]", False, True),
    ],
)  # fmt: skip
def test_brackets_that_stand_behind_wording(text: str, legend: bool, expected: bool) -> None:
    start = text.index("[Chile]")
    assert behind_wording(text, start, start + len("[Chile]"), legend=legend) is expected


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("[a]", ["a"]),
        ("[a [b]]", ["a [b]", "b"]),
        ("[a", ["a"]),
        ("a]", []),
        ("［a］【b】", ["a", "b"]),
        ("[a [b]", ["a [b]", "b"]),
    ],
)
def test_what_brackets_enclose(text: str, pairs: list[str]) -> None:
    assert [text[start:end] for start, end in sorted(enclosed(text))] == pairs


@pytest.mark.parametrize(("deep", "said"), [(DEEPEST, False), (DEEPEST + 1, True)])
def test_brackets_too_deep_are_said(deep: int, said: bool) -> None:
    draft = draft_of("Article 1\n\n" + "[" * deep + "oil" + "]" * deep + "\n\nArticle 2\n\nFog.\n")
    assert draft.brackets.max_depth == deep
    assert ("bracket_depth" in {doubt.code for doubt in draft.diagnostics}) is said
    assert bool(depth_diagnostic(draft.brackets)) is said


@pytest.mark.parametrize(
    ("text", "dropped", "signs", "expected"),
    [
        ("a b c", [(2, 4)], [], "a c"),
        ("a b, c", [(2, 3)], [], "a, c"),
        ("a (b) c", [(2, 6)], [], "a c"),
        ("[a][b]", [], [0, 2, 3, 5], "a b"),
        ("a[b]", [], [1, 3], "ab"),
        ("a[b]c", [], [1, 3], "abc"),
        ("a, b, c", [(3, 4)], [], "a, c"),
        ("a; b.", [(3, 4)], [], "a."),
        ("a: (b)", [(3, 4)], [], "a: b)"),
        ("a b", [(2, 3)], [], "a"),
        ("a b", [(0, 2)], [], "b"),
        ("a  b", [(1, 2)], [], "a b"),
        ("", [], [], ""),
        ("a b c d", [(2, 4), (3, 6)], [], "a d"),
    ],
)
def test_a_text_without_some_of_its_stretches(
    text: str, dropped: list[tuple[int, int]], signs: list[int], expected: str
) -> None:
    found = project(text, dropped, signs)
    assert found.text == expected
    assert all(
        at == -1 or text[at] == char or char == " "
        for char, at in zip(found.text, found.offsets, strict=True)
    )


@pytest.mark.parametrize(("offset", "here"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 2), (5, 3), (9, 3)])
def test_where_a_place_lies_in_a_reading(offset: int, here: int) -> None:
    assert project("a b c", [(2, 4)], []).here(offset) == here


@pytest.mark.parametrize(
    ("heading", "as_in", "out"),
    [
        ("Lamps [and oil]", "Lamps and oil", "Lamps"), ("[Lamps]", "Lamps", "Lamps"), ("[Lamps", "Lamps", "Lamps"), ("Lamps]", "Lamps", "Lamps"),
        ("[Red] [green] lamps", "Red green lamps", "lamps"), ("Lamps", "Lamps", "Lamps"),
    ],
)  # fmt: skip
def test_headings_under_a_reading(heading: str, as_in: str, out: str) -> None:
    assert (read_heading(heading, "in"), read_heading(heading, "out")) == (as_in, out)


# --- text that remembers where it stood ----------------------------------------------------------


def sourced(*runs: Run, apply_marks: bool = False) -> SourcedText:
    return from_block(Block(7, runs), apply_marks=apply_marks)


@pytest.mark.parametrize(
    ("printed", "text", "spans"),
    [
        ("oil lamp", "oil lamp", [(0, 8)]),
        ("oil  lamp", "oil lamp", [(0, 3), (3, 4), (5, 9)]),
        ("oil\tlamp", "oil lamp", [(0, 3), (3, 4), (4, 8)]),
        ("oil\u00adlamp", "oillamp", [(0, 3), (4, 8)]),
        ("  oil ", "oil", [(2, 5)]),
        ("", "", []),
    ],
)
def test_where_the_characters_of_a_text_stood(printed: str, text: str, spans: list[tuple[int, int]]) -> None:
    found = sourced(Run(printed))
    assert found.text == text
    covered = sorted({at for span in found.spans() for at in range(span.start, span.end)})
    wanted = sorted({at for start, end in spans for at in range(start, end)})
    assert covered == wanted
    assert {span.block for span in found.spans()} <= {7}


@pytest.mark.parametrize(
    ("start", "end", "text", "spans"),
    [
        (0, None, "oil lamp", [(0, 8)]),
        (4, None, "lamp", [(4, 8)]),
        (0, 3, "oil", [(0, 3)]),
        (2, 6, "l la", [(2, 6)]),
        (9, None, "", []),
        (5, 5, "", []),
    ],
)
def test_a_slice_of_a_text(start: int, end: int | None, text: str, spans: list[tuple[int, int]]) -> None:
    found = sourced(Run("oil lamp")).slice(start, end)
    assert found.text == text
    assert [(span.start, span.end) for span in found.spans()] == spans


@pytest.mark.parametrize(
    ("start", "end", "blocks"),
    [
        (0, 4, [1]),
        (0, 5, [1, 2]),
        (3, 5, [1, 2]),
        (4, 5, [2]),
        (4, 8, [2]),
        (3, 4, [1]),
        (4, 4, []),
        (0, 0, []),
    ],
)
def test_a_slice_knows_only_what_it_holds(start: int, end: int, blocks: list[int]) -> None:
    both = join((from_block(Block(1, (Run("fogs"),))), from_block(Block(2, (Run("lamp"),)))), "")
    found = both.slice(start, end)
    assert found.text == "fogslamp"[start:end]
    assert [origin.block for origin in found.origins] == blocks


def test_pieces_that_are_joined_keep_their_places_and_marks() -> None:
    struck = sourced(Run("oil", strike=True))
    found = join((struck, sourced(Run("lamp", underline=True))), " and ")
    assert found.text == "oil and lamp"
    assert [(origin.at, origin.length) for origin in found.origins] == [(0, 3), (8, 4)]
    assert [(mark.kind, mark.start, mark.end) for mark in found.marks] == [
        ("strike", 0, 3),
        ("underline", 8, 12),
    ]
    cut = found.without(3, 8)
    assert (cut.text, [(mark.start, mark.end) for mark in cut.marks]) == ("oillamp", [(0, 3), (3, 7)])
    assert [(mark.start, mark.end) for mark in found.slice(1, 9).marks] == [(0, 2), (7, 8)]


@pytest.mark.parametrize(
    ("runs", "apply_marks", "text", "marks"),
    [
        ((Run("oil "), Run("lamp", strike=True)), False, "oil lamp", [("strike", 4, 8)]),
        ((Run("oil "), Run("lamp", strike=True)), True, "oil", [("deletion", 3, 3)]),
        ((Run("oil "), Run("lamp", underline=True)), True, "oil lamp", [("insertion", 4, 8)]),
        ((Run("oil "), Run("la", underline=True), Run("mp", underline=True, bold=True)), False, "oil lamp", [("underline", 4, 8)]),
        ((Run("oil "), Run("lamp", colour="red")), False, "oil lamp", [("colour", 4, 8)]),
        ((Run("oil "), Run("lamp", colour="red", ground="green")), False, "oil lamp", [("colour", 4, 8), ("colour", 4, 8)]),
        ((Run("oil "), Run("lamp", revision=Revision("insertion", "A", "2031"))), False, "oil lamp", [("insertion", 4, 8)]),
        ((Run("oil"), Run("1", note="1"), Run(" lamp")), False, "oil lamp", [("note_ref", 3, 3)]),
        ((Run("oil. "), Run("1", note="1")), False, "oil.", [("note_ref", 4, 4)]),
        ((Run(" "), Run("1", note="1"), Run(" oil")), False, "oil", [("note_ref", 0, 0)]),
        ((Run("", marker="▼M1"), Run("oil")), False, "oil", [("consolidation", 0, 0)]),
        ((Run("oil "), Run("", marker="►M1"), Run("lamp"), Run("", marker="◄"), Run(" fog")), False, "oil lamp fog", [("consolidation", 4, 8)]),
        ((Run("oil "), Run("", marker="►M1"), Run("lamp")), False, "oil lamp", [("consolidation", 4, 8)]),
    ],
)  # fmt: skip
def test_marks_of_runs(
    runs: tuple[Run, ...], apply_marks: bool, text: str, marks: list[tuple[str, int, int]]
) -> None:
    found = sourced(*runs, apply_marks=apply_marks)
    assert found.text == text
    assert [(mark.kind, mark.start, mark.end) for mark in found.marks] == marks


@pytest.mark.parametrize(
    ("text", "upper", "apart"),
    [
        ("ABC", True, True),
        ("AB", False, False),
        ("ABCDEFGHIj", True, True),
        ("ABCDEFGHj", False, False),
        ("oil", False, False),
        ("灯塔", False, False),
    ],
)
def test_lines_in_capitals(text: str, upper: bool, apart: bool) -> None:
    line = lined(text)
    assert (line.upper, line.set_apart) == (upper, apart)


@given(st.text("ab \t\u00ad", min_size=1, max_size=12), st.integers(0, 12))
def test_a_block_says_the_same_in_one_run_and_in_two(text: str, cut: int) -> None:
    whole = from_block(Block(0, (Run(text),)))
    parted = from_block(Block(0, (Run(text[:cut]), Run(text[cut:]))))
    assert whole.text == parted.text
    places = [[at for span in each.spans() for at in range(span.start, span.end)] for each in (whole, parted)]
    assert places[0] == places[1]
