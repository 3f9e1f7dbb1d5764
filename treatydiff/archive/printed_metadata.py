"""What a draft prints about itself: symbol, session, dates, kind, what it revises or corrects."""

from __future__ import annotations

import re

from treatydiff.archive.model import DraftEntry
from treatydiff.model import Draft
from treatydiff.naming.printed_dates import done_at, masthead, printed_dates
from treatydiff.patterns import pattern_of

_TITLE = 1_200
"""Characters in which it says what it is; what follows speaks of other documents too."""

_SYMBOLS = (
    # A/CONF.232/2022/5, FCCC/PA/CMA/2024/L.15, E/CN.15/2003/1/Add.2, UNEP/PP/INC.5/4, TD/B/C.1/7
    pattern_of(
        r"(?<![\w/])(?:[A-Z]{1,6})(?:/[A-Z][A-Za-z-]{0,11}(?:\.\d+)?|/\d{1,4}){1,5}/"
        r"(?:[A-Z]{1,5}\.?\d+|\d+)(?:/(?:Rev|Add|Corr|Amend)\.\d+)*(?![\w/])"
    ),
    # ADP.2015.8.InformalNote, SBSTA60.DT.i13
    pattern_of(r"(?<![\w.])[A-Z]{2,6}\d*(?:\.\d{4})?\.\d+\.[A-Z][A-Za-z]+(?:\.v?\d+)?(?![\w.])"),
)
"""Forms of a document's symbol, the commonest first."""

_ORDINAL = (
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teenth|twenti\w+|thirti\w+|\w+-\w+th|\d+(?:st|nd|rd|th)"
)
_SESSION = pattern_of(rf"\b(?:(?:Resumed\s+)?(?:{_ORDINAL})\s+(?:resumed\s+)?session)\b", re.IGNORECASE)
_REVISED = pattern_of(r"^(?P<base>.+)/Rev\.(?P<n>\d+)$")
_CORRECTED = pattern_of(r"^(?P<base>.+)/Corr\.\d+$")
_REISSUE = pattern_of(r"\bre-?issued\b", re.IGNORECASE)

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, pattern_of(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("certified true copy", r"\bcertified\s+true\s+cop(?:y|ies)\b|\bcopie\s+certifiée\s+conforme\b"),
        ("corrigendum", r"\bcorrigend(?:um|a)\b|\brectificatif\b"),
        ("advance unedited", r"\badvance\s+(?:unedited|un-edited)\b|\badvance\s+version\b"),
        ("non-paper", r"\bnon-?paper\b|\bdocument\s+officieux\b"),
        ("zero draft", r"\bzero\s+draft\b|\bavant-projet\b"),
        ("conference room paper", r"\bconference\s+room\s+paper\b|\bdocument\s+de\s+séance\b|\bCRP\.\d+"),
        ("consolidated negotiating document", r"\bconsolidated\s+negotiating\s+(?:document|text)\b"),
        ("chair's text", r"\b(?:co-?)?(?:chair|president|facilitator)(?:s|person)?['’]s?\s+"
                         r"(?:revised\s+|draft\s+|negotiating\s+)*text\b|\btext\s+by\s+the\s+chair\b|"
                         r"\bnote\s+by\s+the\s+(?:co-?chairs?|president|chair(?:person)?)\b|\bdraft text\b"),
        ("compilation", r"\bcompilation\s+(?:of|text)\b|\barticle-by-article\s+compilation\b|"
                        r"\btextual\s+proposals\b"),
        ("national draft", r"\bdraft\b.{0,80}\b(?:submitted|proposed|presented)\s+by\s+(?:the\s+)?[A-Z]"),
    )
)  # fmt: skip
"""What in a masthead says what a document is; the first that is found."""
_L_DOCUMENT = pattern_of(r"/L\.\d+(?:/|$)")
_AUTHOR = pattern_of(
    r"\b(?:(?:note|text|paper)\s+by\s+the\s+(?P<office>co-?chairs?|president|chair(?:person)?|secretariat|"
    r"secretary-general|facilitators?|bureau)|submitted\s+by\s+(?:the\s+)?(?P<state>[A-Z][\w'’ -]{2,60}))",
    re.IGNORECASE,
)


def printed_entry(draft: Draft) -> DraftEntry:
    """What the file prints, in the fields of an archive's listing; empty where it prints nothing sure.

    The file's name counts only for the date of the text, where it bears a full date.

    Args:
        draft: as it was read.
    """
    head = masthead(draft)
    symbol = next((each.symbol for each in draft.instruments if each.main and each.symbol), "") or _symbol(
        head
    )
    text_date, issued = printed_dates(draft)
    session = _SESSION.search(head)
    revised, corrected = _REVISED.match(symbol), _CORRECTED.match(symbol)
    return DraftEntry(
        file=draft.source.label,
        symbol=symbol,
        session=" ".join(session[0].split()).capitalize() if session else "",
        language=draft.language,
        author=_author(head),
        date=text_date,
        issued=issued,
        kind=_kind(head[:_TITLE], symbol, draft),
        revises=_before(revised) if revised else "",
        corrects=corrected["base"] if corrected else "",
        reissues=symbol if _REISSUE.search(head) else "",
    )


def _symbol(head: str) -> str:
    for form in _SYMBOLS:
        found = form.search(head)
        if found:
            return found[0]
    return ""


def _kind(head: str, symbol: str, draft: Draft) -> str:
    if _CORRECTED.match(symbol):
        return "corrigendum"
    for kind, form in _KINDS:
        if form.search(head):
            return kind
    if _L_DOCUMENT.search(symbol):
        return "L-document"
    return "adopted" if done_at(draft) and not draft.brackets.count else ""


def _author(head: str) -> str:
    found = _AUTHOR.search(head)
    if found is None:
        return ""
    return " ".join((found["state"] or found["office"]).split())


def _before(revised: re.Match[str]) -> str:
    number = int(revised["n"])
    return revised["base"] if number < 2 else f"{revised['base']}/Rev.{number - 1}"
