"""Checks of one draft: references, numbering, terms, brackets and options, remarks left inside."""

from __future__ import annotations

from treatydiff.report.kit.renderings import SETTINGS, TERMINAL, Rendering, Renderings

_HERE = "treatydiff.studies.checks"

RENDERINGS = (
    Renderings(
        f"{_HERE}.model:DraftCheck",
        "a check",
        (
            Rendering("terminal", ".txt", f"{_HERE}.as_terminal", "check_terminal", TERMINAL),
            Rendering("json", ".json", f"{_HERE}.as_json", "check_json", SETTINGS),
        ),
    ),
)
