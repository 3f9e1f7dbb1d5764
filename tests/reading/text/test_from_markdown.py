from __future__ import annotations

import pytest

from treatydiff.model import SourceText
from treatydiff.reading.reader import read_bytes
from treatydiff.reading.text.markdown_inline import inline_runs
from treatydiff.settings import Settings


def read(text: str) -> SourceText:
    return read_bytes(text.encode(), "draft.md", Settings())


def shown(text: SourceText) -> list[str]:
    return [block.text for block in text.blocks]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("*Recalling* the text", [("Recalling", "i"), (" the text", "")]),
        ("and r*eaffirming* that", [("and r", ""), ("eaffirming", "i"), (" that", "")]),
        ("*[Noting* that]", [("[Noting", "i"), (" that]", "")]),
        ("*In [furtherance][pursuit]* of", [("In [furtherance][pursuit]", "i"), (" of", "")]),
        ("**Option 1:** *No* text", [("Option 1:", "b"), (" ", ""), ("No", "i"), (" text", "")]),
        ("***both*** here", [("both", "bi"), (" here", "")]),
        ("(RESERVATIONS *) *", [("(RESERVATIONS ", ""), (") ", "i")]),
        ("2 * 3 and 4 * 5", [("2 * 3 and 4 * 5", "")]),
        ("snake_case_name _slanted_", [("snake_case_name ", ""), ("slanted", "i")]),
        (r"\[x\] \*y\* a\ b", [("[x] *y* a b", "")]),
        ("[shall][should] [x](a) (b)", [("[shall][should] [x](a) (b)", "")]),
        ("see [the [old] text](https://a.int/b(1)) now", [("see the [old] text now", "")]),
        ("<span>kept</span> &amp; <!-- gone --> &#167; 5", [("kept &  § 5", "")]),
        ("<https://a.int>", [("https://a.int", "")]),
        ("~~out~~ in", [("out", "s"), (" in", "")]),
        ("`*code*`", [("*code*", "")]),
        ("an *open star", [("an *open star", "")]),
    ],
)
def test_runs(source: str, expected: list[tuple[str, str]]) -> None:
    looks = [(run.text, "b" * run.bold + "i" * run.italic + "s" * run.strike) for run in inline_runs(source)]
    assert looks == expected


def test_paragraphs_headings_and_items() -> None:
    text = read(
        "# Convention\n\nThe Parties\nto this\n\n## Article 1\n1. One\n2. Two\nmore\n    - dash\n"
        "(a) x\n(b) y\n"
    )
    assert shown(text) == [
        "Convention", "The Parties to this", "Article 1", "1. One", "2. Two more", "- dash", "(a) x", "(b) y",
    ]  # fmt: skip
    assert [block.style for block in text.blocks][:3] == ["Heading 1", "", "Heading 2"]
    assert [block.x0 for block in text.blocks][4:6] == [0.0, 24.0]
    assert all(block.starts_paragraph for block in text.blocks)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1. a\n1. b\n1. c", ["1. a", "2. b", "3. c"]),
        ("1. a\n   1. x\n   2. y\n2. b\n   1. z", ["1. a", "1. x", "2. y", "2. b", "1. z"]),
        ("1. a\n\nbetween\n\n1. b", ["1. a", "between", "1. b"]),
        ("3. a\n4. b", ["3. a", "4. b"]),
        ("## A\n1. a\n## B\n1. b", ["A", "1. a", "B", "1. b"]),
    ],
)
def test_numbers_are_those_shown(source: str, expected: list[str]) -> None:
    assert shown(read(source)) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# Article 1 ##", "Article 1"),
        ("###### C#", "C#"),
        ("#5 is no heading", "#5 is no heading"),
        ("#", ""),
    ],
)
def test_headings(source: str, expected: str) -> None:
    text = read(f"{source}\n\nx")
    assert shown(text) == [line for line in (expected, "x") if line]
    assert text.blocks[0].style.startswith("Heading") == (expected not in ("", "#5 is no heading"))


@pytest.mark.parametrize(
    "hostile", ["<!--", "*a_ ", "[", "![", "` `` ", "\\", "[a](b", "&", "~~*", "# " + " " * 999, "<a "]
)
def test_hostile_repetitions_cost_little(hostile: str) -> None:
    assert read("x " + hostile * (30_000 // len(hostile))).blocks


def test_underlined_headings_and_hard_breaks() -> None:
    text = read("Convention\n==========\n\nfirst  \nsecond\\\nthird\n")
    assert shown(text) == ["Convention", "first\nsecond\nthird"]
    assert text.blocks[0].style == "Heading 1"


def test_notes_and_markup_are_set_aside() -> None:
    text = read(
        "---\ntitle: Draft\n---\n{:.no_toc}\n\n* TOC\n{:toc}\n\nText[^1] and [words][source].\n\n"
        "[source]: https://a.int\n[^1]: The *note*,\n    two lines.\n\nLast."
    )
    assert shown(text) == ["Text1 and words.", "Last."]
    assert [(note.label, note.text) for note in text.notes] == [("1", "The note, two lines.")]
    assert [run.note for run in text.blocks[0].runs] == [None, "1", None]
    assert [item.rule for item in text.furniture] == [
        "metadata",
        "markup",
        "contents",
        "markup",
        "link definition",
    ]


def test_tables() -> None:
    text = read("| a | b |\n|---|---|\n| c | *d* |\n\nafter")
    assert [(block.text, block.cell) for block in text.blocks] == [
        ("a", (0, 0, 0)), ("b", (0, 0, 1)), ("c", (0, 1, 0)), ("d", (0, 1, 1)), ("after", None),
    ]  # fmt: skip
