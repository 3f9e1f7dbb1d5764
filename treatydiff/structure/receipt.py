"""The account of every character: which class each non-space code point of the source fell into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from treatydiff.model import Block, Diagnostic, Furniture, Note, Receipt, Span
from treatydiff.patterns import pattern_of

_JOINERS = frozenset("\u00ad-\u2010\u200b\ufeff")
"""Characters that joining lines takes away; they belong to the words they held together."""

_STRETCH = pattern_of(rb"\x00+|\x01+|\x02+|\x03+")
"""Characters in a row that are claimed as the same: codes of `_CLASSES`."""
MOST_FURNITURE = 0.15
"""A larger share of furniture, contents apart, means that a rule has taken text."""
MOST_FRONT_MATTER = 0.25
MOST_NOTES = 0.25
"""Larger shares of front matter and notes are said. Of 23 drafts measured none had more than .03 and .11,
but a set of guidelines below a long introduction (.58) and a volume of resolutions (.30)."""
_LONG = 2000
"""Non-space characters from which either is more than a masthead or a note or two."""
_CLASSES = ("unaccounted", "provision", "front_matter", "other")
"""What characters of blocks are claimed as, by their codes."""
CONTENTS = "contents"
"""The furniture rule for tables of contents, which may fill half of a short draft rightly."""


def make_receipt(
    blocks: Sequence[Block],
    notes: Sequence[Note],
    furniture: Sequence[Furniture],
    *,
    provision: Iterable[Span],
    front_matter: Iterable[Span],
    other: Iterable[Span],
    generated_numbers: int,
) -> Receipt:
    """Count every non-space code point of a file in exactly one class.

    Args:
        blocks, notes, furniture: everything the reader returned.
        provision, front_matter, other: which characters of the blocks structure placed where; where
            two claim a character, the first in this order has it.
        generated_numbers: characters of generated numbers, counted apart.

    Returns:
        The counts; `unaccounted` is what nobody claimed, and should be 0.
    """
    claims = {block.index: bytearray(len(block.text)) for block in blocks}
    for code, spans in enumerate((provision, front_matter, other), 1):
        for span in spans:
            row = claims[span.block]
            claimed = row[span.start : span.end]
            row[span.start : span.end] = (
                claimed.replace(b"\0", bytes([code])) if any(claimed) else bytes([code]) * len(claimed)
            )
    counts = dict.fromkeys((*_CLASSES, "note"), 0)
    for block in blocks:
        row = claims[block.index]
        home = _CLASSES[next(filter(None, row), 0)]
        offset = 0
        for run in block.runs:
            within = row[offset : offset + len(run.text)]
            offset += len(run.text)
            counts["other"] += _visible(run.marker)
            if run.note is not None:
                counts["note"] += _visible(run.text)
            elif within and within[0] and within.count(within[0]) == len(within):
                counts[_CLASSES[within[0]]] += _visible(run.text)
            else:
                for stretch in _STRETCH.finditer(within):
                    words, code = run.text[stretch.start() : stretch.end()], stretch.group()[0]
                    joiners = 0 if code else sum(map(words.count, _JOINERS))
                    counts[home] += joiners
                    counts[_CLASSES[code]] += _visible(words) - joiners
    return Receipt(
        provision=counts["provision"],
        note=counts["note"] + sum(_visible(note.label) + _visible(note.text) for note in notes),
        front_matter=counts["front_matter"],
        furniture=sum(_visible(piece.text) for piece in furniture),
        other=counts["other"],
        unaccounted=counts["unaccounted"],
        generated_numbers=generated_numbers,
    )


def receipt_diagnostics(receipt: Receipt, furniture: Sequence[Furniture]) -> tuple[Diagnostic, ...]:
    """What is wrong with an account: characters in no class, or too much furniture.

    Args:
        receipt: the account.
        furniture: the regions of furniture, with their rules.
    """
    found: list[Diagnostic] = []
    if receipt.unaccounted:
        found.append(
            Diagnostic(
                "unaccounted", "error", f"{receipt.unaccounted} characters are in no class of the receipt"
            )
        )
    contents = sum(_visible(piece.text) for piece in furniture if piece.rule == CONTENTS)
    taken = receipt.furniture - contents
    whole = (
        receipt.provision + receipt.note + receipt.front_matter + receipt.other + receipt.unaccounted + taken
    )
    if taken > MOST_FURNITURE * whole:
        message = f"{taken / whole:.0%} of the text counts as furniture: some of it may be text of the draft"
        found.append(Diagnostic("furniture_share", "error", message))
    for share, most, code, name in (
        (receipt.front_matter, MOST_FRONT_MATTER, "front_matter_share", "front matter"),
        (receipt.note, MOST_NOTES, "note_share", "notes"),
    ):
        if share >= _LONG and share > most * whole:
            message = f"{share / whole:.0%} of the text counts as {name}: some of it may be text of the draft"
            found.append(Diagnostic(code, "warning", message))
    return tuple(found)


def _visible(text: str) -> int:
    return len("".join(text.split()))
