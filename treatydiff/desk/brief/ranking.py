"""Which changes matter most, by a rule that is printed with them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from treatydiff.desk.brief.model import RankedChange
from treatydiff.desk.open_words import OpenWords
from treatydiff.language.tokenizer import word_count
from treatydiff.model import ClauseDiff, Comparison

RED_LINE = 8
POINTS: dict[str, int] = {
    "obligation": 4, "right": 4, "standard": 4, "bearer": 4, "negation": 4, "number": 3, "definition": 3,
    "content": 2, "hedge": 2, "final_clause": 2, "reference": 1,
}  # fmt: skip
"""Points of what was observed on a clause, each kind once; a lawyer reads duties first, then figures."""
RULE = (
    "Ranked by points, each kind once: a red line touched 8; a duty, right, standard, bearer or negation 4; "
    "a number or definition 3; content, a condition or a final clause 2; a reference 1; any other change of "
    "substance 1. Equal points: more words changed first."
)


def ranked_changes(
    comparison: Comparison, red_a: Collection[str] = (), red_b: Collection[str] = ()
) -> tuple[RankedChange, ...]:
    """The clauses that changed in substance, the weightiest first, with those that came or went.

    Args:
        comparison: the earlier text against the draft.
        red_a, red_b: ids of clauses that hold a red line, of A and of B: one id may name two clauses.
    """
    before = OpenWords(comparison.a)
    found = [
        change
        for row, unit in enumerate(comparison.units)
        for at, clause in enumerate(unit.clauses)
        for change in _change(row, at, clause, (red_a, red_b), before)
    ]
    return tuple(sorted(found, key=lambda each: (-each.points, -each.words, each.row, each.clause)))


def _change(
    row: int, at: int, clause: ClauseDiff, red: tuple[Collection[str], Collection[str]], before: OpenWords
) -> Iterator[RankedChange]:
    edits = [each for each in clause.edits if each.op != "equal" and not before.is_no_wording(clause, each)]
    substantive = [each for each in edits if each.class_ == "substantive"]
    signals = [*clause.signals, *(signal for each in edits for signal in each.signals)]
    if not substantive and not signals:
        return
    kinds = [kind for kind in POINTS if any(signal.kind == kind for signal in signals)]
    touched = any(
        id_ in ids
        for ids, side in zip(red, (clause.pairing.a, clause.pairing.b), strict=True)
        for id_ in side
    )
    points = sum(POINTS[kind] for kind in kinds) + bool(substantive) + RED_LINE * touched
    words = sum(word_count(each.text) for each in substantive)
    why = (*(["red line"] if touched else []), *(kind.replace("_", " ") for kind in kinds))
    yield RankedChange(row, at, points, tuple(why) or ("substance",), words)
