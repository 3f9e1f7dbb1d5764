from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatydiff.diff.edits import diff_texts
from treatydiff.diff.moved_sentences import with_moved_sentences
from treatydiff.model import Edit, Signal

FIRST = "The keeper shall not leave the light at night. "
SECOND = "Oil is bought by the Council once in every year and kept in a dry store. "
THIRD = "Boats may call at noon. "


def test_a_sentence_that_moved_is_editorial_and_named() -> None:
    edits, signals = with_moved_sentences(diff_texts(FIRST + SECOND + THIRD, SECOND + THIRD + FIRST, "en"))
    assert {edit.class_ for edit in edits} == {None, "editorial"}
    assert signals == (
        Signal("placement", "moved_within_the_clause", "The keeper shall not leave the light at night."),
    )
    assert not [signal for edit in edits for signal in edit.signals]


def test_what_changed_beside_a_moved_sentence_stays_substantive() -> None:
    edits, _ = with_moved_sentences(
        diff_texts(FIRST + SECOND + THIRD, SECOND + THIRD + FIRST + "Fog bells shall ring.", "en")
    )
    assert any(edit.class_ == "substantive" and "Fog bells" in edit.text for edit in edits)


def test_a_sentence_that_changed_as_it_moved_is_no_move() -> None:
    edits, signals = with_moved_sentences(
        diff_texts(FIRST + SECOND + THIRD, SECOND + THIRD + FIRST.replace("not ", ""), "en")
    )
    assert signals == ()
    assert any(edit.class_ == "substantive" for edit in edits)


@settings(max_examples=60, deadline=None)
@given(st.permutations([FIRST, SECOND, THIRD, "Fog bells shall ring. "]), st.booleans())
def test_both_texts_are_rebuilt(order: list[str], dropped: bool) -> None:
    a, b = FIRST + SECOND + THIRD, "".join(order[dropped:])
    edits, _ = with_moved_sentences(diff_texts(a, b, "en"))
    assert "".join(edit.text for edit in edits if edit.op != "insert") == a
    assert "".join(edit.text for edit in edits if edit.op != "delete") == b


LAST = "Fog bells shall ring at dusk and at dawn each day. "


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Boats may call at noon. ", "Boats may call at noon."),  # five words
        ("Boats call at noon. ", None),  # four
        ("boats may call at noon. ", None),  # the rest of a sentence
        ("Boats may call at one two three four five. ", "Boats may call at one two three four five."),
        ("Boats may call at one two three four five six. ", "Boats may call at … three four five six."),
        ("Boats may pay 2.50 crowns each. ", "Boats may pay 2.50 crowns each."),
        ("Boats may call at noon; ", "Boats may call at noon;"),
    ],
)
def test_which_sentences_are_told_as_moved(sentence: str, named: str | None) -> None:
    _, signals = with_moved_sentences(diff_texts(sentence + SECOND + LAST, SECOND + LAST + sentence, "en"))
    assert [each.text for each in signals] == ([named] if named else [])


def test_two_sentences_that_moved_together_are_named_as_one() -> None:
    edits, signals = with_moved_sentences(
        diff_texts(FIRST + THIRD + SECOND + LAST, SECOND + LAST + FIRST + THIRD, "en")
    )
    assert [each.text for each in signals] == ["The keeper shall not … may call at noon."]
    assert {edit.class_ for edit in edits} == {None, "editorial"}


def test_signals_stay_with_what_did_not_move() -> None:
    edits, signals = with_moved_sentences(
        (
            Edit("delete", FIRST + "Lamps shall burn. ", "substantive", (Signal("obligation", "removed", "shall"),)),
            Edit("equal", SECOND),
            Edit("insert", FIRST, "substantive", (Signal("negation", "added", "not"),)),
        )
    )  # fmt: skip
    assert [(each.op, each.text, each.class_, [s.text for s in each.signals]) for each in edits] == [
        ("delete", FIRST, "editorial", []),
        ("delete", "Lamps shall burn. ", "substantive", ["shall"]),
        ("equal", SECOND, None, []),
        ("insert", FIRST, "editorial", ["not"]),
    ]
    assert [each.text for each in signals] == ["The keeper shall not leave the light at night."]


def test_what_came_and_went_with_a_sentence_is_not_told() -> None:
    edits, _ = with_moved_sentences(
        (
            Edit("delete", FIRST, "substantive", (Signal("negation", "removed", "not"),)),
            Edit("equal", SECOND),
            Edit("insert", FIRST, "substantive", (Signal("negation", "added", "not"), Signal("number", "added", "3"))),
        )
    )  # fmt: skip
    assert [[s.text for s in each.signals] for each in edits] == [[], [], ["3"]]


def test_a_passage_is_cut_where_moved_sentences_begin_and_end() -> None:
    between = "Lamps shall burn. Wicks shall be dry. "
    edits, _ = with_moved_sentences(
        (
            Edit("delete", f"{FIRST}{between}{THIRD}{LAST}.", "substantive", (Signal("obligation", "removed", "shall"),)),
            Edit("equal", SECOND),
            Edit("insert", FIRST + THIRD + LAST, "substantive"),
        )
    )  # fmt: skip
    assert [(each.text, each.class_, len(each.signals)) for each in edits] == [
        (FIRST, "editorial", 0),
        (between, "substantive", 1),
        (f"{THIRD}{LAST}.", "editorial", 0),
        (SECOND, None, 0),
        (FIRST + THIRD + LAST, "editorial", 0),
    ]
