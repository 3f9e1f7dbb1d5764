"""Whose proposal words are: the names that bear them, and no others."""

from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of
from treatydiff.desk.watch.proposers import Proposers
from treatydiff.desk.watch.wordings import places_of_words

HEAD = "Convention on Lamps\n\nArticle 1\n\nLamps\n\n"
REST = "\n\nArticle 2\n\nOil\n\nThe Board keeps the oil of every lamp in a cellar.\n"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # the paragraph, the bracket, the sentence that the words stand in
        ("1. Lamps are clean.\n\n2. [Kenya: Lamps are green.]", ("Kenya",)),
        ("1. [Kenya: Lamps are clean.]\n\n2. Lamps are green.", ()),
        ("1. Lamps are clean.\n\n2. Lamps [are green] [Kenya] and [are tall] [Peru].", ("Kenya",)),
        ("1. Lamps are green [and tall] [Peru].", ()),
        ("1. Lamps [are tall] (Peru) and [lamps are green] (Kenya).", ("Kenya",)),
        ("1. Lamps [are tall (Peru)] [and lamps are green (Kenya)].", ("Kenya",)),
        ("1. [Peru: Lamps are tall [Kenya: and lamps are green].]", ("Peru", "Kenya")),
        ("1. [Peru: Lamps are green [Kenya: and tall].]", ("Peru",)),
        ("1. Lamps are tall. (Peru) Lamps are green. (Kenya)", ("Kenya",)),
        ("1. Lamps are green. (Peru) Lamps are tall. (Kenya)", ("Peru",)),
        ("1. Lamps are green. [Supported by Kenya]", ()),
        ("Option 1 [Kenya]:\n\nLamps are green.\n\nOption 2 [Peru]:\n\nLamps are red.", ("Kenya",)),
        # a bracket over several paragraphs
        ("[1. Lamps are clean.\n\n2. Lamps are green.] [Kenya]", ("Kenya",)),
        ("[1. Lamps are clean.] [Kenya]\n\n2. Lamps are green.", ()),
    ],
)
def test_only_the_names_that_bear_the_words_are_told(text: str, who: tuple[str, ...]) -> None:
    draft = draft_of(HEAD + text + REST)
    clause = next(each for unit in draft.units() for each in unit.clauses() if "are green" in each.text)
    ((start, end),) = places_of_words(
        clause.text, "lamps are green" if "amps are green" in clause.text else "are green", "en"
    )
    assert Proposers(draft).of_words(clause, start, end) == who


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("1. Lamps are clean.\n\n2. [Kenya: Lamps are green.]", (), [(), ("Kenya",)]),
        ("1. [Kenya: Lamps are clean.]\n\n2. [Kenya: Lamps are green.]", ("Kenya",), [(), ()]),
        ("1. Lamps are [Peru: clean].\n\n2. Lamps are green.", (), [("Peru",), ()]),
        ("1. Lamps are clean.\n\n2. Lamps are green.", (), [(), ()]),
    ],
)
def test_the_proposer_of_a_paragraph_is_not_that_of_its_article(
    text: str, whole: tuple[str, ...], parts: list[tuple[str, ...]]
) -> None:
    draft = draft_of(HEAD + text + REST)
    clauses = draft.units()[0].clauses()
    proposers = Proposers(draft)
    assert proposers.of_all(clauses) == whole
    assert [proposers.of_part(clause, whole) for clause in clauses] == parts
