"""The options that several commands share, each said once."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

DraftArgument = Annotated[
    str,
    typer.Argument(
        metavar="DRAFT",
        help="PDF, DOCX, text or Markdown; - for stdin; narrow with #part_II or #art_5-art_12.",
    ),
]
OutputOption = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here instead of stdout.")
]
QuietOption = Annotated[bool, typer.Option("-q", "--quiet", help="No progress on stderr.")]
LanguageOption = Annotated[
    str | None,
    typer.Option("--language", metavar="CODE", help="Language of the drafts, instead of detecting it."),
]
RevisionsOption = Annotated[
    str | None,
    typer.Option("--revisions", metavar="accept|reject", help="Which side of tracked changes to read."),
]
BracketsOption = Annotated[
    str | None,
    typer.Option(
        "--brackets",
        metavar="in|out|option:N|as-is",
        help="Read brackets and options one way: all in, all out, the N-th of each group, or as printed.",
    ),
]
OcrOption = Annotated[
    str | None,
    typer.Option(
        "--ocr",
        metavar="auto|always|never",
        help="Recognise the text of scans with ocrmypdf (default: never).",
    ),
]
DraftingMarksOption = Annotated[
    str | None,
    typer.Option(
        "--drafting-marks",
        metavar="keep|apply",
        help="apply: struck-through words are deleted, underlined ones inserted (default: keep).",
    ),
]
StdinFormatOption = Annotated[
    str | None,
    typer.Option("--stdin-format", metavar="TYPE", help="What stdin holds: pdf, docx, md, html or txt."),
]
ColourOption = Annotated[
    str, typer.Option("--colour", "--color", metavar="auto|always|never", help="Colours on the terminal.")
]
WidthOption = Annotated[
    int | None, typer.Option("--width", metavar="COLUMNS", help="Width of terminal output.", min=40)
]


def terminal_width(asked: int | None) -> int:
    """Columns to write: as asked, else the terminal's (at most 120), else 80."""
    if asked is not None:
        return asked
    return min(shutil.get_terminal_size((80, 24)).columns, 120) if sys.stdout.isatty() else 80
