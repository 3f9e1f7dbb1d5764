from __future__ import annotations

from pathlib import Path

import pytest

from treatydiff.archive.conflicts import conflicts_of
from treatydiff.archive.listing import open_archive
from treatydiff.archive.model import DraftEntry
from treatydiff.archive.report.listing_toml import listing_toml
from treatydiff.errors import ReadError, SettingsError


def test_drafts_are_found_and_what_stands_beside_them_is_not(tmp_path: Path) -> None:
    for name in ("b.txt", "a.pdf", "sub/c.docx", "README.md", ".hidden/d.txt", "notes.csv", "LICENSE.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert open_archive(tmp_path).files == ("a.pdf", "b.txt", "sub/c.docx")


def test_the_listing_wins_over_what_a_draft_prints(tmp_path: Path) -> None:
    (tmp_path / "treatydiff.toml").write_text(
        '[archive]\ntitle = "Harbours"\nexclude = ["old/*"]\n'
        '[[draft]]\nfile = "a.txt"\nsymbol = "A/1"\ndate = 2001-02-03\norder = 2\n'
    )
    archive = open_archive(tmp_path)
    printed = DraftEntry("a.txt", symbol="A/9", language="en", issued="2001-03-01")
    entry = archive.entry("a.txt", printed)
    assert (entry.symbol, entry.date, entry.issued, entry.language, entry.order) == (
        "A/1", "2001-02-03", "2001-03-01", "en", 2,
    )  # fmt: skip
    assert archive.title == "Harbours"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[[draft]]\nsymbol = 'A/1'", "names no file"),
        ("[[draft]]\nfile = 'a'\ncolour = 'red'", "no field 'colour'"),
        ("[[draft]]\nfile = 'a'\nkind = 'poem'", "no kind 'poem'"),
        ("[[draft]]\nfile = 'a'\ndate = 'spring'", "date is 'spring'"),
        ("[[draft]]\nfile = 'a'\ndate = '2001-13-01'", "date is"),
        ("[[draft]]\nfile = '../a'", "must lie in"),
        ("[[draft]]\nfile = 'a'\n[[draft]]\nfile = 'a'", "listed twice"),
        ("draft = 3", "must be tables"),
        ("[archive]\nexclude = 'x'", "list of patterns"),
        ("[[draft", "not valid TOML"),
    ],
)
def test_a_listing_that_cannot_be_is_refused(tmp_path: Path, text: str, fault: str) -> None:
    (tmp_path / "treatydiff.toml").write_text(text)
    with pytest.raises(SettingsError, match=fault):
        open_archive(tmp_path)


def test_a_file_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    with pytest.raises(ReadError, match="is no folder"):
        open_archive(tmp_path / "a.txt")


def test_a_proposal_reads_back_as_it_was_written(tmp_path: Path) -> None:
    entries = [
        DraftEntry("b.txt", symbol='A/"2"', author="Ministère\\x", date="2002", kind="chair's text", order=3),
        DraftEntry("a.txt", symbol="A/1", issued="2001-05-06", revises="A/0"),
    ]
    (tmp_path / "treatydiff.toml").write_text(listing_toml(entries, title="Two\nlines"), encoding="utf-8")
    assert set(open_archive(tmp_path).given.values()) == set(entries)


def test_one_symbol_for_different_bytes_is_shown_once_per_language() -> None:
    claims = [
        (DraftEntry("a.pdf", symbol="A/1", language="en"), "11"),
        (DraftEntry("b.pdf", symbol="A/1", language="en"), "22"),
        (DraftEntry("c.pdf", symbol="A/1", language="fr"), "33"),
        (DraftEntry("d.pdf", symbol="A/2", language="en"), "44"),
        (DraftEntry("copy.pdf", symbol="A/2", language="en"), "44"),
    ]
    found = conflicts_of(claims)
    assert [(each.symbol, each.language, each.files) for each in found] == [("A/1", "en", ("a.pdf", "b.pdf"))]
    assert "# A/1 (en) is claimed" in listing_toml([claim[0] for claim in claims], conflicts=found)
