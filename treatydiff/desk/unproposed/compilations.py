"""Whether a text is a compilation of proposals at all, and not a draft of the instrument."""

from __future__ import annotations

from treatydiff.errors import UsageError
from treatydiff.language.tokenizer import words
from treatydiff.language.words.delegations import delegations
from treatydiff.model import Draft, SourceText
from treatydiff.studies.proposals.model import Proposals

_RUN = 6
"""Words in a row that a draft and its next version share, as in the literature's measure."""
_A_DRAFT = 0.5
"""Share of a draft's runs of words from which on a text without a known name is that draft again."""


def refuse_plain_draft(
    text: SourceText, proposals: Proposals, drafts: tuple[Draft, Draft], further: str
) -> None:
    """Refuse a text under whose headings no delegation stands, or only titles of a draft's articles.

    Args:
        text: what was named as the compilation.
        proposals: what was read from it.
        drafts: the draft that proposals would be on, and the later one.
        further: names of delegations of the user's own.

    Raises:
        UsageError: it is no compilation of proposals.
    """
    who = {name for each in proposals.proposals for name in each.who}
    known = any(delegations(name, further) for name in who)
    told = any(each.kind != "rationale" for each in proposals.proposals)
    if known or (told and not any(_holds(text, draft) for draft in drafts)):
        return
    raise UsageError(
        "names no delegation above wording: it is no compilation of proposals",
        where=text.source.label,
        hint="first the compilation, then the draft that it is on, then the later draft",
    )


def _holds(text: SourceText, draft: Draft) -> bool:
    """Whether most of a draft stands in a text word for word."""
    wanted = {run for unit in draft.units() for clause in unit.clauses() for run in _runs(clause.text)}
    held = {run for block in text.blocks for run in _runs(block.text)}
    return bool(wanted) and len(wanted & held) >= _A_DRAFT * len(wanted)


def _runs(text: str) -> set[tuple[str, ...]]:
    keys = [word.key for word in words(text)]
    return {tuple(keys[at : at + _RUN]) for at in range(len(keys) - _RUN + 1)}
