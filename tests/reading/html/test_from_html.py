from __future__ import annotations

import pytest

from treatydiff.errors import ReadError
from treatydiff.model import SourceText
from treatydiff.reading.reader import read_bytes
from treatydiff.settings import Settings


def read(body: str, head: str = "") -> SourceText:
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read_bytes(page.encode(), "draft.html", Settings())


def shown(text: SourceText) -> list[str]:
    return [" ".join(filter(None, (block.number, block.text))) for block in text.blocks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>one</p><p>two\n  lines</p>", ["one", "two lines"]),
        ("one<br>two<br> <br>three", ["one\ntwo", "three"]),
        ("<div>before<p>inside</p>after</div>", ["before", "inside", "after"]),
        ("<ol><li>x</li><li>y</li></ol>", ["1. x", "2. y"]),
        ('<ol type="a" start="3"><li>x</li><li value="7">y</li></ol>', ["c. x", "g. y"]),
        ('<ol style="list-style-type: lower-roman"><li>x</li></ol>', ["i. x"]),
        ('<ol style="list-style: none"><li>x</li></ol>', ["x"]),
        ("<ol><li>(a) x</li><li>(b) y</li></ol>", ["(a) x", "(b) y"]),
        ("<ol><li><p>x</p><p>more</p></li></ol>", ["1. x", "more"]),
        ("<ul><li>x</li></ul>", ["• x"]),
        ("<pre>a\n  b <b>c</b>\n\nd</pre>", ["a", "b c", "d"]),
        ("<p>the <a href='/x'>Paris</a> Agree\u00adment&nbsp;&sect; 5</p>", ["the Paris Agreement\u00a0§ 5"]),
        ("<p>x</p><script>var p = '<p>y</p>'</script><p hidden>z</p><p style='display:none'>z</p>", ["x"]),
    ],
)
def test_blocks(body: str, expected: list[str]) -> None:
    assert shown(read(body)) == expected


def test_looks() -> None:
    text = read('<h2>Article 1</h2><p align="center"><b>bold</b> <i>slanted</i> <s>out</s></p>')
    assert text.blocks[0].style == "Heading 2"
    assert text.blocks[1].centred
    runs = [run for run in text.blocks[1].runs if run.text.strip()]
    assert [(run.text, run.bold, run.italic, run.strike) for run in runs] == [
        ("bold", True, False, False),
        ("slanted", False, True, False),
        ("out", False, False, True),
    ]


def test_what_belongs_to_the_site_is_furniture() -> None:
    text = read(
        "<header>Site</header><nav>Home</nav><main><header>Article 1</header>x</main><footer>(c)</footer>"
    )
    assert shown(text) == ["Article 1", "x"]
    assert [(item.rule, item.text) for item in text.furniture] == [
        ("html header", "Site"),
        ("html nav", "Home"),
        ("html footer", "(c)"),
    ]


def test_a_form_around_the_whole_page_is_no_furniture() -> None:
    assert shown(read("<form><p>Article 1</p><p>The whole draft stands here.</p></form>")) == [
        "Article 1",
        "The whole draft stands here.",
    ]


CALL_AND_NOTE = {
    "by name": (
        '<sup><a href="#fn1">[1]</a></sup>',
        '<div id="fn1">1. A note. <a href="#fnref1">↩</a></div>',
    ),
    "as Word saves them": (
        '<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>',
        '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> A</p><p>note.</p></div>',
    ),
    "as LibreOffice saves them": (
        '<a name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>',
        '<div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a> A note.</p></div>',
    ),
    "linked both ways": (
        '<a id="ntc1-L_1" href="#ntr1-L_1">(<span>1</span>)</a>',
        '<p><a id="ntr1-L_1" href="#ntc1-L_1">(1)</a> A note.</p>',
    ),
}


@pytest.mark.parametrize(("call", "note"), CALL_AND_NOTE.values(), ids=list(CALL_AND_NOTE))
def test_notes_are_found_by_the_links_that_call_them(call: str, note: str) -> None:
    text = read(f"<p>lake{call}.</p>{note}<p>last</p>")
    assert [(item.label, item.text) for item in text.notes] == [("1", "A note.")]
    assert [run.note for run in text.blocks[0].runs] == [None, "1", None]
    assert [block.text for block in text.blocks[1:]] == ["last"]


@pytest.mark.parametrize(
    ("call", "begins", "is_note"),
    [
        ("<sup><a href='#x1'>1</a></sup>", "<sup>1</sup> ", True),
        ("<a href='#x1'><sup>[1]</sup></a>", "[1] ", True),
        ("<a href='#x1'>1</a>", "1 ", False),
        ("<sup><a href='#x1'>1</a></sup>", "", False),
    ],
)
def test_raised_links_call_what_begins_with_their_mark(call: str, begins: str, is_note: bool) -> None:
    found = read(
        f"<h2>Article 1</h2><p>Keepers mend lamps{call} by day.</p><p id='x1'>{begins}See Annex B.</p>"
    )
    assert [(note.label, note.text) for note in found.notes] == ([("1", "See Annex B.")] if is_note else [])


def test_links_to_other_articles_call_no_notes() -> None:
    text = read('<p>See article <a href="#a5">5</a>.</p><p id="a5">Article 5</p>')
    assert shown(text) == ["See article 5.", "Article 5"]
    assert text.notes == ()


def test_tables() -> None:
    text = read("<table><tr><td>a</td><td colspan='2'>b</td></tr><tr><td>c</td><td>d</td></tr></table>")
    assert [(block.text, block.cell) for block in text.blocks] == [
        ("a", (0, 0, 0)),
        ("b", (0, 0, 1)),
        ("c", (0, 1, 0)),
        ("d", (0, 1, 1)),
    ]


def test_a_table_of_one_cell_is_only_layout() -> None:
    assert read("<table><tr><td><p>a</p><p>b</p></td></tr></table>").blocks[0].cell is None


def test_the_declared_encoding_is_believed() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Статья 1</p></body></html>'
    assert shown(read_bytes(page.encode("cp1251"), "draft.html", Settings())) == ["Статья 1"]


@pytest.mark.parametrize("body", ["", "<script>x()</script>", "<nav>Home</nav>"])
def test_a_page_without_text_is_refused(body: str) -> None:
    with pytest.raises(ReadError, match=r"^draft\.html: the page holds no text"):
        read(body)


@pytest.mark.parametrize("depth", [1000, 10_000])
def test_deep_nesting_is_refused(depth: int) -> None:
    with pytest.raises(ReadError, match="nested too deeply"):
        read("<div>" * depth + "x" + "</div>" * depth)


@pytest.mark.parametrize(
    ("body", "words", "notes"),
    [
        # raised marks without links, answered by the last blocks of the page
        ("<p>Keepers<sup>1</sup>and oil<sup>2</sup>.</p><hr><p><sup>1</sup> See.</p><p><sup>2</sup>Ibid.</p>",
         ["Keepers and oil."], [("1", "See."), ("2", "Ibid.")]),
        ("<p>Keepers<sup>[1]</sup> act.</p><p><sup>[1]</sup> See.</p>", ["Keepers act."], [("1", "See.")]),
        # a figure that belongs to a unit, and one that nothing answers
        ("<p>Five m<sup>2</sup> of oil<sup>2</sup>.</p><p><sup>2</sup>Ibid.</p>",
         ["Five m2 of oil."], [("2", "Ibid.")]),
        ("<p>Oil<sup>3</sup> burns.</p>", ["Oil3 burns."], []),
        # paragraphs whose numbers are raised, in the midst of the text
        ("<p>Oil<sup>1</sup> burns.</p><p><sup>1</sup>Each keeper acts.</p><p>The Board meets.</p>",
         ["Oil1 burns.", "1Each keeper acts.", "The Board meets."], []),
    ],
)  # fmt: skip
def test_raised_marks_that_nothing_links(body: str, words: list[str], notes: list[tuple[str, str]]) -> None:
    text = read(body)
    assert ["".join(run.text for run in block.runs if run.note is None) for block in text.blocks] == words
    assert [(note.label, note.text) for note in text.notes] == notes
