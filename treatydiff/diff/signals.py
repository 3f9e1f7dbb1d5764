"""Rule-based observations on edits. No legal conclusions."""

from __future__ import annotations

from treatydiff.model import Edit


def with_signals(edits: tuple[Edit, ...], language: str) -> tuple[Edit, ...]:
    """The edits with what the signal rules see in them."""
    return edits
