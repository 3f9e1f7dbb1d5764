"""One comparison says the same in every format: headline, shares, counts, signals, rows and citations."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest

from tests.report.report_factories import lighthouses
from treatydiff.model import RELATIONS, Comparison
from treatydiff.naming.wording import percent
from treatydiff.pipeline import compare_drafts, read_draft
from treatydiff.report.comparison.as_annotations import comparison_junit
from treatydiff.report.comparison.as_csv import comparison_csv
from treatydiff.report.comparison.as_docx import comparison_docx
from treatydiff.report.comparison.as_html import comparison_html
from treatydiff.report.comparison.as_json import comparison_json
from treatydiff.report.comparison.as_markdown import comparison_markdown
from treatydiff.report.comparison.as_terminal import comparison_terminal
from treatydiff.report.comparison.pictures.as_svg import comparison_svg
from treatydiff.report.comparison.view import comparison_view
from treatydiff.report.comparison.view_model import ComparisonView
from treatydiff.settings import Settings

CHAIN = Path(__file__).parents[3] / "fixtures" / "chain"


def flat(text: str) -> str:
    return " ".join(text.split())


def from_html(page: str) -> str:
    body = re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)
    return flat(unescape(re.sub(r"<[^>]*>", "", body.replace("</", " </"))))


def from_docx(data: bytes) -> str:
    return flat(" ".join(each.text for each in docx.Document(io.BytesIO(data)).paragraphs))


def from_markdown(text: str) -> str:
    return flat(unescape(re.sub(r"\\(.)", r"\1", text)))


def from_svg(text: str) -> str:
    return flat(" ".join(ElementTree.fromstring(text).itertext()))


TEXTS: dict[str, Callable[[Comparison], str]] = {
    "terminal": lambda comparison: flat(comparison_terminal(comparison, width=1000)),
    "html": lambda comparison: from_html(comparison_html(comparison)),
    "markdown": lambda comparison: from_markdown(comparison_markdown(comparison)),
    "docx": lambda comparison: from_docx(comparison_docx(comparison)),
}


@pytest.fixture(scope="module", params=["lighthouses", "late"])
def comparison(request: pytest.FixtureRequest) -> Comparison:
    if request.param == "lighthouses":
        return lighthouses()
    settings = Settings(isolate="never")
    names = ("3-revised-text.docx", "4-final-text.pdf")
    return compare_drafts(*(read_draft(CHAIN / name, settings) for name in names), settings)


@pytest.fixture(scope="module")
def view(comparison: Comparison) -> ComparisonView:
    return comparison_view(comparison)


@pytest.fixture(scope="module")
def texts(comparison: Comparison) -> dict[str, str]:
    return {name: text(comparison) for name, text in TEXTS.items()}


@pytest.mark.parametrize("form", TEXTS)
def test_the_head_says_the_same(view: ComparisonView, texts: dict[str, str], form: str) -> None:
    said = texts[form]
    expected = [view.headline, *view.beside, *(count.words for count in view.counts + view.other_counts),
                *view.changes, *view.signals, view.a.label, view.b.label, view.a.sha256[:4],
                *(statement.text for statement in view.statements)]  # fmt: skip
    assert [words for words in expected if flat(words) not in said] == []


@pytest.mark.parametrize("form", TEXTS)
def test_the_shares_are_told_with_their_parts(view: ComparisonView, texts: dict[str, str], form: str) -> None:
    shares = view.shares
    for parts in (
        (shares.carried, shares.carried_same_force, shares.carried_changed_force, shares.not_carried),
        (shares.derived, shares.derived_same_force, shares.derived_changed_force, shares.not_derived),
    ):
        assert re.search("[^.]{1,80}?".join(map(re.escape, parts)), texts[form])


def test_the_picture_says_the_headline_and_the_shares(comparison: Comparison, view: ComparisonView) -> None:
    said = from_svg(comparison_svg(comparison))
    assert flat(view.headline) in said
    assert f"carried {view.shares.carried}" in said
    assert f"derived {view.shares.derived}" in said


def test_json_counts_and_measures_what_the_others_round(comparison: Comparison, view: ComparisonView) -> None:
    told = json.loads(comparison_json(comparison))
    counted = Counter(dict.fromkeys(RELATIONS, 0))
    for count in (*view.counts, *view.other_counts):
        counted[count.relation] += count.number
    assert told["summary"] == dict(counted)
    measured = told["consonance"]
    assert percent(measured["carried"]) == view.shares.carried
    assert percent(measured["derived"]) == view.shares.derived
    assert percent(measured["symmetric"]) == view.shares.symmetric
    assert len(told["units"]) == len(view.units)


def test_every_table_has_the_same_rows(
    comparison: Comparison, view: ComparisonView, texts: dict[str, str]
) -> None:
    cases = ElementTree.fromstring(comparison_junit(comparison)).iter("testcase")
    assert len(list(cases)) == len(view.units) + len(view.asides) + len(view.agreed)
    rows = list(csv.DictReader(io.StringIO(comparison_csv(comparison))))
    relations = {(row["unit_a"], row["unit_b"], row["unit_relation"]) for row in rows}
    for unit in view.units:
        if unit.clauses:
            assert (" ".join(unit.ids_a), " ".join(unit.ids_b), unit.relation) in relations
        for form in ("terminal", "html", "markdown"):
            line = f"{unit.label_a}.{{1,9}}?{unit.label_b}.{{1,200}}?{unit.relation_words}"
            assert re.search(re.sub(r"(?<!\\)[+—()]", r"\\\g<0>", line), texts[form]), (form, unit.label)


@pytest.mark.parametrize("form", ["terminal", "html", "markdown"])
def test_changed_clauses_are_cited_alike(view: ComparisonView, texts: dict[str, str], form: str) -> None:
    cited = [clause.citation_b or clause.citation_a for unit in view.units for clause in unit.clauses
             if clause.changed and clause.shown]  # fmt: skip
    assert cited
    if form == "terminal":
        # Where a provision stands in one draft only, the terminal names it once above all of its text.
        cited = [clause.title for unit in view.units for clause in unit.clauses
                 if clause.changed and clause.citation_a and clause.citation_b]  # fmt: skip
    assert [each for each in cited if each not in texts[form]] == []


LAMPS = "Each keeper trims the wick of every harbour lamp before dusk and writes the hour into the book."
NETS = "Nets with meshes narrower than two fingers are burnt on the beach in the presence of the owner."
PILOTS = "Pilots from foreign ports swear before the bell that they know every rock and every shoal there."
SALT = "Skippers who bring salt from the southern pans pay for the weighing at the beam of the market."


def test_a_clause_that_went_to_another_article_is_listed_in_every_format(tmp_path: Path) -> None:
    texts = ((LAMPS, PILOTS), (NETS,)), ((LAMPS,), (SALT, PILOTS, SALT.replace("salt", "rope")), (NETS,))
    drafts = []
    for name, articles in zip("ab", texts, strict=True):
        path = tmp_path / f"{name}.txt"
        path.write_text("".join(
            f"Article {n}\n\n" + "".join(f"{k}. {text}\n\n" for k, text in enumerate(paragraphs, 1))
            for n, paragraphs in enumerate(articles, 1)
        ), encoding="utf-8")  # fmt: skip
        drafts.append(read_draft(path, Settings(isolate="never")))
    found = compare_drafts(drafts[0], drafts[1], Settings())
    words = "17 words of Art. 1 (49 % of it) now in Art. 2 (32 % of it)"
    assert {name: words in text(found) for name, text in TEXTS.items()} == dict.fromkeys(TEXTS, True)
