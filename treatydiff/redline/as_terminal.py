"""A proof of a redline for the terminal."""

from __future__ import annotations

import textwrap

from treatydiff.naming.wording import printable
from treatydiff.redline.model import Verification


def verification_terminal(verification: Verification, width: int = 80, *, colour: bool = False) -> str:  # noqa: ARG001 - as all
    """Whether a redline holds both drafts, and where it first departs from one.

    Args:
        verification: the proof.
        width: columns of the terminal.
        colour: as for every terminal report; the words carry the meaning.
    """
    counts = ", ".join(f"{count} {name}" for name, count in verification.changes)
    lines = [f"{verification.redline.label}: {counts}"]
    for what, draft, found in (
        ("all accepted", verification.b, verification.accepted),
        ("all rejected", verification.a, verification.rejected),
    ):
        lines.append(f"{what}: {found or f'gives {draft.label}'}")
    if verification.marks:
        lines.append(f"tracked changes: {verification.marks}")
    lines += [f"left inside: {each}" for each in verification.left_inside]
    lines.append(f"The redline {'holds' if verification.holds else 'does not hold'} both drafts.")
    told = (textwrap.wrap(printable(line), width, subsequent_indent="    ") for line in lines)
    return "".join(f"{line}\n" for parts in told for line in parts)
