"""Language versions side by side: a line for every provision, a column for every version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from treatydiff.language.across.labels import plain_id
from treatydiff.model import Draft, Unit
from treatydiff.naming.citations import Places, clause_label, document_name, group_label, places_of
from treatydiff.records import dataclass
from treatydiff.report.kit.cards import TOOL, draft_card
from treatydiff.report.kit.pieces import DraftCard
from treatydiff.studies.languages.model import LanguageVersions
from treatydiff.studies.languages.view import DIFFERENCE_WORDS, difference_counts


@dataclass(frozen=True, slots=True)
class VersionCell:
    """What a version has in a line: the labels and texts of its clauses, and what differs there, in words."""

    clauses: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One line: a cell for every version; `heads` an article, whose heading stands in the cells."""

    cells: tuple[VersionCell, ...]
    heads: bool = False


@dataclass(frozen=True, slots=True)
class VersionsTable:
    """Everything that the table says."""

    names: tuple[str, ...]
    languages: tuple[str, ...]
    cards: tuple[DraftCard, ...]
    summary: str
    unread: tuple[str, ...]
    lines: tuple[VersionLine, ...]
    tool: str = TOOL


def versions_table(versions: LanguageVersions) -> VersionsTable:
    """Language versions as a table, in the order of the first.

    A clause stands beside the clauses in the same place; where a version divides a provision otherwise, all
    of its clauses stand beside the first one. What the first version has no counterpart of comes last.

    Args:
        versions: the versions.
    """
    drafts = versions.drafts
    columns = [
        _VersionColumn(draft, dict(versions.pairs[at - 1]) if at else None, _remarks(versions, draft))
        for at, draft in enumerate(drafts)
    ]
    return VersionsTable(
        tuple(f"{document_name(draft)} ({draft.language})" for draft in drafts),
        tuple(draft.language for draft in drafts),
        tuple(draft_card(draft, name=document_name(draft)) for draft in drafts),
        difference_counts(versions),
        tuple(f"{each.label}: {each.reason}" for each in versions.unread),
        tuple(_lines(drafts[0], columns)),
    )  # fmt: skip


def _remarks(versions: LanguageVersions, draft: Draft) -> dict[str, list[str]]:
    """What is told of each provision of a draft, by its id."""
    found: dict[str, list[str]] = {}
    for difference in versions.differences:
        for place in difference.places:
            if place.label == draft.source.label and place.provision:
                said = f"{DIFFERENCE_WORDS[difference.code]}: {place.says}"
                found.setdefault(place.provision, []).append(said)
    return found


class _VersionColumn:
    """One version: its provisions, what answers to the provisions of the first, and what is left over."""

    def __init__(
        self, draft: Draft, answers: Mapping[str, str] | None, remarks: Mapping[str, Sequence[str]]
    ) -> None:
        self.draft = draft
        self._answers = answers
        self._remarks = dict(remarks)
        self._nodes = {node.id: node for node in draft.walk()}
        self._places: Places = places_of(draft)
        self._units = {plain_id(unit.id): unit for unit in draft.units()}
        self._homes = {leaf.id: unit for unit in draft.units() for leaf in unit.clauses()}
        self.left = dict.fromkeys(self._homes)

    def head(self, unit: Unit) -> VersionCell:
        """The label and the heading of the unit that answers to one of the first version."""
        own = unit if self._answers is None else self._units.get(plain_id(unit.id))
        if own is None:
            return VersionCell(())
        label = group_label(self._places, (own.id,))
        return VersionCell(((label, own.provision.heading),), self._told(own.id))

    def cell(self, clause: str, above: Sequence[str]) -> VersionCell:
        """What answers to a clause of the first version: its clause, or all of a provision divided otherwise.

        Args:
            clause: its id.
            above: the ids of the provisions that hold it, the nearest first.
        """
        for id_ in (clause, *above):
            own = id_ if self._answers is None else self._answers.get(id_)
            node = self._nodes.get(own) if own else None
            if node is None or (id_ != clause and node.kind in ("article", "rule") and not self._whole(id_)):
                continue
            leaves = [leaf for leaf in node.clauses() if leaf.id in self.left]
            for leaf in leaves:
                del self.left[leaf.id]
            told = self._told(node.id) if leaves else ()
            return VersionCell(tuple(self._said(leaf.id) for leaf in leaves), told)
        return VersionCell(())

    def _whole(self, id_: str) -> bool:
        """Whether none of the clauses of a unit were paired one by one."""
        inside = f"{id_}__"
        return self._answers is not None and not any(each.startswith(inside) for each in self._answers)

    def rest(self) -> Iterator[VersionCell]:
        """The clauses that stand beside none of the first version."""
        for id_ in list(self.left):
            yield VersionCell((self._said(id_),), self._told(id_) or self._told(self._homes[id_].id))

    def _said(self, id_: str) -> tuple[str, str]:
        unit = self._homes[id_]
        label = clause_label(self._places, id_, unit.id)
        return label or group_label(self._places, (unit.id,)), self._nodes[id_].text

    def _told(self, id_: str) -> tuple[str, ...]:
        return tuple(self._remarks.pop(id_, ()))


def _lines(first: Draft, columns: Sequence[_VersionColumn]) -> Iterator[VersionLine]:
    for unit in first.units():
        yield VersionLine(tuple(column.head(unit) for column in columns), heads=True)
        for leaf in unit.clauses():
            above = [leaf.id.rsplit("__", depth)[0] for depth in range(1, leaf.id.count("__") + 1)]
            yield VersionLine(tuple(column.cell(leaf.id, above) for column in columns))
    for at, column in enumerate(columns):
        for cell in column.rest():
            empty = VersionCell(())
            yield VersionLine(tuple(cell if place == at else empty for place in range(len(columns))))
