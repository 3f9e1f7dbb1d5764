"""The change list of two drafts: a row a changed clause, with room for a delegation's own notes."""

from __future__ import annotations

from treatydiff.report.kit.renderings import SETTINGS, TERMINAL, Rendering, Renderings

_HERE = "treatydiff.studies.changes"

RENDERINGS = (
    Renderings(
        f"{_HERE}.model:ChangeList",
        "a change list",
        (
            Rendering("terminal", ".txt", f"{_HERE}.as_terminal", "changes_terminal", TERMINAL),
            Rendering("json", ".json", f"{_HERE}.as_json", "changes_json", SETTINGS),
            Rendering("csv", ".csv", f"{_HERE}.as_csv", "changes_csv"),
            Rendering("docx", ".docx", f"{_HERE}.as_docx", "changes_docx"),
            Rendering("xlsx", ".xlsx", f"{_HERE}.as_xlsx", "changes_xlsx", ("confidential",)),
        ),
    ),
)
