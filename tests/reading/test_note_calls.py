from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.reading.pdf_pages import LEFT, Sheets
from treatydiff.model import Run
from treatydiff.pipeline import read_draft_bytes
from treatydiff.reading.note_calls import set_apart
from treatydiff.settings import Settings
from treatydiff.structure.sourced import from_block


@pytest.mark.parametrize(
    ("before", "call", "behind", "expected"),
    [
        # a gap that was read into the call
        ("The members", "3 ", "propose fees", "The members propose fees"),
        ("The members", "[3] ", "(all of them)", "The members (all of them)"),
        ("The members ", "3 ", "propose fees", "The members propose fees"),
        ("The members ", "3", " propose fees", "The members propose fees"),
        # no gap at all
        ("take steps", "1", "against waste", "take steps against waste"),
        ("of 1994", "1", "and later", "of 1994 and later"),
        ("take steps.", "1", "They report", "take steps. They report"),
        ("Мера", "1", "принята", "Мера принята"),
        ("التدابير", "(1)", "المتخذة", "التدابير المتخذة"),
        # punctuation stands at its word
        ("take steps", "1 ", ", and", "take steps, and"),
        ("take steps ", "1", ".", "take steps."),
        ("take [steps", "1", "][now]", "take [steps][now]"),
        ("[inter]", "1", "national", "[inter]national"),
        # no spaces in Chinese
        ("各国应合作", "1 ", "并采取措施", "各国应合作并采取措施"),
        ("各国应合作", "1", "并采取措施", "各国应合作并采取措施"),
        ("各国应合作", "1", "。", "各国应合作。"),
    ],
)
def test_words_around_a_call(before: str, call: str, behind: str, expected: str) -> None:
    runs = set_apart((Run(before), Run(call, note=call.strip(" []()")), Run(behind)))
    assert "".join("" if run.note else run.text for run in runs).replace("  ", " ") == expected


def test_two_calls_behind_one_another() -> None:
    runs = set_apart((Run("steps"), Run("1 ", note="1"), Run("2", note="2"), Run("against waste")))
    assert [run.text for run in runs] == ["steps", "1 ", "2", " against waste"]


def test_a_call_at_the_end_of_a_line_leaves_it_as_it_is() -> None:
    for runs in ((Run("steps"), Run("1 ", note="1")), (Run("1", note="1"), Run("against waste"))):
        assert set_apart(runs) == runs


def _width(text: str) -> float:
    return stringWidth(text, "Times-Roman", 11)


def _clause(call_at: float, behind_at: float, behind: str = "against waste at sea.", call: str = "1") -> str:
    """What is read of "Each Party takes steps", a call and more words, set so many points from its end."""
    words = "Each Party takes steps"
    end = LEFT + _width(words)
    sheets = Sheets().filled(8)
    y = sheets.y
    sheets.put(words, LEFT, y).put(call, end + call_at, y + 4, size=6).put(behind, end + behind_at, y)
    sheets.skip(2).filled(4).rule(LEFT, LEFT + 144, 134)
    sheets.put(call, LEFT, 123, size=5.5).put("See the first report.", LEFT + 8, 120, size=8.5)
    found = sheets.read()
    (block,) = [block for block in found.blocks if "Each Party takes" in block.text]
    assert [run.note for run in block.runs if run.note] == [call]
    assert [note.label for note in found.notes] == [call]
    return from_block(block).text


@pytest.mark.parametrize(
    ("call_at", "behind_at"),
    [(0.0, 6.0), (0.5, 3.6), (0.0, 3.0), (2.75, 8.5), (-6.0, 1.0), (-6.0, 0.0), (-2.0, 3.0)],
    ids=["a gap", "a narrow gap", "no gap", "gaps on both sides", "over a word", "over it, no gap", "close"],
)
def test_words_of_a_page_stay_apart_around_a_call(call_at: float, behind_at: float) -> None:
    assert _clause(call_at, behind_at) == "Each Party takes steps against waste at sea."


def test_a_call_of_two_figures_over_a_word() -> None:
    assert _clause(-5.0, 1.0, call="12") == "Each Party takes steps against waste at sea."


@pytest.mark.parametrize(("call_at", "behind_at"), [(0.0, 3.0), (0.0, 6.0), (2.75, 6.0), (-5.0, 0.0)])
def test_punctuation_of_a_page_stays_at_its_word(call_at: float, behind_at: float) -> None:
    text = _clause(call_at, behind_at, ", and reports.")
    assert text == "Each Party takes steps, and reports."


def test_words_of_a_web_page_stay_apart_around_a_call() -> None:
    words = "takes steps{}against waste{} at sea {} and in port{}where it lies{}, at night {}."
    links = [f'<sup><a href="#fn{n}" id="r{n}">{n}</a></sup>' for n in (1, 2, 3)]
    links += [f'<a href="#fn{n}" id="r{n}"> [{n}] </a>' for n in (4, 5, 6)]
    notes = "".join(f'<p id="fn{n}"><a href="#r{n}">{n}</a> Note of the chair.</p>' for n in range(1, 7))
    page = f"<html><body><h2>Article 1</h2><p>A Party {words.format(*links)}</p>{notes}</body></html>"
    draft = read_draft_bytes(page.encode(), "draft.html", Settings())
    (text,) = [node.text for node in draft.walk() if node.text]
    assert text == "A Party takes steps against waste at sea and in port where it lies, at night."
