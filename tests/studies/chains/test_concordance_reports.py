from __future__ import annotations

import csv
import io
import json
import re
import zipfile

import pytest
from jsonschema import Draft202012Validator

from tests.studies.chains.chains import articles, chain_of, fixture_chain
from treatydiff.report.kit.schema import schema_text
from treatydiff.studies.chains.concordance import concordance_of
from treatydiff.studies.chains.concordance_as_docx import concordance_docx
from treatydiff.studies.chains.concordance_as_html import concordance_html
from treatydiff.studies.chains.concordance_as_json import concordance_json
from treatydiff.studies.chains.concordance_as_tables import (
    concordance_csv,
    concordance_markdown,
    header_cells,
)
from treatydiff.studies.chains.concordance_as_terminal import concordance_terminal
from treatydiff.studies.chains.concordance_as_xlsx import concordance_xlsx
from treatydiff.studies.chains.concordance_view import ConcordanceView, concordance_view


@pytest.fixture(scope="module")
def view() -> ConcordanceView:
    return concordance_view(concordance_of(fixture_chain()), text=True)


@pytest.fixture(scope="module")
def hostile() -> ConcordanceView:
    """Headings and words that would steer a spreadsheet, a terminal or a page."""
    first = articles("1 =SUM(A1): Each State shall keep <b>the lights</b> lit.")
    second = articles("1 =SUM(A1): Each State may keep <b>the lights</b> lit.")
    return concordance_view(concordance_of(chain_of(first, second)), text=True)


def parts(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return packed.read(name).decode()


def test_rows_say_what_became_of_provisions(view: ConcordanceView) -> None:
    said = {
        row.anchor: ([cell.label for cell in row.cells], [step.words for step in row.steps])
        for row in view.rows
    }
    assert said["d4-art_8"] == (
        ["Art. 7+8", "Art. 7", "Art. 7", "Art. 8"],
        ["merged, revised", "revised", "revised, renumbered"],
    )
    assert said["d3-art_11bis"][0] == ["Art. 13", "", "Art. 11 bis", ""]
    assert len(said) == len(view.rows)


def test_a_return_says_where_it_comes_from(view: ConcordanceView) -> None:
    row = next(row for row in view.rows if row.anchor == "d3-art_11bis")
    assert [step.short for step in row.steps] == ["deleted", "returned", "deleted"]
    assert row.steps[1].returned == "returned from 1-national-draft, Art. 13"
    assert any(
        passage.op == "delete" for line in row.texts for cell in line.cells[2] for passage in cell.passages
    )


def test_the_terminal_keeps_to_its_width(view: ConcordanceView) -> None:
    for width in (60, 80, 120):
        text = concordance_terminal(view, width=width)
        assert max(map(len, text.splitlines())) <= width
        assert re.search(r"Art\. 13 +— +Art\. 11 bis +—", text)
    assert "40 rows · in the order of 4-final-text · 1 provision returns" in text


def test_csv_has_a_line_for_every_row(view: ConcordanceView) -> None:
    rows = list(csv.DictReader(io.StringIO(concordance_csv(view))))
    assert len(rows) == len(view.rows)
    assert list(rows[0]) == header_cells(view)
    merged = next(row for row in rows if row["4-final-text"] == "Art. 8")
    assert merged["1-national-draft: ids"] == "art_7 art_8"
    assert merged["relation: 1-national-draft → 2-chairs-text"] == "merged, revised"
    assert 0.5 < float(merged["derived: 1-national-draft → 2-chairs-text"]) < 1


def test_markdown_is_one_table(view: ConcordanceView) -> None:
    lines = [line for line in concordance_markdown(view).splitlines() if line.startswith("|")]
    assert len(lines) == len(view.rows) + 2
    assert {line.count("|") for line in lines} == {6}


def test_json_keeps_its_schema() -> None:
    value = json.loads(concordance_json(concordance_of(fixture_chain(), base="1"), [("reference", "none")]))
    Draft202012Validator(json.loads(schema_text("concordance"))).validate(value)
    assert value["base"] == "1-national-draft"
    assert value["returns"][0]["from"] == ["art_13"]


def test_html_needs_nothing_beside_it_and_escapes(view: ConcordanceView, hostile: ConcordanceView) -> None:
    page = concordance_html(view)
    assert "<script" not in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert page.count('<tr class="row"') == len(view.rows)
    assert "<b>the lights" not in concordance_html(hostile)
    assert "&lt;b&gt;the lights" in concordance_html(hostile)


def test_the_workbook_has_no_formula_and_marks_words(view: ConcordanceView, hostile: ConcordanceView) -> None:
    data = concordance_xlsx(view)
    sheet, strings = parts(data, "xl/worksheets/sheet1.xml"), parts(data, "xl/sharedStrings.xml")
    assert '<pane ySplit="1"' in sheet
    assert f'<autoFilter ref="A1:M{len(view.rows) + 1}"/>' in sheet
    assert re.search(r"<strike/>.{0,200}organs</t>", strings, re.DOTALL)
    assert re.search(r"<u/>.{0,200}authorities</t>", strings, re.DOTALL)
    risky = concordance_xlsx(hostile)
    assert all("<f>" not in parts(risky, f"xl/worksheets/sheet{at}.xml") for at in (1, 2, 3, 4))
    assert "=SUM(A1)" in parts(risky, "xl/sharedStrings.xml")


def test_the_workbook_says_which_provisions_share_clauses() -> None:
    went = "The keeper of a lighthouse shall enter every passing vessel in the book of the station by name."
    first = articles(
        "1 Lamps: Each State shall trim the lamps of its lighthouses before the autumn fogs set in.",
        f"2 Books: 1. Every station shall keep a book that its inspectors may read at any hour.\n\n2. {went}",
    )
    second = articles(
        "1 Lamps: Each State shall trim the lamps of its lighthouses before the autumn fogs set in.",
        "2 Books: Every station shall keep a book that its inspectors may read at any hour.",
        f"3 Vessels: 1. {went}\n\n2. Captains sign beside their names and add the hour at which they saw land.",
    )
    made = concordance_view(concordance_of(chain_of(first, second)), text=True)
    assert [(row.label_a, row.label_b, row.kind, row.words) for row in made.links] == [
        ("Art. 1", "Art. 1", "counterpart", 15),
        ("Art. 2", "Art. 2", "counterpart", 14),
        ("Art. 2", "Art. 3", "clauses in common", 18),
    ]
    sheet, strings = (
        parts(concordance_xlsx(made), f"xl/{name}.xml") for name in ("worksheets/sheet3", "sharedStrings")
    )
    assert '<autoFilter ref="A1:H4"/>' in sheet
    assert "clauses in common" in strings


def test_files_have_the_same_bytes_every_time(view: ConcordanceView) -> None:
    assert concordance_xlsx(view) == concordance_xlsx(view)
    assert concordance_docx(view) == concordance_docx(view)


def test_the_word_table_has_a_column_a_draft_on_landscape_pages(view: ConcordanceView) -> None:
    document = parts(concordance_docx(view), "word/document.xml")
    assert 'w:orient="landscape"' in document
    assert document.count("<w:gridCol ") == 4
    lines = 1 + len(view.rows) + sum(len(row.texts) for row in view.rows)
    assert document.count("<w:tr>") == lines
    assert "<w:tblHeader/>" in document
    assert re.search(r"<w:strike/>.{0,200}>organs<", document, re.DOTALL)


def test_a_cell_that_is_too_long_is_cut_and_says_so() -> None:
    long = "word " * 9000
    chain = chain_of(articles(f"1 Lights: {long}end."), articles(f"1 Lights: {long}stop."))
    data = concordance_xlsx(concordance_view(concordance_of(chain), text=True))
    assert "(cut: the cell is full" in parts(data, "xl/sharedStrings.xml")
