"""`treatydiff compare A B`: what became of every provision, and how consonant the texts are."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from treatydiff.cli.failures import FoundError
from treatydiff.cli.options import (
    BracketsOption,
    ColourOption,
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
from treatydiff.errors import UsageError

if TYPE_CHECKING:
    # The model is dozens of dataclasses; --help need not make them.
    from treatydiff.model import Comparison, EditClass
    from treatydiff.settings import Settings

_FLOORS = (
    "carried", "derived", "symmetric", "carried_same_force", "derived_same_force", "verbatim_carried",
    "verbatim_derived",
)  # fmt: skip

_DRAFT_HELP = "PDF, DOCX, text or Markdown; - for stdin; narrow with #part_II or #art_5-art_12."


def compare(
    a: Annotated[str, typer.Argument(metavar="A", help=f"The earlier draft: {_DRAFT_HELP}")],
    b: Annotated[str, typer.Argument(metavar="B", help="The later draft.")],
    form: Annotated[
        str,
        typer.Option(
            "-f",
            "--format",
            metavar="NAME",
            help="terminal, json, html, csv, docx, markdown, github, svg or junit.",
        ),
    ] = "terminal",
    output: OutputOption = None,
    report: Annotated[
        list[str] | None,
        typer.Option("--report", metavar="NAME=FILE", help="Write a further report; repeatable."),
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 1 if anything changed but numbers.")
    ] = False,
    fail_under: Annotated[
        list[str] | None,
        typer.Option("--fail-under", metavar="SCORE=SHARE", help="Exit 1 below it: carried=0.60."),
    ] = None,
    reference: Annotated[
        str | None,
        typer.Option("--reference", metavar="auto|none|FILE", help="Where the weights of words come from."),
    ] = None,
    ancestors: Annotated[
        list[str] | None,
        typer.Option(
            "--ancestors", metavar="EARLIER", help="An earlier instrument that both may draw on; repeatable."
        ),
    ] = None,
    theme: Annotated[
        str | None,
        typer.Option("--theme", metavar="NAME", help="Only the rows that speak of it: data_protection."),
    ] = None,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain",
            metavar="ID",
            help="How the shares of one row add up (art_6; a:art_6 is A's), as terminal or json.",
        ),
    ] = None,
    summary: Annotated[
        bool, typer.Option("--summary", help="Leave the clauses out on the terminal.")
    ] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="CLASS,...",
            help="Show only clauses with such changes: substantive, consequential, editorial, "
            "typographic, bracket.",
        ),
    ] = None,
    author: Annotated[
        str | None, typer.Option("--author", metavar="NAME", help="Whom the changes of a docx are of.")
    ] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DATE", help="Their date; else SOURCE_DATE_EPOCH, else a fixed one."),
    ] = None,
    layout: Annotated[
        str | None, typer.Option("--layout", metavar="redline|table", help="What a docx shows.")
    ] = None,
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
    """Compare two drafts clause by clause and measure their consonance."""
    from treatydiff.cli.configuration import report_date, settings_for, wants_colour
    from treatydiff.cli.drafts import load_drafts, refuse_two_stdins
    from treatydiff.cli.inputs import reference_table, themes_text
    from treatydiff.cli.progress import shown_progress
    from treatydiff.cli.writing import check_target, report_target, write_result
    from treatydiff.pipeline import compare_drafts, has_changes
    from treatydiff.rendering import find_report, render_report
    from treatydiff.report.comparison.as_terminal import comparison_terminal
    from treatydiff.studies.derivation.derive import about_theme

    settings = settings_for(
        {
            "language": language,
            "revisions": revisions,
            "ocr": ocr,
            "drafting_marks": drafting_marks,
            "brackets": brackets,
            "reference": reference,
        }
    )
    main_report = find_report(form)
    further = [(find_report(name), path) for name, path in map(report_target, report or ())]
    choices = {"author": author, "date": report_date(date), "layout": layout}
    classes = _classes(only or ())
    floors = [_floor(text) for text in fail_under or ()]
    for target in (output, *(path for _, path in further)):
        check_target(target)
    refuse_two_stdins([a, b, *(ancestors or ())])
    with shown_progress(quiet=quiet) as progress:
        first, second, *earlier = load_drafts(
            [a, b, *(ancestors or ())], settings, stdin_format=stdin_format, progress=progress
        )
        table = reference_table(settings)
        narrowed = first.is_narrowed or second.is_narrowed
        comparison = compare_drafts(
            first.draft, second.draft, settings, reference_table=table,
            ancestors=[each.draft for each in earlier], themes=themes_text(settings),
            whole=(first.whole, second.whole) if narrowed else None, progress=progress,
        )  # fmt: skip
    if theme:
        comparison = about_theme(comparison, theme)
    if explain:
        width_asked = terminal_width(width)
        write_result(_explained(comparison, explain, settings, table, form, width_asked), output)
        return
    for other, path in further:
        write_result(render_report(other, comparison, {**choices, "only": classes}), path)
    if form == "terminal":
        coloured = wants_colour(colour, terminal=output is None and sys.stdout.isatty())
        text: str | bytes = comparison_terminal(
            comparison, width=terminal_width(width), colour=coloured, clauses=not summary, only=classes
        )
    else:
        text = render_report(main_report, comparison, {**choices, "only": classes})
    write_result(text, output)
    _judge(comparison, floors, changed=exit_code and has_changes(comparison))


def _explained(
    comparison: Comparison, id_: str, settings: Settings, table: bytes | None, form: str, width: int
) -> str:
    from treatydiff.studies.derivation.derive import explain_provision
    from treatydiff.studies.derivation.explanation_reports import explanation_as_json, explanation_terminal

    if form not in ("terminal", "json"):
        raise UsageError(f"--explain cannot be rendered as {form!r}", hint="-f terminal or -f json")
    explanation = explain_provision(comparison, id_, settings, table)
    if form == "json":
        return explanation_as_json(explanation, comparison)
    return explanation_terminal(explanation, comparison, width=width)


def _classes(named: Sequence[str]) -> tuple[EditClass, ...]:
    """The classes of edits that `--only` names, each once.

    Raises:
        UsageError: there is no such class.
    """
    from treatydiff.model import EditClass

    known: tuple[EditClass, ...] = get_args(EditClass)
    asked = [word.strip() for words in named for word in words.split(",") if word.strip()]
    for word in asked:
        if word not in known:
            raise UsageError(f"there is no class of changes {word!r}", hint=f"one of {', '.join(known)}")
    return tuple(each for each in known if each in asked)


def _floor(text: str) -> tuple[str, float]:
    name, _, share = text.partition("=")
    try:
        value = float(share)
    except ValueError:
        raise UsageError(
            f"--fail-under takes SCORE=SHARE, not {text!r}", hint="--fail-under carried=0.60"
        ) from None
    if name not in _FLOORS:
        raise UsageError(f"there is no score {name!r}", hint=f"one of {', '.join(_FLOORS)}")
    if not 0.0 <= value <= 1.0:
        raise UsageError(f"a share lies between 0 and 1, not {share}")
    return name, value


def _judge(comparison: Comparison, floors: list[tuple[str, float]], *, changed: bool) -> None:
    """Exit code 1 for what the user asked to be told of.

    Raises:
        FoundError: a score is below its floor, or there are changes.
    """
    for name, floor in floors:
        value: float | None = getattr(comparison.scores.document, name)
        if value is None:
            raise FoundError(f"{name} was not measured, so it cannot be at least {floor:g}")
        if value < floor:
            raise FoundError(f"{name} is {value:.4f}, below {floor:g}")
    if changed:
        raise FoundError
