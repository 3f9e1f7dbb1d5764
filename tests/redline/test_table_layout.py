"""Two columns side by side: words in italics stay so, and notes stand below the clause that calls them."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

from tests.reading.word_files import p, r, word_package
from treatydiff.model import Comparison
from treatydiff.pipeline import compare_drafts, read_draft_bytes
from treatydiff.redline.as_docx import comparison_docx
from treatydiff.redline.word.order import misplaced
from treatydiff.settings import Settings

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
READING = Settings(isolate="never", reference="none")
CALL = '<w:r><w:footnoteReference w:id="1"/></w:r>'


def draft(word: str, note: str) -> bytes:
    lamps = p(
        r("Recalling", "<w:i/>"), r(f" that each Party shall keep its lamps {word} at night"), CALL,
        r(", and the "), r("travaux préparatoires", "<w:i/>"), r(" of the Convention."),
    )  # fmt: skip
    notes = f'<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>{r(note)}</w:p></w:footnote>'
    return word_package(p("Article 1") + p("Lamps") + lamps, footnotes=notes)


A, B = draft("lit", " Proposed in spring."), draft("burning", " Proposed in autumn.")


def compared() -> Comparison:
    a, b = (read_draft_bytes(data, f"{name}.docx", READING) for data, name in ((A, "a"), (B, "b")))
    return compare_drafts(a, b, READING)


def cells_of(data: bytes) -> list[list[Any]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    assert [*misplaced(root)] == []
    return [list(row.iter(f"{W}tc")) for row in root.iter(f"{W}tr")]


def looking(cell: Any, look: str) -> list[str]:
    return [
        "".join(run.itertext()) for run in cell.iter(f"{W}r") if run.find(f"{W}rPr/{W}{look}") is not None
    ]


def test_italics_calls_and_notes_stand_in_both_columns() -> None:
    clause = cells_of(comparison_docx(compared(), layout="table", files=(A, B)))[-1]
    for cell, word, season in ((clause[0], "lit", "spring"), (clause[1], "burning", "autumn")):
        lines = ["".join(each.itertext()) for each in cell.iter(f"{W}p")]
        assert lines == [
            f"Recalling that each Party shall keep its lamps {word} at night1, and the travaux préparatoires "
            "of the Convention.",
            f"1 Proposed in {season}.",
        ]
        assert looking(cell, "i") == ["Recalling", "travaux préparatoires"]
        assert looking(cell, "vertAlign") == ["1", "1"]
        assert looking(cell, "strike") + looking(cell, "u") == [word, season]


def test_a_file_that_is_not_the_one_compared_lends_no_italics() -> None:
    clause = cells_of(comparison_docx(compared(), layout="table", files=(B, None)))[-1]
    assert [looking(cell, "i") for cell in clause] == [[], [], []]
    assert [looking(cell, "vertAlign") for cell in clause] == [["1", "1"], ["1", "1"], []]
