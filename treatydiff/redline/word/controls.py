"""Content controls around what was marked, so that every program settles the changes in them.

A control around a whole paragraph that comes or goes would stay behind empty; one bound to custom XML is
filled from there when the file is opened, whatever is marked in it; and LibreOffice settles no change in the
first paragraph of a control, nor in one of plain text. So a control goes inside the paragraph that changed,
and lets go of what it is bound to.
Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

from treatydiff.reading.docx.styles import W
from treatydiff.redline.word.standing import CHANGES

_BLOCKS = frozenset(W + name for name in ("p", "tbl", "tr", "tc", "sdt", "customXml"))
_GENERATED = frozenset({W + "docPartObj", W + "docPartList"})
"""Controls of tables of contents and the like, which every program settles as they are."""
_TEXT = W + "text"
_BOUND = frozenset({W + "dataBinding", "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding"})
_STAY_FIRST = frozenset(W + name for name in ("pPr", "moveFromRangeStart", "moveToRangeStart"))


def settle_controls(root: Any, ours: Collection[Any], foreign: Collection[str]) -> int:
    """Change the controls around our changes; how many can do less than before.

    Args:
        root: the root element of a part.
        ours: the elements of our changes.
        foreign: tags of the marks of paragraphs that only the other draft has, which were in no control.
    """
    lessened = 0
    # The innermost come first.
    for control in reversed(list(root.iter(W + "sdt"))):
        properties, content = control.find(W + "sdtPr"), control.find(W + "sdtContent")
        kinds = set() if properties is None else {each.tag for each in properties}
        if content is None or not kinds.isdisjoint(_GENERATED):
            continue
        holds = any(each in ours for each in content.iter(*CHANGES))
        inside = any(each in ours for each in control.iterancestors(*CHANGES))
        if not (holds or inside):
            continue
        unbound = {_TEXT} | (_BOUND if holds else frozenset())
        for each in [] if properties is None else [each for each in properties if each.tag in unbound]:
            properties.remove(each)
        parted = holds and _inwards(control, content, ours, foreign)
        lessened += parted or not kinds.isdisjoint(unbound)
    return lessened


def _inwards(control: Any, content: Any, ours: Collection[Any], foreign: Collection[str]) -> bool:
    """Take a control into the changed paragraphs that it begins with; whether it was parted."""
    blocks = [each for each in content if each.tag in _BLOCKS]
    if not blocks:
        return False
    if [each.tag for each in blocks] == [W + "tbl"]:
        if _is_changed(next(blocks[0].iter(W + "p"), None), ours):
            _into_rows(control, content, blocks[0])
        return False
    if [each.tag for each in blocks] == [W + "tc"]:
        own = [each for each in blocks[0] if each.tag in _BLOCKS]
        if [each.tag for each in own] != [W + "p"] or not _is_changed(own[0], ours):
            return False
        _take_out(control, content)
        _around_words(own[0], control, ours)
        return False
    taken = list(_changed_at_its_start(blocks, ours))
    copies = [each for each in taken if not _says(each, ours, foreign)]
    for paragraph in taken:
        for each in [*_before(paragraph), paragraph]:
            control.addprevious(each)
    rest = any(each.tag in _BLOCKS for each in content)
    for paragraph in copies:
        _around_words(paragraph, _copy(control, named=not rest and paragraph is copies[0]), ours)
    if not rest:
        _take_out(control, content)
    return bool(copies) and (rest or len(copies) > 1)


def _changed_at_its_start(blocks: list[Any], ours: Collection[Any]) -> Iterator[Any]:
    for each in blocks:
        if each.tag != W + "p" or not _is_changed(each, ours):
            return
        yield each


def _is_changed(paragraph: Any, ours: Collection[Any]) -> bool:
    return paragraph is not None and any(each in ours for each in paragraph.iter(*CHANGES))


def _says(paragraph: Any, ours: Collection[Any], tags: Collection[str]) -> bool:
    """Whether a change of ours, of one of some kinds, is that of the paragraph's mark."""
    look = paragraph.find(f"{W}pPr/{W}rPr")
    return look is not None and any(each in ours and each.tag in tags for each in look)


def _before(paragraph: Any) -> list[Any]:
    """Ends of ranges and bookmarks that stand between a paragraph and the block before it."""
    return list(paragraph.itersiblings(preceding=True))[::-1]


def _copy(control: Any, *, named: bool) -> Any:
    """A control of the same kind without its content; only one of them may bear its id."""
    copied = etree.Element(W + "sdt")
    for name in ("sdtPr", "sdtEndPr"):
        found = control.find(W + name)
        if found is not None:
            copied.append(deepcopy(found))
    for each in copied.findall(f"{W}sdtPr/{W}id") if not named else ():
        each.getparent().remove(each)
    return copied


def _around_words(paragraph: Any, control: Any, ours: Collection[Any]) -> None:
    """Put a control around all that a paragraph says; with the paragraph it comes and goes as a whole."""
    for each in control.findall(W + "sdtContent"):
        control.remove(each)
    content = etree.SubElement(control, W + "sdtContent")
    pieces = list(paragraph)
    while pieces and pieces[0].tag in _STAY_FIRST:
        pieces.pop(0)
    look = paragraph.find(f"{W}pPr/{W}rPr")
    mark = (
        next((each.tag for each in look if each in ours and each.tag in CHANGES), "")
        if look is not None
        else ""
    )
    whole = next((each for each in pieces if each.tag == mark and each in ours), None)
    loose = any(each.tag not in CHANGES and next(each.iter(W + "r"), None) is not None for each in pieces)
    holder = paragraph if whole is None or loose else whole
    for each in pieces:
        if holder is whole and each.tag == mark:
            content.extend(list(each))
            if each is not whole:
                paragraph.remove(each)
        else:
            content.append(each)
    holder.append(control)


def _into_rows(control: Any, content: Any, table: Any) -> None:
    _take_out(control, content)
    rows = [each for each in table if each.tag not in (W + "tblPr", W + "tblGrid")]
    for each in control.findall(W + "sdtContent"):
        control.remove(each)
    etree.SubElement(control, W + "sdtContent").extend(rows)
    table.append(control)


def _take_out(control: Any, content: Any) -> None:
    """Put what a control holds in its place."""
    for each in list(content):
        control.addprevious(each)
    control.getparent().remove(control)
