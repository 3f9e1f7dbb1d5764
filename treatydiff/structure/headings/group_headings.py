"""Lines without a number of their own that head a group of articles: "FUNCTIONS AND POWERS", "Cluster 2"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatydiff.language.grammar import Grammar
from treatydiff.patterns import pattern_of
from treatydiff.structure.headings.headings import Heading
from treatydiff.structure.labels import read_label
from treatydiff.structure.lines import ends_sentence, has_no_case, is_heading_style, mostly_upper
from treatydiff.structure.paragraphs import Paragraph
from treatydiff.structure.preambles import OutlineItem

LONGEST = 150
"""Code points of a line that can head anything."""
_LONGEST_CASELESS = 24
"""Code points of such a line in a script without capitals."""
_LONGEST_PLAIN = 60
"""Code points of such a line that nothing but its place and its words set apart."""
_MOST_IN_A_ROW = 3
"""Lines that may head the same group, one below the other."""
_MOST_ALIKE = 3
"""Lines of the same words up to which they are headings; past it, entries of a form ("No remarks")."""
_ENUMERATED = pattern_of(
    r"[^\W\d_]+\s+(?:\d{1,2}|[IVX]+|[A-Z])(?:\s*[.:–—-]\s*(?P<title>[^\W\d_].*))?$", re.S
)
"""A word and a number, with or without a title: "Cluster 2", "Theme B: Final provisions"."""
_PLAIN = pattern_of(r"(?![IVX]+$)[^\W\d_][^\d\[\]{}|*]+[^\W\d_]$")
_ENDED = pattern_of(r"[.;:!?。；：！？؛؟](?:[\])}\"'”’»›*\s\d]|\[[^\[\]]{1,60}\])*$")
"""The end of a sentence, with what may stand behind it: quotes, a note's number, "[agreed ad referendum]"."""


def heads_articles(items: Sequence[OutlineItem], at: int, grammar: Grammar) -> bool:
    """Whether an item heads the articles that begin behind it, or behind further such lines.

    The look decides where there is one (capitals, centred, bold, a heading style). In plain text a short
    line of words that begins with a capital does, where what stands before it is finished: the last line
    of an article ends in a full stop, a group heading does not.

    Args:
        items: headings and paragraphs in text order.
        at: the number of the item in them.
        grammar: the grammar of the draft's language.
    """
    last = at
    while last < len(items) and last < at + _MOST_IN_A_ROW and not isinstance(items[last], Heading):
        last += 1
    if last == len(items):
        return False
    following = items[last]
    if not isinstance(following, Heading) or following.kind != "article":
        return False
    return all(_is_group_heading(items, number, grammar) for number in range(at, last))


def _is_group_heading(items: Sequence[OutlineItem], at: int, grammar: Grammar) -> bool:
    item = items[at]
    assert isinstance(item, Paragraph)
    text = item.text
    block = item.first.block
    if len(text) > LONGEST or ends_sentence(text) or item.lines > 2 or block.number or block.cell is not None:
        return False
    if read_label(text, grammar.code) or grammar.option.match(text) or grammar.placeholder.match(text):
        return False
    if has_no_case(text):
        return len(text) <= _LONGEST_CASELESS and item.lines == 1 and text[-1:].isalpha()
    if mostly_upper(text) or is_heading_style(block.style):
        return True
    if text[:1].islower():
        return False
    return block.centred or block.bold or (item.lines == 1 and _stands_alone(items, at, grammar))


def _stands_alone(items: Sequence[OutlineItem], at: int, grammar: Grammar) -> bool:
    """Whether a line without any look reads like a heading: short, nominal, behind a finished text."""
    item = items[at]
    before = items[at - 1] if at else None
    assert isinstance(item, Paragraph)
    text = item.text
    if len(text) > _LONGEST_PLAIN or not text[:1].isupper():
        return False
    if isinstance(before, Heading):
        finished = before.kind not in ("article", "rule")
    else:
        finished = (
            before is None or bool(_ENDED.search(before.text)) or _is_group_heading(items, at - 1, grammar)
        )
    if not finished or not (_ENUMERATED.match(text) or _PLAIN.match(text)):
        return False
    alike = sum(isinstance(other, Paragraph) and other.text == text for other in items)
    return alike <= _MOST_ALIKE
