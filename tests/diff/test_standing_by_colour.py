"""Text that a draft prints in a colour which its legend calls agreed, and what became of it."""

from __future__ import annotations

import pytest

from tests.reading.word_files import p, r, word_package
from treatydiff.align.align import align_drafts
from treatydiff.diff.diff_sheet import DiffSheet, diff_drafts
from treatydiff.model import Draft
from treatydiff.naming.colour_legends import standing_in_legend
from treatydiff.pipeline import read_draft_bytes
from treatydiff.settings import Settings

SETTINGS = Settings(language="en", isolate="never", reference="none")
LEGEND = "Text in green is agreed; text in blue is pending."
WHITE = ("1. Keepers may enter ships without right of search.", "")
GREEN, BLUE = "00B050", "0000FF"
SEARCH = "1. Keepers may enter ships without right of search."
OIL = "2. Keepers store the oil of the harbour in barrels and sell what is left of it in spring."


def draft(*paragraphs: list[tuple[str, str]], legend: str = LEGEND, given: str = "") -> Draft:
    body = [p(legend), p("Article 1"), p("Lanterns")]
    for runs in paragraphs:
        body.append(p(*(r(text, f'<w:color w:val="{colour}"/>' if colour else "") for text, colour in runs)))
    settings = Settings(language="en", isolate="never", reference="none", legend=given)
    return read_draft_bytes(word_package("".join(body)), "d.docx", settings, media_type="docx")


def sheet(a: Draft, b: Draft) -> DiffSheet:
    return diff_drafts(a, b, align_drafts(a, b, SETTINGS))


def one(text: str, colour: str = "") -> list[tuple[str, str]]:
    return [(text, colour)]


@pytest.mark.parametrize(
    ("legend", "colour", "standing"),
    [
        ("Text in green is agreed", "green", "agreed"),
        ("Green: agreed ad referendum", "green", "agreed ad referendum"),
        ("Green: agreed in informals", "green", "agreed in informals"),
        ("Text in yellow has been provisionally agreed", "yellow", "provisionally agreed"),
        ("Text in blue is not yet agreed", "blue", "not agreed"),
        ("agreed text is in green, pending text in blue", "blue", "pending"),
        ("agreed text is in green, pending text in blue", "green", "agreed"),
        ("green and blue text is agreed", "green", ""),  # cannot be told apart
        ("Text in red is a proposal of the facilitator", "red", ""),
        ("Text in purple is open", "purple", "pending"),
        ("Le texte en vert est convenu", "green", "agreed"),
        ("Le texte en bleu n'est pas encore convenu", "blue", "not agreed"),
        ("El texto en verde ha sido acordado", "green", "agreed"),
        ("Зелёным цветом выделен согласованный текст", "green", "agreed"),
        ("Синим цветом выделен несогласованный текст", "blue", "not agreed"),
        ("绿色文字为已商定案文", "green", "agreed"),
        ("蓝色文字尚未商定", "blue", "not agreed"),
        ("النص باللون الأخضر متفق عليه", "green", "agreed"),
    ],
)
def test_what_standing_a_legend_gives_to_a_colour(legend: str, colour: str, standing: str) -> None:
    assert standing_in_legend(legend, colour) == standing


def test_the_ledger_has_the_colour_and_the_words_of_the_legend() -> None:
    a = draft(one(SEARCH, GREEN), one(OIL, BLUE))
    held = [(each.provision, each.says, each.text) for each in sheet(a, a).standing[0]]
    assert held == [
        ("art_1__para_1", "agreed", "green: Text in green is agreed"),
        ("art_1__para_2", "pending", "blue: text in blue is pending"),
    ]


def test_a_colour_that_no_legend_explains_says_nothing() -> None:
    a = draft(one(SEARCH, GREEN), legend="Draft of spring.")
    assert sheet(a, a).standing == ((), ())


def test_the_reader_may_hand_a_legend_over() -> None:
    a = draft(one(SEARCH, GREEN), legend="Draft of spring.", given="green = agreed")
    assert [each.says for each in sheet(a, a).standing[0]] == ["agreed"]


OTHER = SEARCH.replace("right", "authority")
PART = [
    ("2. Keepers store the oil of the harbour in barrels", ""),
    (" and sell what is left of it in spring.", GREEN),
]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(one(SEARCH, GREEN), one(SEARCH, GREEN), [], id="as it was"),
        pytest.param(one(SEARCH, GREEN), one(OTHER, GREEN), [(True, False)], id="a word under the colour"),
        pytest.param(one(SEARCH, GREEN), one(SEARCH), [(False, True)], id="the colour lost"),
        pytest.param(one(SEARCH, GREEN), one(SEARCH, BLUE), [(False, True)], id="pending again"),
        pytest.param(one(SEARCH, GREEN), one(f"{SEARCH} [agreed]"), [], id="a printed mark for the colour"),
        pytest.param(one(f"{SEARCH} [agreed]"), one(SEARCH, GREEN), [], id="a colour for the printed mark"),
        pytest.param(one(SEARCH, BLUE), one(OTHER, BLUE), [], id="what was pending"),
        pytest.param(PART, PART, [], id="a part agreed, as it was"),
        pytest.param(PART, [("2. Keepers keep the oil of the harbour in jars", ""), PART[1]], [],
                     id="words beside the agreed part"),
        pytest.param(PART, [PART[0], (" and give away what is left of it in spring.", GREEN)], [(True, False)],
                     id="words in the agreed part"),
        pytest.param(PART, [PART[0], (PART[1][0], BLUE)], [(False, True)], id="the part no longer agreed"),
        pytest.param(PART, [PART[0], (" and sell what is left", GREEN), (" of it in spring.", "")], [(False, True)],
                     id="half of the part no longer agreed"),
        pytest.param(PART, [PART[0], (" and sell what is left of it in sprin", GREEN), ("g.", "")], [],
                     id="the colour short of one letter"),
    ],
)  # fmt: skip
def test_what_changed_in_text_printed_as_agreed(
    before: list[tuple[str, str]], after: list[tuple[str, str]], expected: list[tuple[bool, bool]]
) -> None:
    found = sheet(draft(before), draft(after)).agreed
    assert [(each.words, each.mark_lost) for each in found] == expected
