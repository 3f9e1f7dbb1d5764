"""Preambles of treaties, of acts with numbered recitals, of resolutions, of agreements between named parties."""

from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of, leaves
from treatydiff.language.registry import get_language
from treatydiff.model import Draft

BODY = "\n\nArticle 1\n\nLamps are lit by night.\n\nArticle 2\n\nOil is bought by day.\n"


def preamble(draft: Draft) -> list[str]:
    """The last steps of the ids of a preamble's clauses."""
    return [name.rpartition("__")[2] for name, _ in leaves(draft) if name.startswith("preamble__")]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # in capitals
        (["THE STATES PARTIES TO THIS TREATY,", "RECOGNIZING that lamps are useful,", "DESIRING light,",
          "HAVE AGREED AS FOLLOWS:"], ["intro", "rec_1", "rec_2", "wrapup"]),
        (["THE GOVERNMENTS PARTIES TO THIS TREATY,", "MINDFUL of lamps;", "CONVINCED of oil;", "AGREE AS FOLLOWS:"],
         ["intro", "rec_1", "rec_2", "wrapup"]),
        # of an act with numbered recitals that end in full stops
        (["THE EUROPEAN PARLIAMENT AND THE COUNCIL OF THE EUROPEAN UNION,", "Having regard to the Treaty on lamps,",
          "Whereas:", "(1) Lamps are useful. They burn.", "(2) Oil is dear.", "HAVE ADOPTED THIS REGULATION:"],
         ["intro", "rec_u1", "intro-2", "rec_1", "rec_2", "wrapup"]),
        (["THE COUNCIL OF LAMPS,", "Having regard to the opinion of the keepers,", "Whereas:",
          "(1) Lamps are useful.", "HAS ADOPTED THIS DIRECTIVE:"], ["intro", "rec_u1", "intro-2", "rec_1", "wrapup"]),
        # of an agreement between named parties
        (["NORTHMARK AND SOUTHMARK (“the Parties”),", "Conscious of their lamps;", "Have agreed as follows:"],
         ["intro", "rec_1", "wrapup"]),
        (["The Republic of Northmark, of the one part,", "and the Kingdom of Southmark, of the other part,",
          "Desiring to light lamps,", "HAVE AGREED AS FOLLOWS:"], ["intro", "intro-2", "rec_1", "wrapup"]),
        (["The Government of Northmark and the Government of Southmark,", "Wishing for light,",
          "Have agreed as follows:"], ["intro", "rec_1", "wrapup"]),
        (["The President of Northmark;", "The King of Southmark:", "CONSCIOUS of lamps;", "HEREBY AGREE AS FOLLOWS:"],
         ["intro", "intro-2", "rec_1", "wrapup"]),
        # of a charter whose peoples speak over several lines
        (["WE THE PEOPLES OF THE HARBOURS", "DETERMINED", "to keep all lamps of the coast lit at night,",
          "HAVE RESOLVED TO COMBINE OUR EFFORTS"], ["intro", "rec_1", "rec_2", "wrapup"]),
        # of an agreement that names its plenipotentiaries
        (["The King of Northmark and the President of Southmark,", "Being desirous of light,",
          "Have appointed as their plenipotentiaries:", "The King of Northmark: Mr. Lamp;",
          "Who, having shown their full powers, found in good and due form, have agreed as follows:"],
         ["intro", "rec_1", "rec_2", "rec_3", "wrapup"]),
    ],
)  # fmt: skip
def test_preambles(lines: list[str], expected: list[str]) -> None:
    draft = draft_of("Agreement on Lamps\n\n" + "\n\n".join(lines) + BODY)
    assert preamble(draft) == expected
    assert draft.articles == 2
    assert draft.instruments[0].title == "Agreement on Lamps"


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("fr", ["LE PARLEMENT EUROPÉEN ET LE CONSEIL DE L’UNION EUROPÉENNE,", "vu le traité sur les lampes,",
                "considérant ce qui suit:", "(1) Les lampes sont utiles.", "ONT ADOPTÉ LE PRÉSENT RÈGLEMENT:"]),
        ("ru", ["СОВЕТ ЛАМП,", "принимая во внимание Договор о лампах,", "принимая во внимание следующее:",
                "(1) Лампы полезны.", "ПРИНЯЛ НАСТОЯЩИЙ РЕГЛАМЕНТ:"]),
        ("es", ["EL PARLAMENTO EUROPEO Y EL CONSEJO DE LA UNIÓN EUROPEA,", "Visto el Tratado de las lámparas,",
                "Considerando lo siguiente:", "(1) Las lámparas son útiles.", "HAN ADOPTADO EL PRESENTE REGLAMENTO:"]),
    ],
)  # fmt: skip
def test_acts_in_other_languages(language: str, lines: list[str]) -> None:
    article = {
        "fr": "Article premier\n\nLes lampes brûlent.",
        "es": "Artículo 1\n\nLas lámparas arden.",
        "ru": "Статья 1\n\nЛампы горят.",
    }[language]
    draft = draft_of("\n\n".join(lines) + f"\n\n{article}\n", language=language)
    assert preamble(draft)[0] == "intro"
    assert preamble(draft)[-2:] == ["rec_1", "wrapup"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["LE PARLEMENT DES LAMPES,", "vu le traité sur les lampes,", "considérant ce qui suit:",
          "(1) Les lampes sont utiles.", "A ADOPTÉ LE PRÉSENT RÈGLEMENT:"],
         ["intro", "rec_u1", "intro-2", "rec_1", "wrapup"]),
        (["Le Gouvernement du Norland,", "et", "le Gouvernement du Sudland,", "ci-après dénommés « les Parties »,",
          "Désireux de lumière,", "Sont convenus de ce qui suit :"],
         ["intro", "intro-2", "intro-3", "intro-4", "rec_1", "wrapup"]),
    ],
)  # fmt: skip
def test_french_preambles(lines: list[str], expected: list[str]) -> None:
    text = "\n\n".join([*lines, "Article premier", "Les lampes brûlent."])
    assert preamble(draft_of(text, language="fr")) == expected


def test_the_note_of_a_chair_and_the_title_stay_out_of_the_preamble() -> None:
    draft = draft_of(
        "Note by the Chair\n\n1. This text is informal. It binds nobody.\n\nCONVENTION ON LAMPS\n\n"
        "THE PARTIES TO THIS CONVENTION,\n\nNOTING lamps,\n\nHAVE AGREED AS FOLLOWS:" + BODY
    )
    assert preamble(draft) == ["intro", "rec_1", "wrapup"]
    assert [paragraph.text for paragraph in draft.front_matter][:2] == [
        "Note by the Chair", "1. This text is informal. It binds nobody.",
    ]  # fmt: skip


def test_the_title_of_an_act_is_more_than_its_last_line() -> None:
    draft = draft_of(
        "DIRECTIVE 31/4 OF THE COUNCIL OF LAMPS\n\nof 5 May 2031\n\non lamps\n\nTHE COUNCIL OF LAMPS,\n\n"
        "Having regard to the Treaty,\n\nHAS ADOPTED THIS DIRECTIVE:" + BODY
    )
    assert draft.instruments[0].title == "DIRECTIVE 31/4 OF THE COUNCIL OF LAMPS of 5 May 2031 on lamps"


@pytest.mark.parametrize(
    ("language", "body"),
    [
        *(("en", f"The {name},") for name in (
            "Board of Lamps", "Assembly of States Parties", "Conference of the States Parties to the Lamp Convention",
            "World Lamp Assembly", "Standing Committee", "Commission on Oil and Wicks", "Seventh Review Conference",
            "Lamp and Oil Council",
        )),
        ("en", "THE GOVERNING BODY OF THE HARBOUR OFFICE,"),
        *(("fr", name) for name in ("Le Conseil des lampes,", "La Réunion des Parties,", "Le Comité exécutif,",
                                    "Le Conseil économique et social,", "LA COMMISSION DES PHARES,")),
        *(("es", name) for name in ("El Consejo de Faros,", "La Junta,", "La Comisión Preparatoria de la Lámpara,")),
        *(("ru", name) for name in ("Совет ламп,", "Исполнительный комитет,", "Комиссия по маслу и фитилям,")),
        *(("zh", name) for name in ("灯塔理事会，", "经济及社会理事会，", "常设委员会，")),
        *(("ar", name) for name in ("إن مجلس المنارات،", "إن اللجنة الدائمة،")),
    ],
)  # fmt: skip
def test_the_body_of_a_resolution_is_known_by_what_it_is_not_by_its_name(language: str, body: str) -> None:
    recital, duty = RESOLUTION[language]
    text = f"7/3. X\n\n{body}\n\n{recital}\n\n1. {duty}\n\n2. {duty}\n"
    draft = draft_of(text, language=language)
    assert preamble(draft) == ["intro", "rec_1"]
    assert [paragraph.text for paragraph in draft.front_matter] == ["7/3. X"]


RESOLUTION = {
    "en": ("Noting the fog of its coasts this winter,", "Calls upon all keepers to light their lamps;"),
    "fr": ("Notant la brume de ses côtes cet hiver,", "Prie les gardiens d’allumer leurs lampes ;"),
    "es": (
        "Observando la niebla de sus costas este invierno,",
        "Pide a los guardas que enciendan sus lámparas;",
    ),
    "ru": ("отмечая туман у своих берегов этой зимой,", "просит хранителей зажигать лампы;"),
    "zh": ("注意到今冬沿岸的大雾，", "请看守人点灯；"),
    "ar": ("إذ يلاحظ الضباب على سواحله هذا الشتاء،", "يطلب إلى الحراس أن يشعلوا المصابيح؛"),
}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The Board shall meet each year,"),
        ("en", "The Board of Lamps, acting on the advice of its keepers,"),
        ("fr", "Le Conseil adopte son règlement,"),
        ("es", "La Junta adoptará su reglamento,"),
        ("ru", "Совет принимает правила,"),
        ("zh", "报告应提交灯塔委员会，"),
    ],
)
def test_a_body_that_acts_opens_no_preamble(language: str, sentence: str) -> None:
    assert get_language(language).preamble_opener.match(sentence) is None


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Approves the Rules on Lamps as contained in the annex hereto."],
        ["1. Approves the Rules on Lamps.", "2. Thanks its keepers."],
    ],
)
def test_a_decision_stands_before_the_rules_that_a_body_adopts(paragraphs: list[str]) -> None:
    text = "\n\n".join(
        ["The Board of Lamps,", "Having considered the fog,", *paragraphs, "Annex\n\nRules on Lamps"]
    )
    draft = draft_of(text + BODY)
    assert [node.id for node in draft.walk() if node.kind == "article"] == ["art_1", "art_2"]
    assert {"The Board of Lamps,", *paragraphs} <= {paragraph.text for paragraph in draft.front_matter}
