"""The brackets of one draft, of two or of a chain of them, with the comparisons that this takes."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from treatydiff.model import Draft
from treatydiff.pipeline import compare_drafts
from treatydiff.settings import Settings
from treatydiff.studies.brackets.fates import bracket_fates
from treatydiff.studies.brackets.model import BracketStudy


def study_brackets(drafts: Sequence[Draft], settings: Settings) -> BracketStudy:
    """How open drafts are, and what became of every bracket and option from each to the next.

    Args:
        drafts: one or more, the earliest first, read with brackets as they are printed.
        settings: how to align.

    Raises:
        LanguageError: the drafts are in different languages.
    """
    steps = (bracket_fates(compare_drafts(a, b, settings)) for a, b in itertools.pairwise(drafts))
    return BracketStudy(tuple(drafts), tuple(steps))
