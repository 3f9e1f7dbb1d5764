from __future__ import annotations

import pytest

from treatydiff.diff.edits import diff_texts
from treatydiff.language.force import force_terms
from treatydiff.language.words.force_table import force_tables
from treatydiff.language.words.signals import SIGNAL_WORDS

EXAMPLES = [
    (language, example)
    for language, table in force_tables().items()
    for example in dict.fromkeys((
        *(each.example for each in (*table.standard, *table.content, table.conditions[0])),
        table.conjunction_example,
    ))
    if example[0]
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "example"), EXAMPLES, ids=[f"{code}: {row[1]}" for code, row in EXAMPLES]
)
def test_every_entry_of_the_table_is_told_as_its_example_says(
    language: str, example: tuple[str, str, str]
) -> None:
    before, after, told = example
    edits = diff_texts(before, after, language)
    assert told in [f"{each.kind} {each.direction}: {each.text}" for edit in edits for each in edit.signals]


def test_every_language_with_signals_has_a_table_of_force() -> None:
    assert force_tables().keys() == SIGNAL_WORDS.keys()


@pytest.mark.parametrize(
    ("text", "modals"),
    [
        ("each party shall keep lamps", ["shall"]),
        ("each party shall keep lamps and shall store oil", ["shall", "(shall)"]),
        ("each party shall keep lamps and the board shall store oil", ["shall", "shall"]),
        ("this convention shall enter into force", ["(shall)"]),
        ("the term lamp shall mean a light", ["(shall)"]),
        ("lamps burn should the board so decide", []),
        ("if the board should so decide lamps burn", ["(should)"]),
        ("unless such a great dispute should arise lamps burn", ["should"]),
        ("unless a great dispute should arise lamps burn", ["(should)"]),
        ("in the event that a party should leave lamps burn", ["(should)"]),
        ("in case it should leave lamps burn", ["(should)"]),
        ("if the party leaves parties should keep lamps", ["should"]),
        ("in this case the parties should keep lamps", ["should"]),
        ("parties should keep lamps", ["should"]),
        ("this will lead to a fleet", ["(will)"]),
        ("parties will keep lamps", ["will"]),
        ("the keeper may be heard", ["may"]),
        ("measures as may be necessary", ["(may)"]),
    ],
)
def test_modals_of_drafting_are_read_but_tell_nothing_alone(text: str, modals: list[str]) -> None:
    found = force_terms(tuple(text.split()), "modal", "en")
    assert [each.name if each.lone else f"({each.name})" for each in found] == modals
