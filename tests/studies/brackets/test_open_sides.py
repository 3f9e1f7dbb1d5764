"""The brackets and options of one draft: which words each holds, and which numbers references have there."""

from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of
from treatydiff.studies.brackets.sides import OpenSide

FRAME = "Convention\n\nArticle 1\n\nWells\n\n1. {}\n\n2. Every well is kept clean.\n"
CLAUSE = "art_1__para_1"


def side(text: str, numbers: dict[str, str] | None = None) -> OpenSide:
    return OpenSide(draft_of(FRAME.format(text.replace(" ¶ ", "\n\n"))), numbers)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boats [may] call.", ["may: may"]),
        ("Boats [may [not]] call.", ["may not: may", "not: not"]),
        ("Boats [[may] [shall]] call.", ["may shall: ", "may: may", "shall: shall"]),
        ("Boats [may [not [now]]] call.", ["may not now: may", "not now: not", "now: now"]),
        ("Boats may call[.]", [": "]),
        ("Boats [may] call. [agreed]", ["may: may", ": "]),
        ("Boats call. [agreed] Lamps [may] burn.", [": ", "may: may"]),
        ("[Boats call. ¶ 3. Lamps burn.]", ["Boats call Lamps burn: Boats call Lamps burn"]),
        ("[Boats call. ¶ 3. [Red] lamps burn.]", ["Boats call Red lamps burn: Boats call lamps burn", "Red: Red"]),
    ],
)  # fmt: skip
def test_which_words_a_bracket_holds(text: str, expected: list[str]) -> None:
    drawn = side(text)

    def said(places: list[tuple[str, int]]) -> str:
        found = ((clause, drawn.tokens(clause)[number]) for clause, number in places)
        return " ".join(drawn.nodes[clause].text[word.start : word.end] for clause, word in found)

    assert [f"{said(each.words)}: {said(each.own)}" for each in drawn.brackets] == expected


@pytest.mark.parametrize(
    ("text", "skippable", "depths"),
    [
        ("Boats [may] call.", [(1, 2)], [0, 1, 0]),
        ("Boats [may [not]] call.", [(1, 3), (2, 3)], [0, 1, 2, 0]),
        ("Boats may call[.]", [], [0, 0, 0]),
        ("Boats call. [agreed]", [(2, 3)], [0, 0, 0]),
        ("[Boats call. ¶ 3. Lamps burn.]", [], [1, 1]),
    ],
)
def test_what_a_reading_may_pass_over(text: str, skippable: list[tuple[int, int]], depths: list[int]) -> None:
    drawn = side(text)
    assert drawn.skippable(CLAUSE) == skippable
    assert [drawn.depth(CLAUSE, number) for number in range(len(drawn.tokens(CLAUSE)))] == depths


@pytest.mark.parametrize(
    ("text", "numbers", "expected"),
    [
        ("Under article 2 [boats] call.", {"2": "3"}, "under article 3 boats call"),
        ("Under article 2, paragraph 2, [boats] call.", {"2": "3"}, "under article 3 paragraph 2 boats call"),
        ("Under articles 2 and 5 [boats] call.", {"2": "3"}, "under articles 3 and 5 boats call"),
        ("Under articles 2 and 5 [boats] call.", {"2": "3", "5": "6"}, "under articles 3 and 6 boats call"),
        ("Under rule 2 [boats] call.", {"2": "3"}, "under rule 3 boats call"),
        ("Under article 2 of the Oil Convention [boats] call.", {"2": "3"},
         "under article 2 of the oil convention boats call"),
        ("Two (2) [boats] call under article 5.", {"2": "3"}, "two 2 boats call under article 5"),
        ("Under paragraph 2 [boats] call.", {"2": "3"}, "under paragraph 2 boats call"),
        ("Under article 2 [boats] call.", {}, "under article 2 boats call"),
    ],
)  # fmt: skip
def test_references_are_read_with_the_numbers_of_the_other_draft(
    text: str, numbers: dict[str, str], expected: str
) -> None:
    assert " ".join(word.key for word in side(text, numbers).tokens(CLAUSE)) == expected


def test_options_know_their_clauses_and_what_stands_in_them() -> None:
    drawn = OpenSide(
        draft_of(
            "Convention\n\nArticle 1\n\nWells\n\nOption 1\n\n1. Boats call.\n\n2. Lamps burn.\n\nOption 2\n\n"
            "No text\n\nArticle 2\n\nRivers\n\nRivers flow to the sea.\n"
        )
    )
    assert [(each.node.id, each.unit, each.no_text, len(each.clauses)) for each in drawn.options] == [
        ("art_1__opt_1", "art_1", False, 2),
        ("art_1__opt_2", "art_1", True, 1),
    ]
    assert drawn.options[0].group == drawn.options[1].group
    assert drawn.option_of == {clause: each.node.id for each in drawn.options for clause in each.clauses}


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Boats [may/shall] call.", ["may", "shall"]),
        ("Boats [may/shall/must] call.", ["may", "shall", "must"]),
        ("Boats call [in each/every year].", ["in each", "every year", "in each year", "in every year"]),
        ("Boats [keep old lamps/mend new wells].", ["keep old lamps", "mend new wells", "keep old lamps new wells",
                                                    "keep old mend new wells"]),
        ("Boats call [in each/every/any year].", ["in each", "every", "any year", "in each year", "in every year",
                                                  "in any year"]),
        ("Boats call [at night/in each spring/now].", ["at night", "in each spring", "now"]),
    ],
)  # fmt: skip
def test_what_a_slash_parts(text: str, ways: list[str]) -> None:
    drawn = side(text)
    (bracket,) = drawn.brackets
    found = [
        " ".join(drawn.tokens(CLAUSE)[number].key for _, number in way) for way in drawn.slashed(bracket)
    ]
    assert list(dict.fromkeys(found)) == ways


def test_a_bracket_whose_end_stands_in_another_article_holds_what_stands_where_it_opens() -> None:
    drawn = side("Boats [may call. ¶ Article 2 ¶ Lamps ¶ 1. Lamps may] burn at night.")
    assert [(each.role, each.words) for each in drawn.brackets] == [("astray", [(CLAUSE, 1), (CLAUSE, 2)])]


def test_a_bracket_around_a_heading_covers_no_text() -> None:
    drawn = OpenSide(
        draft_of("Convention\n\nArticle 1\n\n[Wells]\n\n1. Boats call.\n\n2. Every well is kept clean.\n")
    )
    assert [(each.role, each.pieces) for each in drawn.brackets] == [("label", [])]
