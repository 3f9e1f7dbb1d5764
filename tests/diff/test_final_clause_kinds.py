from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of
from treatydiff.diff.final_clauses import final_clause_kinds

FORCE = "This Convention shall enter into force on the first of May."
LEAVE = "A Party may withdraw from this Convention by a letter."
RESERVE = "Reservations may be made to article 1."
OTHER = "Lamps shall burn all night."


def kinds(heading: str, *paragraphs: str, language: str = "en") -> dict[str, list[str]]:
    numbered = "\n\n".join(f"{n}. {text}" for n, text in enumerate(paragraphs, 1))
    unit = draft_of(f"Convention\n\nArticle 9\n\n{heading}\n\n{numbered}\n").units()[-1]
    assert unit.id == "art_9"
    return {
        kind: [id_.removeprefix("art_9__para_") for id_ in ids]
        for kind, ids in final_clause_kinds(unit, language).items()
    }


@pytest.mark.parametrize(
    ("heading", "paragraphs", "expected"),
    [
        ("Entry into force", (FORCE, OTHER), {"entry_into_force": ["1", "2"]}),
        ("Entry into force", (OTHER,), {"entry_into_force": ["1"]}),
        ("Entry into force of lights and buoys", (OTHER,), {"entry_into_force": ["1"]}),
        ("Entry into force of lights, buoys and ships", (OTHER,), {}),
        ("Entry into force and withdrawal", (FORCE, LEAVE, OTHER),
         {"entry_into_force": ["1", "3"], "withdrawal": ["2", "3"]}),
        ("Entry into force and withdrawal", (FORCE, RESERVE), {"entry_into_force": ["1", "2"]}),
        ("Final provisions", (FORCE, LEAVE, OTHER), {"entry_into_force": ["1"], "withdrawal": ["2"]}),
        ("Lamps", (FORCE, OTHER), {}),
    ],
)  # fmt: skip
def test_kinds_by_heading_and_words(
    heading: str, paragraphs: tuple[str, ...], expected: dict[str, list[str]]
) -> None:
    assert kinds(heading, *paragraphs) == expected


def test_a_language_without_words_has_none() -> None:
    assert kinds("Entry into force", FORCE, language="de") == {}


def test_a_preamble_is_no_final_clause() -> None:
    (preamble, *_) = draft_of(
        f"Convention\n\nPreamble\n\nThe Parties,\n\n{FORCE}\n\nArticle 1\n\nLamps\n\nA.\n"
    ).units()
    assert preamble.kind == "preamble"
    assert final_clause_kinds(preamble, "en") == {}
