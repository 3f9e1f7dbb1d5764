"""`treatydiff outline` and `treatydiff text`: one draft as the tool understands it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from treatydiff.cli.options import (
    BracketsOption,
    ColourOption,
    DraftArgument,
    DraftingMarksOption,
    LanguageOption,
    OcrOption,
    OutputOption,
    QuietOption,
    RevisionsOption,
    StdinFormatOption,
    WidthOption,
    terminal_width,
)


def outline(
    draft: DraftArgument,
    form: Annotated[
        str, typer.Option("-f", "--format", metavar="NAME", help="terminal, json or akn (Akoma Ntoso).")
    ] = "terminal",
    receipt: Annotated[
        bool, typer.Option("--receipt", help="Account for every character of the source.")
    ] = False,
    output: OutputOption = None,
    language: LanguageOption = None,
    revisions: RevisionsOption = None,
    ocr: OcrOption = None,
    drafting_marks: DraftingMarksOption = None,
    brackets: BracketsOption = None,
    stdin_format: StdinFormatOption = None,
    colour: ColourOption = "auto",
    width: WidthOption = None,
    quiet: QuietOption = False,
) -> None:
    """Show how a draft is divided into instruments, articles and paragraphs."""
    from treatydiff.cli.configuration import settings_for, wants_colour
    from treatydiff.cli.drafts import load_draft
    from treatydiff.cli.progress import shown_progress
    from treatydiff.cli.writing import check_target, write_result
    from treatydiff.model import Draft
    from treatydiff.rendering import find_format

    settings = settings_for({
        "language": language, "revisions": revisions, "ocr": ocr, "drafting_marks": drafting_marks,
        "brackets": brackets,
    })  # fmt: skip
    render = find_format(Draft, form).render
    check_target(output)
    with shown_progress(quiet=quiet) as progress:
        parsed = load_draft(draft, settings, stdin_format=stdin_format, progress=progress)
    if form == "json":
        write_result(render(parsed, settings=settings), output)
        return
    if form != "terminal":
        write_result(render(parsed), output)
        return
    coloured = wants_colour(colour, terminal=output is None and sys.stdout.isatty())
    write_result(render(parsed, width=terminal_width(width), colour=coloured, receipt=receipt), output)


def text(
    draft: DraftArgument,
    output: OutputOption = None,
    language: LanguageOption = None,
    revisions: RevisionsOption = None,
    ocr: OcrOption = None,
    drafting_marks: DraftingMarksOption = None,
    brackets: BracketsOption = None,
    stdin_format: StdinFormatOption = None,
    quiet: QuietOption = False,
) -> None:
    """Print a draft's numbers, headings and text, one clause a line, without notes and furniture."""
    from treatydiff.cli.configuration import settings_for
    from treatydiff.cli.drafts import load_draft
    from treatydiff.cli.progress import shown_progress
    from treatydiff.cli.writing import check_target, write_result
    from treatydiff.report.draft.as_text import draft_text

    settings = settings_for({
        "language": language, "revisions": revisions, "ocr": ocr, "drafting_marks": drafting_marks,
        "brackets": brackets,
    })  # fmt: skip
    check_target(output)
    with shown_progress(quiet=quiet) as progress:
        parsed = load_draft(draft, settings, stdin_format=stdin_format, progress=progress)
    write_result(draft_text(parsed), output)
