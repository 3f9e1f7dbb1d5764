"""The words of every report: names of relations, classes and signals, counts, shares, percents."""

from __future__ import annotations

from treatydiff.model import EditClass, Pairing, Relation, Signal
from treatydiff.patterns import pattern_of

ABSENT = "—"
"""Stands where one side of a comparison has nothing."""

RELATION_WORDS: dict[Relation, str] = {
    "identical": "identical",
    "amended": "revised",
    "renumbered": "renumbered",
    "brackets_lifted": "brackets removed",
    "moved": "moved",
    "split": "split",
    "merged": "merged",
    "recast": "rearranged",
    "added": "added",
    "deleted": "deleted",
}
RELATION_COUNT_WORDS: dict[Relation, str] = {**RELATION_WORDS, "renumbered": "renumbered only"}
"""As the relations are called in a count, where one that says nothing of the words must say so."""

RELATION_MEANINGS: dict[Relation, str] = {
    "identical": "same words, same number; differences of typography are not counted",
    "amended": "the words changed",
    "renumbered": "same words under another number",
    "brackets_lifted": "same words, out of square brackets",
    "moved": "now stands in another place",
    "split": "one provision of A became several of B",
    "merged": "several provisions of A became one of B",
    "recast": "several provisions of A became several others of B",
    "added": "only in B",
    "deleted": "only in A",
}

EDIT_CLASSES: tuple[EditClass, ...] = (
    "substantive", "bracket", "consequential", "editorial", "typographic",
)  # fmt: skip
"""The classes in the order in which a reader needs them."""

CLASS_COUNT_WORDS: dict[EditClass, tuple[str, str]] = {
    "substantive": ("substantive change", "substantive changes"),
    "bracket": ("change of brackets", "changes of brackets"),
    "consequential": ("consequential", "consequential"),
    "editorial": ("editorial", "editorial"),
    "typographic": ("typographic", "typographic"),
}
CLASS_NAMES: dict[EditClass, str] = {
    "substantive": "substantive", "bracket": "brackets", "consequential": "consequential",
    "editorial": "editorial", "typographic": "typographic",
}  # fmt: skip
CLASS_MEANINGS: dict[EditClass, str] = {
    "substantive": "may change what the provision requires",
    "bracket": "square brackets set, removed or shifted",
    "consequential": "follows from renumbering elsewhere in the draft",
    "editorial": "spelling, style or order without another sense that the rules know of",
    "typographic": "quotation marks, dashes, spaces",
}

SIGNAL_WORDS: dict[str, tuple[str, str]] = {
    "obligation": ("obligation", "obligations"),
    "right": ("right or permission", "rights or permissions"),
    "standard": ("standard of conduct", "standards of conduct"),
    "content": ("content", "contents"),
    "bearer": ("bearer", "bearers"),
    "negation": ("negation", "negations"),
    "number": ("number", "numbers"),
    "reference": ("reference", "references"),
    "hedge": ("hedge", "hedges"),
    "definition": ("definition", "definitions"),
    "placement": ("placement", "placements"),
    "final_clause": ("final clause", "final clauses"),
}

REMARK_KINDS: dict[str, float] = {"bearer": 0.80}
"""Kinds of signal that were right in less than nine of ten judged rows, with that share (docs/signals.md).

They are shown, but as remarks: after a few false alarms nobody reads the next signal.
"""

DIRECTION_WORDS: dict[tuple[str, str], str] = {
    ("obligation", "strengthened"): "towards more binding wording",
    ("obligation", "weakened"): "towards less binding wording",
    ("standard", "strengthened"): "towards a higher standard of conduct",
    ("standard", "weakened"): "towards a lower standard of conduct",
}
"""What a direction inside an axis of force is called; no axis is ranked against another."""

ANCESTRY_NOT_EXAMINED = "Ancestry was not examined."
ANCESTRY_HINT = "--ancestors EARLIER... examines it."
"""Said on the terminal only: a document that circulates names no options of a command."""
AS_DETECTED = "no force word changed (as detected)"
"""What detection can vouch for; never "the same force"."""
CAUTION = "Shared wording does not show who proposed it; both may quote earlier texts."
NO_WEIGHT = "no weight"

_CONTROLS = pattern_of(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """Text that cannot steer what shows it: control and direction characters become U+FFFD."""
    return _CONTROLS.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def encodable(text: str) -> str:
    """Text that UTF-8 can hold: halves of surrogate pairs, which some fonts yield, become U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def percent(share: float | None) -> str:
    """A share as whole percents; never 0 or 100 for what is only near it, "" where not measured.

    Args:
        share: from 0 to 1.
    """
    if share is None:
        return ""
    if 0.0 < share < 0.005:
        return "<1 %"
    if 0.995 <= share < 1.0 - 1e-9:
        return ">99 %"
    return f"{int(share * 100 + 0.5)} %"


def split_percents(whole: float | None, part: float | None) -> tuple[str, str, str, str]:
    """A share, a part of it, the rest of it, and what is missing to 1: whole percents that add up.

    Args:
        whole: the share, from 0 to 1.
        part: a part of it; None where not measured.

    Returns:
        Whole, part, whole less part, one less whole; "" where not measured.
    """
    if whole is None:
        return "", "", "", ""
    hundredths = _whole_percents(whole)
    rest = _percent_words(100 - hundredths, 1.0 - whole)
    if part is None:
        return _percent_words(hundredths, whole), "", "", rest
    same = min(hundredths, _whole_percents(part))
    return (
        _percent_words(hundredths, whole),
        _percent_words(same, part),
        _percent_words(hundredths - same, whole - part),
        rest,
    )


def _whole_percents(share: float) -> int:
    return int(share * 100 + 0.5)


def _percent_words(percents: int, share: float) -> str:
    if percents == 0 and share > 1e-9:
        return "<1 %"
    return ">99 %" if percents == 100 and share < 1.0 - 1e-9 else f"{percents} %"


def thousands(number: int) -> str:
    """An integer with commas between thousands."""
    return f"{number:,}"


def counted(number: int, one: str, many: str) -> str:
    """A number and its noun: "1 article", "2,310 words"."""
    return f"{thousands(number)} {one if number == 1 else many}"


def listed(parts: list[str] | tuple[str, ...], *, last: str = " and ") -> str:
    """Words joined as in a sentence: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + last + parts[-1]


def relation_words(pairing: Pairing) -> str:
    """What became of a provision, with every flag that its relation does not say already.

    A split, merged or rearranged provision has other numbers by nature, which is not said again.
    """
    words = [RELATION_WORDS[pairing.relation]]
    if pairing.relation == "split" and _in_options(pairing.b):
        words = ["split into options"]
    elif pairing.relation == "merged" and _in_options(pairing.a):
        words = ["merged from options"]
    if pairing.relation in ("added", "deleted"):
        alone = any(each.kind == "no_counterpart" for each in pairing.evidence)
        return "no textual counterpart found" if alone else words[0]
    flags: tuple[tuple[Relation, bool], ...] = (
        ("moved", pairing.moved),
        ("amended", pairing.amended),
        ("renumbered", pairing.renumbered and pairing.relation not in ("split", "merged", "recast")),
    )
    words += [RELATION_WORDS[flag] for flag, holds in flags if holds and flag != pairing.relation]
    return ", ".join(words)


def _in_options(ids: tuple[str, ...]) -> bool:
    """Whether provisions are alternatives to one another: all of them stand in options, one perhaps not."""
    return sum(any(step.startswith("opt_") for step in id_.split("__")) for id_ in ids) >= len(ids) - 1


def signal_words(signal: Signal, number: int = 1) -> str:
    """A signal as a reader is told it: "towards less binding wording", "2 hedges added"."""
    if towards := DIRECTION_WORDS.get((signal.kind, signal.direction)):
        return towards if number == 1 else f"{number:,} times {towards}"
    noun = _signal_noun(signal.kind, number)
    if is_remark(signal):
        noun = f"remark: {noun}" if number == 1 else f"remarks: {number:,} {noun}"
        return f"{noun} {_direction(signal)}"
    count = "" if number == 1 else f"{number:,} "
    colon = ":" if signal.kind == "final_clause" and signal.direction else ""
    return f"{count}{noun}{colon} {_direction(signal)}"


def signal_note(signal: Signal) -> str:
    """A signal with what it is about: "number raised (30 → 60)"."""
    return signal_words(signal) + (f" ({signal.text})" if signal.text else "")


def signal_group_words(counts: list[tuple[Signal, int]]) -> str:
    """Signals of one kind: "hedge added", or "obligations: 2 added, 1 towards less binding wording"."""
    if len(counts) == 1:
        return signal_words(*counts[0])
    told = [f"{number:,} {_direction(signal)}" for signal, number in counts]
    kind = "remarks: " if is_remark(counts[0][0]) else ""
    return f"{kind}{_signal_noun(counts[0][0].kind, 2)}: {', '.join(told)}"


def is_remark(signal: Signal) -> bool:
    """Whether a signal is of a kind that is too often wrong to be more than a remark."""
    return signal.kind in REMARK_KINDS


def _signal_noun(kind: str, number: int) -> str:
    one, many = SIGNAL_WORDS.get(kind, (kind.replace("_", " "),) * 2)
    return one if number == 1 else many


def _direction(signal: Signal) -> str:
    towards = DIRECTION_WORDS.get((signal.kind, signal.direction), "")
    return towards.removesuffix(" of conduct") or signal.direction.replace("_", " ") or "changed"
