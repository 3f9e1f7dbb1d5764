"""Stretches of words that are a conjunction and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.language.words.force_table import force_tables

_ARABIC_AND = "و"


def conjunctions(old: Sequence[str], new: Sequence[str], language: str) -> tuple[str, str]:
    """The conjunctions that two stretches of words are; in Arabic one may be written on to the next word.

    Args:
        old, new: comparison keys of what was taken out and of what was put in.
        language: code of their language.
    """
    if language == "ar" and abs(len(old) - len(new)) == 1:
        shorter, longer = sorted((list(old), list(new)), key=len)
        if (or_ := conjunction(longer[:1], language)) and shorter == [
            f"{_ARABIC_AND}{longer[1]}", *longer[2:]
        ]:  # fmt: skip
            return (or_, _ARABIC_AND) if len(old) > len(new) else (_ARABIC_AND, or_)
    return conjunction(old, language), conjunction(new, language)


def conjunction(keys: Sequence[str], language: str) -> str:
    """The conjunction that a stretch of words is and nothing else: "and", "or"; "" if it is none."""
    table = force_tables().get(language)
    text = "".join(keys) if language == "zh" else " ".join(keys)
    if table is None or not text:
        return ""
    return next((name for name, pattern in table.conjunctions if pattern.fullmatch(text)), "")
