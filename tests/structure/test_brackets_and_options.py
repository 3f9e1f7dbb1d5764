from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.structure.drafting import draft_of, ids, leaves, provision
from treatydiff.model import Mark
from treatydiff.structure.brackets.brackets import DEEPEST
from treatydiff.structure.readings import read_brackets
from treatydiff.studies.brackets.sides import OpenSide


def brackets(marks: tuple[Mark, ...]) -> list[tuple[int, int, int]]:
    return [
        (mark.start, mark.end, int(dict(mark.attrs)["depth"])) for mark in marks if mark.kind == "bracket"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Parties [shall] act.", [(12, 19, 1)]),
        ("The Parties [shall][should] act.", [(12, 19, 1), (19, 27, 1)]),
        ("The Parties [shall [promptly]] act.", [(12, 30, 1), (19, 29, 2)]),
        ("The Parties shall act.", []),
    ],
)
def test_brackets_are_marks_with_depth(text: str, expected: list[tuple[int, int, int]]) -> None:
    draft = draft_of(f"Article 1\n\nAim\n\n1. {text}\n\n2. Another paragraph.\n")
    assert brackets(provision(draft, "art_1__para_1").marks) == expected


def test_a_bracket_before_a_label_stays_in_the_text() -> None:
    draft = draft_of("Article 1\n\nAim\n\n[1. The Parties shall act.]\n\n2. Another paragraph.\n")
    assert leaves(draft)[0] == ("art_1__para_1", "[The Parties shall act.]")


def test_a_bracket_around_an_article_is_marked_on_its_heading_and_its_last_clause() -> None:
    draft = draft_of(
        "[Article 5 bis\n\nAim\n\n1. The first.\n\n2. The last.]\n\nArticle 6\n\nScope\n\nText.\n"
    )
    article = provision(draft, "art_5bis")
    assert [dict(mark.attrs)["part"] for mark in article.marks] == ["open"]
    parts = [dict(mark.attrs)["part"] for child in article.children for mark in child.marks]
    assert parts == ["inside", "close"]
    assert draft.brackets.unbalanced == 0


@pytest.mark.parametrize(
    ("text", "count", "unbalanced"), [("[a [b] c", 2, 1), ("a] b", 0, 1), ("[a] [b]", 2, 0)]
)
def test_brackets_without_a_partner_are_counted(text: str, count: int, unbalanced: int) -> None:
    draft = draft_of(f"Article 1\n\nAim\n\n1. Words {text} words.\n\n2. More words.\n")
    assert (draft.brackets.count, draft.brackets.unbalanced) == (count, unbalanced)


@pytest.mark.parametrize(
    ("depth", "said"), [(3, []), (32, []), (33, ["brackets stand 33 deep in one another"])]
)
def test_brackets_too_deep_to_be_followed_are_said(depth: int, said: list[str]) -> None:
    draft = draft_of(f"Article 1\n\nAim\n\nThe Parties {'[a ' * depth}b{']' * depth} act.\n")
    assert draft.brackets.max_depth == depth
    assert [each.message.split(";")[0] for each in draft.diagnostics if each.code == "bracket_depth"] == said
    followed = OpenSide(draft).brackets
    assert [each.depth for each in followed] == list(range(1, min(depth, DEEPEST) + 1))


def test_options_are_nodes_that_repeat_paragraph_numbers() -> None:
    draft = draft_of(
        """
        Article 3

        Funds

        1. There shall be a fund.

        OPTION I

        2. It is voluntary.

        3. It is small.

        OPTION II

        2. It is assessed.

        Article 4

        End

        Text.
        """
    )
    assert [name for name, _ in leaves(draft)] == [
        "art_3__para_1", "art_3__opt_1__para_2", "art_3__opt_1__para_3", "art_3__opt_2__para_2", "art_4__para_u1",
    ]  # fmt: skip


def test_an_option_behind_a_paragraph_number_ends_with_the_next_number() -> None:
    draft = draft_of(
        """
        Article 3

        Funds

        1. [Option 1: There shall be a fund.]

        [Option 2: No text]

        2. The fund is audited.
        """
    )
    assert leaves(draft) == [
        ("art_3__para_1__opt_1", "[There shall be a fund.]"),
        ("art_3__para_1__opt_2", "[No text]"),
        ("art_3__para_2", "The fund is audited."),
    ]


def test_remarks_in_braces_are_marks_and_no_text() -> None:
    draft = draft_of("Article 3\n\nFunds\n\n1. There is a fund.\n\n{Audit}\n\n2. The fund is audited.\n")
    assert [name for name, _ in leaves(draft)] == ["art_3__para_1", "art_3__para_2"]
    marks = provision(draft, "art_3__para_2").marks
    assert [(mark.kind, dict(mark.attrs)["text"]) for mark in marks] == [("comment", "{Audit}")]


fragments = st.lists(
    st.sampled_from(
        [
            "[",
            "]",
            "shall",
            "should",
            " ",
            "Option 1:",
            "Option II",
            "\n\n",
            "2.",
            "(a)",
            "{x}",
            "No text",
            ";",
        ]
    ),
    max_size=30,
)


@settings(max_examples=150, deadline=None)
@given(fragments)
def test_any_string_of_brackets_and_options_is_read_and_accounted_for(parts: list[str]) -> None:
    text = (
        "Article 1\n\nAim\n\n1. The Parties act.\n\n"
        + " ".join(parts)
        + "\n\nArticle 2\n\nEnd\n\nThe last text.\n"
    )
    draft = draft_of(text)
    assert draft.receipt.unaccounted == 0
    assert len(set(ids(draft))) == len(ids(draft))
    visible = sum(not char.isspace() for char in text)
    receipt = draft.receipt
    assert (
        receipt.provision + receipt.note + receipt.front_matter + receipt.furniture + receipt.other == visible
    )
    assert draft.brackets.count == text.count("[")


_PIECES = st.sampled_from(
    [
        "[", "]", "［", "］", "【", "】", "[shall]", "[should]", "shall", "/", "{x}", "(EU)", "Option 1:", "Alt 2", "No text",
        "[agreed ad ref]", "[…]", "[Norway: wells]", "[1]", "wells", "水井", "колодцы", "الآبار", "–", ";", "’",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=25))
def test_any_string_of_brackets_options_and_words_is_printed_back_unchanged(pieces: list[str]) -> None:
    words = " ".join(["The Parties share", *pieces, "wells at last."])
    draft = draft_of(f"Article 1\n\nAim\n\n1. {words}\n\n2. The Parties meet.\n", language="en")
    node = provision(draft, "art_1__para_1")
    assert node.text == words
    assert read_brackets(draft, "as-is") == draft
    for mark in node.marks:
        assert 0 <= mark.start <= mark.end <= len(node.text)
        if mark.kind == "bracket" and dict(mark.attrs)["part"] == "whole":
            assert node.text[mark.start] + node.text[mark.end - 1] in {
                opening + closing for opening in "[［【" for closing in "]］】"
            }
    for reading in ("in", "out", "option:1", "option:2"):
        read = [each.text for each in read_brackets(draft, reading).walk()]
        assert not any(sign in text for text in read for sign in "[]［］【】")


_FIRST = {
    "en": ("Article 1", "Article 2", "The Parties share wells."),
    "fr": ("Article premier", "Article 2", "Les Parties partagent les puits de la région."),
    "es": ("Artículo 1", "Artículo 2", "Los Estados comparten los pozos de la región."),
    "ru": ("Статья 1", "Статья 2", "Государства-участники делят колодцы."),
    "zh": ("第1条", "第2条", "缔约国共享水井。"),
    "ar": ("المادة 1", "المادة 2", "تتقاسم الدول الأطراف الآبار."),
}


@pytest.mark.parametrize(
    ("language", "label", "id_", "text"),
    [
        ("en", "[Option 1: Wells are free.]", "opt_1", "[Wells are free.]"),
        ("en", "Option I. Wells are free.", "opt_1", "Wells are free."),
        ("en", "OPTION A – Wells are free.", "opt_A", "Wells are free."),
        ("en", "Option One: Wells are free.", "opt_1", "Wells are free."),
        ("en", "Option 1 bis: Wells are free.", "opt_1bis", "Wells are free."),
        ("en", "Option 2a: Wells are free.", "opt_2a", "Wells are free."),
        ("en", "Alt 2: Wells are free.", "opt_2", "Wells are free."),
        ("en", "Alt1: Wells are free.", "opt_1", "Wells are free."),
        ("en", "Alternative B: Wells are free.", "opt_B", "Wells are free."),
        ("en", "Variant A: Wells are free.", "opt_A", "Wells are free."),
        ("en", "Option 3: No text", "opt_3", "No text"),
        ("en", "Option 3 (No text)", "opt_3", "(No text)"),
        ("fr", "Variante 1 : Les puits sont libres.", "opt_1", "Les puits sont libres."),
        ("fr", "Option n° 2 : Les puits sont libres.", "opt_2", "Les puits sont libres."),
        ("es", "Opción 1: Los pozos son libres.", "opt_1", "Los pozos son libres."),
        ("es", "[Opción 2: Sin texto]", "opt_2", "[Sin texto]"),
        ("ru", "Вариант 1: Колодцы свободны.", "opt_1", "Колодцы свободны."),
        ("zh", "备选案文1：水井自由。", "opt_1", "水井自由。"),
        ("zh", "备选案文二：水井自由。", "opt_2", "水井自由。"),
        ("zh", "【备选案文3：无案文】", "opt_3", "【无案文】"),
        ("ar", "الخيار 1: الآبار حرة.", "opt_1", "الآبار حرة."),
        ("ar", "الخيار الثاني: الآبار حرة.", "opt_2", "الآبار حرة."),
    ],
)
def test_labels_of_options(language: str, label: str, id_: str, text: str) -> None:
    first, second, words = _FIRST[language]
    draft = draft_of(
        f"{first}\n\n1. {words}\n\n{label}\n\n2. {words}\n\n{second}\n\n{words}\n", language=language
    )
    assert (f"art_1__{id_}", text) in leaves(draft)
    assert "art_1__para_2" in ids(draft)


def test_what_says_that_there_be_nothing_holds_nothing_further() -> None:
    draft = draft_of(
        "Article 3\n\nFunds\n\n1. There is a fund.\n\nOption 1\n\n2. It is free.\n\nOption 2: No text\n\n"
        "3. The fund is audited.\n"
    )
    option = provision(draft, "art_3__opt_2")
    assert [dict(mark.attrs)["no_text"] for mark in option.marks if mark.kind == "option"] == [True]
    assert "art_3__para_3" in ids(draft)


def test_numbers_go_on_behind_options_that_have_none() -> None:
    draft = draft_of(
        "Article 3\n\nVotes\n\n1. There is a fund.\n\n2. It decides by\n\nVariant A\n\nconsensus.\n\n"
        "Variant B\n\na majority.\n\n3. The fund is audited.\n"
    )
    assert [name for name, _ in leaves(draft)] == [
        "art_3__para_1", "art_3__para_2", "art_3__opt_A__para_u1", "art_3__opt_B__para_u1", "art_3__para_3",
    ]  # fmt: skip


def test_an_option_names_its_author_behind_its_label() -> None:
    draft = draft_of(
        "Article 3\n\nFunds\n\n1. There is a fund.\n\nOption 1 (Norway)\n\n2. It is free.\n\n"
        "Option 2 (proposal by Chile): It is small.\n"
    )
    marks = [dict(mark.attrs) for node in draft.walk() for mark in node.marks if mark.kind == "attribution"]
    assert [each["who"] for each in marks] == ["Norway", "Chile"]


def test_what_an_option_replaces_is_its_title_and_no_text() -> None:
    draft = draft_of(
        "Article 3\n\nFunds\n\n1. There is a fund.\n\nOption 1 (paragraphs 2-3):\n\n2. It is voluntary.\n\n3. It is small.\n"
    )
    assert provision(draft, "art_3__opt_1").heading == "paragraphs 2-3"
    assert [name for name, _ in leaves(draft)] == [
        "art_3__para_1",
        "art_3__opt_1__para_2",
        "art_3__opt_1__para_3",
    ]
