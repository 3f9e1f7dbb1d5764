"""Words that tell what a text or a heading is about, by their stems."""

from __future__ import annotations

from collections.abc import Sequence
from sys import intern

SHORTEST = 4
"""Letters of a word from which on it can tell what a text is about; where letters are words, one."""
STEM = 6
"""Letters by which words are compared: "wardens" and "warden", "Amendments" and "Amendment"."""
SHORTEST_OF_HEADING = 3
_IDEOGRAPHS = "\u2e80"


def tells(word: str) -> bool:
    """Whether a word is long enough to tell what a text is about.

    Args:
        word: as it is compared.
    """
    return len(word) >= SHORTEST or word[:1] >= _IDEOGRAPHS


def stem(word: str) -> str:
    """The letters of a word by which it is compared; one string for all drafts at hand."""
    return intern(word[:STEM])


def heading_stems(words: Sequence[str]) -> frozenset[str]:
    """The words of a heading by their first letters, short ones left out.

    Args:
        words: the comparison words of the heading.
    """
    return frozenset(stem(word) for word in words if len(word) >= SHORTEST_OF_HEADING or not word.isascii())
