from __future__ import annotations

from dataclasses import replace

import pytest

from tests.align.alignment_drafts import (
    ALL,
    DEPOSITARY,
    HARBOURS,
    LIGHTHOUSES,
    PILOTS,
    SOVEREIGNTY,
    article,
    closing,
    container,
    draft,
    draft_of,
    preamble,
    renumbered,
    row_of,
    summaries,
    summary,
)
from treatydiff.align.align import align_drafts
from treatydiff.model import Alignment, Draft, Evidence, Instrument
from treatydiff.settings import Settings

SETTINGS = Settings()
RADIO = article(
    "1",
    "Radio watch",
    "Coast stations shall listen on the distress frequency at every hour of day and night.",
)


def align(a: Draft, b: Draft) -> Alignment:
    return align_drafts(a, b, SETTINGS)


def stated(evidence: tuple[Evidence, ...]) -> list[str]:
    return [item.text for item in evidence if item.kind == "stated"]


def texts(provision, *paragraphs: str):
    """The article with other paragraphs."""
    return article(provision.number, provision.heading, *paragraphs)


def paragraphs(provision) -> list[str]:
    return [child.text for child in provision.children]


def test_a_draft_compared_with_itself_is_identical_throughout() -> None:
    one = draft(
        preamble("Mindful of the sea,"),
        container("part", "I", "General", *ALL),
        article("9", "", "Deleted."),
        article("10", "", "[Reserved]"),
    )
    alignment = align(one, one)
    assert {row.pairing.relation for row in alignment.units} == {"identical"}
    assert {pair.relation for row in alignment.units for pair in row.clauses} == {"identical"}
    assert {pair.relation for pair in alignment.containers} == {"identical"}
    assert all(row.pairing.a == row.pairing.b for row in alignment.units)


def test_an_article_inserted_before_renumbers_and_moves_nothing() -> None:
    after = [renumbered(one, str(int(one.number) + 1)) for one in ALL]
    alignment = align(draft(*ALL), draft(renumbered(RADIO, "4"), *after))
    assert summaries(alignment) == [
        "- = art_4: added",
        "art_4 = art_5: renumbered",
        "art_5 = art_6: renumbered",
        "art_6 = art_7: renumbered",
        "art_7 = art_8: renumbered",
        "art_8 = art_9: renumbered",
    ]
    assert not any(row.pairing.moved or row.pairing.amended for row in alignment.units)
    assert {pair.relation for row in alignment.units for pair in row.clauses} == {"added", "identical"}


def test_the_lightest_article_is_the_one_that_moved() -> None:
    alignment = align(draft(*ALL), draft(DEPOSITARY, SOVEREIGNTY, LIGHTHOUSES, HARBOURS, PILOTS))
    moved = [summary(row.pairing) for row in alignment.units if row.pairing.moved]
    assert moved == ["art_8 = art_8: moved"]


def test_an_article_in_another_chapter_has_moved() -> None:
    a = draft(
        container("chapter", "I", "General", SOVEREIGNTY, PILOTS),
        container("chapter", "II", "Coasts", LIGHTHOUSES, HARBOURS),
    )
    b = draft(
        container("chapter", "I", "General", SOVEREIGNTY),
        container("chapter", "II", "Coasts", PILOTS, LIGHTHOUSES, HARBOURS),
    )
    row = row_of(align(a, b), "art_7")
    assert row.pairing.relation == "moved"
    assert Evidence("moved", "container") in row.pairing.evidence


def test_a_new_word_amends_the_clause_and_the_article() -> None:
    first, second = paragraphs(SOVEREIGNTY)
    after = texts(SOVEREIGNTY, first.replace("shall", "should"), second)
    row = row_of(align(draft(*ALL), draft(after, *ALL[1:])), "art_4")
    assert row.pairing.relation == "amended"
    assert [pair.relation for pair in row.clauses] == ["amended", "identical"]


def test_typography_is_no_amendment() -> None:
    before = texts(PILOTS, "The pilots' licence is valid for ten years - no longer.")
    after = texts(PILOTS, "The pilots’ licence is valid for ten years – no longer.")
    assert summaries(align(draft(before), draft(after))) == ["art_7 = art_7: identical"]


def test_a_new_heading_amends_the_article_and_is_named() -> None:
    after = replace(PILOTS, heading="Licences of pilots")
    row = row_of(align(draft(*ALL), draft(*ALL[:3], after, DEPOSITARY)), "art_7")
    assert row.pairing.relation == "amended"
    assert Evidence("heading", "Pilots → Licences of pilots") in row.pairing.evidence
    assert [pair.relation for pair in row.clauses] == ["identical"]


@pytest.mark.parametrize(
    ("before", "after", "relation"),
    [
        (
            "Pilots [shall] hold a licence of the port.",
            "Pilots shall hold a licence of the port.",
            "brackets_lifted",
        ),
        ("[Pilots [shall] hold a licence.]", "[Pilots shall hold a licence.]", "brackets_lifted"),
        ("Pilots shall hold a licence of the port.", "Pilots [shall] hold a licence of the port.", "amended"),
        ("Pilots [shall][should] hold a licence.", "Pilots shall hold a licence.", "amended"),
        ("Pilots hold a licence[, as needed].", "Pilots hold a licence, as needed.", "brackets_lifted"),
    ],
)
def test_brackets_are_lifted_only_where_the_words_stay(before: str, after: str, relation: str) -> None:
    row = row_of(align(draft(texts(PILOTS, before)), draft(texts(PILOTS, after))), "art_7")
    assert [pair.relation for pair in row.clauses] == [relation]
    assert row.pairing.relation == relation
    assert row.pairing.amended == (relation == "amended")


def test_a_paragraph_that_becomes_an_article_is_a_split() -> None:
    first, second, third = paragraphs(LIGHTHOUSES)
    b = draft(
        SOVEREIGNTY,
        texts(LIGHTHOUSES, first, third),
        article("5 bis", "Warnings to ships", second),
        *ALL[2:],
    )
    row = row_of(align(draft(*ALL), b), "art_5bis")
    assert summary(row.pairing) == "art_5 = art_5+art_5bis: split"
    assert {pair.a + pair.b for pair in row.clauses} == {
        ("art_5__para_1", "art_5__para_1"),
        ("art_5__para_2", "art_5bis__para_u1"),
        ("art_5__para_3", "art_5__para_2"),
    }


def worn(text: str) -> str:
    """The text with two of five words replaced by words that stand in no draft."""
    return " ".join(
        f"x{place}{word[::-1]}" if place % 5 in (1, 3) else word for place, word in enumerate(text.split())
    )


FERRIES = (
    "The ferry office shall sell to each passenger who comes aboard a numbered ticket of stiff yellow card, "
    "and shall keep the stub of it for as long as the crossing lasts and for nine days after the landing.",
    "Horses, carts and barrels travel on the lower deck only, behind the iron gate, and their owners shall "
    "stay beside them until the mate has rung the small bell twice and the plank has been let down.",
)


@pytest.mark.parametrize("change", [str, worn])
def test_a_half_of_an_article_is_known_by_what_the_other_half_lacks(change) -> None:
    a = draft(*ALL, article("9", "Ferries", *FERRIES))
    halves = article("9", "Ferries", FERRIES[0]), article("10", "", change(FERRIES[1]))
    foreign = article(
        "11",
        "",
        "Shipwrights who build a hull of green oak shall season it in salt water for three winters before "
        "they caulk it, and shall mark the keel with the year in which the tree was felled.",
    )
    alignment = align(a, draft(*ALL, *halves, foreign))
    assert summary(row_of(alignment, "art_9").pairing) == "art_9 = art_9+art_10: split"
    assert summary(row_of(alignment, "art_11").pairing) == "- = art_11: added"


def test_two_articles_made_one_are_a_merger() -> None:
    joint = article("6", "Harbours and pilots", *paragraphs(HARBOURS), *paragraphs(PILOTS))
    row = row_of(align(draft(*ALL), draft(SOVEREIGNTY, LIGHTHOUSES, joint, DEPOSITARY)), "art_6")
    assert summary(row.pairing) == "art_6+art_7 = art_6: merged"


def test_a_short_paragraph_that_went_elsewhere_is_listed_once() -> None:
    rules = tuple(
        f"Every {thing} of the League shall be {act} by the harbour master before the ship may sail."
        for thing, act in (
            ("anchor", "weighed"), ("sail", "counted"), ("mast", "measured"), ("boat", "painted"),
            ("compass", "tested"), ("lantern", "trimmed"), ("rope", "coiled"), ("flag", "hoisted"),
        )
    )  # fmt: skip
    tolls = tuple(
        f"A toll of {sum_} crowns is due for each {cargo} that a vessel carries past the outer island."
        for sum_, cargo in (
            ("two", "barrel"), ("three", "horse"), ("nine", "carriage"), ("five", "bale"), ("one", "sheep"),
            ("ten", "bell"), ("six", "clock"), ("seven", "statue"),
        )
    )  # fmt: skip
    stray = (
        "Disputes over the length of a cable are heard by three shipwrights whom the parties choose by lot."
    )
    a = draft(article("1", "Inspection", *rules, stray), article("2", "Tolls", *tolls))
    b = draft(article("1", "Inspection", *rules), article("2", "Tolls", *tolls, stray))
    alignment = align(a, b)
    giver, taker = row_of(alignment, "art_1"), row_of(alignment, "art_2")
    assert Evidence("moved_to", "art_2__para_9") in giver.pairing.evidence
    assert Evidence("moved_from", "art_1__para_9") in taker.pairing.evidence
    assert all("art_1__para_9" not in pair.a for pair in giver.clauses)
    assert [summary(pair) for pair in taker.clauses][-1] == "art_1__para_9 = art_2__para_9: moved"
    assert giver.pairing.amended
    assert taker.pairing.amended


def test_paragraphs_that_change_places_have_moved_inside_the_article() -> None:
    first, second, third = paragraphs(LIGHTHOUSES)
    row = row_of(
        align(draft(*ALL), draft(SOVEREIGNTY, texts(LIGHTHOUSES, third, first, second), *ALL[2:])), "art_5"
    )
    assert [summary(pair) for pair in row.clauses] == [
        "art_5__para_3 = art_5__para_1: moved",
        "art_5__para_1 = art_5__para_2: renumbered",
        "art_5__para_2 = art_5__para_3: renumbered",
    ]


def test_a_new_paragraph_renumbers_and_moves_nothing() -> None:
    first, second, third = paragraphs(LIGHTHOUSES)
    new = "Lamps shall burn rapeseed oil or any other oil that the League approves."
    row = row_of(
        align(draft(*ALL), draft(SOVEREIGNTY, texts(LIGHTHOUSES, first, new, second, third), *ALL[2:])),
        "art_5",
    )
    assert [summary(pair) for pair in row.clauses] == [
        "art_5__para_1 = art_5__para_1: identical",
        "- = art_5__para_2: added",
        "art_5__para_2 = art_5__para_3: renumbered",
        "art_5__para_3 = art_5__para_4: renumbered",
    ]


def test_placeholders_pair_with_themselves_alone_and_speak_of_what_they_name() -> None:
    a = draft(SOVEREIGNTY, LIGHTHOUSES, HARBOURS, PILOTS, article("9", "", "Deleted."))
    b = draft(
        SOVEREIGNTY,
        renumbered(PILOTS, "4 bis"),
        LIGHTHOUSES,
        article("6", "", "[Deleted]"),
        article("7", "Pilots", "Moved as article 4 bis"),
        article("9", "", "Deleted."),
    )
    alignment = align(a, b)
    assert summaries(alignment) == [
        "art_4 = art_4: identical",
        "art_7 = art_4bis: moved",
        "art_5 = art_5: identical",
        "art_6 = -: deleted",
        "- = art_6: added",
        "- = art_7: added",
        "art_9 = art_9: identical",
    ]
    assert stated(row_of(alignment, "art_4bis").pairing.evidence) == ["art_7: Moved as article 4 bis"]
    assert stated(row_of(alignment, "art_6", "a").pairing.evidence) == ["art_6: [Deleted]"]


def test_preambles_pair_with_preambles_and_formulas_with_formulas() -> None:
    a = draft(
        preamble("Recalling the wrecks of the past century,"),
        *ALL,
        closing("Done at Port Royal in one copy."),
    )
    b = draft(
        preamble("Convinced that trade needs safe seas,", "Welcoming the League,"),
        *ALL,
        closing("In witness whereof the undersigned have signed."),
    )
    found = summaries(align(a, b))
    assert found[0] == "preamble = preamble: amended"
    assert found[-1] == "closing = closing: amended"


def test_the_same_number_and_heading_pair_however_much_was_rewritten() -> None:
    a = draft(*ALL[:3], article("7", "Reservations", "None are admitted."))
    b = draft(
        *ALL[:3],
        article("7", "Reservations", "A State may exclude Annex II upon signature by a written note."),
    )
    assert row_of(align(a, b), "art_7").pairing.a == ("art_7",)


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        ("Keepers are encouraged to conserve lamps.", "Each State pays for oil, wicks and lamps.", 1),
        ("Keepers are encouraged to conserve lamps.", "Ships wait outside.", 0),
        ("Deleted and merged into article 2.", "Deleted.", 0),
        (
            "Keepers are encouraged to conserve lamps." + 30 * " word",
            "Each State pays for oil, wicks and lamps.",
            0,
        ),
    ],
)
def test_the_only_short_clauses_of_one_article_are_one_another(before: str, after: str, pairs: int) -> None:
    """An article of one sentence that was rewritten is compared word by word, whatever is left of it."""
    a, b = (draft(article("1", "Lamps", text), RADIO) for text in (before, after))
    row = align(a, b).units[0]
    assert sum(bool(each.a and each.b) for each in row.clauses) == pairs


def test_unrelated_articles_are_deleted_and_added() -> None:
    assert summaries(align(draft(PILOTS), draft(RADIO))) == ["art_7 = -: deleted", "- = art_1: added"]


def test_every_clause_of_an_added_or_deleted_article_is_listed() -> None:
    alignment = align(draft(SOVEREIGNTY, LIGHTHOUSES), draft(SOVEREIGNTY, PILOTS))
    assert [summary(pair) for pair in row_of(alignment, "art_5", "a").clauses] == [
        f"art_5__para_{n} = -: deleted" for n in (1, 2, 3)
    ]
    assert [summary(pair) for pair in row_of(alignment, "art_7").clauses] == ["- = art_7__para_u1: added"]


def test_text_that_goes_from_the_agreement_to_the_decision_is_followed() -> None:
    agreement = (SOVEREIGNTY, LIGHTHOUSES, HARBOURS, DEPOSITARY)
    a = draft_of(Instrument(1, True, "Treaty", None, (*agreement, PILOTS)))
    text = replace(PILOTS.children[0], id="doc_2__para_1", number="1")
    b = draft_of(
        Instrument(1, True, "Treaty", None, agreement), Instrument(2, False, "Decision", None, (text,))
    )
    row = row_of(align(a, b), "doc_2__para_1")
    assert summary(row.pairing) == "art_7 = doc_2__para_1: moved"
    assert Evidence("moved", "instrument") in row.pairing.evidence


def test_containers_are_paired_by_what_they_hold() -> None:
    a = draft(
        container("chapter", "I", "General", SOVEREIGNTY),
        container("chapter", "II", "Coasts", LIGHTHOUSES, HARBOURS),
        container("chapter", "III", "Final", DEPOSITARY),
    )
    b = draft(
        container("chapter", "I", "Principles", SOVEREIGNTY),
        container("chapter", "II", "Ships", renumbered(RADIO, "1")),
        container("chapter", "III", "Coasts", LIGHTHOUSES, HARBOURS),
        container("chapter", "IV", "Final", DEPOSITARY),
    )
    alignment = align(a, b)
    assert [summary(pair) for pair in alignment.containers] == [
        "chp_I = chp_I: amended",
        "- = chp_II: added",
        "chp_II = chp_III: renumbered",
        "chp_III = chp_IV: renumbered",
    ]
    assert not any(row.pairing.moved for row in alignment.units)


def test_a_chapter_cut_in_two_is_split_and_its_articles_have_not_moved() -> None:
    a = draft(container("chapter", "I", "Coasts", LIGHTHOUSES, HARBOURS, PILOTS))
    b = draft(
        container("chapter", "I", "Lights", LIGHTHOUSES),
        container("chapter", "II", "Ports", HARBOURS, PILOTS),
    )
    alignment = align(a, b)
    assert [summary(pair) for pair in alignment.containers] == ["chp_I = chp_I+chp_II: split"]
    assert {row.pairing.relation for row in alignment.units} == {"identical"}


def test_evidence_names_measures_and_the_longest_shared_words() -> None:
    first, second = paragraphs(SOVEREIGNTY)
    after = texts(SOVEREIGNTY, first.replace("full", "due"), second)
    evidence = {
        item.kind: item
        for item in row_of(align(draft(*ALL), draft(after, *ALL[1:])), "art_4").pairing.evidence
    }
    assert evidence["shared_run"] == Evidence("shared_run", second.rstrip("."), 23.0)
    assert evidence["same_number"].text == "4"
    assert evidence["same_heading"].value == 1.0
    assert evidence["neighbours"].value == 1.0
    assert all(0.0 < (evidence[kind].value or 0.0) < 1.0 for kind in ("cosine", "dice_3", "dice_5"))


def test_changed_clauses_carry_their_own_evidence() -> None:
    first, second = paragraphs(SOVEREIGNTY)
    after = texts(SOVEREIGNTY, first.replace("full", "due"), second)
    changed, kept = row_of(align(draft(*ALL), draft(after, *ALL[1:])), "art_4").clauses
    assert kept.evidence == ()
    assert [item.kind for item in changed.evidence] == [
        "cosine", "dice_3", "dice_5", "same_number", "shared_run",
    ]  # fmt: skip
    assert changed.evidence[-1].text == first.split(" full ")[0]


def test_empty_drafts_and_headings_without_text() -> None:
    bare = draft(article("1", "Amendments"), SOVEREIGNTY)
    assert align(draft(), draft()) == Alignment((), ())
    assert summaries(align(draft(), draft(PILOTS))) == ["- = art_7: added"]
    assert summaries(align(bare, draft(SOVEREIGNTY, article("2", "Amendments")))) == [
        "art_4 = art_4: identical",
        "art_1 = art_2: moved",
    ]
    empty = [article("5", ""), article("6", "")]
    assert summaries(align(draft(SOVEREIGNTY, *empty), draft(SOVEREIGNTY, *empty, PILOTS))) == [
        "art_4 = art_4: identical",
        "art_5 = art_5: identical",
        "art_6 = art_6: identical",
        "- = art_7: added",
    ]
