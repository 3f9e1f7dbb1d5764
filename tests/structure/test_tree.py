from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of, ids, leaves, provision

ARTICLES = """
    Article 1

    Use of terms

    For the purposes of this Convention:

    (a) “Device” means any apparatus;

    (b) “Operator” means a person who:

    (i) runs a device; or

    (ii) owns one.

    Article 2

    Measures

    1. Each State Party shall take measures.

    2. Each State Party shall ensure that:

    (a) records are kept;

    (b) access is limited,

    unless its law provides otherwise.

    3. Nothing in this article affects article 1, paragraph 1 (a).
"""


def test_chapeau_items_and_closing_text_have_their_places() -> None:
    draft = draft_of(ARTICLES)
    assert leaves(draft) == [
        ("art_1__intro", "For the purposes of this Convention:"),
        ("art_1__subpara_a", "“Device” means any apparatus;"),
        ("art_1__subpara_b__intro", "“Operator” means a person who:"),
        ("art_1__subpara_b__point_i", "runs a device; or"),
        ("art_1__subpara_b__point_ii", "owns one."),
        ("art_2__para_1", "Each State Party shall take measures."),
        ("art_2__para_2__intro", "Each State Party shall ensure that:"),
        ("art_2__para_2__subpara_a", "records are kept;"),
        ("art_2__para_2__subpara_b", "access is limited,"),
        ("art_2__para_2__wrapup", "unless its law provides otherwise."),
        ("art_2__para_3", "Nothing in this article affects article 1, paragraph 1 (a)."),
    ]
    assert [provision(draft, name).heading for name in ("art_1", "art_2")] == ["Use of terms", "Measures"]


def letters_to(last: str) -> str:
    return "\n\n".join(f"({chr(code)}) item {chr(code)};" for code in range(ord("a"), ord(last) + 1))


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("(i) item i;\n\n(j) item j.", "art_1__subpara_i"),
        ("(i) one;\n\n(ii) two.", "art_1__subpara_h__point_i"),
        ("(i) the last.", "art_1__subpara_i"),
    ],
)
def test_i_after_h_is_a_letter_unless_ii_follows(tail: str, expected: str) -> None:
    text = "Article 1\n\nList\n\nThe following are covered:\n\n" + letters_to("h") + "\n\n" + tail
    assert expected in ids(draft_of(text))


def test_two_labels_on_one_line_are_two_levels() -> None:
    draft = draft_of("Article 1\n\nScope\n\n1. (a) First;\n\n(b) second.\n\n2. Third.")
    assert [name for name, _ in leaves(draft)] == [
        "art_1__para_1__subpara_a", "art_1__para_1__subpara_b", "art_1__para_2",
    ]  # fmt: skip


def test_containers_prefix_articles_only_where_numbers_restart() -> None:
    running = draft_of(
        "CHAPTER I\n\nGENERAL\n\nArticle 1\n\nAim\n\nText one.\n\nCHAPTER II\n\nMORE\n\nArticle 2\n\nScope\n\nText two."
    )
    assert "art_2" in ids(running)
    body = "".join(
        f"CHAPTER {n}\n\nTITLE\n\n"
        + "".join(f"Article {m}\n\nHead\n\nText {n}.{m} here.\n\n" for m in (1, 2, 3))
        for n in (1, 2, 3)
    )
    assert "chp_II__art_3" in ids(draft_of(body))
    assert "art_3" not in ids(draft_of(body))


def test_annex_articles_always_carry_the_annex() -> None:
    draft = draft_of(
        "Article 1\n\nAim\n\nText.\n\nANNEX III\n\nRULES\n\nArticle 1\n\nPanel\n\nThe panel sits.\n\n"
        "Article 2\n\nSeat\n\nThe seat is fixed."
    )
    assert "annex_III__art_2" in ids(draft)
    assert draft.articles == 1


def test_repeated_numbers_are_told_apart_and_reported() -> None:
    draft = draft_of(
        "Article 7\n\nAim\n\nText one.\n\nArticle 7\n\nScope\n\nText two.\n\nArticle 8\n\nEnd\n\nText three."
    )
    assert [name for name in ids(draft) if name.count("_") == 1] == ["art_7", "art_7-2", "art_8"]
    assert "repeated_number" in {doubt.code for doubt in draft.diagnostics}


def test_a_gap_in_the_numbers_is_a_diagnostic() -> None:
    draft = draft_of("Article 1\n\nAim\n\nText.\n\nArticle 4\n\nScope\n\nText.")
    assert [(d.code, d.provision) for d in draft.diagnostics] == [("number_gap", "art_4")]


def test_a_numbered_paragraph_of_two_paragraphs_has_two_clauses() -> None:
    draft = draft_of("Article 1\n\nAim\n\n1. The first sentence.\n\nThe second sentence.\n\n2. The third.")
    assert [name for name, _ in leaves(draft)] == [
        "art_1__para_1__subpara_u1", "art_1__para_1__subpara_u2", "art_1__para_2",
    ]  # fmt: skip


def test_every_clause_is_in_exactly_one_unit() -> None:
    draft = draft_of(ARTICLES)
    in_units = [clause.id for unit in draft.units() for clause in unit.clauses()]
    assert in_units == [name for name, _ in leaves(draft)]


def test_chapters_headed_by_a_numeral_alone() -> None:
    draft = draft_of(
        "I\n\nGeneral provisions\n\nArticle 1\n\nAim\n\nText.\n\nII. Prevention\n\nArticle 2\n\nMeans\n\nText."
    )
    assert ids(draft)[:1] == ["chp_I"]
    assert provision(draft, "chp_II").heading == "Prevention"


def test_an_annex_inside_the_body_ends_where_the_body_goes_on() -> None:
    draft = draft_of(
        "CHAPTER 1\n\nA\n\nArticle 1\n\nAim\n\nText.\n\nAnnex\n\nLIST\n\nArticle 1\n\nItem\n\nText.\n\n"
        "CHAPTER 2\n\nB\n\nArticle 2\n\nScope\n\nText."
    )
    assert "annex__art_1" in ids(draft)
    assert "art_2" in ids(draft)


def test_capitals_directly_before_an_article_head_a_group_of_articles() -> None:
    draft = draft_of(
        "CHAPTER I\n\nORGANS\n\nArticle 1\n\nAim\n\nText.\n\nVOTING\n\nArticle 2\n\nScope\n\nMore text.\n"
    )
    assert provision(draft, "chp_I__sec_u1").heading == "VOTING"
    assert leaves(draft) == [("art_1__para_u1", "Text."), ("art_2__para_u1", "More text.")]


def test_an_article_behind_its_ante_is_no_repeat() -> None:
    draft = draft_of(
        "Article 1\n\nAim\n\nText.\n\nArticle 2 ante\n\nMeans\n\nText.\n\nArticle 2\n\nScope\n\nText.\n"
    )
    assert draft.diagnostics == ()


def test_the_sections_of_a_russian_treaty_hold_its_chapters() -> None:
    draft = draft_of(
        "РАЗДЕЛ I\nЛАМПЫ\n\nГЛАВА 1\nМАСЛО\n\nСтатья 1\n\nМасло хранится.\n\nГЛАВА 2\nТУМАН\n\nСтатья 2\n\n"
        "Туман отмечается.\n\nРАЗДЕЛ II\nПОРТЫ\n\nГЛАВА 3\nЛОЦМАНЫ\n\nСтатья 3\n\nПорты открыты.\n",
        language="ru",
    )
    assert [name for name in ids(draft) if name.startswith("sec") and name.count("__") <= 1] == [
        "sec_1", "sec_1__chp_I", "sec_1__chp_II", "sec_2", "sec_2__chp_III",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "printed"),
    [("en", "Annex – Forms"), ("en", "ANNEX: FORMS"), ("fr", "Annexe – Formulaires"), ("es", "Anexo - Formularios"),
     ("ru", "Приложение – Формы"), ("zh", "附件：表格"), ("ar", "المرفق: النماذج")],
)  # fmt: skip
def test_an_annex_without_a_number_may_have_its_title_on_its_line(language: str, printed: str) -> None:
    article = {"zh": "第一条\n\n港口开放。", "ru": "Статья 1\n\nПорты открыты.", "ar": "المادة 1\n\nالموانئ مفتوحة.",
               "es": "Artículo 1\n\nPuertos abiertos."}  # fmt: skip
    text = article.get(language, "Article 1\n\nPorts open.")
    draft = draft_of(f"{text}\n\n{printed}\n\n1. One.\n", language=language)
    assert [(node.kind, bool(node.heading)) for node in draft.walk() if node.id == "annex"] == [
        ("annex", True)
    ]
