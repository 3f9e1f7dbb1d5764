"""Numbers that Word generates, against the same draft with its numbers typed out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.evaluate.corpus import Corpus, label
from tools.evaluate.rows import Row, row
from treatydiff.model import Draft

NAME = "numbers"
DOCX, TEXT = "unfccc/decision_draft_2024-11-14.docx", "unfccc/decision_draft_2024-11-14.txt"
LEAST = 0.97

_NUMBERED = re.compile(r"\s*(?P<number>\d+\.|\([a-z]{1,4}\)|[a-z]\.)\s+(?P<text>\S.*)")
_OPENING = 45
"""Paragraphs are recognised by so many of their first letters and digits."""


def measure(corpus: Corpus) -> Iterator[Row]:
    """The share of numbered paragraphs of the text whose number is the one resolved."""
    lines = corpus.path(TEXT).read_text(encoding="utf-8-sig").splitlines()
    typed = [(_plain(m["number"]), _opening(m["text"])) for line in lines if (m := _NUMBERED.match(line))]
    resolved = _numbers_by_opening(corpus.draft(DOCX))
    wrong, absent = [], []
    for number, opening in typed:
        found = resolved.get(opening, set())
        if not found:
            absent.append(f"({number}) {opening[:40]}: no such paragraph")
        elif number not in found:
            wrong.append(f"({number}) {opening[:40]}: {', '.join(sorted(found))}")
    right = len(typed) - len(wrong) - len(absent)
    share = right / max(1, len(typed))
    found_text = f"{right} of {len(typed)} ({share:.1%}), {len(wrong)} wrong, {len(absent)} not found"
    yield row(NAME, f"{label(DOCX)} against its text", f"≥ {LEAST:.0%}", found_text, share >= LEAST,
              details=wrong + absent)  # fmt: skip


def _numbers_by_opening(draft: Draft) -> dict[str, set[str]]:
    """The numbers of all provisions whose text, or first clause's text, opens in some way."""
    numbers: dict[str, set[str]] = {}
    for node in draft.walk():
        if node.number:
            first = next((leaf.text for leaf in node.clauses() if leaf.text), "")
            numbers.setdefault(_opening(first), set()).add(_plain(node.number))
    return numbers


def _plain(number: str) -> str:
    return re.sub(r"\W", "", number).lower()


def _opening(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower()[:_OPENING]
