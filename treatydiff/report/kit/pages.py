"""What renders every page: its templates, with everything escaped.

Imports jinja2; import it only where a page is made.
"""

from __future__ import annotations

from functools import cache, partial

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from treatydiff.model import EditClass
from treatydiff.naming.wording import counted, printable
from treatydiff.report.kit.bracket_depths import with_depths
from treatydiff.report.kit.page_parts import page_file, page_style


@cache
def page_environment(package: str) -> Environment:
    """What renders the pages of a package: everything escaped, nothing undefined passed over.

    Args:
        package: whose templates come first; what it lacks is the kit's.
    """
    environment = Environment(
        loader=FunctionLoader(partial(page_file, package=package)), autoescape=True,
        undefined=StrictUndefined, finalize=_clean, keep_trailing_newline=True,
    )  # fmt: skip
    environment.globals.update(
        with_depths=with_depths, counted=counted, width=_width, weight=weight, direction=_direction,
    )  # fmt: skip
    return environment


def plain_page(package: str, template: str, view: object) -> str:
    """A page without script, with the style of all pages.

    Args:
        package: whose template it is.
        template: the template's file; it is given `view` and `style`.
        view: what is said.
    """
    return page_environment(package).get_template(template).render(view=view, style=Markup(page_style()))


def _clean(value: object) -> object:
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _width(share: float | None) -> str:
    """The length of a bar out of 100."""
    return f"{100 * (share or 0.0):.1f}"


def weight(class_: EditClass | None) -> str:
    """The style of an edit: substantive changes and brackets stand out, the rest is faint."""
    kind = class_ or "substantive"
    return kind if kind in ("substantive", "bracket") else f"{kind} minor"


def _direction(language: str) -> str:
    """How text of a draft runs; a clause that opens with a foreign name runs like the others."""
    return "rtl" if language in _RIGHT_TO_LEFT else "auto"


_RIGHT_TO_LEFT = frozenset({"ar"})
