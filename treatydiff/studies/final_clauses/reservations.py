"""What a clause on reservations allows: all, none, none to some articles, only to some, withdrawal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from treatydiff.language.references import find_references
from treatydiff.patterns import pattern_of
from treatydiff.studies.final_clauses.sentences import Sentence

Said = tuple[str, str, Sentence]

_BANNED = pattern_of(
    r"\bno (?:such |other |further |general )?(?:exceptions? or |exceptions? and )?reservations?\b"
    r"|\breservations?\b[^.]{0,160}\b(?:shall|may|can|will|is|are) not\b"
    r"[^.]{0,20}\b(?:made|permitted|allowed|admitted|accepted|formulated|admissible|entered)\b"
    r"|\bnot\b[^.]{0,20}\b(?:subject to|admit|admit of|open to|permit|allow) (?:any )?reservations?\b"
    r"|\b(?:not|neither)\b[^.]{0,40}\b(?:make|formulate|enter) (?:any )?reservations?\b"
    r"|\bnot be (?:signed|ratified|accepted|approved)\b[^.]{0,40}\breservations?\b"
    r"|\bnor\b[^.]{0,40}\breservations?\b"
    r"|\breservations?\b[^.]{0,120}\b(?:are|is|shall be) (?:prohibited|excluded|inadmissible)\b",
    re.IGNORECASE,
)
_NO_OTHER = pattern_of(r"\bno (?:other|further) reservations?\b", re.IGNORECASE)
_EXCEPT = pattern_of(
    r"\b(?:except|save|other than|unless|with the exception of|apart from|but not"
    r"|expressly)\b",
    re.IGNORECASE,
)
_EXPRESSLY = pattern_of(r"\bexpressly\b|\bspecifically (?:permitted|provided)\b", re.IGNORECASE)
_ALLOWED = pattern_of(
    r"\bmay\b[^.]{0,160}\b(?:make|made|formulate\w*|enter\w*|declare|attach"
    r"|avail\w*)\b[^.]{0,160}\breservations?\b"
    r"|\breservations?\b[^.]{0,120}\bmay be (?:made|formulated|entered|admitted|attached)\b"
    r"|\breservations?\b[^.]{0,120}\b(?:are|is|shall be) (?:permitted|allowed|admissible|admitted)\b"
    r"|\bavails? (?:itself|themselves) of\b[^.]{0,60}\breservations?\b|\breserves? the right\b",
    re.IGNORECASE,
)
_MADE = pattern_of(r"\b(?:has|have|having) made\b|\bwithdraw", re.IGNORECASE)
"""Words about reservations that were made."""
_AT_ALL = pattern_of(r"\breservations?\b", re.IGNORECASE)


def reservation_terms(sentences: Sequence[Sentence]) -> Iterator[Said]:
    """What is provided on reservations, each with the sentence that says it.

    Args:
        sentences: of the clauses on reservations.
    """
    told = [sentence for sentence in sentences if _AT_ALL.search(sentence.text)]
    only: list[str] = []
    for sentence in told:
        banned = _BANNED.search(sentence.text)
        if banned and _NO_OTHER.search(sentence.text):
            yield "reservations", _only(only), sentence
        elif banned:
            yield "reservations", _banned(sentence.text), sentence
        elif (allowed := _ALLOWED.search(sentence.text)) and not _MADE.search(sentence.text):
            value, named = _allowed(sentence.text, allowed)
            only += named
            if not (named and any(_NO_OTHER.search(each.text) for each in told)):
                yield "reservations", value, sentence
    for sentence in told:
        if re.search(r"object and purpose", sentence.text, re.IGNORECASE):
            yield "reservations", "not against the object and purpose", sentence
    for sentence in sentences:
        if re.search(r"\bwithdraw\w*", sentence.text, re.IGNORECASE):
            yield "reservations", "may be withdrawn", sentence
            return


def _only(named: Sequence[str]) -> str:
    return f"allowed only to {', '.join(named)}" if named else "no others than those named"


def _banned(text: str) -> str:
    exception = _EXCEPT.search(text)
    if exception is None:
        target = _references(text, 0, len(text))
        return f"prohibited to {target}" if target else "prohibited"
    if _EXPRESSLY.search(text):
        return "only where expressly permitted"
    allowed = _references(text, exception.start(), len(text))
    return f"allowed only to {allowed}" if allowed else "only where expressly permitted"


def _allowed(text: str, allowed: re.Match[str]) -> tuple[str, list[str]]:
    exception = _EXCEPT.search(text, allowed.start())
    if exception is not None:
        barred = _references(text, exception.start(), len(text))
        if barred:
            return f"allowed, but prohibited to {barred}", []
    named = _references(text, allowed.start(), len(text))
    return (f"allowed to {named}", [named]) if named else ("allowed", [])


def _references(text: str, start: int, end: int) -> str:
    """The articles and annexes named in a stretch of a sentence, from the first to the last, as printed."""
    found = [
        each
        for each in find_references(text, "en")
        if start <= each.start and each.end <= end and not each.external
        and each.kind in ("article", "rule", "annex", "part", "chapter", "section")
        and not re.search(r"\b(?:accordance with|pursuant to|under) (?:the )?$", text[: each.start])
    ]  # fmt: skip
    return " ".join(text[found[0].start : found[-1].end].split()) if found else ""
