"""A glossary as one HTML page without script. Imports jinja2; import it where needed."""

from __future__ import annotations

from markupsafe import Markup

from treatydiff.report.kit.cards import TOOL, draft_card
from treatydiff.report.kit.page_parts import page_style
from treatydiff.report.kit.pages import page_environment
from treatydiff.studies.glossary.model import Glossary
from treatydiff.studies.glossary.reports import glossary_note, glossary_rows


def glossary_html(glossary: Glossary) -> str:
    """The terms of two drafts as one self-contained page.

    Args:
        glossary: the terms.
    """
    template = page_environment(__package__).get_template("glossary.html.j2")
    return template.render(
        cards=[draft_card(glossary.a, side="A"), draft_card(glossary.b, side="B")],
        languages=(glossary.a.language, glossary.b.language), note=glossary_note(glossary),
        rows=glossary_rows(glossary), style=Markup(page_style()), tool=TOOL,
    )  # fmt: skip
