"""Footnotes left at the feet of the pages of a plain text."""

from __future__ import annotations

import pytest

from treatydiff.model import SourceText
from treatydiff.reading.reader import read_bytes
from treatydiff.settings import Settings

FIRST = "Article 1\n\nThe Parties{call} shall keep their lamps lit from dusk to dawn.\n{own}\nThey shall mend them.\n\n"
SECOND = "Article 2\n\nThe Parties shall meet in the spring.\n"


def paged(first: str) -> SourceText:
    """A text of two pages, parted by a form feed."""
    return read_bytes(f"{first}\f{SECOND}".encode(), "draft.txt", Settings())


@pytest.mark.parametrize("row", ["", "____________\n"])
@pytest.mark.parametrize("label", ["1 ", "1. ", "1/ "])
@pytest.mark.parametrize(("call", "own"), [("1", ""), ("¹", ""), ("", "1\n")])
def test_a_note_that_is_called_on_its_page(call: str, own: str, label: str, row: str) -> None:
    note = f"{row}{label}Lamps of the coast only,\nas the Committee decided.\n"
    found = paged(FIRST.format(call=call, own=own) + note)
    assert [(each.label, each.text, each.page) for each in found.notes] == [
        ("1", "Lamps of the coast only, as the Committee decided.", 1)
    ]
    assert [run.note for block in found.blocks for run in block.runs if run.note] == ["1"]
    assert [block.text for block in found.blocks][-2:] == SECOND.strip().split("\n\n")
    assert [piece.rule for piece in found.furniture] == (["note_rule"] if row else [])


def test_several_notes_count_up() -> None:
    text = "Article 1\n\nThe Parties1 keep lamps,2 all of them.\n\n1 States only.\n2 Oil lamps.\n"
    assert [(note.label, note.text) for note in paged(text).notes] == [
        ("1", "States only."),
        ("2", "Oil lamps."),
    ]


@pytest.mark.parametrize(
    "foot",
    [
        "1 The Parties shall meet.\n",  # nothing calls it: a paragraph without a stop
        "2 The Parties shall count CO2 and 5 km2 of coast.\n",
    ],
)
def test_paragraphs_at_the_foot_of_a_page_stay(foot: str) -> None:
    found = paged(FIRST.format(call="", own="") + foot)
    assert found.notes == ()
    assert foot.strip() in [block.text for block in found.blocks]
