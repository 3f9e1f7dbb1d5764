"""The change list, and notes that come forward from one draft to the next."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from tests.cli.running import run
from tests.reading.word_files import NAMES, p, word_package
from treatydiff.pipeline import compare_drafts, read_draft_bytes
from treatydiff.reading.spreadsheet import read_table
from treatydiff.redline.word.order import misplaced
from treatydiff.settings import Settings
from treatydiff.studies.changes.columns import COLUMNS
from treatydiff.studies.changes.list_changes import list_changes
from treatydiff.studies.changes.model import ChangeList

LAMPS = "1. Each Party shall keep the lamps of its lighthouses {} from dusk until dawn in every season."
OIL = "2. Ships that enter a sheltered bay may ask the nearest station for oil, rope and {} water."
COUNCIL = (
    "3. The Council shall meet once a year in the port whose mayor has offered to receive its members{}."
)
PIERS = "4. Every Party may repair its own piers at its own expense without the consent of the Council."


def draft(*paragraphs: str) -> bytes:
    return ("Article 1\nLamps\n\n" + "\n\n".join(paragraphs) + "\n").encode()


FIRST = draft(LAMPS.format("lit"), OIL.format("fresh"), COUNCIL.format(""))
SECOND = draft(LAMPS.format("burning"), OIL.format("clean"), COUNCIL.format(" there"), PIERS)
THIRD = draft(LAMPS.format("burning"), OIL.format("clear"), PIERS.replace("4.", "3."))


def listed(a: bytes, b: bytes) -> ChangeList:
    settings = Settings(reference="none", isolate="never")
    drafts = (read_draft_bytes(data, name, settings, media_type="txt") for data, name in ((a, "a"), (b, "b")))
    return list_changes(compare_drafts(*drafts, settings))


def test_every_changed_clause_is_a_row_with_both_texts() -> None:
    rows = listed(FIRST, SECOND).changes
    assert [row.number for row in rows] == [1, 2, 3, 4]
    assert (rows[0].old, rows[0].new) == (LAMPS.format("lit")[3:], LAMPS.format("burning")[3:])
    assert rows[0].classes == ("substantive",)
    assert (rows[3].relation, rows[3].old, rows[3].new) == ("added", "", PIERS[3:])


def test_the_list_says_which_provisions_share_clauses() -> None:
    assert [(row.label_a, row.label_b, row.kind) for row in listed(FIRST, SECOND).links] == [
        ("Art. 1", "Art. 1", "counterpart")
    ]


def test_equal_drafts_have_no_changes() -> None:
    assert listed(FIRST, FIRST).changes == ()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{name}.txt" for name in ("first", "second", "third")]
    for path, data in zip(paths, (FIRST, SECOND, THIRD), strict=True):
        path.write_bytes(data)
    return paths


def filled(path: Path, notes: dict[str, str]) -> None:
    """Fill the column "Position" of a CSV list in, by beginnings of the new text."""
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8"))))
    position, new = rows[0].index("Position"), rows[0].index("New text")
    for row in rows[1:]:
        row[position] = next((note for start, note in notes.items() if row[new].startswith(start)), "")
    held = io.StringIO()
    csv.writer(held).writerows(rows)
    path.write_text(held.getvalue(), "utf-8")


def test_notes_come_forward_and_what_became_of_their_clauses_is_said(
    files: list[Path], tmp_path: Path
) -> None:
    first, second, third = files
    old = tmp_path / "old.csv"
    assert run("changes", first, second, "-f", "csv", "-o", old).returncode == 0
    filled(
        old,
        {"Each Party": "support", "Ships": "ask for rum", "The Council": "oppose", "Every Party": "agree"},
    )
    done = run("changes", "--carry", old, second, third, "-f", "json")
    told = json.loads(done.stdout)
    fates = {row["filled"]["position"]: each["fate"] for each in told["carried"]
             for row in told["changes"] if row["number"] == each["row"]}  # fmt: skip
    assert fates == {"support": "unchanged", "ask for rum": "text changed", "oppose": "vanished",
                     "agree": "unchanged"}  # fmt: skip
    ships = next(row for row in told["changes"] if row["filled"]["position"] == "ask for rum")
    assert ships["new"] == OIL.format("clear")[3:]


def test_a_workbook_that_was_written_is_read_again(files: list[Path], tmp_path: Path) -> None:
    first, second, third = files
    book = tmp_path / "list.xlsx"
    assert run("changes", first, second, "-f", "xlsx", "-o", book).returncode == 0
    rows = read_table(book, Settings())
    assert [row["Relation"] for row in rows] == ["revised", "revised", "revised", "added"]
    assert rows[0]["New text"] == LAMPS.format("burning")[3:]
    with zipfile.ZipFile(book) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert "<autoFilter" in sheet
    assert 'state="frozen"' in sheet
    again = tmp_path / "again.xlsx"
    run("changes", first, second, "-f", "xlsx", "-o", again)
    assert again.read_bytes() == book.read_bytes()
    assert run("compare", first, second, "-f", "xlsx", "-o", again).returncode == 0
    assert again.read_bytes() == book.read_bytes()
    assert run("changes", "--carry", book, second, third).returncode == 0


def test_a_word_table_has_the_columns_of_the_workbook_and_comes_forward_when_filled(
    files: list[Path], tmp_path: Path
) -> None:
    first, second, third = files
    table, book = tmp_path / "list.docx", tmp_path / "list.xlsx"
    assert run("changes", first, second, "-f", "docx", "-o", table).returncode == 0
    assert run("changes", first, second, "-f", "xlsx", "-o", book).returncode == 0
    unmarked = [
        {name: text for name, text in row.items() if name != "Marked"} for row in read_table(book, Settings())
    ]
    rows = read_table(table, Settings())
    assert [{name: text for name, text in row.items() if name != "Marked"} for row in rows] == unmarked
    assert list(rows[0]) == list(COLUMNS)
    again = tmp_path / "again.docx"
    run("changes", first, second, "-f", "docx", "-o", again)
    assert again.read_bytes() == table.read_bytes()
    document = Document(str(table))
    assert [*misplaced(etree.fromstring(etree.tostring(document.element)))] == []
    lines = document.tables[0].rows
    lines[1].cells[COLUMNS.index("Position")].text = "support\nas the Group does"
    taken_back = lines[2].cells[COLUMNS.index("Instruction")].paragraphs[0]._p
    taken_back.append(etree.fromstring(f"<w:del {NAMES}><w:r><w:delText>wait</w:delText></w:r></w:del>"))
    taken_back.append(etree.fromstring(f"<w:ins {NAMES}><w:r><w:t>ask for rum</w:t></w:r></w:ins>"))
    lines[4].cells[COLUMNS.index("Remarks")].merge(lines[4].cells[COLUMNS.index("Fallback")]).text = "agree"
    document.save(str(table))
    told = json.loads(run("changes", "--carry", table, second, third, "-f", "json").stdout)
    noted = {each["fate"]: told["changes"][each["row"] - 1]["filled"] for each in told["carried"]}
    assert noted["text changed"]["instruction"] == "ask for rum"
    assert [
        note
        for each in told["carried"]
        for note in told["changes"][each["row"] - 1]["filled"].values()
        if note
    ] == ["support\nas the Group does", "ask for rum", "agree"]
    new = tmp_path / "new.docx"
    assert run("changes", "--carry", table, second, third, "-f", "docx", "-o", new).returncode == 0
    assert "Note on Art. 1, paragraph 2: text changed (no. 1)" in [
        each.text for each in Document(str(new)).paragraphs
    ]


def test_a_list_of_other_drafts_is_refused(files: list[Path], tmp_path: Path) -> None:
    first, second, third = files
    old = tmp_path / "old.csv"
    run("changes", first, second, "-f", "csv", "-o", old)
    done = run("changes", "--carry", old, third, first)
    assert done.returncode == 2
    assert b"the table speaks of other drafts than third.txt" in done.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", b"the table is empty"),
        (b"No.,Words\n1,x\n", b"the table is no change list"),
        (b"PK\x03\x04 broken", b"is damaged"),
        (word_package(p("No table here.")), b"the table is empty"),
        (b"\xff\xfe\x00", b"is no table"),
    ],
)
def test_what_is_no_list_is_one_clear_line(
    files: list[Path], tmp_path: Path, content: bytes, said: bytes
) -> None:
    table = tmp_path / "table.xlsx"
    table.write_bytes(content)
    done = run("changes", "--carry", table, *files[:2])
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert said in done.stderr


def test_a_filled_cell_is_never_a_formula(files: list[Path], tmp_path: Path) -> None:
    first, second, third = files
    old = tmp_path / "old.csv"
    run("changes", first, second, "-f", "csv", "-o", old)
    filled(old, {"Ships": '=HYPERLINK("http://x")'})
    done = run("changes", "--carry", old, second, third, "-f", "csv")
    assert b"'=HYPERLINK" in done.stdout
    book = tmp_path / "new.xlsx"
    run("changes", "--carry", old, second, third, "-f", "xlsx", "-o", book)
    with zipfile.ZipFile(book) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")
