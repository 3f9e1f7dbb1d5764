"""The tokens that are compared inside a clause: words, marks, spaces, and whole cross-references.

A token's key is what must be equal for two tokens to correspond. Case, typography, hyphens and
spelling do not enter it, so that editorial changes never disturb the search for the others; a
cross-reference is one token whose key is what it points at. Square brackets are no tokens: they stand
between them (or inside, in "State[s]") and are compared afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, compress, repeat
from operator import attrgetter
from typing import NamedTuple

from treatydiff.diff.word_diff import SPACE
from treatydiff.language.references import Reference, find_references
from treatydiff.language.tokenizer import pieces, word_key
from treatydiff.language.typography import fold
from treatydiff.language.words.spelling import plain_spelling
from treatydiff.model import CLOSING_BRACKETS, OPENING_BRACKETS
from treatydiff.patterns import pattern_of

BRACKETS = OPENING_BRACKETS + CLOSING_BRACKETS
_BRACKET_IN_WORD = pattern_of(rf"(?<=[^\W\d_])[{re.escape(BRACKETS)}](?=[^\W\d_])")
_JOINED = pattern_of(r"\w[\u00ad\u200b-\u200d\u2060\ufeff]\w")
_NOTHING = str.maketrans("", "", BRACKETS)


class Token(NamedTuple):
    """A token with its place in the text, in code points."""

    key: str
    start: int
    end: int
    reference: Reference | None = None


_new_token = tuple.__new__
"""Half of the time that the constructor of a named tuple takes."""


def without_brackets(text: str) -> str:
    """The text without its square brackets."""
    return text.translate(_NOTHING)


def tokens(
    text: str, language: str, points_at: Callable[[Reference], str] | None = None
) -> tuple[Token, ...]:
    """The tokens of a text in order; only brackets and characters without width lie between them.

    Args:
        text: canonical text of a clause.
        language: code of its language.
        points_at: the key of a cross-reference; without it, references are taken as plain words.
    """
    found: list[Token] = []
    position = 0
    for reference in find_references(text, language) if points_at else ():
        if _inside_word(text, reference.start) or _inside_word(text, reference.end):
            continue
        found += _plain(text, position, reference.start, language)
        key = f"\0{points_at(reference)}" if points_at else ""
        found.append(Token(key, reference.start, reference.end, reference))
        position = reference.end
    found += _plain(text, position, len(text), language)
    if ")" not in map(attrgetter("key"), found):
        return tuple(found)
    return tuple(_numbers_said_twice(found))


def _numbers_said_twice(found: Sequence[Token]) -> Iterator[Token]:
    """The tokens with "thirty (30)" made one token, whose key is the number said once."""
    at = 0
    while at < len(found):
        token = found[at]
        if not token.key.isdigit():
            yield token
            at += 1
            continue
        after = found[at + 1 : at + 5]
        keys = [each.key for each in after]
        if keys[:1] == [SPACE]:
            after, keys = after[1:], keys[1:]
        if keys[:3] == ["(", token.key, ")"]:
            yield Token(token.key, token.start, after[2].end)
            at = found.index(after[2], at) + 1
        else:
            yield token
            at += 1


def _inside_word(text: str, at: int) -> bool:
    """Whether only a character without width parts two letters here ("shall\u200barticle 5")."""
    return bool(_JOINED.match(text, max(0, at - 2)) or _JOINED.match(text, max(0, at - 1)))


def _plain(text: str, start: int, end: int, language: str) -> list[Token]:
    stretch = text[start:end]
    if without_brackets(stretch) != stretch:
        return list(_between_brackets(text, start, end, language))
    cut = pieces(stretch)
    keys = [*map(token_key, cut, repeat(language))]
    ends = [*accumulate(map(len, cut), initial=start)]
    columns = zip(keys, ends, ends[1:], repeat(None), strict=False)
    return [*compress(map(_new_token, repeat(Token), columns), keys)]


def _between_brackets(text: str, start: int, end: int, language: str) -> Iterator[Token]:
    pending: tuple[int, int] | None = None
    position = start
    joins = False
    for piece in pieces(text[start:end]):
        here, position = position, position + len(piece)
        if piece in BRACKETS:
            joins = pending is not None and here > start and bool(_BRACKET_IN_WORD.match(text, here, end))
            continue
        if joins and pending:
            pending = (pending[0], position)
        else:
            if pending:
                yield from _token(text, *pending, language)
            pending = (here, position)
        joins = False
    if pending:
        yield from _token(text, *pending, language)


def _token(text: str, start: int, end: int, language: str) -> Iterator[Token]:
    key = token_key(without_brackets(text[start:end]), language)
    if key:
        yield Token(key, start, end)


@lru_cache(maxsize=32_768)
def token_key(piece: str, language: str) -> str:
    """The key of a word, mark or space; empty for characters without width."""
    if piece.isspace():
        return SPACE
    if not any(char.isalnum() for char in piece):
        return fold(piece)
    return plain_spelling(word_key(piece).replace("-", ""), language)
