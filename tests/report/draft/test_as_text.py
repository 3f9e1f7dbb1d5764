from __future__ import annotations

from dataclasses import replace

from tests.report.report_factories import FIRST, draft
from treatydiff.model import Provision
from treatydiff.report.draft.as_text import draft_text


def test_numbers_headings_and_text_one_clause_a_line() -> None:
    assert draft_text(FIRST).splitlines()[:12] == [
        "Convention on Shared Lighthouses",
        "Recalling the duty to keep lights burning,",
        "Have agreed as follows:",
        "",
        "PART I  GENERAL",
        "",
        "Article 1  Use of terms",
        "“Lighthouse” means a tower that bears a light.",
        "",
        "Article 2  Protection of keepers",
        "1. Each State Party shall protect the keepers of lighthouses on its coast.",
        "2. Each State Party shall report within thirty days.",
    ]


def test_notes_and_furniture_are_left_out() -> None:
    assert "report of the keepers" not in draft_text(FIRST)
    assert "A/LIGHT/1" not in draft_text(FIRST)


def test_a_label_without_words_stands_before_the_first_clause_below_it() -> None:
    point = Provision("art_1__para_1__subpara_a", "subparagraph", "a", text="oil;")
    other = Provision("art_1__para_1__subpara_b", "subparagraph", "b", text="lamps\nand wicks.")
    para = Provision("art_1__para_1", "paragraph", "1", children=(point, other))
    text = draft_text(draft("x", Provision("art_1", "article", "1", "Stores", children=(para,))))
    assert text.splitlines()[-2:] == ["1. (a) oil;", "(b) lamps and wicks."]


def test_headings_are_in_the_language_of_the_draft() -> None:
    text = draft_text(replace(FIRST, language="zh"))
    assert "第1条  Use of terms" in text
    assert "第I部分  GENERAL" in text


def test_a_draft_without_provisions_is_empty_but_for_its_title() -> None:
    assert draft_text(draft("x")) == "Convention on Shared Lighthouses\n"
    assert draft_text(replace(FIRST, instruments=())) == ""


def test_the_title_of_an_annex_stands_below_it() -> None:
    annex = Provision(
        "annex_II", "annex", "II", "Conciliation", children=(Provision("x", "paragraph", "1", text="Sit."),)
    )
    assert draft_text(draft("x", annex)).splitlines()[-3:] == ["ANNEX II", "Conciliation", "1. Sit."]


def test_chinese_labels_are_printed_as_chinese_drafts_print_them() -> None:
    item = Provision("art_1__para_1__subpara_1", "subparagraph", "一", text="灯油；")
    para = Provision("art_1__para_1", "paragraph", "二", children=(item,))
    text = draft_text(
        replace(draft("x", Provision("art_1", "article", "三", children=(para,))), language="zh")
    )
    assert text.splitlines()[-2:] == ["第三条", "二、 （一） 灯油；"]
