"""What of a draft could not be read is said at the head of every report, with its page."""

from __future__ import annotations

import io
import json
import zipfile
from xml.etree import ElementTree

import pytest
from docx import Document

from tests.reading.damaged_pdf import DAMAGES, ten_pages
from treatydiff.model import Comparison, Draft
from treatydiff.pipeline import compare_drafts, read_draft_bytes
from treatydiff.rendering import render
from treatydiff.settings import Settings
from treatydiff.studies.changes.list_changes import list_changes


def _draft(name: str, kind: str | None) -> Draft:
    data = ten_pages(None if kind is None else DAMAGES[kind])
    return read_draft_bytes(data, f"{name}.pdf", Settings())


@pytest.fixture(scope="module", params=["stream cut", "filter unknown", "page absent", "stream absent"])
def comparison(request: pytest.FixtureRequest) -> Comparison:
    return compare_drafts(_draft("whole", None), _draft("damaged", request.param), Settings())


def _text(report: str | bytes, form: str) -> str:
    if isinstance(report, str):
        return report
    part = "xl/sharedStrings.xml" if form == "xlsx" else "word/document.xml"
    with zipfile.ZipFile(io.BytesIO(report)) as package:
        root = ElementTree.fromstring(package.read(part))
    return "".join(root.itertext())


@pytest.mark.parametrize(
    "form", ["terminal", "json", "html", "markdown", "docx", "xlsx", "csv", "junit", "github", "svg"]
)
def test_every_format_names_the_page(comparison: Comparison, form: str) -> None:
    text = " ".join(_text(render(comparison, form), form).split())
    assert "page 5 cannot be read whole" in text


@pytest.mark.parametrize("form", ["terminal", "html", "markdown", "docx"])
def test_a_comparison_says_what_that_means_before_its_answer(comparison: Comparison, form: str) -> None:
    text = " ".join(_text(render(comparison, form), form).split())
    head, _, _ = text.partition("rows near it may be wrong")
    assert head != text
    answer = text.casefold().index("carried", text.index("page 5 cannot be read whole"))
    assert len(head) < answer


def test_the_pages_severity_is_error_in_json(comparison: Comparison) -> None:
    said = json.loads(str(render(comparison, "json")))["diagnostics"]
    assert [each["page"] for each in said if each["code"] == "page_incomplete"] == [5]


def test_an_outline_says_it_at_its_head(comparison: Comparison) -> None:
    text = " ".join(str(render(comparison.b, "terminal")).split())
    assert text.index("error: page 5 cannot be read whole") < text.index("Art. 1")


def test_whole_drafts_say_nothing_of_losses() -> None:
    draft = _draft("whole", None)
    text = str(render(compare_drafts(draft, draft, Settings()), "terminal"))
    assert "may be wrong" not in text
    assert "error" not in text


def test_a_redline_in_the_drafts_own_file_says_it_before_the_text() -> None:
    word = io.BytesIO()
    document = Document()
    for line in ("Article 1", "Lamps", "Lamps shall be clean."):
        document.add_paragraph(line)
    document.save(word)
    own = read_draft_bytes(word.getvalue(), "own.docx", Settings())
    compared = compare_drafts(own, _draft("damaged", "stream cut"), Settings())
    made = render(compared, "docx", layout="own", files=(word.getvalue(), None))
    text = " ".join(_text(made, "docx").split())
    assert "page 5 cannot be read whole" in text[: text.index("Lamps shall be clean")]
    told: list[str] = []
    render(compared, "docx", layout="own", files=(word.getvalue(), None), tell=told.append)
    assert told == []


@pytest.mark.parametrize("form", ["terminal", "csv", "json", "xlsx"])
def test_a_change_list_says_it(comparison: Comparison, form: str) -> None:
    text = " ".join(_text(render(list_changes(comparison), form), form).split())
    assert "page 5 cannot be read whole" in text
