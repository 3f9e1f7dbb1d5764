"""Why two provisions were paired, as named observations.

| kind | text | value |
|---|---|---|
| cosine, dice_3, dice_5 | | the three measures of the similarity, 0 to 1 |
| same_heading | the heading | how alike the headings are, 0 to 1 |
| same_number | the number | |
| neighbours | | how many of the two neighbouring units are paired in step |
| shared_run | the longest run of words that both have, as B prints it | its length in words |
| heading | the old and the new heading, where they differ | |
| moved | what the move is out of: instrument, container, order | |
| moved_words | the unit of A and the unit of B between which clauses moved | how many words |
| moved_to, moved_from | the id of a clause that went to, or came from, another row | |
| nearest | the unit of the other draft that holds most of a lone unit; further ones too | what each adds |
| no_counterpart | (a unit alone, where the texts are different instruments) | |
| copies | a clause of A that stands word for word in several units of B | how many places |
| repeated | a clause of B that stood word for word in several units of A, more than in B | how many places |
| shared_words | | for containers: share of their words in units paired with the other's, 0 to 1 |
| stated | what a draft itself says of the provision ("Moved as article 41 ter") | |
"""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.align.clause_pairs import ClausePair
from treatydiff.align.rows import Row
from treatydiff.align.sides import AlignedSide
from treatydiff.align.similarity import Components
from treatydiff.language.keys import comparison_words
from treatydiff.language.number_forms import same_number
from treatydiff.language.typography import same_typographically
from treatydiff.model import Evidence, Provision


def pair_evidence(
    a: AlignedSide, b: AlignedSide, row: Row, components: Sequence[Components], moved: Sequence[str]
) -> tuple[Evidence, ...]:
    """What spoke for the pairs of a row, and what else was seen.

    Args:
        a: the earlier draft's units.
        b: the later draft's units.
        row: the units.
        components: the measures of each of the row's pairs.
        moved: for each pair, why it counts as moved, or "".
    """
    found: list[Evidence] = []
    for pair, parts, reason in zip(row.pairs, components, moved, strict=True):
        one, other = a.units[pair.a].provision, b.units[pair.b].provision
        found += _measures(parts)
        if pair.heading and one.heading and other.heading:
            found.append(Evidence("same_heading", other.heading, pair.heading))
        if pair.number:
            found.append(Evidence("same_number", other.number))
        if pair.beside:
            found.append(Evidence("neighbours", value=float(pair.beside)))
        if not same_typographically(one.heading, other.heading):
            found.append(heading_change(one, other))
        if reason:
            found.append(Evidence("moved", reason))
    for i, j, words in row.moved:
        found.append(Evidence("moved_words", f"{a.units[i].id} → {b.units[j].id}", float(words)))
    return tuple(found)


def _measures(parts: Components) -> list[Evidence]:
    return [
        Evidence("cosine", value=parts.cosine),
        Evidence("dice_3", value=parts.dice_3),
        Evidence("dice_5", value=parts.dice_5),
    ]


def clause_evidence(
    a: AlignedSide, b: AlignedSide, pair: ClausePair, parts: Components | None
) -> tuple[Evidence, ...]:
    """What spoke for a pair of clauses; nothing is said where their words are the same.

    Args:
        a: the earlier draft's clauses.
        b: the later draft's clauses.
        pair: the clauses.
        parts: their measures, None where they are alike throughout.
    """
    if parts is None:
        return ()
    one, other = a.clauses[pair.a], b.clauses[pair.b]
    found = _measures(parts)
    if one.number and same_number(one, other):
        found.append(Evidence("same_number", other.number))
    if not same_typographically(one.heading, other.heading):
        found.append(heading_change(one, other))
    return (*found, *shared_run(a, b, [pair]))


def heading_change(a: Provision, b: Provision) -> Evidence:
    """The old and the new heading; a dash where there is none."""
    return Evidence("heading", f"{a.heading or '—'} → {b.heading or '—'}")


def shared_run(a: AlignedSide, b: AlignedSide, pairs: Sequence[ClausePair]) -> tuple[Evidence, ...]:
    """The longest run of words that two paired clauses share, as B prints it, if there is any."""
    best = (0, -1, 0)
    for pair in pairs:
        keys_a, keys_b = a.keys(pair.a), b.keys(pair.b)
        if min(len(keys_a), len(keys_b)) <= best[0]:
            continue
        length, start = (len(keys_b), 0) if keys_a == keys_b else longest_common_run(keys_a, keys_b)
        if length > best[0]:
            best = (length, pair.b, start)
    length, clause, start = best
    if not length or not b.clause_sizes[clause]:
        return ()
    words = comparison_words(b.clauses[clause].text, b.language)
    text = b.clauses[clause].text[words[start].start : words[start + length - 1].end]
    return (Evidence("shared_run", text, float(length)),)


def longest_common_run(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """The length of the longest run of words common to both, and where it first starts in `b`."""
    if len(a) * len(b) > _MOST_WORD_PAIRS or len(a) + len(b) > _MOST_WORDS:
        return _longest_by_automaton(a, b)
    codes: dict[str, str] = {}
    for word in (*a, *b):
        codes.setdefault(word, chr(len(codes) + 1))
    whole, run = ("".join([codes[word] for word in side]) for side in (a, b))
    length = start = 0
    for at in range(len(run)):
        while at + length < len(run) and run[at : at + length + 1] in whole:
            length, start = length + 1, at
    return length, start


_MOST_WORD_PAIRS = 1_000_000
_MOST_WORDS = 50_000
"""Up to these the runs are looked for as strings of one character a word, which takes a tenth of the time;
beyond them a search for every word would take the square of their number."""


def _longest_by_automaton(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    runs = _RunsOf(a)
    best = (0, 0)
    state, length = 0, 0
    for index, word in enumerate(b):
        while state and word not in runs.following[state]:
            state = runs.shorter[state]
            length = runs.longest[state]
        if word in runs.following[state]:
            state, length = runs.following[state][word], length + 1
        if length > best[0]:
            best = (length, index - length + 1)
    return best


class _RunsOf:
    """All runs of some words, as a suffix automaton (Blumer et al. 1985): its size grows with the words'.

    Every state stands for runs that end at the same places; the longest has `longest` words, and
    `shorter` is the state of the longest run that ends at further places.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self.following: list[dict[str, int]] = [{}]
        self.shorter = [-1]
        self.longest = [0]
        last = 0
        for word in words:
            last = self._with(word, last)

    def _with(self, word: str, last: int) -> int:
        new = self._add({}, 0, self.longest[last] + 1)
        state = last
        while state >= 0 and word not in self.following[state]:
            self.following[state][word] = new
            state = self.shorter[state]
        if state < 0:
            return new
        after = self.following[state][word]
        if self.longest[after] != self.longest[state] + 1:
            split = self._add(dict(self.following[after]), self.shorter[after], self.longest[state] + 1)
            self.shorter[after] = split
            while state >= 0 and self.following[state].get(word) == after:
                self.following[state][word] = split
                state = self.shorter[state]
            after = split
        self.shorter[new] = after
        return new

    def _add(self, following: dict[str, int], shorter: int, longest: int) -> int:
        self.following.append(following)
        self.shorter.append(shorter)
        self.longest.append(longest)
        return len(self.longest) - 1
