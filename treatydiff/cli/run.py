"""One run of a command, the same for all: settings, drafts, the result, its renderings, where they go."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from treatydiff.cli.drafts import refuse_two_stdins
from treatydiff.cli.failures import say
from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import VersionsReading, Writing
from treatydiff.cli.progress import shown_progress
from treatydiff.cli.writing import check_targets, report_target, write_result
from treatydiff.rendering import Format, find_format

if TYPE_CHECKING:
    from treatydiff.settings import Settings

WIDTH, WIDEST = 80, 120
"""Columns of terminal output that goes to no terminal, and the most that a terminal's width is used of."""

Result = TypeVar("Result")


def run_command(
    result: str,
    settings: Settings,
    writing: Writing,
    make: Callable[[Inputs], Result],
    *,
    names: Sequence[str] = (),
    beside: Sequence[Path | None] = (),
    reading: VersionsReading | None = None,
    choices: Mapping[str, object] | None = None,
) -> Result:
    """Make a result and write it in every format that was asked for.

    Whatever is wrong with the options is said before anything is read.

    Args:
        result: module and name of the type of the result ("treatydiff.model.draft:Draft").
        settings: of this run.
        writing: where the result goes, and in which formats.
        make: makes the result.
        names: the arguments that name drafts.
        beside: files that are read and are no drafts; None where one was not named.
        reading: how these are read, called and kept.
        choices: what the renderings depend on, beside the width and colour of a terminal and the settings.

    Returns:
        The result, for whoever judges it.

    Raises:
        TreatydiffError: the options contradict one another, or something cannot be read or written.
    """
    main = find_format(result, "html" if writing.open_page else writing.form), writing.output
    further = [(find_format(result, name), path) for name, path in map(report_target, writing.report or ())]
    read = [*names, settings.reference, settings.themes]
    read += [str(path) for path in (*beside, reading.legend if reading is not None else None) if path]
    check_targets((target for _, target in (main, *further)), read)
    refuse_two_stdins(names)
    page = (writing.output or _page_for_now()) if writing.open_page else None
    main = main[0], page or writing.output
    called = reading.names_of(len(names)) if reading is not None else ()
    with shown_progress(quiet=writing.quiet) as progress:
        made = make(Inputs(settings, reading, progress, tuple(names), called))
    if reading is not None and reading.confidential:
        # Only now: `make` adds to the choices what it has read (the files of a redline).
        choices = {**(choices or {}), "confidential": True}
    for format_, target in (*further, main):
        content = _rendered(_format_of(made, result, format_), made, target, settings, writing, choices or {})
        if target is None and isinstance(content, str) and _is_shown(content, writing):
            continue
        write_result(content, target)
    if page:
        from treatydiff.cli.showing import open_page

        open_page(page)
        say(f"treatydiff: the page is {page}")
    return made


def makes_word(writing: Writing) -> bool:
    """Whether a Word file is asked for, so that the bytes of the drafts are needed."""
    return writing.form == "docx" or any(each.startswith("docx=") for each in writing.report or ())


def _format_of(made: object, result: str, format_: Format) -> Format:
    """The format as the result itself has it: what was read may have asked for a result of another type.

    Raises:
        ReportError: the result has no such format.
    """
    type_ = type(made)
    if f"{type_.__module__}:{type_.__qualname__}" == result:
        return format_
    return find_format(made, format_.name)


def _is_shown(content: str, writing: Writing) -> bool:
    """Whether a person who watches stdout was shown the content by a pager."""
    if writing.no_pager or sys.stdout is None or not sys.stdout.isatty():
        return False
    from treatydiff.cli.showing import show_on_terminal

    return show_on_terminal(content)


def _page_for_now() -> Path:
    from treatydiff.cli.showing import page_for_now

    return page_for_now()


def _rendered(
    format_: Format,
    result: object,
    target: Path | None,
    settings: Settings,
    writing: Writing,
    choices: Mapping[str, object],
) -> str | bytes:
    from treatydiff.cli.configuration import wants_colour

    terminal = target is None and sys.stdout.isatty()
    return format_.render(
        result,
        width=_width(writing.width, terminal=terminal),
        colour=wants_colour(writing.colour, terminal=terminal),
        settings=settings.changed(),
        **choices,
    )


def _width(asked: int | None, *, terminal: bool) -> int:
    """Columns to write: as asked, else the terminal's as far as lines stay readable."""
    if asked is not None or not terminal:
        return asked or WIDTH
    return min(shutil.get_terminal_size((WIDTH, 24)).columns, WIDEST)
