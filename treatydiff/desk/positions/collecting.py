"""The positions that drafts print, collected from their marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.desk.positions.model import ROLES, Position, Positions
from treatydiff.model import Draft, Mark, Provision
from treatydiff.naming.citations import citation, document_name, places_of

_AROUND = 160
"""Characters of a clause that are quoted with a position."""


def positions_of(drafts: Sequence[Draft]) -> Positions:
    """What some drafts print of delegations.

    Args:
        drafts: in any languages, in their order.
    """
    found = tuple(each for at, draft in enumerate(drafts) for each in _of_draft(at, draft))
    return Positions(tuple(drafts), found)


def _of_draft(at: int, draft: Draft) -> Iterator[Position]:
    name, places = document_name(draft), places_of(draft)
    notes = {(str(note.kind), note.label): note.text for note in draft.notes}
    seen: set[tuple[str, str, str, str]] = set()
    for unit in draft.units():
        for node in unit.provision.walk():
            for mark in node.marks:
                attrs = dict(mark.attrs)
                if mark.kind != "attribution" or attrs.get("role") not in ROLES:
                    continue
                role, where = str(attrs["role"]), str(attrs.get("where", "text"))
                words = _note_words(node, mark, notes, where) or _around(node, mark)
                for who in str(attrs.get("who", "")).split("; "):
                    key = (who, role, node.id, words)
                    if who and key not in seen:
                        seen.add(key)
                        yield Position(
                            who=who,
                            role=role,
                            where=where,
                            draft=at,
                            unit=unit.id,
                            clause=node.id,
                            words=words,
                            bracketed=node.in_brackets(mark.start, mark.end),
                            citation=citation(name, places, unit.id, None if node.id == unit.id else node.id),
                        )


def _note_words(node: Provision, mark: Mark, notes: dict[tuple[str, str], str], where: str) -> str:
    """The words of the note that says it, "" where the text does."""
    labels = [
        str(dict(each.attrs).get("label", "")) for each in node.marks
        if each.kind == "note_ref" and each.start == mark.start
    ]  # fmt: skip
    return next((notes[where, label] for label in labels if (where, label) in notes), "")


def _around(node: Provision, mark: Mark) -> str:
    """The words that an attribution stands behind, as far as they are worth quoting."""
    start = max(0, mark.start - _AROUND)
    while start and start < mark.start and not node.text[start - 1].isspace():
        start += 1
    return ("… " if start else "") + " ".join(node.text[start : mark.end].split())
