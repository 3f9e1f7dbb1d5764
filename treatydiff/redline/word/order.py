"""The order in which Word's schema (the transitional one) wants what stands in an element."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ANYWHERE = -1
_ORDER_IN_WORDS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
    "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct "
    "autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing "
    "mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl "
    "divId cnfStyle rPr sectPr pPrChange",
    "numPr": "ilvl numId numberingChange ins",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
    "vAlign hideMark headers cellIns cellDel cellMerge tcPrChange",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
    "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription tblPrChange",
    "sectPr": "headerReference,footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
    "docGrid printerSettings sectPrChange",
    "trPr": "* ins del trPrChange",
    "rPr": "ins del moveFrom moveTo * rPrChange",
    "tr": "tblPrEx trPr tc,sdt,customXml",
    "tbl": "tblPr tblGrid tr,sdt,customXml",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "p": "pPr *",
    "r": "rPr *",
    "tc": "tcPr *",
    "body": "* sectPr",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed "
    "qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr "
    "tblStylePr",
}
"""The children of elements in their order; "*" is any other, a comma parts those that may be mixed.

The properties of a run and of a row may stand in any order but for their tracked changes.
"""
_ORDER = {
    W + name: {
        child if child == "*" else W + child: place
        for place, group in enumerate(words.split())
        for child in group.split(",")
    }
    for name, words in _ORDER_IN_WORDS.items()
}
_BLOCKS = frozenset(W + name for name in ("p", "tbl", "sdt", "customXml"))
_INSIDE = {
    W + name: tuple(W + each for each in children.split())
    for name, children in {
        "ins": "p", "del": "p", "moveFrom": "p", "moveTo": "p", "r": "r p", "p": "p",
    }.items()
}  # fmt: skip
"""What may not stand directly in an element: paragraphs in changes of words, runs in runs."""


def misplaced(root: Any) -> Iterator[str]:
    """Elements that stand where the schema does not want them, in words.

    Args:
        root: the root element of a part.
    """
    for element in root.iter(*_ORDER.keys(), *(_INSIDE.keys() - _ORDER.keys())):
        children = [child.tag for child in element if isinstance(child.tag, str)]
        order = _ORDER.get(element.tag, {})
        anything = order.get("*", _ANYWHERE)
        places = [order.get(child, anything) for child in children]
        known = [place for place in places if place != _ANYWHERE]
        if known != sorted(known):
            yield f"in {_written(element.tag)} {_first_of(children, places)}"
        yield from (
            f"{_written(each)} stands in {_written(element.tag)}"
            for each in _INSIDE.get(element.tag, ())
            if each in children
        )
        if element.tag == W + "tc":
            blocks = [child for child in children if child in _BLOCKS]
            if blocks[-1:] in ([], [W + "tbl"]):
                yield "a cell does not end with a paragraph"


def _written(tag: str) -> str:
    return tag.replace(W, "w:")


def _first_of(children: list[str], places: list[int]) -> str:
    """The first child that stands behind one that it should stand before."""
    before, highest = "", _ANYWHERE
    for child, place in zip(children, places, strict=True):
        if place != _ANYWHERE and place < highest:
            return f"{_written(child)} stands behind {_written(before)}"
        if place >= highest and place != _ANYWHERE:
            before, highest = child, place
    return ""


def faults_of(roots: Iterable[Any]) -> Counter[str]:
    """How often each violation of the schema occurs in some parts.

    Args:
        roots: root elements of the parts; None is passed over.
    """
    return Counter(each for root in roots if root is not None for each in misplaced(root))


def new_fault(found: Counter[str], known: Counter[str]) -> str:
    """The first violation that a redline has more often than the files that it was made of; else empty.

    Args:
        found: of the redline.
        known: of those files, whose own faults are not the redline's.
    """
    return next((fault for fault, times in found.items() if times > known[fault]), "")
