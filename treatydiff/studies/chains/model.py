"""Chains of drafts and what they tell: frozen dataclasses that archive makes and report renders."""

from __future__ import annotations

from treatydiff.model import Comparison, Draft, Result, SettingValues, Tally, UnitComparison, one_line
from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class Return:
    """A provision that a draft dropped and a later one, not its neighbour, has again.

    Attributes:
        start, end: positions in the chain of the last draft that had it and of the one that has it again.
        gone, back: ids of its units in either.
        comparison: of these two drafts, which are no neighbours.
        row: the number of its row in `comparison.units`.
    """

    start: int
    end: int
    gone: tuple[str, ...]
    back: tuple[str, ...]
    comparison: Comparison
    row: int

    __repr__ = one_line

    @property
    def unit(self) -> UnitComparison:
        """Its row of the comparison of the two drafts."""
        return self.comparison.units[self.row]


@dataclass(frozen=True, slots=True)
class Chain(Result):
    """Drafts in their order, each compared with the next; what returns was found by direct comparison."""

    drafts: tuple[Draft, ...]
    steps: tuple[Comparison, ...]
    returns: tuple[Return, ...]

    __repr__ = one_line

    @property
    def settings(self) -> SettingValues:
        """The settings that its drafts were compared with, where they differ from the defaults."""
        return self.steps[0].settings if self.steps else ()

    def concordance(self, *, base: str | None = None) -> Concordance:
        """The table of corresponding provisions.

        Args:
            base: name of the draft whose units the rows are; a row for whatever hangs together if None.

        Raises:
            ScopeError: there is no such draft.
        """
        from treatydiff.studies.chains.concordance import concordance_of

        return concordance_of(self, base=base)

    def trace(self, provision: str, *, draft: str | None = None) -> Trace:
        """What a provision came from and what became of it.

        Args:
            provision: id ("art_6", "art_6__para_2"), or the number of an article.
            draft: name of the draft whose provision it is; the last one that has it if None.

        Raises:
            ScopeError: there is no such draft, or no such provision.
        """
        from treatydiff.studies.chains.trace import trace_provision

        return trace_provision(self, provision, draft=draft)

    def blame(self) -> Blame:
        """In which draft every word of the last one first stood, and what did not survive."""
        from treatydiff.studies.chains.blame import blame_chain

        return blame_chain(self)


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """The clauses that correspond to one another: ids by draft, empty where a draft has none."""

    cells: tuple[tuple[str, ...], ...]

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class ConcordanceRow:
    """One row of a concordance table.

    Attributes:
        cells: ids of its units, by draft.
        rows: for each step, the numbers of the rows of its comparison that lie in this one.
        tallies: for each step, the sums behind its consonance: those of the earlier draft, of the later.
        returns: numbers of the chain's returns that tie this row together.
        clauses: its clauses, in the order of the last draft.
    """

    cells: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[int, ...], ...]
    tallies: tuple[tuple[Tally, Tally], ...]
    returns: tuple[int, ...]
    clauses: tuple[ClauseRow, ...]

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Concordance(Result):
    """Corresponding provisions of any number of drafts; every unit of every draft is in a row.

    `base` is the position of the draft that the table is read from (one row for each of its units), or
    None for one row for each connected component, in the order of the last draft.
    """

    chain: Chain
    correspondences: tuple[ConcordanceRow, ...]
    base: int | None = None

    __repr__ = one_line

    @property
    def settings(self) -> SettingValues:
        """Those of its chain."""
        return self.chain.settings


@dataclass(frozen=True, slots=True)
class TraceStep:
    """What became of a traced provision between two drafts.

    Attributes:
        start, end: positions of the drafts in the chain; neighbours, except where it returned.
        comparison: of the two drafts.
        rows: numbers of the comparison's rows that hold it.
        clauses: the ids of its clauses in the earlier and the later draft; None for the whole rows.
        returned: whether it had been dropped in between.
    """

    start: int
    end: int
    comparison: Comparison
    rows: tuple[int, ...]
    clauses: tuple[frozenset[str], frozenset[str]] | None = None
    returned: bool = False

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Record:
    """What a user notes of a provision: a passage of a meeting record or of an explanatory report.

    Attributes:
        draft: the position of the draft that was before the meeting.
        provision: id of the provision there.
        kind: what it is, in the user's words ("meeting record"); "" if not said.
        source: where it stands ("A/AC.9/SR.4, para. 12").
        text: what it says; "" where only the place is noted.
    """

    draft: int
    provision: str
    kind: str
    source: str
    text: str

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Trace(Result):
    """A provision followed through a chain, forward and back.

    Attributes:
        chain: the drafts.
        provision: the id that was asked for.
        start: the position of the draft that it names a provision of.
        cells: ids of what it was or became, by draft; empty where a draft has nothing of it.
        steps: what became of it, the earliest first.
        chosen: whether the draft was named, and not taken as the last that has the id.
        records: what the user noted of it, in the order of the drafts.
    """

    chain: Chain
    provision: str
    start: int
    cells: tuple[tuple[str, ...], ...]
    steps: tuple[TraceStep, ...]
    chosen: bool
    records: tuple[Record, ...] = ()

    __repr__ = one_line

    @property
    def settings(self) -> SettingValues:
        """Those of its chain."""
        return self.chain.settings


@dataclass(frozen=True, slots=True)
class BlamedRun:
    """Consecutive words of a clause that first stood in the same clause of the same draft.

    Attributes:
        start, end: code points of the clause's text; the runs of a clause are all of it.
        words: how many words it holds.
        first: the position of the draft in which they first stood.
        clause: the id of the clause of that draft.
    """

    start: int
    end: int
    words: int
    first: int
    clause: str

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class BlamedClause:
    """A clause of the final text: its runs, and its words by the draft in which they first stood."""

    id: str
    unit: str
    text: str
    runs: tuple[BlamedRun, ...]
    words: tuple[int, ...]

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class LostRun:
    """Words of an earlier draft that first stood there and are not in the final text.

    `dropped_in` is the position of the draft that no longer has them; `start` and `end` are code
    points of the clause's text.
    """

    clause: str
    start: int
    end: int
    text: str
    words: int
    dropped_in: int

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class LostUnit:
    """A unit of an earlier draft: its words, those of them that did not survive, and which these were.

    `runs` are those that first stood in this draft: words that an earlier one had are listed there.
    """

    id: str
    words: int
    lost: int
    runs: tuple[LostRun, ...]

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class LostDraft:
    """The words of an earlier draft and those of them that are not in the final text, by unit."""

    words: int
    lost: int
    units: tuple[LostUnit, ...]

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Blame(Result):
    """Every word of a final text with the draft in which it first stood.

    `words` are those of the final text by draft, the final one last; they add up to all of its words.
    `lost` runs parallel to the earlier drafts.
    """

    chain: Chain
    clauses: tuple[BlamedClause, ...]
    words: tuple[int, ...]
    lost: tuple[LostDraft, ...]

    __repr__ = one_line

    @property
    def settings(self) -> SettingValues:
        """Those of its chain."""
        return self.chain.settings
