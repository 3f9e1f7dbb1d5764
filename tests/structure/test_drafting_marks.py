"""Struck-through words deleted and underlined ones inserted, as compilations of proposals print them."""

from __future__ import annotations

import pytest

from tests.reading.pdf_pages import LEFT, Sheets
from tests.reading.word_files import p, r, word_package
from tests.structure.drafting import provision
from treatydiff.model import Draft
from treatydiff.pipeline import read_draft_bytes
from treatydiff.settings import Settings


def word(settings: Settings) -> Draft:
    body = (
        p("Article 1")
        + p(
            r("Each Party "),
            r("may ", "<w:strike/>"),
            r("shall ", '<w:u w:val="single"/>'),
            r("keep its lamps."),
        )
        + p(r("Article 2", "<w:strike/>"))
        + p(r("Nobody shall pay for light.", "<w:dstrike/>"))
    )
    return read_draft_bytes(word_package(body), "draft.docx", settings)


def pdf(settings: Settings) -> Draft:
    sheets = Sheets().line("Article 1").skip()
    y = sheets.y
    sheets.put("Each Party", LEFT, y).put("may", LEFT + 60, y).put("shall", LEFT + 84, y)
    sheets.put("keep its lamps.", LEFT + 112, y)
    sheets.rule(LEFT + 60, LEFT + 79, y + 3).rule(LEFT + 84, LEFT + 107, y - 1.5)
    y -= 28
    sheets.put("Article 2", LEFT, y).rule(LEFT, LEFT + 42, y + 3)
    sheets.put("Nobody shall pay for light.", LEFT, y - 14).rule(LEFT, LEFT + 130, y - 11)
    return read_draft_bytes(sheets.saved(), "draft.pdf", settings)


@pytest.mark.parametrize("read", [word, pdf])
def test_kept_by_default_with_marks(read: object) -> None:
    draft = read(Settings())  # type: ignore[operator]
    clause = provision(draft, "art_1__para_u1")
    assert clause.text == "Each Party may shall keep its lamps."
    assert [(mark.kind, clause.text[mark.start : mark.end].strip()) for mark in clause.marks] == [
        ("strike", "may"),
        ("underline", "shall"),
    ]
    assert draft.articles == 2


@pytest.mark.parametrize("read", [word, pdf])
def test_applied_on_request_with_what_was_struck_on_record(read: object) -> None:
    draft = read(Settings(drafting_marks="apply"))  # type: ignore[operator]
    clause = provision(draft, "art_1__para_u1")
    assert clause.text == "Each Party shall keep its lamps."
    marks = {
        mark.kind: (clause.text[mark.start : mark.end].strip(), dict(mark.attrs).get("text"))
        for mark in clause.marks
    }
    assert marks["deletion"] == ("", "may")
    assert marks["insertion"] == ("shall", None)
    assert draft.articles == 1
    assert draft.receipt.unaccounted == 0
    assert draft.receipt.other == len("mayArticle2Nobodyshallpayforlight.")


def test_markers_of_a_consolidated_text_are_marks_with_their_place() -> None:
    html = (
        "<p>▼M2</p><p>Article 1</p><p>1. Ships ►M1 shall ◄ report.</p><p>▼B</p><p>2. ►C1 Towers are lit. ◄</p>"
        "<p>3. Lamps ►M3 are lit.</p>"
    )
    draft = read_draft_bytes(f"<html><body>{html}</body></html>".encode(), "act.html", Settings())
    found = [
        (node.id, dict(mark.attrs)["act"], node.text[mark.start : mark.end].strip())
        for node in draft.walk()
        for mark in node.marks
        if mark.kind == "consolidation"
    ]
    assert found == [
        ("art_1", "M2", ""),
        ("art_1__para_1", "M1", "shall"),
        ("art_1__para_2", "C1", "Towers are lit."),
        ("art_1__para_2", "B", ""),
        ("art_1__para_3", "M3", "are lit."),
    ]
    assert [node.text for node in draft.walk() if node.text] == [
        "Ships shall report.", "Towers are lit.", "Lamps are lit.",
    ]  # fmt: skip
    assert draft.receipt.unaccounted == 0
    assert draft.receipt.other == len("▼M2►M1◄▼B►C1◄►M3")
    assert draft.receipt.furniture == 0
