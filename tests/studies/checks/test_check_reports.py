from __future__ import annotations

import json

import jsonschema
import pytest

from tests.report.report_factories import SECOND, article, draft
from treatydiff.model import Provision
from treatydiff.report.kit.schema import schema_text
from treatydiff.studies.checks.as_json import check_json
from treatydiff.studies.checks.as_terminal import check_terminal
from treatydiff.studies.checks.model import DraftCheck, Finding
from treatydiff.studies.checks.view import finding_lines, severity_counts
from treatydiff.studies.languages.as_json import languages_json
from treatydiff.studies.languages.as_terminal import languages_terminal
from treatydiff.studies.languages.model import LanguageDifference, LanguagePlace, LanguageVersions

FINDINGS = (
    Finding("comment_left", "a comment by J. Doe: “agreed?”", 2),
    Finding("reference_to_nothing", "“article 9”: there is no article 9", None, "art_3__para_2", "article 9"),
    Finding("term_undefined", "“Beacon” is quoted like a term and defined nowhere", 4, "art_4", "Beacon"),
)
CHECK = DraftCheck(SECOND, FINDINGS, draft("first.pdf", article("1", "Aim", "Lights burn.")).source)
FRENCH = draft("deuxième.pdf", article("1", "But", "Les feux brûlent.", page=3))
VERSIONS = LanguageVersions(
    (SECOND, FRENCH),
    (
        LanguageDifference("figures", "the numbers differ", (
            LanguagePlace("second-draft.pdf", "en", "art_3__para_2", 3, "60"),
            LanguagePlace("deuxième.pdf", "fr", "art_1__para_u1", 3, "—"),
        )),
        LanguageDifference("provision_missing", "a provision is missing", (
            LanguagePlace("second-draft.pdf", "en", "art_5", 5, "art_5"),
            LanguagePlace("deuxième.pdf", "fr", None, None, "—"),
        )),
    ),
    12,
)  # fmt: skip


def test_findings_are_cited_by_the_draft() -> None:
    assert [line.citation for line in finding_lines(CHECK)] == [
        "LIGHT/CONF/2, p. 2",
        "LIGHT/CONF/2, Art. 3, para. 2, p. 3",
        "LIGHT/CONF/2, Art. 4, p. 4",
    ]
    assert severity_counts(CHECK) == "1 error · 1 warning · 1 remark"
    assert severity_counts(DraftCheck(SECOND, ())).startswith("nothing: no remark left inside")


def test_the_terminal_groups_findings() -> None:
    printed = check_terminal(CHECK)
    lines = printed.splitlines()
    assert [line for line in lines if line in ("Left inside", "References", "Numbering", "Terms")] == [
        "Left inside", "References", "Terms",
    ]  # fmt: skip
    at = next(at for at, line in enumerate(lines) if "Art. 3, para. 2 · p. 3" in line)
    assert lines[at].startswith("  warn ")
    assert "“article 9”: there is no article 9" in lines[at + 1]
    assert "first.pdf" in printed
    assert max(map(len, lines)) <= 80


def test_nothing_found_is_said() -> None:
    assert "nothing" in check_terminal(DraftCheck(SECOND, ()))
    said = " ".join(languages_terminal(LanguageVersions((SECOND, FRENCH), (), 3)).split())
    assert (
        "no difference found in structure, numbers, references, brackets and words of force; wording was not compared"
        in said
    )


def test_control_characters_do_not_reach_the_terminal() -> None:
    hostile = Finding("remark_left", "a remark: “\x1b[31mred”", 1, "art_1")
    assert "\x1b" not in check_terminal(DraftCheck(SECOND, (hostile,)))


def test_the_terminal_sets_versions_beside_one_another() -> None:
    printed = languages_terminal(VERSIONS)
    assert "1 numbers in the text · 1 provisions" in printed
    rows = [line.split() for line in printed.splitlines() if line.startswith(("  en", "  fr"))]
    assert rows[0][:1] + rows[0][-1:] == ["en", "60"]
    assert rows[1][:1] + rows[1][-1:] == ["fr", "—"]
    assert "12 pairs of clauses" in printed


@pytest.mark.parametrize(
    ("name", "printed"), [("check", check_json(CHECK)), ("languages", languages_json(VERSIONS))]
)
def test_json_keeps_its_contract(name: str, printed: str) -> None:
    found = json.loads(printed)
    jsonschema.validate(found, json.loads(schema_text(name)))
    assert found["schema"] == f"treatydiff/{name}/1"


def test_json_says_where_and_what() -> None:
    found = json.loads(check_json(CHECK, (("language", "en"),)))
    assert found["settings"] == {"language": "en"}
    assert found["summary"] == {"error": 1, "warning": 1, "info": 1}
    assert found["findings"][1] == {
        "code": "reference_to_nothing", "group": "references", "severity": "warning",
        "message": "“article 9”: there is no article 9", "page": 3, "provision": "art_3__para_2",
        "citation": "LIGHT/CONF/2, Art. 3, para. 2, p. 3", "quote": "article 9",
    }  # fmt: skip
    places = json.loads(languages_json(VERSIONS))["differences"][1]["places"]
    assert [place["citation"] for place in places] == ["LIGHT/CONF/2, Art. 5, p. 5", None]


def test_a_provision_of_an_unknown_id_is_cited_by_its_id() -> None:
    odd = DraftCheck(
        draft("a.pdf", Provision("art_1", "article", "1")), (Finding("number_gap", "gap", 1, "art_9"),)
    )
    assert finding_lines(odd)[0].citation.startswith("a.pdf, art_9")
