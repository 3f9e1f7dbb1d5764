"""Edits give back both texts; a text against itself shows nothing; sums explain the whole."""

from __future__ import annotations

import pytest

from tools.evaluate.consonance import greatest_deviation
from tools.evaluate.corpus import PAIRS, Corpus
from tools.evaluate.rebuild import faults_of
from tools.evaluate.self_comparison import differences_from_itself

pytestmark = pytest.mark.corpus


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_edits_rebuild_both_texts_and_sums_add_up(texts: Corpus, a: str, b: str) -> None:
    comparison = texts.comparison(a, b)
    assert comparison.units
    assert list(faults_of(comparison)) == []
    assert greatest_deviation(comparison) <= 1e-9


@pytest.mark.parametrize(
    "file",
    [
        "crime/UNTOC_2000_en.txt",
        "paris/2015-10-23.pdf",
        "bbnj/draft_2022-06-01.txt",
        "unfccc/decision_draft_2024-11-14.docx",
        "charter/un_charter_zh.txt",
        "charter/un_charter_ar.txt",
    ],
)
def test_a_draft_against_itself(texts: Corpus, file: str) -> None:
    assert differences_from_itself(texts.comparison(file, file)) == []


@pytest.mark.parametrize(
    ("a", "b", "carried", "derived"),
    [
        ("crime/UNTOC_2000_en.txt", "crime/UNCAC_2003_en.txt", 0.75, 0.55),
        ("crime/budapest_ETS185_2001_en.txt", "crime/UNCAC_2003_en.txt", 0.14, 0.09),
        ("crime/UNTOC_protocol_trafficking_en.txt", "crime/UNTOC_protocol_smuggling_en.txt", 0.49, 0.36),
    ],
)
def test_consonance_of_whole_drafts(texts: Corpus, a: str, b: str, carried: float, derived: float) -> None:
    document = texts.comparison(a, b).scores.document
    assert document.carried == pytest.approx(carried, abs=0.04)
    assert document.derived == pytest.approx(derived, abs=0.04)
