"""Who acts in a passive: "shall be inspected by the Board"."""

from __future__ import annotations

from treatydiff.diff.word_map import SideWords
from treatydiff.language.words.force_table import BearerWords
from treatydiff.model import Signal


def agents_compared(old: str, new: str) -> Signal | None:
    """What became of the one by whom something is to be done.

    Args:
        old, new: as printed; "" where nobody is named.
    """
    if old and new:
        same = old.casefold().split()[-1:] == new.casefold().split()[-1:]
        return None if same else Signal("bearer", "changed", f"{old} → {new}")
    return Signal("bearer", "named" if new else "removed", old or new) if old or new else None


def agent_behind(last: int, side: SideWords, words: BearerWords) -> str:
    """Who is named behind a passive as the one who acts, as printed: "by the Board"; "" if nobody is.

    Args:
        last: number of the first word behind the modal.
        side: words of the text.
        words: what tells bearers in its language.
    """
    if words.agent is None:
        return ""
    behind = " ".join(side.keys[last : last + _AGENT_REACH])
    match = words.agent.search(behind)
    if match is None:
        return ""
    first = last + behind.count(" ", 0, match.start()) + 1
    actors = [
        at for at in range(first, min(first + _AGENT_WORDS, len(side.keys)))
        if words.actors.fullmatch(side.keys[at])
    ]  # fmt: skip
    if not actors:
        return ""
    return " ".join(side.text[side.words[first].start : side.words[actors[0]].end].split())


_AGENT_REACH = 14
"""Words behind the modal of a passive among which the one who acts is named."""
_AGENT_WORDS = 4
"""Words behind "by" among which its noun stands."""
