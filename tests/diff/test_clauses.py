from __future__ import annotations

from treatydiff.diff.clauses import diff_alignment, renumbering_of
from treatydiff.model import (
    Alignment,
    Draft,
    Instrument,
    Pairing,
    Provision,
    Source,
    UnitPairing,
)


def draft(*articles: Provision) -> Draft:
    return Draft(
        Source("a.txt", "0" * 64, "text/plain"),
        "en",
        (),
        (Instrument(1, True, "Convention", None, articles),),
    )


def article(number: str, *paragraphs: tuple[str, str]) -> Provision:
    return Provision(
        f"art_{number}", "article", number,
        children=tuple(
            Provision(f"art_{number}__{id_}", "paragraph", id_, text=text) for id_, text in paragraphs
        ),
    )  # fmt: skip


def pair(a: str | None, b: str | None) -> Pairing:
    relation = "amended" if a and b else "deleted" if a else "added"
    return Pairing((a,) if a else (), (b,) if b else (), relation)  # type: ignore[arg-type]


A = draft(
    article("1", ("para_1", "Parties shall report under article 2."), ("para_2", "Paragraph 1 applies.")),
    article("2", ("para_u1", "Reports are public.")),
)
B = draft(
    article("1", ("para_1", "This is new.")),
    article("2", ("para_1", "Parties may report under article 3."), ("para_2", "")),
    article("3", ("para_u1", "Reports are public.")),
)
ALIGNMENT = Alignment(
    (
        UnitPairing(
            pair("art_1", "art_2"),
            "article",
            (
                pair("art_1__para_1", "art_2__para_1"),
                pair("art_1__para_2", None),
                pair(None, "art_2__para_2"),
            ),
        ),
        UnitPairing(pair("art_2", "art_3"), "article", (pair("art_2__para_u1", "art_3__para_u1"),)),
        UnitPairing(pair(None, "art_1"), "article", (pair(None, "art_1__para_1"),)),
    ),
    (),
)


def test_edits_stand_parallel_to_the_alignment() -> None:
    diffs = diff_alignment(A, B, ALIGNMENT)
    assert [[clause.pairing for clause in unit] for unit in diffs] == [
        list(unit.clauses) for unit in ALIGNMENT.units
    ]
    shown = [
        [[(edit.op, edit.text, edit.class_) for edit in clause.edits] for clause in unit] for unit in diffs
    ]
    assert shown == [
        [
            [
                ("equal", "Parties ", None),
                ("delete", "shall", "substantive"),
                ("insert", "may", "substantive"),
                ("equal", " report under article ", None),
                ("delete", "2", "consequential"),
                ("insert", "3", "consequential"),
                ("equal", ".", None),
            ],
            [("delete", "Paragraph 1 applies.", "substantive")],
            [],
        ],
        [[("equal", "Reports are public.", None)]],
        [[("insert", "This is new.", "substantive")]],
    ]


def test_the_renumbering_holds_units_and_clauses() -> None:
    assert renumbering_of(ALIGNMENT, A, B) == {
        "art_1": "art_2",
        "art_2": "art_3",
        "art_1__para_1": "art_2__para_1",
        "art_2__para_u1": "art_3__para_u1",
    }


def test_a_split_article_goes_where_most_of_its_clauses_went() -> None:
    a = draft(article("1", ("para_1", "x"), ("para_2", "y"), ("para_3", "z")))
    b = draft(article("4", ("para_1", "x")), article("5", ("para_1", "y"), ("para_2", "z")))
    alignment = Alignment(
        (
            UnitPairing(
                Pairing(("art_1",), ("art_4", "art_5"), "split"),
                "article",
                (
                    pair("art_1__para_1", "art_4__para_1"),
                    pair("art_1__para_2", "art_5__para_1"),
                    pair("art_1__para_3", "art_5__para_2"),
                ),
            ),
        ),
        (),
    )
    assert renumbering_of(alignment, a, b)["art_1"] == "art_5"


def paragraph(id_: str, kind: str, *children: Provision) -> Provision:
    return Provision(id_, kind, id_.rpartition("_")[2], text="" if children else "x", children=children)


def test_a_paragraph_whose_option_went_up_into_it_is_that_paragraph() -> None:
    option = paragraph("para_3__opt_1", "option", paragraph("para_3__opt_1__subpara_a", "subparagraph"))
    a = draft(paragraph("para_3", "paragraph", option))
    b = draft(paragraph("para_7", "paragraph", paragraph("para_7__subpara_a", "subparagraph")))
    clauses = (pair("para_3__opt_1__subpara_a", "para_7__subpara_a"),)
    row = UnitPairing(Pairing(("para_3",), ("para_7", "para_8"), "split"), "paragraph", clauses)
    assert renumbering_of(Alignment((row,), ()), a, b)["para_3"] == "para_7"


def test_a_paragraph_becomes_no_chapter() -> None:
    a = draft(paragraph("para_3", "paragraph", paragraph("para_3__opt_1", "option")))
    b = draft(paragraph("chp_II", "chapter", paragraph("chp_II__opt_2", "option")))
    row = UnitPairing(
        Pairing(("para_3",), ("para_7", "chp_II__opt_2"), "split"), "paragraph",
        (pair("para_3__opt_1", "chp_II__opt_2"),),
    )  # fmt: skip
    assert "para_3" not in renumbering_of(Alignment((row,), ()), a, b)
