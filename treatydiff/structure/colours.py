"""What the colours of a draft mean: what its own legend prints, or one that its reader hands over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from treatydiff.errors import SettingsError
from treatydiff.language.words.colours import COLOUR_WORDS, LOOK_WORDS, PRINT_WORDS
from treatydiff.model import Block, Diagnostic, Instrument, Mark, Provision
from treatydiff.naming.colour_legends import any_of, colour_word
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

_SENTENCE = pattern_of(r"[^.;\n。；؛]+")
_LONGEST = 240
"""Code points of a sentence that may explain a colour."""
_NAMES_IT = pattern_of(r"\s*[:=：–—-]\s*\S")
"""Behind the word for a colour: what it stands for ("Green: agreed")."""
_LOOKS = frozenset(LOOK_WORDS)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a colour or another look says, in the words of whoever says it: the draft or its reader."""

    says: str
    printed: bool


def legend_of(blocks: Sequence[Block], given: str) -> dict[str, Meaning]:
    """What each colour or look of a draft means, by its name, as far as anybody says.

    Args:
        blocks: the text.
        given: the reader's own legend, "green = agreed; blue = facilitator's bridge"; it goes
            before the draft's.

    Raises:
        SettingsError: the legend names no colour that there is.
    """
    used = {name for block in blocks for run in block.runs for name in (run.colour, run.ground) if name}
    used |= {"underline" for block in blocks for run in block.runs if run.underline}
    used |= {"strike" for block in blocks for run in block.runs if run.strike}
    found: dict[str, Meaning] = {}
    for block in blocks if used else ():
        text = block.text
        named = [name for name in used - found.keys() if _may_name(text.lower(), name)]
        for sentence in _SENTENCE.findall(text) if named else ():
            if len(sentence) <= _LONGEST:
                for name in named:
                    if name not in found and _explains(sentence.lower(), name):
                        found[name] = Meaning(sentence.strip(), printed=True)
    return found | {name: Meaning(says, printed=False) for name, says in _given(given)}


def _given(legend: str) -> Iterator[tuple[str, str]]:
    for entry in filter(None, (part.strip() for part in legend.split(";"))):
        name, sign, says = (part.strip() for part in entry.partition("="))
        if not sign or not says or name not in (*COLOUR_WORDS, *LOOK_WORDS):
            raise SettingsError(
                f"the legend says nothing of a colour: {entry[:60]!r}",
                hint=f"write “green = agreed”; known: {', '.join((*COLOUR_WORDS, *LOOK_WORDS))}",
            )
        yield name, says


def _may_name(text: str, name: str) -> bool:
    """Whether one of the words for a colour or look stands anywhere in a text, as few texts have one."""
    return any(word in text for word in (COLOUR_WORDS.get(name) or LOOK_WORDS[name]))


def _explains(sentence: str, name: str) -> bool:
    found = colour_word(name).search(sentence)
    if found is None:
        return False
    return _NAMES_IT.match(sentence, found.end()) is not None or _of_print().search(sentence) is not None


@cache
def _of_print() -> re.Pattern[str]:
    return any_of(PRINT_WORDS)


def with_meanings(instruments: Sequence[Instrument], legend: Mapping[str, Meaning]) -> tuple[Instrument, ...]:
    """Instruments whose marks of colours and looks say what these mean.

    Args:
        instruments: of a draft.
        legend: what is known of its colours.
    """
    if not legend:
        return tuple(instruments)
    return tuple(
        replace(each, provisions=tuple(_explained(node, legend) for node in each.provisions))
        for each in instruments
    )


def _explained(node: Provision, legend: Mapping[str, Meaning]) -> Provision:
    return replace(
        node,
        marks=tuple(_with_meaning(mark, legend) for mark in node.marks),
        children=tuple(_explained(child, legend) for child in node.children),
    )


def _with_meaning(mark: Mark, legend: Mapping[str, Meaning]) -> Mark:
    name = dict(mark.attrs).get("colour", "") if mark.kind == "colour" else mark.kind
    meaning = legend.get(str(name)) if mark.kind == "colour" or mark.kind in _LOOKS else None
    if meaning is None:
        return mark
    source = "printed" if meaning.printed else "given"
    return replace(mark, attrs=(*mark.attrs, ("says", meaning.says), ("legend", source)))


def unexplained(blocks: Sequence[Block], legend: Mapping[str, Meaning]) -> Iterator[Diagnostic]:
    """A word on every colour that nothing explains.

    Args:
        blocks: the text.
        legend: what is known of its colours.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for run in (run for block in blocks for run in block.runs if run.note is None):
        for how, colour in (("printed in", run.colour), ("marked in", run.ground)):
            if colour and (words := len(run.text.split())):
                counts[how, colour] += words
    for (how, colour), words in sorted(counts.items()):
        if colour not in legend:
            yield Diagnostic(
                "colour_unexplained",
                "info",
                f"{words} words are {how} {colour}, and the draft does not say what that means",
            )
