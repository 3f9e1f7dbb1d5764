"""The blocks of a Word story in reading order: paragraphs, and tables with their rows and cells.

Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from treatydiff.model import Block
from treatydiff.reading.docx.styles import MC, W
from treatydiff.reading.docx.text import alternative
from treatydiff.records import dataclass
from treatydiff.redline.word.leaves import Leaf, LeafReader, boxes_of
from treatydiff.redline.word.standing import CHANGES, is_left_out

_WRAPPERS = CHANGES | {W + "customXml", W + "smartTag"}
_ROW_WRAPPERS = CHANGES | {W + "sdt", W + "sdtContent", W + "customXml"}


@dataclass(slots=True, eq=False)
class StoryParagraph:
    """A paragraph of either draft.

    `element` is None for one of a draft that is no Word file. `number` is the label that Word generates,
    `label` one that is typed apart from the text. `fixed` are paragraphs that are not compared (generated
    contents). `role` and `depth` are those of what it prints.
    """

    element: Any = None
    leaves: list[Leaf] = field(default_factory=list)
    text: str = ""
    number: str = ""
    label: str = ""
    fixed: bool = False
    boxes: list[Story] = field(default_factory=list)
    role: str = ""
    depth: int = 0


@dataclass(slots=True, eq=False)
class StoryRow:
    """A row of a table; each cell is its element and what stands in it."""

    element: Any
    cells: list[tuple[Any, Story]]


@dataclass(slots=True, eq=False)
class StoryTable:
    """A table."""

    element: Any
    rows: list[StoryRow]

    @property
    def text(self) -> str:
        """All that it says."""
        return "\n".join(each.text for row in self.rows for _, cell in row.cells for each in paragraphs(cell))


Item = StoryParagraph | StoryTable
Story = list[Item]


def paragraphs(story: Story) -> Iterator[StoryParagraph]:
    """All paragraphs, those of cells and text boxes included."""
    for item in story:
        if isinstance(item, StoryParagraph):
            yield item
            for box in item.boxes:
                yield from paragraphs(box)
        else:
            for row in item.rows:
                for _, cell in row.cells:
                    yield from paragraphs(cell)


def unboxed(story: Story, beside: Story) -> Story:
    """The items of a story; where the one beside it has no text boxes, what stands in them as paragraphs.

    Args:
        story: of the other draft.
        beside: of the marked one.
    """
    if any(isinstance(item, StoryParagraph) and item.boxes for item in beside):
        return story
    flat: Story = []
    for item in story:
        flat.append(item)
        for box in item.boxes if isinstance(item, StoryParagraph) else ():
            flat += unboxed(box, [])
    return flat


class StoryReader:
    """Makes the items of a story.

    Args:
        leaves: reads paragraphs.
        blocks: what our reader made of each paragraph of the main text, by its element; None in notes,
            where every paragraph counts.
    """

    def __init__(self, leaves: LeafReader, blocks: Mapping[Any, Block] | None = None) -> None:
        self._leaves = leaves
        self._blocks = blocks

    def read(self, container: Any) -> Story:
        """The items of a body, cell, text box or note.

        Args:
            container: its element.
        """
        return list(self._walk(container))

    def _walk(self, container: Any) -> Iterator[Item]:
        for child in container:
            if child.tag == W + "p":
                yield self._paragraph(child)
            elif child.tag == W + "tbl":
                yield StoryTable(child, [self._row(row) for row in self._rows(child)])
            elif child.tag == W + "sdt":
                inside = child.find(W + "sdtContent")
                if inside is not None:
                    yield from self._walk(inside)
            elif child.tag == MC + "AlternateContent":
                yield from self._walk(alternative(child))
            elif child.tag in _WRAPPERS and child.tag not in self._leaves.left_out:
                yield from self._walk(child)

    def _rows(self, table: Any) -> Iterator[Any]:
        for row in _inside(table, "tr"):
            if not is_left_out(row.find(W + "trPr"), self._leaves.left_out):
                yield row

    def _row(self, row: Any) -> StoryRow:
        return StoryRow(row, [(cell, self.read(cell)) for cell in _inside(row, "tc")])

    def _paragraph(self, element: Any) -> StoryParagraph:
        leaves = self._leaves.leaves(element)
        text = "".join(leaf.text for leaf in leaves)
        boxes = [self.read(box) for box in boxes_of(element)]
        block = self._blocks.get(element) if self._blocks is not None else None
        fixed = self._blocks is not None and block is None and bool(text.strip())
        return StoryParagraph(element, leaves, text, block.number if block else "", fixed=fixed, boxes=boxes)


def _inside(container: Any, name: str) -> Iterator[Any]:
    for child in container:
        if child.tag == W + name:
            yield child
        elif child.tag in _ROW_WRAPPERS:
            yield from _inside(child, name)
