from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from treatydiff.diff.edits import diff_texts
from treatydiff.diff.moved_sentences import with_moved_sentences
from treatydiff.model import Signal

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
