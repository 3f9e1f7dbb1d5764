"""Texts that delegations propose, each compared with the base: what a compilation is made of."""

from __future__ import annotations

from collections.abc import Iterable

from treatydiff.model import Draft
from treatydiff.model.progress import Progress
from treatydiff.pipeline import compare_drafts
from treatydiff.settings import Settings
from treatydiff.studies.proposals.model import Compilation


def compile_proposals(
    base: Draft,
    proposed: Iterable[tuple[str, Draft]],
    settings: Settings,
    *,
    progress: Progress | None = None,
) -> Compilation:
    """What each delegation changes in a base.

    Args:
        base: the base text.
        proposed: names of delegations, each with the text that it proposes.
        settings: how to align.
        progress: told how far the comparisons are.

    Raises:
        LanguageError: the texts are in different languages.
    """
    return Compilation(
        base,
        tuple((name, compare_drafts(base, text, settings, progress=progress)) for name, text in proposed),
    )
