from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.report.report_factories import BRACKETED, FIRST, SECOND, draft, empty_comparison, lighthouses
from treatydiff.errors import UsageError
from treatydiff.model import Comparison, Draft, Provision
from treatydiff.report.comparison.as_json import comparison_json
from treatydiff.report.draft.as_json import draft_json
from treatydiff.report.draft.as_text import draft_text
from treatydiff.report.kit.schema import SCHEMAS, schema_text
from treatydiff.settings import Settings


def validated(text: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(text)
    Draft202012Validator(json.loads(schema_text(value["schema"]))).validate(value)
    return value


@pytest.mark.parametrize("name", [*SCHEMAS, "draft", "comparison"])
def test_every_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(schema_text(name)))


def test_an_unknown_schema_is_named() -> None:
    with pytest.raises(UsageError, match=r"no schema 'nonsense'.*draft"):
        schema_text("nonsense")


@pytest.mark.parametrize("one", [FIRST, SECOND, draft("empty.txt"), draft("b.txt", BRACKETED)])
def test_a_draft_keeps_the_contract(one: Draft) -> None:
    value = validated(draft_json(one, Settings()))
    assert list(value) == [
        "schema", "tool", "settings", "source", "language", "front_matter", "instruments", "notes",
        "brackets", "openness", "receipt", "diagnostics",
    ]  # fmt: skip


@pytest.mark.parametrize("comparison", [lighthouses(), empty_comparison()])
def test_a_comparison_keeps_the_contract(comparison: Comparison) -> None:
    value = validated(comparison_json(comparison))
    assert list(value) == [
        "schema", "tool", "settings", "reference", "a", "b", "summary", "consonance", "cautions",
        "readings",
        "ancestry", "aligned", "whole", "theme", "themes", "containers", "units", "diagnostics", "substitutions",
        "obligations",
        "notes",
        "front_matter",
        "reserved_positions",
        "nearness",
        "standing", "agreed_changed",
    ]  # fmt: skip
    assert sum(value["summary"].values()) == len(value["units"])


def test_marks_are_flat_objects() -> None:
    provision = validated(draft_json(draft("b.txt", BRACKETED)))["instruments"][0]["provisions"][0]
    assert provision["marks"] == [{"kind": "bracket", "start": 0, "end": 19, "depth": 1}]


def test_settings_that_differ_are_told() -> None:
    assert json.loads(draft_json(FIRST, Settings(revisions="reject")))["settings"] == {"revisions": "reject"}
    assert json.loads(draft_json(FIRST, (("ngram", 4),)))["settings"] == {"ngram": 4}


def test_a_row_says_what_the_contract_says() -> None:
    rows = validated(comparison_json(lighthouses()))["units"]
    row = next(row for row in rows if row["b"] == ["art_3"])
    assert list(row) == [
        "kind", "relation", "renumbered", "moved", "amended", "a", "b", "similarity", "evidence",
        "consonance", "signals", "passages", "clauses", "links",
    ]  # fmt: skip
    assert row["similarity"] == 0.812346
    assert row["clauses"][0] == {
        "relation": "amended", "a": "art_2__para_1", "b": "art_3__para_1", "page_a": 2, "page_b": 3,
        "edits": [
            {"op": "equal", "text": "Each State Party "},
            {"op": "delete", "text": "shall", "class": "substantive",
             "signals": [{"kind": "obligation", "direction": "weakened", "text": "shall → may"}]},
            {"op": "insert", "text": "may", "class": "substantive"},
            {"op": "equal", "text": " protect the keepers of lighthouses on its coast."},
        ],
    }  # fmt: skip


def test_what_one_draft_lacks_is_empty_or_null() -> None:
    rows = validated(comparison_json(lighthouses()))["units"]
    added = next(row for row in rows if row["relation"] == "added")
    assert (added["a"], added["clauses"][0]["a"], added["clauses"][0]["page_a"]) == ([], None, None)
    assert added["consonance"]["carried"] is None


def test_what_was_not_measured_is_null() -> None:
    value = validated(comparison_json(lighthouses()))["consonance"]
    assert value["carried_in_brackets"] is None
    assert value["percentile_carried"] is None
    assert value["carried_same_force"] is not None


def test_the_schema_refuses_what_the_contract_excludes() -> None:
    value = json.loads(comparison_json(lighthouses()))
    validator = Draft202012Validator(json.loads(schema_text("comparison")))
    value["units"][0]["relation"] = "replaced"
    assert not validator.is_valid(value)
    del value["units"][0]
    assert validator.is_valid(value)
    del value["summary"]["moved"]
    assert not validator.is_valid(value)


def test_text_is_written_as_it_is() -> None:
    titled = replace(FIRST, language="ar", front_matter=())
    text = draft_json(replace(titled, instruments=(replace(FIRST.instruments[0], title="اتفاقية 条约 «Ж»"),)))
    assert "اتفاقية 条约 «Ж»" in text
    assert text.endswith("}\n")


def test_half_a_surrogate_pair_does_not_spoil_the_output() -> None:
    broken = Provision("art_1__para_u1", "paragraph", text="Lights \ud83d burn.")
    for text in (draft_json(draft("a.pdf", broken)), draft_text(draft("a.pdf", broken))):
        assert "Lights \ufffd burn." in text.encode().decode()
