"""Which article became which, where it is known."""

from __future__ import annotations

import pytest

from tools.evaluate.alignment import (
    FINAL,
    LAST_DRAFT,
    SEVERAL_PARTNERS,
    final_articles_with_partner,
    known_pairs,
    partners,
)
from tools.evaluate.corpus import PAIRS, Corpus

pytestmark = pytest.mark.corpus


@pytest.mark.parametrize(
    ("truth", "least"),
    [
        ("alignment_paris_2015-10-05_2015-10-23.json", 26),
        ("alignment_untoc_uncac.json", 30),
        ("alignment_bbnj_2022-06-01_2022-12-12.json", 70),
    ],
)
def test_known_pairs(texts: Corpus, truth: str, least: int) -> None:
    known = known_pairs(texts, truth)
    found = partners(texts.comparison(known.a, known.b))
    hits = {(x, y) for x, y in known.pairs if y in found.of_a.get(x, ())}
    assert len(hits) >= least
    lost = {
        (x, y) for x, y in known.contents if y not in found.of_a.get(x, ()) and (x, y) not in found.clauses
    }
    assert lost == set()
    paired = {x for x in known.gone if found.of_a.get(x)}
    assert paired == set()
    old = {y for y in known.new if found.of_b.get(y) and found.relation_of_b[y] not in SEVERAL_PARTNERS}
    assert old == set()


def test_articles_of_the_final_text_have_partners(texts: Corpus) -> None:
    assert len(final_articles_with_partner(texts.comparison(LAST_DRAFT, FINAL))) >= 60


def test_what_the_drafts_say_of_themselves_is_evidence(texts: Corpus) -> None:
    comparison = texts.comparison("bbnj/draft_2022-06-01.txt", "bbnj/draft_2022-12-12.txt")
    moved = next(unit for unit in comparison.units if unit.pairing.b == ("art_54ante",))
    assert "art_54bis" in moved.pairing.a
    assert moved.pairing.renumbered


@pytest.mark.parametrize(("a", "b"), PAIRS[:10])
def test_every_unit_has_one_row_and_at_most_one_partner(texts: Corpus, a: str, b: str) -> None:
    comparison = texts.comparison(a, b)
    listed_a = [id_ for unit in comparison.units for id_ in unit.pairing.a]
    listed_b = [id_ for unit in comparison.units for id_ in unit.pairing.b]
    assert sorted(listed_a) == sorted(unit.id for unit in comparison.a.units())
    assert sorted(listed_b) == sorted(unit.id for unit in comparison.b.units())
    several = [
        unit.pairing.relation
        for unit in comparison.units
        if max(len(unit.pairing.a), len(unit.pairing.b)) > 1 and unit.pairing.relation not in SEVERAL_PARTNERS
    ]
    assert several == []


def test_decision_of_numbered_paragraphs(texts: Corpus) -> None:
    comparison = texts.comparison(
        "unfccc/decision_draft_2024-11-14.docx", "unfccc/decision_final_4-CMA.6.txt"
    )
    assert (comparison.a.articles, comparison.b.articles) == (0, 0)
    rows = {unit.pairing.b[0]: unit for unit in comparison.units if len(unit.pairing.b) == 1}
    paragraphs = [f"para_{number}" for number in range(1, 61)]
    assert [id_ for id_ in paragraphs if id_ not in rows] == []
    assert all(rows[id_].kind == "paragraph" for id_ in paragraphs)
    assert sum(bool(rows[id_].pairing.a) for id_ in paragraphs) >= 45
    # The last two paragraphs say what the draft's last two said, under other numbers.
    for old, new in (("para_168", "para_59"), ("para_169", "para_60")):
        assert rows[new].pairing.a[0].endswith(old)
        assert rows[new].pairing.relation == "renumbered"
