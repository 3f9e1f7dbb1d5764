"""Which line is a heading, which rule refuses it, and what its title is: a table for every rule."""

from __future__ import annotations

import pytest

from tests.structure.drafting import lined, lines_of
from treatydiff.language.registry import get_language
from treatydiff.structure.headings.headings import Heading, Rejections, find_headings, printed_title
from treatydiff.structure.headings.titles import attach_titles
from treatydiff.structure.lines import Line

EN, ZH = get_language("en"), get_language("zh")
HEAD = "Article 1"
TEXT = "The keeper lights the lamp."
OPEN = "The keeper of the lamp acts as is laid down for all"
"""A line long enough to run on, without an end."""


def found(*lines: str | Line, language: str = "en") -> tuple[list[Heading], list[str]]:
    """The headings of some lines, and the rules that refused others."""
    rejected = Rejections()
    headings = find_headings(lines_of(*lines), get_language(language), rejected)
    return headings, [
        refused.rule.replace("_", " ") + ("" if refused.obvious else "!") for refused in rejected.refusals
    ]


def refusals(*lines: str | Line) -> list[str]:
    """The rules that refused some lines; "!" where a reader might have taken the line for a heading."""
    return found(*lines)[1]


def styled(text: str, **layout: object) -> Line:
    """A line in bold."""
    return lined(text, bold=True, **layout)


begun = {"starts_paragraph": True}
wrapped = {"starts_paragraph": False}
REFUSED: list[tuple[list[str | Line], list[str]]] = [
    # references in a row
    ([HEAD, TEXT, "Article 2, Article 3"], ["followed like a reference"]),
    ([HEAD, TEXT, "Article 2 Article 3"], ["one of a row of references"]),
    ([HEAD, TEXT, lined("Article 2 Article 3", page=1)], ["one of a row of references!"]),
    ([HEAD, TEXT, lined("Article 2 Article 3 on oil", page=1)], ["one of a row of references"]),
    ([HEAD, TEXT, "Article 2 Chapter 3"], []),
    # rows of signs
    ([HEAD, TEXT, "Article 2 ---"], ["followed by a row of signs!"]),
    ([HEAD, TEXT, "Article 2 --"], []),
    ([HEAD, TEXT, "Article 2 ..... 14"], ["followed by a row of signs!"]),
    # items that name articles
    ([HEAD, "The keeper lights:", "(a)", "Article 9"], ["an item that names it!"]),
    ([HEAD, "The keeper lights:", "(a)", styled("Article 9")], []),
    ([HEAD, "The keeper lights.", "2.", "Article 2"], []),
    ([HEAD, "The keeper lights.", "2.", "Article 3"], ["an item that names it!"]),
    ([HEAD, "The keeper lights:", "–", "Article 9"], ["an item that names it!"]),
    ([HEAD, "The keeper lights:", "• oil", "Article 9"], []),
    ([HEAD, "The keeper lights:", "(a)", "Part 9"], []),
    ([HEAD, "Oil;", "Article 7 (lamps)."], ["an item that names it"]),
    ([HEAD, "Oil; and", "Article 7 (Lamps)."], ["an item that names it"]),
    ([HEAD, "Oil;", "Article 7 (lamps)"], []),
    ([HEAD, "Oil.", "Article 7 (lamps)."], []),
    ([HEAD, "Oil;", styled("Article 7 (lamps).")], []),
    # lists below a colon
    ([HEAD, "It does not apply to:", "Article 5", "Article 7"], ["one of a list below a colon!"] * 2),
    ([HEAD, "It does not apply to:", "Article 5", "Article 7", "Article 9"], ["one of a list below a colon!"] * 3),
    ([HEAD, "It does not apply to:", "Article 5"], []),
    ([HEAD, "It does not apply.", "Article 5", "Article 7"], []),
    ([HEAD, "It does not apply to:", "Article 5 (oil)", "Article 7 (fog)"], ["one of a list below a colon"] * 2),
    ([HEAD, "It does not apply to:", styled("Article 5"), styled("Article 7")], []),
    ([HEAD, "It applies to:", "Article 2", "Article 3"], []),
    ([HEAD, "It applies to:", "Part 5", "Part 7"], []),
    # items with their signs
    ([HEAD, TEXT, "Article 5 (oil);"], ["text in parentheses"]),
    ([HEAD, TEXT, "Article 5,"], ["ends like an item!"]),
    ([HEAD, TEXT, "Article 5; and"], ["followed like a reference!"]),
    ([HEAD, TEXT, styled("Article 5 (oil);")], ["followed by no title"]),
    # brackets
    ([HEAD, "Oil [and fog", "Article 5]"], ["closes a bracket of the line before!"]),
    ([HEAD, "Oil [and fog.", "Article 5]"], []),
    ([HEAD, "Oil and fog", "Article 5]"], []),
    ([HEAD, "Oil [and fog", "[Article 5]"], []),
    ([HEAD, "[Oil] [and fog", "Article 5]"], ["closes a bracket of the line before!"]),
    ([HEAD, "[Oil] and fog", "Article 5]"], []),
    # a bare line that goes on the line before
    ([HEAD, OPEN, "Article 5"], ["bare but goes on the line before!"]),
    ([HEAD, OPEN, "Article 2"], []),
    ([HEAD, OPEN, "Article 2."], ["bare but goes on the line before!"]),
    (["Article 1.", OPEN, "Article 2."], []),
    ([HEAD, "It is laid down in", "Article 2"], ["bare but goes on the line before"]),
    ([HEAD, "It is laid down in", styled("Article 2")], []),
    ([HEAD, OPEN, lined("Article 5", **begun)], []),
    ([HEAD, TEXT, lined("Article 5", **wrapped)], ["bare but goes on the line before"]),
    ([HEAD, TEXT, styled("Article 5", **wrapped)], ["bare but goes on the line before!"]),
    ([lined(HEAD, centred=True), TEXT, lined("Article 2", centred=True), OPEN, "Article 3"],
     ["bare but goes on the line before!"]),
    ([lined(HEAD, centred=True), OPEN, lined("Article 2", centred=True)], []),
    ([HEAD, OPEN[:44], "Article 5"], []),
    ([HEAD, OPEN[:45], "Article 5"], ["bare but goes on the line before!"]),
    # text in parentheses
    ([HEAD, TEXT, "Article 5 (oil) burns"], ["text in parentheses"]),
    ([HEAD, TEXT, styled("Article 5 (oil) burns")], ["followed by no title"]),
    ([HEAD, TEXT, "Article 5 (Oil)"], []),
    ([HEAD, OPEN, "Article 5 (Oil)"], ["text in parentheses!"]),
    # followed like a reference
    ([HEAD, TEXT, "Article 5 shall apply."], ["followed like a reference"]),
    ([HEAD, TEXT, "Article 5 of the Charter"], ["followed like a reference"]),
    ([HEAD, TEXT, "Article 5, on oil"], ["followed like a reference"]),
    # goes on the line before
    ([HEAD, OPEN, "Article 5 Oil"], ["goes on the line before!"]),
    ([HEAD, TEXT, "Article 5 Oil"], []),
    ([HEAD, TEXT, lined("Article 5 Oil", **wrapped)], ["goes on the line before"]),
    ([HEAD, OPEN, "Article 5. Oil", lined("Lamps are lit.", **begun)], []),
    ([HEAD, OPEN, "Article 5. Oil", "Lamps are lit."], ["goes on the line before!"]),
    ([HEAD, OPEN, "Article 5. Oil"], ["goes on the line before!"]),
    ([HEAD, OPEN, "Article 5. Oil,", lined("Lamps are lit.", **begun)], ["goes on the line before!"]),
    ([HEAD, OPEN, "Article 5. Oil;", lined("Lamps are lit.", **begun)], ["goes on the line before"]),
    ([HEAD, OPEN, "Article 5 Oil", lined("Lamps are lit.", **begun)], ["goes on the line before!"]),
    ([HEAD, OPEN, lined("Article 5. Oil", **wrapped), lined("Lamps are lit.", **begun)], ["goes on the line before"]),
    ([HEAD, "It is laid down in", "Article 5. Oil", lined("Lamps are lit.", **begun)], ["goes on the line before"]),
    # no title
    ([HEAD, TEXT, "Article 5 The lamp is lit."], ["followed by no title"]),
    ([HEAD, TEXT, "Article 2 The lamp is lit."], ["followed by no title"]),
    ([HEAD, TEXT, lined("Article 2 The lamp is lit.", **begun)], []),
    ([HEAD, TEXT, lined("Article 3 The lamp is lit.", **begun)], ["followed by no title"]),
    ([HEAD, TEXT, "Article 5. The lamp is lit."], []),
    ([HEAD, TEXT, styled("Article 5 The lamp is lit.")], []),
    ([HEAD, TEXT, "Part 5 The lamp is lit."], []),
    ([HEAD, TEXT, "Article 5. the lamp"], ["followed by no title"]),
    ([HEAD, TEXT, "Article 5 " + "Lamp".ljust(160, "s")], []),
    ([HEAD, TEXT, "Article 5 " + "Lamp".ljust(161, "s")], ["followed by no title!"]),
    # not an article at all
    ([HEAD, TEXT, "“Article 5"], []),
    ([HEAD, TEXT, lined("Article 5", cell=(0, 0, 0))], []),
    # numbers that nobody reads
    ([HEAD, TEXT, "Article §7"], ["number not read!"]),
    ([HEAD, TEXT, lined("Article §7", **wrapped)], ["number not read"]),
    ([HEAD, TEXT, styled("Article §7", **wrapped)], ["number not read!"]),
    ([HEAD, TEXT, lined("Article §7", cell=(0, 0, 0))], []),
    ([HEAD, TEXT, "Articles §7"], ["number not read!"]),
    ([HEAD, TEXT, "Article §7."], []),
    ([HEAD, TEXT, "[Article (#)]"], ["number not read!"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), REFUSED)
def test_the_rule_that_refuses_a_line(lines: list[str | Line], expected: list[str]) -> None:
    assert refusals(*lines) == expected


def titled(*lines: str | Line, language: str = "en") -> list[str]:
    """Number, title and text on the line of every heading, with the titles below taken in."""
    grammar = get_language(language)
    numbered = lines_of(*lines)
    headings = attach_titles(numbered, find_headings(numbered, grammar, Rejections()), grammar)
    said = [(each.number, each.title, each.body.text if each.body is not None else "") for each in headings]
    return [" | ".join(filter(None, each)) for each in said]


def many(*below: str | Line, times: int = 3) -> list[str | Line]:
    """Articles with the same lines below each."""
    return [line for number in range(1, times + 1) for line in (f"Article {number}", *below)]


def centred(text: str, **layout: object) -> Line:
    """A line in the middle of its measure."""
    return lined(text, centred=True, **layout)


TITLES: list[tuple[list[str | Line], list[str]]] = [
    # on the line of the heading
    (["Article 1 Oil"], ["1 | Oil"]),
    (["Article 1 (Oil)"], ["1 | Oil"]),
    (["Article 1 ( Oil )"], ["1 | Oil"]),
    (["Article 1. (Oil)"], ["1 | (Oil)"]),
    (["Article 1. Oil is bought."], ["1 | Oil is bought."]),
    (["Article 1 – Oil"], ["1 | Oil"]),
    (["Article 1 -Oil"], ["1 | -Oil"]),
    (["Article 1.-Oil"], ["1 | Oil"]),
    (["Article 1: Oil: the rest"], ["1 | Oil: the rest"]),
    (["ARTICLE 1. OIL IS BOUGHT."], ["1 | OIL IS BOUGHT."]),
    ([lined("Article 1. Oil is bought.", bold=True)], ["1 | Oil is bought."]),
    (["Part I Lamps " + "x" * 314], ["I | Lamps " + "x" * 314]),
    (["[Article 1 Oil"], ["1 | Oil"]),
    (["[Article 1 Oil]"], ["1 | Oil"]),
    (["Article 1 [Oil]"], ["1 | [Oil]"]),
    # titles of most articles, in plain text
    (many("Oil and fog", TEXT), ["1 | Oil and fog", "2 | Oil and fog", "3 | Oil and fog"]),
    (many(TEXT), ["1", "2", "3"]),
    (["Article 1", "Oil", TEXT, "Article 2", TEXT, "Article 3", TEXT], ["1", "2", "3"]),
    (["Article 1", "Oil", TEXT, "Article 2", "Fog", TEXT, "Article 3", "Wind", TEXT, "Article 4", TEXT,
      "Article 5", TEXT], ["1 | Oil", "2 | Fog", "3 | Wind", "4", "5"]),
    (["Article 1", "Oil", TEXT, "Article 2", "Fog", TEXT, "Article 3", TEXT, "Article 4", TEXT], ["1", "2", "3", "4"]),
    (many("X" * 130, TEXT), [f"{n} | " + "X" * 130 for n in (1, 2, 3)]),
    (many("X" * 131, TEXT), ["1", "2", "3"]),
    (many("oil and fog", TEXT), ["1", "2", "3"]),
    (many("Keepers shall keep oil", TEXT), ["1", "2", "3"]),
    (many("1. Oil", TEXT), ["1", "2", "3"]),
    (many("Deleted", TEXT), ["1", "2", "3"]),
    (many("Option 1", TEXT), ["1", "2", "3"]),
    (many("Oil, and what is kept in lamps,", TEXT), ["1", "2", "3"]),
    (many(lined("Oil", number="1."), TEXT), ["1", "2", "3"]),
    (many("Oil and what the keepers of the lamps", "burn in them in winter.", TEXT), ["1", "2", "3"]),
    (many("Oil and what the keepers of the lamps", "burn in them in winter", TEXT),
     [f"{n} | Oil and what the keepers of the lamps burn in them in winter" for n in (1, 2, 3)]),
    (many("Oil and", "Fog", TEXT), [f"{n} | Oil and Fog" for n in (1, 2, 3)]),
    (many("Oil of", "Fog", TEXT), [f"{n} | Oil of Fog" for n in (1, 2, 3)]),
    (many("Oil", "Fog", TEXT), ["1 | Oil", "2 | Oil", "3 | Oil"]),
    (many("OIL", "FOG", TEXT), ["1 | OIL", "2 | OIL", "3 | OIL"]),
    (["Part I", "OIL", "FOG", *many(TEXT)], ["I | OIL FOG", "1", "2", "3"]),
    (["Part I", "OIL", lined("FOG", starts_paragraph=True), *many(TEXT)], ["I | OIL", "1", "2", "3"]),
    # titles told by their look
    ([centred("Article 1"), centred("Oil"), TEXT], ["1 | Oil"]),
    ([centred("Article 1"), "Oil", TEXT], ["1"]),
    ([centred("Article 1"), centred("Oil and"), centred("fog"), TEXT], ["1 | Oil and fog"]),
    ([centred("Article 1"), centred("Oil"), centred("Fog", gap=0.7), TEXT], ["1 | Oil Fog"]),
    ([centred("Article 1"), centred("Oil"), centred("Fog", gap=0.8), TEXT], ["1 | Oil"]),
    ([centred("Article 1"), centred("Oil"), centred("Fog", bold=True), TEXT], ["1 | Oil"]),
    ([centred("Article 1"), centred("Oil"), lined("fog", bold=True), TEXT], ["1 | Oil"]),
    ([centred("Article 1"), centred("1. Oil"), TEXT], ["1 | 1. Oil"]),
    (["Article 1", styled("1. Oil"), TEXT], ["1"]),
    (["Article 1", styled("Oil"), TEXT], ["1 | Oil"]),
    (["Article 1", styled("Oil is bought."), TEXT], ["1"]),
    ([centred("Article 1"), centred("Oil is bought."), TEXT], ["1 | Oil is bought."]),
    ([styled("Article 1 Oil and"), styled("fog"), TEXT], ["1 | Oil and fog"]),
    (["Article 1", lined("Oil", style="Heading 2"), TEXT], ["1 | Oil"]),
    (["Article 1", styled("Deleted"), TEXT], ["1"]),
    (["Article 1", styled("Option 1"), TEXT], ["1"]),
    (["Article 1", styled("The States Parties, "), TEXT], ["1"]),
    (["Article 1", styled("Oil", number="1."), TEXT], ["1"]),
    # a title that wraps close below itself
    ([styled("Article 1 Oil"), lined("and fog", bold=True, gap=0.3), TEXT], ["1 | Oil and fog"]),
    ([centred("Article 1", bold=True), centred("Oil", bold=True), lined("and fog", bold=True, gap=0.3), TEXT],
     ["1 | Oil and fog"]),
    ([centred("Article 1", bold=True), centred("Oil", bold=True), lined("and fog", bold=True, gap=0.31), TEXT],
     ["1 | Oil"]),
    ([centred("Article 1", bold=True), centred("Oil", bold=True), lined("and fog.", bold=True, gap=0.3), TEXT],
     ["1 | Oil"]),
    ([centred("Article 1", bold=True), centred("Oil", bold=True), lined("And fog", bold=True, gap=0.3), TEXT],
     ["1 | Oil"]),
    ([centred("Article 1", bold=True), centred("OIL", bold=True), lined("FOG", bold=True, gap=0.3), TEXT],
     ["1 | OIL FOG"]),
    ([centred("Article 1", bold=True), centred("OIL", bold=True), lined("FOG", bold=True, gap=0.3, page=2), TEXT],
     ["1 | OIL"]),
    ([centred("Article 1", bold=True), centred("OIL", bold=True), lined("FOG", bold=True), TEXT], ["1 | OIL"]),
    (["Article 1 Oil", lined("and fog", gap=0.3), TEXT], ["1 | Oil and fog"]),
    # seven lines at most
    ([centred("Article 1"), *(centred("Oil") for _ in range(9))], ["1 |" + " Oil" * 7]),
    # titles that run into the text
    (["Article 1. Oil. It is bought.", "Article 2. Fog. It is seen.", "Article 3. Wind. It is felt."],
     ["1 | Oil | It is bought.", "2 | Fog | It is seen.", "3 | Wind | It is felt."]),
    (["Article 1. Oil. It is bought.", "Article 2. Fog. It is seen."],
     ["1 | Oil. It is bought.", "2 | Fog. It is seen."]),
    ([*(f"Article {n}. Oil. It is bought." for n in range(1, 8)), *(f"Article {n}. It is lit." for n in (8, 9, 10))],
     [*(f"{n} | Oil | It is bought." for n in range(1, 8)), *(f"{n} | It is lit." for n in (8, 9, 10))]),
    ([*(f"Article {n}. Oil. It is bought." for n in range(1, 7)), *(f"Article {n}. It is lit." for n in (7, 8, 9))],
     [*(f"{n} | Oil. It is bought." for n in range(1, 7)), *(f"{n} | It is lit." for n in (7, 8, 9))]),
    ([f"Article {n}. Oil is bought. It is lit." for n in (1, 2, 3)],
     [f"{n} | Oil is bought. It is lit." for n in (1, 2, 3)]),
    ([f"Article {n}. A b c d e f g h i. It is lit." for n in (1, 2, 3)],
     [f"{n} | A b c d e f g h i | It is lit." for n in (1, 2, 3)]),
    ([f"Article {n}. A b c d e f g h i j. It is lit." for n in (1, 2, 3)],
     [f"{n} | A b c d e f g h i j. It is lit." for n in (1, 2, 3)]),
    ([f"Article {n}. Oil. - It is lit." for n in (1, 2, 3)], [f"{n} | Oil | It is lit." for n in (1, 2, 3)]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), TITLES)
def test_titles(lines: list[str | Line], expected: list[str]) -> None:
    assert titled(*lines) == expected


@pytest.mark.parametrize(
    ("pieces", "title"),
    [
        (["Oil", "fog"], "Oil fog"),
        (["Oil-", "and fog"], "Oil-and fog"),
        (["Oil-", "Fog"], "Oil- Fog"),
        (["Oil -", "fog"], "Oil - fog"),
        (["Oil:"], "Oil"),
        (["Oil]"], "Oil"),
        (["[Oil"], "Oil"),
        (["[Oil]"], "[Oil]"),
        (["[Oil]]"], "[Oil]"),
        (["[[Oil]"], "[Oil]"),
        (["[Oil] fog]"], "[Oil] fog"),
        (["", " Oil "], "Oil"),
        (["]"], ""),
        ([], ""),
    ],
)
def test_a_title_is_printed_without_brackets_around_the_article(pieces: list[str], title: str) -> None:
    assert printed_title(pieces) == title
