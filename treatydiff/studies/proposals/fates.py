"""Whether a later draft follows the changes that a proposal asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from treatydiff.language.tokenizer import words
from treatydiff.model import NO_WORDING, ClauseDiff, Comparison, Provision
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.studies.proposals.base import BaseStretch, in_runs, keys
from treatydiff.studies.proposals.model import ProposalFate, ProposedChange
from treatydiff.studies.proposals.words import SMALL_WORDS

TAKEN, PARTLY = 0.75, 0.25
"""Shares of the changed words that the later draft follows."""
_OPTION = pattern_of(r"\boption\s+(?:[A-Z]|[IVX]+|\d)\b", re.IGNORECASE)
BESIDE, ANYWHERE = 4, 8
"""Words from which on put-in wording is looked for in the rest of the article, and in the whole draft."""


@dataclass(frozen=True, slots=True)
class _Put:
    """Words that the later draft put in: in which clause and unit, into which clause of the base."""

    clause: str
    unit: str
    into: str
    keys: tuple[str, ...]


class LaterText:
    """What the later draft changed of the base."""

    def __init__(self, comparison: Comparison) -> None:
        self._diffs: dict[str, ClauseDiff] = {}
        self._units: dict[str, tuple[str, ...]] = {}
        self._unit_of: dict[str, str] = {
            node.id: unit.id for unit in comparison.b.units() for node in unit.provision.walk()
        }
        self._clauses = [{node.id: node for node in draft.walk()} for draft in (comparison.a, comparison.b)]
        self.numbers = {unit.id: unit.provision.number for unit in comparison.b.units()}
        self._headings = {unit.id: unit.provision.heading for unit in comparison.b.units()}
        put: list[_Put] = []
        for row in comparison.units:
            for unit in row.pairing.a:
                self._units[unit] = (*self._units.get(unit, ()), *row.pairing.b)
            for diff in row.clauses:
                into = diff.pairing.a[0] if diff.pairing.a else ""
                if into:
                    self._diffs[into] = diff
                if diff.pairing.b:
                    come = "".join(edit.text if edit.op == "insert" else " | " for edit in diff.edits
                                   if edit.op != "delete")  # fmt: skip
                    if keys(come):
                        clause = diff.pairing.b[0]
                        put.append(_Put(clause, self._unit_of.get(clause, ""), into, keys(come)))
        self._put = tuple(put)

    def clause(self, base: str) -> str:
        """The clause of the later draft that a clause of the base became; "" if none."""
        diff = self._diffs.get(base)
        return diff.pairing.b[0] if diff is not None and diff.pairing.b else ""

    def titles(self, base_unit: str) -> tuple[str, ...]:
        """The headings of what a unit of the base became."""
        return tuple(self._headings[unit] for unit in self._units.get(base_unit, ()))

    def unit(self, base_clause: str) -> str:
        """The unit of the later draft that a clause of the base went to; "" if none."""
        return self._unit_of.get(self.clause(base_clause), "")

    def follow(
        self, stretches: Sequence[BaseStretch], units: Sequence[str], clause: str
    ) -> tuple[tuple[ProposedChange, ...], str]:
        """The changes with how far each is followed, and the clause that answers best.

        Args:
            stretches: what is put in and taken out.
            units: of the base, that they are on.
            clause: of the base; "" where they are new.
        """
        answers: dict[str, int] = {}
        changes: list[ProposedChange] = []
        for each in stretches:
            said = keys(each.text)
            if each.op == "delete":
                gone = self._gone(clause, each)
                changes.append(ProposedChange("delete", each.text, len(said), gone))
                continue
            shared, where = self._come(said, units, clause)
            if where:
                answers[where] = answers.get(where, 0) + shared
            if each.replaces and changes and changes[-1].op == "delete":
                # What went is no answer to a proposal where other words came in its place.
                before = changes[-1]
                share = shared / len(said)
                changes[-1] = replace(before, followed=min(before.followed, round(before.words * share)))
            changes.append(ProposedChange("insert", each.text, len(said), shared))
        best = max(answers, key=lambda where: answers[where], default="")
        return tuple(changes), best or self.clause(clause)

    def another_provision(self, answer: str, units: Sequence[str], clause: str) -> bool:
        """Whether a clause of the later draft is none of those that a place of the base became.

        Args:
            answer: id of the clause that answers a proposal.
            units: of the base, that it is on.
            clause: of the base; "" where it is new.
        """
        if not answer:
            return False
        if clause:
            return answer != self.clause(clause)
        later = {each for unit in units for each in self._units.get(unit, ())}
        return bool(later) and self._unit_of.get(answer) not in later

    def in_brackets(
        self, stretches: Sequence[BaseStretch], answer: str, clause: str, wording: str, around: str
    ) -> bool:
        """Whether most of what is put in stands in brackets or an option that nobody asked for.

        Args:
            stretches: what is put in and taken out.
            answer: id of the clause of the later draft that answers it.
            clause: of the base; "" where it is new.
            wording: of the proposal; what it puts in brackets itself is not told.
            around: what the delegation prints before it under the same heading.
        """
        there = self._clauses[1].get(answer)
        if there is None:
            return False
        base = self._clauses[0].get(clause)
        before = min((depth for _, depth in _depths(base)), default=0) if base is not None else 0
        words_there = _depths(there)
        held = [key for key, _ in words_there]
        inside = outside = 0
        for each in stretches:
            if each.op == "insert" and not _bracketed_in(each.text, wording, around):
                for depth in (words_there[place][1] for place in _places(keys(each.text), held)):
                    inside += depth > before
                    outside += depth <= before
        optional = "opt_" in answer and "opt_" not in clause and _OPTION.search(f"{around} {wording}") is None
        return inside > outside or (optional and inside + outside > 0)

    def gone(self, clauses: Iterable[Provision]) -> tuple[ProposedChange, ...]:
        """The deletion of whole clauses, with how far it is followed."""
        return tuple(
            ProposedChange(
                "delete",
                each.text,
                len(keys(each.text)),
                self._gone(each.id, BaseStretch("delete", each.text, 0, len(each.text))),
            )
            for each in clauses
        )

    def _gone(self, clause: str, stretch: BaseStretch) -> int:
        """How many words of a stretch of a clause the later draft left out."""
        diff = self._diffs.get(clause)
        if diff is None or not diff.pairing.b:
            return len(keys(stretch.text))
        at = count = 0
        for edit in diff.edits:
            if edit.op == "insert":
                continue
            if edit.op == "delete":
                for word in words(edit.text):
                    count += stretch.start <= at + word.start < stretch.end
            at += len(edit.text)
        return min(count, len(keys(stretch.text)))

    def _come(self, said: tuple[str, ...], units: Sequence[str], clause: str) -> tuple[int, str]:
        """How many words of some wording the later draft put in, and where."""
        later = {each for unit in units for each in self._units.get(unit, ())}
        best = (0, "")
        for put in self._put:
            if clause and put.into == clause:
                least = 1
            elif put.unit in later:
                least = BESIDE
            else:
                least = ANYWHERE
            if len(said) < least:
                continue
            # In its own clause any word counts; elsewhere only what stands together.
            shared = in_runs(said, put.keys, 1 if least == 1 else min(least - 1, 4))
            if least == ANYWHERE and shared < TAKEN * len(said):
                # Formulas recur all over a convention.
                continue
            if shared > best[0]:
                best = shared, put.clause
        return best


def _depths(clause: Provision) -> list[tuple[str, int]]:
    """The words of a clause, each with how many brackets with wording stand around it."""
    spans = [
        (mark.start, mark.end)
        for mark in clause.marks
        if mark.kind == "bracket" and dict(mark.attrs).get("role") not in NO_WORDING
    ]
    return [
        (word.key, sum(start <= word.start and word.end <= end for start, end in spans))
        for word in words(clause.text)
    ]


def _bracketed_in(text: str, wording: str, around: str) -> bool:
    """Whether a proposal itself prints some words in brackets, anywhere in its wording."""
    if "[" in text:
        return True
    opened = around.count("[") - around.count("]")
    at = wording.find(text)
    while at >= 0:
        if opened + wording.count("[", 0, at) > wording.count("]", 0, at):
            return True
        at = wording.find(text, at + 1)
    return False


def _places(said: Sequence[str], held: Sequence[str]) -> list[int]:
    """Where the words of some wording stand in a clause, in order."""
    blocks = SequenceMatcher(None, said, held, autojunk=False).get_matching_blocks()
    return [place for block in blocks for place in range(block.b, block.b + block.size)]


def fate_of(changes: Sequence[ProposedChange]) -> tuple[ProposalFate, float]:
    """The fate of some changes and the share of their words that is followed.

    Words like "the" and "of" count only where the changes consist of nothing else.
    """
    weights = [sum(key not in SMALL_WORDS for key in keys(each.text)) for each in changes]
    if not any(weights):
        weights = [each.words for each in changes]
    whole = sum(weights)
    if not whole:
        return "not determinable", 0.0
    share = sum(weight * each.followed / each.words
                for weight, each in zip(weights, changes, strict=True) if each.words) / whole  # fmt: skip
    fate: ProposalFate = "taken up" if share >= TAKEN else "partly" if share >= PARTLY else "not taken up"
    return fate, share
