"""Where several texts change the same words of a base in different ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.model import Comparison
from treatydiff.naming.citations import clause_label, places_of, unit_label
from treatydiff.records import dataclass
from treatydiff.studies.proposals.model import Compilation

Change = tuple[int, int, str]
"""Where in a clause of the base words are replaced, from and to, and by what."""


@dataclass(frozen=True, slots=True)
class WordingConflict:
    """Words of one clause of the base, and what each delegation that changes them makes of them.

    `before` and `behind` are words of the clause around them; a wording is empty where it takes them out.
    """

    provision: str
    before: str
    words: str
    behind: str
    wordings: tuple[tuple[str, str], ...]


_AROUND = 30
"""Characters of a clause that are shown on either side of a conflict."""


def conflicts_of(compilation: Compilation) -> tuple[WordingConflict, ...]:
    """Passages that two delegations or more change, in the order of the base; not where they agree.

    Two changes touch where they replace a common word, or put different words in at one place.

    Args:
        compilation: a base, and what several texts change in it.
    """
    base = compilation.base
    changed = [(name, _changes(comparison)) for name, comparison in compilation.compared]
    places = places_of(base)
    found: list[WordingConflict] = []
    for unit in base.units():
        for clause in unit.provision.clauses():
            own = [(name, changes[clause.id]) for name, changes in changed if changes.get(clause.id)]
            if len(own) < 2:
                continue
            label = ", ".join(
                part
                for part in (unit_label(places, unit.id), clause_label(places, clause.id, unit.id))
                if part
            )
            found += _in_clause(label, clause.text, own)
    return tuple(found)


def _changes(comparison: Comparison) -> dict[str, list[Change]]:
    """What a text changes, by the clause of the base."""
    found: dict[str, list[Change]] = {}
    for unit in comparison.units:
        for diff in unit.clauses:
            if not diff.pairing.a:
                continue
            changes: list[Change] = []
            at = 0
            for edit in diff.edits:
                if edit.op == "equal":
                    at += len(edit.text)
                    continue
                start, _, words = changes.pop() if changes and changes[-1][1] == at else (at, at, "")
                if edit.op == "delete":
                    at += len(edit.text)
                changes.append((start, at, words + (edit.text if edit.op == "insert" else "")))
            found[diff.pairing.a[0]] = changes
    return found


def _in_clause(label: str, text: str, own: Sequence[tuple[str, list[Change]]]) -> Iterator[WordingConflict]:
    for start, end in _passages([change for _, changes in own for change in changes]):
        wordings = tuple(
            (name, wording)
            for name, changes in own
            if (wording := _wording(text, start, end, changes)) is not None
        )
        if len({wording for _, wording in wordings}) > 1:
            yield WordingConflict(label, text[max(0, start - _AROUND) : start], text[start:end],
                           text[end : end + _AROUND], wordings)  # fmt: skip


def _passages(changes: Sequence[Change]) -> list[tuple[int, int]]:
    """The passages that changes cover, those that touch made one."""
    passages: list[tuple[int, int]] = []
    for start, end, _ in sorted(changes):
        if passages and (start < passages[-1][1] or (start, end) == passages[-1]):
            passages[-1] = (passages[-1][0], max(end, passages[-1][1]))
        else:
            passages.append((start, end))
    return passages


def _wording(text: str, start: int, end: int, changes: Sequence[Change]) -> str | None:
    """What a passage becomes, None where none of the changes is in it."""
    inside = [
        each for each in changes
        if start <= each[0] and each[1] <= end
        and (each[0] < each[1] or start < each[0] < end or each[:2] == (start, end))
    ]  # fmt: skip
    if not inside:
        return None
    words, at = "", start
    for from_, to, new in inside:
        words += text[at:from_] + new
        at = to
    return words + text[at:end]


def conflict_lines(conflicts: Sequence[WordingConflict]) -> list[str]:
    """Conflicts in words, a line each."""
    return [
        f"{each.provision}: “{_shortened(each)}”: "
        + "; ".join(f"{name}: {_said(wording)}" for name, wording in each.wordings)
        for each in conflicts
    ]


def _shortened(conflict: WordingConflict) -> str:
    place = "⟨" + conflict.words + "⟩"
    return " ".join(f"…{conflict.before}{place}{conflict.behind}…".split())


def _said(wording: str) -> str:
    words = " ".join(wording.split())
    return f"“{words}”" if words else "deleted"
