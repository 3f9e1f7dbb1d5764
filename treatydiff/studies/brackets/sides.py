"""The brackets and options of one draft with the words that they hold, clause by clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property

from treatydiff.language.references import find_references
from treatydiff.model import NO_WORDING, Draft, Mark, Provision
from treatydiff.records import dataclass
from treatydiff.structure.brackets.brackets import DEEPEST
from treatydiff.studies.brackets.lattice import LatticeWord, bracket_tokens


@dataclass(slots=True)
class OpenBracket:
    """One bracket of a draft.

    Attributes:
        key: its place among the brackets of the draft, from 0.
        instrument, n, depth, role, group, slashed: as the marks say.
        unit, clause: ids of where it opens.
        start, end: code points there; `end` is the end of the clause where it closes later.
        pieces: (clause, start, end) of every clause that it covers.
        own: (clause, number of the word) of the words in it and in no bracket inside it.
        words: the same with the brackets inside it.
    """

    key: int
    instrument: int
    n: int
    depth: int
    role: str
    group: int
    slashed: bool
    unit: str
    clause: str
    start: int
    end: int
    part: str
    pieces: list[tuple[str, int, int]] = field(default_factory=list)
    own: list[tuple[str, int]] = field(default_factory=list)
    words: list[tuple[str, int]] = field(default_factory=list)

    @property
    def has_wording(self) -> bool:
        """Whether it holds wording of the instrument."""
        return self.role not in NO_WORDING


@dataclass(slots=True)
class OpenOption:
    """One option: its node, the ids of its clauses, its group, and whether it says that there be nothing."""

    node: Provision
    unit: str
    clauses: tuple[str, ...]
    group: tuple[str, int]
    instrument: int
    no_text: bool


class OpenSide:
    """One draft: its clauses with words, brackets and options.

    Args:
        draft: the draft.
        numbers: of its articles that the other draft numbers otherwise, and how.
    """

    def __init__(self, draft: Draft, numbers: Mapping[str, str] | None = None) -> None:
        self.draft = draft
        self.numbers = numbers or {}
        self.nodes = {node.id: node for node in draft.walk()}
        self.unit_of: dict[str, str] = {}
        for unit in draft.units():
            for node in unit.provision.walk():
                self.unit_of[node.id] = unit.id
        self.brackets: list[OpenBracket] = []
        self.in_clause: dict[str, list[int]] = defaultdict(list)
        self.options: list[OpenOption] = []
        self.option_of: dict[str, str] = {}
        for instrument in draft.instruments:
            known: dict[int, OpenBracket] = {}
            for node in instrument.walk():
                for mark in node.marks:
                    if mark.kind == "bracket":
                        self._add(instrument.n, node, mark, known)
            self._add_options(instrument.provisions, instrument.n, "", "")
        self._fill()

    def _add(self, instrument: int, node: Provision, mark: Mark, known: dict[int, OpenBracket]) -> None:
        attrs = dict(mark.attrs)
        n = int(attrs["n"])
        if int(attrs["depth"]) > DEEPEST:
            return
        bracket = known.get(n)
        if bracket is None:
            bracket = known[n] = OpenBracket(
                len(self.brackets), instrument, n, int(attrs["depth"]), str(attrs.get("role", "text")),
                int(attrs.get("group", 0)), bool(attrs.get("slashed", False)),
                self.unit_of.get(node.id, node.id), node.id, mark.start, mark.end, str(attrs["part"]),
            )  # fmt: skip
            self.brackets.append(bracket)
        # The end of a bracket that went astray is another's: only the clause in which it opens is its own.
        own = bracket.role != "astray" or node.id == bracket.clause
        if mark.end > mark.start and own:
            bracket.pieces.append((node.id, mark.start, mark.end))
            self.in_clause[node.id].append(bracket.key)

    def _add_options(self, nodes: Sequence[Provision], instrument: int, parent: str, inside: str) -> None:
        for node in nodes:
            mark = next((dict(each.attrs) for each in node.marks if each.kind == "option"), None)
            within = inside
            if mark is not None:
                within = node.id
                self.options.append(
                    OpenOption(node, self.unit_of.get(node.id, node.id),
                               tuple(leaf.id for leaf in node.clauses()), (parent, int(mark["group"])),
                               instrument, bool(mark["no_text"]))
                )  # fmt: skip
            if within and not node.children:
                self.option_of[node.id] = within
            self._add_options(node.children, instrument, node.id, within)

    def _fill(self) -> None:
        for clause in list(self.in_clause):
            said = [(mark.start, mark.end) for mark in self.nodes[clause].marks
                    if mark.kind == "attribution" and mark.end > mark.start]  # fmt: skip
            for number, token in enumerate(self.tokens(clause)):
                if any(start <= token.start < end for start, end in said):
                    continue
                around = [self.brackets[key] for key in token.inside]
                if any(not bracket.has_wording for bracket in around):
                    continue
                for bracket in around:
                    bracket.words.append((clause, number))
                if around:
                    max(around, key=lambda bracket: (bracket.depth, bracket.key)).own.append((clause, number))

    @cached_property
    def _tokens(self) -> dict[str, tuple[LatticeWord, ...]]:
        return {}

    def tokens(self, clause: str) -> tuple[LatticeWord, ...]:
        """The words of a clause, less labels of alternatives, with the keys of the brackets around each."""
        if clause not in self._tokens:
            spans = [
                (key, start, end)
                for key in self.in_clause.get(clause, ())
                for where, start, end in self.brackets[key].pieces
                if where == clause
            ]
            text, marks = self.nodes[clause].text, self.nodes[clause].marks
            labels = [(mark.start, mark.end) for mark in marks if ("form", "label") in mark.attrs]
            tokens = [
                token
                for token in bracket_tokens(text, spans)
                if not any(start <= token.start < end for start, end in labels)
            ]
            self._tokens[clause] = tuple(_renumbered(tokens, text, self.draft.language, self.numbers))
        return self._tokens[clause]

    def skippable(self, clause: str) -> list[tuple[int, int]]:
        """Brackets of a clause that a reading may pass over, as (first word, behind the last word)."""
        found = []
        for key in self.in_clause.get(clause, ()):
            bracket = self.brackets[key]
            inside = [number for number, token in enumerate(self.tokens(clause)) if key in token.inside]
            if bracket.part == "whole" and inside:
                found.append((inside[0], inside[-1] + 1))
        return found

    def slashed(self, bracket: OpenBracket) -> list[list[tuple[str, int]]]:
        """The words of each way to read a bracket like "[shall/should]".

        A slash parts all that stands before it from all behind it, or the words beside it alone: "in
        each/every year" is "in each" or "every year", or else "in each year" or "in every year".
        """
        text, tokens = self.nodes[bracket.clause].text, self.tokens(bracket.clause)
        parts: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for clause, number in bracket.words:
            parts[text.count("/", bracket.start, tokens[number].start)].append((clause, number))
        ways = [*parts.values()]
        head, tail = ways[0][:-1], ways[-1][1:]
        if all(len(way) == 1 for way in ways[1:-1]):
            beside = [ways[0][-1], *(way[0] for way in ways[1:])]
            ways += [[*head, word, *tail] for word in beside]
        return ways

    def depth(self, clause: str, number: int) -> int:
        """How many brackets with wording stand around a word."""
        return sum(self.brackets[key].has_wording for key in self.tokens(clause)[number].inside)


def _renumbered(
    tokens: Sequence[LatticeWord], text: str, language: str, numbers: Mapping[str, str]
) -> Iterator[LatticeWord]:
    """The words, with the numbers of articles that references name as the other draft numbers them."""
    spans = []
    if numbers:
        spans = [
            (each.start, each.end)
            for each in find_references(text, language)
            if each.kind in ("article", "rule") and not each.external
        ]
    behind_kind = False
    for token in tokens:
        inside = any(start <= token.start and token.end <= end for start, end in spans)
        if inside and not behind_kind and token.key in numbers:
            yield replace(token, key=numbers[token.key])
        else:
            yield token
        # The numbers of paragraphs stay: "article 5, paragraph 5".
        behind_kind = inside and (behind_kind or "para" in token.key) and not token.key.startswith("art")
