"""What the articles of an instrument are called: articles, or principles, regulations, guidelines, rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from treatydiff.model import Draft, Instrument, Provision
from treatydiff.naming import wording
from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class UnitName:
    """A noun for the units that have headings: "article", "articles"."""

    one: str
    many: str

    def counted(self, number: int) -> str:
        """A number with the noun: "44 regulations"."""
        return wording.counted(number, self.one, self.many)


ARTICLE = UnitName("article", "articles")
RULE = UnitName("rule", "rules")


def rule_name(called: str) -> UnitName:
    """The noun for rules of one sort; "rule" where the draft does not say which."""
    return UnitName(called, f"{called}s") if called else RULE


def unit_name(drafts: Iterable[Draft]) -> UnitName:
    """The noun for what the drafts' headings number: that of the commonest sort of rules if no articles."""
    counts = Counter(name for draft in drafts for name in _names(draft.instruments))
    if not counts or counts[ARTICLE]:
        return ARTICLE
    return max(counts, key=lambda name: (counts[name], name.one))


def units_counted(draft: Draft) -> str:
    """How many articles and rules stand outside annexes: "26 articles", "44 regulations"."""
    counts = Counter(_names(draft.instruments))
    rules = sorted((name for name in counts if name != ARTICLE), key=lambda name: (-counts[name], name.one))
    parts = [ARTICLE.counted(counts[ARTICLE])] if counts[ARTICLE] or not rules else []
    return wording.listed([*parts, *(name.counted(counts[name]) for name in rules)])


def rule_counts(instrument: Instrument) -> list[tuple[UnitName, int]]:
    """The sorts of rules of an instrument outside annexes, the commonest first, with their numbers."""
    counts = Counter(name for name in _names((instrument,)) if name != ARTICLE)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0].one))


def _names(instruments: Iterable[Instrument]) -> Iterator[UnitName]:
    for instrument in instruments:
        for top in instrument.provisions:
            if top.kind != "annex":
                yield from (_name(node) for node in top.walk() if node.kind in ("article", "rule"))


def _name(node: Provision) -> UnitName:
    return ARTICLE if node.kind == "article" else rule_name(node.called)
