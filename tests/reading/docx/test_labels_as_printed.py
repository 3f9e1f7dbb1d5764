"""Word's numbers reach the text as Word prints them, whatever their form, and none is lost."""

from __future__ import annotations

import pytest

from tests.reading.word_files import abstract, level, num, p, word_package
from treatydiff.model import Draft
from treatydiff.reading.reader import read_bytes
from treatydiff.report.draft.as_text import draft_text
from treatydiff.settings import Settings
from treatydiff.structure.parse import parse


def draft_of(body: str, *levels: str) -> Draft:
    data = word_package(body, numbering=abstract(0, *levels) + num(1, 0))
    return parse(read_bytes(data, "draft.docx", Settings()), Settings(language="en"))


def cell(content: str) -> str:
    return f"<w:tc><w:p><w:r><w:t>{content}</w:t></w:r></w:p></w:tc>"


def words_of(draft: Draft) -> list[str]:
    return [line for line in draft_text(draft).splitlines() if line]


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        ("%1.", "%2.", ["1. Ships report.", "a. by radio;", "b. by letter."]),
        ("%1", "%2)", ["1 Ships report.", "a) by radio;", "b) by letter."]),
        ("%1.", "%1.%2", ["1. Ships report.", "1.a by radio;", "1.b by letter."]),
        ("(%1)", "(%2)", ["(1) Ships report.", "(a) by radio;", "(b) by letter."]),
        ("Clause %1", "(%2)", ["Clause 1 Ships report.", "(a) by radio;", "(b) by letter."]),
        ("%1)", "%2/", ["1) Ships report.", "a/ by radio;", "b/ by letter."]),
        ("Note %1-A:", "(%2)", ["Note 1-A: Ships report.", "(a) by radio;", "(b) by letter."]),
    ],
    ids=[
        "letters with a stop",
        "bare",
        "legal",
        "brackets",
        "a word before it",
        "a stroke",
        "of no known form",
    ],
)
def test_labels_are_printed_as_word_does(first: str, second: str, shown: list[str]) -> None:
    body = p("Article 1") + p("Ships report.", num=(1, 0))
    body += p("by radio;", num=(1, 1)) + p("by letter.", num=(1, 1))
    draft = draft_of(body, level(0, "decimal", first), level(1, "lowerLetter", second))
    assert words_of(draft) == ["Article 1", *shown]


def test_letters_with_a_stroke_are_subparagraphs() -> None:
    body = (
        p("Article 1")
        + p("Ships report.", num=(1, 0))
        + p("by radio;", num=(1, 1))
        + p("by letter.", num=(1, 1))
    )
    draft = draft_of(body, level(0, "decimal", "%1)"), level(1, "lowerLetter", "%2/"))
    assert [(node.kind, node.number) for node in draft.walk() if node.kind == "subparagraph"] == [
        ("subparagraph", "a"),
        ("subparagraph", "b"),
    ]


def test_bare_numbers_count_paragraphs() -> None:
    body = p("Article 1") + p("Ships report.", num=(1, 0)) + p("Ports answer.", num=(1, 0))
    draft = draft_of(body, level(0, "decimal", "%1"))
    assert [node.id for node in draft.walk() if node.kind == "paragraph"] == [
        "art_1__para_1",
        "art_1__para_2",
    ]


def test_a_section_deeper_than_its_article_numbers_a_paragraph() -> None:
    body = "".join(
        p(title, num=(1, 0)) + p("Ships report.", num=(1, 1)) + p("Ports answer.", num=(1, 1))
        for title in ("Harbours", "Lights")
    )
    legal = level(1, "decimalZero", "Section %1.%2", more="<w:isLgl/>")
    draft = draft_of(body, level(0, "upperRoman", "Article %1."), legal)
    assert words_of(draft) == [
        "Article I  Harbours", "Section 1.01 Ships report.", "Section 1.02 Ports answer.",
        "Article II  Lights", "Section 2.01 Ships report.", "Section 2.02 Ports answer.",
    ]  # fmt: skip


def test_a_section_above_its_articles_holds_them() -> None:
    body = "".join(
        p("General", num=(1, 0)) + p("Harbours", num=(1, 1)) + p("Ships report.") for _ in range(2)
    )
    draft = draft_of(body, level(0, "decimal", "Section %1"), level(1, "decimal", "Article %2"))
    assert [node.kind for node in draft.instruments[0].provisions] == ["section", "section"]


def test_numbers_in_cells_are_printed_and_counted() -> None:
    row = "<w:tr><w:tc>{}</w:tc>{}</w:tr>"
    table = "".join(
        row.format(p(words, num=(1, 0)), cell(state))
        for words, state in (("Keep a log.", "Agreed"), ("Keep a chart.", "Open"))
    )
    body = p("Article 1") + p("Ships report.", num=(1, 0)) + f"<w:tbl>{table}</w:tbl>"
    draft = draft_of(body + p("Ports answer.", num=(1, 0)), level(0, "decimal", "%1."))
    assert "2. Keep a log. | Agreed 3. Keep a chart. | Open" in " ".join(words_of(draft))
    assert not [each for each in draft.diagnostics if each.code.startswith("number")]


def test_rows_that_number_themselves_are_no_paragraphs_out_of_order() -> None:
    table = "".join(f"<w:tr>{cell(f'{at}. Item')}{cell('Open')}</w:tr>" for at in (1, 2, 3))
    body = p("Article 1") + p("Ships report.", num=(1, 0)) + f"<w:tbl>{table}</w:tbl>"
    draft = draft_of(body + p("Ports answer.", num=(1, 0)), level(0, "decimal", "%1."))
    assert not [each for each in draft.diagnostics if each.code.startswith("number")]


def test_automatic_numbers_of_recitals_are_kept() -> None:
    body = p("The States Parties to this Convention,") + p("Recognizing the sea,", num=(1, 0))
    body += (
        p("Recalling the tides,", num=(1, 0))
        + p("Have agreed as follows:")
        + p("Article 1")
        + p("Ships report.")
    )
    draft = draft_of(body, level(0, "decimal", "(%1)"))
    assert [node.number for node in draft.walk() if node.kind == "recital"] == ["1", "2"]
    assert "(2) Recalling the tides," in words_of(draft)
