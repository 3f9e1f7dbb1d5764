"""The repeats of a pattern, read from its parsed form: which can overlap, and which lines attack them.

The attack is the usual one: what leads to a repeat, what it repeats many times, and an end at which the
match fails, so that the engine tries every way in which the repeats could have shared the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from re import _compiler as compiler  # type: ignore[attr-defined]
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
    """One unbounded repeat: what leads to it, what one round of it may be, and how one may begin."""

    lead: str
    rounds: tuple[str, ...]
    first: Chars


class Reading:
    """The parsed form of one pattern.

    Args:
        pattern: the pattern.
        flags: as compiled.
    """

    def __init__(self, pattern: str, flags: int) -> None:
        self._tree = parser.parse(pattern, flags & ~re.DEBUG)
        self._universe = tuple(dict.fromkeys((*UNIVERSE, *islice(_literals(self._tree), MOST_LITERALS))))
        self._ignore_case = bool(self._tree.state.flags & re.IGNORECASE)
        self._order = {char: place for place, char in enumerate(self._universe)}
        self._sets: dict[Any, Chars] = {}
        self._firsts: dict[int, Chars] = {}
        self._known: dict[tuple[Any, int], list[str]] = {}

    def overlapping(self) -> list[str]:
        """Unbounded repeats of one character, inside another, that may also take what comes behind them there.

        Of repeats of longer texts, whose first characters tell little, the attack says what they cost.
        """
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
                    if inside and own & follow and body.getwidth() == (1, 1):
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
                    rounds = tuple(dict.fromkeys(self._examples(list(body))))
                    yield Repeat(lead, rounds, self._first(list(body)))
                yield from self._repeats(list(body), lead)
            else:
                for part in _parts(op, argument):
                    yield from self._repeats(part, lead)
            lead += next(iter(self._examples_of((op, argument))), "")

    def _first(self, items: Sequence[Node]) -> Chars:
        """The characters with which a sequence may begin."""
        found: set[str] = set()
        for item in items:
            if id(item) not in self._firsts:
                self._firsts[id(item)] = self._first_of(item)
            found |= self._firsts[id(item)]
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
        op, argument = item
        if op is code.LITERAL and not self._ignore_case:
            return frozenset((chr(argument),))
        key = (op, tuple(argument) if isinstance(argument, list) else argument)
        known = self._sets.get(key)
        if known is None:
            alone = compiler.compile(parser.SubPattern(self._tree.state, [item]))
            known = frozenset(char for char in self._universe if alone.match(char))
            self._sets[key] = known
        return known

    def _examples(self, items: Sequence[Node]) -> Iterator[str]:
        """Some texts that a sequence takes, short ones: each alternative and each end of a set once."""
        parts = [part for item in items if (part := self._examples_of(item))]
        for place in range(max(map(len, parts), default=0)):
            yield "".join(part[place % len(part)] for part in parts)

    def _examples_of(self, item: Node) -> list[str]:
        op, argument = item
        known = self._known.get((op, id(argument)))
        if known is not None:
            return known
        found: list[str] = []
        if op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            least, most, body = argument
            found = [text * max(least, 1) for text in islice(self._examples(list(body)), 6)] if most else []
            found += [""] if least == 0 else []
        elif op not in (code.ASSERT, code.ASSERT_NOT, code.AT, code.GROUPREF):
            if inner := _parts(op, argument):
                found = [text for part in inner[:12] for text in islice(self._examples(part), 3)]
            else:
                chars = sorted(self._chars(item), key=lambda char: self._order.get(char, 0))
                found = [*chars[:2], *chars[-1:], *[each for each in " 1" if each in chars]]
        self._known[op, id(argument)] = found
        return found


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
