from __future__ import annotations

from time import process_time

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


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Emissions > 5 units, x>y, a -> b", ["Emissions > 5 units, x>y, a -> b"]),
        ("The sum exceeds\n> 5 units.", ["The sum exceeds > 5 units."]),
        ("-> report each year", ["-> report each year"]),
        ("> The chair said:\n> act now.\n\nThe Parties agree.", ["The chair said: act now.", "The Parties agree."]),
        ("> 1. Each Party shall act.\n> 2. It may report.", ["1. Each Party shall act.", "2. It may report."]),
        ("1. Each Party<br>shall act.", ["1. Each Party\nshall act."]),
        ("H<sub>2</sub>O and <u>lamps</u>", ["H2O and lamps"]),
        ("<div>\n\n## Article 1\n\n<p>Each Party</p><p>shall act.</p>\n\n</div>",
         ["Article 1", "Each Party", "shall act."]),
        ("<h2>Article 1</h2>\n\n<ul><li>One</li>\n<li>Two</li></ul>", ["Article 1", "One", "Two"]),
        ("See <https://a.int/x> or [the site](https://a.int).", ["See https://a.int/x or the site."]),
        ("[Option A]: The Parties shall act.", ["[Option A]: The Parties shall act."]),
        ("[Option A]: shall", ["[Option A]: shall"]),
        ("[shall][should] [may]() [[act]]", ["[shall][should] [may]() [[act]]"]),
        ("The [Rules] apply.\n\n[Rules]: https://a.int", ["The Rules apply."]),
        ("3.\n\nEach Party", ["3.", "Each Party"]),
        ("7. Each Party\n9. Lamps", ["7. Each Party", "9. Lamps"]),
        ("- 1. Each Party", ["- 1. Each Party"]),
        ("The Parties shall:\n2. act;\n    - and report", ["The Parties shall:", "2. act;", "- and report"]),
        ("    Each Party, set in,\n    shall act.", ["Each Party, set in, shall act."]),
        ("```\n1. Each *Party*\n```", ["1. Each *Party*"]),
        ("| a | b |\n|---|---|\n| | c | d |\n| \\| |", ["a", "b", "c", "d", "|"]),
    ],
)  # fmt: skip
def test_what_is_read(source: str, expected: list[str]) -> None:
    assert shown(read(source)) == expected


@pytest.mark.parametrize(
    ("source", "expected", "aside"),
    [
        ("One <!-- two\n\nthree --> four", ["One", "four"], ["<!-- two", "three -->"]),
        ("One\n<!-- 2. Two -->\n3. Three", ["One", "3. Three"], ["<!-- 2. Two -->"]),
        ("One\n\n<style>\np { margin: 0 }\n</STYLE>\n\nTwo", ["One", "Two"],
         ["<style>", "p { margin: 0 }", "</STYLE>"]),
        ("One <!-- two\n\nthree", ["One <!-- two", "three"], []),
        ("One\n\n***\n\nTwo", ["One", "Two"], ["***"]),
    ],
)  # fmt: skip
def test_what_is_set_aside(source: str, expected: list[str], aside: list[str]) -> None:
    text = read(source)
    assert shown(text) == expected
    assert [item.text for item in text.furniture] == aside


@pytest.mark.parametrize(
    ("source", "accepted", "rejected"),
    [
        ("It <ins>may</ins><del>shall</del> act.", ["It may act."], ["It shall act."]),
        ("One\n\n<del>\n\n2. Two\n\n</del>\n\nThree", ["One", "Three"], ["One", "2. Two", "Three"]),
        ("It <del>shall act.\n\nTwo", ["It", "Two"], ["It shall act.", "Two"]),
    ],
)
def test_marked_changes(source: str, accepted: list[str], rejected: list[str]) -> None:
    text = read(source)
    assert shown(text) == accepted
    assert [doubt.code for doubt in text.diagnostics] == ["tracked_changes"]
    assert text.diagnostics[0].message.endswith("; read with changes accepted, deletions left out")
    without = read_bytes(source.encode(), "draft.md", Settings(revisions="reject"))
    assert shown(without) == rejected
    assert without.diagnostics[0].message.endswith("; read with changes rejected, insertions left out")
    kinds = [run.revision and run.revision.kind for run in text.blocks[0].runs]
    assert kinds == ([None, "insertion", None] if "<ins>" in source else [None])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "Lamps[^1].\n\n[^1]: The note\ngoes on.\n\n    So far.\n\nLast.",
            [("1", "The note goes on. So far.")],
        ),
        ("Lamps<sup>2</sup>.\n\n[^2]: A note.\n\n[^2]: Once more.", [("2", "A note."), ("2", "Once more.")]),
        ("Lamps.\n[^a]: A *note*.\n[^b]: Another.", [("a", "A note."), ("b", "Another.")]),
    ],
)
def test_notes(source: str, expected: list[tuple[str, str]]) -> None:
    text = read(source)
    assert [(note.label, note.text) for note in text.notes] == expected
    calls = [run.note for block in text.blocks for run in block.runs if run.note]
    assert calls == ([expected[0][0]] if expected[0][0] != "a" else [])


def test_centred_titles() -> None:
    text = read('<div align="center">\n\n# Convention\n\n</div>\n\n<center>done at sea</center>\n\nNext')
    assert [(block.text, block.centred) for block in text.blocks] == [
        ("Convention", True), ("done at sea", True), ("Next", False),
    ]  # fmt: skip


def test_nothing_is_lost_however_deep_it_lies() -> None:
    items = "".join("  " * depth + f"- item {depth}\n" for depth in range(40))
    text = read(f"{items}\nLast.")
    words = " ".join(shown(text))
    assert all(f"item {depth}" in words for depth in range(40))
    assert shown(text)[-1] == "Last."


@pytest.mark.parametrize(
    "hostile", ["[", "[[a]", "`` ` ", "*a_ ", "&", "<!-- ", "> ", "> a\n", "- a\n", "[^a]: x\n"]
)
def test_time_grows_with_length_and_no_faster(hostile: str) -> None:
    def seconds(length: int) -> float:
        source = hostile * (length // len(hostile))
        best = 1e9
        for _ in range(3):
            start = process_time()
            read(f"{source}\n\nend")
            best = min(best, process_time() - start)
        return best

    assert seconds(20_000) < 10 * max(seconds(5_000), 0.005)


def test_two_signs_of_a_comparison_are_no_tag() -> None:
    assert shown(read("Where a<b and c>d, the <b>keepers</b> act.\n")) == [
        "Where a<b and c>d, the keepers act."
    ]
