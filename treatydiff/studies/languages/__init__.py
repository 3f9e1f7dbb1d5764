"""Language versions of one text, held against one another without translation."""

from __future__ import annotations

from treatydiff.report.kit.renderings import SETTINGS, TERMINAL, Rendering, Renderings, View

_HERE = "treatydiff.studies.languages"

RENDERINGS = (
    Renderings(
        f"{_HERE}.model:LanguageVersions",
        "a check of language versions",
        (
            Rendering("terminal", ".txt", f"{_HERE}.as_terminal", "languages_terminal", TERMINAL),
            Rendering("docx", ".docx", f"{_HERE}.as_docx", "languages_docx",
                      view=View(f"{_HERE}.table_view", "versions_table")),
            Rendering("json", ".json", f"{_HERE}.as_json", "languages_json", SETTINGS),
        ),
    ),
)  # fmt: skip
