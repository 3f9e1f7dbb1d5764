from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from tests.structure.drafting import draft_of
from treatydiff.errors import UsageError
from treatydiff.language.across.figures import figures, reference_steps, unlike_steps
from treatydiff.pipeline import read_draft
from treatydiff.settings import Settings
from treatydiff.studies.languages.model import LanguageDifference
from treatydiff.studies.languages.versions import compare_languages

ENGLISH = """\
Article 1

Aim

The aim of this Convention is to keep the lights burning on every coast of the Parties.

Article 2

Oil

1. Each Party shall, within thirty days, report on the oil to the Secretariat under article 1.

2. The report shall state:

(a) The oil that was burned in the 12 months before;

(b) The oil that is left, and the measures under paragraph 1 of this article.
"""
FRENCH = """\
Article premier

Objet

La présente Convention a pour objet de maintenir les feux allumés sur toutes les côtes des Parties.

Article 2

Huile

1. Chaque Partie fait rapport sur l’huile au Secrétariat dans les trente jours, conformément à l’article premier.

2. Le rapport indique :

a) L’huile qui a été brûlée au cours des 12 mois précédents ;

b) L’huile qui reste, et les mesures visées au paragraphe 1 du présent article.
"""
CHINESE = """\
第一条

宗旨

本公约的宗旨是使各缔约方海岸的灯火长明不灭。

第二条

油料

一、各缔约方应根据第一条在三十天内向秘书处报告油料情况。

二、报告应说明：

（一）此前12个月内所用的油料；

（二）所余的油料，以及本条第一款所述的措施。
"""


def differences(first: str, *others: str) -> tuple[LanguageDifference, ...]:
    return compare_languages([draft_of(text) for text in (first, *others)]).differences


def test_versions_that_match_have_no_differences() -> None:
    assert differences(ENGLISH, FRENCH, CHINESE) == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "says"),
    [
        ("trente jours", "vingt jours", "figures", ("30", "20")),
        ("12 mois", "10 mois", "figures", ("12", "10")),
        ("l’article premier", "l’article 2", "references", ("article 1", "article 2")),
        ("au paragraphe 1 du", "au paragraphe 2 du", "references", ("paragraph 1", "paragraph 2")),
        ("L’huile qui reste", "[L’huile] qui reste", "brackets", ("0", "1")),
        ("b) L’huile", "c) L’huile", "number", ("b", "c")),
    ],
)
def test_what_a_version_says_otherwise(old: str, new: str, code: str, says: tuple[str, str]) -> None:
    changed = FRENCH.replace(old, new)
    assert changed != FRENCH
    found = differences(ENGLISH, changed)
    assert [each.code for each in found] == [code]
    assert tuple(place.says for place in found[0].places) == says
    assert [place.language for place in found[0].places] == ["en", "fr"]


def test_a_missing_heading_is_named() -> None:
    english, french = draft_of(ENGLISH), draft_of(FRENCH)
    first, second = french.instruments[0].provisions
    untitled = replace(french.instruments[0], provisions=(first, replace(second, heading="")))
    found = compare_languages([english, replace(french, instruments=(untitled,))]).differences
    assert [(each.code, [place.says for place in each.places]) for each in found] == [
        ("heading", ["Oil", "—"])
    ]


def test_a_missing_subparagraph_is_named_with_both_places() -> None:
    cut = FRENCH[: FRENCH.index("b) L’huile")].replace("précédents ;", "précédents.")
    structure = next(each for each in differences(ENGLISH, cut) if each.code == "structure")
    assert [place.provision for place in structure.places] == ["art_2__para_2", "art_2__para_2"]
    assert structure.places[0].says == "chapeau, 2 numbered (a–b)"
    assert structure.places[1].says == "chapeau, 1 numbered (a)"


def test_a_conjunction_on_a_line_of_its_own_is_no_clause() -> None:
    english = "Article 1\n\nThe Board acts:\n\n(a) where oil is short; or\n\n(b) where a lamp is out.\n"
    french = "Article 1\n\nLe Conseil agit :\n\na) si l’huile manque ;\n\nou\n\nb) si un phare est éteint.\n"
    assert compare_languages([draft_of(english), draft_of(french, language="fr")]).differences == ()


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ("a) l’huile ; b) les lampes ;\n\nc) les cartes.", []),
        ("a) l’huile ; et b) les lampes ; et c) les cartes.", []),
        ("a) l’huile ;\n\nc) les cartes.", ["structure"]),
        ("a) l’huile ; b) les lampes.", ["structure"]),
        ("a) l’huile ; b) les lampes ;\n\nc) les cartes.\n\nIl les vend.", ["structure"]),
    ],
)
def test_items_that_go_on_in_one_line_are_no_other_division(items: str, told: list[str]) -> None:
    english = "Article 1\n\nThe Board keeps:\n\n(a) oil;\n\n(b) lamps;\n\n(c) charts.\n"
    french = f"Article 1\n\nLe Conseil garde :\n\n{items}\n"
    found = compare_languages([draft_of(english), draft_of(french, language="fr")]).differences
    assert [each.code for each in found] == told


def test_a_missing_article_is_named() -> None:
    cut = FRENCH[: FRENCH.index("Article 2")]
    missing = next(each for each in differences(ENGLISH, cut) if each.code == "provision_missing")
    assert (missing.places[0].provision, missing.places[1].provision) == ("art_2", None)


def test_differences_that_versions_share_are_one() -> None:
    english = ENGLISH.replace("thirty days", "forty days")
    found = differences(english, FRENCH, CHINESE)
    assert [(each.code, [place.says for place in each.places]) for each in found] == [
        ("figures", ["40", "30", "30"])
    ]  # fmt: skip


def test_unnumbered_paragraphs_match_numbered_ones_where_a_version_numbers_none() -> None:
    unnumbered = (
        ENGLISH.replace("1. Each", "Each").replace("2. The", "The").replace("(a) ", "").replace("(b) ", "")
    )
    assert [each.code for each in differences(unnumbered, unnumbered.replace("12 months", "24 months"))] == [
        "figures"
    ]


def test_one_version_alone_is_refused() -> None:
    with pytest.raises(UsageError):
        compare_languages([draft_of(ENGLISH)])


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "within sixty days, or 1,500 euros, or 0.5 per cent", {"60": 1, "1500": 1, "0.5": 1}),
        ("en", "under article 12, paragraph 3, in resolution A/RES/72/249", {}),
        ("en", "one Party or two Parties", {}),
        ("en", "twenty-seven members of the 54", {"27": 1, "54": 1}),
        ("fr", "vingt-sept membres ; cinquante pour cent", {"27": 1, "50": 1}),
        ("fr", "soixante et un membres, mil neuf cent quarante-cinq", {"61": 1, "1945": 1}),
        ("es", "veintisiete miembros, cincuenta y cuatro", {"27": 1, "54": 1}),
        ("ru", "двадцать семь членов, одиннадцать", {"27": 1, "11": 1}),
        ("zh", "二十七个成员，百分之五十，1982年12月10日", {"27": 1, "50": 1, "1982": 1, "10": 1}),
        ("ar", "سبعة وعشرون عضوا", {"27": 1}),
        ("ar", "خمسة عشر عضوا", {"15": 1}),
        ("ar", "٦٠ يوما", {"60": 1}),
    ],
)
def test_numbers_of_a_clause(language: str, text: str, expected: dict[str, int]) -> None:
    assert figures(text, language) == Counter(expected)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("article 5, paragraph 2 (b)", "en"), ("article 5, paragraphe 2 b)", "fr")),
        (("article 5, paragraph 2 (b)", "en"), ("第五条第二款第（二）项", "zh")),
        (("paragraph 2 (b) of article 5", "en"), ("пункте 2 b) статьи 5", "ru")),
        (("paragraph 4 (b) (i) above", "en"), ("第四款第（二）项第 1 目", "zh")),
        (("Annexes V, VI and VII", "en"), ("附件五、六和七", "zh")),
        (("article 12", "en"), ("المادة الثانية عشرة", "ar")),
        (("paragraph 3 of article 23", "en"), ("الفقرة 3 من المادة الثالثة والعشرين", "ar")),
        (("articles 5 and 6", "en"), ("los artículos 5 y 6", "es")),
    ],
)
def test_references_that_are_alike(one: tuple[str, str], other: tuple[str, str]) -> None:
    steps = reference_steps(*one), reference_steps(*other)
    assert steps[0]
    assert unlike_steps(*steps) == ((), ())


def test_references_that_are_not() -> None:
    steps = reference_steps("article 5, paragraph 2", "en"), reference_steps("article 6, paragraphe 2", "fr")
    assert unlike_steps(*steps) == ((("article", "5"),), (("article", "6"),))


@pytest.mark.corpus
def test_a_treaty_in_languages_that_match(corpus: Path) -> None:
    drafts = [
        read_draft(corpus / f"bbnj/BBNJ_Agreement_2023_{code}.pdf", Settings()) for code in ("en", "es", "fr")
    ]
    versions = compare_languages(drafts)
    assert [(each.code, each.places[0].provision) for each in versions.differences if not each.remark] == []
    assert versions.compared > 1_000


@pytest.mark.corpus
def test_the_differences_of_other_languages_are_known(corpus: Path) -> None:
    drafts = [
        read_draft(corpus / f"bbnj/BBNJ_Agreement_2023_{code}.pdf", Settings()) for code in ("en", "ru", "zh")
    ]
    found = [(each.code, each.places[0].provision, each.places[1].language)
             for each in compare_languages(drafts).differences if not each.remark]  # fmt: skip
    assert found == [
        ("force", "preamble__rec_3", "zh"),
        ("force", "art_25__para_3", "zh"),  # "should not" is "must not" in Chinese
    ]


@pytest.mark.corpus
def test_a_heading_printed_in_another_language(corpus: Path) -> None:
    drafts = [read_draft(corpus / f"charter/un_charter_{code}.txt", Settings()) for code in ("fr", "ar")]
    missing = [each for each in compare_languages(drafts).differences if each.code == "provision_missing"]
    # The Arabic text prints "Chapter XVI" in English, which heads the same articles there.
    assert [[place.provision for place in each.places] for each in missing] == [
        ["chp_XVI", None], [None, "chp_XV__subsec_u1"],
    ]  # fmt: skip


ONE_DUTY = "Article 1\n\nDuty\n\n1. Each Party {} keep a lamp.\n\n2. The Board adopts rules on lamps.\n"
UN_DEVOIR = "Article premier\n\nDevoir\n\n1. Chaque Partie {} une lampe.\n\n2. Le Conseil adopte des règles sur les lampes.\n"


@pytest.mark.parametrize(
    ("english", "french", "told"),
    [
        ("shall", "doit garder", None),
        ("shall", "garde", None),
        ("may", "peut garder", None),
        ("may", "a le droit de garder", None),
        ("may", "doit garder", ("may", "doit (no word found that permits)")),
        ("shall", "peut garder", ("shall (no word found that permits)", "peut")),
        ("should", "doit garder", ("should", "doit (no word found that recommends)")),
        ("may", "garde", ("may", "no word found that permits")),
    ],
)
def test_a_word_of_force_that_one_version_has(
    english: str, french: str, told: tuple[str, str] | None
) -> None:
    versions = draft_of(ONE_DUTY.format(english)), draft_of(UN_DEVOIR.format(french), language="fr")
    found = compare_languages(versions).differences
    assert [tuple(place.says for place in each.places) for each in found] == ([told] if told else [])


TERM = """\
Article 1

Use of terms

1. {0}

2. {1}

Article 2

Duties

1. {2}

2. {3}

3. {4}

4. {5}

5. {6}
"""
LAMPS = (
    '"Lamp" means a light at sea.', '"Oil" means what burns.', "Each Party shall keep every lamp.",
    "The Council shall count the lamps.", "A lamp shall burn at night.", "Keepers shall clean the lamp.",
    "The Parties shall buy the oil.",
)  # fmt: skip
LAMPES = (
    "« Lampe » s'entend d'une lumière en mer.", "« Huile » s'entend de ce qui brûle.",
    "Chaque Partie garde les lampes.", "Le Conseil compte les lampes.", "La lampe brûle la nuit.",
    "Les gardiens nettoient la lampe.", "Les Parties achètent l'huile.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, []),
        ({3: "Le Conseil compte les fanaux.", 5: "Les gardiens nettoient les fanaux."},
         [("Lamp", "fanaux; Lampe in 2 other clauses")]),
        ({3: "Le Conseil les compte.", 5: "Les gardiens la nettoient."}, []),  # pronouns
        ({3: "Le Conseil compte les fanaux."}, []),  # once is no habit
    ],
)  # fmt: skip
def test_a_defined_term_that_is_rendered_in_two_ways_is_a_remark(
    changed: dict[int, str], told: list[tuple[str, str]]
) -> None:
    french = TERM.replace("Article 1\n", "Article premier\n").format(
        *(changed.get(at, text) for at, text in enumerate(LAMPES))
    )
    found = compare_languages([draft_of(TERM.format(*LAMPS)), draft_of(french, language="fr")]).differences
    assert [tuple(place.says for place in each.places) for each in found] == told
    assert all(each.code == "term" and each.remark for each in found)


def test_a_permission_that_nothing_answers_is_a_remark() -> None:
    english = "Article 1\n\nDuties\n\nA Party may light lamps. A Party may count them.\n"
    french = "Article 1\n\nDevoirs\n\nUne Partie allume les lampes. Une Partie peut les compter.\n"
    (found,) = compare_languages((draft_of(english), draft_of(french, language="fr"))).differences
    assert (found.code, found.remark) == ("permission", True)
    assert [place.says for place in found.places] == ["may", "peut"]
