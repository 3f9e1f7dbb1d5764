"""Word files as they come from the field are marked in themselves, and nothing in them is lost on either side."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.redline.test_own_redline import compared, difference, part, says
from tests.redline.ugly_files import UGLY, A, B, Texts
from tests.report.office_revisions import lines_of, settle_all
from treatydiff.redline.as_docx import comparison_docx
from treatydiff.redline.word.order import misplaced
from treatydiff.redline.word.settled import settle

THINGS = ("sectPr", "fldChar", "instrText", "hyperlink", "bookmarkStart", "bookmarkEnd", "commentRangeStart",
          "commentRangeEnd", "commentReference", "footnoteReference", "permStart", "permEnd", "drawing", "sym", "oMath",
          "br", "tab", "noBreakHyphen", "softHyphen", "altChunk", "sdt", "txbxContent", "tbl", "tr", "tc")  # fmt: skip
TOLD = {
    "strict": ["b.docx: strict Open XML, written as the usual (transitional) one"],
    "an insertion in a deletion": [
        f"{name}.docx: 3 tracked changes accepted first (A. Delegate 1, Norvania 1, Quillon 1)"
        for name in "ba"
    ],
    "controls across paragraphs": [
        "b.docx: 1 content control has been parted, or freed of custom XML and of plain text, so that every "
        "program settles what changed there"
    ],
}
"""What is said of a file; of the others nothing, for they are marked as they are."""


def things(root: Any) -> Counter[str]:
    """What stands in a text beside its words."""
    names = (etree.QName(each).localname for each in root.iter(etree.Element))
    return Counter(name for name in names if name in THINGS)


def settled(data: bytes, revisions: Any) -> Counter[str]:
    root = part(data)
    settle(root, revisions)
    return things(root)


@pytest.mark.parametrize(("before", "after"), [(A, B), (B, A)], ids=["put in", "taken out"])
@pytest.mark.parametrize("kind", UGLY)
def test_it_is_marked_in_itself_and_loses_nothing(kind: str, before: Texts, after: Texts) -> None:
    a, b = UGLY[kind](before), UGLY[kind](after)
    said: list[str] = []
    data = comparison_docx(compared(a, b), files=(a, b), tell=said.append)
    assert said == TOLD.get(kind, [])
    assert difference(says(data), says(b)) == ""
    assert difference(says(data, "reject"), says(a)) == ""
    assert says(data) != says(data, "reject")
    assert list(misplaced(part(data))) == []
    if kind != "strict":
        for revisions, draft in (("accept", b), ("reject", a)):
            kept, wanted = settled(data, revisions), settled(draft, "accept")
            if kind == "controls across paragraphs":  # one was parted
                assert kept.pop("sdt") > wanted.pop("sdt")
            assert kept == wanted


@pytest.mark.office
@pytest.mark.slow  # LibreOffice opens a hundred files
def test_libreoffice_reads_both_drafts_in_it(tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    kinds = list(UGLY)
    for at, kind in enumerate(kinds):
        for way, (before, after) in (("f", (A, B)), ("r", (B, A))):
            a, b = UGLY[kind](before), UGLY[kind](after)
            data = comparison_docx(compared(a, b), files=(a, b))
            for name, each in (("r", data), ("a", a), ("b", b)):
                (tmp_path / f"{at:02}{way}{name}.docx").write_bytes(each)
    settle_all(tmp_path)
    for at, kind in enumerate(kinds):
        for way in "fr":
            for side, name in (("Accept", "b"), ("Reject", "a")):
                said = lines_of(tmp_path / f"{at:02}{way}r.docx.{side}.txt")
                assert said == lines_of(tmp_path / f"{at:02}{way}{name}.docx.Accept.txt"), (kind, way, side)
