"""Language versions of one text, held against one another without translation."""

from __future__ import annotations

from treatydiff.report.kit.renderings import SETTINGS, TERMINAL, Rendering, Renderings

_HERE = "treatydiff.studies.languages"

RENDERINGS = (
    Renderings(
        f"{_HERE}.model:LanguageVersions",
        "a check of language versions",
        (
            Rendering("terminal", ".txt", f"{_HERE}.as_terminal", "languages_terminal", TERMINAL),
            Rendering("json", ".json", f"{_HERE}.as_json", "languages_json", SETTINGS),
        ),
    ),
)
