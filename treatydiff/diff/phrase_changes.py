"""Both texts of a clause with their words, and what one run of edits took out of it and put in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from treatydiff.diff.phrases import Phrase, not_kept
from treatydiff.diff.tokens import find_references
from treatydiff.diff.word_map import SideWords, map_words
from treatydiff.model import Edit


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

    def __init__(self, edits: Sequence[Edit], language: str) -> None:
        self.language = language
        self.edits = edits
        self.a, self.b = map_words(edits)
        self.references_a = find_references(self.a.text, language)
        self.references_b = find_references(self.b.text, language)
        self._run_of: list[int] = []
        run = 0
        for before, edit in zip((None, *edits), edits, strict=False):
            run += before is None or (before.op == "equal") != (edit.op == "equal")
            self._run_of.append(run)
        self._words_of_run = Counter(
            self._run_of[side.edit_of[index]]
            for side in (self.a, self.b)
            for index in range(len(side.words))
            if index not in side.kept
        )

    def run_at(self, edit: int) -> int:
        """The number of the run of edits that an edit belongs to."""
        return self._run_of[edit]

    def words_of(self, side: SideWords, run: int) -> list[str]:
        """The words that one text has in a run of edits and the other has not."""
        return [
            word.key for index, word in enumerate(side.words)
            if index not in side.kept and self._run_of[side.edit_of[index]] == run
        ]  # fmt: skip

    def changes(self, all_a: Sequence[Phrase], all_b: Sequence[Phrase]) -> Iterator[PhraseChange]:
        """What is in A alone and what is in B alone, together where one run of edits did it."""
        lost, gained = not_kept(all_a, self.a, all_b), not_kept(all_b, self.b, all_a)
        by_run: dict[int, PhraseChange] = {}
        for phrases, others, side in ((lost, gained, self.a), (gained, lost, self.b)):
            for phrase in phrases:
                beside = _edit_beside(phrase, others, side) if side is self.b or phrase.edit is None else None
                edit = phrase.edit if beside is None else beside
                if edit is None:
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
    """What a change takes and gives, phrases of one name cancelling out."""
    common = Counter(each.name for each in change.lost) & Counter(each.name for each in change.gained)
    return _less(change.lost, common.copy()), _less(change.gained, common.copy())


def _less(phrases: Sequence[Phrase], taken: Counter[str]) -> list[Phrase]:
    left: list[Phrase] = []
    for each in phrases:
        if taken[each.name]:
            taken[each.name] -= 1
        else:
            left.append(each)
    return left
