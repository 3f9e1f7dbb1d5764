"""Reads the entries of a corrigendum: lines that name a place, and "for X read Y" below or behind them."""

from __future__ import annotations

from collections.abc import Iterable

from treatydiff.language.references import find_references
from treatydiff.language.words.corrigenda import FOR_AND_READ, QUOTES
from treatydiff.studies.corrigenda.model import CorrectionEntry


def read_entries(lines: Iterable[str], language: str) -> list[CorrectionEntry]:
    """The entries of a corrigendum, in order.

    Args:
        lines: its paragraphs.
        language: code of the draft's language.
    """
    entries: list[CorrectionEntry] = []
    place = ""
    for line in lines:
        text = " ".join(line.split())
        start, found = _entry(text, language)
        before = text[:start] if found else text
        if find_references(before, language) or find_references(before, "en"):
            place = before.strip(" :,;–—-")
        if found:
            entries.append(CorrectionEntry(place, *found))
    return entries


def _entry(text: str, language: str) -> tuple[int, tuple[str, str] | None]:
    """Where an entry begins in a line, and its old and new words; None where there is none."""
    folded = text.lower()
    for first, second in (*FOR_AND_READ.get(language, ()), *FOR_AND_READ["en"]):
        start = _word(folded, first, 0)
        while start >= 0:
            words = _both(text, folded, start + len(first), second)
            if words is not None:
                return start, words
            start = _word(folded, first, start + 1)
    return 0, None


def _both(text: str, folded: str, start: int, second: str) -> tuple[str, str] | None:
    """The quoted words behind the first and the second word of a form; without quotes, all between them."""
    rest = text[start:].lstrip(" :")
    for opened, closed in QUOTES:
        if not rest.startswith(opened):
            continue
        end = rest.find(closed, 1)
        behind = rest[end + 1 :].lstrip(" ,:") if end > 0 else ""
        if behind.lower().startswith(second):
            new = behind[len(second) :].lstrip(" :")
            stop = new.find(closed, 1) if new.startswith(opened) else -1
            return (rest[1:end], new[1:stop]) if stop > 0 else None
        return None
    middle = _word(folded, second, start)
    if middle < 0 or _word(folded, second, middle + 1) >= 0:
        return None
    old, new = text[start:middle].strip(" :,"), text[middle + len(second) :].strip(" :").rstrip(".")
    return (old, new) if old and new else None


def _word(text: str, word: str, start: int) -> int:
    """Where a word stands in a text, whole; -1 where it does not."""
    at = text.find(word, start)
    while at >= 0:
        before, behind = text[at - 1 : at], text[at + len(word) : at + len(word) + 1]
        ideographs = word >= "\u2e80"
        if ideographs or not (before.isalnum() or behind.isalnum()):
            return at
        at = text.find(word, at + 1)
    return -1
