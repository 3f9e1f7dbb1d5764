"""The verbs by which a text says what delegations did, and which of its names did what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from treatydiff.language.words.brackets import ROLES
from treatydiff.language.words.printed.acts import BY, OTHER_ROLES, VERB_FIRST, WITHDRAWN
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

_DONE_BY = pattern_of(r"\s?\bby\b", re.IGNORECASE)
_OF = pattern_of(r"\s?\b(?:by|of|from)\b", re.IGNORECASE)
_THING = pattern_of(r"(?:proposals?|suggestions?|alternative|(?:\w+\s)*reservations?)", re.IGNORECASE)
"""What a sentence may speak of without anybody's doing it: "objected to the proposal"."""
_RESERVATION = pattern_of(
    r"(?:[\w\s]+\s)?reservations?(?:\s\w+)?|réserve|reserva|و?تحفظ(?:ها|ه)?|保留", re.IGNORECASE
)
_BEFORE, _BEHIND = 16, 26
"""Code points before and behind a reservation in which a text says that it is withdrawn."""
_DELETION = pattern_of(r"(?:be\s+)?delet(?:e|ed|ion)|suppression|supresión|删除|حذف", re.IGNORECASE)
"""What turns the act beside it: to propose a deletion, or to support it, is to oppose the words."""


@dataclass(frozen=True, slots=True)
class Act:
    """A verb of a sentence.

    Attributes:
        role: proposes, supports, opposes or reserves.
        start, end: code points of the sentence.
        by: whether whoever does it stands behind it ("opposed by Peru").
        deletes: whether it is a deletion, which turns the verb beside it.
    """

    role: str
    start: int
    end: int
    by: bool
    deletes: bool = False


def acts_in(sentence: str) -> list[Act]:
    """The verbs of a sentence in its order; things that nobody is said to do only where nothing else is.

    Args:
        sentence: in any of the six languages.
    """
    found: list[Act] = []
    things: list[Act] = []
    taken = bytearray(len(sentence))
    for role, pattern in (*ROLES, *OTHER_ROLES):
        for verb in pattern.finditer(sentence):
            if 1 in taken[verb.start() : verb.end()]:
                continue
            taken[verb.start() : verb.end()] = b"\x01" * len(verb[0])
            if _RESERVATION.fullmatch(verb[0]) and WITHDRAWN.search(
                sentence, max(0, verb.start() - _BEFORE), verb.end() + _BEHIND
            ):
                continue
            thing = _THING.fullmatch(verb[0]) is not None
            by = any(each.match(sentence, verb.end()) for each in (_OF if thing else _DONE_BY, BY))
            by |= VERB_FIRST.match(verb[0]) is not None
            deletes = _DELETION.fullmatch(verb[0]) is not None
            (things if thing and not by else found).append(Act(role, verb.start(), verb.end(), by, deletes))
    return sorted(found or things, key=lambda act: act.start)


def shared_out(acts: Sequence[Act], names: Sequence[tuple[int, str]]) -> dict[str, tuple[str, ...]]:
    """Which names of a sentence did what: those before a verb, or behind it and a "by", and no others.

    A verb without names of its own is done by those of the verb before it ("supports it, and proposes").

    Args:
        acts: verbs of the sentence.
        names: with the place of each.

    Returns:
        The names by role.
    """
    acts = _with_deletions(acts, [place for place, _ in names])
    if len({act.role for act in acts}) == 1:
        return {acts[0].role: tuple(dict.fromkeys(name for _, name in names))}
    shared: dict[str, list[str]] = {}
    subject: list[str] = []
    for at, act in enumerate(acts):
        first = acts[at - 1] if at else None
        last = acts[at + 1] if at + 1 < len(acts) else None
        before = [name for place, name in names if (first.end if first else 0) <= place < act.start]
        behind = [name for place, name in names if act.end <= place < (last.start if last else place + 1)]
        if first is not None and first.by:
            before = before[-1:] if len(before) > 1 and not act.by else []
        if last is not None and not last.by and len(behind) > 1:
            behind = behind[:-1]
        subject = behind if act.by else before or ([] if first is not None and first.by else subject)
        shared[act.role] = [*shared.get(act.role, ()), *subject]
    return {role: tuple(dict.fromkeys(who)) for role, who in shared.items() if who}


def _with_deletions(acts: Sequence[Act], places: Sequence[int]) -> list[Act]:
    """The acts of a sentence, a deletion in one with the verb beside it where no name stands between."""
    found: list[Act] = []
    for act in acts:
        last = found[-1] if found else None
        turned = last is not None and act.deletes != last.deletes
        if last is not None and turned and not any(last.end <= place < act.start for place in places):
            found[-1] = replace(act if last.deletes else last, role="opposes", deletes=False)
        else:
            found.append(act)
    return found
