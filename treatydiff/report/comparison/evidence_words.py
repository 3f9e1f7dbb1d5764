"""Why provisions were paired, in words that a reader can check."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.model import Evidence
from treatydiff.naming.sides import Side
from treatydiff.naming.wording import counted, percent

MEASURES: dict[str, str] = {
    "cosine": "weighted words and pairs of words",
    "dice_3": "runs of three words",
    "dice_5": "runs of five words",
}
MOVES: dict[str, str] = {
    "instrument": "moved to another instrument",
    "container": "moved to another part or chapter",
    "order": "moved out of the order of the others",
}
LONGEST_QUOTE = 160
"""Characters of a quoted passage."""


def stated_words(evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """What a draft itself says of a provision: "Moved as article 41 ter"."""
    return tuple(dict.fromkeys(each.text for each in evidence if each.kind == "stated" and each.text))


def evidence_words(evidence: Sequence[Evidence], a: Side, b: Side) -> tuple[str, ...]:
    """The other observations, each a short phrase.

    Args:
        evidence: as the alignment gives it.
        a: the earlier draft, whose provisions the observations may name.
        b: the later draft.
    """
    phrases: list[str] = []
    alike: list[str] = []
    for each in evidence:
        if each.kind in MEASURES:
            alike.append(f"{percent(each.value)} in {MEASURES[each.kind]}")
            continue
        if alike:
            phrases.append("alike: " + ", ".join(alike))
            alike = []
        phrases.append(_phrase(each, a, b))
    if alike:
        phrases.append("alike: " + ", ".join(alike))
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))


def _phrase(each: Evidence, a: Side, b: Side) -> str:
    number = int(each.value) if each.value is not None else 0
    match each.kind:
        case "stated" | "heading" | "nearest" | "no_counterpart":
            return ""
        case "same_heading":
            return "same heading" if each.value is None or each.value >= 1.0 else "similar heading"
        case "same_number":
            return "same number"
        case "neighbours":
            return "both neighbours paired alike" if number > 1 else "one neighbour paired alike"
        case "shared_run":
            return f"longest shared run, {counted(number, 'word', 'words')}: “{_quoted(each.text)}”"
        case "moved":
            return MOVES.get(each.text, f"moved: {each.text}")
        case "moved_words":
            old, _, new = each.text.partition(" → ")
            return f"{counted(number, 'word', 'words')} of {_name(a, old)} now in {_name(b, new)}"
        case "moved_to":
            return f"a clause went to {_name(b, each.text)}"
        case "moved_from":
            return f"a clause came from {_name(a, each.text)}"
        case "copies" | "repeated":
            return _in_places(each, number, a, b)
        case "shared_words":
            return f"{percent(each.value)} of the words in provisions paired with one another"
        case _:
            value = "" if each.value is None else f" {each.value:.2f}"
            return f"{each.kind.replace('_', ' ')}{': ' if each.text else ''}{_quoted(each.text)}{value}"


def _in_places(each: Evidence, number: int, a: Side, b: Side) -> str:
    """A clause that one draft has in more places than the other."""
    where = counted(number, "place", "places")
    if each.kind == "copies":
        return f"{_name(a, each.text)} stands in {where} of B"
    return f"{_name(b, each.text)} stood in {where} of A"


def _name(side: Side, provision_id: str) -> str:
    return side.standing((provision_id,)).whole


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_QUOTE else f"{words[: LONGEST_QUOTE - 1].rstrip()}…"
