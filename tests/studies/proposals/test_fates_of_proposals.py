"""What became of proposals: in the text, in brackets, as an option, in another provision."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import treatydiff
from treatydiff.errors import UsageError
from treatydiff.studies.proposals.model import Proposals

COMPILATION = """Compilation of proposals

ARTICLE 1

Canada

3. Keepers train apprentices in harbour safety each spring.
{more}"""
BASE = """Harbour Convention

Article 1
1. Keepers clean lamps.
2. Keepers store oil.

Article 2
1. The Board meets in the autumn of every second year at the oldest harbour.
"""
THIRD = "3. Keepers train apprentices in harbour safety each spring."


def proposed(folder: Path, later: str, *, more: str = "", delegation: str | None = None) -> Proposals:
    names = []
    texts = (("c.txt", COMPILATION.format(more=more)), ("base.txt", BASE), ("later.txt", later))
    for name, text in texts:
        (folder / name).write_text(text, encoding="utf-8")
        names.append(str(folder / name))
    return treatydiff.proposals(*names, delegation=delegation)


def with_third(third: str) -> str:
    return BASE.replace("2. Keepers store oil.\n", f"2. Keepers store oil.\n{third}\n")


@pytest.mark.parametrize(
    ("later", "fate"),
    [
        pytest.param(with_third(THIRD), "taken up", id="in the text"),
        pytest.param(with_third(f"[{THIRD}]"), "bracketed", id="in brackets"),
        pytest.param(
            with_third(THIRD.replace("3. Keepers", "[3. Keepers") + "]"), "bracketed", id="the same"
        ),
        pytest.param(BASE, "not taken up", id="not there"),
    ],
)
def test_wording_in_brackets_is_not_taken_up(tmp_path: Path, later: str, fate: str) -> None:
    (found,) = proposed(tmp_path, later).proposals
    assert (found.fate, found.another_provision) == (fate, False)


def test_brackets_that_the_delegation_proposes_are_its_own(tmp_path: Path) -> None:
    text = COMPILATION.replace(THIRD, f"[{THIRD}]")
    for name, words in (("c.txt", text), ("base.txt", BASE), ("later.txt", with_third(f"[{THIRD}]"))):
        (tmp_path / name).write_text(words.replace("{more}", ""), encoding="utf-8")
    found = treatydiff.proposals(*(str(tmp_path / name) for name in ("c.txt", "base.txt", "later.txt")))
    assert [each.fate for each in found.proposals] == ["taken up"]


def test_words_in_another_provision_are_said_to_be_there(tmp_path: Path) -> None:
    later = BASE + "2. Keepers train apprentices in harbour safety each spring.\n"
    found = proposed(tmp_path, later)
    (each,) = found.proposals
    assert (each.elsewhere, each.another_provision) == ("art_2__para_2", True)
    assert each.reason.endswith("in another provision")
    assert "in another provision" in " ".join(treatydiff.render(found, "terminal").split())


def test_reports_say_that_wording_was_found_and_not_whose_it_is(tmp_path: Path) -> None:
    shown = " ".join(treatydiff.render(proposed(tmp_path, with_third(THIRD)), "terminal").split())
    assert "1 wording found in the later text" in shown
    assert "taken up" not in shown


MORE = """
Norway

2. Keepers store oil in tins of copper.

4. ...
"""


def test_the_proposals_of_one_delegation(tmp_path: Path) -> None:
    found = proposed(tmp_path, with_third(THIRD), more=MORE, delegation="canada")
    assert {each.who for each in found.proposals} == {("Canada",)}
    assert json.loads(treatydiff.render(found, "json"))["delegation"] == "Canada"
    with pytest.raises(UsageError, match="Sweden"):
        proposed(tmp_path, with_third(THIRD), more=MORE, delegation="Sweden")


def test_no_totals_of_a_delegation_while_most_fates_are_unknown(tmp_path: Path) -> None:
    more = "\nNorway\n\nAdd a new paragraph on copper tins.\n"
    found = proposed(tmp_path, with_third(THIRD), more=more, delegation="Norway")
    assert [each.fate for each in found.proposals] == ["not determinable"]
    assert json.loads(treatydiff.render(found, "json"))["totals"]["fates"] == {}
    assert "no totals: 1 of 1 are not determinable" in " ".join(treatydiff.render(found, "terminal").split())


OIL = BASE.replace("2. Keepers store oil.", "2. Keepers store oil and wicks in dry rooms.")


@pytest.mark.parametrize(
    "said",
    [
        'Replace paragraph 2 by: "2. Keepers store oil and wicks in dry rooms."',
        "Amend paragraph 2 as follows: “Keepers store oil and wicks in dry rooms.”",
        'Paragraph 2 should read: "2. Keepers store oil and wicks in dry rooms."',
    ],
)
def test_an_instruction_that_gives_the_whole_wording_is_that_wording(tmp_path: Path, said: str) -> None:
    found = proposed(tmp_path, OIL, more=f"\n\nNorway\n\n{said}\n").proposals[1]
    assert (found.kind, found.clause, found.fate) == ("text", "art_1__para_2", "taken up")
    assert [(each.op, each.text.strip()) for each in found.changes] == [("insert", "and wicks in dry rooms")]


@pytest.mark.parametrize(
    "name",
    ["Kenya, on behalf of the African Group", "Kenya (on behalf of the African Group)", "Kenya on behalf of the African Group"],
)  # fmt: skip
def test_who_speaks_for_a_group_stands_beside_it(tmp_path: Path, name: str) -> None:
    found = proposed(
        tmp_path, BASE, more=f"\n\nARTICLE 2\n\n{name}\n\n2. Boats are painted white each spring.\n"
    )
    assert found.proposals[1].who == ("Kenya", "African Group")
    assert found.unattributed == ()


def test_words_below_no_delegation_are_counted(tmp_path: Path) -> None:
    found = proposed(
        tmp_path, BASE, more="\n\nARTICLE 2\n\nthe friends of oil\n\n2. Boats are painted white.\n"
    )
    assert len(found.proposals) == 1
    assert found.unattributed == (("Article 2", 9),)


def test_a_bracket_before_a_label_stays_with_the_words(tmp_path: Path) -> None:
    found = proposed(
        tmp_path, BASE, more="\n\nBrazil\n\n[4. Lamps are blue and bright at night.]\n"
    ).proposals[1]
    assert found.text == "[Lamps are blue and bright at night.]"


def test_a_long_list_of_delegations_and_a_name_before_its_wording(tmp_path: Path) -> None:
    many = "Norway, Iceland, Kenya, Japan, Canada, Seychelles, New Zealand and the African Group"
    found = proposed(
        tmp_path, BASE,
        more=f"\n\n{many}\n\n4. Boats are white.\n\nARTICLE 2\n\nRepublic of Korea 2. Boats are painted green.\n",
    )  # fmt: skip
    assert [len(each.who) for each in found.proposals] == [1, 8, 1]
    assert found.proposals[2].text == "Boats are painted green."
    assert found.unattributed == ()
