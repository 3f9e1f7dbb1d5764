"""What every report says first: the tool, the drafts it read, and what is doubtful in them."""

from __future__ import annotations

from collections.abc import Iterable

from treatydiff.language.tokenizer import draft_word_count
from treatydiff.model import Diagnostic, Draft
from treatydiff.naming.unit_names import units_counted
from treatydiff.report.kit.pieces import DiagnosticGroup, DraftCard
from treatydiff.version import __version__

_MOST_LOSSES = 6
"""Errors of one draft that are told at the head of a report."""
TOOL = f"treatydiff {__version__}"


def draft_card(draft: Draft, *, side: str = "", name: str = "") -> DraftCard:
    """What was read, in figures.

    Args:
        draft: the draft.
        side: "A" or "B" in a comparison.
        name: what citations call it.
    """
    source = draft.source
    return DraftCard(
        side=side,
        label=source.label,
        name=name or source.label,
        title=next((each.title for each in draft.instruments if each.main), ""),
        language=draft.language,
        sha256=source.sha256,
        articles=draft.articles,
        rules=draft.rules,
        units=len(draft.units()),
        words=draft_word_count(draft),
        pages=source.pages,
        scope=source.scope,
        losses=_losses(draft.diagnostics),
        headed=units_counted(draft),
        named=source.named,
    )


def _losses(diagnostics: Iterable[Diagnostic]) -> tuple[str, ...]:
    """The errors, which stand at the head of a report; the rest of a long list is counted."""
    said = [_placed(each) for each in diagnostics if each.severity == "error"]
    left = len(said) - _MOST_LOSSES
    return (
        (*said[:_MOST_LOSSES], f"and {left:,} more errors, listed in the diagnostics")
        if left > 0
        else tuple(said)
    )


def diagnostic_groups(side: str, diagnostics: Iterable[Diagnostic]) -> tuple[DiagnosticGroup, ...]:
    """Diagnostics by code, errors first, then in the order of their first occurrence."""
    groups: dict[str, list[Diagnostic]] = {}
    for each in diagnostics:
        groups.setdefault(each.code, []).append(each)
    views = [
        DiagnosticGroup(side, code, min((each.severity for each in group), key=_SEVERITIES.index),
                        tuple(_placed(each) for each in group))
        for code, group in groups.items()
    ]  # fmt: skip
    return tuple(sorted(views, key=lambda group: _SEVERITIES.index(group.severity)))


_SEVERITIES = ("error", "warning", "info")


def _placed(diagnostic: Diagnostic) -> str:
    page = diagnostic.page
    said = page is None or diagnostic.message.startswith(f"page {page} ")
    where = ["" if said else f"p. {page}", diagnostic.provision or ""]
    place = ", ".join(part for part in where if part)
    return f"{place}: {diagnostic.message}" if place else diagnostic.message
