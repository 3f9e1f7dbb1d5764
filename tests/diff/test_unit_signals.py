"""What is told of whole rows: text that changed its place, safeguards left behind, final clauses."""

from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of
from treatydiff.diff.meaning.unit_signals import unit_signals
from treatydiff.model import Alignment, ClauseDiff, Draft, Edit, Pairing, UnitPairing

LONG = "Every keeper of a light trims its lamp at dusk."
FORTY, THIRTY_NINE = "Every keeper trims each lamp before dusk.", "Every keeper trims each lamp past dusk."
ANNEX = "\n\nANNEX I\nRules\n\nArticle 1\n\nLamps\n\n1. {}\n"


def draft(body: str, annex: str = "Oil is kept in a dry store that has a good lock.") -> Draft:
    return draft_of(
        f"Convention\n\nPreamble\n\nThe Parties,\n\n{LONG[:-1]},\n\nArticle 1\n\nLamps\n\n1. {body}\n{ANNEX.format(annex)}"
    )


def rows(*pairs: tuple[str, str], units: tuple[str, str]) -> Alignment:
    clauses = tuple(Pairing((a,), (b,), "moved") for a, b in pairs)
    return Alignment((UnitPairing(Pairing((units[0],), (units[1],), "moved"), "article", clauses),), ())


BODY, IN_ANNEX, RECITAL = "art_1__para_1", "annex_I__art_1__para_1", "preamble__intro-2"


@pytest.mark.parametrize(
    ("text", "here", "there", "told"),
    [
        (LONG, BODY, IN_ANNEX, ["moved_to_annex: the operative part → an annex"]),
        (LONG, IN_ANNEX, BODY, ["moved_to_operative_part: an annex → the operative part"]),
        (LONG, RECITAL, BODY, ["moved_to_operative_part: the preamble → the operative part"]),
        (LONG, BODY, RECITAL, ["moved_to_preamble: the operative part → the preamble"]),
        (LONG, BODY, BODY, []),
        (FORTY[:39] + ".", BODY, IN_ANNEX, ["moved_to_annex: the operative part → an annex"]),
        (FORTY[:38] + ".", BODY, IN_ANNEX, []),
    ],
)
def test_clauses_that_changed_their_place(text: str, here: str, there: str, told: list[str]) -> None:
    a = b = draft(text, text if here == IN_ANNEX else "Oil is kept in a dry store that has a good lock.")
    units = tuple(id_.rpartition("__")[0] if "preamble" not in id_ else "preamble" for id_ in (here, there))
    (found,) = unit_signals(a, b, rows((here, there), units=(units[0], units[1])), [()])
    assert [f"{each.direction}: {each.text}" for each in found if each.kind == "placement"] == told


def test_an_article_that_went_to_two_places_is_spread() -> None:
    a = draft_of(f"Convention\n\nArticle 1\n\nLamps\n\n1. {LONG}\n\n2. {LONG}\n{ANNEX.format(LONG)}")
    row = rows((BODY, BODY), ("art_1__para_2", IN_ANNEX), units=("art_1", "art_1"))
    (found,) = unit_signals(a, a, row, [()])
    assert [each.direction for each in found] == ["spread_to_annex"]


@pytest.mark.parametrize(
    ("class_", "told"), [("substantive", ["entry_into_force"]), ("editorial", []), ("typographic", [])]
)
def test_a_final_clause_that_changed_in_substance(class_: str, told: list[str]) -> None:
    text = (
        "Convention\n\nArticle 1\n\nEntry into force\n\n1. This Convention shall enter into force on 1 May."
    )
    a, empty = draft_of(text), draft_of(text.replace("Entry into force", "Lamps").replace("This", "A"))
    edit = Edit("insert", "x", class_)  # type: ignore[arg-type]
    pairing = Pairing((BODY,), (BODY,), "amended")
    for one, other in ((a, a), (a, empty), (empty, a)):
        (found,) = unit_signals(
            one, other, rows((BODY, BODY), units=("art_1", "art_1")), [[ClauseDiff(pairing, (edit,))]]
        )
        assert [each.direction or each.kind for each in found] == told


CHAPTERS = """Convention

CHAPTER I
LAMPS

Article 1
{heading}

1. {safeguard}

Article 2
Search

1. Every lamp may be searched by day.

CHAPTER II
OIL

Article 3
Oil

1. Oil is kept in a dry store.
"""
SAFEGUARD = "The powers in this chapter are without prejudice to human rights."


@pytest.mark.parametrize(
    ("heading", "safeguard", "moved_to", "with_it", "told"),
    [
        ("Rights", SAFEGUARD, "art_3", False, ["chapter I, governed by article 1"]),
        ("Rights", SAFEGUARD, "art_2", False, []),
        ("Rights", SAFEGUARD, "art_3", True, []),
        ("Rights", "The powers in this chapter are many.", "art_3", False, []),
        ("Safeguards", "The powers in this chapter are many.", "art_3", False, ["chapter I, governed by article 1"]),
        ("Safeguards", "The powers are many.", "art_3", False, []),
    ],
)  # fmt: skip
def test_an_article_that_left_the_chapter_of_its_safeguard(
    heading: str, safeguard: str, moved_to: str, with_it: bool, told: list[str]
) -> None:
    draft = draft_of(CHAPTERS.format(heading=heading, safeguard=safeguard))
    units = [("art_2", moved_to), ("art_1", "art_3" if with_it else "art_1")]
    alignment = Alignment(
        tuple(UnitPairing(Pairing((a,), (b,), "moved"), "article", ()) for a, b in units),
        (Pairing(("chp_I",), ("chp_I",), "identical"), Pairing(("chp_II",), ("chp_II",), "identical")),
    )
    found = unit_signals(draft, draft, alignment, [(), ()])
    assert [each.text for each in found[0] if each.direction == "out_of_safeguard"] == told
    assert not [each for each in found[1] if each.direction == "out_of_safeguard"]
