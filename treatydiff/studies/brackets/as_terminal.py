"""Brackets on the terminal: how open drafts are, fates article by article, convergence of a chain.

Imports rich; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from treatydiff.model import Openness
from treatydiff.naming.openness import openness_words
from treatydiff.naming.wording import percent
from treatydiff.report.kit.terminal_parts import (
    DELETED,
    INSERTED,
    QUIET,
    STRONG,
    Answer,
    columns,
    draft_rows,
    labelled,
    rendered,
    safe,
)
from treatydiff.studies.brackets.view import BracketsView, DraftOpenness, totals_words

_STYLES = {"retained": INSERTED.split()[0], "not retained": DELETED.split()[0]}
BAR = 16
"""Columns of the longest bar."""


def brackets_terminal(view: BracketsView, *, width: int = 80, colour: bool = False) -> str:
    """Brackets as text for a terminal.

    Args:
        view: what is said.
        width: columns.
        colour: whether to write ANSI colours.
    """
    return rendered(_parts(view, width), width=width, colour=colour)


def _parts(view: BracketsView, width: int) -> Iterator[RenderableType]:
    yield draft_rows([each.card for each in view.drafts], width)
    yield Text()
    if len(view.drafts) == 1:
        yield Answer(labelled((("Open", openness_words(view.drafts[0].whole)),)))
        if view.drafts[0].rows:
            yield Text()
            yield _openness(view.drafts[0])
        return
    yield _convergence(view)
    for number, articles in enumerate(view.articles):
        yield Text()
        if len(view.articles) > 1:
            yield Text(f"{view.drafts[number].card.label} → {view.drafts[number + 1].card.label}", STRONG)
        totals = labelled(
            (
                ("Brackets", totals_words(view.totals[number])),
                ("Options", totals_words(view.option_totals[number])),
            )
        )
        yield Answer(totals) if len(view.articles) == 1 else totals
        if len(view.articles) > 1:
            continue
        for article in articles:
            yield Text()
            only = "  brackets that only B has" if article.side == "B" else ""
            heading = "" if article.heading == article.label else article.heading
            yield Text(safe(article.label), STRONG) + Text(f"  {safe(heading)}{only}", QUIET)
            table = columns("left", "fold", "left", "fold", limits=(18, 999, 15))
            for row in article.rows:
                said = Text(safe(f"[{row.text}]" if row.fate.what == "bracket" else row.text or row.kind))
                if row.kind not in ("bracket", "alternative", "option"):
                    said.append(f"  {row.kind}", QUIET)
                table.add_row(
                    Text(safe(row.place)), said, Text(row.outcome, _STYLES.get(row.outcome, "")),
                    Text(safe(row.evidence), QUIET),
                )  # fmt: skip
            yield table


def _convergence(view: BracketsView) -> RenderableType:
    table = columns("fold", "right", "right", "right", "left")
    table.add_row(*(Text(head, QUIET) for head in ("Draft", "Brackets", "Options", "In brackets", "")))
    most = max((each.whole.brackets for each in view.drafts), default=0) or 1
    for each in view.drafts:
        table.add_row(
            Text(safe(each.card.label)), *_figures(each.whole), Text(_bar(each.whole.brackets, most))
        )
    return table


def _openness(draft: DraftOpenness) -> RenderableType:
    table = columns("fold", "right", "right", "right", "left")
    table.add_row(*(Text(head, QUIET) for head in ("", "Brackets", "Options", "In brackets", "")))
    most = max((row.place.openness.brackets for row in draft.rows), default=0) or 1
    for row in draft.rows:
        name = Text("  " * row.place.depth + safe(row.label), STRONG if row.place.kind != "article" else "")
        if row.heading:
            name.append(f"  {safe(row.heading)}", QUIET)
        table.add_row(
            name, *_figures(row.place.openness), Text(_bar(row.place.openness.brackets, most))
        )  # fmt: skip
    return table


def _figures(openness: Openness) -> tuple[Text, Text, Text]:
    share = percent(openness.share) if openness.bracketed_words else ""
    return Text(f"{openness.brackets:,}"), Text(f"{openness.options:,}"), Text(share)


def _bar(number: int, most: int) -> str:
    return "▇" * max(round(BAR * number / most), 1 if number else 0)
