"""What the colours and looks of a draft mean: its own legend, its reader's, and what nobody explains."""

from __future__ import annotations

import pytest

from treatydiff.errors import SettingsError
from treatydiff.model import Block, Instrument, Mark, Provision, Run
from treatydiff.structure.colours import Meaning, legend_of, unexplained, with_meanings

LOOKS = {
    "green": Run("lamps", colour="green"),
    "ground": Run("oil", ground="yellow"),
    "underline": Run("fog", underline=True),
    "strike": Run("ice", strike=True),
    "plain": Run("sand"),
}


def blocks(words: str, *looks: str) -> list[Block]:
    """A line of the draft that may explain something, and a line with words of some looks."""
    return [Block(0, (Run(words),)), Block(1, tuple(LOOKS[look] for look in looks))]


@pytest.mark.parametrize(
    ("words", "looks", "given", "expected"),
    [
        # a sentence that speaks of print, or that says behind the word what it stands for
        ("Text in green is agreed.", ("green",), "", {"green": "Text in green is agreed"}),
        ("TEXT IN GREEN IS AGREED.", ("green",), "", {"green": "TEXT IN GREEN IS AGREED"}),
        ("Green: agreed", ("green",), "", {"green": "Green: agreed"}),
        ("Green = agreed; yellow – new", ("green", "ground"), "", {"green": "Green = agreed", "yellow": "yellow – new"}),
        ("Green", ("green",), "", {}),
        ("Green: ", ("green",), "", {}),
        ("The Green Fund shall pay.", ("green",), "", {}),
        ("Lamps shine. Text in green is agreed. Oil burns.", ("green",), "", {"green": "Text in green is agreed"}),
        ("Green: agreed. Green: new.", ("green",), "", {"green": "Green: agreed"}),
        # what the draft does not use needs no meaning
        ("Text in green is agreed.", ("plain",), "", {}),
        ("Text in green is agreed.", ("ground",), "", {}),
        ("Text in red is agreed.", ("green",), "", {}),
        # looks beside colours
        ("Underlined text is new.", ("underline",), "", {"underline": "Underlined text is new"}),
        ("Underlined text is new.", ("green",), "", {}),
        ("Text struck through goes.", ("strike",), "", {"strike": "Text struck through goes"}),
        ("Text struck through goes.", ("underline",), "", {}),
        ("Underlined: new; green: agreed", ("green", "underline"), "",
         {"underline": "Underlined: new", "green": "green: agreed"}),
        # a sentence of at most 240 characters
        ("Text in green is " + "x" * 223, ("green",), "", {"green": "Text in green is " + "x" * 223}),
        ("Text in green is " + "x" * 224, ("green",), "", {}),
        # what the reader says, whatever the draft prints or uses
        ("", ("plain",), "green = agreed", {"green": "agreed"}),
        ("", ("plain",), " green = agreed ; ; strike = gone = for good;", {"green": "agreed", "strike": "gone = for good"}),
        ("Green: agreed", ("green", "ground"), "green = new", {"green": "new"}),
    ],
)  # fmt: skip
def test_what_colours_and_looks_mean(
    words: str, looks: tuple[str, ...], given: str, expected: dict[str, str]
) -> None:
    found = legend_of(blocks(words, *looks), given)
    assert {name: meaning.says for name, meaning in found.items()} == expected
    assert {meaning.printed for meaning in found.values()} <= {not given}


@pytest.mark.parametrize("given", ["green", "green =", "= agreed", "mauve = agreed", "green = new; blue"])
def test_what_says_nothing_of_a_colour_is_refused(given: str) -> None:
    with pytest.raises(SettingsError, match="the legend says nothing of a colour"):
        legend_of(blocks("", "green"), given)


@pytest.mark.parametrize(
    ("runs", "explained", "said"),
    [
        ([Run("two lamps", colour="green")], "", ["2 words are printed in green"]),
        ([Run("two lamps", colour="green"), Run("oil", colour="green")], "", ["3 words are printed in green"]),
        ([Run("two lamps", ground="green"), Run("oil", colour="green")], "",
         ["2 words are marked in green", "1 words are printed in green"]),
        ([Run("oil", colour="red", ground="blue")], "", ["1 words are marked in blue", "1 words are printed in red"]),
        ([Run("oil", colour="red", ground="blue")], "red", ["1 words are marked in blue"]),
        ([Run("oil", colour="red")], "red", []),
        ([Run("  ", colour="red"), Run("oil")], "", []),
        ([Run("1", colour="red", note="1")], "", []),
    ],
)  # fmt: skip
def test_colours_that_nothing_explains(runs: list[Run], explained: str, said: list[str]) -> None:
    legend = {explained: Meaning("agreed", printed=True)} if explained else {}
    found = list(unexplained([Block(0, tuple(runs))], legend))
    assert [each.message for each in found] == [
        f"{begin}, and the draft does not say what that means" for begin in said
    ]
    assert {(each.code, each.severity) for each in found} <= {("colour_unexplained", "info")}


@pytest.mark.parametrize(
    ("kind", "colour", "says"),
    [
        ("colour", "green", {"says": "agreed", "legend": "printed"}),
        ("colour", "blue", {"says": "bridge", "legend": "given"}),
        ("colour", "red", {}),
        ("strike", "", {"says": "gone", "legend": "printed"}),
        ("underline", "", {}),
        ("status", "", {}),
    ],
)
def test_marks_say_what_the_legend_says(kind: str, colour: str, says: dict[str, str]) -> None:
    own = {"colour": colour} if colour else {}
    mark = Mark(kind, 0, 3, tuple(own.items()))  # type: ignore[arg-type]
    inner = Provision("art_1__para_1", "paragraph", "1", text="oil", marks=(mark,))
    outer = Provision("art_1", "article", "1", marks=(mark,), children=(inner,))
    legend = {
        "green": Meaning("agreed", printed=True),
        "blue": Meaning("bridge", printed=False),
        "strike": Meaning("gone", printed=True),
        "status": Meaning("never", printed=True),
    }
    (article,) = with_meanings([Instrument(1, True, "", None, provisions=(outer,))], legend)[0].provisions
    for node in article.walk():
        assert [dict(each.attrs) for each in node.marks] == [own | says]


def test_without_a_legend_nothing_is_said() -> None:
    instrument = Instrument(1, True, "", None, provisions=(Provision("art_1", "article", "1"),))
    assert with_meanings([instrument], {}) == (instrument,)
