"""Paragraphs that one draft has, in several pieces, before one that has other properties.

LibreOffice takes such a paragraph away piece by piece, from the last, and with its end gives the properties
of what is still there to the paragraph behind it. The pieces are parted by words that changed on a move, and
by the anchors of comments. Where what is behind would change, the end of the paragraph above comes or goes
instead; or, where none is above, a paragraph that moved becomes one piece.
Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from lxml import etree

from treatydiff.reading.docx.styles import W
from treatydiff.redline.changes import Changes, bare
from treatydiff.redline.ends import replace_properties
from treatydiff.redline.word.standing import ADDING, CHANGES, TAKING

_MOVED = frozenset({W + "moveFrom", W + "moveTo"})
_RANGE_ENDS = frozenset({W + "moveFromRangeEnd", W + "moveToRangeEnd"})


def keep_what_is_behind(root: Any, changes: Changes) -> None:
    """Mark paragraphs in several pieces so that what is behind them keeps its properties.

    Args:
        root: the root element of the main text, with all marks.
        changes: made them.
    """
    for paragraph in list(root.iter(W + "p")):
        tag = _mark(paragraph, changes.ours)
        pieces = [each for each in paragraph if each.tag in CHANGES and each in changes.ours]
        commented = paragraph.find(f".//{W}commentReference") is not None
        if not tag or (len(pieces) < 2 and not commented):
            continue
        gone = ADDING if tag in ADDING else TAKING
        behind = _next(paragraph, gone)
        if behind is None or _properties(paragraph) == _properties(behind, former=tag in ADDING):
            continue
        nested = tag in TAKING and tag in _MOVED and not commented
        if nested or not _end_above(paragraph, tag, gone, changes):
            _make_one(paragraph, pieces, tag)


def _end_above(paragraph: Any, tag: str, gone: Collection[str], changes: Changes) -> bool:
    """Let the end of the paragraph above come or go, and this one's end stay; whether that can be."""
    chain = [paragraph]
    above = _previous(paragraph)
    while above is not None and _mark(above, changes.ours) in gone:
        chain.insert(0, above)
        above = _previous(above)
    others: list[Any] = []
    while above is not None and _mark(above, changes.ours):
        others.insert(0, above)
        above = _previous(above)
    if above is None or above.find(f"{W}pPr/{W}sectPr") is not None:
        return False
    if others:
        # What stands in the other draft alone may stand behind as well.
        last = chain[-1]
        while (following := _following(last)) is not None and _mark(following, changes.ours) in gone:
            last = following
        for each in reversed([piece for one in others for piece in _with_ends(one)]):
            _with_ends(last)[-1].addnext(each)
    here = bare(above.find(W + "pPr"))
    change = above.find(f"{W}pPr/{W}pPrChange/{W}pPr")
    # A moved end counts in LibreOffice only behind moved words.
    changes.mark(above, "ins" if tag in ADDING else "del")
    changes.mark(paragraph, None)
    own_properties = bare(paragraph.find(W + "pPr"))
    if tag in ADDING:
        changes.formerly(paragraph, here if change is None else change)
    else:
        replace_properties(paragraph, here)
        changes.formerly(paragraph, own_properties)
    return True


def _make_one(paragraph: Any, pieces: list[Any], tag: str) -> None:
    """Put all pieces into one move: words that went on the way inside it, words that came as moved ones."""
    whole = next((each for each in pieces if each.tag == tag), None)
    if whole is None or len(pieces) < 2 or tag not in _MOVED:
        return
    content: list[Any] = []
    at = paragraph.index(pieces[0])
    for each in list(paragraph)[at : paragraph.index(pieces[-1]) + 1]:
        content += list(each) if each in pieces and (each.tag == tag or tag in ADDING) else [each]
        paragraph.remove(each)
    for each in list(whole):
        whole.remove(each)
    whole.extend(content)
    paragraph.insert(at, whole)


def _next(paragraph: Any, gone: Collection[str]) -> Any:
    """The next paragraph of the side on which this one is gone."""
    following = _following(paragraph)
    while following is not None:
        look = following.find(f"{W}pPr/{W}rPr")
        if look is None or not any(each.tag in gone for each in look):
            return following
        following = _following(following)
    return None


def _following(paragraph: Any) -> Any:
    """The paragraph behind one, None where something else is."""
    return _beside(paragraph, backwards=False)


def _previous(paragraph: Any) -> Any:
    return _beside(paragraph, backwards=True)


def _beside(paragraph: Any, *, backwards: bool) -> Any:
    for each in paragraph.itersiblings(preceding=backwards):
        if each.tag == W + "p":
            return each
        if each.tag not in _RANGE_ENDS:
            return None
    return None


def _with_ends(paragraph: Any) -> list[Any]:
    """A paragraph and the ends of moves behind it."""
    found = [paragraph]
    for each in paragraph.itersiblings():
        if each.tag not in _RANGE_ENDS:
            break
        found.append(each)
    return found


def _mark(paragraph: Any, ours: Collection[Any]) -> str:
    look = paragraph.find(f"{W}pPr/{W}rPr")
    if look is None:
        return ""
    return next((str(each.tag) for each in look if each in ours and each.tag in CHANGES), "")


def _properties(paragraph: Any, *, former: bool = False) -> bytes:
    """The properties of a paragraph, or those that it had."""
    properties = paragraph.find(W + "pPr")
    change = None if properties is None else properties.find(W + "pPrChange")
    if former and change is not None:
        properties = change.find(W + "pPr")
    written: bytes = etree.tostring(bare(properties), method="c14n")
    return written
