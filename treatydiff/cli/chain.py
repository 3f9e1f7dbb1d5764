"""The chain of drafts that concordance, trace and blame are made from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from treatydiff.cli.inputs import Inputs

if TYPE_CHECKING:
    from treatydiff.studies.chains.model import Chain


def chain_of(inputs: Inputs, names: Sequence[str], *, whole: bool = False) -> Chain:
    """The drafts of a chain, read and compared one after another.

    Args:
        inputs: of the command.
        names: paths, `-` for stdin, either narrowed behind a `#`; the earliest first.
        whole: whether drafts are compared as they were before they were narrowed.

    Raises:
        ReadError, ScopeError, UsageError, LanguageError: what the names say cannot be compared.
    """
    from treatydiff.studies.chains.chain import read_chain

    return read_chain(
        [named.whole if whole else named.draft for named in inputs.with_wholes(names)],
        inputs.settings,
        reference_table=inputs.reference_table(),
        progress=inputs.progress,
    )
