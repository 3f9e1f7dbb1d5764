from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from tests.report.report_factories import compared, empty_comparison, lighthouses
from treatydiff.model import Edit
from treatydiff.report.comparison.as_annotations import comparison_annotations, comparison_junit


def test_warnings_for_the_least_consonant_provisions_first() -> None:
    lines = comparison_annotations(lighthouses()).splitlines()
    assert [line.split("::")[1].split("title=")[1] for line in lines] == [
        "Art. 2 Harbours",
        "Art. 4 Fog horns",
        "Art. 3 (was 2) Protection of keepers",
        "Art. 4+5 (was 3) Oil / Lamps",
    ]
    assert lines[0].startswith(
        "::warning file=second-draft.pdf,title=Art. 2 Harbours::added; derived 0 %25 ("
    )
    assert lines[1].startswith("::warning file=first-draft.pdf,")


def test_never_more_than_ten() -> None:
    comparison = lighthouses()
    many = replace(comparison, units=comparison.units * 5)
    assert len(comparison_annotations(many).splitlines()) == 10


def test_nothing_changed_gives_no_warning() -> None:
    assert comparison_annotations(empty_comparison()) == ""


def test_a_line_end_or_a_comma_of_a_draft_ends_no_command() -> None:
    comparison = compared(
        "x", Edit("delete", "x", "substantive"), Edit("insert", "y", "substantive"), b_text="y"
    )
    source = replace(comparison.b.source, label="a,b::c\n.pdf")
    lines = comparison_annotations(replace(comparison, b=replace(comparison.b, source=source))).splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("::warning file=a%2Cb%3A%3Ac%0A.pdf,title=Art. 1 Lights::revised")


def test_a_test_case_a_unit_failed_where_more_than_the_number_changed() -> None:
    suite = ElementTree.fromstring(comparison_junit(lighthouses()))[0]
    assert (suite.get("tests"), suite.get("failures")) == ("6", "4")
    cases = {case.get("name"): case.find("failure") for case in suite.iter("testcase")}
    assert cases["Preamble"] is None
    assert cases["Art. 1 Use of terms"] is None
    failure = cases["Art. 3 (was 2) Protection of keepers"]
    assert failure is not None
    assert failure.get("type") == "amended"
    assert "towards less binding wording" in (failure.get("message") or "")
    assert "paragraph 1: Each State Party [-shall-]{+may+} protect" in (failure.text or "")


def test_junit_stays_xml_whatever_a_draft_holds() -> None:
    text = 'A\x00 "bell" <b>&\x1b[0m'
    comparison = compared(
        text, Edit("delete", text, "substantive"), Edit("insert", "y", "substantive"), b_text="y"
    )
    failure = ElementTree.fromstring(comparison_junit(comparison)).find(".//failure")
    assert failure is not None
    assert 'A\ufffd "bell" <b>&\ufffd[0m' in (failure.text or "")
