"""What is learned from parallel clauses, what of it a lexicon keeps, and which clauses are parallel."""

from __future__ import annotations

import gzip

import pytest

from tests.align.alignment_drafts import article, draft
from treatydiff.align.across.learning import LONGEST, learn
from treatydiff.align.across.lengths import by_length
from treatydiff.align.across.lexicon import (
    LEAST_WEIGHT,
    MOST,
    decode_lexicon,
    encode_lexicon,
    lexicon_of,
    shipped_lexicon,
)
from treatydiff.align.across.parallel import ParallelClause, parallel_clauses
from treatydiff.errors import ReferenceDataError


def _words(*said: str) -> tuple[tuple[str, str], ...]:
    """Terms with the words they were made of: a term is its first four letters."""
    return tuple((word[:4], word) for word in said)


@pytest.mark.parametrize(
    ("one", "other", "stretches"),
    [
        ([40], [40], ["0-1:0-1"]),
        ([40, 40], [40, 40, 40], ["0-1:0-1", "1-2:1-3"]),  # of two equal ways the first one
        ([40, 40, 40], [40, 40], ["0-1:0-1", "1-3:1-2"]),
        ([80, 40], [40, 40, 40], ["0-1:0-2", "1-2:2-3"]),
        ([40, 80], [40, 40, 40], ["0-1:0-1", "1-2:1-3"]),
        ([100, 2, 100, 100], [100, 100, 100], ["0-2:0-1", "2-3:1-2", "3-4:2-3"]),
        ([300, 9, 300], [300, 300], ["0-2:0-1", "2-3:1-2"]),
        ([10, 90, 20, 80], [80, 20, 90, 10], ["0-2:0-1", "2-3:1-2", "3-4:2-4"]),
        ([0], [0], ["0-1:0-1"]),
        ([100, 200, 300], [50, 100, 150], ["0-1:0-1", "1-2:1-2", "2-3:2-3"]),  # a language of fewer letters
        ([900], [10, 20], ["0-1:0-2"]),
    ],
)  # fmt: skip
def test_stretches_by_length(one: list[int], other: list[int], stretches: list[str]) -> None:
    found = [f"{a.start}-{a.stop}:{b.start}-{b.stop}" for a, b in by_length(one, other)]
    assert found == stretches


@pytest.mark.parametrize(
    ("one", "other", "learned"),
    [
        (["phare"], ["lighthouse"], True),
        ([], ["lighthouse"], False),
        (["phare"], [], False),
        ([f"t{n}" for n in range(LONGEST)], ["lighthouse"], True),
        ([f"t{n}" for n in range(LONGEST + 1)], ["lighthouse"], False),
        (["phare"], [f"t{n}" for n in range(LONGEST)], True),
        (["phare"], [f"t{n}" for n in range(LONGEST + 1)], False),
    ],
)
def test_clauses_from_which_something_is_learned(one: list[str], other: list[str], learned: bool) -> None:
    assert bool(learn([(one, other)] * 2)) is learned


def test_terms_that_stand_together_once_are_an_accident() -> None:
    assert [(each.term, each.english) for each in learn([(["mer"], ["sea"]), (["mer"], ["sea"])])] == [
        ("mer", "sea")
    ]
    assert learn([(["mer"], ["sea"])]) == []
    assert learn([(["mer", "mer"], ["sea", "sea"])]) == []  # in one clause, however often


def test_translations_stand_by_falling_weight() -> None:
    found = learn(
        [
            (["b"], ["y"]),
            (["b"], ["y"]),
            (["b"], ["x", "y"]),
            (["b"], ["x", "y"]),
            (["a"], ["y"]),
            (["a"], ["y"]),
        ]
    )
    assert [(each.term, each.english) for each in found] == [("a", "y"), ("b", "y"), ("b", "x")]
    assert [round(each.weight, 3) for each in found] == [0.65, 0.62, 0.577]


CLAUSES = [
    ParallelClause(_words("phare", "huile"), _words("lighthouse", "oil")),
    ParallelClause(_words("phares"), _words("lighthouses")),
    ParallelClause(_words("phares", "huile", "mer"), _words("lighthouses", "oil", "sea")),
    ParallelClause(_words("mer"), _words("sea")),
]


def test_a_lexicon_names_terms_by_the_words_they_were_mostly_made_of() -> None:
    lexicon = lexicon_of("fr", CLAUSES, iter(["lamps", "oils"]))
    assert (lexicon.language, lexicon.sources) == ("fr", ("lamps", "oils"))
    assert lexicon.words == {"huil": "huile", "mer": "mer", "phar": "phares"}
    assert lexicon.english == {"ligh": "lighthouses", "oil": "oil", "sea": "sea"}
    weights = {term: [(each.term, each.weight) for each in found] for term, found in lexicon.entries.items()}
    assert weights == {
        "huil": [("oil", 0.75), ("ligh", 0.18)], "phar": [("ligh", 0.86), ("oil", 0.18)], "mer": [("sea", 1.0)],
    }  # fmt: skip


def test_of_words_as_frequent_a_term_is_named_by_the_first_in_order() -> None:
    clauses = [
        ParallelClause(_words("phares"), _words("sea")),
        ParallelClause(_words("phare"), _words("sea")),
    ]
    assert lexicon_of("fr", clauses, ()).words == {"phar": "phare"}


def test_a_lexicon_keeps_five_translations_and_none_of_little_weight() -> None:
    many = [ParallelClause(_words("mer"), _words(*"abcdefgh"))] * 2
    found = lexicon_of("fr", many, ()).entries["mer"]
    assert [each.term for each in found] == list("abcde")
    assert len(found) == MOST
    wide = [ParallelClause(_words(*(f"t{n:02}" for n in range(30))), _words("sea"))] * 2
    assert lexicon_of("fr", wide, ()).entries["t00"][0].weight == pytest.approx(0.18)
    wider = [
        ParallelClause(_words(*(f"t{n:02}" for n in range(20))), _words(*(f"s{n:02}" for n in range(25))))
    ] * 2
    assert lexicon_of("fr", wider, ()).entries == {}  # one in twenty-two
    assert LEAST_WEIGHT == 0.05
    narrow = [
        ParallelClause(_words(*(f"t{n:02}" for n in range(19))), _words(*(f"s{n:02}" for n in range(19))))
    ] * 2
    assert len(lexicon_of("fr", narrow, ()).entries) == 19  # one in nineteen


def test_the_file_of_a_lexicon() -> None:
    lexicon = lexicon_of("fr", CLAUSES, ["lamps\tand oils"])
    data = encode_lexicon(lexicon)
    assert gzip.decompress(data).decode().splitlines() == [
        "# treatydiff lexicon 1", "# language\tfr", "# source\tlamps\tand oils",
        "huil\thuile\toil\toil\t75\tligh\tlighthouses\t18", "mer\tmer\tsea\tsea\t100",
        "phar\tphares\tligh\tlighthouses\t86\toil\toil\t18",
    ]  # fmt: skip
    assert decode_lexicon(data, where="own") == lexicon


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "it does not begin as a lexicon does"), ("# treatydiff lexicon 2\n", "it does not begin"),
        ("# treatydiff lexicon 1\nhuil\thuile\toil\toil\tmuch\n", "invalid literal"),
        ("# treatydiff lexicon 1\nhuil\n", "not enough values"),
    ],
)  # fmt: skip
def test_what_is_no_lexicon(text: str, fault: str) -> None:
    with pytest.raises(ReferenceDataError, match=fault):
        decode_lexicon(gzip.compress(text.encode()), where="own")


def test_english_needs_no_lexicon() -> None:
    assert shipped_lexicon("en") is None
    with pytest.raises(ReferenceDataError, match="cannot be read"):
        shipped_lexicon("de")


# --- parallel clauses --------------------------------------------------------------------------------


def _parallel(
    french: tuple[str, ...], english: tuple[str, ...], headings: tuple[str, str] = ("", "")
) -> list[str]:
    found = parallel_clauses(
        draft(article("1", headings[0], *french), language="fr"), draft(article("1", headings[1], *english))
    )
    return [f"{' '.join(w for _, w in each.one)} = {' '.join(w for _, w in each.two)}" for each in found]


LIGHT = ("Phares éclairent côtes.", "Lighthouses shine coasts.")
OIL = ("Gardiens brûlent huile.", "Keepers burn oil.")
ROPE = ("Marins nouent cordes.", "Sailors knot ropes.")


@pytest.mark.parametrize(
    ("french", "english", "found"),
    [
        ((LIGHT[0],), (LIGHT[1],), ["phares éclairent côtes = lighthouses shine coasts"]),
        ((LIGHT[0], OIL[0]), (LIGHT[1], OIL[1]),
         ["phares éclairent côtes = lighthouses shine coasts", "gardiens brûlent huile = keepers burn oil"]),
        # sentences go together by their lengths where paragraphs do not
        ((f"{LIGHT[0]} {OIL[0]}",), (LIGHT[1], OIL[1]),
         ["phares éclairent côtes = lighthouses shine coasts", "gardiens brûlent huile = keepers burn oil"]),
        # what is much longer than its counterpart is none
        ((LIGHT[0], OIL[0], LIGHT[0], OIL[0], ROPE[0]),
         (LIGHT[1], OIL[1], LIGHT[1], OIL[1], "Sailors knot ropes" + ", haul sails" * 6),
         ["phares éclairent côtes = lighthouses shine coasts", "gardiens brûlent huile = keepers burn oil"] * 2),
        # what is the same in both is no translation
        ((LIGHT[0], "Oslo Riga huile"), (LIGHT[1], "Oslo Riga oil"), ["phares éclairent côtes = lighthouses shine coasts"]),
        ((LIGHT[0], "Oslo huile mer"), (LIGHT[1], "Oslo oil sea"),
         ["phares éclairent côtes = lighthouses shine coasts", "oslo huile mer = oslo oil sea"]),
    ],
)  # fmt: skip
def test_clauses_in_the_same_place(
    french: tuple[str, ...], english: tuple[str, ...], found: list[str]
) -> None:
    assert _parallel(french, english) == found


@pytest.mark.parametrize(
    ("headings", "found"),
    [(("Phares", "Lighthouses"), ["phares = lighthouses"]), (("Phares", ""), []), (("", "Lighthouses"), [])],
)
def test_headings_are_parallel_where_both_bear_one(headings: tuple[str, str], found: list[str]) -> None:
    assert _parallel((LIGHT[0],), (LIGHT[1],), headings) == [
        *found, "phares éclairent côtes = lighthouses shine coasts",
    ]  # fmt: skip


def test_articles_of_another_number_are_not_parallel() -> None:
    french = draft(article("1", "", LIGHT[0]), article("2", "", OIL[0]), language="fr")
    assert len(parallel_clauses(french, draft(article("2", "", OIL[1]), article("3", "", LIGHT[1])))) == 1
    assert parallel_clauses(french, draft(article("7", "", OIL[1]))) == ()
