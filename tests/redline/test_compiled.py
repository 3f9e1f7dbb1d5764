"""Three delegations' own copies of the chair's text in one file, everybody's changes under their name."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tests.reading.word_files import p, r, word_package
from tests.redline.test_kept_revisions import LAST, new_paragraph, put_in, taken_out
from tests.redline.test_own_redline import NEUTRAL, READING, W, difference, part, says
from tests.report.office_revisions import settled
from treatydiff.errors import UsageError
from treatydiff.pipeline import read_draft_bytes
from treatydiff.redline.compiled import Copy, compiled_redline
from treatydiff.redline.word.order import misplaced
from treatydiff.redline.word.settled import settle_each
from treatydiff.studies.proposals.compilation_in_word import compilation_docx
from treatydiff.studies.proposals.compile import compile_proposals
from treatydiff.studies.proposals.conflicts import conflict_lines, conflicts_of
from treatydiff.studies.proposals.model import Compilation

HEAD = p("Article 1") + p("Lamps and harbours")
LAMPS = "Each Party shall keep the lamps of its lighthouses burning from dusk until dawn in every season."
REPORTS = "The Parties shall exchange weather reports twice a day through the harbour office of each Party."
KEEPERS = "A keeper who leaves the tower without relief shall report to the Council within thirty days."
SHIPS = "Ships that enter a sheltered bay may ask the nearest station for oil, rope and fresh water."
BASE = word_package(HEAD + p(LAMPS) + p(REPORTS) + p(KEEPERS) + p(SHIPS) + LAST)
PILOTS = "Every pilot shall carry a whistle of brass and shall sound it when the fog hides the shore."

ALDERMARK = word_package(
    HEAD
    + p(r(LAMPS.partition("of its")[0]), taken_out("of its lighthouses", who="A. Clerk"), put_in("of all towers", who="A. Clerk"),
        r(LAMPS.partition("lighthouses")[2]))
    + p(REPORTS) + new_paragraph(PILOTS) + p(KEEPERS.replace("thirty", "sixty")) + p(SHIPS) + LAST
)  # fmt: skip
NORVANIA = word_package(
    HEAD + p(LAMPS.replace("shall", "should").replace("the lamps of its lighthouses", "the lamps")) + p(REPORTS)
    + p("The Council shall publish the reports once a year in every language of its members.")
    + p(KEEPERS.replace("thirty", "ninety")) + LAST
)  # fmt: skip
QUILLON = word_package(
    HEAD + p(LAMPS.replace("burning", "burning brightly")) + p(REPORTS.replace("twice", "three times"))
    + p(KEEPERS) + p(SHIPS.replace("oil, rope and", "oil and")) + LAST
)  # fmt: skip
FILES = (ALDERMARK, NORVANIA, QUILLON)
NAMES = ("Aldermark", "Norvania", "Quillon")


def compiled() -> Compilation:
    base = read_draft_bytes(BASE, "chair.docx", READING)
    copies = [
        (name, read_draft_bytes(data, f"{name}.docx", READING))
        for name, data in zip(NAMES, FILES, strict=True)
    ]
    return compile_proposals(base, copies, READING)


@pytest.fixture(scope="module")
def compilation() -> Compilation:
    return compiled()


@pytest.fixture(scope="module")
def one_file(compilation: Compilation) -> bytes:
    return compilation_docx(compilation, files=(BASE, *FILES), layout="own")


def settled_for(data: bytes, who: str) -> bytes:
    """The file with the changes of one author accepted and all others rejected."""
    root = part(data)
    settle_each(root, lambda change: change.get(f"{W}author") == who)
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(held, "w") as out:
        for name in package.namelist():
            out.writestr(name, etree.tostring(root) if name == "word/document.xml" else package.read(name))
    return held.getvalue()


def words_of(data: bytes, who: str, tag: str) -> list[str]:
    found = [each for each in part(data).iter(f"{W}{tag}") if each.get(f"{W}author") == who]
    texts = ("".join(text.text or "" for text in each.iter(f"{W}t", f"{W}delText")) for each in found)
    return [each.strip() for each in texts if each.strip()]


def test_all_changes_are_found_under_their_names(one_file: bytes) -> None:
    assert words_of(one_file, "Aldermark", "ins") == ["all towers", PILOTS, "sixty"]
    assert words_of(one_file, "Aldermark", "del") == ["its lighthouses", "thirty"]
    assert words_of(one_file, "Norvania", "ins") == [
        "should", "The Council shall publish the reports once a year in every language of its members.", "ninety",
    ]  # fmt: skip
    assert words_of(one_file, "Norvania", "del")[:2] == ["shall", "of"]
    assert " ".join(words_of(one_file, "Norvania", "del")[2:]).replace(" ,", ",") == SHIPS
    assert words_of(one_file, "Quillon", "ins") == ["brightly", "three times"]
    said = "".join(part(one_file, "word/comments.xml").itertext())
    assert "Norvania also deletes “its lighthouses”." in said
    assert "Norvania also deletes “thirty”." in said
    assert "Quillon also deletes “, rope”." in said
    assert "A. Clerk" not in etree.tostring(part(one_file), encoding="unicode")


def test_rejecting_all_gives_the_base_and_accepting_one_gives_that_copy(one_file: bytes) -> None:
    page = len(says(one_file, "reject")) - len(says(BASE))
    assert difference(says(one_file, "reject")[:-page], says(BASE)) == ""
    assert difference(says(settled_for(one_file, "Aldermark"))[:-page], says(ALDERMARK)) == ""


def test_the_first_named_comes_first_where_several_put_something_in(one_file: bytes) -> None:
    paragraphs = ["".join(each.itertext()) for each in part(one_file).iter(f"{W}p")]
    at = paragraphs.index(PILOTS)
    assert paragraphs[at + 1].startswith("The Council shall publish")
    assert "thirtysixtyninety days" in paragraphs[at + 2]


def test_the_file_is_whole(one_file: bytes) -> None:
    assert list(misplaced(part(one_file))) == []
    assert b"urn:treatydiff" not in etree.tostring(part(one_file))
    ids = [each.get(f"{W}id") for each in part(one_file).iter(f"{W}ins", f"{W}del")]
    assert len(ids) == len(set(ids))
    assert compilation_docx(compiled(), files=(BASE, *FILES), layout="own") == one_file


def test_conflicts_are_listed_and_agreement_is_none(compilation: Compilation, one_file: bytes) -> None:
    lines = conflict_lines(conflicts_of(compilation))
    assert [line.split(": “")[0] for line in lines] == ["Art. 1, unnumbered paragraph 1", "Art. 1, unnumbered paragraph 3",
                                                       "Art. 1, unnumbered paragraph 4"]  # fmt: skip
    assert lines[1].endswith("Aldermark: “sixty”; Norvania: “ninety”")
    assert "Norvania: deleted" in lines[2]
    last = ["".join(each.itertext()) for each in part(one_file).iter(f"{W}p")]
    assert [line in last for line in lines] == [True] * 3


def test_two_texts_of_one_name_are_refused(compilation: Compilation) -> None:
    comparison = compilation.compared[0][1]
    copies = [Copy("Aldermark", comparison, ALDERMARK), Copy("Aldermark", comparison, ALDERMARK)]
    with pytest.raises(UsageError, match="one name"):
        compiled_redline(BASE, copies, date="", neutral_date=NEUTRAL)


@pytest.mark.office
def test_libreoffice_opens_it(one_file: bytes, tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    document = tmp_path / "compiled.docx"
    document.write_bytes(one_file)
    said = settled(document, tmp_path)
    for sentence in (LAMPS, REPORTS, KEEPERS, SHIPS):
        assert sentence in said["reject"]
    assert PILOTS in said["accept"]
    assert SHIPS not in said["accept"].split("Compilation on")[0]


def note(kind: str, *paragraphs: str, number: int = 1) -> str:
    return f'<w:{kind} w:id="{number}">{"".join(paragraphs)}</w:{kind}>'


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{p(cell)}</w:tc>" for cell in cells) + "</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{''.join(rows)}</w:tbl>"


CALL = '<w:r><w:footnoteReference w:id="1"/></w:r>'
END_CALL = '<w:r><w:endnoteReference w:id="1"/></w:r>'
TAB = "<w:r><w:tab/></w:r>"
PORTS = (
    row("Port of entry", "Oil in barrels"),
    row("Northern quay", "Forty barrels"),
    row("Southern quay", "Sixty barrels"),
)
OLD, NEW = "The keeper of brass lamps counts them daily.", "The keeper counts them daily."
ALIKE = {
    "words of a footnote": (
        (p(r(LAMPS), CALL) + LAST, {"footnotes": note("footnote", p(OLD))}),
        (p(r(LAMPS), CALL) + LAST, {"footnotes": note("footnote", p(NEW))}),
        "also deletes “of brass lamps” in this footnote.",
    ),
    "words of an endnote": (
        (p(r(LAMPS), END_CALL) + LAST, {"endnotes": note("endnote", p(OLD))}),
        (p(r(LAMPS), END_CALL) + LAST, {"endnotes": note("endnote", p(NEW))}),
        "also deletes “of brass lamps” in this endnote.",
    ),
    "a footnote with its call": (
        (p(r(LAMPS), CALL) + LAST, {"footnotes": note("footnote", p(OLD))}),
        (p(LAMPS) + LAST, {"footnotes": ""}),
        "also deletes a footnote.",
    ),
    "a whole row": (
        (p(LAMPS) + table(*PORTS) + LAST, {}),
        (p(LAMPS) + table(PORTS[0], PORTS[2]) + LAST, {}),
        "also deletes this row: “Northern quay Forty barrels”.",
    ),
    "a tab alone": (
        (p(r("Each Party shall keep"), TAB, r("the lamps of its lighthouses burning.")) + LAST, {}),
        (p(r("Each Party shall keep"), r(" the lamps of its lighthouses burning.")) + LAST, {}),
        "also deletes a tab.",
    ),
    "the end of a paragraph before a last one": (
        (p(LAMPS) + p(REPORTS), {}),
        (p(LAMPS), {}),
        "also deletes the end of this paragraph.",
    ),
    "a whole paragraph": (
        (p(LAMPS) + p(REPORTS) + p(KEEPERS) + LAST, {}),
        (p(LAMPS) + p(KEEPERS) + LAST, {}),
        f"also deletes this paragraph: “{REPORTS}”.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ALIKE)
def test_what_two_take_out_alike_is_found_under_both_names(case: str) -> None:
    (before, notes), (after, notes_after), said = ALIKE[case]
    base, copy = word_package(HEAD + before, **notes), word_package(HEAD + after, **notes_after)
    drafts = [read_draft_bytes(data, f"{n}.docx", READING) for n, data in enumerate((base, copy, copy))]
    compilation = compile_proposals(drafts[0], [("Aldermark", drafts[1]), ("Quillon", drafts[2])], READING)
    told: list[str] = []
    data = compilation_docx(compilation, files=(base, copy, copy), layout="own", tell=told.append)
    assert told == []
    comments = part(data, "word/comments.xml")
    assert [each.get(f"{W}author") for each in comments] == ["Quillon"] * len(comments)
    assert f"Quillon {said}" in ["".join(each.itertext()) for each in comments]
    root = part(data)
    for tag in ("RangeStart", "RangeEnd", "Reference"):
        places = list(root.iter(f"{W}comment{tag}"))
        assert len(places) == len(comments)
        assert not [each for place in places for each in place.iterancestors(f"{W}del", f"{W}txbxContent")]
    assert list(misplaced(root)) == []
