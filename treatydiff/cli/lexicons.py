"""The option `--lexicon FILE`, for every command that holds drafts in different languages together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.errors import UsageError
from treatydiff.settings import Settings

if TYPE_CHECKING:
    from treatydiff.align.across.lexicon import Lexicon

LexiconOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon",
        metavar="FILE",
        help="A lexicon of `treatydiff lexicon build` instead of the one that comes with the program; "
        "one a language.",
    ),
]


def read_lexicons(files: Sequence[Path] | None, settings: Settings) -> dict[str, Lexicon]:
    """The lexicons that files hold, by language.

    Args:
        files: their paths.
        settings: with the bound on the size of a file.

    Raises:
        ReadError: a file cannot be read.
        ReferenceDataError: it is no lexicon.
        UsageError: two are of one language.
    """
    from treatydiff.align.across.lexicon import decode_lexicon
    from treatydiff.reading.reader import bytes_of

    found: dict[str, Lexicon] = {}
    for path in files or ():
        lexicon = decode_lexicon(bytes_of(path, settings), where=path.name)
        if lexicon.language in found:
            raise UsageError(
                f"two lexicons are of one language ({lexicon.language})", hint="name one of them"
            )
        found[lexicon.language] = lexicon
    return found
