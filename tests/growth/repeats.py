"""The repeats of a pattern, read from its parsed form: which can overlap, and which lines attack them.

The attack is the usual one: what leads to a repeat, what it repeats many times, and an end at which the
match fails, so that the engine tries every way in which the repeats could have shared the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

MANY = 32
"""Repeats up to fewer times than this cost a constant factor and count as bounded."""
LETTERS = "aAzZéÉαΩяЯבשأم一第ａ"
SIGNS = " \n\t\u00a0\u200f.,;:!?()[]{}<>«»“”’'\"-–—_/|*#&=%•…·\\^~0aZ15٣３²"
UNIVERSE = tuple(dict.fromkeys(LETTERS + SIGNS))
MOST_LITERALS = 400
Chars = frozenset[str]
Node = tuple[Any, Any]


@dataclass(frozen=True, slots=True)
class Repeat:
    """One unbounded repeat: what leads to it, and what one round of it may be."""

    lead: str
    rounds: tuple[str, ...]


class Reading:
    """The parsed form of one pattern.

    Args:
        pattern: the pattern.
        flags: as compiled.
    """

    def __init__(self, pattern: str, flags: int) -> None:
        self._tree = parser.parse(pattern, flags & ~re.DEBUG)
        self._ignore_case = bool(self._tree.state.flags & re.IGNORECASE)
        self._dot_all = bool(self._tree.state.flags & re.DOTALL)
        self._universe = dict.fromkeys((*UNIVERSE, *islice(_literals(self._tree), MOST_LITERALS)))
        self._groups: dict[int, Sequence[Node]] = {}
        self._sets: dict[int, Chars] = {}

    def overlapping(self) -> list[str]:
        """Nested unbounded repeats whose inner one may take what the next round begins with."""
        return list(self._nested(list(self._tree), frozenset(), inside=False))

    def repeats(self) -> list[Repeat]:
        """Every unbounded repeat, with examples of what leads to it and of one round."""
        return list(self._repeats(list(self._tree), ""))

    def _nested(self, items: Sequence[Node], loop: Chars, *, inside: bool) -> Iterator[str]:
        """Walk a sequence; `loop` is what may follow it within the repeat around it."""
        for at, (op, argument) in enumerate(items):
            follow = self._first(items[at + 1 :])
            if self._nullable(items[at + 1 :]):
                follow |= loop
            if op in (code.MAX_REPEAT, code.MIN_REPEAT):
                _, most, body = argument
                own = self._first(body)
                if most >= MANY:
                    if inside and own & follow:
                        yield "".join(sorted(own & follow))[:20]
                    yield from self._nested(list(body), own | follow if inside else own, inside=True)
                else:
                    yield from self._nested(list(body), follow if inside else frozenset(), inside=inside)
            elif op is code.POSSESSIVE_REPEAT:  # its rounds are not tried again, those inside one are
                yield from self._nested(list(argument[2]), frozenset(), inside=False)
            else:
                for part in _parts(op, argument):
                    yield from self._nested(part, follow if inside else frozenset(), inside=inside)

    def _repeats(self, items: Sequence[Node], lead: str) -> Iterator[Repeat]:
        for op, argument in items:
            if op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
                _, most, body = argument
                if most >= MANY:
                    yield Repeat(lead, tuple(dict.fromkeys(self._examples(list(body)))))
                yield from self._repeats(list(body), lead)
            else:
                for part in _parts(op, argument):
                    yield from self._repeats(part, lead)
            lead += self._example([(op, argument)])

    def _first(self, items: Sequence[Node]) -> Chars:
        """The characters with which a sequence may begin."""
        found: set[str] = set()
        for item in items:
            found |= self._first_of(item)
            if not self._nullable([item]):
                break
        return frozenset(found)

    def _first_of(self, item: Node) -> Chars:
        op, argument = item
        if op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            return self._first(list(argument[2])) if argument[1] else frozenset()
        if op in (code.ASSERT, code.ASSERT_NOT, code.AT):
            return frozenset()
        parts = _parts(op, argument)
        if parts:
            return frozenset().union(*(self._first(part) for part in parts))
        if op is code.GROUPREF:
            return frozenset(self._universe)
        return self._chars(item)

    def _nullable(self, items: Sequence[Node]) -> bool:
        for op, argument in items:
            if op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
                if argument[0] > 0 and not self._nullable(list(argument[2])):
                    return False
            elif op in (code.ASSERT, code.ASSERT_NOT, code.AT, code.GROUPREF):
                continue
            else:
                parts = _parts(op, argument)
                if not any(self._nullable(part) for part in parts):
                    return False
        return True

    def _chars(self, item: Node) -> Chars:
        """The characters of the universe that one node of one character takes."""
        known = self._sets.get(id(item))
        if known is None:
            known = frozenset(char for char in self._universe if self._takes(item, char))
            self._sets[id(item)] = known
        return known

    def _takes(self, item: Node, char: str) -> bool:
        cases = {char, char.lower(), char.upper()} if self._ignore_case else {char}
        op, argument = item
        if op is code.ANY:
            return self._dot_all or char != "\n"
        if op is code.LITERAL:
            return chr(argument) in cases
        if op is code.NOT_LITERAL:
            return chr(argument) not in cases
        if op is code.IN:
            negated = argument[0][0] is code.NEGATE
            return any(_in_set(each, case) for each in argument for case in cases) is not negated
        return False

    def _example(self, items: Sequence[Node]) -> str:
        return next(iter(self._examples(items)), "")

    def _examples(self, items: Sequence[Node]) -> Iterator[str]:
        """Some texts that a sequence takes, short ones: each alternative and each end of a set once."""
        parts: list[list[str]] = []
        for op, argument in items:
            if op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
                least, most, body = argument
                one = list(self._examples(list(body)))[:6]
                parts.append([text * max(least, 1) for text in one] if most else [""])
                if least == 0:
                    parts[-1].append("")
            elif op in (code.ASSERT, code.ASSERT_NOT, code.AT, code.GROUPREF):
                continue
            elif inner := _parts(op, argument):
                parts.append([text for part in inner[:40] for text in list(self._examples(part))[:3]])
            else:
                chars = sorted(self._chars((op, argument)), key=list(self._universe).index)
                parts.append([*chars[:2], *chars[-1:], *[each for each in " 1" if each in chars]] or [""])
        longest = max((len(part) for part in parts), default=0)
        for place in range(longest):
            yield "".join(part[place % len(part)] if part else "" for part in parts)


def _in_set(item: Node, char: str) -> bool:
    op, argument = item
    if op is code.LITERAL:
        return chr(argument) == char
    if op is code.RANGE:
        return argument[0] <= ord(char) <= argument[1]
    if op is code.CATEGORY:
        return _CATEGORIES[argument].match(char) is not None
    return False


_CATEGORIES = {
    code.CATEGORY_DIGIT: re.compile(r"\d"), code.CATEGORY_NOT_DIGIT: re.compile(r"\D"),
    code.CATEGORY_SPACE: re.compile(r"\s"), code.CATEGORY_NOT_SPACE: re.compile(r"\S"),
    code.CATEGORY_WORD: re.compile(r"\w"), code.CATEGORY_NOT_WORD: re.compile(r"\W"),
}  # fmt: skip


def _parts(op: Any, argument: Any) -> list[Sequence[Node]]:
    """The sequences inside a node that is no repeat and no single character."""
    if op is code.SUBPATTERN:
        return [list(argument[3])]
    if op is code.ATOMIC_GROUP:
        return [list(argument)]
    if op is code.BRANCH:
        return [list(each) for each in argument[1]]
    if op is code.GROUPREF_EXISTS:
        return [list(each) for each in argument[1:] if each is not None]
    if op in (code.ASSERT, code.ASSERT_NOT):
        return [list(argument[1])]
    return []


def _literals(tree: Any) -> Iterator[str]:
    """The characters that a pattern names."""
    for op, argument in tree:
        if op in (code.LITERAL, code.NOT_LITERAL):
            yield chr(argument)
        elif op is code.IN:
            for kind, value in argument:
                if kind is code.LITERAL:
                    yield chr(value)
                elif kind is code.RANGE:
                    yield from (chr(value[0]), chr(value[1]))
        elif op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            yield from _literals(argument[2])
        else:
            for part in _parts(op, argument):
                yield from _literals(part)
