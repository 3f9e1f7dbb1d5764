from __future__ import annotations

import pytest

from treatydiff.diff.edits import diff_texts
from treatydiff.diff.meaning.row_force import settle_row
from treatydiff.model import ClauseDiff, Edit, Pairing

Clause = tuple[str, str, str, str]
"""Id and text in A, id and text in B; "" where a draft does not have the clause."""


def clause(id_a: str, text_a: str, id_b: str, text_b: str) -> ClauseDiff:
    ids = tuple(filter(None, [id_a])), tuple(filter(None, [id_b]))
    if id_a and id_b:
        return ClauseDiff(Pairing(*ids, "amended"), diff_texts(text_a, text_b, "en"))
    edit = Edit("insert" if id_b else "delete", text_b or text_a, "substantive")
    return ClauseDiff(Pairing(*ids, "added" if id_b else "deleted"), (edit,))


def told(clauses: list[Clause]) -> list[str]:
    row = settle_row([clause(*each) for each in clauses], "en", lambda a, b: diff_texts(a, b, "en"))
    return [
        f"{signal.kind} {signal.direction}: {signal.text}"
        for each in row
        for edit in each.edits
        for signal in edit.signals
    ]


INTRO, ITEM_A, ITEM_B = "art_1__intro", "art_1__subpara_a", "art_1__subpara_b"
PARA_1, PARA_2 = "art_1__para_1", "art_1__para_2"


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        pytest.param(
            [(INTRO, "Each keeper:", INTRO, "Each keeper shall:"),
             (ITEM_A, "Shall trim the wick;", ITEM_A, "Trim the wick;"),
             (ITEM_B, "Shall store oil.", ITEM_B, "Store oil.")],
            [], id="the chapeau takes shall"),
        pytest.param(
            [(INTRO, "Each keeper shall:", INTRO, "Each keeper:"),
             (ITEM_A, "Trim the wick;", ITEM_A, "Shall trim the wick;"),
             (ITEM_B, "Store oil.", ITEM_B, "Shall store oil.")],
            [], id="the items take shall"),
        pytest.param(
            [(INTRO, "Each keeper:", INTRO, "Each keeper should:"),
             (ITEM_A, "Shall trim the wick;", ITEM_A, "Trim the wick;")],
            ["obligation weakened: shall → should"], id="the chapeau takes another modal"),
        pytest.param(
            [(INTRO, "Each keeper shall:", INTRO, "Each keeper may:"),
             (ITEM_A, "Trim the wick;", ITEM_A, "Trim the wick;")],
            ["obligation weakened: shall → may"], id="the modal of the chapeau changes"),
        pytest.param(
            [(INTRO, "Where the oil is spoilt:", INTRO,
              "Where the oil is spoilt, each keeper shall inform the harbour master of the loss without delay, and:"),
             (ITEM_A, "The Board shall be told;", ITEM_A, "The Board shall be told;")],
            ["obligation added: shall"], id="a chapeau gets a duty of its own"),
        pytest.param(
            [(INTRO, "The Board shall:", "", ""),
             (ITEM_A, "Make proposals on oil to the keepers;",
              PARA_1, "The Board may make proposals on oil to the keepers.")],
            ["obligation weakened: shall → may"], id="an item becomes a permission of its own"),
        pytest.param(
            [(INTRO, "The Board shall:", "", ""),
             (ITEM_A, "Make proposals on oil to the keepers;",
              PARA_1, "The Board shall make proposals on oil to the keepers.")],
            [], id="an item becomes a duty of its own"),
        pytest.param(
            [("", "", INTRO, "The Board may make proposals, including:"),
             (PARA_1, "The Board of all keepers of the coast shall make proposals on oil and on rules for lamps.",
              ITEM_A, "Oil and rules for lamps;")],
            ["obligation weakened: shall → may"], id="a duty goes under a chapeau that permits"),
        pytest.param(
            [("", "", INTRO, "To this end the keepers shall:"),
             (PARA_1, "Subject to rules on secrets, the keepers of the two towers shall send news to one another. "
              "They shall at once send any news that may matter to the other tower, above all of storms.",
              ITEM_A, "send to one another at once any news that may matter to the other tower, above all of storms;")],
            [], id="two sentences become one item of a duty"),
        pytest.param(
            [("", "", INTRO, "The Board may make proposals, including:"),
             (PARA_1, "The Board of all keepers of the coast shall make proposals on oil and on rules for lamps.",
              ITEM_A, "Oil and rules for lamps, which keepers shall obey;")],
            [], id="an item with a duty of its own is left to the words"),
        pytest.param(
            [("", "", INTRO, "The letter [shall][should][may] be:"),
             (ITEM_A, "May be sent alone or with another letter;", ITEM_A, "Sent alone or with another letter;")],
            ["obligation newly bracketed: shall / should / may"], id="a chapeau offers other modals beside the old"),
        pytest.param(
            [(INTRO, "The Parties [shall][should] take steps to:", "", ""),
             (ITEM_A, "Write lamps into the plans of the harbour;",
              PARA_1, "Parties should write lamps into the plans of the harbour.")],
            ["obligation settled: should"], id="an item takes one of the modals that its chapeau offered"),
        pytest.param(
            [(PARA_1, "The lamps referred to in paragraph 4 are kept. The oil referred to in paragraph 4 is sold.",
              PARA_1, "The lamps are kept. The oil referred to in paragraph 4 is sold."),
             (PARA_2, "The tower is old.", PARA_2, "The tower referred to in paragraph 9 is old.")],
            ["reference removed: paragraph 4", "reference added: paragraph 9"],
            id="a reference in words of a formula that another clause takes up"),
        pytest.param(
            [(PARA_1, "The Board is open to all. The instruments of accession shall be kept by the Board.",
              PARA_1, "The Board is open to all."),
             ("", "", PARA_2, "The instruments of accession shall be kept by the Board.")],
            [], id="a paragraph divided"),
        pytest.param(
            [(PARA_1, "The Board is open to all. The instruments of accession shall be kept by the Board.",
              PARA_1, "The Board is open to all."),
             ("", "", PARA_2, "The instruments of accession may be kept by the Board.")],
            ["obligation weakened: shall → may"], id="a paragraph divided and weakened"),
        pytest.param(
            [(PARA_1, "The Board is open to all.",
              PARA_1, "The Board is open to all. The instruments of accession shall be kept by the Board."),
             (PARA_2, "The instruments of accession shall be kept by the Board.", "", "")],
            [], id="two paragraphs joined"),
        pytest.param(
            [(PARA_1, "The Board is open to all. The Board shall publish a list of its members.",
              PARA_1, "The Board is open to all."),
             ("", "", PARA_2, "Keepers pay for the oil that they have used in spring.")],
            ["obligation removed: shall"], id="a duty struck beside a new paragraph"),
        pytest.param(
            [("art_1__intro", "Each keeper:", "art_1__intro", "Each keeper shall:"),
             ("art_1__subpara_a", "on all dark nights shall trim the wick;", "art_1__subpara_a", "on all dark nights trim the wick;")],
            [], id="the modal of an item is its fifth word"),
        pytest.param(
            [("art_1__intro", "Each keeper:", "art_1__intro", "Each keeper shall:"),
             ("art_1__subpara_a", "on all very dark nights shall trim the wick;", "art_1__subpara_a", "on all very dark nights trim the wick;")],
            [], id="the modal of an item is its sixth word"),
        pytest.param(
            [("art_1__intro", "Where the oil is spoilt:", "art_1__intro", "Where the oil is spoilt, each keeper shall inform the master of the loss without delay and:"),
             ("art_1__subpara_a", "The Board shall be told;", "art_1__subpara_a", "The Board shall be told;")],
            [], id="a chapeau with nine words behind its modal"),
        pytest.param(
            [("art_1__intro", "Where the oil is spoilt:", "art_1__intro", "Where the oil is spoilt, each keeper shall inform the harbour master of the loss without delay and:"),
             ("art_1__subpara_a", "The Board shall be told;", "art_1__subpara_a", "The Board shall be told;")],
            ["obligation added: shall"], id="a chapeau with ten words behind its modal"),
        pytest.param(
            [("art_1__intro", "Each keeper shall:", "art_1__intro", "Each keeper:"),
             ("art_1__subpara_a", "trim the wick;", "art_1__subpara_a", "may trim the wick;"),
             ("art_1__subpara_b", "store oil.", "art_1__subpara_b", "shall store oil.")],
            ["obligation weakened: shall → may"], id="items get modals of their own, one weaker"),
        pytest.param(
            [("art_1__intro", "Each keeper may:", "art_1__intro", "Each keeper:"),
             ("art_1__subpara_a", "trim the wick;", "art_1__subpara_a", "shall trim the wick;")],
            ["obligation strengthened: may → shall"], id="an item gets a stronger modal"),
        pytest.param(
            [("art_1__intro", "Each keeper shall:", "art_1__intro", "Each keeper shall:"),
             ("art_1__subpara_a", "trim the wick;", "art_1__para_2", "Keepers should trim the wick.")],
            ["obligation weakened: shall → should"], id="an item becomes advice of its own"),
        pytest.param(
            [("art_1__intro", "Each keeper shall:", "art_1__intro", "Each keeper shall:"),
             ("art_1__subpara_a", "trim the wick;", "art_1__para_2", "Keepers shall trim the wick.")],
            [], id="an item becomes the same duty of its own"),
        pytest.param(
            [("art_1__intro", "Each keeper may:", "art_1__intro", "Each keeper may:"),
             ("art_1__para_2", "Keepers shall trim the wick.", "art_1__subpara_a", "trim the wick;")],
            ["obligation weakened: shall → may"], id="a paragraph becomes an item of a permission"),
        pytest.param(
            [("art_1__intro", "Each keeper:", "art_1__intro", "Each keeper may:"),
             ("art_1__subpara_a", "May trim the wick;", "art_1__subpara_a", "Trim the wick;")],
            [], id="a permission goes to the chapeau"),
        pytest.param(
            [("art_1__intro", "Each keeper:", "art_1__intro", "Each keeper shall:"),
             ("art_1__subpara_a", "May trim the wick;", "art_1__subpara_a", "Trim the wick;")],
            ["obligation strengthened: may → shall"], id="a permission becomes a duty of the chapeau"),
        pytest.param(
            [("art_1__intro", "A keeper that decides on oil:", "art_1__intro", "A keeper that decides on oil shall:"),
             ("art_1__subpara_a", "Shall trim the wick;", "art_1__subpara_a", "Trim the wick;")],
            [], id="a verb inside a chapeau"),
        pytest.param(
            [("art_1__intro", "Each keeper:", "art_1__intro", "Each keeper shall:"),
             ("art_1__subpara_a__point_i", "Shall trim the wick;", "art_1__subpara_a__point_i", "Trim the wick;")],
            [], id="a point below an item"),
        pytest.param(
            [("art_1__intro", "Each keeper:", "art_1__intro", "Each keeper shall:"),
             ("art_12__subpara_a", "Shall trim the wick;", "art_12__subpara_a", "Trim the wick;")],
            ["obligation added: shall", "obligation removed: shall"], id="a chapeau of another article"),
        pytest.param(
            [("art_1__intro", "Each keeper shall:", "art_1__intro", "Each keeper shall:"),
             ("art_1__subpara_a", "trim the wick of each lamp that shall burn;", "art_1__subpara_a", "trim the wick of each lamp that may burn;")],
            ["obligation weakened: shall → may"], id="a modal inside an item"),
        pytest.param(
            [("art_1__intro", "Each keeper shall:", "art_1__intro", "Each keeper shall:"),
             ("art_1__subpara_a", "trim the wick, and the Board shall pay for the oil that the lamp burns;", "art_1__subpara_a", "trim the wick;")],
            ["obligation removed: shall"], id="a duty behind an item goes"),
        pytest.param(
            [("art_1__intro", "Each keeper shall rest and may:", "art_1__intro", "Each keeper shall rest and shall:"),
             ("art_1__subpara_a", "trim the wick;", "art_1__subpara_a", "trim the wick;")],
            ["obligation strengthened: may → shall"], id="the last modal of a chapeau"),
        pytest.param(
            [("art_1__para_1", "Keepers trim the wick. Boats shall pay five coins to the Board each year.", "art_1__para_1", "Keepers trim the wick."),
             ("", "", "art_1__para_2", "Boats shall pay nine coins to the Board each year.")],
            ["number raised: 5 → 9"], id="a paragraph divided and its number raised"),
        pytest.param(
            [("art_1__para_1", "Keepers trim the wick. Boats shall pay coins to Boards.", "art_1__para_1", "Keepers trim the wick."),
             ("", "", "art_1__para_2", "Boats may pay coins to Boards.")],
            ["obligation weakened: shall → may"], id="six words divided and weakened"),
        pytest.param(
            [("art_1__para_1", "Keepers trim the wick. Boats shall pay coins yearly.", "art_1__para_1", "Keepers trim the wick."),
             ("", "", "art_1__para_2", "Boats may pay coins yearly.")],
            ["obligation removed: shall"], id="five words are no passage"),
        pytest.param(
            [("art_1__para_1", "Keepers trim the wick. Boats shall pay coins to Boards in the first days of May under article 4.", "art_1__para_1", "Keepers trim the wick."),
             ("", "", "art_1__para_2", "Boats shall pay coins to Boards in the first days of May.")],
            ["reference removed: article 4"], id="a reference lost as a paragraph is divided"),
    ],
)  # fmt: skip
def test_force_over_a_row(clauses: list[Clause], expected: list[str]) -> None:
    assert told(clauses) == expected
