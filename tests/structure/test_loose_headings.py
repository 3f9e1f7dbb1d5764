"""Lines that head something without a word for it, numbers that go on, and preambles at their bounds."""

from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of, draft_of_blocks, line, tree

BODY = "Article 1\n\nOil.\n\nArticle 2\n\nFog.\n\n"


def annexed(*lines: str) -> list[str]:
    """What an annex of some paragraphs holds, behind a body of two articles."""
    rows = tree(draft_of(BODY + "ANNEX\n\n" + "\n\n".join(lines) + "\n"))
    return [row.removeprefix("annex__") for row in rows if row.startswith("annex__")]


LOOSE: list[tuple[list[str], list[str]]] = [
    (["1. Oil.", "LAMPS", "2. Fog."], ["para_1 | Oil.", "sec_u1 | LAMPS", "sec_u1__para_2 | Fog."]),
    (["1. Oil.", "LAMPS.", "2. Fog."], ["para_1", "para_1__subpara_u1 | Oil.", "para_1__subpara_u2 | LAMPS.", "para_2 | Fog."]),
    (["1. Oil.", "LAMPS".ljust(150, "S"), "2. Fog."], ["para_1 | Oil.", "sec_u1 | " + "LAMPS".ljust(150, "S"), "sec_u1__para_2 | Fog."]),
    (["1. Oil.", "LAMPS".ljust(151, "S"), "2. Fog."],
     ["para_1", "para_1__subpara_u1 | Oil.", "para_1__subpara_u2 | " + "LAMPS".ljust(151, "S"), "para_2 | Fog."]),
    (["1. Oil.", "Option 1", "2. Fog."], ["para_1 | Oil.", "opt_1", "opt_1__para_2 | Fog."]),
    (["1. Oil.", "LAMPS AND", "BELLS", "2. Fog."], ["para_1 | Oil.", "sec_u1 | LAMPS AND BELLS", "sec_u1__para_2 | Fog."]),
    (["1. Oil.", "LAMPS", "BELLS", "2. Fog."], ["para_1 | Oil.", "sec_u1 | LAMPS", "sec_u2 | BELLS", "sec_u2__para_2 | Fog."]),
    (["A. Lamps", "1. Oil.", "B. Bells", "2. Fog."], ["sec_A | Lamps", "sec_A__para_1 | Oil.", "sec_B | Bells", "sec_B__para_2 | Fog."]),
    (["I. LAMPS", "A. North", "1. Oil.", "B. South", "2. Fog.", "II. BELLS", "3. Ice."],
     ["chp_I | LAMPS", "chp_I__sec_A | North", "chp_I__sec_A__para_1 | Oil.", "chp_I__sec_B | South", "chp_I__sec_B__para_2 | Fog.", "chp_II | BELLS",
      "chp_II__para_3 | Ice."]),
    (["A. Lamps", "I. Bells", "1. Oil."], ["sec_A | Lamps", "chp_I | Bells", "chp_I__para_1 | Oil."]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), LOOSE)
def test_lines_that_head_what_an_annex_holds(lines: list[str], expected: list[str]) -> None:
    assert annexed(*lines) == expected


@pytest.mark.parametrize(
    ("layout", "heads"),
    [
        ({"centred": True}, True),
        ({"bold": True}, True),
        ({"style": "Heading 2"}, True),
        ({}, False),
        ({"bold": True, "number": "(x)"}, False),
    ],
)
def test_the_look_of_a_line_that_heads(layout: dict[str, object], heads: bool) -> None:
    start = {"starts_paragraph": True}
    draft = draft_of_blocks(
        line(0, "Article 1", centred=True), line(1, "Oil.", **start), line(2, "Article 2", centred=True), line(3, "Fog.", **start),
        line(4, "ANNEX", centred=True), line(5, "1. Ice.", **start), line(6, "Lamps", **{**start, **layout}), line(7, "2. Rain.", **start),
    )  # fmt: skip
    assert any(node.kind == "subsection" and node.heading == "Lamps" for node in draft.walk()) is heads


NUMBERS: list[tuple[str, list[str]]] = [
    # the body goes on behind an annex that stands in its middle
    (f"{BODY}ANNEX I\n\nArticle 1\n\nIce.\n\nArticle 3\n\nRain.\n", ["art_1", "art_2", "annex_I", "annex_I__art_1", "art_3"]),
    (f"{BODY}ANNEX I\n\nArticle 1\n\nIce.\n\nArticle 2\n\nWind.\n\nArticle 3\n\nRain.\n",
     ["art_1", "art_2", "annex_I", "annex_I__art_1", "annex_I__art_2", "annex_I__art_3"]),
    (f"{BODY}ANNEX I\n\nArticle 1\n\nIce.\n\nArticle 4\n\nRain.\n", ["art_1", "art_2", "annex_I", "annex_I__art_1", "annex_I__art_4"]),
    ("Article 1.1\n\nOil.\n\nArticle 1.2\n\nFog.\n\nANNEX I\n\nArticle 1.1\n\nIce.\n\nArticle 1.3\n\nRain.\n",
     ["art_1.1", "art_1.2", "annex_I", "annex_I__art_1.1", "art_1.3"]),
    ("Article 1.1\n\nOil.\n\nArticle 1.2\n\nFog.\n\nANNEX I\n\nArticle 1.1\n\nIce.\n\nArticle 2.1\n\nRain.\n",
     ["art_1.1", "art_1.2", "annex_I", "annex_I__art_1.1", "annex_I__art_2.1"]),
    ("Article 1.1\n\nOil.\n\nArticle 1.2\n\nFog.\n\nANNEX I\n\nArticle 1.1\n\nIce.\n\nArticle 2.3\n\nRain.\n",
     ["art_1.1", "art_1.2", "annex_I", "annex_I__art_1.1", "annex_I__art_2.3"]),
    (f"PART I\n\n{BODY}ANNEX I\n\nPART I\n\nArticle 1\n\nIce.\n\nPART II\n\nArticle 3\n\nRain.\n",
     ["part_I", "art_1", "art_2", "annex_I", "annex_I__part_I", "annex_I__part_I__art_1", "annex_I__part_II", "art_3"]),
    (f"{BODY}ANNEX I\n\nArticle 1\n\nIce.\n\nANNEX II\n\nArticle 1\n\nRain.\n\nArticle 2\n\nDew.\n",
     ["art_1", "art_2", "annex_I", "annex_I__art_1", "annex_II", "annex_II__art_1", "annex_II__art_2"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_where_numbers_go_on_behind_an_annex(text: str, expected: list[str]) -> None:
    kinds = ("part", "article", "annex")
    assert [node.id for node in draft_of(text).walk() if node.kind in kinds] == expected


def recitals(*lines: str) -> list[str]:
    """Kinds of what a preamble holds."""
    draft = draft_of("\n\n".join(("PREAMBLE", *lines, "Have agreed as follows:")) + "\n\n" + BODY)
    top = next(node for node in draft.walk() if node.kind == "preamble")
    return [child.kind for child in top.children]


@pytest.mark.parametrize(
    ("line_", "kind"),
    [
        ("Whereas in the years of fog:", "intro"),
        ("Whereas in the years of fog a:", "intro"),
        ("Whereas in the years of fog ab:", "recital"),
        ("The States Parties ".ljust(398, "x") + ",", "intro"),
        ("The States Parties ".ljust(399, "x") + ",", "recital"),
    ],
)
def test_what_announces_recitals(line_: str, kind: str) -> None:
    assert recitals(line_, "Recalling the Charter,")[0] == kind


@pytest.mark.parametrize(
    ("number", "kinds"),
    [
        ("Pp1.", "recital"),
        ("1.", "recital"),
        ("(1)", "recital"),
        ("(a)", "recital"),
        ("(ii)", "recital"),
        ("A.", "recital"),
        ("•", "recital"),
    ],
)
def test_recitals_with_labels(number: str, kinds: str) -> None:
    assert recitals(f"{number} Recalling the Charter of the lamps,")[0] == kinds


def test_two_lines_that_might_be_one_heading() -> None:
    rows = tree(draft_of("Article 1\n\nOil.\n\nLAST THINGS\n\nIN FORCE\n\nArticle 2\n\nFog.\n"))
    assert rows == [
        "art_1",
        "art_1__para_u1 | Oil.",
        "sec_u1 | LAST THINGS",
        "sec_u2 | IN FORCE",
        "art_2",
        "art_2__para_u1 | Fog.",
    ]


def test_a_letter_that_follows_another_is_no_numeral() -> None:
    text = BODY + "ANNEX\n\n" + "\n\n".join(f"{letter}. Lamps" for letter in "ABCDEFGHI") + "\n\n1. Ice.\n"
    assert [node.kind for node in draft_of(text).walk() if node.heading == "Lamps"] == ["section"] * 9


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["(A) oil is scarce;", "(B) fog is not;"], ["rec_1", "rec_2"]),
        (["A. Oil is scarce,", "B. Fog is not,"], ["rec_1", "rec_2"]),
        (["(a) oil is scarce;", "(b) fog is not;"], ["rec_1", "rec_2"]),
        (
            ["Having regard to the Charter,", "(1) oil is scarce;", "(2) fog is not;"],
            ["rec_u1", "rec_1", "rec_2"],
        ),
        (["PP1 Oil is scarce,", "PP2 Fog is not,"], ["rec_1", "rec_2"]),
    ],
)
def test_numbers_of_recitals(lines: list[str], expected: list[str]) -> None:
    text = "\n\n".join(("The States Parties,", *lines, "Have agreed as follows:")) + "\n\n" + BODY
    found = [node for node in draft_of(text).walk() if node.kind == "recital"]
    assert [node.id.removeprefix("preamble__") for node in found] == expected
