"""A word of force offered in brackets beside other verbs, and which of them was settled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from treatydiff.diff.meaning.phrase_changes import PhraseSides
from treatydiff.diff.meaning.phrases import Phrase
from treatydiff.model import Signal

_OPTION = r"[\[［【]([^\[\]［］【】]{1,40})[\]］】]"
"""An option short enough for a verb ("calls upon", "reaffirms its decision")."""
_OPTIONS = re.compile(rf"{_OPTION}(?:\s*+(?:(?:/|or|ou|o|или|或|أو)(?!\w))?\s*+{_OPTION})++")
_ONE = re.compile(_OPTION)


@dataclass(frozen=True, slots=True)
class VerbChoice:
    """Verbs offered side by side of which some are words of force: "[Clarifies][Decides]".

    Args:
        edit: the edit that decided.
        signal: which was settled.
        first, last: the words of A in which they stand, the last excluded.
        kept: the words of B that stayed of them.
    """

    edit: int
    signal: Signal
    first: int
    last: int
    kept: frozenset[int]


def verb_choices(sides: PhraseSides, modals: Sequence[Phrase]) -> list[VerbChoice]:
    """The choices that a clause settles; those between words of force alone are not among them.

    Args:
        sides: both texts of a clause.
        modals: the words of force of A, in order.
    """
    side = sides.a
    found: list[VerbChoice] = []
    for group in _OPTIONS.finditer(side.text):
        options = [
            [at for at, word in enumerate(side.words) if one.start() <= word.start and word.end <= one.end()]
            for one in _ONE.finditer(side.text, group.start(), group.end())
        ]
        spans = [(option[0], option[-1] + 1) for option in options if option]
        named = [(each.first, each.last) in spans for each in modals]
        if len(spans) < len(options) or not any(named) or sum(named) == len(spans):
            continue
        left = [option for option in options if all(at in side.kept for at in option)]
        gone = [at for option in options for at in option if at not in side.kept]
        if len(left) != 1 or any(
            at in side.kept for option in options if option not in left for at in option
        ):
            continue
        words = " ".join(side.keys[at] for at in left[0])
        name = next((each.name for each in modals if each.first == left[0][0]), words)
        found.append(
            VerbChoice(
                side.edit_of[gone[0]], Signal("obligation", "settled", name), spans[0][0], spans[-1][1],
                frozenset(side.kept[at] for at in left[0]),
            )
        )  # fmt: skip
    return found
