"""The redline, read back with the project's own reader: accepted it is B, rejected it is A."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pdfminer.high_level import extract_text

from tests.report.office_revisions import settled
from tests.report.report_factories import compared, empty_comparison, lighthouses
from treatydiff.errors import UsageError
from treatydiff.model import Comparison, Draft, Edit
from treatydiff.pipeline import compare_drafts, read_draft, read_draft_bytes
from treatydiff.reading.reader import read_bytes
from treatydiff.report.comparison.as_docx import comparison_docx
from treatydiff.report.comparison.redline.redline import redline
from treatydiff.report.draft.as_text import draft_text
from treatydiff.report.kit.printed_lines import printed_lines
from treatydiff.settings import Settings
from treatydiff.studies.chains.chain import chain_of
from treatydiff.studies.chains.concordance import concordance_of
from treatydiff.studies.chains.concordance_as_docx import concordance_docx
from treatydiff.studies.chains.concordance_view import concordance_view_with_texts
from treatydiff.studies.changes.as_docx import changes_docx
from treatydiff.studies.changes.list_changes import list_changes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COVER_END = "The text begins on the next page."
CHAIN = ("1-national-draft.docx", "2-chairs-text.pdf", "3-revised-text.docx", "4-final-text.pdf")


def words_of(data: bytes, revisions: str) -> list[str]:
    """The paragraphs behind the cover, as the reader has them."""
    blocks = read_bytes(data, "redline.docx", Settings(revisions=revisions, isolate="never")).blocks  # type: ignore[arg-type]
    texts = [block.text for block in blocks]
    return [" ".join(text.split()) for text in texts[texts.index(COVER_END) + 1 :]]


def printed(draft: Draft) -> list[str]:
    return [" ".join(line.whole.split()) for line in printed_lines(draft)]


def assert_both_texts(comparison: Comparison) -> bytes:
    data = comparison_docx(comparison)
    assert words_of(data, "accept") == printed(comparison.b)
    assert words_of(data, "reject") == printed(comparison.a)
    return data


@cache
def draft_of(path: Path) -> Draft:
    return read_draft(path, Settings())


@cache
def comparison_of(a: Path, b: Path) -> Comparison:
    return compare_drafts(draft_of(a), draft_of(b), Settings(reference="none"))


def body_of(data: bytes) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return etree.fromstring(packed.read("word/document.xml"))[0]


@pytest.fixture(scope="module")
def first_pair(fixtures: Path) -> Comparison:
    return comparison_of(fixtures / "chain" / CHAIN[0], fixtures / "chain" / CHAIN[1])


def test_accepting_gives_b_and_rejecting_gives_a() -> None:
    assert_both_texts(lighthouses())


@pytest.mark.parametrize(("first", "second"), [(0, 1), (1, 2), (2, 3), (3, 0)])
def test_the_fixture_drafts_come_back_word_for_word(fixtures: Path, first: int, second: int) -> None:
    a, b = fixtures / "chain" / CHAIN[first], fixtures / "chain" / CHAIN[second]
    comparison = comparison_of(a, b)
    data = assert_both_texts(comparison)
    for revisions, draft in (("accept", comparison.b), ("reject", comparison.a)):
        settings = Settings(revisions=revisions, isolate="never")  # type: ignore[arg-type]
        assert draft_text(read_draft_bytes(data, "redline.docx", settings)) == draft_text(draft)


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("bbnj/draft_2022-06-01.txt", "bbnj/draft_2022-12-12.txt"),
        ("bbnj/draft_2022-12-12.txt", "bbnj/BBNJ_Agreement_2023_en.pdf"),
        ("crime/UNTOC_2000_en.txt", "crime/UNCAC_2003_en.txt"),
        ("paris/2015-10-05.pdf", "paris/2015-10-23.pdf"),
        ("crime/UNTOC_protocol_smuggling_en.txt", "crime/UNTOC_protocol_trafficking_en.txt"),
    ],
)
def test_real_drafts_come_back_word_for_word(corpus: Path, a: str, b: str) -> None:
    assert_both_texts(comparison_of(corpus / a, corpus / b))


def test_the_same_comparison_gives_the_same_bytes_without_the_clock(first_pair: Comparison) -> None:
    data = comparison_docx(first_pair)
    assert data == comparison_docx(first_pair)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in packed.read("docProps/core.xml")
        assert not any("thumbnail" in name for name in packed.namelist())


def test_every_change_has_the_author_and_date_that_were_asked_for() -> None:
    body = body_of(comparison_docx(lighthouses(), author="Legal adviser", date="2024-05-31"))
    changes = [each for each in body.iter() if each.get(f"{W}author") is not None]
    assert changes
    assert {each.get(f"{W}author") for each in changes} == {"Legal adviser"}
    assert {each.get(f"{W}date") for each in changes} == {"2024-05-31T00:00:00Z"}
    ids = [each.get(f"{W}id") for each in changes]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("date", ["31 May 2024", "2024-13-01", "2024-05-31T12:00", "yesterday"])
def test_a_date_that_is_none_is_refused(date: str) -> None:
    with pytest.raises(UsageError, match="is no date"):
        comparison_docx(lighthouses(), date=date)


def test_a_layout_that_there_is_not_is_refused() -> None:
    with pytest.raises(UsageError, match="no layout 'columns'"):
        comparison_docx(lighthouses(), layout="columns")


def test_what_moved_is_marked_as_moved_and_its_ends_belong_together(first_pair: Comparison) -> None:
    lines = redline(first_pair)
    moved = {line.move for line in lines if line.move}
    assert moved
    body = body_of(comparison_docx(first_pair))
    for side in ("From", "To"):
        starts = {each.get(f"{W}id"): each.get(f"{W}name") for each in body.iter(f"{W}move{side}RangeStart")}
        ends = [each.get(f"{W}id") for each in body.iter(f"{W}move{side}RangeEnd")]
        assert sorted(starts) == sorted(ends)
        assert sorted(starts.values()) == sorted(f"move{number}" for number in moved)
        texts = [line for line in lines if line.state == f"moved_{side.lower()}"]
        assert sum(1 for each in body.iter(f"{W}rPr") if each.find(f"{W}move{side}") is not None) == len(
            texts
        )


def test_deleted_words_stand_in_the_element_that_word_wants(first_pair: Comparison) -> None:
    body = body_of(comparison_docx(first_pair))
    assert not [each for each in body.iter(f"{W}del") if each.find(f".//{W}t") is not None]
    assert not [each for each in body.iter(f"{W}ins") if each.find(f".//{W}delText") is not None]


def test_the_first_page_says_what_was_compared_with_what() -> None:
    comparison = lighthouses()
    for layout in ("redline", "table"):
        text = "".join(body_of(comparison_docx(comparison, layout=layout)).itertext())
        for said in (comparison.a.source.sha256, "first-draft.pdf", "second-draft.pdf", "treatydiff ",
                     "4 of 5 articles of B"):  # fmt: skip
            assert said in text


def test_headings_are_headings() -> None:
    body = body_of(comparison_docx(lighthouses()))
    styles = {
        "".join(each.itertext()): each.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        for each in body.findall(f"{W}p")
        if each.find(f"{W}pPr/{W}pStyle") is not None
    }
    assert styles["Convention on Shared Lighthouses"] == "Title"
    assert styles["PART IGENERAL"] == "Heading1"
    assert styles["Article 1Use of terms"] == "Heading3"
    assert styles["Have agreed as follows:"] == "Clause1"


def test_characters_that_xml_cannot_hold_do_not_spoil_the_file() -> None:
    data = comparison_docx(
        compared("A\x00 bell\x0b.", Edit("equal", "A\x00 bell\x0b."), b_text="A\x00 bell\x0b.")
    )
    assert "A\ufffd bell\ufffd." in "".join(body_of(data).itertext())


def test_drafts_without_provisions_make_a_document() -> None:
    for layout in ("redline", "table"):
        assert body_of(comparison_docx(empty_comparison(), layout=layout)) is not None


def test_the_columns_lie_on_landscape_pages_with_numbers_and_signals() -> None:
    body = body_of(comparison_docx(lighthouses(), layout="table"))
    assert body[-1].find(f"{W}pgSz").get(f"{W}orient") == "landscape"
    rows = [["".join(cell.itertext()) for cell in row.iter(f"{W}tc")] for row in body.iter(f"{W}tr")]
    assert rows[0] == ["A: first-draft.pdf", "B: LIGHT/CONF/2", "What became of it"]
    keepers = next(row for row in rows if row[0].startswith("1. Each State Party shall"))
    assert keepers[1] == "1. Each State Party may protect the keepers of lighthouses on its coast."
    assert "towards less binding wording" in keepers[2]
    assert all(len(row) == 3 for row in rows)


@pytest.mark.office
def test_libreoffice_opens_the_layouts_the_concordance_and_the_change_list_and_prints_them(
    first_pair: Comparison, tmp_path: Path
) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    paths = [tmp_path / f"{layout}.docx" for layout in ("redline", "table")]
    for path in paths:
        path.write_bytes(comparison_docx(first_pair, layout=path.stem))
    texts = concordance_view_with_texts(
        concordance_of(chain_of((first_pair.a, first_pair.b), (first_pair,), Settings()))
    )
    for name, data in (
        ("concordance", concordance_docx(texts)),
        ("changes", changes_docx(list_changes(first_pair))),
    ):
        paths.append(tmp_path / f"{name}.docx")
        paths[-1].write_bytes(data)
    command = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to",
               "pdf", "--outdir", str(tmp_path), *map(str, paths)]  # fmt: skip
    done = subprocess.run(command, capture_output=True, timeout=180, check=False)
    assert done.returncode == 0
    assert b"error" not in done.stderr.lower()
    for path in paths:
        printed_text = extract_text(str(path.with_suffix(".pdf")), maxpages=8)
        assert ("Art. 2" if path.stem == "changes" else "Protection of sovereignty") in printed_text


@pytest.mark.office
def test_libreoffice_accepts_b_and_rejects_to_a(first_pair: Comparison, tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    path = tmp_path / "redline.docx"
    path.write_bytes(comparison_docx(first_pair))
    texts = settled(path, tmp_path)
    for side, draft in (("accept", first_pair.b), ("reject", first_pair.a)):
        behind_cover = texts[side].split(COVER_END, 1)[1]
        assert behind_cover.split() == " ".join(printed(draft)).split()
