"""Runs met in order and by small numbers, against plain sets of words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from treatydiff.language.runs.numbers import word_numbers
from treatydiff.score.draft_words import DraftWords
from treatydiff.score.force import LEAST_SHARED, _changes
from treatydiff.score.grams import token_row
from treatydiff.score.matching import NO_GROUP, Partners, find_in_partners, tokens_found_anywhere

N = 2
Units = list[list[str]]
"""The clauses of every unit, a letter a word."""
_UNITS = st.lists(
    st.lists(st.text("abc", min_size=1, max_size=6), min_size=1, max_size=2), min_size=1, max_size=4
)


def drawn(units: Units) -> DraftWords:
    clauses = [clause for unit in units for clause in unit]
    row = token_row([word_numbers(clause) for clause in clauses])
    unit = np.array([at for at, unit in enumerate(units) for _ in unit], dtype=np.int64)
    return DraftWords(
        language="", clauses=tuple(map(str, range(len(clauses)))), row=row,
        units=tuple(map(str, range(len(units)))), unit=unit, extent={}, keys=tuple("".join(clauses)),
        sentence=row.clause, bracketed=np.zeros(len(row.numbers), dtype=bool), governing=(),
        starts=row.clause, ends=row.clause,
    )  # fmt: skip


def partners(units: Sequence[int], others: Sequence[int], clauses: int, other_clauses: int) -> Partners:
    return Partners(
        np.array(units), np.array(others), np.full(clauses, NO_GROUP), np.full(other_clauses, NO_GROUP)
    )


def covered(clause: str, theirs: Sequence[str]) -> list[bool]:
    """Which words of a clause lie in a run that one of the clauses has; a short clause is one run."""
    size = min(N, len(clause))
    found = [False] * len(clause)
    for start in range(len(clause) - size + 1):
        if any(clause[start : start + size] in their for their in theirs):
            found[start : start + size] = [True] * size
    return found


@given(_UNITS, _UNITS, st.data())
def test_words_found_in_partners(own: Units, other: Units, data: st.DataObject) -> None:
    groups = st.integers(0, 2)
    of_own = data.draw(st.lists(groups, min_size=len(own), max_size=len(own)))
    of_other = data.draw(st.lists(groups, min_size=len(other), max_size=len(other)))
    a, b = drawn(own), drawn(other)
    seen = partners(of_own, of_other, len(a.clauses), len(b.clauses))
    found = find_in_partners(a, b, seen, np.ones(len(a.keys)), N)
    wanted = [
        covered(clause, [theirs for at, unit in zip(of_other, other, strict=True) if at == group for theirs in unit])
        for group, unit in zip(of_own, own, strict=True)
        for clause in unit
    ]  # fmt: skip
    assert found.tokens.tolist() == [flag for clause in wanted for flag in clause]
    assert found.tokens_by(np.ones(len(found.offered.numbers), dtype=bool)).tolist() == found.tokens.tolist()
    run, offered = found.shared_runs(b.sentence[found.offered.start])
    met = {
        (int(found.runs.start[one]), int(b.sentence[found.offered.start[there]]))
        for one, there in zip(run, offered, strict=True)
    }
    assert len(met) == len(run)
    assert met == {
        (int(start), at)
        for start, size in zip(found.runs.start, found.runs.size, strict=True)
        for at, theirs in enumerate(clause for unit in other for clause in unit)
        if "".join(a.keys[start : start + size]) in theirs
        and of_other[b.unit[at]] == of_own[a.unit[a.row.clause[start]]]
    }


@given(_UNITS, _UNITS)
def test_a_unit_without_partner_is_found_where_most_of_it_is(own: Units, other: Units) -> None:
    a, b = drawn(own), drawn(other)
    seen = partners([NO_GROUP] * len(own), [NO_GROUP] * len(other), len(a.clauses), len(b.clauses))
    tokens = find_in_partners(a, b, seen, np.ones(len(a.keys)), N).tokens
    for at, unit in enumerate(own):
        most = max(sum(sum(covered(clause, theirs)) for clause in unit) for theirs in other)
        assert tokens[a.unit_of_tokens() == at].sum() == most


@given(_UNITS, _UNITS)
def test_words_found_anywhere(own: Units, other: Units) -> None:
    everywhere = [clause for unit in other for clause in unit]
    wanted = [flag for unit in own for clause in unit for flag in covered(clause, everywhere)]
    assert tokens_found_anywhere(drawn(own), drawn(other), N).tolist() == wanted


@given(st.text("abcd", max_size=12), st.text("abcd", max_size=12))
def test_changes_are_the_edits_with_few_equal_words_between(a: str, b: str) -> None:
    edits = [code for code in Indel.opcodes(a, b) if code.tag != "equal"]
    joined: list[list[int]] = []
    for edit in edits:
        if joined and edit.src_start - joined[-1][1] < LEAST_SHARED:
            joined[-1][1], joined[-1][3] = edit.src_end, edit.dest_end
        else:
            joined.append([edit.src_start, edit.src_end, edit.dest_start, edit.dest_end])
    assert _changes(a, b) == [tuple(each) for each in joined]


@pytest.mark.parametrize("empty", [[], [[]]])
def test_a_draft_without_words_has_nothing_in_common(empty: Units) -> None:
    own, none = drawn([["abc"]]), drawn(empty)
    seen = partners([NO_GROUP], [NO_GROUP] * len(empty), 1, 0)
    assert not find_in_partners(own, none, seen, np.ones(3), N).tokens.any()
    assert not find_in_partners(none, own, seen.turned(), np.ones(0), N).tokens.any()
    assert not tokens_found_anywhere(own, none, N).any()
