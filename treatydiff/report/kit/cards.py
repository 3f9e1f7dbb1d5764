"""What every report says first: the tool, the drafts it read, and what is doubtful in them."""

from __future__ import annotations

from collections.abc import Iterable

from treatydiff.language.tokenizer import draft_word_count
from treatydiff.model import Diagnostic, Draft
from treatydiff.naming.diagnostic_words import diagnostic_name, diagnostic_with_place
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
        losses=_losses(draft),
        headed=units_counted(draft),
        named=source.named,
    )


def _losses(draft: Draft) -> tuple[str, ...]:
    """The errors, which stand at the head of a report; the rest of a long list is counted."""
    said = [diagnostic_with_place(each, draft) for each in draft.diagnostics if each.severity == "error"]
    left = len(said) - _MOST_LOSSES
    return (
        (*said[:_MOST_LOSSES], f"and {left:,} more errors, listed in the diagnostics")
        if left > 0
        else tuple(said)
    )


def diagnostic_groups(
    side: str, diagnostics: Iterable[Diagnostic], draft: Draft | None = None
) -> tuple[DiagnosticGroup, ...]:
    """Diagnostics by code, errors first, then in the order of their first occurrence.

    Args:
        side: "A", "B", or "" for the comparison.
        diagnostics: what is doubtful.
        draft: whose provisions they name, if one draft's.
    """
    groups: dict[str, list[Diagnostic]] = {}
    for each in diagnostics:
        groups.setdefault(each.code, []).append(each)
    views = [
        DiagnosticGroup(side, code, diagnostic_name(code),
                        min((each.severity for each in group), key=_SEVERITIES.index),
                        tuple(diagnostic_with_place(each, draft) for each in group))
        for code, group in groups.items()
    ]  # fmt: skip
    return tuple(sorted(views, key=lambda group: _SEVERITIES.index(group.severity)))


_SEVERITIES = ("error", "warning", "info")
