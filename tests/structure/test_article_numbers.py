"""The numbers of articles and paragraphs as the world prints them."""

from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of, ids
from treatydiff.model import Draft

DUTY = {
    "en": "Each keeper shall tend the lamps at night.",
    "fr": "Chaque gardien veille sur les lampes la nuit.",
    "es": "Cada guardián velará por las lámparas de noche.",
    "ru": "Каждый смотритель следит за лампами ночью.",
    "zh": "守灯人应当每夜点灯。",
    "ar": "على كل حارس أن يضيء المصابيح ليلا.",
}


def articles(language: str, *headings: str) -> Draft:
    """A draft of articles with these headings, each with one duty."""
    return draft_of("\n\n".join(f"{each}\n\n{DUTY[language]}" for each in headings), language=language)


def numbered(draft: Draft, kind: str = "article") -> list[tuple[str, str]]:
    """Id and number as printed of all provisions of a kind."""
    return [(node.id, node.number) for node in draft.walk() if node.kind == kind]


@pytest.mark.parametrize(
    ("language", "printed", "name", "number"),
    [
        ("en", "Article 2a", "art_2a", "2a"),
        ("en", "Article 27aa", "art_27aa", "27aa"),
        ("en", "Article 2 A", "art_2a", "2 A"),
        ("en", "Article 3-A", "art_3-a", "3-A"),
        ("en", "Article 27a-27e", "art_27a-27e", "27a-27e"),
        ("en", "Articles 12–15 [Deleted]", "art_12-15", "12–15"),
        ("en", "Article QQ.A.1", "art_qq.a.1", "QQ.A.1"),
        ("en", "Article 20.B.2", "art_20.b.2", "20.B.2"),
        ("en", "Article 29 quat.", "art_29quater", "29 quat"),
        ("en", "Article 30 quin.", "art_30quinquies", "30 quin"),
        ("en", "Article 6 (bis)", "art_6bis", "6 (bis)"),
        ("en", "Article 29 quinq.", "art_29quinquies", "29 quinq"),
        ("en", "Article 29 sex.", "art_29sexies", "29 sex"),
        ("en", "Article 29.bis", "art_29bis", "29.bis"),
        ("en", "Article 29-ter", "art_29ter", "29-ter"),
        ("en", "Articles 27a to 27e", "art_27a-27e", "27a to 27e"),
        ("en", "Article No. 5", "art_5", "5"),
        ("en", "ARTICLE NO. 5", "art_5", "5"),
        ("en", "A R T I C L E  1 2", "art_12", "12"),
        ("en", "A R T I C L E  T W O", "art_2", "TWO"),
        ("en", "Article 5³", "art_5", "5"),
        ("en", "New Article 5", "art_5", "5"),
        ("en", "NEW ARTICLE 5 BIS", "art_5bis", "5 BIS"),
        ("en", "[New Article 5 bis]", "art_5bis", "5 bis"),
        ("fr", "Nouvel article 5", "art_5", "5"),
        ("es", "Nuevo artículo 5 bis", "art_5bis", "5 bis"),
        ("ru", "Новая статья 5", "art_5", "5"),
        ("fr", "Article 1er bis", "art_1bis", "1 bis"),
        ("es", "Artículo 1.º bis", "art_1bis", "1 bis"),
        ("en", "Sole Article", "art_sole", "Sole"),
        ("en", "Article 5¹²", "art_5", "5"),
        ("en", "Article 5*", "art_5", "5"),
        ("en", "Article 5 [6]", "art_5", "5"),
        ("en", "A R T I C L E  5", "art_5", "5"),
        ("en", "[A R T I C L E  5]", "art_5", "5"),
        ("fr", "A R T I C L E  5", "art_5", "5"),
        ("fr", "A R T I C L E  P R E M I E R", "art_1", "PREMIER"),
        ("fr", "Article n° 5", "art_5", "5"),
        ("fr", "Articles 5 à 8", "art_5-8", "5 à 8"),
        ("es", "Artículo N.º 5", "art_5", "5"),
        ("fr", "Article 1er", "art_1", "1"),
        ("fr", "Article 12a", "art_12a", "12a"),
        ("es", "Artículo 7 quater", "art_7quater", "7 quater"),
        ("es", "Artículo 1º", "art_1", "1"),
        ("ru", "С Т А Т Ь Я  5", "art_5", "5"),
        ("ru", "Статья 5-A", "art_5-a", "5-A"),
        ("zh", "第五条之二", "art_5bis", "五条之二".replace("条", " ")),
        ("ar", "المادة 5 مكررا", "art_5bis", "5 مكررا"),
        ("ar", "المادة 5 ألف", "art_5a", "5 ألف"),
        ("ar", "المادة [س]", "art_س", "س"),
        ("es", "Artículo 29 quáter", "art_29quater", "29 quáter"),
        ("ru", "Статья 27а", "art_27a", "27а"),
        ("ru", "Статья 27 Б", "art_27b", "27 Б"),
        ("ru", "Статья 7-септиес", "art_7septies", "7-септиес"),
        ("zh", "第27A条", "art_27a", "27A"),
        ("zh", "第二十七A条", "art_27a", "二十七A"),
        ("zh", "第QQ.A.1条", "art_qq.a.1", "QQ.A.1"),
        ("zh", "第20.1条", "art_20.1", "20.1"),
    ],
)
def test_numbers_of_articles(language: str, printed: str, name: str, number: str) -> None:
    assert numbered(articles(language, printed)) == [(name, number)]


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        # letters from A on are letters, also where a Roman numeral would be one
        ("A B C D E F G H I J K L M", [f"art_{letter}" for letter in "abcdefghijklm"]),
        # Roman numerals stay numerals
        ("I II III IV V VI", [f"art_{number}" for number in range(1, 7)]),
        ("XCIX C CI", ["art_99", "art_100", "art_101"]),
        # between figures, X keeps a place
        ("1 2 X 3 [XX] 4", ["art_1", "art_2", "art_x", "art_3", "art_xx", "art_4"]),
        ("1 X [XX] 2", ["art_1", "art_x", "art_xx", "art_2"]),
        ("1 [XX] [XX] [YY] 2", ["art_1", "art_xx", "art_xx-2", "art_yy", "art_2"]),
        ("1 [XX-bis] 2", ["art_1", "art_xxbis", "art_2"]),
        ("26 26a 26k 26l 26m 27", ["art_26", "art_26a", "art_26k", "art_26l", "art_26m", "art_27"]),
    ],
)
def test_a_lone_letter_is_read_by_its_series(printed: str, names: list[str]) -> None:
    draft = articles("en", *(f"Article {number}" for number in printed.split()))
    assert [name for name, _ in numbered(draft)] == names
    assert not [doubt for doubt in draft.diagnostics if doubt.code == "repeated_number"]


def test_places_kept_in_chinese() -> None:
    draft = articles("zh", "第一条", "第X条", "第[XX]条", "第二条")
    assert [name for name, _ in numbered(draft)] == ["art_1", "art_x", "art_xx", "art_2"]
    assert draft.diagnostics == ()


def test_roman_numerals_typed_with_cyrillic_letters() -> None:
    draft = articles("ru", *(f"Статья {number}" for number in ("VIII", "IХ", "Х", "ХI", "ХІІ")))
    assert [name for name, _ in numbered(draft)] == ["art_8", "art_9", "art_10", "art_11", "art_12"]
    assert draft.diagnostics == ()


@pytest.mark.parametrize(
    ("printed", "name", "number"),
    [
        ("1 bis. Oil.", "art_1__para_1bis", "1 bis"),
        ("1bis. Oil.", "art_1__para_1bis", "1bis"),
        ("1. bis Oil.", "art_1__para_1bis", "1 bis"),
        ("[1. ter Oil.]", "art_1__para_1ter", "1 ter"),
    ],
)
def test_suffixes_behind_the_dot_of_a_paragraph(printed: str, name: str, number: str) -> None:
    draft = draft_of(f"Article 1\n\n1. Lamps.\n\n{printed}\n\n2. Ropes.\n")
    assert numbered(draft, "paragraph")[1] == (name, number)
    assert "bis" not in " ".join(node.text for node in draft.walk())


@pytest.mark.parametrize("printed", ["(a) bis two lamps;", "(a bis) two lamps;", "(abis) two lamps;"])
def test_suffixes_of_subparagraphs(printed: str) -> None:
    draft = draft_of(f"Article 1\n\n1. Each keeper has:\n\n(a) one lamp;\n\n{printed}\n\n(b) three lamps.\n")
    assert [name for name in ids(draft) if "subpara" in name] == [
        "art_1__para_1__subpara_a", "art_1__para_1__subpara_abis", "art_1__para_1__subpara_b",
    ]  # fmt: skip


def test_a_suffix_that_is_lost_is_a_difference_of_numbers() -> None:
    with_suffix = draft_of("Article 1\n\n1. Lamps:\n\n(a) one;\n\n(a) bis two;\n")
    without = draft_of("Article 1\n\n1. Lamps:\n\n(a) one;\n\n(a) two;\n")
    assert ids(with_suffix) != ids(without)
    assert "repeated_number" in {doubt.code for doubt in without.diagnostics}


def test_the_label_is_kept_as_printed() -> None:
    draft = draft_of("[Article 5 bis] – Lamps\n\n1. One lamp:\n\na) lit;\n\nb) cleaned.\n")
    assert [(node.number, node.label) for node in draft.walk() if node.number] == [
        ("5 bis", "Article 5 bis"), ("1", "1."), ("a", "a)"), ("b", "b)"),
    ]  # fmt: skip


def test_several_articles_under_one_heading_leave_no_gap() -> None:
    draft = articles("en", "Article 1", "Articles 2-4 [Deleted]", "Article 5")
    assert "number_gap" not in {doubt.code for doubt in draft.diagnostics}


@pytest.mark.parametrize(
    ("language", "printed", "name"),
    [
        ("en", "CHAPTER 4A", "chp_IVa"),
        ("en", "Chapter IVa", "chp_IVa"),
        ("en", "SECTION 1a", "sec_1a"),
        ("en", "Subsection IIa", "subsec_2a"),
        ("fr", "Chapitre IV bis", "chp_IVbis"),
        ("fr", "Sous-Section 1", "subsec_1"),
    ],
)
def test_containers_that_were_inserted(language: str, printed: str, name: str) -> None:
    draft = draft_of(f"{printed}\n\nArticle 7\n\n{DUTY[language]}", language=language)
    assert [node.id for node in draft.walk() if node.kind in ("chapter", "section", "subsection")] == [name]


@pytest.mark.parametrize(
    "item", ["fait en sorte que l’huile suffise ;", "fait à l’Assemblée un rapport annuel ;"]
)
def test_an_item_that_begins_like_a_closing_formula_is_none(item: str) -> None:
    draft = draft_of(
        f"Article 1\n\nLe Conseil :\n\na) compte les lampes ;\n\nb) {item}\n\nc) achète l’huile.\n\n"
        "Fait à Genève, le 3 mai 2031.\n", language="fr",
    )  # fmt: skip
    assert [node.text for node in draft.walk() if node.kind == "closing" or node.id.startswith("closing__")][
        -1
    ] == ("Fait à Genève, le 3 mai 2031.")
    assert [name for name in ids(draft) if "subpara" in name] == [
        "art_1__subpara_a", "art_1__subpara_b", "art_1__subpara_c",
    ]  # fmt: skip
