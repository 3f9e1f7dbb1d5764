"""One table of all formats: (type of a result, name of a format) -> what renders it.

Each package says in its RENDERINGS what its results can be written as; other packages add reports on
comparisons through entry points. Nothing heavy is imported before a result is rendered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from treatydiff import desk, redline
from treatydiff.archive import report as archive_reports
from treatydiff.errors import ReportError
from treatydiff.records import dataclass
from treatydiff.report import comparison, draft
from treatydiff.report.kit import schema
from treatydiff.report.kit.marking import marked_confidential
from treatydiff.report.kit.renderings import Rendering, Renderings, View
from treatydiff.studies import (
    across,
    brackets,
    chains,
    changes,
    checks,
    corrigenda,
    derivation,
    final_clauses,
    glossary,
    languages,
    proposals,
)

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from treatydiff.model import Comparison

ENTRY_POINT_GROUP = "treatydiff.reports"

COMPARISON = "treatydiff.model.comparison:Comparison"

_ROOMS: tuple[tuple[Renderings, ...], ...] = (
    comparison.RENDERINGS,
    draft.RENDERINGS,
    across.RENDERINGS,
    brackets.RENDERINGS,
    chains.RENDERINGS,
    changes.RENDERINGS,
    corrigenda.RENDERINGS,
    checks.RENDERINGS,
    derivation.RENDERINGS,
    final_clauses.RENDERINGS,
    glossary.RENDERINGS,
    languages.RENDERINGS,
    proposals.RENDERINGS,
    redline.RENDERINGS,
    archive_reports.RENDERINGS,
    desk.RENDERINGS,
    schema.RENDERINGS,
)
RENDERINGS: dict[str, Renderings] = {each.result: each for room in _ROOMS for each in room}
"""The formats of every result, by the module and name of its type."""


class Report(Protocol):
    """A way to render a comparison, from another package."""

    @property
    def name(self) -> str:
        """What `--format` calls it."""

    @property
    def suffix(self) -> str:
        """Ending of its files, with the dot."""

    def render(self, comparison: Comparison) -> str | bytes:
        """The whole report."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format that a result can be written in."""

    name: str
    suffix: str
    renderer: Callable[..., str | bytes]

    def render(self, result: object, **choices: object) -> str | bytes:
        """The result in this format, with those of the choices that it takes.

        A choice that every format takes is `confidential`: whether the rendering is marked as such.
        """
        content = self.renderer(result, **choices)
        if not choices.get("confidential"):
            return content
        return marked_confidential(content, self.name, self.suffix)


def formats_of(result: object) -> tuple[str, ...]:
    """The names of the formats of a result, in the order in which they are offered.

    Args:
        result: the result, its type, or the type's module and name ("treatydiff.model.draft:Draft").

    Raises:
        TypeError: it is no result of ours.
    """
    offered = _renderings(result)
    ours = tuple(each.name for each in offered.formats)
    return (*ours, *(name for name in sorted(_further(offered)) if name not in ours))


def find_format(result: object, form: str) -> Format:
    """A format of a result by its name.

    Args:
        result: the result, its type, or the type's module and name, as for `formats_of`.
        form: name of the format ("json").

    Raises:
        ReportError: there is none of that name for such a result.
        TypeError: it is no result of ours.
    """
    offered = _renderings(result)
    for each in offered.formats:
        if each.name == form:
            return Format(each.name, each.suffix, partial(_rendered, offered.becomes, each))
    further = _further(offered)
    if form in further:
        report: Report = further[form].load()
        return Format(report.name, report.suffix, lambda comparison, **_: report.render(comparison))
    raise ReportError(
        f"there is no format {form!r} for {offered.called}",
        hint=f"{_format_meant(form, formats_of(result))}one of {', '.join(formats_of(result))}",
    )


FORMATS_MEANT = {
    "word": "docx", "doc": "docx", "redline": "docx", "excel": "xlsx", "xls": "xlsx", "spreadsheet": "xlsx",
    "md": "markdown", "htm": "html", "page": "html", "web": "html", "pdf": "html", "txt": "terminal",
    "text": "terminal", "table": "terminal", "xml": "akn", "tsv": "csv", "image": "svg", "png": "svg",
}  # fmt: skip
"""What people call formats that have another name here; a page is printed to PDF by the browser."""


def _format_meant(form: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    offered = list(known)
    meant = [FORMATS_MEANT.get(form.casefold(), "")]
    near = [each for each in meant if each in offered] or get_close_matches(form, offered, n=1)
    return f"did you mean {near[0]}? " if near else ""


def render(result: object, form: str, **choices: object) -> str | bytes:
    """A result in one of its formats.

    Args:
        result: a comparison, a draft, a study's or an archive's answer.
        form: name of the format ("json"); `formats_of` lists them.
        choices: what the rendering depends on, by name (width and colour of a terminal, the author of a
            Word file, the settings that a JSON text names): a renderer is given those that it takes, and
            its own default where a choice is missing or None.

    Raises:
        ReportError: the result has no such format, or no format of it takes such a choice.
        TypeError: it is no result of ours.
    """
    offered = _renderings(result)
    known = {"confidential": None}
    known |= dict.fromkeys(name for each in offered.formats for name in each.choices)
    known |= dict.fromkeys(offered.becomes.takes if offered.becomes is not None else ())
    for name in choices:
        if name not in known:
            raise ReportError(
                f"no format of {offered.called} takes {name!r}", hint=f"known: {', '.join(known) or 'none'}"
            )
    return find_format(result, form).render(result, **choices)


def _renderings(result: object) -> Renderings:
    if isinstance(result, str):
        names = [result]
    else:
        type_ = result if isinstance(result, type) else type(result)
        names = [f"{each.__module__}:{each.__qualname__}" for each in type_.__mro__]
    for name in names:
        if name in RENDERINGS:
            return RENDERINGS[name]
    raise TypeError(f"{names[0]} is no result that can be rendered")


def _further(offered: Renderings) -> dict[str, EntryPoint]:
    """The reports of other packages: they are on comparisons."""
    if offered.result != COMPARISON:
        return {}
    from importlib.metadata import entry_points

    return {point.name: point for point in entry_points(group=ENTRY_POINT_GROUP)}


def _rendered(becomes: View | None, rendering: Rendering, result: object, **choices: object) -> str | bytes:
    if choices.get("settings") is None:
        choices["settings"] = getattr(result, "settings", None)
    for view in (becomes, rendering.view):
        if view is not None:
            result = _function(view.module, view.function)(result, **_taken(view.takes, choices))
    text: str | bytes = _function(rendering.module, rendering.function)(
        result, **_taken(rendering.takes, choices)
    )
    return text


def _function(module: str, name: str) -> Callable[..., Any]:
    function: Callable[..., Any] = getattr(import_module(module), name)
    return function


def _taken(names: tuple[str, ...], choices: dict[str, object]) -> dict[str, object]:
    return {name: choice for name in names if (choice := choices.get(name)) is not None}
