"""Whose proposal words are, as a draft prints it: the names that bear those words and no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from treatydiff.model import Draft, Mark, Provision
from treatydiff.records import dataclass
from treatydiff.structure.addresses.targets import Targets, TargetStanding

_NEAR = 2
"""Code points between a bracket's end and the name that belongs to it."""


@dataclass(frozen=True)
class Proposers:
    """Who proposed which words of a draft.

    A name in a bracket bears what that bracket holds; one right behind a bracket bears that bracket; one
    behind a sentence or in a note bears its clause, back to the name
    before; that of an option bears all of it.

    Args:
        draft: the draft.
    """

    draft: Draft

    def of_words(self, clause: Provision, start: int, end: int) -> tuple[str, ...]:
        """The delegations that propose some words of a clause.

        Args:
            clause: of the draft.
            start, end: the words, in code points of its text.
        """
        standing = self._standing.get(clause.id)
        found = [name for node in (standing.around if standing else ()) for name in _own(node)]
        for number, first, last in _brackets(clause):
            if first <= start and end <= last:
                found += self._of_brackets.get(number, ())
        free = [mark for mark in _proposals(clause) if _bracket_of(clause, mark) is None]
        behind = [mark for mark in free if mark.start >= end and not _is_note(mark)]
        nearest = min((mark.start for mark in behind), default=-1)
        found += [
            name
            for mark in free
            if _is_note(mark) or mark.start == nearest or (mark.start == mark.end == 0 and clause.text)
            for name in _names(mark)
        ]
        return tuple(dict.fromkeys(found))

    def of_all(self, clauses: Sequence[Provision]) -> tuple[str, ...]:
        """The delegations that propose all of some clauses."""
        each = [self.of_words(clause, *_wording(clause)) for clause in clauses]
        return tuple(name for name in (each[0] if each else ()) if all(name in other for other in each))

    def of_part(self, clause: Provision, whole: Sequence[str]) -> tuple[str, ...]:
        """The delegations that propose a clause or words of it, without those of all that it stands in."""
        inside = [name for number, _, _ in _brackets(clause) for name in self._of_brackets.get(number, ())]
        found = (*self.of_words(clause, *_wording(clause)), *inside)
        return tuple(name for name in dict.fromkeys(found) if name not in whole)

    @cached_property
    def _standing(self) -> Mapping[str, TargetStanding]:
        """Every provision by id, with what it stands in."""
        return Targets(self.draft).standing

    @cached_property
    def _of_brackets(self) -> Mapping[int, tuple[str, ...]]:
        """Who proposes what each bracket holds, by its number; brackets may reach over many clauses."""
        found: dict[int, tuple[str, ...]] = {}
        for node in self.draft.walk():
            for mark in _proposals(node):
                number = _bracket_of(node, mark)
                if number is not None:
                    found[number] = (*found.get(number, ()), *_names(mark))
        return found


def _own(node: Provision) -> Iterator[str]:
    """The names that stand at the heading of a provision, or alone in its chapeau: "Option 1 [Norway]:"."""
    heads = [node, *(child for child in node.children[:1] if child.kind == "intro" and names_alone(child))]
    return (name for each in heads for mark in _proposals(each) for name in _names(mark) if node.children)


def names_alone(clause: Provision) -> bool:
    """Whether a clause holds names that a draft prints beside its text, and no wording."""
    return bool(_said_beside(clause)) and not _letters(clause)


def _proposals(node: Provision) -> list[Mark]:
    return [
        mark for mark in node.marks
        if mark.kind == "attribution" and dict(mark.attrs).get("role") == "proposes"
    ]  # fmt: skip


def _names(mark: Mark) -> list[str]:
    return [name for name in str(dict(mark.attrs).get("who", "")).split("; ") if name]


def _is_note(mark: Mark) -> bool:
    return dict(mark.attrs).get("where") != "text"


def _brackets(node: Provision) -> Iterator[tuple[int, int, int]]:
    """Number, start and end of the brackets that hold words of a clause; names alone are no words."""
    for mark in node.marks:
        if mark.holds_wording:
            yield int(dict(mark.attrs)["n"]), mark.start, mark.end


def _bracket_of(node: Provision, mark: Mark) -> int | None:
    """The number of the bracket whose words a name bears: the innermost around it, or the one before it."""
    if _is_note(mark):
        return None
    held = [each for each in _brackets(node) if each[1] <= mark.start and mark.end <= each[2]]
    before = [each for each in _brackets(node) if 0 <= mark.start - each[2] <= _NEAR]
    if before:
        return max(before, key=lambda each: (each[2], -each[1]))[0]
    return max(held, key=lambda each: (each[1], -each[2]))[0] if held else None


def _wording(clause: Provision) -> tuple[int, int]:
    """Where the words of a clause begin and end, without names beside them."""
    plain = _letters(clause)
    return (plain[0], plain[-1] + 1) if plain else (0, len(clause.text))


def _said_beside(clause: Provision) -> list[Mark]:
    """The names that a draft prints in a clause beside its words."""
    return [mark for mark in clause.marks if mark.kind == "attribution" and mark.end > mark.start]


def _letters(clause: Provision) -> list[int]:
    """Where the letters and digits of a clause stand that belong to no name beside its words."""
    said = _said_beside(clause)
    return [
        at
        for at, char in enumerate(clause.text)
        if char.isalnum() and not any(mark.start <= at < mark.end for mark in said)
    ]
