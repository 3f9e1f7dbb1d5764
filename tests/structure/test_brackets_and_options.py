from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.structure.drafting import draft_of, ids, leaves, provision
from treatydiff.model import Mark


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
