"""What reports say of words that went to another article, and of articles without a partner."""

from __future__ import annotations

import pytest

from tests.align.test_links import HARBOUR, LAMPS, NETS
from treatydiff.pipeline import compare_drafts, read_draft_bytes
from treatydiff.report.comparison.link_words import lone_sources, moved_clauses
from treatydiff.report.comparison.view import comparison_view
from treatydiff.report.comparison.view_model import ComparisonView
from treatydiff.settings import Settings

SETTINGS = Settings(reference="none", isolate="never")
BASE = (("Lamps", LAMPS), ("Nets", NETS))


def text(*articles: tuple[str, tuple[str, ...]]) -> str:
    """Articles 1, 2, ... with numbered paragraphs."""
    return "\n\n".join(
        "\n\n".join((f"Article {n}\n{heading}", *(f"{p}. {said}" for p, said in enumerate(paragraphs, 1))))
        for n, (heading, paragraphs) in enumerate(articles, 1)
    )


def view(a: str, b: str) -> ComparisonView:
    drafts = [read_draft_bytes(each.encode(), name, SETTINGS) for each, name in ((a, "a.txt"), (b, "b.txt"))]
    return comparison_view(compare_drafts(*drafts, SETTINGS))


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (
            (LAMPS[0], *HARBOUR[:1], LAMPS[3]),
            "Art. 3, added: 55 % of it stands in A, most of that in a.txt, Art. 1",
        ),
        (
            (LAMPS[0], NETS[0], HARBOUR[0]),
            "Art. 3, added: 33 % of its wording stands in A, in a.txt, Art. 1, a further 24 % in a.txt, Art. 2 "
            "(by pairs of words, rare ones more)",
        ),
    ],
)
def test_an_added_article_names_the_articles_its_words_came_from(new: tuple[str, ...], said: str) -> None:
    assert lone_sources(view(text(*BASE), text(*BASE, ("Guests", new))).units) == (said,)


def test_an_added_article_of_new_words_names_nothing() -> None:
    assert lone_sources(view(text(*BASE), text(*BASE, ("Guests", HARBOUR))).units) == ()


def test_a_clause_that_went_elsewhere_is_said_once_with_its_words() -> None:
    before = text(("Lamps", (*LAMPS, HARBOUR[0])), ("Nets", NETS))
    after = text(("Lamps", LAMPS), ("Nets", (*NETS, HARBOUR[0])))
    assert moved_clauses(view(before, after).units) == (
        "20 words of Art. 1 (17 % of it) now in Art. 2 (17 % of it)",
    )


@pytest.mark.parametrize("turned", [False, True])
def test_a_clause_that_stands_in_several_places_went_nowhere(turned: bool) -> None:
    once = text(("Lamps", (*LAMPS, HARBOUR[0])), ("Nets", NETS))
    twice = text(("Lamps", (*LAMPS, HARBOUR[0])), ("Nets", (*NETS, HARBOUR[0])))
    here, there = ("Art. 2", "Art. 1") if turned else ("Art. 1", "Art. 2")
    assert moved_clauses(view(*((twice, once) if turned else (once, twice))).units) == (
        f"20 words of {here} (17 % of it) stand word for word in {there} (17 % of it)",
    )
