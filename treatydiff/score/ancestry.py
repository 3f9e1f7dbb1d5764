"""Ancestry: which of a draft's words come from one source only, from several, from an earlier text.

Most of what two conventions share, both have from an older one. So every word of the draft is given to
exactly one origin, in this order: an ancestor that has it (the first one named), several sources, one
source, none of them. Sources and ancestors are credited by the measure of consonance itself, so the
weight that a sole ancestor takes is what the draft derives from it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from treatydiff.model import Alignment, Ancestry, Draft, Origin
from treatydiff.records import dataclass
from treatydiff.score.draft_words import DraftWords, draft_words
from treatydiff.score.grams import Flags, Indices, Shares
from treatydiff.score.matching import find_in_partners, partners_of
from treatydiff.score.reference import ReferenceTable, leave_out_near_copies
from treatydiff.score.weights import token_weights
from treatydiff.settings import Settings

NEW = Origin("new")


@dataclass(frozen=True, slots=True)
class Forebear:
    """A source or ancestor: its name, its draft, and the alignment with it as A and the draft as B."""

    name: str
    draft: Draft
    alignment: Alignment


def trace_ancestry(
    draft: Draft,
    sources: Sequence[Forebear],
    ancestors: Sequence[Forebear],
    reference: ReferenceTable,
    settings: Settings,
) -> Ancestry:
    """Give every word of a draft to one origin.

    Args:
        draft: the draft whose origins are asked for.
        sources: what it may derive from; one word may be found in several.
        ancestors: earlier instruments, in the order in which they are credited.
        reference: where the weights come from.
        settings: length of the shared runs.
    """
    words = draft_words(draft)
    read = [draft_words(each.draft) for each in (*sources, *ancestors)]
    reference = leave_out_near_copies(reference, *read[: len(sources)], words)
    weights = token_weights(words.row, reference)
    found = []
    for forebear, other in zip((*sources, *ancestors), read, strict=True):
        partners = partners_of(forebear.alignment, other, words).turned()
        found.append(find_in_partners(words, other, partners, weights, settings.ngram).tokens)
    in_sources, in_ancestors = found[: len(sources)], found[len(sources) :]
    names = tuple(each.name for each in sources)
    older = tuple(each.name for each in ancestors)
    origins, of_token = _origins(len(weights), names, in_sources, older, in_ancestors)
    clauses = len(words.clauses)
    cell = words.row.clause * len(origins) + of_token
    sums = np.bincount(cell, weights, clauses * len(origins)).astype(np.float64)
    cells = sums.reshape(clauses, len(origins))
    return Ancestry(
        sources=names,
        ancestors=older,
        origins=origins,
        document=_summed(cells, 0, clauses),
        parts=_parts(words, cells),
        derived=tuple(float(weights[flags].sum()) for flags in in_sources),
        in_ancestors=tuple(float(weights[flags & _any(in_ancestors, flags)].sum()) for flags in in_sources),
    )


def _any(flags: Sequence[Flags], like: Flags) -> Flags:
    either = np.zeros(len(like), dtype=bool)
    for each in flags:
        either |= each
    return either


def _origins(
    tokens: int,
    sources: tuple[str, ...],
    in_sources: Sequence[Flags],
    ancestors: tuple[str, ...],
    in_ancestors: Sequence[Flags],
) -> tuple[tuple[Origin, ...], Indices]:
    """The origins that can occur, in a fixed order, and the one of every token."""
    held = np.zeros(tokens, dtype=np.int64)
    for place, flags in enumerate(in_sources):
        held |= flags.astype(np.int64) << place
    combinations = [code for code in np.unique(held).tolist() if code.bit_count() > 1]
    origins = [Origin("exclusive", (name,)) for name in sources]
    place_of = {1 << place: place for place in range(len(sources))}
    for code in combinations:
        place_of[code] = len(origins)
        origins.append(
            Origin("shared", tuple(name for place, name in enumerate(sources) if code >> place & 1))
        )
    first_ancestor = len(origins)
    origins += [Origin("ancestor", (name,)) for name in ancestors]
    place_of[0] = len(origins)
    origins.append(NEW)
    codes = np.unique(held)
    of_token = np.array([place_of[code] for code in codes.tolist()], dtype=np.int64)[
        np.searchsorted(codes, held)
    ]
    # From the last to the first, so that the first ancestor named has the last word.
    for place in reversed(range(len(ancestors))):
        of_token[in_ancestors[place]] = first_ancestor + place
    return tuple(origins), of_token


def _parts(words: DraftWords, cells: Shares) -> dict[str, tuple[float, ...]]:
    return {id_: _summed(cells, first, end) for id_, (first, end) in words.extent.items()}


def _summed(cells: Shares, first: int, end: int) -> tuple[float, ...]:
    return tuple(cells[first:end].sum(axis=0).tolist())
