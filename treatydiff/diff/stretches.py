"""From the runs of tokens to stretches of text: brackets set apart, variants and references told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from treatydiff.diff.renumbering import Renumbering, undotted
from treatydiff.diff.tokens import BRACKETS, Token, tokens, without_brackets
from treatydiff.diff.word_diff import WordRun, diff_tokens
from treatydiff.language.references import Reference, Step
from treatydiff.language.tokenizer import pieces
from treatydiff.model import EditOp
from treatydiff.patterns import pattern_of

Nature = Literal["equal", "words", "bracket", "reworded", "consequential"]
_BRACKET_RUN = pattern_of(
    rf"(?<!\s)\s*+[{re.escape(BRACKETS)}](?:[\s{re.escape(BRACKETS)}]*[{re.escape(BRACKETS)}])?\s*+"
)


class EditStretch(NamedTuple):
    """A run of characters of one operation.

    `group` is the same for the deletions and insertions that replace one another; 0 for what is equal.
    """

    op: EditOp
    text: str
    nature: Nature
    group: int


_EQUAL = 0
"""The group of all stretches that are equal; those of changes are counted from 1."""


def stretches(a: str, b: str, language: str, renumbering: Renumbering) -> tuple[EditStretch, ...]:
    """The stretches that lead from one text to the other; deletions stand before insertions.

    Args:
        a, b: canonical texts of two clauses.
        language: code of their language.
        renumbering: what the cross-references in them resolve to.
    """
    tokens_a = tokens(a, language, renumbering.key_of_a)
    tokens_b = tokens(b, language, renumbering.key_of_b)
    writer = _EditWriter(a, b, language)
    writer.write(tokens_a, tokens_b, "words")
    return tuple(writer.stretches)


class _EditWriter:
    """Writes the stretches of two texts from left to right."""

    def __init__(self, a: str, b: str, language: str) -> None:
        self.a, self.b, self.language = a, b, language
        self.at_a = self.at_b = 0
        self.group = 0
        self.stretches: list[EditStretch] = []

    def write(self, tokens_a: Sequence[Token], tokens_b: Sequence[Token], nature: Nature) -> None:
        """Everything up to the end of both texts, changes being of one nature."""
        keys_a, keys_b = [token.key for token in tokens_a], [token.key for token in tokens_b]
        for run in diff_tokens(keys_a, keys_b):
            if run.equal and not self._same_throughout(tokens_a, tokens_b, run):
                for i, j in zip(range(run.a_start, run.a_end), range(run.b_start, run.b_end), strict=True):
                    self._between(tokens_a[i].start, tokens_b[j].start)
                    self._same_token(tokens_a[i], tokens_b[j], nature)
            elif not run.equal:
                self._change(tokens_a, tokens_b, run, nature)
        self._between(len(self.a), len(self.b))

    def _same_throughout(self, tokens_a: Sequence[Token], tokens_b: Sequence[Token], run: WordRun) -> bool:
        """Whether equal tokens are equal to the letter, brackets included; then they are written."""
        first_a, first_b = tokens_a[run.a_start].start, tokens_b[run.b_start].start
        text = self.a[first_a : tokens_a[run.a_end - 1].end]
        if text != self.b[first_b : tokens_b[run.b_end - 1].end]:
            return False
        self._between(first_a, first_b)
        self._put("equal", text, "equal")
        return True

    def _between(self, to_a: int, to_b: int) -> None:
        """The brackets before the next tokens: equal at both ends as far as they go."""
        if self.at_a == to_a and self.at_b == to_b:
            return
        a, b = self.a[self.at_a : to_a], self.b[self.at_b : to_b]
        head = _common_head(a, b)
        tail = _common_head(a[head:][::-1], b[head:][::-1])
        self._put("equal", a[:head], "equal")
        self.group += 1
        left_a, left_b = a[head : len(a) - tail], b[head : len(b) - tail]
        self._put("delete", left_a, _nature_of_rest(left_a))
        self._put("insert", left_b, _nature_of_rest(left_b))
        self._put("equal", a[len(a) - tail :], "equal")

    def _same_token(self, a: Token, b: Token, nature: Nature) -> None:
        text_a, text_b = self.a[a.start : a.end], self.b[b.start : b.end]
        if text_a == text_b:
            self._put("equal", text_a, "equal")
        elif without_brackets(text_a) == without_brackets(text_b):
            self._brackets_inside(text_a, text_b)
        elif a.reference and b.reference:
            inner = _EditWriter(text_a, text_b, self.language)
            inner.group = self.group
            same = _numbers(a.reference) == _numbers(b.reference)
            inner.write(
                tokens(text_a, self.language),
                tokens(text_b, self.language),
                "reworded" if same else "consequential",
            )
            self.group = inner.group
            self.stretches += inner.stretches
            self.at_a, self.at_b = a.end, b.end
        else:
            self._replace(text_a, text_b, nature)

    def _brackets_inside(self, a: str, b: str) -> None:
        """Two texts that differ in brackets only."""
        i = j = 0
        end_a, end_b = self.at_a + len(a), self.at_b + len(b)
        for char in without_brackets(a):
            to_a, to_b = a.index(char, i), b.index(char, j)
            self._between(self.at_a + to_a - i, self.at_b + to_b - j)
            self._put("equal", char, "equal")
            i, j = to_a + 1, to_b + 1
        self._between(end_a, end_b)

    def _change(
        self, tokens_a: Sequence[Token], tokens_b: Sequence[Token], run: WordRun, nature: Nature
    ) -> None:
        first_a, next_a = _start(tokens_a, run.a_start, self.a), _start(tokens_a, run.a_end, self.a)
        first_b, next_b = _start(tokens_b, run.b_start, self.b), _start(tokens_b, run.b_end, self.b)
        end_a = tokens_a[run.a_end - 1].end if run.a_end > run.a_start else self.at_a
        end_b = tokens_b[run.b_end - 1].end if run.b_end > run.b_start else self.at_b
        # Where one side has no token here, its brackets wait for its next one, unless they
        # are those before the change.
        if run.a_end == run.a_start and self._opens_alike(first_a, first_b, self.b[end_b:next_b]):
            end_a = first_a
        if run.b_end == run.b_start and self._opens_alike(first_a, first_b, self.a[end_a:next_a]):
            end_b = first_b
        self._replace(self.a[self.at_a : end_a], self.b[self.at_b : end_b], nature)

    def _opens_alike(self, first_a: int, first_b: int, after: str) -> bool:
        before_a, before_b = self.a[self.at_a : first_a], self.b[self.at_b : first_b]
        return before_a == before_b != after

    def _replace(self, a: str, b: str, nature: Nature) -> None:
        """One text for another, equal pieces at both ends and all brackets set apart."""
        parts_a, parts_b = pieces(a), pieces(b)
        head = _common_head(parts_a, parts_b)
        while head and parts_a[head - 1] == "(":  # "(a)" stays together
            head -= 1
        tail = _common_head(parts_a[head:][::-1], parts_b[head:][::-1])
        while tail and parts_a[-tail] == ")":
            tail -= 1
        self._put("equal", "".join(parts_a[:head]), "equal")
        self.group += 1
        self._put_around_brackets("delete", "".join(parts_a[head : len(parts_a) - tail]), nature)
        self._put_around_brackets("insert", "".join(parts_b[head : len(parts_b) - tail]), nature)
        self._put("equal", "".join(parts_a[len(parts_a) - tail :]), "equal")

    def _put_around_brackets(self, op: EditOp, text: str, nature: Nature) -> None:
        position = 0
        if _nature_of_rest(text) == "words":
            self._put(op, text, nature)
            return
        for match in _BRACKET_RUN.finditer(text):
            start, end = match.span()
            bracket = match[0]
            if start > position:  # the space between a word and a bracket goes with the word
                start += len(bracket) - len(bracket.lstrip())
            if end < len(text):
                end -= len(bracket) - len(bracket.rstrip())
            self._put(op, text[position:start], nature)
            self._put(op, text[start:end], "bracket")
            position = end
        self._put(op, text[position:], nature)

    def _put(self, op: EditOp, text: str, nature: Nature) -> None:
        if not text:
            return
        if op != "insert":
            self.at_a += len(text)
        if op != "delete":
            self.at_b += len(text)
        self.stretches.append(EditStretch(op, text, nature, _EQUAL if op == "equal" else self.group))


def _start(found: Sequence[Token], index: int, text: str) -> int:
    return found[index].start if index < len(found) else len(text)


def _nature_of_rest(text: str) -> Nature:
    return "bracket" if without_brackets(text) != text else "words"


def _common_head(a: Sequence[str], b: Sequence[str]) -> int:
    """How many items the two have in common from the start."""
    length = 0
    for left, right in zip(a, b, strict=False):
        if left != right:
            break
        length += 1
    return length


def _numbers(reference: Reference) -> list[tuple[Step, ...]]:
    return [tuple(step for step in undotted(target) if step[1] != "this") for target in reference.targets]
