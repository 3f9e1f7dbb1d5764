"""Substitutions that recur: from how many places on, how long, and with which words around them."""

from __future__ import annotations

import pytest

from treatydiff.diff.edits import diff_texts
from treatydiff.diff.substitutions import recurring_substitutions
from treatydiff.model import ClauseDiff, Pairing


def found(*pairs: tuple[str, str], language: str = "en") -> list[tuple[str, str, int, tuple[str, ...]]]:
    rows = [
        [ClauseDiff(Pairing((f"a{n}",), (f"b{n}",), "amended"), diff_texts(a, b, language))]
        for n, (a, b) in enumerate(pairs)
    ]
    return [(each.old, each.new, each.count, each.places) for each in recurring_substitutions(rows, language)]


ONE = ("Keepers of the Lamp Charter rest.", "Keepers of the Harbour Treaty rest.")
TWO = ("Under the Lamp Charter, oil burns.", "Under the Harbour Treaty, oil burns.")
THREE = ("No one reads the Lamp Charter at sea.", "No one reads the Harbour Treaty at sea.")
LONG = "one two three four five six seven eight nine ten eleven twelve"


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ((ONE, TWO, THREE), [("the Lamp Charter", "the Harbour Treaty", 3, ("b0", "b1", "b2"))]),
        ((ONE, TWO), []),
        ((ONE, ONE, ONE), [("of the Lamp Charter rest", "of the Harbour Treaty rest", 3, ("b0", "b1", "b2"))]),
        # words of the grammar alone are no terms, but modals are
        ((("a lamp", "the lamp"), ("a well", "the well"), ("a ship", "the ship")), []),
        ((("lamps shall burn", "lamps may burn"), ("wells shall stay", "wells may stay"),
          ("ships shall go", "ships may go")), [("shall", "may", 3, ("b0", "b1", "b2"))]),
        # an insertion alone replaces nothing
        ((("lamps burn", "red lamps burn"),) * 3, []),
        # punctuation ends the words around it
        ((("oil, lamps", "oil, buoys"),) * 3, [("lamps", "buoys", 3, ("b0", "b1", "b2"))]),
        ((("lamps burn here", "buoys burn here"), ("lamps glow here", "buoys glow here"),
          ("lamps smoke here", "buoys smoke here")), [("lamps", "buoys", 3, ("b0", "b1", "b2"))]),
        ((("Red lamps burn", "Red buoys burn"), ("red lamps burn", "red buoys burn"), ("red lamps glow", "red buoys glow")),
         [("Red lamps", "Red buoys", 3, ("b0", "b1", "b2"))]),
        ((("lamps; oil", "buoys; oil"),) * 3, [("lamps", "buoys", 3, ("b0", "b1", "b2"))]),
    ],
)  # fmt: skip
def test_which_substitutions_recur(
    pairs: tuple[tuple[str, str], ...], expected: list[tuple[str, str, int, tuple[str, ...]]]
) -> None:
    assert found(*pairs) == expected


@pytest.mark.parametrize(("words", "told"), [(12, True), (13, False)])
def test_a_longer_change_is_a_rewording(words: int, told: bool) -> None:
    numbers = [chr(ord("a") + n) * 3 for n in range(words)]
    assert bool(found(*[("lamp", " ".join(numbers))] * 3)) is told


def test_the_frequent_come_first_and_the_others_by_their_letters() -> None:
    pairs = [
        *[(f"{x} wells {x}", f"{x} springs {x}") for x in ("aaa", "bbb", "ccc")],
        *[(f"{x} Boats {x}", f"{x} ships {x}") for x in ("aaa", "bbb", "ccc")],
        *[(f"{x} lamps {x}", f"{x} fires {x}") for x in ("aaa", "bbb", "ccc", "ddd")],
    ]
    assert [each[:3] for each in found(*pairs)] == [
        ("lamps", "fires", 4),
        ("Boats", "ships", 3),
        ("wells", "springs", 3),
    ]
