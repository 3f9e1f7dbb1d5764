"""Reads the entries of a corrigendum: lines that name a place, and "for X read Y" below or behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from treatydiff.language.references import find_references
from treatydiff.language.words.corrigenda import FOR_AND_READ, INSTRUCTIONS, QUOTES
from treatydiff.studies.corrigenda.model import CorrectionEntry


def read_entries(lines: Iterable[str], language: str) -> list[CorrectionEntry]:
    """The entries of a corrigendum, in order, with its instructions that are no "for X read Y".

    Args:
        lines: its paragraphs.
        language: code of the draft's language.
    """
    entries: list[CorrectionEntry] = []
    place = ""
    for text in _in_one_line([" ".join(line.split()) for line in lines], language):
        start, found = _entry(text, language)
        before = text[:start] if found else text
        if find_references(before, language) or find_references(before, "en"):
            place = before.strip(" :,;–—-")
        if found:
            entries.append(CorrectionEntry(place, *found))
        elif place and _instructs(text, language):
            entries.append(CorrectionEntry(place if place != text.strip(" :,;–—-") else "", "", "", text))
    return entries


def _in_one_line(lines: Sequence[str], language: str) -> Iterator[str]:
    """The lines, with an entry that is set in four ("For", old words, "Read", new words) made one."""
    opened, closed = QUOTES[0]
    forms = {(first, second) for first, second in (*FOR_AND_READ.get(language, ()), *FOR_AND_READ["en"])}
    known = [line for line in lines if line]
    at = 0
    while at < len(known):
        four = known[at : at + 4]
        words = tuple(each.strip(" :,–—-").lower() for each in four[::2])
        if len(four) == 4 and words in forms:
            old, new = (each.strip("".join(map("".join, QUOTES)) + " ") for each in four[1::2])
            yield f"{words[0]} {opened}{old}{closed} {words[1]} {opened}{new}{closed}"
            at += 4
        else:
            yield known[at]
            at += 1


def _instructs(text: str, language: str) -> bool:
    """Whether a line tells what is to be done; the drafts' words that it quotes do not count."""
    folded = _unquoted(text).lower()
    known = (*INSTRUCTIONS.get(language, ()), *INSTRUCTIONS["en"])
    return any(_word(folded, word, 0) >= 0 for word in known)


def _unquoted(text: str) -> str:
    for opened, closed in QUOTES:
        while (start := text.find(opened)) >= 0 and (end := text.find(closed, start + 1)) > 0:
            text = f"{text[:start]} {text[end + 1 :]}"
    return text


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
