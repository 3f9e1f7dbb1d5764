"""For every clause of a draft, where its words stood before: the earliest and the closest passage.

numpy loads with this module; import it only where precedents are looked for.
"""

from __future__ import annotations

import numpy as np

from treatydiff.archive.index import Index
from treatydiff.archive.listing import ArchiveListing
from treatydiff.archive.model import DraftEntry, Precedent, PrecedentPassage, Precedents
from treatydiff.errors import UsageError
from treatydiff.model import Draft
from treatydiff.model.progress import Progress
from treatydiff.naming.citations import citation, places_of
from treatydiff.records import dataclass
from treatydiff.score.draft_words import DraftWords, draft_words
from treatydiff.score.grams import Grams, Indices, Shares, clause_grams, covered, offered_grams

THRESHOLD = 0.5
"""Share of a clause's words in runs that one earlier clause has too, from which on it is a precedent."""
_CANDIDATES = 3
"""Clauses of an instrument that are measured for each clause: those that share most runs."""
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class _Best:
    """The best clause of one instrument for every clause of the draft, by place, with its share."""

    clause: Indices
    share: Shares


def find_precedents(
    draft: Draft,
    archive: ArchiveListing,
    index: Index,
    *,
    before: str = "",
    ngram: int = 3,
    threshold: float = THRESHOLD,
    progress: Progress | None = None,
) -> Precedents:
    """Look for every clause of a draft in the earlier instruments of an archive.

    The share is plain: words of the clause in runs of `ngram` words that one clause of the other
    instrument has too, formulas counted in full, since whether a formula is usual is what is asked.

    Args:
        draft: the draft, possibly narrowed.
        archive: the folder of instruments.
        index: its index.
        before: only instruments of an earlier date count, "2022-06-01" or a beginning of it; ""
            takes the date that the draft prints, and all instruments if it prints none.
        ngram: length of the runs.
        threshold: share of a clause's words that makes a precedent.
        progress: called as instruments are done.

    Raises:
        UsageError: no earlier instrument in the draft's language is there.
    """
    from treatydiff.archive.printed_metadata import printed_entry

    date = before or _own_date(archive, index, draft) or printed_entry(draft).known_date
    earlier, undated = _earlier(archive, index, draft, date)
    if not earlier:
        raise UsageError(f"the archive has nothing in {draft.language} before {date or 'this draft'}",
                         hint="--before DATE says when the draft was made")  # fmt: skip
    own = draft_words(draft)
    runs = clause_grams(own.row, ngram)
    count = len(own.clauses)
    first: list[tuple[DraftEntry, int, float] | None] = [None] * count
    most: list[tuple[DraftEntry, int, float] | None] = [None] * count
    for done, entry in enumerate(earlier, 1):
        best = _best_clauses(own, runs, draft_words(index.draft(entry.file)), ngram)
        for clause, (place, share) in enumerate(zip(best.clause.tolist(), best.share.tolist(), strict=True)):
            if share < threshold - _ROUNDING:
                continue
            if first[clause] is None:
                first[clause] = (entry, place, share)
            held = most[clause]
            if held is None or share > held[2] + _ROUNDING:
                most[clause] = (entry, place, share)
        if progress is not None:
            progress("looking for precedents", done, len(earlier))
    return Precedents(
        draft.source.label, date, _told(draft, own, first, most, index), threshold, len(earlier),
        undated,
    )  # fmt: skip


def _own_date(archive: ArchiveListing, index: Index, draft: Draft) -> str:
    """The date that the archive's listing gives the draft itself, where it holds it."""
    return next(
        (archive.entry(each.file, each.printed).known_date for each in index.drafts()
         if each.sha256 == draft.source.sha256),
        "",
    )  # fmt: skip


def _earlier(
    archive: ArchiveListing, index: Index, draft: Draft, date: str
) -> tuple[list[DraftEntry], tuple[str, ...]]:
    """The instruments of the draft's language made before a date, in time, and the files without a date.

    Where the draft has a date, a text without one is left out: nothing says that it is earlier. So is
    one of the same year or month where that is all its date says.
    """
    found = []
    for each in index.drafts():
        entry = archive.entry(each.file, each.printed)
        if each.language == draft.language and each.sha256 != draft.source.sha256:
            found.append(entry)
    undated = tuple(sorted(entry.file for entry in found if not entry.known_date))
    if date:
        found = [entry for entry in found if entry.known_date and _before(entry.known_date, date)]
    return sorted(
        found, key=lambda entry: (not entry.known_date, entry.known_date, entry.chronology)
    ), undated


def _before(one: str, other: str) -> bool:
    """Whether a date is earlier than another to the place that both of them give."""
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]


def _best_clauses(own: DraftWords, runs: Grams, other: DraftWords, ngram: int) -> _Best:
    count, total = len(own.clauses), len(own.row.numbers)
    best = _Best(np.full(count, -1, dtype=np.int64), np.zeros(count))
    offered = offered_grams(other.row, ngram, np.unique(runs.size).tolist())
    run, clause = _shared(runs, offered, other)
    if not len(run):
        return best
    run_clause = own.row.clause[runs.start]
    cell = run_clause[run] * len(other.clauses) + clause
    cells, shared = np.unique(cell, return_counts=True)
    own_of, other_of = cells // len(other.clauses), cells % len(other.clauses)
    order = np.lexsort((other_of, -shared, own_of))
    own_of, other_of = own_of[order], other_of[order]
    rank = np.arange(len(own_of)) - np.searchsorted(own_of, own_of, side="left")
    lengths = np.maximum(own.row.lengths(), 1)
    for place in range(_CANDIDATES):
        candidate = np.full(count, -1, dtype=np.int64)
        candidate[own_of[rank == place]] = other_of[rank == place]
        hit = np.zeros(len(runs.numbers), dtype=bool)
        hit[run[candidate[run_clause[run]] == clause]] = True
        words = np.bincount(own.row.clause, covered(total, runs, hit), count)
        share = words / lengths
        better = share > best.share + _ROUNDING
        best = _Best(np.where(better, candidate, best.clause), np.where(better, share, best.share))
    return best


def _shared(runs: Grams, offered: Grams, other: DraftWords) -> tuple[Indices, Indices]:
    """Every pair of a run and a clause of the other draft that has it, once, as two columns."""
    order = np.argsort(offered.numbers, kind="stable")
    numbers = offered.numbers[order]
    clause_of = other.row.clause[offered.start[order]]
    low = np.searchsorted(numbers, runs.numbers, side="left")
    repeats = np.searchsorted(numbers, runs.numbers, side="right") - low
    run = np.repeat(np.arange(len(low)), repeats)
    within = np.arange(len(run)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    clause = clause_of[np.repeat(low, repeats) + within]
    pairs = np.unique(run * len(other.clauses) + clause)
    return pairs // len(other.clauses), pairs % len(other.clauses)


def _told(
    draft: Draft,
    own: DraftWords,
    first: list[tuple[DraftEntry, int, float] | None],
    most: list[tuple[DraftEntry, int, float] | None],
    index: Index,
) -> tuple[Precedent, ...]:
    quoted = _Quoted(index)
    places = places_of(draft)
    lengths = dict(zip(own.clauses, own.row.lengths().tolist(), strict=True))
    at = {id_: place for place, id_ in enumerate(own.clauses)}
    told = []
    for unit in draft.units():
        for leaf in unit.clauses():
            if not lengths.get(leaf.id):
                continue
            cited = citation("", places, unit.id, leaf.id if leaf.id != unit.id else None)
            earliest, closest = first[at[leaf.id]], most[at[leaf.id]]
            told.append(Precedent(
                leaf.id, cited.removeprefix(", "), leaf.text, lengths[leaf.id],
                quoted.passage(*earliest) if earliest else None,
                quoted.passage(*closest) if closest else None,
            ))  # fmt: skip
    return tuple(told)


class _Quoted:
    """Passages of the index by the place of their clause among those of a draft."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._ids: dict[str, tuple[str, ...]] = {}
        self._rows: dict[str, dict[str, tuple[str, str]]] = {}

    def passage(self, entry: DraftEntry, place: int, share: float) -> PrecedentPassage:
        """The clause at a place, as the index keeps it."""
        if entry.file not in self._ids:
            self._ids[entry.file] = draft_words(self._index.draft(entry.file)).clauses
            rows = self._index.rows("SELECT id, cited, text FROM clauses WHERE file = ?", (entry.file,))
            self._rows[entry.file] = {id_: (cited, text) for id_, cited, text in rows}
        id_ = self._ids[entry.file][place]
        cited, text = self._rows[entry.file].get(id_, ("", ""))
        return PrecedentPassage(entry, id_, cited, text, share)
