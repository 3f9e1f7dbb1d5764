"""A glossary of two drafts in different languages: defined terms with their counterparts."""

from __future__ import annotations

from treatydiff.report.kit.renderings import SETTINGS, TERMINAL, Rendering, Renderings

_HERE = "treatydiff.studies.glossary"

RENDERINGS = (
    Renderings(
        f"{_HERE}.model:Glossary",
        "a glossary",
        (
            Rendering("terminal", ".txt", f"{_HERE}.reports", "glossary_terminal", TERMINAL),
            Rendering("html", ".html", f"{_HERE}.as_html", "glossary_html"),
            Rendering("csv", ".csv", f"{_HERE}.reports", "glossary_csv"),
            Rendering("json", ".json", f"{_HERE}.reports", "glossary_json", SETTINGS),
        ),
    ),
)
