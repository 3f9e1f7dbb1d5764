"""What names a theme, and what only looks so, in the six languages."""

from __future__ import annotations

import pytest

from treatydiff.score.theme_words import _key
from treatydiff.score.themes import _first_words, _named, _texts_with, load_themes

THEMES = load_themes()


def named(language: str, words: str) -> set[str]:
    texts = {"art_1": _key(words, (), language, "")}
    return {theme.name for theme in THEMES if _named(theme, texts, language)}


@pytest.mark.parametrize(
    ("language", "words", "theme"),
    [
        ("en", "Keepers respect human dignity in every tower.", "human_rights"),
        ("en", "Nobody is held in arbitrary detention at sea.", "human_rights"),
        ("en", "The High Commissioner for Human Rights sends a report.", None),
        ("fr", "Le Conseil des droits de l'homme reçoit un rapport.", None),
        ("es", "El Consejo de Derechos Humanos recibe un informe.", None),
        ("ru", "Комитет по правам человека получает доклад.", None),
        ("zh", "人权理事会收到报告。", None),
        ("ar", "يتلقى مجلس حقوق الإنسان تقريرا.", None),
        ("en", "Members are elected with due regard to gender balance.", None),
        ("en", "The Ministry of Internal Affairs sends a keeper.", None),
        ("en", "The Board may seize the opportunity to meet.", None),
        ("en", "Ships may be seized after a seizure of nets.", "procedural_powers"),
        ("en", "Oil is kept above its freezing point.", None),
        ("fr", "Les Parties respectent l'égalité des sexes.", "human_rights"),
        ("fr", "Le Conseil tient compte de l'équilibre entre les sexes parmi ses membres.", None),
        ("fr", "Les gardiens respectent la liberté de la presse.", "human_rights"),
        ("fr", "Une Partie peut saisir la Cour de la question.", None),
        ("fr", "L'État ordonne la saisie des filets.", "procedural_powers"),
        ("fr", "Les pays en développement Parties ont deux voix.", None),
        ("fr", "Le Conseil aide les pays en développement.", "technical_assistance"),
        ("fr", "La dette souveraine est réduite.", None),
        ("fr", "Chaque État exerce sa souveraineté.", "sovereignty"),
        ("fr", "L'Office des Nations Unies contre la drogue et le crime publie un rapport.", None),
        ("fr", "La formation géologique est mesurée.", None),
        ("fr", "Le port offre une formation aux gardiens.", "technical_assistance"),
        ("es", "Los órganos integran una perspectiva de género.", "human_rights"),
        ("es", "La Junta procura el equilibrio de género entre sus miembros.", None),
        ("es", "El acuerdo de salvaguardias se aplica al reactor.", None),
        ("es", "El fondo soberano compra lámparas.", None),
        ("es", "El Ministerio de Asuntos Internos envía un guardián.", None),
        ("es", "No se intervendrá en los asuntos internos de un Estado.", "sovereignty"),
        ("es", "El buque escuela ofrece capacitación.", "technical_assistance"),
        ("es", "La Oficina de las Naciones Unidas contra la Droga y el Delito informa.", None),
        ("es", "Las Partes combaten el tráfico de drogas.", "drugs_and_weapons"),
        ("ru", "Органы учитывают гендерные аспекты.", "human_rights"),
        ("ru", "При выборах учитывается гендерный баланс.", None),
        ("ru", "Министерство внутренних дел направляет смотрителя.", None),
        ("ru", "Стороны не вмешиваются во внутренние дела друг друга.", "sovereignty"),
        ("ru", "Совет передает запрашиваемую информацию.", None),
        ("ru", "Запрашиваемая Сторона дает ответ.", "cooperation"),
        ("ru", "Суверенный долг сокращается.", None),
        ("ru", "Замораживание рыбы ведется на берегу.", None),
        ("ru", "Замораживание активов отменяется судом.", "procedural_powers"),
        ("zh", "各机构应纳入性别观点。", "human_rights"),
        ("zh", "选举成员时应考虑性别均衡。", None),
        ("zh", "内政部派遣守塔人。", None),
        ("zh", "各国不得干涉别国内政。", "sovereignty"),
        ("zh", "发展中国家缔约方有两票。", None),
        ("zh", "理事会向发展中国家出借灯具。", "technical_assistance"),
        ("zh", "缔约方应制止恐怖组织。", "terrorism"),
        ("zh", "主权债务应予减少。", None),
        ("ar", "تحترم الأطراف سيادة القانون.", "human_rights"),
        ("ar", "تحترم الأطراف سيادة كل دولة.", "sovereignty"),
        ("ar", "ترسل وزارة الشؤون الداخلية حارسا.", None),
        ("ar", "يراعى التوازن الجنساني بين الأعضاء.", None),
        ("ar", "تدرج الهيئات المنظور الجنساني.", "human_rights"),
        ("ar", "يسعى المجلس إلى التوفيق بين الآراء.", None),
        ("ar", "تسوى المسألة عن طريق التوفيق.", "disputes"),
        ("ar", "في حالات النزاع المسلح تطفأ المصابيح.", None),
        ("ar", "يجوز للسلطات القيام بالعمليات السرية.", "procedural_powers"),
        ("ar", "للدول النامية الأطراف من البلدان النامية صوتان.", None),
    ],
)
def test_what_names_a_theme_and_what_only_looks_so(language: str, words: str, theme: str | None) -> None:
    assert named(language, words) == ({theme} if theme else set())


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar"])
def test_no_text_that_names_a_theme_is_left_aside(language: str) -> None:
    terms = [term.replace("*", "") for theme in THEMES for term in theme.terms_in(language)]
    texts = {f"art_{n}": _key(f"x {term}; {term.upper()}", (), language, "") for n, term in enumerate(terms)}
    texts |= {f"art_{n}a": _key(f"{term[1:]} {term[:-1]}", (), language, "") for n, term in enumerate(terms)}
    vocabulary = " ".join({key for text in texts.values() for key in text.keys})
    for theme in THEMES:
        held = _texts_with(_first_words(theme, vocabulary, language), texts)
        assert len(held) < len(texts)
        assert _named(theme, held, language) == _named(theme, texts, language) != {}


def test_words_in_brackets_are_found_by_their_places() -> None:
    text, looks = "[" + "one two] three [four " * 400, []

    class Start(int):
        def __le__(self, other: int) -> bool:
            looks.append(other)
            return int(self) <= other

    starts = [Start(at) for at, letter in enumerate(text) if letter == "["]
    spans = tuple((start, text.find("]", start) + 1 or len(text)) for start in starts)
    inside = _key(text, spans, "en", "").bracketed
    assert inside[:8] == (True, True, False, True, True, True, False, True)
    assert len(looks) < 20 * len(spans)  # not once for every word
