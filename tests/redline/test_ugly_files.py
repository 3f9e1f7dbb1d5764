"""Word files as they come from the field are marked in themselves, and nothing in them is lost on either side."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.redline.odd_files import ODD
from tests.redline.test_own_redline import compared, difference, part, says
from tests.redline.ugly_files import UGLY, A, B, Texts
from tests.report.office_revisions import lines_of, settle_all
from treatydiff.redline.as_docx import comparison_docx
from treatydiff.redline.word.order import misplaced
from treatydiff.redline.word.settled import settle

THINGS = ("sectPr", "fldChar", "instrText", "hyperlink", "bookmarkStart", "bookmarkEnd", "commentRangeStart",
          "commentRangeEnd", "commentReference", "footnoteReference", "permStart", "permEnd", "drawing", "sym", "oMath",
          "br", "tab", "noBreakHyphen", "softHyphen", "altChunk", "sdt", "txbxContent", "tbl", "tr", "tc")  # fmt: skip
ALL = UGLY | ODD
AROUND = ("hyperlink", "sdt", "commentReference", "fldChar", "instrText")
PARTED = "parted, or freed of custom XML and of plain text, so that every program settles what changed there"
BY_OTHERS = {
    "moves of others": "4 tracked changes accepted first (Quillon 4)",
    "empty paragraphs with marks": "5 tracked changes accepted first (Quillon 5)",
    "rows of others": "3 tracked changes accepted first (A. Delegate 2, Quillon 1)",
}
TOLD = {
    **{kind: [f"{name}.docx: {said}" for name in "ba"] for kind, said in BY_OTHERS.items()},
    "strict": ["b.docx: strict Open XML, written as the usual (transitional) one"],
    "an insertion in a deletion": [
        f"{name}.docx: 3 tracked changes accepted first (A. Delegate 1, Norvania 1, Quillon 1)"
        for name in "ba"
    ],
    "controls across paragraphs": [f"b.docx: 1 content control has been {PARTED}"],
}
"""What is said of a file; of the others nothing, for they are marked as they are."""


def things(root: Any) -> Counter[str]:
    """What stands in a text beside its words."""
    names = Counter(etree.QName(each).localname for each in root.iter(etree.Element))
    names.update(fldChar=3 * names["fldSimple"], instrText=names["fldSimple"])  # one field in either form
    return Counter({name: names[name] for name in names if name in THINGS})


def settled(data: bytes, revisions: Any) -> Counter[str]:
    root = part(data)
    settle(root, revisions)
    return things(root)


@pytest.mark.parametrize(("before", "after"), [(A, B), (B, A)], ids=["put in", "taken out"])
@pytest.mark.parametrize("kind", ALL)
def test_it_is_marked_in_itself_and_loses_nothing(kind: str, before: Texts, after: Texts) -> None:
    a, b = ALL[kind](before), ALL[kind](after)
    said: list[str] = []
    data = comparison_docx(compared(a, b), files=(a, b), tell=said.append)
    if kind == "bound controls":
        number = "2 content controls have" if after is B else "1 content control has"
        assert said == [f"b.docx: {number} been {PARTED}"]
    else:
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
            if kind in ODD and revisions == "reject":
                # What A alone has comes in as words; what is around those of B alone stays, empty.
                kept, wanted = (
                    Counter({name: each[name] for name in each if name not in AROUND})
                    for each in (kept, wanted)
                )
            assert kept == wanted


@pytest.mark.office
@pytest.mark.slow  # LibreOffice opens a hundred files
def test_libreoffice_reads_both_drafts_in_it(tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    kinds = list(ALL)
    for at, kind in enumerate(kinds):
        for way, (before, after) in (("f", (A, B)), ("r", (B, A))):
            a, b = ALL[kind](before), ALL[kind](after)
            data = comparison_docx(compared(a, b), files=(a, b))
            for name, each in (("r", data), ("a", a), ("b", b)):
                (tmp_path / f"{at:02}{way}{name}.docx").write_bytes(each)
    settle_all(tmp_path)
    for at, kind in enumerate(kinds):
        for way in "fr":
            for side, name in (("Accept", "b"), ("Reject", "a")):
                said = lines_of(tmp_path / f"{at:02}{way}r.docx.{side}.txt")
                assert said == lines_of(tmp_path / f"{at:02}{way}{name}.docx.Accept.txt"), (kind, way, side)
