from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.structure.drafting import draft_of
from treatydiff.pipeline import compare_drafts, read_draft
from treatydiff.settings import Settings
from treatydiff.studies.brackets.fates import bracket_fates
from treatydiff.studies.brackets.model import BracketFates

CHAIN = Path(__file__).parents[3] / "fixtures" / "chain"
QUICK = Settings(reference="none", isolate="never")


@cache
def chain_fates(a: str, b: str) -> BracketFates:
    return bracket_fates(compare_drafts(read_draft(CHAIN / a, QUICK), read_draft(CHAIN / b, QUICK), QUICK))


@cache
def truth() -> dict[str, list[dict[str, str]]]:
    return tomllib.loads((CHAIN / "truth.toml").read_text("utf-8"))


def test_every_bracket_of_the_revised_text_has_its_known_fate() -> None:
    fates = chain_fates("3-revised-text.docx", "4-final-text.pdf").fates
    found = sorted((each for each in fates if each.side == "a" and each.what == "bracket"), key=lambda f: f.n)
    known = truth()["brackets"]
    assert len(found) == 66
    assert [each.fate for each in found] == [row.get("fate") for row in known]
    kinds = [each.role if each.fate is None else None for each in found]
    assert kinds == [row.get("kind") for row in known]


def test_every_option_of_the_revised_text_has_its_known_fate() -> None:
    fates = chain_fates("3-revised-text.docx", "4-final-text.pdf").fates
    found = [(each.unit, each.fate) for each in fates if each.what == "option"]
    assert found == [(row["article"], row["fate"]) for row in truth()["options"]]


def test_nothing_is_newly_bracketed_in_the_final_text_and_all_in_the_chairs() -> None:
    assert not [
        each for each in chain_fates("3-revised-text.docx", "4-final-text.pdf").fates if each.side == "b"
    ]
    opened = chain_fates("1-national-draft.docx", "2-chairs-text.pdf").fates
    assert {each.fate for each in opened} == {"newly bracketed"}
    assert len(opened) == 9


def fates(before: str, after: str) -> list[tuple[str, str | None]]:
    """Text and fate of every bracket of one paragraph between two drafts."""
    drafts = [
        draft_of(
            f"Article 1\n\nWells\n\n1. {text}\n\n2. Every well shall be kept clean by those who use it.\n\n"
            "Article 2\n\nRivers\n\nRivers shall flow freely to the sea in all the seasons of the year.\n"
        )
        for text in (before, after)
    ]
    found = bracket_fates(compare_drafts(drafts[0], drafts[1], QUICK)).fates
    return [(each.text, each.fate) for each in found]


STATES = "The States that share a deep well"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (f"{STATES} [shall][should] meet.", f"{STATES} shall meet.", [("shall", "adopted"), ("should", "dropped")]),
        (f"{STATES} [shall][should] meet.", f"{STATES} should meet.", [("shall", "dropped"), ("should", "adopted")]),
        (f"{STATES} [shall][should] meet.", f"{STATES} [shall][should] meet.",
         [("shall", "kept open"), ("should", "kept open")]),
        (f"{STATES} [shall][should] meet.", f"{STATES} may meet.", [("shall", "dropped"), ("should", "dropped")]),
        (f"{STATES} [shall][should] meet.", f"{STATES} shall endeavour to meet.",
         [("shall", "reworded"), ("should", "dropped")]),
        (f"{STATES} [shall][should] meet.", f"{STATES} meet.", [("shall", "dropped"), ("should", "dropped")]),
        (f"{STATES} shall meet [each year].", f"{STATES} shall meet each year.", [("each year", "adopted")]),
        (f"{STATES} shall meet [each year].", f"{STATES} shall meet.", [("each year", "dropped")]),
        (f"{STATES} shall meet each year.", f"{STATES} shall meet [each year].", [("each year", "newly bracketed")]),
        (f"{STATES} shall meet.", f"{STATES} shall meet [in winter].", [("in winter", "newly bracketed")]),
        (f"{STATES} shall meet within [six][nine] months.", f"{STATES} shall meet within [nine][twelve] months.",
         [("six", "dropped"), ("nine", "kept open"), ("twelve", "newly bracketed")]),
        (f"{STATES} shall meet each year. [agreed]", f"{STATES} shall meet [each year].",
         [("agreed", None), ("each year", "reopened")]),
        (f"{STATES} shall meet each year. [pending]", f"{STATES} shall meet [each year].",
         [("pending", None), ("each year", "newly bracketed")]),
        (f"{STATES} shall meet each year. [agreed]", f"{STATES} shall meet each year [in winter]. [agreed]",
         [("agreed", None), ("in winter", "newly bracketed")]),
        (f"{STATES} shall meet [in the [dry][cold] season].", f"{STATES} shall meet in the cold season.",
         [("in the [dry][cold] season", "adopted"), ("dry", "dropped"), ("cold", "adopted")]),
        (f"[{STATES} shall meet [each year].]", f"{STATES} shall meet.",
         [(f"{STATES} shall meet [each year].", "adopted"), ("each year", "dropped")]),
        (f"[{STATES} shall meet [each year].]", f"[{STATES} shall meet each year.]",
         [(f"{STATES} shall meet [each year].", "kept open"), ("each year", "adopted")]),
        (f"{STATES} shall meet. [agreed ad referendum]", f"{STATES} shall meet.", [("agreed ad referendum", None)]),
        (f"{STATES} [, springs] [, rivers] shall meet.", f"{STATES}, springs, rivers shall meet.",
         [(", springs", "adopted"), (", rivers", "adopted")]),
    ],
)  # fmt: skip
def test_fates(before: str, after: str, expected: list[tuple[str, str | None]]) -> None:
    assert fates(before, after) == expected


def test_wording_that_went_to_another_article_is_found_there() -> None:
    moved = "and shall tell one another of every drilling that they plan"
    drafts = [
        draft_of(
            f"Article 1\n\nWells\n\n1. {STATES} shall meet each year in the dry season{one}.\n\n2. Wells are kept.\n\n"
            f"Article 2\n\nDrilling\n\n1. Drilling needs a licence of the State in which it is done{two}.\n"
        )
        for one, two in ((f" [{moved}]", ""), ("", f" {moved}"))
    ]
    found = bracket_fates(compare_drafts(drafts[0], drafts[1], QUICK)).fates
    assert [(each.fate, each.elsewhere) for each in found] == [("adopted", "art_2__para_1")]


def test_the_fates_of_a_draft_with_itself_are_all_open() -> None:
    fates_of_it = chain_fates("3-revised-text.docx", "3-revised-text.docx").fates
    assert {each.fate for each in fates_of_it if each.fate is not None} == {"kept open"}
