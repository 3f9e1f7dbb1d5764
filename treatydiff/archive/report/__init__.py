"""Renders what archives answer: matrices, searches, checks, listings."""

from __future__ import annotations

from treatydiff.report.kit.renderings import SETTINGS, TERMINAL, Rendering, Renderings

_HERE = "treatydiff.archive.report"
_MODEL = "treatydiff.archive.model"
_RUNS = f"{_HERE}.run_reports"

RENDERINGS = (
    Renderings(
        f"{_MODEL}:Matrix",
        "a matrix",
        (
            Rendering("terminal", ".txt", f"{_HERE}.matrix_terminal", "matrix_terminal", TERMINAL),
            Rendering("csv", ".csv", f"{_HERE}.matrix_data", "matrix_csv"),
            Rendering("json", ".json", f"{_HERE}.matrix_data", "matrix_json", SETTINGS),
            Rendering("html", ".html", f"{_HERE}.matrix_html", "matrix_html"),
            Rendering("svg", ".svg", f"{_HERE}.matrix_svg", "matrix_svg"),
        ),
    ),
    Renderings(
        f"{_MODEL}:IndexRun",
        "a run over an archive",
        (
            Rendering("terminal", ".txt", _RUNS, "index_run_terminal"),
            Rendering("json", ".json", _RUNS, "index_run_json"),
        ),
    ),
    Renderings(
        f"{_MODEL}:DescribedArchive",
        "a listing",
        (
            Rendering("terminal", ".txt", _RUNS, "described_toml"),
            Rendering("toml", ".toml", _RUNS, "described_toml"),
            Rendering("json", ".json", _RUNS, "described_json"),
        ),
    ),
    Renderings(
        f"{_MODEL}:ClearedCache",
        "a cleared cache",
        (
            Rendering("terminal", ".txt", _RUNS, "cleared_terminal"),
            Rendering("json", ".json", _RUNS, "cleared_json"),
        ),
    ),
    Renderings(
        f"{_MODEL}:SearchResult",
        "a search",
        (
            Rendering("terminal", ".txt", f"{_HERE}.search_reports", "search_terminal", TERMINAL),
            Rendering("json", ".json", f"{_HERE}.search_reports", "search_json"),
        ),
    ),
    Renderings(
        f"{_MODEL}:Precedents",
        "a list of precedents",
        (
            Rendering("terminal", ".txt", f"{_HERE}.search_reports", "precedents_terminal", TERMINAL),
            Rendering("json", ".json", f"{_HERE}.search_reports", "precedents_json"),
        ),
    ),
    Renderings(
        f"{_MODEL}:ArchiveCheck",
        "a check of an archive",
        (
            Rendering("terminal", ".txt", f"{_HERE}.check_terminal", "archive_check_terminal", TERMINAL),
            Rendering("junit", ".xml", f"{_HERE}.check_reports", "archive_check_junit"),
            Rendering("github", ".txt", f"{_HERE}.check_reports", "archive_check_annotations", ("folder",)),
            Rendering("markdown", ".md", f"{_HERE}.check_reports", "archive_check_markdown"),
            Rendering("json", ".json", f"{_HERE}.check_reports", "archive_check_json"),
        ),
    ),
)
