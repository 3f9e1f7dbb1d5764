"""The work that a matrix needs, shared among workers: words of drafts, bounds of pairs, full scores."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import numpy as np

from treatydiff.archive.block_bounds import BlockTask, bound_block
from treatydiff.archive.candidates import candidate_pairs
from treatydiff.archive.executors import Lost, Workers, mapped
from treatydiff.archive.index import Index
from treatydiff.archive.index_rows import IndexedDraft, PairFigures
from treatydiff.archive.pair_scores import (
    PairTask,
    SheetTask,
    contents_of,
    make_sheet,
    measure_pairs,
    scoring_key,
)
from treatydiff.archive.pair_table import PairTable
from treatydiff.archive.run_sheets import RunSheet, SheetFile
from treatydiff.errors import TreatydiffError
from treatydiff.model.progress import Progress
from treatydiff.score.grams import Indices
from treatydiff.settings import Settings

BLOCK = 32
"""Bounds are made in blocks of so many drafts by so many: 12 MB of words travel to a worker at a time, and
each draft's runs are sorted once for every so many others."""
_BLOCK_OF_TEXTS = 16
"""The same where weights depend on both drafts, which then travel whole."""
_TOGETHER = 8

T = TypeVar("T")
R = TypeVar("R")
Name = TypeVar("Name")


class PairWork:
    """Measures pairs of the drafts of an index, and keeps there what is found.

    Args:
        drafts: in the order of a matrix.
        index: holds their texts, and the figures of pairs by contents.
        settings: how to align and score.
        reference: the reference table, where the settings name a file.
        workers: who does it.
        progress: called as work is done.
    """

    def __init__(
        self, drafts: Sequence[IndexedDraft], index: Index, settings: Settings, reference: bytes | None,
        workers: Workers, progress: Progress | None,
    ) -> None:  # fmt: skip
        self._drafts = drafts
        self._index = index
        self._settings = settings
        self._reference = reference
        self._workers = workers
        self._progress = progress
        self._method = scoring_key(settings, reference)
        self._file = {each.content: each.file for each in drafts}
        self._looked_at: set[str] = set()
        self._sheets = SheetFile(tempfile.TemporaryFile())  # noqa: SIM115 - gone with this object

    def recall(self, table: PairTable) -> None:
        """Fill in what the index knows of pairs."""
        places: dict[str, list[int]] = {}
        for place, draft in enumerate(self._drafts):
            places.setdefault(draft.content, []).append(place)
        for content_a, content_b, figures in self._index.figures(self._method):
            for a in places.get(content_a, ()):
                for b in places.get(content_b, ()):
                    at = table.place(a, b)
                    if at is not None:
                        table.bounds[at] = figures.bounds
                        if figures.scores:
                            table.scores[at] = figures.scores

    def candidates(self, floor: float) -> Indices:
        """The pairs of which a share may reach a floor, by the rare runs that they have in common.

        Args:
            floor: share above 0.
        """
        found: list[Indices] = [np.zeros((0, 2), dtype=np.int64)]
        for language in sorted({each.language for each in self._drafts}):
            places = np.array([at for at, each in enumerate(self._drafts) if each.language == language])
            if len(places) < 2:
                continue
            self._make_sheets({self._drafts[at].content for at in places})
            pairs = candidate_pairs(self._sheet_of(places), len(places), floor, self._settings.ngram)
            found += [places[each] for each in pairs]
        pairs_of_all = np.concatenate(found)
        return pairs_of_all[np.lexsort((pairs_of_all[:, 1], pairs_of_all[:, 0]))]

    def _sheet_of(self, places: Indices) -> Callable[[int], RunSheet]:
        return lambda place: self._sheets.get(self._drafts[places[place]].content)

    def bound(self, table: PairTable, floor: float = 0.0) -> None:
        """Bounds for every pair that has none, block by block.

        Args:
            table: takes them.
            floor: pairs whose bounds stay below it are not kept in the index.
        """
        missing = table.unknown()
        if not len(missing):
            return
        drafts = np.unique(np.concatenate([table.a[missing], table.b[missing]])).tolist()
        self._make_sheets({self._drafts[place].content for place in drafts})
        own = np.array([each.content in self._sheets and self._sheets.is_own(each.content)
                        for each in self._drafts])  # fmt: skip
        alone = own[table.a[missing]] & own[table.b[missing]]
        done = self._bound_blocks(table, missing[alone], floor, len(missing))
        blocks = _in_blocks(table, missing[~alone], _BLOCK_OF_TEXTS)
        self._measure(table, blocks, "bounding pairs", full=False, done=done)

    def score(self, table: PairTable, pairs: Indices) -> None:
        """Full scores of pairs.

        Args:
            table: takes them.
            pairs: their places in it, ascending.
        """
        groups: list[list[int]] = []
        for pair in pairs.tolist():
            if not groups or table.a[groups[-1][0]] != table.a[pair] or len(groups[-1]) == _TOGETHER:
                groups.append([])
            groups[-1].append(pair)
        self._measure(table, [np.array(group) for group in groups], "scoring pairs", full=True)

    def _make_sheets(self, contents: set[str]) -> None:
        wanted = sorted(each for each in contents if each not in self._sheets)
        tasks = (SheetTask(each, self._data(each), self._settings, self._reference) for each in wanted)
        named = ((each, self._file[each]) for each in wanted)
        for done, (content, sheet) in enumerate(self._mapped(make_sheet, tasks, named), 1):
            self._sheets.keep(content, sheet)
            self._tell("weighing words of drafts", done, len(wanted))

    def _bound_blocks(self, table: PairTable, pairs: Indices, floor: float, total: int) -> int:
        done = 0
        blocks = _in_blocks(table, pairs, BLOCK)
        named = ((block, self._drafts[table.a[block[0]]].file) for block in blocks)
        tasks = (self._block(table, block) for block in blocks)
        for block, bounds in self._mapped(bound_block, tasks, named):
            table.bounds[block] = bounds
            high = bounds[:, :2].max(axis=1) >= floor
            self._keep(table, block[high])
            done += len(block)
            self._tell("bounding pairs", done, total)
        return done

    def _block(self, table: PairTable, pairs: Indices) -> BlockTask:
        a, b = table.a[pairs], table.b[pairs]
        drafts = np.unique(np.concatenate([a, b]))
        sheets = tuple(self._sheets.get(self._drafts[place].content) for place in drafts)
        places = zip(np.searchsorted(drafts, a).tolist(), np.searchsorted(drafts, b).tolist(), strict=True)
        return BlockTask(sheets, tuple(places), self._settings.ngram)

    def _measure(
        self, table: PairTable, groups: Sequence[Indices], stage: str, *, full: bool, done: int = 0
    ) -> None:
        total = done + sum(map(len, groups))
        named = (
            (group, ", ".join(self._drafts[side[group[0]]].file for side in (table.a, table.b)))
            for group in groups
        )
        tasks = (self._pair_task(table, group, full=full) for group in groups)
        for group, result in self._mapped(measure_pairs, tasks, named):
            for pair, figures in zip(group.tolist(), result, strict=True):
                if full:
                    table.scores[pair] = figures.scores
                else:
                    table.bounds[pair] = figures.bounds
            self._keep(table, group)
            done += len(group)
            self._tell(stage, done, total)

    def _pair_task(self, table: PairTable, group: Indices, *, full: bool) -> PairTask:
        pairs = tuple(self._key(table, pair) for pair in group.tolist())
        drafts = tuple((each, self._data(each)) for each in contents_of(pairs))
        return PairTask(drafts, pairs, full, self._settings, self._reference)

    def _mapped(
        self, call: Callable[[T], R], tasks: Iterable[T], named: Iterable[tuple[Name, str]]
    ) -> Iterator[tuple[Name, R]]:
        """Each result with what it is of.

        Raises:
            TreatydiffError: a task ended its process each time; the second of its names says where.
        """
        for (name, where), result in zip(named, mapped(self._workers, call, tasks), strict=True):
            if isinstance(result, Lost):
                raise TreatydiffError(f"scoring ended its process each time ({result.reason})", where=where)
            yield name, result

    def _key(self, table: PairTable, pair: int) -> tuple[str, str]:
        return self._drafts[table.a[pair]].content, self._drafts[table.b[pair]].content

    def _keep(self, table: PairTable, pairs: Indices) -> None:
        figures = {}
        for pair in pairs.tolist():
            bounds = tuple(table.bounds[pair].tolist())
            figures[self._key(table, pair)] = PairFigures(bounds, table.scores.get(pair, ()))
        self._index.keep_figures(self._method, figures)

    def _data(self, content: str) -> bytes:
        """The bytes of a draft, looked at the first time that they are wanted."""
        data = self._index.data(self._file[content], looked_at=content in self._looked_at)
        self._looked_at.add(content)
        return data

    def _tell(self, stage: str, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress(stage, done, total)


def _in_blocks(table: PairTable, pairs: Indices, size: int) -> list[Indices]:
    """Pairs by blocks of so many drafts by so many: a process holds few drafts at a time."""
    if not len(pairs):
        return []
    row, column = table.a[pairs] // size, table.b[pairs] // size
    order = np.lexsort((pairs, column, row))
    pairs, row, column = pairs[order], row[order], column[order]
    new = np.flatnonzero((np.diff(row) != 0) | (np.diff(column) != 0)) + 1
    return np.split(pairs, new)
