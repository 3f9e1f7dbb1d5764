"""The account of every character, and what is counted apart from the draft."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.structure.drafting import draft_of, line
from treatydiff.model import Block, Draft, Furniture, Receipt, Source, SourceText
from treatydiff.settings import Settings
from treatydiff.structure.parse import parse
from treatydiff.structure.receipt import receipt_diagnostics

ARTICLES = """
    Article 1
    Each Party shall keep its lamps lit from dusk to dawn.

    Article 2
    Each Party shall mend its lamps before the winter.

    IN WITNESS WHEREOF the undersigned have signed this Convention.
    DONE at Harbour Town, this first day of May.
"""


def other(draft: Draft) -> int:
    assert draft.receipt.unaccounted == 0
    return draft.receipt.other


@pytest.mark.parametrize(
    ("signatures", "set_aside"),
    [
        ("For the Government of Northland:\n\n(Signed) A. Keeper\n\nMinister of Lights", 3),
        ("For Northland:\n\n____________________\n\nFor Southland:\n\n____________________", 4),
        ("[Signatures not reproduced here]", 1),
        ("For the Kingdom of Eastland For the Republic of Westland", 1),
        ("The original of this Convention shall be kept in the Harbour House.", 0),
        ("For the purposes of this Convention the texts are equally authentic.", 0),
    ],
)
def test_signatures_behind_the_closing_formula_are_other_matter(signatures: str, set_aside: int) -> None:
    lines = [part for part in signatures.split("\n") if part]
    draft = draft_of(ARTICLES + "\n" + "\n\n".join(f"    {part}" for part in lines))
    assert other(draft) == sum(len("".join(part.split())) for part in lines[:set_aside])
    words = " ".join(node.text for node in draft.walk())
    assert [part for part in lines if part in words] == lines[set_aside:]
    assert [found.code for found in draft.diagnostics if found.code == "signatures"] == ["signatures"] * (
        set_aside > 0
    )


def test_a_record_behind_the_signatures_stays_text() -> None:
    draft = draft_of(
        ARTICLES + "\n    For Northland:\n\n    RECORD OF UNDERSTANDING\n\n"
        "    1. The Parties shall meet each spring to look at the lamps of the coast."
    )
    assert other(draft) == len("ForNorthland:")
    assert "RECORD OF UNDERSTANDING" in " ".join(node.text for node in draft.walk())


def paged(*pages: Sequence[str]) -> Draft:
    blocks: list[Block] = []
    for number, texts in enumerate(pages, start=1):
        blocks += [
            line(len(blocks) + at, text, page=number, starts_paragraph=True) for at, text in enumerate(texts)
        ]
    source = Source("draft.pdf", "0" * 64, "application/pdf", len(pages))
    return parse(SourceText(source, tuple(blocks)), Settings(language="en"))


BODY = ("Article 1", "Each Party shall keep its lamps lit.", "Article 2", "Each Party shall mend its lamps.")


def test_a_first_page_of_few_short_lines_is_a_cover() -> None:
    cover = ("CONFERENCE OF THE HARBOURS", "Draft Convention on Lights", "Harbour Town, 2024")
    draft = paged(cover, BODY)
    assert other(draft) == sum(len("".join(text.split())) for text in cover)
    assert [piece.text for piece in draft.front_matter] == list(cover)


def test_a_first_page_with_a_note_is_front_matter() -> None:
    note = (
        "The Chair submits this text as a basis for the talks of the spring session, and recalls that it "
        "does not prejudge the position of any delegation on any question that it touches upon."
    )
    assert other(paged(("CONFERENCE OF THE HARBOURS", note), BODY)) == 0


def test_a_first_page_where_the_articles_begin_is_no_cover() -> None:
    assert other(paged(("Draft Convention on Lights", *BODY[:2]), BODY[2:])) == 0


@pytest.mark.parametrize(
    ("furniture", "codes"),
    [
        ((Furniture("running_head", "x" * 15, 1),), []),
        ((Furniture("running_head", "x" * 16, 1),), ["furniture_share"]),
        ((Furniture("contents", "x" * 400, 1), Furniture("running_head", "x" * 10, 1)), []),
    ],
)
def test_more_than_15_percent_of_furniture_is_an_error(
    furniture: tuple[Furniture, ...], codes: list[str]
) -> None:
    taken = sum(len(piece.text) for piece in furniture)
    receipt = Receipt(provision=80, front_matter=5, furniture=taken)
    found = receipt_diagnostics(receipt, furniture)
    assert [each.code for each in found] == codes
    assert all(each.severity == "error" for each in found)


@pytest.mark.parametrize(
    ("front_matter", "note", "codes"),
    [
        (2000, 0, []),
        (2001, 0, ["front_matter_share"]),
        (0, 2500, ["note_share"]),
        (1000, 1500, []),
    ],
    ids=["a quarter", "more", "many notes", "a masthead and a few notes"],
)
def test_much_front_matter_and_many_notes_are_said(front_matter: int, note: int, codes: list[str]) -> None:
    receipt = Receipt(provision=6000, front_matter=front_matter, note=note)
    found = [*receipt_diagnostics(receipt, ()), *receipt_diagnostics(Receipt(provision=60, note=90), ())]
    assert [(each.code, each.severity) for each in found] == [(code, "warning") for code in codes]


def test_characters_in_no_class_are_an_error() -> None:
    assert [each.code for each in receipt_diagnostics(Receipt(provision=80, unaccounted=1), ())] == [
        "unaccounted"
    ]


PARAGRAPHS = st.sampled_from(
    [
        "Article 1", "Article 2 bis", "PART II", "[Article 3", "1. The Parties shall [may] act.", "(a) first;",
        "Option 1: a text", "For the Government of Northland:", "IN WITNESS WHEREOF they signed.", "ANNEX",
        "DONE at a place.", "________", "Recalling the lights,", "The States Parties,", "(Signed)", "FINAL ACT",
        "plain words that go on for a while without an end", "{remark}", "II. LIGHTS", "- a point;",
    ]
)  # fmt: skip


@given(st.lists(PARAGRAPHS, max_size=25), st.integers(1, 3))
def test_whatever_the_order_every_character_is_in_one_class(texts: list[str], pages: int) -> None:
    blocks = tuple(
        line(at, text, page=1 + at * pages // len(texts), starts_paragraph=True)
        for at, text in enumerate(texts)
    )
    source = Source("draft.pdf", "0" * 64, "application/pdf", pages)
    draft = parse(SourceText(source, blocks), Settings(language="en"))
    receipt = draft.receipt
    assert receipt.unaccounted == 0
    assert receipt.provision + receipt.front_matter + receipt.other == sum(
        len("".join(text.split())) for text in texts
    )
