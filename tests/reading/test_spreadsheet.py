"""Tables that somebody filled in, as workbooks, Word and CSV files hold them: a row for every rule."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from treatydiff.errors import ReadError
from treatydiff.reading.spreadsheet import TableRow, read_table
from treatydiff.settings import Settings

S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(tmp_path: Path, data: bytes | str, columns: tuple[str, ...] = (), **settings: int) -> list[TableRow]:
    path = tmp_path / "table"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_table(path, Settings(**settings), columns)  # type: ignore[arg-type]


def packed(**parts: str) -> bytes:
    """A packed file; "__" in the name of a part stands for a slash."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return file.getvalue()


def sheet(*rows: str) -> str:
    return f"<worksheet {S}><sheetData>{''.join(f'<row>{row}</row>' for row in rows)}</sheetData></worksheet>"


def cells(*texts: str) -> str:
    return "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)


HEAD = cells("Id", "Text")


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("Id,Text\n1,oil\n2,fog\n", [{"Id": "1", "Text": "oil"}, {"Id": "2", "Text": "fog"}]),
        ("Id;Text\n1;oil, fog\n", [{"Id": "1", "Text": "oil, fog"}]),
        ("Id\tText\n1\toil, fog; ice\n", [{"Id": "1", "Text": "oil, fog; ice"}]),
        # the sign of the first line counts
        ("Id;Text\n1;a,b,c,d\n", [{"Id": "1", "Text": "a,b,c,d"}]),
        ('Id,Text\n1,"oil,\nfog"\n', [{"Id": "1", "Text": "oil,\nfog"}]),
        # a row may be short; what stands beyond the head is left out
        ("Id,Text\n1\n", [{"Id": "1", "Text": ""}]),
        ("Id,Text\n1,oil,fog\n", [{"Id": "1", "Text": "oil"}]),
        ("Id,Text\n", []),
        # what keeps a cell from being a formula goes; another apostrophe stays
        ("Id,Text\n1,'=oil\n2,'-fog\n", [{"Id": "1", "Text": "=oil"}, {"Id": "2", "Text": "-fog"}]),
        ("Id,Text\n1,'oil'\n", [{"Id": "1", "Text": "'oil'"}]),
        ("Id,Text\n1,=oil\n", [{"Id": "1", "Text": "=oil"}]),
    ],
)
def test_a_typed_table(tmp_path: Path, typed: str, rows: list[TableRow]) -> None:
    assert read(tmp_path, typed) == rows


@pytest.mark.parametrize(
    "data",
    ["Id,Té\n1,oil\n".encode(code) for code in ("utf-8", "utf-8-sig", "utf-16", "cp1252")]
    + [b"\xfe\xff" + "Id,Té\n1,oil\n".encode("utf-16-be")],
)
def test_a_typed_table_in_the_encodings_of_spreadsheets(tmp_path: Path, data: bytes) -> None:
    assert read(tmp_path, data) == [{"Id": "1", "Té": "oil"}]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Id,T\xe9\x00\n1,oil\n", "is no table"),
        (b"lamps\noil\n", "is no table: its first line has one column"),
        (b"", "the table is empty"),
        (b"PK oil", "is damaged"),
        (packed(xl__styles="<a/>"), "holds no table"),
        (packed(word__document="<a"), "is damaged"),
        (packed(xl__worksheets__sheet1=sheet()), "the table is empty"),
        (packed(word__document=f"<w:document {W}/>"), "the table is empty"),
    ],
)
def test_what_is_no_table(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        read(tmp_path, data)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (cells("1", "oil"), ("1", "oil")),
        ('<c r="A2"><v>1</v></c><c r="B2"><v>2.5</v></c>', ("1", "2.5")),
        ('<c r="B2"><v>2.5</v></c>', ("", "2.5")),
        ('<c r="A2"/><c r="B2"><v/></c>', ("", "")),
        ('<c><v>1</v></c><c t="s"><v>1</v></c>', ("1", "fog")),
        ('<c><v>1</v></c><c t="s"><v>0</v></c>', ("1", "oil and lamps")),
        ('<c><v>1</v></c><c t="s"><v>2</v></c>', ("1", "")),
        ('<c><v>1</v></c><c t="s"><v>x</v></c>', ("1", "")),
        ('<c><v>1</v></c><c t="s"/>', ("1", "")),
        ('<c t="inlineStr"><is><r><t>oil</t></r><r><t> and</t></r></is></c><c/>', ("oil and", "")),
    ],
)
def test_the_cells_of_a_sheet(tmp_path: Path, row: str, expected: tuple[str, str]) -> None:
    strings = f"<sst {S}><si><r><t>oil</t></r><r><t> and lamps</t></r></si><si><t>fog</t></si></sst>"
    data = packed(xl__worksheets__sheet1=sheet(HEAD, row), xl__sharedStrings=strings)
    assert read(tmp_path, data) == [dict(zip(("Id", "Text"), expected, strict=True))]


@pytest.mark.parametrize(
    ("reference", "column"),
    [("A1", 0), ("B1", 1), ("Z1", 25), ("AA1", 26), ("AZ1", 51), ("BA1", 52), ("AAA1", 702)],
)
def test_cells_name_their_columns(tmp_path: Path, reference: str, column: int) -> None:
    head = cells(*(f"c{at}" for at in range(703)))
    data = packed(xl__worksheets__sheet1=sheet(head, f'<c r="{reference}"><v>oil</v></c>'))
    (row,) = read(tmp_path, data)
    assert [name for name, text in row.items() if text] == [f"c{column}"]


@pytest.mark.parametrize(
    ("above", "found"),
    [
        (0, True),
        (1, True),
        (19, True),
        (20, False),
    ],
)
def test_a_head_may_stand_below_other_rows(tmp_path: Path, above: int, found: bool) -> None:
    rows = [cells("List", "of oil")] * above + [cells(" id", "TEXT"), cells("1", "oil")]
    (*_, last) = read(tmp_path, packed(xl__worksheets__sheet1=sheet(*rows)), ("Id", "Text"))
    assert last == ({"Id": "1", "Text": "oil"} if found else {"List": "1", "of oil": "oil"})


def test_the_sheet_with_the_wanted_head_is_read(tmp_path: Path) -> None:
    data = packed(
        xl__worksheets__sheet10=sheet(HEAD, cells("10", "ice")),
        xl__worksheets__sheet2=sheet(HEAD, cells("2", "fog")),
        xl__worksheets__sheet1=sheet(cells("No", "Sort"), cells("1", "oil")),
    )
    assert read(tmp_path, data) == [{"No": "1", "Sort": "oil"}]
    assert read(tmp_path, data, ("Id",)) == [{"Id": "2", "Text": "fog"}]
    assert read(tmp_path, data, ("Id", "Sort")) == [{"No": "1", "Sort": "oil"}]


def test_a_table_unpacks_to_as_much_as_the_settings_allow(tmp_path: Path) -> None:
    def of_size(size: int) -> bytes:
        bare = sheet(HEAD, cells("1", ""))
        return packed(xl__worksheets__sheet1=sheet(HEAD, cells("1", "x" * (size - len(bare)))))

    assert len(read(tmp_path, of_size(1024 * 1024), max_unpacked_mib=1)) == 1
    with pytest.raises(ReadError, match="unpacks to more than max_unpacked_mib allows"):
        read(tmp_path, of_size(1024 * 1024 + 1), max_unpacked_mib=1)


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(*paragraphs: str, span: str = "") -> str:
    joined = f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>' if span else ""
    return f"<w:tc>{joined}{''.join(f'<w:p>{each}</w:p>' for each in paragraphs)}</w:tc>"


def t(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


NAMES = cell(t("Id")) + cell(t("Text"))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (cell(t("1")) + cell(t("oil")), [("1", "oil")]),
        (cell(t("1")) + cell(t("oil"), t("fog")), [("1", "oil\nfog")]),
        (cell(t("1")) + cell(t("oil") + "<w:r><w:tab/></w:r>" + t("fog")), [("1", "oil\tfog")]),
        (cell(t("1")) + cell(t("oil") + "<w:r><w:br/></w:r>" + t("fog")), [("1", "oil\nfog")]),
        (cell(t("1")) + cell(t(" oil ")), [("1", "oil")]),
        (cell(t("1")) + cell("<w:r><w:t/></w:r>"), [("1", "")]),
        # a cell that was joined with the next leaves that one empty
        (cell(t("oil"), span="2"), [("oil", "")]),
        (cell(t("oil"), span="x") + cell(t("fog")), [("oil", "fog")]),
        (cell(t("oil"), span="1") + cell(t("fog")), [("oil", "fog")]),
        # tracked changes are read as accepted
        (cell(t("1")) + cell(f"<w:del>{t('oil')}</w:del>{t('fog')}"), [("1", "fog")]),
        (cell(t("1")) + cell(f"<w:moveFrom>{t('oil')}</w:moveFrom>"), [("1", "")]),
        (cell(t("1")) + cell(f"<w:ins>{t('oil')}</w:ins>"), [("1", "oil")]),
        (f"<w:trPr><w:del/></w:trPr>{cell(t('1'))}{cell(t('oil'))}", []),
        (f"<w:trPr><w:ins/></w:trPr>{cell(t('1'))}{cell(t('oil'))}", [("1", "oil")]),
        # a head that stands again, and a table inside a cell
        (NAMES, []),
        (cell(t("1")) + f"<w:tc>{table(cell(t('oil')))}<w:p/></w:tc>", [("1", "oil")]),
    ],
)
def test_the_rows_of_a_word_table(tmp_path: Path, row: str, expected: list[tuple[str, str]]) -> None:
    data = packed(word__document=f"<w:document {W}><w:body>{table(NAMES, row)}</w:body></w:document>")
    assert read(tmp_path, data) == [dict(zip(("Id", "Text"), each, strict=True)) for each in expected]


@pytest.mark.parametrize(("span", "column"), [("2", 2), ("62", 62), ("63", 63), ("64", 63), ("9999999", 63)])
def test_a_joined_cell_spans_no_more_columns_than_word_has(tmp_path: Path, span: str, column: int) -> None:
    head = "".join(cell(t(f"c{at}")) for at in range(64))
    rows = table(head, cell(t("oil"), span=span) + cell(t("fog")))
    (row,) = read(tmp_path, packed(word__document=f"<w:document {W}>{rows}</w:document>"))
    assert [name for name, text in row.items() if text] == ["c0", f"c{column}"]


@pytest.mark.parametrize(
    ("tables", "texts"),
    [
        # the widest, and others as wide, as somebody may have parted them
        ([table(cell(t("Note"))), table(NAMES, cell(t("1")) + cell(t("oil")))], ["oil"]),
        ([table(NAMES, cell(t("1")) + cell(t("oil"))), table(NAMES, cell(t("2")) + cell(t("fog")))], ["oil", "fog"]),
        ([table(NAMES, cell(t("1")) + cell(t("oil"))), table(cell(t("2")) + cell(t("fog")))], ["oil", "fog"]),
        ([table(NAMES, cell(t("1")) + cell(t("oil"))), table(cell(t("fog"))), table()], ["oil"]),
    ],
)  # fmt: skip
def test_the_widest_table_of_a_word_file(tmp_path: Path, tables: list[str], texts: list[str]) -> None:
    data = packed(word__document=f"<w:document {W}>{''.join(tables)}</w:document>")
    assert [row["Text"] for row in read(tmp_path, data)] == texts
