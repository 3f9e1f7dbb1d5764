"""What structure returns: one text of an instrument as a tree of provisions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Protocol

from treatydiff.model.one_line import name_shown, one_line
from treatydiff.model.openness import Openness, OpenPlace
from treatydiff.model.result import Result
from treatydiff.model.source import Diagnostic, Furniture, Note, Source
from treatydiff.records import dataclass

Attrs = tuple[tuple[str, str | int | float | bool], ...]
"""Attributes of a mark, signal or piece of evidence, in a fixed order."""

ProvisionKind = Literal[
    "preamble", "recital", "part", "title", "chapter", "section", "subsection", "article", "rule",
    "paragraph", "subparagraph", "point", "intro", "wrapup", "option", "table", "annex", "closing",
]  # fmt: skip
MarkKind = Literal[
    "bracket", "option", "note_ref", "comment", "attribution", "status", "insertion", "deletion",
    "strike", "underline", "colour", "consolidation",
]  # fmt: skip

OPENING_BRACKETS = "[\uff3b\u3010"
CLOSING_BRACKETS = "]\uff3d\u3011"
"""The square brackets that drafts print: [], and in Chinese ones also full-width [] and lenticular ones."""

CONTAINER_KINDS: frozenset[str] = frozenset({"part", "title", "chapter", "section", "subsection"})
"""Kinds that hold units and are never units themselves (annexes with articles join them)."""

_ARTICLES = frozenset({"article", "rule"})

NO_WORDING = frozenset({"status", "attribution", "remark"})
"""Roles of brackets that hold no wording of the instrument and so have no fate."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where text came from: code points `start` to `end` of the block numbered `block`."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on the text that is not the text; offsets are code points of canonical text."""

    kind: MarkKind
    start: int
    end: int
    attrs: Attrs = ()

    __repr__ = one_line

    @property
    def holds_wording(self) -> bool:
        """Whether it is a bracket around wording; of one that is never closed, where it opens only."""
        attrs = dict(self.attrs)
        astray = attrs.get("role") == "astray" and attrs.get("part") != "open"
        return self.kind == "bracket" and attrs.get("role") not in NO_WORDING and not astray


@dataclass(frozen=True, slots=True)
class Provision:
    """A node of a draft's tree. A leaf has `text`; a provision with children has none of its own.

    `number` is what the draft prints, without "Article", brackets or final dot; `label` is what it
    prints, with them ("Article 5 bis", "(a)"). `called` is how reports call a rule ("principle").
    """

    id: str
    kind: ProvisionKind
    number: str = ""
    heading: str = ""
    text: str = ""
    marks: tuple[Mark, ...] = ()
    page: int | None = None
    children: tuple[Provision, ...] = ()
    spans: tuple[Span, ...] = ()
    label: str = ""
    called: str = ""

    __repr__ = one_line

    def in_brackets(self, start: int, end: int) -> bool:
        """Whether code points `start` to `end` stand in square brackets around wording."""
        return any(mark.holds_wording and mark.start <= start and end <= mark.end for mark in self.marks)

    def walk(self) -> Iterator[Provision]:
        """This provision and all below it, in text order."""
        ahead = [self]
        while ahead:
            node = ahead.pop()
            yield node
            ahead += node.children[::-1]

    def clauses(self) -> Iterator[Provision]:
        """The leaves below this provision (itself, if it is one), in text order."""
        return (node for node in self.walk() if not node.children)


@dataclass(frozen=True, slots=True)
class Unit:
    """What gets a row in a comparison: one provision and the containers that it stands in.

    `containers` are the ids of the parts, chapters, ... around it, outermost first. `instrument` is
    the number of its instrument, from 1. `kind` is the provision's, except that a loose clause that
    stands outside any article (text under a chapter heading) is a unit of its own.
    """

    provision: Provision
    containers: tuple[str, ...]
    instrument: int

    __repr__ = one_line

    @property
    def id(self) -> str:
        """The id of its provision."""
        return self.provision.id

    @property
    def kind(self) -> ProvisionKind:
        """The kind of its provision."""
        return self.provision.kind

    def clauses(self) -> tuple[Provision, ...]:
        """Its leaves that have words, in text order."""
        return tuple(leaf for leaf in self.provision.clauses() if leaf.text)


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument of a file, with its tree; `spans` say where its title stands in the source."""

    n: int
    main: bool
    title: str
    symbol: str | None
    provisions: tuple[Provision, ...]
    spans: tuple[Span, ...] = ()

    __repr__ = one_line

    def walk(self) -> Iterator[Provision]:
        """Every provision, in text order."""
        for provision in self.provisions:
            yield from provision.walk()

    def units(self) -> Iterator[Unit]:
        """The units of this instrument, in text order; every clause with words is in exactly one."""
        for provision in self.provisions:
            yield from _units_below(provision, (), self.n)

    @property
    def articles(self) -> int:
        """The number of articles outside annexes."""
        return self._outside_annexes("article")

    @property
    def rules(self) -> int:
        """The number of principles, regulations, guidelines and the like outside annexes."""
        return self._outside_annexes("rule")

    def _outside_annexes(self, kind: ProvisionKind) -> int:
        return sum(1 for top in self.provisions if top.kind != "annex"
                   for node in top.walk() if node.kind == kind)  # fmt: skip


def _units_below(node: Provision, containers: tuple[str, ...], instrument: int) -> Iterator[Unit]:
    opens = (
        node.kind in CONTAINER_KINDS
        or (node.kind == "option" and bool(node.children))
        or (node.kind not in _ARTICLES and any(below.kind in _ARTICLES for below in node.walk()))
    )
    if not opens:
        yield Unit(node, containers, instrument)
        return
    for child in node.children:
        yield from _units_below(child, (*containers, node.id), instrument)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A paragraph of masthead, note by the chair, legend or contents."""

    text: str
    page: int | None
    spans: tuple[Span, ...] = ()

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class BracketCount:
    """Opening brackets of the whole file, greatest depth, and brackets without a partner."""

    count: int = 0
    max_depth: int = 0
    unbalanced: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """Non-space code points of the extracted text by class; generated Word numbers apart."""

    provision: int = 0
    note: int = 0
    front_matter: int = 0
    furniture: int = 0
    other: int = 0
    unaccounted: int = 0
    generated_numbers: int = 0


@dataclass(frozen=True, slots=True)
class Draft(Result):
    """One text of an instrument, parsed.

    `open_places` says how open its containers, units and other headed provisions are, in text order.
    `paragraphs` are the numbers of the paragraphs of a Word file that its blocks are, by the number of the
    block, so that every span leads to its place in the file; empty for other files.
    """

    source: Source
    language: str
    front_matter: tuple[FrontMatter, ...]
    instruments: tuple[Instrument, ...]
    notes: tuple[Note, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    brackets: BracketCount = BracketCount()
    receipt: Receipt = Receipt()
    diagnostics: tuple[Diagnostic, ...] = ()
    open_places: tuple[OpenPlace, ...] = ()
    paragraphs: tuple[int | None, ...] = ()

    def __repr__(self) -> str:
        """What it is called, its language, and how much it holds."""
        name = name_shown(self.source.label, self.source.scope)
        return f"Draft({name}, {self.language}, articles={self.articles}, units={len(self.units())})"

    def walk(self) -> Iterator[Provision]:
        """Every provision of every instrument, in text order."""
        for instrument in self.instruments:
            yield from instrument.walk()

    def units(self) -> tuple[Unit, ...]:
        """The units of every instrument, in text order."""
        return tuple(unit for instrument in self.instruments for unit in instrument.units())

    @property
    def articles(self) -> int:
        """The number of articles outside annexes, over all instruments."""
        return sum(instrument.articles for instrument in self.instruments)

    @property
    def openness(self) -> Openness:
        """How open it is as a whole, over all instruments."""
        return sum((place.openness for place in self.open_places if not place.depth), Openness())

    @property
    def rules(self) -> int:
        """The number of principles, regulations and the like outside annexes, over all instruments."""
        return sum(instrument.rules for instrument in self.instruments)


class DraftCache(Protocol):
    """Where parsed drafts are kept between runs; handed to the pipeline, owned by archive."""

    def get(self, key: str) -> Draft | None:
        """The draft kept under `key`, or None."""

    def put(self, key: str, draft: Draft) -> None:
        """Keep `draft` under `key`."""
