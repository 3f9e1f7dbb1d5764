"""What the site of an archive shows: frozen dataclasses that archive makes and report renders."""

from __future__ import annotations

from treatydiff.archive.model import DraftEntry, ReadFailure
from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class SiteDraft:
    """A draft of the site, and the address of its page, relative to the top like all addresses here."""

    entry: DraftEntry
    language: str
    title: str
    articles: int
    words: int
    pages: int | None
    sha256: str
    page: str


@dataclass(frozen=True, slots=True)
class DraftChain:
    """Successive drafts of one text, in their order, by their places in the site.

    `grouped` says why they belong together and `ordered` how their order was found, both in words.
    """

    drafts: tuple[int, ...]
    language: str
    title: str
    grouped: tuple[str, ...]
    ordered: str


@dataclass(frozen=True, slots=True)
class Apart:
    """A draft that is compared with no other, by its place, and why."""

    draft: int
    reason: str


@dataclass(frozen=True, slots=True)
class Chains:
    """How the drafts of an archive follow one another, and which do not."""

    chains: tuple[DraftChain, ...]
    apart: tuple[Apart, ...]


@dataclass(frozen=True, slots=True)
class SiteStep:
    """A comparison of two consecutive drafts: its page, and what it found in words."""

    a: int
    b: int
    page: str
    headline: str
    carried: str
    derived: str
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SiteChain:
    """A chain with the address of its page and its comparisons, one less than its drafts."""

    chain: DraftChain
    page: str
    steps: tuple[SiteStep, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """The archive as its front page tells it; the drafts in the order of their dates."""

    title: str
    drafts: tuple[SiteDraft, ...]
    chains: tuple[SiteChain, ...]
    apart: tuple[Apart, ...]
    failures: tuple[ReadFailure, ...]

    def chain_of(self, draft: int) -> SiteChain | None:
        """The chain that holds a draft."""
        return next((each for each in self.chains if draft in each.chain.drafts), None)


@dataclass(frozen=True, slots=True)
class SearchedClause:
    """A clause as the search page holds it: its id, its place in words, its text."""

    id: str
    cited: str
    text: str
