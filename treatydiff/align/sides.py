"""A draft as alignment sees it: units and clauses in text order, with their comparison words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from treatydiff.align.arrays import Ints, Truths
from treatydiff.align.grams import NumberedTexts, word_numbers
from treatydiff.align.headed.stems import heading_stems, stem, tells
from treatydiff.align.kinds import frames, heading_kinds
from treatydiff.align.runs.of_draft import DraftRuns, draft_runs
from treatydiff.align.sparse.rows import Places
from treatydiff.language.keys import comparison_words
from treatydiff.language.number_forms import number_form
from treatydiff.language.runs.common import in_common_runs
from treatydiff.language.runs.numbers import word_numbers as hashed
from treatydiff.language.typography import fold
from treatydiff.language.words.placeholders import PlaceholderStatement, is_placeholder_heading, placeholder
from treatydiff.model import Draft, Provision, Unit
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

_OPTION = pattern_of(r"(?:^|__)opt_")


@dataclass(frozen=True)
class AlignedSide:
    """One draft's units and clauses, and what is known of them alone, found when asked for.

    `unit_of[c]` is the unit of clause c; `clauses_of[u]` the range of clauses of unit u; `parents[c]` the
    provision directly above clause c (None where the clause is its own unit); `headings[u]` the comparison
    words of a unit's heading; `sizes[u]` and `clause_sizes[c]` the number of words of a unit and of a clause;
    `statements[u]` what a placeholder says (None for a provision with content); `clause_keys[c]` what `keys`
    gives.
    """

    units: tuple[Unit, ...]
    clauses: tuple[Provision, ...]
    unit_of: tuple[int, ...]
    clauses_of: tuple[range, ...]
    parents: tuple[Provision | None, ...]
    headings: tuple[tuple[str, ...], ...]
    sizes: tuple[int, ...]
    clause_sizes: tuple[int, ...]
    statements: tuple[PlaceholderStatement | None, ...]
    language: str
    clause_keys: tuple[tuple[str, ...], ...]

    def keys(self, clause: int) -> tuple[str, ...]:
        """The comparison words of a clause, without their places; of a clause without words, its text."""
        return self.clause_keys[clause]

    @cached_property
    def runs(self) -> DraftRuns:
        """The runs of words of the clauses."""
        return draft_runs(word_numbers(self.clause_keys), self.unit_of, len(self.units), _places(self))

    @cached_property
    def common(self) -> Truths:
        """Which words, all clauses end to end, lie in a run that many treaties have."""
        return _in_common_runs(self.runs.numbered, self.language)

    def words_of(self, unit: int) -> slice:
        """The words of a unit, all clauses end to end."""
        those = self.clauses_of[unit]
        return slice(int(self._starts[those.start]), int(self._starts[those.stop]))

    @cached_property
    def _starts(self) -> Ints:
        return np.append(0, np.cumsum(self.runs.numbered.words.sizes))

    @cached_property
    def _stems(self) -> tuple[tuple[str, ...], Places]:
        """The stems of the words that tell, and by the number of a word its stem; -1 of other words."""
        stems: dict[str, int] = {}
        vocabulary = self.runs.numbered.vocabulary
        codes = [stems.setdefault(stem(word), len(stems)) if tells(word) else -1 for word in vocabulary]
        return tuple(stems), np.asarray([-1, *codes], np.int32)

    @cached_property
    def _stem_holders(self) -> Places:
        stems, codes = self._stems
        of_words = codes[self.runs.numbered.words.words]
        keys = (self.runs.unit_of_word * max(len(stems), 1) + of_words)[of_words >= 0]
        seen = np.bincount(np.unique(keys) % max(len(stems), 1), minlength=len(stems))
        return seen.astype(np.int32)

    def stem_holders(self) -> dict[str, int]:
        """How many units have each stem that tells."""
        return dict(zip(self._stems[0], self._stem_holders.tolist(), strict=True))

    def stems_among(self, words: slice, wanted: Truths | None = None) -> frozenset[str]:
        """The stems of the words that tell, of some words that lie in no run that many treaties have.

        Args:
            words: all clauses end to end.
            wanted: which of them; all where it is None.
        """
        stems, code_of = self._stems
        codes = code_of[self.runs.numbered.words.words[words]]
        told = (codes >= 0) & ~self.common[words]
        return frozenset(stems[code] for code in codes[told if wanted is None else told & wanted].tolist())

    @cached_property
    def unit_texts(self) -> frozenset[tuple[tuple[str, ...], ...]]:
        """The words of every unit, by clause."""
        return frozenset(self.unit_text(unit) for unit in range(len(self.units)))

    def unit_text(self, unit: int) -> tuple[tuple[str, ...], ...]:
        """The words of each clause of a unit."""
        return tuple(self.clause_keys[clause] for clause in self.clauses_of[unit])

    @cached_property
    def labels(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The kind and the number of every clause."""
        return tuple((clause.kind, number_form(clause.number)) for clause in self.clauses)

    @cached_property
    def kinds(self) -> tuple[frozenset[str], ...]:
        """For every unit the kinds of clause that its heading names."""
        return tuple(heading_kinds(unit, self.language) for unit in self.units)

    @cached_property
    def frame(self) -> frozenset[int]:
        """The units of the frame that instruments take from one another."""
        return frozenset(index for index, unit in enumerate(self.units) if frames(unit, self.language))

    @cached_property
    def heading_stems(self) -> tuple[frozenset[str], ...]:
        """The words of every heading by their first letters, short ones left out."""
        return tuple(heading_stems(words) for words in self.headings)


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
    words = [comparison_words(clause.text, draft.language) for clause in clauses]
    sizes = tuple(len(found) for found in words)
    statements = tuple(placeholder(unit, draft.language) for unit in units)
    headings = tuple(_heading_words(unit.provision, draft.language) for unit in units)
    keys = tuple(
        tuple([word.key for word in found]) or (fold(clause.text),)
        for found, clause in zip(words, clauses, strict=True)
    )
    return AlignedSide(
        units,
        tuple(clauses),
        tuple(unit_of),
        tuple(clauses_of),
        tuple(parents),
        headings,
        tuple(sum(sizes[those.start : those.stop]) for those in clauses_of),
        sizes,
        statements,
        draft.language,
        keys,
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


def _places(side: AlignedSide) -> list[int]:
    """For each clause the place that its words count for: its unit, but one place for all options of a group.

    Options repeat one another's words because they are one provision in several readings.
    """
    numbers: dict[str, int] = {}
    keys = [_OPTION.split(unit.id)[0] for unit in side.units]
    return [numbers.setdefault(keys[unit], len(numbers)) for unit in side.unit_of]
