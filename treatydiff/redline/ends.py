"""The last paragraph of a container, whose mark Word never deletes.

Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from lxml import etree

from treatydiff.reading.docx.styles import W
from treatydiff.redline.changes import Changes, Tag, bare
from treatydiff.redline.word.story import Item

_KEPT = frozenset(W + name for name in ("rPr", "sectPr", "pPrChange"))
_GONE: dict[bool, tuple[Tag, ...]] = {True: ("del", "moveFrom"), False: ("ins", "moveTo")}


def close_container(
    holder: Any,
    changes: Changes,
    marks: Mapping[Any, Tag],
    before: Mapping[Any, Any],
) -> None:
    """Where the last paragraph of a container is of one draft only, shift the marks by one paragraph.

    The mark of the paragraph before then goes instead of the last one's, which stays; each paragraph takes
    the properties of the one whose words it ends, on either side.

    Args:
        holder: the container.
        changes: makes the marks.
        marks: what was said of paragraphs' marks.
        before: the properties of paragraphs where all is rejected, where they are others.
    """
    last = _last_paragraph(holder)
    if last is None or last not in marks:
        return
    trailing: list[Any] = []
    at: Any = last
    while at is not None and at.tag == W + "p" and at in marks:
        trailing.insert(0, at)
        at = _previous(at)
    if at is None or at.tag != W + "p":
        return
    chain = [at, *trailing]
    accepted = [_side(chain, marks, before, n, True) for n in range(len(chain))]
    rejected = [_side(chain, marks, before, n, False) for n in range(len(chain))]
    ends = [_end_of(marks.get(above), marks[each]) for above, each in pairwise(chain)]
    tags: list[Tag | None] = [*ends, None]
    for n, element in enumerate(chain):
        changes.mark(element, tags[n])
        if n:
            replace_properties(element, accepted[n])
            if _written(accepted[n]) != _written(rejected[n]):
                changes.formerly(element, rejected[n])


def _end_of(words: Tag | None, tag: Tag) -> Tag:
    """What is said of a paragraph's end: a moved end counts in LibreOffice only behind words of that move."""
    if tag in ("ins", "del") or words == tag:
        return tag
    return "ins" if tag == "moveTo" else "del"


def put_first(holder: Any, story: Sequence[Item], first: Any) -> None:
    """Put an element before everything else in a container.

    Args:
        holder: the container.
        story: its items.
        first: the element.
    """
    if story and story[0].element is not None:
        story[0].element.addprevious(first)
    else:
        at = next((n for n, each in enumerate(holder) if each.tag != W + "tcPr"), len(holder))
        holder.insert(at, first)


def _side(
    chain: list[Any],
    marks: Mapping[Any, Tag],
    before: Mapping[Any, Any],
    place: int,
    accept: bool,
) -> Any:
    """The properties of the last paragraph up to a place that one side keeps."""
    kept = next(each for each in reversed(chain[: place + 1]) if marks.get(each) not in _GONE[accept])
    if kept in before and not accept:
        return bare(before[kept])
    return bare(kept.find(W + "pPr"))


def replace_properties(element: Any, properties: Any) -> None:
    """Give a paragraph other properties, but for the look of its mark and its section.

    Args:
        element: its w:p element.
        properties: a w:pPr element.
    """
    own = element.find(W + "pPr")
    if own is None:
        own = etree.Element(W + "pPr")
        element.insert(0, own)
    for each in [each for each in own if each.tag not in _KEPT or each.tag == W + "pPrChange"]:
        own.remove(each)
    for at, each in enumerate(bare(properties)):
        own.insert(at, each)


def _written(properties: Any) -> bytes:
    written: bytes = etree.tostring(properties, method="c14n")
    return written


def _last_paragraph(holder: Any) -> Any:
    for each in reversed(holder):
        if each.tag == W + "p":
            return each
        if each.tag not in (W + "sectPr", W + "moveToRangeEnd", W + "moveFromRangeEnd", W + "bookmarkEnd"):
            return None
    return None


def _previous(element: Any) -> Any:
    before = element.getprevious()
    while before is not None and before.tag in (W + "moveToRangeEnd", W + "moveFromRangeEnd"):
        before = before.getprevious()
    return before
