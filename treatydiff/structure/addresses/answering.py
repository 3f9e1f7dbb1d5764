"""Which provisions answer to one step of a reference, by kind and number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from treatydiff.language.numbers import LATIN_TWINS, canonical_number
from treatydiff.language.numerals import roman_value
from treatydiff.language.references import Step
from treatydiff.model import CONTAINER_KINDS, Provision
from treatydiff.patterns import pattern_of

UNITS = frozenset({"article", "rule"})
SMALL = frozenset({"paragraph", "subparagraph", "point", "recital"})
SMALL_KINDS = ("paragraph", "subparagraph", "point")
_REPEAT = pattern_of(r"-\d+$")


def read_otherwise(steps: Sequence[Step]) -> Iterator[list[Step]]:
    """Other readings of numbers that hold several steps.

    "Article 9.1" is article 9, paragraph 1; "Article 9.5.4" is article 9.5, paragraph 4, or article 9,
    paragraph 5, subparagraph 4; "paragraph 2a" is paragraph 2 (a).

    Args:
        steps: of a reference.
    """
    for at, (kind, number) in enumerate(steps):
        before, behind = list(steps[:at]), list(steps[at + 1 :])
        if kind in UNITS and re.fullmatch(r"\d+(?:\.\d+)+", number):
            article, _, paragraph = number.rpartition(".")
            yield [*before, (kind, article), ("paragraph", paragraph), *behind]
            parts = number.split(".")
            smaller = [(SMALL_KINDS[min(depth, 2)], part) for depth, part in enumerate(parts[1:])]
            yield [*before, (kind, parts[0]), *smaller, *behind]
        lettered = re.fullmatch(r"(\d+)([a-z])", number)
        if lettered and kind in ("paragraph", *UNITS):
            inner = "subparagraph" if kind == "paragraph" else "paragraph"
            yield [*before, (kind, lettered[1]), (inner, lettered[2]), *behind]


def number_of(provision: Provision) -> tuple[str, ...]:
    """The canonical numbers that a provision answers to: that of its id, with and without a repeat."""
    _, _, number = provision.id.rsplit("__", 1)[-1].partition("_")
    return (number, _REPEAT.sub("", number))


def alike_kinds(kind: str, wanted: str) -> bool:
    """Whether one may stand for the other: article and rule, paragraph and point, part and chapter."""
    return kind == wanted or any(
        kind in alike and wanted in alike for alike in (UNITS, SMALL, CONTAINER_KINDS)
    )


def matching(step: Step, among: Iterable[Provision], language: str) -> list[Provision]:
    """Those of some provisions that a step means by kind, or by a like kind where none is of its own.

    Args:
        step: kind and canonical number.
        among: where to look.
        language: of the draft.
    """
    kind, number = step
    nodes = list(among)
    wanted = _forms(kind, number, language)
    alike = [
        node for node in nodes if node.number and alike_kinds(node.kind, kind) and wanted & _own_forms(node)
    ]
    if kind in CONTAINER_KINDS and any(node.kind == kind for node in nodes):
        return [node for node in alike if node.kind == kind]
    return alike


def _forms(kind: str, number: str, language: str) -> frozenset[str]:
    """The numbers that a step may have in ids: letters of any alphabet, the ends of "3-3ter"."""
    forms = {number}
    if kind in ("subparagraph", "point"):
        forms |= {canonical_number(number, kind, language), "".join(LATIN_TWINS.get(c, c) for c in number)}
    if kind in CONTAINER_KINDS and (value := roman_value(number)) is not None:
        forms.add(str(value))
    ends = re.fullmatch(r"(\d+)-(\d+[a-z]+)", number)
    if ends:
        forms.add(ends[2])
    return frozenset(forms)


def _own_forms(node: Provision) -> frozenset[str]:
    own = set(number_of(node))
    if node.kind in CONTAINER_KINDS:
        own |= {str(value) for number in own if (value := roman_value(number)) is not None}
    return frozenset(own)


def answering(step: Step, scopes: Iterable[Provision], language: str) -> list[Provision]:
    """What answers to a step inside some provisions, by its number or by its place.

    Args:
        step: kind and canonical number.
        scopes: the provisions.
        language: of the draft.
    """
    found: list[Provision] = []
    for scope in scopes:
        within = list(inside(scope, small=step[0] in SMALL))
        found += matching(step, within, language) or counted(step, within)
    return found


def counted(step: Step, nodes: Sequence[Provision]) -> list[Provision]:
    """Paragraph 2 of an article whose paragraphs bear no numbers is the second one."""
    kind, number = step
    paragraphs = [node for node in nodes if node.kind == "paragraph"]
    if kind != "paragraph" or not number.isdigit() or any(node.number for node in paragraphs):
        return []
    return paragraphs[int(number) - 1 : int(number)]


def inside(scope: Provision, *, small: bool) -> Iterator[Provision]:
    """What is in a provision; for clauses, without going into articles, annexes and containers."""
    for child in scope.children:
        yield child
        if not small or (
            child.kind not in UNITS and child.kind not in CONTAINER_KINDS and child.kind != "annex"
        ):
            yield from inside(child, small=small)


def outside_units(nodes: Iterable[Provision]) -> Iterator[Provision]:
    """What is in some provisions, without going into articles and annexes."""
    for node in nodes:
        yield node
        if node.kind not in UNITS and node.kind != "annex":
            yield from outside_units(node.children)


def all_below(nodes: Iterable[Provision]) -> Iterator[Provision]:
    """Some provisions and all that is in them, in text order."""
    for node in nodes:
        yield from node.walk()
