from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest
from rapidfuzz.distance import LCSseq

from treatydiff.errors import UnreadableTextError
from treatydiff.model import SourceText
from treatydiff.reading.pdf.from_pdf import read_pdf
from treatydiff.settings import Settings

pytestmark = pytest.mark.corpus


@lru_cache(maxsize=8)
def _read(path: Path) -> SourceText:
    return read_pdf(path.read_bytes(), path.name, Settings())


def _size(*texts: str) -> int:
    return sum(len("".join(text.split())) for text in texts)


@pytest.mark.parametrize(
    "name",
    [
        "bbnj/BBNJ_Agreement_2023_en.pdf",
        "paris/2015-10-05.pdf",
        "charter/un_charter_es.pdf",
        "charter/un_charter_zh.pdf",
    ],
)
def test_characters_add_up_to_what_another_engine_finds(corpus: Path, name: str) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed: there is nothing to compare with")
    found = _read(corpus / name)
    ours = _size(*(b.text for b in found.blocks), *(f.text for f in found.furniture))
    ours += _size(*(note.label + note.text for note in found.notes))
    other = subprocess.run(["pdftotext", str(corpus / name), "-"], capture_output=True, text=True, check=True)
    assert ours == pytest.approx(_size(other.stdout), rel=0.005)


@pytest.mark.parametrize(
    ("pdf", "text", "least"),
    [
        ("bbnj/BBNJ_Agreement_2023_en.pdf", "bbnj/BBNJ_Agreement_2023_en.txt", 0.999),
        ("bbnj/BBNJ_Agreement_2023_zh.pdf", "bbnj/BBNJ_Agreement_2023_zh.txt", 0.999),
        ("charter/un_charter_ar.pdf", "charter/un_charter_ar.txt", 0.999),
    ],
)
def test_words_come_in_the_order_of_the_repaired_text(
    corpus: Path, pdf: str, text: str, least: float
) -> None:
    joined = ""
    for block in _read(corpus / pdf).blocks:
        words = "".join(run.text for run in block.runs if run.note is None)
        joined = joined[:-1] + words if joined.endswith("-") else f"{joined} {words}"
    wanted, ours = (_words(side) for side in ((corpus / text).read_text("utf-8"), joined))
    assert LCSseq.similarity(wanted, ours) >= least * len(wanted)


def test_fonts_without_a_rule_are_refused_with_the_share(corpus: Path) -> None:
    with pytest.raises(UnreadableTextError, match=r"\d+\.\d% of the characters cannot be known"):
        _read(corpus / "bbnj/BBNJ_Agreement_2023_ar.pdf")


def _words(text: str) -> list[str]:
    # Vowel signs and strokes that lengthen words are set at will, in either text.
    text = "".join(sign for sign in text if sign != "\u0640" and not unicodedata.combining(sign))
    return re.findall(r"[\u2e80-\u9fff]|[^\W\u2e80-\u9fff]+", text.replace("-", ""))


def test_what_belongs_to_the_pages_of_a_working_paper(corpus: Path) -> None:
    found = _read(corpus / "paris/2015-10-23.pdf")
    assert Counter(piece.rule for piece in found.furniture) == {"running_head": 3 * 54, "page_number": 54}
    assert [note.label for note in found.notes] == ["1", "*", *map(str, range(2, 18))]
    called = [run.note for block in found.blocks for run in block.runs if run.note is not None]
    assert called == ["1", "*", *map(str, range(2, 18))]
    assert found.diagnostics == ()


def test_the_long_contents_of_a_convention(corpus: Path) -> None:
    found = _read(corpus / "unclos/UNCLOS_1982_en.pdf")
    counts = Counter(piece.rule for piece in found.furniture)
    assert counts["page_number"] == 202
    taken = {piece.page for piece in found.furniture if piece.rule == "contents"}
    assert taken >= set(range(1, 19))
    assert not any(2 <= (block.page or 0) <= 18 for block in found.blocks)
    assert all(not re.search(r"(\. ){5}", block.text) for block in found.blocks)
    headings = [b for b in found.blocks if re.fullmatch(r"Article \d+", b.text)]
    assert len(headings) >= 320
    assert sum(b.centred for b in headings) >= 0.99 * len(headings)
