"""What a search or a look for precedents found: terminal and JSON. Imports rich; import it where needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from treatydiff.archive.model import DraftEntry, Hit, PrecedentPassage, Precedents, SearchResult
from treatydiff.naming.wording import counted, percent
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.json_text import dumped
from treatydiff.report.kit.terminal_parts import (
    QUIET,
    STRONG,
    Answer,
    columns,
    indented,
    labelled,
    rendered,
    safe,
)

SNIPPET = 150
"""Characters of a snippet on each side of what was found."""
_LONGEST = 320


def hit_citation(hit: Hit | PrecedentPassage) -> str:
    """Where it stands: "A/CONF.1/L.2, Art. 3, para. 2, p. 7"."""
    return f"{hit.entry.name}, {hit.place}" if hit.place else hit.entry.name


def snippet(text: str, marks: tuple[tuple[int, int], ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A stretch of a text around its first mark, and the marks inside it."""
    if len(text) <= _LONGEST:
        return text, marks
    at = marks[0][0] if marks else 0
    start = 0 if at <= SNIPPET else text.rfind(" ", 0, at - SNIPPET) + 1
    end = len(text) if start + _LONGEST >= len(text) else text.rfind(" ", start, start + _LONGEST)
    end = end if end > start else min(len(text), start + _LONGEST)
    before, behind = ("… " if start else ""), (" …" if end < len(text) else "")
    shift = len(before) - start
    inside = tuple((first + shift, last + shift) for first, last in marks if start <= first and last <= end)
    return before + text[start:end] + behind, inside


def search_terminal(result: SearchResult, *, width: int = 80, colour: bool = False) -> str:
    """The hits of a search, each with its citation and a snippet.

    Args:
        result: what was found.
        width: columns.
        colour: whether to write ANSI colours.
    """
    return rendered(_hits(result), width=width, colour=colour)


def _hits(result: SearchResult) -> Iterator[RenderableType]:
    nouns = ("provision", "provisions") if result.matched == "likeness" else ("clause", "clauses")
    how = {"phrase": "with the phrase", "words": "with all of these words, not as a phrase",
           "likeness": "like it"}[result.matched]  # fmt: skip
    found = f"{counted(result.total, *nouns)} {how}" if result.total else "nothing"
    if len(result.hits) < result.total:
        found += f"; the first {len(result.hits)}"
    yield Answer(labelled([("Searched", result.query), ("Found", found)]))
    for hit in result.hits:
        yield ""
        head = Text(safe(hit_citation(hit)), STRONG)
        if result.matched == "likeness":
            head.append(f"   {percent(hit.score)} alike", QUIET)
        yield head
        shown, marks = snippet(hit.text, hit.marks)
        body = Text(safe(shown))
        for start, end in marks:
            body.stylize("bold underline", start, end)
        yield indented(body)


def search_json(result: SearchResult) -> str:
    """The hits of a search as JSON of the schema `treatydiff/search/1`."""
    return dumped({
        "schema": "treatydiff/search/1",
        "tool": TOOL,
        "query": result.query,
        "matched": result.matched,
        "total": result.total,
        "hits": [
            {**_entry(hit.entry), "provision": hit.id, "citation": hit_citation(hit), "text": hit.text,
             "marks": [list(mark) for mark in hit.marks], "score": hit.score}
            for hit in result.hits
        ],
    })  # fmt: skip


def precedents_terminal(found: Precedents, *, width: int = 80, colour: bool = False) -> str:
    """Every clause with its earliest and closest passage in earlier instruments.

    Args:
        found: the precedents.
        width: columns.
        colour: whether to write ANSI colours.
    """
    return rendered(_precedents(found), width=width, colour=colour)


def _precedents(found: Precedents) -> Iterator[RenderableType]:
    new = [each for each in found.clauses if each.earliest is None]
    rows = [
        ("Draft", f"{found.label}{f', {found.date}' if found.date else ''}"),
        ("Searched", counted(found.instruments, "earlier instrument", "earlier instruments")),
        ("Found", f"{len(found.clauses) - len(new):,} of {counted(len(found.clauses), 'clause', 'clauses')} "
                  f"have at least {percent(found.threshold)} of their words in runs of one earlier clause; "
                  f"{len(new):,} have no precedent"),
    ]  # fmt: skip
    if found.undated:
        said = (
            "left out, since nothing says that they are earlier" if found.date else "searched with the others"
        )
        rows.append(("Undated", f"{', '.join(found.undated)}: {said}"))
    yield Answer(labelled(rows))
    for each in found.clauses:
        yield ""
        yield Text(safe(each.place), STRONG)
        if each.earliest is None or each.closest is None:
            yield indented(Text("no precedent", QUIET))
            continue
        table = columns("left", "right", "fold", limits=(9,))
        passages = [("earliest", each.earliest)]
        if each.closest != each.earliest:
            passages.append(("closest", each.closest))
        for name, passage in passages:
            date = f" ({passage.entry.known_date})" if passage.entry.known_date else ""
            quoted = snippet(passage.text, ())[0]
            table.add_row(Text(name, QUIET), Text(percent(passage.share)),
                          Text(safe(f"{hit_citation(passage)}{date}\n{quoted}")))  # fmt: skip
        yield indented(table)


def precedents_json(found: Precedents) -> str:
    """Precedents as JSON of the schema `treatydiff/precedents/1`."""
    return dumped({
        "schema": "treatydiff/precedents/1",
        "tool": TOOL,
        "draft": found.label,
        "date": found.date or None,
        "threshold": found.threshold,
        "instruments": found.instruments,
        "undated": list(found.undated),
        "clauses": [
            {"id": each.id, "place": each.place, "text": each.text, "words": each.words,
             "earliest": _passage(each.earliest), "closest": _passage(each.closest)}
            for each in found.clauses
        ],
    })  # fmt: skip


def _passage(passage: PrecedentPassage | None) -> dict[str, Any] | None:
    if passage is None:
        return None
    return {**_entry(passage.entry), "provision": passage.id, "citation": hit_citation(passage),
            "text": passage.text, "share": passage.share}  # fmt: skip


def _entry(entry: DraftEntry) -> dict[str, Any]:
    return {"file": entry.file, "symbol": entry.symbol or None, "date": entry.known_date or None}
