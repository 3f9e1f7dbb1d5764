"""Which words of bracketed clauses are which words of the later draft.

Each clause with brackets is read as comes nearest to the clause that it became. What is not there is looked
for in the rest of the article and, if it is long enough to be known again, in the whole draft.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping

from treatydiff.language.registry import get_language
from treatydiff.model import CLOSING_BRACKETS, OPENING_BRACKETS
from treatydiff.patterns import pattern_of
from treatydiff.studies.brackets.abbreviations import stand_for_one
from treatydiff.studies.brackets.lattice import nearest_reading
from treatydiff.studies.brackets.sides import OpenBracket, OpenSide
from treatydiff.studies.brackets.slots import ClausePoint

SURVIVES = 0.5
"""Share of the words of a bracket or option that must be found for it to have survived."""
TRACE = 0.25
"""Share from which on what did not survive is reworded and not dropped."""
ELSEWHERE_WORDS = 4
"""Words from which on a bracket is looked for in the rest of its article."""
VERBATIM_WORDS = 3
"""Words from which on it is known again by a bracket of B that holds the same and no other."""
LEAST_IN_PLACE = 2
"""Words of a bracket by which it is known again in its place; one alone may be chance."""
ANYWHERE_WORDS = 8
"""Words from which on it is looked for in the whole draft."""
NEAREST = 0.5
"""Share of its pairs of words from which on a clause without partner is read against another clause."""
SAME_TEXT = 0.6
"""The same share from which on wording that is not in its place is taken to stand elsewhere."""
_SENTENCE_END = pattern_of(r"[.;:]\]*\s+(?=[\[(“\"]*[^\W\d_a-z])")


class FoundWords:
    """The words of A's bracketed clauses and options that are in B, and where.

    Args:
        a, b: the drafts.
        partner: the clause of B that each clause of A became.
        rows: the units of B that each unit of A became.

    Attributes:
        found: word of A -> word of B.
        short_forms: brackets of A that brackets of B give in full, or in short.
        bigrams: pairs of words of every clause of B.
    """

    def __init__(
        self, a: OpenSide, b: OpenSide, partner: Mapping[str, str], rows: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._a, self._b, self._partner, self._rows = a, b, partner, rows
        self._empty = get_language(a.draft.language).function_words
        self.found: dict[ClausePoint, ClausePoint] = {}
        self.short_forms: dict[int, int] = {}
        self.bigrams = {
            leaf: _bigrams([token.key for token in b.tokens(leaf)])
            for leaf in (node.id for node in b.draft.walk() if node.text)
        }
        concerned = {*a.in_clause, *a.option_of}
        for node in a.draft.walk():
            if node.text and node.id in concerned:
                self._match(node.id)
        for bracket in a.brackets:
            if bracket.has_wording:
                self._forget_empty(bracket)
                self._search_short_form(bracket)
                self._search_verbatim(bracket)
                self._search_in_place(bracket)
                self._search_ending(bracket)

    def _forget_empty(self, bracket: OpenBracket) -> None:
        """Untie a bracket of which only words like "the" and "of" are there, if it has others."""
        own = bracket.own or bracket.words
        words = {place: self._a.tokens(place[0])[place[1]].key in self._empty for place in own}
        here = [place for place in words if place in self.found]
        if here and not all(words.values()) and all(words[place] for place in here):
            for place in here:
                del self.found[place]

    def _match(self, clause: str) -> None:
        """Tie the words of a clause to those of what it became; search for what is not there."""
        target = self._partner.get(clause) or self._nearest(clause)
        if target is not None:
            self._tie(clause, range(len(self._a.tokens(clause))), target)
        for numbers in self._sentences(clause):
            missing = sum((clause, number) not in self.found for number in numbers)
            if len(numbers) >= ANYWHERE_WORDS and missing > (1 - TRACE) * len(numbers):
                self._search(clause, numbers)
        for key in self._a.in_clause.get(clause, ()):
            bracket = self._a.brackets[key]
            here = [number for where, number in bracket.own if where == clause]
            missing = sum((clause, number) not in self.found for number in here)
            if len(here) >= ELSEWHERE_WORDS and missing > (1 - TRACE) * len(here):
                self._search(clause, here)

    def _tie(self, clause: str, numbers: Iterable[int], target: str) -> None:
        numbers = list(numbers)
        tokens = self._a.tokens(clause)
        skippable = self._a.skippable(clause) if len(numbers) == len(tokens) else []
        apart = [each for each in skippable if each != (0, len(tokens))]
        for i, j in nearest_reading([tokens[n] for n in numbers], self._b.tokens(target), apart):
            self.found[clause, numbers[i]] = target, j

    def _sentences(self, clause: str) -> list[list[int]]:
        """The words of a clause by sentences, where there are several."""
        text, tokens = self._a.nodes[clause].text, self._a.tokens(clause)
        ends = [found.end() for found in _SENTENCE_END.finditer(text)]
        if not ends:
            return []
        bounds = [0, *ends, len(text) + 1]
        return [
            numbers
            for start, end in itertools.pairwise(bounds)
            if (numbers := [n for n, token in enumerate(tokens) if start <= token.start < end])
        ]

    def _nearest(self, clause: str) -> str | None:
        keys = [token.key for token in self._a.tokens(clause)]
        return self._best(keys, self._rows.get(self._a.unit_of.get(clause, ""), ()), NEAREST, "")

    def _search(self, clause: str, numbers: list[int]) -> None:
        keys = [self._a.tokens(clause)[number].key for number in numbers]
        units = self._rows.get(self._a.unit_of.get(clause, ""), ())
        target = self._best(keys, units, SAME_TEXT, self._partner.get(clause, ""))
        if target is not None:
            for number in numbers:
                self.found.pop((clause, number), None)
            self._tie(clause, numbers, target)

    def _search_verbatim(self, bracket: OpenBracket) -> None:
        """Tie a bracket to one of B that holds the same words and nothing else."""
        keys = [self._a.tokens(clause)[number].key for clause, number in bracket.words]
        if not keys or any(place in self.found for place in bracket.words):
            return
        target = self._partner.get(bracket.clause)
        slots = self._slots_of(bracket)
        for other in self._b.brackets:
            if len(keys) < VERBATIM_WORDS and other.clause != target:
                continue
            if len(keys) < LEAST_IN_PLACE and (other.instrument, other.group) not in slots:
                continue
            if len(other.words) == len(keys) and keys == [
                self._b.tokens(clause)[number].key for clause, number in other.words
            ]:
                self.found.update(zip(bracket.words, other.words, strict=True))
                return

    def _slots_of(self, bracket: OpenBracket) -> set[tuple[int, int]]:
        """The groups of B in which other alternatives of a bracket's group stand."""
        beside = [each for each in self._a.brackets if bracket.group and each.group == bracket.group
                  and each.instrument == bracket.instrument]  # fmt: skip
        there = [self.found[place] for each in beside for place in each.words if place in self.found]
        held = {key for clause, number in there for key in self._b.tokens(clause)[number].inside}
        return {(each.instrument, each.group) for each in self._b.brackets if each.group and each.key in held}

    def _search_short_form(self, bracket: OpenBracket) -> None:
        """Tie a bracket to one of the clause's successor that gives its name in full, or in short."""
        target = self._partner.get(bracket.clause)
        if target is None or not bracket.words or any(place in self.found for place in bracket.words):
            return
        used = set(self.found.values())
        for key in self._b.in_clause.get(target, ()):
            other = self._b.brackets[key]
            places = [place for place in other.words if place[0] == target]
            if not places or 2 * len(used.intersection(places)) > len(places):
                continue
            if stand_for_one(text_of(self._a, bracket), text_of(self._b, other)):
                self.found.update((place, places[0]) for place in bracket.words)
                self.short_forms[bracket.key] = key
                return

    def _search_in_place(self, bracket: OpenBracket) -> None:
        """Tie a bracket that was passed over to the few of its words that stand in its place.

        A reading passes over a bracket of which less than half is there, as that is cheaper word by word.
        """
        clause = bracket.clause
        numbers = [number for where, number in bracket.words if where == clause]
        if any(place in self.found for place in bracket.words) or not numbers:
            return
        left, right = min(numbers) - 1, max(numbers) + 1
        target, there = self.found.get((clause, left), ("", -1))
        behind, end = self.found.get((clause, right), (target, -1))
        tokens = self._b.tokens(target) if target else ()
        if right >= len(self._a.tokens(clause)):
            end = len(tokens)
        if target != behind or not there < end:
            return
        used = {number for where, number in self.found.values() if where == target}
        free = [number for number in range(there + 1, end) if number not in used]
        said = [number for number in numbers if self._a.tokens(clause)[number].key not in self._empty]
        for held in (numbers, said):
            chosen = [self._a.tokens(clause)[number] for number in held]
            pairs = nearest_reading(chosen, [tokens[number] for number in free], ())
            tells = any(held[i] in said for i, _ in pairs)
            # One word is enough but for a year or another figure, and among alternatives.
            enough = len(pairs) >= LEAST_IN_PLACE or not (
                bracket.group or any(chosen[i].key.isdigit() for i, _ in pairs)
            )
            if tells and enough and len(pairs) >= TRACE * len(numbers):
                self.found.update(((clause, held[i]), (target, free[j])) for i, j in pairs)
                return

    def _search_ending(self, bracket: OpenBracket) -> None:
        """Tie the ending of a word in brackets, "well[s]", to the word that has it."""
        if len(bracket.words) != 1 or bracket.words[0] in self.found:
            return
        clause, number = bracket.words[0]
        if not number or not self._a.nodes[clause].text[bracket.start - 1].isalpha():
            return
        stem, ending = self._a.tokens(clause)[number - 1 : number + 1]
        there = self.found.get((clause, number - 1))
        if there and self._b.tokens(there[0])[there[1]].key == stem.key + ending.key:
            self.found[clause, number] = there

    def _best(self, keys: list[str], units: tuple[str, ...], least: float, but: str) -> str | None:
        """The clause of B that holds most of some words in order, in some units or, if long, anywhere."""
        wanted = _bigrams(keys)
        if not wanted:
            return None
        near = [id_ for id_ in self.bigrams if self._b.unit_of.get(id_) in units]
        pools = [near, list(self.bigrams)] if len(keys) >= ANYWHERE_WORDS else [near]
        for pool in pools:
            held = [
                (len(wanted & self.bigrams[id_]) / len(wanted), -len(self.bigrams[id_]), -place, id_)
                for place, id_ in enumerate(pool)
                if id_ != but
            ]
            if held and (best := max(held))[0] >= least:
                return best[3]
        return None


def text_of(side: OpenSide, bracket: OpenBracket) -> str:
    """The wording of a bracket without its own brackets, clauses one after another."""
    if not bracket.pieces:
        node = side.nodes[bracket.clause]
        return node.heading or node.number
    texts = [side.nodes[clause].text[start:end] for clause, start, end in bracket.pieces]
    texts[0] = texts[0][texts[0][:1] in OPENING_BRACKETS :]
    if bracket.part != "unclosed" and texts[-1][-1:] in CLOSING_BRACKETS:
        texts[-1] = texts[-1][:-1]
    return " ".join(text.strip() for text in texts if text.strip())


def _bigrams(keys: list[str]) -> set[tuple[str, str]]:
    return set(itertools.pairwise(keys)) or ({(keys[0], "")} if keys else set())
