"""One provision's history draft by draft, for a table: symbol, date, place, text, records."""

from __future__ import annotations

from collections.abc import Iterator

from treatydiff.naming.citations import clause_label, page_of
from treatydiff.naming.printed_dates import printed_dates
from treatydiff.records import dataclass
from treatydiff.report.comparison.view_model import UnitView
from treatydiff.report.kit.pieces import Passage
from treatydiff.studies.chains.model import Trace
from treatydiff.studies.chains.trace_view import ChainViews, RecordLine, StepRows, TraceView, trace_view


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A clause as a draft has it, marked against the draft before; `place` is its paragraph."""

    place: str
    page: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """What one draft has of the provision, and what happened to it since the draft before.

    `label` is "" where the draft has nothing of it, `told` where nothing came before.
    """

    name: str
    date: str
    label: str
    heading: str
    told: str
    lines: tuple[HistoryLine, ...]
    records: tuple[RecordLine, ...]


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The whole history; `trace` holds what every rendering of a trace says."""

    trace: TraceView
    entries: tuple[HistoryEntry, ...]


def history_view(trace: Trace) -> HistoryView:
    """Everything that a table of a provision's history says.

    Args:
        trace: the way of the provision, with the user's records.
    """
    shared = ChainViews(trace.chain)
    view = trace_view(trace, shared)
    return HistoryView(view, tuple(_entries(trace, view, shared)))


def _entries(trace: Trace, view: TraceView, shared: ChainViews) -> Iterator[HistoryEntry]:
    for at, station in enumerate(view.stations):
        steps = [step for step in view.steps if step.end == at]
        text_date, issued = printed_dates(trace.chain.drafts[at])
        lines = tuple(line for step in steps for line in _changed(step)) or _plain(trace, at, shared)
        yield HistoryEntry(
            station.name,
            text_date or (f"issued {issued}" if issued else ""),
            station.label,
            station.heading,
            "; ".join(dict.fromkeys(words for step in steps for words in _told(step))),
            lines,
            station.records,
        )


def _told(step: StepRows) -> Iterator[str]:
    for unit in step.units:
        words = f"{unit.relation_words} (from {step.before})" if step.returned else unit.relation_words
        yield "; ".join((words, *unit.signals))


def _changed(step: StepRows) -> Iterator[HistoryLine]:
    for unit in step.units:
        for clause in unit.clauses:
            page = clause.page_b or clause.page_a
            gone = "" if clause.citation_b else f"{step.before}, "
            yield HistoryLine(
                _place(unit, clause.label, several=len(step.units) > 1),
                f"{gone}p. {page}" if page is not None else gone.rstrip(", "),
                clause.passages,
            )


def _place(unit: UnitView, label: str, *, several: bool) -> str:
    unit_label = (unit.label_b or unit.label_a) if several else ""
    return ", ".join(part for part in (unit_label, label) if part)


def _plain(trace: Trace, at: int, shared: ChainViews) -> tuple[HistoryLine, ...]:
    """The text itself, where there is no draft before that had it."""
    places, holders = shared.places[at], shared.holders[at]
    leaves = {leaf.id: leaf for id_ in trace.cells[at] for leaf in places[id_].provision.clauses()}
    several = len({holders.get(id_, id_) for id_ in leaves}) > 1
    lines = []
    for id_, leaf in leaves.items():
        unit = holders.get(id_, id_)
        page = page_of(places, id_)
        label = clause_label(places, id_, unit)
        name = shared.label(at, (unit,)) if several else ""
        lines.append(
            HistoryLine(
                ", ".join(part for part in (name, label) if part),
                f"p. {page}" if page is not None else "",
                (Passage("equal", leaf.text),),
            )
        )
    return tuple(lines)
