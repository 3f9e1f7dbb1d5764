from __future__ import annotations

import pytest

from treatydiff.archive.printed_metadata import printed_entry
from treatydiff.pipeline import read_draft_bytes
from treatydiff.settings import Settings

BODY = "\n\nArticle 1\n\nAim\n\nThe Parties shall keep the lighthouses.\n\nArticle 2\n\nEnd\n\nThe Parties act.\n"


@pytest.mark.parametrize(
    ("masthead", "field", "expected"),
    [
        ("United Nations A/CONF.999/2031/5\nDistr.: General 1 June 2031\nOriginal: English", "symbol",
         "A/CONF.999/2031/5"),
        ("United Nations A/CONF.999/2031/5\nDistr.: General 1 June 2031\nOriginal: English", "issued",
         "2031-06-01"),
        ("FCCC/XY/2031/L.15\nDraft decision proposed by the President", "symbol", "FCCC/XY/2031/L.15"),
        ("FCCC/XY/2031/L.15", "kind", "L-document"),
        ("A/AC.999/22/Rev.2", "revises", "A/AC.999/22/Rev.1"),
        ("A/AC.999/22/Rev.1", "revises", "A/AC.999/22"),
        ("A/AC.999/22/Corr.1", "corrects", "A/AC.999/22"),
        ("A/AC.999/22/Corr.1", "kind", "corrigendum"),
        ("Non-paper\nNote by the Co-Chairs\n5 October 2031", "kind", "non-paper"),
        ("Non-paper\nNote by the Co-Chairs\n5 October 2031", "date", "2031-10-05"),
        ("Non-paper\nNote by the Co-Chairs\n5 October 2031", "author", "Co-Chairs"),
        ("Edited version of 6 November 2031 Re-issued 10 November 2031", "date", "2031-11-06"),
        ("Edited version of 6 November 2031 Re-issued 10 November 2031", "issued", "2031-11-10"),
        ("Resumed fifth session\nNew York, 20 February 2031", "session", "Resumed fifth session"),
        ("ADVANCE UNEDITED VERSION", "kind", "advance unedited"),
        ("Certified true copy", "kind", "certified true copy"),
        ("Conference room paper", "kind", "conference room paper"),
        ("Article-by-article compilation of proposals", "kind", "compilation"),
        ("A convention on lighthouses", "symbol", ""),
        ("Adopted at 12/13 and 14/15 of the house rules", "symbol", ""),
    ],
)  # fmt: skip
def test_what_a_masthead_says(masthead: str, field: str, expected: str) -> None:
    draft = read_draft_bytes((masthead + BODY).encode(), "draft.txt", Settings(language="en"))
    assert getattr(printed_entry(draft), field) == expected


def test_the_date_of_a_closing_formula_is_that_of_the_text() -> None:
    text = "A convention" + BODY + "\nDONE at Port Vell, on the 22nd day of the month, being 22 July 2032.\n"
    draft = read_draft_bytes(text.encode(), "draft.txt", Settings(language="en"))
    assert printed_entry(draft).date == "2032-07-22"


def test_a_date_in_the_name_counts_where_the_text_has_none() -> None:
    draft = read_draft_bytes(("A convention" + BODY).encode(), "2030-01-31_x.txt", Settings(language="en"))
    assert printed_entry(draft).date == "2030-01-31"
