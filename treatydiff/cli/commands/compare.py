"""`treatydiff compare A B`: what became of every provision, and how consonant the texts are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from treatydiff.cli.drafts import word_file
from treatydiff.cli.failures import FoundError, say
from treatydiff.cli.inputs import Inputs
from treatydiff.cli.lexicons import LexiconOption, read_lexicons
from treatydiff.cli.options import FullReading, Nearing, ReferenceOption, Writing
from treatydiff.cli.run import makes_word, run_command
from treatydiff.cli.signatures import command
from treatydiff.errors import UsageError

if TYPE_CHECKING:
    # The model is dozens of dataclasses; --help need not make them.
    from treatydiff.model import Comparison, Draft, EditClass
    from treatydiff.settings import Settings
    from treatydiff.studies.across.model import AcrossComparison
    from treatydiff.studies.derivation.model import ExplainedRow

COMPARISON = "treatydiff.model.comparison:Comparison"
EXPLANATION = "treatydiff.studies.derivation.model:ExplainedRow"

_FLOORS = (
    "carried", "derived", "symmetric", "carried_same_force", "derived_same_force", "verbatim_carried",
    "verbatim_derived",
)  # fmt: skip

_DRAFT_HELP = "PDF, DOCX, text or Markdown; - for stdin; narrow with '#Part II' or #art_5-art_12."


@command(COMPARISON)
def compare(
    a: Annotated[str, typer.Argument(metavar="A", help=f"The earlier draft: {_DRAFT_HELP}")],
    b: Annotated[str, typer.Argument(metavar="B", help="The later draft.")],
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 1 if anything changed but numbers.")
    ] = False,
    guard_agreed: Annotated[
        bool,
        typer.Option(
            "--guard-agreed", help="Exit 1 if B changed text that A prints as agreed, or lost its mark."
        ),
    ] = False,
    fail_under: Annotated[
        list[str] | None,
        typer.Option("--fail-under", metavar="SCORE=SHARE", help="Exit 1 below it: carried=0.60."),
    ] = None,
    reference: ReferenceOption = None,
    lexicon: LexiconOption = None,
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
            help="How the shares of one row add up ('Article 6'; a:art_6 is A's), as terminal or json.",
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
        str | None,
        typer.Option(
            "--layout",
            metavar="own|plain|table",
            help="What a docx is: the draft's own file with the changes tracked in it (the default where one "
            "is a Word file), a redline of its own, or two columns.",
        ),
    ] = None,
    scrub: Annotated[
        bool, typer.Option("--scrub", help="Take who made the file out of a docx in the draft's own file.")
    ] = False,
    summary_page: Annotated[
        bool, typer.Option("--summary-page", help="Add a last page that says what was compared.")
    ] = False,
    *,
    reading: FullReading,
    nearing: Nearing,
    writing: Writing,
) -> None:
    """Compare two drafts clause by clause and measure their consonance."""
    from treatydiff.cli.configuration import report_date

    in_word = makes_word(writing)
    if not in_word:
        _only_of_word(
            {"--author": author, "--date": date, "--layout": layout, "--scrub": scrub,
             "--summary-page": summary_page}
        )  # fmt: skip
    keeps = reading.revisions == "keep"
    if keeps:
        reading = _keeping(reading, layout, in_word=in_word)
    settings = reading.settings(reference=reference, nearness=nearing.chosen())
    choices: dict[str, object] = {
        "author": author, "date": report_date(date), "layout": layout, "clauses": not summary,
        "only": _classes(only or ()), "scrub": scrub, "summary_page": summary_page,
        "keep_revisions": keeps, "tell": _tell,
    }  # fmt: skip
    floors = [_floor(text) for text in fail_under or ()]
    names = [a, b, *(ancestors or ())]

    word_based = _word_based(
        {"--fail-under": fail_under, "--ancestors": ancestors, "--theme": theme, "--explain": explain,
         "--only": only, "--guard-agreed": guard_agreed, "--reference": reference, "--near": nearing.near,
         "--far": nearing.far}
    )  # fmt: skip

    def make(inputs: Inputs) -> Comparison | AcrossComparison:
        drafts = inputs.drafts([a, b])
        if drafts[0].language != drafts[1].language:
            return _across(drafts[0], drafts[1], word_based, settings, lexicon)
        if lexicon:
            raise UsageError(
                f"--lexicon is for drafts in different languages, and both are in {drafts[0].language}",
                hint="leave it out",
            )
        comparison = _compared(inputs, a, b, ancestors or (), theme, keeps=keeps)
        if in_word:
            choices["files"] = tuple(word_file(name, settings) for name in (a, b))
        return comparison

    def make_explanation(inputs: Inputs) -> ExplainedRow:
        from treatydiff.model import Comparison
        from treatydiff.studies.derivation.derive import explain_provision

        comparison = make(inputs)
        assert isinstance(comparison, Comparison)  # across languages --explain is refused before
        return explain_provision(comparison, explain or "", settings, inputs.reference_table())

    if explain:
        run_command(EXPLANATION, settings, writing, make_explanation, names=names, reading=reading)
        return
    from treatydiff.model import Comparison

    comparison = run_command(
        COMPARISON,
        settings,
        writing,
        make,
        names=names,
        beside=lexicon or (),
        reading=reading,
        choices=choices,
    )
    if not isinstance(comparison, Comparison):
        told = (not row.a or not row.b or row.mismatches or row.alone for row in comparison.units)
        if exit_code and any(told):
            raise FoundError
        return
    if guard_agreed and comparison.agreed:
        from treatydiff.report.comparison.agreed_views import agreed_headline

        raise FoundError(agreed_headline(comparison))
    _judge(comparison, floors, exit_code=exit_code)


def _only_of_word(given: Mapping[str, object]) -> None:
    """Refuse what would have no effect.

    Raises:
        UsageError: an option of Word files is given where none is written.
    """
    for name, value in given.items():
        if value:
            raise UsageError(f"{name} is for a docx, and none is written", hint="-f docx -o redline.docx")


def _keeping(reading: FullReading, layout: str | None, *, in_word: bool) -> FullReading:
    """How drafts are read where the tracked changes of the marked file are to stay.

    Raises:
        UsageError: no redline in the draft's own file is asked for.
    """
    if not in_word or layout not in (None, "own"):
        raise UsageError(
            "--revisions keep is for a redline in the draft's own file", hint="-f docx --layout own"
        )
    return replace(reading, revisions="accept")


def _word_based(given: Mapping[str, object]) -> tuple[str, ...]:
    """The options given that need the words of both drafts to be of one language."""
    return tuple(name for name, value in given.items() if value)


def _across(
    a: Draft, b: Draft, word_based: Sequence[str], settings: Settings, lexicons: Sequence[Path] | None
) -> AcrossComparison:
    """The comparison of two drafts in different languages.

    Raises:
        UsageError: an option was given that compares words.
    """
    from treatydiff.studies.across.compare import compare_across

    if word_based:
        raise UsageError(
            f"{word_based[0]} compares words, and the drafts are in different languages: {a.source.label} in "
            f"{a.language}, {b.source.label} in {b.language}",
            hint=f"leave {word_based[0]} out; --language overrides the detection",
        )
    known = read_lexicons(lexicons, settings)
    return compare_across(a, b, lexicons=known, settings=settings.changed())


def _tell(line: str) -> None:
    say(f"treatydiff: {line}")


def _compared(
    inputs: Inputs, a: str, b: str, ancestors: Sequence[str], theme: str | None, *, keeps: bool
) -> Comparison:
    from treatydiff.cli.comparing import compared

    in_a, in_b, *earlier = inputs.with_wholes([a, b, *ancestors])
    if keeps and word_file(b, inputs.settings) is not None:
        # Its changes stay in the file; ours lead to the text that they were made on.
        in_b = inputs.read_otherwise(b, replace(inputs.settings, revisions="reject"))
    narrowed = in_a.draft is not in_a.whole or in_b.draft is not in_b.whole
    comparison = compared(
        inputs, in_a.draft, in_b.draft, ancestors=[each.draft for each in earlier],
        whole=(in_a.whole, in_b.whole) if narrowed else None,
    )  # fmt: skip
    if not theme:
        return comparison
    from treatydiff.studies.derivation.derive import about_theme

    return about_theme(comparison, theme)


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
        percent = value / 100 if 1.0 < value <= 100.0 else None
        hint = "" if percent is None else f"--fail-under {name}={percent:.2f}"
        raise UsageError(f"a share lies between 0 and 1, not {share}", hint=hint)
    return name, value


def _judge(comparison: Comparison, floors: list[tuple[str, float]], *, exit_code: bool) -> None:
    """Exit code 1 for what the user asked to be told of.

    Raises:
        FoundError: a score is below its floor, or there are changes.
    """
    from treatydiff.pipeline import has_changes

    for name, floor in floors:
        value: float | None = getattr(comparison.scores.document, name)
        if value is None:
            raise FoundError(f"{name} was not measured, so it cannot be at least {floor:g}")
        if value < floor:
            raise FoundError(f"{name} is {value:.4f}, below {floor:g}")
    if exit_code and has_changes(comparison):
        raise FoundError
