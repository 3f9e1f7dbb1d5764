"""Names of States in the six languages: samples by hand, and what holds of the whole table."""

from __future__ import annotations

import re
import unicodedata

import pytest

from treatydiff.language.words.delegations import (
    LANGUAGES,
    delegation,
    delegations,
    find_delegations,
    states,
)

SAMPLES = """
en | France = France | French Republic = France | norway = Norway | the Netherlands = Kingdom of the Netherlands
en | USA = United States | United States of America = United States | U.K. = United Kingdom | DPRK = Democratic People’s Republic of Korea
en | Republic of Korea = Republic of Korea | Iran = Iran (Islamic Republic of) | Iran, Islamic Republic of = Iran (Islamic Republic of)
en | Turkey = Türkiye | Swaziland = Eswatini | Cape Verde = Cabo Verde | Czech Republic = Czechia | Ivory Coast = Côte d’Ivoire
en | Holy See = Holy See | Palestine = State of Palestine | the delegation of Kenya = Kenya | DRC = Democratic Republic of the Congo
en | Republic of the Congo = Congo | Guinea-Bissau = Guinea-Bissau | Guinea = Guinea | the Gambia = Gambia | Cook Islands = Cook Islands
fr | Allemagne = Germany | la République fédérale d’Allemagne = Germany | États-Unis = United States | ÉTATS-UNIS = United States
fr | Royaume-Uni = United Kingdom | Côte d'Ivoire = Côte d’Ivoire | Fédération de Russie = Russian Federation | Maurice = Mauritius
fr | Tchad = Chad | l’Égypte = Egypt | Saint-Siège = Holy See | Pays-Bas = Kingdom of the Netherlands | Îles Salomon = Solomon Islands
fr | la délégation du Maroc = Morocco | Émirats arabes unis = United Arab Emirates | Arabie saoudite = Saudi Arabia | Suède = Sweden
es | Alemania = Germany | Países Bajos = Kingdom of the Netherlands | el Japón = Japan | Estados Unidos de América = United States
es | Reino Unido = United Kingdom | Sudáfrica = South Africa | El Salvador = El Salvador | Costa de Marfil = Côte d’Ivoire
es | Granada = Grenada | Túnez = Tunisia | Nueva Zelandia = New Zealand | San Vicente y las Granadinas = Saint Vincent and the Grenadines
es | la delegación del Perú = Peru | Santa Sede = Holy See | Guinea Ecuatorial = Equatorial Guinea | República Árabe Siria = Syrian Arab Republic
ru | Германия = Germany | Соединенные Штаты Америки = United States | США = United States | Российская Федерация = Russian Federation
ru | Китайская Народная Республика = China | Того = Togo | Папуа – Новая Гвинея = Papua New Guinea | Святой Престол = Holy See
ru | Королевство Нидерландов = Kingdom of the Netherlands | Кот-д’Ивуар = Côte d’Ivoire | Южная Африка = South Africa | КНДР = Democratic People’s Republic of Korea
ru | Босния и Герцеговина = Bosnia and Herzegovina | Республика Молдова = Republic of Moldova | Чад = Chad | Вьетнам = Viet Nam
zh | 德国 = Germany | 中华人民共和国 = China | 美利坚合众国 = United States | 大韩民国 = Republic of Korea | 韩国 = Republic of Korea | 英国 = United Kingdom
zh | 朝鲜 = Democratic People’s Republic of Korea | 俄罗斯联邦 = Russian Federation | 科特迪瓦 = Côte d’Ivoire | 南非 = South Africa | 教廷 = Holy See
zh | 密克罗尼西亚联邦 = Micronesia (Federated States of) | 伊朗（伊斯兰共和国） = Iran (Islamic Republic of) | 刚果民主共和国 = Democratic Republic of the Congo
zh | 几内亚比绍 = Guinea-Bissau | 几内亚 = Guinea | 尼日尔 = Niger | 尼日利亚 = Nigeria | 多米尼克 = Dominica | 多米尼加 = Dominican Republic
ar | ألمانيا = Germany | الصين = China | الولايات المتحدة الأمريكية = United States | الاتحاد الروسي = Russian Federation | مصر = Egypt
ar | جمهورية كوريا = Republic of Korea | المملكة المتحدة = United Kingdom | كوت ديفوار = Côte d’Ivoire | الكرسي الرسولي = Holy See
ar | دولة فلسطين = State of Palestine | جنوب أفريقيا = South Africa | جزر القمر = Comoros | سلطنة عمان = Oman | البوسنة والهرسك = Bosnia and Herzegovina
ar | جمهورية مالي = Mali | المغرب = Morocco | جمهورية إيران الإسلامية = Iran (Islamic Republic of) | الأردن = Jordan | جمهورية الكونغو الديمقراطية = Democratic Republic of the Congo
"""
ROWS = [
    (line.split(" | ")[0], *row.split(" = "))
    for line in SAMPLES.strip().splitlines()
    for row in line.split(" | ")[1:]
]


@pytest.mark.parametrize(("language", "printed", "name"), ROWS)
def test_names_of_states(language: str, printed: str, name: str) -> None:
    assert delegation(printed) == name


def test_every_member_and_observer_has_names_in_every_language() -> None:
    assert len(states()) == 193 + 2
    assert all(re.fullmatch("[A-Z]{2}", code) for code in states())
    assert all(row[language] for row in states().values() for language in LANGUAGES)


_SCRIPTS = {"en": "LATIN", "fr": "LATIN", "es": "LATIN", "ru": "CYRILLIC", "zh": "CJK", "ar": "ARABIC"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_in_the_script_of_their_language_and_of_one_state_only(language: str) -> None:
    owners: dict[str, str] = {}
    for code, row in states().items():
        for form in row[language]:
            assert form == form.strip()
            letters = [char for char in form if char.isalpha()]
            assert all(unicodedata.name(char).startswith(_SCRIPTS[language]) for char in letters), form
            assert owners.setdefault(form.casefold(), code) == code


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_is_read_as_its_state(language: str) -> None:
    words_too = {"مالي"}
    wrong = {
        form: delegation(form)
        for row in states().values()
        for form in row[language]
        if form not in words_too and delegation(form) != row["en"][0]
    }
    assert wrong == {}


@pytest.mark.parametrize(
    "text", ["того", "чад", "maurice", "granada", "مالي", "the parties", "la partie", "共和", ""]
)
def test_words_that_are_no_names(text: str) -> None:
    assert delegation(text) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Norway, Iceland and Japan", ("Norway", "Iceland", "Japan")),
        ("Antigua and Barbuda and Cuba", ("Antigua and Barbuda", "Cuba")),
        ("Norvège, Islande et Japon", ("Norway", "Iceland", "Japan")),
        ("Trinidad y Tabago y Cuba", ("Trinidad and Tobago", "Cuba")),
        ("Норвегия, Исландия и Япония", ("Norway", "Iceland", "Japan")),
        ("挪威、冰岛和日本", ("Norway", "Iceland", "Japan")),
        ("النرويج وأيسلندا واليابان", ("Norway", "Iceland", "Japan")),
        ("G77 and China", ("Group of 77 and China",)),
        ("Norway and whoever", None),
    ],
)
def test_lists_of_names(text: str, names: tuple[str, ...] | None) -> None:
    assert delegations(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Proposed by NORWAY, the Federated States of Micronesia and the EU.",
         ["Norway", "Micronesia (Federated States of)", "European Union"]),
        ("Proposition de la Suède et de la Guinée-Bissau.", ["Sweden", "Guinea-Bissau"]),
        ("Предложение, которое внесла Республика Корея, вместо того", ["Republic of Korea"]),
        ("A turkeyish word and no State", []),
    ],
)  # fmt: skip
def test_names_in_running_text(text: str, names: list[str]) -> None:
    assert [found.name for found in find_delegations(text)] == names
