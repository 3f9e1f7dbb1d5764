"""How two versions of a provision are divided, and what is one division printed in two ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatydiff.align.across.lengths import by_length
from treatydiff.language.across.joining import only_joins, printed_labels
from treatydiff.language.across.labels import same_label
from treatydiff.language.tokenizer import words
from treatydiff.model import Provision

ITEMS = frozenset({"paragraph", "subparagraph", "point", "recital"})
"""Kinds of provisions that are items of another."""
_LOOSE = ("intro", "wrapup")
_SMALL_CHAPEAU = 2
"""Words of a chapeau that another language can do without: "That:", "in that"."""
_SAME_LENGTH = 1.12
"""By what factor two texts may be off the lengths of their whole versions and still say as much.

In the preambles of six versions of two treaties no factor is over 1.09; a recital of ten that is dropped
makes 1.11 on average, and then no two stretches go together by their lengths.
"""
_LEAST_PARAGRAPHS = 5
"""Unnumbered paragraphs from which on another number of them can be a matter of lines."""

Stretches = list[tuple[Provision, Provision]]


def inner(node: Provision) -> list[Provision]:
    """The clauses and their groups directly in a provision; articles and annexes are looked at apart."""
    return [
        child
        for child in node.children
        if (child.kind in ITEMS or child.kind in (*_LOOSE, "table", "option")) and not only_joins(child)
    ]


def without_small_chapeau(
    left: list[Provision], right: list[Provision]
) -> tuple[list[Provision], list[Provision]]:
    """Both rows of clauses, without a chapeau of a word or two that only one of them has.

    Args:
        left, right: what two versions of a provision are divided into.
    """
    if len(left) == len(right) + 1 and _small(left[0]) and (not right or right[0].number):
        return left[1:], right
    if len(right) == len(left) + 1 and _small(right[0]) and (not left or left[0].number):
        return left, right[1:]
    return left, right


def _small(node: Provision) -> bool:
    """Whether a chapeau is a word or two that lead to what follows; a heading read as one leads nowhere."""
    return (
        node.kind == "intro"
        and len(words(node.text)) <= _SMALL_CHAPEAU
        and (node.text[:1].islower() or not node.text[-1:].isalnum())
    )


def sorts(nodes: Sequence[Provision], others: Sequence[Provision]) -> list[str]:
    """The sorts of clauses side by side; where one version numbers none of them, only how many there are."""
    if any(each and not any(node.number for node in each) for each in (nodes, others)):
        return ["clause" if node.kind in ITEMS or node.kind in _LOOSE else node.kind for node in nodes]
    return [_sort(node) for node in nodes]


def _sort(node: Provision) -> str:
    """Items by whether they bear a number; chapeaux and closing texts bear none either."""
    if node.kind in ITEMS:
        return "item" if node.number else "unnumbered"
    return "unnumbered" if node.kind in _LOOSE else node.kind


def same_leaves(left: Sequence[Provision], right: Sequence[Provision]) -> Stretches:
    """The clauses of two versions one by one, where one of them numbers none and both have as many.

    Args:
        left, right: what the versions are divided into.

    Returns:
        Nothing where both bear numbers, or have other numbers of clauses.
    """
    both = [_leaves(nodes) for nodes in (left, right)]
    if len(both[0]) != len(both[1]) or not any(_unnumbered(nodes) for nodes in (left, right)):
        return []
    return list(zip(*both, strict=True))


def _leaves(nodes: Sequence[Provision]) -> list[Provision]:
    return [leaf for node in nodes for leaf in node.clauses() if not only_joins(leaf)]


def _unnumbered(nodes: Sequence[Provision]) -> bool:
    return bool(nodes) and not any(each.number for node in nodes for each in (node, *_below(node)))


def _below(node: Provision) -> Iterator[Provision]:
    for child in node.children:
        yield child
        yield from _below(child)


def other_paragraphs(left: Sequence[Provision], right: Sequence[Provision], ratio: float) -> Stretches:
    """Stretches of unnumbered paragraphs that say as much by their lengths, where lines are broken otherwise.

    Args:
        left, right: the paragraphs of two versions.
        ratio: of the lengths of the whole versions.

    Returns:
        Nothing where a paragraph answers to none, or one bears a number.
    """
    if max(len(left), len(right)) < _LEAST_PARAGRAPHS or not left or not right:
        return []
    if any(node.number or node.children for node in (*left, *right)):
        return []
    lengths = [[len(node.text) for node in nodes] for nodes in (left, right)]
    off = sum(lengths[0]) / max(1.0, ratio * sum(lengths[1]))
    if not 1 / _SAME_LENGTH <= off <= _SAME_LENGTH:
        return []
    if min(len(left), len(right)) == 1:
        return [(_joined(left), _joined(right))]
    found = by_length(*lengths)
    if any(sum(side[at].stop - side[at].start for side in found) != len(nodes)
           for at, nodes in enumerate((left, right))):  # fmt: skip
        return []
    return [(_joined(left[here]), _joined(right[there])) for here, there in found]


def _joined(nodes: Sequence[Provision]) -> Provision:
    return replace(nodes[0], text=" ".join(node.text for node in nodes), marks=())


def runs_in(left: Sequence[Provision], right: Sequence[Provision]) -> bool:
    """Whether two provisions print the same labels, one of them several in a line, and nothing else apart.

    Args:
        left, right: what two versions of a provision are divided into.
    """
    loose = [[_sort(node) for node in nodes if not node.number] for nodes in (left, right)]
    return loose[0] == loose[1] and any(
        _alike([[*printed_labels(nodes, deep=deep, bare=bare)] for nodes in (left, right)])
        for deep, bare in ((False, False), (True, False), (True, True))
    )


def _alike(labels: Sequence[Sequence[str]]) -> bool:
    return bool(labels[0]) and len(labels[0]) == len(labels[1]) and all(map(same_label, *labels))


def shape(nodes: Sequence[Provision]) -> str:
    """What a provision is divided into: "chapeau, 5 numbered (a–e), closing text".

    Args:
        nodes: directly in it.
    """
    names = {"intro": "chapeau", "wrapup": "closing text", "table": "table", "option": "option"}
    parts: list[str] = []
    run: list[Provision] = []
    for node in [*nodes, None]:
        if run and (
            node is None or (node.kind in ITEMS, bool(node.number)) != (True, bool(run[0].number))
            or run[0].kind not in ITEMS
        ):  # fmt: skip
            parts.append(_run(run, names))
            run = []
        if node is not None:
            run.append(node)
    return ", ".join(parts) or "one text"


def _run(run: Sequence[Provision], names: dict[str, str]) -> str:
    first, last = run[0], run[-1]
    if first.kind not in ITEMS:
        return names.get(first.kind, first.kind)
    if not first.number:
        return f"{len(run)} unnumbered"
    return (
        f"{len(run)} numbered ({first.number}–{last.number})"
        if len(run) > 1
        else (f"1 numbered ({first.number})")
    )
