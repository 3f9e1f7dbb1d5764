"""Whatever tree a draft has, every provision can be named, cited, listed and written as text."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.report.report_factories import draft
from treatydiff.model import Draft, Provision
from treatydiff.naming.citations import citation, clause_label, places_of, unit_label
from treatydiff.naming.labels import UNIT_NAMES
from treatydiff.report.draft.as_json import draft_json
from treatydiff.report.draft.as_terminal import draft_terminal
from treatydiff.report.draft.as_text import draft_text
from treatydiff.report.kit.schema import schema_text

KINDS = st.sampled_from(sorted(UNIT_NAMES))
NUMBERS = st.sampled_from(["", "1", "2 bis", "a", "IV", "–", "•", "七", "premier", "ante 58", "(i)", "[3"])
WORDS = st.text("ab [(“]).\n\tж条", max_size=12)
SCHEMA = Draft202012Validator(json.loads(schema_text("draft")))


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """A draft of any shape, with ids as structure makes them: unique, nested, in text order."""
    count = 0

    def node(depth: int, around: str) -> Provision:
        nonlocal count
        count += 1
        kind, number = draw(KINDS), draw(NUMBERS)
        id_ = f"{around}{kind}_{'u' if not number else ''}{count}"
        below = draw(st.integers(0, 3)) if depth < 3 else 0
        children = tuple(node(depth + 1, f"{id_}__") for _ in range(below))
        page = draw(st.none() | st.integers(1, 99))
        return Provision(id_, kind, number, draw(WORDS), "" if children else draw(WORDS), (), page, children)  # type: ignore[arg-type]

    return draft("any.txt", *(node(0, "") for _ in range(draw(st.integers(0, 3)))))


@settings(max_examples=60, deadline=None)
@given(drafts())
def test_any_draft_can_be_reported(one: Draft) -> None:
    places = places_of(one)
    for unit in one.units():
        assert unit_label(places, unit.id)
        for leaf in unit.provision.clauses():
            assert clause_label(places, leaf.id, unit.id) == clause_label(places, leaf.id, unit.id).strip(
                ", "
            )
            assert citation("any", places, unit.id, leaf.id).startswith("any, ")
    SCHEMA.validate(json.loads(draft_json(one)))
    assert max(map(len, draft_terminal(one, width=60).splitlines())) <= 60
    written = " ".join(draft_text(one).split())
    assert all(" ".join(leaf.text.split()) in written for leaf in one.walk())
