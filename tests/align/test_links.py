"""Links, clauses across all units, near and far: on invented drafts, in tables that a lawyer could read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.align.alignment_drafts import article, draft
from treatydiff.align.align import align_drafts
from treatydiff.model import Alignment, Draft, Provision
from treatydiff.settings import Settings

LAMPS = (
    "Each keeper trims the wick of every harbour lamp before dusk and writes the hour into the book of the pier.",
    "Oil for the lamps is bought by the harbour council from no fewer than three merchants of the coast.",
    "A lamp that fails twice in one month is taken down and sent to the smith together with its chain.",
    "Visitors may look at the lamps on feast days in the company of a keeper who carries the keys.",
    "The council reads the books of all piers aloud at its first sitting after the winter storms end.",
)
NETS = (
    "Nets with meshes narrower than two fingers are burnt on the beach in the presence of the owner.",
    "No boat drags a net across the oyster banks between the new moon of May and the last one of August.",
    "Herring is counted in barrels at the quay, and a tenth of them goes to the widows of drowned crews.",
    "Whoever mends the nets of another boat for hire pays nothing to the guild of weavers for it.",
    "Buoys over sunken nets bear the colours of the family that set them and a bell that rings in fog.",
)
GUEST = (
    "Pilots from foreign ports swear before the bell of the mole that they know every rock and shoal there."
)
HARBOUR = (
    "Skippers who bring salt from the southern pans pay for the weighing at the long beam of the market square.",
    "Children of the quarter learn to swim in the inner basin under the eyes of two elders every single summer.",
    "The bell of the chapel is rung for ships that are two days late and for those that are never seen again.",
    "No dog is left on a moored boat overnight unless the harbour warden has seen its collar and heard it bark.",
)
PIERS = (
    "The stones of a fallen pier are fished from the mud by its neighbours and counted before two witnesses.",
    "A plank that gives under a barrow is nailed down by whoever noticed it first, even on a day of rest.",
    "Ropes left on the stairs of a pier belong after nine tides to the almshouse behind the customs house.",
    "Travellers sleep on a pier only in summer and never below the crane that lifts the casks of wine.",
)
FORMULA = (
    "Each Party shall adopt such legislative and other measures as may be necessary to establish as criminal "
    "offences under its domestic law, when committed intentionally, "
)


def aligned(a: Draft, b: Draft, nearness: str = "auto") -> Alignment:
    return align_drafts(a, b, Settings(nearness=nearness))  # type: ignore[arg-type]


def relations(found: Alignment) -> dict[tuple[tuple[str, ...], tuple[str, ...]], str]:
    return {(unit.pairing.a, unit.pairing.b): unit.pairing.relation for unit in found.units}


def links(found: Alignment) -> set[tuple[str, str, str]]:
    return {(link.a, link.b, link.kind) for unit in found.units for link in unit.links}


def clause_pairs(found: Alignment) -> set[tuple[str, str]]:
    return {(c.a[0], c.b[0]) for unit in found.units for c in unit.clauses if c.a and c.b}


def lamps(*more: str) -> Provision:
    return article("1", "Lamps", *LAMPS, *more)


def nets(*more: str, number: str = "2") -> Provision:
    return article(number, "Nets", *NETS, *more)


def test_a_paragraph_that_moves_between_two_articles_leaves_them_themselves() -> None:
    found = aligned(draft(lamps(GUEST), nets()), draft(lamps(), nets(GUEST)))
    assert relations(found) == {(("art_1",), ("art_1",)): "amended", (("art_2",), ("art_2",)): "amended"}
    assert links(found) == {
        ("art_1", "art_1", "pair"), ("art_2", "art_2", "pair"), ("art_1", "art_2", "moved"),
    }  # fmt: skip
    assert ("art_1__para_6", "art_2__para_6") in clause_pairs(found)


def test_a_paragraph_is_followed_into_a_new_article_and_out_of_a_deleted_one() -> None:
    there = aligned(draft(lamps(GUEST)), draft(lamps(), nets(GUEST)))
    assert relations(there)[(), ("art_2",)] == "added"
    assert ("art_1", "art_2", "moved") in links(there)
    back = aligned(draft(lamps(), nets(GUEST)), draft(lamps(GUEST)))
    assert relations(back)[("art_2",), ()] == "deleted"
    assert ("art_2__para_6", "art_1__para_6") in clause_pairs(back)


@pytest.mark.parametrize(("new", "relation"), [(0, "split"), (1, "added"), (2, "added"), (4, "added")])
def test_an_article_is_split_off_only_if_half_of_it_came_from_there(new: int, relation: str) -> None:
    here = draft(lamps(GUEST), nets())
    found = aligned(here, draft(lamps(), nets(), article("3", "Guests", GUEST, *HARBOUR[:new])))
    assert next(unit.pairing.relation for unit in found.units if "art_3" in unit.pairing.b) == relation
    assert ("art_1", "art_3", "moved") in links(found)


@pytest.mark.parametrize(
    ("new", "sources"),
    [
        # What the new article says, and where its words stood: the most first, then what others add.
        ((LAMPS[0], NETS[0]), ["art_1", "art_2"]),
        ((LAMPS[0], NETS[0], HARBOUR[0]), ["art_1", "art_2"]),
        ((LAMPS[0], NETS[0], PIERS[0]), ["art_1", "art_3", "art_2"]),
        ((LAMPS[0], HARBOUR[0], HARBOUR[1]), ["art_1"]),
        ((LAMPS[0], LAMPS[1], LAMPS[2], NETS[0][:40], HARBOUR[1]), ["art_1"]),
        (HARBOUR[:3], []),
    ],
)
def test_a_new_article_names_every_article_that_lent_it_words(
    new: tuple[str, ...], sources: list[str]
) -> None:
    before = (lamps(), nets(), article("3", "Piers", *PIERS))
    found = aligned(draft(*before), draft(*before, article("4", "Guests", *new)))
    row = next(unit.pairing for unit in found.units if unit.pairing.b == ("art_4",))
    named = [each for each in row.evidence if each.kind == "nearest"]
    assert row.a == ()
    assert [each.text for each in named] == sources
    assert sum(each.value or 0.0 for each in named) <= 1.0


@pytest.mark.parametrize(
    ("before", "after", "followed"),
    [
        (("Owls are no birds within this Article.",), ("Owls are no birds within this Article.",), True),
        (("Owls are no birds within this Article.",), ("Owls are no birds within that Article.",), False),
        (("Owls are no birds.",), ("Owls are no birds.",), False),  # four words
        # Said twice in a draft, nobody knows which went.
        (("Owls are no birds here either.",) * 2, ("Owls are no birds here either.",), False),
        (("Owls are no birds here either.",), ("Owls are no birds here either.",) * 2, False),
    ],
)
def test_a_short_paragraph_is_followed_word_for_word(
    before: tuple[str, ...], after: tuple[str, ...], followed: bool
) -> None:
    found = aligned(draft(lamps(*before)), draft(lamps(), nets(*after)))
    assert (("art_1__para_6", "art_2__para_6") in clause_pairs(found)) is followed


HIVES = (
    "Every hive that is kept within the walls of a town shall bear the mark of its owner on the side of the street.",
    "Honey that is sold by the jar shall be weighed before the buyer on scales which the guild has sealed that year.",
    "Swarms that settle on the land of a neighbour may be followed there by their owner until the sun has set.",
)
WARDEN = (
    "The warden of bees visits every hive in spring and in autumn and writes what was found into the guild's ledger.",
    "The warden of bees shall visit every hive in spring and in autumn and enter what has been found in the ledger "
    "of the guild.",
)


def test_an_article_that_shares_a_name_and_one_clause_was_not_split_off() -> None:
    # Beside the reworded clause the new article has "of the guild" with the old one, and nothing else.
    new = (
        "The members of the guild meet every year on the feast of its patron in the hall by the bridge.",
        "Disputes between members are heard by three elders whom neither side has named alone.",
        WARDEN[1],
        "Brewers of mead keep their fires away from thatched roofs and have two buckets of sand at hand.",
    )
    final = article("2", "Entry into force", "This Convention enters into force upon the third ratification.")
    before = draft(article("1", "Hives", *HIVES, WARDEN[0]), final)
    found = aligned(before, draft(article("1", "Hives", *HIVES), final, article("3", "Wardens", *new)))
    assert relations(found)[(), ("art_3",)] == "added"
    assert ("art_1__para_4", "art_3__para_3") in clause_pairs(found)


def test_an_article_whose_heading_goes_into_another_was_merged_into_it() -> None:
    oysters = article("2", "Oyster nets", GUEST, *HARBOUR)
    both = article("1", "Lamps and oyster nets", *LAMPS, GUEST)
    found = relations(aligned(draft(article("1", "Lamps and wicks", *LAMPS), oysters), draft(both)))
    assert found == {(("art_1", "art_2"), ("art_1",)): "merged"}


def test_a_link_says_how_many_words_and_which_share_of_either_article() -> None:
    found = aligned(draft(lamps(GUEST), nets()), draft(lamps(), nets(GUEST)))
    moved = next(link for unit in found.units for link in unit.links if link.kind == "moved")
    words = len(GUEST.rstrip(".").split())
    assert moved.words == words
    own = sum(len(text.rstrip(".").replace(",", "").split()) for text in (*LAMPS, GUEST))
    assert moved.share_a == pytest.approx(words / own)


def test_a_link_between_two_rows_stands_in_both() -> None:
    found = aligned(draft(lamps(GUEST), nets()), draft(lamps(), nets(GUEST)))
    holding = [unit.pairing.b for unit in found.units if any(link.kind == "moved" for link in unit.links)]
    assert sorted(holding) == [("art_1",), ("art_2",)]


def test_two_articles_cut_and_shuffled_into_two_are_recast_only_without_a_core() -> None:
    kept = aligned(
        draft(article("1", "", *LAMPS, NETS[0]), article("2", "", *NETS[1:], LAMPS[0])),
        draft(article("1", "", *LAMPS), article("2", "", *NETS)),
    )
    assert "recast" not in set(relations(kept).values())
    assert (("art_1",), ("art_1",)) in relations(kept)


def test_a_clause_in_several_articles_is_said_to_be_so() -> None:
    found = aligned(
        draft(lamps(GUEST)),
        draft(lamps(GUEST), nets(GUEST), article("3", "Ropes", *reversed(NETS[:2]), GUEST)),
    )
    copies = {
        (each.text, each.value)
        for unit in found.units
        for each in unit.pairing.evidence
        if each.kind == "copies"
    }
    assert copies == {("art_1__para_6", 3.0)}


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ((1,), (1, 2, 3), {("art_1", "art_2", "copy"), ("art_1", "art_3", "copy")}),
        # Gone from its own article it moved to one of the places, which the other copies.
        ((1,), (2, 3), {("art_1", "art_2", "moved"), ("art_1", "art_3", "copy")}),
        ((1, 2, 3), (1,), {("art_2", "art_1", "copy"), ("art_3", "art_1", "copy")}),
        ((1, 2), (1, 2), set()),
        # What several articles of either draft have is a formula.
        ((1, 2), (1, 2, 3), set()),
    ],
)
def test_a_clause_is_linked_to_every_place_that_has_it(
    before: tuple[int, ...], after: tuple[int, ...], told: set[tuple[str, str, str]]
) -> None:
    found = aligned(*(draft(*_with_guest(places)) for places in (before, after)))
    assert {link for link in links(found) if link[2] != "pair"} == told
    said = [each for unit in found.units for each in unit.pairing.evidence if each.kind == "copies"]
    assert bool(said) is (len(after) > len(before))


def _with_guest(places: tuple[int, ...]) -> list[Provision]:
    texts = (("Lamps", LAMPS), ("Nets", NETS), ("Harbour", HARBOUR))
    return [
        article(str(n), heading, *paragraphs, *([GUEST] if n in places else []))
        for n, (heading, paragraphs) in enumerate(texts, 1)
    ]


def test_an_article_copied_from_one_that_stays_whole_is_added_and_linked() -> None:
    copied = (GUEST, LAMPS[2])
    found = aligned(draft(lamps(GUEST), nets()), draft(lamps(GUEST), nets(), article("3", "Fees", *copied)))
    assert relations(found)[(), ("art_3",)] == "added"
    link = next(link for unit in found.units for link in unit.links if link.b == "art_3")
    assert (link.a, link.kind, link.share_b) == ("art_1", "copy", 1.0)


def test_a_heading_of_its_own_is_not_overruled_by_a_tie_to_definitions() -> None:
    defined = "a vessel under tow counts as one boat together with the boat that tows it through the narrows"
    before = article("2", "Towing", f"For this article {defined}.")
    after = article(
        "5", "Towing", "Towing at night needs two lanterns and the consent of the pilot on watch."
    )
    terms = article("1", "Definitions", LAMPS[0], NETS[0], f"For these rules {defined}.")
    found = aligned(
        draft(article("1", "Definitions", LAMPS[0], NETS[0]), before, nets(number="3")),
        draft(terms, nets(number="3"), after),
    )
    assert (("art_2",), ("art_5",)) in relations(found)
    assert ("art_2", "art_1", "moved") in links(found)


def test_a_short_article_rewritten_is_its_own_successor() -> None:
    found = aligned(
        draft(lamps(), article("2", "", "The secretariat is served by two clerks of the council of elders.")),
        draft(
            lamps(), article("2", "", "Two clerks serve the secretariat; elders name them each third spring.")
        ),
    )
    assert (("art_2",), ("art_2",)) in relations(found)


def offences(*acts: str) -> list[Provision]:
    return [article(str(n), "", FORMULA + act) for n, act in enumerate(acts, 1)]


BREAD = offences("the promise of a gift to a baker.", "threats against an inspector of loaves.")
LIGHTS = offences("the taking of a lantern from a pole.", "the mixing of sea water into lamp oil.")


@pytest.mark.parametrize(
    ("heading", "number", "paired"),
    [
        ("Lamps of harbours", "2", True),
        ("Lamps of harbours", "3", True),  # the same heading
        ("Lamps of harbours and piers", "2", True),  # a similar one with the same number
        ("Lamps of harbours and piers", "3", False),
        ("Bells of chapels and inns", "2", False),
    ],
)
def test_an_article_rewritten_throughout_is_known_by_heading_and_number(
    heading: str, number: str, paired: bool
) -> None:
    before = draft(lamps(), article("2", "Lamps of harbours", *NETS[:2]))
    after = draft(lamps(), article(number, heading, *HARBOUR[:2]))
    assert ((("art_2",), (f"art_{number}",)) in relations(aligned(before, after))) is paired


def test_a_formula_carries_no_pair() -> None:
    found = aligned(draft(*LIGHTS), draft(*BREAD))
    assert found.nearness is not None
    assert not found.nearness.near
    assert {bool(a) and bool(b) for a, b in relations(found)} == {False}


@pytest.mark.parametrize(
    ("heading_a", "heading_b"),
    [
        ("Amendments", "Amendment"),
        ("Withdrawal", "Denunciation"),
        ("Definitions", "Use of terms"),
    ],
)
def test_between_instruments_final_clauses_and_definitions_answer_to_one_another(
    heading_a: str, heading_b: str
) -> None:
    a = draft(*LIGHTS, article("3", heading_a, "A keeper who wishes it writes to the master of the harbour."))
    b = draft(
        *BREAD, article("3", heading_b, "Every guild may send a letter under seal to the oldest baker.")
    )
    assert (("art_3",), ("art_3",)) in relations(aligned(a, b))


def test_between_instruments_nothing_is_moved() -> None:
    a = draft(lamps(), nets(number="2"), article("3", "Pilots", GUEST))
    b = draft(article("1", "Pilots", GUEST), nets(number="2"), article("3", "Lamps", *LAMPS))
    near, far = aligned(a, b, "near"), aligned(a, b, "far")
    assert any(unit.pairing.moved for unit in near.units)
    assert not any(unit.pairing.moved for unit in far.units)
    assert far.nearness is not None
    assert (far.nearness.near, far.nearness.asked) == (False, True)


def test_drafts_of_one_text_are_near() -> None:
    found = aligned(draft(lamps(), nets()), draft(lamps(GUEST), nets()))
    assert found.nearness is not None
    assert found.nearness.near
    assert found.nearness.share > 0.9


FINAL = (
    ("Signature", "This Convention is open for signature by every State that has a harbour of its own."),
    (
        "Entry into force",
        "This Convention enters into force ninety days after the fifth ratification is sent.",
    ),
    (
        "Denunciation",
        "A Party may denounce this Convention by a letter to the depositary, with a year of notice.",
    ),
    (
        "Depositary",
        "The master of the eldest harbour keeps this Convention and tells the Parties who signed.",
    ),
)


def with_final_clauses(*matter: str) -> Draft:
    whole = (*(("", text) for text in matter), *FINAL)
    return draft(*(article(str(n), heading, text) for n, (heading, text) in enumerate(whole, 1)))


@pytest.mark.parametrize(
    ("matter_a", "matter_b", "near"),
    [
        (LAMPS, NETS, False),
        (LAMPS, LAMPS[1:], True),
        ((LAMPS[0],), (LAMPS[0], GUEST), True),
        # Where final clauses are nearly all there is, they are what is compared.
        (("",), (GUEST,), True),
    ],
)
def test_the_same_final_clauses_make_no_drafts_of_one_text(
    matter_a: tuple[str, ...], matter_b: tuple[str, ...], near: bool
) -> None:
    found = aligned(with_final_clauses(*matter_a), with_final_clauses(*matter_b))
    assert found.nearness is not None
    assert found.nearness.near is near
    final = {((f"art_{len(matter_a) + n}",), (f"art_{len(matter_b) + n}",)) for n in range(1, 5)}
    assert final <= relations(found).keys()


def test_final_clauses_without_headings_are_known_by_their_words() -> None:
    a, b = (
        draft(*(article(str(n), "", text) for n, text in enumerate((*matter, *(t for _, t in SHARED)), 1)))
        for matter in (LAMPS[:2], NETS[:2])
    )
    found = aligned(a, b)
    assert found.nearness is not None
    assert (found.nearness.near, found.nearness.share) == (False, 0.0)


SHARED = (
    ("", "This Convention shall be open for signature by all States that keep a lighthouse or a mole."),
    ("", "This Convention shall enter into force on the thirtieth day after the ninth ratification."),
    ("", "Any Party may denounce this Convention by writing to the harbour master, who tells the others."),
)


def test_texts_that_repeat_one_another_word_for_word_are_near_though_all_is_formula() -> None:
    same = offences("taking a lamp.", "taking a lamp.", "taking a lamp.")
    a = draft(*same, article("4", "", LAMPS[1]))
    b = draft(*same, article("4", "", NETS[2]))
    found = aligned(a, b)
    assert found.nearness is not None
    assert found.nearness.near
    assert {b for (a, b) in relations(found) if a} >= {("art_1",), ("art_2",), ("art_3",)}


def test_three_articles_made_one_are_near() -> None:
    before = [article(str(n), "", *those) for n, those in enumerate((LAMPS, NETS, HARBOUR), 1)]
    found = aligned(draft(*before), draft(article("1", "", *LAMPS, *NETS, *HARBOUR)))
    assert relations(found) == {(("art_1", "art_2", "art_3"), ("art_1",)): "merged"}


texts = st.sampled_from([*LAMPS, *NETS, GUEST])
articles = st.lists(st.lists(texts, min_size=1, max_size=4), min_size=1, max_size=4)


@given(articles, articles, st.sampled_from(["near", "far", "auto"]))
def test_links_hold_together_whatever_the_drafts(
    one: list[list[str]], other: list[list[str]], nearness: str
) -> None:
    a, b = (draft(*(article(str(n), "", *those) for n, those in enumerate(each, 1))) for each in (one, other))
    found = aligned(a, b, nearness)
    for unit in found.units:
        for link in unit.links:
            assert link.a in unit.pairing.a or link.b in unit.pairing.b
            assert all(share is None or 0.0 <= share <= 1.0 + 1e-9 for share in (link.share_a, link.share_b))
            both = link.a in unit.pairing.a and link.b in unit.pairing.b
            assert both or link.kind in ("moved", "copy")
    listed = [c.a for unit in found.units for c in unit.clauses if c.a]
    assert len(listed) == len(set(listed))
