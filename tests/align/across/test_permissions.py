from __future__ import annotations

import pytest

from treatydiff.align.across.held import Said, held
from treatydiff.align.across.permissions import unanswered


@pytest.mark.parametrize(
    ("english", "language", "other", "word"),
    [
        # a "may" where the other version has no word that permits
        ("A Party may light a lamp.", "fr", "Une Partie allume une lampe.", "may"),
        ("A Party may light a lamp.", "es", "Una Parte encenderá una lámpara.", "may"),
        ("A Party may light a lamp.", "ru", "Сторона зажигает лампу.", "may"),
        ("A Party may light a lamp.", "zh", "缔约方应点灯。", "may"),
        # the word that usually stands there
        ("A Party may light a lamp.", "fr", "Une Partie peut allumer une lampe.", ""),
        ("A Party may light a lamp.", "es", "Una Parte podrá encender una lámpara.", ""),
        ("A Party may light a lamp.", "ru", "Сторона может зажечь лампу.", ""),
        ("A Party may light a lamp.", "zh", "缔约方可点灯。", ""),
        # another way to say so
        ("A Party may light a lamp.", "fr", "Une Partie a la faculté d'allumer une lampe.", ""),
        ("A Party may light a lamp.", "ru", "Сторона имеет право зажечь лампу.", ""),
        # a right that the English text has as well answers to that, not to the "may"
        (
            "A Party may light a lamp under its law.",
            "fr",
            "Une Partie allume une lampe selon son droit.",
            "may",
        ),
        # "peut" of another sentence does not answer
        (
            "It may light lamps. It can count them.",
            "fr",
            "Elle allume les lampes. Elle peut les compter.",
            "may",
        ),
        # a "may" that permits nobody anything
        ("It burns such oil as may be needed.", "fr", "Elle brûle l'huile nécessaire.", ""),
        ("It may not light a lamp.", "fr", "Elle n'allume aucune lampe.", ""),
        ("Done on 3 May 2031.", "fr", "Fait le 3 mai 2031.", ""),
        # no table, no word
        ("A Party may light a lamp.", "ar", "تضيء الدولة الطرف مصباحا.", ""),
    ],
)
def test_a_permission_that_the_other_version_does_not_answer(
    english: str, language: str, other: str, word: str
) -> None:
    assert unanswered(english, "en", other, language) == word


@pytest.mark.parametrize(
    ("english", "french", "told"),
    [
        ("Under article 7 of the Code of 1931.", "En vertu de l’article 7 du Code de 1931.", []),
        ("The lamps referred to in (b) burn.", "Les lampes visées au point b) brûlent.", []),
        ("Oil is bought under a ten-year plan.", "L’huile est achetée selon un plan décennal.", []),
        ("(This concerns lamps (old ones).)", "[Ceci concerne les lampes (anciennes).]", []),
        ("The lamps referred to in paragraph 3 burn.", "Les lampes visées au paragraphe 4 brûlent.",
         ["references"]),
        ("It burns for 12 hours.", "Elle brûle pendant 14 heures.", ["figures"]),
        ("The lamp [burns].", "La lampe brûle.", ["brackets"]),
    ],
)  # fmt: skip
def test_what_is_printed_anywhere_is_no_difference_between_versions(
    english: str, french: str, told: list[str]
) -> None:
    sides = Said(english, "en", None), Said(french, "fr", None)
    assert [each.kind for each in held(*sides, versions=True)] == told
    assert [each.kind for each in held(*reversed(sides), versions=True)] == told
