"""A draft as alignment sees it, two that say the same, and figures that do not hang on how many are made at once."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from tests.align.alignment_drafts import article, closing, container, draft, draft_of, preamble
from tests.align.test_going_elsewhere import phrase
from treatydiff.align import (
    align,
    alone,
    clause_pairs,
    crossings,
    formulas,
    reassembly,
    similarity,
    splits,
    unit_pairs,
)
from treatydiff.align.align import align_drafts, match_drafts
from treatydiff.align.sides import side_of
from treatydiff.align.texts import amended, bracket_count, brackets_lifted, joined
from treatydiff.model import Alignment, Draft, Instrument, Provision
from treatydiff.settings import Settings

SETTINGS = Settings()
NESTED = Provision("art_2", "article", "2", "Old lamps", children=(
    Provision("art_2__intro", "intro", text="Boats carry:"),
    Provision("art_2__para_1", "paragraph", "1", children=(
        Provision("art_2__para_1__subpara_a", "subparagraph", "a", text="a lamp;"),
        Provision("art_2__para_1__subpara_b", "subparagraph", "b"),
    )),
    Provision("art_2__para_2", "paragraph", "2", text="***"),
))  # fmt: skip


def test_a_draft_as_alignment_sees_it() -> None:
    side = side_of(
        draft(preamble("Mindful of gulls,"), NESTED, article("3", "Deleted", "[Deleted]"), closing("Done."))
    )
    assert [unit.id for unit in side.units] == ["preamble", "art_2", "art_3", "closing"]
    assert [clause.text for clause in side.clauses] == [
        "Mindful of gulls,", "Boats carry:", "a lamp;", "***", "[Deleted]", "Done.",
    ]  # fmt: skip
    assert side.unit_of == (0, 1, 1, 1, 2, 3)
    assert side.clauses_of == (range(0, 1), range(1, 4), range(4, 5), range(5, 6))
    assert [parent and parent.id for parent in side.parents] == [
        "preamble", "art_2", "art_2__para_1", "art_2", "art_3", None,
    ]  # fmt: skip
    assert side.sizes == (3, 4, 1, 1)
    assert side.headings == ((), ("old", "lamps"), (), ())
    assert [said and said.name for said in side.statements] == [None, None, "deleted", None]
    assert [side.keys(c) for c in (2, 3)] == [("a", "lamp"), ("***",)]
    assert side.runs.numbered.words.sizes.tolist() == [3, 2, 2, 1, 1, 1]
    assert side.clause_sizes == (3, 2, 2, 0, 1, 1)
    assert side.language == "en"


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True), ({"page": 7}, True), ({"id": "art_8"}, False), ({"kind": "rule"}, False),
        ({"number": "8"}, False), ({"heading": "Nets"}, False), ({"text": "Crabs dig."}, False),
    ],
)  # fmt: skip
def test_when_two_drafts_are_one_text(change: dict[str, str], same: bool) -> None:
    one = Provision("art_7", "article", "7", "Lamps", text="Gulls nest.")
    a, b = draft(one, NESTED), draft(replace(one, **change), NESTED)  # type: ignore[arg-type]
    assert align._says_the_same(a, b) is same
    assert align._says_the_same(a, draft(one)) is False
    assert (align_drafts(a, b, SETTINGS).nearness is None) is same


def test_what_spoke_for_the_rows_of_a_draft_and_itself() -> None:
    one = draft(preamble("Mindful of gulls,"), NESTED, article("3", "", phrase("g9")))
    found = align_drafts(one, one, SETTINGS)
    neighbours = [
        [each.value for each in row.pairing.evidence if each.kind == "neighbours"] for row in found.units
    ]
    assert neighbours == [[1.0], [2.0], [1.0]]
    numbers = [
        [each.text for each in row.pairing.evidence if each.kind == "same_number"] for row in found.units
    ]
    assert numbers == [[], ["2"], ["3"]]
    headings = [
        [each.value for each in row.pairing.evidence if each.kind == "same_heading"] for row in found.units
    ]
    assert headings == [[], [1.0], []]
    assert [row.pairing.similarity for row in found.units] == pytest.approx([1.0, 1.0, 1.0])
    assert {clause.similarity for row in found.units for clause in row.clauses} == {1.0}
    (alone_,) = align_drafts(draft(NESTED), draft(NESTED), SETTINGS).units
    assert not [each for each in alone_.pairing.evidence if each.kind == "neighbours"]


TEXTS = (
    ("g14", "h14"), ("k14", "l20"), ("f6 m12",), ("f6 n12", "o13"), ("p16",), ("q30",), ("r14", "s14"), ("t12",),
)  # fmt: skip


def whole(order: str, number: int = 1) -> Draft:
    """Articles of so many paragraphs; a letter is a paragraph, a comma parts articles."""
    texts = {text[-3] if text[0] == "f" else text[0]: text for each in TEXTS for text in each}
    return draft(*(
        article(str(n), "", *(phrase(texts[letter]) for letter in letters))
        for n, letters in enumerate(order.split(","), number)
    ))  # fmt: skip


LIKE = [
    (whole("gh,kl,m,no,p,q,rs,t"), whole("gl,kh,m,n,op,qt,r,s"), Settings(nearness="near")),
    (whole("gh,kl,m,no,p,q,rs,t"), whole("gl,kh,m,n,op,qt,r,s"), Settings(nearness="far")),
    (whole("gh,kl,mno,pq,rs,t"), whole("g,h,k,l,m,n,o,p,q,r,s,t"), Settings()),
]


@cache
def at_once_all() -> list[Alignment]:
    return [align_drafts(*each) for each in LIKE]


@pytest.mark.parametrize("at_once", [1, 3])
@pytest.mark.parametrize("stage", [similarity, crossings, formulas, alone, reassembly, splits, unit_pairs])
def test_nothing_hangs_on_how_many_rows_are_made_at_once(
    stage: object, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = at_once_all()
    monkeypatch.setattr(stage, "_ROWS_AT_ONCE", at_once)
    monkeypatch.setattr(stage, "KEPT_CELLS", at_once, raising=False)
    monkeypatch.setattr(clause_pairs, "WORTHWHILE_CELLS", at_once)
    assert [align_drafts(*each) for each in LIKE] == before


@pytest.mark.parametrize("nearness", ["auto", "near", "far"])
def test_what_is_matched_is_what_is_aligned(nearness: str) -> None:
    a, b = whole("gh,kl,m,no,p,q,rs,t"), whole("gl,kh,m,n,op,qt,r,s", 11)
    settings = Settings(nearness=nearness)  # type: ignore[arg-type]
    rows, matched = align_drafts(a, b, settings).units, match_drafts(a, b, settings)
    assert {(row.pairing.a, row.pairing.b) for row in rows} == {(row.a, row.b) for row in matched}
    clauses = {(c.a[0], c.b[0]) for row in rows for c in row.clauses if c.a and c.b}
    assert {pair for row in matched for pair in row.clauses} == clauses
    assert match_drafts(a, b, settings, sides=(side_of(a), side_of(b))) == matched


def test_containers_of_a_draft_and_itself_are_identical() -> None:
    one = draft_of(Instrument(1, True, "", None, (container("chapter", "I", "Lamps", NESTED),)))
    (found,) = align_drafts(one, one, SETTINGS).containers
    assert (found.relation, found.moved, found.amended, found.renumbered) == (
        "identical",
        False,
        False,
        False,
    )


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("[a][b", 2), ("［甲］【乙】", 2), ("a]", 0), ("[[a]]", 2), ("(a)", 0)]
)
def test_how_many_brackets_open(text: str, count: int) -> None:
    assert bracket_count(text) == count


@pytest.mark.parametrize(
    ("a", "b", "is_amended", "lifted"),
    [
        ("Gulls [nest].", "Gulls nest.", False, True),
        ("Gulls [nest] [here].", "Gulls nest [here].", False, True),
        ("Gulls [nest] here.", "Gulls nest [here].", True, False),  # as many as before
        ("Gulls [nest].", "Gulls [nest].", False, False),
        ("Gulls nest.", "Gulls [nest].", True, False),
        ("Gulls [nest].", "Gulls sleep.", True, False),
        ("Gulls [nest].", "Gulls nest", True, False),
        ("State[s] Parties", "States Parties", True, False),
        ("【鸥】筑巢", "鸥筑巢", False, True),
    ],
)
def test_when_brackets_were_lifted(a: str, b: str, is_amended: bool, lifted: bool) -> None:
    assert amended(a, b) is is_amended
    assert brackets_lifted(a, b) is lifted


def test_texts_are_joined_by_a_space() -> None:
    assert joined(["Gulls nest.", "Crabs dig."]) == "Gulls nest. Crabs dig."
    assert joined([]) == ""
