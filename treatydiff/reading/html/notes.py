"""Which links of an HTML page call notes, and which elements hold the notes.

Imported only when an HTML page is read.
"""

from __future__ import annotations

import re
from typing import Any

from treatydiff.patterns import pattern_of
from treatydiff.reading.html.look import BLOCKS
from treatydiff.records import dataclass

_MARK = pattern_of(r"[\[(]?\s*(\d{1,3}|[a-z]{1,3}|[*†‡§]{1,3})\s*[\])]?", re.IGNORECASE)
_RAISED = pattern_of(r"[\[(]?\s?(\d{1,3}|[*†‡§]{1,3})\s?[\])]?")
_UNIT = pattern_of(r"(?:^|[\s/\d(])(?:m|km|cm|mm|dm|nm|10|CO)\s?$")
"""What a raised figure belongs to that is an exponent."""
_NOTE_NAME = pattern_of(
    r"_?(?:sd)?(?:ftn|edn|fn|en|note|footnote|endnote|cite_note)[-_:]?[\w.-]*", re.IGNORECASE
)
_CALL_NAME = pattern_of(
    r"_?(?:sd)?(?:ftnref|ednref|fnref|enref|noteref|cite_ref|(?:foot|end)note\d+anc)[-_:]?[\w.-]*",
    re.IGNORECASE,
)
_HOLDER_NAME = pattern_of(r"_?(?:sd)?(?:ftn|edn|fn|footnote|endnote)[-_:]?\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HtmlNotes:
    """The links that call notes and the elements that hold them, each with the label printed."""

    calls: dict[Any, str]
    holders: dict[Any, str]


def find_notes(root: Any) -> HtmlNotes:
    """The notes of a page.

    A link is a call if its words are a mark ("1", "[a]", "*") and it leads further down the page to
    a place that links back to it, to one that is named as notes are or whose role is a note's, or, where it
    is raised, to one that begins with the mark.

    Args:
        root: the page's root element.
    """
    order: dict[Any, int] = {}
    named: dict[str, Any] = {}
    for at, element in enumerate(root.iter()):
        for name in (element.get("id"), element.get("name")):
            if name:
                named.setdefault(name, element)
                order[element] = at
        if element.tag == "a":
            order[element] = at
    notes = HtmlNotes({}, {})
    for link in root.iter("a"):
        mark = _MARK.fullmatch(" ".join(link.text_content().split()))
        target = named.get((link.get("href") or "#").removeprefix("#"))
        if mark is None or target is None or order[target] <= order[link]:
            continue
        holder = _holder(target)
        if holder is None or holder in link.iterancestors():
            continue
        raised = _is_raised(link) and _begins_with(holder, mark[1])
        said = _says_note(link, holder) or _is_named_as_note(link.get("href")[1:])
        if raised or said or _links_back(holder, link, named):
            notes.calls[link] = mark[1]
            notes.holders.setdefault(holder, mark[1])
    _add_unlinked(root, notes)
    return notes


def _add_unlinked(root: Any, notes: HtmlNotes) -> None:
    """Add raised marks that nothing links, and the blocks at the foot of page or part that they call.

    Each block is the note of the first call of its mark that has none: with several notes of one mark ("*",
    "*"; "1" in every part) each has its own. A mark that is called once more calls the note that it has.
    """
    feet = _feet(root, notes)
    firsts = {next(iter(block)) for block in feet}
    waiting: dict[str, list[Any]] = {}
    held: set[str] = set()
    for element in root.iter():
        if element in feet:
            mark = feet[element]
            if waiting.get(mark):
                notes.calls[waiting[mark].pop(0)] = notes.holders[element] = mark
                held.add(mark)
        elif element.tag == "sup" and element not in firsts:
            found = _RAISED.fullmatch(element.text_content().strip())
            linked = any(
                next(each, None) is not None for each in (element.iter("a"), element.iterancestors("a"))
            )
            if found is not None and not linked and _UNIT.search(_text_before(element)) is None:
                waiting.setdefault(found[1], []).append(element)
    for mark in held:
        notes.calls.update(dict.fromkeys(waiting[mark], mark))


def _feet(root: Any, notes: HtmlNotes) -> dict[Any, str]:
    """The blocks that begin with a raised mark, at the end of the page or behind a rule across it."""
    behind_rule = False
    feet: dict[Any, str] = {}
    at_end: dict[Any, str] = {}
    for element in root.iter("hr", *BLOCKS):
        if element.tag == "hr":
            behind_rule = True
            continue
        if not element.text_content().strip() or next(element.iterchildren(*BLOCKS), None) is not None:
            continue
        if element in notes.holders or any(each in notes.holders for each in element.iterancestors()):
            continue
        first: Any = next(iter(element), None)
        mark = _RAISED.fullmatch(first.text_content().strip()) if _is_first(element, first) else None
        if mark is None:
            behind_rule, at_end = False, {}
            continue
        at_end[element] = mark[1]
        if behind_rule:
            feet[element] = mark[1]
    return feet | at_end


def _is_first(block: Any, element: Any) -> bool:
    return element is not None and element.tag == "sup" and not (block.text or "").strip()


def _text_before(element: Any) -> str:
    before = element.getprevious()
    around = element.getparent()
    return (before.tail if before is not None else around.text if around is not None else "") or ""


def _holder(target: Any) -> Any:
    """The block that a note's anchor stands in, or the division around all of its paragraphs."""
    block = target
    while block is not None and block.tag not in BLOCKS:
        block = block.getparent()
    if block is None or block.tag in ("body", "html"):
        return None
    around = block.getparent()
    if (
        around is not None
        and around.tag in ("div", "aside")
        and _HOLDER_NAME.fullmatch(around.get("id") or "")
    ):
        return around
    return block


def _links_back(holder: Any, link: Any, named: dict[str, Any]) -> bool:
    around = [link, *link.iterancestors("sup", "span")]
    for back in holder.iter("a"):
        place = named.get((back.get("href") or "#").removeprefix("#"))
        if place is not None and (place in around or place in link.iter()):
            return True
    return False


def _is_raised(link: Any) -> bool:
    return any(next(each, None) is not None for each in (link.iter("sup"), link.iterancestors("sup")))


def _begins_with(holder: Any, mark: str) -> bool:
    """Whether a block begins with a mark that stands apart ("1 See ...", "[1] See ...")."""
    found = _MARK.match(" ".join(holder.text_content().split()))
    return found is not None and found[1] == mark


def _says_note(link: Any, holder: Any) -> bool:
    """Whether the roles of a link and its place say that one is a call, or the other a note."""
    return any(
        (element.get("role") or element.get("epub:type") or "").removeprefix("doc-") in roles
        for element, roles in ((link, ("noteref",)), (holder, ("footnote", "endnote")))
    )


def _is_named_as_note(name: str) -> bool:
    return _NOTE_NAME.fullmatch(name) is not None and _CALL_NAME.fullmatch(name) is None
