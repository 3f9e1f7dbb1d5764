from __future__ import annotations

import pytest

from treatydiff.align.across.forces import SURE
from treatydiff.align.across.held import held
from treatydiff.align.across.lexicon import Lexicon, Translation
from treatydiff.align.across.permissions import unanswered
from treatydiff.align.across.said import Said
from treatydiff.language.across.stems import stem


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
        ("It shall light a lamp and may count it.", "fr", "Elle allume une lampe et la compte.", "may"),
        ("It may light a lamp and may count it.", "fr", "Elle peut allumer une lampe et la compter.", ""),
        (
            "Under Code No 7 it may light a lamp.",
            "fr",
            "Au titre du code no 7, elle allume une lampe.",
            "may",
        ),
        ("The oil as referred to there may be burned.", "fr", "L'huile y visée est brûlée.", "may"),
        ("A lamp may be lit only at night.", "fr", "La lampe n'est allumée que la nuit.", ""),
        (
            "It may permit sales as the rules allow.",
            "fr",
            "Elle autorise les ventes selon les règles.",
            "may",
        ),
        (
            "Signs shall be read as signs of oil and may be counted.",
            "fr",
            "Les signes sont lus et comptés.",
            "may",
        ),
        ("Unauthorised oil may be burned.", "fr", "L'huile non autorisée est brûlée.", "may"),
        ("Oil is sold as the Board may decide.", "fr", "L'huile est vendue sur décision du Conseil.", ""),
        ("The terms under which oil may be burned.", "fr", "Les conditions de la combustion.", ""),
        ("It may no longer be lit.", "fr", "Elle n'est plus allumée.", ""),
        ("It may not light a lamp.", "fr", "Elle n'allume aucune lampe.", ""),
        ("Done on 3 May 2031.", "fr", "Fait le 3 mai 2031.", ""),
        ("A Party may light a lamp.", "ar", "تضيء الدولة الطرف مصباحا.", "may"),
        ("A Party may light a lamp.", "ar", "يجوز للدولة الطرف أن تضيء مصباحا.", ""),
        ("A Party may light a lamp.", "ar", "للدولة الطرف أن تضيء مصباحا.", ""),
        # a modal that renders a "may" of a relative clause answers for no other one
        (
            "It may hold meetings at which each may sit.",
            "fr",
            "Il tient des réunions où chacun peut siéger.",
            "may",
        ),
        (
            "It may hold meetings at which each may sit.",
            "fr",
            "Il peut tenir des réunions où chacun siège.",
            "",
        ),
        (
            "It may do such work as may be given to it.",
            "es",
            "Hará los trabajos que puedan confiársele.",
            "may",
        ),
        (
            "It may do such work as may be given to it.",
            "es",
            "Podrá hacer los trabajos que se le confíen.",
            "",
        ),
        (
            "It may not burn oil, which may be sold.",
            "fr",
            "Il ne brûle pas l’huile, qui peut être vendue.",
            "",
        ),
        # turns of phrase that permit nobody
        (
            "A Party may, as far as practicable, burn oil.",
            "fr",
            "Une Partie brûle de l’huile, autant que faire se peut.",
            "may",
        ),
        (
            "For their rights and self-determination, it may light lamps.",
            "es",
            "Por sus derechos y su libre determinación, encenderá lámparas.",
            "may",
        ),
        (
            "It may hold meetings, at which each may sit.",
            "ru",
            "Он проводит заседания, на каких каждый может сидеть.",
            "may",
        ),
        ("It may light lamps, which may be old.", "zh", "其应点灯，其中可有旧灯。", "may"),
        # of two that go on with one another a modal answers the nearer one
        (
            "It may burn oil, as it is, and may sell it.",
            "ru",
            "Он сжигает масло, какое есть, и может продавать его.",
            "may",
        ),
        ("It may burn oil and may sell it.", "ru", "Он может сжигать и продавать масло.", ""),
        # words that look as if they permitted
        ("The panel may settle disputes.", "ru", "Группа разрешает споры.", "may"),
        ("The panel may light lamps.", "ru", "Группа разрешает лампы.", ""),
        ("A Party may have a vote.", "ru", "Сторона имеет право голоса.", "may"),
        ("Where practicable, it may light lamps.", "ru", "Где это возможно, он зажигает лампы.", "may"),
        # a conditional that stands for another word
        (
            "Parties to a dispute that is likely to last may seek advice.",
            "ru",
            "Стороны спора, который мог бы продлиться, ищут совета.",
            "may",
        ),
        (
            "A Party may count the potential losses.",
            "fr",
            "Une Partie compte les pertes qui pourraient survenir.",
            "may",
        ),
        ("A Party may count the losses.", "fr", "Une Partie pourrait compter les pertes.", ""),
        (
            "A Party may count the potential losses.",
            "fr",
            "Une Partie pourrait compter les pertes potentielles.",
            "",
        ),
        # no table, no word
        ("A Party may light a lamp.", "de", "Eine Partei zündet eine Lampe an.", ""),
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
        ("(Article 9(2) of the Code)", "[Article 9, paragraphe 2, du code]", []),
        ("It is in annex I(B) or, as parts B or C say, under it.", "L’annexe I, partie B ou C, le dit.", []),
        ("Paragraphs 2, 3 and 4 say so.", "Les paragraphes 2 à 4 le disent.", []),
        ("Article 13(1) says so.", "L’article 13, premier alinéa, le dit.", []),
        ("Under Chapters 2 and 3, it burns.", "Au titre des chapitres II et III, elle brûle.", []),
        ("It burns for five years; the five-year term ends.", "Elle brûle cinq ans ; cette durée s’achève.", []),
        ("The Society of Ten Elsen keeps it.", "La société Ten Elsen la garde.", []),
        ("The law of 3 mars 2031 applies.", "La loi du 3 mars 2031 s’applique.", []),
        ("It burns until 3 June 2031.", "Elle brûle jusqu’au 3 juillet 2031.", ["figures"]),
        ("It burns for five years; then ten years.", "Elle brûle cinq ans ; puis cinq ans.", ["figures"]),
        ("The Council shall, not later than 3 June, meet.", "Le Conseil se réunit au plus tard le 3 juin.", []),
        ("The Parties have undertaken to pay.", "Les Parties se sont engagées à payer.", []),
        ("The following lamps shall not be lit.", "Sont interdites les lampes suivantes.", []),
        ("The Board is empowered to light it.", "Le Conseil est habilité à l’allumer.", []),
        ("Lamps shall not be lit.", "Les lampes sont allumées.", ["force"]),
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


@pytest.mark.parametrize(
    ("english", "french", "word"),
    [
        # each sort of word answers to its own sort first, and only what is left over stands for a "may"
        ("It may, with the power to do so, burn oil.", "Elle brûle l’huile, en ayant le pouvoir.", "may"),
        ("It may burn oil.", "Elle a le pouvoir de brûler l’huile.", ""),
        ("It may, if able, burn oil.", "Si c’est permis, elle brûle l’huile.", "may"),  # "able" is answered by it
        ("It may burn oil that is allowed.", "Elle brûle l’huile autorisée.", "may"),  # in other sorts as well
        ("It may burn oil.", "Elle est autorisée à brûler l’huile.", ""),
        ("It may burn and it may sell oil.", "Elle est autorisée à brûler l’huile et elle la vend.", "may"),
        ("It may burn oil; it may sell oil.", "Elle peut brûler l’huile ; elle la vend.", "may"),
        ("It can burn oil and may sell it.", "Elle peut brûler l’huile et la vend.", "may"),  # « peut » is the "can"
        ("It can burn oil and may sell it.", "Elle peut brûler l’huile et peut la vendre.", ""),
        ("It may possibly burn oil.", "Il est possible qu’elle brûle l’huile.", "may"),
        ("It may burn oil.", "Il est possible qu’elle brûle l’huile.", ""),
        ("It may burn oil.", "Elle ne peut brûler que l’huile.", ""),
        # a word far from the "may" answers for nothing
        ("It may burn oil, lamps, charts, ropes and whatever else of such kinds is found upon a beach.",
         "Elle brûle l’huile, les lampes, les cartes, les cordes et tout ce qui se trouve sur une grève publique et libre.",
         "may"),
        ("It may burn oil, lamps, charts, ropes and whatever else of such kinds is found upon a beach.",
         "Elle est libre de brûler l’huile, les lampes, les cartes, les cordes et tout ce qui se trouve sur une grève.",
         ""),
    ],
)  # fmt: skip
def test_words_that_can_stand_for_a_may(english: str, french: str, word: str) -> None:
    assert unanswered(english, "en", french, "fr") == word


@pytest.mark.parametrize(
    ("french", "word"),
    [
        ("Elle libre, la faite", ""),  # a quarter of the sentence away from its beginning
        ("Elle, libre, la fait", "May"),  # three tenths
    ],
)
def test_how_far_from_a_may_another_word_can_stand(french: str, word: str) -> None:
    assert len(french) == 20
    assert unanswered("May it burn the oil?", "en", french, "fr") == word


@pytest.mark.parametrize(
    ("french", "word"),
    [
        ("Ah peut la faire ici", "May"),  # three of twenty letters from the first, twelve from the second
        ("Il y peut faire cela", "May"),
        ("A peut la faire bien", "may"),  # two of twenty: the second has no answer
    ],
)
def test_of_two_the_one_without_a_modal_near_it_is_told(french: str, word: str) -> None:
    assert len(french) == 20
    assert unanswered("May it, and it may, ", "en", french, "fr") == word


@pytest.mark.parametrize(("weight", "told"), [(SURE, []), (SURE - 0.01, ["force"])])
def test_a_word_that_the_lexicon_is_hardly_sure_of_answers_nothing(weight: float, told: list[str]) -> None:
    lexicon = Lexicon("fr", (), {"gard": (Translation(stem("right", "en"), weight),)}, {}, {})
    sides = Said("A Party may keep it.", "en", None), Said("Une Partie la garde.", "fr", lexicon)
    assert [each.kind for each in held(*sides)] == told
