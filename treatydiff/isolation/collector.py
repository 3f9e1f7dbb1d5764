"""How seldom the processes of this program look for cycles of objects, of which there are few here."""

from __future__ import annotations

import gc

COLLECTED_AT = 200_000
"""Objects made and not freed after which the garbage collector looks for cycles.

At Python's 700 it walks through all drafts again and again: up to an eighth of the work of a comparison, and
a seventh of that of an archive's workers, for no memory (docs/benchmarks.md)."""


def collect_seldom() -> None:
    """Let the garbage collector of this process wait for more objects; for processes of our own only."""
    gc.set_threshold(COLLECTED_AT)


def collect_no_more() -> None:
    """Let this process end without looking for cycles once more, which Python does twice as it ends.

    That took a fourteenth of a comparison of two short texts; the system takes the memory back anyway.
    """
    gc.freeze()
