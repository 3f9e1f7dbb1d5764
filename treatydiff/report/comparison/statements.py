"""What drafts print about their own standing: reservations of position, legends, what brackets mean."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from treatydiff.model import Draft
from treatydiff.naming.citations import document_name
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.report.comparison.view_model import Statement

LONGEST_QUOTE = 600
"""Characters from which on only the sentences that say it are quoted, and not their whole paragraph."""

MOST_STATEMENTS = 12
"""Statements of one draft that are quoted: a note by a chair has fewer."""

_SENTENCE_END = pattern_of(r"(?<=[.!?؟])\s+(?=[^\sa-zà-ÿа-я])|(?<=[。！？])")


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording that makes a passage a statement of standing, as `statements.toml` has it."""

    kind: str
    language: str
    in_notes: bool
    pattern: re.Pattern[str]


@cache
def wordings() -> tuple[Wording, ...]:
    """The table of wordings, in its order."""
    text = (resources.files("treatydiff.report.comparison") / "statements.toml").read_text("utf-8")
    return tuple(
        Wording(row["kind"], row["language"], row["in_notes"], pattern_of(row["pattern"], re.IGNORECASE))
        for row in tomllib.loads(text)["wording"]
    )


def statements_of(draft: Draft, side: str, name: str = "") -> tuple[Statement, ...]:
    """The statements that a draft prints about its own standing, in text order, with their place.

    Front matter first, then notes; a wording that recurs word for word is quoted once.

    Args:
        draft: a parsed draft; its language decides the wordings that are looked for.
        side: "A" or "B".
        name: what citations call the draft; its symbol or file if empty.
    """
    known = [each for each in wordings() if each.language == draft.language]
    name = name or document_name(draft)
    found: dict[str, Statement] = {}
    for text, place, is_note in _passages(draft):
        quoted = _quoted(text, [each for each in known if each.in_notes or not is_note])
        if quoted and quoted not in found:
            found[quoted] = Statement(side, quoted, f"{name}, {place}")
    return tuple(found.values())[:MOST_STATEMENTS]


def _passages(draft: Draft) -> Iterator[tuple[str, str, bool]]:
    for each in draft.front_matter:
        yield each.text, "front matter" + _on_page(each.page), False
    for note in draft.notes:
        if note.kind != "comment":
            yield note.text, f"{note.kind} {note.label}".rstrip() + _on_page(note.page), True


def _on_page(page: int | None) -> str:
    return "" if page is None else f", p. {page}"


def _quoted(text: str, known: list[Wording]) -> str:
    """The paragraph, or those of its sentences that say it; "" where nothing does."""
    text = " ".join(text.split())
    if not any(each.pattern.search(text) for each in known):
        return ""
    if len(text) <= LONGEST_QUOTE:
        return text
    sentences = _SENTENCE_END.split(text)
    said = [
        sentence if len(sentence) <= LONGEST_QUOTE else f"{sentence[: LONGEST_QUOTE - 1]}…"
        for sentence in sentences
        if any(each.pattern.search(sentence) for each in known)
    ]
    return " … ".join(said)
