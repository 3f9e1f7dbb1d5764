"""Where a page ends in the middle of a list, and lists in scripts without capitals."""

from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of, draft_of_blocks, leaves, line
from treatydiff.model import Block, Draft

FULL, SHORT = 519.0, 300.0


def over_a_page(
    last: str, last_ends: float, first: str, first_begins: float = 123.0
) -> list[tuple[str, str]]:
    """The clauses of a list whose item (b) ends page 1 with one line, and page 2 begins with another."""
    draft = draft_of_blocks(
        line(0, "Article 1", centred=True, page=1),
        line(1, "1. Access to the light may be subject to conditions, as", x0=154, x1=FULL, page=1, starts_paragraph=True),
        line(2, "follows, for the keepers and for those who visit them:", x0=123, x1=SHORT, page=1, starts_paragraph=False),
        line(3, "(a) The need to keep the tower whole and in good repair;", x0=154, x1=FULL, page=1, starts_paragraph=True),
        line(4, last, x0=154, x1=last_ends, page=1, starts_paragraph=True),
        line(5, first, x0=first_begins, x1=FULL, page=2),
        line(6, "2. The keepers decide.", x0=154, x1=SHORT, page=2, starts_paragraph=True, gap=0.8),
    )  # fmt: skip
    return leaves(draft)[1:-1]


def test_text_behind_an_item_that_ended_closes_the_list() -> None:
    assert over_a_page("(b) Other reasonable conditions;", SHORT, "and visits may be made by day.") == [
        ("art_1__para_1__subpara_a", "The need to keep the tower whole and in good repair;"),
        ("art_1__para_1__subpara_b", "Other reasonable conditions;"),
        ("art_1__para_1__wrapup", "and visits may be made by day."),
    ]


def test_a_second_sentence_goes_on_behind_a_full_line() -> None:
    assert over_a_page("(b) The keepers shall be heard before a visit is made.", FULL,
                       "Their views shall be written down.")[-1] == (
        "art_1__para_1__subpara_b",
        "The keepers shall be heard before a visit is made. Their views shall be written down.",
    )  # fmt: skip


def test_a_new_sentence_behind_a_short_line_does_not() -> None:
    assert over_a_page("(b) The keepers are heard.", SHORT, "Their views shall be written down.")[-1][0] == (
        "art_1__para_1__wrapup"
    )


def test_a_label_behind_an_item_that_ends_in_and_is_the_next_item() -> None:
    found = over_a_page(
        "(b) The keepers shall be heard before a visit; and", FULL, "(c) The visit is short.", 154.0
    )
    assert [name for name, _ in found] == [f"art_1__para_1__subpara_{letter}" for letter in "abc"]


def chinese(*lines: Block) -> Draft:
    return draft_of_blocks(line(0, "第一条", centred=True, page=1), *lines)


def test_chinese_labels_behind_one_another_and_in_wide_brackets() -> None:
    draft = draft_of(
        "第一条\n\n灯塔\n\n一、（一） 守灯人应保持灯火长明；\n\n（二） 以下情形除外：\n\n1. 灯塔正在修缮；\n\n"
        "2. 灯塔已经关闭，包括：\n\n（1）永久关闭；\n\n（2）临时关闭；\n\n3. 灯塔无油。\n\n二、守灯人应报告。\n"
    )
    assert [name for name, _ in leaves(draft)] == [
        "art_1__para_1__subpara_1", "art_1__para_1__subpara_2__intro", "art_1__para_1__subpara_2__point_1",
        "art_1__para_1__subpara_2__point_2__intro", "art_1__para_1__subpara_2__point_2__point_1",
        "art_1__para_1__subpara_2__point_2__point_2", "art_1__para_1__subpara_2__point_3", "art_1__para_2",
    ]  # fmt: skip


def test_a_line_that_hangs_below_its_label_is_no_paragraph() -> None:
    draft = chinese(
        line(1, "一、守灯人应采取以下措施：", x0=177, x1=400, page=1, starts_paragraph=True),
        line(2, "（一）为守灯人参加培训项目或其他相关项目提供奖学金，并支付其他", x0=192, x1=519, page=1, starts_paragraph=True),
        line(3, "必要的费用；", x0=218, x1=300, gap=0.0, page=1, starts_paragraph=True),
        line(4, "（二）提供灯油。", x0=192, x1=300, page=1, starts_paragraph=True),
    )  # fmt: skip
    assert [text for _, text in leaves(draft)] == [
        "守灯人应采取以下措施：", "为守灯人参加培训项目或其他相关项目提供奖学金，并支付其他必要的费用；", "提供灯油。",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "我沿海各国人民\n\n欲保灯火长明不灭，\n\n愿守灯人安居乐业，\n\n兹议定如下：\n\n第一条\n\n灯塔应保持长明。\n",
        "我联合国人民同兹决心\n\n欲保灯火长明不灭，\n\n愿守灯人安居乐业，\n\n第一条\n\n灯塔应保持长明。\n",
        "WE THE PEOPLES OF THE COASTS DETERMINED\n\nto keep the lights of every coast burning, and\n\n"
        "to house the keepers of lights in dignity,\n\nHave agreed as follows:\n\nArticle 1\n\nLights burn.\n",
        "МЫ, НАРОДЫ БЕРЕГОВ, ПРЕИСПОЛНЕННЫЕ РЕШИМОСТИ\n\nхранить огни на каждом берегу нашего моря, и\n\n"
        "обеспечить смотрителям маяков достойное жилье,\n\nСтатья 1\n\nОгни должны гореть всегда.\n",
        "نحن شعوب الأمم الساحلية وقد آلينا على أنفسنا\n\nأن نبقي أنوار كل ساحل من سواحلنا مضاءة،\n\n"
        "وأن نكفل لحراس المنارات سكنا لائقا وكريما،\n\nالمادة 1\n\nتبقى الأنوار مضاءة دائما.\n",
    ],
)
def test_parties_on_a_line_of_their_own_open_the_preamble(text: str) -> None:
    draft = draft_of(text)
    assert draft.front_matter == ()
    assert next(iter(draft.walk())).kind == "preamble"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("第一章 灯塔\n\n组织\n\n第一条\n\n灯塔由守灯人管理。\n\n职权\n\n第二条\n\n守灯人管理灯火。\n", "职权"),
        ("الفصل الأول: المنارات\n\nالمادة 1\n\nيدير الحراس المنارات.\n\nالوظائف\n\nالمادة 2\n\nيدير الحراس الأنوار.\n",
         "الوظائف"),
    ],
)  # fmt: skip
def test_short_lines_head_groups_of_articles_in_scripts_without_capitals(text: str, name: str) -> None:
    sections = [node.heading for node in draft_of(text).walk() if node.kind == "section"]
    assert name in sections


def test_an_l_that_character_recognition_read_for_a_one() -> None:
    draft = draft_of(
        "Article 1\n\nAim\n\nl. Each Party shall act.\n\n2. Paragraph 1 applies.\n\nArticle 2\n\n(k) Oil;\n\n(l) Wicks.\n"
    )
    assert [node.id for node in draft.walk() if node.number][1:3] == ["art_1__para_1", "art_1__para_2"]
    assert [node.number for node in draft.walk() if node.kind == "subparagraph"] == ["k", "l"]
