"""Proposals on the terminal: article by article and delegation by delegation, with their fates.

Imports rich; import it only where a report is made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text

from treatydiff.naming.citations import Places, clause_label, places_of, unit_label
from treatydiff.naming.wording import counted, listed
from treatydiff.report.kit.terminal_parts import (
    DELETED,
    INSERTED,
    QUIET,
    STRONG,
    Answer,
    columns,
    labelled,
    rendered,
    safe,
)
from treatydiff.studies.proposals.model import FATE_WORDS, PROPOSAL_KINDS, Proposal, Proposals
from treatydiff.studies.proposals.view import fate_totals, left_out

_STYLES = {"taken up": INSERTED.split()[0], "not taken up": DELETED.split()[0], "not determinable": QUIET}
_PLURALS = {
    "text": ("text", "texts"),
    "instruction": ("instruction", "instructions"),
    "ellipsis": ("ellipsis", "ellipses"),
    "rationale": ("rationale", "rationales"),
}
LONGEST = 110
"""Characters of a text or change that are shown; more are cut with an ellipsis."""


def proposals_terminal(found: Proposals, *, width: int = 80, colour: bool = False) -> str:
    """Proposals as text for a terminal.

    Args:
        found: what was read.
        width: columns.
        colour: whether to write ANSI colours.
    """
    return rendered(_parts(found), width=width, colour=colour)


def _parts(found: Proposals) -> Iterator[RenderableType]:
    kinds = Counter(each.kind for each in found.proposals)
    said = ", ".join(counted(kinds[kind], *_PLURALS[kind]) for kind in PROPOSAL_KINDS if kinds[kind])
    rows = [
        ("Compilation", found.source.label),
        ("Base", found.base.source.label),
        ("Proposals", said or "none"),
    ]
    if found.later is not None:
        rows[2:2] = [("Later", found.later.source.label)]
        rows.append(("Fates", fate_totals(found)))
    if found.delegation:
        rows.append(("Delegation", f"{found.delegation}: only its proposals, alone or with others"))
    if not found.marked:
        rows.append(("Marking", "strike-through was not kept: changes are the differences from the base"))
    if found.unattributed:
        rows.append(("Left out", left_out(found)))
    yield Answer(labelled(rows), again=labelled([row for row in rows if row[0] in ("Proposals", "Fates")]))
    base = places_of(found.base)
    later = places_of(found.later) if found.later is not None else {}
    for article, members in groupby(found.proposals, key=lambda each: each.article):
        yield Text()
        yield Text(safe(article), STRONG)
        for who, of_one in groupby(members, key=lambda each: each.who):
            yield Text(f"  {safe(listed(who))}", "underline")
            table = columns("left", "left", "fold", "left", limits=(6, 22, 999, 16))
            for each in of_one:
                page = f"p. {each.page}" if each.page is not None else ""
                table.add_row(
                    Text(page, QUIET), Text(safe(_place(each, base))), _said(each), _fate(each, later)
                )
            yield table


def _place(each: Proposal, base: Places) -> str:
    if each.kind in ("rationale", "ellipsis"):
        return each.kind
    if each.clause:
        return clause_label(base, each.clause, each.unit) or "whole article"
    return "new" if each.method == "new" else each.kind


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"


def _said(each: Proposal) -> Text:
    if not each.changes or each.kind == "instruction":
        return Text(safe(_cut(each.text)), "" if each.kind in ("text", "instruction") else QUIET)
    text = Text()
    for number, change in enumerate(each.changes):
        sign, style = ("+", INSERTED) if change.op == "insert" else ("−", DELETED)
        text.append("  " if number else "")
        text.append(f"{sign}{safe(_cut(change.text))}", style)
    return text


def _fate(each: Proposal, later: Places) -> Text:
    if each.fate is None:
        return Text("unchanged" if each.kind == "text" and later and not each.changes else "", QUIET)
    text = Text(FATE_WORDS[each.fate], _STYLES.get(each.fate, ""))
    if each.another_provision:
        text.append("\nin another provision", QUIET)
    if each.elsewhere in later and each.fate in ("taken up", "bracketed", "partly"):
        place = later[each.elsewhere]
        units = [
            node.id
            for node in (*place.around, place.provision)
            if node.kind in ("article", "rule", "annex", "preamble")
        ]
        text.append(f"\n{safe(unit_label(later, units[-1]))}" if units else "", QUIET)
    return text
