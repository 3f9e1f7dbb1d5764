from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

import treatydiff
from tests.cli.running import run
from tests.structure.drafting import draft_of
from treatydiff.errors import LanguageError
from treatydiff.rendering import render
from treatydiff.studies.across.compare import compare_across
from treatydiff.studies.across.model import AcrossComparison

ENGLISH = """\
Article 1

Protection of the environment

1. Each State Party should protect the marine environment within 60 days.

2. The Council may adopt regulations on scientific research under article 2.

Article 2

Settlement of disputes

The Parties shall settle their disputes by peaceful means. The Tribunal shall decide on the interpretation of this Agreement.

Article 3

Lamps

Nobody polishes brass lanterns at noon.
"""
OTHERS = {
    "ru": """\
Статья 1

Урегулирование споров

Стороны урегулируют свои споры мирными средствами. Трибунал принимает решение о толковании настоящего Соглашения.

Статья 2

Защита окружающей среды

1. Государства-участники обязаны защищать морскую среду в течение 30 дней.

2. Совет может принимать правила о научных исследованиях согласно статье 1.
""",
    "fr": """\
Article premier

Règlement des différends

Les Parties règlent leurs différends par des moyens pacifiques. Le Tribunal statue sur l'interprétation du présent Accord.

Article 2

Protection du milieu

1. Chaque État Partie doit protéger le milieu marin dans un délai de 30 jours.

2. Le Conseil peut adopter des règlements relatifs à la recherche scientifique en vertu de l'article premier.
""",
    "es": """\
Artículo 1

Solución de controversias

Las Partes resolverán sus controversias por medios pacíficos. El Tribunal decidirá sobre la interpretación del presente Acuerdo.

Artículo 2

Protección del medio

1. Cada Estado Parte deberá proteger el medio marino en un plazo de 30 días.

2. El Consejo podrá aprobar reglamentos sobre la investigación científica con arreglo al artículo 1.
""",
    "zh": """\
第一条

争端的解决

缔约方应以和平方法解决其争端。法庭应就本协定的解释作出决定。

第二条

保护海洋环境

一、每一缔约国应当在30天内保护海洋环境。

二、理事会可根据第一条通过关于科学研究的规章。
""",
}  # fmt: skip


def compared(language: str) -> AcrossComparison:
    return compare_across(draft_of(ENGLISH), draft_of(OTHERS[language]))


@pytest.mark.parametrize("language", sorted(OTHERS))
def test_articles_that_changed_places_answer_to_one_another(language: str) -> None:
    found = compared(language)
    assert {row.a: row.b for row in found.units} == {
        ("art_1",): ("art_2",), ("art_2",): ("art_1",), ("art_3",): (),
    }  # fmt: skip
    relations = {row.a: row.relation for row in found.units}
    assert relations["art_3",] == "no_counterpart"
    assert sorted(relations.values()) == ["counterpart", "moved", "no_counterpart"]


@pytest.mark.parametrize(
    ("language", "force"), [("ru", "должен"), ("fr", "doit"), ("es", "deberá"), ("zh", "应当")]
)
def test_a_number_and_a_word_of_force_are_held_against_one_another(language: str, force: str) -> None:
    clauses = [clause for row in compared(language).units for clause in row.clauses]
    first = next(clause for clause in clauses if clause.a == "art_1__para_1")
    assert first.b == "art_2__para_1"
    told = {each.kind: each for each in first.mismatches}
    assert set(told) == {"figures", "force"}
    assert (told["figures"].a, told["figures"].b) == ("60", "30")
    assert (told["force"].a, told["force"].class_a) == ("should", "recommended")
    assert told["force"].b in (force, "应")


@pytest.mark.parametrize("language", sorted(OTHERS))
def test_a_reference_that_follows_its_article_is_the_same_and_may_stays_may(language: str) -> None:
    clauses = {clause.a: clause for row in compared(language).units for clause in row.clauses}
    assert clauses["art_1__para_2"].b == "art_2__para_2"
    assert clauses["art_1__para_2"].mismatches == ()
    assert clauses["art_2__para_u1" if "art_2__para_u1" in clauses else "art_2"].mismatches == ()


def test_a_clause_that_was_dropped_is_told() -> None:
    dropped = next(line for line in OTHERS["fr"].splitlines() if line.startswith("2. "))
    comparison = compare_across(draft_of(ENGLISH), draft_of(OTHERS["fr"].replace(dropped, "")))
    (row,) = (row for row in comparison.units if row.alone)
    assert [(each.a, each.b) for each in row.alone] == [("art_1__para_2", None)]
    said = render(comparison, "terminal")
    assert "1 clause without a counterpart found" in said
    assert "B  no counterpart found" in said
    assert json.loads(render(comparison, "json"))["summary"]["clauses_without_counterpart"] == 1
    assert "no counterpart found</p>" in render(comparison, "html")
    whole = compare_across(draft_of(ENGLISH), draft_of(OTHERS["fr"]))
    assert not any(row.alone for row in whole.units)


def test_one_language_is_compared_by_its_words() -> None:
    with pytest.raises(LanguageError, match="both drafts are in one language"):
        compare_across(draft_of(ENGLISH), draft_of(ENGLISH))


def test_the_report_says_what_it_is_not_and_counts_what_it_found() -> None:
    found = compared("ru")
    text = " ".join(str(render(found, "terminal")).split())
    assert "counterparts for 2 of 3 articles of A; in 1 of them no word of force differs" in text
    assert "nothing is translated, no words are compared and no share is measured" in text
    page = str(render(found, "html"))
    assert 'lang="ru" dir="auto"' in page
    assert "60</bdi> / <bdi>30" in page
    schema = json.loads(
        (Path(treatydiff.__file__).parent / "report/kit/schemas/across-1.schema.json").read_text()
    )
    jsonschema.validate(found.to_dict(), schema)


def test_all_lines_of_a_remark_are_indented() -> None:
    english, russian = "Article 1\n\nOil\n\n", "Статья 1\n\nМасло\n\n"
    found = compare_across(
        draft_of(english + "The Council may, within 60 days, use article 7 and [buy] oil for the lamps.\n"),
        draft_of(
            russian + "Совет обязан в течение 30 дней использовать статью 9 и покупать масло для ламп.\n"
        ),
    )
    assert [(row.a, row.b) for row in found.units] == [(("art_1",), ("art_1",))]  # and one article is enough
    lines = str(render(found, "terminal", width=50)).splitlines()
    at = next(at for at, line in enumerate(lines) if "  other " in line)
    column = lines[at].index("other")
    assert lines[at - 1].index("Масло") == column - 2
    assert [lines[at + more][: column + 1].isspace() for more in (1, 2)] == [False, False]
    assert [lines[at + more][:column].isspace() for more in (1, 2)] == [True, True]


def test_options_that_need_words_are_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text(ENGLISH)
    (tmp_path / "ru.txt").write_text(OTHERS["ru"])
    done = run("compare", "en.txt", "ru.txt", "--fail-under", "carried=0.5", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--fail-under compares words, and the drafts are in different languages" in done.stderr
    assert done.stderr.count(b"\n") == 1
    done = run("compare", "en.txt", "ru.txt", "-f", "json", "--exit-code", cwd=tmp_path)
    assert done.returncode == 1
    assert json.loads(done.stdout)["schema"] == "treatydiff/across/1"
