"""Both texts of a clause with their words, and what one run of edits took out of it and put in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from treatydiff.diff.meaning.phrases import Phrase, Sort, find_phrases, not_kept
from treatydiff.diff.renumbering import Renumbering
from treatydiff.diff.word_map import SideWords, map_words
from treatydiff.language.references import find_references
from treatydiff.language.words.signals import SIGNAL_WORDS
from treatydiff.model import Edit, Signal
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

LONG, VERY_LONG = 12, 25
"""New words in a row from which, with a modal of their own or without, they are a statement of their own."""
ALTERNATIVE = pattern_of(r"\s*+[\]］】]\s*+(?:/|or)?\s*+[\[［【]\s*+|\s*+/\s*+")
_SAYING_THE_SAME = frozenset(("typographic", "editorial"))
"""Classes of edits that take no word out: "exclusively" printed as "exc lusively"."""
_NONE: Counter[str] = Counter()


@dataclass(frozen=True, slots=True)
class PhraseChange:
    """The phrases of one sort that one run of neighbouring edits takes out and puts in."""

    lost: list[Phrase]
    gained: list[Phrase]
    words: int

    def at(self) -> int:
        """The number of the edit that a signal on this change is attached to."""
        return next(each.edit for each in (*self.lost, *self.gained) if each.edit is not None)


class PhraseSides:
    """Both texts with their words, and the runs of edits between what stayed."""

    def __init__(self, edits: Sequence[Edit], language: str, renumbering: Renumbering | None = None) -> None:
        self.language = language
        self.renumbering = renumbering or Renumbering()
        self.edits = edits
        self.a, self.b = map_words(edits)
        self.references_a = find_references(self.a.text, language)
        self.references_b = find_references(self.b.text, language)
        self._own: dict[bool, frozenset[int]] = {}
        self._phrases: dict[tuple[bool, Sort], tuple[Phrase, ...]] = {}
        self._run_of: list[int] = []
        run = 0
        for before, edit in zip((None, *edits), edits, strict=False):
            run += before is None or (before.op == "equal") != (edit.op == "equal")
            self._run_of.append(run)
        self._words_of_run = Counter(
            self._run_of[side.edit_of[index]] for side in (self.a, self.b) for index in side.new
        )

    def phrases(self, side: SideWords, sort: Sort) -> tuple[Phrase, ...]:
        """The phrases of one sort in one of the texts, in order; found once for all signals."""
        place = (side is self.a, sort)
        if place not in self._phrases:
            self._phrases[place] = find_phrases(side, sort, self.language)
        return self._phrases[place]

    def run_at(self, edit: int) -> int:
        """The number of the run of edits that an edit belongs to."""
        return self._run_of[edit]

    def words_of(self, side: SideWords, run: int) -> list[str]:
        """The words that one text has in a run of edits and the other has not."""
        return [side.keys[at] for at in side.new if self._run_of[side.edit_of[at]] == run]

    def is_of_its_own(self, phrase: Phrase, side: SideWords) -> bool:
        """Whether a phrase stands among so many new words that it bears on them and not on the old ones."""
        return phrase.edit is not None and self._run_of[phrase.edit] in self._own_statements(side)

    def _own_statements(self, side: SideWords) -> frozenset[int]:
        """The runs in which one side says something of its own rather than words the other has."""
        known = self._own.get(side is self.a)
        if known is None:
            counted = Counter(self._run_of[side.edit_of[at]] for at in side.new)
            table = SIGNAL_WORDS.get(self.language)
            says_duties_by_modals = table is not None and not table.unmarked
            modals = {
                self._run_of[each.edit]
                for each in self.phrases(side, "modal")
                if each.edit is not None and all(at not in side.kept for at in range(each.first, each.last))
            }
            known = frozenset(
                run for run, number in counted.items()
                if number >= VERY_LONG or (number >= LONG and (run in modals or not says_duties_by_modals))
            )  # fmt: skip
            self._own[side is self.a] = known
        return known

    def changes_of(self, sort: Sort) -> list[PhraseChange]:
        """What is in A alone and what is in B alone of the phrases of one sort."""
        return [*self.changes(self.phrases(self.a, sort), self.phrases(self.b, sort))]

    def changes(self, all_a: Sequence[Phrase], all_b: Sequence[Phrase]) -> Iterator[PhraseChange]:
        """What is in A alone and what is in B alone, together where one run of edits did it."""
        if not all_a and not all_b:
            return
        lost, gained = not_kept(all_a, self.a, all_b), not_kept(all_b, self.b, all_a)
        by_run: dict[int, PhraseChange] = {}
        for phrases, others, side in ((lost, gained, self.a), (gained, lost, self.b)):
            for phrase in phrases:
                beside = _edit_beside(phrase, others, side) if side is self.b or phrase.edit is None else None
                edit = phrase.edit if beside is None else beside
                if edit is None or self.edits[edit].class_ in _SAYING_THE_SAME:
                    continue
                run = self._run_of[edit]
                change = by_run.setdefault(run, PhraseChange([], [], self._words_of_run[run]))
                (change.lost if side is self.a else change.gained).append(phrase)
        yield from (by_run[run] for run in sorted(by_run))


def _edit_beside(phrase: Phrase, others: Sequence[Phrase], side: SideWords) -> int | None:
    """The edit that made another phrase which shares words with this one ("shall [endeavour to]", 十[五])."""
    now = {side.kept[index] for index in range(phrase.first, phrase.last) if index in side.kept}
    for other in others:
        if other.edit is not None and not now.isdisjoint(range(other.first, other.last)):
            return other.edit
    return None


def without_common(change: PhraseChange) -> tuple[list[Phrase], list[Phrase]]:
    """What a change takes and gives, phrases that say the same cancelling out."""
    if not change.lost or not change.gained:
        return [*change.lost], [*change.gained]
    common = Counter(each.like for each in change.lost) & Counter(each.like for each in change.gained)
    return _less(change.lost, common.copy()), _less(change.gained, common.copy())


def _less(phrases: Sequence[Phrase], taken: Counter[str]) -> list[Phrase]:
    left: list[Phrase] = []
    for each in phrases:
        if taken[each.like]:
            taken[each.like] -= 1
        else:
            left.append(each)
    return left


def without_moves(seen: Sequence[tuple[int, Signal]]) -> Iterator[tuple[int, Signal]]:
    """Signals less those of a phrase that was taken out here and put in there, in the same clause."""
    if len(seen) < 2:
        yield from seen
        return
    taken = Counter(signal.text for _, signal in seen if signal.direction in ("removed", "settled"))
    given = Counter(signal.text for _, signal in seen if signal.direction == "added")
    moved = taken & given
    left = {"removed": moved.copy(), "added": moved.copy()}
    for at, signal in seen:
        if left.get(signal.direction, _NONE)[signal.text] > 0:
            left[signal.direction][signal.text] -= 1
        else:
            yield at, signal


def alternatives(phrases: Sequence[Phrase], text: str) -> dict[int, tuple[Phrase, ...]]:
    """Modals offered side by side ("[shall][should]"), by the first word of each."""
    groups: list[list[Phrase]] = []
    for each in phrases:
        if groups and ALTERNATIVE.fullmatch(text[groups[-1][-1].end : each.start]):
            groups[-1].append(each)
        else:
            groups.append([each])
    return {each.first: tuple(group) for group in groups if len(group) > 1 for each in group}


_SENTENCE = 12
"""Words that part the changes that take one word of a group and put in another."""


def replaced(sides: PhraseSides, sort: Sort) -> Iterator[tuple[int, list[Phrase], list[Phrase]]]:
    """For each group of phrases, what changes took and put in; neighbouring changes are one.

    Args:
        sides: both texts of a clause.
        sort: which phrases.
    """
    waiting: list[tuple[int, Phrase, bool]] = []
    for change in sides.changes_of(sort):
        lost, gained = without_common(change)
        for group in dict.fromkeys(each.group for each in (*lost, *gained)):
            old, new = ([each for each in held if each.group == group] for held in (lost, gained))
            if old and new and (sides.is_of_its_own(old[0], sides.a) or sides.is_of_its_own(new[0], sides.b)):
                continue
            if old and new:
                yield change.at(), old, new
            else:
                waiting += [(change.at(), each, True) for each in old] + [
                    (change.at(), each, False) for each in new
                ]
    yield from _across(waiting)


def _across(
    waiting: Sequence[tuple[int, Phrase, bool]],
) -> Iterator[tuple[int, list[Phrase], list[Phrase]]]:
    """What one change took and a neighbouring one put in, then what only came or went."""
    done: set[int] = set()
    for place, (at, phrase, is_lost) in enumerate(waiting):
        if place in done:
            continue
        partner = next(
            (
                n for n, (_, other, lost) in enumerate(waiting)
                if n > place and n not in done and lost != is_lost and other.group == phrase.group
                and abs(other.first - phrase.first) <= _SENTENCE
            ),
            None,
        )  # fmt: skip
        if partner is None:
            yield at, [phrase] if is_lost else [], [] if is_lost else [phrase]
            continue
        done.add(partner)
        other = waiting[partner][1]
        if other.like != phrase.like:
            yield at, [phrase if is_lost else other], [other if is_lost else phrase]
