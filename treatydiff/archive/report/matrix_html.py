"""A matrix as one HTML page that needs nothing beside it. Imports jinja2; import it where needed."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from treatydiff.archive.model import Matrix
from treatydiff.archive.report.matrix_svg import matrix_svg
from treatydiff.archive.report.matrix_words import cell_words, completeness, draft_names
from treatydiff.naming.wording import percent
from treatydiff.report.kit.frame import SiteFrame
from treatydiff.report.kit.page_parts import page_style
from treatydiff.report.kit.pages import page_environment


def matrix_html(
    matrix: Matrix, *, frame: SiteFrame | None = None, pages: Mapping[str, str] | None = None
) -> str:
    """The heat map and the nearest drafts of each as a page without script.

    Args:
        matrix: all pairs.
        frame: the site that the page is part of, if it is.
        pages: addresses of the pages of drafts by file, where they have any.
    """
    return page_environment(__package__).get_template("matrix.html.j2").render(
        matrix=matrix,
        title=matrix.title,
        names=draft_names(matrix),
        notes=completeness(matrix),
        map=Markup(matrix_svg(matrix)),
        style=Markup(page_style(in_site=frame is not None)),
        percent=percent,
        cell_words=cell_words,
        frame=frame,
        pages=pages or {},
    )  # fmt: skip
