"""Who said what, on a fixture draft whose brackets, notes and comments name delegations."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.running import run
from tests.structure.drafting import draft_of
from treatydiff.desk.positions.collecting import positions_of

REVISED = Path(__file__).parents[2] / "fixtures" / "chain" / "3-revised-text.docx"


def test_every_name_that_is_printed_is_told_and_no_other() -> None:
    told = json.loads(run("positions", REVISED, "-f", "json").stdout)
    jsonschema.validate(told, json.loads(run("schema", "positions").stdout))
    found = {(each["who"], each["role"], each["where"], each["unit"]) for each in told["positions"]}
    assert found == {
        ("Aldermark", "proposes", "text", "art_9"),
        ("Verenia", "proposes", "text", "art_9"),
        ("Archipelago Group", "proposes", "text", "art_20"),
        ("Norvania", "proposes", "comment", "art_1"),
        ("Norvania", "proposes", "text", "art_11"),
        ("Quillon", "proposes", "text", "art_5"),
        ("Two delegations", "reserves", "footnote", "art_4"),
    }
    noted = next(each for each in told["positions"] if each["role"] == "reserves")
    assert noted["words"].startswith("Two delegations reserved their position")
    assert noted["citation"] == "A/AC.999/7, Art. 4, para. 3"


def test_every_format_groups_them_by_delegation() -> None:
    printed = run("positions", REVISED).stdout.decode()
    assert "6 delegations: 6 proposed · 1 reserved." in printed
    assert max(map(len, printed.splitlines())) <= 80
    lines = run("positions", REVISED, "-f", "csv").stdout.decode().splitlines()
    assert [line.split(",")[0] for line in lines] == [
        "delegation", "Aldermark", "Archipelago Group", "Norvania", "Norvania", "Quillon", "Two delegations", "Verenia",
    ]  # fmt: skip
    assert "<h2" in run("positions", REVISED, "-f", "html").stdout.decode()


def test_a_draft_without_names_says_so(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("Article 1\n\nAim\n\nThe aim is light.\n")
    done = run("positions", "plain.txt", cwd=tmp_path)
    assert "No draft names a delegation beside its text." in done.stdout.decode()
    assert positions_of([draft_of("Article 1\n\nAim\n\nThe aim is light.\n")]).positions == ()


HEAD, REST = (
    "Convention on Lamps\n\nArticle 1\n\nReports\n\n1. ",
    "\n\n2. The Board shall read every report of a Party.\n",
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Each Party shall report. [Supported by Kenya; opposed by Peru]",
         [("Kenya", "supports"), ("Peru", "opposes")]),
        ("Each Party shall report. (Chile and Peru)", [("Chile", "proposes"), ("Peru", "proposes")]),
        ("Each Party shall report. (Chile) It shall publish the report.", [("Chile", "proposes")]),
        ("Each Party shall report. [Norway]", [("Norway", "proposes")]),
        ("[Kenya, supported by Chile: Each Party shall report.]", [("Kenya", "proposes"), ("Chile", "supports")]),
        ("Chaque Partie fait rapport. (Chili et Pérou)", [("Chile", "proposes"), ("Peru", "proposes")]),
        ("［肯尼亚：水井开放。］（由智利和秘鲁提议）",
         [("Kenya", "proposes"), ("Chile", "proposes"), ("Peru", "proposes")]),
        # States of the text itself
        ("The seat shall be in Kingston (Jamaica).", []),
        ("The following are members (Chile and Peru). They shall report.", []),
        ("Each Party [and each vessel flying the flag of Norway] shall report.", []),
        ("See document 7 (Norway), which the Board shall keep.", []),
    ],
)  # fmt: skip
def test_names_beside_wording_are_told_with_what_they_did(text: str, told: list[tuple[str, str]]) -> None:
    found = positions_of([draft_of(HEAD + text + REST)]).positions
    assert [(each.who, each.role) for each in found] == told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wells are open. [EU: Each Party shall report on its lamps.] [Japan: No.]",
         ["[EU: Each Party shall report on its lamps.]", "[Japan: No.]"]),
        ("Wells are open.\n\nOption 1 [Norway]:\n\nLamps burn.\n\nOption 2:\n\nLamps do not burn.",
         ["[Norway] Lamps burn."]),
        ("Each Party shall report [every year (Kenya)].", ["Each Party shall report [every year (Kenya)]"]),
    ],
)  # fmt: skip
def test_a_position_is_quoted_with_its_own_words(text: str, words: list[str]) -> None:
    assert [each.words for each in positions_of([draft_of(HEAD + text + REST)]).positions] == words
