"""What a table of positions says, decided once for every format."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from treatydiff.desk.positions.model import ROLES, Position, Positions
from treatydiff.naming.citations import document_names, places_of, unit_label
from treatydiff.naming.wording import counted
from treatydiff.records import dataclass
from treatydiff.report.kit.cards import TOOL, draft_card
from treatydiff.report.kit.pieces import DraftCard

ROLE_WORDS = {
    "proposes": "proposed",
    "supports": "supported",
    "opposes": "opposed",
    "reserves": "reserved its position",
}
AS_PRINTED = "As the drafts print it; what delegations said and no draft prints is not here."


@dataclass(frozen=True, slots=True)
class PositionView:
    """One position: who, on which article, what, in which draft, the words and the place."""

    who: str
    unit: str
    said: str
    draft: str
    words: str
    citation: str


@dataclass(frozen=True, slots=True)
class PositionsView:
    """Everything that a rendering of positions says: delegations in alphabetical order, then text order."""

    cards: tuple[DraftCard, ...]
    headline: str
    groups: tuple[tuple[str, tuple[PositionView, ...]], ...]
    note: str
    language: str
    tool: str = TOOL

    @property
    def rows(self) -> tuple[PositionView, ...]:
        """All positions."""
        return tuple(row for _, rows in self.groups for row in rows)


def positions_view(positions: Positions) -> PositionsView:
    """Everything that a rendering of positions says.

    Args:
        positions: what drafts print of delegations.
    """
    places = [places_of(draft) for draft in positions.drafts]
    names = document_names(positions.drafts)
    ordered = sorted(enumerate(positions.positions), key=lambda each: (each[1].who.casefold(), each[0]))
    rows = [
        PositionView(
            each.who, unit_label(places[each.draft], each.unit), _said(each), names[each.draft], each.words,
            each.citation,
        )
        for _, each in ordered
    ]  # fmt: skip
    groups = tuple((who, tuple(of)) for who, of in groupby(rows, key=lambda row: row.who))
    return PositionsView(
        cards=tuple(draft_card(each, name=name) for each, name in zip(positions.drafts, names, strict=True)),
        headline=_headline(positions.positions, len(groups)),
        groups=groups,
        note=AS_PRINTED,
        language=positions.drafts[-1].language,
    )


def _headline(positions: Iterable[Position], delegations: int) -> str:
    found = list(positions)
    if not found:
        return "No draft names a delegation beside its text."
    counts = [f"{number:,} {ROLE_WORDS[role].split()[0]}" for role in ROLES
              if (number := sum(each.role == role for each in found))]  # fmt: skip
    return f"{counted(delegations, 'delegation', 'delegations')}: {' · '.join(counts)}."


def _said(position: Position) -> str:
    where = "" if position.where == "text" else f", {position.where}"
    return f"{ROLE_WORDS[position.role]}{' (in brackets)' if position.bracketed else ''}{where}"
