"""The fate of every bracket and option of a draft in the next: adopted, dropped, reworded, kept open.

Each clause with brackets is read as comes nearest to the clause that it became; a bracket whose words
that reading took up is adopted where they stand outside brackets, and kept open where they stand inside
some. What cannot be found there is looked for in the rest of the article and, if it is long enough to
be known again, in the whole draft.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from treatydiff.diff.standing import AGREED
from treatydiff.model import CLOSING_BRACKETS, OPENING_BRACKETS, Comparison
from treatydiff.studies.brackets.abbreviations import stand_for_one
from treatydiff.studies.brackets.lattice import nearest_reading
from treatydiff.studies.brackets.model import BracketFate, BracketFates, Fate
from treatydiff.studies.brackets.option_fates import option_fates
from treatydiff.studies.brackets.sides import OpenBracket, OpenSide
from treatydiff.studies.brackets.slots import ClausePoint, judge_qualified, judge_slots, judge_wordless

SURVIVES = 0.5
"""Share of a bracket's words that must be found for it to have survived."""
TRACE = 0.25
"""Share from which on what did not survive is reworded and not dropped."""
SAME_BRACKET = 0.5
"""Agreement (F1 of words) from which on a bracket of A and one of B are the same bracket."""
ELSEWHERE_WORDS = 4
"""Words from which on a bracket is looked for in the rest of its article."""
VERBATIM_WORDS = 3
"""Words from which on it is known again by a bracket of B that holds the same and no other."""
ANYWHERE_WORDS = 8
"""Words from which on it is looked for in the whole draft."""
NEAREST = 0.5
"""Share of its pairs of words from which on a clause without partner is read against another clause."""
SAME_TEXT = 0.6
"""The same share from which on wording that is not in its place is taken to stand elsewhere."""
_SENTENCE_END = re.compile(r"[.;:]\]*\s+(?=[\[(“\"]*[^\W\d_a-z])")


def bracket_fates(comparison: Comparison) -> BracketFates:
    """What became of every bracket and option of the earlier draft, and which are new in the later.

    Args:
        comparison: of two drafts read with their brackets as they are.
    """
    return BracketFates(comparison.a, comparison.b, tuple(_Fates(comparison).all()))


class _Fates:
    """The work on one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self._a, self._b = OpenSide(comparison.a, _new_numbers(comparison)), OpenSide(comparison.b)
        self._rows: dict[str, tuple[str, ...]] = {}
        self._partner: dict[str, str] = {}
        for unit in comparison.units:
            for id_ in unit.pairing.a:
                self._rows[id_] = unit.pairing.b
            for clause in unit.clauses:
                if clause.pairing.a and clause.pairing.b:
                    self._partner[clause.pairing.a[0]] = clause.pairing.b[0]
        self._agreed = {each.provision for each in comparison.standing_a if each.says in AGREED}
        self._found: dict[ClausePoint, ClausePoint] = {}
        self._short_forms: dict[int, int] = {}
        self._bigrams = {
            leaf: _bigrams([token.key for token in self._b.tokens(leaf)])
            for leaf in (node.id for node in comparison.b.walk() if node.text)
        }
        concerned = {*self._a.in_clause, *self._a.option_of}
        for node in comparison.a.walk():
            if node.text and node.id in concerned:
                self._match(node.id)
        for bracket in self._a.brackets:
            if bracket.has_wording:
                self._search_short_form(bracket)
                self._search_verbatim(bracket)

    def all(self) -> Iterable[BracketFate]:
        """Fates of A's brackets and options, then what is new in B."""
        same = self._same_brackets()
        decided: dict[int, Fate | None] = {
            bracket.key: self._fate(bracket, same) for bracket in self._a.brackets
        }
        judge_slots(self._a, self._b, self._found, decided)
        judge_qualified(self._a, self._b, self._found, decided)
        judge_wordless(self._a, self._b, self._successor, decided)
        for bracket in self._a.brackets:
            if bracket.role == "placeholder" and decided[bracket.key] == "dropped" and self._filled(bracket):
                decided[bracket.key] = "reworded"
        options_a, options_b = option_fates(self._a, self._b, self._found, self._rows)
        self._around_options(decided, {each.clause: each.fate for each in options_a})
        found = [self._said(bracket, decided[bracket.key]) for bracket in self._a.brackets]
        order_a = {node.id: place for place, node in enumerate(self._a.draft.walk())}
        order_b = {node.id: place for place, node in enumerate(self._b.draft.walk())}
        yield from sorted(
            [*found, *options_a], key=lambda each: (order_a[each.clause], each.what != "option", each.n)
        )
        kept = set(same.values())
        new = [self._new(each) for each in self._b.brackets if each.key not in kept and each.has_wording]
        yield from sorted(
            [*new, *options_b], key=lambda each: (order_b[each.clause], each.what != "option", each.n)
        )

    def _around_options(self, decided: dict[int, Fate | None], fates: Mapping[str, Fate | None]) -> None:
        """A bracket that holds one option and nothing else has the fate of the option."""
        for option in self._a.options:
            words = {(id_, number) for id_ in option.clauses for number in range(len(self._a.tokens(id_)))}
            for bracket in self._a.brackets:
                if words and set(bracket.words) == words:
                    decided[bracket.key] = fates[option.node.id]

    # --- words --------------------------------------------------------------------------------------

    def _match(self, clause: str) -> None:
        """Tie the words of a clause to those of what it became; search for what is not there."""
        target = self._partner.get(clause) or self._nearest(clause)
        if target is not None:
            self._tie(clause, range(len(self._a.tokens(clause))), target)
        for numbers in self._sentences(clause):
            missing = sum((clause, number) not in self._found for number in numbers)
            if len(numbers) >= ANYWHERE_WORDS and missing > (1 - TRACE) * len(numbers):
                self._search(clause, numbers)
        for key in self._a.in_clause.get(clause, ()):
            bracket = self._a.brackets[key]
            here = [number for where, number in bracket.own if where == clause]
            missing = sum((clause, number) not in self._found for number in here)
            if len(here) >= ELSEWHERE_WORDS and missing > (1 - TRACE) * len(here):
                self._search(clause, here)

    def _tie(self, clause: str, numbers: Iterable[int], target: str) -> None:
        numbers = list(numbers)
        tokens = self._a.tokens(clause)
        chosen = [tokens[number] for number in numbers]
        first, last = numbers[0], numbers[-1] + 1
        skippable = []
        if len(numbers) == last - first:
            skippable = [(start - first, end - first) for start, end in self._a.skippable(clause)
                         if first <= start and end <= last and end - start < len(numbers)]  # fmt: skip
        for i, j in nearest_reading(chosen, self._b.tokens(target), skippable):
            self._found[clause, numbers[i]] = target, j

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
                self._found.pop((clause, number), None)
            self._tie(clause, numbers, target)

    def _search_verbatim(self, bracket: OpenBracket) -> None:
        """Tie a bracket to one of B that holds the same words and nothing else."""
        keys = [self._a.tokens(clause)[number].key for clause, number in bracket.words]
        if len(keys) < VERBATIM_WORDS or any(place in self._found for place in bracket.words):
            return
        for other in self._b.brackets:
            if len(other.words) == len(keys) and keys == [
                self._b.tokens(clause)[number].key for clause, number in other.words
            ]:
                self._found.update(zip(bracket.words, other.words, strict=True))
                return

    def _search_short_form(self, bracket: OpenBracket) -> None:
        """Tie a bracket to one of the clause's successor that gives its name in full, or in short."""
        target = self._partner.get(bracket.clause)
        if target is None or not bracket.words or any(place in self._found for place in bracket.words):
            return
        used = set(self._found.values())
        for key in self._b.in_clause.get(target, ()):
            other = self._b.brackets[key]
            places = [place for place in other.words if place[0] == target]
            if not places or 2 * len(used.intersection(places)) > len(places):
                continue
            if stand_for_one(text_of(self._a, bracket), text_of(self._b, other)):
                self._found.update((place, places[0]) for place in bracket.words)
                self._short_forms[bracket.key] = key
                return

    def _best(self, keys: list[str], units: tuple[str, ...], least: float, but: str) -> str | None:
        """The clause of B that holds most of some words in order, in some units or, if long, anywhere."""
        wanted = _bigrams(keys)
        if not wanted:
            return None
        near = [id_ for id_ in self._bigrams if self._b.unit_of.get(id_) in units]
        pools = [near, list(self._bigrams)] if len(keys) >= ANYWHERE_WORDS else [near]
        for pool in pools:
            held = [
                (len(wanted & self._bigrams[id_]) / len(wanted), -len(self._bigrams[id_]), -place, id_)
                for place, id_ in enumerate(pool)
                if id_ != but
            ]
            if held and (best := max(held))[0] >= least:
                return best[3]
        return None

    # --- brackets -----------------------------------------------------------------------------------

    def _share(self, bracket: OpenBracket) -> tuple[int, int]:
        """How many of a bracket's words there are, and how many were found."""
        words = bracket.own or bracket.words
        shared = sum(place in self._found for place in words)
        return (shared if bracket.slashed and shared else len(words)), shared

    def _successor(self, bracket: OpenBracket) -> str:
        """The clause or unit of B that became of where a bracket opens; "" if none."""
        return self._partner.get(bracket.clause) or next(iter(self._rows.get(bracket.unit, ())), "")

    def _same_brackets(self) -> dict[int, int]:
        """Which bracket of B is which of A, one to one, by the words that they share."""
        counts: dict[tuple[int, int], int] = defaultdict(int)
        for bracket in self._a.brackets:
            if not bracket.has_wording:
                continue
            for place in bracket.words:
                if place in self._found:
                    clause, number = self._found[place]
                    for key in self._b.tokens(clause)[number].inside:
                        counts[bracket.key, key] += 1
        agreements = [
            (2 * shared / (len(self._a.brackets[a].words) + len(self._b.brackets[b].words)), a, b)
            for (a, b), shared in counts.items()
        ]
        same = dict(self._short_forms)
        taken = set(same.values())
        for agreement, a, b in sorted(agreements, key=lambda each: (-each[0], each[1], each[2])):
            if agreement >= SAME_BRACKET and a not in same and b not in taken:
                same[a] = b
                taken.add(b)
        return same

    def _fate(self, bracket: OpenBracket, same: dict[int, int]) -> Fate | None:
        words, shared = self._share(bracket)
        if not bracket.has_wording or not words:
            return None
        share = shared / words
        if share < SURVIVES and bracket.key not in same:
            return "reworded" if share >= TRACE else "dropped"
        if bracket.key in same or self._still_open(bracket):
            return "kept open"
        return "adopted" if shared == words else "reworded"

    def _still_open(self, bracket: OpenBracket) -> bool:
        """Whether most of what was found stands as deep in brackets as before, or newly in an option."""
        if len(bracket.pieces) > 1 and bracket.role == "reserve":
            # A bracket around many provisions that opens at the same one again, wherever it now ends.
            target = self._partner.get(bracket.clause)
            if any(
                each.clause == target and each.start == 0 and each.part == "open" for each in self._b.brackets
            ):
                return True
        votes = 0
        places = [place for place in bracket.own or bracket.words if place in self._found]
        for place in places:
            clause, number = self._found[place]
            was, is_ = self._a.option_of.get(place[0]), self._b.option_of.get(clause)
            option = is_ is not None and (was is None or bracket.role == "reserve")
            votes += option or (self._b.depth(clause, number) >= self._a.depth(*place))
        return 2 * votes > len(places)

    def _filled(self, bracket: OpenBracket) -> bool:
        """Whether new words stand in the clause of the same label where a whole clause was a placeholder."""
        taken = set(self._partner.values())
        if bracket.clause in self._partner:
            return False
        labels = bracket.clause.removeprefix(bracket.unit)
        for unit in self._rows.get(bracket.unit, ()):
            if unit + labels in self._bigrams and unit + labels not in taken:
                self._partner[bracket.clause] = unit + labels
                return True
        return False

    # --- what is said -------------------------------------------------------------------------------

    def _said(self, bracket: OpenBracket, fate: Fate | None) -> BracketFate:
        words, shared = self._share(bracket)
        where = [self._found[place] for place in bracket.own or bracket.words if place in self._found]
        clause, found = "", ""
        if where and fate != "dropped":
            clause = max({each[0] for each in where}, key=lambda id_: (sum(w[0] == id_ for w in where), id_))
            numbers = [number for id_, number in where if id_ == clause]
            tokens = self._b.tokens(clause)
            found = self._b.nodes[clause].text[tokens[min(numbers)].start : tokens[max(numbers)].end]
        return BracketFate(
            "a", "bracket", bracket.role, bracket.unit, bracket.clause, bracket.instrument, bracket.n,
            bracket.start, bracket.end, text_of(self._a, bracket), fate,
            clause or self._partner.get(bracket.clause, ""), found, words, shared, bracket.group,
        )  # fmt: skip

    def _new(self, bracket: OpenBracket) -> BracketFate:
        back = {there: here for here, there in self._found.items()}
        own = bracket.own or bracket.words
        before = [back[place][0] for place in own if place in back]
        fate: Fate = "reopened" if self._agreed.intersection(before) else "newly bracketed"
        return BracketFate(
            "b", "bracket", bracket.role, bracket.unit, bracket.clause, bracket.instrument, bracket.n,
            bracket.start, bracket.end, text_of(self._b, bracket), fate,
            before[0] if before else "", "", len(own), len(before), bracket.group,
        )  # fmt: skip


def _new_numbers(comparison: Comparison) -> dict[str, str]:
    """The numbers of A's articles that bear another number in B."""
    numbers = [
        {unit.id: unit.provision.number for unit in draft.units() if unit.kind in ("article", "rule")}
        for draft in (comparison.a, comparison.b)
    ]
    found: dict[str, str] = {}
    for row in comparison.units:
        if len(row.pairing.a) == len(row.pairing.b) == 1:
            old, new = numbers[0].get(row.pairing.a[0]), numbers[1].get(row.pairing.b[0])
            if old and new and old != new:
                found[old.casefold()] = new.casefold()
    return found


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
