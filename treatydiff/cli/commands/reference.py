"""`treatydiff reference build`: the table of counts that consonance takes its weights from."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.failures import say
from treatydiff.cli.options import FolderReading, QuietOption
from treatydiff.cli.signatures import command
from treatydiff.errors import ReadError, TreatydiffError
from treatydiff.settings import Settings

if TYPE_CHECKING:
    from treatydiff.model.progress import Progress

app = typer.Typer(help="Tables of counts that consonance takes its weights from.")

_DRAFT_SUFFIXES = frozenset({".pdf", ".docx", ".txt", ".md", ".html", ".htm"})


@app.callback()
def _group() -> None:
    """Tables of counts that consonance takes its weights from."""


@app.command(short_help="Count words and runs of words over treaties.")
@command()
def build(
    source: Annotated[
        Path, typer.Argument(metavar="FOLDER|JSONL", help="Drafts in a folder, or one treaty a line.")
    ],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The table to write.")],
    name: Annotated[
        str, typer.Option("--id", metavar="ID", help="What the table is called in reports.")
    ] = "own-1",
    quiet: QuietOption = False,
    *,
    reading: FolderReading,
) -> None:
    """Count words and runs of words over many treaties, English ones unless --language says otherwise.

    The table holds no text.
    """
    from treatydiff.cli.progress import shown_progress
    from treatydiff.cli.writing import check_target, write_result
    from treatydiff.score.reference_build import build_reference

    language = reading.language or "en"
    settings = replace(reading, language=language).settings()
    check_target(output)
    with shown_progress(quiet=quiet) as progress:
        table = build_reference(_treaties(source, settings, progress), reference_id=name, language=language)
    write_result(table, output)


def _treaties(source: Path, settings: Settings, progress: Progress) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Name and clauses of every treaty of a folder or a JSONL file."""
    from treatydiff.score.reference_build import treaties_from_jsonl

    if source.is_dir():
        yield from _treaties_of_folder(source, settings, progress)
        return
    try:
        data = source.read_bytes()
        text = (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8")
    except (OSError, EOFError, UnicodeDecodeError) as fault:
        raise ReadError(
            f"cannot be read: {fault}", where=source.name, hint="a folder or a JSONL file is wanted"
        ) from None
    for number, treaty in enumerate(treaties_from_jsonl(text.splitlines())):
        progress("counting treaties", number, 0)
        yield treaty


def _treaties_of_folder(
    folder: Path, settings: Settings, progress: Progress
) -> Iterator[tuple[str, tuple[str, ...]]]:
    from treatydiff.pipeline import read_draft

    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _DRAFT_SUFFIXES)
    if not files:
        raise ReadError("holds no PDF, DOCX, text or Markdown file", where=folder.name)
    for number, path in enumerate(files):
        progress("counting treaties", number, len(files))
        try:
            draft = read_draft(path, settings)
        except TreatydiffError as fault:
            say(f"treatydiff: left out: {fault}")
            continue
        yield path.stem, tuple(clause.text for unit in draft.units() for clause in unit.clauses())
