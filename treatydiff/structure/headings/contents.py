"""A table of contents without dot leaders: headings that follow one another and come again later."""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatydiff.structure.headings.headings import Heading, heading_key
from treatydiff.structure.lines import ends_sentence
from treatydiff.structure.preambles import OutlineItem

_FEWEST = {False: 5, True: 3}
"""Articles that a table of contents lists at least, by whether a line says that it is one."""
_LONGEST_ENTRY = 400
"""Code points of the longest title that is listed; running text is longer, or ends in a full stop."""
_REPEATED = 0.7
"""Share of the listed articles that come again."""
_ENDED = 0.2
"""Entries that end like a sentence, for each heading, past which a run of headings is a text."""
_SAYS_SO = re.compile(
    r"\W*(?:table\s+of\s+)?contents|\W*(?:table\s+des\s+matières|sommaire|índice|sumario|содержание|оглавление)|"
    r"\W*目\s*[录錄次]|\W*(?:المحتويات|فهرس)",
    re.IGNORECASE,
)


def contents_end(items: Sequence[OutlineItem], language: str) -> int:
    """The number of items from the start that a table of contents reaches over; 0 if there is none.

    Entries are headings with titles. Where more than a few of the paragraphs between the headings end in
    a full stop, the run is a text whose short articles happen to have the numbers of a later one.

    Args:
        items: headings and paragraphs of a file.
        language: code of its language.
    """
    run: list[Heading] = []
    end = ended = 0
    announced = False
    for number, item in enumerate(items):
        if isinstance(item, Heading):
            if heading_key(item, language) in [heading_key(each, language) for each in run] and _is_long(
                run, announced=announced
            ):
                break
            run.append(item)
            ended += item.body is not None
            end = number + 1
        elif not run or len(item.text) > _LONGEST_ENTRY:
            if _is_long(run, announced=announced):
                break
            announced = announced or _SAYS_SO.fullmatch(item.text.strip()) is not None
            run, ended = [], 0
        else:
            ended += ends_sentence(item.text)
    if not _is_long(run, announced=announced) or ended > _ENDED * len(run):
        return 0
    later = {heading_key(item, language) for item in items[end:] if isinstance(item, Heading)}
    listed = [heading_key(item, language) for item in run if item.kind in ("article", "rule")]
    repeated = sum(key in later for key in listed)
    return end if len(listed) >= _FEWEST[announced] and repeated >= _REPEATED * len(listed) else 0


def _is_long(run: Sequence[Heading], *, announced: bool) -> bool:
    return len(run) >= _FEWEST[announced]
