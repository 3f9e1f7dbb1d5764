"""Lines about the meeting that adopted a resolution; they stand behind its text and are no clause."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.language.words.meetings import DATE, MEETING
from treatydiff.structure.paragraphs import Paragraph
from treatydiff.structure.preambles import OutlineItem


def part_meetings(items: Sequence[OutlineItem]) -> tuple[list[OutlineItem], list[Paragraph]]:
    """The items of an instrument without the lines about meetings, and these lines.

    Args:
        items: headings and paragraphs of an instrument.
    """
    kept: list[OutlineItem] = []
    meetings: list[Paragraph] = []
    after_meeting = False
    for item in items:
        names = isinstance(item, Paragraph) and _names_a_meeting(item.text)
        dates = (
            after_meeting and isinstance(item, Paragraph) and DATE.fullmatch(item.text.strip()) is not None
        )
        after_meeting = names
        if isinstance(item, Paragraph) and (names or dates):
            meetings.append(item)
        else:
            kept.append(item)
    return kept, meetings


def _names_a_meeting(text: str) -> bool:
    found = MEETING.match(text)
    if found is None:
        return False
    rest = found["rest"].strip(" ,.;\n")
    return not rest or DATE.fullmatch(rest) is not None
