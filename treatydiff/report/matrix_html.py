"""A matrix as one HTML page that needs nothing beside it. Imports jinja2; import it where needed."""

from __future__ import annotations

from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from treatydiff.archives import Matrix
from treatydiff.report.matrix_svg import matrix_svg
from treatydiff.report.matrix_words import cell_words, completeness
from treatydiff.report.wording import counted, percent, printable


def matrix_html(matrix: Matrix, title: str) -> str:
    """The heat map and the nearest drafts of each as a page without script.

    Args:
        matrix: all pairs.
        title: what the archive is called.
    """
    environment = Environment(
        loader=FunctionLoader(_template), autoescape=True, undefined=StrictUndefined, finalize=_clean,
        keep_trailing_newline=True,
    )  # fmt: skip
    environment.globals.update(counted=counted, percent=percent, cell_words=cell_words)
    return environment.get_template("matrix.html.j2").render(
        matrix=matrix,
        title=title,
        notes=completeness(matrix),
        map=Markup(matrix_svg(matrix)),
        style=Markup(_template("page.css")),
    )


def _template(name: str) -> str:
    return (resources.files("treatydiff.report") / "templates" / name).read_text("utf-8")


def _clean(value: object) -> object:
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
