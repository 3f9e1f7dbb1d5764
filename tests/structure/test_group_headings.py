"""Lines without a number of their own that head groups of articles, and lines that only look like them."""

from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of, draft_of_blocks, leaves, line, provision
from treatydiff.model import Draft

BEFORE = "Chapter II. Offences\n\nArticle 6. Kindling\n\nEach State Party shall prohibit the kindling of lamps{end}\n\n"
BEHIND = "\n\nArticle 7. Dimming\n\nEach State Party shall prohibit the dimming of lamps.\n"


def headings(draft: Draft) -> list[str]:
    """What heads groups of articles."""
    return [node.heading for node in draft.walk() if node.kind in ("section", "subsection")]


@pytest.mark.parametrize(
    ("printed", "end"),
    [
        ("Cluster 2", "."),
        ("Cluster 2", ". [agreed ad referendum]"),
        ("Cluster 10. Liability and sanctions", "."),
        ("Theme B: Keepers of lamps", "."),
        ("FUNCTIONS AND POWERS", "."),
        ("Final provisions", "."),
        ("Trade in oil, wicks and glass", ".”"),
        ("Dispositions finales", "."),
    ],
)
def test_a_line_before_an_article_heads_a_group(printed: str, end: str) -> None:
    draft = draft_of(BEFORE.format(end=end) + printed + BEHIND, language="en")
    assert headings(draft) == [printed]
    assert provision(draft, "art_6").children[-1].text.startswith("Each State Party shall prohibit the kindl")


@pytest.mark.parametrize(
    ("printed", "end"),
    [
        ("of their own coasts", " and"),  # goes on
        ("Other keepers", ","),  # what stands before is not finished
        ("Keepers shall act in good faith.", "."),  # a sentence
        ("Option 2: No text", "."),
        ("Deleted", "."),
        ("100", "."),
        ("[No further requirement needed]", "."),
    ],
)
def test_a_line_that_goes_on_or_says_something_is_text(printed: str, end: str) -> None:
    draft = draft_of(BEFORE.format(end=end) + printed + BEHIND, language="en")
    assert headings(draft) == []
    assert [node.id for node in draft.walk() if node.kind == "article"] == ["art_6", "art_7"]


def test_a_line_that_recurs_before_many_articles_is_an_entry_of_a_form() -> None:
    entries = "".join(
        f"Article {number}. Lamp {number}\n\nKeep it lit.\n\nNo remarks made\n\n" for number in range(1, 7)
    )
    assert headings(draft_of(entries)) == []


def test_lines_one_below_the_other_head_the_same_articles() -> None:
    draft = draft_of_blocks(
        line(0, "Article 1", centred=True),
        line(1, "Each Party shall keep its lamps.", starts_paragraph=True),
        line(2, "SUPERVISION", centred=True, gap=2.0),
        line(3, "Visits of inspectors", bold=True, gap=2.0, starts_paragraph=True),
        line(4, "Article 2", centred=True, gap=2.0),
        line(5, "Inspectors may visit any tower.", starts_paragraph=True),
    )
    assert headings(draft) == ["SUPERVISION", "Visits of inspectors"]
    assert [text for _, text in leaves(draft)] == [
        "Each Party shall keep its lamps.", "Inspectors may visit any tower.",
    ]  # fmt: skip


def test_a_heading_style_heads_a_group_in_a_word_file() -> None:
    draft = draft_of_blocks(
        line(0, "Article 1", style="Heading 2"),
        line(1, "Each Party shall keep its lamps", starts_paragraph=True),
        line(2, "Supervision", style="Heading 1", starts_paragraph=True),
        line(3, "Article 2", style="Heading 2"),
        line(4, "Inspectors may visit any tower.", starts_paragraph=True),
    )
    assert headings(draft) == ["Supervision"]
