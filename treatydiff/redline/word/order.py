"""The order in which Word's schema (the transitional one) wants what stands in an element."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ORDER = {
    "pPr": [
        "pStyle",
        "keepNext",
        "keepLines",
        "pageBreakBefore",
        "framePr",
        "widowControl",
        "numPr",
        "suppressLineNumbers",
        "pBdr",
        "shd",
        "tabs",
        "suppressAutoHyphens",
        "kinsoku",
        "wordWrap",
        "overflowPunct",
        "topLinePunct",
        "autoSpaceDE",
        "autoSpaceDN",
        "bidi",
        "adjustRightInd",
        "snapToGrid",
        "spacing",
        "ind",
        "contextualSpacing",
        "mirrorIndents",
        "suppressOverlap",
        "jc",
        "textDirection",
        "textAlignment",
        "textboxTightWrap",
        "outlineLvl",
        "divId",
        "cnfStyle",
        "rPr",
        "sectPr",
        "pPrChange",
    ],
    "numPr": ["ilvl", "numId", "numberingChange", "ins"],
    "trPr": ["cantSplit", "trHeight", "tblHeader", "jc", "hidden", "ins", "del", "trPrChange"],
    "tr": ["tblPrEx", "trPr", "tc", "sdt"],
    "tbl": ["tblPr", "tblGrid", "tr", "sdt"],
    "numbering": ["numPicBullet", "abstractNum", "num", "numIdMacAtCleanup"],
}
_FIRST = {"p": "pPr", "r": "rPr", "tc": "tcPr"}


def misplaced(root: Any) -> Iterator[str]:
    """Elements that stand where the schema does not want them.

    Args:
        root: the root element of a part.
    """
    for element in root.iter():
        if not isinstance(element.tag, str) or not element.tag.startswith(W):
            continue
        name = element.tag.removeprefix(W)
        children = [child.tag.removeprefix(W) for child in element if isinstance(child.tag, str)]
        order = _ORDER.get(name)
        if order:
            places = [order.index(child) for child in children if child in order]
            if places != sorted(places):
                yield f"{name}: {' '.join(children)}"
        first = _FIRST.get(name)
        if first in children and children[0] != first:
            yield f"{name} does not begin with {first}"
        if name == "tc" and children[-1] != "p":
            yield "a cell does not end with a paragraph"
        if name == "rPr" and any(each in ("ins", "del", "moveFrom", "moveTo") for each in children[1:]):
            yield "the change of a paragraph's mark is not the first of its properties"
