"""How Word counts: every rule of its lists, with a small package for each."""

from __future__ import annotations

import pytest

from tests.reading.word_files import abstract, level, num, p, read, said, style

THREE = (level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)"))


def labels(levels: str, *places: int, more: str = "", definition: str = "") -> list[str]:
    """The labels of paragraphs at some levels of one list."""
    numbering = (definition or abstract(1, levels)) + num(1, 1, more)
    found = read("".join(p("x", num=(1, place)) for place in places), numbering=numbering)
    return [block.number for block in found.blocks]


COUNTED: list[tuple[str, tuple[int, ...], list[str]]] = [
    ("".join(THREE), (0, 1, 1, 0, 1), ["1.", "(a)", "(b)", "2.", "(a)"]),
    ("".join(THREE), (0, 1, 2, 2, 1, 2), ["1.", "(a)", "(i)", "(ii)", "(b)", "(i)"]),
    ("".join(THREE), (1, 0, 0), ["(a)", "2.", "3."]),
    ("".join(THREE), (2, 1, 0), ["(i)", "(b)", "2."]),
    (level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2"), (0, 1, 1, 0, 1), ["1.", "1.1", "1.2", "2.", "2.1"]),
    (level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2"), (1, 1), ["1.1", "1.2"]),
    (level(0, "decimal", "%1.", start=4) + level(1, "decimal", "%1.%2", start=7), (0, 1, 0, 1), ["4.", "4.7", "5.", "5.7"]),
    (level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", more="<w:isLgl/>"), (0, 0, 1), ["I", "II", "2.1"]),
    (level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2"), (0, 0, 1), ["I", "II", "II.1"]),
    (level(0, "decimalZero", "%1") + level(1, "decimal", "%1.%2", more="<w:isLgl/>"), (0, 1), ["01", "01.1"]),
    (level(0, "none", "%1Oil"), (0, 0), ["Oil", "Oil"]),
    (level(0, "bullet", "\uf0b7"), (0,), ["•"]),
    (level(0, "bullet", "–"), (0,), ["–"]),
    (level(0, "bullet", "o"), (0,), ["•"]),
    (level(0, "decimal", ""), (0,), [""]),
    (level(0, "oddFormat", "%1."), (0, 0), ["1.", "2."]),
    (level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)", more='<w:lvlRestart w:val="0"/>'), (0, 1, 0, 1), ["1.", "(a)", "2.", "(b)"]),
    (level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)", more='<w:lvlRestart w:val="1"/>'), (0, 1, 0, 1), ["1.", "(a)", "2.", "(a)"]),
    ("".join(THREE[:2]) + level(2, "lowerRoman", "(%3)", more='<w:lvlRestart w:val="1"/>'), (0, 1, 2, 1, 2, 0, 2),
     ["1.", "(a)", "(i)", "(b)", "(ii)", "2.", "(i)"]),
    (level(8, "decimal", "%9."), (8, 9, 12), ["1.", "2.", "3."]),
    ('<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>', (0, 0), ["0.", "1."]),
    ('<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/><w:lvlText w:val="%1."/></w:lvl>', (0, 0),
     ["001.", "002."]),
    ('<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="custom" w:format="1, 2, 3, ..."/><w:lvlText w:val="%1."/></w:lvl>', (0,), ["1."]),
    ('<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>', (0,), ["1."]),
    ('<w:lvl w:ilvl="9"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>', (0,), [""]),
]  # fmt: skip


@pytest.mark.parametrize(("levels", "places", "expected"), COUNTED)
def test_labels_of_a_list(levels: str, places: tuple[int, ...], expected: list[str]) -> None:
    assert labels(levels, *places) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", ["1.", "(a)", "2."]),
        ('<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>', ["5.", "(a)", "6."]),
        ('<w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride>', ["1.", "(c)", "2."]),
        ('<w:lvlOverride w:ilvl="9"><w:startOverride w:val="3"/></w:lvlOverride>', ["1.", "(a)", "2."]),
        ('<w:lvlOverride w:ilvl="-1"><w:startOverride w:val="3"/></w:lvlOverride>', ["1.", "(a)", "2."]),
        (f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>', ["A)", "(a)", "B)"]),
        (f'<w:lvlOverride w:ilvl="1">{level(0, "upperLetter", "%2)")}</w:lvlOverride>', ["1.", "A)", "2."]),
    ],
)  # fmt: skip
def test_a_list_with_levels_of_its_own(more: str, expected: list[str]) -> None:
    assert labels("".join(THREE), 0, 1, 0, more=more) == expected


def test_lists_of_one_definition_count_on_and_one_that_starts_afresh_does_not() -> None:
    afresh = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = abstract(1, *THREE) + num(1, 1) + num(2, 1) + num(3, 1, afresh)
    body = "".join(p("x", num=(list_, 0)) for list_ in (1, 1, 2, 3, 3, 1))
    assert [block.number for block in read(body, numbering=numbering).blocks] == [
        "1.",
        "2.",
        "3.",
        "1.",
        "2.",
        "3.",
    ]


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', "(a)"),
        ('<w:numPr><w:numId w:val="1"/></w:numPr>', "1."),
        ('<w:numPr><w:ilvl w:val="-3"/><w:numId w:val="1"/></w:numPr>', "1."),
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>', ""),
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>', ""),
        ('<w:pStyle w:val="Item"/>', "(a)"),
        ('<w:pStyle w:val="Item"/><w:numPr><w:ilvl w:val="0"/></w:numPr>', "1."),
        ('<w:pStyle w:val="Item"/><w:numPr><w:numId w:val="0"/></w:numPr>', ""),
        ('<w:pStyle w:val="Linked"/>', "(i)"),
        ('<w:pStyle w:val="Below"/>', "(i)"),
        ('<w:pStyle w:val="Plain"/>', ""),
    ],
)  # fmt: skip
def test_the_list_and_level_of_a_paragraph(properties: str, expected: str) -> None:
    styles = (
        style("Item", p_pr='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')
        + style("Linked", p_pr='<w:numPr><w:numId w:val="1"/></w:numPr>') + style("Below", based="Linked") + style("Plain")
    )  # fmt: skip
    linked = (*THREE[:2], level(2, "lowerRoman", "(%3)", more='<w:pStyle w:val="Linked"/>'))
    found = read(p("x", properties=properties), numbering=abstract(1, *linked) + num(1, 1), styles=styles)
    assert [block.number for block in found.blocks] == [expected]


def test_a_list_whose_definition_is_linked_through_a_style() -> None:
    numbering = (
        abstract(1, more='<w:numStyleLink w:val="Treaty"/>') + abstract(2, *THREE, more='<w:styleLink w:val="Treaty"/>')
        + num(1, 1) + num(2, 2)
    )  # fmt: skip
    styles = '<w:style w:type="numbering" w:styleId="Treaty"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    body = p("x", num=(1, 0)) + p("x", num=(1, 1))
    assert [said(block) for block in read(body, numbering=numbering, styles=styles).blocks] == [
        "1. x",
        "(a) x",
    ]
    assert [said(block) for block in read(body, numbering=numbering).blocks] == ["1. x", "(a) x"]
