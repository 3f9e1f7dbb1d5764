from __future__ import annotations

import pytest

from treatydiff.diff.edits import diff_texts
from treatydiff.diff.renumbering import Renumbering


def observed(a: str, b: str, language: str = "en", renumbering: Renumbering | None = None) -> list[str]:
    """The signals of a change, each as "kind direction: text"."""
    edits = diff_texts(a, b, language, renumbering)
    return [f"{signal.kind} {signal.direction}: {signal.text}" for edit in edits for signal in edit.signals]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        # obligations
        ("Each Party shall report", "Each Party may report", ["obligation weakened: shall → may"]),
        ("Each Party should report", "Each Party shall report", ["obligation strengthened: should → shall"]),
        ("Parties shall cooperate", "Parties shall endeavour to cooperate",
         ["standard weakened: result → endeavour to"]),
        ("Parties shall be encouraged to act", "Parties shall act",
         ["obligation strengthened: is encouraged to → shall"]),
        ("a Party may not object", "a Party may object",
         ["obligation weakened: may not → may", "negation removed: not"]),
        ("Parties must report", "Parties shall report", []),
        ("a Party shall not object", "a Party may not object", ["obligation changed: shall not → may not"]),
        ("a Party shall not object", "a Party may object",
         ["obligation weakened: shall not → may", "negation removed: not"]),
        ("The Party shall report. It is due.", "The Party shall report. It shall be due.",
         ["obligation added: shall"]),
        ("Parties shall, jointly, act", "Parties, jointly, shall act", []),
        # alternatives
        ("Parties [shall][should] act", "Parties shall act", ["obligation settled: shall"]),
        ("Parties [shall] [should] act", "Parties should act", ["obligation settled: should"]),
        ("Parties shall/should act", "Parties shall act", ["obligation settled: shall"]),
        ("Parties [shall][should] act", "Parties may act", ["obligation weakened: shall / should → may"]),
        ("Parties [may][should] act", "Parties shall act", ["obligation strengthened: may / should → shall"]),
        ("Parties shall act", "Parties [shall][should] act", ["obligation newly bracketed: shall / should"]),
        ("Parties [shall] act", "Parties shall act", []),
        ("[Decides][Requests] the body to act", "Requests the body to act", ["obligation settled: requests"]),
        ("a Party that requests aid", "a Party that decides on aid", []),
        # negation
        ("shall be liable", "shall not be liable", ["negation added: not"]),
        ("no Party is bound", "a Party is bound", ["negation removed: no"]),
        ("no later than May", "not later than May", []),
        # numbers and time limits
        ("within thirty days", "within sixty (60) days", ["number raised: 30 → 60"]),
        ("the fortieth instrument", "the thirtieth instrument", ["number lowered: 40 → 30"]),
        ("a two-thirds majority", "a three-fourths majority", ["number raised: 2/3 → 3/4"]),
        ("one half of the Parties", "one third of the Parties", ["number lowered: 1/2 → 1/3"]),
        ("within thirty days", "within 30 days", []),
        ("after [120][180] days", "after 120 days", ["number settled: 120"]),
        ("until 12 December 2002", "until 9 December 2005",
         ["number changed: 12 December 2002 → 9 December 2005"]),
        ("from 12 to 15 December 2000", "from 9 to 11 December 2003",
         ["number changed: 12 → 9", "number changed: 15 December 2000 → 11 December 2003"]),
        ("by June 1, 2030", "by July 9, 2030", ["number changed: June 1, 2030 → July 9, 2030"]),
        ("adopted in 2030", "adopted in 2031", ["number changed: 2030 → 2031"]),
        ("open until 1 May 2002", "open until 1 June 2002", ["number changed: 1 May 2002 → 1 June 2002"]),
        ("open until 1 May 2002", "open until May 1, 2002", []),
        ("a State", "a third State", []),
        ("under decision 2/CMA.3", "under decision 6/CMA.4",
         ["reference changed: decision 2/CMA.3 → decision 6/CMA.4"]),
        # references
        ("under article 5", "under article 9", ["reference changed: article 5 → article 9"]),
        ("under article 5", "under article 7", []),
        ("as set out herein", "as set out in article 4", ["reference added: article 4"]),
        # hedges
        ("shall act", "shall, where appropriate, act", ["hedge added: where appropriate"]),
        ("shall act", "shall, subject to its domestic law, act", ["hedge added: subject to its domestic law"]),
        ("shall, if appropriate, act", "shall act, as appropriate", []),
        ("in accordance with its domestic law, act", "act", ["hedge removed: in accordance with its domestic law"]),
        # definitions
        ("“Vessel” means a ship", "“Vessel” means a ship or platform", ["definition redefined: Vessel"]),
        ("The term “vessel” means a ship", "The term “vessel” means a Ship", []),
        # nothing to see
        ("the co-operation", "the cooperation", []),
    ],
)  # fmt: skip
def test_signals(a: str, b: str, expected: list[str]) -> None:
    assert observed(a, b, renumbering=Renumbering({"art_5": "art_7"})) == expected


def test_a_signal_stands_on_the_deletion() -> None:
    edits = diff_texts("Each Party shall report", "Each Party may report", "en")
    assert [(edit.op, bool(edit.signals)) for edit in edits] == [
        ("equal", False), ("delete", True), ("insert", False), ("equal", False),
    ]  # fmt: skip


def test_languages_without_a_table_have_numbers_and_references_only() -> None:
    assert observed("innerhalb von 30 Tagen", "innerhalb von 60 Tagen", "de") == ["number raised: 30 → 60"]
    assert observed("Die Parteien sollen handeln", "Die Parteien können handeln", "de") == []
