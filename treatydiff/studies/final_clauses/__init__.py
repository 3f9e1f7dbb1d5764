"""The final clauses of drafts side by side."""

from __future__ import annotations

from treatydiff.report.kit.renderings import SETTINGS, TERMINAL, Rendering, Renderings

_HERE = "treatydiff.studies.final_clauses"

RENDERINGS = (
    Renderings(
        f"{_HERE}.model:FinalClausesSideBySide",
        "a table of final clauses",
        (
            Rendering("terminal", ".txt", f"{_HERE}.as_terminal", "final_clauses_terminal", TERMINAL),
            Rendering("json", ".json", f"{_HERE}.as_json", "final_clauses_json", SETTINGS),
        ),
    ),
)
