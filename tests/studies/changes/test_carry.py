"""Filled change lists as they come back: what spreadsheets and people do to them, and what becomes of every note."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from tests.studies.changes.test_change_list import FIRST, SECOND, THIRD
from treatydiff.errors import UsageError
from treatydiff.model import Comparison
from treatydiff.pipeline import compare_drafts, read_draft_bytes
from treatydiff.reading.spreadsheet import read_table
from treatydiff.settings import Settings
from treatydiff.studies.changes.as_csv import changes_csv
from treatydiff.studies.changes.list_changes import NEEDED, carry, list_changes, not_carried
from treatydiff.studies.changes.model import ChangeList

READING = Settings(reference="none", isolate="never")
Rows = list[list[str]]


def compared(a: bytes, b: bytes) -> Comparison:
    drafts = (read_draft_bytes(data, "x.txt", READING, media_type="txt") for data in (a, b))
    return compare_drafts(*drafts, READING)


def rows_of(a: bytes, b: bytes) -> Rows:
    return list(csv.reader(io.StringIO(changes_csv(list_changes(compared(a, b))))))


def filled(rows: Rows, notes: dict[str, str]) -> Rows:
    """The rows with notes in the column "Position", by what the cell "Article" begins with."""
    at, article = rows[0].index("Position"), rows[0].index("Article")
    done = [list(row) for row in rows]
    for row in done[1:]:
        row[at] = next((note for start, note in notes.items() if row[article].startswith(start)), "")
    return done


NOTES = {"Art. 1, paragraph 1": "Hold – to the end", "Art. 1, paragraph 2": "Ask for rum"}


def carried(path: Path) -> ChangeList:
    comparison = compared(SECOND, THIRD)
    return carry(comparison, list_changes(comparison), read_table(path, READING, NEEDED))


def as_csv(sign: str, encoding: str, *above: str) -> Callable[[Rows, Path], None]:
    def write(rows: Rows, path: Path) -> None:
        held = io.StringIO()
        csv.writer(held, delimiter=sign).writerows([*([each] for each in above), *rows])
        path.write_bytes(held.getvalue().encode(encoding))

    return write


def on_the_second_sheet(rows: Rows, path: Path) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Ours").write_string(0, 0, "Talking points")
        sheet = book.add_worksheet("Changes")
        for line, row in enumerate(rows, start=2):
            sheet.write_row(line, 0, row)


def reordered(rows: Rows, path: Path) -> None:
    as_csv(",", "utf-8")([rows[0][::-1], *(row[::-1] for row in rows[:0:-1])], path)


def shouting(rows: Rows, path: Path) -> None:
    as_csv(",", "utf-8")([[f" {name.upper()} " for name in rows[0]], *rows[1:]], path)


@pytest.mark.parametrize(
    "write",
    [
        as_csv(",", "utf-8"), as_csv(";", "utf-8-sig"), as_csv(";", "cp1252"), as_csv("\t", "utf-16"),
        as_csv(",", "utf-8", "List of 3 May"), on_the_second_sheet, reordered, shouting,
    ],
    ids=["as written", "semicolons", "western Windows", "tabs and UTF-16", "a title above", "another sheet first",
         "columns and rows reordered", "names in capitals"],
)  # fmt: skip
def test_a_filled_list_comes_back_from_whatever_program(
    write: Callable[[Rows, Path], None], tmp_path: Path
) -> None:
    path = tmp_path / "filled"
    write(filled(rows_of(FIRST, SECOND), NOTES), path)
    found = carried(path)
    notes = {found.changes[each.row - 1].filled[0]: each.fate for each in found.carried}
    assert notes == {"Hold – to the end": "unchanged", "Ask for rum": "text changed"}


def test_a_list_without_its_keys_says_what_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "filled.csv"
    as_csv(",", "utf-8")([row[:-2] for row in filled(rows_of(FIRST, SECOND), NOTES)], path)
    with pytest.raises(UsageError, match="it lacks Key A, Key B"):
        carried(path)


def test_a_row_of_one_s_own_is_not_said_to_be_on_a_clause_that_is_gone(tmp_path: Path) -> None:
    rows = filled(rows_of(FIRST, SECOND), NOTES)
    own = [""] * len(rows[0])
    own[rows[0].index("Article")], own[rows[0].index("Position")] = "General", "Speak last"
    path = tmp_path / "filled.csv"
    as_csv(",", "utf-8")([*rows, own], path)
    row = next(each for each in carried(path).changes if each.filled[0] == "Speak last")
    assert row.remark == "the row of these notes names no clause"


def test_a_column_that_somebody_added_is_said_to_stay_behind(tmp_path: Path) -> None:
    rows = filled(rows_of(FIRST, SECOND), NOTES)
    wider = [["Lead", "Empty", *rows[0]], *([f"Desk {n}", " ", *row] for n, row in enumerate(rows[1:]))]
    path = tmp_path / "filled.csv"
    as_csv(",", "utf-8")(wider, path)
    assert not_carried(read_table(path, READING, NEEDED)) == ("Lead",)
    assert len(carried(path).carried) == 2


HEADED = (
    "Article 1\n{}\n\n1. The Council shall meet once a year{}.\n\n2. Every pilot shall carry a whistle.\n"
)


def test_a_heading_that_stays_is_unchanged_though_its_article_is_not(tmp_path: Path) -> None:
    drafts = [HEADED.format(*each).encode() for each in (("Lamps", ""), ("Bells", ""), ("Bells", " in May"))]
    path = tmp_path / "filled.csv"
    as_csv(",", "utf-8")(filled(rows_of(*drafts[:2]), {"Art. 1": "Keep"}), path)
    comparison = compared(*drafts[1:])
    found = carry(comparison, list_changes(comparison), read_table(path, READING, NEEDED))
    row = next(each for each in found.changes if each.filled[0] == "Keep")
    assert (row.relation, row.remark) == ("identical", "did not change since the notes were made")


NOTED = "Article 1\n\nThe Council shall meet once a year.[^1] Every pilot shall carry a whistle.[^2]\n\n[^1]: {}\n\n[^2]: {}\n"


@pytest.mark.parametrize(
    ("third", "fate"),
    [
        ("In the port of its choice, in May.", "unchanged"),
        ("In the port of its choice, in June.", "text changed"),
    ],
)
def test_a_note_on_a_footnote_comes_forward(third: str, fate: str, tmp_path: Path) -> None:
    said = ("In the port of its choice, in March.", "In the port of its choice, in May.", third)
    texts = [NOTED.format(each, "Of brass.").encode() for each in said]
    drafts = [read_draft_bytes(text, "x.md", READING, media_type="md") for text in texts]
    first, second = (compare_drafts(*drafts[at : at + 2], READING) for at in (0, 1))
    rows = list(csv.reader(io.StringIO(changes_csv(list_changes(first)))))
    path = tmp_path / "filled.csv"
    as_csv(",", "utf-8")(filled(rows, {"Footnote 1": "Insist on a port"}), path)
    found = carry(second, list_changes(second), read_table(path, READING, NEEDED))
    (note,) = found.carried
    assert note.fate == fate
    assert found.changes[note.row - 1].filled[0] == "Insist on a port"
