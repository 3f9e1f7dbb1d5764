"""Lists of the marked file that begin anew, and at another paragraph in the other draft.

Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

from collections.abc import Mapping

from treatydiff.reading.docx.styles import W
from treatydiff.redline.borrowed import Borrowed
from treatydiff.redline.word.story import Story, StoryParagraph, paragraphs


def part_lists(
    base: Story, other: Story, partners: Mapping[StoryParagraph, StoryParagraph], borrowed: Borrowed
) -> None:
    """Let lists of both drafts that begin, or go on, otherwise count by definitions of their own.

    Args:
        base: of the file that is marked.
        other: of the other draft, a Word file too.
        partners: which paragraph of the other draft each of the marked one is.
        borrowed: knows the lists of both files, tied already.
    """
    ours, theirs = _places(base, borrowed, other=False), _places(other, borrowed, other=True)
    first, their_first = _firsts(ours), _firsts(theirs)
    for their_list, our_list in borrowed.tied.items():
        if our_list in first and partners.get(first[our_list]) is not their_first.get(their_list):
            borrowed.begin_alone(our_list)
    for paragraph, (our_list, level) in ours.items():
        their_place = theirs.get(partners[paragraph]) if paragraph in partners else None
        if their_place is not None and their_place[1] != level:
            borrowed.begin_alone(our_list)


def _places(story: Story, borrowed: Borrowed, *, other: bool) -> dict[StoryParagraph, tuple[str, int]]:
    """The list, by its id in its own file, and the level of every paragraph in one, in order."""
    styles, lists = (
        (borrowed.other_styles, borrowed.other_lists)
        if other
        else (borrowed.base_styles, borrowed.base_lists)
    )
    found: dict[StoryParagraph, tuple[str, int]] = {}
    for paragraph in paragraphs(story):
        if paragraph.element is None:
            continue
        properties = paragraph.element.find(W + "pPr")
        place = lists.place(properties, styles.paragraph_style(properties))
        if place is not None:
            found[paragraph] = str(place[0]), place[1]
    return found


def _firsts(places: Mapping[StoryParagraph, tuple[str, int]]) -> dict[str, StoryParagraph]:
    found: dict[str, StoryParagraph] = {}
    for paragraph, (number, _) in places.items():
        found.setdefault(number, paragraph)
    return found
