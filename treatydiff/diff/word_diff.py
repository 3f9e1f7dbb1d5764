"""The edit script of two token sequences: this module and `clean_up` alone know the diff libraries.

Tokens are encoded as single characters. rapidfuzz finds a longest common subsequence of the words and
punctuation marks (spaces would only add noise), diff-match-patch's clean-up makes the result readable.
Its own search is not used: it is some fifty times slower on tokens, and by default gives up after a
second of wall clock, so that results would depend on the machine.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, starmap
from typing import NamedTuple

from rapidfuzz.distance import Indel

from treatydiff.diff.clean_up import DELETE, EQUAL, INSERT, Diffs, LinearCleanUp

SPACE = " "
"""The key of every run of whitespace."""

# Characters that stand for words: assigned ideographs, which the clean-up takes for letters; beyond
# them private use. No surrogates.
_CODES = ((0x20000, 0x2A6D7), (0x2A700, 0x2B738), (0x30000, 0x3134B), (0xF0000, 0x10FFFE))
_MIN_EQUAL_SHARE = 0.25
_MIN_ISLANDS = 3
# Words in a row that are no coincidence, however much changed around them.
_LONG_ISLAND = 5
# Between insertions alone, or deletions alone, words need only be more than one short word to stay.
_SHORT_WORD = 3
# The search keeps one bit for each pair of tokens; past a quarter of a gigabyte it is not tried, and
# all between the common beginning and end is one change (two clauses of 45,000 words each).
_MAX_TOKEN_PAIRS = 2_000_000_000


class WordRun(NamedTuple):
    """A stretch of tokens that are the same in both sequences, or that replace one another.

    Bounds are token numbers, the end excluded; a change with an empty side is a pure insertion or
    deletion.
    """

    equal: bool
    a_start: int
    a_end: int
    b_start: int
    b_end: int


def diff_tokens(a: Sequence[str], b: Sequence[str]) -> tuple[WordRun, ...]:
    """The runs that lead from one sequence of token keys to the other.

    Every token of either is in one run; changes never stand beside changes.

    Args:
        a, b: keys of the tokens: words, punctuation marks of one character, and SPACE.
    """
    encoded_a, encoded_b = _encoded(a, b)
    differ = LinearCleanUp()
    differ.Diff_Timeout = 0
    diffs = _common_words(encoded_a, encoded_b)
    differ.diff_cleanupMerge(diffs)
    differ.diff_cleanupSemantic(diffs)
    restored = [part for run in _runs(diffs) for part in _with_true_islands(run, encoded_a, encoded_b, a)]
    runs = _without_thin_islands(restored, encoded_a)
    return tuple(_replaced_where_little_is_left(runs, encoded_a, encoded_b))


def _encoded(*sequences: Sequence[str]) -> Iterator[str]:
    """The sequences with one character for each distinct key; marks and the space stand for themselves."""
    keys = dict.fromkeys(chain(*sequences))
    taken = {key for key in keys if len(key) == 1}
    free = (char for char in map(chr, chain(*starmap(range, _CODES))) if char not in taken)
    codes = {key: key if key in taken and _is_mark(key) else next(free) for key in keys}
    return ("".join(map(codes.__getitem__, sequence)) for sequence in sequences)


def _is_mark(key: str) -> bool:
    return key == SPACE or unicodedata.category(key)[0] in "PS"


def _common_words(a: str, b: str) -> Diffs:
    """Delete, insert and equal strings in which every common word or mark is equal."""
    solid_a = [index for index, char in enumerate(a) if char != SPACE]
    solid_b = [index for index, char in enumerate(b) if char != SPACE]
    diffs: Diffs = []
    if len(solid_a) * len(solid_b) > _MAX_TOKEN_PAIRS:
        _append_gap(diffs, a, b)
        return diffs
    opcodes = Indel.opcodes(a.replace(SPACE, ""), b.replace(SPACE, ""))
    at_a = at_b = 0
    for opcode in opcodes:
        if opcode.tag != "equal":
            continue
        first_a, last_a = solid_a[opcode.src_start], solid_a[opcode.src_end - 1] + 1
        first_b, last_b = solid_b[opcode.dest_start], solid_b[opcode.dest_end - 1] + 1
        if a[first_a:last_a] == b[first_b:last_b]:  # spaces too
            _append_gap(diffs, a[at_a:first_a], b[at_b:first_b])
            diffs.append((EQUAL, a[first_a:last_a]))
            at_a, at_b = last_a, last_b
            continue
        for offset in range(opcode.src_end - opcode.src_start):
            i, j = solid_a[opcode.src_start + offset], solid_b[opcode.dest_start + offset]
            _append_gap(diffs, a[at_a:i], b[at_b:j])
            diffs.append((EQUAL, a[i]))
            at_a, at_b = i + 1, j + 1
    _append_gap(diffs, a[at_a:], b[at_b:])
    return diffs


def _append_gap(diffs: Diffs, a: str, b: str) -> None:
    if a == b:
        if a:
            diffs.append((EQUAL, a))
        return
    if a:
        diffs.append((DELETE, a))
    if b:
        diffs.append((INSERT, b))


def _runs(diffs: Diffs) -> Iterator[WordRun]:
    i = j = 0
    start_a = start_b = 0
    for op, text in [*diffs, (EQUAL, "")]:
        if op == EQUAL:
            if i > start_a or j > start_b:
                yield WordRun(False, start_a, i, start_b, j)
            if text:
                yield WordRun(True, i, i + len(text), j, j + len(text))
            i, j = i + len(text), j + len(text)
            start_a, start_b = i, j
        elif op == DELETE:
            i += len(text)
        else:
            j += len(text)


def _with_true_islands(run: WordRun, a: str, b: str, keys_a: Sequence[str]) -> Iterator[WordRun]:
    """A change with the equal passages that the clean-up should not have taken into it set free again.

    These are the long ones, and those with nothing but insertions, or nothing but deletions, on both
    sides: there one text runs on undisturbed, so that to repeat its words would only say them twice.
    """
    if run.equal or run.a_end == run.a_start or run.b_end == run.b_start:
        yield run
        return
    if not set(a[run.a_start : run.a_end]).difference(SPACE).intersection(b[run.b_start : run.b_end]):
        yield run  # no word in common
        return
    parts = _uncleaned(run, a, b)
    first: int | None = None  # the first of the parts that make one change
    for place, part in enumerate(parts):
        beside = parts[max(0, place - 1) : place] + parts[place + 1 : place + 2]
        if part.equal and (
            _is_long(part, a)
            or (_is_solid(keys_a[part.a_start : part.a_end]) and _has_one_side(beside, a, b))
        ):
            if first is not None:
                yield _joined(parts[first], parts[place - 1])
            yield part
            first = None
        elif first is None:
            first = place
    if first is not None:
        yield _joined(parts[first], parts[-1])


def _uncleaned(run: WordRun, a: str, b: str) -> list[WordRun]:
    """A change in parts again: every common word equal."""
    common = groupby(
        _common_words(a[run.a_start : run.a_end], b[run.b_start : run.b_end]), lambda each: each[0]
    )
    found = _runs([(op, "".join(text for _, text in same)) for op, same in common])
    shift_a, shift_b = run.a_start, run.b_start
    return [
        WordRun(p.equal, p.a_start + shift_a, p.a_end + shift_a, p.b_start + shift_b, p.b_end + shift_b)
        for p in found
    ]


def _is_long(island: WordRun, a: str) -> bool:
    return _word_count(a[island.a_start : island.a_end]) >= _LONG_ISLAND


def _is_solid(keys: Sequence[str]) -> bool:
    """Whether tokens hold more than one short word."""
    words = [key for key in keys if any(map(str.isalnum, key))]
    return len(words) > 1 or (len(words) == 1 and len(words[0]) > _SHORT_WORD)


def _has_one_side(changes: Iterable[WordRun], a: str, b: str) -> bool:
    """Whether changes, but for spaces, are insertions alone or deletions alone."""
    deleted = "".join(a[run.a_start : run.a_end] for run in changes)
    inserted = "".join(b[run.b_start : run.b_end] for run in changes)
    return not deleted.strip() or not inserted.strip()


def _joined(first: WordRun, last: WordRun) -> WordRun:
    return WordRun(False, first.a_start, last.a_end, first.b_start, last.b_end)


def _without_thin_islands(runs: list[WordRun], a: str) -> list[WordRun]:
    """The runs with equal spaces and marks between changes made part of one change.

    Only where the change then has two sides: "a, b" deleted around a comma that stays is left as it
    is, because nothing would be gained by deleting and inserting the comma.
    """
    kept: list[WordRun] = []
    for run in runs:
        if len(kept) >= 2 and not run.equal and not kept[-2].equal and not _has_words(a, kept[-1]):
            first, island = kept[-2], kept[-1]
            deletes = first.a_end > first.a_start or run.a_end > run.a_start
            inserts = first.b_end > first.b_start or run.b_end > run.b_start
            if island.equal and deletes and inserts:
                kept[-2:] = [WordRun(False, first.a_start, run.a_end, first.b_start, run.b_end)]
                continue
        kept.append(run)
    return kept


def _replaced_where_little_is_left(runs: list[WordRun], a: str, b: str) -> list[WordRun]:
    """One change for the whole, where the equal words are few and scattered."""
    equal = [a[run.a_start : run.a_end] for run in runs if run.equal]
    if 2 * _word_count("".join(equal)) >= _MIN_EQUAL_SHARE * (_word_count(a) + _word_count(b)):
        return runs
    islands = sum(any(map(str.isalnum, island)) for island in equal)
    return runs if islands < _MIN_ISLANDS else [WordRun(False, 0, len(a), 0, len(b))]


def _word_count(encoded: str) -> int:
    return sum(map(str.isalnum, encoded))


def _has_words(a: str, run: WordRun) -> bool:
    return any(map(str.isalnum, a[run.a_start : run.a_end]))
