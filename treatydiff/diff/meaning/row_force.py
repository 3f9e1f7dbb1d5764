"""Force over a whole row: drafting that moves words between chapeau, items and paragraphs says nothing.

"Each Party: (a) Shall keep" and "Each Party shall: (a) keep" bind alike; a paragraph that is divided or
joined removes no duty. What was changed while a passage moved is still told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Literal

from treatydiff.diff.meaning.chapeaux import with_chapeaux
from treatydiff.language.tokenizer import words
from treatydiff.model import ClauseDiff, Edit, Signal
from treatydiff.records import dataclass

_GRAM = 3
_MOVED_SHARE = 0.4
"""Share of the runs of three words of a passage that stand elsewhere in the row, from which it moved there.

The same share of a whole clause makes it the passage that moved: what is no longer told as gone is compared.
"""
_LEAST_MOVED = 6
"""Fewer words are no passage that could be compared with where it went."""
_COMPARED = frozenset(("strengthened", "weakened", "raised", "lowered", "changed"))
_GOING, _COMING = frozenset(("removed",)), frozenset(("added",))

Differ = Callable[[str, str], tuple[Edit, ...]]
"""The edits between two texts, with their signals."""


def settle_row(clauses: Sequence[ClauseDiff], language: str, differ: Differ) -> tuple[ClauseDiff, ...]:
    """The clauses of a row, less the signals that only drafting makes.

    Args:
        clauses: the clause edits of one row.
        language: code of the drafts' language.
        differ: finds the edits between a passage and where it moved.
    """
    if len(clauses) < 2:
        return tuple(clauses)
    moved = _Moves(clauses, differ).settled()
    return with_chapeaux(moved, language)


# --- passages that moved -----------------------------------------------------------------------------


class _Moves:
    """The runs of words that each clause of a row took out and put in."""

    def __init__(self, clauses: Sequence[ClauseDiff], differ: Differ) -> None:
        self._clauses = clauses
        self._differ = differ
        self._runs = [[*_runs(clause.edits)] for clause in clauses]

    @cached_property
    def _out(self) -> Mapping[tuple[str, ...], int]:
        return _holders([[run.deleted for run in runs] for runs in self._runs])

    @cached_property
    def _in(self) -> Mapping[tuple[str, ...], int]:
        return _holders([[run.inserted for run in runs] for runs in self._runs])

    def settled(self) -> tuple[ClauseDiff, ...]:
        carried: dict[int, list[Signal]] = {}
        result = [self._without_moved(at, carried) for at in range(len(self._clauses))]
        return tuple(
            _attached(clause, carried[at]) if at in carried else clause for at, clause in enumerate(result)
        )

    def _without_moved(self, at: int, carried: dict[int, list[Signal]]) -> ClauseDiff:
        clause = self._clauses[at]
        if not any(edit.signals for edit in clause.edits) or not (clause.pairing.a and clause.pairing.b):
            return clause
        edits = list(clause.edits)
        for run in self._runs[at]:
            grams_out, grams_in = _grams(run.deleted), _grams(run.inserted)
            gone = bool(grams_out) and _are_elsewhere(grams_out, at, self._in)
            come = bool(grams_in) and _are_elsewhere(grams_in, at, self._out)
            if gone:
                self._compare_where_it_went(run, at, carried)
            for number in range(run.first, run.last) if gone or come else ():
                kept = tuple(
                    signal for signal in edits[number].signals
                    if not (gone and _is(signal, _GOING) and self._held(signal, at, "inserted"))
                    and not (come and _is(signal, _COMING) and self._held(signal, at, "deleted"))
                )  # fmt: skip
                edits[number] = replace(edits[number], signals=kept)
        return replace(clause, edits=tuple(edits))

    def _held(self, signal: Signal, at: int, side: Literal["inserted", "deleted"]) -> bool:
        """Whether a reference really went with the words around it, which may be a formula."""
        if signal.kind != "reference":
            return True
        printed = signal.text.casefold()
        return any(
            printed in " ".join(getattr(run, side).casefold().split())
            for n, runs in enumerate(self._runs) if n != at
            for run in runs
        )  # fmt: skip

    def _compare_where_it_went(self, run: _ChangedWords, at: int, carried: dict[int, list[Signal]]) -> None:
        """What changed in a passage while it became a clause of its own."""
        grams = set(_grams(run.deleted))
        if len(words(run.deleted)) < _LEAST_MOVED:
            return
        for n, clause in enumerate(self._clauses):
            text = "".join(edit.text for edit in clause.edits)
            if n == at or clause.pairing.a or not text:
                continue
            there = _grams(text)
            if there and sum(gram in grams for gram in there) >= _MOVED_SHARE * len(there):
                told = [signal for edit in self._differ(run.deleted, text) for signal in edit.signals
                        if signal.direction in _COMPARED and signal.kind != "reference"]  # fmt: skip
                carried.setdefault(n, []).extend(told)


@dataclass(frozen=True, slots=True)
class _ChangedWords:
    """Neighbouring edits [first, last) that are not equal, and the words that they take and give."""

    first: int
    last: int
    deleted: str
    inserted: str


def _runs(edits: Sequence[Edit]) -> Iterator[_ChangedWords]:
    first: int | None = None
    for at in range(len(edits) + 1):
        changed = at < len(edits) and edits[at].op != "equal"
        if changed and first is None:
            first = at
        elif not changed and first is not None:
            part = edits[first:at]
            deleted, inserted = (
                "".join(each.text for each in part if each.op == op) for op in ("delete", "insert")
            )
            yield _ChangedWords(first, at, deleted, inserted)
            first = None


def _are_elsewhere(grams: Sequence[tuple[str, ...]], at: int, holders: Mapping[tuple[str, ...], int]) -> bool:
    """Whether other clauses than one of the row hold enough runs of three words of a passage."""
    return sum(holders.get(gram, at) != at for gram in grams) >= _MOVED_SHARE * len(grams)


_SEVERAL = -1


def _holders(texts: Sequence[Sequence[str]]) -> dict[tuple[str, ...], int]:
    """For every run of three words the number of the clause that has it; -1 where several have."""
    found: dict[tuple[str, ...], int] = {}
    for number, parts in enumerate(texts):
        for gram in (gram for part in parts for gram in _grams(part)):
            found[gram] = number if found.get(gram, number) == number else _SEVERAL
    return found


def _grams(text: str) -> list[tuple[str, ...]]:
    keys = [word.key for word in words(text)]
    return [*zip(*(keys[at:] for at in range(_GRAM)), strict=False)]


def _is(signal: Signal, directions: frozenset[str]) -> bool:
    if signal.kind == "content":
        return any(signal.text.endswith(f" {direction}") for direction in directions)
    return signal.direction in directions and signal.kind != "definition"


def _attached(clause: ClauseDiff, signals: Sequence[Signal]) -> ClauseDiff:
    if not clause.edits:
        return clause
    first = clause.edits[0]
    known = tuple(dict.fromkeys((*first.signals, *signals)))
    return replace(clause, edits=(replace(first, signals=known), *clause.edits[1:]))
