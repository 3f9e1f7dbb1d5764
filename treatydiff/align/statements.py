"""What drafts say of their own provisions, as evidence on the rows of these provisions."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.align.rows import Row
from treatydiff.align.sides import AlignedSide
from treatydiff.language.number_forms import number_form
from treatydiff.language.words.placeholders import read_statement
from treatydiff.model import Evidence
from treatydiff.patterns import pattern_of

_ASIDES = pattern_of(r"\[([^\[\]]{4,120})\]|\{([^{}]{4,120})\}")
_ORIGIN_NAMES = frozenset({"moved", "merged", "deleted"})


def stated_evidence(a: AlignedSide, b: AlignedSide, rows: Sequence[Row]) -> dict[int, tuple[Evidence, ...]]:
    """What the drafts state about the provisions of each row, by the index of the row.

    A placeholder speaks of itself, of the articles of its own draft that it names, and, where it
    stands in the later draft, of the article of the earlier one that bore its number. An aside in
    brackets inside a clause ("[Moved from article 55 ter]") speaks of the clause's unit.

    Args:
        a: the earlier draft's units.
        b: the later draft's units.
        rows: the paired units.
    """
    row_a = {unit: index for index, row in enumerate(rows) for unit in row.a}
    row_b = {unit: index for index, row in enumerate(rows) for unit in row.b}
    found: dict[int, list[str]] = {}
    for side, other, row_of, other_rows, later in ((a, b, row_a, row_b, False), (b, a, row_b, row_a, True)):
        for unit, statement in enumerate(side.statements):
            if statement is None:
                continue
            spoken_of = [row_of[unit]]
            for target in statement.targets:
                spoken_of += [row_of[named] for named in _bearing(side, target)]
            if later:
                own = number_form(side.units[unit].provision.number)
                spoken_of += [other_rows[before] for before in _bearing(other, own)]
            for index in dict.fromkeys(spoken_of):
                found.setdefault(index, []).append(_said_by(side, unit, statement.text))
    for side, row_of in ((a, row_a), (b, row_b)):
        for clause, provision in enumerate(side.clauses):
            if side.statements[side.unit_of[clause]] is None:
                for aside in _asides(provision.text, side.language):
                    found.setdefault(row_of[side.unit_of[clause]], []).append(aside)
    return {
        index: tuple(Evidence("stated", text) for text in dict.fromkeys(texts))
        for index, texts in found.items()
    }


def _bearing(side: AlignedSide, number: tuple[str, ...]) -> list[int]:
    """The units with content that bear a number."""
    if not number:
        return []
    return [
        index
        for index, unit in enumerate(side.units)
        if side.statements[index] is None
        and unit.kind in ("article", "rule")
        and number_form(unit.provision.number) == number
    ]


def _said_by(side: AlignedSide, unit: int, text: str) -> str:
    """A statement with the provision that prints it, since it shows on another's row too."""
    return f"{side.units[unit].id}: {text}"


def _asides(text: str, language: str) -> list[str]:
    """The statements of origin or destination that a clause holds in brackets."""
    found = []
    for match in _ASIDES.finditer(text):
        statement = read_statement(match[1] or match[2], language)
        if statement and statement.name in _ORIGIN_NAMES and statement.targets:
            found.append(statement.text)
    return found
