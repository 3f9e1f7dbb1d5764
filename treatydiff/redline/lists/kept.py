"""Which lists of the marked file may stay as they are though the other draft's paragraphs are in others.

A draft may count all its articles in one list of many levels where the next one has a list for each article.
As long as both print the same numbers over the same paragraphs, nobody need be told: every paragraph of which
it is told has a bar beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from treatydiff.reading.docx.styles import W
from treatydiff.records import dataclass
from treatydiff.redline.borrowed import Borrowed
from treatydiff.redline.word.story import Story, StoryParagraph, paragraphs
from treatydiff.report.comparison.redline.line_pairs import in_order

Stretch = tuple[str, int, int]
"""Paragraphs that count on from one another: definition of their list, level, how often that began anew."""


@dataclass(frozen=True, slots=True)
class _NumberedParagraph:
    """A paragraph with a number of its file's, its list, and the stretch that it counts in."""

    paragraph: StoryParagraph
    list_id: int
    stretch: Stretch


def kept_lists(
    base: Story, other: Story, partners: dict[StoryParagraph, StoryParagraph], borrowed: Borrowed
) -> frozenset[int]:
    """The lists (w:numId) of the marked file whose paragraphs need no record of another list.

    All of their paragraphs are in both drafts, in the same order and under the same numbers, and so is all
    that the other draft counts together with them.

    Args:
        base: of the file that is marked.
        other: of the other draft, a Word file too.
        partners: which paragraph of the other draft each of the marked one is.
        borrowed: knows the lists of both files.
    """
    ours, theirs = _counted(base, borrowed, other=False), _counted(other, borrowed, other=True)
    stretch_of = {each.paragraph: each.stretch for each in theirs}
    steady = _in_both(base, other, partners)
    same = {
        each.paragraph: stretch_of[steady[each.paragraph]]
        for each in ours
        if steady.get(each.paragraph) in stretch_of and steady[each.paragraph].number == each.paragraph.number
    }
    held = {steady[each] for each in same}
    broken = {each.stretch for each in theirs if each.paragraph not in held}
    changed = {each.list_id for each in ours if each.paragraph not in same}
    while True:
        more = {each.list_id for each in ours if same.get(each.paragraph) in broken} - changed
        changed |= more
        broken |= {
            same[each.paragraph] for each in ours if each.list_id in changed and each.paragraph in same
        }
        if not more:
            return frozenset(each.list_id for each in ours) - changed


def _counted(story: Story, borrowed: Borrowed, *, other: bool) -> list[_NumberedParagraph]:
    styles, lists = (
        (borrowed.other_styles, borrowed.other_lists)
        if other
        else (borrowed.base_styles, borrowed.base_lists)
    )
    begun: Counter[tuple[str, int]] = Counter()
    found: list[_NumberedParagraph] = []
    for paragraph in paragraphs(story):
        if paragraph.element is None or not paragraph.number:
            continue
        properties = paragraph.element.find(W + "pPr")
        place = lists.place(properties, styles.paragraph_style(properties))
        if place is None:
            continue
        list_id, level = place
        definition = lists.definition(list_id)
        above = sum(begun[definition, each] for each in range(level))
        begun[definition, level] += 1
        found.append(_NumberedParagraph(paragraph, list_id, (definition, level, above)))
    return found


def _in_both(
    base: Story, other: Story, partners: dict[StoryParagraph, StoryParagraph]
) -> dict[StoryParagraph, StoryParagraph]:
    """The pairs that stand in the same order in both drafts."""
    here: Sequence[StoryParagraph] = list(paragraphs(base))
    at = {each: place for place, each in enumerate(paragraphs(other))}
    pairs = [(at[partners[each]], place) for place, each in enumerate(here) if partners.get(each) in at]
    there = {place: each for each, place in at.items()}
    weights = [1 + len(here[i].text) + len(there[j].text) for j, i in pairs]
    return {here[i]: there[j] for j, i in in_order(pairs, weights)}
