"""Every answer of the desk as a Word document: headed tables that hold what the other formats say."""

from __future__ import annotations

import io

import pytest
from docx import Document

from tests.structure.drafting import draft_of
from treatydiff.desk.definitions.as_docx import definitions_docx
from treatydiff.desk.definitions.rippling import definitions_of
from treatydiff.desk.definitions.view import definitions_view
from treatydiff.desk.positions.as_docx import positions_docx
from treatydiff.desk.positions.collecting import positions_of
from treatydiff.desk.positions.view import positions_view
from treatydiff.desk.terms.as_docx import terms_docx
from treatydiff.desk.terms.table import terms_alone
from treatydiff.desk.terms.view import terms_view
from treatydiff.desk.watch.as_docx import watch_docx
from treatydiff.desk.watch.model import RedLine
from treatydiff.desk.watch.view import watch_view
from treatydiff.desk.watch.watching import watch_lines
from treatydiff.settings import Settings
from treatydiff.studies.chains.chain import read_chain

BEFORE = """Convention on Lamps

Article 1

Use of terms

(a) "Lamp" means a light that burns oil;

(b) "Keeper" means a person who tends a lamp.

Article 2

Reports

1. Each Party shall report to the Lamp Office within thirty days. (Chile)

2. Each keeper trims the lamps.
"""
NOW = BEFORE.replace("burns oil", "burns oil or gas").replace("thirty days", "sixty days")
DRAFTS = [draft_of(BEFORE), draft_of(NOW)]
CHAIN = read_chain(DRAFTS, Settings(reference="none"))
LINE = RedLine("Reports", ("shall report",))


@pytest.mark.parametrize(
    ("made", "heads", "words"),
    [
        (
            watch_docx(watch_view(watch_lines(CHAIN, [LINE]))),
            ["Draft", "Standing", "Places"],
            ["Reports: holds: in the text in every draft", "in the text", "proposed by Chile, as printed"],
        ),
        (
            terms_docx(terms_view(terms_alone(DRAFTS[1]))),
            ["Kind", "draft.txt", "Change", "Sentence, place"],
            ["Art. 2", "time limit", "sixty days"],
        ),
        (
            positions_docx(positions_view(positions_of(DRAFTS[:1]))),
            ["Article", "Position", "Words", "Place"],
            ["Chile", "proposed", "Each Party shall report to the Lamp Office within thirty days. (Chile)"],
        ),
        (
            definitions_docx(definitions_view(definitions_of(DRAFTS[1], CHAIN.steps[0]))),
            ["Term", "Since", "What changed in it", "Reach"],
            ["redefined", "changes the reach of 2 clauses", "Art. 2, para. 1; Art. 2, para. 2"],
        ),
    ],
    ids=["watch", "terms", "positions", "definitions"],
)
def test_an_answer_is_a_headed_table_in_word(made: bytes, heads: list[str], words: list[str]) -> None:
    document = Document(io.BytesIO(made))
    table = document.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == heads
    assert "w:tblHeader" in table.rows[0]._tr.xml
    said = "\n".join(cell.text for row in table.rows for cell in row.cells)
    for each in words:
        assert each in said


def test_the_same_bytes_every_time() -> None:
    view = positions_view(positions_of(DRAFTS))
    assert positions_docx(view) == positions_docx(view)
