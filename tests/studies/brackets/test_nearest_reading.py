"""The reading of a bracketed text that comes nearest to a later one, as pairs of words."""

from __future__ import annotations

import pytest

from treatydiff.studies.brackets.lattice import LONGEST, bracket_tokens, nearest_reading


def reading(a: str, b: str) -> list[str]:
    """The words of A that B took up; brackets of one level are those of the texts."""
    sides = []
    for text in (a, b):
        spans, start = [], -1
        for at, char in enumerate(text):
            if char == "[":
                start = at
            elif char == "]":
                spans.append((len(spans), start, at + 1))
        sides.append((bracket_tokens(text, spans), spans))
    (words_a, spans), (words_b, _) = sides
    skippable = []
    for number, _, _ in spans:
        inside = [n for n, word in enumerate(words_a) if number in word.inside]
        skippable.append((inside[0], inside[-1] + 1) if inside else (0, 0))
    pairs = nearest_reading(words_a, words_b, skippable)
    assert list(pairs) == sorted(pairs)
    return [f"{words_a[i].key}-{words_b[j].key}{j}" for i, j in pairs]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("lamps burn", "lamps burn", ["lamps-lamps0", "burn-burn1"]),
        ("lamps burn", "lamps glow", ["lamps-lamps0"]),
        ("", "lamps", []),
        ("lamps", "", []),
        # a word in another number is the same, a short one or another is not
        ("lamps burn", "lamp burn", ["lamps-lamp0", "burn-burn1"]),
        ("lens burn", "len burn", ["burn-burn1"]),
        ("glass burn", "glas burn", ["burn-burn1"]),
        ("lamps lamp", "lamp", ["lamp-lamp0"]),
        # a bracket is passed over rather than taken for other words
        ("keep [red] lamps", "keep lamps", ["keep-keep0", "lamps-lamps1"]),
        ("keep [red] lamps", "keep blue lamps", ["keep-keep0", "lamps-lamps2"]),
        ("keep [red] [blue] lamps", "keep blue lamps", ["keep-keep0", "blue-blue1", "lamps-lamps2"]),
        ("keep [red old] lamps", "keep red lamps", ["keep-keep0", "red-red1", "lamps-lamps2"]),
        ("keep [red old big] lamps", "keep red lamps", ["keep-keep0", "lamps-lamps2"]),
        ("keep [lamp oil] here", "keep lamps here", ["keep-keep0", "lamp-lamps1", "here-here2"]),
        ("keep [lamp] [lamps] here", "keep lamps here", ["keep-keep0", "lamps-lamps1", "here-here2"]),
        ("keep [lamp oil wick] here", "keep lamps here", ["keep-keep0", "here-here2"]),
        ("lamp lamps lamp", "lamps", ["lamps-lamps0"]),
        # of two places for one word the one in brackets as before, and the one beside its neighbour
        ("keep [red] oil", "keep red [red] oil", ["keep-keep0", "red-red2", "oil-oil3"]),
        ("keep red oil", "keep red [red] oil", ["keep-keep0", "red-red1", "oil-oil3"]),
        ("[red]", "red [red]", ["red-red1"]),
        ("red", "[red] red", ["red-red1"]),
        ("red", "red [red]", ["red-red0"]),
        ("old red", "red old red", ["old-old1", "red-red2"]),
        ("red old", "red old red", ["red-red0", "old-old1"]),
    ],
)
def test_the_words_that_a_later_text_took_up(a: str, b: str, expected: list[str]) -> None:
    assert reading(a, b) == expected


def test_words_know_the_brackets_around_them_outermost_first() -> None:
    text = "[keep [red] lamps] burning"
    found = bracket_tokens(text, [(7, 6, 11), (3, 0, 18)])
    assert [(each.key, each.inside) for each in found] == [
        ("keep", (3,)), ("red", (3, 7)), ("lamps", (3,)), ("burning", ()),
    ]  # fmt: skip
    assert [text[each.start : each.end] for each in found] == ["keep", "red", "lamps", "burning"]


def test_of_a_clause_without_end_its_beginning_is_read() -> None:
    assert len(bracket_tokens("oil " * (LONGEST + 1), [])) == LONGEST == 2_000
