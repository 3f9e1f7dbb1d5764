"""Which references of a clause point at another text; the wordings are data (elsewhere.toml)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from treatydiff.language.references import Reference, Step, find_references
from treatydiff.model import Draft
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

_REACH_BEFORE = 60
_REACH_AFTER = 120
_JOINED = pattern_of(
    r"[\s,;、，،\])\[(]*+"
    r"(?:(?:of|to|in|under|and|or|as well as|the|et|ou|le|les|au|y|e|el|la|los|las|al|и|или|и/или|和|及|或"
    r"|以及|و|أو)"
    r"[\s,\[]*+){0,4}"
    r"(?:de\s+l['’]|de\s+la|du|del|de)?\s*+"
)
_NUMBER_BEFORE = pattern_of(r"(?<![\w.])\d{1,3},?\s+$")
_BRACES = pattern_of(r"\{[^{}]*\}?")
_NAME_IN_BRACKETS = pattern_of(r"\([A-Z][A-Za-z]+")


@dataclass(frozen=True, slots=True)
class _Words:
    after: re.Pattern[str]
    before: re.Pattern[str]
    that: re.Pattern[str]


@lru_cache(maxsize=1)
def _tables() -> dict[str, _Words]:
    data = tomllib.loads(
        files("treatydiff.studies.checks").joinpath("elsewhere.toml").read_text(encoding="utf-8")
    )
    return {
        language: _Words(*(pattern_of(words[name]) for name in ("after", "before", "that")))
        for language, words in data.items()
    }


def own_references(text: str, language: str) -> tuple[Reference, ...]:
    """The references of a text that point into the draft itself, as far as the text tells.

    A reference is taken for another text's where the text says so behind or before it, where a
    reference that "and" or a comma joins to it is, and where it goes back to a provision just named
    ("subparagraph (h) of that article"); so is everything that drafters remark in braces.

    Args:
        text: canonical text of a clause.
        language: code of its language.
    """
    found = find_references(text, language)
    away = [_is_elsewhere(reference, text, language) for reference in found]
    for at in range(len(found) - 1, 0, -1):  # "articles 14 to 21 and 23 to 35 of the Convention"
        away[at - 1] = away[at - 1] or (away[at] and _are_joined(found, at, text))
    for at in range(1, len(found)):  # "decision 2/CMA.3, annex, paragraph 22 and chapter VII, paragraph 37"
        away[at] = away[at] or (away[at - 1] and _are_joined(found, at, text))
    return tuple(
        reference for reference, other in zip(found, away, strict=True)
        if not other
        and not _hangs_on_a_number(reference, text)
        and not _goes_back(reference, text, language)
        and not _in_braces(reference, text)
    )  # fmt: skip


def named_elsewhere(draft: Draft) -> frozenset[Step]:
    """The outermost steps that the draft somewhere says to be another text's ("Annex VII to the Convention").

    Args:
        draft: the draft.
    """
    return frozenset(_steps_elsewhere(draft))


def _steps_elsewhere(draft: Draft) -> Iterator[Step]:
    for node in draft.walk():
        if node.text:
            own = set(own_references(node.text, draft.language))
            for reference in find_references(node.text, draft.language):
                if reference not in own:
                    yield from (target[0] for target in reference.targets)


def _is_elsewhere(reference: Reference, text: str, language: str) -> bool:
    if reference.external or _NAME_IN_BRACKETS.search(text[reference.start : reference.end]):
        return True
    words = _tables().get(language)
    if words is None:
        return False
    behind = re.sub(r"[\[\]]", "", text[reference.end : reference.end + _REACH_AFTER])
    return (
        words.after.match(behind) is not None
        or words.before.search(text[max(0, reference.start - _REACH_BEFORE) : reference.start]) is not None
    )


def _are_joined(found: Sequence[Reference], at: int, text: str) -> bool:
    return _JOINED.fullmatch(text[found[at - 1].end : found[at].start]) is not None


def _goes_back(reference: Reference, text: str, language: str) -> bool:
    words = _tables().get(language)
    return words is not None and words.that.search(text[reference.start : reference.end]) is not None


def _hangs_on_a_number(reference: Reference, text: str) -> bool:
    """Whether a paragraph belongs to an article in a list: "Articles 3, 6, paragraph 1, and 9"."""
    small = reference.kind in ("paragraph", "subparagraph", "point")
    return small and _NUMBER_BEFORE.search(text[: reference.start]) is not None


def _in_braces(reference: Reference, text: str) -> bool:
    return any(
        found.start() < reference.end and reference.start < found.end() for found in _BRACES.finditer(text)
    )
