"""What a draft derives from several sources, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from treatydiff.model import (
    Ancestry,
    Comparison,
    Diagnostic,
    Draft,
    Explanation,
    ScoreSheet,
    Sensitivity,
    ThemeFinding,
)


@dataclass(frozen=True, slots=True)
class SourceScores:
    """One source that a draft may derive from: its scores against the draft, the source as A.

    `whole` are those of the whole drafts, where one was narrowed.
    """

    source: Draft
    name: str
    scores: ScoreSheet
    themes: tuple[ThemeFinding, ...] = ()
    sensitivity: Sensitivity | None = None
    whole: ScoreSheet | None = None


@dataclass(frozen=True, slots=True)
class Derivation:
    """What a draft derives from each of some sources, side by side, and the origin of every clause."""

    draft: Draft
    sources: tuple[SourceScores, ...]
    ancestors: tuple[Draft, ...]
    ancestry: Ancestry
    settings: tuple[tuple[str, str | int | float | bool | None], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    theme: str = ""


@dataclass(frozen=True, slots=True)
class ExplainedRow:
    """How the shares of one row of a comparison add up."""

    comparison: Comparison
    explanation: Explanation
