"""Which brackets stand side by side, and whether they fill one slot."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from treatydiff.language.number_words import word_number
from treatydiff.language.tokenizer import word_count, words
from treatydiff.language.words.brackets import (
    CUMULATIVE_END,
    CUMULATIVE_START,
    NUMBER_SIGNS,
    SLOTS,
    SMALL_WORDS,
)
from treatydiff.language.words.numbers import NUMBER_TABLES
from treatydiff.patterns import pattern_of

SLOT_OVERLAP = 0.5
"""Share of the words of the shorter of two brackets that both must have to turn the same words otherwise."""

_REST = frozenset({"other", "others", "none"})
_BETWEEN = pattern_of(r"\s*+(/?)\s*+")
_SLASHED = pattern_of(r"[^\[\]/]{1,60}(?:/[^\[\]/]{1,60})+")


def fill_one_slot(contents: Sequence[str], signs: Sequence[str]) -> bool:
    """Whether brackets side by side fill one slot, so that a reader takes one of them.

    Args:
        contents: what they hold, in order.
        signs: what stands between them: "" (nothing), " " or "/".
    """
    if "/" in signs:
        return True
    keys = [[word.key for word in words(content)] for content in contents]
    if not all(keys):
        return False
    if any(all(" ".join(content.split()).casefold() in slot for content in contents) for slot in SLOTS):
        return True
    if all(_is_number(each[0]) for each in keys) and max(map(len, keys)) <= 4:
        return True
    if all(_turn_the_same(one, other) for one, other in itertools.pairwise(keys)):
        return True
    cumulative = any(CUMULATIVE_END.search(content) for content in contents[:-1]) or any(
        CUMULATIVE_START.search(content) for content in contents[1:]
    )
    return "" in signs and " " not in signs and not cumulative


def choices(contents: Sequence[str], signs: Sequence[str]) -> Iterator[tuple[list[int], bool]]:
    """Brackets side by side cut into those that fill one slot each and the rest.

    "[shall] [may] [not]" is one choice between two modals, and a word that may stand beside it.

    Args:
        contents, signs: as for `fill_one_slot`.

    Yields:
        Numbers of the brackets of a group, and whether a reader takes one of them.
    """
    if fill_one_slot(contents, signs):
        yield list(range(len(contents))), True
        return
    slots = [_slot_class(content) for content in contents]
    parts = [list(part) for _, part in itertools.groupby(range(len(contents)), key=lambda at: slots[at])]
    if not any(len(part) > 1 and slots[part[0]] >= 0 for part in parts):
        yield list(range(len(contents))), False
        return
    for part in parts:
        if len(part) > 1:
            yield part, slots[part[0]] >= 0


def _slot_class(content: str) -> int:
    bare = " ".join(content.split()).casefold()
    return next((place for place, slot in enumerate(SLOTS) if bare in slot), -1)


def _turn_the_same(one: Sequence[str], other: Sequence[str]) -> bool:
    shorter, longer = sorted((set(one) - SMALL_WORDS, set(other) - SMALL_WORDS), key=len)
    return bool(shorter & longer) and len(shorter & longer) >= SLOT_OVERLAP * len(shorter)


def side_by_side(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[list[int], list[str]]]:
    """Runs of two or more brackets with nothing but space or a slash between them.

    Where some stand close and some apart ("[each][all] [now] [then]"), those that stand close go
    together, and so do the single ones between them.

    Args:
        text: canonical text of a clause.
        spans: brackets of one depth, in text order.

    Yields:
        The numbers of the brackets of a run, and the signs between them: "", " " or "/".
    """
    for run, signs in _runs(text, spans):
        if " " in signs and len(set(signs)) > 1:
            yield from _close_ones(text, spans, run, signs)
        else:
            yield run, signs


def _runs(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[list[int], list[str]]]:
    run: list[int] = []
    signs: list[str] = []
    for number, (start, _) in enumerate(spans):
        found = _BETWEEN.fullmatch(text[spans[run[-1]][1] : start]) if run else None
        if found is not None:
            run.append(number)
            signs.append(found.group(1) or found.group()[:1])
            continue
        if len(run) > 1:
            yield run, signs
        run, signs = [number], []
    if len(run) > 1:
        yield run, signs


def _close_ones(
    text: str, spans: Sequence[tuple[int, int]], run: Sequence[int], signs: Sequence[str]
) -> Iterator[tuple[list[int], list[str]]]:
    """A run cut at its spaces; "[other]" belongs to the brackets before it, spaced or not."""
    parts: list[tuple[list[int], list[str]]] = [([run[0]], [])]
    for number, sign in zip(run[1:], signs, strict=True):
        start, end = spans[number]
        apart = sign == " " and text[start + 1 : end - 1].strip().casefold() not in _REST
        # Single ones go on together; a close one that follows a single one begins anew.
        members, between = parts[-1]
        if apart != (len(members) > 1 and between[-1] == " ") and len(members) > 1:
            if not apart and between[-1] == " ":
                parts[-1] = (members[:-1], between[:-1])
                parts.append(([members[-1], number], [""]))
            else:
                parts.append(([number], []))
            continue
        members.append(number)
        between.append(sign if apart else sign.strip())
    yield from ((members, between) for members, between in parts if len(members) > 1)


def is_slashed(content: str) -> bool:
    """Whether a bracket holds alternatives parted by slashes ("shall/should")."""
    if not _SLASHED.fullmatch(content) or "and/or" in content or content.isupper():
        return False
    parts = content.split("/")
    if any(word_count(part) > 4 or not part.strip() for part in parts):
        return False
    return all(part.strip().replace(" ", "").isalpha() for part in parts) or all(
        _is_number(part.strip()) for part in parts
    )


def _is_number(text: str) -> bool:
    """Whether a word is a number in any language, or stands for one."""
    return NUMBER_SIGNS.fullmatch(text) is not None or any(
        word_number(text, language) is not None for language in NUMBER_TABLES
    )
