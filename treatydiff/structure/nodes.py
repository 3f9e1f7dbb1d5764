"""The tree while it grows; frozen into provisions at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from treatydiff.model import Mark, ProvisionKind, Span
from treatydiff.records import dataclass
from treatydiff.structure.sourced import SourcedText


@dataclass(slots=True)
class Node:
    """A provision in the making.

    Attributes:
        kind, number, title, page: as the provision will have them.
        printed: headings and labels as printed, in text order, for the receipt and for brackets.
        text: own words; a node that gets children hands them to a chapeau first.
        label: its label as printed.
        generated: characters of a number that the file generates and does not print.
        marks: marks that belong to the whole node.
        called: as the provision will have it.
    """

    kind: ProvisionKind
    number: str = ""
    title: str = ""
    page: int | None = None
    printed: list[SourcedText] = field(default_factory=list)
    text: SourcedText | None = None
    label: str = ""
    generated: str = ""
    children: list[Node] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    called: str = ""

    def add(self, child: Node) -> Node:
        """Append a child; words of one's own become the chapeau first."""
        if self.text is not None:
            words, self.text = self.text, None
            self.children.append(Node("intro", page=self.page, text=words))
        self.children.append(child)
        return child

    def walk(self) -> Iterator[Node]:
        """It and everything below it, in text order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def last_leaf(self) -> Node:
        """The last thing below it that holds nothing further; itself where nothing is below it."""
        node = self
        while node.children:
            node = node.children[-1]
        return node

    def number_as(self, generated: str) -> None:
        """Give it the label that the file generates for it."""
        self.generated = self.label = generated

    def spans(self) -> tuple[Span, ...]:
        """Where its heading, label and own words stand in the source."""
        pieces = [*self.printed, *([self.text] if self.text is not None else [])]
        return tuple(span for piece in pieces for span in piece.spans())
