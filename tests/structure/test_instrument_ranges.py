"""Where each instrument of a file begins and ends, and what its title is: a table for every rule."""

from __future__ import annotations

import pytest

from tests.structure.drafting import articles, heading, paragraph
from treatydiff.language.registry import get_language
from treatydiff.structure.instruments import find_instruments, is_instrument_title, rests_on_articles
from treatydiff.structure.preambles import OutlineItem

EN = get_language("en")
PARTIES, FORMULA = "The States Parties,", "Have agreed as follows:"
R1 = "Recalling the Charter of the Northern Lamps,"
NOTE = "This note is by the Chair of the Lamp Board."
TITLE = "CONVENTION ON LAMPS"
WITNESS = "IN WITNESS WHEREOF the keepers sign."
BODY = articles(1, 2)


def ranges(*parts: str | OutlineItem | list[OutlineItem]) -> list[tuple[int, int, int]]:
    """Title, start and end of every instrument, as numbers of items."""
    items: list[OutlineItem] = []
    for part in parts:
        items += part if isinstance(part, list) else [paragraph(part) if isinstance(part, str) else part]
    return [(each.title, each.start, each.end) for each in find_instruments(items, EN)]


def look(text: str, **layout: object) -> OutlineItem:
    """A paragraph with a look."""
    return paragraph(text, **layout)


FIRST: list[tuple[list[str | OutlineItem | list[OutlineItem]], list[tuple[int, int, int]]]] = [
    ([BODY], [(0, 0, 4)]),
    ([NOTE, BODY], [(1, 1, 5)]),
    ([TITLE, BODY], [(0, 1, 5)]),
    ([NOTE, TITLE, BODY], [(1, 2, 6)]),
    ([NOTE, TITLE, "ON ALL THE COASTS", BODY], [(1, 3, 7)]),
    ([NOTE, TITLE, PARTIES, R1, BODY], [(1, 2, 8)]),
    ([TITLE, "5 May 2031", BODY], [(0, 2, 6)]),
    ([NOTE, "Convention on lamps", BODY], [(1, 2, 6)]),
    ([NOTE, "convention on lamps", BODY], [(2, 2, 6)]),
    ([NOTE, "2nd Convention on lamps", BODY], [(1, 2, 6)]),
    (["1. Oil.", "2. Fog.", heading("annex", "1", "Agreement on lamps")], [(0, 0, 3)]),
    ([NOTE, "Convention on lamps.", BODY], [(2, 2, 6)]),
    ([NOTE, "Lamps and oil", BODY], [(2, 2, 6)]),
    ([NOTE, look("Lamps and oil", bold=True), BODY], [(1, 2, 6)]),
    ([NOTE, TITLE.ljust(240, "S"), "ON LAMPS", BODY], [(1, 3, 7)]),
    ([NOTE, TITLE.ljust(241, "S"), "ON LAMPS", BODY], [(2, 3, 7)]),
    ([*["LAMPS"] * 9, BODY], [(1, 9, 13)]),
    ([*["LAMPS"] * 8, BODY], [(0, 8, 12)]),
    ([look(TITLE, page=1), look(TITLE, page=2), look("LAMPS", page=2), BODY], [(1, 3, 7)]),
    ([NOTE, "REPORT OF THE BOARD", "A. DRAFT AGREEMENT", BODY], [(2, 3, 7)]),
    ([NOTE, "B. DRAFT DECISION", BODY], [(1, 2, 6)]),
    # the name above the lines that go on a title
    ([NOTE, "DIRECTIVE OF THE COUNCIL", "of 5 May 2031", "on signal lamps", BODY], [(1, 4, 8)]),
    ([NOTE, "DIRECTIVE OF THE COUNCIL", "of 5 May 2031.", "on signal lamps", BODY], [(4, 4, 8)]),
    ([NOTE, "ORDER OF THE COUNCIL", "of 5 May 2031", "on signal lamps", BODY], [(4, 4, 8)]),
    (
        [NOTE, "DIRECTIVE OF THE COUNCIL", "of 5 May 2031", "on signal lamps and on their oil,", BODY],
        [(1, 3, 8)],
    ),
    ([NOTE, look("DIRECTIVE OF THE COUNCIL", page=1), look("on signal lamps", page=2), BODY], [(3, 3, 7)]),
    # containers above the first article
    ([TITLE, heading("part", "I"), BODY], [(0, 1, 6)]),
    ([TITLE, heading("part", "I"), heading("chapter", "I"), BODY], [(0, 1, 7)]),
    ([TITLE, heading("annex", "I"), BODY], [(2, 2, 6)]),
    # no articles
    ([NOTE, "PREAMBLE", R1, "1. Oil."], [(1, 1, 4)]),
    ([NOTE, "The General Assembly,", R1, "1. Oil."], [(1, 1, 4)]),
    ([NOTE, "RESOLUTION ON LAMPS", "1. Oil.", "2. Fog."], [(1, 2, 4)]),
    ([NOTE, "1. Oil."], [(1, 1, 2)]),
    ([NOTE, heading("part", "I"), "Oil."], [(1, 1, 3)]),
    ([NOTE, NOTE], [(0, 0, 2)]),
]


@pytest.mark.parametrize(("parts", "expected"), FIRST)
def test_where_the_first_instrument_begins(
    parts: list[str | OutlineItem | list[OutlineItem]], expected: list[tuple[int, int, int]]
) -> None:
    assert ranges(*parts) == expected


def reach(words: int) -> list[str | OutlineItem | list[OutlineItem]]:
    """A draft decision whose first numbered paragraph stands so many items behind its title."""
    return [BODY, "B. DRAFT DECISION", *["Oil and fog."] * (words - 1), "1. Wind."]


FURTHER: list[tuple[list[str | OutlineItem | list[OutlineItem]], list[tuple[int, int, int]]]] = [
    # a draft that its title names
    ([BODY, "B. DRAFT DECISION", "1. Oil.", "2. Fog."], [(0, 0, 4), (4, 5, 7)]),
    ([BODY, "B. DRAFT DECISION", "The Conference of the Parties,", R1, "1. Oil."], [(0, 0, 4), (4, 5, 8)]),
    ([BODY, "B. DRAFT DECISION", "ON LAMPS", "1. Oil."], [(0, 0, 4), (4, 6, 7)]),
    ([BODY, "B. DRAFT DECISION", "on lamps.", "1. Oil."], [(0, 0, 4), (4, 5, 7)]),
    ([BODY, "DRAFT DECISION.", "1. Oil."], [(0, 0, 6)]),
    ([BODY, "DRAFT DECISION,", "1. Oil."], [(0, 0, 6)]),
    ([BODY, "FINAL ACT", "PREAMBLE", R1, "1. Oil."], [(0, 0, 4), (4, 5, 8)]),
    (reach(13), [(0, 0, 4), (4, 5, 18)]),
    (reach(14), [(0, 0, 19)]),
    # a preamble below a title
    ([BODY, "CHARTER OF LAMPS", "PREAMBLE", R1, BODY], [(0, 0, 4), (4, 5, 11)]),
    ([BODY, "Oil and fog.", "PREAMBLE", R1, BODY], [(0, 0, 11)]),
    ([BODY, "CHARTER OF LAMPS", "[Preamble: Oars are made.", BODY], [(0, 0, 10)]),
    # the parties below a title
    ([BODY, "B. Agreement on lamps", PARTIES, R1, BODY], [(0, 0, 4), (4, 5, 11)]),
    ([BODY, "B. Agreement on lamps", PARTIES, FORMULA, BODY], [(0, 0, 4), (4, 5, 11)]),
    ([BODY, "B. Agreement on lamps", PARTIES, "Oil is scarce.", BODY], [(0, 0, 11)]),
    ([BODY, "Oil is scarce.", PARTIES, R1, BODY], [(0, 0, 11)]),
    ([BODY, WITNESS, PARTIES, R1, BODY], [(0, 0, 5), (5, 5, 11)]),
    ([BODY, "Agreement on lamps", "The States Parties ".ljust(199, "x") + ",", R1, BODY], [(0, 0, 4), (4, 5, 11)]),
    # parties by their names, recitals and the formula
    ([BODY, "Agreement on lamps", "Northland,", R1, FORMULA, BODY], [(0, 0, 4), (4, 5, 12)]),
    ([BODY, "Agreement on lamps", "Northland,", "Oil is scarce.", FORMULA, BODY], [(0, 0, 12)]),
    ([BODY, "Agreement on lamps", FORMULA, BODY], [(0, 0, 10)]),
    ([BODY, "Agreement on lamps", "Northland,", BODY], [(0, 0, 10)]),
    ([BODY, "Agreement on lamps", "Protocol on oil", "Northland,", R1, FORMULA, BODY], [(0, 0, 5), (5, 6, 13)]),
    # articles that start again behind a closing formula
    ([BODY, WITNESS, "STATUTE OF THE BOARD", BODY], [(0, 0, 5), (5, 6, 10)]),
    ([BODY, "STATUTE OF THE BOARD", BODY], [(0, 0, 9)]),
    ([BODY, WITNESS, "LAMPS OF THE BOARD", BODY], [(0, 0, 10)]),
    ([BODY, WITNESS, "STATUTE OF THE BOARD", "OF LAMPS", BODY], [(0, 0, 5), (5, 7, 11)]),
    ([BODY, WITNESS, "STATUTE OF THE BOARD", "OF LAMPS", "AND OIL", BODY], [(0, 0, 5), (5, 8, 12)]),
    ([BODY, WITNESS, "STATUTE OF THE BOARD", "OF LAMPS", "AND OIL", "AND FOG", BODY], [(0, 0, 5), (5, 9, 13)]),
    ([BODY, WITNESS, "STATUTE OF THE BOARD", "OF LAMPS", "AND OIL", "AND FOG", "AND ICE", BODY], [(0, 0, 14)]),
    ([BODY, WITNESS, "STATUTE OF THE BOARD", "oil is scarce here", BODY], [(0, 0, 11)]),
    ([BODY, WITNESS, "STATUTE OF THE BOARD", articles(3, 4)], [(0, 0, 10)]),
    ([BODY, WITNESS, "STATUTE OF THE BOARD", heading("annex", "I"), BODY], [(0, 0, 11)]),
    ([BODY, WITNESS, "STATUTE OF THE BOARD", heading("part", "I"), BODY], [(0, 0, 5), (5, 6, 11)]),
    ([BODY, WITNESS, look("STATUTE OF THE BOARD", cell=(0, 0, 0)), BODY], [(0, 0, 10)]),
    # an annex that a resolution adopts
    (["The General Assembly,", R1, "1. Adopts it.", heading("annex", "", "Convention on Lamps"), PARTIES, R1, FORMULA, BODY],
     [(0, 0, 3), (3, 4, 11)]),
    (["The General Assembly,", R1, "1. Adopts it.", heading("annex", "", "Lamps"), PARTIES, R1, FORMULA, BODY], [(0, 0, 11)]),
    (["The General Assembly,", R1, "1. Adopts it.", heading("annex", "", "Convention on Lamps"), BODY], [(0, 0, 8)]),
    ([BODY, heading("annex", "", "Convention on Lamps"), PARTIES, R1, BODY], [(0, 0, 11)]),
    # a part of the volume above the title of its next instrument
    ([BODY, WITNESS, heading("part", "II"), "STATUTE OF THE BOARD", BODY], [(0, 0, 5), (6, 7, 11)]),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "expected"), FURTHER)
def test_where_a_further_instrument_begins(
    parts: list[str | OutlineItem | list[OutlineItem]], expected: list[tuple[int, int, int]]
) -> None:
    assert ranges(*parts) == expected


@pytest.mark.parametrize(
    ("text", "layout", "expected"),
    [
        ("B. DRAFT DECISION", {}, True),
        ("Draft decision on lamps", {}, True),
        ("Draft decision on lamps", {"starts_paragraph": False}, False),
        ("Draft decision on lamps", {"starts_paragraph": False, "bold": True}, True),
        ("DRAFT DECISION", {"starts_paragraph": False}, True),
        ("Draft decision on lamps,", {}, False),
        ("Draft decision on lamps.", {}, False),
        ("Decision on lamps", {}, False),
        ("FINAL ACT OF LAMPS", {}, True),
    ],
)
def test_a_line_that_names_an_instrument(text: str, layout: dict[str, object], expected: bool) -> None:
    assert is_instrument_title(paragraph(text, **layout), EN) is expected


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (BODY, True),
        ([heading("rule", "1")], True),
        ([*(paragraph(f"{n}. Oil.") for n in range(1, 5)), *BODY], True),
        ([*(paragraph(f"{n}. Oil.") for n in range(1, 6)), *BODY], False),
        ([paragraph("1. Oil."), heading("annex", "I"), *BODY], False),
        ([paragraph("Oil."), heading("annex", "I"), *BODY], True),
        ([paragraph("Oil.")], False),
        ([], False),
    ],
)
def test_what_a_text_rests_on(items: list[OutlineItem], expected: bool) -> None:
    assert rests_on_articles(items, EN) is expected
