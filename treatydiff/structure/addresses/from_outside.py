"""Where a reference leads for a reader who stands in no provision: whoever types it on a command line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from treatydiff.language.references import Step
from treatydiff.model import Draft, Instrument, Provision
from treatydiff.structure.addresses.answering import (
    SMALL,
    UNITS,
    all_below,
    answering,
    matching,
    number_of,
    outside_units,
    read_otherwise,
)
from treatydiff.structure.addresses.typed import instrument_nouns, plain_words


def from_outside(target: Sequence[Step], instrument: Instrument, language: str) -> list[Provision]:
    """What the steps of a reference lead to in an instrument, whatever containers are called there.

    Several where a number occurs more than once; an article of the body goes before those of annexes.

    Args:
        target: steps, outermost first.
        instrument: where to look.
        language: of the draft.
    """
    for steps in (target, *read_otherwise(target)):
        found = _first(steps, instrument, language)
        if steps[0][0] not in ("preamble", "recital"):
            for step in steps[1:]:
                found = answering(step, found, language)
        if found:
            return found
    return []


def _first(target: Sequence[Step], instrument: Instrument, language: str) -> list[Provision]:
    """What the outermost step leads to; a paragraph without its article only where it stands in none."""
    kind, number = target[0]
    if kind in ("preamble", "recital"):
        return _recitals(instrument, target[-1][1])
    if kind in SMALL:
        outside = (node for node in outside_units(instrument.provisions) if node.kind == "paragraph")
        return [node for node in outside if node.number and number in number_of(node)]
    own = matching(target[0], all_below(instrument.provisions), language)
    body = [node for node in own if "annex" not in node.id] if kind in UNITS else []
    return body or own


def _recitals(instrument: Instrument, number: str) -> list[Provision]:
    """The preamble, or its paragraph of a number, counted where it prints none."""
    preamble = next((node for node in instrument.provisions if node.kind == "preamble"), None)
    if preamble is None or not number:
        return [] if preamble is None else [preamble]
    recitals = [node for node in preamble.walk() if node.kind == "recital"]
    printed = [node for node in recitals if number in number_of(node)]
    at = int(number) if number.isdigit() else 0
    return printed[:1] or recitals[at - 1 : at] if at else printed[:1]


def instruments_meant(draft: Draft, said: str) -> Iterable[Instrument]:
    """The instruments of a file that a reference says it is of, the most likely first; none of another name.

    Args:
        draft: the whole draft.
        said: a noun ("Convention") or a full name; "" where nothing is said.
    """
    ordered = sorted(draft.instruments, key=lambda each: not each.main)
    nouns = instrument_nouns(said) - {""}
    if not said or (not nouns and " " not in said):  # "of the draft"
        return ordered
    if " " in said:
        return [each for each in ordered if plain_words(said) in plain_words(each.title)]
    titled = [(each, instrument_nouns(each.title) - {""}) for each in ordered]
    if not any(its for _, its in titled):
        return ordered
    return [each for each, its in titled if nouns & its]
