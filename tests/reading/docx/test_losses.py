"""What of a Word document is missing or not read is said, and nothing is said of a whole one."""

from __future__ import annotations

import pytest

from tests.reading.word_files import abstract, level, num, p, read, shown, style

DRAWING = (
    '<w:r><w:drawing><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="{uri}">{inside}</a:graphicData></a:graphic></w:drawing></w:r>'
)
CALL = '<w:r><w:{}Reference w:id="2"/></w:r>'
NUMBERED = p("Ships report.", num=(1, 0))
LIST = abstract(0, level(0, "decimal", "%1.")) + num(1, 0)
FORM = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:{0}/></w:ffData></w:fldChar></w:r>'


def codes(body: str, **parts: str) -> list[tuple[str, str]]:
    return [(each.code, each.severity) for each in read(body, **parts).diagnostics]


@pytest.mark.parametrize(
    ("body", "parts", "expected"),
    [
        (NUMBERED, {}, [("numbers_missing", "error")]),
        (NUMBERED, {"numbering": LIST}, []),
        (p("Ships report.", num=(0, 0)), {}, []),
        (p("Ships report.", CALL.format("footnote")), {}, [("note_missing", "error")]),
        (p("Ships report.", CALL.format("endnote")), {}, [("note_missing", "error")]),
        (p("Ships report.", CALL.format("comment")), {}, [("note_missing", "error")]),
        (p("Ships report.", CALL.format("footnote")), {"footnotes": '<w:footnote w:id="2"/>'}, []),
        (p("Ships report.", style="H1"), {}, [("styles_missing", "error")]),
        (p("Ships report.", style="H1"), {"styles": style("H1")}, []),
        (p("Ships report.") + '<w:altChunk r:id="x"/>', {}, [("embedded_document", "warning")]),
        (p("Ships report.", "<w:r><w:object/></w:r>"), {}, [("embedded_object", "info")]),
        (p("Ships report.", FORM.format("ddList")), {}, [("form_field", "warning")]),
        (p("Ships report.", FORM.format("checkBox")), {}, [("form_field", "warning")]),
        (p("Ships report.", FORM.format("textInput")), {}, []),
        (p("Ships report.", DRAWING.format(uri="x/diagram", inside="")), {}, [("shape_text", "warning")]),
        (p("Ships report.", DRAWING.format(uri="x/picture", inside="")), {}, []),
        (p("Ships report.", '<w:r><w:pict><v:textpath string="Seal"/></w:pict></w:r>'), {},
         [("shape_text", "warning")]),
    ],
)  # fmt: skip
def test_losses(body: str, parts: dict[str, str], expected: list[tuple[str, str]]) -> None:
    assert codes(body, **parts) == expected


def test_the_words_of_a_text_box_are_read_and_no_loss() -> None:
    box = DRAWING.format(uri="x/wordprocessingShape", inside=f"<wps:txbx><w:txbxContent>{p('Ports answer.')}"
                         "</w:txbxContent></wps:txbx>")  # fmt: skip
    text = read(p("Ships report.", box))
    assert (shown(text), text.diagnostics) == (["Ships report.", "Ports answer."], ())


@pytest.mark.parametrize(
    ("revisions", "expected"), [("accept", ["1. Ships report."]), ("reject", ["Ships report."])]
)
def test_a_number_that_was_tracked(revisions: str, expected: list[str]) -> None:
    tracked = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="1" w:author="A"/></w:numPr>'
    body = p("Ships report.", properties=tracked)
    assert shown(read(body, revisions, numbering=LIST)) == expected


@pytest.mark.parametrize(
    ("revisions", "expected"),
    [("accept", ["kept", "new"]), ("reject", ["kept", "old"])],
)
def test_cells_that_were_tracked(revisions: str, expected: list[str]) -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>"
    cells = [("", "kept"), ('<w:cellDel w:id="1" w:author="A"/>', "old"), ('<w:cellIns w:id="2"/>', "new")]
    row = "".join(cell.format(change, p(words)) for change, words in cells)
    text = read(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>", revisions)
    assert shown(text) == expected
    assert [block.cell for block in text.blocks] == [(0, 0, 0), (0, 0, 1)]
