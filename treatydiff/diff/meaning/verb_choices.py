"""A word of force offered in brackets beside other verbs, and which of them was settled."""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatydiff.diff.meaning.phrase_changes import PhraseSides
from treatydiff.diff.meaning.phrases import Phrase
from treatydiff.language.words.signals import SIGNAL_WORDS
from treatydiff.model import Signal
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

_OPTION = r"[\[［【]([^\[\]［］【】]{1,40})[\]］】]"
"""An option short enough for a verb ("calls upon", "reaffirms its decision")."""
_OPTIONS = pattern_of(rf"{_OPTION}(?:\s*+(?:(?:/|or|ou|o|или|或|أو)(?!\w))?\s*+{_OPTION})++")
_ONE = pattern_of(_OPTION)


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
        named = sum((each.first, each.last) in spans for each in modals)
        of_force = named or any(_decides(side.keys[slice(*span)], sides.language) for span in spans)
        if len(spans) < len(options) or not of_force or named == len(spans):
            continue
        taken = _taken(sides, options)
        if taken is None:
            continue
        option, kept = taken
        words = _glued([side.keys[at] for at in option], sides.language)
        name = next((each.name for each in modals if each.first == option[0]), words)
        edit = next(side.edit_of[at] for each in options for at in each if each != option)
        signal = Signal("obligation", "settled", name)
        found.append(VerbChoice(edit, signal, spans[0][0], spans[-1][1], kept))
    return found


def _taken(sides: PhraseSides, options: Sequence[list[int]]) -> tuple[list[int], frozenset[int]] | None:
    """The one option whose words alone B has, with their numbers there."""
    side, other = sides.a, sides.b
    stayed = [at for option in options for at in option if at in side.kept]
    runs = {sides.run_at(side.edit_of[at]) for option in options for at in option if at not in side.kept}
    put_in = [
        at for at in range(len(other.words))
        if at not in other.kept and sides.run_at(other.edit_of[at]) in runs
    ]  # fmt: skip
    if stayed and put_in:
        return None
    if stayed:
        left = [option for option in options if option == stayed]
        return (left[0], frozenset(side.kept[at] for at in stayed)) if left else None
    # Where the words are few, all of them may be struck and those of one put in again.
    said = [other.keys[at] for at in put_in]
    same = [option for option in options if [side.keys[at] for at in option] == said]
    return (same[0], frozenset(put_in)) if same else None


def _decides(keys: Sequence[str], language: str) -> bool:
    """Whether an option is a verb of a decision, wherever it stands: "the Board [notes][decides]"."""
    table = SIGNAL_WORDS.get(language)
    said = _glued(keys, language)
    return table is not None and any(re.fullmatch(pattern, said) for _, pattern, _ in table.operative)


def _glued(keys: Sequence[str], language: str) -> str:
    table = SIGNAL_WORDS.get(language)
    return (table.glue if table else " ").join(keys)
