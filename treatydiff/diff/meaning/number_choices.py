"""Quantities offered side by side: one of them settled, or a settled one opened to others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.diff.meaning.phrase_changes import PhraseChange, without_common
from treatydiff.diff.meaning.phrases import Phrase
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

_OPTION = pattern_of(
    r"(?:\s*+[^\W\d]++){0,4}+\s*+[\]］】]\s*+(?:(?:/|or|ou|o|u|или|或|أو)(?!\w))?\s*+[\[［【]\s*+"
    r"(?:[^\W\d]++\s*+){0,4}+|\s*+/\s*+"
)
"""What stands between two quantities offered side by side: "[30 days] or [within 60 days]", "[30/60]"."""
_RANGE = pattern_of(r"\s*+[-\u2010-\u2015]\s*+|\s++(?:to|à|a|до|إلى)\s++|至")
"""What stands between the two quantities of one option: "40-70 per cent"."""
_Options = tuple[tuple[Phrase, ...], ...]


@dataclass(frozen=True, slots=True)
class NumberChoice:
    """What became of quantities offered side by side.

    Args:
        direction: "settled" where B has one of those that A offers, "newly bracketed" for the reverse.
        change: the change that did it.
        words: the one that was settled, or all that are offered.
        others: the quantities that went, or came.
    """

    direction: str
    change: PhraseChange
    words: str
    others: tuple[Phrase, ...]


def number_choices(
    changes: Sequence[PhraseChange], all_a: Sequence[Phrase], all_b: Sequence[Phrase], texts: tuple[str, str]
) -> list[NumberChoice]:
    """The choices that a clause settles or opens.

    Args:
        changes: of its quantities.
        all_a, all_b: the quantities of both texts, in order.
        texts: both texts.
    """
    lost: dict[Phrase, PhraseChange] = {}
    gained: dict[Phrase, PhraseChange] = {}
    for change in changes:
        for held, phrases in zip((lost, gained), without_common(change), strict=True):
            held.update(dict.fromkeys(phrases, change))
    offered_a, offered_b = _offered(all_a, texts[0]), _offered(all_b, texts[1])
    found = [*_narrowed(offered_a, lost, "settled")]
    if not offered_a:
        found += _narrowed(offered_b, gained, "newly bracketed")
    return found


def _narrowed(
    groups: Sequence[_Options], gone: dict[Phrase, PhraseChange], direction: str
) -> Iterator[NumberChoice]:
    """The groups of options of which one stands in both texts and the others in one."""
    for options in groups:
        left = [option for option in options if not any(each in gone for each in option)]
        others = tuple(each for option in options for each in option if each in gone)
        if len(left) == 1 and others:
            told = left if direction == "settled" else options
            words = " / ".join("-".join(each.name for each in option) for option in told)
            yield NumberChoice(direction, gone[others[0]], words, others)


def _offered(phrases: Sequence[Phrase], text: str) -> list[_Options]:
    """Quantities of one kind that stand side by side ("[30][60] days", "[40-70 %][70-95 %]"), by option."""
    groups: list[list[list[Phrase]]] = []
    for each in phrases:
        last = groups[-1][-1][-1] if groups else None
        between = text[last.end : each.start] if last else ""
        if last and _RANGE.fullmatch(between):
            groups[-1][-1].append(each)
        elif last and _measured(last) == _measured(each) and _OPTION.fullmatch(between):
            groups[-1].append([each])
        else:
            groups.append([[each]])
    return [tuple(tuple(option) for option in group) for group in groups if len(group) > 1]


def _measured(phrase: Phrase) -> str:
    return phrase.quantity.kind if phrase.quantity else ""
