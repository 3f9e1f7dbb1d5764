"""All pairs of an archive's drafts: bounds for every pair, full scores for those that matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np

from treatydiff.archive.executors import Workers, serial
from treatydiff.archive.index import Index
from treatydiff.archive.index_rows import IndexedDraft
from treatydiff.archive.listing import ArchiveListing
from treatydiff.archive.model import DraftEntry, Matrix, MatrixDraft, ReadFailure
from treatydiff.archive.pair_table import CellTable, PairTable, all_pairs
from treatydiff.archive.pair_work import PairWork
from treatydiff.model.progress import Progress
from treatydiff.score.grams import Indices
from treatydiff.settings import Settings

THRESHOLD = 0.5
"""Pairs are scored in full where at least so much of either draft may be carried in the other."""
NEAREST = 1
"""So many nearest drafts of each are found for certain, as far as they are as near as `FLOOR`."""
SHOWN = 5
"""So many are given; those beyond the certain ones are the nearest among the pairs scored."""
MOST_PAIRS = 5_000
"""So many pairs are scored in full at most: about twenty minutes of one processor."""
WHOLE = 200
"""Up to so many drafts every pair gets a bound, and is listed."""
FLOOR = 0.25
"""Of more drafts, those pairs are looked at of which a share may reach so much. The nearest of a draft are
made certain from here on too, whatever the size: docs/decisions/0010-nearest-from-a-quarter.md."""


def build_matrix(
    archive: ArchiveListing,
    index: Index,
    settings: Settings,
    *,
    table: bytes | None = None,
    threshold: float = THRESHOLD,
    nearest: int = NEAREST,
    most_pairs: int = MOST_PAIRS,
    floor: float | None = None,
    workers: Workers | None = None,
    progress: Progress | None = None,
) -> Matrix:
    """Hold every draft of an archive against every other of its language, the earlier as A.

    Every pair gets a bound that its shares cannot exceed; in a large archive only those do that have rare
    runs of words in common, and with them every pair of which a share reaches the floor (`candidates`).
    Scored in full are the pairs with a bound of
    `threshold` or more, and, in rounds, those that may be among the `nearest` of a draft: as long as
    the bound of a pair exceeds the last of the nearest found, it is scored (the threshold algorithm of
    Fagin, Lotem and Naor, 2001, on one list). It ends where no
    bound reaches the floor: a draft to which nothing is that near has its most promising pairs scored, and
    is said not to be certain. Figures are kept by the contents of the drafts.

    Args:
        archive: the folder.
        index: its index, up to date.
        settings: how to align and score.
        table: the reference table, where the settings name a file.
        threshold: share from 0 (everything in full) to 1.
        nearest: how many neighbours of each draft are made certain.
        most_pairs: limit on full scores; what it leaves out keeps its bound.
        floor: pairs of which no share reaches it are not listed, and no nearest draft is sought among them;
            None lists all of up to `WHOLE` drafts, and seeks the nearest from `FLOOR` on.
        workers: who scores; this process if None.
        progress: called as pairs are done.
    """
    entries = {each.file: archive.entry(each.file, each.printed) for each in index.drafts()}
    drafts = sorted(index.drafts(), key=lambda each: entries[each.file].chronology)
    work = PairWork(drafts, index, settings, table, workers or serial(), progress)
    sought = min(FLOOR, threshold) if floor is None else floor
    if floor is None:
        floor = sought if len(drafts) > WHOLE else 0.0
    pairs = work.candidates(floor) if floor > 0.0 else all_pairs([each.language for each in drafts])
    known = PairTable(len(drafts), pairs)
    work.recall(known)
    work.bound(known, floor)
    known = known.reaching(floor)
    limited = not _score(work, known, np.flatnonzero(known.either() >= threshold), most_pairs)
    while not limited:
        wanted = known.contenders(nearest, sought)
        if not len(wanted):
            break
        limited = not _score(work, known, wanted, most_pairs)
    together = Counter(each.language for each in drafts)
    others = np.array([together[each.language] - 1 for each in drafts], dtype=np.int64)
    unlisted = np.where(known.pairs_of_drafts() < others, floor, 0.0)
    failures = (each for each in index.drafts(failed=True) if each.failure)
    return Matrix(
        drafts=tuple(_matrix_draft(entries, each) for each in drafts),
        cells=CellTable(known),
        order=tuple(range(known.count)),
        neighbours=tuple(known.neighbours(max(SHOWN, nearest), unlisted)),
        threshold=threshold,
        pairs=sum(count * (count - 1) // 2 for count in together.values()),
        measured=len(known.scores),
        limited=limited,
        failures=tuple(ReadFailure(each.file, each.failure) for each in failures),
        title=archive.called,
        floor=floor,
        looked_at=len(pairs),
        sought=sought,
    )


def _score(work: PairWork, known: PairTable, pairs: Indices, most: int) -> bool:
    """Score pairs in full as far as the limit allows; whether it allowed all of them."""
    wanted = np.setdiff1d(pairs, known.scored())
    allowed = np.sort(known.by_promise(wanted)[: max(0, most - len(known.scores))])
    work.score(known, allowed)
    return len(allowed) == len(wanted)


def _matrix_draft(entries: Mapping[str, DraftEntry], draft: IndexedDraft) -> MatrixDraft:
    return MatrixDraft(entries[draft.file], draft.language, draft.articles, draft.words)
