"""What there is to read in a comparison: changes by class, signals, and the order of the rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from treatydiff.model import ClauseDiff, EditClass, Pairing, Signal, UnitComparison
from treatydiff.naming.wording import CLASS_COUNT_WORDS, EDIT_CLASSES, counted, signal_group_words


def changes_by_class(clause: ClauseDiff) -> Counter[EditClass]:
    """How many changes of each class a clause holds.

    Deletions and insertions that stand together and are of one class are one change: a word
    replaced by another is not two.
    """
    counts: Counter[EditClass] = Counter()
    run: set[EditClass] = set()
    for edit in clause.edits:
        if edit.op == "equal":
            counts.update(run)
            run = set()
        elif edit.class_ is not None:
            run.add(edit.class_)
    counts.update(run)
    return counts


def signals_of(unit: UnitComparison) -> Counter[Signal]:
    """The signals of a unit with their numbers: of edits, of clauses, and of it alone."""
    counts = Counter(signal for clause in unit.clauses for edit in clause.edits for signal in edit.signals)
    counts.update(signal for clause in unit.clauses for signal in clause.signals)
    for signal, number in Counter(unit.signals).items():
        counts[signal] = max(counts[signal], number)
    return counts


def is_paired(pairing: Pairing) -> bool:
    """Whether both drafts have the provision."""
    return bool(pairing.a) and bool(pairing.b)


def class_counts(units: Iterable[UnitComparison]) -> tuple[tuple[EditClass, int], ...]:
    """Changes by class in the units that both drafts have, in the order of reading."""
    counts: Counter[EditClass] = Counter()
    for unit in units:
        if is_paired(unit.pairing):
            for clause in unit.clauses:
                counts.update(changes_by_class(clause))
    return tuple((class_, counts[class_]) for class_ in EDIT_CLASSES if counts[class_])


def class_count_words(counts: Sequence[tuple[EditClass, int]]) -> tuple[str, ...]:
    """Class counts in words: "31 substantive changes", "17 consequential"."""
    return tuple(counted(number, *CLASS_COUNT_WORDS[class_]) for class_, number in counts)


_SIGNAL_ORDER = (
    "obligation", "right", "standard", "content", "negation", "number", "hedge", "definition", "reference",
    "placement", "final_clause", "bearer",
)  # fmt: skip


def signal_counts(units: Iterable[UnitComparison]) -> tuple[tuple[Signal, int], ...]:
    """Signals by kind and direction over some units, in a fixed order of kinds, the frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], Signal] = {}
    for unit in units:
        for signal, number in signals_of(unit).items():
            key = (signal.kind, signal.direction)
            counts[key] += number
            first.setdefault(key, signal)
    ranked = sorted(counts, key=lambda key: (_SIGNAL_ORDER.index(key[0]), -counts[key], key[1]))
    return tuple((first[key], counts[key]) for key in ranked)


def signal_count_words(units: Iterable[UnitComparison]) -> tuple[str, ...]:
    """The signals of some units, a phrase a kind: "obligations: 2 added, 1 removed", "hedge added"."""
    by_kind = groupby(signal_counts(units), key=lambda pair: pair[0].kind)
    return tuple(signal_group_words(list(pairs)) for _, pairs in by_kind)


def reading_order(
    pairings: Sequence[Pairing], order_a: Mapping[str, int], order_b: Mapping[str, int]
) -> tuple[int, ...]:
    """The indices of pairings in the order of B, what only A has behind what preceded it in A.

    Args:
        pairings: rows; a row with several provisions stands where its first one does.
        order_a: position of every provision of A in its text, by id.
        order_b: the same for B.
    """
    place_b = {at: min(order_b.get(each, len(order_b)) for each in pairing.b)
               for at, pairing in enumerate(pairings) if pairing.b}  # fmt: skip
    place_a = {at: min(order_a.get(each, len(order_a)) for each in pairing.a)
               for at, pairing in enumerate(pairings) if pairing.a}  # fmt: skip
    keys: dict[int, tuple[int, int, int]] = {at: (place, 0, 0) for at, place in place_b.items()}
    last = -1
    for at, place in sorted(place_a.items(), key=lambda item: (item[1], item[0])):
        if at not in place_b:
            keys[at] = (last, 1, place)
        elif not pairings[at].moved:
            last = place_b[at]
    return tuple(sorted(keys, key=lambda at: (keys[at], at)))
