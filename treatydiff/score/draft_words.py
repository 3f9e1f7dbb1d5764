"""A draft as scoring sees it: its words end to end, and which sentence, clause and unit holds them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np

from treatydiff.language.keys import comparison_words
from treatydiff.language.runs.numbers import Numbers, word_numbers
from treatydiff.language.words.placeholders import placeholder
from treatydiff.model import Draft, Provision
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.score.grams import Flags, Indices, TokenRow, token_row

_SENTENCE_SIGN = pattern_of("[.!?。！？؟।]")
_SENTENCE_END = pattern_of(rf"{_SENTENCE_SIGN.pattern}[\s)\]”»\"']*$")
_GOVERNING_KINDS = ("intro", "wrapup")


@dataclass(frozen=True, slots=True, eq=False)
class ClauseWords:
    """The comparison words of one clause: keys, numbers, offsets in its text, sentence from 0."""

    keys: tuple[str, ...]
    numbers: Numbers
    starts: Indices
    ends: Indices
    sentence: Indices


@lru_cache(maxsize=16_384)
def clause_words(text: str, language: str) -> ClauseWords:
    """The words of a clause; the arrays are shared, so nobody may write to them.

    Args:
        text: canonical text.
        language: code of its language.
    """
    words = comparison_words(text, language)
    keys, starts, ends = tuple(zip(*words, strict=True)) or ((), (), ())
    sentence = np.zeros(len(words), dtype=np.int64)
    for after in {bisect_right(starts, sign.start()) for sign in _SENTENCE_SIGN.finditer(text)}:
        if 0 < after < len(words) and _SENTENCE_END.search(text, ends[after - 1], starts[after]):
            sentence[after] = 1
    return ClauseWords(
        keys,
        word_numbers(keys),
        np.array(starts, dtype=np.int64),
        np.array(ends, dtype=np.int64),
        sentence.cumsum(),
    )


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class DraftWords:
    """The words of a draft's clauses; headings and labels are no part of them.

    `clauses` are the ids of all clauses with words, in text order, parallel to the clauses of
    `row`; `units` the ids of the units, `unit` the unit of every clause; `extent` gives for every
    provision the clauses below it as (first, one past the last). `keys`, `sentence` (numbered
    through the draft), `bracketed`, `starts` and `ends` (code points of the clause's text) are
    parallel to the tokens. `governing` gives for every
    clause the chapeaux and closing texts that govern it, in text order.
    """

    language: str
    clauses: tuple[str, ...]
    row: TokenRow
    units: tuple[str, ...]
    unit: Indices
    extent: dict[str, tuple[int, int]]
    keys: tuple[str, ...]
    sentence: Indices
    bracketed: Flags
    governing: tuple[tuple[int, ...], ...]
    starts: Indices
    ends: Indices

    def unit_of_tokens(self) -> Indices:
        """The unit of every token."""
        return self.unit[self.row.clause]


def draft_words(draft: Draft) -> DraftWords:
    """Read the words of a draft for scoring; those of placeholders ("[Reserved]") count for nothing.

    Args:
        draft: a parsed draft.
    """
    order = _TextOrder([], {}, [])
    for instrument in draft.instruments:
        for provision in instrument.provisions:
            order.add(provision, ())
    units = tuple(unit.id for unit in draft.units())
    unit = np.full(len(order.leaves), -1, dtype=np.int64)
    for number, id_ in enumerate(units):
        first, end = order.extent[id_]
        unit[first:end] = number
    words = words_of_clauses(draft, order.leaves)
    place = {leaf.id: clause for clause, leaf in enumerate(order.leaves)}
    return DraftWords(
        language=draft.language,
        clauses=tuple(leaf.id for leaf in order.leaves),
        row=token_row([clause.numbers for clause in words]),
        units=units,
        unit=unit,
        extent=order.extent,
        keys=tuple(key for clause in words for key in clause.keys),
        sentence=_numbered_through(words),
        bracketed=_in_brackets(order.leaves, words),
        governing=tuple(tuple(place[id_] for id_ in ids) for ids in order.governing),
        starts=_end_to_end([clause.starts for clause in words]),
        ends=_end_to_end([clause.ends for clause in words]),
    )


def words_of_clauses(draft: Draft, leaves: Sequence[Provision]) -> list[ClauseWords]:
    """The words of each clause; none for those of a unit that only keeps a place.

    Two drafts that both print "Deleted" share no provision.

    Args:
        draft: the draft.
        leaves: its clauses.
    """
    silent = {
        leaf.id for unit in draft.units() if placeholder(unit, draft.language) for leaf in unit.clauses()
    }
    return [clause_words("" if leaf.id in silent else leaf.text, draft.language) for leaf in leaves]


@dataclass(frozen=True, slots=True)
class _TextOrder:
    """Clauses with words in text order, what every provision spans, and what governs each clause."""

    leaves: list[Provision]
    extent: dict[str, tuple[int, int]]
    governing: list[tuple[str, ...]]

    def add(self, node: Provision, above: tuple[str, ...]) -> None:
        first = len(self.leaves)
        if not node.children and node.text:
            self.leaves.append(node)
            self.governing.append(tuple(id_ for id_ in above if id_ != node.id))
        around = tuple(
            child.id
            for child in node.children
            if child.kind in _GOVERNING_KINDS and child.text and not child.children
        )
        for child in node.children:
            self.add(child, above if child.id in around else (*above, *around))
        self.extent[node.id] = (first, len(self.leaves))


def _end_to_end(columns: list[Indices]) -> Indices:
    return np.concatenate([np.zeros(0, dtype=np.int64), *columns])


def _numbered_through(words: list[ClauseWords]) -> Indices:
    numbered, total = [np.zeros(0, dtype=np.int64)], 0
    for clause in words:
        numbered.append(clause.sentence + total)
        total += int(clause.sentence[-1]) + 1 if len(clause.sentence) else 0
    return np.concatenate(numbered)


def _in_brackets(leaves: list[Provision], words: list[ClauseWords]) -> Flags:
    flags = [np.zeros(0, dtype=bool)]
    for leaf, clause in zip(leaves, words, strict=True):
        inside = np.zeros(len(clause.keys), dtype=bool)
        for mark in leaf.marks:
            if mark.kind == "bracket":
                inside |= (clause.starts >= mark.start) & (clause.ends <= mark.end)
        flags.append(inside)
    return np.concatenate(flags)


def articles_outside_annexes(draft: Draft) -> Iterator[Provision]:
    """The articles and rules that `Draft.articles` and `Draft.rules` count, in text order."""
    for instrument in draft.instruments:
        for top in instrument.provisions:
            if top.kind != "annex":
                yield from (node for node in top.walk() if node.kind in ("article", "rule"))
