"""The blame of a final text on the terminal.

Imports rich; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from treatydiff.naming.wording import counted
from treatydiff.report.kit.terminal_parts import (
    HELD,
    QUIET,
    STRONG,
    Answer,
    columns,
    draft_rows,
    held,
    indented,
    rendered,
    safe,
)
from treatydiff.studies.chains.blame_view import FINAL, BlameUnitView, BlameView, LostDraftView

BAR = 24
"""Columns of a bar of 100 %."""
LONGEST = 40
"""Words of a lost passage that are shown."""
_COLOURS = ("color(244)", "color(32)", "color(36)", "color(133)", "color(172)", "color(68)")


def blame_terminal(view: BlameView, *, width: int = 80, colour: bool = False) -> str:
    """The blame of a final text as text for a terminal.

    Args:
        view: what is said.
        width: columns.
        colour: whether to write ANSI colours.
    """
    return rendered(_parts(view, width), width=width, colour=colour)


def _parts(view: BlameView, width: int) -> Iterator[RenderableType]:
    yield draft_rows(view.cards, width)
    yield Text()
    yield Answer(Text(held(safe(_answer(view))), STRONG))
    yield Text()
    yield Text(
        f"The {counted(view.words, 'word', 'words')} of {safe(view.cards[-1].label)} first stood in", STRONG
    )
    table = columns("left", "fold", "right", "right", "left")
    for at, each in enumerate(view.shares):
        bar = "▇" * round(BAR * each.share)
        table.add_row(
            Text(_key(each.key), _style(at, each.key)), Text(safe(each.name)), f"{each.words:,}",
            each.percent, Text(bar, _style(at, each.key)),
        )  # fmt: skip
    yield table
    yield Text("A number in angle brackets says from which draft the words behind it are.", QUIET)
    for unit in view.units:
        yield Text()
        yield from _unit(unit)
    for draft in view.lost:
        yield Text()
        yield from _lost(draft)


def _answer(view: BlameView) -> str:
    """Where most of the final text comes from, what is only in it, and what was lost on the way."""
    earlier = [each for each in view.shares if each.key != FINAL and each.words]
    most = max(earlier, key=lambda each: each.words, default=None)
    said = f"{most.percent} of it stood first in {most.name}, " if most is not None else ""
    own = next((each.percent for each in view.shares if each.key == FINAL), "0 %")
    lost = counted(sum(each.lost for each in view.lost), "word", "words")
    return f"{view.cards[-1].label}: {said}{own} in no draft before it; {lost} of the drafts are not in it."


def _unit(unit: BlameUnitView) -> Iterator[RenderableType]:
    shares = " · ".join(f"{_key(each.key)} {each.percent}" for each in unit.shares if each.words)
    shares = held(shares).replace("> ", f">{HELD}")
    yield (
        Text(safe(unit.label), STRONG)
        + Text(f"  {safe(unit.heading)}" if unit.heading else "")
        + Text(f"  {shares}", QUIET)
    )
    for clause in unit.clauses:
        text = Text(f"{safe(clause.label)}: " if clause.label else "", QUIET)
        before = ""
        for run in clause.runs:
            style = _style(run.first, run.key)
            if run.key != before:
                glue = "" if text.plain.endswith((" ", "(", "[", "“")) or not before else " "
                text.append(f"{glue}{_key(run.key)} ", QUIET)
            text.append(" ".join(safe(run.text).split()) + (" " if run.text.endswith(" ") else ""), style)
            before = run.key
        yield indented(text)


def _lost(draft: LostDraftView) -> Iterator[RenderableType]:
    share = f"{draft.lost:,} of {counted(draft.words, 'word', 'words')} ({draft.percent})"
    which = "; here those that first stood in it" if draft.key != "1" else ""
    told = Text(f"  {share} are not in the final text{which}", QUIET)
    yield Text(f"Lost of {safe(draft.name)}", STRONG) + told
    for unit in draft.units:
        if not unit.runs:
            continue
        head = Text(safe(unit.label), STRONG) + Text(f"  {safe(unit.heading)}" if unit.heading else "")
        yield indented(head + Text(f"  {unit.lost:,} of {counted(unit.words, 'word', 'words')}", QUIET))
        for run in unit.runs:
            words = safe(run.text).split()
            said = " ".join(words if len(words) <= LONGEST else [*words[: LONGEST - 5], "…", *words[-4:]])
            label = f"{safe(run.label)}: " if run.label else ""
            text = Text(label, QUIET) + Text(f"“{said}”") + Text(f" not in {safe(run.dropped_in)}", QUIET)
            yield indented(text, 4)


def _key(key: str) -> str:
    return f"<{key}>"


def _style(at: int, key: str) -> str:
    return "bold color(166)" if key == FINAL else _COLOURS[at % len(_COLOURS)]
