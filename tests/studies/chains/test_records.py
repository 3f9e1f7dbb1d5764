"""A user's meeting records and reports beside the history of a provision."""

from __future__ import annotations

import io

import pytest
from docx import Document

from tests.studies.chains.chains import fixture_chain
from treatydiff.errors import TreatydiffError
from treatydiff.studies.chains.history_view import history_view
from treatydiff.studies.chains.model import Trace
from treatydiff.studies.chains.records import with_records
from treatydiff.studies.chains.trace import trace_provision
from treatydiff.studies.chains.trace_as_docx import trace_docx
from treatydiff.studies.chains.trace_as_terminal import trace_terminal
from treatydiff.studies.chains.trace_view import trace_view


def row(draft: str, provision: str, source: str, text: str = "") -> dict[str, str]:
    return {"draft": draft, "provision": provision, "source": source, "kind": "meeting record", "text": text}


ROWS = [
    row("3-revised-text.docx", "art. 7", "A/AC.999/SR.31, para. 4"),
    row("2", "Article 7 (4)", "A/AC.999/SR.12, para. 34", "Five years were asked for."),
    row("A/AC.999/3", "Chapter II", "A/AC.999/SR.9"),
    row("1", "Article 2", "A/AC.999/SR.1"),
    {"draft": "", "provision": "", "source": ""},
]


@pytest.fixture(scope="module")
def trace() -> Trace:
    return with_records(trace_provision(fixture_chain(), "Article 8"), ROWS, where="records.csv")


def test_records_are_those_on_the_provision_its_parts_and_what_holds_it(trace: Trace) -> None:
    assert [(each.draft, each.provision, each.source) for each in trace.records] == [
        (1, "art_7__para_4", "A/AC.999/SR.12, para. 34"),
        (1, "chp_II", "A/AC.999/SR.9"),
        (2, "art_7", "A/AC.999/SR.31, para. 4"),
    ]
    shown = " ".join(trace_terminal(trace_view(trace)).split())
    assert "A/AC.999/3, Art. 7, para. 4: meeting record, A/AC.999/SR.12, para. 34 Five years" in shown


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{"draft": "1", "provision": "2"}], "records.csv: the table has no column 'source'"),
        ([row("1", "Article 2", "SR.1"), row("1", "", "SR.2")], "records.csv, line 3: 'provision' is empty"),
        ([row("9", "Article 2", "SR.1")], "records.csv, line 2: no draft is called '9'"),
        ([row("1", "Article 99", "SR.1")], "line 2: 1-national-draft.docx has no provision 'Article 99'"),
        ([row("1", "Articles 2 and 5", "SR.1")], "line 2: 'Articles 2 and 5': several provisions are named"),
        (
            [
                row("9", "2", "SR.1"),
                row("1", "Article 2", "SR.2"),
                row("1", "", "SR.3"),
                row("1", "art. 99", "SR.4"),
            ],
            "records.csv: 3 rows cannot be used: line 2: no draft is called '9'; line 4: 'provision' is empty; line 5:"
            " 1-national-draft.docx has no provision 'art. 99'; hint: mend or empty them; nothing was written",
        ),
        ([row("1", "", "SR.1")] * 7, "7 rows cannot be used: line 2: 'provision' is empty;"),
        ([row("1", "", "SR.1")] * 7, "line 6: 'provision' is empty; and 2 more; hint: mend"),
    ],
)
def test_what_is_wrong_with_a_table_is_said_in_a_line(rows: list[dict[str, str]], said: str) -> None:
    with pytest.raises(TreatydiffError) as refused:
        with_records(trace_provision(fixture_chain(), "Article 8"), rows, where="records.csv")
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_the_word_table_has_symbol_date_place_text_and_records(trace: Trace) -> None:
    table = Document(io.BytesIO(trace_docx(history_view(trace)))).tables[0]
    lines = [tuple(cell.text for cell in each.cells) for each in table.rows]
    assert lines[0][3] == "Records and reports"
    heads = [line for line in lines if line[0]][1:]
    assert [line[:2] for line in heads] == [
        ("1-national-draft", "2021-06-18"), ("A/AC.999/3", "2022-10-07"), ("A/AC.999/7", "issued 2023-06-09"),
        ("4-final-text", heads[3][1]),
    ]  # fmt: skip
    assert "SR.12, para. 34  Five years were asked for." in heads[1][3]
    assert ("", "paragraph 2, p. 6", "A State Party may require that the conduct described in paragraph 1 of "
            "this article result in serious harm.", "") in lines  # fmt: skip


def test_without_records_there_is_no_column_for_them() -> None:
    bare = trace_docx(history_view(trace_provision(fixture_chain(), "Article 11 bis")))
    assert len(Document(io.BytesIO(bare)).tables[0].columns) == 3
