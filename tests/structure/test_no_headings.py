"""Lines that begin like headings and are none, and what is said of those that might be."""

from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of, draft_of_blocks, line
from treatydiff.model import Draft


def articles(draft: Draft) -> list[str]:
    """The numbers of all articles."""
    return [node.number for node in draft.walk() if node.kind == "article"]


def codes(draft: Draft) -> set[str]:
    """The codes of all diagnostics on headings."""
    return {doubt.code for doubt in draft.diagnostics if doubt.code.startswith("heading")}


@pytest.mark.parametrize(
    "wrapped",
    [
        "keepers of the northern and southern coasts [to inform the Board under\nArticle 10];",
        "keepers of the northern and southern coasts inform the Board in accordance with\nArticle 10.",
        "keepers of the northern coasts inform the Board of all of the lamps that are named by\nArticle 10,",
        "keepers of the northern coasts take account of what is laid down on lamps and oil [in\nArticle 10]",
        "keepers of the northern coasts take account of all the duties on lamps laid down, see\nArticle 10.",
        "keepers act in accordance with\nArticle 10, and report on it each spring under\nArticle 11.",
        "keepers act in accordance with\nArticle 10; they keep the list of\nArticle 11\nunder review.",
    ],
)
def test_a_reference_that_wraps_is_text(wrapped: str) -> None:
    draft = draft_of(
        f"Article 9\n\n1. The {wrapped}\n\n2. Fog is noted.\n\nArticle 10\n\nThe Board meets.\n\nArticle 11\n\nOil.\n"
    )
    assert articles(draft) == ["9", "10", "11"]


@pytest.mark.parametrize(
    "items",
    [
        "(a) Article 2 (lamps);\n\n(b) Article 3 (oil).",
        "(a)\n\nArticle 2 (lamps);\n\n(b)\n\nArticle 3 (oil).",
        "Article 2 (lamps);\n\nArticle 3 (oil).",
        "– Article 2 (lamps);\n\n– Article 3 (oil).",
        "•\n\nArticle 6 (lamps);\n\n•\n\nArticle 7 (oil).",
        "Article 2, on lamps;\n\nArticle 3, on oil.",
        "Article 6 (lamps)\n\nArticle 7 (oil)",
        "Article 6\n\nArticle 7\n\nArticle 9",
    ],
)
def test_items_of_a_list_that_name_articles_are_text(items: str) -> None:
    draft = draft_of(f"Article 1\n\nKeepers keep:\n\n{items}\n\nArticle 2\n\nThe Board meets.\n")
    assert articles(draft) == ["1", "2"]


@pytest.mark.parametrize(
    "above",
    [
        "1. The Board meets.\n\n2.",
        "The Board meets. The duties of its keepers are those that are laid down in Article\n11.",
        "The Board meets as is laid down in Articles 4 and\n10.",
    ],
)
def test_the_next_article_below_a_label_that_says_nothing_is_no_item(above: str) -> None:
    draft = draft_of(f"Article 1\n\n{above}\n\nArticle 2\n\nOil is bought.\n\nArticle 3\n\nOil is kept.\n")
    assert articles(draft) == ["1", "2", "3"]


@pytest.mark.parametrize(
    "row", ["Section -----", "Section A -----", "Part I ........ 7", "Article 2 _____", "-----"]
)
def test_a_row_of_signs_heads_nothing(row: str) -> None:
    draft = draft_of(f"Article 1\n\nThe Board meets.\n\n{row}\n\nArticle 2\n\nOil is bought.\n")
    assert [node.kind for node in draft.walk() if node.kind in ("part", "section", "article")] == [
        "article"
    ] * 2


@pytest.mark.parametrize(
    ("title", "chapter"),
    [
        ("GENERAL PROVISIONS ON HARBOURS AND SPECIFIC PROVISIONS ON THE COMMON LANTERN POLICY", "CHAPTER 1"),
        ("GENERAL PROVISIONS ON HARBOURS AND SPECIFIC PROVISIONS ON\nTHE COMMON LANTERN POLICY", "CHAPTER 1"),
        ("General provisions on harbours and specific provisions on\nthe common lantern policy", "Chapter 1"),
    ],
)
def test_a_chapter_below_a_title_of_two_lines(title: str, chapter: str) -> None:
    draft = draft_of(f"TITLE I\n{title}\n{chapter}\nHARBOURS\nArticle 1\nThe Board meets.\n")
    assert [(node.kind, node.number) for node in draft.walk() if node.number] == [
        ("title", "I"), ("chapter", "1"), ("article", "1"),
    ]  # fmt: skip
    assert next(node.heading for node in draft.walk() if node.kind == "title") == title.replace("\n", " ")


def test_the_word_for_annexes_is_no_annex_s() -> None:
    draft = draft_of("Article premier\n\nLe Conseil siège.\n\nANNEXES\n\nANNEXE I\n\nPhares\n", language="fr")
    assert [node.number for node in draft.walk() if node.kind == "annex"] == ["I"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # what looks like a heading is said
        ("Article §7", {"heading_not_taken"}),
        ("Article [ ]", {"heading_not_taken"}),
        ("Article …", {"heading_not_taken"}),
        ("Article [...]", {"heading_not_taken"}),
        ("Article […] bis", {"heading_not_taken"}),
        ("Article [n]", {"heading_not_taken"}),
        ("Article iv", {"heading_not_taken"}),
        ("Article ?", {"heading_not_taken"}),
        ("Section A -----", {"heading_not_taken"}),
        ("Principle 7", {"heading_not_taken"}),
        # what plainly goes on a sentence is only mentioned, and what begins with no word of a heading is not
        ("Article 7 shall apply to keepers.", {"heading_rejected"}),
        ("Article 7, paragraph 2, applies.", {"heading_rejected"}),
        ("Articles are numbered by the Board.", set()),
        ("The Board meets.", set()),
    ],
)
def test_what_is_said_of_headings_not_taken(text: str, said: set[str]) -> None:
    assert codes(draft_of(f"Article 1\n\nThe Board meets.\n\n{text}\n\nOil is bought.\n")) == said


def test_headings_of_columns_that_were_not_parted_are_said() -> None:
    draft = draft_of_blocks(line(0, "Article 1 Article 8", page=1), line(1, "Lamps. Oil.", page=1))
    assert codes(draft) == {"heading_not_taken"}


def test_the_diagnostic_names_the_line_the_rule_and_the_page() -> None:
    draft = draft_of_blocks(
        line(0, "Article 1", page=1), line(1, "The Board meets.", page=1), line(2, "Article §7", page=2),
    )  # fmt: skip
    (doubt,) = (doubt for doubt in draft.diagnostics if doubt.code == "heading_not_taken")
    assert (doubt.severity, doubt.page) == ("warning", 2)
    assert doubt.message == "“Article §7” is read as text: number not read"


@pytest.mark.parametrize("centred", [True, False], ids=["the first line centred", "the second line centred"])
def test_a_title_that_wraps_below_its_heading_is_one_title(centred: bool) -> None:
    draft = draft_of_blocks(
        line(0, "Article 1", page=1, centred=True, gap=1.0),
        line(1, "The Board meets.", page=1, starts_paragraph=True, gap=1.0),
        line(2, "Annex", page=1, centred=True, gap=2.0),
        line(3, "SECTION 1. COSTS OF THE LAMPS AND ARRANGEMENTS OF THE", page=1, centred=centred, gap=1.0),
        line(4, "HARBOURS", page=1, starts_paragraph=True, gap=0.0, centred=not centred),
        line(5, "1. The costs are borne by all.", page=1, starts_paragraph=True, gap=2.0),
    )
    sections = [node.heading for node in draft.walk() if node.kind == "section"]
    assert sections == ["COSTS OF THE LAMPS AND ARRANGEMENTS OF THE HARBOURS"]


@pytest.mark.parametrize(
    ("language", "lines", "taken"),
    [
        # (the lines behind an article, the numbers of the annexes that they head)
        ("en", ["Annex 1 to the Convention", "1. Deep lamps."], ["1"]),
        ("en", ["Annex I to this Agreement on Lamps", "Lamps."], ["I"]),
        ("en", ["Annex I to the Convention applies.", "Lamps."], []),
        ("en", ["Annex I to the Convention", "applies to lamps."], []),
        ("en", ["Annex I to the list of the keepers", "Lamps."], []),
        ("en", ["Annex I to the Convention,", "Lamps."], []),
        ("fr", ["Annexe I à la Convention", "Lampes."], ["I"]),
        ("es", ["Anexo I del Acuerdo", "Lámparas."], ["I"]),
        ("ru", ["Приложение I к Конвенции", "Лампы."], ["I"]),
        ("en", ["Schedule 1", "Lamps", "Schedule 2", "Oil"], ["1", "2"]),
        ("en", ["Schedule 1 lamps are tended at night.", "Oil."], []),
        # a title that follows without a space
        ("zh", ["附件一灯塔清单", "一、深灯。", "附件二报告格式", "一、报告。"], ["一", "二"]),
        ("zh", ["附件一适用于所有灯塔。"], []),
        ("zh", ["附件一所列灯塔", "每夜点灯。"], []),
        ("zh", ["附件一般规定", "每夜点灯。"], []),
        ("zh", ["附件一仲裁庭；", "附件二法庭。"], []),
        ("zh", ["附件一" + "灯塔清单" * 11, "每夜点灯。"], []),
    ],
)  # fmt: skip
def test_annexes_that_say_to_what_and_titles_without_a_space(
    language: str, lines: list[str], taken: list[str]
) -> None:
    first = {"fr": "Article 1", "es": "Artículo 1", "ru": "Статья 1", "zh": "第一条"}.get(
        language, "Article 1"
    )
    full_stop = "。" if language == "zh" else "."
    draft = draft_of("\n\n".join([first, f"{DUTY[language]}{full_stop}", *lines]), language=language)
    assert [node.number for node in draft.walk() if node.kind == "annex"] == taken


DUTY = {
    "en": "Keepers tend the lamps at night", "fr": "Les gardiens veillent sur les lampes la nuit",
    "es": "Los guardas velan por las lámparas de noche", "ru": "Хранители следят за лампами ночью", "zh": "守灯人每夜点灯",
}  # fmt: skip
