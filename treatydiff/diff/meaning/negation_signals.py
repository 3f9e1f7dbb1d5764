"""What is observed on negations: that one came or went, and turns the sense of words that stayed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.diff.meaning.phrase_changes import PhraseChange, PhraseSides
from treatydiff.diff.meaning.phrases import SHORT, Phrase, new_around
from treatydiff.diff.meaning.statements import sentences_of
from treatydiff.diff.word_map import SideWords
from treatydiff.language.force import MANNER, said_once
from treatydiff.model import Signal
from treatydiff.patterns import pattern_of

_REACH, _REACH_IN_TWO = 2, 4
"""Words behind a new negation that it may negate before the words that stayed; "ne ... pas" is of two."""
_WITH = frozenset(("with", "avec", "con", "с", "со", "有", "مع"))
_SENTENCE = 12
"""Words that may part two negations that are one."""


def negation_signals(sides: PhraseSides) -> Iterator[tuple[int, Signal]]:
    """Negations that came or went; "No Party may" and "Neither Party may" say the same.

    Args:
        sides: both texts of a clause.
    """
    changes = [*sides.changes(_negations(sides, sides.a), _negations(sides, sides.b))]
    lost = [(change, each) for change in changes for each in change.lost]
    gained = [(change, each) for change in changes for each in change.gained]
    lost, gained = _other_negations(lost, gained, sides)
    for held, side, direction in ((lost, sides.a, "removed"), (gained, sides.b, "added")):
        for change, each in held:
            if each.name in MANNER and not _with(sides, change, side):
                continue
            if sides.is_of_its_own(each, side) or new_around(each, side) > SHORT or _quoted(each, side):
                continue
            if _is_a_cell(each, side) or _said_by_prefix(change, each, sides, side):
                continue
            if any(other.like == each.like for _, other in (gained if side is sides.a else lost)):
                continue  # one sentence with a negation took the place of another
            if _bears(each, side):
                yield change.at(), Signal("negation", direction, each.name)


def _negations(sides: PhraseSides, side: SideWords) -> Sequence[Phrase]:
    """The negations of a text, those that say one together told once: "aucune Partie ne peut"."""
    found = sides.phrases(side, "negation")
    if len(found) < 2:
        return found
    left: list[Phrase] = []
    for first, last in sentences_of(side):
        here = [each for each in found if first <= each.first < last]
        left += [here[at] for at in said_once([each.name for each in here], sides.language)]
    return left


_QUOTES = pattern_of('[\u201c\u201d\u00ab\u00bb\u201e"]')


def _is_a_cell(phrase: Phrase, side: SideWords) -> bool:
    """Whether a word is all that a cell of a table says ("Removals | No")."""
    before, behind = side.text[: phrase.start].rstrip(" "), side.text[phrase.end :].lstrip(" ")
    return before.endswith(("|", "\n")) and behind[:1] in ("", "|", "\n")


_NEGATING = ("un", "in", "im", "il", "ir", "non-", "non")


def _said_by_prefix(change: PhraseChange, phrase: Phrase, sides: PhraseSides, side: SideWords) -> bool:
    """Whether the other text says a negation by the word behind it: "not lawful", "unlawful" (English)."""
    if sides.language != "en" or phrase.last >= len(side.keys):
        return False
    other = sides.b if side is sides.a else sides.a
    word = side.keys[phrase.last]
    return not {f"{prefix}{word}" for prefix in _NEGATING}.isdisjoint(
        sides.words_of(other, sides.run_at(change.at()))
    )


def _quoted(phrase: Phrase, side: SideWords) -> bool:
    """Whether a phrase stands in quotation marks, as part of a name: “information not available”."""
    before, behind = _QUOTES.findall(side.text, 0, phrase.start), _QUOTES.search(side.text, phrase.end)
    opened = bool(before) and (
        before[-1] in "\u201c\u00ab\u201e" or (before[-1] == '"' and len(before) % 2 == 1)
    )
    return opened and behind is not None


_Held = list[tuple[PhraseChange, Phrase]]


def _other_negations(lost: _Held, gained: _Held, sides: PhraseSides) -> tuple[_Held, _Held]:
    """What is left where one negation was said by another: in one change, or by a word of another kind."""
    left: _Held = []
    for change, each in lost:
        partner = next(
            (
                held
                for held in gained
                if held[0] is change or (held[1].like != each.like and _one(each, held[1], sides))
            ),
            None,
        )
        if partner is None:
            left.append((change, each))
        else:
            gained = [held for held in gained if held is not partner]
    return left, gained


def _one(a: Phrase, b: Phrase, sides: PhraseSides) -> bool:
    """Whether two negations may be one: neither is of a manner, and they stand in one sentence."""
    if a.name in MANNER or b.name in MANNER or abs(a.first - b.first) > _SENTENCE:
        return False
    here, there = _sentence(a, sides.a), _sentence(b, sides.b)
    return any(sides.a.kept.get(at) in there for at in here)


def _sentence(phrase: Phrase, side: SideWords) -> range:
    """The words of the sentence in which a phrase stands."""
    return next(range(*each) for each in sentences_of(side) if phrase.first < each[1])


def _with(sides: PhraseSides, change: PhraseChange, side: SideWords) -> bool:
    other = sides.b if side is sides.a else sides.a
    return not _WITH.isdisjoint(sides.words_of(other, sides.run_at(change.at())))


def _bears(phrase: Phrase, side: SideWords) -> bool:
    """Whether a new negation reaches words that stayed."""
    reach = _REACH_IN_TWO if phrase.name == "ne" else _REACH
    behind = range(phrase.last, min(phrase.last + reach + 1, len(side.words)))
    return any(at in side.kept for at in behind) or phrase.last + 1 >= len(side.words)
