"""Principles, guidelines, regulations, clauses, targets: units like articles, called by their own name."""

from __future__ import annotations

import json

import pytest

from tests.structure.drafting import draft_of
from tests.structure.test_article_numbers import DUTY
from treatydiff.model import Draft
from treatydiff.naming.citations import places_of, unit_label
from treatydiff.naming.unit_names import units_counted
from treatydiff.report.draft.as_json import draft_json


def series(language: str, *headings: str) -> Draft:
    """A draft of rules with these headings, each with one duty."""
    return draft_of("\n\n".join(f"{each}\n\n{DUTY[language]}" for each in headings), language=language)


def rules(draft: Draft) -> list[tuple[str, str, str]]:
    """Number, sort and title of every rule."""
    return [(node.number, node.called, node.heading) for node in draft.walk() if node.kind == "rule"]


@pytest.mark.parametrize(
    ("language", "word", "called"),
    [
        ("en", "Principle", "principle"), ("en", "PRINCIPLE", "principle"), ("en", "Guideline", "guideline"),
        ("en", "Regulation", "regulation"), ("en", "Draft regulation", "draft regulation"), ("en", "Rule", "rule"),
        ("en", "Standard", "standard"), ("en", "Clause", "clause"), ("en", "Conclusion", "conclusion"),
        ("en", "Draft article", "draft article"), ("en", "Draft Article", "draft article"),
        ("en", "Draft rule", "draft rule"), ("fr", "Projet de règle", "draft rule"),
        ("en", "Draft recommendation", "draft recommendation"),
        ("fr", "Projet de ligne directrice", "draft guideline"),
        ("en", "Draft conclusion", "draft conclusion"), ("en", "Draft principle", "draft principle"),
        ("en", "Goal", "goal"), ("en", "Measure", "measure"), ("fr", "Règlement", "regulation"),
        ("es", "Reglamento", "regulation"), ("ru", "Регламент", "regulation"), ("zh", "规章", "regulation"),
        ("en", "Objective", "objective"), ("en", "TARGET", "target"), ("en", "Action", "action"),
        ("en", "Recommendation", "recommendation"), ("en", "Commitment", "commitment"),
        ("fr", "Principe", "principle"), ("fr", "Directive", "guideline"), ("fr", "Ligne directrice", "guideline"),
        ("fr", "Règle", "rule"), ("fr", "Norme", "standard"), ("fr", "Clause", "clause"),
        ("fr", "Projet de conclusion", "draft conclusion"), ("fr", "Projet d’article", "draft article"),
        ("fr", "Objectif", "objective"), ("fr", "Cible", "target"), ("fr", "Mesure", "action"),
        ("fr", "Recommandation", "recommendation"), ("fr", "Engagement", "commitment"),
        ("es", "Principio", "principle"), ("es", "Directriz", "guideline"), ("es", "Regla", "rule"),
        ("es", "Cláusula", "clause"), ("es", "CLÁUSULA", "clause"), ("es", "Proyecto de artículo", "draft article"),
        ("es", "Conclusión", "conclusion"), ("es", "Objetivo", "objective"), ("es", "Meta", "target"),
        ("es", "Medida", "action"), ("es", "Recomendación", "recommendation"), ("es", "Compromiso", "commitment"),
        ("ru", "Принцип", "principle"), ("ru", "ПРИНЦИП", "principle"), ("ru", "Правило", "rule"),
        ("ru", "Положение", "provision"), ("ru", "Руководящее положение", "guideline"), ("ru", "Вывод", "conclusion"),
        ("ru", "Проект статьи", "draft article"), ("ru", "Цель", "objective"), ("ru", "Задача", "target"),
        ("ru", "Рекомендация", "recommendation"), ("ru", "Обязательство", "commitment"),
        ("zh", "原则", "principle"), ("zh", "准则", "guideline"), ("zh", "规则", "rule"), ("zh", "标准", "standard"),
        ("zh", "结论", "conclusion"), ("zh", "结论草案", "draft conclusion"), ("zh", "目标", "objective"),
        ("zh", "行动目标", "target"), ("zh", "建议", "recommendation"), ("zh", "承诺", "commitment"),
        ("ar", "المبدأ", "principle"), ("ar", "المبدأ التوجيهي", "guideline"), ("ar", "القاعدة", "rule"),
        ("ar", "البند", "regulation"), ("ar", "مشروع الاستنتاج", "draft conclusion"), ("ar", "الهدف", "objective"),
        ("ar", "الغاية", "target"), ("ar", "التوصية", "recommendation"), ("ar", "الالتزام", "commitment"),
    ],
)  # fmt: skip
def test_words_of_six_languages(language: str, word: str, called: str) -> None:
    draft = series(language, f"{word} 1", f"{word} 2", f"{word} 3")
    assert rules(draft) == [("1", called, ""), ("2", called, ""), ("3", called, "")]
    assert [node.id for node in draft.walk() if node.kind == "rule"] == ["rule_1", "rule_2", "rule_3"]


@pytest.mark.parametrize(
    ("language", "headings", "expected"),
    [
        ("en", ("Guideline A.1. Nights", "Guideline A.2. Days", "Guideline B.1. Fog"),
         [("A.1", "guideline", "Nights"), ("A.2", "guideline", "Days"), ("B.1", "guideline", "Fog")]),
        ("en", ("Guideline 1.1", "Guideline 1.1.1", "Guideline 1.2"),
         [("1.1", "guideline", ""), ("1.1.1", "guideline", ""), ("1.2", "guideline", "")]),
        ("en", ("Standard A1.1 – Nights", "Standard A1.2 – Days"),
         [("A1.1", "standard", "Nights"), ("A1.2", "standard", "Days")]),
        ("en", ("Target 1.1", "Target 1.2", "Target 1.a"),
         [("1.1", "target", ""), ("1.2", "target", ""), ("1.a", "target", "")]),
        ("zh", ("第1条规章", "第2条规章"), [("1", "regulation", ""), ("2", "regulation", "")]),
        ("en", ("Rule 29", "Rule 29 bis", "Rule 29 ter", "Rule 29 quater", "Rule 30"),
         [("29", "rule", ""), ("29 bis", "rule", ""), ("29 ter", "rule", ""), ("29 quater", "rule", ""),
          ("30", "rule", "")]),
        ("en", ("Principle I", "Principle II"), [("I", "principle", ""), ("II", "principle", "")]),
        ("en", ("PRINCIPLE ONE", "PRINCIPLE TWO"), [("ONE", "principle", ""), ("TWO", "principle", "")]),
        ("en", ("Regulation 2\nNights", "Regulation 29 quat.\nFog", "[Regulation 30 quin.\nRopes"),
         [("2", "regulation", "Nights"), ("29 quat", "regulation", "Fog"), ("30 quin", "regulation", "Ropes")]),
        ("en", ("Draft conclusion 1 [2]", "Draft conclusion 2 [4]"),
         [("1", "draft conclusion", ""), ("2", "draft conclusion", "")]),
        ("en", ("Objective 1: Know the lamps", "Objective 2: Know the oil", "Objective 3: Know the fog"),
         [("1", "objective", "Know the lamps"), ("2", "objective", "Know the oil"),
          ("3", "objective", "Know the fog")]),
        ("fr", ("Principe premier", "Principe 2"), [("premier", "principle", ""), ("2", "principle", "")]),
        ("es", ("CLÁUSULA PRIMERA", "CLÁUSULA SEGUNDA"), [("PRIMERA", "clause", ""), ("SEGUNDA", "clause", "")]),
        ("zh", ("第一项原则", "第二项原则"), [("一", "principle", ""), ("二", "principle", "")]),
        ("zh", ("准则1：点灯", "准则2：加油", "准则3：清洁"),
         [("1", "guideline", "点灯"), ("2", "guideline", "加油"), ("3", "guideline", "清洁")]),
        ("ar", ("المبدأ الأول", "المبدأ الثاني"), [("الأول", "principle", ""), ("الثاني", "principle", "")]),
    ],
)  # fmt: skip
def test_numbers_and_titles(
    language: str, headings: tuple[str, ...], expected: list[tuple[str, str, str]]
) -> None:
    assert rules(series(language, *headings)) == expected


def test_targets_whose_text_stands_on_their_line() -> None:
    draft = draft_of("".join(f"Target {n}: Each keeper lights lamp {n} by night.\n\n" for n in (1, 2, 3)))
    assert [node.called for node in draft.walk() if node.kind == "rule"] == ["target"] * 3
    assert [unit.kind for unit in draft.units()] == ["rule"] * 3


@pytest.mark.parametrize(
    "line",
    [
        "Regulation (EU) 2016/679 applies to the lists of keepers.",
        "Rule 5 applies to keepers of lamps.",
        "Principle 7 of the Harbour Declaration is recalled.",
        "Recommendation 4 shall be followed by each keeper.",
        "Standard 12, as revised, is met where the oil is pure.",
        "Clause 3 (a) does not apply to ropes.",
        "Action 3",
        "Target 14: Each keeper lights the lamps.",
    ],
)
def test_a_rule_that_recurs_in_no_series_is_text(line: str) -> None:
    draft = draft_of(
        f"Article 1\n\nEach keeper is heard.\n\n{line}\n\nFog is noted.\n\nArticle 2\n\nThe Board is heard.\n"
    )
    assert rules(draft) == []
    assert draft.articles == 2
    assert line in [node.text for node in draft.walk()]


def test_reports_call_them_by_their_own_name() -> None:
    draft = series("en", "Regulation 1", "Regulation 2")
    assert units_counted(draft) == "2 regulations"
    assert (draft.articles, draft.rules) == (0, 2)
    assert unit_label(places_of(draft), "rule_2") == "Regulation 2"
    (instrument,) = json.loads(draft_json(draft))["instruments"]
    assert (instrument["articles"], instrument["rules"]) == (0, 2)
    first = instrument["provisions"][0]
    assert (first["kind"], first["called"], first["label"], first["number"]) == (
        "rule", "regulation", "Regulation 1", "1",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("headings", "words"),
    [
        (("Article 1", "Article 2"), "2 articles"),
        (("Article 1", "Principle 1", "Principle 2"), "1 article and 2 principles"),
        (("Draft article 1", "Draft article 2"), "2 draft articles"),
        (("Rule 1", "Rule 2", "Rule 3"), "3 rules"),
        ((), "0 articles"),
    ],
)
def test_counts_in_words(headings: tuple[str, ...], words: str) -> None:
    draft = series("en", *headings) if headings else draft_of("Each keeper is heard.\n")
    assert units_counted(draft) == words
