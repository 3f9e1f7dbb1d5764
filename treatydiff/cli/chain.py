"""The chain of drafts that concordance, trace and blame are made from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from treatydiff.cli.run import Run

if TYPE_CHECKING:
    from treatydiff.studies.chains.model import Chain


def chain_of(run: Run, names: Sequence[str]) -> Chain:
    """The drafts of a chain, read and compared one after another.

    Args:
        run: of the command.
        names: paths, `-` for stdin, either narrowed behind a `#`; the earliest first.

    Raises:
        ReadError, ScopeError, UsageError, LanguageError: what the names say cannot be compared.
    """
    from treatydiff.studies.chains.chain import read_chain

    return read_chain(
        run.drafts(names), run.settings, reference_table=run.reference_table(), progress=run.progress
    )
