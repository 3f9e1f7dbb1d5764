"""Which line goes on which, and how two lines join: every rule, at and beside its bounds."""

from __future__ import annotations

import pytest

from tests.structure.drafting import lined, lines_of
from treatydiff.language.registry import get_language
from treatydiff.structure.lines import Line
from treatydiff.structure.paragraphs import Paragraph, join_lines, vocabulary_of

EN = get_language("en")


def joined(*lines: str | Line, preamble: bool = False, language: str = "en") -> list[str]:
    """The paragraphs that some lines make."""
    return [each.text for each in paragraphs(*lines, preamble=preamble, language=language)]


def paragraphs(*lines: str | Line, preamble: bool = False, language: str = "en") -> list[Paragraph]:
    """The same with where they begin and how many lines they have."""
    numbered = lines_of(*lines)
    grammar = get_language(language)
    return join_lines(numbered, 0, len(numbered), grammar, vocabulary_of(numbered), preamble=preamble)


def one(*lines: str | Line, preamble: bool = False) -> bool:
    """Whether all lines make one paragraph."""
    return len(joined(*lines, preamble=preamble)) == 1


OPEN = "The keeper lights the lamp of the north coast"
SHORT = "The keeper lights the lamp of the far coast."[:-1]
FULL = {"x0": 70.0, "x1": 500.0}


def set_(text: str, x0: float = 70.0, x1: float = 500.0, **layout: object) -> Line:
    """A line of a page with its margins."""
    return lined(text, x0=x0, x1=x1, **layout)


GOES_ON: list[tuple[list[str | Line], bool]] = [
    # text alone
    ([OPEN, "and of the south."], True),
    ([OPEN, "South too."], True),
    ([SHORT, "South too."], False),
    ([SHORT, "and of the south."], True),
    ([OPEN + ".", "and of the south."], False),
    ([OPEN + ".", "South too."], False),
    # labels
    (["It is laid down in paragraph", "2. of this article"], True),
    (["It is laid down in a paragraph;", "2. Oil"], False),
    (["They light lamps; and", "(b) they buy oil"], False),
    ([OPEN, "(b) they buy oil"], False),
    ([OPEN, "• they buy oil"], True),
    ([OPEN, "Pp2. they buy oil"], False),
    (["It is laid down in paragraph", "Pp2. they buy oil"], False),
    (["1.", "Oil"], True),
    (["1.", "(a) oil"], True),
    (["1.", "2. oil"], False),
    (["(a)", "oil", "Fog"], False),
    (["1.", lined("Oil", starts_paragraph=True)], True),
    # what the file numbers, and cells
    ([OPEN, lined("and of the south", number="1.")], False),
    ([OPEN, lined("and of the south", cell=(0, 0, 0))], False),
    ([lined(OPEN, cell=(0, 0, 0)), lined("and of the south", cell=(0, 0, 0))], True),
    ([lined(OPEN, cell=(0, 0, 0)), lined("and of the south", cell=(0, 0, 1))], False),
    # options and closing formulas
    ([OPEN + ".", "Option 1: oil"], False),
    ([OPEN, "Option 1: oil"], False),
    ([OPEN + "]", lined("Option 1: oil", starts_paragraph=False)], False),
    ([OPEN, lined("Option 1: oil", starts_paragraph=False)], True),
    ([OPEN + ".", lined("option 1: oil", starts_paragraph=False)], True),
    ([OPEN + ".", lined("Option 1 (oil)", starts_paragraph=False)], True),
    ([OPEN, "IN WITNESS WHEREOF the keepers sign"], False),
    ([OPEN, "Done at Port Lamp"], False),
    # a reader that knows
    ([OPEN + ".", lined("South too.", starts_paragraph=False)], True),
    ([OPEN, lined("and of the south", starts_paragraph=True)], False),
    ([OPEN + ":", lined("(a) oil", starts_paragraph=False)], False),
    ([OPEN + ":", lined("(b) oil", starts_paragraph=False)], True),
    ([OPEN + ";", lined("(a) oil", starts_paragraph=False)], True),
    ([OPEN + ":", lined("• oil", starts_paragraph=False)], True),
    # the middle of a line
    ([lined(OPEN, centred=True), lined("and of the south", centred=True)], True),
    ([lined(OPEN, centred=True), "and of the south"], False),
    ([OPEN, lined("and of the south", centred=True)], False),
    ([lined(OPEN, centred=True, page=1), lined("and of the south", centred=True, page=2)], False),
    ([lined(OPEN, page=1), lined("and of the south", page=2)], True),
    # a line that hangs below its label
    ([set_("1. Oil;"), set_("Fog.", 77)], True),
    ([set_("1. Oil;"), set_("Fog.", 76)], False),
    ([set_("1. Oil;"), set_("Fog.", 77, gap=0.3)], True),
    ([set_("1. Oil;"), set_("Fog.", 77, gap=0.31)], False),
    ([set_("Oil;"), set_("Fog.", 77)], False),
    ([lined("1. Oil;"), set_("Fog.", 77)], False),
    ([set_("1. Oil;"), lined("Fog.")], False),
    # text that nobody wrapped
    (["K" * 120 + ",", "and of the south"], False),
    (["K" * 119 + ",", "and of the south"], True),
    (["K" * 121, "and of the south"], True),
    ([lined("K" * 120 + ",", page=1), lined("and of the south", page=2)], True),
    ([lined("K" * 120 + ",", page=1), lined("South", page=2)], False),
    ([lined("K" * 120 + ",", size=10.0), "and of the south"], True),
    # pages with margins
    ([set_(SHORT), set_("South")], True),
    ([set_(OPEN + "."), set_("and of the south")], True),
    ([set_(OPEN + "."), set_("South")], False),
    ([set_("(a) oil;", page=1, size=10.0), set_("and fog", page=2, size=10.0)], False),
    ([set_("(a) oil,", page=1, size=10.0), set_("and fog", page=2, size=10.0)], True),
    ([set_("oil;", page=1, size=10.0), set_("and fog", page=2, size=10.0)], True),
    ([set_("(a) oil;", page=1, size=10.0), set_("and fog", page=1, size=10.0)], True),
    # back to the margin from an indented first line, behind a full line
    ([set_(OPEN + ".", 90, size=10.0), set_("South", 84, size=10.0)], True),
    ([set_(OPEN + ".", 90, size=10.0), set_("South", 85, size=10.0)], False),
    ([set_(OPEN + ".", 90, 498.5, size=10.0), set_("South", 84, 500, size=10.0)], True),
    ([set_(OPEN + ".", 90, 498.4, size=10.0), set_("South", 84, 500, size=10.0)], False),
    ([set_(OPEN + ".", 90, size=10.0), set_("South", 84, size=10.0, starts_paragraph=True)], False),
    ([set_(OPEN + ".", 90, size=10.0, centred=True), set_("South", 84, size=10.0, centred=True)], False),
    ([set_(OPEN + ".", 90, 464.0), set_("South", 84, 500)], False),
    ([set_(OPEN + ".", 90, 464.1), set_("South", 84, 500)], True),
    # an item that ended with room to spare
    ([set_("Oil;", 70, 379, size=10.0), set_("fog " + "x" * 39, 70, 500, size=10.0)], False),
    ([set_("Oil;", 70, 450, size=10.0), set_("fog " + "x" * 39, 70, 500, size=10.0)], True),
    ([set_("Oil;", 70, 449.9, size=10.0), set_("fog " + "x" * 39, 70, 500, size=10.0)], False),
    ([set_("Oil.", 70, 300, size=10.0), set_("fog " + "x" * 39, 70, 500, size=10.0)], True),
    # an indented line behind an unended one
    ([set_("1. Oil"), set_("Fog", 77, starts_paragraph=True)], True),
    ([set_("1. Oil."), set_("Fog", 77, starts_paragraph=True)], False),
    ([set_("1. Oil", page=1), set_("Fog", 77, page=2, starts_paragraph=True)], False),
    ([set_("1. Oil"), set_("Fog", 77, starts_paragraph=True, bold=True)], False),
    ([set_("1. Oil"), set_("(a) fog", 77, starts_paragraph=True)], False),
    ([set_("Oil"), set_("Fog", 77, starts_paragraph=True)], False),
    ([set_("1. Oil", 70, 488), set_("Fog is seen here", 77, 500, starts_paragraph=True)], True),
    ([set_("1. Oil", 70, 300), set_("Fog is seen here", 77, 500, starts_paragraph=True)], False),
    ([set_("1. Oil", 70, 300), set_("fog is seen here", 77, 500, starts_paragraph=True)], True),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), GOES_ON)
def test_what_goes_on_a_line(lines: list[str | Line], expected: bool) -> None:
    assert one(*lines) is expected


IN_PREAMBLES: list[tuple[list[str | Line], bool]] = [
    ([OPEN + ",", "Recalling the Charter of the coast,"], False),
    ([OPEN + " and", "Recalling the Charter of the coast,"], False),
    ([OPEN + ";", "Recalling the Charter of the coast,"], False),
    ([OPEN, "Recalling the Charter of the coast,"], True),
    ([OPEN + "]", "Recalling the Charter of the coast,"], True),
    ([OPEN + ",]", "Recalling the Charter of the coast,"], False),
    ([OPEN, "Have agreed as follows:"], False),
    ([OPEN, "The States Parties to this Convention,"], False),
    ([OPEN, "The States Parties to this Convention"], True),
    ([OPEN, "the States Parties to this Convention,"], True),
    ([OPEN, "PREAMBLE"], False),
    (["PREAMBLE", "of the lamp"], False),
    (["[PREAMBLE", "of the lamp"], False),
    ([OPEN, "PREAMBLE OF"], True),
]


@pytest.mark.parametrize(("lines", "expected"), IN_PREAMBLES)
def test_what_goes_on_a_line_of_a_preamble(lines: list[str | Line], expected: bool) -> None:
    assert one(*lines, preamble=True) is expected


@pytest.mark.parametrize("lines", [lines for lines, _ in IN_PREAMBLES if lines[0] != f"{OPEN};"])
def test_elsewhere_such_words_open_nothing(lines: list[str | Line]) -> None:
    assert one(*lines)


SEAMS: list[tuple[list[str], str]] = [
    (["oil and", "fog"], "oil and fog"),
    (["the coop-", "eration of all"], "the cooperation of all"),
    (["the coop\u2010", "eration of all"], "the cooperation of all"),
    (["the Franco-", "German lamp"], "the Franco-German lamp"),
    (["the pre-", "and post-war lamp"], "the pre- and post-war lamp"),
    (["the twenty-", "six lamps"], "the twenty-six lamps"),
    (["the ninety-", "six lamps"], "the ninety-six lamps"),
    (["the hundred-", "six lamps"], "the hundredsix lamps"),
    (["a score of ten-", "six lamps"], "a score of tensix lamps"),
    (["the lamp 3-", "four"], "the lamp 3- four"),
    (["the lamp -", "oil"], "the lamp - oil"),
    (["the self-", "lit lamp, and a self-lit buoy"], "the self-lit lamp, and a self-lit buoy"),
    (["the far-", "off lamp stands far from land", "and is off at day"], "the far-off lamp stands far from land and is off at day"),
    (["the far-", "on lamp stands far from land", "and is on at day"], "the faron lamp stands far from land and is on at day"),
    (["the far-", "off lamp stands far from land", "and is lit at day"], "the faroff lamp stands far from land and is lit at day"),
    (["the mid-to-", "late lamp"], "the mid-tolate lamp"),
    # a draft that cuts no words keeps what it prints at line ends
    (["a self-", "lit lamp, a self-lit buoy, and a well-", "lit one"],
     "a self-lit lamp, a self-lit buoy, and a well-lit one"),
    (["a self-", "lit lamp, a self-lit buoy, and a wel-", "lit one that is wellit now"],
     "a self-lit lamp, a self-lit buoy, and a wellit one that is wellit now"),
    (["a self-", "lit lamp, a self-lit buoy, and a well-", "come one; one is welcome here, and all of the other lamp-",
      "light; but lamplight here"], "a self-lit lamp, a self-lit buoy, and a wellcome one; one is welcome here, and all of the other lamplight; but lamplight here"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), SEAMS)
def test_how_lines_join(lines: list[str], expected: str) -> None:
    layout = [lined(text, starts_paragraph=False if number else None) for number, text in enumerate(lines)]
    assert joined(*layout) == [expected]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["灯塔由", "守灯人管理"], "灯塔由守灯人管理"),
        (["灯塔 ABC", "DEF"], "灯塔 ABC DEF"),
        (["灯塔 ABC", "守"], "灯塔 ABC守"),
        (["灯塔", "ABC"], "灯塔ABC"),
        (["灯塔 5", "6"], "灯塔 5 6"),
    ],
)
def test_how_chinese_lines_join(lines: list[str], expected: str) -> None:
    layout = [lined(text, starts_paragraph=False if number else None) for number, text in enumerate(lines)]
    assert joined(*layout, language="zh") == [expected]


@pytest.mark.parametrize(
    ("lines", "broken", "expected"),
    [(20, 2, True), (20, 3, False), (19, 0, False), (30, 3, True), (30, 4, False)],
)
def test_plain_text_that_was_never_wrapped(lines: int, broken: int, expected: bool) -> None:
    texts = [f"The keeper of lamp {n:02} lights it at the end of day." for n in range(lines - broken)]
    texts += [f"The keeper of lamp {n:02} lights it at the end of day" for n in range(broken)]
    assert vocabulary_of(lines_of(*texts)).never_wrapped is expected


@pytest.mark.parametrize(
    ("text", "layout", "counts"),
    [
        ("Lights the lamp".ljust(45, "p"), {}, True),
        ("Lights the lamp".ljust(44, "p"), {}, False),
        ("Lights the lamp at the end of every day of it", {"size": 10.0}, False),
        ("Lights the lamp at the end of every day of it", {"centred": True}, False),
        ("LIGHTS THE LAMP AT THE END OF EVERY DAY OF IT", {}, False),
    ],
)
def test_lines_that_tell_whether_a_text_is_wrapped(
    text: str, layout: dict[str, object], counts: bool
) -> None:
    ended = ["The keeper of the lamp lights it at the end of a day."] * 20
    shown = [lined(text, **layout) for _ in range(3)]
    assert vocabulary_of(lines_of(*ended, *shown)).never_wrapped is not counts


def test_lines_that_were_never_wrapped_are_paragraphs() -> None:
    ended = ["The keeper of the lamp lights it at the end of a day."] * 20
    assert joined(*ended, "and of the south", "1.", "Oil")[20:] == ["and of the south", "1. Oil"]


def test_where_a_paragraph_begins() -> None:
    found = paragraphs("Oil.", OPEN, "and of the south.", "Fog.")
    assert [(each.at, each.lines) for each in found] == [(0, 1), (1, 2), (3, 1)]
