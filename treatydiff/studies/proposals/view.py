"""What reports on proposals say of their fates."""

from __future__ import annotations

from collections import Counter

from treatydiff.studies.proposals.model import FATE_WORDS, MOST_UNTOLD, PROPOSAL_FATES, Proposals

MOST_NAMED = 3
"""Headings that are named where words were left out."""


def tells_totals(found: Proposals) -> bool:
    """Whether totals of fates may be given: of one delegation only where most fates are known."""
    told = [each.fate for each in found.proposals if each.fate is not None]
    untold = told.count("not determinable")
    return not found.delegation or untold <= MOST_UNTOLD * len(told)


def fate_totals(found: Proposals) -> str:
    """How many proposals had which fate: "2 wording found in the later text · 1 in the text, bracketed"."""
    fates = Counter(each.fate for each in found.proposals)
    if not tells_totals(found):
        told = fates.total() - fates[None]
        return f"no totals: {fates['not determinable']:,} of {told:,} are not determinable"
    return (
        " · ".join(f"{fates[fate]:,} {FATE_WORDS[fate]}" for fate in PROPOSAL_FATES if fates[fate]) or "none"
    )


def left_out(found: Proposals) -> str:
    """Words of a compilation that stand under a heading and below no delegation, most first."""
    total = sum(words for _, words in found.unattributed)
    most = sorted(found.unattributed, key=lambda each: -each[1])[:MOST_NAMED]
    places = ", ".join(f"{article} ({words:,})" for article, words in most)
    others = "" if len(most) == len(found.unattributed) else ", …"
    return f"{total:,} words under a heading and below no delegation that was recognised: {places}{others}"
