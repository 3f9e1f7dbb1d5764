"""Retained means every word, and none added at either end; references follow the renumbering."""

from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of
from treatydiff.pipeline import compare_drafts
from treatydiff.settings import Settings
from treatydiff.studies.brackets.fates import bracket_fates

QUICK = Settings(reference="none", isolate="never")
FRAME = """\
Article 1

Wells

1. {text}

2. Every well shall be kept clean by those who use it.
{between}
Article {number}

Rivers

Rivers shall flow freely to the sea in all the seasons of the year.
"""


def fates(before: str, after: str) -> list[str | None]:
    drafts = [draft_of(FRAME.format(text=text, number=2, between="")) for text in (before, after)]
    return [each.fate for each in bracket_fates(compare_drafts(drafts[0], drafts[1], QUICK)).fates]


KEEP = "The States that share a deep well"


@pytest.mark.parametrize(
    ("after", "fate"),
    [
        (f"{KEEP} shall protect it from salt and dust each year.", "adopted"),
        (f"{KEEP} shall protect it from salt each year.", "reworded"),  # not every word
        (f"{KEEP} shall protect it from salt and dust, where appropriate, each year.", "reworded"),
        (f"{KEEP} shall endeavour to protect it from salt and dust each year.", "reworded"),
        (f"{KEEP} shall meet each year.", "dropped"),  # other words in its place
        (f"{KEEP} each year.", "dropped"),
        (f"{KEEP} [shall protect it from salt and dust] each year.", "kept open"),
    ],
)
def test_what_is_retained(after: str, fate: str) -> None:
    before = f"{KEEP} [shall protect it from salt and dust] each year."
    assert fates(before, after)[0] == fate


def test_a_sentence_behind_it_is_no_qualifier() -> None:
    before = f"{KEEP} [shall protect it from salt]."
    assert fates(before, f"{KEEP} shall protect it from salt. The Board pays for it.") == ["adopted"]


def test_alternatives_of_which_the_later_text_has_neither() -> None:
    before = (
        f"{KEEP} shall draw [ten to forty litres] [forty to ninety litres] below the level of last spring."
    )
    after = f"{KEEP} shall draw water as good practice allows."
    assert fates(before, after) == ["dropped", "dropped"]


def test_a_reference_in_brackets_follows_the_renumbering() -> None:
    before = FRAME.format(
        text=f"{KEEP} shall meet [under article 2 of this Convention] each year.", number=2, between=""
    )
    after = FRAME.format(
        text=f"{KEEP} shall meet under article 3 of this Convention each year.",
        number=3,
        between="\nArticle 2\n\nOil\n\nOil shall be kept in tins by the keepers of lamps on the coast.\n",
    )
    comparison = compare_drafts(draft_of(before), draft_of(after), QUICK)
    assert [each.fate for each in bracket_fates(comparison).fates] == ["adopted"]


def test_a_reference_in_brackets_follows_what_an_article_that_went_left_behind() -> None:
    before = FRAME.format(
        text=f"{KEEP} shall meet [under article 3 of this Convention] each year.",
        number=3,
        between="\nArticle 2\n\nOil\n\nOil shall be kept in tins by the keepers of lamps on the coast.\n",
    )
    after = FRAME.format(
        text=f"{KEEP} shall meet under article 2 of this Convention each year.", number=2, between=""
    )
    comparison = compare_drafts(draft_of(before), draft_of(after), QUICK)
    assert [each.fate for each in bracket_fates(comparison).fates] == ["adopted"]
