"""What the trace of a provision says, decided once for every format."""

from __future__ import annotations

from dataclasses import replace

from treatydiff.naming.citations import (
    beside_label,
    citation,
    clause_label,
    document_name,
    group_label,
    inside_unit,
    places_of,
    unit_label,
)
from treatydiff.naming.sides import sides_of
from treatydiff.records import dataclass
from treatydiff.report.comparison.rows import unit_views
from treatydiff.report.comparison.view_model import ClauseView, UnitView
from treatydiff.report.kit.cards import TOOL, draft_card
from treatydiff.report.kit.pieces import DraftCard
from treatydiff.studies.chains.concordance_view import called_names
from treatydiff.studies.chains.model import Chain, Trace, TraceStep


@dataclass(frozen=True, slots=True)
class RecordLine:
    """What the user noted of it: the place in the draft, where the record stands, what it says."""

    place: str
    kind: str
    source: str
    text: str

    @property
    def head(self) -> str:
        """Place, kind and source: "Art. 7, para. 2: meeting record, A/AC.9/SR.4, para. 12"."""
        return f"{self.place}: {', '.join(part for part in (self.kind, self.source) if part)}"


@dataclass(frozen=True, slots=True)
class Station:
    """What a draft has of the provision; `label` is "" where it has nothing."""

    name: str
    label: str
    heading: str
    citation: str
    asked: bool
    anchor: str = ""
    records: tuple[RecordLine, ...] = ()


@dataclass(frozen=True, slots=True)
class StepRows:
    """What became of it between two drafts: rows of their comparison, with the clauses that are of it.

    `start` and `end` are the places of the two drafts in the chain.
    """

    number: int
    before: str
    after: str
    returned: bool
    units: tuple[UnitView, ...]
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class TraceView:
    """The way of a provision through a chain. `asked` says which provision of which draft was followed."""

    tool: str
    cards: tuple[DraftCard, ...]
    asked: str
    stations: tuple[Station, ...]
    steps: tuple[StepRows, ...]
    language: str


class ChainViews:
    """What every trace through a chain says again: made once, where many provisions are traced."""

    def __init__(self, chain: Chain) -> None:
        self.names = called_names(chain.drafts)
        self.cards = tuple(draft_card(draft, name=document_name(draft)) for draft in chain.drafts)
        self.places = tuple(places_of(draft) for draft in chain.drafts)
        self.holders = tuple(
            {node.id: unit.id for unit in draft.units() for node in unit.provision.walk()}
            for draft in chain.drafts
        )
        self._rows: dict[tuple[int, int], dict[tuple[tuple[str, ...], tuple[str, ...]], UnitView]] = {}

    def rows(self, step: TraceStep) -> dict[tuple[tuple[str, ...], tuple[str, ...]], UnitView]:
        """The rows of a step's comparison by the ids of both sides."""
        key = (step.start, step.end)
        if key not in self._rows:
            a, b = sides_of(step.comparison)
            self._rows[key] = {(view.ids_a, view.ids_b): view for view in unit_views(step.comparison, a, b)}
        return self._rows[key]

    def label(self, at: int, ids: tuple[str, ...]) -> str:
        """The name of some units, or of some clauses of them: "Art. 7+8", "Art. 4, para. 2"."""
        places, holders = self.places[at], self.holders[at]
        if all(holders.get(each, each) == each for each in ids):
            return group_label(places, ids)
        labels = [
            inside_unit(
                unit_label(places, holders[each]), clause_label(places, each, holders[each], short=True)
            )
            for each in ids
        ]  # fmt: skip
        return labels[0] if len(labels) == 1 else f"{labels[0]} and {len(labels) - 1} more"


def trace_view(trace: Trace, shared: ChainViews | None = None) -> TraceView:
    """Everything that a rendering of a trace says.

    Args:
        trace: the way of a provision.
        shared: what the traces of its chain have in common, where there are many.
    """
    drafts = trace.chain.drafts
    shared = shared or ChainViews(trace.chain)
    names = shared.names
    stations = tuple(_station(trace, at, shared) for at in range(len(drafts)))
    start = stations[trace.start]
    heading = f" ({start.heading})" if start.heading else ""
    last = "" if trace.chosen or trace.start == len(drafts) - 1 else ", the last draft that has it"
    return TraceView(
        tool=TOOL,
        cards=shared.cards,
        asked=f"{shared.label(trace.start, (trace.provision,))}{heading} of {names[trace.start]}{last}",
        stations=stations,
        steps=tuple(
            StepRows(
                number,
                names[step.start],
                names[step.end],
                step.returned,
                _rows(step, shared),
                step.start,
                step.end,
            )
            for number, step in enumerate(trace.steps, 1)
        ),
        language=drafts[-1].language,
    )


def _station(trace: Trace, at: int, shared: ChainViews) -> Station:
    ids, name = trace.cells[at], shared.names[at]
    asked = at == trace.start
    records = tuple(
        RecordLine(shared.label(at, (each.provision,)), each.kind, each.source, each.text)
        for each in trace.records
        if each.draft == at
    )
    if not ids:
        return Station(name, "", "", "", asked, "", records)
    draft = trace.chain.drafts[at]
    places, holders = shared.places[at], shared.holders[at]
    label = shared.label(at, ids)
    around = dict.fromkeys(holders.get(each, each) for each in ids)
    headings = dict.fromkeys(places[each].provision.heading for each in around)
    heading = " / ".join(each for each in headings if beside_label(each, label))
    first = holders.get(ids[0], ids[0])
    inside = ids[0] if ids[0] != first else None
    cited = citation(document_name(draft), places, first, inside)
    return Station(name, label, heading, cited, asked, ids[0], records)


def _rows(step: TraceStep, shared: ChainViews) -> tuple[UnitView, ...]:
    views = shared.rows(step)
    found = []
    for number in step.rows:
        pairing = step.comparison.units[number].pairing
        view = views[pairing.a, pairing.b]
        if step.clauses is not None:
            view = replace(view, clauses=tuple(each for each in view.clauses if _is_of(each, step.clauses)))
        found.append(view)
    return tuple(found)


def _is_of(clause: ClauseView, sides: tuple[frozenset[str], frozenset[str]]) -> bool:
    in_a = clause.anchor_a.removeprefix("a--") in sides[0] if clause.anchor_a else False
    return in_a or (bool(clause.citation_b) and clause.anchor in sides[1])
