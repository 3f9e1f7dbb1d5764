"""A chain of drafts: neighbours compared, and provisions found that leave and return."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from treatydiff.align.align import align_drafts
from treatydiff.errors import UsageError
from treatydiff.language.registry import require_one_language
from treatydiff.model import Comparison, Draft
from treatydiff.model.progress import Progress
from treatydiff.pipeline import compare_drafts
from treatydiff.settings import Settings
from treatydiff.studies.chains.model import Chain, Return


def read_chain(
    drafts: Sequence[Draft],
    settings: Settings,
    *,
    reference_table: bytes | None = None,
    progress: Progress | None = None,
) -> Chain:
    """Compare every draft with the next, and look for what leaves the chain and returns.

    A provision returns if one draft drops it, a later one adds it, and the direct comparison of the
    last draft that had it with that one pairs the two at the similarity of an anchor or above.
    Distant drafts are aligned for nothing else, and not at all if nothing was dropped and added.

    Args:
        drafts: in their order, two or more.
        settings: how to align and score.
        reference_table: bytes of the table that `settings.reference` names, where it names a file.
        progress: called as steps are done.

    Raises:
        UsageError: there are fewer than two drafts.
        LanguageError: they are in different languages.
    """
    if len(drafts) < 2:
        raise UsageError(
            "a chain has two drafts or more", hint="name them in their order, the earliest first"
        )
    require_one_language(drafts[0], *drafts[1:])
    steps = []
    for number, (a, b) in enumerate(itertools.pairwise(drafts)):
        if progress is not None:
            progress("comparing drafts", number, len(drafts) - 1)
        steps.append(compare_drafts(a, b, settings, reference_table=reference_table))
    if progress is not None:
        progress("comparing drafts", len(steps), len(steps))
    return chain_of(drafts, steps, settings, reference_table=reference_table)


def chain_of(
    drafts: Sequence[Draft],
    steps: Sequence[Comparison],
    settings: Settings,
    *,
    reference_table: bytes | None = None,
) -> Chain:
    """The chain of drafts whose neighbours have been compared.

    Args:
        drafts: in their order, two or more.
        steps: the comparison of every draft with the next.
        settings: how to align and score.
        reference_table: bytes of the table that `settings.reference` names, where it names a file.
    """
    returns = tuple(_returns(drafts, steps, settings, reference_table))
    return Chain(tuple(drafts), tuple(steps), returns)


def _returns(
    drafts: Sequence[Draft], steps: Sequence[Comparison], settings: Settings, table: bytes | None
) -> Iterator[Return]:
    """Every return, by the draft of it; what several drafts dropped returns from the latest of them."""
    gone = [{id_ for row in step.units if not row.pairing.b for id_ in row.pairing.a} for step in steps]
    come = [{id_ for row in step.units if not row.pairing.a for id_ in row.pairing.b} for step in steps]
    for end in range(2, len(drafts)):
        new = come[end - 1]
        for start in range(end - 2, -1, -1):
            if not new or not gone[start]:
                continue
            found = list(_pairs(drafts[start], drafts[end], gone[start], new, settings))
            if not found:
                continue
            direct = compare_drafts(drafts[start], drafts[end], settings, reference_table=table)
            for number, left, back in found:
                yield Return(start, end, left, back, direct, number)
                new = new - set(back)
                gone[start] -= set(left)


def _pairs(
    a: Draft, b: Draft, gone: set[str], new: set[str], settings: Settings
) -> Iterator[tuple[int, tuple[str, ...], tuple[str, ...]]]:
    """The rows of two distant drafts that pair what was dropped with what was added.

    Only aligned here: a comparison takes four times as long, and most distant drafts need none.
    """
    for number, row in enumerate(align_drafts(a, b, settings).units):
        left = tuple(id_ for id_ in row.pairing.a if id_ in gone)
        back = tuple(id_ for id_ in row.pairing.b if id_ in new)
        if left and back and (row.pairing.similarity or 0.0) >= settings.anchor_similarity:
            yield number, left, back
