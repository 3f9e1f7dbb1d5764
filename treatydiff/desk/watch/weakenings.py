"""What a draft takes from a red line, held against the text in which the line was first found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Literal

from treatydiff.desk.open_words import OpenWords
from treatydiff.diff.edits import diff_texts
from treatydiff.diff.meaning.row_force import settle_row
from treatydiff.language.force import force_terms
from treatydiff.language.tokenizer import words as words_of
from treatydiff.model import ClauseDiff, Pairing, Provision, Signal, Unit
from treatydiff.naming.wording import signal_note
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.studies.chains.concordance import clause_links, turned
from treatydiff.studies.chains.model import Chain

WEAKER = frozenset({
    ("obligation", "weakened"), ("obligation", "removed"), ("standard", "weakened"), ("hedge", "added"),
    ("bearer", "removed"), ("right", "removed"),
})  # fmt: skip
"""Signals that make a clause ask less of whoever it binds, or grant less."""
TURNED = frozenset({
    ("negation", "added"), ("negation", "removed"), ("bearer", "changed"), ("content", "changed"),
})  # fmt: skip
"""Signals that make a clause ask something else, or ask it of someone else: told, and not judged."""

_SENTENCE_ENDS = pattern_of(r"[.!?;؛؟](?=\s)|[。；]")

Place = tuple[int, str]
"""The position of a draft and the id of one of its clauses."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What a clause lost; `at` is where, in characters that are no space, None for all of it."""

    said: str
    sort: Literal["weakened", "changed"]
    at: int | None = None


@dataclass(frozen=True)
class Losses:
    """What clauses of a chain lost since an earlier draft.

    Args:
        chain: the drafts, compared.
    """

    chain: Chain

    def of_words(self, bases: Sequence[Place], at: int, id_: str, start: int, end: int) -> tuple[Loss, ...]:
        """What the sentence of some words lost, its chapeaux, and what is told of their whole clause.

        Args:
            bases: clauses of earlier drafts that hold the words, in the order of the drafts.
            at, id_: the draft and the clause.
            start, end: the words, in code points of its text.
        """
        base = self._base(bases, at, id_)
        if base is None:
            return ()
        node = self._clauses[at][id_]
        low, high = _sentence(node.text, start, end)
        language = self.chain.drafts[at].language
        own = (
            each for each in self._lost(base, (at, id_))
            if each.at is None
            or (_before(node.text, low) <= each.at < _before(node.text, high)
                and (each.sort == "weakened" or _of_one_verb(node, language, (low, high), start, each.at)))
        )  # fmt: skip
        return (*self._above(base, (at, id_)), *own)

    def of_clause(self, bases: Sequence[Place], at: int, id_: str) -> tuple[Loss, ...]:
        """What a clause and the chapeaux above it lost.

        Args:
            bases: clauses of earlier drafts that it is held against, in the order of the drafts.
            at, id_: the draft and the clause.
        """
        base = self._base(bases, at, id_)
        now = (at, id_)
        return () if base is None else (*self._above(base, now), *self._lost(base, now))

    def _above(self, base: Place, now: Place) -> Iterator[Loss]:
        """What the sentences lost by which the chapeaux of an item govern it: their last ones."""
        at, id_ = now
        steps = id_.split("__")
        for length in range(1, len(steps)):
            place = (at, "__".join((*steps[:length], "intro")))
            before = next((each for each in self._path(*place) if each[0] == base[0]), None)
            if place != now and place[1] in self._clauses[at] and before is not None:
                text = self._clauses[at][place[1]].text
                low, _ = _sentence(text, len(text) - 1, len(text) - 1)
                yield from (
                    each for each in self._lost(before, place)
                    if each.at is None or each.at >= _before(text, low)
                )  # fmt: skip

    @cached_property
    def _clauses(self) -> tuple[Mapping[str, Provision], ...]:
        return tuple({node.id: node for node in draft.walk()} for draft in self.chain.drafts)

    @cached_property
    def _earlier(self) -> Mapping[Place, Sequence[Place]]:
        return turned(clause_links(self.chain))

    @cached_property
    def _steps(self) -> Mapping[tuple[int, str], ClauseDiff]:
        """How every clause differs from what it was in the draft before, by draft and id."""
        return {
            (at, clause.pairing.b[0]): clause
            for at, step in enumerate(self.chain.steps, 1)
            for row in step.units
            for clause in row.clauses
            if clause.pairing.a and clause.pairing.b
        }

    @cached_property
    def _open(self) -> tuple[OpenWords, ...]:
        return tuple(map(OpenWords, self.chain.drafts))

    def _path(self, at: int, id_: str) -> list[Place]:
        """A clause and what it was, the latest first."""
        path: list[Place] = [(at, id_)]
        while before := self._earlier.get(path[-1]):
            path.append(before[0])
        return path

    def _base(self, bases: Sequence[Place], at: int, id_: str) -> Place | None:
        """The first text of a clause that the line was found in."""
        path = set(self._path(at, id_)[1:])
        return next((each for each in bases if each in path), None)

    def _lost(self, base: Place, now: Place) -> tuple[Loss, ...]:
        before, after = (self._clauses[at][id_] for at, id_ in (base, now))
        clause = self._difference(base, now)
        language = self.chain.drafts[now[0]].language
        found = [*self._told(clause, self._open[base[0]])]
        held = [each.said for each in _forces_in_brackets(before, language)]
        found += [each for each in _forces_in_brackets(after, language) if each.said not in held]
        return tuple(dict.fromkeys(found))

    def _difference(self, base: Place, now: Place) -> ClauseDiff:
        """How a clause differs from an earlier text of it: the one step that changed it, if it was one."""
        path = self._path(*now)
        texts = [self._clauses[at][id_].text for at, id_ in path[: path.index(base) + 1]]
        changed = [place for place, (new, old) in enumerate(pairwise(texts)) if new != old]
        if len(changed) <= 1:
            place = path[changed[0] if changed else 0]
            if place in self._steps and self._steps[place].pairing.a == (path[path.index(place) + 1][1],):
                return self._steps[place]
        return self._row(base[0], now[0], self._units[now[0]][now[1]])[now[1]]

    @cached_property
    def _units(self) -> tuple[Mapping[str, Unit], ...]:
        """The unit of every clause, by draft and id."""
        return tuple(
            {leaf.id: unit for unit in draft.units() for leaf in unit.clauses()}
            for draft in self.chain.drafts
        )

    def _row(self, at_base: int, at: int, unit: Unit) -> Mapping[str, ClauseDiff]:
        """How the clauses of a unit differ from a draft that is not the one before, read as one row."""
        known = self._rows.get((at_base, at, unit.id))
        if known is not None:
            return known
        language = self.chain.drafts[at].language
        row = []
        for leaf in unit.clauses():
            base = next((id_ for number, id_ in self._path(at, leaf.id) if number == at_base), "")
            old = self._clauses[at_base][base].text if base else ""
            pairing = Pairing((base,) if base else (), (leaf.id,), "amended" if base else "added")
            row.append(ClauseDiff(pairing, diff_texts(old, leaf.text, language)))
        settled = settle_row(row, language, lambda a, b: diff_texts(a, b, language))
        made = self._rows[at_base, at, unit.id] = {each.pairing.b[0]: each for each in settled}
        return made

    @cached_property
    def _rows(self) -> dict[tuple[int, int, str], Mapping[str, ClauseDiff]]:
        """The rows made so far: each clause of a unit asks for its row."""
        return {}

    @staticmethod
    def _told(clause: ClauseDiff, before: OpenWords) -> Iterator[Loss]:
        """What the signals of a clause say that it lost.

        A duty that stood in a bracket or an option and was not retained was open, not removed.
        """
        yield from (Loss(signal_note(each), sort) for each in clause.signals if (sort := _sort(each)))
        place = 0
        for edit in clause.edits:
            settled = edit.op == "delete" and before.is_open(clause, edit)
            for each in edit.signals:
                sort = _sort(each)
                if sort and not (settled and each.direction == "removed"):
                    yield Loss(signal_note(each), sort, place)
            place += 0 if edit.op == "delete" else _before(edit.text, len(edit.text))


def _sort(signal: Signal) -> Literal["weakened", "changed"] | None:
    told = (signal.kind, signal.direction)
    return "weakened" if told in WEAKER else "changed" if told in TURNED else None


def _before(text: str, at: int) -> int:
    """The characters before a place that are no space."""
    return len("".join(text[:at].split()))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence of some words begins and ends."""
    ends = [each.end() for each in _SENTENCE_ENDS.finditer(text)]
    first = max((each for each in ends if each <= start), default=0)
    last = min((each for each in ends if each >= end), default=len(text))
    return first, last


def _modals(node: Provision, language: str, sentence: tuple[int, int]) -> list[tuple[int, int]]:
    """Where the modals of a sentence stand, in code points of its clause."""
    low, high = sentence
    held = words_of(node.text[low:high])
    return [
        (low + held[each.first].start, low + held[each.last - 1].end)
        for each in force_terms(tuple(word.key for word in held), "modal", language)
    ]


def _of_one_verb(node: Provision, language: str, sentence: tuple[int, int], start: int, at: int) -> bool:
    """Whether some words and a change in their sentence stand at the same modal.

    "shall publish the data and shall not charge" gained a negation, and not that of the data.
    """
    modals = [_before(node.text, first) for first, _ in _modals(node, language, sentence)]

    def nearest(place: int) -> int:
        return max((each for each in modals if each <= place), default=min(modals, default=0))

    return nearest(_before(node.text, start)) == nearest(at)


def _forces_in_brackets(node: Provision, language: str) -> Iterator[Loss]:
    """The sentences of which all modals stand in brackets that hold little else."""
    ends = [each.end() for each in _SENTENCE_ENDS.finditer(node.text)]
    for sentence in pairwise((0, *ends, len(node.text))):
        most = len(words_of(node.text[slice(*sentence)])) / 2
        modals = _modals(node, language, sentence)
        held = [_bracket_around(node, modal, most) for modal in modals]
        if held and all(held):
            said = f"its force is in brackets ({' '.join(dict.fromkeys(held))})"
            yield Loss(said, "weakened", _before(node.text, modals[0][0]))


def _bracket_around(node: Provision, modal: tuple[int, int], most: float) -> str:
    """The bracket, of few words, that a modal stands in, as printed; "" if there is none."""
    first, last = modal
    inside = (
        node.text[mark.start : mark.end]
        for mark in node.marks
        if mark.holds_wording and mark.start <= first and last <= mark.end
    )
    return next((each for each in inside if len(words_of(each)) < most), "")
