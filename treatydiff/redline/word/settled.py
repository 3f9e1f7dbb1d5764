"""Tracked changes that a file holds already, accepted or rejected in its XML.

Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any, Literal

from treatydiff.reading.docx.styles import W
from treatydiff.redline.word.standing import ADDING, CHANGES

Choice = Callable[[Any], bool]
"""Whether a tracked change is accepted."""
_RANGES = {
    W + f"{name}{end}"
    for name in ("moveFromRange", "moveToRange", "customXmlInsRange", "customXmlDelRange",
                 "customXmlMoveFromRange", "customXmlMoveToRange")
    for end in ("Start", "End")
}  # fmt: skip
_FORMERLY = {
    W + name
    for name in ("pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
                 "tblPrExChange", "tblGridChange", "numberingChange")
}  # fmt: skip
_DELETED_NAMES = {W + "delText": W + "t", W + "delInstrText": W + "instrText"}
_KEPT_PROPERTIES = (W + "rPr", W + "sectPr")


def authors_of(root: Any) -> Counter[str]:
    """Who made the tracked changes of a part, and how many.

    Args:
        root: its root element.
    """
    return Counter(each.get(W + "author", "") for each in root.iter(*CHANGES, *_FORMERLY))


def settle(root: Any, revisions: Literal["accept", "reject"]) -> Counter[str]:
    """Accept or reject every tracked change of a part; whose they were, and how many.

    Args:
        root: the root element of the part, which is changed.
        revisions: which side stays.
    """
    accepts = revisions == "accept"
    return settle_each(root, lambda _: accepts)


def settle_each(root: Any, accepts: Choice) -> Counter[str]:
    """Accept some tracked changes of a part and reject the others; whose they were, and how many.

    Args:
        root: the root element of the part, which is changed.
        accepts: which ones.
    """
    authors = authors_of(root)
    for each in list(root.iter(*_RANGES)):
        each.getparent().remove(each)
    if not authors:
        return authors

    def goes(change: Any) -> bool:
        return change.tag in CHANGES and (change.tag in ADDING) != accepts(change)

    for each in list(root.iter(*_FORMERLY)):
        _put_back(each, accepts=accepts(each))
    _settle_tables(root, goes, accepts)
    for paragraph in list(root.iter(W + "p")):
        _settle_mark(paragraph, goes)
    for each in list(root.iter(*CHANGES)):
        if goes(each) and each.getparent() is not None:
            each.getparent().remove(each)
    for each in list(root.iter(*CHANGES, W + "cellIns", W + "cellDel", W + "cellMerge")):
        _unwrap(each)
    for each in root.iter(*_DELETED_NAMES):
        each.tag = _DELETED_NAMES[each.tag]
    for table in [table for table in root.iter(W + "tbl") if table.find(f".//{W}tr") is None]:
        table.getparent().remove(table)
    return authors


def _settle_tables(root: Any, goes: Choice, accepts: Choice) -> None:
    """Take out the rows and cells that one side does not have."""
    for row in [row for row in root.iter(W + "tr") if _says(row.find(W + "trPr"), goes)]:
        row.getparent().remove(row)
    for cell in list(root.iter(W + "tc")):
        properties = cell.find(W + "tcPr")
        if properties is None:
            continue
        put_in, taken_out = properties.find(W + "cellIns"), properties.find(W + "cellDel")
        if (put_in is not None and not accepts(put_in)) or (taken_out is not None and accepts(taken_out)):
            cell.getparent().remove(cell)


def _says(properties: Any, goes: Choice) -> bool:
    return properties is not None and any(goes(child) for child in properties)


def _put_back(change: Any, *, accepts: bool) -> None:
    """Take the record of former properties away, or the present ones."""
    properties = change.getparent()
    properties.remove(change)
    former = change[0] if len(change) else None
    if accepts or former is None or former.tag != properties.tag:
        return
    kept = [child for child in properties if child.tag in _KEPT_PROPERTIES and properties.tag == W + "pPr"]
    for child in list(properties):
        properties.remove(child)
    properties.extend([*former, *kept])


def _settle_mark(paragraph: Any, goes: Choice) -> None:
    """A paragraph whose mark goes is joined with the next one, or goes where nothing is left of it."""
    properties = paragraph.find(W + "pPr")
    mark = None if properties is None else properties.find(W + "rPr")
    if properties is not None:
        numbered = properties.find(W + "numPr")
        for each in list(numbered) if numbered is not None else []:
            if each.tag == W + "ins":
                if goes(each):
                    properties.remove(numbered)
                else:
                    numbered.remove(each)
    if mark is None:
        return
    ends = _says(mark, goes)
    for each in [each for each in mark if each.tag in CHANGES]:
        mark.remove(each)
    if not ends:
        return
    rest = [child for child in paragraph if child.tag != W + "pPr"]
    following = paragraph.getnext()
    if following is not None and following.tag == W + "p":
        first = following.find(W + "pPr")
        at = 0 if first is None else following.index(first) + 1
        for place, child in enumerate(rest, at):
            following.insert(place, child)
        paragraph.getparent().remove(paragraph)
    elif (
        not any(_holds_text(child, goes) for child in rest)
        and paragraph.getprevious() is not None
        and following is not None
        and following.tag == W + "tbl"
    ):
        paragraph.getparent().remove(paragraph)


def _holds_text(element: Any, goes: Choice) -> bool:
    if goes(element):
        return False
    return any(True for _ in element.iter(W + "t", W + "delText"))


def _unwrap(element: Any) -> None:
    parent = element.getparent()
    at = parent.index(element)
    for place, child in enumerate(list(element), at):
        parent.insert(place, child)
    parent.remove(element)
