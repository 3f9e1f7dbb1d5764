"""What a clause says in every language alike: its numbers and its cross-references."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from treatydiff.language.number_words import numbers_in, words_apart
from treatydiff.language.numerals import ascii_digits
from treatydiff.language.references import Step, find_references
from treatydiff.language.tokenizer import words
from treatydiff.model import CONTAINER_KINDS
from treatydiff.structure.label_positions import label_positions

SMALLEST = 4
"""Smaller numbers are articles, pronouns and turns of phrase in some languages ("un", "三份")."""

_DIGITS = re.compile(r"\d+(?:[\s\u00a0.,]\d{3}(?!\d))*(?:[.,]\d+)?")
_SEPARATOR = re.compile(r"[\s\u00a0.,](?=\d{3}(?!\d))")
_ZH_MONTH = re.compile(r"(?<!\d)\d+\s*月|[一二三四五六七八九十]{1,3}月")
_ZH_FRACTION = re.compile(r"(?<![一二三四五六七八九十])[一二三四五六七八九十]+分之[一二三四五六七八九十]+")
_PER_CENT = re.compile(r"\bpour\s+cent\b|\bper\s+cent\b|\bpor\s+ciento\b|百分之", re.IGNORECASE)
_NAMES = re.compile(r"\b[A-Z]+/[\w/.()-]{0,60}?\d[\w/.()-]*|\b[A-Za-z]+[-–]?\d+\b")


def figures(text: str, language: str) -> Counter[str]:
    """The numbers of a text with their counts, those of cross-references left out.

    Digits of any script and number words; symbols of documents ("A/RES/72/249") are no numbers.

    Args:
        text: canonical text of a clause.
        language: code of its language.
    """
    plain = ascii_digits(_without_references(text, language))
    plain = _PER_CENT.sub(" ", _NAMES.sub(" ", plain))
    if language == "zh":
        plain = _ZH_FRACTION.sub(" ", _ZH_MONTH.sub(" ", plain))
    found = Counter(_SEPARATOR.sub("", digits).replace(",", ".") for digits in _DIGITS.findall(plain))
    found.update(str(value) for value in _said_in(_DIGITS.sub(" | ", plain), language) if value >= SMALLEST)
    return found


def _said_in(text: str, language: str) -> Iterator[int]:
    """The values of the numbers in words."""
    spoken = words(text)
    for number in numbers_in([word.key for word in spoken], language, words_apart(text, spoken)):
        yield number.value


def _without_references(text: str, language: str) -> str:
    kept: list[str] = []
    at = 0
    for reference in find_references(text, language):
        kept.append(text[at : reference.start])
        at = max(at, reference.end)
    return " ".join([*kept, text[at:]])


def reference_steps(text: str, language: str) -> tuple[Step, ...]:
    """The steps of a text's cross-references, each provision named counted once, in order of print.

    Args:
        text: canonical text of a clause.
        language: code of its language.

    Returns:
        Kind and number of each step; "this article" is no step, and paragraphs, subparagraphs and
        points are all paragraphs, since languages call them differently.
    """
    chains: dict[tuple[Step, ...], None] = {}
    for reference in find_references(text, language):
        for target in reference.targets:
            steps = tuple(_plain(step) for step in target if step[1] != "this")
            chains.update((steps[: depth + 1], None) for depth in range(len(steps)))
    return tuple(chain[-1] for chain in chains)


def _plain(step: Step) -> Step:
    kind, number = step
    if kind in CONTAINER_KINDS:
        return "part", number
    if kind in ("article", "rule", "annex"):
        return ("article" if kind == "rule" else kind), number
    return "paragraph", number


def unlike_steps(one: Sequence[Step], two: Sequence[Step]) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """The steps of each that the other has none for: (b), b), б) and （二） are alike, being second.

    Args:
        one, two: steps of two versions of a clause.
    """
    left, right = list(one), list(two)
    for exact in (True, False):
        for step in list(left):
            partner = next((each for each in right if (each == step if exact else _alike(each, step))), None)
            if partner is not None:
                left.remove(step)
                right.remove(partner)
    return tuple(left), tuple(right)


def _alike(one: Step, two: Step) -> bool:
    return one[0] == two[0] and bool(label_positions(one[1]) & label_positions(two[1]))


def counter_words(found: Counter[str]) -> str:
    """Numbers as a message lists them: "10, 60 (twice)"."""
    ordered = sorted(
        found, key=lambda value: (float(value) if value.replace(".", "", 1).isdigit() else 0.0, value)
    )
    return ", ".join(f"{value} ({found[value]} times)" if found[value] > 1 else value for value in ordered)


def step_list(steps: Sequence[Step]) -> str:
    """Steps of references as a message lists them: "article 12, paragraph 3"."""
    return ", ".join(f"{kind} {number}" for kind, number in steps)
