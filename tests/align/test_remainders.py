"""Formulas that no table knows, and counterparts written anew: what stands beside shared runs decides."""

from __future__ import annotations

import pytest

from tests.align.alignment_drafts import article, draft
from tests.align.test_going_elsewhere import phrase
from treatydiff.align import far_pairs
from treatydiff.align.far_pairs import pair_far_units
from treatydiff.align.headed.stems import tells
from treatydiff.align.nearness import judge_nearness
from treatydiff.align.sides import side_of
from treatydiff.align.similarity import measure
from treatydiff.model import Draft
from treatydiff.settings import Settings

WHOEVER = "Whoever, without an excuse known to custom, {}, is banished from the harbour for seven winters."
TIDES = article("9", "Tides", phrase("t20"))
SHEEP = article("9", "Sheep", phrase("s20"))


def pairs(a: Draft, b: Draft) -> set[tuple[str, str]]:
    drafts = measure(side_of(a), side_of(b))
    return {(drafts.a.units[x.a].id, drafts.b.units[x.b].id) for x in pair_far_units(drafts)}


@pytest.mark.parametrize(
    ("one", "other", "paired"),
    [
        # What two provisions with unlike headings forbid in the same words, and whether they are one.
        ("drowns a neighbour’s lantern", "waters the barrels of a brewer", False),
        ("drowns a neighbour’s lantern in brine", "drowns some lantern of a neighbour", True),
        ("drowns", "waters", True),  # nearly all is shared: words left say too little
    ],
)
def test_beside_a_shared_formula(one: str, other: str, paired: bool) -> None:
    a = draft(article("1", "Lamps", WHOEVER.format(one)), TIDES)
    b = draft(article("1", "Casks", WHOEVER.format(other)), SHEEP)
    assert (("art_1", "art_1") in pairs(a, b)) is paired
    if not paired:
        assert not judge_nearness(measure(side_of(a), side_of(b)), Settings()).near


@pytest.mark.parametrize(
    ("heading_a", "heading_b", "near"),
    [("Boats", "Harbours", False), ("Boats", "Boats and rafts", True), ("", "", True), ("Boats", "", True)],
)
def test_of_a_text_half_of_which_is_new_the_headings_say_whether_it_is_one(
    heading_a: str, heading_b: str, near: bool
) -> None:
    a = draft(
        article("1", heading_a, "Every boat shall carry lanterns and ropes at night in the narrow strait.")
    )
    b = draft(
        article("1", heading_b, "Every boat shall carry lanterns and ropes of hemp, tarred twice yearly.")
    )
    assert judge_nearness(measure(side_of(a), side_of(b)), Settings()).near is near


def test_like_headings_ask_for_no_words_beside_the_formula() -> None:
    one, other = (
        WHOEVER.format(x) for x in ("drowns a neighbour’s lantern", "waters the barrels of a brewer")
    )
    a, b = draft(article("1", "Banishment", one), TIDES), draft(article("1", "Banishment", other), SHEEP)
    assert ("art_1", "art_1") in pairs(a, b)


@pytest.mark.parametrize(
    ("heading_a", "heading_b", "paired"),
    [
        ("Catalogue of wrecks", "Registers", True),
        ("Catalogue of wrecks", "Entry into force", False),  # a final clause answers to its kind alone
    ],
)
def test_what_was_written_anew_under_another_heading(heading_a: str, heading_b: str, paired: bool) -> None:
    one = "Every warden keeps lists of wrecks, of their anchors and cargo, and hands copies in at Easter."
    other = "Lists of sunken wrecks shall give cargo as well as anchors and are furnished yearly by wardens."
    a = draft(article("1", heading_a, one), TIDES, article("8", "Moor", phrase("m20")))
    b = draft(article("1", heading_b, other), SHEEP, article("8", "Barley", phrase("b20")))
    assert (("art_1", "art_1") in pairs(a, b)) is paired


@pytest.mark.parametrize(("above", "paired"), [(-1e-6, True), (1e-6, False)])
def test_how_near_what_is_nearest_must_be(
    above: float, paired: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    scattered = [
        article("1", heading, phrase(f"g4 {voice}8")) for heading, voice in (("Oxen", "o"), ("", "p"))
    ]
    drafts = measure(side_of(draft(scattered[0], TIDES)), side_of(draft(SHEEP, scattered[1])))
    cosine = float((drafts.content.a @ drafts.content.b.turned()).dense()[0, 1])
    assert 0.0 < cosine < far_pairs.FAR_BAR
    monkeypatch.setattr(far_pairs, "NEAREST_FAR", cosine + above)
    found = pair_far_units(drafts)
    assert [(each.a, each.b) for each in found] == ([(0, 1)] if paired else [])
    assert [each.score for each in found] == pytest.approx([far_pairs.CONTENT_WEIGHT * cosine] * paired)


@pytest.mark.parametrize(
    ("left_a", "left_b", "unlike"),
    [
        # Words beside a run of ten words that both have; a quarter of either text, by weight, must be left.
        ("x2", "y2", True),
        ("x1", "y9", False),
        ("x9", "y1", False),
        ("", "", False),
        # Of what is left one word is in both: more than .15 of it by weight, and less.
        ("x3 w1", "y3 w1", False),
        ("x4 w1", "y4 w1", True),
    ],
)
def test_how_much_must_be_left_and_how_unlike(left_a: str, left_b: str, unlike: bool) -> None:
    texts = [long(f"g10 {left}".strip()) for left in (left_a, left_b)]
    a, b = (side_of(draft(article("1", "", text), article("2", "", long(f"{voice}3")))) for text, voice in
            zip(texts, "no", strict=True))  # fmt: skip
    assert measure(a, b).remainders.are_unlike(0, 0) is unlike


def long(short: str) -> str:
    return " ".join(f"{word}aaaaaaaa" for word in phrase(short).split())


@pytest.mark.parametrize(("word", "told"), [("des", False), ("duty", True), ("罪", True), ("или", False)])
def test_words_that_tell(word: str, told: bool) -> None:
    assert tells(word) is told
