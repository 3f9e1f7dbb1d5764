"""The generated agreements that tools are timed on: what is said of their changes is true."""

from __future__ import annotations

from tools.agreements import revised_pair


def articles(text: str) -> list[list[str]]:
    """The lines of each article: number, heading, paragraphs."""
    return [part.split("\n") for part in text.split("\n\nArticle ")[1:]]


def test_a_revision_is_what_is_said_of_it() -> None:
    pair = revised_pair(3_000, 0.03)
    assert pair == revised_pair(3_000, 0.03)
    before, after = articles(pair.a), articles(pair.b)
    assert pair.moved
    for old, new in pair.moved:
        assert before[old - 1][1] == after[new - 1][1]
    assert 3_000 <= pair.words < 3_300
    untouched = revised_pair(3_000, 0.0)
    headings = [lines[1] for lines in articles(untouched.b)]
    assert untouched.edited < pair.edited
    assert len(headings) == len(after)
