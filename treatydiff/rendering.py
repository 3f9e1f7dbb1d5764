"""The reports there are, by name; other packages add theirs through entry points."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import entry_points
from typing import Protocol

from treatydiff.errors import ReportError
from treatydiff.model import Comparison

ENTRY_POINT_GROUP = "treatydiff.reports"


class Report(Protocol):
    """A way to render a comparison."""

    @property
    def name(self) -> str:
        """What `--format` calls it."""

    @property
    def suffix(self) -> str:
        """Ending of its files, with the dot."""

    def render(self, comparison: Comparison) -> str | bytes:
        """The whole report."""


@dataclass(frozen=True, slots=True)
class _BuiltInReport:
    name: str
    suffix: str
    module: str
    function: str
    takes: tuple[str, ...] = ()

    def render(self, comparison: Comparison, **choices: object) -> str | bytes:
        function: Callable[..., str | bytes] = getattr(import_module(self.module), self.function)
        return function(comparison, **choices)


REPORTS: dict[str, Report] = {
    "json": _BuiltInReport("json", ".json", "treatydiff.report.comparison.as_json", "comparison_json"),
    "html": _BuiltInReport(
        "html", ".html", "treatydiff.report.comparison.as_html", "comparison_html", ("only",)
    ),
    "terminal": _BuiltInReport(
        "terminal", ".txt", "treatydiff.report.comparison.as_terminal", "comparison_terminal", ("only",)
    ),
    "csv": _BuiltInReport("csv", ".csv", "treatydiff.report.comparison.as_csv", "comparison_csv"),
    "docx": _BuiltInReport(
        "docx",
        ".docx",
        "treatydiff.report.comparison.as_docx",
        "comparison_docx",
        ("author", "date", "layout"),
    ),
    "markdown": _BuiltInReport(
        "markdown", ".md", "treatydiff.report.comparison.as_markdown", "comparison_markdown"
    ),
    "github": _BuiltInReport(
        "github", ".txt", "treatydiff.report.comparison.as_annotations", "comparison_annotations"
    ),
    "svg": _BuiltInReport("svg", ".svg", "treatydiff.report.comparison.as_svg", "comparison_svg"),
    "junit": _BuiltInReport(
        "junit", ".xml", "treatydiff.report.comparison.as_annotations", "comparison_junit"
    ),
}
"""Reports on a comparison, in the order in which they are offered."""

_DRAFT_RENDERINGS: dict[str, tuple[str, str]] = {
    "terminal": ("treatydiff.report.draft.as_terminal", "draft_terminal"),
    "json": ("treatydiff.report.draft.as_json", "draft_json"),
    "akn": ("treatydiff.report.draft.as_akn", "draft_akn"),
}


def find_report(name: str) -> Report:
    """The report of a name, built in or from another package.

    Raises:
        ReportError: there is none of that name.
    """
    if name in REPORTS:
        return REPORTS[name]
    for point in entry_points(group=ENTRY_POINT_GROUP):
        if point.name == name:
            report: Report = point.load()
            return report
    known = sorted({*REPORTS, *(point.name for point in entry_points(group=ENTRY_POINT_GROUP))})
    raise ReportError(f"there is no report {name!r}", hint=f"one of {', '.join(known)}")


def render_report(report: Report, comparison: Comparison, choices: Mapping[str, object]) -> str | bytes:
    """A report with those of the choices that it takes.

    Args:
        report: as `find_report` gives it.
        comparison: the result of the pipeline.
        choices: by name ("author"); None where none was made.
    """
    if not isinstance(report, _BuiltInReport):
        return report.render(comparison)
    return report.render(
        comparison, **{name: choice for name in report.takes if (choice := choices.get(name)) is not None}
    )


def draft_rendering(name: str) -> Callable[..., str]:
    """The function that renders one draft as "terminal", "json" or "akn".

    Raises:
        ReportError: there is none of that name.
    """
    if name not in _DRAFT_RENDERINGS:
        raise ReportError(
            f"an outline cannot be rendered as {name!r}", hint=f"one of {', '.join(_DRAFT_RENDERINGS)}"
        )
    module, function = _DRAFT_RENDERINGS[name]
    rendering: Callable[..., str] = getattr(import_module(module), function)
    return rendering
