"""What the alignment renumbered, as ids, and the ids that cross-references resolve to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from treatydiff.language.references import Reference, Step

_PREFIXES = {
    "annex": "annex", "part": "part", "title": "title", "chapter": "chp", "section": "sec",
    "subsection": "subsec", "article": "art", "rule": "rule", "paragraph": "para",
    "subparagraph": "subpara", "point": "point",
}  # fmt: skip
_RANKS = {
    "doc": 0, "annex": 1, "part": 2, "title": 2, "chp": 3, "sec": 4, "subsec": 5, "art": 6, "rule": 6,
    "para": 7, "subpara": 8, "point": 9,
}  # fmt: skip
_CONTAINERS = frozenset({"part", "title", "chapter", "section", "subsection"})


@dataclass(frozen=True, slots=True)
class Renumbering:
    """Which provision of A is now which of B, and in which clauses the reader stands.

    Args:
        ids: id of A -> id of B, for provisions that correspond one to one (changed or not).
        here_a, here_b: ids of the two clauses being compared, to resolve "paragraph 2 above".
        dotted: steps of these ids with a dot in their number ("art_12.3").
        known_b: the ids of B among them.
    """

    ids: Mapping[str, str] = field(default_factory=dict)
    here_a: str = ""
    here_b: str = ""
    dotted: frozenset[str] = frozenset()
    known_b: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Gather what is looked up in the ids once; views from other clauses take it over."""
        if self.ids and not self.known_b:
            steps = {step for pair in self.ids.items() for known in pair for step in known.split("__")}
            object.__setattr__(self, "dotted", frozenset(step for step in steps if "." in step))
            object.__setattr__(self, "known_b", frozenset(self.ids.values()))

    def at(self, here_a: str, here_b: str) -> Renumbering:
        """The same renumbering as seen from another pair of clauses."""
        return replace(self, here_a=here_a, here_b=here_b)

    def key_of_a(self, reference: Reference) -> str:
        """What a reference in A points at, by the ids of B."""
        return _key(reference, self.now(reference))

    def key_of_b(self, reference: Reference) -> str:
        """What a reference in B points at, by the ids of B."""
        return _key(reference, self.targets_of_b(reference))

    def targets_of_a(self, reference: Reference) -> list[str]:
        """The ids of A that a reference in A points at."""
        return self._targets(reference, self.here_a)

    def targets_of_b(self, reference: Reference) -> list[str]:
        """The ids of B that a reference in B points at."""
        return self._targets(reference, self.here_b)

    def now(self, reference: Reference) -> list[str]:
        """The ids of B of what a reference in A points at."""
        targets = self.targets_of_a(reference)
        if reference.external:
            return targets
        here = _own_partner(self.here_a, self.here_b)
        return [self._now(target, here) for target in targets]

    def _targets(self, reference: Reference, here: str) -> list[str]:
        if reference.external:
            return [_joined(undotted(target)) for target in reference.targets]
        return [
            _resolved(target if self._has_dotted(target) else undotted(target), here)
            for target in reference.targets
        ]

    def _has_dotted(self, target: tuple[Step, ...]) -> bool:
        """Whether the drafts have an article of this very number, as "Article 12.3" of a trade agreement."""
        numbers = {f"art_{number}" for kind, number in target if kind == "article" and "." in number}
        return bool(numbers) and not numbers.isdisjoint(self.dotted)

    def _now(self, target: str, here: Mapping[str, str]) -> str:
        """The id of B for an id of A: its own, or that of the nearest provision around it."""
        steps = target.split("__")
        for length in range(len(steps), 0, -1):
            known = "__".join(steps[:length])
            partner = self.ids.get(known) or here.get(known)
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


def _key(reference: Reference, targets: list[str]) -> str:
    joined = (" to " if reference.is_range else " | ").join(targets)
    return f"external {joined}" if reference.external else joined


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
