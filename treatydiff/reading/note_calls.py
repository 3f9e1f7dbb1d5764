"""What the call of a note leaves between the words around it, once it is taken out of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from treatydiff.model import Run

_CLOSING = frozenset(".,;:!?)]}»”’،؛؟")
"""Signs that stand right behind a word, so that a call between the two leaves no space."""
_ENDING = frozenset(".,;:!?)»”،؛؟")
"""Signs behind which a word stands apart; a square bracket may close inside one."""
_HAN = (("\u2e80", "\ua000"), ("\uf900", "\ufb00"), ("\uff00", "\ufff0"))
"""Han characters and their punctuation, between which no space stands."""


def set_apart(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Runs in which calls part the words they stand between, and push no punctuation from its word.

    A gap that was read into a call goes to what follows it; words that a call alone parts get a space.

    Args:
        runs: the runs of a line or paragraph.
    """
    set_runs = list(runs)
    at = 0
    while at < len(set_runs):
        end = at
        while end < len(set_runs) and set_runs[end].note is not None:
            end += 1
        if 0 < at < end < len(set_runs):
            _set_apart(set_runs, at, end)
        at = end + 1
    return tuple(set_runs)


def _set_apart(runs: list[Run], at: int, end: int) -> None:
    """Set apart what stands before and behind the calls `at` to `end`."""
    before, last, behind = runs[at - 1], runs[end - 1], runs[end]
    left, right = before.text.rstrip()[-1:], behind.text.lstrip()[:1]
    if not left or not right or _is_han(left) or _is_han(right):
        return
    if behind.text[0] in _CLOSING:
        bare = before.text.rstrip(" ")
        runs[at - 1] = replace(before, text=bare)
        runs[at] = replace(runs[at], text=before.text[len(bare) :] + runs[at].text)
    elif not before.text[-1].isspace() and not behind.text[0].isspace():
        if last.text[-1:].isspace():
            runs[end - 1] = replace(last, text=last.text.rstrip())
        elif not _are_two_words(left, right):
            return
        runs[end] = replace(behind, text=f" {behind.text}")


def _are_two_words(left: str, right: str) -> bool:
    if right.isalpha():
        return left.isalnum() or left in _ENDING
    return left.isalpha() and right.isdigit()


def _is_han(char: str) -> bool:
    return any(first <= char < end for first, end in _HAN)
