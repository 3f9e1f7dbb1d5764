"""Headings and labels as the six languages number them, and drafts that number otherwise than the UN."""

from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of, ids, provision

_TEXT = {
    "en": "The Parties shall keep the lamps of the coast and of the harbours.",
    "fr": "Les Parties gardent les phares de la côte et des ports dans le cadre du présent Accord.",
    "es": "Las Partes guardarán los faros de la costa y de los puertos en el marco del presente Acuerdo.",
    "ru": "Стороны хранят маяки на берегу и в портах для всех судов по настоящему Соглашению.",
    "zh": "各缔约国应看守海岸的灯塔和港口的灯塔。",
    "ar": "تحرس الأطراف منارات الساحل ومنارات الموانئ في إطار هذا الاتفاق.",
}


@pytest.mark.parametrize(
    ("language", "printed", "name"),
    [
        ("en", "ARTICLE ONE", "art_1"),
        ("en", "Article 5 – Scope", "art_5"),
        ("en", "Art. 5. Scope", "art_5"),
        ("fr", "Article 1er", "art_1"),
        ("fr", "Art. 2. – Champ d’application", "art_2"),
        ("fr", "PREMIÈRE PARTIE", "part_I"),
        ("fr", "DEUXIÈME PARTIE", "part_II"),
        ("es", "Artículo 1º", "art_1"),
        ("es", "Artículo 2.º Ámbito", "art_2"),
        ("es", "Artículo 3.- Ámbito", "art_3"),
        ("es", "Artículo 5o.", "art_5"),
        ("es", "Artículo Cuarto", "art_4"),
        ("es", "CAPÍTULO SEGUNDO", "chp_II"),
        ("es", "TERCERA PARTE", "part_III"),
        ("ru", "Статья 7 бис", "art_7bis"),
        ("ru", "Статья 5-1", "art_5-1"),
        ("ru", "Ст. 6", "art_6"),
        ("ru", "Глава вторая", "chp_II"),
        ("zh", "第十二条之二", "art_12bis"),
        ("zh", "第十二条之三 范围", "art_12ter"),
        ("zh", "第一章：总则", "chp_I"),
        ("ar", "المادة ٥ مكررا", "art_5bis"),
        ("ar", "المادة السادسة", "art_6"),
        ("ar", "المادة الحادية والعشرون", "art_21"),
        ("ar", "المادة (7)", "art_7"),
    ],
)
def test_headings_of_six_languages(language: str, printed: str, name: str) -> None:
    draft = draft_of(f"{printed}\n\n{_TEXT[language]}\n\n{_TEXT[language]}\n", language=language)
    assert ids(draft)[0] == name


@pytest.mark.parametrize(
    ("language", "printed", "title"),
    [
        ("fr", "Art. 2. – Champ d’application", "Champ d’application"),
        ("es", "Artículo 3.- Ámbito", "Ámbito"),
        ("zh", "第三条：范围", "范围"),
        ("ar", "المادة (7): الختام", "الختام"),
    ],
)
def test_what_parts_a_number_from_its_title_is_no_title(language: str, printed: str, title: str) -> None:
    draft = draft_of(f"{printed}\n\n{_TEXT[language]}\n", language=language)
    assert draft.instruments[0].provisions[0].heading == title


@pytest.mark.parametrize(
    ("language", "heading", "labels", "names"),
    [
        ("zh", "第三条", ("（甲）", "（乙）"), ("subpara_a", "subpara_b")),
        ("zh", "第三条", ("(子)", "(丑)"), ("subpara_a", "subpara_b")),
        ("zh", "第三条", ("1．", "2．"), ("para_1", "para_2")),
        ("ar", "المادة 3", ("أولا - ", "ثانيا - "), ("para_1", "para_2")),
        ("fr", "Article 3", ("1° ", "2° "), ("para_1", "para_2")),
        ("fr", "Article 3", ("§ 1er. ", "§ 2. "), ("para_1", "para_2")),
        ("en", "Article 3", ("- (a) ", "- (b) "), ("subpara_a", "subpara_b")),
    ],
)
def test_labels_of_six_languages(
    language: str, heading: str, labels: tuple[str, str], names: tuple[str, str]
) -> None:
    text = "\n\n".join(label + _TEXT[language] for label in labels)
    draft = draft_of(f"{heading}\n\n{text}\n", language=language)
    assert [node.id for node in provision(draft, "art_3").children] == [f"art_3__{name}" for name in names]
    assert [leaf.text for leaf in provision(draft, "art_3").clauses()] == [_TEXT[language]] * 2


def test_recitals_that_begin_with_whereas() -> None:
    draft = draft_of(
        """
        AGREEMENT ON LAMPS

        Whereas the towns light lamps;

        And whereas they name keepers;

        Now, therefore, the towns agree as follows:

        Article 1

        Each town shall light its lamps.
        """
    )
    assert [(node.kind, node.text) for node in provision(draft, "preamble").children] == [
        ("recital", "Whereas the towns light lamps;"),
        ("recital", "And whereas they name keepers;"),
        ("wrapup", "Now, therefore, the towns agree as follows:"),
    ]


def test_the_first_line_of_a_sentence_is_no_title() -> None:
    articles = "".join(
        f"Article {number}\nThe towns that light lamps on the coast shall also name the keepers of\n"
        "these lamps and shall pay them out of what the ships give.\n\n"
        for number in range(1, 6)
    )
    draft = draft_of(articles)
    assert [unit.provision.heading for unit in draft.units()] == [""] * 5
    assert provision(draft, "art_1").children[0].text.startswith("The towns that light lamps")
    assert provision(draft, "art_1").children[0].text.endswith("the ships give.")


def test_titles_that_run_into_the_text() -> None:
    draft = draft_of(
        """
        Article 1. Use of terms. For the purposes of this Agreement, “lamp” means a light.

        Article 2. Scope. This Agreement applies to the lamps of the coast.

        Article 3. Keepers. (1) Each town shall name keepers.

        (2) It shall pay them.

        Article 4. Entry into force. This Agreement enters into force at once.
        """
    )
    assert [unit.provision.heading for unit in draft.units()] == [
        "Use of terms",
        "Scope",
        "Keepers",
        "Entry into force",
    ]
    assert ids(draft)[4:7] == ["art_3", "art_3__para_1", "art_3__para_2"]


def test_first_sentences_are_no_titles() -> None:
    draft = draft_of(
        "".join(
            f"Article {number}. Each town shall light its lamps. It shall mend them.\n\n"
            for number in range(1, 5)
        )
    )
    assert [unit.provision.heading for unit in draft.units()] == [""] * 4


def test_sections_inside_articles() -> None:
    draft = draft_of(
        """
        Article I

        Section 1. The Fund has its seat in Harbour Town.

        Section 2. Its purposes are:

        (a) to light lamps;

        (b) to mend them.

        Article II

        Section 1. Any town may join the Fund.

        Article III

        Section 1. The Fund has a board.
        """
    )
    assert [unit.id for unit in draft.units()] == ["art_1", "art_2", "art_3"]
    assert "art_1__para_2__subpara_b" in ids(draft)


def test_sections_that_hold_articles_stay_above_them() -> None:
    draft = draft_of(
        "Section 1. Lamps\n\nArticle 1\n\nThe towns light lamps.\n\nSection 2. Keepers\n\nArticle 2\n\nThey rest.\n"
    )
    assert [node.id for node in draft.walk() if node.kind != "paragraph"] == [
        "sec_1",
        "art_1",
        "sec_2",
        "art_2",
    ]


def test_chapters_inside_titles() -> None:
    draft = draft_of(
        """
        TITLE I
        LAMPS

        CHAPTER 1
        LIGHTING

        Article 1

        The towns light lamps.

        CHAPTER 2
        MENDING

        Article 2

        The towns mend lamps.

        TITLE II
        KEEPERS

        CHAPTER 1
        NAMING

        Article 3

        The towns name keepers.
        """
    )
    assert [node.id for node in draft.walk() if node.kind in ("title", "chapter")] == [
        "title_I", "title_I__chp_I", "title_I__chp_II", "title_II", "title_II__chp_I",
    ]  # fmt: skip
    assert not [doubt for doubt in draft.diagnostics if doubt.code == "repeated_number"]


def test_parts_of_a_resolution_that_are_numbered_alone() -> None:
    draft = draft_of(
        """
        The General Assembly,

        Recalling the lamps of the coast,

        I

        Lighting

        1. Calls upon the towns to light lamps;

        II

        Mending

        2. Urges the towns to mend them.
        """
    )
    assert [(node.id, node.heading) for node in draft.walk() if node.kind == "chapter"] == [
        ("chp_I", "Lighting"), ("chp_II", "Mending"),
    ]  # fmt: skip
    assert [unit.id for unit in draft.units()] == ["preamble", "para_1", "para_2"]


def test_a_list_of_the_same_kind_inside_an_item() -> None:
    draft = draft_of(
        "Article 1\n\n1. For the purposes of this Agreement:\n\n1. “lamp” means a light;\n\n"
        "2. “keeper” means a person.\n\n2. Lamps are lit at night.\n"
    )
    assert ids(draft) == [
        "art_1", "art_1__para_1", "art_1__para_1__intro", "art_1__para_1__subpara_1",
        "art_1__para_1__subpara_2", "art_1__para_2",
    ]  # fmt: skip


def test_paragraphs_without_numbers_below_chapters_have_ids_of_their_own() -> None:
    draft = draft_of(
        "CHAPTER I\nLAMPS\n\nThe towns light lamps.\n\nCHAPTER II\nKEEPERS\n\nThe towns name keepers.\n"
    )
    assert [node.id for node in draft.walk() if node.kind == "paragraph"] == [
        "chp_I__para_u1",
        "chp_II__para_u1",
    ]
    assert not [doubt for doubt in draft.diagnostics if doubt.code == "repeated_number"]
