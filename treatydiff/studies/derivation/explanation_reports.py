"""The sum behind one row's shares, on the terminal and as JSON.

Imports rich for the terminal; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from treatydiff.model import ClauseSum, Comparison, Explanation, Signal, Tally, WordWeight
from treatydiff.naming.citations import citation, group_label
from treatydiff.naming.sides import Side, sides_of
from treatydiff.naming.wording import percent, signal_note
from treatydiff.report.comparison.consonance_json import explanation_json
from treatydiff.report.comparison.consonance_words import split_words
from treatydiff.report.comparison.rows import shares_of
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import dumped, signal_json
from treatydiff.report.kit.terminal_parts import (
    QUIET,
    STRONG,
    Answer,
    columns,
    held,
    indented,
    rendered,
    safe,
)
from treatydiff.studies.derivation.model import ExplainedRow

HEAVIEST = 6
"""So many words of a clause are shown with their weights."""


def explanation_as_json(explained: ExplainedRow) -> str:
    """The sum as JSON of the schema `treatydiff/explanation/1`."""
    explanation, comparison = explained.explanation, explained.comparison
    a, b = sides_of(comparison)
    citations = {
        (each.side, each.clause): _citation(a if each.side == "a" else b, each.clause)
        for each in explanation.clauses
    }
    return dumped({
        "schema": "treatydiff/explanation/1",
        "tool": TOOL,
        "settings": dict(comparison.settings),
        "reference": {"id": comparison.scores.reference.id, "treaties": comparison.scores.reference.treaties},
        **explanation_json(explanation, citations),
        "force_words": [
            {"clause": clause, **signal_json(signal), "text": signal.text}
            for clause, signal in _force_words(explanation, comparison)
        ],
    })  # fmt: skip


_FORCE = frozenset(("obligation", "right", "standard", "content", "hedge", "bearer", "negation", "number"))


def _force_words(explanation: Explanation, comparison: Comparison) -> Iterator[tuple[str, Signal]]:
    """The words of force that changed in the row, each with the clause of B (else of A) that has it."""
    for unit in comparison.units:
        if unit.pairing == explanation.pairing:
            for clause in unit.clauses:
                id_ = "".join((clause.pairing.b or clause.pairing.a)[:1])
                told = dict.fromkeys(signal for edit in clause.edits for signal in edit.signals)
                yield from ((id_, signal) for signal in told if signal.kind in _FORCE)


def _citation(side: Side, clause: str) -> str:
    return citation(side.name, side.places, side.holders.get(clause, clause), clause)


def explanation_terminal(explained: ExplainedRow, *, width: int = 80, colour: bool = False) -> str:
    """The sum as it adds up: every clause with its weights and its heaviest words.

    Args:
        explained: the row, clause by clause.
        width: columns.
        colour: whether to write ANSI colours.
    """
    return rendered(_parts(explained.explanation, explained.comparison), width=width, colour=colour)


def _parts(explanation: Explanation, comparison: Comparison) -> Iterator[RenderableType]:
    a, b = sides_of(comparison)
    shares = shares_of(explanation.consonance)
    pairing = explanation.pairing
    derived = split_words(shares.derived, shares.derived_same_force, shares.derived_changed_force,
                          shares.not_derived)  # fmt: skip
    carried = split_words(shares.carried, shares.carried_same_force, shares.carried_changed_force,
                          shares.not_carried)  # fmt: skip
    sums = [
        (side, ids, name, said, tally)
        for side, ids, name, said, tally in (
            (b, pairing.b, "B", f"derived {derived}", explanation.consonance.b),
            (a, pairing.a, "A", f"carried {carried}", explanation.consonance.a),
        )
        if ids
    ]
    yield Answer(
        Text(held(safe("\n".join(f"{name}  {group_label(side.places, ids)}: {said}"
                                 for side, ids, name, said, _ in sums))), STRONG)
    )  # fmt: skip
    yield ""
    for side, ids, name, _, tally in sums:
        yield Text(
            safe(f"{name}  {group_label(side.places, ids)}  {' / '.join(_headings(side, ids))}"), STRONG
        )
        yield indented(
            _sums([each for each in explanation.clauses if each.side == name.lower()], side, tally)
        )
        yield ""
    decided = [*_force_words(explanation, comparison)]
    if decided:
        yield Text("Words of force that changed, as detected", STRONG)
        for clause, signal in decided:
            place = b.standing((clause,)).whole or a.standing((clause,)).whole
            yield indented(Text(safe(f"{place}: {signal_note(signal)}")))
        yield ""
    yield Text(
        "Weight of a word: (rarity + 0.05) x (1 - formula). Rarity is 1 for a word in no treaty of the "
        "reference and 0 for one in all of them; formula is 1 for a run of five words that all have. "
        "The carried weight of a clause is the sum over its words marked *, which stand in a run of "
        "words that the partner has too.",
        QUIET,
    )


def _headings(side: Side, ids: tuple[str, ...]) -> list[str]:
    heading = side.heading(ids)
    return [heading] if heading else []


def _sums(clauses: list[ClauseSum], side: Side, whole: Tally) -> RenderableType:
    table = columns("fold", "right", "right", "right", "right")
    table.add_row(
        *(
            Text(name, STRONG)
            for name in ("Clause and its heaviest words", "Weight", "Carried", "Same", "Share")
        )
    )
    for each in clauses:
        place = Text(safe(side.standing((each.clause,)).inside or side.standing((each.clause,)).whole))
        place.append(f"\n  {_words(each.words)}", QUIET)
        table.add_row(place, *_figures(each.tally))
    table.add_row(Text("Sum", STRONG), *_figures(whole))
    return table


def _figures(tally: Tally) -> tuple[str, str, str, str]:
    same = "" if tally.carried_same_force is None else f"{tally.carried_same_force:.3f}"
    share = percent(tally.carried / tally.weight) if tally.weight > 0.0 else ""
    return f"{tally.weight:.3f}", f"{tally.carried:.3f}", same, share


def _words(words: tuple[WordWeight, ...]) -> str:
    shown = [f"{safe(word.text)}{'*' if word.carried else ''} {word.weight:.2f}" for word in words[:HEAVIEST]]
    more = len(words) - len(shown)
    return ", ".join(shown) + (f" and {more:,} more" if more else "")
