"""The positions that drafts print, collected from their marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatydiff.desk.positions.model import ROLES, Position, Positions
from treatydiff.desk.watch.proposers import names_alone
from treatydiff.model import CLOSING_BRACKETS, OPENING_BRACKETS, Draft, Mark, Provision
from treatydiff.naming.citations import citation, document_name, places_of
from treatydiff.structure.brackets.attributions import Running, said_beside

_NOTHING_ELSE = Running("", legend=False)
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
        nodes = [*unit.provision.walk()]
        for number, node in enumerate(nodes):
            below = next((each.text for each in nodes[number + 1 :] if each.text), "")
            for mark in node.marks:
                where = str(dict(mark.attrs).get("where", "text"))
                words = _note_words(node, mark, notes, where) or _around(node, mark)
                if below and (node.children or names_alone(node)):
                    words = f"{words} {_short(below)}".strip()
                for who, role in _said(node, mark):
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


def _said(node: Provision, mark: Mark) -> Iterator[tuple[str, str]]:
    """The names of an attribution, each with its role, and of those who join them before a colon."""
    attrs = dict(mark.attrs)
    if mark.kind != "attribution" or attrs.get("role") not in ROLES:
        return
    yield from ((who, str(attrs["role"])) for who in str(attrs.get("who", "")).split("; "))
    for beside in said_beside(node.text[mark.start : mark.end], _NOTHING_ELSE):
        yield from ((who, beside.role) for who in beside.who)


def _short(text: str) -> str:
    """The beginning of what stands below a name alone ("Option 1 [Norway]:")."""
    words = " ".join(text.split())
    return words if len(words) <= _AROUND else f"{words[: words.rfind(' ', 0, _AROUND)]} …"


def _note_words(node: Provision, mark: Mark, notes: dict[tuple[str, str], str], where: str) -> str:
    """The words of the note that says it, "" where the text does."""
    labels = [
        str(dict(each.attrs).get("label", "")) for each in node.marks
        if each.kind == "note_ref" and each.start == mark.start
    ]  # fmt: skip
    return next((notes[where, label] for label in labels if (where, label) in notes), "")


def _around(node: Provision, mark: Mark) -> str:
    """The words that an attribution stands behind, or those that it stands before, as far as worth quoting.

    A name before a colon at the head of a bracket has its words behind it: "[Kenya: each Party shall]".
    """
    text = node.text
    start, end = max(0, mark.start - _AROUND), mark.end
    if text[:end].rstrip().endswith((":", "：")):
        start, end = mark.start, _end_of_bracket(node, mark)
        start -= text[:start].endswith(tuple(OPENING_BRACKETS))
    else:
        end += any(char in CLOSING_BRACKETS for char in text[end : end + 1])
    while start and start < mark.start and not text[start - 1].isspace():
        start += 1
    cut = end > mark.end + _AROUND
    end = text.rfind(" ", mark.end, mark.end + _AROUND) if cut else end
    lead = "… " if start and start < mark.start - 1 else ""
    return f"{lead}{' '.join(text[start:end].split())}{' …' if cut else ''}"


def _end_of_bracket(node: Provision, mark: Mark) -> int:
    """Where the innermost bracket around a mark ends; the end of the clause if there is none."""
    around = [
        each.end for each in node.marks
        if each.kind == "bracket" and each.start <= mark.start and each.end >= mark.end
    ]  # fmt: skip
    return min(around, default=len(node.text))
