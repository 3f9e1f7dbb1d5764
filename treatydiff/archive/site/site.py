"""The pages of an archive's site, made one after another: drafts, comparisons, histories, front page."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from treatydiff.archive.executors import Lost, Workers, mapped, serial
from treatydiff.archive.index import Index
from treatydiff.archive.listing import ArchiveListing
from treatydiff.archive.model import Matrix, ReadFailure
from treatydiff.archive.report.matrix_html import matrix_html
from treatydiff.archive.site.chains import chains_of
from treatydiff.archive.site.draft_view import NearDraft
from treatydiff.archive.site.model import (
    Chains,
    DraftChain,
    SearchedClause,
    Site,
    SiteChain,
    SiteDraft,
    SiteStep,
)
from treatydiff.archive.site.page_names import name_of_step, page_names
from treatydiff.archive.site.pages import chain_name, site_index, site_search
from treatydiff.archive.site.work import (
    ChainTask,
    DraftTask,
    StepTask,
    chain_pages,
    draft_page,
    step_page,
)
from treatydiff.errors import TreatydiffError
from treatydiff.model import Comparison
from treatydiff.model.progress import Progress
from treatydiff.naming.wording import percent
from treatydiff.report.kit.frame import SiteFrame
from treatydiff.settings import Settings

SitePage = tuple[str, str | bytes]
"""Address relative to the top of the site, and content: a page, or a file to download."""
T = TypeVar("T")
R = TypeVar("R")

NEAREST_SHOWN = 3


def site_chains(
    archive: ArchiveListing, index: Index, *, successive: bool = False
) -> tuple[tuple[SiteDraft, ...], Chains]:
    """The drafts of an archive in the order of their dates, and how they follow one another.

    Args:
        archive: the folder.
        index: its index, up to date.
        successive: whether all drafts of a language are one chain.
    """
    held = {each.file: each for each in index.drafts()}
    entries = sorted(
        (archive.entry(file, each.printed) for file, each in held.items()), key=lambda each: each.chronology
    )
    names = page_names([entry.file.rpartition(".")[0] for entry in entries])
    drafts = []
    for entry, name in zip(entries, names, strict=True):
        own = held[entry.file]
        title = next((each.title for each in index.draft(entry.file).instruments if each.main), "")
        drafts.append(
            SiteDraft(
                entry, own.language, " ".join(title.split()), own.articles, own.words, own.pages,
                own.sha256, f"drafts/{name}.html",
            )
        )  # fmt: skip
    return tuple(drafts), chains_of(drafts, successive=successive)


def site_pages(
    archive: ArchiveListing,
    index: Index,
    settings: Settings,
    matrix: Matrix,
    drafts: Sequence[SiteDraft],
    chains: Chains,
    *,
    table: bytes | None = None,
    workers: Workers | None = None,
    progress: Progress | None = None,
) -> Iterator[SitePage]:
    """Every page of the site; the same whoever makes them.

    Args:
        archive: the folder.
        index: its index, up to date.
        settings: how to align and score.
        matrix: all pairs of its drafts.
        drafts: in the order of their dates.
        chains: how they follow one another.
        table: the reference table, where the settings name a file.
        workers: who makes the pages; this process if None.
        progress: called as pages are made.

    Raises:
        TreatydiffError: two drafts of a chain cannot be compared.
    """
    maker = _Maker(archive, index, settings, drafts, table, workers or serial(), progress)
    linked = []
    for number, chain in enumerate(chains.chains, 1):
        linked.append((yield from maker.chain(chain, number)))
    failures = tuple(
        ReadFailure(each.file, each.failure) for each in index.drafts(failed=True) if each.failure
    )
    site = Site(maker.title, tuple(drafts), tuple(linked), chains.apart, failures)
    yield from maker.drafts(site, matrix)
    yield from maker.front(site, matrix)


class _Maker:
    """What making the pages of a site takes."""

    def __init__(
        self, archive: ArchiveListing, index: Index, settings: Settings, drafts: Sequence[SiteDraft],
        table: bytes | None, workers: Workers, progress: Progress | None,
    ) -> None:  # fmt: skip
        self.title = archive.called
        self._index = index
        self._settings = settings
        self._drafts = drafts
        self._table = table
        self._workers = workers
        self._progress = progress
        self._below = SiteFrame(self.title, "../")

    def chain(self, chain: DraftChain, number: int) -> Generator[SitePage, None, SiteChain]:
        """The pages of successive drafts: comparisons, the table of articles, each article's history."""
        tasks = [
            StepTask(self._data(a), self._data(b), self._settings, self._table, self._below)
            for a, b in pairwise(chain.drafts)
        ]
        steps: list[SiteStep] = []
        comparisons: list[Comparison] = []
        made = self._mapped("comparing drafts", step_page, tasks)
        for each, (a, b) in zip(made, pairwise(chain.drafts), strict=True):
            stem = f"comparisons/{name_of_step(self._drafts[a].page, self._drafts[b].page)}"
            page = f"{stem}.html"
            yield page, each.html
            yield f"{stem}_redline.docx", each.redline
            yield f"{stem}_changes.xlsx", each.changes
            comparisons.append(each.comparison)
            steps.append(SiteStep(a, b, page, each.headline, each.carried, each.derived, each.counts))
        linked = SiteChain(chain, f"chain-{number}/index.html", tuple(steps))
        task = ChainTask(linked, self._drafts, tuple(comparisons), self._settings, self._table, self._below)
        for pages in self._mapped("following articles", chain_pages, [task]):
            yield from ((f"chain-{number}/{name}", html) for name, html in pages)
        return linked

    def drafts(self, site: Site, matrix: Matrix) -> Iterator[SitePage]:
        """The page of every draft."""
        tasks = (self._draft_task(site, at, matrix) for at in range(len(site.drafts)))
        made = self._mapped("writing drafts", draft_page, tasks, len(site.drafts))
        for draft, html in zip(site.drafts, made, strict=True):
            yield draft.page, html

    def _draft_task(self, site: Site, at: int, matrix: Matrix) -> DraftTask:
        draft = site.drafts[at]
        beside: list[tuple[str, str, str]] = []
        chain = site.chain_of(at)
        if chain is not None:
            for step in chain.steps:
                if at == step.b:
                    beside.append(("Changed since", f"../{step.page}", site.drafts[step.a].entry.name))
                elif at == step.a:
                    beside.append(("Changed in", f"../{step.page}", site.drafts[step.b].entry.name))
            name = chain_name(chain.chain)
            beside.append(("One of the successive drafts of", f"../{chain.page}", name))
        apart = next((each.reason for each in site.apart if each.draft == at), "")
        files = {each.entry.file: each for each in site.drafts}
        place = next((i for i, each in enumerate(matrix.drafts) if each.entry.file == draft.entry.file), None)
        near = matrix.neighbours[place][:NEAREST_SHOWN] if place is not None else ()
        nearest = tuple(
            NearDraft(files[matrix.drafts[each.draft].entry.file], percent(each.symmetric)) for each in near
        )
        return DraftTask(self._data(at), draft, tuple(beside), apart, nearest, self._below)

    def front(self, site: Site, matrix: Matrix) -> Iterator[SitePage]:
        """The pages at the top: all pairs, search, and last the one that leads to everything."""
        top = SiteFrame(self.title, "")
        addresses = {draft.entry.file: draft.page for draft in site.drafts}
        yield "matrix.html", matrix_html(matrix, frame=top, pages=addresses)
        clauses = [self._clauses(draft.entry.file) for draft in site.drafts]
        yield "search.html", site_search(site.drafts, clauses, top)
        yield "index.html", site_index(site)

    def _clauses(self, file: str) -> list[SearchedClause]:
        rows = self._index.rows("SELECT id, cited, text FROM clauses WHERE file = ? ORDER BY place", (file,))
        return [SearchedClause(*row) for row in rows]

    def _data(self, at: int) -> bytes:
        return self._index.data(self._drafts[at].entry.file)

    def _mapped(
        self, stage: str, call: Callable[[T], R], tasks: Iterable[T], total: int | None = None
    ) -> Iterator[R]:
        total = len(tasks) if isinstance(tasks, list) else total or 0
        for done, result in enumerate(mapped(self._workers, call, tasks), 1):
            if isinstance(result, Lost):
                raise TreatydiffError(f"{stage} ended its process each time ({result.reason})")
            if self._progress is not None:
                self._progress(stage, done, total)
            yield result
