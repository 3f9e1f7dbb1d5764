"""Results in one line, as data, as rows, and as notebooks show them."""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from lxml import html as parsed_html

import treatydiff
from treatydiff.model import Comparison, Edit, Note, Result
from treatydiff.rendering import RENDERINGS, formats_of

LONGEST = 260
CHAIN = Path(__file__).resolve().parents[2] / "fixtures" / "chain"
HOSTILE = """Article 1

Lamps <script>alert(1)</script>

Each Party shall keep "all" lamps & <b>candles</b> alight.

Article 2

Oil

1. The Council shall buy oil under article 9.

2. The keepers shall [report] [answer] within thirty days.
"""


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return treatydiff.compare(CHAIN / "1-national-draft.docx", CHAIN / "2-chairs-text.pdf")


@pytest.fixture(scope="module")
def results(comparison: Comparison) -> Mapping[str, Result]:
    """A result of every kind that the library gives."""
    a, b = comparison.a, comparison.b
    chain = treatydiff.chain(a, b)
    return {
        "draft": a,
        "comparison": comparison,
        "derivation": treatydiff.derive(b, a),
        "check": treatydiff.check(HOSTILE.encode()),
        "brackets": treatydiff.brackets(a, b),
        "one draft's brackets": treatydiff.brackets(b),
        "chain": chain,
        "concordance": chain.concordance(),
        "trace": chain.trace("art_5"),
        "blame": chain.blame(),
        "final clauses": treatydiff.final_clauses(a, b),
        "languages": treatydiff.languages(a, b),
        "proposals": treatydiff.proposals(CHAIN / "2-chairs-text.pdf", a, b),
    }


def everything_in(held: object, seen: set[int]) -> Iterator[object]:
    """Every dataclass that an object holds, itself first."""
    if id(held) in seen:
        return
    seen.add(id(held))
    if is_dataclass(held) and not isinstance(held, type):
        yield held
        for field in fields(held):
            yield from everything_in(getattr(held, field.name), seen)
    elif isinstance(held, tuple | list):
        for each in held:
            yield from everything_in(each, seen)
    elif isinstance(held, Mapping):
        for each in held.values():
            yield from everything_in(each, seen)


def test_a_comparison_prints_one_line(comparison: Comparison) -> None:
    assert str(comparison) == (
        "Comparison('1-national-draft.docx', '2-chairs-text.pdf', units=37, carried=0.84, derived=0.79)"
    )
    assert repr(comparison.a) == "Draft('1-national-draft.docx', en, articles=27, units=32)"


def test_everything_that_travels_is_one_short_line(results: Mapping[str, Result]) -> None:
    kinds: dict[str, str] = {}
    for result in results.values():
        for each in everything_in(result, set()):
            line = repr(each)
            assert "\n" not in line
            assert len(line) <= LONGEST, line
            kinds.setdefault(type(each).__name__, line)
    assert kinds.keys() >= {
        "Comparison", "Draft", "Instrument", "Provision", "UnitComparison", "ClauseDiff", "Edit", "ScoreSheet",
        "BracketFate", "Finding", "ConcordanceRow", "BlamedClause", "TraceStep", "FinalClause",
    }  # fmt: skip


def test_what_a_line_shows() -> None:
    long = "lamp " * 4000
    assert (
        repr(Edit("delete", "shall", "substantive"))
        == "Edit(op='delete', text='shall', class_='substantive')"
    )
    assert repr(Edit("equal", long)) == f"Edit(op='equal', text={long[:40] + '…'!r})"
    assert repr(Note("1", "two\nlines", None, "footnote")) == (
        "Note(label='1', text='two\\nlines', page=None, kind='footnote')"
    )


def test_every_kind_of_result_that_can_be_rendered_tells_itself() -> None:
    from importlib import import_module

    told = set()
    for name in RENDERINGS:
        module, _, kind = name.partition(":")
        if issubclass(getattr(import_module(module), kind), Result):
            told.add(kind)
    assert told >= {
        "ArchiveCheck", "Blame", "BracketStudy", "Chain", "Comparison", "Concordance", "Derivation", "Draft",
        "DraftCheck", "FinalClausesSideBySide", "LanguageVersions", "Matrix", "Precedents", "Proposals",
        "SearchResult", "Trace",
    }  # fmt: skip


def test_the_dictionary_is_the_contract(results: Mapping[str, Result]) -> None:
    for name, result in results.items():
        assert result.to_dict() == json.loads(treatydiff.render(result, "json")), name
        assert "json" in formats_of(result)


def test_rows_are_plain_and_alike(results: Mapping[str, Result]) -> None:
    for name, result in results.items():
        rows = result.rows()
        assert rows or name == "proposals", name
        assert len({tuple(row) for row in rows}) <= 1, name
        for row in rows:
            assert all(isinstance(value, str | int | float | bool | None) for value in row.values()), name


def test_rows_of_a_comparison_are_those_of_its_report(comparison: Comparison) -> None:
    rows = comparison.rows()
    told = comparison.to_dict()["units"]
    assert [(row["a"], row["b"], row["relation"]) for row in rows] == [
        (" ".join(unit["a"]), " ".join(unit["b"]), unit["relation"]) for unit in told
    ]
    split = next(row for row in rows if row["relation"] == "split")
    assert (split["a"], split["b"], split["label_b"]) == ("art_17", "art_23 art_24", "Art. 23+24")
    assert sum(row["words_a"] for row in rows) == comparison.scores.document.a.words


def test_settings_are_told(comparison: Comparison) -> None:
    a, b = comparison.a, comparison.b
    chain = treatydiff.chain(a, b, ngram=4)
    for result in (
        treatydiff.compare(a, b, ngram=4), treatydiff.derive(b, a, ngram=4), treatydiff.check(b, ngram=4),
        treatydiff.languages(a, b, ngram=4), treatydiff.final_clauses(a, ngram=4), chain, chain.concordance(),
        chain.trace("art_5"), chain.blame(),
    ):  # fmt: skip
        assert result.to_dict()["settings"] == {"ngram": 4}
    assert treatydiff.brackets(b).to_dict()["settings"] == {"reference": "none"}


def test_what_renderings_take(comparison: Comparison) -> None:
    assert "Chair" in word_text(treatydiff.render(comparison, "docx", author="Chair"))
    assert treatydiff.render(comparison, "html", author="Chair") == treatydiff.render(comparison, "html")
    chain = treatydiff.chain(comparison.a, comparison.b)
    told = treatydiff.render(chain, "json", base="1-national-draft.docx")
    assert json.loads(told)["base"] == "1-national-draft"
    with pytest.raises(
        treatydiff.ReportError, match="no format of a comparison takes 'autor'; hint: known: "
    ):
        treatydiff.render(comparison, "docx", autor="Chair")
    with pytest.raises(treatydiff.ReportError, match="there is no format 'pdf' for a comparison"):
        treatydiff.render(comparison, "pdf")


def word_text(document: str | bytes) -> str:
    """The XML of the body of a Word file."""
    assert isinstance(document, bytes)
    return zipfile.ZipFile(io.BytesIO(document)).read("word/document.xml").decode()


def test_a_data_frame_where_pandas_is(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    pandas = ModuleType("pandas")
    pandas.DataFrame = list  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pandas", pandas)
    assert comparison.to_dataframe() == comparison.rows()


def test_no_data_frame_where_pandas_is_not(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(
        treatydiff.ReportError, match="needs pandas, which is not installed; hint: pip install"
    ):
        comparison.to_dataframe()


def test_notebooks_show_summary_and_table(results: Mapping[str, Result]) -> None:
    for name, result in results.items():
        piece = result._repr_html_()
        tree = parsed_html.fragment_fromstring(piece)
        assert tree.get("class") == "treatydiff", name
        assert len(tree.xpath("//tbody/tr")) == len(result.rows()) or name == "comparison", name
        assert not tree.xpath("//script|//link|//img|//@href|//@src|//@onclick|//iframe"), name
        assert "url(" not in piece, name
        assert "@import" not in piece, name


def test_the_table_of_a_comparison(comparison: Comparison) -> None:
    tree = parsed_html.fragment_fromstring(comparison._repr_html_())
    assert len(tree.xpath("//tbody/tr[starts-with(@class, 'rel-')]")) == len(comparison.units)
    text = " ".join(tree.text_content().split())
    assert "Art. 23+24" in text
    assert "of A’s weight, found in B" in text
    page = treatydiff.render(comparison, "html")
    assert isinstance(page, str)
    (headline,) = tree.xpath("//p[@class='headline']")
    assert headline.text_content() in parsed_html.document_fromstring(page).text_content()
    assert len(comparison._repr_html_()) < len(page) / 3


def test_what_a_draft_says_is_never_markup() -> None:
    draft = treatydiff.read(HOSTILE.encode(), label="<i>lamps</i>.txt")
    for result in (
        draft, treatydiff.compare(draft, draft, reference="none"), treatydiff.check(draft),
        treatydiff.brackets(draft, draft), treatydiff.final_clauses(draft), treatydiff.chain(draft, draft),
    ):  # fmt: skip
        piece = result._repr_html_()
        tree = parsed_html.fragment_fromstring(piece)
        assert not tree.xpath("//script|//b[not(@class)]|//i")
        assert not re.search(r"<script|<i>", piece)


def test_long_tables_say_what_they_leave_out() -> None:
    check = treatydiff.check(HOSTILE.encode())
    finding = check.findings[0]
    many = replace(check, findings=tuple(replace(finding, message=f"lamp {n}") for n in range(450)))
    piece = many._repr_html_()
    assert piece.count("<tr>") == 1 + 200
    assert "250 further rows: rows() has them all." in piece


def test_results_are_the_same_after_a_journey(comparison: Comparison) -> None:
    import pickle

    again: Any = pickle.loads(pickle.dumps(comparison))
    assert again == comparison
    assert again.rows() == comparison.rows()
