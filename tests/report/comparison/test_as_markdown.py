from __future__ import annotations

import re

import pytest

from tests.report.report_factories import compared, empty_comparison, lighthouses
from treatydiff.model import Edit
from treatydiff.report.comparison.as_markdown import LARGEST, comparison_markdown, plain


def test_the_report_of_two_small_drafts() -> None:
    text = comparison_markdown(lighthouses())
    lines = text.splitlines()
    assert lines[0] == "## first-draft.pdf → LIGHT/CONF/2"
    assert "| B | second-draft.pdf | 5 | 51 | `5f0c00000000` |" in lines
    assert any(line.startswith("**4 of 5 articles of B share at least half") for line in lines)
    assert "| Art. 3 | Art. 4+5 | split, revised | 100 % | 100 % |  |" in lines
    assert "#### Art. 3 (was 2) Protection of keepers" in lines
    assert (
        "**paragraph 1** Each State Party <del>shall</del><ins>may</ins> protect the keepers of lighthouses on its "
        "coast.  "
    ) in lines
    assert "<sub>LIGHT/CONF/2, Art. 3, para. 1, p. 3</sub>" in lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[the Parties]", "\\[the Parties\\]"),
        ("*all* | <b>any</b>", "\\*all\\* \\| &lt;b&gt;any&lt;/b&gt;"),
        ("R&D @chair #12 $5", "R&amp;D &#64;chair \\#12 \\$5"),
        ("1. A paragraph", "1\\. A paragraph"),
        ("- a dash", "\\- a dash"),
        ("two\nlines", "two lines"),
    ],
)
def test_the_words_of_a_draft_are_no_markup(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_what_does_not_fit_is_left_out_from_the_least_important_and_a_line_says_so() -> None:
    whole = comparison_markdown(lighthouses())
    shorter = comparison_markdown(lighthouses(), largest=len(whole.encode()) - 1)
    assert len(shorter.encode()) < len(whole.encode())
    assert "Left out to stay within" in shorter
    assert "1 list of diagnostics" in shorter
    assert "#### Art. 3 (was 2) Protection of keepers" in shorter
    short = comparison_markdown(lighthouses(), largest=len(shorter.encode()) - 300)
    assert re.search(r"\d rows? of unchanged provisions", short)
    assert "| Art. 2 | Art. 3 | revised, renumbered" in short


def test_a_report_of_many_megabytes_fits_the_summary_of_a_job() -> None:
    long = "Lamps shall burn. " * 90_000
    text = comparison_markdown(
        compared(
            long, Edit("delete", long, "substantive"), Edit("insert", "Fog.", "substantive"), b_text="Fog."
        )
    )
    assert len(text.encode()) <= LARGEST
    assert text.rstrip().endswith("1 changed provision. The HTML report has all of it.")
    assert "| Art. 1 | Art. 1 | revised |" in text


def test_drafts_without_provisions_say_so() -> None:
    assert "A and B have no provisions that could be compared." in comparison_markdown(empty_comparison())
