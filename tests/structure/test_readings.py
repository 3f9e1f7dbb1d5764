from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.structure.drafting import draft_of, ids, leaves, provision
from treatydiff.errors import SettingsError
from treatydiff.settings import Settings
from treatydiff.structure.readings import project, read_brackets

READINGS = ("in", "out", "option:1", "option:2")


def read(text: str, reading: str) -> str:
    draft = draft_of(f"Article 1\n\nAim\n\n1. {text}\n\n2. More.\n\nArticle 2\n\nEnd\n\nText.\n")
    found = dict(leaves(read_brackets(draft, reading)))
    return found.get("art_1__para_1", "(gone)")


@pytest.mark.parametrize(
    ("text", "as_in", "out", "first", "second"),
    [
        ("States [shall][should] act.", "States shall should act.", "States act.", "States shall act.", "States should act."),
        ("States [shall/should] act.", "States shall/should act.", "States act.", "States shall act.", "States should act."),
        ("States [shall]/[should] act.", "States shall/should act.", "States act.", "States shall act.", "States should act."),
        ("States [shall] / [should] act.", "States shall / should act.", "States act.", "States shall act.", "States should act."),
        ("Visit each/[every well] now.", "Visit each/every well now.", "Visit each now.", "Visit each/every well now.",
         "Visit each/every well now."),
        ("Visit [each well]/all now.", "Visit each well/all now.", "Visit all now.", "Visit each well/all now.",
         "Visit each well/all now."),
        ("States [A. keep] [B. hold] wells.", "States keep hold wells.", "States wells.", "States keep wells.", "States hold wells."),
        ("States act [promptly].", "States act promptly.", "States act.", "States act promptly.", "States act promptly."),
        ("Act [, if needed,] now.", "Act, if needed, now.", "Act now.", "Act, if needed, now.", "Act, if needed, now."),
        ("Within [sixty][ninety] days[, or more].", "Within sixty ninety days, or more.", "Within days.",
         "Within sixty days, or more.", "Within ninety days, or more."),
        ("[States act [now].]", "States act now.", "States act.", "States act now.", "States act now."),
        ("State[s] act.", "States act.", "State act.", "States act.", "States act."),
        ("States act. [agreed ad ref.]", "States act.", "States act.", "States act.", "States act."),
        ("States act {later}.", "States act.", "States act.", "States act.", "States act."),
        ("Wells are free[, and rivers] [Norway].", "Wells are free, and rivers.", "Wells are free.",
         "Wells are free, and rivers.", "Wells are free, and rivers."),
        ("[Placeholder for rivers]", "Placeholder for rivers", "(gone)", "Placeholder for rivers", "Placeholder for rivers"),
        ("Needs of [migrants] [vulnerable groups] count.", "Needs of migrants vulnerable groups count.", "Needs of count.",
         "Needs of migrants vulnerable groups count.", "Needs of migrants vulnerable groups count."),
        ("States act.", "States act.", "States act.", "States act.", "States act."),
    ],
)  # fmt: skip
def test_readings(text: str, as_in: str, out: str, first: str, second: str) -> None:
    assert [read(text, reading) for reading in READINGS] == [as_in, out, first, second]
    assert read(text, "as-is") == text


def test_a_reserve_around_an_article_is_kept_under_every_reading() -> None:
    draft = draft_of(
        "[Article 1\n\nAim\n\n1. The first.\n\n2. The last [of all].]\n\nArticle 2\n\nEnd\n\nText.\n"
    )
    for reading in READINGS:
        found = dict(leaves(read_brackets(draft, reading)))
        assert found["art_1__para_1"] == "The first."
        assert found["art_1__para_2"].startswith("The last")


def test_one_option_is_kept_with_its_id() -> None:
    draft = draft_of(
        "Article 3\n\nFunds\n\n1. There is a fund.\n\nOption 1\n\n2. It is free.\n\nOption 2\n\n2. It is paid.\n\n"
        "Article 4\n\nEnd\n\nText.\n"
    )
    second = ids(read_brackets(draft, "option:2"))
    assert "art_3__opt_2__para_2" in second
    assert "art_3__opt_1" not in second
    assert "art_3__opt_2" in ids(read_brackets(draft, "option:9"))


def test_other_marks_move_with_the_text() -> None:
    draft = draft_of(
        "Article 1\n\nAim\n\n1. States [shall][should] act.\n\n2. More.\n\nArticle 2\n\nEnd\n\nText.\n"
    )
    assert not provision(read_brackets(draft, "in"), "art_1__para_1").marks
    assert read_brackets(draft, "in").brackets.count == 0


@pytest.mark.parametrize("reading", ["", "both", "option:0", "option:", "option:x"])
def test_there_are_no_other_readings(reading: str) -> None:
    with pytest.raises(SettingsError):
        Settings(brackets=reading)
    with pytest.raises(SettingsError):
        read_brackets(draft_of("Article 1\n\nAim\n\nText.\n\nArticle 2\n\nEnd\n\nText.\n"), reading)


words = st.lists(
    st.sampled_from(
        ["[", "]", "[[", "]]", "][", "shall", "should", "wells", "rivers,", "sixty", "Option 1:", "Alt 2", "No text",
         "{note}", "/", ",", "[agreed ad ref.]", "[Norway]", "[Placeholder for x]", "(supported by Chile)"]
    ),
    max_size=25,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(words, st.booleans())
def test_any_brackets_are_printed_back_unchanged_and_have_every_reading(
    parts: list[str], spaced: bool
) -> None:
    text = " ".join((("" if not spaced else " ").join(["Words", *parts, "end."])).split())
    draft = draft_of(f"Article 1\n\nAim\n\n1. {text}\n\n2. More.\n\nArticle 2\n\nEnd\n\nText.\n")
    assert dict(leaves(draft))["art_1__para_1"] == text
    assert read_brackets(draft, "as-is") is draft
    known = ids(draft)
    for reading in READINGS:
        read_draft = read_brackets(draft, reading)
        assert [each for each in known if each in set(ids(read_draft))] == ids(read_draft)
        found = dict(leaves(read_draft)).get("art_1__para_1", "")
        assert "[" not in found
        assert "]" not in found
        assert "  " not in found


@given(
    st.text(alphabet="ab ,.[]", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4),
)
def test_offsets_lead_back_to_the_canonical_text(text: str, cuts: list[tuple[int, int]]) -> None:
    cuts = [(min(cut), min(max(cut), len(text))) for cut in cuts if min(cut) < len(text)]
    signs = [at for at, char in enumerate(text) if char in "[]"]
    projection = project(text, cuts, signs)
    assert list(projection.offsets) == sorted(set(projection.offsets))
    for char, offset in zip(projection.text, projection.offsets, strict=True):
        assert char == text[offset] or char == " "
    if text:
        assert 0 <= projection.here(len(text)) <= len(projection.text)
