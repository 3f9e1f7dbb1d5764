from __future__ import annotations

import pytest

from tests.report.report_factories import article, draft
from treatydiff.model import Draft, Instrument, Provision, Source
from treatydiff.naming.citations import (
    citation,
    clause_label,
    former_label,
    group_label,
    page_of,
    places_of,
    unit_label,
)


def leaf(id_: str, kind: str, number: str = "") -> Provision:
    return Provision(id_, kind, number, text="Words.", page=7)  # type: ignore[arg-type]


def node(id_: str, kind: str, number: str, *children: Provision) -> Provision:
    return Provision(id_, kind, number, page=6, children=children)  # type: ignore[arg-type]


ARTICLE_5_BIS = node(
    "art_5bis", "article", "5 bis",
    node("art_5bis__para_2", "paragraph", "2",
         leaf("art_5bis__para_2__intro", "intro"),
         node("art_5bis__para_2__subpara_a", "subparagraph", "a",
              leaf("art_5bis__para_2__subpara_a__point_i", "point", "i"))),
    leaf("art_5bis__para_u1", "paragraph"),
    leaf("art_5bis__para_u2", "paragraph"),
    leaf("art_5bis__point_u1", "point", "–"),
    leaf("art_5bis__wrapup", "wrapup"),
)  # fmt: skip
TREE = draft(
    "tree.pdf",
    node("preamble", "preamble", "", leaf("preamble__intro", "intro"),
         leaf("preamble__rec_1", "recital"), leaf("preamble__rec_2", "recital")),
    node("chp_2", "chapter", "2",
         node("chp_2__art_1", "article", "1", leaf("chp_2__art_1__para_u1", "paragraph"))),
    node("part_I", "part", "I",
         ARTICLE_5_BIS,
         node("art_6", "article", "premier", leaf("art_6__subpara_a", "subparagraph", "a")),
         node("art_7", "article", "七",
              node("art_7__opt_2", "option", "2", leaf("art_7__opt_2__para_7", "paragraph", "7")))),
    node("annex_II", "annex", "II",
         node("annex_II__art_3", "article", "3",
              leaf("annex_II__art_3__para_1", "paragraph", "1"),
              leaf("annex_II__art_3__para_2", "paragraph", "2"))),
    symbol="A/LIGHT/2",
)  # fmt: skip
PLACES = places_of(TREE)


@pytest.mark.parametrize(
    ("unit", "label"),
    [
        ("preamble", "Preamble"),
        ("art_5bis", "Art. 5 bis"),
        ("part_I", "Part I"),
        ("chp_2__art_1", "Chapter 2, Art. 1"),
        ("annex_II", "Annex II"),
        ("annex_II__art_3", "Annex II, Art. 3"),
        ("art_7", "Art. 7"),
        ("art_99", "art_99"),
    ],
)
def test_units_are_named_as_lawyers_name_them(unit: str, label: str) -> None:
    assert unit_label(PLACES, unit) == label


@pytest.mark.parametrize(
    ("unit", "clause", "label"),
    [
        ("preamble", "preamble__rec_2", "preambular para. 2"),
        ("preamble", "preamble__intro", "chapeau"),
        ("chp_2__art_1", "chp_2__art_1__para_u1", ""),
        ("art_5bis", "art_5bis__para_2__intro", "paragraph 2, chapeau"),
        ("art_5bis", "art_5bis__para_2__subpara_a__point_i", "paragraph 2 (a) (i)"),
        ("art_5bis", "art_5bis__para_u2", "unnumbered paragraph 2"),
        ("art_5bis", "art_5bis__point_u1", "unnumbered point 1"),
        ("art_5bis", "art_5bis__wrapup", "closing text"),
        ("art_6", "art_6__subpara_a", "subparagraph (a)"),
        ("art_7", "art_7__opt_2__para_7", "option 2, paragraph 7"),
    ],
)
def test_clauses_are_named_inside_their_unit(unit: str, clause: str, label: str) -> None:
    assert clause_label(PLACES, clause, unit) == label


@pytest.mark.parametrize(
    ("units", "label"),
    [
        ((), ""),
        (("art_7",), "Art. 7"),
        (("art_5bis", "art_7"), "Art. 5 bis+7"),
        (("art_7", "annex_II__art_3"), "Art. 7 + Annex II, Art. 3"),
        (("art_7", "annex_II"), "Art. 7 + Annex II"),
    ],
)
def test_several_units_are_named_together(units: tuple[str, ...], label: str) -> None:
    assert group_label(PLACES, units) == label


def test_a_number_in_words_is_called_by_its_digits() -> None:
    first = draft("x", Provision("art_1", "article", "premier"))
    assert unit_label(places_of(first), "art_1") == "Art. 1"


@pytest.mark.parametrize(
    ("unit", "clause", "words"),
    [
        ("art_5bis", None, "A/LIGHT/2, Art. 5 bis, p. 6"),
        ("annex_II__art_3", "annex_II__art_3__para_2", "A/LIGHT/2, Annex II, Art. 3, para. 2, p. 7"),
        ("preamble", "preamble__rec_1", "A/LIGHT/2, preambular para. 1, p. 7"),
        ("chp_2__art_1", "chp_2__art_1__para_u1", "A/LIGHT/2, Chapter 2, Art. 1, p. 7"),
    ],
)
def test_citations_can_be_copied(unit: str, clause: str | None, words: str) -> None:
    assert citation("A/LIGHT/2", PLACES, unit, clause) == words


def test_a_second_instrument_is_named() -> None:
    first = Instrument(1, True, "Convention", None, (article("1", "Lights", "Burn."),))
    second = Instrument(2, False, "Decision", None, (article("1", "Oil", "Pour.", prefix="doc_2__"),))
    two = Draft(Source("two.pdf", "0" * 64, "application/pdf"), "en", (), (first, second))
    assert unit_label(places_of(two), "doc_2__art_1") == "Instrument 2, Art. 1"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [("Art. 5", "Art. 6", "5"), ("Art. 5", "Annex I, Art. 6", "Art. 5"), ("Preamble", "Art. 1", "Preamble")],
)
def test_the_former_number_is_recalled_shortly(old: str, new: str, words: str) -> None:
    assert former_label(old, new) == words


def test_a_clause_without_a_page_has_that_of_its_unit() -> None:
    without = draft("x.pdf", article("1", "Lights", "Burn.", page=None))
    assert page_of(places_of(without), "art_1__para_u1") is None
    assert page_of(PLACES, "art_7__opt_2") == 6
