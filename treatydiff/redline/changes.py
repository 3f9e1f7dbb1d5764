"""The elements of tracked changes, as Word keeps them, with their ids, author and date.

Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import count
from typing import Any, Literal

from lxml import etree

from treatydiff.reading.docx.styles import W
from treatydiff.reading.docx.text import M
from treatydiff.redline.proof import UnprovenError
from treatydiff.redline.word.leaves import put_text
from treatydiff.redline.word.standing import ADDING, CHANGES, TAKING, alone, claim, outside, rejoin
from treatydiff.report.kit.xml_text import xml_text

Tag = Literal["ins", "del", "moveFrom", "moveTo"]
_DELETED = {W + "t": W + "delText", W + "instrText": W + "delInstrText"}
_BEHIND_LOOK = frozenset(W + name for name in ("sectPr", "pPrChange"))
_NOT_FORMER = frozenset(W + name for name in ("rPr", "sectPr", "pPrChange"))


class Changes:
    """Makes tracked changes.

    Args:
        author: whom they are of.
        date: of all of them, ISO 8601 with "Z".
        first: the first id; those of the file must be smaller.
        claimed: number of the author in a compilation, where what stands already may be theirs too.
        left_out: tags of the changes that stand in the file and are not read.
    """

    def __init__(
        self,
        author: str,
        date: str,
        first: int,
        claimed: str = "",
        left_out: frozenset[str] = TAKING,
    ) -> None:
        self.left_out = left_out
        self._claimed = claimed
        self._author = xml_text(author)
        self._date = date
        self._ids = count(first)
        self.ours: set[Any] = set()

    def new_id(self) -> str:
        """An id that nothing in the file has."""
        return str(next(self._ids))

    def change(self, tag: str) -> Any:
        """An empty change.

        Args:
            tag: local name of the element.
        """
        element = etree.Element(W + tag)
        element.set(W + "id", self.new_id())
        element.set(W + "author", self._author)
        element.set(W + "date", self._date)
        self.ours.add(element)
        return element

    def wrap(self, run: Any, tag: Tag) -> Any:
        """Put a run into a change, where it stands; the outermost change around it.

        Inside somebody's insertion it is deleted there; somebody's deletion is put in as it is.
        """
        around = run.getparent()
        stands = around.tag in CHANGES and around not in self.ours
        if stands:
            around = alone(run, self.new_id)
            if (around.tag in ADDING) == (tag in ("ins", "moveTo")):
                claim(around, self._claimed)
                return around
            if tag == "ins":
                wrapper = self.change(tag)
                around.addprevious(wrapper)
                wrapper.append(around)
                return wrapper
        wrapper = self.change(tag)
        run.addprevious(wrapper)
        wrapper.append(run)
        if tag == "del":
            for each in wrapper.iter(*_DELETED):
                each.tag = _DELETED[each.tag]
        return around if stands else wrapper

    def put_behind(self, element: Any, change: Any) -> None:
        """Put one behind an element, outside of what stands around it; in compilations, behind others."""
        place = outside(element, self.new_id)
        if self._claimed:
            while (behind := place.getnext()) is not None and behind.tag in ADDING:
                place = behind
        place.addnext(change)

    def join(self, paragraph: Any) -> None:
        """Make neighbouring changes of one kind one."""
        for wrapper in list(paragraph.iter(*(W + tag for tag in ("ins", "del", "moveFrom", "moveTo")))):
            before = wrapper.getprevious()
            if wrapper not in self.ours or before is None or not len(wrapper):
                continue
            if before in self.ours and before.tag == wrapper.tag and before.getparent().tag != W + "rPr":
                before.extend(list(wrapper))
                wrapper.getparent().remove(wrapper)
        if not self.ours.isdisjoint(paragraph.iter(*CHANGES)):
            rejoin(paragraph)

    def mark(self, paragraph: Any, tag: Tag | None) -> None:
        """Say of a paragraph's mark that it was changed, or that it was not."""
        look = _look_of_mark(paragraph, make=tag is not None)
        if look is None:
            return
        for each in [each for each in look if each in self.ours]:
            look.remove(each)
        standing = None if tag is None else look.find(W + tag)
        if standing is not None:
            claim(standing, self._claimed)
        elif tag is not None:
            look.insert(int(tag != "ins" and look.find(W + "ins") is not None), self.change(tag))
        elif not len(look):
            look.getparent().remove(look)

    def formerly(self, paragraph: Any, properties: Any) -> None:
        """Say what a paragraph's properties were before.

        Args:
            paragraph: its w:p element.
            properties: a w:pPr element, or None for none.
        """
        own = properties_of(paragraph)
        for each in own.findall(W + "pPrChange"):
            if each not in self.ours and self._claimed:
                raise UnprovenError("two change the list that a paragraph is in")
            own.remove(each)
        change = self.change("pPrChange")
        change.append(bare(properties))
        own.append(change)

    def row(self, row: Any, tag: Literal["ins", "del"]) -> None:
        """Say that a whole row was put in or taken out."""
        properties = row.find(W + "trPr")
        standing = None if properties is None else properties.find(W + tag)
        if standing is not None:
            claim(standing, self._claimed)
            return
        if properties is None:
            properties = etree.Element(W + "trPr")
            exceptions = row.find(W + "tblPrEx")
            if exceptions is None:
                row.insert(0, properties)
            else:
                exceptions.addnext(properties)
        properties.append(self.change(tag))

    def moved(self, first: Any, last: Any, tag: Tag, number: int) -> None:
        """Bracket paragraphs that moved together.

        Args:
            first, last: their w:p elements.
            tag: which side of the move they are.
            number: of the move.
        """
        start = self.change(f"{tag}RangeStart")
        start.set(W + "name", f"move{number}")
        properties = first.find(W + "pPr")
        if properties is None:
            first.insert(0, start)
        else:
            properties.addnext(start)
        end = etree.Element(f"{W}{tag}RangeEnd")
        end.set(W + "id", start.get(W + "id"))
        last.addnext(end)


_WHOLE = frozenset({W + "r", W + "sdt", W + "smartTag", W + "customXml", M + "oMath"})


def whole_pieces(parent: Any, left_out: frozenset[str]) -> Iterator[Any]:
    """What of a paragraph can stand in a change as it is: runs, and content controls with all that they hold.

    Args:
        parent: a w:p element, or one inside it.
        left_out: tags of the tracked changes that are not read.
    """
    for child in list(parent):
        if child.tag in _WHOLE:
            yield child
        elif isinstance(child.tag, str) and child.tag != W + "pPr" and child.tag not in left_out:
            yield from whole_pieces(child, left_out)


def properties_of(paragraph: Any) -> Any:
    """The w:pPr element of a paragraph, made where there is none."""
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = etree.Element(W + "pPr")
        paragraph.insert(0, properties)
    return properties


def bare(properties: Any) -> Any:
    """A copy of paragraph properties without the look of the mark, the section and former properties."""
    copied = etree.Element(W + "pPr") if properties is None else deepcopy(properties)
    for each in [each for each in copied if each.tag in _NOT_FORMER]:
        copied.remove(each)
    return copied


def _look_of_mark(paragraph: Any, *, make: bool) -> Any:
    properties = properties_of(paragraph) if make else paragraph.find(W + "pPr")
    look = None if properties is None else properties.find(W + "rPr")
    if look is None and make:
        look = etree.Element(W + "rPr")
        behind = next((each for each in properties if each.tag in _BEHIND_LOOK), None)
        if behind is None:
            properties.append(look)
        else:
            behind.addprevious(look)
    return look


def run_of(look: Any, pieces: Iterable[Any]) -> Any:
    """A run of a look.

    Args:
        look: a w:rPr element, copied, or None.
        pieces: its content.
    """
    run = etree.Element(W + "r")
    if look is not None:
        run.append(deepcopy(look))
    run.extend(pieces)
    return run


def piece_of(text: str) -> Any:
    """A tab, a line break, or characters."""
    if text in ("\t", "\n"):
        return etree.Element(W + ("tab" if text == "\t" else "br"))
    element = etree.Element(W + "t")
    put_text(element, xml_text(text))
    return element
