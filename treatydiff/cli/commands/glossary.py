"""`treatydiff glossary A B`: the defined terms of two drafts in different languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from treatydiff.cli.inputs import Inputs
from treatydiff.cli.lexicons import LexiconOption, read_lexicons
from treatydiff.cli.options import VersionsReading, Writing
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command

if TYPE_CHECKING:
    from treatydiff.studies.glossary.model import Glossary

GLOSSARY = "treatydiff.studies.glossary.model:Glossary"


@command(GLOSSARY)
def glossary(
    a: Annotated[str, typer.Argument(metavar="A", help="The draft whose defined terms are looked for.")],
    b: Annotated[str, typer.Argument(metavar="B", help="A draft in another language.")],
    lexicon: LexiconOption = None,
    *,
    reading: VersionsReading,
    writing: Writing,
) -> None:
    """List defined terms with their counterparts in another language, and other translations."""

    def make(inputs: Inputs) -> Glossary:
        from treatydiff.studies.glossary.terms import find_glossary

        one, other = inputs.drafts([a, b])
        return find_glossary(one, other, lexicons=read_lexicons(lexicon, inputs.settings))

    run_command(GLOSSARY, reading.settings(), writing, make, names=[a, b], beside=lexicon or (),
                reading=reading)  # fmt: skip
