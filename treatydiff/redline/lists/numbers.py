"""The lists and numbers of paragraphs, where both drafts number them otherwise.

Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

from typing import Any

from treatydiff.reading.docx.styles import W
from treatydiff.redline.borrowed import Borrowed, in_list
from treatydiff.redline.changes import Changes, bare, properties_of
from treatydiff.redline.word.story import StoryParagraph


class Numbers:
    """Says of paragraphs which list they were in.

    `before` are the properties of paragraphs where all is rejected, where they are others.

    Args:
        borrowed: brings the lists of the other file.
        changes: makes the marks.
        base_is_b: whether the marked file is B.
        kept: lists of the marked file of whose paragraphs nothing need be said.
    """

    def __init__(
        self, borrowed: Borrowed, changes: Changes, *, base_is_b: bool, kept: frozenset[int] = frozenset()
    ) -> None:
        self._kept = {str(each) for each in kept}
        self._borrowed = borrowed
        self._changes = changes
        self._base_is_b = base_is_b
        self.before: dict[Any, Any] = {}

    def count(self, item: StoryParagraph) -> None:
        """Count a paragraph of the marked file, where the other draft's numbers are typed."""
        properties = item.element.find(W + "pPr")
        style = self._borrowed.base_styles.paragraph_style(properties)
        self._borrowed.base_lists.label(properties, style)

    def lists(self, base: StoryParagraph, other: StoryParagraph) -> None:
        """Say which list a paragraph was in, where that is another."""
        ours, theirs = base.element.find(W + "pPr"), other.element.find(W + "pPr")
        place = self._borrowed.place(ours, other=False)
        if place == self._borrowed.place(theirs, other=True) or (
            place is not None and place[0] in self._kept
        ):
            return
        self._former(base.element, self._borrowed.paragraph(theirs))

    def _former(self, element: Any, theirs: Any) -> None:
        """Give a paragraph the other draft's properties on the other side."""
        if self._base_is_b:
            self._changes.formerly(element, theirs)
            self.before[element] = theirs
            return
        own = properties_of(element)
        before = bare(own)
        for each in [each for each in own if each.tag not in (W + "rPr", W + "sectPr", W + "pPrChange")]:
            own.remove(each)
        for at, each in enumerate(bare(theirs)):
            own.insert(at, each)
        self._changes.formerly(element, before)
        self.before[element] = before

    def typed_text(self, base: StoryParagraph, other: StoryParagraph) -> str:
        """What a typed line says beside a paragraph whose number Word may generate."""
        if not base.number:
            gap = next((c for c in base.text if c in "\t\n"), " ") if other.label else ""
            self.count(base)
            return other.label + (gap if other.text and other.label else "") + other.text
        counted = self._borrowed.base_lists.counted()
        properties = base.element.find(W + "pPr")
        style = self._borrowed.base_styles.paragraph_style(properties)
        label = self._borrowed.base_lists.label(properties, style)
        if label is not None and base.number == other.label == label.text:
            return other.text
        self._borrowed.base_lists.return_to(counted)
        self._former(base.element, in_list(bare(properties), "0"))
        return "\t".join(part for part in (other.label, other.text) if part)
