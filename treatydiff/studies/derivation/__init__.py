"""What a draft derives from several sources, and how a share adds up."""

from __future__ import annotations

from treatydiff.report.kit.renderings import TERMINAL, Rendering, Renderings

_HERE = "treatydiff.studies.derivation"

RENDERINGS = (
    Renderings(
        f"{_HERE}.model:Derivation",
        "a derivation",
        (
            Rendering(
                "terminal", ".txt", f"{_HERE}.as_terminal", "derivation_terminal",
                (*TERMINAL, "theme", "articles"),
            ),
            Rendering("json", ".json", f"{_HERE}.as_json", "derivation_json"),
            Rendering("csv", ".csv", f"{_HERE}.as_csv", "derivation_csv"),
        ),
    ),
    Renderings(
        f"{_HERE}.model:ExplainedRow",
        "an explanation",
        (
            Rendering("terminal", ".txt", f"{_HERE}.explanation_reports", "explanation_terminal", TERMINAL),
            Rendering("json", ".json", f"{_HERE}.explanation_reports", "explanation_as_json"),
        ),
    ),
)  # fmt: skip
