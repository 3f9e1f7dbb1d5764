"""A draft as alignment sees it: units and clauses in text order, with their comparison words."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from treatydiff.align.arrays import Truths
from treatydiff.align.grams import NumberedTexts, word_numbers
from treatydiff.language.keys import comparison_words
from treatydiff.language.runs.common import in_common_runs
from treatydiff.language.runs.numbers import word_numbers as hashed
from treatydiff.language.tokenizer import Word
from treatydiff.language.typography import fold
from treatydiff.language.words.placeholders import PlaceholderStatement, is_placeholder_heading, placeholder
from treatydiff.model import Draft, Provision, Unit
from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class AlignedSide:
    """One draft's units and clauses.

    `words[c]` are the comparison words of clause c; `unit_of[c]` its unit; `clauses_of[u]` the range
    of clauses of unit u; `parents[c]` the provision directly above clause c (None where the clause is
    its own unit); `headings[u]` the comparison words of a unit's heading; `sizes[u]` the number of
    words of a unit; `statements[u]` what a placeholder says (None for a provision with content);
    `clause_keys[c]` what `keys` gives, `numbered` the same as numbers; `common` which of these words, all
    clauses end to end, lie in a run that many treaties have.
    """

    units: tuple[Unit, ...]
    clauses: tuple[Provision, ...]
    unit_of: tuple[int, ...]
    clauses_of: tuple[range, ...]
    parents: tuple[Provision | None, ...]
    words: tuple[tuple[Word, ...], ...]
    headings: tuple[tuple[str, ...], ...]
    sizes: tuple[int, ...]
    statements: tuple[PlaceholderStatement | None, ...]
    language: str
    clause_keys: tuple[tuple[str, ...], ...]
    numbered: NumberedTexts
    common: Truths

    def keys(self, clause: int) -> tuple[str, ...]:
        """The comparison words of a clause, without their places; of a clause without words, its text."""
        return self.clause_keys[clause]


def side_of(draft: Draft) -> AlignedSide:
    """The units and clauses of a draft with their comparison words."""
    units = draft.units()
    clauses: list[Provision] = []
    parents: list[Provision | None] = []
    unit_of: list[int] = []
    clauses_of: list[range] = []
    for index, unit in enumerate(units):
        leaves = tuple(_leaves_below(unit.provision, None))
        clauses_of.append(range(len(clauses), len(clauses) + len(leaves)))
        clauses.extend(leaf for leaf, _ in leaves)
        parents.extend(parent for _, parent in leaves)
        unit_of.extend([index] * len(leaves))
    words = tuple(tuple(comparison_words(clause.text, draft.language)) for clause in clauses)
    statements = tuple(placeholder(unit, draft.language) for unit in units)
    headings = tuple(_heading_words(unit.provision, draft.language) for unit in units)
    keys = tuple(
        tuple([word.key for word in found]) or (fold(clause.text),)
        for found, clause in zip(words, clauses, strict=True)
    )
    numbered = word_numbers(keys)
    return AlignedSide(
        units,
        tuple(clauses),
        tuple(unit_of),
        tuple(clauses_of),
        tuple(parents),
        words,
        headings,
        tuple(sum(len(words[clause]) for clause in those) for those in clauses_of),
        statements,
        draft.language,
        keys,
        numbered,
        _in_common_runs(numbered, draft.language),
    )


def _in_common_runs(texts: NumberedTexts, language: str) -> Truths:
    """Which words lie in a run that many treaties have; a word that no clause has stands between clauses."""
    numbers = hashed(("", *texts.vocabulary))
    owners = texts.words.owners()
    laid_out = np.zeros(len(owners) + len(texts.words.sizes), dtype=np.int64)
    places = np.arange(len(owners)) + owners
    laid_out[places] = texts.words.words
    common: Truths = in_common_runs(numbers[laid_out], language)[places]
    return common


def _leaves_below(node: Provision, parent: Provision | None) -> Iterator[tuple[Provision, Provision | None]]:
    """The clauses with words below a node, each with the provision directly above it."""
    if not node.children and node.text:
        yield node, parent
    for child in node.children:
        yield from _leaves_below(child, node)


def _heading_words(provision: Provision, language: str) -> tuple[str, ...]:
    if not provision.heading or is_placeholder_heading(provision, language):
        return ()
    return tuple(word.key for word in comparison_words(provision.heading, language))
