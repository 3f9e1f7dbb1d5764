from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from treatydiff.archive.archive_checks import check_archive
from treatydiff.archive.index import Index
from treatydiff.archive.indexing import index_archive
from treatydiff.archive.listing import open_archive
from treatydiff.archive.model import ArchiveCheck
from treatydiff.archive.report.check_reports import (
    archive_check_annotations,
    archive_check_json,
    archive_check_junit,
    archive_check_markdown,
)
from treatydiff.archive.report.check_terminal import archive_check_terminal
from treatydiff.errors import SettingsError
from treatydiff.settings import Settings

FIRST = """Convention on Lighthouses

PART I
LIGHTS

Article 1

Lamps

1. Each State Party shall keep its lighthouses lit from dusk to dawn throughout the year.

Article 2

Notices

1. A State Party may extinguish a light after sixty days of notice to mariners and to pilots.

PART II
PILOTS

Article 3

Licences

1. Pilots shall be licensed by the harbour authority with due regard to their experience at sea.
"""
SECOND = FIRST.replace("shall keep", "may keep").replace("sixty days", "ninety days")
RULE = 'a = "first.txt"\nb = "second.txt"\n'


def checked(folder: Path, rules: str, **files: str) -> ArchiveCheck:
    texts = {"first": FIRST, "second": SECOND} | files
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "treatydiff.toml").write_text(rules)
    archive = open_archive(folder)
    with Index(folder / "index.sqlite") as index:
        index_archive(archive, index, Settings())
        return check_archive(archive, index, Settings())


@pytest.mark.parametrize(
    ("rule", "broken_at"),
    [
        ('rule = "readable"', []),
        ('rule = "unchanged"\narticles = ["3"]\n' + RULE, []),
        ('rule = "unchanged"\narticles = ["1", "3"]\n' + RULE, ["art_1"]),
        ('rule = "unchanged"\narticles = ["part_I"]\n' + RULE, ["art_1", "art_2"]),
        ('rule = "not_weakened"\n' + RULE, ["art_1"]),
        ('rule = "not_weakened"\narticles = ["art_2", "3"]\n' + RULE, []),
        ('rule = "consonance"\nat_least = 0.9\n' + RULE, []),
        ('rule = "consonance"\nat_least = 1.0\n' + RULE, [""]),
        ('rule = "consonance"\nat_least = 0.9\nmeasure = "carried_same_force"\n' + RULE, [""]),
        ('rule = "consonance"\nat_least = 1.0\nby = "article"\n' + RULE, ["art_1", "art_2"]),
        ('rule = "consonance"\nat_least = 1.0\nby = "chapter"\n' + RULE, ["part_I"]),
    ],
)
def test_what_breaks_a_rule(tmp_path: Path, rule: str, broken_at: list[str]) -> None:
    found = checked(tmp_path, f"[[check]]\n{rule}")
    assert [fault.provision for fault in found.rules[0].faults] == broken_at
    assert found.passed is not bool(broken_at)
    assert found.rules[0].examined > 0


def test_without_rules_drafts_must_be_readable_and_the_listing_must_agree(tmp_path: Path) -> None:
    found = checked(tmp_path, '[[draft]]\nfile = "absent.pdf"\n')
    assert [(rule.rule, rule.passed) for rule in found.rules] == [("readable", False), ("metadata", True)]


@pytest.mark.parametrize(
    ("listing", "said"),
    [
        ('[[draft]]\nfile = "first.txt"\nlanguage = "fr"', "is listed with the language fr, but prints en"),
        ('[[draft]]\nfile = "first.txt"\nrevises = "A/7"', "revises A/7, which the archive does not have"),
        ('[[draft]]\nfile = "first.txt"\nsymbol = "A/1"\n[[draft]]\nfile = "second.txt"\nsymbol = "A/1"',
         "A/1 (en) is the symbol of different files: second.txt against first.txt: "
         "2 provisions differ: Art. 1, Art. 2; 2 substantive changes"),
    ],
)  # fmt: skip
def test_a_listing_that_disagrees_with_its_drafts(tmp_path: Path, listing: str, said: str) -> None:
    found = checked(tmp_path, f'{listing}\n[[check]]\nrule = "metadata"')
    assert [fault.message for fault in found.rules[0].faults] == [said]


def test_diagnostics_above_a_severity(tmp_path: Path) -> None:
    gap = FIRST.replace("Article 3", "Article 9")
    broken = checked(
        tmp_path, '[[check]]\nrule = "diagnostics"\nabove = "info"\ndrafts = ["first.txt"]', first=gap
    )
    tolerated = checked(tmp_path, '[[check]]\nrule = "diagnostics"\nabove = "warning"', first=gap)
    assert not broken.passed
    assert {fault.file for fault in broken.rules[0].faults} == {"first.txt"}
    assert tolerated.passed


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ('rule = "beautiful"', "no rule 'beautiful'"),
        ('rule = "unchanged"\na = "first.txt"\nb = "second.txt"', "needs 'articles'"),
        ('rule = "consonance"\nat_least = 60\n' + RULE, "between 0 and 1"),
        ('rule = "consonance"\nat_least = 0.5\nmeasure = "beauty"\n' + RULE, "measure cannot be 'beauty'"),
        ('rule = "not_weakened"\ncolour = "red"\n' + RULE, "no field 'colour'"),
        ('rule = "not_weakened"\narticles = ["99"]\n' + RULE, "no provision '99'"),
        ('rule = "not_weakened"\na = "absent"\nb = "first.txt"', "no draft called 'absent'"),
    ],
)
def test_a_rule_that_cannot_be_is_refused(tmp_path: Path, rule: str, fault: str) -> None:
    with pytest.raises(SettingsError, match=fault):
        checked(tmp_path, f"[[check]]\n{rule}")


def test_drafts_in_two_languages_break_the_rule_that_compares_them(tmp_path: Path) -> None:
    french = "Convention sur les phares\n\nArticle premier\n\nLes feux\n\n1. Chaque État Partie entretient les phares de ses côtes.\n\nArticle 2\n\nLes pilotes\n\n1. Les pilotes sont agréés par le port.\n"
    found = checked(tmp_path, '[[check]]\nrule = "not_weakened"\n' + RULE, second=french)
    assert "different languages" in found.rules[0].faults[0].message


def test_every_report_says_which_rule_is_broken_and_where(tmp_path: Path) -> None:
    rules = '[archive]\ntitle = "Harbours"\n[[check]]\nname = "Lamps, <lit>"\nrule = "not_weakened"\n' + RULE
    found = checked(tmp_path, rules + '[[check]]\nrule = "readable"')
    suite = ElementTree.fromstring(archive_check_junit(found))[0]
    assert (suite.get("name"), suite.get("tests"), suite.get("failures")) == ("Harbours", "2", "1")
    failure = suite[0][0]
    assert (failure.tag, failure.get("type")) == ("failure", "not_weakened")
    data = json.loads(archive_check_json(found))
    assert (data["schema"], data["passed"]) == ("treatydiff/archive-check/1", False)
    assert data["rules"][0]["faults"][0]["provision"] == "art_1"
    annotation = archive_check_annotations(found, "treaties")
    assert annotation.startswith("::error file=treaties/second.txt,title=Lamps%2C <lit>::second.txt#art_1")
    for text in (archive_check_markdown(found), archive_check_terminal(found)):
        assert "1 of 2 rules kept" in text
        assert "art" in text


def test_what_check_finds_in_a_draft_can_be_a_rule(tmp_path: Path) -> None:
    broken = FIRST.replace("throughout the year", "as article 9 requires")
    found = checked(tmp_path, '[[check]]\nrule = "check"\n', second=broken)
    assert [(fault.file, fault.provision) for fault in found.rules[0].faults] == [
        ("second.txt", "art_1__para_1")
    ]
    assert found.rules[0].examined == 2
    code = found.rules[0].faults[0].message.split()[1].rstrip(":")
    assert checked(tmp_path, f'[[check]]\nrule = "check"\nignore = ["{code}"]\n', second=broken).passed


def test_a_floor_can_hold_for_themes(tmp_path: Path) -> None:
    themes = FIRST.replace("their experience at sea", "the protection of personal data and human rights")
    rule = 'rule = "consonance"\nby = "theme"\nat_least = 0.9\n' + RULE
    found = checked(tmp_path, f"[[check]]\n{rule}", first=themes)
    assert {fault.provision for fault in found.rules[0].faults} == {"art_3__para_1"}
    named = f'[[check]]\nthemes = ["human_rights", "drugs_and_weapons"]\n{rule}'
    said = [fault.message for fault in checked(tmp_path, named, first=themes).rules[0].faults]
    assert any(each.endswith("neither draft speaks of it") for each in said)
    with pytest.raises(SettingsError, match="there is no theme"):
        checked(tmp_path, f'[[check]]\nthemes = ["lamps"]\n{rule}')
