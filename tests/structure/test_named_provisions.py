"""What people call a provision, and the id it has."""

from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of
from treatydiff.errors import ScopeError
from treatydiff.naming.citations import names_in_reports
from treatydiff.structure.addresses.named_provisions import provisions_named, unit_named
from treatydiff.structure.addresses.narrowing import narrow_draft
from treatydiff.structure.addresses.nearest import nearest_provisions

TEXT = (
    "CONVENTION ON LIGHTHOUSES\n\nThe States Parties to this Convention,\n\nMindful of the sea,\n\n"
    "Have agreed as follows:\n\nCHAPTER I\n\nGENERAL\n\n"
    + "".join(
        f"Article {n}\n\nSubject {n}\n\n1. First of {n}.\n\n2. Second of {n}:\n\n(a) one lamp;\n\n(b) two lamps.\n\n"
        for n in range(1, 6)
    )
    + "CHAPTER II\n\nKEEPERS\n\nArticle 6\n\nWages\n\nKeepers are paid.\n\n"
    + "Article 6 bis\n\nLeave\n\nKeepers rest.\n\nANNEX I\n\nList of lamps\n\nLamps that burn oil.\n"
)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("art_2", ("art_2",)),
        ("Article 2", ("art_2",)),
        ("article 2 (2)", ("art_2__para_2",)),
        ("art. 2(2)(a)", ("art_2__para_2__subpara_a",)),
        ("Art 2, para. 2 (b)", ("art_2__para_2__subpara_b",)),
        ("art2(1)", ("art_2__para_1",)),
        ("paragraph 1 of Article 3", ("art_3__para_1",)),
        ("6bis", ("art_6bis",)),
        ("Article 6 bis", ("art_6bis",)),
        ("4", ("art_4",)),
        ("4(2)(b)", ("art_4__para_2__subpara_b",)),
        ("Chapter II", ("chp_II",)),
        ("chapter 2", ("chp_II",)),
        ("Annex I", ("annex_I",)),
        ("Preamble", ("preamble",)),
        ("Articles 2 to 4", ("art_2", "art_4")),
        ("articles 2-4", ("art_2", "art_4")),
        ("Articles 2 and 3", ("art_2", "art_3")),
        ("Articles 2, 3 and 4", ("art_2", "art_4")),
        ("Article 2, paragraphs 1 and 2", ("art_2__para_1", "art_2__para_2")),
        ("статьи 2 и 3", ("art_2", "art_3")),
        ("Articles 2 and 9", ()),
        ("Wages", ("art_6",)),
        ("article 2, paragraphe 2", ("art_2__para_2",)),
        ("l'annexe I", ("annex_I",)),
        ("Annexe I", ("annex_I",)),
        ("artículo 3, párrafo 1", ("art_3__para_1",)),
        ("Preámbulo", ("preamble",)),
        ("статья 3", ("art_3",)),
        ("пункт 2 статьи 3", ("art_3__para_2",)),
        ("第三条第二款", ("art_3__para_2",)),
        ("序言", ("preamble",)),
        ("المادة 3", ("art_3",)),
        ("articulo 3, parrafo 1", ("art_3__para_1",)),
        ("art. 2, párr. 2 a)", ("art_2__para_2__subpara_a",)),
        ("capitulo II", ("chp_II",)),
        ("preambule", ("preamble",)),
        ("Preambulo", ("preamble",)),
        ("Chapter Two", ("chp_II",)),
        ("Article six", ("art_6",)),
        ("chapitre premier", ("chp_I",)),
        ("Article premier", ("art_1",)),
        ("Capítulo segundo", ("chp_II",)),
        ("Глава вторая", ("chp_II",)),
        ("الفصل الثاني", ("chp_II",)),
        ("المادة الثالثة", ("art_3",)),
        ("المادة ٣", ("art_3",)),
        ("Chapter Nine", ()),
        ("Article 9", ()),
        ("Article 3 and something else", ()),
        ("Article 3, paragraph 9", ()),
        ("", ()),
    ],
)
def test_a_provision_is_named_as_people_name_it(words: str, ids: tuple[str, ...]) -> None:
    assert provisions_named(draft_of(TEXT), words) == ids


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        ("Article 66", "art_6 (Article 6)"),
        ("art. 3 (3)", "art_3__para_2"),
        ("wage", "art_6 (Article 6)"),
        ("Chapter Three", "chp_II (CHAPTER II)"),
    ],
)
def test_the_nearest_are_offered(words: str, nearest: str) -> None:
    assert nearest in ", ".join(nearest_provisions(draft_of(TEXT), words))


@pytest.mark.parametrize(
    ("scope", "units"),
    [
        ("Article 2", ["art_2"]),
        ("Articles 2 to 3", ["art_2", "art_3"]),
        ("Article 2\u2013Article 4", ["art_2", "art_3", "art_4"]),
        ("Chapter II", ["art_6", "art_6bis"]),
        ("Article 5-Chapter II", ["art_5", "art_6", "art_6bis"]),
    ],
)
def test_a_draft_is_narrowed_by_such_names(scope: str, units: list[str]) -> None:
    assert [unit.id for unit in narrow_draft(draft_of(TEXT), scope).units()] == units


@pytest.mark.parametrize(
    "words", ["Articles 2 and 4", "статьи 1 и 5", "Articles 1, 2 and 5", "Articles 3 and 2"]
)
def test_provisions_that_are_no_range_are_refused_and_not_cut_to_the_first(words: str) -> None:
    with pytest.raises(ScopeError, match="several provisions are named"):
        narrow_draft(draft_of(TEXT), words)


def test_one_unit_is_no_two() -> None:
    with pytest.raises(ScopeError, match="several provisions are named"):
        unit_named((draft_of(TEXT),), "Articles 2 and 3")


def test_of_several_drafts_the_last_that_has_the_unit_speaks() -> None:
    short = draft_of(TEXT[: TEXT.index("CHAPTER II")])
    assert unit_named((draft_of(TEXT), short), "Article 6 bis") == "art_6bis"
    with pytest.raises(ScopeError, match="nearest: art_2"):
        unit_named((short,), "Article 22")


DECISION = (
    "DECISION 4 ON LIGHTHOUSES\n\nCHAPTER I\n\nLAMPS\n\nSection A\n\nBurning\n\n1. Decides that lamps burn:\n\n"
    "(a) At night;\n\n(b) In fog.\n\nSection B\n\nOil\n\n2. Requests keepers to buy oil.\n\n"
    "CHAPTER II\n\nKEEPERS\n\nSection A\n\nWages\n\n3. Urges States to pay keepers.\n"
)


@pytest.mark.parametrize("text", [TEXT, DECISION], ids=["convention", "decision"])
def test_whatever_a_report_calls_a_provision_names_it(text: str) -> None:
    draft = draft_of(text)
    names = names_in_reports(draft)
    single = {name: tuple(ids) for name, ids in names.items() if len(ids) == 1}
    assert {name: provisions_named(draft, name) for name in single} == single


def test_a_paragraph_outside_articles_is_named_with_its_section() -> None:
    names = names_in_reports(draft_of(DECISION))
    assert {
        "Section A, para. 1",
        "Section A, para. 1 (b)",
        "Section B, para. 2",
        "Section A, para. 3",
    } <= set(names)
