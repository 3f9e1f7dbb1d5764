"""The options that several commands share, each said once, in the groups in which commands take them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from treatydiff.errors import UsageError
from treatydiff.records import dataclass

if TYPE_CHECKING:
    from treatydiff.settings import Settings

DraftArgument = Annotated[
    str,
    typer.Argument(
        metavar="DRAFT",
        help="PDF, DOCX, text or Markdown; - for stdin; narrow with '#Part II' or #art_5-art_12.",
    ),
]
ChainArgument = Annotated[
    list[str], typer.Argument(metavar="DRAFT...", help="Two drafts or more, the earliest first.")
]
FolderArgument = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of drafts.")]
OutputOption = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here instead of stdout.")
]
QuietOption = Annotated[bool, typer.Option("-q", "--quiet", help="No progress on stderr.")]
LanguageOption = Annotated[
    str | None,
    typer.Option("--language", metavar="CODE", help="Language of the drafts, instead of detecting it."),
]
ReferenceOption = Annotated[
    str | None,
    typer.Option("--reference", metavar="auto|none|FILE", help="Where the weights of words come from."),
]


_COLOURS = ("auto", "always", "never")
_NO_SETTINGS = frozenset({"stdin_format", "label", "confidential"})
"""Options of reading that are no settings: they say nothing of what a file holds."""


@dataclass(frozen=True, slots=True)
class ReadingChoices:
    """How drafts are read, whatever they are read from; None where an option is not given."""

    revisions: Annotated[
        str | None,
        typer.Option(
            "--revisions",
            metavar="accept|reject",
            help="Which side of tracked changes to read; compare -f docx also takes keep: those of the "
            "marked file stay.",
        ),
    ] = None
    brackets: Annotated[
        str | None,
        typer.Option(
            "--brackets",
            metavar="in|out|option:N|as-is",
            help="Read brackets and options one way: all in, all out, the N-th of each group, or as printed.",
        ),
    ] = None
    ocr: Annotated[
        str | None,
        typer.Option(
            "--ocr",
            metavar="auto|always|never",
            help="Recognise the text of scans with ocrmypdf (default: never).",
        ),
    ] = None
    drafting_marks: Annotated[
        str | None,
        typer.Option(
            "--drafting-marks",
            metavar="keep|apply",
            help="apply: struck-through words are deleted, underlined ones inserted (default: keep).",
        ),
    ] = None
    column: Annotated[
        int | None,
        typer.Option(
            "--column",
            metavar="N",
            help="Which column to read of a table that sets texts side by side (default: all).",
        ),
    ] = None

    legend: Annotated[
        Path | None,
        typer.Option(
            "--legend",
            metavar="FILE",
            help='What colours mean: a TOML file with lines such as green = "agreed".',
        ),
    ] = None

    def settings(
        self, *, fixed: Mapping[str, str] | None = None, folder: Path | None = None, **further: Any
    ) -> Settings:
        """The settings of a run: these options, the environment and the settings files.

        Args:
            fixed: settings that the command cannot do otherwise than so.
            folder: of an archive, whose own settings file counts wherever the command is run.
            further: settings from options of the command's own; None where not given.

        Raises:
            SettingsError: a name is unknown or a value impossible.
            UsageError: an option asks for another reading than the fixed one.
        """
        from treatydiff.cli.configuration import settings_for

        names = [each.name for each in fields(self) if each.name not in _NO_SETTINGS]
        given = {name: getattr(self, name) for name in names}
        if self.legend is not None:
            from treatydiff.reading.beside import legend_text

            given["legend"] = legend_text(self.legend)
        for name, value in (fixed or {}).items():
            if given.get(name) not in (None, value):
                option = f"--{name.replace('_', '-')}"
                raise UsageError(f"{option} is always {value} here", hint=f"leave {option} out")
        return settings_for({**given, **further, **(fixed or {})}, folder=folder)


@dataclass(frozen=True, slots=True)
class FolderReading(ReadingChoices):
    """How the drafts of a folder are read."""

    language: LanguageOption = None


@dataclass(frozen=True, slots=True)
class VersionsReading(ReadingChoices):
    """How language versions are read, and what they are called: no one language is theirs."""

    stdin_format: Annotated[
        str | None,
        typer.Option("--stdin-format", metavar="TYPE", help="What stdin holds: pdf, docx, md, html or txt."),
    ] = None
    label: Annotated[
        list[str] | None,
        typer.Option(
            "--label", metavar="A=NAME", help="What reports call the first draft named; B is the second, ..."
        ),
    ] = None
    confidential: Annotated[
        bool,
        typer.Option(
            "--confidential", help="Keep nothing, call drafts Draft A and Draft B, mark every report."
        ),
    ] = False

    def names_of(self, count: int) -> tuple[str | None, ...]:
        """What the drafts of a command line are called, in their order; None for what their files are called.

        Args:
            count: how many drafts the command line names.

        Raises:
            UsageError: a label is none, is given to no draft or twice, or two drafts share one.
        """
        from treatydiff.cli.labels import names_of

        return names_of(self.label or (), count, neutral=self.confidential)


@dataclass(frozen=True, slots=True)
class FullReading(VersionsReading):
    """How the drafts that a command line names are read."""

    language: LanguageOption = None


@dataclass(frozen=True, slots=True)
class Nearing:
    """Whether texts that are compared are drafts of one another; judged by wording where neither is given."""

    near: Annotated[
        bool, typer.Option("--near", help="Drafts of one another, whatever their wording says.")
    ] = False
    far: Annotated[
        bool,
        typer.Option("--far", help="Different instruments: a pair must show more, nothing is moved."),
    ] = False

    def chosen(self) -> str | None:
        """The setting that the options ask for; None where they do not.

        Raises:
            UsageError: both are given.
        """
        if self.near and self.far:
            raise UsageError("--near and --far exclude one another", hint="leave one of them out")
        return "near" if self.near else "far" if self.far else None


@dataclass(frozen=True, slots=True)
class Writing:
    """Where a result goes, and in which formats."""

    form: str = "terminal"
    """`-f`: its help and its default are those of the command's result."""
    output: OutputOption = None
    report: Annotated[
        list[str] | None,
        typer.Option("--report", metavar="NAME=FILE", help="Write a further report; repeatable."),
    ] = None
    width: Annotated[
        int | None, typer.Option("--width", metavar="COLUMNS", help="Width of terminal output.", min=40)
    ] = None
    colour: Annotated[
        str,
        typer.Option("--colour", "--color", metavar="auto|always|never", help="Colours on the terminal."),
    ] = "auto"
    open_page: Annotated[
        bool, typer.Option("--open", help="Write the page (html) and open it in the browser.")
    ] = False
    no_pager: Annotated[bool, typer.Option("--no-pager", help="Write to the terminal in one go.")] = False
    quiet: QuietOption = False

    def __post_init__(self) -> None:
        """Refuse what no terminal knows.

        Raises:
            UsageError: there is no such choice of colours.
        """
        if self.colour not in _COLOURS:
            raise UsageError(
                f"there is no choice {self.colour!r} of colours", hint=f"one of {', '.join(_COLOURS)}"
            )


@dataclass(frozen=True, slots=True)
class Indexing:
    """How the index of an archive is brought up to date, and by whom."""

    index: Annotated[
        Path | None,
        typer.Option("--index", metavar="FILE", help="The index, instead of DIR/.treatydiff/archive.sqlite."),
    ] = None
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", metavar="N", help="Processes that share the work.", min=1)
    ] = 1
    scheduler: Annotated[
        str | None,
        typer.Option("--scheduler", metavar="ADDRESS", help="A Dask scheduler: tcp://host:8786, tls://..."),
    ] = None
    tls_ca: Annotated[
        Path | None,
        typer.Option("--tls-ca", metavar="FILE", help="The authority that the scheduler is known by."),
    ] = None
    tls_cert: Annotated[
        Path | None, typer.Option("--tls-cert", metavar="FILE", help="The certificate shown to it.")
    ] = None
    tls_key: Annotated[
        Path | None, typer.Option("--tls-key", metavar="FILE", help="The key of that certificate.")
    ] = None
