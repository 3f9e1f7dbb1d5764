"""A table of contents without dot leaders: headings that follow one another and come again later."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.structure.headings.headings import Heading, heading_key
from treatydiff.structure.preambles import OutlineItem

_SHORTEST = 5


def contents_end(items: Sequence[OutlineItem], language: str) -> int:
    """The number of items from the start that a table of contents reaches over; 0 if there is none.

    Args:
        items: headings and paragraphs of a file.
        language: code of its language.
    """
    run = 0
    seen: list[tuple[str, str]] = []
    end = 0
    for number, item in enumerate(items):
        if isinstance(item, Heading):
            if run >= _SHORTEST and heading_key(item, language) in seen:
                break
            seen.append(heading_key(item, language))
            run += 1
        elif len(item.text) > 160 or run == 0:
            if run >= _SHORTEST:
                break
            run, seen = 0, []
            continue
        end = number + 1 if isinstance(item, Heading) else end
    if run < _SHORTEST:
        return 0
    later = {heading_key(item, language) for item in items[end:] if isinstance(item, Heading)}
    articles = [key for key in seen if key[0] == "article"]
    repeated = sum(key in later for key in articles)
    return end if len(articles) >= _SHORTEST and repeated >= 0.7 * len(articles) else 0
