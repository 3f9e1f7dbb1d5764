"""One run of a command, the same for all: settings, drafts, the result, its renderings, where they go."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from treatydiff.cli.drafts import NamedDraft, load_drafts, refuse_two_stdins
from treatydiff.cli.options import Writing
from treatydiff.cli.progress import shown_progress
from treatydiff.cli.writing import check_target, report_target, write_result
from treatydiff.model.progress import Progress
from treatydiff.rendering import Format, find_format

if TYPE_CHECKING:
    from treatydiff.model import Draft
    from treatydiff.settings import Settings

WIDTH, WIDEST = 80, 120
"""Columns of terminal output that goes to no terminal, and the most that a terminal's width is used of."""

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Run:
    """What a command makes its result with.

    `names` are the arguments that name drafts; all of them are read at once when the first is asked for.
    """

    settings: Settings
    stdin_format: str | None
    progress: Progress
    names: tuple[str, ...] = ()
    _read: dict[str, NamedDraft] = field(default_factory=dict)

    def draft(self, name: str) -> Draft:
        """The draft that an argument names.

        Raises:
            ReadError, ScopeError, UsageError: what the name says is not there.
        """
        return self._named(name).draft

    def drafts(self, names: Iterable[str]) -> list[Draft]:
        """The drafts that some arguments name, in their order."""
        return [self.draft(name) for name in names]

    def draft_with_whole(self, name: str) -> tuple[Draft, Draft]:
        """The draft that an argument names, and the whole it was narrowed from (itself, if it was not)."""
        named = self._named(name)
        return named.draft, named.whole

    def _named(self, name: str) -> NamedDraft:
        if name not in self._read:
            wanted = tuple(dict.fromkeys(self.names if name in self.names else (name,)))
            read = load_drafts(wanted, self.settings, stdin_format=self.stdin_format, progress=self.progress)
            self._read.update(zip(wanted, read, strict=True))
        return self._read[name]

    def reference_table(self) -> bytes | None:
        """The bytes of the table of weights that the settings name, where they name a file."""
        from treatydiff.reading.beside import reference_table

        return reference_table(self.settings)

    def themes(self) -> str | None:
        """The text of the file of themes that the settings name, where they name one."""
        from treatydiff.reading.beside import themes_text

        return themes_text(self.settings)


def run_command(
    result: str,
    settings: Settings,
    writing: Writing,
    make: Callable[[Run], Result],
    *,
    names: Sequence[str] = (),
    stdin_format: str | None = None,
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
        stdin_format: what stdin holds; sniffed if None.
        choices: what the renderings depend on, beside the width and colour of a terminal and the settings.

    Returns:
        The result, for whoever judges it.

    Raises:
        TreatydiffError: the options contradict one another, or something cannot be read or written.
    """
    main = find_format(result, writing.form), writing.output
    further = [(find_format(result, name), path) for name, path in map(report_target, writing.report or ())]
    for _, target in (main, *further):
        check_target(target)
    refuse_two_stdins(names)
    with shown_progress(quiet=writing.quiet) as progress:
        made = make(Run(settings, stdin_format, progress, tuple(names)))
    for format_, target in (*further, main):
        write_result(_rendered(format_, made, target, settings, writing, choices or {}), target)
    return made


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
