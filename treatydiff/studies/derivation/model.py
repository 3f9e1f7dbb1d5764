"""What a draft derives from several sources, side by side."""

from __future__ import annotations

from treatydiff.model import (
    Ancestry,
    Comparison,
    Diagnostic,
    Draft,
    Explanation,
    Result,
    ScoreSheet,
    Sensitivity,
    SettingValues,
    ThemeFinding,
    one_line,
)
from treatydiff.records import dataclass


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

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class Derivation(Result):
    """What a draft derives from each of some sources, side by side, and the origin of every clause."""

    draft: Draft
    sources: tuple[SourceScores, ...]
    ancestors: tuple[Draft, ...]
    ancestry: Ancestry
    settings: SettingValues = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    theme: str = ""

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class ExplainedRow:
    """How the shares of one row of a comparison add up."""

    comparison: Comparison
    explanation: Explanation

    __repr__ = one_line
