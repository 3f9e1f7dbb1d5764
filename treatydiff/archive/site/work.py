"""The work on a site that other processes can do: pages of comparisons, of articles, of drafts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from treatydiff.archive.site.draft_view import DraftPage, NearDraft, doubts_of, text_blocks
from treatydiff.archive.site.model import SiteChain, SiteDraft
from treatydiff.archive.site.page_names import page_names
from treatydiff.archive.site.pages import (
    HistoryLinks,
    PageLink,
    chain_name,
    name_of_table,
    site_chain,
    site_draft,
    site_history,
)
from treatydiff.model import Comparison
from treatydiff.model.draft_codec import decode_draft
from treatydiff.naming.citations import unit_label
from treatydiff.pipeline import compare_drafts
from treatydiff.records import dataclass
from treatydiff.report.comparison.as_docx import comparison_docx
from treatydiff.report.comparison.as_html import page_of_comparison
from treatydiff.report.comparison.view import comparison_view
from treatydiff.report.kit.frame import SiteFrame
from treatydiff.settings import Settings
from treatydiff.studies.chains.chain import chain_of
from treatydiff.studies.chains.concordance import concordance_of
from treatydiff.studies.chains.concordance_as_docx import concordance_docx
from treatydiff.studies.chains.concordance_as_xlsx import concordance_xlsx
from treatydiff.studies.chains.concordance_view import (
    CellView,
    concordance_view,
    concordance_view_with_texts,
)
from treatydiff.studies.chains.model import Chain
from treatydiff.studies.chains.trace import trace_provision
from treatydiff.studies.chains.trace_view import ChainViews, trace_view
from treatydiff.studies.changes.as_xlsx import changes_xlsx
from treatydiff.studies.changes.list_changes import list_changes


@dataclass(frozen=True, slots=True)
class StepTask:
    """Two consecutive drafts to compare; everything travels along."""

    a: bytes = field(repr=False)
    b: bytes = field(repr=False)
    settings: Settings
    table: bytes | None = field(repr=False)
    frame: SiteFrame


@dataclass(frozen=True, slots=True)
class StepPage:
    """The page of a comparison, the comparison, what it says in a line or two, and what can be downloaded."""

    html: str
    redline: bytes = field(repr=False)
    changes: bytes = field(repr=False)
    comparison: Comparison
    headline: str
    carried: str
    derived: str
    counts: tuple[str, ...]


def step_page(task: StepTask) -> StepPage:
    """Compare two drafts and make the page of it; a function for other processes."""
    a, b = decode_draft(task.a), decode_draft(task.b)
    comparison = compare_drafts(a, b, task.settings, reference_table=task.table)
    view = comparison_view(comparison)
    counts = tuple(each.words for each in view.counts)
    return StepPage(
        page_of_comparison(comparison, view, task.frame), comparison_docx(comparison),
        changes_xlsx(list_changes(comparison)), comparison, view.headline, view.shares.carried,
        view.shares.derived, counts,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ChainTask:
    """Successive drafts that have been compared, and all drafts of the archive."""

    chain: SiteChain
    drafts: Sequence[SiteDraft]
    comparisons: tuple[Comparison, ...] = field(repr=False)
    settings: Settings
    table: bytes | None = field(repr=False)
    frame: SiteFrame


def chain_pages(task: ChainTask) -> tuple[tuple[str, str | bytes], ...]:
    """The page of a chain, its table, the history of each article; a function for other processes."""
    steps = task.comparisons
    chain = chain_of(
        (steps[0].a, *(step.b for step in steps)), steps, task.settings, reference_table=task.table
    )
    table = concordance_of(chain)
    view = concordance_view(table)
    texts = concordance_view_with_texts(table)
    shared = ChainViews(chain)
    found = {
        (at, id_): unit_label(shared.places[at], id_) for row in view.rows for at, id_ in _keys(row.cells)
    }
    # The page of the chain itself comes first, so that no provision can take its name.
    names = page_names(["index", *(id_ for _, id_ in found)])[1:]
    addresses = {key: f"{name}.html" for key, name in zip(found, names, strict=True)}
    links = [[PageLink(addresses[key], found[key]) for key in _keys(row.cells)] for row in view.rows]
    table_name = name_of_table(task.chain, task.drafts)
    pages: list[tuple[str, str | bytes]] = [
        ("index.html", site_chain(task.chain, task.drafts, view, links, task.frame)),
        (f"{table_name}.xlsx", concordance_xlsx(texts)),
        (f"{table_name}.docx", concordance_docx(texts)),
    ]
    pages += _history_pages(task, chain, shared, found, addresses)
    return tuple(pages)


Key = tuple[int, str]
"""A provision whose history has a page: the place in the chain of the last draft that has it, its id."""


def _keys(cells: Sequence[CellView]) -> list[Key]:
    last = max(at for at, cell in enumerate(cells) if cell.ids)
    return [(last, id_) for id_ in cells[last].ids]


def _history_pages(
    task: ChainTask, chain: Chain, shared: ChainViews, found: dict[Key, str], addresses: dict[Key, str]
) -> Iterator[tuple[str, str]]:
    drafts = tuple(f"{task.frame.root}{task.drafts[at].page}" for at in task.chain.chain.drafts)
    steps = {
        (at, at + 1): f"{task.frame.root}{step.page}" for at, step in enumerate(task.chain.steps)
    }  # fmt: skip
    keys = list(found)
    for place, (at, id_) in enumerate(keys):
        trace = trace_provision(chain, id_, draft=str(at + 1))
        beside = [
            PageLink(addresses[keys[other]], found[keys[other]]) if 0 <= other < len(keys) else None
            for other in (place - 1, place + 1)
        ]
        links = HistoryLinks("index.html", chain_name(task.chain.chain), drafts, steps, *beside)
        yield addresses[at, id_], site_history(trace_view(trace, shared), links, task.frame)


@dataclass(frozen=True, slots=True)
class DraftTask:
    """A draft to make the page of, and what is said beside its text."""

    data: bytes = field(repr=False)
    draft: SiteDraft
    beside: tuple[tuple[str, str, str], ...]
    apart: str
    nearest: tuple[NearDraft, ...]
    frame: SiteFrame


def draft_page(task: DraftTask) -> str:
    """The page of a draft; a function for other processes."""
    draft = decode_draft(task.data)
    page = DraftPage(
        task.draft, task.beside, task.apart, task.nearest, doubts_of(draft), text_blocks(draft)
    )  # fmt: skip
    return site_draft(page, task.frame)
