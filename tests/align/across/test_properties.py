"""What the alignment across languages promises of any two drafts."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.align.alignment_drafts import article, draft
from tests.align.test_properties import WORDS, drafts
from treatydiff.align.across.align import AlignedRow, align_across
from treatydiff.model import Draft

DISTINCT = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=8, max_size=20).map(" ".join), min_size=1, max_size=6, unique=True
)  # fmt: skip

SUBJECTS = (
    "keepers mend lamps before winter storms reach any pier",
    "harbours publish charts of reefs and shoals each spring",
    "pilots board vessels that carry timber through narrow straits",
    "inspectors weigh salted fish beneath the northern bridge",
    "schools teach signals, knots and weather to young sailors",
    "courts settle quarrels over wrecks and drifting cargo",
    "physicians visit crews under quarantine at outer islands",
    "treasurers collect tolls from barges crossing the estuary",
)
"""Sentences that share no word of weight: which of two articles is meant is no toss of a coin."""


@st.composite
def told_apart(draw: st.DrawFn) -> list[str]:
    """Articles of which each has a subject of its own, with some words of any."""
    chosen = draw(st.lists(st.sampled_from(SUBJECTS), min_size=1, max_size=6, unique=True))
    return [" ".join((said, *draw(st.lists(st.sampled_from(WORDS), max_size=4)))) for said in chosen]


def pairs(rows: tuple[AlignedRow, ...]) -> set[tuple[str, str]]:
    """The units that are paired, one to one."""
    return {(row.a[0], row.b[0]) for row in rows if len(row.a) == len(row.b) == 1}


@settings(max_examples=40, deadline=None)
@given(drafts(), drafts())
def test_every_unit_and_clause_is_in_one_row_and_links_are_of_units_there_are(a: Draft, b: Draft) -> None:
    rows = align_across(a, b, (None, None))
    for side, whole in (("a", a), ("b", b)):
        names = [unit.id for unit in whole.units()]
        assert Counter(name for row in rows for name in getattr(row, side)) == Counter(names)
        clauses = Counter(link for row in rows for each in row.clauses if (link := getattr(each, side)))
        assert clauses == Counter(leaf.id for unit in whole.units() for leaf in unit.clauses())
        at = 0 if side == "a" else 1
        assert {link[at] for row in rows for link in row.links} <= set(names)
    assert all(row.relation == "no_counterpart" for row in rows if not row.a or not row.b)


@settings(max_examples=40, deadline=None)
@given(DISTINCT)
def test_a_draft_answers_to_itself(bodies: list[str]) -> None:
    whole = draft(*(article(str(n), "", body) for n, body in enumerate(bodies, start=1)))
    rows = align_across(whole, whole, (None, None))
    assert pairs(rows) == {(unit.id, unit.id) for unit in whole.units()}
    assert [row.relation for row in rows] == ["counterpart"] * len(rows)
    assert all(each.a == each.b for row in rows for each in row.clauses)


@settings(max_examples=40, deadline=None)
@given(told_apart(), told_apart())
def test_pairs_are_the_same_from_either_side(one: list[str], other: list[str]) -> None:
    a, b = (
        draft(*(article(str(n), "", body) for n, body in enumerate(bodies, start=1)))
        for bodies in (one, other)
    )
    forth, back = align_across(a, b, (None, None)), align_across(b, a, (None, None))
    assert pairs(forth) == {(second, first) for first, second in pairs(back)}
