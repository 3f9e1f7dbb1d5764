"""What the blame of a final text says, decided once for every format."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from treatydiff.naming.citations import (
    Places,
    beside_label,
    citation,
    clause_label,
    document_name,
    places_of,
    unit_label,
)
from treatydiff.records import dataclass
from treatydiff.report.kit.cards import TOOL, draft_card
from treatydiff.report.kit.pieces import DraftCard
from treatydiff.studies.chains.concordance_view import called_names
from treatydiff.studies.chains.model import Blame, BlamedClause, LostDraft

FINAL = "FINAL"
"""What the origin of words is called that first stand in the final text."""


@dataclass(frozen=True, slots=True)
class OriginShare:
    """One draft and the words of the final text that first stood in it; whole percents add up to 100."""

    key: str
    name: str
    words: int
    percent: str
    share: float


@dataclass(frozen=True, slots=True)
class RunView:
    """Consecutive words of one origin: `first` is the draft's position, `where` its citation there."""

    text: str
    first: int
    key: str
    where: str


@dataclass(frozen=True, slots=True)
class BlameClauseView:
    """A clause of the final text in runs."""

    label: str
    runs: tuple[RunView, ...]


@dataclass(frozen=True, slots=True)
class BlameUnitView:
    """A unit of the final text: its words by draft, and its clauses."""

    anchor: str
    label: str
    heading: str
    citation: str
    words: int
    shares: tuple[OriginShare, ...]
    clauses: tuple[BlameClauseView, ...]


@dataclass(frozen=True, slots=True)
class LostRunView:
    """Words that did not survive: where they stood and which draft no longer has them."""

    label: str
    text: str
    dropped_in: str


@dataclass(frozen=True, slots=True)
class LostUnitView:
    """A unit of an earlier draft with the words of it that did not survive."""

    label: str
    heading: str
    words: int
    lost: int
    runs: tuple[LostRunView, ...]


@dataclass(frozen=True, slots=True)
class LostDraftView:
    """An earlier draft with what of it the final text lacks."""

    key: str
    name: str
    words: int
    lost: int
    percent: str
    units: tuple[LostUnitView, ...]


@dataclass(frozen=True, slots=True)
class BlameView:
    """The blame of a final text."""

    tool: str
    cards: tuple[DraftCard, ...]
    title: str
    language: str
    words: int
    shares: tuple[OriginShare, ...]
    units: tuple[BlameUnitView, ...]
    lost: tuple[LostDraftView, ...]


def whole_percents(counts: Sequence[int]) -> tuple[str, ...]:
    """Counts as whole percents of their sum that add up to 100 (largest remainders); "" of nothing."""
    whole = sum(counts)
    if not whole:
        return ("",) * len(counts)
    percents = [100 * count // whole for count in counts]
    left = 100 - sum(percents)
    by_rest = sorted(range(len(counts)), key=lambda at: (-(100 * counts[at] % whole), at))
    for at in by_rest[:left]:
        percents[at] += 1
    return tuple(
        "<1 %" if count and not each else f"{each} %" for count, each in zip(counts, percents, strict=True)
    )


def blame_view(blame: Blame, *, only: Collection[str] = ()) -> BlameView:
    """Everything that a rendering of a blame says.

    Args:
        blame: where the words come from.
        only: ids of the units of the final text that are shown; all if empty.
    """
    drafts = blame.chain.drafts
    names = called_names(drafts)
    keys = (*(str(at) for at in range(1, len(drafts))), FINAL)
    places = [places_of(draft) for draft in drafts]
    final = drafts[-1]
    by_unit: dict[str, list[BlamedClause]] = {unit.id: [] for unit in final.units()}
    for clause in blame.clauses:
        by_unit[clause.unit].append(clause)
    teller = _Teller(names, keys, places, [document_name(draft) for draft in drafts])
    cards = tuple(
        draft_card(draft, name=document_name(draft), side=key if key != FINAL else "F")
        for draft, key in zip(drafts, keys, strict=True)
    )
    return BlameView(
        tool=TOOL,
        cards=cards,
        title=cards[-1].title or cards[-1].label,
        language=final.language,
        words=sum(blame.words),
        shares=teller.shares(blame.words),
        units=tuple(
            teller.unit(id_, clauses)
            for id_, clauses in by_unit.items()
            if clauses and (not only or id_ in only)
        ),
        lost=tuple(teller.lost(at, each) for at, each in enumerate(blame.lost)),
    )


@dataclass(frozen=True, slots=True)
class _Teller:
    names: Sequence[str]
    keys: Sequence[str]
    places: Sequence[Places]
    documents: Sequence[str]

    def shares(self, counts: Sequence[int]) -> tuple[OriginShare, ...]:
        whole = sum(counts) or 1
        return tuple(
            OriginShare(key, name, count, percent, count / whole)
            for key, name, count, percent in zip(
                self.keys, self.names, counts, whole_percents(counts), strict=True
            )
        )

    def unit(self, id_: str, clauses: Sequence[BlamedClause]) -> BlameUnitView:
        places = self.places[-1]
        counts = [sum(column) for column in zip(*(clause.words for clause in clauses), strict=True)]
        label = unit_label(places, id_)
        return BlameUnitView(
            id_, label, beside_label(places[id_].provision.heading, label),
            citation(self.documents[-1], places, id_), sum(counts), self.shares(counts),
            tuple(
                BlameClauseView(
                    clause_label(places, clause.id, id_),
                    tuple(
                        RunView(
                            clause.text[run.start : run.end], run.first, self.keys[run.first],
                            self._where(run.first, run.clause),
                        )
                        for run in clause.runs
                    ),
                )
                for clause in clauses
            ),
        )  # fmt: skip

    def _where(self, at: int, clause: str) -> str:
        """The citation of a clause of a draft: its file's name, or symbol, and its place."""
        places = self.places[at]
        inside = clause_label(places, clause, "", short=True)
        return ", ".join(part for part in (self.names[at], inside) if part)

    def lost(self, at: int, lost: LostDraft) -> LostDraftView:
        places = self.places[at]
        return LostDraftView(
            self.keys[at], self.names[at], lost.words, lost.lost,
            whole_percents((lost.lost, lost.words - lost.lost))[0],
            tuple(
                LostUnitView(
                    unit_label(places, unit.id),
                    beside_label(places[unit.id].provision.heading, unit_label(places, unit.id)),
                    unit.words, unit.lost,
                    tuple(
                        LostRunView(
                            clause_label(places, run.clause, unit.id, short=True), run.text,
                            self.names[run.dropped_in],
                        )
                        for run in unit.runs
                    ),
                )
                for unit in lost.units
            ),
        )  # fmt: skip
