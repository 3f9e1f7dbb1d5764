"""All pairs of an archive's drafts: bounds for every pair, full scores for those that matter."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations_with_replacement

from treatydiff.archive.executors import Lost, Workers, mapped, serial
from treatydiff.archive.index import Index
from treatydiff.archive.index_rows import IndexedDraft, PairFigures
from treatydiff.archive.listing import ArchiveListing
from treatydiff.archive.model import Cell, DraftEntry, Matrix, MatrixDraft, Neighbour, ReadFailure
from treatydiff.archive.pair_scores import PairTask, contents_of, measure_pairs, scoring_key
from treatydiff.errors import TreatydiffError
from treatydiff.model.progress import Progress
from treatydiff.settings import Settings

Pair = tuple[int, int]

THRESHOLD = 0.5
"""Pairs are scored in full where at least so much of either draft may be carried in the other."""
NEAREST = 1
"""So many nearest drafts of each are found for certain (sixty trade agreements: 477 of 1,770 pairs in full
for one, 1,082 for three)."""
SHOWN = 5
"""So many are given; those beyond the certain ones are the nearest among the pairs scored."""
MOST_PAIRS = 5_000
"""So many pairs are scored in full at most: about twenty minutes of one processor."""
_BLOCK = 16
_TOGETHER = 8


def build_matrix(
    archive: ArchiveListing,
    index: Index,
    settings: Settings,
    *,
    table: bytes | None = None,
    threshold: float = THRESHOLD,
    nearest: int = NEAREST,
    most_pairs: int = MOST_PAIRS,
    workers: Workers | None = None,
    progress: Progress | None = None,
) -> Matrix:
    """Hold every draft of an archive against every other of its language, the earlier as A.

    Every pair gets a bound that its shares cannot exceed. Scored in full are the pairs with a bound of
    `threshold` or more, and, in rounds, those that may be among the `nearest` of a draft: as long as
    the bound of a pair exceeds the last of the nearest found, it is scored (the threshold algorithm of
    Fagin, Lotem and Naor, 2001, on one list). Figures are kept by the contents of the drafts.

    Args:
        archive: the folder.
        index: its index, up to date.
        settings: how to align and score.
        table: the reference table, where the settings name a file.
        threshold: share from 0 (everything in full) to 1.
        nearest: how many neighbours of each draft are made certain.
        most_pairs: limit on full scores; what it leaves out keeps its bound.
        workers: who scores; this process if None.
        progress: called as pairs are done.
    """
    entries = {each.file: archive.entry(each.file, each.printed) for each in index.drafts()}
    drafts = sorted(index.drafts(), key=lambda each: entries[each.file].chronology)
    board = _Board(drafts, index, settings, table, workers or serial(), progress)
    board.bound_all()
    limited = not board.score(board.likely(threshold), most_pairs)
    while not limited:
        wanted = board.contenders(nearest)
        if not wanted:
            break
        limited = not board.score(wanted, most_pairs)
    found = board.matrix(entries, threshold, nearest, limited=limited)
    return replace(found, title=archive.called)


class _Board:
    """The pairs of a matrix and what is known of each."""

    def __init__(
        self, drafts: Sequence[IndexedDraft], index: Index, settings: Settings, table: bytes | None,
        workers: Workers, progress: Progress | None,
    ) -> None:  # fmt: skip
        self._drafts = drafts
        self._index = index
        self._settings = settings
        self._table = table
        self._workers = workers
        self._progress = progress
        self._method = scoring_key(settings, table)
        self._pairs: list[Pair] = [
            (i, j) for i in range(len(drafts)) for j in range(i + 1, len(drafts))
            if drafts[i].language == drafts[j].language
        ]  # fmt: skip
        known = index.figures(self._method)
        self._known = {pair: known[self._key(pair)] for pair in self._pairs if self._key(pair) in known}
        self._file = {each.content: each.file for each in drafts}

    def _key(self, pair: Pair) -> tuple[str, str]:
        return self._drafts[pair[0]].content, self._drafts[pair[1]].content

    def bound_all(self) -> None:
        """Bounds for every pair, block by block so that a process holds few drafts at a time."""
        missing = [pair for pair in self._pairs if pair not in self._known]
        blocks: dict[Pair, list[Pair]] = {}
        for i, j in missing:
            blocks.setdefault((i // _BLOCK, j // _BLOCK), []).append((i, j))
        order = [
            block for block in combinations_with_replacement(range(len(self._drafts) // _BLOCK + 1), 2)
            if block in blocks
        ]  # fmt: skip
        self._measure([blocks[block] for block in order], "bounding pairs", full=False)

    def score(self, pairs: Sequence[Pair], most: int) -> bool:
        """Score pairs in full as far as the limit allows; whether it allowed all of them."""
        wanted = [pair for pair in pairs if not self._known[pair].scores]
        room = max(0, most - sum(bool(each.scores) for each in self._known.values()))
        allowed = sorted(sorted(wanted, key=lambda pair: (-self._either(pair), pair))[:room])
        groups: list[list[Pair]] = []
        for pair in allowed:
            if not groups or groups[-1][0][0] != pair[0] or len(groups[-1]) == _TOGETHER:
                groups.append([])
            groups[-1].append(pair)
        self._measure(groups, "scoring pairs", full=True)
        return len(allowed) == len(wanted)

    def _measure(self, groups: Sequence[Sequence[Pair]], stage: str, *, full: bool) -> None:
        done, total = 0, sum(map(len, groups))
        for group, result in zip(groups, mapped(self._workers, measure_pairs, self._tasks(groups, full)),
                                 strict=True):  # fmt: skip
            if isinstance(result, Lost):
                names = ", ".join(self._drafts[place].file for place in group[0])
                raise TreatydiffError(f"scoring ended its process each time ({result.reason})", where=names)
            figures = dict(zip(map(self._key, group), result, strict=True))
            self._index.keep_figures(self._method, figures)
            self._known.update(zip(group, result, strict=True))
            done += len(group)
            if self._progress is not None:
                self._progress(stage, done, total)

    def _tasks(self, groups: Sequence[Sequence[Pair]], full: bool) -> Iterator[PairTask]:
        for group in groups:
            pairs = tuple(map(self._key, group))
            drafts = tuple((each, self._index.data(self._file[each])) for each in contents_of(pairs))
            yield PairTask(drafts, pairs, full, self._settings, self._table)

    def likely(self, threshold: float) -> list[Pair]:
        """The pairs of which a share may reach the threshold."""
        return [pair for pair in self._pairs if self._either(pair) >= threshold]

    def contenders(self, nearest: int) -> list[Pair]:
        """Pairs not scored yet that may be among the nearest of one of their drafts."""
        wanted: set[Pair] = set()
        for pairs in self._pairs_of().values():
            scored = sorted(
                (_symmetric(self._known[p]) for p in pairs if self._known[p].scores), reverse=True
            )
            least = scored[nearest - 1] if len(scored) >= nearest else -1.0
            open_pairs = [p for p in pairs if not self._known[p].scores and _bound(self._known[p]) > least]
            open_pairs.sort(key=lambda p: (-_bound(self._known[p]), p))
            wanted.update(open_pairs[: max(1, nearest - len(scored))])
        return sorted(wanted)

    def _pairs_of(self) -> dict[int, list[Pair]]:
        pairs_of: dict[int, list[Pair]] = {place: [] for place in range(len(self._drafts))}
        for pair in self._pairs:
            for place in pair:
                pairs_of[place].append(pair)
        return pairs_of

    def _either(self, pair: Pair) -> float:
        return max(self._known[pair].bounds[:2])

    def matrix(
        self, entries: Mapping[str, DraftEntry], threshold: float, nearest: int, *, limited: bool
    ) -> Matrix:
        """What is known, as a matrix."""
        cells: dict[Pair, Cell] = {}
        for (i, j), figures in self._known.items():
            cells[i, j] = _cell(figures.bounds[0], figures.scores[:5])
            cells[j, i] = _cell(figures.bounds[1], figures.scores[5:])
        failures = (each for each in self._index.drafts(failed=True) if each.failure)
        return Matrix(
            drafts=tuple(
                MatrixDraft(entries[each.file], each.language, each.articles, each.words)
                for each in self._drafts
            ),
            cells=cells,
            order=tuple(range(len(self._drafts))),
            neighbours=tuple(self._neighbours(nearest)),
            threshold=threshold,
            pairs=len(self._pairs),
            measured=sum(bool(each.scores) for each in self._known.values()),
            limited=limited,
            failures=tuple(ReadFailure(each.file, each.failure) for each in failures),
        )

    def _neighbours(self, nearest: int) -> Iterator[tuple[Neighbour, ...]]:
        for place, pairs in self._pairs_of().items():
            known = {pair: self._known[pair] for pair in pairs}
            scored = [(_symmetric(each), pair) for pair, each in known.items() if each.scores]
            unscored = max((_bound(each) for each in known.values() if not each.scores), default=0.0)
            scored.sort(key=lambda each: (-each[0], each[1]))
            yield tuple(
                Neighbour(pair[0] if pair[1] == place else pair[1], share, certain=share >= unscored)
                for share, pair in scored[: max(SHOWN, nearest)]
            )


def _cell(bound: float, scores: tuple[float, ...]) -> Cell:
    if not scores:
        return Cell(bound)
    weight, carried, same, words, verbatim = scores
    return Cell(
        bound,
        carried / weight if weight > 0.0 else 0.0,
        None if math.isnan(same) or weight <= 0.0 else same / weight,
        verbatim / words if words else None,
    )


def _symmetric(figures: PairFigures) -> float:
    weight = figures.scores[0] + figures.scores[5]
    return (figures.scores[1] + figures.scores[6]) / weight if weight > 0.0 else 0.0


def _bound(figures: PairFigures) -> float:
    """What the symmetric share cannot exceed."""
    bound_a, bound_b, weight_a, weight_b = figures.bounds
    weight = weight_a + weight_b
    return (bound_a * weight_a + bound_b * weight_b) / weight if weight > 0.0 else 0.0
