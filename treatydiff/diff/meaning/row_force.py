"""Force over a whole row: drafting that moves words between chapeau, items and paragraphs says nothing.

"Each Party: (a) Shall keep" and "Each Party shall: (a) keep" bind alike; a paragraph that is divided or
joined removes no duty. What was changed while a passage moved is still told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from treatydiff.language.force import RIGHT, ForceTerm, force_terms
from treatydiff.language.tokenizer import words
from treatydiff.model import ClauseDiff, Edit, Signal

_MOVED_SHARE = 0.6
"""Share of the runs of three words of a passage that stand elsewhere in the row, from which it moved."""
_GRAM = 3
_CHANGED_SHARE = 0.4
"""Share from which a whole clause is the passage that moved, perhaps with changes."""
_LEAST_MOVED = 6
"""Fewer words are no passage that could be compared with where it went."""
_OPENING = 5
"""Words of an item among which its own modal stands."""
_MODAL_KINDS = frozenset(("obligation", "right"))
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
    return _with_chapeaux(moved, language)


# --- passages that moved -----------------------------------------------------------------------------


class _Moves:
    """The runs of words that each clause of a row took out and put in."""

    def __init__(self, clauses: Sequence[ClauseDiff], differ: Differ) -> None:
        self._clauses = clauses
        self._differ = differ
        self._runs = [[*_runs(clause.edits)] for clause in clauses]
        self._out = _holders([[run.deleted for run in runs] for runs in self._runs])
        self._in = _holders([[run.inserted for run in runs] for runs in self._runs])

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
            gone = self._is_elsewhere(run.deleted, at, self._in)
            come = self._is_elsewhere(run.inserted, at, self._out)
            if gone:
                self._compare_where_it_went(run, at, carried)
            for number in range(run.first, run.last):
                kept = tuple(
                    signal for signal in edits[number].signals
                    if not (gone and _is(signal, _GOING)) and not (come and _is(signal, _COMING))
                )  # fmt: skip
                edits[number] = replace(edits[number], signals=kept)
        return replace(clause, edits=tuple(edits))

    def _is_elsewhere(self, text: str, at: int, holders: Mapping[tuple[str, ...], int]) -> bool:
        grams = _grams(text)
        there = sum(holders.get(gram, at) != at for gram in grams)
        return bool(grams) and there >= _CHANGED_SHARE * len(grams)

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
    return [tuple(keys[at : at + _GRAM]) for at in range(len(keys) - _GRAM + 1)]


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


# --- chapeau and items -------------------------------------------------------------------------------


def _with_chapeaux(clauses: tuple[ClauseDiff, ...], language: str) -> tuple[ClauseDiff, ...]:
    """The clauses with the modals of chapeaux and of their items read as one."""
    in_a, in_b = _texts(clauses, "insert"), _texts(clauses, "delete")
    chapeaux_a, chapeaux_b = _chapeaux(in_a, language), _chapeaux(in_b, language)
    if not chapeaux_a and not chapeaux_b and not any(id_.endswith("__intro") for id_ in (*in_a, *in_b)):
        return clauses
    own_a, own_b = _own_modals(in_a, language), _own_modals(in_b, language)
    result = []
    for clause in clauses:
        id_a, id_b = "".join(clause.pairing.a), "".join(clause.pairing.b)
        if id_a.endswith("__intro") or id_b.endswith("__intro"):
            of_items_a = _of_items(id_a, own_a)
            of_items_b = _of_items(id_b, own_b)
            result.append(_settled(clause, of_items_b, of_items_a))
        else:
            result.append(_settled(clause, _around(id_b, chapeaux_b), _around(id_a, chapeaux_a),
                                   opening=(own_a.get(id_a), own_b.get(id_b))))  # fmt: skip
    return tuple(result)


def _texts(clauses: Sequence[ClauseDiff], absent: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for clause in clauses:
        ids = clause.pairing.b if absent == "delete" else clause.pairing.a
        if ids:
            found[ids[0]] = "".join(edit.text for edit in clause.edits if edit.op != absent)
    return found


def _modals(text: str, language: str) -> tuple[ForceTerm, ...]:
    return force_terms(tuple(word.key for word in words(text)), "modal", language)


def _chapeaux(texts: Mapping[str, str], language: str) -> dict[str, ForceTerm]:
    """The last modal of every chapeau, by the id of the provision that it opens."""
    found = {}
    for id_, text in texts.items():
        if id_.endswith("__intro") and (modals := _modals(text, language)):
            found[id_.removesuffix("__intro")] = modals[-1]
    return found


def _own_modals(texts: Mapping[str, str], language: str) -> dict[str, ForceTerm]:
    """The modal that each item opens with, by its id."""
    found = {}
    for id_, text in texts.items():
        if not id_.endswith("__intro"):
            modals = [each for each in _modals(text, language) if each.first < _OPENING]
            if modals:
                found[id_] = modals[0]
    return found


def _around(id_: str, chapeaux: Mapping[str, ForceTerm]) -> ForceTerm | None:
    """The modal of the chapeau over an item."""
    steps = id_.split("__")
    for length in range(len(steps) - 1, 0, -1):
        if found := chapeaux.get("__".join(steps[:length])):
            return found
    return None


def _of_items(id_: str, own: Mapping[str, ForceTerm]) -> ForceTerm | None:
    """The modal that the items below a chapeau open with."""
    parent = id_.removesuffix("__intro") + "__"
    return next((term for each, term in own.items() if id_ and each.startswith(parent)), None)


def _settled(
    clause: ClauseDiff,
    now: ForceTerm | None,
    before: ForceTerm | None,
    opening: tuple[ForceTerm | None, ForceTerm | None] | None = None,
) -> ClauseDiff:
    """A clause whose modals went to, or came from, a chapeau or items.

    Args:
        clause: the clause.
        now: the modal that governs it from elsewhere in B.
        before: the modal that governed it from elsewhere in A.
        opening: of an item, the modals that it opens with in A and in B; others are its own.
    """
    if now is None and before is None:
        return clause
    edits = []
    for edit in clause.edits:
        signals = [each for signal in edit.signals for each in _restated(signal, now, before, opening)]
        edits.append(replace(edit, signals=tuple(signals)) if tuple(signals) != edit.signals else edit)
    return replace(clause, edits=tuple(edits))


def _restated(
    signal: Signal,
    now: ForceTerm | None,
    before: ForceTerm | None,
    opening: tuple[ForceTerm | None, ForceTerm | None] | None,
) -> Iterator[Signal]:
    if signal.kind not in _MODAL_KINDS or signal.direction not in ("removed", "added"):
        yield signal
        return
    removed = signal.direction == "removed"
    elsewhere = now if removed else before
    own = opening[0 if removed else 1] if opening else None
    if elsewhere is None or (opening is not None and (own is None or own.name != signal.text)):
        yield signal
        return
    if elsewhere.name == signal.text or opening is None:
        return  # of a chapeau: its items say what became of it
    rank = own.rank if own else RIGHT
    if rank != elsewhere.rank:
        stronger = (elsewhere.rank > rank) == removed
        words_ = (signal.text, elsewhere.name) if removed else (elsewhere.name, signal.text)
        yield Signal("obligation", "strengthened" if stronger else "weakened", " → ".join(words_))
