"""An article-by-article compilation: the base text and, below each provision, what delegations change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from treatydiff.model import ClauseDiff, Comparison, Draft, EditOp, Provision, UnitComparison
from treatydiff.naming.citations import Places, clause_label, places_of, unit_label
from treatydiff.naming.printed import printed_label
from treatydiff.naming.wording import listed
from treatydiff.records import dataclass
from treatydiff.report.comparison.redline.redline import word_pieces
from treatydiff.report.kit.printed_lines import PrintedLine, printed_lines
from treatydiff.studies.proposals.conflicts import conflict_lines, conflicts_of
from treatydiff.studies.proposals.model import Compilation

EditPiece = tuple[EditOp, str]

_NO_PROPOSAL = (None, "typographic", "consequential")
"""Classes of edits that propose nothing: typography, and references that only follow a renumbering."""


CONFLICTS = "Passages that several change in different ways"
"""What stands above the conflicts."""


@dataclass(frozen=True, slots=True)
class ProposedLine:
    """One paragraph below a delegation's name.

    `role` is "change" for a clause of the base with its changes, "new" for wording that has no
    counterpart there, "say" for an instruction or a remark on the line behind it.
    """

    role: Literal["change", "new", "say"]
    label: str
    pieces: tuple[EditPiece, ...]
    depth: int = 0


@dataclass(frozen=True, slots=True)
class DelegationEntry:
    """What one delegation changes in one provision."""

    who: str
    lines: tuple[ProposedLine, ...]


@dataclass(frozen=True, slots=True)
class CompiledUnit:
    """One provision: headings above it, its own lines, and who changes it.

    `lines` are those of the base, or the heading of a provision that only a delegation has (`new`).
    """

    lines: tuple[PrintedLine, ...]
    entries: tuple[DelegationEntry, ...]
    new: bool = False


@dataclass(frozen=True, slots=True)
class CompilationView:
    """The whole compilation in the order of the base; `left_out` says how many comments are not in it."""

    base: Draft
    title: str
    names: tuple[str, ...]
    units: tuple[CompiledUnit, ...]
    conflicts: tuple[str, ...] = ()
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class _Sides:
    """The two sides of a comparison as they are printed and called."""

    lines_a: dict[str, PrintedLine]
    lines_b: dict[str, PrintedLine]
    places_a: Places
    places_b: Places
    unit_of_a: dict[str, str]


def compilation_view(compilation: Compilation) -> CompilationView:
    """The compilation of what several texts change in a base, in the order of the base."""
    base, compared = compilation.base, compilation.compared
    changes = [(name, *_changes(comparison)) for name, comparison in compared]
    units: list[CompiledUnit] = [
        _unit for name, _, new in changes for _unit in _new_units(name, new.get("", ()))
    ]
    for lines in _by_unit(printed_lines(base)):
        unit = next((line.unit for line in lines if line.unit), "")
        entries = tuple(DelegationEntry(name, tuple(own[unit])) for name, own, _ in changes if own.get(unit))
        units.append(CompiledUnit(lines, entries))
        for name, _, new in changes:
            units += _new_units(name, new.get(unit, ()) if unit else ())
    title = next((each.title for each in base.instruments if each.main and each.title), base.source.label)
    return CompilationView(
        base,
        " ".join(title.split()),
        tuple(dict.fromkeys(name for name, _ in compared)),
        tuple(units),
        tuple(conflict_lines(conflicts_of(compilation))),
        _comments_left_out(compilation),
    )


def _comments_left_out(compilation: Compilation) -> str:
    """How many comments the texts have that the base does not, and whose; empty where none."""
    known = Counter(note.text for note in compilation.base.notes if note.kind == "comment")
    own = {
        name: (Counter(note.text for note in each.b.notes if note.kind == "comment") - known).total()
        for name, each in compilation.compared
    }
    whose = ", ".join(f"{name} {count}" for name, count in own.items() if count)
    return f"Comments on the texts are left out: {whose}." if whose else ""


def _by_unit(lines: Sequence[PrintedLine]) -> Iterator[tuple[PrintedLine, ...]]:
    """The lines of each unit, with the titles and headings of containers right before it."""
    held: list[PrintedLine] = []
    for line in lines:
        begun = next((each.unit for each in held if each.unit), "")
        if held and begun and line.unit != begun:
            yield tuple(held)
            held = []
        held.append(line)
    if held:
        yield tuple(held)


_NewUnit = tuple[PrintedLine, ...]


def _new_units(name: str, new: Sequence[_NewUnit]) -> Iterator[CompiledUnit]:
    for lines in new:
        heads = tuple(line for line in lines if line.role == "heading")[:1]
        body = tuple(
            ProposedLine(
                "new",
                line.label,
                (("insert", line.text),) if line.text else (),
                line.depth if line.role == "clause" else 0,
            )
            for line in lines[len(heads) :]
        )
        yield CompiledUnit(heads, (DelegationEntry(name, body),), new=True)


def _changes(comparison: Comparison) -> tuple[dict[str, list[ProposedLine]], dict[str, list[_NewUnit]]]:
    """What a text changes, by unit of the base, and its new units by the unit that they stand behind."""
    sides = _Sides(
        {line.id: line for line in printed_lines(comparison.a) if line.role == "clause"},
        {line.id: line for line in printed_lines(comparison.b) if line.role == "clause"},
        places_of(comparison.a),
        places_of(comparison.b),
        {node.id: unit.id for unit in comparison.a.units() for node in unit.provision.walk()},
    )
    own: dict[str, list[ProposedLine]] = {}
    for row in comparison.units:
        for unit in row.pairing.a:
            own.setdefault(unit, []).extend(_on_unit(row, unit, sides))
        if row.pairing.a and row.pairing.b:
            own[row.pairing.a[0]] += _on_clauses(row, sides)
    for row in comparison.units:
        for unit, line in _moved_away(row, sides):
            own.setdefault(unit, []).append(line)
    return own, _added(comparison)


def _added(comparison: Comparison) -> dict[str, list[_NewUnit]]:
    lines: dict[str, list[PrintedLine]] = {}
    for line in printed_lines(comparison.b):
        lines.setdefault(line.unit, []).append(line)
    base_of = {unit: row.pairing.a[-1] for row in comparison.units for unit in row.pairing.b if row.pairing.a}
    new: dict[str, list[_NewUnit]] = {}
    last = ""
    for unit in comparison.b.units():
        if unit.id in base_of:
            last = base_of[unit.id]
        elif lines.get(unit.id):
            new.setdefault(last, []).append(tuple(lines[unit.id]))
    return new


def _say(text: str) -> ProposedLine:
    return ProposedLine("say", "", (("equal", text),))


def _called(places: Places, id_: str) -> str:
    """A unit's name inside a sentence: "article 5", "the preamble"."""
    node = places[id_].provision
    if node.kind in ("article", "rule", "annex", "chapter", "part") and node.number:
        return f"{node.kind} {node.number}"
    return f"the {node.kind}" if node.kind in ("preamble", "closing") else unit_label(places, id_)


def _on_unit(row: UnitComparison, unit: str, sides: _Sides) -> Iterator[ProposedLine]:
    """What is said of a whole unit: deletion, move, merger, a changed title."""
    here = _called(sides.places_a, unit)
    if not row.pairing.b:
        yield _say(f"Delete {here}.")
        return
    there = [_called(sides.places_b, each) for each in row.pairing.b]
    if unit != row.pairing.a[0]:
        yield _say(f"Merge {here} with {_called(sides.places_a, row.pairing.a[0])}.")
        return
    if len(there) > 1:
        yield _say(f"Split {here} into {listed(tuple(there))}.")
    elif row.pairing.moved:
        yield _say(f"Move {here}; it becomes {there[0]}.")
    old, new = sides.places_a[unit].provision.heading, sides.places_b[row.pairing.b[0]].provision.heading
    if " ".join(old.split()).casefold() != " ".join(new.split()).casefold():
        yield ProposedLine("change", "Title:", word_pieces(" ".join(old.split()), " ".join(new.split())))


def _on_clauses(row: UnitComparison, sides: _Sides) -> Iterator[ProposedLine]:
    gone = {diff.pairing.a[0] for diff in row.clauses if diff.pairing.a and not diff.pairing.b}
    said: set[str] = set()
    last = ""
    behind = False
    for diff in row.clauses:
        if diff.pairing.a and not diff.pairing.b:
            name, members = _widest(diff.pairing.a[0], gone, sides)
            if not said & members:
                yield _say(f"Delete {name}.")
            said |= members
            behind = False
        elif diff.pairing.a:
            yield from _changed(row, diff, sides)
            last, behind = diff.pairing.a[0], False
        elif diff.pairing.b:
            if not behind:
                yield _say(_where(last, row, sides))
            behind = True
            line = sides.lines_b.get(diff.pairing.b[0])
            if line is not None:
                label = _full_label(line, sides.places_b)
                yield ProposedLine("new", label, (("insert", line.text),), line.depth)


def _full_label(line: PrintedLine, places: Places) -> str:
    """The label of a clause that stands without its neighbours, with those around it: "2. (c)"."""
    place = places[line.id]
    ids = [node.id for node in place.around]
    inside = place.around[ids.index(line.unit) + 1 :] if line.unit in ids else ()
    labels = (
        f"Option {node.number}:" if node.kind == "option" and node.number else printed_label(node)
        for node in inside
    )
    outer = [label for label in labels if label and label not in line.label.split()]
    return " ".join(part for part in (*outer, line.label) if part)


def _where(last: str, row: UnitComparison, sides: _Sides) -> str:
    """Where new wording goes: behind the clause of the base that precedes it."""
    unit = sides.unit_of_a.get(last, "") or row.pairing.a[0]
    name = clause_label(sides.places_a, last, unit) if last else ""
    return f"After {name}, add:" if name else "Add:" if last else "Before the first provision, add:"


def _changed(row: UnitComparison, diff: ClauseDiff, sides: _Sides) -> Iterator[ProposedLine]:
    """A clause of the base with its changes; nothing where only typography differs."""
    home = sides.unit_of_a.get(diff.pairing.a[0], "")
    moved = home not in row.pairing.a
    line, now = sides.lines_a.get(diff.pairing.a[0]), sides.lines_b.get(diff.pairing.b[0])
    if line is None or now is None:
        return
    if moved:
        label = clause_label(sides.places_a, diff.pairing.a[0], home)
        yield _say(f"From {_called(sides.places_a, home)}{', ' + label if label else ''}:")
    elif all(edit.class_ in _NO_PROPOSAL for edit in diff.edits):
        return
    pieces = tuple(
        (op, "".join(edit.text for edit in group))
        for op, group in groupby(diff.edits, key=lambda edit: edit.op)
    )
    yield ProposedLine("change", _full_label(line, sides.places_a), pieces, line.depth)


def _moved_away(row: UnitComparison, sides: _Sides) -> Iterator[tuple[str, ProposedLine]]:
    for diff in row.clauses:
        home = sides.unit_of_a.get(diff.pairing.a[0], "") if diff.pairing.a else ""
        if home and diff.pairing.b and home not in row.pairing.a:
            label = clause_label(sides.places_a, diff.pairing.a[0], home) or _called(sides.places_a, home)
            yield home, _say(f"Move {label} to {_called(sides.places_b, row.pairing.b[0])}.")


def _widest(clause: str, gone: set[str], sides: _Sides) -> tuple[str, set[str]]:
    """The widest provision around a deleted clause that goes as a whole, and its clauses."""
    place = sides.places_a[clause]
    unit = sides.unit_of_a[clause]
    path: list[Provision] = [*place.around, place.provision]
    inside = path[[node.id for node in path].index(unit) + 1 :] if unit != clause else []
    for node in inside:
        members = {each.id for each in node.clauses() if each.text}
        if members <= gone:
            return clause_label(sides.places_a, node.id, unit) or _called(sides.places_a, unit), members
    return clause_label(sides.places_a, clause, unit) or _called(sides.places_a, unit), {clause}
