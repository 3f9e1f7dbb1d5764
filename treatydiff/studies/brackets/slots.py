"""What filled the place of brackets, what was added to their wording, and brackets without words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from treatydiff.language.registry import get_language
from treatydiff.patterns import pattern_of
from treatydiff.studies.brackets.model import Fate
from treatydiff.studies.brackets.sides import OpenBracket, OpenSide

AS_LONG = 2
"""So many words may fill the place of one word in brackets."""

ClausePoint = tuple[str, int]
"""A word: id of its clause, number of the word in it."""
Decided = dict[int, Fate | None]
"""The fate of every bracket of A by its key."""


def judge_placeholders(
    a: OpenSide, b: OpenSide, found: Mapping[ClausePoint, ClausePoint], decided: Decided
) -> None:
    """A placeholder whose place, between words that stayed, other words have taken was filled.

    Args:
        a, b: the drafts.
        found: which word of A is which of B.
        decided: fates by what was found of each bracket alone.
    """
    empty = get_language(b.draft.language).function_words
    for bracket in a.brackets:
        if bracket.role != "placeholder" or bracket.group or len(bracket.pieces) != 1 or not bracket.words:
            continue
        put_in = _in_place_of(a, b, found, bracket)
        if (
            decided[bracket.key] == "dropped"
            and not empty.issuperset(put_in)
            and len(put_in) <= AS_LONG * len(bracket.words)
        ):
            decided[bracket.key] = "reworded"


def _in_place_of(
    a: OpenSide, b: OpenSide, found: Mapping[ClausePoint, ClausePoint], bracket: OpenBracket
) -> list[str]:
    """The words of B between those that stand beside a bracket of A; none where its place is not known."""
    clause, tokens = bracket.clause, a.tokens(bracket.clause)
    left, right = bracket.words[0][1] - 1, bracket.words[-1][1] + 1
    before, behind = found.get((clause, left)), found.get((clause, right))
    if (left >= 0 and before is None) or (right < len(tokens) and behind is None):
        return []
    target = (before or behind or ("", 0))[0]
    words = b.tokens(target) if target else ()
    first, last = before[1] + 1 if before else 0, behind[1] if behind else len(words)
    return [word.key for word in words[first:last]] if not behind or behind[0] == target else []


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


_SENTENCE = pattern_of(r"[.;:。；]")


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
