"""What every report says first: the tool, the drafts it read, and what is doubtful in them."""

from __future__ import annotations

from collections.abc import Iterable

from treatydiff.model import (
    Diagnostic,
    Draft,
)
from treatydiff.naming import wording
from treatydiff.naming.unit_names import units_counted
from treatydiff.report.kit.pieces import DiagnosticGroup, DraftCard
from treatydiff.version import __version__

TOOL = f"treatydiff {__version__}"


def draft_card(draft: Draft, *, side: str = "", name: str = "") -> DraftCard:
    """What was read, in figures.

    Args:
        draft: the draft.
        side: "A" or "B" in a comparison.
        name: what citations call it.
    """
    source = draft.source
    counted = sum(wording.word_count(leaf.text) for node in draft.units() for leaf in node.clauses())
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
        words=counted,
        pages=source.pages,
        scope=source.scope,
        headed=units_counted(draft),
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
    where = [f"p. {diagnostic.page}" if diagnostic.page is not None else "", diagnostic.provision or ""]
    place = ", ".join(part for part in where if part)
    return f"{place}: {diagnostic.message}" if place else diagnostic.message
