from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from treatydiff.diff.edits import diff_texts
from treatydiff.diff.renumbering import Renumbering
from treatydiff.language.tokenizer import pieces
from treatydiff.model import Edit

MARK = {"substantive": "", "consequential": "c:", "editorial": "e:", "typographic": "t:", "bracket": "b:"}


def shown(edits: tuple[Edit, ...]) -> str:
    """The edits in one line: [-deleted-] and {+inserted+}, with the class's letter if not substantive."""
    line = ""
    for edit in edits:
        if edit.op == "equal":
            line += edit.text
        else:
            opening, closing = ("[-", "-]") if edit.op == "delete" else ("{+", "+}")
            line += f"{opening}{MARK[edit.class_ or '']}{edit.text}{closing}"
    return line


TERMS = frozenset(("keeper",))
RENUMBERED = Renumbering(
    {"art_5": "art_7", "art_6": "art_8", "art_1__para_2": "art_1__para_3"}, "art_1__para_4", "art_1__para_5"
)


@pytest.mark.parametrize("mark", ["،", "/", "؛", "-"])
def test_an_arabic_or_that_became_a_mark_is_told(mark: str) -> None:
    edits = diff_texts("تضاء السفن أو المصابيح في الميناء", f"تضاء السفن {mark} المصابيح في الميناء", "ar")
    assert [edit.text for edit in edits if edit.op != "equal"] == ["أو", mark]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        # the capital of a term is told anywhere but at the beginning of a sentence
        ("It is paid by the Keeper", "It is paid by the keeper", "It is paid by the [-Keeper-]{+keeper+}"),
        ("Keeper and crew", "keeper and crew", "[-e:Keeper-]{+e:keeper+} and crew"),
        # words
        ("Each State shall act", "Each State may act", "Each State [-shall-]{+may+} act"),
        ("the coastal State", "the State", "the [-coastal -]State"),
        ("the State", "the coastal State", "the {+coastal +}State"),
        ("adopt, amend or end", "take, change or end", "[-adopt, amend-]{+take, change+} or end"),
        ("within thirty days", "within sixty (60) days", "within [-thirty-]{+sixty (60)+} days"),
        ("or 5%", "or 5", "or 5[-%-]"),
        # brackets are edits of their own
        ("[shall] act", "shall act", "[-b:[-]shall[-b:]-] act"),
        ("States shall act", "States [shall] act", "States {+b:[+}shall{+b:]+} act"),
        ("[shall][should] act", "shall act", "[-b:[-]shall[-b:][-][-should-][-b:]-] act"),
        ("the [coastal] State", "the [flag] State", "the [[-coastal-]{+flag+}] State"),
        ("the State[s] of", "the States of", "the State[-b:[-]s[-b:]-] of"),
        ("article [17] applies", "article 17 applies", "article [-b:[-]17[-b:]-] applies"),
        # typography and editing
        ("the “State”", 'the "State"', 'the [-t:“-]{+t:"+}State[-t:”-]{+t:"+}'),
        ("(a)the State", "(a) the State", "(a){+t: +}the State"),
        ("a co-operation", "a cooperation", "a [-t:co-operation-]{+t:cooperation+}"),
        ("the organisation’s centre", "the organization’s center",
         "the [-e:organisation’s-]{+e:organization’s+} [-e:centre-]{+e:center+}"),
        ("indigenous peoples", "Indigenous Peoples",
         "[-e:indigenous-]{+e:Indigenous+} [-e:peoples-]{+e:Peoples+}"),
        ("the sea bed", "the sea-bed", "the [-e:sea bed-]{+e:sea-bed+}"),
        ("if so, it may", "if so it may", "if so[-e:,-] it may"),
        ("within thirty-five days", "within 35 days", "within [-e:thirty-five-]{+e:35+} days"),
        ("five thousand euros", "5,000 euros", "[-e:five thousand-]{+e:5,000+} euros"),
        ("5,000 euros", "5 000 euros", "[-e:5,000-]{+e:5 000+} euros"),
        ("5,000 euros", "6 000 euros", "[-5,000-]{+6 000+} euros"),
        ("12 per cent of it", "12% of it", "12[-e: per cent-]{+e:%+} of it"),
        ("12 per cent of it", "12 of it", "12 [-per cent -]of it"),
        ("three copies", "three (3) copies", "three{+e: (3)+} copies"),
        ("three (3) copies", "three copies", "three[-e: (3)-] copies"),
        ("three copies", "three (4) copies", "three{+ (4)+} copies"),
        ("the thirtieth day", "the thirty day", "the [-thirtieth-]{+thirty+} day"),
        ("at 1.5 per cent", "at 15 per cent", "at [-1.5-]{+15+} per cent"),
        # references
        ("under article 5, it", "under article 7, it", "under article [-c:5-]{+c:7+}, it"),
        ("under article 5, it", "under article 9, it", "under article [-5-]{+9+}, it"),
        ("articles 5 and 6 apply", "articles 7 and 8 apply",
         "articles [-c:5-]{+c:7+} and [-c:6-]{+c:8+} apply"),
        ("article 5, paragraph 1", "article 7, paragraph 1", "article [-c:5-]{+c:7+}, paragraph 1"),
        ("under paragraph 2 above", "under paragraph 3 above", "under paragraph [-c:2-]{+c:3+} above"),
        ("under paragraph 1 above", "under paragraph 1 of this article",
         "under paragraph 1 [-e:above-]{+e:of this article+}"),
        ("article 5 of the Charter", "article 7 of the Charter", "article [-5-]{+7+} of the Charter"),
        ("see article 9 (a) (i).", "see article 9 (b) (i).", "see article 9 [-(a)-]{+(b)+} (i)."),
        ("under article 9, it", "under article 9, it", "under article 9, it"),
        # nothing much in common
        ("Fishing on the high seas is free to all.", "The Court shall sit in the capital of its choice.",
         "[-Fishing on the high seas is free to all-]{+The Court shall sit in the capital of its choice+}."),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
        ("", "", ""),
        # words between insertions alone, or deletions alone, stay where they are
        ("the aims of this Pact,", "the aims, [tasks and] means of this Pact as set out in the protocol,",
         "the aims{+, +}{+b:[+}{+tasks and+}{+b:]+}{+ means+} of this Pact{+ as set out in the protocol+},"),
        ("the Council shall use means of stopping leaks.",
         "the Council shall use means of finding and stopping leaks and of saving what has run out.",
         "the Council shall use means of {+finding and +}stopping leaks"
         "{+ and of saving what has run out+}."),
        ("an Interim Association on Trade is founded.", "an Association is founded.",
         "an [-Interim -]Association[- on Trade-] is founded."),
        # other scripts
        ("缔约国应采取措施", "缔约国可采取措施", "缔约国[-应-]{+可+}采取措施"),
    ],
)  # fmt: skip
def test_edits(a: str, b: str, expected: str) -> None:
    language = "zh" if "国" in a else "en"
    assert shown(diff_texts(a, b, language, RENUMBERED, TERMS)) == expected


def test_without_a_renumbering_a_changed_number_is_substantive() -> None:
    assert shown(diff_texts("see article 5", "see article 7", "en")) == "see article [-5-]{+7+}"


def test_scattered_common_words_are_not_kept_as_islands() -> None:
    a = "The Parties to the dispute may, at any time of the year, agree on the use of good offices."
    b = "In the absence of the consent, no measure shall be taken against the crew at the port of call."
    assert len(diff_texts(a, b, "en")) <= 3


WORDS = ["shall", "may", "State", "state", "[", "]", " ", "  ", ", ", "article 5", "paragraph 2 (a) above",
         "co-operate", "cooperate", "“", '"', "—", "\u00a0", "\u200b", "e\u0301", "é",
         "\U00020000", "\U0001f600", "第五条", "国", "المادة 5", "\n", "1.5", "%", "State[s]"]  # fmt: skip
TREATY_TEXT = st.lists(st.sampled_from(WORDS), max_size=25).map("".join)
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=40)
TEXTS = st.one_of(TREATY_TEXT, ANY_TEXT)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(["en", "fr", "zh", "ar", "de"]))
@example("", "", "en")
@example("x [y] z", "x z", "en")
@example("a\u0301[", "[a\u0301", "en")
@example("[State[s]]", "States", "en")
def test_edits_rebuild_both_texts(a: str, b: str, language: str) -> None:
    edits = diff_texts(a, b, language, RENUMBERED)
    assert "".join(edit.text for edit in edits if edit.op != "insert") == a
    assert "".join(edit.text for edit in edits if edit.op != "delete") == b


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_edits_are_tidy(a: str, b: str) -> None:
    edits = diff_texts(a, b, "en")
    assert all(edit.text for edit in edits)
    assert all((edit.class_ is None) == (edit.op == "equal") for edit in edits)
    for one, other in pairwise(edits):
        assert (one.op, one.class_) != (other.op, other.class_)
    for edit in edits:
        if edit.class_ == "bracket" and edit.op != "equal":
            assert set(edit.text) & set("[]［］")
        if edit.class_ not in (None, "bracket") and not edit.text.isspace():
            assert not set(edit.text) & set("[]")


@settings(max_examples=100, deadline=None)
@given(TREATY_TEXT)
def test_a_text_against_itself_has_one_equal_edit(text: str) -> None:
    assert diff_texts(text, text, "en") == ((Edit("equal", text),) if text else ())


@settings(max_examples=150, deadline=None)
@given(
    TREATY_TEXT.filter(lambda text: "[" not in text and "]" not in text),
    TREATY_TEXT.filter(lambda text: "[" not in text and "]" not in text),
)
def test_edits_stand_at_word_boundaries(a: str, b: str) -> None:
    bounds, position = {0}, 0
    for piece in pieces(a):
        position += len(piece)
        bounds.add(position)
    position = 0
    for edit in diff_texts(a, b, "en"):
        if edit.op != "insert":
            position += len(edit.text)
            assert position in bounds
