"""The rows of an alignment across languages: what joins a row, what is moved, and what is linked."""

from __future__ import annotations

import pytest

from tests.align.across.test_units_and_clauses import ALL, LONG
from tests.align.alignment_drafts import article, draft, preamble
from treatydiff.align.across.align import ClauseLink, align_across
from treatydiff.model import Draft


def _rows(a: Draft, b: Draft) -> list[tuple[str, str, str]]:
    return [("+".join(row.a), "+".join(row.b), row.relation) for row in align_across(a, b, (None, None))]


SHORT, LONGER, LONGEST = ALL[0], f"{ALL[1]} {ALL[2]}", f"{ALL[3]} {ALL[4]} {ALL[5]}"


@pytest.mark.parametrize(
    ("a", "b", "moved"),
    [
        ((SHORT, LONGER), (LONGER, SHORT), SHORT),
        ((LONGER, SHORT), (SHORT, LONGER), SHORT),
        ((SHORT, LONGER, LONGEST), (LONGER, SHORT, LONGEST), SHORT),
        ((SHORT, LONGER, LONGEST), (LONGEST, SHORT, LONGER), LONGEST),  # the two others have as many words
        ((LONGEST, LONGER, SHORT), (LONGER, SHORT, LONGEST), LONGEST),
        ((SHORT, LONGER, LONGEST), (LONGEST, LONGER, SHORT), f"{SHORT}|{LONGER}"),
        ((SHORT, LONGER), (SHORT, LONGER), ""),
    ],
)
def test_what_is_out_of_order_is_the_shorter_part(a: tuple[str, ...], b: tuple[str, ...], moved: str) -> None:
    one, other = (draft(*(article(str(n), "", text) for n, text in enumerate(texts, 1))) for texts in (a, b))
    found = {row.a: row.relation for row in align_across(one, other, (None, None))}
    expected = {
        (f"art_{n}",): "moved" if text in moved.split("|") else "counterpart" for n, text in enumerate(a, 1)
    }
    assert found == expected


SIX = [article(str(n), "", text) for n, text in enumerate(ALL[:6], start=1)]


@pytest.mark.parametrize(
    ("more", "relation"),
    [
        ("", "split"),  # all of the new article
        (" ".join(f"keel{n}" for n in range(30)), "split"),
        (" ".join(f"keel{n}" for n in range(60)), "counterpart"),  # less than three words in ten
    ],
)
def test_a_unit_joins_a_row_by_three_tenths_of_its_words(more: str, relation: str) -> None:
    a = draft(article("1", "", ALL[0], LONG), *SIX[1:])
    new = article("7", "", LONG, more) if more else article("7", "", LONG)
    b = draft(article("1", "", ALL[0]), *SIX[1:], new)
    relations = {row.a: row.relation for row in align_across(a, b, (None, None)) if row.a}
    assert relations[("art_1",)] == relation
    backward = {row.b: row.relation for row in align_across(b, a, (None, None)) if row.b}
    assert backward[("art_1",)] == ("merged" if relation == "split" else relation)


def test_rows_link_the_units_that_share_clauses() -> None:
    a = draft(article("1", "", ALL[0], LONG), article("2", "", ALL[1], ALL[3]), article("3", "", ALL[2]))
    b = draft(article("1", "", ALL[0]), article("2", "", ALL[1], ALL[3], LONG), article("3", "", ALL[2]))
    first, second, third = align_across(a, b, (None, None))
    assert first.links == (("art_1", "art_1"), ("art_1", "art_2"))
    assert second.links == (("art_1", "art_2"), ("art_2", "art_2"))
    assert third.links == (("art_3", "art_3"),)
    assert second.clauses == (
        ClauseLink("art_2__para_1", "art_2__para_1", 1.0), ClauseLink("art_2__para_2", "art_2__para_2", 1.0),
        ClauseLink("art_1__para_2", "art_2__para_3", 1.0, moved=True),
    )  # fmt: skip


def test_every_clause_stands_in_one_row_with_how_alike_it_is() -> None:
    a = draft(preamble("Recalling the lamps,"), article("1", "", ALL[0], ALL[1]), article("2", "", ALL[2]))
    b = draft(article("1", "", ALL[0]), article("2", "", ALL[6]))
    opening, first, *others = align_across(a, b, (None, None))
    assert (opening.a, opening.b, opening.similarity) == (("preamble",), (), None)
    assert opening.clauses == (ClauseLink("preamble__rec_1", None),)
    assert first.clauses == (
        ClauseLink("art_1__para_1", "art_1__para_u1", 1.0), ClauseLink("art_1__para_2", None),
    )  # fmt: skip
    assert first.similarity is not None
    assert first.similarity == round(first.similarity, 6)
    assert 0.5 < first.similarity < 0.6  # one clause of two
    assert [(row.a, row.b) for row in others] == [(("art_2",), ()), ((), ("art_2",))]


def test_a_draft_without_units_has_no_counterparts() -> None:
    a = draft(article("1", "", ALL[0]))
    assert _rows(a, draft()) == [("art_1", "", "no_counterpart")]
    assert _rows(draft(), a) == [("", "art_1", "no_counterpart")]
    assert _rows(draft(), draft()) == []
