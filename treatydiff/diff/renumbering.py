"""What the alignment renumbered, as ids, and the ids that cross-references resolve to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from treatydiff.language.references import Reference, Step
from treatydiff.records import dataclass

_PREFIXES = {
    "annex": "annex", "part": "part", "title": "title", "chapter": "chp", "section": "sec",
    "subsection": "subsec", "article": "art", "rule": "rule", "paragraph": "para",
    "subparagraph": "subpara", "point": "point",
}  # fmt: skip
_RANKS = dict.fromkeys(("doc", "annex", "part", "title", "chp", "sec", "subsec"), 0) | {
    "art": 1, "rule": 1, "para": 2, "subpara": 3, "point": 4,
}  # fmt: skip
_CONTAINERS = frozenset({"part", "title", "chapter", "section", "subsection"})
_CHAPTERS = frozenset(_PREFIXES[kind] for kind in _CONTAINERS)
_OPTIONS = frozenset({"opt"})
_LEFT_OUT = _CHAPTERS | _OPTIONS
_ARTICLES = frozenset({"article", "rule"})
_NUMBERED = ("art_", "rule_", "para_")
_STEM = 6
"""Letters of the name of an instrument that all its cases share."""


@dataclass(frozen=True, slots=True)
class Renumbering:
    """Which provision of A is now which of B, and in which clauses the reader stands.

    Args:
        ids: id of A -> id of B, for provisions that correspond one to one (changed or not).
        here_a, here_b: ids of the two clauses being compared, to resolve "paragraph 2 above".
        dotted: steps of these ids with a dot in their number ("art_12.3").
        known_b: the ids of B among them.
        main: title of the main instrument, case folded; what "the Agreement" is in a decision beside it.
        with_articles: the further instruments of the files that have articles of their own.
        numbered_through: whether numbers go on through chapters, so that ids need no containers.
        elsewhere: ids of A without options and containers -> the same of B, where there is one answer.
    """

    ids: Mapping[str, str] = field(default_factory=dict)
    here_a: str = ""
    here_b: str = ""
    dotted: frozenset[str] = frozenset()
    known_b: frozenset[str] = frozenset()
    main: str = ""
    with_articles: frozenset[str] = frozenset()
    numbered_through: bool = True
    elsewhere: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Gather what is looked up in the ids once; views from other clauses take it over."""
        if self.ids and not self.known_b:
            steps = {step for pair in self.ids.items() for known in pair for step in known.split("__")}
            object.__setattr__(self, "dotted", frozenset(step for step in steps if "." in step))
            object.__setattr__(self, "known_b", frozenset(self.ids.values()))
            docs = {id_.partition("__")[0] for pair in self.ids.items() for id_ in pair if "__art_" in id_}
            object.__setattr__(self, "with_articles", frozenset(docs))
            object.__setattr__(self, "numbered_through", _numbered_through(self.ids))
            object.__setattr__(self, "elsewhere", self._elsewhere())

    def _elsewhere(self) -> dict[str, str]:
        found: dict[str, set[str]] = {}
        for a, b in self.ids.items():
            found.setdefault(self._bare(a), set()).add(self._bare(b))
        return {a: partners.pop() for a, partners in found.items() if len(partners) == 1}

    def at(self, here_a: str, here_b: str) -> Renumbering:
        """The same renumbering as seen from another pair of clauses."""
        return replace(self, here_a=here_a, here_b=here_b)

    def key_of_a(self, reference: Reference) -> str:
        """What a reference in A points at, by the ids of B."""
        return self._key(reference, self.now(reference), self.here_a)

    def key_of_b(self, reference: Reference) -> str:
        """What a reference in B points at, by the ids of B."""
        return self._key(reference, self.targets_of_b(reference), self.here_b)

    def targets_of_a(self, reference: Reference) -> list[str]:
        """The ids of A that a reference in A points at."""
        return self._targets(reference, self.here_a)

    def targets_of_b(self, reference: Reference) -> list[str]:
        """The ids of B that a reference in B points at."""
        return self._targets(reference, self.here_b)

    def now(self, reference: Reference) -> list[str]:
        """The ids of B of what a reference in A points at."""
        targets = self.targets_of_a(reference)
        if reference.external and not self._of_main(reference, self.here_a):
            return targets
        here = _own_partner(self.here_a, self.here_b)
        return [self._now(target, here) for target in targets]

    def _targets(self, reference: Reference, here: str) -> list[str]:
        if self._of_main(reference, here):
            here = ""
        elif reference.external:
            return [_joined(undotted(target)) for target in reference.targets]
        return [
            _resolved(target if self._has_dotted(target) else undotted(target), here)
            for target in reference.targets
        ]

    def _of_main(self, reference: Reference, here: str) -> bool:
        """Whether a decision beside the main instrument refers to an article of that instrument."""
        doc = here.partition("__")[0]
        if not doc.startswith("doc_") or doc in self.with_articles or reference.kind not in _ARTICLES:
            return False
        return not reference.external or (
            bool(reference.of) and re.search(rf"\b{re.escape(reference.of[:_STEM])}", self.main) is not None
        )

    def _key(self, reference: Reference, targets: Sequence[str], here: str) -> str:
        """What targets are compared by: no reference names an option, and few a chapter."""
        if reference.external and not self._of_main(reference, here):
            return f"external {_listed(reference, targets)}"
        named = any(kind in _CONTAINERS for target in reference.targets for kind, _ in target)
        return _listed(
            reference, [_without(each, _OPTIONS) if named else self._bare(each) for each in targets]
        )

    def _bare(self, id_: str) -> str:
        """An id without options and, where numbers go on through chapters, without these."""
        return _without(id_, _LEFT_OUT if self.numbered_through else _OPTIONS)

    def _has_dotted(self, target: tuple[Step, ...]) -> bool:
        """Whether the drafts have an article of this very number, as "Article 12.3" of a trade agreement."""
        numbers = {f"art_{number}" for kind, number in target if kind == "article" and "." in number}
        return bool(numbers) and not numbers.isdisjoint(self.dotted)

    def _now(self, target: str, here: Mapping[str, str]) -> str:
        """The id of B for an id of A: its own, or that of the nearest provision around it."""
        steps = target.split("__")
        for length in range(len(steps), 0, -1):
            known = "__".join(steps[:length])
            partner = self.ids.get(known) or here.get(known) or self.elsewhere.get(self._bare(known))
            if partner is not None:
                return "__".join((partner, *steps[length:]))
        return target


def undotted(target: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps with "Article 2.1" taken as article 2, paragraph 1.

    Args:
        target: the steps that a reference names.
    """
    steps: list[Step] = []
    for kind, number in target:
        article, dot, paragraph = number.partition(".")
        split = kind == "article" and dot and paragraph.isdigit()
        steps += [(kind, article), ("paragraph", paragraph)] if split else [(kind, number)]
    return tuple(steps)


def _listed(reference: Reference, targets: Sequence[str]) -> str:
    return (" to " if reference.is_range else " | ").join(targets)


def _without(id_: str, prefixes: frozenset[str]) -> str:
    """An id less the steps of some kinds, if it is of a provision inside them."""
    steps = id_.split("__")
    left = [step for step in steps if step.partition("_")[0] not in prefixes]
    return "__".join(left) if left and _rank_of(left[-1]) >= _RANKS["art"] else id_


def _numbered_through(ids: Mapping[str, str]) -> bool:
    """Whether no two articles or paragraphs of a draft bear one number in two chapters."""
    for side in (ids.keys(), ids.values()):
        numbered = {id_ for id_ in side if id_.rpartition("__")[2].startswith(_NUMBERED)}
        if len({_without(id_, _CHAPTERS) for id_ in numbered}) < len(numbered):
            return False
    return True


def _joined(steps: tuple[Step, ...]) -> str:
    return "__".join(f"{_PREFIXES[kind]}_{number}" for kind, number in steps)


def _resolved(target: tuple[Step, ...], here: str) -> str:
    """The id that a target has for a reader who stands in the clause `here`."""
    kinds = {kind for kind, _ in target}
    steps = target
    if kinds & {"article", "rule"}:  # articles carry no container in their ids
        steps = tuple(step for step in target if step[0] not in _CONTAINERS)
    numbered = tuple(step for step in steps if step[1] != "this")
    if not numbered:
        return here
    rank = _RANKS[_PREFIXES[numbered[0][0]]]
    around = [step for step in here.split("__") if step and _rank_of(step) < rank]
    if numbered[0][0] in _CONTAINERS or numbered[0][0] == "annex":
        around = [step for step in around if step.startswith("doc_")]
    return "__".join((*around, _joined(numbered)))


def _rank_of(step: str) -> int:
    return _RANKS.get(step.partition("_")[0], 99)


def _own_partner(here_a: str, here_b: str) -> dict[str, str]:
    """The article of one clause and that of the other: partners, whatever else was split."""
    a, b = _article_of(here_a), _article_of(here_b)
    return {a: b} if a and b else {}


def _article_of(here: str) -> str:
    steps = here.split("__")
    last = max((index for index, step in enumerate(steps) if _rank_of(step) <= _RANKS["art"]), default=-1)
    return "__".join(steps[: last + 1])
