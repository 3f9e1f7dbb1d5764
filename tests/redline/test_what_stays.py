"""What did not change stays as it was: paragraphs, rows, notes, styles and lists of the marked file."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tests.reading.word_files import p, r, word_package
from tests.redline.edited_copy import edited_copy
from tests.redline.pairs import ENGLISH
from tests.redline.test_own_redline import READING, W, difference, marked, part, says
from tests.report.office_revisions import lines_of, settle_all
from treatydiff.reading.reader import read_bytes

CALL = '<w:r><w:endnoteReference w:id="{}"/></w:r>'
LAMPS, SHIPS = ENGLISH[0], ENGLISH[3]


def test_notes_whose_labels_begin_anew_in_every_section_are_told_apart() -> None:
    """Each section counts its endnotes from i; the second note of that label is no new one."""
    anew = '<w:sectPr><w:endnotePr><w:numRestart w:val="eachSect"/></w:endnotePr></w:sectPr>'
    body = (
        p("Article 1") + p(r(LAMPS.replace("keep", "{}")), CALL.format(1))
        + f"<w:p><w:pPr>{anew}</w:pPr></w:p>" + p("Article 2") + p(r(SHIPS), CALL.format(2)) + anew
    )  # fmt: skip
    notes = "".join(
        f'<w:endnote w:id="{at}"><w:p><w:r><w:endnoteRef/></w:r>{r(f" {text}")}</w:p></w:endnote>'
        for at, text in ((1, "Of brass, or of iron."), (2, "The pilots of the north object."))
    )
    a, b = (word_package(body.replace("{}", word), endnotes=notes) for word in ("keep", "leave"))
    assert [note.label for note in read_bytes(a, "a.docx", READING).notes] == ["i", "i"]
    root = part(marked(a, b))
    assert ["".join(each.itertext()) for each in root.iter(f"{W}ins", f"{W}del")] == ["keep", "leave"]


def _rows(*rows: tuple[tuple[str, ...], str]) -> str:
    """A table; each row is the paragraphs of its first cell and what its second cell says."""
    cells = (f"<w:tr><w:tc>{''.join(map(p, first))}</w:tc><w:tc>{p(second)}</w:tc></w:tr>"
             for first, second in rows)  # fmt: skip
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{''.join(cells)}</w:tbl>"


HEAD_ROW = (("Port",), "Lamps")
TALL_ROW = (("Northern quay", "with its pier"), "Forty")
LAST_ROW = (("Southern quay",), "Sixty")


def _tabled(*rows: tuple[tuple[str, ...], str]) -> bytes:
    return word_package(p("Article 1") + p(LAMPS) + _rows(*rows) + p(SHIPS))


@pytest.mark.parametrize(
    ("a", "b", "tag"),
    [
        (_tabled(HEAD_ROW, LAST_ROW), _tabled(HEAD_ROW, TALL_ROW, LAST_ROW), "ins"),
        (_tabled(HEAD_ROW, TALL_ROW, LAST_ROW), _tabled(HEAD_ROW, LAST_ROW), "del"),
    ],
)
def test_a_row_goes_with_the_ends_of_its_paragraphs(a: bytes, b: bytes, tag: str) -> None:
    """LibreOffice leaves an empty row where the end of a paragraph inside a cell stays."""
    row = next(
        each for each in part(marked(a, b)).iter(f"{W}tr") if each.find(f"{W}trPr/{W}{tag}") is not None
    )
    ends = [each.find(f"{W}pPr/{W}rPr/{W}{tag}") is not None for each in row.iter(f"{W}p")]
    assert ends == [True, False, False]


def test_a_row_that_differs_in_a_blank_only_is_not_taken_for_its_neighbour() -> None:
    blank, bare = (("\N{NO-BREAK SPACE}",), ""), (("",), "")
    root = part(marked(_tabled(HEAD_ROW, blank, bare), _tabled(HEAD_ROW, blank, blank, bare)))
    rows = [each.find(f"{W}trPr/{W}ins") is not None for each in root.iter(f"{W}tr")]
    assert rows.count(True) == 1
    assert not rows[-1]


MOVED = 5
"""How many of fifty edits move a paragraph."""


def _paragraphs(data: bytes) -> Counter[bytes]:
    """The paragraphs as XML, without the numbers that a program deals out anew each time."""
    root = part(data)
    for numbered in root.iter(f"{W}id", f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        numbered.attrib.pop(f"{W}val" if numbered.tag == f"{W}id" else f"{W}id", None)
    return Counter(etree.tostring(each) for each in root.iter(f"{W}p"))


@pytest.fixture(scope="module")
def fifty_edits(corpus: Path) -> tuple[bytes, bytes, bytes]:
    a = (corpus / "unfccc" / "decision_draft_2024-11-14.docx").read_bytes()
    b = edited_copy(a, 50)
    return a, b, marked(a, b)


@pytest.mark.corpus
@pytest.mark.slow  # two real drafts are read and compared
def test_a_real_negotiating_text_with_fifty_edits(fifty_edits: tuple[bytes, bytes, bytes]) -> None:
    a, b, data = fifty_edits
    assert difference(says(data), says(b)) == ""
    assert difference(says(data, "reject"), says(a)) == ""
    assert len(data) <= 1.5 * len(b)  # a plain redline is smaller than the draft, which is 146 kB
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(io.BytesIO(b)) as original:
        assert set(original.namelist()) <= set(package.namelist())
        differing = [each for each in original.namelist() if package.read(each) != original.read(each)]
    changed = [
        name
        for name in differing
        if name.startswith("word/")
        and etree.tostring(part(data, name), method="c14n") != etree.tostring(part(b, name), method="c14n")
    ]
    # Masthead, pictures and settings are the file's own; styles and lists only gain.
    may = ("document", "footnotes", "endnotes", "styles", "numbering")
    assert set(changed) <= {f"word/{each}.xml" for each in may}
    for kind, tag in (("styles", "style"), ("numbering", "num"), ("numbering", "abstractNum")):
        ours, theirs = ({etree.tostring(each) for each in part(file, f"word/{kind}.xml").iter(W + tag)}
                        for file in (data, b))  # fmt: skip
        assert ours >= theirs
    for revisions, draft in (("accept", b), ("reject", a)):
        read = read_bytes(data, "x.docx", replace(READING, revisions=revisions))  # type: ignore[arg-type]
        own = read_bytes(draft, "x.docx", READING)
        kinds = [sum(note.kind == kind for note in read.notes) for kind in ("footnote", "endnote")]
        assert kinds == [14, 11]
        assert [block.number for block in read.blocks] == [block.number for block in own.blocks]
        assert sum(bool(block.number) for block in own.blocks) > 100
        assert len({block.cell[0] for block in read.blocks if block.cell}) == 18
    assert len(list(part(data).iter(f"{W}tbl"))) == len(list(part(b).iter(f"{W}tbl"))) == 18
    unchanged = _paragraphs(a) & _paragraphs(b)
    assert unchanged.total() > 1500
    assert (unchanged - _paragraphs(data)).total() == MOVED


@pytest.mark.corpus
@pytest.mark.office
@pytest.mark.slow  # LibreOffice writes three long drafts twice
def test_libreoffice_leaves_unchanged_paragraphs_as_they_were(
    fifty_edits: tuple[bytes, bytes, bytes], tmp_path: Path
) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    for name, data in zip("abr", fifty_edits, strict=True):
        (tmp_path / f"{name}.docx").write_bytes(data)
    settle_all(tmp_path, as_word=True)

    def settled(name: str) -> Counter[bytes]:
        return _paragraphs((tmp_path / f"{name}.word").read_bytes())

    a, b = settled("a.docx.Accept"), settled("b.docx.Accept")
    assert settled("r.docx.Accept") == b
    rejected = settled("r.docx.Reject")
    assert ((a & b) - rejected).total() <= 1
    assert rejected.total() == a.total()
    assert (a - rejected).total() <= 1  # the mark of one that moved is not bold as it was
    for side, name in (("Accept", "b"), ("Reject", "a")):
        assert lines_of(tmp_path / f"r.docx.{side}.txt") == lines_of(tmp_path / f"{name}.docx.Accept.txt")
