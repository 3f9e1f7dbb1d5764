"""A table that sets two texts side by side is noticed, and one column of it can be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reading.word_files import p, word_package
from treatydiff.errors import ReadError
from treatydiff.model import Draft
from treatydiff.reading.reader import read_bytes
from treatydiff.settings import Settings
from treatydiff.structure.parse import parse

HEAD = ["Chair", "Northland"]
ONE = ["Article 1|Ships shall report to the nearest port.", "Article 1|Ships may report to the nearest port."]
TWO = ["Article 2|Ports shall answer without delay.", "Article 2|Ports may answer without delay."]
THREE = ["Article 3|Lamps shall burn from dusk to dawn.", ""]


def table(*rows: list[str]) -> str:
    """Rows of cells; a bar parts the paragraphs of a cell."""

    def cell(words: str) -> str:
        return f"<w:tc>{''.join(p(piece) for piece in words.split('|'))}</w:tc>"

    return "<w:tbl>" + "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows) + "</w:tbl>"


def draft_of(body: str, column: int = 0) -> Draft:
    settings = replace(Settings(language="en"), column=column)
    return parse(read_bytes(word_package(body), "draft.docx", settings), settings)


def codes(draft: Draft) -> list[str]:
    return [each.code for each in draft.diagnostics if "column" in each.code or "side" in each.code]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (table(HEAD, ONE, TWO), ["texts_side_by_side"]),
        (table(ONE) + p("and") + table(TWO), ["texts_side_by_side"]),
        (table(["Article 1", "Article 4"], ["Article 2", "Article 5"], ["Article 3", "Article 6"]), []),
        (table(["Article", "State"], ["Article 1", "Agreed"], ["Article 2", "Open"]), []),
        (table(["Article 1|Ships report to ports.", "It is agreed."],
               ["Article 2|Ports answer without delay.", "It is open."]), []),
        (table(["Ships", "12"], ["Ports", "8"]), []),
        (table(HEAD, ["1. Ships shall report to ports.", "1. Ships may report to ports."],
               ["2. Ports shall answer.", "2. Ports may answer."]), ["texts_side_by_side"]),
        (table(["(a) ships of the coast;|(b) ships of the sea;", "(a) boats of the coast;|(b) boats of the sea;"]),
         ["texts_side_by_side"]),
        (table(["1. Ships shall report to ports.", "1. Ships may report to ports."], ["Lamps burn.", "Oil is dear."]),
         []),
        (table(["1. Ships shall report to ports.", "3. Lamps shall burn at night."],
               ["2. Ports shall answer calls.", "4. Oil shall be kept dry."]), []),
        (table(["1. Ships", "1. Norland"], ["2. Ports", "2. Sudland"]), []),
    ],
    ids=["two texts", "a table an article", "concordance", "state of play", "with remarks", "figures",
         "numbered paragraphs", "points of one row", "one paragraph", "other numbers", "entries"],
)  # fmt: skip
def test_texts_side_by_side_are_noticed(body: str, said: list[str]) -> None:
    assert codes(draft_of(body)) == said


@pytest.mark.parametrize(
    ("column", "texts"),
    [
        (1, ["Ships shall report to the nearest port.", "Ports shall answer without delay.",
             "Lamps shall burn from dusk to dawn."]),
        (2, ["Ships may report to the nearest port.", "Ports may answer without delay."]),
    ],
)  # fmt: skip
def test_one_column_is_read(column: int, texts: list[str]) -> None:
    draft = draft_of(table(HEAD, ONE, ["CHAPTER II", ""], TWO, THREE), column)
    units = [unit for unit in draft.instruments[0].units() if unit.kind == "article"]
    assert [clause.text for unit in units for clause in unit.clauses()] == texts
    assert units[-1].containers == ("chp_II",)
    assert codes(draft) == ["column_read"]
    assert (draft.receipt.unaccounted, draft.receipt.other > 0) == (0, True)


def test_a_column_that_is_not_there() -> None:
    with pytest.raises(ReadError, match="there is no column 3"):
        draft_of(table(ONE, TWO), 3)


def test_a_column_of_a_draft_without_such_a_table() -> None:
    assert codes(draft_of(p("Article 1") + p("Ships report."), 2)) == ["no_columns"]


SHIPS, PORTS = "Ships shall report to ports.", "Ports shall answer."


@pytest.mark.parametrize(
    ("body", "articles", "said"),
    [
        # numbers in one column, words in the other
        (table(["Article 1", SHIPS], ["Article 2", PORTS]), 2, False),
        (table(["CHAPTER I", ""], ["Article 1|Scope", f"1. {SHIPS}|2. {PORTS}"], ["Article 2", PORTS]), 2, False),
        # what a table says of articles that the draft has
        (p("Article 1") + p(SHIPS) + p("Article 2") + p(PORTS)
         + table(["Article 1", "It binds ships."], ["Article 2", "It binds ports."]), 2, False),
        # no text, or with remarks: a table, which is said
        (table(["Article 1", "Agreed"], ["Article 2", "Open"]), 0, True),
        (table(["Article 1", SHIPS, "Open"], ["Article 2", PORTS, "Open"]), 0, True),
        (table(["Article 1", SHIPS], ["Oil", PORTS]), 0, False),
    ],
)  # fmt: skip
def test_articles_set_in_the_rows_of_a_table(body: str, articles: int, said: bool) -> None:
    draft = draft_of(p("Convention on Ports") + body)
    assert draft.articles == articles
    assert ("headings_in_table" in {each.code for each in draft.diagnostics}) == said
