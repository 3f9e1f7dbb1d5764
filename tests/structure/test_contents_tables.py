"""Tables of contents without dot leaders, and groups of articles, at and beside every bound."""

from __future__ import annotations

import pytest

from tests.structure.drafting import articles, heading, paragraph
from treatydiff.language.registry import get_language
from treatydiff.model import ProvisionKind
from treatydiff.structure.headings.contents import contents_range
from treatydiff.structure.preambles import OutlineItem

EN = get_language("en")


def listed(*numbers: int, title: str = "", kind: ProvisionKind = "article") -> list[OutlineItem]:
    """Headings as a table of contents lists them."""
    return [heading(kind, str(number), title) for number in numbers]


def pairs(*numbers: int, below: str) -> list[OutlineItem]:
    """Headings with a line below each."""
    return [item for number in numbers for item in (heading("article", str(number)), paragraph(below))]


MASTHEAD = paragraph("Convention on lamps", centred=True)
ANNOUNCED = paragraph("Contents")
TEXT = "The keeper lights the lamp."
CASES: dict[str, tuple[list[OutlineItem], range]] = {
    "five entries that come again": ([*listed(1, 2, 3, 4, 5), *articles(1, 2, 3, 4, 5)], range(5)),
    "four are too few": ([*listed(1, 2, 3, 4), *articles(1, 2, 3, 4)], range(0)),
    "no text at all": ([], range(0)),
    "nothing but headings": (listed(1, 2, 3, 4, 5, 6), range(0)),
    "a masthead above": ([MASTHEAD, *listed(1, 2, 3, 4, 5), *articles(1, 2, 3, 4, 5)], range(1, 6)),
    "three below a line that says so": ([ANNOUNCED, *listed(1, 2, 3), *articles(1, 2, 3)], range(4)),
    "two below a line that says so": ([ANNOUNCED, *listed(1, 2), *articles(1, 2)], range(0)),
    "a word, then three entries": ([paragraph("Matters"), *listed(1, 2, 3), *articles(1, 2, 3)], range(0)),
    "a line that says so, with more words": (
        [paragraph("Contents of this file"), *listed(1, 2, 3), *articles(1, 2, 3)], range(0),
    ),
    "a line between it and the entries": (
        [ANNOUNCED, paragraph("Page"), *listed(1, 2, 3), *articles(1, 2, 3)], range(5),
    ),
    "two lines between": (
        [ANNOUNCED, paragraph("Lamps"), paragraph("Page"), *listed(1, 2, 3), *articles(1, 2, 3)], range(0),
    ),
    "two with titles that are printed again": (
        [*listed(1, 2, title="Oil"), heading("article", "1", "Oil", TEXT), heading("article", "2", "Oil", TEXT),
         paragraph("Done.")], range(2),
    ),
    "one with a title that is printed again": (
        [*listed(1, title="Oil"), heading("article", "1", "Oil", TEXT), heading("article", "2", "Oil", TEXT)],
        range(0),
    ),
    "two with other titles than their texts": (
        [*listed(1, 2, title="Oil"), heading("article", "1", "Fog", TEXT), heading("article", "2", "Fog", TEXT)],
        range(0),
    ),
    "two with titles that the text leaves out": (
        [*listed(1, 2, title="Oil"), heading("article", "1", "", TEXT), heading("article", "2", "", TEXT),
         paragraph("Done.")], range(2),
    ),
    "two without titles": (
        [*listed(1, 2), heading("article", "1", "", TEXT), heading("article", "2", "", TEXT)], range(0),
    ),
    "two with text, which are articles": (
        [heading("article", "1", "Oil", TEXT), heading("article", "2", "Oil", TEXT),
         heading("article", "1", "Oil", TEXT), heading("article", "2", "Oil", TEXT)], range(0),
    ),
    "seven of ten come again": ([*listed(*range(1, 11)), *articles(*range(1, 8))], range(10)),
    "six of ten come again": ([*listed(*range(1, 11)), *articles(*range(1, 7))], range(0)),
    "eleven lines of which two end": (
        [*pairs(1, 2, 3, 4, below="On lamps"), *pairs(5, below="On lamps."), paragraph("On oil."),
         *articles(1, 2, 3, 4, 5)], range(11),
    ),
    "ten lines of which two end": (
        [*pairs(1, 2, 3, below="On lamps"), *pairs(4, 5, below="On lamps."), *articles(1, 2, 3, 4, 5)], range(0),
    ),
    "lines that end in a colon are no sentences": (
        [*pairs(1, 2, 3, 4, 5, below="On lamps:"), *articles(1, 2, 3, 4, 5)], range(10),
    ),
    "titles of four hundred characters": (
        [*pairs(1, 2, 3, 4, 5, below="x" * 400), *articles(1, 2, 3, 4, 5)], range(10),
    ),
    "titles of four hundred and one are text": (
        [*pairs(1, 2, 3, 4, 5, below="x" * 401), *articles(1, 2, 3, 4, 5)], range(0),
    ),
    "entries in cells": (
        [*(paragraph(f"Article {n}:") for n in range(1, 6)), *articles(1, 2, 3, 4, 5)], range(5),
    ),
    "entries with titles behind bullets": (
        [*(paragraph(f"– Article {n} on oil") for n in range(1, 6)), *articles(1, 2, 3, 4, 5)], range(5),
    ),
    "entries with titles and no bullets are text": (
        [*(paragraph(f"Article {n} on oil") for n in range(1, 6)), *articles(1, 2, 3, 4, 5)], range(0),
    ),
    "parts and articles": (
        [*listed(1, kind="part"), *listed(1, 2, 3, 4, 5), *listed(1, kind="part"), *articles(1, 2, 3, 4, 5)],
        range(6),
    ),
    "the table ends above the title and the parties": (
        [*listed(1, 2, 3, 4, 5), paragraph("CONVENTION ON LAMPS"), paragraph("The States Parties,"),
         *articles(1, 2, 3, 4, 5)], range(5),
    ),
    "what stands between the table and the title goes with the table": (
        [*listed(1, 2, 3, 4, 5), paragraph("Printed by the Board"), paragraph("CONVENTION ON LAMPS"),
         paragraph("PREAMBLE"), *articles(1, 2, 3, 4, 5)], range(6),
    ),
    "an entry in capitals is no title above the parties": (
        [*(paragraph(f"ARTICLE {n}:") for n in range(1, 6)), paragraph("CONVENTION ON LAMPS"),
         paragraph("The States Parties,"), *articles(1, 2, 3, 4, 5)], range(5),
    ),
    "titles below entries of which the first does not come again": (
        [*pairs(1, 2, 3, 4, 5, 6, below="On lamps"), *articles(2, 3, 4, 5, 6)], range(2, 12),
    ),
    "five articles with text of which the first does not come again": (
        [*pairs(1, 2, 3, 4, 5, 6, below="On lamps."), *articles(2, 3, 4, 5, 6)], range(0),
    ),
    "a recital ends the table": (
        [*listed(1, 2, 3, 4, 5), paragraph("Recalling the Charter of the Lamps,"), *articles(1, 2, 3, 4, 5)],
        range(5),
    ),
    "a heading with text ends the search": (
        [heading("article", "9", "", TEXT), *listed(1, 2, 3, 4, 5), *articles(1, 2, 3, 4, 5)], range(6),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_where_a_table_of_contents_stands(name: str) -> None:
    items, expected = CASES[name]
    assert contents_range(items, EN) == expected


@pytest.mark.parametrize("length", [60, 61])
def test_an_entry_in_a_cell_is_short(length: int) -> None:
    """A line of more than sixty characters lists nothing, even where all behind the number are colons."""
    entries = [paragraph(f"Article {n} ".ljust(length, ":")) for n in range(1, 6)]
    assert contents_range([*entries, *articles(1, 2, 3, 4, 5)], EN) == range(5 if length == 60 else 0)


@pytest.mark.parametrize("length", [400, 401])
def test_an_entry_behind_a_bullet_is_no_paragraph(length: int) -> None:
    entries = [paragraph(f"– Article {n} on oil".ljust(length, "l")) for n in range(1, 6)]
    assert contents_range([*entries, *articles(1, 2, 3, 4, 5)], EN) == range(5 if length == 400 else 0)
