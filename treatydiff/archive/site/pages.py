"""The pages of an archive's site. Imports jinja2; import it where pages are made."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from treatydiff.archive.site.draft_view import DraftPage
from treatydiff.archive.site.model import DraftChain, SearchedClause, Site, SiteChain, SiteDraft
from treatydiff.archive.site.page_names import name_of_step
from treatydiff.naming.wording import counted, listed, printable
from treatydiff.records import dataclass
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.frame import SiteFrame
from treatydiff.report.kit.page_parts import page_script, page_style
from treatydiff.report.kit.pages import page_environment
from treatydiff.studies.chains.as_html import trace_html
from treatydiff.studies.chains.concordance_view import ConcordanceView
from treatydiff.studies.chains.trace_view import TraceView

_RIGHT_TO_LEFT = frozenset({"ar"})
_LANGUAGES = {
    "ar": "Arabic",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "ru": "Russian",
    "zh": "Chinese",
}


@dataclass(frozen=True, slots=True)
class PageLink:
    """An address and what it is called."""

    href: str
    label: str


@dataclass(frozen=True, slots=True)
class HistoryLinks:
    """Where the page of an article's history leads.

    `chain` is the page of its drafts; `drafts` their pages by place, `steps` the comparisons by the
    places of both drafts, `before` and `after` the articles beside it.
    """

    chain: str
    name: str
    drafts: tuple[str, ...]
    steps: Mapping[tuple[int, int], str]
    before: PageLink | None
    after: PageLink | None


def site_index(site: Site) -> str:
    """The front page: the timeline, what is compared with what, what is not and why.

    Args:
        site: everything that it says.
    """
    order = sorted(range(len(site.drafts)), key=lambda at: (site.drafts[at].entry.known_date or "9999", at))
    years = [
        (year, list(places))
        for year, places in groupby(order, key=lambda at: site.drafts[at].entry.known_date[:4])
    ]
    apart: dict[str, list[int]] = {}
    for each in site.apart:
        apart.setdefault(each.reason, []).append(each.draft)
    return _rendered(
        "site_index.html.j2",
        site=site,
        summary=_summary(site),
        years=years,
        dates=[draft.entry.known_date for draft in site.drafts],
        steps_to={step.b: step for each in site.chains for step in each.steps},
        names=[chain_name(each.chain) for each in site.chains],
        told=[chain_told(each.chain) for each in site.chains],
        apart=sorted(apart.items(), key=lambda each: (-len(each[1]), each[0])),
    )


def _summary(site: Site) -> str:
    parts = [counted(len(site.drafts), "draft", "drafts")]
    languages = sorted({draft.language for draft in site.drafts})
    if len(languages) > 1:
        parts[0] += f" in {len(languages)} languages"
    steps = sum(len(each.steps) for each in site.chains)
    if steps:
        parts.append(counted(steps, "comparison", "comparisons"))
    if site.failures:
        parts.append(f"{counted(len(site.failures), 'file', 'files')} not readable")
    return f"{' · '.join(parts)}."


def chain_name(chain: DraftChain) -> str:
    """What a chain is called: the title of its text, else its language."""
    language = _LANGUAGES.get(chain.language, chain.language)
    return chain.title or f"{counted(len(chain.drafts), 'draft', 'drafts')} in {language}"


def chain_told(chain: DraftChain) -> str:
    """Why the drafts of a chain belong together, and how their order was found."""
    return f"They belong together because {listed(chain.grouped)}. They stand {chain.ordered}."


def site_chain(
    chain: SiteChain,
    drafts: Sequence[SiteDraft],
    view: ConcordanceView,
    links: Sequence[Sequence[PageLink]],
    frame: SiteFrame,
) -> str:
    """The page of successive drafts: their comparisons, and the way of every article.

    Args:
        chain: the successive drafts and their comparisons.
        drafts: all of the archive.
        view: its concordance table.
        links: the histories of each row of the table.
        frame: the site around the page.
    """
    return _rendered(
        "site_chain.html.j2",
        frame=frame,
        name=chain_name(chain.chain),
        told=chain_told(chain.chain),
        language=chain.chain.language,
        drafts=[drafts[place] for place in chain.chain.drafts],
        all_drafts=drafts,
        steps=chain.steps,
        view=view,
        links=links,
        table_name=name_of_table(chain, drafts),
    )


def name_of_table(chain: SiteChain, drafts: Sequence[SiteDraft]) -> str:
    """The name of the files of a chain's concordance table: the first and the last draft in it.

    Args:
        chain: the successive drafts.
        drafts: all of the archive.
    """
    first, last = chain.chain.drafts[0], chain.chain.drafts[-1]
    return f"{name_of_step(drafts[first].page, drafts[last].page)}_concordance"


def site_history(view: TraceView, links: HistoryLinks, frame: SiteFrame) -> str:
    """The history of an article: the page of its trace, with links into the site.

    Args:
        view: the trace.
        links: where it leads.
        frame: the site around the page.
    """
    return trace_html(view, links=links, frame=frame)


def site_draft(page: DraftPage, frame: SiteFrame) -> str:
    """The page of a draft: what is known of it, what it is compared with, its text.

    Args:
        page: everything that it says.
        frame: the site around the page.
    """
    known = [
        (term, words)
        for term, words in (
            ("Symbol", page.draft.entry.symbol), ("File", page.draft.entry.file),
            ("Date", page.draft.entry.date), ("Issued", page.draft.entry.issued),
            ("Session", page.draft.entry.session), ("Author", page.draft.entry.author),
            ("Revises", page.draft.entry.revises), ("Corrects", page.draft.entry.corrects),
            ("Reissues", page.draft.entry.reissues),
        )
        if words
    ]  # fmt: skip
    return _rendered(
        "site_draft.html.j2",
        draft=page.draft,
        known=known,
        beside=page.beside,
        apart=page.apart,
        nearest=page.nearest,
        diagnostics=page.diagnostics,
        blocks=page.blocks,
        way="rtl" if page.draft.language in _RIGHT_TO_LEFT else "auto",
        frame=frame,
    )


def site_search(
    drafts: Sequence[SiteDraft], clauses: Sequence[Sequence[SearchedClause]], frame: SiteFrame
) -> str:
    """The search page, with every clause of the archive inside, so that it works from a folder.

    Args:
        drafts: of the archive.
        clauses: of each draft.
        frame: the site around the page.
    """
    data = [
        {
            "name": printable(draft.entry.name), "page": draft.page, "date": draft.entry.known_date,
            "language": draft.language, "way": "rtl" if draft.language in _RIGHT_TO_LEFT else "auto",
            "clauses": [(each.id, printable(each.cited), printable(each.text)) for each in own],
        }
        for draft, own in zip(drafts, clauses, strict=True)
    ]  # fmt: skip
    # Inside a script element only "<" can end it early; JSON may write it as an escape anywhere.
    index = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    script, script_hash = page_script(__package__ or "", "search.js")
    return _rendered(
        "site_search.html.j2",
        frame=frame,
        drafts=drafts,
        clauses=sum(map(len, clauses)),
        languages=sorted({draft.language for draft in drafts}),
        index=Markup(index),
        script=script,
        script_hash=script_hash,
    )


def _rendered(template: str, **said: object) -> str:
    style = Markup(page_style(in_site=True))
    return page_environment(__package__).get_template(template).render(style=style, tool=TOOL, **said)
