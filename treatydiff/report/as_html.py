"""A comparison as one HTML page that needs nothing beside it: no request, readable without script.

Imports jinja2; import it only where a report is made.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Collection
from functools import cache
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from treatydiff.model import Comparison, Draft, EditClass
from treatydiff.report.bracket_depths import with_depths
from treatydiff.report.citations import places_of
from treatydiff.report.unit_map import unit_map
from treatydiff.report.view import comparison_view
from treatydiff.report.wording import RELATION_MEANINGS, counted, printable


def comparison_html(comparison: Comparison, *, only: Collection[EditClass] = ()) -> str:
    """A comparison as one self-contained HTML page.

    The text of the drafts is escaped; a content security policy lets nothing load and only the
    page's own script run, which the page can do without.

    Args:
        comparison: the result of the pipeline.
        only: the classes of edits whose clauses are laid open; all but typographic ones if empty.
    """
    view = comparison_view(comparison, only=only)
    script = page_file("page.js").rstrip("\n")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return page_environment().get_template("comparison.html.j2").render(
        view=view,
        map=unit_map(view.units, _lengths(comparison.a), _lengths(comparison.b)),
        meanings=RELATION_MEANINGS,
        style=Markup(page_file("page.css")),
        script=Markup(script),
        script_hash=Markup(f"sha256-{digest}"),
    )  # fmt: skip


def page_file(name: str) -> str:
    """A template, style or script of the pages, by its file name."""
    return (resources.files("treatydiff.report") / "templates" / name).read_text("utf-8")


@cache
def page_environment() -> Environment:
    """What renders the pages: everything escaped, nothing undefined passed over."""
    environment = Environment(
        loader=FunctionLoader(page_file), autoescape=True, undefined=StrictUndefined, finalize=_clean,
        keep_trailing_newline=True,
    )  # fmt: skip
    environment.globals.update(with_depths=with_depths, counted=counted, width=_width, weight=_weight)
    return environment


def _clean(value: object) -> object:
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _width(share: float | None) -> str:
    """The length of a bar out of 100."""
    return f"{100 * (share or 0.0):.1f}"


def _weight(class_: EditClass | None) -> str:
    """The style of an edit: substantive changes and brackets stand out, the rest is faint."""
    kind = class_ or "substantive"
    return kind if kind in ("substantive", "bracket") else f"{kind} minor"


def _lengths(draft: Draft) -> list[tuple[str, int, str]]:
    places = places_of(draft)
    return [(unit.id, sum(len(leaf.text) for leaf in unit.clauses()), places[unit.id].label)
            for unit in draft.units()]  # fmt: skip
