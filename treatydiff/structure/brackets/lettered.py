"""Alternatives that are lettered or numbered in turn: "[A. keep] [B. hold]", "[A.] [keep] [B.] [hold]"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from treatydiff.language.words.brackets import ALTERNATIVE_LABEL
from treatydiff.model import OPENING_BRACKETS, Mark

_FORM = ("form", "label")


def only_labels_the_next(content: str, behind: str) -> bool:
    """Whether a bracket holds nothing but the label of the bracket behind it.

    Args:
        content: what it holds.
        behind: the text behind it.
    """
    return ALTERNATIVE_LABEL.fullmatch(content) is not None and behind.lstrip()[:1] in OPENING_BRACKETS


def label_mark(text: str, start: int, end: int) -> Mark:
    """The mark of a label, printed as `text`, that stands from `start` to `end` in a clause."""
    return Mark("comment", start, end, (("text", text.strip()), _FORM))


def labels_parted(text: str, marks: Iterable[Mark]) -> str:
    """A clause with a slash for every bracket that only labels the next: such brackets exclude each other."""
    for mark in marks:
        if _FORM in mark.attrs:
            text = text[: mark.start] + "/".ljust(mark.end - mark.start) + text[mark.end :]
    return text


def label_lengths(contents: Sequence[str]) -> list[int]:
    """Of brackets whose wordings are lettered or numbered one after another, how long each label is.

    Args:
        contents: what brackets side by side hold, in order.

    Returns:
        Code points from the start of each, behind which its wording begins; empty where not all bear
        labels, from the first on ("[A. keep] [B. hold]").
    """
    found = [ALTERNATIVE_LABEL.match(content) for content in contents]
    labels = [(each.group(1) or each.group(2)).casefold() for each in found if each is not None]
    order = [str(n) for n in range(1, len(contents) + 1)], [chr(ord("a") + n) for n in range(len(contents))]
    return [each.end() for each in found if each is not None] if labels in order else []


def label_marks(text: str, spans: Sequence[tuple[int, int]]) -> list[Mark]:
    """The marks of the labels of brackets side by side; none where not all are lettered or numbered in turn.

    Args:
        text: the clause.
        spans: the brackets in it.
    """
    lengths = label_lengths([text[start + 1 : end - 1] for start, end in spans])
    return [
        label_mark(text[start + 1 : start + 1 + length], start + 1, start + 1 + length)
        for (start, _), length in zip(spans, lengths, strict=False)
    ]
