"""Sentences, brackets and options: which words are scored, and under which reading."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from tests.score.invented_drafts import make_alignment, make_draft
from treatydiff.model import Draft, Mark, Provision, Readings
from treatydiff.score.consonance import score_drafts
from treatydiff.score.draft_words import articles_outside_annexes, clause_words, draft_words
from treatydiff.score.readings import droppable, without
from treatydiff.score.reference import ReferenceTable
from treatydiff.settings import Settings

DUES = "ferries pay harbour dues"


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("Bees.", [0]),
        ("Bees swarm. Ferries sail.", [0, 0, 1, 1]),
        ("Bees swarm; ferries sail", [0, 0, 0, 0]),
        ("Bees (swarm.) Ferries sail!] Pilots? Keepers", [0, 0, 1, 1, 2, 3]),
        ("at 1.5 knots", [0, 0, 0]),
    ],
)
def test_sentences_of_a_clause(text: str, sentences: list[int]) -> None:
    assert clause_words(text, "en").sentence.tolist() == sentences


def test_words_know_where_they_stand() -> None:
    draft = make_draft({"1": ["Bees swarm. Bees rest.", "—", "Ferries sail."], "2": ["Pilots sleep."]})
    words = draft_words(draft)
    told = [
        f"{words.clauses[clause]} {words.units[unit]} {sentence} {key} {start}-{end}"
        for clause, unit, sentence, key, start, end in zip(
            words.row.clause, words.unit_of_tokens(), words.sentence, words.keys, words.starts, words.ends,
            strict=True,
        )
    ]  # fmt: skip
    assert told == [
        "art_1__para_1 art_1 0 bees 0-4",
        "art_1__para_1 art_1 0 swarm 5-10",
        "art_1__para_1 art_1 1 bees 12-16",
        "art_1__para_1 art_1 1 rest 17-21",
        "art_1__para_3 art_1 2 ferries 0-7",
        "art_1__para_3 art_1 2 sail 8-12",
        "art_2__para_1 art_2 3 pilots 0-6",
        "art_2__para_1 art_2 3 sleep 7-12",
    ]
    assert words.extent["art_1"] == (0, 3)
    assert words.extent["art_2"] == (3, 4)
    assert words.extent["art_2__para_1"] == (3, 4)


def with_brackets(draft: Draft, *, of: str = "whole", role: str | None = None) -> Draft:
    """The draft with a mark for every square bracket, numbered through the draft, none inside another."""
    count = iter(range(1, 99))

    def marked(node: Provision) -> Provision:
        marks, at = [], 0
        while (start := node.text.find("[", at)) >= 0:
            at = node.text.find("]", start) + 1 or len(node.text)
            attrs: dict[str, str | int] = {"depth": 1, "n": next(count), "part": of}
            if role is not None:
                attrs["role"] = role
            marks.append(Mark("bracket", start, at, tuple(attrs.items())))
        return dataclasses.replace(node, marks=tuple(marks), children=tuple(map(marked, node.children)))

    (instrument,) = draft.instruments
    provisions = tuple(map(marked, instrument.provisions))
    return dataclasses.replace(draft, instruments=(dataclasses.replace(instrument, provisions=provisions),))


def flagged(draft: Draft, flags: np.ndarray) -> str:
    return " ".join(
        f"[{key}]" if flag else key for key, flag in zip(draft_words(draft).keys, flags, strict=True)
    )


@pytest.mark.parametrize(
    ("text", "inside", "dropped"),
    [
        ("ferries [pay] dues", "ferries [pay] dues", "ferries [pay] dues"),
        ("[ferries] pay [dues]", "[ferries] pay [dues]", "[ferries] pay [dues]"),
        ("[ferries pay dues]", "[ferries] [pay] [dues]", "ferries pay dues"),  # a reserve is a position on it
        ("([ferries pay dues]);", "[ferries] [pay] [dues]", "ferries pay dues"),
        ("[ferries pay] dues", "[ferries] [pay] dues", "[ferries] [pay] dues"),
        ("ferries [pay dues]", "ferries [pay] [dues]", "ferries [pay] [dues]"),
        ("the ferr[y] pays", "the ferry pays", "the ferry pays"),  # a word partly inside is outside
        ("ferries pay", "ferries pay", "ferries pay"),
    ],
)
def test_words_inside_brackets_and_words_that_may_fall(text: str, inside: str, dropped: str) -> None:
    draft = with_brackets(make_draft({"1": [text]}))
    assert flagged(draft, draft_words(draft).bracketed) == inside
    assert flagged(draft, droppable(draft)) == dropped


def test_other_marks_are_no_brackets() -> None:
    draft = with_brackets(make_draft({"1": ["ferries [pay] dues"]}))

    def as_comment(node: Provision) -> Provision:
        marks = tuple(dataclasses.replace(mark, kind="comment") for mark in node.marks)
        return dataclasses.replace(node, marks=marks, children=tuple(map(as_comment, node.children)))

    (instrument,) = draft.instruments
    provisions = tuple(map(as_comment, instrument.provisions))
    plain = dataclasses.replace(draft, instruments=(dataclasses.replace(instrument, provisions=provisions),))
    assert not draft_words(plain).bracketed.any()
    assert not droppable(plain).any()


@pytest.mark.parametrize(
    ("part", "role", "dropped"),
    [
        pytest.param("whole", None, "ferries [pay] dues", id="told by where it stands"),
        pytest.param("unclosed", None, "ferries pay dues", id="one that nobody closed says nothing"),
        pytest.param("whole", "reserve", "ferries pay dues", id="told by the draft"),
        pytest.param("whole", "alternative", "ferries [pay] dues", id="told by the draft to be none"),
    ],
)
def test_which_brackets_may_fall(part: str, role: str | None, dropped: str) -> None:
    draft = with_brackets(make_draft({"1": ["ferries [pay] dues"]}), of=part, role=role)
    assert flagged(draft, droppable(draft)) == dropped


def test_a_bracket_over_two_paragraphs_is_a_reserve_only_if_both_its_ends_are_bounds() -> None:
    def over(first: str, second: str) -> Draft:
        draft = make_draft({"1": [first, second]})
        (article,) = draft.instruments[0].provisions
        opens, closes = first.index("["), second.index("]") + 1
        attrs = (("depth", 1), ("n", 1))
        children = (
            dataclasses.replace(article.children[0], marks=(Mark("bracket", opens, len(first), attrs),)),
            dataclasses.replace(article.children[1], marks=(Mark("bracket", 0, closes, attrs),)),
        )
        changed = dataclasses.replace(article, children=children)
        instrument = dataclasses.replace(draft.instruments[0], provisions=(changed,))
        return dataclasses.replace(draft, instruments=(instrument,))

    for first, second, dropped in (
        ("[ferries sail", "pilots rest]", "ferries sail pilots rest"),
        ("the [ferries sail", "pilots rest]", "the [ferries] [sail] [pilots] [rest]"),
        ("[ferries sail", "pilots] rest", "[ferries] [sail] [pilots] rest"),
    ):
        draft = over(first, second)
        assert flagged(draft, droppable(draft)) == dropped


def test_what_is_left_without_some_words() -> None:
    draft = make_draft({"1": ["Bees swarm. Ferries sail.", "Pilots sleep."]})
    words = draft_words(draft)
    left = without(words, np.array([False, True, False, False, True, True]))
    assert left.keys == ("bees", "ferries", "sail")
    assert left.row.lengths().tolist() == [3, 0]
    assert left.row.clause.tolist() == [0, 0, 0]
    assert left.row.numbers.tolist() == words.row.numbers[[0, 2, 3]].tolist()
    assert left.sentence.tolist() == [0, 1, 1]
    assert left.starts.tolist() == [0, 12, 20]
    assert left.ends.tolist() == [4, 19, 24]
    assert left.clauses == words.clauses


# --- options -------------------------------------------------------------------------------------


def option(number: str, text: str, *, behind: str = "") -> Provision:
    id_ = f"art_1__opt_{number}{behind}"
    children = (Provision(f"{id_}__para_u1", "paragraph", text=text),) if text else ()
    return Provision(id_, "option", number, children=children)


def readings(reference: ReferenceTable, *children: Provision) -> Readings:
    """Of an article with these parts, held against one that says what ferries pay."""
    plain = make_draft({"1": [DUES]})
    (instrument,) = plain.instruments
    article = Provision("art_1", "article", "1", children=children)
    a = dataclasses.replace(plain, instruments=(dataclasses.replace(instrument, provisions=(article,)),))
    rows = make_alignment(plain, plain, (["1"], ["1"]))
    (row,) = rows.units
    row = dataclasses.replace(
        row, pairing=dataclasses.replace(row.pairing, a=tuple(unit.id for unit in a.units()))
    )
    rows = dataclasses.replace(rows, units=(row,))
    return score_drafts(a, plain, rows, reference, Settings()).readings


OURS, OTHER, PARTLY = DUES, "bees swarm in every orchard", "ferries pay harbour fees"
TEXT = Provision("art_1__para_9", "paragraph", "9", text="pilots sleep")


@pytest.mark.parametrize(
    ("children", "chosen"),
    [
        pytest.param([option("1", OURS), option("2", OTHER)], ["1 not 2: 100 %"], id="the first"),
        pytest.param([option("1", OTHER), option("2", OURS)], ["2 not 1: 100 %"], id="the second"),
        pytest.param([option("1", OTHER), option("2", PARTLY), option("3", OURS)], ["3 not 1, 2: 100 %"],
                     id="the best of three"),
        pytest.param([option("1", OURS), option("2", OURS, behind="-2")], ["1 not 2-2: 100 %"], id="the first of equals"),
        pytest.param([option("1", ""), option("2", OTHER)], ["1 not 2: 0 %"], id="No text is an option too"),
        pytest.param([option("1", OURS)], [], id="one option is no choice"),
        pytest.param([option("1", OURS), option("2", OTHER), TEXT, option("1", OTHER, behind="-2"), option("2", OURS, behind="-2")],
                     ["1 not 2: 100 %", "2-2 not 1-2: 100 %"], id="two groups with text between"),
        pytest.param([option("1", OURS), option("2", OTHER), option("1", OTHER, behind="-2"), option("2", OURS, behind="-2")],
                     ["1 not 2: 100 %", "2-2 not 1-2: 100 %"], id="a number that returns begins a group"),
        pytest.param([TEXT], [], id="no options"),
    ],
)  # fmt: skip
def test_the_best_option_of_every_group(
    children: list[Provision], chosen: list[str], seven_treaties: ReferenceTable
) -> None:
    found = readings(seven_treaties, *children)
    assert [
        f"{each.chosen.removeprefix('art_1__opt_')} not "
        f"{', '.join(other.removeprefix('art_1__opt_') for other in each.others)}: {each.share or 0:.0%}".replace(
            "%", " %"
        )
        for each in found.options
    ] == chosen
    assert (found.best_options is None) == (not chosen)


def test_with_the_best_options_the_others_do_not_count(seven_treaties: ReferenceTable) -> None:
    best = readings(seven_treaties, option("1", OURS), option("2", OTHER), TEXT).best_options
    assert best is not None
    assert best.a.words == len(OURS.split()) + 2
    assert best.a.carried == pytest.approx(3 * 1.05 + 0.716667, abs=1e-5)


def test_articles_of_annexes_are_not_among_those_counted() -> None:
    draft = make_draft({"1": ["bees"], "2": ["pilots"]})
    (instrument,) = draft.instruments
    first, second = instrument.provisions
    annex = Provision("annex_I", "annex", "I", children=(second,))
    part = Provision("part_I", "part", "I", children=(first,))
    draft = dataclasses.replace(
        draft, instruments=(dataclasses.replace(instrument, provisions=(part, annex)),)
    )
    assert [article.id for article in articles_outside_annexes(draft)] == ["art_1"]
