"""`treatydiff cache clear`: take away the drafts that were kept so that they need not be read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from treatydiff.cli.inputs import Inputs
from treatydiff.cli.options import Writing
from treatydiff.cli.run import run_command
from treatydiff.cli.signatures import command
from treatydiff.errors import UsageError
from treatydiff.settings import Settings

if TYPE_CHECKING:
    from treatydiff.archive.model import ClearedCache

CLEARED = "treatydiff.archive.model:ClearedCache"

app = typer.Typer(help="Drafts that are kept so that they need not be read again.")


@app.callback()
def _group() -> None:
    """Drafts that are kept so that they need not be read again."""


@app.command(short_help="Take away every draft that was kept.")
@command(CLEARED)
def clear(*, writing: Writing) -> None:
    """Take away every kept draft, and nothing that this tool did not write; say what went."""

    def make(_: Inputs) -> ClearedCache:
        from treatydiff.archive.cache import clear_cache
        from treatydiff.cli.configuration import cache_folder

        folder = cache_folder()
        if folder is None:
            raise UsageError("nothing is kept: nobody says where this user is at home",
                             hint="TREATYDIFF_CACHE_DIR names a folder")  # fmt: skip
        return clear_cache(folder)

    run_command(CLEARED, Settings(), writing, make)
