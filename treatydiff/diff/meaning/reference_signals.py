"""What is observed on cross-references."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from treatydiff.diff.meaning.phrase_changes import PhraseChange, PhraseSides, without_moves
from treatydiff.diff.meaning.phrases import Phrase, instrument_phrases, reference_phrases
from treatydiff.diff.word_map import SideWords
from treatydiff.language.references import Reference
from treatydiff.model import Signal
from treatydiff.patterns import pattern_of

_BRACKETS = pattern_of(r"[\[\]\uff3b\uff3d]")
_OPENED = pattern_of(r"[^\W_]\[[^\W_]|\[(?:and|or|et|ou|y|o|и|или)\b", re.IGNORECASE)
"""A bracket inside a word, or before a conjunction."""


def reference_signals(sides: PhraseSides) -> Iterator[tuple[int, Signal]]:
    """References that changed otherwise than by following the renumbering.

    Args:
        sides: both texts of a clause.
    """
    all_a = _in_order(sides.a, sides.references_a, sides.renumbering.key_of_a, sides.language)
    all_b = _in_order(sides.b, sides.references_b, sides.renumbering.key_of_b, sides.language)
    changes = [*sides.changes(all_a, all_b)]
    seen: list[tuple[int, Signal]] = []
    for change, left in zip(changes, _without_moved(changes), strict=True):
        edits = [
            side.edit_of[word]
            for held, side in ((change.lost, sides.a), (change.gained, sides.b))
            for each in held
            for word in range(each.first, each.last)
            if word not in side.kept
        ]
        at = next((edit for edit in edits if sides.edits[edit].class_ == "substantive"), None)
        if at is not None:
            lost = _offered_once(left.lost, all_a, all_b, sides.a.text)
            once = PhraseChange(lost, _offered_once(left.gained, all_b, all_a, sides.b.text), left.words)
            seen += ((at, signal) for signal in _references(once, sides))
    yield from _narrowed([*without_moves(seen)])


def _offered_once(
    phrases: Sequence[Phrase], mine: Sequence[Phrase], others: Sequence[Phrase], text: str
) -> list[Phrase]:
    """References less those that alternatives in brackets repeat, and that the other text has too."""
    left: list[Phrase] = []
    for each in phrases:
        same = [one for one in mine if one.group == each.group]
        repeated = len(same) > 1 and all(
            _NEXT_OPTION.search(text, one.end, after.start) for one, after in pairwise(same)
        )
        if not (repeated and any(one.group == each.group for one in others)):
            left.append(each)
    return left


_NEXT_OPTION = pattern_of(r"\]\s?\[")


def _in_order(
    side: SideWords, references: Sequence[Reference], key_of: Callable[[Reference], str], language: str
) -> list[Phrase]:
    """The references of a text, to provisions and to whole instruments."""
    found = [
        *reference_phrases(side, references, key_of, language),
        *instrument_phrases(side, references, language),
    ]
    return sorted(found, key=lambda each: each.start)


def _references(change: PhraseChange, sides: PhraseSides) -> Iterator[Signal]:
    """What one change makes of references; where it takes and gives some, these are one change."""
    lost, gained = (
        _without_bracketed(change.lost, sides.a, sides.b),
        _without_bracketed(change.gained, sides.b, sides.a),
    )
    if lost and gained:
        old, new = ("; ".join(dict.fromkeys(each.name for each in side)) for side in (lost, gained))
        yield Signal("reference", "changed", f"{old} → {new}")
        return
    yield from (Signal("reference", "removed", each.name) for each in lost)
    yield from (Signal("reference", "added", each.name) for each in gained)


def _without_bracketed(phrases: Sequence[Phrase], side: SideWords, other: SideWords) -> list[Phrase]:
    """References less those that the other text prints with brackets in them ("section[s] III [and IV]")."""
    if not _OPENED.search(other.text):
        return [*phrases]
    printed = " ".join(other.text.casefold().split())
    plain = " ".join(_BRACKETS.sub("", other.text).casefold().split())
    names = [(each, " ".join(side.text[each.start : each.end].casefold().split())) for each in phrases]
    return [each for each, name in names if name not in plain or name in printed]


def _narrowed(seen: Sequence[tuple[int, Signal]]) -> Iterator[tuple[int, Signal]]:
    """Signals with "article 4, paragraph 7" taken out and "article 4" put in told as one change."""
    left = [*seen]
    for at, old in seen:
        partner = next(
            (
                held for held in left
                if (at, old) in left and old.direction == "removed" and held[1].direction == "added"
                and _one_within_the_other(old.text, held[1].text)
            ),
            None,
        )  # fmt: skip
        if partner is not None:
            left[left.index((at, old))] = (
                at,
                Signal("reference", "changed", f"{old.text} → {partner[1].text}"),
            )
            left.remove(partner)
    yield from left


def _one_within_the_other(a: str, b: str) -> bool:
    shorter, longer = sorted((a.casefold(), b.casefold()), key=len)
    return shorter != longer and re.match(rf"{re.escape(shorter)}(?![^\W_])", longer) is not None


def _without_moved(changes: Sequence[PhraseChange]) -> list[PhraseChange]:
    """Changes less the references that one takes out and another puts in, where either does nothing else.

    Two that change places are left as they are: "article 7 ... article 9", "article 9 ... article 7".
    """
    left = [PhraseChange(*_unlike(each.lost, each.gained), each.words) for each in changes]
    for one in left:
        for other in left:
            if one.lost and other.gained and not (one.gained and other.lost):
                one.lost[:], other.gained[:] = _unlike(one.lost, other.gained)
    return left


def _unlike(lost: Sequence[Phrase], gained: Sequence[Phrase]) -> tuple[list[Phrase], list[Phrase]]:
    """References less those that both have, as printed or as the renumbering has them."""
    gone, come = [], [*gained]
    for each in lost:
        same = next((one for one in come if one.like == each.like or one.group == each.group), None)
        if same is None:
            gone.append(each)
        else:
            come.remove(same)
    return gone, come
