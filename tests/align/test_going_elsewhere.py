"""Clauses that went to another article, and articles that stand in others: at the very edges of the thresholds."""

from __future__ import annotations

import pytest

from tests.align.alignment_drafts import article, draft
from tests.align.test_splits import pair, words
from treatydiff.align import alone, crossings, reassembly
from treatydiff.align.clause_pairs import ClausePair, pair_clauses
from treatydiff.align.rows import Row
from treatydiff.align.sides import side_of
from treatydiff.align.similarity import MeasuredPairs, measure
from treatydiff.align.statements import stated_evidence
from treatydiff.model import Provision
from treatydiff.settings import Settings

SETTINGS = Settings()


def measured(a: tuple[Provision, ...], b: tuple[Provision, ...]) -> MeasuredPairs:
    return measure(side_of(draft(*a)), side_of(draft(*b)))


@pytest.mark.parametrize(
    ("cosine", "rest", "leads"),
    [(0.25, 0.15, True), (0.25, 0.0, True), (0.24, 0.0, False), (0.9, 0.79, True), (0.9, 0.81, False), (0.9, 0.9, False)],
)  # fmt: skip
def test_a_clause_leads_by_a_tenth(cosine: float, rest: float, leads: bool) -> None:
    assert crossings._leads(cosine, rest) is leads


@pytest.mark.parametrize(
    ("there", "settled", "gone"),
    [
        (words(12, "g"), ((), ()), [(1, 2)]),
        (words(11, "g"), ((), ()), []),  # too short
        (words(12, "g") + " " + words(9, "n"), ((), ()), [(1, 2)]),
        (words(12, "u"), ((), ()), []),
        (words(12, "g"), ((1,), ()), []),  # so much its partner's that it cannot have gone
        (words(12, "g"), ((), (2,)), []),
        ("[Deleted]", ((), ()), []),
    ],
)
def test_a_clause_has_gone_where_its_nearest_stands(there: str, settled, gone: list[tuple[int, int]]) -> None:
    drafts = measured(
        (article("1", "", words(20, "a"), words(12, "g")), article("2", "", words(20, "b"))),
        (article("1", "", words(20, "a")), article("2", "", words(20, "b")), article("3", "", there)),
    )
    rows = {0: 0, 1: 1}, {0: 0, 1: 1, 2: 2}
    assert crossings.crossing_clauses(drafts, *rows, settled) == gone


def test_a_clause_that_stands_in_two_articles_has_gone_to_neither() -> None:
    drafts = measured(
        (article("1", "", words(20, "a"), words(12, "g")),),
        (
            article("1", "", words(20, "a")),
            article("2", "", words(12, "g")),
            article("3", "", words(12, "g")),
        ),
    )
    assert crossings.crossing_clauses(drafts, {0: 0}, {0: 0, 1: 1, 2: 2}, ((), ())) == []
    whole = {0: 0}, {0: 0, 1: 0, 2: 0}
    assert crossings.crossing_clauses(drafts, *whole, ((), ())) == []


@pytest.mark.parametrize(
    ("a", "b", "across", "pairs"),
    [
        # Paragraphs of an article in either draft; pairs by place.
        (("g12",), ("g12",), True, [(0, 0)]),
        (("g12", "h12"), ("h12", "g12"), True, [(0, 1), (1, 0)]),
        (("g12",), ("h12",), True, []),
        # Eight of 28 words in one run are a pair, two are none, unless both are short and the only ones.
        (("g8 h20",), ("g8 k20",), True, [(0, 0)]),
        (("g2 h24",), ("g2 k24",), True, []),
        (("g2 h23",), ("g2 k23",), True, [(0, 0)]),
        (("g2 h23", "m20"), ("g2 k23", "n20"), True, []),
        (("h23",), ("k23",), True, []),
    ],
)
def test_which_paragraphs_of_an_article_are_pairs(a, b, across: bool, pairs) -> None:
    first, second = (article("1", "", *map(phrase, texts)) for texts in (a, b))
    found = pair_clauses(measured((first,), (second,)), (ROW,), SETTINGS, across=across)
    assert [(each.a, each.b) for each in found[0]] == sorted(pairs, key=lambda each: each[1])


@pytest.mark.parametrize(
    ("a", "b", "pairs"),
    [
        # Two are alike: the one that stands before the same paragraph is it.
        (("t8 u6", "g20"), ("t8 v6", "k20", "t8 w6", "g20"), {(0, 2), (1, 3)}),
        (("g20", "t8 u6"), ("t8 v6", "k20", "g20", "t8 w6"), {(0, 2), (1, 3)}),
        # But what is clearly more alike is it wherever it stands.
        (("t14", "g20"), ("t12 v2", "k20", "t6 w8", "g20"), {(0, 0), (1, 3)}),
    ],
)
def test_neighbours_decide_between_paragraphs_that_are_alike(a, b, pairs: set[tuple[int, int]]) -> None:
    first, second = (article("1", "", *map(phrase, texts)) for texts in (a, b))
    found = pair_clauses(measured((first,), (second,)), (ROW,), SETTINGS)
    assert {(each.a, each.b) for each in found[0]} == pairs


def test_the_same_paragraphs_are_wholly_alike() -> None:
    one = article("1", "", phrase("g12"), phrase("h12"))
    found = pair_clauses(measured((one,), (one,)), (ROW,), SETTINGS)
    assert [each.similarity for each in found[0]] == [1.0, 1.0]


def test_a_paragraph_that_stands_in_two_other_articles_word_for_word_went_to_the_first() -> None:
    drafts = measured(
        (article("1", "", phrase("a20"), phrase("g12")),),
        (
            article("1", "", phrase("a20")),
            article("2", "", phrase("b20"), phrase("g12")),
            article("3", "", phrase("c20"), phrase("g12")),
        ),
    )
    found = pair_clauses(drafts, (ROW, Row((), (1,)), Row((), (2,))), SETTINGS)
    assert [[(each.a, each.b) for each in row] for row in found] == [[(0, 0)], [(1, 2)], []]


def test_of_two_paragraphs_that_come_near_the_nearer_has_gone() -> None:
    drafts = measured(
        (article("1", "", phrase("g12 n8")), article("2", "", phrase("g12 n1"))),
        (article("1", "", phrase("g12")), article("2", "")),
    )
    assert crossings.crossing_clauses(drafts, {0: 0, 1: 1}, {0: 2, 1: 3}, ((), ())) == [(1, 0)]


def test_nothing_goes_into_a_draft_without_words() -> None:
    drafts = measured((article("1", "", phrase("g12")),), (article("1", "Lamps"),))
    assert [len(side.clauses) for side in (drafts.a, drafts.b)] in ([1, 0], [1, 1])
    assert crossings.crossing_clauses(drafts, {0: 0}, {0: 1}, ((), ())) == []


def phrase(short: str) -> str:
    """ "g6 h14" is six words of one voice and fourteen of another."""
    return " ".join(words(int(part[1:]), part[0]) for part in short.split())


ROW = Row((0,), (0,), (pair(0, 0, 1.0),))


@pytest.mark.parametrize(
    ("gone", "come", "across", "went"),
    [
        ("g12", "g12", True, True),
        ("g12", "g12", False, False),  # between different instruments nothing is looked for elsewhere
        ("g11", "g11", True, True),  # short, but word for word
        ("g5", "g5", True, True),
        ("g4", "g4", True, False),
        ("g11", "g10", True, False),
        ("g20", "g18 h2", True, True),
        ("g20", "h20", True, False),
    ],
)
def test_a_paragraph_is_looked_for_in_other_articles(gone: str, come: str, across: bool, went: bool) -> None:
    drafts = measured(
        (article("1", "", phrase("a20"), phrase(gone)),),
        (article("1", "", phrase("a20")), article("2", "", phrase("b20"), phrase(come))),
    )
    found = pair_clauses(drafts, (ROW, Row((), (1,))), SETTINGS, across=across)
    assert [(each.a, each.b) for each in found[0]] == [(0, 0)]
    assert [(each.a, each.b) for each in found[1]] == ([(1, 2)] if went else [])


@pytest.mark.parametrize(
    ("a", "b", "more_in", "places", "further"),
    [
        # Articles of one paragraph each; which draft has the clause in more places, in how many, and the links.
        (("g12",), ("g12",), "", 0, ()),
        (("g12",), ("g12", "g12"), "B", 2, ((0, 1),)),
        (("g11",), ("g11", "g11"), "", 0, ()),
        (("g12", "g12"), ("g12",), "A", 2, ((1, 0),)),
        (("g12",), ("h12", "h12"), "", 0, ()),
        (("g12", "g12"), ("h12",), "", 0, ()),
        (("g12",), ("g12", "g12", "g12"), "B", 3, ((0, 1), (0, 2))),
        (("g12", "g12", "g12"), ("g12",), "A", 3, ((1, 0), (2, 0))),
        # Two places for three: a formula, which links nothing.
        (("g12", "g12"), ("g12", "g12", "g12"), "B", 3, ()),
        (("g12", "g12", "g12"), ("g12", "g12"), "A", 3, ()),
    ],
)
def test_what_is_said_of_clauses_in_several_articles(a, b, more_in, places, further) -> None:
    drafts = measured(*(
        tuple(article(str(n), "", phrase(text)) for n, text in enumerate(texts, 1)) for texts in (a, b)
    ))  # fmt: skip
    same = min(len(a), len(b)) if a[0] == b[0] else 0
    clauses = tuple((ClausePair(n, n, 1.0),) for n in range(same))
    found = alone.copied_clauses(drafts, clauses)
    for told, side, kind in ((found.of_a, "A", "repeated"), (found.of_b, "B", "copies")):
        wanted = (kind, "art_1__para_u1", places)
        assert {at: (each.kind, each.text, each.value) for at, each in told.items()} == (
            dict.fromkeys(range(places), wanted) if more_in == side else {}
        )
    assert found.places == further


@pytest.mark.parametrize(
    ("new", "old", "nearest"),
    [
        # What a new article says, and how much of it each old one holds.
        ("g40", ("g40", "h40"), [("art_1", 1.0)]),
        ("g40", ("k40", "g40"), [("art_2", 1.0)]),
        ("g12 n28", ("g40", "h40"), [("art_1", 0.28)]),
        ("g10 n30", ("g40", "h40"), []),
        ("g20 h20", ("g40", "h40"), [("art_1", 0.49), ("art_2", 0.49)]),
        ("g20 h12 n8", ("g40", "h40"), [("art_1", 0.49), ("art_2", 0.28)]),
        ("g12 h20 n8", ("g40", "h40"), [("art_2", 0.49), ("art_1", 0.28)]),
        ("g20 h11 n9", ("g40", "h40"), [("art_1", 0.49)]),  # eleven words are no clause
        ("g21 h17 n42", ("g40", "h40"), [("art_1", 0.25)]),  # not half together
        ("g11 n30", ("g40", "h40"), [("art_1", 0.25)]),  # a quarter, just
        ("g30 h12 n14", ("g40", "h40"), [("art_1", 0.527), ("art_2", 0.2)]),  # a fifth, just
    ],
)
def test_where_the_words_of_a_lone_article_stand(new: str, old, nearest) -> None:
    olds = tuple(article(str(n), "", phrase(text)) for n, text in enumerate(old, 1))
    drafts = measured(olds, (article("9", "", phrase(new)),))
    rows = (*(Row((n,), ()) for n in range(len(olds))), Row((), (0,)))
    said = alone.lone_evidence(drafts, rows).get(len(olds), ())
    assert [(each.kind, each.text) for each in said] == [("nearest", home) for home, _ in nearest]
    assert [each.value for each in said] == pytest.approx([share for _, share in nearest], abs=0.01)


def test_a_placeholder_has_no_source() -> None:
    drafts = measured((article("1", "", phrase("g40")),), (article("1", "", "[Deleted]"),))
    assert 1 not in alone.lone_evidence(drafts, (Row((0,), ()), Row((), (0,))))


@pytest.mark.parametrize(
    ("half", "kept", "found"),
    [
        # A free article of words g; the paired home keeps words k and lost those of the free one.
        ("g25", ("k30", "g25"), {(0, 0): 25}),
        ("g24", ("k30", "g24"), {}),  # too short
        ("g30", ("k30", "g18"), {(0, 0): 18}),
        ("g30", ("k30", "g17"), {}),  # much shorter than the free one
        ("g30", ("k30", "g30 n12"), {(0, 0): 42}),
        ("g30", ("k30", "g30 n13"), {}),  # much longer
        ("g30", ("k30", "n30"), {}),
        ("g4 n26", ("k30", "g30"), {}),  # an eighth of it is not there
        ("g10 n20", ("k30", "g10 m20"), {(0, 0): 30}),
        ("g8 n22", ("k30", "g8 m22"), {}),  # too little of it comes back
    ],
)
def test_an_article_is_known_by_what_another_lost(half: str, kept: tuple[str, ...], found) -> None:
    drafts = measured(
        (article("2", "", phrase(half)), article("1", "", phrase("k30"))),
        (article("1", "", *map(phrase, kept)),),
    )
    here, there = drafts.held_in_b, drafts.held_in_a
    assert reassembly.reassembled(here, there, {1}, {0: 1}) == found
    assert reassembly.reassembled(here, there, {0, 1}, {0: 1}) == {}


@pytest.mark.parametrize(
    ("own", "homes"),
    [
        ("k30 g25", (("k30", "g25"),)),  # its partner has those words as well: they were copied
        ("k30", (("k30", "g25"), ("l30", "g25"))),  # two articles lost them
    ],
)
def test_an_article_is_not_known_by_what_others_have_too(own: str, homes) -> None:
    drafts = measured(
        (article("2", "", phrase("g25")), article("1", "", *map(phrase, own.split()))),
        tuple(article(str(n), "", *map(phrase, texts)) for n, texts in enumerate(homes, 1)),
    )
    here, there = drafts.held_in_b, drafts.held_in_a
    assert reassembly.reassembled(here, there, {1}, {0: 1}) == {}


def test_every_free_article_is_looked_at() -> None:
    drafts = measured(
        (
            article("2", "", phrase("g30")),
            article("3", "", phrase("h30")),
            article("1", "", phrase("k30")),
            article("4", "", phrase("l30")),
        ),
        (article("1", "", phrase("g30")), article("4", "", phrase("l30"), phrase("h30"))),
    )
    here, there = drafts.held_in_b, drafts.held_in_a
    assert reassembly.reassembled(here, there, {2, 3}, {0: 2, 1: 3}) == {(1, 1): 30}


def test_an_article_is_not_known_by_the_whole_of_another() -> None:
    drafts = measured(
        (article("2", "", phrase("g30")), article("1", "", phrase("k30"))), (article("1", "", phrase("g30")),)
    )
    here, there = drafts.held_in_b, drafts.held_in_a
    assert reassembly.reassembled(here, there, {1}, {0: 1}) == {}
    assert reassembly.reassembled(here, there, {1}, {}) == {(0, 0): 30}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (("Gulls nest.",), ("Gulls nest.",), {}),
        (("Gulls nest.",), ("[Moved as article 2]",), {0: ["art_1: [Moved as article 2]"]}),
        (("Gulls nest. [Moved from article 7]",), ("Gulls nest.",), {0: ["Moved from article 7"]}),
        (("Gulls nest.",), ("Gulls nest. {Merged with article 7}",), {0: ["Merged with article 7"]}),
        (("Gulls nest. [Moved]",), ("Gulls nest.",), {}),  # it names no article
        (("Gulls nest. [to be agreed in article 7]",), ("Gulls nest.",), {}),
    ],
)
def test_what_drafts_say_of_their_own_articles(before, after, said: dict[int, list[str]]) -> None:
    a, b = (
        side_of(draft(*(article(str(n), "", t) for n, t in enumerate(each, 1)))) for each in (before, after)
    )
    found = stated_evidence(a, b, (Row((0,), (0,)),))
    assert {index: [each.text for each in those] for index, those in found.items()} == said


MOVED = "[Moved as article 2]"


@pytest.mark.parametrize(
    ("a", "b", "rows", "said_on"),
    [
        # In the later draft it speaks of itself, of the article it names, and of A's article of its number.
        (("Gulls.", "Crabs."), (MOVED, "Gulls."), (((0,), (1,)), ((), (0,)), ((1,), ())), {0, 1}),
        # In the earlier one not of the later one's article of its number.
        ((MOVED, "Gulls."), ("Crabs.", "Gulls."), (((0,), ()), ((1,), (1,)), ((), (0,))), {0, 1}),
        # One that comes behind others speaks too.
        (("Gulls.", "Crabs.", "Eels."), ("Crabs.", "Eels.", MOVED),
         (((0,), ()), ((1,), (0,)), ((2,), (1,)), ((), (2,))), {2, 3}),
    ],
)  # fmt: skip
def test_what_a_placeholder_speaks_of(a, b, rows, said_on: set[int]) -> None:
    first, second = (
        side_of(draft(*(article(str(n), "", t) for n, t in enumerate(each, 1)))) for each in (a, b)
    )
    assert set(stated_evidence(first, second, tuple(Row(*row) for row in rows))) == said_on
