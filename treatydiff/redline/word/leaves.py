"""What a Word paragraph says, piece by piece, with the element that each piece stands in.

Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

from treatydiff.reading.docx.styles import MC, W, toggle
from treatydiff.reading.docx.text import M, alternative
from treatydiff.records import dataclass
from treatydiff.redline.word.standing import TAKING

_SPACES = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_CALLS = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_PASSED = {
    W + name
    for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "tbl")
}  # fmt: skip
_TEXTS = frozenset({W + "t", W + "delText"})
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FIRST_SIGN = 0x100000


class Signs:
    """One private character for everything in a text that is no character: note calls, formulas, pictures.

    The same thing has the same character in both drafts, so that comparing texts compares things.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], str] = {}

    def of(self, *thing: str) -> str:
        """The character of a thing.

        Args:
            thing: what tells it from others.
        """
        return self._known.setdefault(thing, chr(_FIRST_SIGN + len(self._known)))

    def same(self, thing: tuple[str, ...], other: tuple[str, ...]) -> None:
        """Give a thing the character of another."""
        self._known[other] = self.of(*thing)

    def things(self, character: str) -> list[tuple[str, ...]]:
        """The things that have a character."""
        return [thing for thing, sign in self._known.items() if sign == character]


def is_sign(character: str) -> bool:
    """Whether a character stands for a thing."""
    return ord(character) >= _FIRST_SIGN


@dataclass(slots=True)
class Leaf:
    """A piece of a paragraph: its characters, where they begin in it, its element and the run around it.

    `run` is the element itself where that stands in no run (a formula). A piece of no characters (a field's
    mark, a picture) goes wherever its run goes.
    """

    text: str
    start: int
    element: Any
    run: Any
    note: str = ""

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


class LeafReader:
    """Reads paragraphs of one part.

    Args:
        story: the root of the part, whose fields may span paragraphs.
        side: "a" or "b", since notes of either draft have ids of their own.
        signs: shared by both drafts.
        left_out: tags of the tracked changes, where some stand in the part, that are not read.
    """

    def __init__(self, story: Any, side: str, signs: Signs, left_out: frozenset[str] = TAKING) -> None:
        self.left_out = left_out
        self._side = side
        self._signs = signs
        self._instructions = set(_instructions(story))

    def leaves(self, paragraph: Any) -> list[Leaf]:
        """The pieces of a paragraph, in order.

        Args:
            paragraph: its w:p element.
        """
        found: list[Leaf] = []
        for element, run in _pieces(paragraph, self.left_out):
            text, note = self._said(element, run)
            found.append(Leaf(text, found[-1].end if found else 0, element, run, note))
        return found

    def _said(self, element: Any, run: Any) -> tuple[str, str]:
        tag = element.tag
        if element in self._instructions or (run is not element and toggle(run.find(W + "rPr"), "vanish")):
            return "", ""
        if tag in _TEXTS:
            return element.text or "", ""
        if tag in _SPACES:
            return _SPACES[tag], ""
        if tag == W + "sym":
            return self._signs.of("sym", element.get(W + "font", ""), element.get(W + "char", "")), ""
        if tag in _CALLS:
            return self._signs.of(_CALLS[tag], self._side, element.get(W + "id", "")), _CALLS[tag]
        if tag == M + "oMath":
            return self._signs.of("formula", "".join(each.text or "" for each in element.iter(M + "t"))), ""
        return "", ""


def boxes_of(paragraph: Any) -> list[Any]:
    """The text boxes that are anchored in a paragraph, as the reader reads them."""
    found: list[Any] = []

    def walk(node: Any) -> None:
        for child in alternative(node) if node.tag == MC + "AlternateContent" else node:
            if child.tag == W + "txbxContent":
                found.append(child)
            elif isinstance(child.tag, str):
                walk(child)

    if next(paragraph.iter(W + "txbxContent"), None) is not None:
        walk(paragraph)
    return found


def _pieces(node: Any, left_out: frozenset[str]) -> Iterator[tuple[Any, Any]]:
    for child in node:
        if not isinstance(child.tag, str) or child.tag in _PASSED or child.tag in left_out:
            continue
        if child.tag == W + "r":
            for piece in child:
                if isinstance(piece.tag, str) and piece.tag != W + "rPr":
                    yield piece, child
        elif child.tag == M + "oMath":
            yield child, child
        else:
            yield from _pieces(child, left_out)


def _instructions(story: Any) -> Iterator[Any]:
    """Pieces of runs that belong to the instruction of a field."""
    opened: list[bool] = []
    for run in story.iter(W + "r"):
        for piece in run:
            kind = piece.get(W + "fldCharType") if piece.tag == W + "fldChar" else None
            if kind == "begin":
                opened.append(False)
            elif kind == "separate" and opened:
                opened[-1] = True
            elif kind == "end" and opened:
                opened.pop()
            elif not all(opened):
                yield piece


def reread(paragraph: Any, leaves: list[Leaf], left_out: frozenset[str]) -> list[Leaf]:
    """The pieces of a paragraph whose runs were parted: as before, but each within one run.

    Args:
        paragraph: its w:p element.
        leaves: as they were before.
        left_out: tags of the tracked changes that are not read.
    """
    known = {leaf.element: leaf for leaf in leaves}
    whole = "".join(leaf.text for leaf in leaves)
    found: list[Leaf] = []
    at = 0
    for element, run in _pieces(paragraph, left_out):
        old = known.get(element)
        silent = old is not None and not old.text
        length = 0 if silent else len(element.text or "") if element.tag in _TEXTS else 1
        found.append(Leaf(whole[at : at + length], at, element, run, old.note if old else ""))
        at += length
    return found


def split(leaves: list[Leaf], cuts: Iterable[int]) -> None:
    """Part runs so that none lies on both sides of a cut; both parts keep the look.

    Args:
        leaves: of one paragraph; they are out of date afterwards.
        cuts: places in the paragraph's text.
    """
    for cut in sorted(set(cuts), reverse=True):
        for at, leaf in enumerate(leaves):
            if leaf.run is leaf.element or not leaf.text:
                continue
            if leaf.start < cut < leaf.end:
                right = deepcopy(leaf.element)
                whole = leaf.element.text
                put_text(leaf.element, whole[: cut - leaf.start])
                put_text(right, whole[cut - leaf.start :])
                _part(leaf.run, leaf.element, right)
                break
            if leaf.start == cut and at and leaves[at - 1].run is leaf.run:
                _part(leaf.run, leaf.element.getprevious(), None)
                break


def _part(run: Any, last: Any, first: Any) -> None:
    """Move what stands behind `last` into a run of its own, with `first` before it."""
    behind = etree.Element(W + "r")
    for name, value in run.attrib.items():
        behind.set(name, value)
    look = run.find(W + "rPr")
    if look is not None:
        behind.append(deepcopy(look))
    if first is not None:
        behind.append(first)
    behind.extend(list(last.itersiblings()))
    run.addnext(behind)


def put_text(element: Any, text: str) -> None:
    """Give a w:t its characters, spaces at its ends included."""
    element.text = text
    element.set(_SPACE, "preserve")
