"""A draft as Akoma Ntoso 3.0, the OASIS standard for legislative documents.

Imports lxml; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from lxml import etree

from treatydiff.model import Draft, Instrument, Note, Provision
from treatydiff.naming.printed import printed_heading, printed_label
from treatydiff.report.draft.akn_meta import AKN, add_meta, child
from treatydiff.report.kit.xml_text import xml_text

HIERARCHY = frozenset({
    "part", "title", "chapter", "section", "subsection", "article", "rule", "paragraph", "subparagraph",
    "point",
})  # fmt: skip
"""The kinds that the standard has an element for; the others are an hcontainer with their name."""


def draft_akn(draft: Draft) -> str:
    """A draft as one Akoma Ntoso 3.0 document: a bill, or a collection of them for several instruments.

    The eIds are the draft's ids. Brackets stay in the text; options are alternatives to the first of
    their group; notes stand where the text calls them, and in the metadata where it does not.

    Args:
        draft: the draft.
    """
    return _AknWriter(draft).document()


class _AknWriter:
    """Writes one draft; remembers which notes were called."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._notes: dict[str, list[Note]] = {}
        for note in draft.notes:
            self._notes.setdefault(note.label, []).append(note)
        called = {(label, page) for node in draft.walk() for label, page in _calls(node)}
        found = [self._note(label, page) for label, page in called]
        self._uncalled = tuple(note for note in draft.notes if note not in found)

    def document(self) -> str:
        root = etree.Element(f"{{{AKN}}}akomaNtoso", nsmap={None: AKN})
        instruments = self._draft.instruments
        if len(instruments) == 1:
            self._bill(root, instruments[0], cover=True)
        else:
            collection = child(root, "documentCollection", name="drafts")
            add_meta(collection, self._draft, notes=self._uncalled)
            self._cover(collection)
            body = child(collection, "collectionBody")
            for instrument in instruments:
                component = child(body, "component", eId=f"component_{instrument.n}")
                self._bill(component, instrument, cover=False)
            if not instruments:
                child(child(body, "component", eId="component_1"), "documentRef", href="#component_1")
        text: str = etree.tostring(root, encoding="unicode", pretty_print=False)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'

    def _cover(self, parent: Any) -> None:
        if self._draft.front_matter:
            cover = child(parent, "coverPage")
            for each in self._draft.front_matter:
                self._paragraph(cover, each.text)

    def _bill(self, parent: Any, instrument: Instrument, *, cover: bool) -> None:
        bill = child(parent, "bill", name="draft")
        add_meta(bill, self._draft, instrument=instrument, notes=self._uncalled if cover else ())
        if cover:
            self._cover(bill)
        if instrument.title:
            child(child(child(bill, "preface"), "p"), "docTitle").text = xml_text(instrument.title)
        preamble, body, closing, annexes = _divided(instrument.provisions)
        if preamble is not None:
            self._preamble(bill, preamble)
        main = child(bill, "body")
        self._options_and_others(main, body)
        if not len(main):
            child(main, "hcontainer", name="empty")
        if closing is not None:
            element = child(bill, "conclusions", eId=closing.id)
            self._blocks(element, closing)
        if annexes:
            attachments = child(bill, "attachments")
            for annex in annexes:
                self._attachment(attachments, annex, instrument)

    def _preamble(self, bill: Any, preamble: Provision) -> None:
        """The preamble; its recitals with the chapeau before and the closing behind them."""
        element = child(bill, "preamble", eId=preamble.id)
        if preamble.heading:
            # The format has no element for it: as a draft prints it, a line of its own.
            child(element, "p").text = xml_text(preamble.heading)
        if not preamble.children:
            self._paragraph(element, preamble.text, preamble)
        nodes = list(preamble.children)
        number = 0
        while nodes:
            intro = nodes.pop(0) if nodes[0].kind == "intro" and _kinds(nodes)[1:2] == ["recital"] else None
            recitals = []
            while nodes and nodes[0].kind == "recital":
                recitals.append(nodes.pop(0))
            if not recitals:
                self._blocks(element, nodes.pop(0))
                continue
            number += 1
            group = child(element, "recitals", eId=f"{preamble.id}__recs_{number}")
            if intro is not None:
                self._paragraph(child(group, "intro", eId=intro.id), intro.text, intro)
            for recital in recitals:
                item = child(group, "recital", eId=recital.id)
                self._number(item, recital)
                if recital.children:
                    for below in recital.children:
                        self._blocks(item, below)
                else:
                    self._paragraph(item, recital.text, recital)
            if nodes and nodes[0].kind == "wrapup":
                closing = nodes.pop(0)
                self._paragraph(child(group, "wrapUp", eId=closing.id), closing.text, closing)

    def _blocks(self, parent: Any, node: Provision) -> None:
        """The clauses of a provision as paragraphs of running text, with their numbers."""
        for leaf in node.clauses():
            paragraph = self._paragraph(parent, leaf.text, leaf, lead=printed_label(leaf))
            if leaf.id != parent.get("eId"):
                paragraph.set("eId", leaf.id)

    def _attachment(self, parent: Any, annex: Provision, instrument: Instrument) -> None:
        attachment = child(parent, "attachment", eId=annex.id)
        self._number(attachment, annex)
        document = child(attachment, "doc", name="annex")
        add_meta(document, self._draft, instrument=instrument, part=annex.id)
        body = child(document, "mainBody")
        if annex.children:
            self._options_and_others(body, annex.children)
        else:
            self._paragraph(body, annex.text, annex)

    def _options_and_others(self, parent: Any, nodes: Sequence[Provision]) -> None:
        for is_option, group in groupby(nodes, key=lambda node: node.kind == "option"):
            members = list(group)
            for node in members:
                element = self._provision(parent, node)
                if is_option and node is not members[0]:
                    element.set("alternativeTo", members[0].id)

    def _provision(self, parent: Any, node: Provision) -> Any:
        if node.kind in HIERARCHY:
            element = child(parent, node.kind, eId=node.id)
        else:
            element = child(parent, "hcontainer", eId=node.id, name=node.kind)
        self._number(element, node)
        if not node.children:
            if node.text:
                self._paragraph(child(element, "content"), node.text, node)
            return element
        nodes = list(node.children)
        closing = nodes.pop() if nodes[-1].kind == "wrapup" and len(nodes) > 1 else None
        if nodes[0].kind == "intro":
            intro = nodes.pop(0)
            self._paragraph(child(element, "intro", eId=intro.id), intro.text, intro)
        self._options_and_others(element, nodes)
        if closing is not None:
            self._paragraph(child(element, "wrapUp", eId=closing.id), closing.text, closing)
        return element

    def _number(self, element: Any, node: Provision) -> None:
        """Number and heading as the draft prints them."""
        lines = printed_heading(node, self._draft.language)
        heading = " ".join(node.heading.split())
        first = lines[0] if lines else ""
        number = printed_label(node) or (first.removesuffix(heading).strip() if heading else first)
        if number:
            child(element, "num").text = xml_text(number)
        if heading:
            child(element, "heading").text = xml_text(heading)

    def _paragraph(self, parent: Any, text: str, node: Provision | None = None, *, lead: str = "") -> Any:
        """A p element with the notes that its text calls at their places."""
        paragraph = child(parent, "p")
        self._append(paragraph, f"{lead} " if lead and text else lead)
        calls = sorted((mark.start, dict(mark.attrs).get("label", "")) for mark in node.marks
                       if mark.kind == "note_ref") if node is not None else []  # fmt: skip
        done = 0
        for number, (at, label) in enumerate(calls, 1):
            note = self._note(str(label), node.page if node else None)
            if note is None or node is None:
                continue
            self._append(paragraph, text[done:at])
            done = max(done, at)
            element = child(paragraph, "authorialNote", eId=f"{node.id}__authorialnote_{number}")
            element.set("marker", xml_text(str(label)))
            if note.kind != "endnote":
                element.set("placement", "bottom" if note.kind == "footnote" else "side")
            child(element, "p").text = xml_text(note.text)
        self._append(paragraph, text[done:])
        return paragraph

    def _append(self, paragraph: Any, text: str) -> None:
        for number, part in enumerate(xml_text(text).split("\n")):
            if number:
                child(paragraph, "eol")
            # The line end stays beside its element, so that the words do not run together.
            line = f"\n{part}" if number else part
            if len(paragraph):
                paragraph[-1].tail = (paragraph[-1].tail or "") + line
            else:
                paragraph.text = (paragraph.text or "") + line

    def _note(self, label: str, page: int | None) -> Note | None:
        """The note of a label; where numbers restart, the one on the page of its call."""
        notes = self._notes.get(label, [])
        return next((note for note in notes if note.page == page), notes[0] if notes else None)


def _kinds(nodes: Sequence[Provision]) -> list[str]:
    return [node.kind for node in nodes]


def _calls(node: Provision) -> list[tuple[str, int | None]]:
    return [
        (str(dict(mark.attrs).get("label", "")), node.page) for mark in node.marks if mark.kind == "note_ref"
    ]


def _divided(
    provisions: Sequence[Provision],
) -> tuple[Provision | None, list[Provision], Provision | None, list[Provision]]:
    """Preamble, body, closing formula and annexes, where they stand in the order that the standard has.

    What stands elsewhere stays in the body.
    """
    rest = list(provisions)
    preamble = rest.pop(0) if rest and rest[0].kind == "preamble" else None
    annexes: list[Provision] = []
    while rest and rest[-1].kind == "annex":
        annexes.insert(0, rest.pop())
    closing = rest.pop() if rest and rest[-1].kind == "closing" else None
    return preamble, rest, closing, annexes
