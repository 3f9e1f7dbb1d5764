"""What a concordance table says, decided once for every format: labels, relations, figures, text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from treatydiff.model import Comparison, Consonance, Draft, Relation, UnitComparison
from treatydiff.naming.citations import (
    Places,
    beside_label,
    citation,
    clause_label,
    document_name,
    group_label,
    page_of,
    places_of,
    unit_label,
)
from treatydiff.naming.sides import sides_of
from treatydiff.naming.wording import RELATION_WORDS, percent, relation_words
from treatydiff.records import dataclass
from treatydiff.report.comparison.rows import passages_of
from treatydiff.report.kit.cards import TOOL, draft_card
from treatydiff.report.kit.csv_text import links_cell
from treatydiff.report.kit.link_sheet import LinkRow, link_rows
from treatydiff.report.kit.pieces import DraftCard, Passage
from treatydiff.studies.chains.model import ClauseRow, Concordance, ConcordanceRow, Return


@dataclass(frozen=True, slots=True)
class CellView:
    """The provisions of one draft in one row: `label` and the rest are "" where it has none."""

    ids: tuple[str, ...] = ()
    label: str = ""
    heading: str = ""
    citation: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class StepView:
    """What became of a row from one draft to the next.

    `relation` is that of its first pairing, `words` says all of them; both are "" where neither draft
    has the row. `returned` names where it comes back from; `links` say which units share clauses.
    """

    relation: Relation | str = ""
    words: str = ""
    carried: float | None = None
    derived: float | None = None
    returned: str = ""
    links: str = ""

    @property
    def short(self) -> str:
        """The relation alone, or that it returned."""
        known = {str(relation): words for relation, words in RELATION_WORDS.items()}
        return "returned" if self.returned else known.get(self.relation, self.relation)

    @property
    def share(self) -> str:
        """The share derived from the draft before, in whole percents; "" where one side has nothing."""
        return percent(self.derived)

    @property
    def told(self) -> str:
        """Words and share: "amended, renumbered · 71 %"."""
        return " · ".join(part for part in (self.returned or self.words, self.share) if part)


@dataclass(frozen=True, slots=True)
class TextCell:
    """One clause of one draft: its label and its words, marked against the draft before."""

    id: str
    label: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class TextRow:
    """The clauses that correspond, by draft; several in a cell where clauses were joined."""

    cells: tuple[tuple[TextCell, ...], ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """One row: a cell a draft, a step between each and the next, and the text clause by clause."""

    anchor: str
    heading: str
    cells: tuple[CellView, ...]
    steps: tuple[StepView, ...]
    texts: tuple[TextRow, ...]


@dataclass(frozen=True, slots=True)
class ConcordanceView:
    """A concordance table. `base` is the name of the draft it is read from, "" for the last.

    `names` are what people read; data calls drafts by `files`. `links` say which provision of a draft shares
    clauses with which of the next.
    """

    tool: str
    cards: tuple[DraftCard, ...]
    names: tuple[str, ...]
    rows: tuple[RowView, ...]
    base: str
    returns: int
    language: str
    files: tuple[str, ...]
    links: tuple[LinkRow, ...] = ()

    @property
    def title(self) -> str:
        """The main instrument of the last draft that has a title, or the last file's name."""
        titles = [card.title for card in self.cards if card.title]
        return titles[-1] if titles else self.cards[-1].label

    @property
    def file_title(self) -> str:
        """What a file's properties call it: where the user says what drafts are called, nothing else."""
        said = " → ".join(self.names) if any(card.named for card in self.cards) else self.title
        return f"Concordance table: {said}"


def called_names(drafts: Sequence[Draft]) -> tuple[str, ...]:
    """What reports for people call drafts: symbols where they print one each, else names of files."""
    cited = [document_name(draft) for draft in drafts]
    return tuple(
        file if cited.count(symbol) > 1 or symbol == draft.source.label or draft.source.scope else symbol
        for draft, symbol, file in zip(drafts, cited, draft_names(drafts), strict=True)
    )


def draft_names(drafts: Sequence[Draft]) -> tuple[str, ...]:
    """What data calls drafts: file names without suffix, with their scope, told apart by number."""
    labels = [draft.source.label for draft in drafts]
    scopes = [draft.source.scope for draft in drafts]
    stems = [
        label if draft.source.named else label.rpartition(".")[0] or label
        for draft, label in zip(drafts, labels, strict=True)
    ]
    names = stems if len(set(stems)) == len(stems) else labels
    names = [f"{name}#{scope}" if scope else name for name, scope in zip(names, scopes, strict=True)]
    if len(set(names)) < len(names):
        names = [f"{at}: {name}" for at, name in enumerate(names, 1)]
    return tuple(names)


def concordance_view(concordance: Concordance, *, text: bool = False) -> ConcordanceView:
    """Everything that a rendering of a concordance table says.

    Args:
        concordance: the table.
        text: whether the clauses are wanted with their words.
    """
    drafts = concordance.chain.drafts
    names = called_names(drafts)
    table = _Table(concordance, names, text=text)
    return ConcordanceView(
        tool=TOOL,
        cards=tuple(draft_card(draft, name=document_name(draft)) for draft in drafts),
        names=names,
        rows=tuple(table.row(row) for row in concordance.correspondences),
        base="" if concordance.base is None else names[concordance.base],
        returns=len(concordance.chain.returns),
        language=drafts[-1].language,
        files=draft_names(drafts),
        links=tuple(table.links()),
    )


def concordance_view_with_texts(concordance: Concordance) -> ConcordanceView:
    """Everything that a rendering of a concordance table says that shows the clauses' words."""
    return concordance_view(concordance, text=True)


class _Table:
    """The drafts of a table with what naming their provisions and finding their edits needs."""

    def __init__(self, concordance: Concordance, names: tuple[str, ...], *, text: bool) -> None:
        self.chain = concordance.chain
        self.names = names
        self.places: list[Places] = [places_of(draft) for draft in self.chain.drafts]
        self.text = text
        self.edits: list[Mapping[str, tuple[Passage, ...]]] = (
            [{}, *(_passages(step) for step in self.chain.steps)] if text else []
        )

    def links(self) -> Iterator[LinkRow]:
        for at, step in enumerate(self.chain.steps):
            said = f"{self.names[at]} → {self.names[at + 1]}" if len(self.chain.steps) > 1 else ""
            yield from link_rows(step.units, self.places[at], self.places[at + 1], step=said)

    def row(self, row: ConcordanceRow) -> RowView:
        cells = tuple(self._cell(at, ids) for at, ids in enumerate(row.cells))
        headings = [cell.heading for cell in reversed(cells) if cell.heading]
        return RowView(
            anchor=next(
                f"d{at + 1}-{ids[0]}" for at, ids in reversed(list(enumerate(row.cells))) if ids
            ),
            heading=headings[0] if headings else "",
            cells=cells,
            steps=tuple(self._step(at, row) for at in range(len(self.chain.steps))),
            texts=tuple(self._texts(each, row) for each in row.clauses) if self.text else (),
        )  # fmt: skip

    def _cell(self, at: int, ids: tuple[str, ...]) -> CellView:
        if not ids:
            return CellView()
        places = self.places[at]
        label = group_label(places, ids)
        headings = [beside_label(places[each].provision.heading, label) for each in ids if each in places]
        return CellView(
            ids,
            label,
            " / ".join(dict.fromkeys(each for each in headings if each)),
            citation(document_name(self.chain.drafts[at]), places, ids[0]),
            page_of(places, ids[0]),
        )

    def _step(self, at: int, row: ConcordanceRow) -> StepView:
        units = [self.chain.steps[at].units[number] for number in row.rows[at]]
        if not units:
            return StepView()
        sums = Consonance(*row.tallies[at])
        paired = bool(row.cells[at]) and bool(row.cells[at + 1])
        back = [self.chain.returns[number] for number in row.returns]
        return StepView(
            relation=_foremost(units),
            words=" / ".join(dict.fromkeys(relation_words(unit.pairing) for unit in units)),
            carried=sums.carried if paired else None,
            derived=sums.derived if paired else None,
            returned="; ".join(self._returned(each) for each in back if each.end == at + 1),
            links=links_cell(tuple(dict.fromkeys(link for unit in units for link in unit.links))),
        )

    def _returned(self, back: Return) -> str:
        """Where it comes back from: "returned from 1-national-draft, Art. 13"."""
        return f"returned from {self.names[back.start]}, {group_label(self.places[back.start], back.gone)}"

    def _texts(self, row: ClauseRow, around: ConcordanceRow) -> TextRow:
        return TextRow(
            tuple(
                tuple(self._text(at, id_, around) for id_ in ids) for at, ids in enumerate(row.cells)
            )
        )  # fmt: skip

    def _text(self, at: int, id_: str, around: ConcordanceRow) -> TextCell:
        places = self.places[at]
        provision = places[id_].provision
        unit = next((each for each in around.cells[at] if _below(places, id_, each)), "")
        label = clause_label(places, id_, unit, short=True)
        if len(around.cells[at]) > 1 and unit:
            label = ", ".join(part for part in (unit_label(places, unit), label) if part)
        passages = self._marked(at, id_, around) or (Passage("equal", provision.text),)
        return TextCell(id_, label, passages)

    def _marked(self, at: int, id_: str, around: ConcordanceRow) -> tuple[Passage, ...]:
        for number in around.returns:
            back = self.chain.returns[number]
            if back.end == at:
                found = _passages(back.comparison).get(id_)
                if found:
                    return found
        return self.edits[at].get(id_, ())


def _below(places: Places, id_: str, unit: str) -> bool:
    return id_ == unit or any(node.id == unit for node in places[id_].around)


def _foremost(units: list[UnitComparison]) -> Relation:
    """The relation that says most: of a pair before one of what only one draft has."""
    both = [unit for unit in units if unit.pairing.a and unit.pairing.b]
    return (both or units)[0].pairing.relation


def _passages(comparison: Comparison) -> dict[str, tuple[Passage, ...]]:
    """The edits of every clause of the later draft, by its id."""
    a, b = sides_of(comparison)
    return {
        id_: passages_of(clause, a, b)
        for unit in comparison.units
        for clause in unit.clauses
        for id_ in clause.pairing.b
    }
