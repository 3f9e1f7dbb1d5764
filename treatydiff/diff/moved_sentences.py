"""Sentences that only changed their place inside a clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatydiff.language.tokenizer import words
from treatydiff.model import Edit, EditOp, Signal
from treatydiff.patterns import pattern_of

_LEAST_WORDS = 5
_SENTENCE = pattern_of(r"[^.;。；]+(?:[.;。；](?=\d)[^.;。；]*)*(?:[.;。；]+\s*|$)")
_SHOWN = 4
"""Words that name a moved sentence from either end."""


def with_moved_sentences(edits: tuple[Edit, ...]) -> tuple[tuple[Edit, ...], tuple[Signal, ...]]:
    """The edits with sentences that moved set apart as editorial, and a signal for each.

    A sentence moved if a deletion and an insertion of one clause both hold it whole, word for word.

    Args:
        edits: the edits of one clause, with their signals.
    """
    moved = _whole_sentences(edits, "delete")
    moved = moved and moved & _whole_sentences(edits, "insert")
    if not moved:
        return edits, ()
    parts = [part for edit in edits for part in _parted(edit, moved)]
    names = [_name(part.text) for part in parts if part.op == "delete" and part.class_ == "editorial"
             and all(_key(sentence) in moved for sentence in _sentences(part))]  # fmt: skip
    signals = tuple(Signal("placement", "moved_within_the_clause", name) for name in dict.fromkeys(names))
    return tuple(_without_moved_signals(parts)), signals


def _whole_sentences(edits: Sequence[Edit], op: EditOp) -> set[tuple[str, ...]]:
    """The whole sentences that edits of one operation take out, or put in."""
    changed = (edit for edit in edits if edit.op == op and edit.class_ == "substantive")
    return {_key(part) for edit in changed for part in _sentences(edit) if _is_whole(part)}


def _key(text: str) -> tuple[str, ...]:
    return tuple(word.key for word in words(text))


def _sentences(edit: Edit) -> list[str]:
    return _SENTENCE.findall(edit.text) if edit.op != "equal" else []


def _is_whole(text: str) -> bool:
    """Whether a passage is a sentence of its own, and no phrase or remnant of one."""
    bare = text.strip()
    begins = bare[:1].isalnum() and not bare[:1].islower()
    return begins and bare[-1:] in ".;。；" and len(_key(bare)) >= _LEAST_WORDS


def _parted(edit: Edit, moved: set[tuple[str, ...]]) -> Iterator[Edit]:
    """An edit cut where moved sentences begin and end; its signals stay with what did not move."""
    if edit.class_ != "substantive" or not any(_key(part) in moved for part in _sentences(edit)):
        yield edit
        return
    runs: list[tuple[bool, str]] = []
    position = 0
    for match in _SENTENCE.finditer(edit.text):
        is_moved = _key(match[0]) in moved
        text = edit.text[position : match.end()]
        position = match.end()
        if runs and runs[-1][0] == is_moved:
            runs[-1] = (is_moved, runs[-1][1] + text)
        else:
            runs.append((is_moved, text))
    if position < len(edit.text):
        runs[-1] = (runs[-1][0], runs[-1][1] + edit.text[position:])
    left = next((at for at, (is_moved, _) in enumerate(runs) if not is_moved), 0)
    for at, (is_moved, text) in enumerate(runs):
        signals = edit.signals if at == left else ()
        yield Edit(edit.op, text, "editorial" if is_moved else "substantive", signals)


def _without_moved_signals(edits: Sequence[Edit]) -> Iterator[Edit]:
    """The edits without the signals that come and go with a moved sentence."""
    said = [(s.kind, s.direction, s.text) for edit in edits for s in edit.signals]
    opposite = {"added": "removed", "removed": "added"}
    for edit in edits:
        kept = tuple(s for s in edit.signals if (s.kind, opposite.get(s.direction, ""), s.text) not in said)
        yield edit if kept == edit.signals else replace(edit, signals=kept)


def _name(text: str) -> str:
    """The first and last words of a passage."""
    printed = text.split()
    if len(printed) <= 2 * _SHOWN + 1:
        return " ".join(printed)
    return f"{' '.join(printed[:_SHOWN])} … {' '.join(printed[-_SHOWN:])}"
