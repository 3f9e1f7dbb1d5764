from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of, draft_of_blocks, ids, line, provision


@pytest.mark.parametrize(
    ("printed", "name", "title"),
    [
        ("Article 4", "art_4", ""),
        ("ARTICLE 4", "art_4", ""),
        ("[Article 4 bis", "art_4bis", ""),
        ("Article ante 4", "art_4ante", ""),
        ("Article 4 (DEFINITIONS)", "art_4", "DEFINITIONS"),
        ("Article 4 – Scope of application", "art_4", "Scope of application"),
        ("Article 4. Scope", "art_4", "Scope"),
        ("Article 4: Scope", "art_4", "Scope"),
        ("Article 3l", "art_31", ""),
        ("Article J.1", "art_j.1", ""),
        ("Article IV", "art_4", ""),
        ("Article [4]", "art_4", ""),
    ],
)
def test_article_headings(printed: str, name: str, title: str) -> None:
    draft = draft_of(f"{printed}\n\nThe Parties shall cooperate in good faith.\n")
    assert name in ids(draft)
    assert provision(draft, name).heading == title


@pytest.mark.parametrize(
    "reference",
    [
        "Article 63 does not preclude a Party from acting.",
        "Article 10 and to report on it.",
        "Article 5, paragraph 2, applies.",
        "Article 5 (2) (a) applies.",
        "Article 5 shall apply.",
        "Article 2 Article 3 Article 4",
    ],
)
def test_a_line_that_begins_with_a_reference_is_text(reference: str) -> None:
    draft = draft_of(f"Article 1\n\nThe Parties shall cooperate.\n\n{reference}\n")
    assert [node.id for node in draft.walk() if node.kind == "article"] == ["art_1"]
    assert "heading_rejected" in {doubt.code for doubt in draft.diagnostics}


def test_a_wrapped_reference_alone_on_its_line_is_text() -> None:
    draft = draft_of(
        "Article 1\n\nThe Committee meets within the body provided for in\nArticle 29.\n\nArticle 2\n\nMore text."
    )
    assert [node.id for node in draft.walk() if node.kind == "article"] == ["art_1", "art_2"]


def test_titles_are_taken_by_the_vote_of_the_document() -> None:
    text = "".join(
        f"Article {n}\nTitle number {n}\nThe text of this article is a sentence.\n\n" for n in (1, 2, 3)
    )
    draft = draft_of(text)
    assert [provision(draft, f"art_{n}").heading for n in (1, 2, 3)] == [
        f"Title number {n}" for n in (1, 2, 3)
    ]


def test_without_titles_the_first_line_is_text() -> None:
    text = "".join(f"Article {n}\nThe Parties shall do what number {n} says.\n\n" for n in (1, 2, 3))
    assert provision(draft_of(text), "art_2").heading == ""


def test_a_title_of_two_lines_is_one_title() -> None:
    text = (
        "Article 1\nRelationship between this Convention and\nother instruments\n1. This Convention stands.\n"
    )
    assert (
        provision(draft_of(text), "art_1").heading
        == "Relationship between this Convention and other instruments"
    )


def test_part_and_title_on_one_line() -> None:
    draft = draft_of("PART II MEASURES OF PREVENTION\n\nArticle 1\n\nAim\n\nText.")
    assert provision(draft, "part_II").heading == "MEASURES OF PREVENTION"


def test_centred_headings_make_an_uncentred_one_a_reference() -> None:
    draft = draft_of_blocks(
        line(0, "Article 1", centred=True, x0=250, x1=300, page=1, gap=1.0),
        line(
            1,
            "The coastal State may apply the measures that are mentioned in",
            x0=90,
            x1=500,
            page=1,
            starts_paragraph=True,
        ),
        line(2, "Article 65", x0=70, x1=120, page=1, starts_paragraph=False),
        line(3, "Article 2", centred=True, x0=250, x1=300, page=1, gap=1.0),
        line(4, "Text.", x0=90, x1=120, page=1, starts_paragraph=True),
    )
    assert [node.number for node in draft.walk() if node.kind == "article"] == ["1", "2"]


def test_a_placeholder_is_no_title() -> None:
    text = (
        "".join(f"Article {n}\nTitle number {n}\nText of the article.\n\n" for n in (1, 2, 3))
        + "Article 4\nDeleted\n"
    )
    draft = draft_of(text)
    assert provision(draft, "art_4").heading == ""
    assert provision(draft, "art_4").children[0].text == "Deleted"


def test_a_contents_list_without_leaders_makes_no_articles() -> None:
    contents = "\n".join(f"Article {n}\nTitle number {n}" for n in range(1, 8))
    body = "\n\n".join(
        f"Article {n}\n\nTitle number {n}\n\nThe text of article {n} is long enough." for n in range(1, 8)
    )
    draft = draft_of(contents + "\n\n" + body)
    assert draft.articles == 7
