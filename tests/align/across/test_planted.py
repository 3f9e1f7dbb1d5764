"""What is told of a sentence in another language, and of the same sentence beside one that says otherwise."""

from __future__ import annotations

import pytest

from treatydiff.align.across.held import held
from treatydiff.align.across.lexicon import shipped_lexicon
from treatydiff.align.across.said import Said
from treatydiff.language.words.negation import may_negate, negation

VERSIONS = {
    "applies": {
        "en": "This rule applies to ships of war.", "fr": "Cette règle s’applique aux navires de guerre.",
        "es": "Esta norma se aplica a los buques de guerra.", "ru": "Это правило применяется к военным кораблям.",
        "zh": "本规则适用于军舰。", "ar": "تنطبق هذه القاعدة على السفن الحربية.",
    },
    "does not apply": {
        "en": "This rule does not apply to ships of war.",
        "fr": "Cette règle ne s’applique pas aux navires de guerre.",
        "es": "Esta norma no se aplica a los buques de guerra.",
        "ru": "Это правило не применяется к военным кораблям.", "zh": "本规则不适用于军舰。",
        "ar": "لا تنطبق هذه القاعدة على السفن الحربية.",
    },
    "two years": {
        "en": "The Council meets every two years.", "fr": "Le Conseil se réunit tous les deux ans.",
        "es": "El Consejo se reúne cada dos años.", "ru": "Совет собирается каждые два года.",
        "zh": "理事会每两年开会。", "ar": "يجتمع المجلس كل سنتين.",
    },
    "three years": {
        "en": "The Council meets every three years.", "fr": "Le Conseil se réunit tous les trois ans.",
        "es": "El Consejo se reúne cada tres años.", "ru": "Совет собирается каждые три года.",
        "zh": "理事会每三年开会。", "ar": "يجتمع المجلس كل ثلاث سنوات.",
    },
    "may": {
        "en": "A Party may sell oil.", "fr": "Une Partie peut vendre de l’huile.",
        "es": "Una Parte podrá vender aceite.", "ru": "Сторона может продавать масло.",
        "zh": "缔约方可出售油。", "ar": "يجوز للطرف أن يبيع الزيت.",
    },
    "must": {
        "en": "A Party must sell oil.", "fr": "Une Partie doit vendre de l’huile.",
        "es": "Una Parte deberá vender aceite.", "ru": "Сторона должна продавать масло.",
        "zh": "缔约方必须出售油。", "ar": "يجب على الطرف أن يبيع الزيت.",
    },
    "shall not": {
        "en": "A Party shall not sell oil.", "fr": "Une Partie ne vend pas d’huile.",
        "es": "Una Parte no venderá aceite.", "ru": "Сторона не продает масло.",
        "zh": "缔约方不得出售油。", "ar": "لا يجوز للطرف أن يبيع الزيت.",
    },
    "should": {
        "en": "A Party should sell oil.", "fr": "Une Partie devrait vendre de l’huile.",
        "es": "Una Parte debería vender aceite.", "ru": "Стороне следует продавать масло.",
        "zh": "缔约方宜出售油。", "ar": "ينبغي للطرف أن يبيع الزيت.",
    },
}  # fmt: skip
OTHERWISE = [
    ("applies", "does not apply"), ("does not apply", "applies"), ("two years", "three years"),
    ("may", "must"), ("must", "may"), ("may", "shall not"), ("shall not", "may"), ("must", "should"),
    ("should", "must"), ("must", "shall not"), ("shall not", "must"),
]  # fmt: skip
SILENT = {("should", "must", "ru")}
"""«Должен» stands for "should" in many texts, so that the lexicon knows it as an answer."""


@pytest.mark.parametrize("language", ["fr", "es", "ru", "zh", "ar"])
@pytest.mark.parametrize("versions", [True, False])
def test_sentences_that_say_the_same_and_otherwise(language: str, versions: bool) -> None:
    lexicon = shipped_lexicon(language)

    def told(one: str, other: str) -> bool:
        english, said = VERSIONS[one]["en"], VERSIONS[other][language]
        sides = Said(english, "en", None), Said(said, language, lexicon)
        found = held(*sides, versions=versions), held(*reversed(sides), versions=versions)
        assert [(each.one, each.other) for each in found[0]] == [
            (each.other, each.one) for each in found[1]
        ], (one, other)
        return bool(found[0])

    assert [name for name in VERSIONS if told(name, name)] == []
    silent = {(one, other, language) for one, other in OTHERWISE if not told(one, other)}
    assert silent <= SILENT


@pytest.mark.parametrize(
    ("english", "french", "told"),
    [
        # of two sentences the one that says otherwise, though the other has what would answer
        ("A Party may sell oil. It shall not burn it. It may count it.",
         "Une Partie doit vendre de l’huile. Elle ne la brûle pas. Elle peut la compter.", ["force"]),
        ("The rule applies to ships. It does not bind pilots.",
         "La règle ne s’applique pas aux navires. Elle ne lie pas les pilotes.", ["force"]),
        # a "should" inside a duty, and consultations that are "engaged" to an end
        ("It should keep oil. It shall ensure that lamps should be lit.", "Elle devrait garder l’huile. Elle veille à ce que les lampes "
         "soient allumées.", []),
        ("Talks shall be held to that end.", "Des consultations sont engagées à cette fin.", []),
        # what stands for a negation, and what is none
        ("The rule applies only to ships.", "La règle ne s’applique pas à d’autres que les navires.", []),
        ("The rule applies unless oil is short.", "La règle ne s’applique pas si l’huile manque.", []),
        ("It meets not later than in May.", "Elle se réunit au plus tard en mai.", []),
        ("It applies not only to ships.", "Elle s’applique aux navires et aux ports.", []),
        # durations and fractions; articles and turns of phrase count nothing
        ("By two thirds of the votes.", "Par trois quarts des voix.", ["figures"]),
        ("One of the Parties keeps it for two years.", "L’une des Parties la garde deux ans.", []),
        ("It is kept for two years.", "Elle est gardée longtemps.", []),
        ("Within one year or two years.", "Dans un délai de trois ans.", []),
    ],
)  # fmt: skip
def test_single_sentences(english: str, french: str, told: list[str]) -> None:
    sides = Said(english, "en", None), Said(french, "fr", shipped_lexicon("fr"))
    assert [each.kind for each in held(*sides, versions=True) if each.kind != "permission"] == told


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("It does not burn.", "en", "not"), ("It burns not later than May.", "en", ""),
        ("Elle ne brûle pas.", "fr", "ne brûle pas"), ("Elle ne brûle que la nuit.", "fr", ""),
        ("No arde.", "es", "No"), ("No obstante, arde.", "es", ""), ("No más de dos.", "es", ""),
        ("Не горит.", "ru", "Не"), ("Не позднее мая.", "ru", ""), ("Не может ли гореть.", "ru", ""),
        ("灯不燃。", "zh", ""), ("不同的灯", "zh", ""), ("灯不应燃。", "zh", "不"), ("不可抗力", "zh", ""),
        ("لا يحترق.", "ar", "لا"), ("لا سيما الزيت", "ar", ""), ("جزء لا يتجزأ منه", "ar", ""),
        ("brennt nicht", "de", ""),
    ],
)  # fmt: skip
def test_words_that_negate(text: str, language: str, word: str) -> None:
    assert negation(text, language) == word


@pytest.mark.parametrize(
    ("text", "language", "may"),
    [
        ("It burns.", "en", False), ("It burns only at night.", "en", True), ("Elle brûle.", "fr", False),
        ("Elle brûle sans huile.", "fr", True), ("Arde.", "es", False), ("Arde sin aceite.", "es", True),
        ("Горит.", "ru", False), ("Необходимо масло.", "ru", False), ("Горит без масла.", "ru", True),
        ("灯燃。", "zh", False), ("未燃。", "zh", True), ("يحترق.", "ar", False), ("بدون زيت", "ar", True),
        ("brennt", "de", True),
    ],
)  # fmt: skip
def test_what_may_stand_for_a_negation(text: str, language: str, may: bool) -> None:
    assert may_negate(text, language) is may
