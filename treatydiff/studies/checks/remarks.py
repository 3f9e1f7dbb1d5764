"""What must not leave the house: comments, tracked changes, hidden text, drafters' remarks.

The wordings of remarks are data (remarks.toml).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from treatydiff.language.tokenizer import word_count
from treatydiff.model import Draft, Provision
from treatydiff.patterns import pattern_of
from treatydiff.studies.checks.model import Finding

_LEFT_BY_READER = frozenset({"tracked_changes", "hidden_text", "embedded_document", "embedded_object"})
_LONGEST_QUOTE = 100
_LONGEST_HEADING = 14
_SENTENCE = pattern_of(
    r"(?i:^\{\s*(?:this|these|note|add|move|delete|insert|see|text|placement|proposed?)\b)|[.;:]\s"
)


def check_remarks(draft: Draft) -> Iterator[Finding]:
    """A finding for each comment, tracked change, hidden text, or remark in the text or before it.

    Args:
        draft: the draft.
    """
    for doubt in draft.diagnostics:
        if doubt.code in _LEFT_BY_READER:
            yield Finding(doubt.code, doubt.message, doubt.page, doubt.provision)
    places = _places_of_notes(draft)
    for note in draft.notes:
        if note.kind == "comment":
            by = f" by {note.author}" if note.author else ""
            quote = shortened(note.text)
            place = places.get(note.label)
            page = note.page if note.page is not None or place is None else place.page
            yield Finding(
                "comment_left", f"a comment{by}: “{quote}”", page, place.id if place else None, quote
            )
    for piece in draft.front_matter:
        yield from _remarks(piece.text, draft.language, piece.page, None)
    for node in draft.walk():
        found = [
            finding
            for text in (node.heading, node.text, *_marked(node))
            for finding in _remarks(text, draft.language, node.page, node.id)
            # In a closing formula this is a line to sign on, in an annex a form to be filled in.
            if not (
                finding.quote.startswith("__")
                and (node.id.startswith(("closing", "annex")) or _is_rule(node.text))
            )
        ]
        headings = {finding.quote for finding in found if finding.code == "brace_heading"}
        for finding in found:
            # A heading in braces that structure set aside may stand in the text too.
            if finding.code == "brace_heading" or finding.quote not in headings:
                yield finding


def _is_rule(text: str) -> bool:
    """Whether a clause is nothing but a line drawn below the text."""
    return not text.strip("_-–—=* \t\n")


def _places_of_notes(draft: Draft) -> dict[str, Provision]:
    """Where the notes of a draft hang, by their labels; labels that hang in several places are left out."""
    found: dict[str, list[Provision]] = {}
    for node in draft.walk():
        for mark in node.marks:
            if mark.kind in ("note_ref", "comment") and (label := str(dict(mark.attrs).get("label", ""))):
                found.setdefault(label, []).append(node)
    return {label: nodes[0] for label, nodes in found.items() if len(nodes) == 1}


def _marked(node: Provision) -> Iterator[str]:
    """The remarks in braces that structure took off the text and keeps as marks."""
    for mark in node.marks:
        attrs = dict(mark.attrs)
        if mark.kind == "comment" and attrs.get("form") == "braces":
            yield str(attrs.get("text", ""))


def _remarks(text: str, language: str, page: int | None, provision: str | None) -> Iterator[Finding]:
    taken: list[tuple[int, int]] = []
    for what, pattern in remark_patterns(language):
        for found in pattern.finditer(text):
            if any(found.start() < end and start < found.end() for start, end in taken):
                continue
            taken.append(found.span())
            whole = _whole(text, found.start(), found.end())
            quote = shortened(whole)
            if _is_brace_heading(whole, text):
                yield Finding(
                    "brace_heading", f"a working heading in braces: “{quote}”", page, provision, quote
                )
            else:
                yield Finding("remark_left", f"{what}: “{quote}”", page, provision, quote)


def _is_brace_heading(remark: str, text: str) -> bool:
    """Whether a remark in braces is all that a line says, and short: how facilitators title options."""
    return (
        remark.startswith("{")
        and remark.endswith("}")
        and remark == text.strip(" []")
        and word_count(remark) <= _LONGEST_HEADING
        and _SENTENCE.search(remark) is None
    )


def _whole(text: str, start: int, end: int) -> str:
    """The remark with the rest of its bracket, where it begins with one."""
    close = {"[": "]", "(": ")", "{": "}", "【": "】", "（": "）"}.get(text[start])
    at = text.find(close, end - 1) if close else -1
    return text[start : at + 1] if at >= 0 else text[start:end]


def shortened(text: str) -> str:
    """Words of a draft as a message quotes them: on one line, cut where they are long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1].rstrip() + "…"


@lru_cache(maxsize=16)
def remark_patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What a remark is called and how it is known, for drafts of a language."""
    data = tomllib.loads(
        files("treatydiff.studies.checks").joinpath("remarks.toml").read_text(encoding="utf-8")
    )
    return tuple(
        (str(row["what"]), pattern_of(row["pattern"]))
        for row in data["remark"]
        if row["language"] in ("any", language)
    )
