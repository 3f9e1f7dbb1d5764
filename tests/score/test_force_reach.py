"""How far a word of force reaches: the distances of docs/consonance.md, each from both of its sides."""

from __future__ import annotations

import pytest

from tests.score.invented_drafts import make_alignment, make_draft, same_rows
from tests.score.test_force import POINTS, differs, passage, with_chapeau
from treatydiff.model import Draft, Provision, ScoreSheet
from treatydiff.score.consonance import score_drafts
from treatydiff.score.force_words import force_lexicon
from treatydiff.score.reference import ReferenceTable
from treatydiff.settings import Settings

NEW = [f"{first}{second}ozel" for first in "bdgkmnprst" for second in "aeiouy"]
"""Words that say nothing and stand nowhere else."""
OTHER = [f"{word}ik" for word in NEW]
HEAD, TAIL = "keepers trim the wick", "of every lantern at dusk"


def inserted(force: str, length: int) -> str:
    """The passage with so many new words in its middle, the words of force the first of them."""
    said = force.split()
    return " ".join([HEAD, *said, *NEW[: length - len(said)], TAIL])


@pytest.mark.parametrize(
    ("force", "reach"),
    [
        pytest.param("may", 4, id="a modal"),
        pytest.param("not", 4, id="a negation"),
        pytest.param("twelve", 8, id="a number"),
        pytest.param("where appropriate", 16, id="a hedge"),
        pytest.param("unless", 60, id="a carve-out"),
    ],
)
def test_among_how_many_new_words_it_bears_on_the_shared_ones(force: str, reach: int) -> None:
    plain = f"{HEAD} {TAIL}"
    assert differs(plain, inserted(force, reach))
    assert not differs(plain, inserted(force, reach + 1))


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [(5, 5, True), (12, 12, True), (12, 30, True), (13, 13, False), (20, 30, False)],
)
def test_one_modal_replaces_another_where_one_draft_has_at_most_twelve_words_of_its_own(
    ours: int, theirs: int, expected: bool
) -> None:
    one = " ".join([HEAD, "shall", *NEW[: ours - 1], TAIL])
    other = " ".join([HEAD, "may", *OTHER[: theirs - 1], TAIL])
    assert differs(one, other) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [pytest.param(9, True, id="three of nine"), pytest.param(10, False, id="three of ten")],
)
def test_passages_that_share_less_than_a_third_are_about_different_things(words: int, expected: bool) -> None:
    one = " ".join(["not keepers trim wicks", *NEW[: words - 4]])
    other = " ".join(["keepers trim wicks", *OTHER[: words - 2]])
    assert differs(one, other) is expected


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        pytest.param("trim the", False, id="two words in a row are chance: all seven are new"),
        pytest.param("trim the wick", True, id="three are shared: only three are new around the negation"),
    ],
)
def test_how_many_words_in_a_row_are_shared(between: str, expected: bool) -> None:
    one = f"the old keepers {between} of every lantern at dusk"
    other = f"the old keepers not {NEW[0]} {NEW[1]} {between} {NEW[2]} {NEW[3]} of every lantern at dusk"
    assert differs(one, other) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("where appropriate keepers trim the wick at dusk", "keepers trim the wick at dusk where appropriate", False),
        ("unless closed keepers trim the wick at dusk", "keepers trim the wick at dusk unless closed", False),
        ("within twelve days keepers trim the wick", "keepers trim the wick within twelve days", False),
        ("keepers not trim the wick and sail home", "keepers trim the wick and not sail home", True),
        ("keepers may trim the wick and sail home", "keepers trim the wick and may sail home", True),
        # one that moved and one that came
        ("where appropriate keepers trim the wick at dusk",
         "keepers trim the wick at dusk where appropriate and where appropriate", True),
    ],
)  # fmt: skip
def test_what_may_move_inside_a_passage(before: str, after: str, expected: bool) -> None:
    assert differs(before, after) is expected


# --- which sentence is held against which ------------------------------------------------------------


def force_kept(before: str, after: str, reference: ReferenceTable) -> bool:
    """Whether what is carried of an article's only sentence is carried with the same force."""
    a, b = make_draft({"1": [before]}), make_draft({"1": [after]})
    tally = score_drafts(a, b, make_alignment(a, b, *same_rows(a)), reference, Settings()).document.a
    assert tally.carried
    assert tally.carried_same_force in (0.0, pytest.approx(tally.carried))
    return tally.carried_same_force != 0.0


NEARLY = "Keepers may trim wicks before dusk arrives."
LITTLE = "Keepers shall trim ropes."
SAME, HEDGED = "Keepers trim wicks by dusk.", "Where appropriate, keepers trim wicks by dusk."
LONGER = "Old keepers trim wicks by dusk and nobody in any harbour minds that at all."


@pytest.mark.parametrize(
    ("sentence", "others", "expected"),
    [
        pytest.param("Keepers shall trim wicks before dusk arrives.", [NEARLY, LITTLE], False, id="shares most"),
        pytest.param("Keepers shall trim wicks before dusk arrives.", [LITTLE, NEARLY], False, id="and last"),
        pytest.param(SAME, [HEDGED, SAME], True, id="of two that share as much the very same one"),
        pytest.param(SAME, [SAME, HEDGED], True, id="and first"),
        pytest.param(SAME, [HEDGED, LONGER], False, id="the one of nearest length"),
        pytest.param(SAME, [LONGER, HEDGED], False, id="and last again"),
        pytest.param(SAME, ["Old keepers trim wicks by dusk.", LONGER.replace("minds", "may mind")], True,
                     id="nearest and without a change"),
    ],
)  # fmt: skip
def test_a_sentence_is_held_against_the_one_that_shares_most(
    sentence: str, others: list[str], expected: bool, seven_treaties: ReferenceTable
) -> None:
    assert force_kept(sentence, " ".join(others), seven_treaties) is expected


def scored(a: Draft, b: Draft, reference: ReferenceTable) -> ScoreSheet:
    return score_drafts(a, b, make_alignment(a, b, *same_rows(a)), reference, Settings())


def kept(sheet: ScoreSheet) -> dict[str, bool]:
    """For every clause of A that is carried, whether with the same force."""
    return {
        id_.removeprefix("art_1__"): tally.carried_same_force == pytest.approx(tally.carried)
        for id_, tally in sheet.clauses_a.items()
        if tally.carried
    }


def test_a_change_in_one_point_leaves_the_force_of_the_others(seven_treaties: ReferenceTable) -> None:
    a = with_chapeau(
        "Each keeper shall:", *POINTS, "close the harbour by night.", closing="Ferries sail by day."
    )
    b = with_chapeau(
        "Each keeper shall:",
        POINTS[0],
        "not " + POINTS[1],
        "close the harbour by night.",
        closing="Ferries sail by day.",
    )
    assert kept(scored(a, b, seven_treaties)) == {
        "intro": True, "subpara_a": True, "subpara_b": False, "subpara_c": True, "wrapup": True,
    }  # fmt: skip


def with_next_article(draft: Draft, text: str) -> Draft:
    (instrument,) = draft.instruments
    after = make_draft({"2": [text]}).instruments[0].provisions
    changed = type(instrument)(1, True, "", None, (*instrument.provisions, *after))
    return Draft(draft.source, "en", (), (changed,))


def test_what_follows_a_closing_text_governs_nothing_before_it(seven_treaties: ReferenceTable) -> None:
    listed = with_chapeau("Each keeper shall:", *POINTS, closing="Ferries sail by day.")
    a = with_next_article(listed, "Pilots steer the ferries at night.")
    b = with_next_article(listed, "Pilots may not steer the ferries at night.")
    found = kept(scored(a, b, seven_treaties))
    assert found.pop("art_2__para_1") is False
    assert all(found.values())


def nested(outer: str, inner: str, point: str, closing: str) -> Draft:
    """An article with a paragraph of its own chapeau, between an outer chapeau and an outer closing."""
    point_a = Provision("art_1__para_1__subpara_a", "subparagraph", "a", text=point)
    inside = (Provision("art_1__para_1__intro", "intro", text=inner), point_a)
    children = (
        Provision("art_1__intro", "intro", text=outer),
        Provision("art_1__para_1", "paragraph", "1", children=inside),
        Provision("art_1__wrapup", "wrapup", text=closing),
    )
    whole = make_draft({"1": ["x"]})
    article = Provision("art_1", "article", "1", children=children)
    return Draft(whole.source, "en", (), (type(whole.instruments[0])(1, True, "", None, (article,)),))


OUTER, INNER, POINT, CLOSING = (
    "Under this article:", "each keeper shall:", "trim the wick of every lantern;", "by dusk of every day.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "governed"),
    [
        pytest.param(("Under this article, unless closed:", INNER, POINT, CLOSING), {"intro", "para_1__intro", "para_1__subpara_a"}, id="the outer chapeau"),
        pytest.param((OUTER, "each keeper may:", POINT, CLOSING), {"para_1__subpara_a"}, id="the inner chapeau"),
        pytest.param((OUTER, INNER, POINT, "by dusk of every day, where appropriate."), {"para_1__intro", "para_1__subpara_a", "wrapup"}, id="the closing text"),
    ],
)  # fmt: skip
def test_what_governs_a_point_of_a_paragraph(
    changed: tuple[str, str, str, str], governed: set[str], seven_treaties: ReferenceTable
) -> None:
    found = kept(scored(nested(OUTER, INNER, POINT, CLOSING), nested(*changed), seven_treaties))
    assert {id_ for id_, same in found.items() if not same} == governed


# --- the words -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        (
            ["Each keeper shall", "not sail at noon"],
            ["content all at 0-1", "modal 5 at 2-3", "negation not at 3-4"],
        ),
        (["Keepers may", "not sail"], ["modal 1 at 1-2", "negation not at 2-3"]),  # no phrase over the end
        (["Keepers may not sail"], ["modal 5 at 1-3", "negation not at 1-3"]),
        (["Pilots", "sail", "within thirty-five days"], ["number 35 days at 3-5"]),
        (["Invites the pilots"], ["modal 1 at 0-1"]),
        (["The Council invites the pilots"], []),  # it opens no paragraph there
        (["on the 30th day"], ["number ordinal 30 days at 2-4"]),
        (["at least two thirds of twelve keepers"], ["number 2/3 at 2-4", "number 12 at 5-6"]),
        (
            ["except that they shall endeavour to sail"],
            ["carve_out except at 0-1", "modal 5 at 3-4", "standard 3 at 4-6"],
        ),
        (["under rule 2bis of the port"], []),  # a reference is no number
    ],
)
def test_where_words_of_force_stand(parts: list[str], found: list[str]) -> None:
    lexicon = force_lexicon("en")
    assert lexicon is not None
    words = lexicon.found_in([passage(part).parts[0] for part in parts])
    assert [f"{word.kind} {word.value} at {word.start}-{word.end}" for word in words] == found
