"""Signatures, covers, receipts, tables, columns and numbers out of order, at and beside every bound."""

from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of, draft_of_blocks, line, paragraph
from treatydiff.errors import ReadError
from treatydiff.language.registry import get_language
from treatydiff.model import Block, Furniture, Note, Receipt, Run, Span
from treatydiff.structure.other_matter import is_cover, part_signatures, signature_diagnostic
from treatydiff.structure.receipt import make_receipt, receipt_diagnostics
from treatydiff.structure.side_by_side import choose_column
from treatydiff.structure.tables import fold_tables, headings_in_tables, table_node

EN = get_language("en")
CLOSING = "IN WITNESS WHEREOF the keepers sign."
FOR = "For the Government of the Coast:"

SIGNED: list[tuple[list[str], int]] = [
    # what stands behind the formula, and how many lines of it are signatures
    ([FOR], 1),
    ([FOR, "J. Keeper"], 2),
    ([FOR, "The Board shall keep the lamps lit for as long as it is dark."], 1),
    ([FOR, "1. Oil"], 1),
    ([FOR, "A. Keeper"], 2),
    ([FOR, "Option 1: Oil"], 1),
    ([FOR, "DONE at Port Lamp"], 1),
    ([FOR, "x" * 120], 2),
    ([FOR, "x" * 121], 1),
    ([FOR, "one two three four five six seven eight."], 2),
    ([FOR, "one two three four five six seven eight nine."], 1),
    ([FOR, "one two three four five six seven eight"], 2),
    ([FOR, "one two three four five six seven eight nine"], 1),
    ([FOR, "One two three four five six seven eight nine"], 2),
    ([FOR, "ANNEXED TABLE", "1. Oil"], 1),
    ([FOR, "ANNEXED TABLE", "J. Keeper"], 3),
    ([FOR, "J. Keeper", "ANNEXED TABLE", "1. Oil"], 2),
    ([FOR, "1. Oil", FOR], 2),
    (["For all the keepers"], 0),
    (["For the purposes of oil"], 0),
    (["For the Coast;"], 0),
    (["For the Coast " + "x" * 106], 1),
    (["For the Coast " + "x" * 107], 0),
    (["(signed) J. Keeper"], 1),
    (["[Signatures]"], 1),
    (["_____"], 1),
    (["____"], 0),
    (["(L.S.)"], 1),
    (["Oil"], 0),
]


@pytest.mark.parametrize(("texts", "signed"), SIGNED)
def test_signatures(texts: list[str], signed: int) -> None:
    kept, signatures = part_signatures([paragraph(text) for text in (CLOSING, *texts)], EN)
    assert len(signatures) == signed
    assert len(kept) == 1 + len(texts) - signed
    assert kept[0].text == CLOSING


def test_what_opens_the_closing_is_no_signature() -> None:
    kept, signatures = part_signatures([paragraph(FOR), paragraph(FOR)], EN)
    assert (len(kept), len(signatures)) == (1, 1)


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ([], []),
        ([FOR], ["1 line of signatures set aside, from “For the Government of the Coast:” on"]),
        ([FOR, "J. Keeper"], ["2 lines of signatures set aside, from “For the Government of the Coast:” on"]),
        (["x" * 61], [f"1 line of signatures set aside, from “{'x' * 60}” on"]),
    ],
)
def test_what_is_said_of_signatures(texts: list[str], said: list[str]) -> None:
    found = signature_diagnostic([paragraph(text, page=4) for text in texts])
    assert [doubt.message for doubt in found] == said
    assert all(doubt.page == 4 for doubt in found)


LONG_SENTENCE = " ".join(["oil"] * 25)
COVERS: list[tuple[list[str], bool]] = [
    (["Convention on Lamps", "Port Lamp, 2031"], True),
    ([], False),
    (["x" * 300] * 3, True),
    (["x" * 300] * 3 + ["x"], False),
    (["x" * 301], False),
    ([LONG_SENTENCE + "."], True),
    ([LONG_SENTENCE + " oil."], False),
    ([LONG_SENTENCE + " oil"], True),
]


@pytest.mark.parametrize(("texts", "expected"), COVERS)
def test_covers(texts: list[str], expected: bool) -> None:
    assert is_cover(texts) is expected


def receipt_of(*runs: Run, provision: list[Span] | None = None, **classes: list[Span]) -> dict[str, int]:
    """What a receipt of one block counts."""
    found = make_receipt(
        [Block(0, runs)], [], [], provision=provision or [], front_matter=classes.get("front", []),
        other=classes.get("other", []), generated_numbers=0,
    )  # fmt: skip
    counts = {
        "provision": found.provision, "note": found.note, "front": found.front_matter, "other": found.other,
        "unaccounted": found.unaccounted,
    }  # fmt: skip
    return {name: count for name, count in counts.items() if count}


RECEIPTS: list[tuple[tuple[Run, ...], dict[str, list[Span]], dict[str, int]]] = [
    ((Run("oil lamp"),), {"provision": [Span(0, 0, 8)]}, {"provision": 7}),
    ((Run("oil lamp"),), {}, {"unaccounted": 7}),
    ((Run("oil lamp"),), {"provision": [Span(0, 0, 3)]}, {"provision": 3, "unaccounted": 4}),
    ((Run("oil lamp"),), {"provision": [Span(0, 0, 5)], "front": [Span(0, 3, 8)]}, {"provision": 4, "front": 3}),
    ((Run("oil lamp"),), {"front": [Span(0, 0, 5)], "other": [Span(0, 0, 8)]}, {"front": 4, "other": 3}),
    ((Run("oil"), Run(" lamp")), {"provision": [Span(0, 0, 3)], "other": [Span(0, 3, 8)]}, {"provision": 3, "other": 4}),
    ((Run("oil"), Run("1", note="1")), {"provision": [Span(0, 0, 3)]}, {"provision": 3, "note": 1}),
    ((Run("oil"), Run("", marker="►M1")), {"provision": [Span(0, 0, 3)]}, {"provision": 3, "other": 3}),
    # a hyphen that joining lines takes away belongs to the words that it held together
    ((Run("lan- tern"),), {"front": [Span(0, 0, 3), Span(0, 4, 9)]}, {"front": 8}),
    ((Run("lan_tern"),), {"front": [Span(0, 0, 3), Span(0, 4, 8)]}, {"front": 7, "unaccounted": 1}),
    ((Run("-"),), {}, {"unaccounted": 1}),
]  # fmt: skip


@pytest.mark.parametrize(("runs", "claims", "expected"), RECEIPTS)
def test_every_character_is_in_one_class(
    runs: tuple[Run, ...], claims: dict[str, list[Span]], expected: dict[str, int]
) -> None:
    assert receipt_of(*runs, **claims) == expected  # type: ignore[arg-type]


def test_notes_and_furniture_are_counted() -> None:
    found = make_receipt(
        [], [Note("1", "A note", 1, "footnote")], [Furniture("head", "Page 1", 1)], provision=[], front_matter=[],
        other=[], generated_numbers=4,
    )  # fmt: skip
    assert (found.note, found.furniture, found.generated_numbers) == (6, 5, 4)


def receipt(**counts: int) -> Receipt:
    """A receipt of some counts."""
    names = ("provision", "note", "front_matter", "furniture", "other", "unaccounted", "generated_numbers")
    return Receipt(**{name: counts.get(name, 0) for name in names})


DOUBTS: list[tuple[Receipt, int, list[str]]] = [
    # a receipt, characters of contents in its furniture, and what is said
    (receipt(provision=850, furniture=150), 0, []),
    (receipt(provision=849, furniture=151), 0, ["furniture_share: 15%"]),
    (receipt(provision=850, furniture=1150), 1000, []),
    (receipt(provision=850, furniture=1151), 1000, ["furniture_share: 15%"]),
    (receipt(note=850, furniture=150), 0, []),
    (receipt(other=850, furniture=150), 0, []),
    (receipt(provision=800, front_matter=50, furniture=150), 0, []),
    (receipt(provision=840, unaccounted=10, furniture=150), 0, ["unaccounted: 10 characters are"]),
    (receipt(provision=10, unaccounted=1), 0, ["unaccounted: 1 characters are"]),
    (receipt(provision=6000, front_matter=2000), 0, []),
    (receipt(provision=5999, front_matter=2000), 0, ["front_matter_share: 25%"]),
    (receipt(provision=100, front_matter=1999), 0, []),
    (receipt(provision=100, front_matter=2000), 0, ["front_matter_share: 95%"]),
    (receipt(provision=6000, note=2000), 0, []),
    (receipt(provision=5999, note=2000), 0, ["note_share: 25%"]),
    (receipt(), 0, []),
]


@pytest.mark.parametrize(("account", "contents", "expected"), DOUBTS)
def test_what_is_said_of_a_receipt(account: Receipt, contents: int, expected: list[str]) -> None:
    furniture = [Furniture("contents", "x" * contents, 1)] if contents else []
    found = [f"{doubt.code}: {doubt.message}" for doubt in receipt_diagnostics(account, furniture)]
    assert len(found) == len(expected)
    assert all(said.startswith(begin) for said, begin in zip(found, expected, strict=True))


def table(*rows: tuple[str, ...], number: int = 0) -> list[Block]:
    """The blocks of a table."""
    return [
        line(100 * number + 10 * at + column, text, cell=(number, at, column), page=3)
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
    ]


WORDY = "Each keeper of a lamp lights it at the end of the day, and keeps oil for it."
FOLDED: list[tuple[list[Block], bool]] = [
    (table(("Oil",), ("Fog",)), True),
    (table(("Oil", "5"), ("Fog", "6")), False),
    (table(("(a)", "oil"), ("(b)", "fog")), True),
    (table(("(a)", "oil"), ("Fog", "fog")), False),
    (table(("1", "oil"), ("2", "fog")), False),
    (table(("1.", "oil"), ("2.", "fog")), True),
    (table(("(a)", "oil", "x"), ("(b)", "fog", "y")), False),
    # every article with its words beside it
    (table(("Article 1", "Oil."), ("Article 2", "Fog.")), True),
    (table(("Article 1", "Oil."), ("Fog", "Wind.")), False),
    (table(("Article 1", "Oil."), ("Chapter 2", "Wind.")), False),
    (table(("Article 1", "Oil."), ("Article 2", "Fog"), ("Article 3", "Wind.")), True),
    (table(("Article 1", "Oil."), ("Article 2", "Fog")), False),
    (table(("Article 1", "Oil.", ""), ("Article 2", "Fog.", "Wind.")), False),
    ([*table(("Article 1", "Oil."), ("Article 2", "Fog.")), line(999, "Article 3")], False),
    # running text in its cells
    (table(("Article 1", WORDY), ("Oil", WORDY)), False),
    (table(("Article 1 " + WORDY, WORDY), (WORDY, WORDY)), True),
    (table((WORDY, WORDY), (WORDY, WORDY)), False),
]  # fmt: skip


@pytest.mark.parametrize(("blocks", "folded"), FOLDED)
def test_tables_that_only_lay_out_text(blocks: list[Block], folded: bool) -> None:
    found = [block.cell is None for block in fold_tables(blocks, EN) if block.index < 999]
    assert set(found) == {folded}


@pytest.mark.parametrize("length", [59, 60])
def test_cells_of_running_text_are_long(length: int) -> None:
    cells = table(("Article 1 ".ljust(length, "x"), "x" * length), ("x" * length, "x" * length))
    assert (fold_tables(cells, EN)[0].cell is None) is (length == 60)


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        (table(("Article 1", "5"), ("Article 2", "6")), "2 lines that begin like headings of articles"),
        (table(("Article 1", "5"), ("Oil", "6")), ""),
        ([*table(("Article 1", "5"), ("Article 2", "6")), line(999, "Article 3")], ""),
        (table(("Chapter 1", "5"), ("Chapter 2", "6")), ""),
    ],
)
def test_headings_of_articles_in_a_table_are_said(blocks: list[Block], said: str) -> None:
    found = headings_in_tables(blocks, EN)
    assert [(doubt.message.startswith(said), doubt.page) for doubt in found] == ([(True, 3)] if said else [])


def test_a_table_is_printed_with_its_bars_and_generated_numbers() -> None:
    cells = [
        paragraph("Oil", cell=(0, 0, 0), number="1.", page=2), paragraph("5", cell=(0, 0, 1)),
        paragraph("Fog", cell=(0, 1, 0), number="•"), paragraph("6", cell=(0, 1, 1)),
    ]  # fmt: skip
    node = table_node(cells)
    assert node.text is not None
    assert (node.text.text, node.generated, node.page) == ("1. Oil | 5\nFog | 6", "1.", 2)


BESIDE = [("Article 1", "Article 1"), (WORDY, WORDY), ("Article 2", "Article 2"), (WORDY, WORDY)]
ONE_OF_TWO = [("Article 1", "Oil"), (WORDY, WORDY), ("Article 2", "Fog"), (WORDY, WORDY)]


def chosen(rows: list[tuple[str, ...]], column: int) -> tuple[list[str], list[str]]:
    """What is read of a table, and the codes of what is said."""
    found = choose_column(table(*rows), EN, column, "draft.docx")
    return [block.text for block in found.blocks], [doubt.code for doubt in found.diagnostics]


@pytest.mark.parametrize(
    ("rows", "column", "read", "said"),
    [
        (BESIDE, 0, 8, ["texts_side_by_side"]),
        (BESIDE, 1, 4, ["column_read"]),
        (BESIDE, 2, 4, ["column_read"]),
        (ONE_OF_TWO, 0, 8, []),
        (ONE_OF_TWO, 1, 8, ["no_columns"]),
        (BESIDE[:2], 0, 4, []),
        ([("Article 1", "Article 1"), ("Article 2", "Article 2")], 0, 4, []),
        ([("Article 1", "Article 1"), ("x" * 18, "x" * 18), ("Article 2", "Article 2"), ("x" * 18, "x" * 18)], 0, 8,
         ["texts_side_by_side"]),
        ([("Article 1", "Article 1"), ("x" * 18, "x" * 18), ("Article 2", "Article 2"), ("x" * 17, "x" * 17)], 0, 8, []),
        ([("Article 1 shall apply.", "Article 1 shall apply."), (WORDY, WORDY), ("Article 2", "Article 2"), (WORDY, WORDY)], 0, 8, []),
        ([("Article 1 " + "x" * 110, "Article 1 " + "X" * 110), (WORDY, WORDY * 9), ("Article 2", "Article 2"), (WORDY * 9, WORDY)],
         0, 8, []),
    ],
)  # fmt: skip
def test_texts_side_by_side(rows: list[tuple[str, ...]], column: int, read: int, said: list[str]) -> None:
    texts, codes = chosen(rows, column)
    assert (len(texts), codes) == (read, said)


def test_the_heads_of_columns_are_named_and_a_chapter_belongs_to_all() -> None:
    blocks = table(("Chair", "Co-chair"), ("Chapter I", ""), *BESIDE)
    said = choose_column(blocks, EN, 0, "draft.docx").diagnostics[0].message
    assert said.startswith("a table sets 2 columns side by side (“Chair”, “Co-chair”) and all are read")
    read = [block.text for block in choose_column(blocks, EN, 2, "draft.docx").blocks]
    assert read[:4] == ["Co-chair", "Chapter I", "", "Article 1"]
    with pytest.raises(ReadError, match="there is no column 3: the table that sets texts side by side has 2"):
        choose_column(blocks, EN, 3, "draft.docx")


def doubts(*numbers: str, paragraphs: bool = False) -> list[str]:
    """What is said of the numbers of articles, or of the paragraphs of one."""
    if paragraphs:
        text = (
            "Article 1\n\n" + "\n\n".join(f"{number}. Oil." for number in numbers) + "\n\nArticle 2\n\nFog.\n"
        )
    else:
        text = "\n\n".join(f"Article {number}\n\nOil." for number in numbers) + "\n"
    return [
        f"{doubt.code} {doubt.message}"
        for doubt in draft_of(text).diagnostics
        if doubt.code in ("number_gap", "number_repeat", "number_jump")
    ]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (["1", "2", "3"], []),
        (["1", "3", "4"], ["number_gap article 2 is missing before art_3"]),
        (["1", "4", "5"], ["number_gap article 2 to 3 is missing before art_4"]),
        (["3", "4", "5"], []),
        (["1", "2", "2 bis", "3"], []),
        (["1", "2 ante", "2", "3"], []),
        (["1", "2 bis", "2"], ["number_repeat article 2 occurs twice in a row"]),
        (["1", "3 bis", "4"], ["number_gap article 2 is missing before art_3bis"]),
        (["1", "1", "2"], ["number_repeat article 1 occurs twice in a row"]),
        (["5", "1", "2"], []),
        (["1", "2", "2", "3"], ["number_repeat article 2 occurs twice in a row"]),
        (
            ["1", "2", "3", "2", "4"],
            ["number_jump article 2 follows 3", "number_gap article 3 is missing before art_4"],
        ),
    ],
)
def test_numbers_of_articles_out_of_order(numbers: list[str], said: list[str]) -> None:
    assert doubts(*numbers) == said


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (["1", "2", "3"], []),
        (["1", "3"], ["number_gap paragraph 2 is missing before art_1__para_3"]),
        (["1", "2", "5"], ["number_gap paragraph 3 to 4 is missing before art_1__para_5"]),
        (["1", "1 bis", "2"], []),
        (["1", "2", "2", "3"], ["number_repeat paragraph 2 occurs twice in a row"]),
        (["1", "2", "3", "2"], ["number_jump paragraph 2 follows 3"]),
    ],
)
def test_numbers_of_paragraphs_out_of_order(numbers: list[str], said: list[str]) -> None:
    assert doubts(*numbers, paragraphs=True) == said


@pytest.mark.parametrize(
    ("before", "cells", "after", "said"),
    [
        (["1. Oil."], ["2. Fog.", "3. Ice."], ["4. Sand."], []),
        (["1. Oil."], ["2. Fog.", "3. Ice."], ["2. Sand."], ["number_jump paragraph 2 follows 3"]),
        (["1. Oil."], ["2. Fog.", "3. Ice."], ["6. Sand."], ["number_gap paragraph 4 to 5 is missing before art_1__para_6"]),
        (["1. Oil."], ["2. Fog.", "4. Ice."], ["5. Sand."], ["number_gap paragraph 3 is missing before art_1__para_1__tbl_1"]),
        # cells that do not go on from the paragraphs count apart
        (["1. Oil."], ["5. Fog.", "6. Ice."], ["2. Sand."], []),
        (["1. Oil."], ["Fog", "2 lamps"], ["2. Sand."], []),
        (["1. Oil."], ["(2) Fog."], ["2. Sand."], []),
        (["Oil."], ["1. Fog.", "2. Ice."], ["3. Sand."], []),
    ],
)  # fmt: skip
def test_numbers_of_paragraphs_go_on_in_a_table(
    before: list[str], cells: list[str], after: list[str], said: list[str]
) -> None:
    texts = ["Article 1", *before]
    blocks = [line(at, text, starts_paragraph=True) for at, text in enumerate(texts)]
    for row, text in enumerate(cells):
        blocks += [line(len(blocks) + at, each, cell=(0, row, at)) for at, each in enumerate((text, "red"))]
    blocks += [line(len(blocks) + at, text, starts_paragraph=True) for at, text in enumerate(after)]
    found = draft_of_blocks(*blocks).diagnostics
    assert [f"{each.code} {each.message}" for each in found if each.code.startswith("number_")] == said


def test_the_word_preamble_is_accounted_for() -> None:
    draft = draft_of(
        "[PREAMBLE]\n\nThe States Parties,\n\nMindful of the sea,\n\nArticle 1\n\nOil.\n\nArticle 2\n\nFog.\n"
    )
    assert (draft.receipt.unaccounted, draft.receipt.other) == (0, 0)
