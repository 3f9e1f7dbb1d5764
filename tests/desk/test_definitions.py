"""Definitions that ripple, on invented drafts."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.running import run
from tests.structure.drafting import draft_of
from treatydiff.desk.definitions.rippling import definitions_of
from treatydiff.desk.definitions.undefined import undefined_terms
from treatydiff.diff.definitions import pattern_of_use
from treatydiff.pipeline import compare_drafts
from treatydiff.settings import Settings

BEFORE = """Article 1

Use of terms

For the purposes of this Convention:

(a) "Lamp" means a light that burns oil;

(b) "Keeper" means a person who tends a lamp;

(c) "Buoy" means a float;

(d) "Horn" means a device that sounds in fog.

Article 2

Care

Each Party shall pay its keepers. A keeper trims the lamps, and the Lantern Fund pays.

Article 3

Lamps

Lamps shall be clean. Horns are sounded by the Lantern Fund, and for the Lantern Fund.
"""
NOW = BEFORE.replace("a light that burns oil", "a light of any kind").replace(
    '\n(d) "Horn" means a device that sounds in fog.\n', '\n(d) "Tower" means a house with a lamp.\n'
)


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    (tmp_path / "before.txt").write_text(BEFORE)
    (tmp_path / "now.txt").write_text(NOW)
    return tmp_path


def test_every_term_has_its_fate_and_its_reach(drafts: Path) -> None:
    done = run("definitions", "now.txt", "--since", "before.txt", "-f", "json", cwd=drafts)
    told = json.loads(done.stdout)
    jsonschema.validate(told, json.loads(run("schema", "definitions").stdout))
    found = {
        each["term"]: (each["fate"], [use["citation"] for use in each["uses"]]) for each in told["terms"]
    }
    assert found == {
        "Lamp": ("redefined", ["now.txt, Art. 2", "now.txt, Art. 3"]),
        "Keeper": ("same", ["now.txt, Art. 2"]),
        "Buoy": ("same", []),
        "Tower": ("new", []),
        "Horn": ("gone", ["before.txt, Art. 3"]),
    }
    assert [each["term"] for each in told["undefined"]] == ["Lantern Fund"]


def test_the_terminal_and_the_page_say_it(drafts: Path) -> None:
    printed = run("definitions", "now.txt", "--since", "before.txt", cwd=drafts).stdout.decode()
    assert "5 defined terms: 1 redefined · 1 gone · 1 new · 2 unchanged." in printed
    assert "Lamp  redefined  changes the reach of 2 clauses" in printed
    assert "Buoy; Tower" in printed
    assert max(map(len, printed.splitlines())) <= 80
    page = run("definitions", "now.txt", "--since", "before.txt", "-f", "html", cwd=drafts).stdout.decode()
    assert "changes the reach of 2 clauses" in page


def test_one_draft_is_enough(drafts: Path) -> None:
    assert "4 defined terms." in run("definitions", "now.txt", cwd=drafts).stdout.decode()


CAVES = """Convention on Show Caves

The Parties to this Convention,

Recognizing that every cave is a place of wonder,

Have agreed as follows:

Article 1

Use of terms

For the purposes of this Convention:

(a) "Cave" means a natural hollow under the ground;

(b) "Operator" means a person who opens a cave to visitors;

(c) "Port" means a harbour;

(d) "Area" means the ground above.

Article 2

Duties

1. An operator shall:

(a) keep the cave clean;

(b) Operator uses of lamps shall be limited;

(c) post a porter at its gate.

2. Each Party shall license operators in the Area and in any area of snow. Nobody walks in the Area at night.
"""


def test_a_changed_definition_reaches_operative_clauses_also_through_another_definition(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_text(CAVES)
    (tmp_path / "b.txt").write_text(CAVES.replace("a natural hollow", "a natural or artificial hollow"))
    told = json.loads(run("definitions", "b.txt", "--since", "a.txt", "-f", "json", cwd=tmp_path).stdout)
    jsonschema.validate(told, json.loads(run("schema", "definitions").stdout))
    terms = {each["term"]: each for each in told["terms"]}
    assert [use["clause"] for use in terms["Cave"]["uses"]] == ["art_2__para_1__subpara_a"]
    assert [(each["term"], [use["clause"] for use in each["uses"]]) for each in terms["Cave"]["through"]] == [
        ("Operator", ["art_2__para_1__intro", "art_2__para_1__subpara_b", "art_2__para_2"])
    ]
    assert terms["Cave"]["recitals"] == 1
    assert terms["Port"]["uses"] == []  # a porter is no port
    assert told["undefined"] == []
    printed = " ".join(run("definitions", "b.txt", "--since", "a.txt", cwd=tmp_path).stdout.decode().split())
    assert "changes the reach of 1 clause; also in 1 preambular paragraph" in printed
    assert "through “Operator”, 3 further clauses:" in printed
    assert "Never used Port" in printed


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Fund pays keepers from the Trust Account.", ["Fund", "Trust Account"]),
        ("Keepers are paid by the Fund, and the Secretariat reports.", ["Fund", "Secretariat"]),
        ("Keepers report to the Secretariat of the Convention.", ["Secretariat"]),
        ("Keepers obey the Board. A Board is hereby established.", []),
        ("Keepers obey the body that is hereinafter called the Board.", []),
        ("Keepers obey the Lamp Board (hereinafter “the Board”), and the Board meets.", []),
        ("Keepers pay the Lamp.", []),  # a heading
        # what needs no definition
        ("Keepers write to the Secretary-General of the United Nations in May.", []),
        ("Keepers follow the Convention on the Law of the Sea and the Kyoto Protocol.", []),
        ("Keepers of the States Parties meet in New York or in Norway.", []),
        ("Keepers may ask the International Court of Justice, or the Conference of the Parties.", []),
    ],
)
def test_capitals_that_nothing_defines_are_told_from_the_first_on(text: str, told: list[str]) -> None:
    draft = draft_of(f"Convention on Lamps\n\nArticle 1\n\nLamp\n\n1. {text}\n\n2. Lamps are clean.\n")
    assert [each.term for each in undefined_terms(draft, ())] == told


@pytest.mark.parametrize(
    ("language", "term", "text", "used"),
    [
        ("en", "cave", "two caves are closed", True),
        ("en", "cave", "the roof caved in", False),
        ("en", "port", "a porter waits", False),
        ("en", "show cave", "all Show Caves", True),
        ("en", "party", "the Parties", True),
        ("fr", "zone protégée", "les zones protégées", True),
        ("fr", "grotte", "l’entrée des grottes", True),
        ("es", "zona protegida", "las zonas protegidas", True),
        ("es", "cueva", "la cuevana", False),
        ("ru", "пещера", "в пещерах и у пещеры", True),
        ("ru", "колодец", "колодцы открыты", True),
        ("ru", "охраняемая зона", "в охраняемые зоны", True),
        ("ru", "морской порт", "морских портов", True),
        ("ar", "كهف", "داخل الكهف", True),
        ("zh", "洞穴", "所有洞穴应关闭", True),
    ],
)
def test_a_term_is_found_in_the_forms_of_its_language(
    language: str, term: str, text: str, used: bool
) -> None:
    assert (pattern_of_use(term, language).search(text) is not None) is used


def test_terms_without_quotes_are_found_under_a_heading_of_definitions() -> None:
    draft = draft_of(
        "Convention on Lamps\n\nArticle 1\n\nUse of terms\n\n(a) Lamp means a light that burns oil;\n\n"
        "(b) Keeper means a person who tends a lamp.\n\nArticle 2\n\nCare\n\nWhat care means is plain.\n"
    )
    assert [each.term for each in definitions_of(draft).terms] == ["Lamp", "Keeper"]


def test_a_term_that_is_gone_and_still_printed_is_told(drafts: Path) -> None:
    told = json.loads(run("definitions", "now.txt", "--since", "before.txt", "-f", "json", cwd=drafts).stdout)
    horn = next(each for each in told["terms"] if each["term"] == "Horn")
    assert (horn["fate"], horn["still"]) == ("gone", ["now.txt, Art. 3"])


def test_arabic_terms_stand_in_its_own_quotation_marks() -> None:
    draft = draft_of(
        "اتفاقية الآبار\n\nالمادة 1\n\nالمصطلحات المستخدمة\n\n(أ) يقصد بتعبير ”القرية“ مكان يسكنه الناس؛\n\n"
        "(ب) يقصد بتعبير ”البئر“ حفرة للماء.\n\nالمادة 2\n\nالوصول\n\nلكل قرية حق في الماء.\n"
    )
    found = {each.term: each.uses for each in definitions_of(draft).terms}
    assert found == {"القرية": ("art_2__para_u1",), "البئر": ()}


def test_a_term_that_is_defined_in_another_article_is_told_with_both_wordings() -> None:
    frame = "Convention\n\nArticle 1\n\nTerms\n\n{}“Pilot” means a guide of boats.\n\nArticle 2\n\nPilots\n\n1. A Pilot has a Lamp.\n"
    a = draft_of(frame.format("1. “Lamp” means a light on a quay.\n\n2. "))
    b = draft_of(
        frame.format("") + "\n2. In this article “Lamp” means any device of which rays are seen at sea.\n"
    )
    told = definitions_of(b, compare_drafts(a, b, Settings(reference="none", isolate="never"))).terms
    assert [(each.term, each.fate, bool(each.edits)) for each in told] == [
        ("Pilot", "same", False),
        ("Lamp", "redefined", True),
    ]
    (lamp,) = (each for each in told if each.edits)
    assert (
        "".join(each.text for each in lamp.edits if each.op != "insert") == "“Lamp” means a light on a quay."
    )
