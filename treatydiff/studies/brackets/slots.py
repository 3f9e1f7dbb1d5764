"""What filled the place of brackets: one of the alternatives as it stood, or other words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from treatydiff.language.registry import get_language
from treatydiff.studies.brackets.model import Fate
from treatydiff.studies.brackets.sides import OpenBracket, OpenSide

AS_LONG = 2
"""So many words may fill the place of one word in brackets."""
SHORT = 3
"""Words beside a placeholder, side by side in both texts, by which its place is known again."""

ClausePoint = tuple[str, int]
"""A word: id of its clause, number of the word in it."""
Decided = dict[int, Fate | None]
"""The fate of every bracket of A by its key."""


def judge_slots(a: OpenSide, b: OpenSide, found: Mapping[ClausePoint, ClausePoint], decided: Decided) -> None:
    """Amend the fates of alternatives that were taken with other words, and of placeholders that were filled.

    An alternative of which no word is there was not retained, whatever stands in its place.

    Args:
        a, b: the drafts.
        found: which word of A is which of B.
        decided: fates by what was found of each bracket alone.
    """
    groups: dict[tuple[int, int], list[OpenBracket]] = defaultdict(list)
    for bracket in a.brackets:
        if bracket.group and bracket.role == "alternative":
            groups[bracket.instrument, bracket.group].append(bracket)
        elif not bracket.group and bracket.role == "placeholder":
            _judge_placeholder(a, b, found, bracket, decided)
    for members in groups.values():
        if any(decided[each.key] == "kept open" for each in members):
            continue
        if any(decided[each.key] == "adopted" for each in members):
            continue
        put_in, taken_out = _slot(a, b, found, members)
        if len(put_in) <= taken_out:  # what stood beside them went too: nothing stands in their place
            continue
        for each in members:
            if any(place in found for place in each.words):
                decided[each.key] = "reworded"


def _judge_placeholder(
    a: OpenSide, b: OpenSide, found: Mapping[ClausePoint, ClausePoint], bracket: OpenBracket, decided: Decided
) -> None:
    """A placeholder whose place, between words that stayed, other words have taken."""
    if decided[bracket.key] != "dropped" or len(bracket.pieces) != 1 or not bracket.words:
        return
    numbers = [number for _, number in bracket.words]
    runs = _run(found, bracket.clause, min(numbers) - 1, -1) + _run(
        found, bracket.clause, max(numbers) + 1, 1
    )
    put_in, taken_out = _slot(a, b, found, [bracket])
    told = not get_language(b.draft.language).function_words.issuperset(put_in)
    # "Pay [X] now": of a short clause all the rest is enough.
    known = runs >= min(SHORT, max(1, len(a.tokens(bracket.clause)) - len(numbers)))
    if known and told and not taken_out and len(put_in) <= AS_LONG * len(numbers):
        decided[bracket.key] = "reworded"


def _run(found: Mapping[ClausePoint, ClausePoint], clause: str, number: int, step: int) -> int:
    """How many words stand on one side of a bracket, and side by side in B as well."""
    length = 0
    while (clause, number) in found:
        here = found[clause, number]
        if length and found[clause, number - step] != (here[0], here[1] - step):
            break
        length += 1
        number += step
    return length


def _slot(
    a: OpenSide, b: OpenSide, found: Mapping[ClausePoint, ClausePoint], members: Sequence[OpenBracket]
) -> tuple[list[str], int]:
    """New words of B between what stands around a slot, and words of A beside it that went."""
    clause = members[0].clause
    inside = {number for each in members for where, number in each.words if where == clause}
    if not inside:
        return [], 0
    tokens = a.tokens(clause)
    left, right = min(inside) - 1, max(inside) + 1
    gone = 0
    while left >= 0 and (clause, left) not in found:
        gone += not tokens[left].inside
        left -= 1
    while right < len(tokens) and (clause, right) not in found:
        gone += not tokens[right].inside
        right += 1
    if left < 0 and right >= len(tokens):
        return [], 0
    target = found[clause, left if left >= 0 else right][0]
    first = found[clause, left][1] + 1 if left >= 0 else 0
    behind, last = found.get((clause, right), ("", 0))
    if behind != target:  # the last in its clause
        last = len(b.tokens(target))
    used = {number for where, number in found.values() if where == target}
    return [b.tokens(target)[number].key for number in range(first, last) if number not in used], gone


def judge_qualified(
    a: OpenSide, b: OpenSide, found: Mapping[ClausePoint, ClausePoint], decided: Decided
) -> None:
    """Wording to which B adds words, inside it or at one of its ends in the same sentence, is reworded.

    Args:
        a, b: the drafts.
        found: which word of A is which of B.
        decided: the fates so far.
    """
    used = set(found.values())
    for bracket in a.brackets:
        if decided[bracket.key] != "adopted" or bracket.role == "reserve" or not bracket.words:
            continue
        first, last = bracket.words[0], bracket.words[-1]
        if not _in_its_place(a, found, bracket):
            continue
        if (
            _put_between(found, used, bracket)
            or _added(a, b, found, used, first, -1)
            or _added(a, b, found, used, last, 1)
        ):
            decided[bracket.key] = "reworded"


def _put_between(
    found: Mapping[ClausePoint, ClausePoint], used: set[ClausePoint], bracket: OpenBracket
) -> bool:
    """Whether new words of B stand among those of some wording that stands in one clause there.

    Brackets inside it have fates of their own: what fills "within [X] days" is no addition.
    """
    places = [found[place] for place in bracket.words if place in found]
    clauses = {clause for clause, _ in places}
    numbers = [number for _, number in places]
    new = sum(
        (clause, number) not in used for clause in clauses for number in range(min(numbers), max(numbers))
    )
    return len(clauses) == 1 and new > AS_LONG * (len(bracket.words) - len(bracket.own))


def _in_its_place(a: OpenSide, found: Mapping[ClausePoint, ClausePoint], bracket: OpenBracket) -> bool:
    """Whether words beside some wording went to where it went; alone in its clause it has its own place."""
    places = set(bracket.words)
    beside = [
        (bracket.clause, number)
        for number in range(len(a.tokens(bracket.clause)))
        if (bracket.clause, number) not in places
    ]
    targets = {found[place][0] for place in bracket.words if place in found}
    return not beside or any(place in found and found[place][0] in targets for place in beside)


def _added(
    a: OpenSide,
    b: OpenSide,
    found: Mapping[ClausePoint, ClausePoint],
    used: set[ClausePoint],
    end: ClausePoint,
    step: int,
) -> bool:
    """Whether more new words stand in B beside one end of some wording than words of A went there."""
    if end not in found:
        return False
    clause, number = end
    gone = 0
    number += step
    while 0 <= number < len(a.tokens(clause)) and (clause, number) not in found:
        gone += not a.tokens(clause)[number].inside
        number += step
    target, there = found[end]
    tokens, text = b.tokens(target), b.nodes[target].text
    new = 0
    while 0 <= there + step < len(tokens) and (target, there + step) not in used:
        left, right = sorted((there, there + step))
        if _SENTENCE.search(text, tokens[left].end, tokens[right].start):
            break
        new += 1
        there += step
    return new > gone


_SENTENCE = re.compile(r"[.;:。；]")


def judge_wordless(
    a: OpenSide, b: OpenSide, successor: Callable[[OpenBracket], str], decided: Decided
) -> None:
    """Decide brackets without words ("[.]", around a heading): by their neighbours, or their provision.

    Args:
        a, b: the drafts.
        successor: the clause or unit of B that became of where a bracket opens; "" if none.
        decided: the fates so far.
    """
    for bracket in a.brackets:
        if decided[bracket.key] is not None or not bracket.has_wording:
            continue
        beside = [decided[each.key] for each in a.brackets
                  if bracket.group and each.group == bracket.group and each.instrument == bracket.instrument
                  and each.key != bracket.key]  # fmt: skip
        target = successor(bracket)
        if "adopted" in beside or not target:
            decided[bracket.key] = "dropped"
            continue
        wordless = any(each.clause == target and not each.words and each.has_wording for each in b.brackets)
        decided[bracket.key] = "kept open" if wordless else "adopted"
