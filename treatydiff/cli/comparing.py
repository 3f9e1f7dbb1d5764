"""Two drafts compared, or the comparison of them that an earlier run kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from treatydiff.cli.inputs import Inputs
    from treatydiff.model import Comparison, Draft


def compared(
    inputs: Inputs,
    a: Draft,
    b: Draft,
    *,
    ancestors: Sequence[Draft] = (),
    whole: tuple[Draft, Draft] | None = None,
) -> Comparison:
    """The comparison of two drafts under the settings of a command line, with its table and its themes.

    It is kept beside the drafts, so that the next report on them, in another format perhaps, need not
    compare them again.

    Args:
        inputs: of the command.
        a, b: the drafts, the earlier first.
        ancestors: earlier instruments.
        whole: both drafts before narrowing, where one was narrowed.

    Raises:
        LanguageError, ReadError, ReferenceDataError, SettingsError: as comparing says.
    """
    table, themes = inputs.reference_table(), inputs.themes()
    cache = inputs.cache()
    key = ""
    if cache is not None:
        from treatydiff.isolation.comparison_key import comparison_key

        drafts = (a, b, *(whole or (None, None)), *ancestors)
        key = comparison_key(drafts, inputs.settings, (table, themes))
        kept = cache.comparison(key, a, b)
        if kept is not None:
            return kept
    from treatydiff.pipeline import compare_drafts

    made = compare_drafts(
        a, b, inputs.settings, reference_table=table, ancestors=ancestors, themes=themes, whole=whole,
        progress=inputs.progress,
    )  # fmt: skip
    if cache is not None:
        cache.keep(key, made)
    return made
