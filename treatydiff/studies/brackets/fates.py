"""The fate of every bracket and option of a draft in the next: adopted, dropped, reworded, kept open.

A bracket whose words are in the later draft (`found_words`) is adopted where they stand outside brackets,
and kept open where they stand inside some.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from treatydiff.diff.standing import AGREED
from treatydiff.model import Comparison
from treatydiff.studies.brackets.found_words import SURVIVES, TRACE, FoundWords, text_of
from treatydiff.studies.brackets.model import BracketFate, BracketFates, Fate
from treatydiff.studies.brackets.option_fates import option_fates
from treatydiff.studies.brackets.sides import OpenBracket, OpenSide
from treatydiff.studies.brackets.slots import judge_placeholders, judge_qualified, judge_wordless

SAME_BRACKET = 0.5
"""Agreement (F1 of words) from which on a bracket of A and one of B are the same bracket."""


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
        words = FoundWords(self._a, self._b, self._partner, self._rows)
        self._found, self._short_forms, self._bigrams = words.found, words.short_forms, words.bigrams

    def all(self) -> Iterable[BracketFate]:
        """Fates of A's brackets and options, then what is new in B."""
        same = self._same_brackets()
        decided: dict[int, Fate | None] = {
            bracket.key: self._fate(bracket, same) for bracket in self._a.brackets
        }
        judge_placeholders(self._a, self._b, self._found, decided)
        judge_qualified(self._a, self._b, self._found, decided)
        judge_wordless(self._a, self._b, self._successor, decided)
        for bracket in self._a.brackets:
            if bracket.role == "placeholder" and decided[bracket.key] == "dropped" and self._filled(bracket):
                decided[bracket.key] = "reworded"
        options_a, options_b = option_fates(self._a, self._b, self._found, self._rows)
        found = [self._said(bracket, decided[bracket.key]) for bracket in self._a.brackets]
        order_a = {node.id: place for place, node in enumerate(self._a.draft.walk())}
        order_b = {node.id: place for place, node in enumerate(self._b.draft.walk())}
        yield from sorted([*found, *options_a], key=lambda each: (order_a[each.clause], each.n))
        kept = set(same.values())
        still = {
            self._successor(each)
            for each in self._a.brackets
            if not each.words and decided[each.key] == "kept open"
        }
        kept |= {each.key for each in self._b.brackets if not each.words and each.clause in still}
        new = [self._new(each) for each in self._b.brackets if each.key not in kept and each.has_wording]
        yield from sorted([*new, *options_b], key=lambda each: (order_b[each.clause], each.n))

    # --- brackets -----------------------------------------------------------------------------------

    def _share(self, bracket: OpenBracket) -> tuple[int, int]:
        """How many of a bracket's words there are, and how many were found."""
        ways = [bracket.own or bracket.words]
        if bracket.slashed and bracket.words:
            ways += self._a.slashed(bracket)
        counts = [(len(way), sum(place in self._found for place in way)) for way in ways]
        return max(counts, key=lambda each: (each[1] / (each[0] or 1), each[1]))

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
        whole = len(bracket.words) == len(self._a.tokens(bracket.clause))
        if bracket.clause in self._partner or not whole:
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
