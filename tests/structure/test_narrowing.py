from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of
from treatydiff.errors import ScopeError
from treatydiff.structure.addresses.narrowing import narrow_draft

TEXT = "".join(
    f"CHAPTER {chapter}\n\nHEADING\n\n"
    + "".join(f"Article {n}\n\nSubject {n}\n\n1. First of {n}.\n\n2. Second of {n}.\n\n" for n in numbers)
    for chapter, numbers in (("I", (1, 2)), ("II", (3, 4)))
)


@pytest.mark.parametrize(
    ("scope", "units"),
    [
        ("art_2", ["art_2"]),
        ("art_2-art_3", ["art_2", "art_3"]),
        ("chp_II", ["art_3", "art_4"]),
        ("chp_I-art_3", ["art_1", "art_2", "art_3"]),
    ],
)
def test_a_scope_keeps_its_provisions_and_their_ids(scope: str, units: list[str]) -> None:
    narrowed = narrow_draft(draft_of(TEXT), scope)
    assert [unit.id for unit in narrowed.units()] == units
    assert narrowed.source.scope == scope


def test_a_clause_can_be_the_scope() -> None:
    narrowed = narrow_draft(draft_of(TEXT), "art_2__para_2")
    assert [clause.text for unit in narrowed.units() for clause in unit.clauses()] == ["Second of 2."]


@pytest.mark.parametrize(("scope", "part"), [("art_22", "nearest: art_2"), ("art_3-art_1", "comes before")])
def test_what_is_not_there_is_refused_with_the_nearest(scope: str, part: str) -> None:
    with pytest.raises(ScopeError) as fault:
        narrow_draft(draft_of(TEXT), scope)
    assert part in str(fault.value)
