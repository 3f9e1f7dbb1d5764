"""What a comparison says, and one module for each format that says it."""

from __future__ import annotations

from treatydiff.report.kit.renderings import TERMINAL, Rendering, Renderings

_HERE = "treatydiff.report.comparison"

RENDERINGS = (
    Renderings(
        "treatydiff.model.comparison:Comparison",
        "a comparison",
        (
            Rendering(
                "terminal", ".txt", f"{_HERE}.as_terminal", "comparison_terminal",
                (*TERMINAL, "clauses", "only"),
            ),
            Rendering("json", ".json", f"{_HERE}.as_json", "comparison_json"),
            Rendering("html", ".html", f"{_HERE}.as_html", "comparison_html", ("only",)),
            Rendering("csv", ".csv", f"{_HERE}.as_csv", "comparison_csv"),
            Rendering(
                # In the room above: it marks the draft's own file where it can.
                "docx", ".docx", "treatydiff.redline.as_docx", "comparison_docx",
                ("author", "date", "layout", "files", "scrub", "summary_page",
                 "keep_revisions", "tell"),
            ),
            Rendering(
                "xlsx", ".xlsx", "treatydiff.studies.changes.as_xlsx", "comparison_xlsx", ("confidential",)
            ),
            Rendering("markdown", ".md", f"{_HERE}.as_markdown", "comparison_markdown"),
            Rendering("github", ".txt", f"{_HERE}.as_annotations", "comparison_annotations"),
            Rendering("svg", ".svg", f"{_HERE}.pictures.as_svg", "comparison_svg"),
            Rendering("junit", ".xml", f"{_HERE}.as_annotations", "comparison_junit"),
        ),
    ),
)  # fmt: skip
