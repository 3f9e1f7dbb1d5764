"""Which article and which clause answers to which, in small drafts whose words are all known."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from tests.align.across.test_properties import SUBJECTS
from tests.align.alignment_drafts import article, draft
from treatydiff.align.across import clause_pairs
from treatydiff.align.across.align import align_across
from treatydiff.align.across.parallel import parallel_clauses
from treatydiff.align.across.sides import MeasuredAcross
from treatydiff.align.across.unit_pairs import _ahead
from treatydiff.model import Draft, Provision

MORE = (
    "weavers mend sails behind the western warehouse",
    "brewers taste malt inside every cellar",
    "masons carve stone above old gateways",
    "bakers sift flour at dawn beside ovens",
)
ALL = (*SUBJECTS, *MORE)


def numbered(*bodies: str) -> Draft:
    return draft(*(article(str(n), "", body) for n, body in enumerate(bodies, start=1)))


def rows(a: Draft, b: Draft) -> list[tuple[str, str, str]]:
    return [("+".join(row.a), "+".join(row.b), row.relation) for row in align_across(a, b, (None, None))]


def with_sixth(body: str) -> tuple[str, ...]:
    return (*ALL[:5], body, *ALL[6:])


@pytest.mark.parametrize(
    ("other", "filled"),
    [
        (with_sixth("nobody may whistle near hives or pour cold milk"), True),
        (with_sixth(" ".join(["nobody may whistle near hives or pour cold milk"] * 4)), False),  # far longer
        (("nobody may whistle near hives or pour cold milk", *ALL[1:]), True),  # at the beginning
        ((*ALL[:-1], "nobody may whistle near hives or pour cold milk"), True),  # at the end
        (("nobody may whistle near hives", "or pour cold milk on any hive", *ALL[2:]), False),  # two in a gap
    ],
)
def test_a_gap_between_pairs_in_step_is_filled_in_versions_of_one_text(
    other: tuple[str, ...], filled: bool
) -> None:
    found = rows(numbered(*ALL), numbered(*other))
    assert all(relation == "counterpart" for _, _, relation in found) is filled


def test_nothing_is_filled_in_drafts_that_have_more_of_their_own() -> None:
    other = (*ALL[:2], "nobody may whistle near hives or pour cold milk", *ALL[3:5])
    assert ("art_3", "", "no_counterpart") in rows(numbered(*ALL[:5]), numbered(*other))


def test_a_rule_that_an_annex_repeats_goes_by_its_neighbours() -> None:
    rule = (
        "any finding of ancient timber, coins, bones or pottery is told to the master of every harbour at once"
        " and in writing, who covers it with sand until scholars arrive from the museum of antiquities"
    )
    repeated = numbered(*ALL[:3], f"{rule} today soon", *ALL[3:6], f"{rule} ever")
    found = rows(repeated, numbered(*ALL[:3], rule, *ALL[3:6]))
    assert ("art_4", "art_4", "counterpart") in found
    assert ("art_8", "", "no_counterpart") in found


def test_how_far_a_score_is_ahead() -> None:
    ahead = _ahead(np.array([[0.9, 0.3], [0.88, 0.7]]))
    assert ahead == pytest.approx(np.array([[0.02, -0.6], [-0.02, -0.18]]))
    assert _ahead(np.array([[0.4]])) == pytest.approx(np.inf)


def test_placeholders_are_no_pair() -> None:
    found = rows(numbered(ALL[0], "[Deleted]", ALL[1]), numbered(ALL[0], "[Deleted]", ALL[1]))
    assert found == [
        ("art_1", "art_1", "counterpart"), ("art_2", "", "no_counterpart"), ("", "art_2", "no_counterpart"),
        ("art_3", "art_3", "counterpart"),
    ]  # fmt: skip


LONG = "the master of the harbour shall count every lamp, wick and can of oil on board twice a year"


def test_a_clause_that_became_an_article_splits_the_row() -> None:
    a = draft(article("1", "", ALL[0], LONG), article("2", "", ALL[1]), article("3", "", ALL[2]))
    b = draft(article("1", "", ALL[0]), article("2", "", ALL[1]), article("3", "", ALL[2]),
              article("4", "", LONG))  # fmt: skip
    assert ("art_1", "art_1+art_4", "split") in rows(a, b)
    assert ("art_1+art_4", "art_1", "merged") in rows(b, a)


def test_a_clause_that_went_to_an_article_with_a_partner_of_its_own_is_moved() -> None:
    a = draft(article("1", "", ALL[0], LONG), article("2", "", ALL[1], ALL[3]), article("3", "", ALL[2]))
    b = draft(article("1", "", ALL[0]), article("2", "", ALL[1], ALL[3], LONG), article("3", "", ALL[2]))
    found = align_across(a, b, (None, None))
    assert [row.relation for row in found] == ["counterpart"] * 3
    moved = [(link.a, link.b) for row in found for link in row.clauses if link.moved]
    assert moved == [("art_1__para_2", "art_2__para_3")]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("art_5__para_2", "art_9__para_2", 1), ("art_5__para_2", "art_9__para_3", 0),
        ("art_5__para_2__subpara_b", "art_9__para_2__subpara_2", 1),
        ("art_5__para_2__subpara_b", "art_9__para_3__subpara_b", 0),
        ("art_5__para_2", "art_9__para_2__subpara_a", 0), ("art_5", "art_9", 0),
        ("annex_I__art_3__para_1", "annex_I__art_3__para_1", 1),
        ("annex_I__art_3__para_1", "annex_I__art_4__para_1", 0),
    ],
)  # fmt: skip
@pytest.mark.parametrize("many", [False, True])
def test_labels_of_one_place(
    one: str, other: str, same: int, many: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if many:  # in long lists only labels that are the very same
        monkeypatch.setattr(clause_pairs, "_MANY", 0)
        same = int(bool(same) and one.split("__")[1:] == other.split("__")[1:])
    sides = [SimpleNamespace(clauses=[SimpleNamespace(id=id_)]) for id_ in (one, other)]
    measured = cast("MeasuredAcross", SimpleNamespace(a=sides[0], b=sides[1]))
    assert clause_pairs._labels(measured, range(1), range(1))[0, 0] == same


def _article(*paragraphs: str, language: str) -> Draft:
    return draft(article("1", "", *paragraphs), language=language)


@pytest.mark.parametrize(
    ("french", "english", "stretches"),
    [
        # paragraphs go by position where both have as many, whatever their lengths
        (("Le phare éclaire.", "L’huile manque encore ici."), ("The lighthouse shines tonight.", "Oil is short."),
         [("phare", "lighthouse"), ("huile", "oil")]),
        (("Le phare éclaire.",), ("The lighthouse shines.",), [("phare", "lighthouse")]),
        # else by the lengths of sentences
        (("Le phare éclaire là. L’huile manque ici.",), ("The lighthouse shines there.", "The oil is short here."),
         [("phare", "lighthouse"), ("huile", "oil")]),
    ],
)  # fmt: skip
def test_parallel_clauses(
    french: tuple[str, ...], english: tuple[str, ...], stretches: list[tuple[str, str]]
) -> None:
    found = parallel_clauses(_article(*french, language="fr"), _article(*english, language="en"))
    assert [(each.one[0][1], each.two[0][1]) for each in found] == stretches


def test_a_list_in_all_languages_at_once_is_not_parallel() -> None:
    names = "Oslo, Riga, Turku, Aarhus"
    both = (
        _article(names, "Le phare éclaire.", language="fr"),
        _article(names, "The lighthouse shines.", language="en"),
    )
    assert [each.two[0][1] for each in parallel_clauses(*both)] == ["lighthouse"]


def test_provisions_without_words_of_their_own_say_nothing() -> None:
    empty = draft(Provision("art_1", "article", "1", "Lampes"), language="fr")
    assert parallel_clauses(empty, draft(Provision("art_1", "article", "1", ""))) == ()
