"""Where a reference leads for a reader who stands in a provision, and what can be said where it leads nowhere."""

from __future__ import annotations

from functools import cache

import pytest

from tests.structure.drafting import draft_of
from treatydiff.structure.addresses.answering import read_otherwise
from treatydiff.structure.addresses.targets import Targets

TEXT = (
    "CONVENTION ON LAMPS\n\nThe States Parties,\n\nMindful of the sea,\n\nHave agreed as follows:\n\n"
    "PART I\n\nLAMPS\n\nCHAPTER 1\n\nOIL\n\nArticle 1\n\nKeepers\n\n1. Keepers light the lamps.\n\n"
    "2. Keepers shall:\n\n(a) buy oil;\n\n(b) pay:\n\n(i) the helper;\n\n(ii) the boat.\n\n3. Lamps burn.\n\n"
    "Article 2\n\nBoats\n\nBoats are kept.\n\nBoats are painted.\n\n"
    "CHAPTER 2\n\nFOG\n\nArticle 3\n\nHorns\n\n2. Horns sound.\n\n3. Horns rest.\n\n"
    "PART V\n\nICE\n\nArticle 4\n\nIce\n\nIce is broken:\n\n(a) by boat;\n\n(b) by hand.\n\n"
    "Article 5\n\nSnow\n\nSnow falls.\n\nSnow melts.\n\nSnow stays.\n\n"
    "Article 6\n\nSand\n\nSand is:\n\n(a) dry:\n\n(i) red;\n\n(ii) blue;\n\n(b) wet.\n\n"
    "Article 7\n\nFog\n\n1. Fog is:\n\n(i) far;\n\n(ii) near.\n\n2. Fog lifts.\n\n"
    "ANNEX I\n\nLISTS\n\n1. Rowing boats.\n\n2. Sailing boats.\n\n"
    "ANNEX II\n\nRULES\n\nArticle 9\n\nSand\n\n1. Sand is kept.\n\n2. Sand is spread.\n\n"
    "Article 4\n\nRoads\n\n1. Roads are wide.\n\n2. Roads are straight.\n"
)
POINT, LETTER, RECITAL = "art_1__para_2__subpara_b__point_i", "art_1__para_2__subpara_a", "preamble__rec_1"


@cache
def targets() -> Targets:
    return Targets(draft_of(TEXT))


def steps(words: str) -> list[tuple[str, str]]:
    """ "article 1, paragraph 2" as steps."""
    return [(kind, number) for kind, number in (step.split() for step in words.split(", "))]


@pytest.mark.parametrize(
    ("here", "words", "found"),
    [
        # an article, wherever the reader stands; that of an annex where no other bears its number
        (RECITAL, "article 2", ["art_2"]),
        ("art_1__para_1", "rule 2", ["art_2"]),
        ("art_1__para_1", "article 9", ["annex_II__art_9"]),
        ("annex_II__art_9__para_1", "article 9, paragraph 2", ["annex_II__art_9__para_2"]),
        ("art_1__para_1", "annex II, article 9", ["annex_II__art_9"]),
        ("art_1__para_1", "article 4", ["art_4"]),
        ("annex_II__art_9__para_1", "article 4", ["annex_II__art_4"]),
        ("art_1__para_1", "article 4, paragraph 2", ["annex_II__art_4__para_2"]),
        ("art_1__para_1", "annex I, paragraph 2", ["annex_I__para_2"]),
        ("art_1__para_1", "article 1, paragraph 2, subparagraph a", [LETTER]),
        # paragraphs that bear no number are counted
        (RECITAL, "article 2, paragraph 2", ["art_2__para_u2"]),
        (RECITAL, "article 5, paragraph 3", ["art_5__para_u3"]),
        # a paragraph, letter or point is one of the reader's own article
        ("art_3__para_3", "paragraph 2", ["art_3__para_2"]),
        ("annex_I__para_1", "paragraph 2", ["annex_I__para_2"]),
        (POINT, "subparagraph a", [LETTER]),
        (POINT, "point ii", ["art_1__para_2__subpara_b__point_ii"]),
        ("art_4__subpara_a", "subparagraph b", ["art_4__subpara_b"]),
        # "this article", "this paragraph"
        (POINT, "article this, paragraph 3", ["art_1__para_3"]),
        (POINT, "paragraph this, subparagraph a", [LETTER]),
        ("art_4__subpara_b", "paragraph this, subparagraph a", ["art_4__subpara_a"]),
        # a chapter near by is no part where there are parts; without sections a section may be a chapter
        ("art_1__para_1", "part I", ["part_I"]),
        ("art_1__para_1", "part V", ["part_V"]),
        ("art_4__subpara_a", "chapter 2", ["part_I__chp_II"]),
        ("art_1__para_1", "section 2", ["part_I__chp_II"]),
        # numbers that hold several steps
        (RECITAL, "article 1.2", ["art_1__para_2"]),
        (RECITAL, "article 1, paragraph 2a", [LETTER]),
        ("art_1__para_1", "paragraph 2a", [LETTER]),
        (RECITAL, "article 1, subparagraph a", [LETTER]),
        # a letter that hangs in another paragraph of the reader's article
        ("art_1__para_1", "paragraph 1, subparagraph a", [LETTER]),
        ("art_1__para_1", "paragraph this, subparagraph a", [LETTER]),
    ],
)  # fmt: skip
def test_where_a_reference_leads(here: str, words: str, found: list[str]) -> None:
    resolution = targets().resolve(steps(words), here)
    assert resolution is not None
    assert [node.id for node in resolution.found] == found
    assert resolution.missing is None
    assert not targets().unknowable(resolution, here)
    assert not targets().lost_labels(resolution, here)


@pytest.mark.parametrize(
    ("here", "words"),
    [
        (RECITAL, "article this"),
        (RECITAL, "article this, paragraph 2"),
        (RECITAL, "part this, article 1"),
        ("art_1__para_2", "article this"),
        ("art_1__para_2", "section this, article 1"),
        ("art_1__para_2", "article 1, paragraph this"),
        ("part_I", "paragraph this"),
    ],
)
def test_questions_that_have_no_answer(here: str, words: str) -> None:
    assert targets().resolve(steps(words), here) is None


@pytest.mark.parametrize(
    ("here", "words", "missing", "within", "unknowable", "lost"),
    [
        ("art_1__para_1", "article 12", "article 12", None, False, False),
        ("art_1__para_1", "annex I, article 9", "article 9", "annex_I", False, False),
        (RECITAL, "paragraph 2", "paragraph 2", None, False, False),
        (RECITAL, "article 2, paragraph 3", "paragraph 3", "art_2", False, False),
        (RECITAL, "article 1, paragraph 7", "paragraph 7", "art_1", False, False),
        (POINT, "article 1, paragraph 2, subparagraph c", "subparagraph c", "art_1__para_2", False, False),
        # without a paragraph "this paragraph" is the outermost item, "this subparagraph" the innermost
        ("art_6__subpara_a__point_ii", "paragraph this, point x", "point x", "art_6__subpara_a", False, False),
        ("art_7__para_1__point_ii", "subparagraph this, point x", "point x", "art_7__para_1__point_ii", False, False),
        # the article's paragraphs do not count from one
        (RECITAL, "article 3, paragraph 1", "paragraph 1", "art_3", True, False),
        ("art_3__para_2", "subparagraph b", "subparagraph b", None, True, False),
        ("art_3__para_2", "paragraph this, subparagraph a", "subparagraph a", "art_3__para_2", True, False),
        # three clauses without a label: letters may have been lost; of two nobody would say so
        (RECITAL, "article 5, subparagraph b", "subparagraph b", "art_5", False, True),
        ("art_5__para_u1", "subparagraph b", "subparagraph b", None, False, True),
        (RECITAL, "article 2, subparagraph b", "subparagraph b", "art_2", False, False),
        (RECITAL, "article 5, paragraph 4", "paragraph 4", "art_5", False, False),
        # parts I and V are there: others were not read; chapters 1 and 2 are all
        (RECITAL, "part II", "part II", None, True, False),
        (RECITAL, "chapter 3", "chapter 3", None, False, False),
        # nothing bears decimal numbers, and article 3 has no paragraph 1 to count from
        (RECITAL, "article 1.9", "paragraph 9", "art_1", False, False),
        (RECITAL, "article 8.1", "article 8.1", None, True, False),
    ],
)  # fmt: skip
def test_references_that_lead_nowhere(
    here: str, words: str, missing: str, within: str | None, unknowable: bool, lost: bool
) -> None:
    resolution = targets().resolve(steps(words), here)
    assert resolution is not None
    assert resolution.found == ()
    assert resolution.missing == tuple(missing.split())
    assert (resolution.within.id if resolution.within else None) == within
    assert targets().unknowable(resolution, here) is unknowable
    assert targets().lost_labels(resolution, here) is lost


def test_what_a_draft_holds() -> None:
    assert targets().annexes == 2
    held = {kind: targets().has_kind(kind, "art_1") for kind in ("annex", "part", "point", "section", "rule")}
    assert held == {"annex": True, "part": True, "point": True, "section": False, "rule": False}


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("article 9", []),
        ("article 9.1", ["article 9, paragraph 1", "article 9, paragraph 1"]),
        ("rule 9.1", ["rule 9, paragraph 1", "rule 9, paragraph 1"]),
        ("article 9.5.4", ["article 9.5, paragraph 4", "article 9, paragraph 5, subparagraph 4"]),
        ("article 9.5.4.2", ["article 9.5.4, paragraph 2", "article 9, paragraph 5, subparagraph 4, point 2"]),
        ("article 9.5.4.2.1", ["article 9.5.4.2, paragraph 1",
                               "article 9, paragraph 5, subparagraph 4, point 2, point 1"]),
        ("paragraph 9.1", []),
        ("paragraph 2a", ["paragraph 2, subparagraph a"]),
        ("article 2a", ["article 2, paragraph a"]),
        ("subparagraph 2a", []),
        ("article 1, paragraph 2a, point i", ["article 1, paragraph 2, subparagraph a, point i"]),
        ("annex I, article 9.1, point i", ["annex I, article 9, paragraph 1, point i"] * 2),
    ],
)  # fmt: skip
def test_numbers_that_hold_several_steps(words: str, others: list[str]) -> None:
    assert list(read_otherwise(steps(words))) == [steps(other) for other in others]
