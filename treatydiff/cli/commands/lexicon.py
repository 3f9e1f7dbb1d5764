"""`treatydiff lexicon`: which words of a language and of English answer to one another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import QuietOption, VersionsReading
from treatydiff.cli.signatures import command
from treatydiff.errors import LanguageError, UsageError

if TYPE_CHECKING:
    from treatydiff.model import Draft

app = typer.Typer(help="Lexicons of treaty words between a language and English.")


@app.callback()
def _group() -> None:
    """Lexicons of treaty words between a language and English."""


@app.command(short_help="Learn a lexicon from texts in two languages.")
@command()
def build(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="TEXT ENGLISH...",
            help="A text and its English version, and further such pairs in the same language.",
        ),
    ],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The lexicon to write.")],
    quiet: QuietOption = False,
    *,
    reading: VersionsReading,
) -> None:
    """Learn a lexicon from texts and their English versions, divided alike into articles and clauses.

    The lexicon holds words and weights, and no text.
    """
    from treatydiff.align.across.lexicon import encode_lexicon, lexicon_of
    from treatydiff.align.across.parallel import parallel_clauses
    from treatydiff.cli.progress import shown_progress
    from treatydiff.cli.writing import check_target, write_result

    if len(files) % 2:
        raise UsageError(
            "a lexicon is learned from pairs of texts, and one has no English version",
            hint="name each text and then its English version",
        )
    check_target(output)
    with shown_progress(quiet=quiet) as progress:
        drafts = Inputs(reading.settings(), reading, progress, tuple(files)).drafts(files)
    pairs = list(zip(drafts[::2], drafts[1::2], strict=True))
    language = _language_of(pairs)
    clauses = [clause for one, english in pairs for clause in parallel_clauses(one, english)]
    lexicon = lexicon_of(language, clauses, [english.source.label for _, english in pairs])
    if not lexicon.entries:
        raise UsageError("nothing was learned: the texts share no provisions with clauses in the same places")
    write_result(encode_lexicon(lexicon), output)
    typer.echo(f"{len(lexicon.entries):,} terms of {language} from {len(clauses):,} pairs of clauses")


def _language_of(pairs: list[tuple[Draft, Draft]]) -> str:
    """The language that all of the first texts are in.

    Raises:
        LanguageError: a second text is not in English, or the first ones are in several languages.
    """
    first = pairs[0][0]
    for one, english in pairs:
        if english.language != "en" or one.language == "en":
            wrong = english if english.language != "en" else one
            raise LanguageError(
                f"{wrong.source.label} is in {wrong.language}",
                hint="name each text and then its English version",
            )
        if one.language != first.language:
            raise LanguageError(
                f"the texts are in different languages: {first.source.label} in {first.language}, "
                f"{one.source.label} in {one.language}",
                hint="build one lexicon for each language",
            )
    return first.language


@app.command(short_help="Show what the lexicon knows of some words.")
def show(
    words: Annotated[list[str], typer.Argument(metavar="WORD...", help="Words of the language.")],
    language: Annotated[
        str, typer.Option("--language", metavar="CODE", help="Language of the words: ar, es, fr, ru or zh.")
    ],
) -> None:
    """Show what the lexicon that comes with the program knows of some words."""
    from treatydiff.align.across.lexicon import shipped_lexicon
    from treatydiff.language.across.stems import terms
    from treatydiff.language.registry import get_language

    get_language(language)
    lexicon = shipped_lexicon(language)
    if lexicon is None:
        raise LanguageError("English is what the other languages are held against", hint="name another one")
    for word in words:
        found = [each for term, _ in terms(word, language) for each in lexicon.entries.get(term, ())]
        said = ", ".join(f"{lexicon.english[each.term]} {each.weight:.2f}" for each in found)
        typer.echo(f"{word}\t{said or '-'}")
