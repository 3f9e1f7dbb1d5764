"""What stands inside an article: labels, depths, options, remarks, tables; and the containers above it."""

from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of, draft_of_blocks, line, tree


def inside(*paragraphs: str, language: str = "auto") -> list[str]:
    """What an article holds that is made of some paragraphs; a second article stands behind it."""
    below = "\n\n".join(paragraphs)
    draft = draft_of(f"Article 1\n\n{below}\n\nArticle 2\n\nThe Board meets.\n", language=language)
    rows = [row for row in tree(draft) if row.startswith("art_1__")]
    return [row.removeprefix("art_1__") for row in rows]


DEPTHS: list[tuple[list[str], list[str]]] = [
    (["Oil."], ["para_u1 | Oil."]),
    (["Oil.", "Fog."], ["para_u1 | Oil.", "para_u2 | Fog."]),
    (["1. Oil.", "2. Fog."], ["para_1 | Oil.", "para_2 | Fog."]),
    (["1. Oil:", "(a) fog;", "(b) wind."], ["para_1", "para_1__intro | Oil:", "para_1__subpara_a | fog;", "para_1__subpara_b | wind."]),
    (["Oil:", "(a) fog;", "(b) wind."], ["intro | Oil:", "subpara_a | fog;", "subpara_b | wind."]),
    (["Oil.", "(a) fog;", "(b) wind."], ["intro | Oil.", "subpara_a | fog;", "subpara_b | wind."]),
    (["Oil.", "Rain:", "(a) fog;", "(b) wind."],
     ["para_u1 | Oil.", "para_u2", "para_u2__intro | Rain:", "para_u2__subpara_a | fog;", "para_u2__subpara_b | wind."]),
    (["Oil.", "Rain.", "(a) fog;"], ["para_u1 | Oil.", "para_u2 | Rain.", "subpara_a | fog;"]),
    (["1. Oil:", "(a) fog:", "(i) far;", "(ii) near;", "(b) wind.", "2. Rain."],
     ["para_1", "para_1__intro | Oil:", "para_1__subpara_a", "para_1__subpara_a__intro | fog:", "para_1__subpara_a__point_i | far;",
      "para_1__subpara_a__point_ii | near;", "para_1__subpara_b | wind.", "para_2 | Rain."]),
    (["(h) Oil;", "(i) fog;", "(j) wind."], ["subpara_h | Oil;", "subpara_i | fog;", "subpara_j | wind."]),
    (["(g) Rain;", "(h) Oil:", "(i) fog;", "(ii) wind."],
     ["subpara_g | Rain;", "subpara_h", "subpara_h__intro | Oil:", "subpara_h__point_i | fog;", "subpara_h__point_ii | wind."]),
    (["1. Oil.", "2. Fog:", "1. far;", "2. near."],
     ["para_1 | Oil.", "para_2", "para_2__intro | Fog:", "para_2__subpara_1 | far;", "para_2__subpara_2 | near."]),
    (["1. Oil.", "2. Fog.", "1. far;"], ["para_1 | Oil.", "para_2 | Fog.", "para_1-2 | far;"]),
    (["1. Oil.", "2 bis. Fog.", "2. far."], ["para_1 | Oil.", "para_2bis | Fog.", "para_2 | far."]),
    (["1. Oil.", "1 bis. Fog.", "2. far."], ["para_1 | Oil.", "para_1bis | Fog.", "para_2 | far."]),
    (["1. Oil:", "(a) fog;", "(a bis) mist;", "(b) wind."],
     ["para_1", "para_1__intro | Oil:", "para_1__subpara_a | fog;", "para_1__subpara_abis | mist;", "para_1__subpara_b | wind."]),
    (["(1) Oil:", "(a) fog;", "(2) wind."], ["para_1", "para_1__intro | Oil:", "para_1__subpara_a | fog;", "para_2 | wind."]),
    (["A. Oil.", "B. Fog."], ["para_A | Oil.", "para_B | Fog."]),
    (["B. Oil keeps the lamps."], ["para_u1 | B. Oil keeps the lamps."]),
    (["(aa) Oil;", "(bb) fog;"], ["point_aa | Oil;", "point_bb | fog;"]),
    (["1. Oil.", "2. Fog:", "1. far;", "2. near;", "3. Rain."],
     ["para_1 | Oil.", "para_2", "para_2__intro | Fog:", "para_2__subpara_1 | far;", "para_2__subpara_2 | near;", "para_2__subpara_3 | Rain."]),
    (["1. Oil.", "2. Fog:", "1. far;", "2. near;", "3. wet.", "3. Rain."],
     ["para_1 | Oil.", "para_2", "para_2__intro | Fog:", "para_2__subpara_1 | far;", "para_2__subpara_2 | near;", "para_2__subpara_3 | wet.",
      "para_3 | Rain."]),
    (["(g) Rain;", "(h) Oil", "(i) fog;", "(ii) wind."],
     ["subpara_g | Rain;", "subpara_h", "subpara_h__intro | Oil", "subpara_h__point_i | fog;", "subpara_h__point_ii | wind."]),
    (["(g) Rain;", "(h) Oil:", "(i) fog."], ["subpara_g | Rain;", "subpara_h", "subpara_h__intro | Oil:", "subpara_h__point_i | fog."]),
    (["(g) Rain;", "(h) Oil;", "(i) fog."], ["subpara_g | Rain;", "subpara_h | Oil;", "subpara_i | fog."]),
    # more than one label on a line
    (["1. (a) Oil;", "(b) fog.", "2. Wind."],
     ["para_1", "para_1__subpara_a | Oil;", "para_1__subpara_b | fog.", "para_2 | Wind."]),
    (["1. (b) Oil;"], ["para_1 | (b) Oil;"]),
    (["(a) (i) Oil;", "(ii) fog."], ["subpara_a", "subpara_a__point_i | Oil;", "subpara_a__point_ii | fog."]),
    (["1. 1. Oil."], ["para_1 | 1. Oil."]),
    # dashes
    (["Oil:", "– fog;", "– wind."], ["intro | Oil:", "point_u1 | fog;", "point_u2 | wind."]),
    (["Oil:", "– (a) fog;", "– (b) wind."], ["intro | Oil:", "subpara_a | fog;", "subpara_b | wind."]),
    (["Oil:", "– A. fog;"], ["intro | Oil:", "point_u1 | A. fog;"]),
    # text without a label behind labels
    (["1. Oil.", "It is bought."], ["para_1", "para_1__subpara_u1 | Oil.", "para_1__subpara_u2 | It is bought."]),
    (["1. Oil.", "It is bought.", "It is lit."],
     ["para_1", "para_1__subpara_u1 | Oil.", "para_1__subpara_u2 | It is bought.", "para_1__subpara_u3 | It is lit."]),
    (["1. Oil:", "(a) fog;", "(b) wind,", "unless it rains."],
     ["para_1", "para_1__intro | Oil:", "para_1__subpara_a | fog;", "para_1__subpara_b | wind,", "para_1__wrapup | unless it rains."]),
    (["1. Oil:", "(a) fog:", "(i) far;", "(ii) near;", "unless it rains."],
     ["para_1", "para_1__intro | Oil:", "para_1__subpara_a", "para_1__subpara_a__intro | fog:", "para_1__subpara_a__point_i | far;",
      "para_1__subpara_a__point_ii | near;", "para_1__subpara_a__wrapup | unless it rains."]),
    (["1. Oil:", "(a) fog:", "(i) far;", "(ii) near.", "It rains."],
     ["para_1", "para_1__intro | Oil:", "para_1__subpara_a", "para_1__subpara_a__intro | fog:", "para_1__subpara_a__point_i | far;",
      "para_1__subpara_a__point_ii | near.", "para_1__wrapup | It rains."]),
    (["Oil:", "(a) fog;", "(b) wind,", "unless it rains."], ["intro | Oil:", "subpara_a | fog;", "subpara_b | wind,", "wrapup | unless it rains."]),
    (["Oil:", "(a) fog;", "(b) wind.", "It rains."], ["intro | Oil:", "subpara_a | fog;", "subpara_b | wind.", "para_u1 | It rains."]),
    (["Oil:", "(a) fog;", "(b) wind;", "It rains."], ["intro | Oil:", "subpara_a | fog;", "subpara_b | wind;", "wrapup | It rains."]),
    (["Snow.", "Oil:", "(a) fog;", "(b) wind,", "unless it rains."],
     ["para_u1 | Snow.", "para_u2", "para_u2__intro | Oil:", "para_u2__subpara_a | fog;", "para_u2__subpara_b | wind,",
      "para_u2__wrapup | unless it rains."]),
    # remarks in braces
    (["{Timing}", "1. Oil."], ["para_1 | Oil."]),
    (["1. Oil.", "{Timing}"], ["para_1 | Oil."]),
    (["1. Oil.", "{Timing} of oil"], ["para_1", "para_1__subpara_u1 | Oil.", "para_1__subpara_u2 | {Timing} of oil"]),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "expected"), DEPTHS)
def test_what_an_article_holds(paragraphs: list[str], expected: list[str]) -> None:
    assert inside(*paragraphs) == expected


OPTIONS: list[tuple[list[str], list[str]]] = [
    (["Option 1: Oil.", "Option 2: Fog."], ["opt_1 | Oil.", "opt_2 | Fog."]),
    (["Option 1: 1. Oil.", "2. Rain.", "Option 2: 1. Fog."],
     ["opt_1", "opt_1__para_1 | Oil.", "opt_1__para_2 | Rain.", "opt_2", "opt_2__para_1 | Fog."]),
    (["Option 1", "1. Oil.", "Option 2", "1. Fog.", "2. Rain."],
     ["opt_1", "opt_1__para_1 | Oil.", "opt_2", "opt_2__para_1 | Fog.", "opt_2__para_2 | Rain."]),
    (["1. Snow.", "Option 1: Oil.", "Option 2: Fog.", "2. Rain."], ["para_1 | Snow.", "opt_1 | Oil.", "opt_2 | Fog.", "para_2 | Rain."]),
    (["1. Snow:", "Option 1: oil;", "Option 2: fog.", "2. Rain."],
     ["para_1", "para_1__intro | Snow:", "para_1__opt_1 | oil;", "para_1__opt_2 | fog.", "para_2 | Rain."]),
    (["1. Option 1: Oil.", "Option 2: Fog.", "2. Rain."], ["para_1", "para_1__opt_1 | Oil.", "para_1__opt_2 | Fog.", "para_2 | Rain."]),
    (["1. Snow.", "[Option 1: Oil.]", "[Option 2: Fog.]", "It rains."],
     ["para_1 | Snow.", "opt_1 | [Oil.]", "opt_2 | [Fog.]", "para_u1 | It rains."]),
    (["[Option 1: Oil.", "Option 2: Fog.]", "It rains."], ["opt_1 | [Oil.", "opt_2 | Fog.]", "para_u1 | It rains."]),
    (["Option 1: No text", "Option 2: Fog.", "It rains."], ["opt_1 | No text", "opt_2", "opt_2__intro | Fog.", "opt_2__para_u1 | It rains."]),
    (["Option 1 (paragraphs 1 and 2):", "1. Oil.", "2. Rain."], ["opt_1 | paragraphs 1 and 2", "opt_1__para_1 | Oil.", "opt_1__para_2 | Rain."]),
    (["Option 1 (paragraphs 1-2):", "1. Oil.", "2. Rain.", "Option 2: (paragraph 1)", "1. Fog.", "2. Snow."],
     ["opt_1 | paragraphs 1-2", "opt_1__para_1 | Oil.", "opt_1__para_2 | Rain.", "opt_2 | paragraph 1", "opt_2__para_1 | Fog.", "para_2 | Snow."]),
    (["Option 1 (paragraph 1)", "1. Oil:", "(a) far;", "(b) near.", "2. Rain."],
     ["opt_1 | paragraph 1", "opt_1__para_1", "opt_1__para_1__intro | Oil:", "opt_1__para_1__subpara_a | far;", "opt_1__para_1__subpara_b | near.",
      "para_2 | Rain."]),
    (["Option 1 (paragraph 1)", "3. Oil.", "4. Rain."], ["opt_1 | paragraph 1", "opt_1__para_3 | Oil.", "opt_1__para_4 | Rain."]),
    (["Option 1 (Norway)", "1. Oil.", "2. Rain."], ["opt_1 | Norway", "opt_1__para_1 | Oil.", "opt_1__para_2 | Rain."]),
    (["1. Snow:", "(a) ice:", "Option 1: oil;", "Option 2: fog."],
     ["para_1", "para_1__intro | Snow:", "para_1__subpara_a", "para_1__subpara_a__intro | ice:", "para_1__subpara_a__opt_1 | oil;",
      "para_1__subpara_a__opt_2 | fog."]),
    (["[Option 1: Oil.]", "1. Rain."], ["opt_1 | [Oil.]", "para_1 | Rain."]),
    (["[Option 1: Oil.", "1. Rain.]", "2. Snow."],
     ["opt_1", "opt_1__intro | [Oil.", "opt_1__para_1 | Rain.]", "para_2 | Snow."]),
    (["[Option 1] Oil:", "(a) fog."], ["opt_1", "opt_1__intro | [] Oil:", "opt_1__subpara_a | fog."]),
    (["[Option 1]", "1. Fog.", "2. Snow."], ["opt_1", "opt_1__para_1 | Fog.", "opt_1__para_2 | Snow."]),
    (["1. Snow.", "Option 1: No text", "It rains."], ["para_1 | Snow.", "opt_1 | No text", "para_u1 | It rains."]),
    (["Option A – Oil.", "Option B – Fog."], ["opt_A | Oil.", "opt_B | Fog."]),
    (["Alt 1: Oil.", "Alt 2: Fog."], ["opt_1 | Oil.", "opt_2 | Fog."]),
    (["Option (a): Oil.", "Option (b): Fog."], ["opt_a | Oil.", "opt_b | Fog."]),
    (["Option 1: Oil:", "(a) fog;", "(b) wind.", "Option 2: Rain."],
     ["opt_1", "opt_1__intro | Oil:", "opt_1__subpara_a | fog;", "opt_1__subpara_b | wind.", "opt_2 | Rain."]),
    (["1. Snow.", "2. Ice.", "Option 1: 3. Oil.", "Option 2: 3. Fog.", "4. Rain."],
     ["para_1 | Snow.", "para_2 | Ice.", "opt_1", "opt_1__para_3 | Oil.", "opt_2", "opt_2__para_3 | Fog.", "opt_2__para_4 | Rain."]),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "expected"), OPTIONS)
def test_options_of_an_article(paragraphs: list[str], expected: list[str]) -> None:
    assert inside(*paragraphs) == expected


NUMBERED: list[tuple[list[tuple[str, str]], list[str]]] = [
    # what a list generates, and the words behind it
    ([("1.", "Oil."), ("2.", "Fog:"), ("(a)", "far;"), ("(b)", "near."), ("3.", "Ice.")],
     ["para_1 | Oil.", "para_2", "para_2__intro | Fog:", "para_2__subpara_a | far;", "para_2__subpara_b | near.", "para_3 | Ice."]),
    ([("1.", "(a) Oil;"), ("", "(b) fog.")], ["para_1", "para_1__subpara_a | Oil;", "para_1__subpara_b | fog."]),
    ([("1.", "{Timing}"), ("2.", "Fog.")], ["para_1 | {Timing}", "para_2 | Fog."]),
    # options, with a colon or without
    ([("Option 1:", "Oil."), ("Option 2:", "Fog.")], ["opt_1 | Oil.", "opt_2 | Fog."]),
    ([("Option 1", "Oil."), ("Option 2", "Fog.")], ["opt_1 | Oil.", "opt_2 | Fog."]),
    ([("Option A", "Oil."), ("Option B", "Fog.")], ["opt_A | Oil.", "opt_B | Fog."]),
    ([("1.", "Option 1: Oil."), ("", "Option 2: Fog.")], ["para_1", "para_1__opt_1 | Oil.", "para_1__opt_2 | Fog."]),
    # signs that say nothing of a place
    ([("§", "Oil."), ("¶", "Fog.")], ["para_u1 | Oil.", "para_u2 | Fog."]),
    ([("1.", "Ice."), ("§", "Oil.")], ["para_1", "para_1__subpara_u1 | Ice.", "para_1__subpara_u2 | Oil."]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), NUMBERED)
def test_numbers_that_the_file_generates(rows: list[tuple[str, str]], expected: list[str]) -> None:
    blocks = [line(0, "Article 1")]
    blocks += [
        line(at, text, number=number, starts_paragraph=True) for at, (number, text) in enumerate(rows, 1)
    ]
    draft = draft_of_blocks(*blocks)
    assert [row.removeprefix("art_1__") for row in tree(draft) if row.startswith("art_1__")] == expected
    assert draft.receipt.generated_numbers == sum(len(number.replace(" ", "")) for number, _ in rows)


def around(*lines: str, language: str = "auto") -> list[str]:
    """Everything of a draft of some paragraphs."""
    return tree(draft_of("\n\n".join(lines) + "\n", language=language))


A1, A2, A3 = ("Article 1", "Oil."), ("Article 2", "Fog."), ("Article 3", "Wind.")
CONTAINERS: list[tuple[tuple[str, ...], list[str]]] = [
    (("PART I", *A1, "CHAPTER 1", *A2, "PART II", *A3),
     ["part_I", "art_1", "art_1__para_u1 | Oil.", "part_I__chp_I", "art_2", "art_2__para_u1 | Fog.", "part_II", "art_3", "art_3__para_u1 | Wind."]),
    (("TITLE I", "CHAPTER 1", *A1, "CHAPTER 2", *A2, "TITLE II", *A3),
     ["title_I", "title_I__chp_I", "art_1", "art_1__para_u1 | Oil.", "title_I__chp_II", "art_2", "art_2__para_u1 | Fog.",
      "title_II", "art_3", "art_3__para_u1 | Wind."]),
    (("CHAPTER 1", "TITLE I", *A1, "TITLE II", *A2, "CHAPTER 2", *A3),
     ["chp_I", "title_I", "art_1", "art_1__para_u1 | Oil.", "title_II", "art_2", "art_2__para_u1 | Fog.", "chp_II", "art_3",
      "art_3__para_u1 | Wind."]),
    (("CHAPTER 1", *A1, "TITLE II", *A2, "CHAPTER 2", *A3),
     ["chp_I", "art_1", "art_1__para_u1 | Oil.", "title_II", "art_2", "art_2__para_u1 | Fog.", "title_II__chp_II", "art_3",
      "art_3__para_u1 | Wind."]),
    (("SECTION 1", "CHAPTER 1", *A1, "CHAPTER 2", *A2, "SECTION 2", *A3),
     ["sec_1", "sec_1__chp_I", "art_1", "art_1__para_u1 | Oil.", "sec_1__chp_II", "art_2", "art_2__para_u1 | Fog.", "sec_2", "art_3",
      "art_3__para_u1 | Wind."]),
    (("CHAPTER 1", "SECTION 1", *A1, "SECTION 2", *A2, "CHAPTER 2", *A3),
     ["chp_I", "chp_I__sec_1", "art_1", "art_1__para_u1 | Oil.", "chp_I__sec_2", "art_2", "art_2__para_u1 | Fog.", "chp_II", "art_3",
      "art_3__para_u1 | Wind."]),
    # an annex inside the body, behind which the body goes on
    ((*A1, "ANNEX", *A1, *A2),
     ["art_1", "art_1__para_u1 | Oil.", "annex", "annex__art_1", "annex__art_1__para_u1 | Oil.", "annex__art_2", "annex__art_2__para_u1 | Fog."]),
    ((*A1, *A2, "ANNEX", *A1, *A3),
     ["art_1", "art_1__para_u1 | Oil.", "art_2", "art_2__para_u1 | Fog.", "annex", "annex__art_1", "annex__art_1__para_u1 | Oil.", "art_3",
      "art_3__para_u1 | Wind."]),
    # lines that head articles
    ((*A1, "Cluster 2: Fog", *A2), ["art_1", "art_1__para_u1 | Oil.", "subsec_u1 | Cluster 2: Fog", "art_2", "art_2__para_u1 | Fog."]),
    (("FIRST OILS", *A1, "LAST FOGS", *A2), ["art_1", "art_1__para_u1 | Oil.", "sec_u1 | LAST FOGS", "art_2", "art_2__para_u1 | Fog."]),
    # closing
    ((*A1, *A2, "IN WITNESS WHEREOF the keepers sign.", "For the Government of the Coast:"),
     ["art_1", "art_1__para_u1 | Oil.", "art_2", "art_2__para_u1 | Fog.", "closing", "closing__para_u1 | IN WITNESS WHEREOF the keepers sign."]),
    # annexes with headings without words
    ((*A1, *A2, "ANNEX", "A. Lamps", "1. Oil.", "2. Fog.", "B. Bells", "1. Wind."),
     ["art_1", "art_1__para_u1 | Oil.", "art_2", "art_2__para_u1 | Fog.", "annex", "annex__sec_A | Lamps", "annex__sec_A__para_1 | Oil.",
      "annex__sec_A__para_2 | Fog.", "annex__sec_B | Bells", "annex__sec_B__para_1 | Wind."]),
    ((*A1, *A2, "ANNEX", "I. LAMPS", "1. Oil.", "II. BELLS", "1. Wind."),
     ["art_1", "art_1__para_u1 | Oil.", "art_2", "art_2__para_u1 | Fog.", "annex", "annex__chp_I | LAMPS", "annex__chp_I__para_1 | Oil.",
      "annex__chp_II | BELLS", "annex__chp_II__para_1 | Wind."]),
    ((*A1, *A2, "ANNEX", "LAMPS", "1. Oil."),
     ["art_1", "art_1__para_u1 | Oil.", "art_2", "art_2__para_u1 | Fog.", "annex | LAMPS", "annex__para_1 | Oil."]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), CONTAINERS)
def test_what_stands_in_what(lines: tuple[str, ...], expected: list[str]) -> None:
    assert around(*lines) == expected


def test_a_remark_stands_on_the_provision_behind_it_or_on_the_last() -> None:
    draft = draft_of("Article 1\n\n{Timing}\n\n1. Oil.\n\n2. Fog.\n\n{Place}\n\nArticle 2\n\nWind.\n")
    said = {
        node.id: [
            (mark.start, mark.end, dict(mark.attrs)["text"]) for mark in node.marks if mark.kind == "comment"
        ]
        for node in draft.walk()
    }
    assert said == {
        "art_1": [], "art_1__para_1": [(0, 0, "{Timing}")], "art_1__para_2": [(0, 0, "{Place}")], "art_2": [], "art_2__para_u1": [],
    }  # fmt: skip


def test_a_grid_of_cells_is_one_provision() -> None:
    cells = [("Lamp", "Oil"), ("North", "5"), ("South", "6")]
    blocks = [
        line(10 + 2 * row + column, text, cell=(0, row, column))
        for row, texts in enumerate(cells)
        for column, text in enumerate(texts)
    ]
    draft = draft_of_blocks(
        line(0, "Article 1", centred=True), line(1, "1. The lamps are:", starts_paragraph=True), *blocks,
        line(20, "x", cell=(1, 0, 0)), line(21, "yy", cell=(1, 0, 1)),
        line(30, "2. Fog.", starts_paragraph=True), line(40, "Article 2", centred=True), line(41, "Wind."),
    )  # fmt: skip
    assert tree(draft) == [
        "art_1", "art_1__para_1", "art_1__para_1__intro | The lamps are:",
        "art_1__para_1__tbl_1 | Lamp | Oil\nNorth | 5\nSouth | 6", "art_1__para_1__tbl_2 | x | yy",
        "art_1__para_2 | Fog.", "art_2", "art_2__para_u1 | Wind.",
    ]  # fmt: skip
