"""Headings that one version prints and the other does not, or prints so that they were read otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from treatydiff.model import Provision
from treatydiff.naming.wording import counted
from treatydiff.studies.languages.division import inner

_TITLED = frozenset({"article", "rule"})
"""Kinds of provisions of which a version may title none."""
_FEW = 0.1
"""Share of a version's articles below which its headings were not read as such: they stand in the text."""
MANY = 10
"""Articles from which on that can be said, and headings that are told of as one."""

_Beside = tuple[Provision, Provision]


def parted_by_kind(missing: Sequence[_Beside]) -> tuple[list[_Beside], list[_Beside]]:
    """Those that are articles, and the others: parts and annexes.

    Args:
        missing: provisions of which one version bears a heading and the other none.
    """
    return (
        [each for each in missing if each[0].kind in _TITLED],
        [each for each in missing if each[0].kind not in _TITLED],
    )


def hardly_titled(one: Sequence[Provision], two: Sequence[Provision]) -> bool:
    """Whether hardly any article of one of two versions bears a heading.

    Args:
        one, two: the provisions of the versions.
    """
    articles = [[node for node in nodes if node.kind in _TITLED] for nodes in (one, two)]
    return min(map(len, articles)) >= MANY and any(
        sum(bool(node.heading) for node in nodes) < _FEW * len(nodes) for nodes in articles
    )


def titled(one: Sequence[Provision], two: Sequence[Provision]) -> tuple[str, str]:
    """How many articles of either version bear headings, in words.

    Args:
        one, two: the provisions of the versions.
    """
    counts = [sum(bool(node.heading) for node in nodes if node.kind in _TITLED) for nodes in (one, two)]
    return counted(counts[0], "heading", "headings"), counted(counts[1], "heading", "headings")


def titled_alike(one: Provision, two: Provision) -> tuple[Provision, Provision]:
    """Both with their headings, where one version prints its heading so that it was read as a chapeau.

    Args:
        one, two: the provision in two versions.
    """
    if bool(one.heading) == bool(two.heading):
        return one, two
    titled, other = (one, two) if one.heading else (two, one)
    first = other.children[0] if other.children else None
    if first is None or first.number or first.children or len(inner(other)) != len(inner(titled)) + 1:
        return one, two
    read = replace(other, heading=first.text, children=other.children[1:])
    return (one, read) if one.heading else (read, two)
