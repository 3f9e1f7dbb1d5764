"""Where a preamble begins and what it holds: every rule with a case that needs it."""

from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of, heading, paragraph, tree
from treatydiff.language.registry import get_language
from treatydiff.structure.preambles import (
    OutlineItem,
    is_numbered,
    is_preamble_heading,
    opens_preamble,
    opens_recital,
    preamble_start,
    reads_like_recital,
)

EN = get_language("en")
PARTIES, FORMULA = "The States Parties,", "Have agreed as follows:"
R1, R2 = "Recalling the Charter of the Northern Lamps,", "Noting that oil is scarce on all the coasts,"
DARK = "The coasts of both sides are dark, and the keepers want light "
NOTE = "This note is by the Chair of the Lamp Board."


def start(*texts: str | OutlineItem) -> int:
    """The number of the item that the preamble begins with; an article stands behind them all."""
    items = [paragraph(text) if isinstance(text, str) else text for text in texts]
    return preamble_start([*items, heading("article", "1")], len(items), EN)


STARTS: list[tuple[list[str | OutlineItem], int]] = [
    ([], 0),
    ([NOTE], 1),
    ([NOTE, "PREAMBLE", R1], 1),
    ([NOTE, "PREAMBLE", NOTE, "PREAMBLE", R1], 3),
    ([NOTE, PARTIES, R1], 1),
    ([NOTE, PARTIES, R1, FORMULA], 1),
    ([NOTE, R1, FORMULA], 1),
    ([NOTE, R1, R2, FORMULA], 1),
    ([NOTE, FORMULA], 1),
    ([NOTE, R1, R2], 1),
    ([NOTE, R1, "Oil is scarce and so is light on all of the coasts"], 3),
    ([PARTIES, R1, NOTE, PARTIES, R1, FORMULA], 0),
    ([NOTE, PARTIES, R1, "[More is to come.]", R2, FORMULA], 1),
    ([NOTE, PARTIES, "[More is to come.]", R2, FORMULA], 3),
    ([NOTE, R1, PARTIES, R2], 1),
    ([NOTE, "Further", PARTIES, R2], 2),
    # the parties by their names
    ([NOTE, "NORTHLAND,", "SOUTHLAND,", R1, FORMULA], 1),
    ([NOTE, "The Republic of Northland, of the one part,", "The Kingdom of Southland, of the other part,", R1, FORMULA], 1),
    ([NOTE, "AGREEMENT ON LAMPS", "NORTHLAND,", R1, FORMULA], 2),
    ([NOTE, "NORTHLAND,", "AND ITS OVERSEAS TERRITORIES", R1, FORMULA], 1),
    ([paragraph("Agreement on Lamps", bold=True), R1, FORMULA], 1),
    ([NOTE, "on lamps and oil", R1, FORMULA], 2),
    ([NOTE, "Hereinafter the Parties:", R1, FORMULA], 1),
    # numbered recitals
    ([NOTE, "(1) Oil is scarce.", "(2) Fog is not.", FORMULA], 1),
    ([NOTE, "(1) Oil is scarce.", "It was so of old.", "(2) Fog is not.", FORMULA], 1),
    ([NOTE, "Whereas:", "(1) Oil is scarce.", "(2) Fog is not.", FORMULA], 1),
    ([NOTE, R1, "Whereas:", "(1) Oil is scarce.", "(2) Fog is not.", FORMULA], 1),
    # on lines of their own
    ([NOTE, "WE THE PEOPLES OF THE COAST", R1, FORMULA], 1),
    ([NOTE, "WE THE PEOPLES OF THE COAST", "DETERMINED", "to keep the lamps of all the coasts lit,", FORMULA], 1),
    ([paragraph("THE STATES PARTIES", bold=True), R1, FORMULA], 1),
    ([NOTE, "The Governments represented at this Conference", R1], 1),
    ([NOTE, "The Governments represented at this Conference", "Oil."], 3),
    # a heading directly above the body, and the nearer of two
    ([NOTE, "PREAMBLE"], 1),
    ([NOTE, "PREAMBLE", R1, "PREAMBLE"], 3),
    # a formula with something between it and the body
    ([R1, FORMULA, "Oil", "Fog"], 0),
    ([R1, FORMULA, "Oil", "Fog", "Wind"], 5),
    ([R1, FORMULA, heading("part", "I")], 0),
    ([R1, FORMULA, heading("annex", "1")], 3),
    ([R1, R2, heading("part", "I")], 0),
    ([R1, R2, heading("annex", "I")], 3),
    ([heading("part", "I"), R1, FORMULA], 1),
    ([R1, heading("part", "I"), R2, FORMULA], 2),
    # a preamble in one paragraph
    ([NOTE, DARK.ljust(120, "x")], 2),
    ([NOTE, DARK.ljust(121, "x")], 1),
    ([NOTE, DARK.ljust(121, "x") + "."], 2),
    ([NOTE, "1. " + DARK.ljust(121, "x")], 2),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "expected"), STARTS)
def test_where_a_preamble_begins(texts: list[str | OutlineItem], expected: int) -> None:
    assert start(*texts) == expected


@pytest.mark.parametrize(
    ("text", "opens", "heads", "alone"),
    [
        ("PREAMBLE", False, True, True),
        ("[Preamble]", False, True, True),
        ("Preamble:", False, True, True),
        ("Preamble The States Parties,", False, True, True),
        ("Preamble: Oars are made of wood", False, True, False),
        ("Preamble: oars are made of wood", False, False, False),
        ("Preambles", False, False, False),
        ("The States Parties,", True, False, False),
        ("The States Parties;", True, False, False),
        ("The States Parties:", True, False, False),
        ("The States Parties and", True, False, False),
        ("[The States Parties,]", True, False, False),
        ("The States Parties", False, False, False),
        ("THE STATES PARTIES", True, False, False),
        ("The States Parties " + "x" * 381, False, False, False),
        ("The States Parties " + "x" * 382, True, False, False),
        ("Oil,", False, False, False),
    ],
)
def test_the_parties_and_the_word_preamble(text: str, opens: bool, heads: bool, alone: bool) -> None:
    item = paragraph(text)
    assert opens_preamble(item, EN) is opens
    assert is_preamble_heading(item, EN) is heads
    assert is_preamble_heading(item, EN, alone=True) is alone


@pytest.mark.parametrize(
    ("text", "opens", "reads"),
    [
        ("Recalling it,", True, False),
        ("Recalling all of their duties,", True, False),
        ("Recalling all of their duties o,", True, True),
        ("Recalling all of their duties o,]", True, True),
        ("Recalling all of their duties o", False, False),
        ("Recalling all of their duties and", True, True),
        ("Recalling all of their duties.", False, False),
        ("Recalling ".ljust(400, "x") + ".", True, False),
        ("Recalling ".ljust(400, "x"), False, False),
        ("Recalling ".ljust(401, "x"), True, False),
        ("Oil is scarce on all of the coasts;", False, True),
        ("Have agreed as follows:", False, True),
        ("", False, False),
    ],
)
def test_recitals(text: str, opens: bool, reads: bool) -> None:
    item = paragraph(text or "x")
    assert opens_recital(item, EN) is opens
    assert reads_like_recital(item, EN) is reads


def test_a_recital_in_chinese_is_short() -> None:
    zh = get_language("zh")
    assert [reads_like_recital(paragraph(text), zh) for text in ("灯塔与油，", "灯塔与油灯，")] == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("1. Oil", "", True),
        ("(1) Oil", "", False),
        ("Oil", "", False),
        ("Oil", "1.", True),
        ("1. Oil", "(a)", False),
    ],
)
def test_a_paragraph_with_a_number_of_its_own(text: str, number: str, expected: bool) -> None:
    assert is_numbered(paragraph(text, number=number), EN) is expected


def test_a_heading_is_none_of_these() -> None:
    head = heading("article", "1")
    kinds = (is_numbered, opens_preamble, is_preamble_heading, opens_recital, reads_like_recital)
    assert not any(kind(head, EN) for kind in kinds)


def preamble(*lines: str, behind: str = "Article 1\n\nOil.\n\nArticle 2\n\nFog.\n") -> list[str]:
    """What a preamble of some paragraphs holds."""
    rows = tree(draft_of("\n\n".join(lines) + f"\n\n{behind}"))
    return [row.removeprefix("preamble__") for row in rows if row.startswith("preamble")]


HELD: list[tuple[list[str], list[str]]] = [
    ([PARTIES, R1, R2, FORMULA], ["preamble", f"intro | {PARTIES}", f"rec_1 | {R1}", f"rec_2 | {R2}", f"wrapup | {FORMULA}"]),
    (["PREAMBLE", PARTIES, R1, FORMULA], ["preamble | PREAMBLE", f"intro | {PARTIES}", f"rec_1 | {R1}", f"wrapup | {FORMULA}"]),
    (["[PREAMBLE]", PARTIES, R1], ["preamble | [PREAMBLE]", f"intro | {PARTIES}", f"rec_1 | {R1}"]),
    ([PARTIES, "Whereas:", "(1) oil is scarce;", "(2) fog is not;", FORMULA],
     ["preamble", f"intro | {PARTIES}", "intro-2 | Whereas:", "rec_1 | oil is scarce;", "rec_2 | fog is not;", f"wrapup | {FORMULA}"]),
    ([PARTIES, "Whereas both of the two sides want:", R1, FORMULA],
     ["preamble", f"intro | {PARTIES}", "rec_1 | Whereas both of the two sides want:", f"rec_2 | {R1}", f"wrapup | {FORMULA}"]),
    ([PARTIES, R1, FORMULA, "to be read with the annex,"],
     ["preamble", f"intro | {PARTIES}", f"rec_1 | {R1}", f"wrapup | {FORMULA}", "wrapup-2 | to be read with the annex,"]),
    ([PARTIES, "(a) oil is scarce;", "Option 1: fog is not,", "Option 2: fog is,", FORMULA],
     ["preamble", f"intro | {PARTIES}", "rec_1", "rec_1__intro | oil is scarce;", "rec_1__opt_1 | fog is not,", "rec_1__opt_2 | fog is,",
      f"wrapup | {FORMULA}"]),
    ([PARTIES, "(a) Option 1: fog is not,", FORMULA],
     ["preamble", f"intro | {PARTIES}", "rec_1", "rec_1__opt_1 | fog is not,", f"wrapup | {FORMULA}"]),
    (["Northland, of the one part,", "Southland, of the other part,", R1, FORMULA],
     ["preamble", "intro | Northland, of the one part,", "intro-2 | Southland, of the other part,", f"rec_1 | {R1}", f"wrapup | {FORMULA}"]),
    # a preamble that runs on in one paragraph
    ([f"{PARTIES} Recalling the Charter, Noting that oil is scarce, Have agreed as follows:"],
     ["preamble", f"intro | {PARTIES}", "rec_1 | Recalling the Charter,", "rec_2 | Noting that oil is scarce,", f"wrapup | {FORMULA}"]),
    ([f"{PARTIES} keepers of lamps; Recalling the Charter, and its annexes, Have agreed as follows:"],
     ["preamble", f"intro | {PARTIES} keepers of lamps;", "rec_1 | Recalling the Charter, and its annexes,", f"wrapup | {FORMULA}"]),
    ([PARTIES, "Recalling the Charter, Noting that oil is scarce on the coasts,", FORMULA],
     ["preamble", f"intro | {PARTIES}", "rec_1 | Recalling the Charter, Noting that oil is scarce on the coasts,", f"wrapup | {FORMULA}"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), HELD)
def test_what_a_preamble_holds(lines: list[str], expected: list[str]) -> None:
    assert preamble(*lines) == expected


@pytest.mark.parametrize("length", [160, 161])
def test_the_name_of_a_party_is_short(length: int) -> None:
    party = "Northland ".ljust(length - 1, "x") + ","
    assert ("intro" in preamble(party, R1, FORMULA)[1]) is (length == 160)


@pytest.mark.parametrize("end", [",", ";", ":", " and", "."])
def test_how_the_name_of_a_party_ends(end: str) -> None:
    found = preamble(f"Northland, of the one part{end}", PARTIES, R1, FORMULA)
    assert any("Northland" in row for row in found if row.startswith("intro")) is (end != ".")


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("1. Oil.\n\n2. Fog.", ["para_1 | Oil.", "para_2 | Fog."]),
        ("LAMPS\n\n1. Oil.\n\n2. Fog.", ["sec_u1 | LAMPS", "para_1 | Oil.", "para_2 | Fog."]),
        ("I. LAMPS\n\n1. Oil.\n\nII. BELLS\n\n2. Fog.",
         ["chp_I | LAMPS", "para_1 | Oil.", "chp_II | BELLS", "para_2 | Fog."]),
    ],
)  # fmt: skip
def test_what_ends_the_preamble_of_a_resolution(behind: str, expected: list[str]) -> None:
    rows = tree(draft_of(f"The General Assembly,\n\n{R1}\n\n{R2}\n\n{behind}\n"))
    assert rows[:4] == [
        "preamble",
        "preamble__intro | The General Assembly,",
        f"preamble__rec_1 | {R1}",
        f"preamble__rec_2 | {R2}",
    ]
    assert rows[4:] == expected
