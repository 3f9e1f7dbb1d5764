"""What the drafts of six languages print, and what the grammars read in it."""

from __future__ import annotations

import pytest

from tests.structure.drafting import draft_of
from treatydiff.errors import LanguageError
from treatydiff.language.numbers import canonical_number, number_value
from treatydiff.language.registry import LANGUAGES, detect_language, get_language

HEADINGS = [
    # language, printed, kind, canonical number, rest of the line
    ("en", "Article 5", "article", "5", ""),
    ("en", "ARTICLE XII. Reservations", "article", "12", "Reservations"),
    ("en", "Article 5 bis Oil", "article", "5bis", "Oil"),
    ("en", "Article [17]", "article", "17", ""),
    ("en", "Article ante 58", "article", "58ante", ""),
    ("en", "PART II LIGHTS", "part", "II", "LIGHTS"),
    ("en", "Chapter IV: Oil", "chapter", "IV", "Oil"),
    ("en", "SECTION 2. FOG", "section", "2", "FOG"),
    ("en", "ANNEX III", "annex", "III", ""),
    ("en", "ANNEX", "annex", "", ""),
    ("fr", "Article premier", "article", "1", ""),
    ("fr", "ARTICLE 12 bis", "article", "12bis", ""),
    ("fr", "Article XIV – Huile", "article", "14", "Huile"),
    ("fr", "TITRE II", "title", "II", ""),
    ("fr", "CHAPITRE PREMIER", "chapter", "I", ""),
    ("fr", "Partie IV", "part", "IV", ""),
    ("fr", "Section 2 Phares", "section", "2", "Phares"),
    ("fr", "Annexe I", "annex", "I", ""),
    ("es", "Artículo 1", "article", "1", ""),
    ("es", "ARTÍCULO 12 bis", "article", "12bis", ""),
    ("es", "Artículo único", "article", "1", ""),
    ("es", "PARTE III", "part", "III", ""),
    ("es", "CAPÍTULO IV Aceite", "chapter", "IV", "Aceite"),
    ("es", "Título II", "title", "II", ""),
    ("es", "Sección 2", "section", "2", ""),
    ("es", "Anexo II", "annex", "II", ""),
    ("ru", "Статья 7", "article", "7", ""),
    ("ru", "СТАТЬЯ 12 bis", "article", "12bis", ""),
    ("ru", "ЧАСТЬ V", "part", "V", ""),
    ("ru", "Глава II: Маяки", "chapter", "II", "Маяки"),
    ("ru", "Раздел 3", "section", "3", ""),
    ("ru", "Приложение I", "annex", "I", ""),
    ("zh", "第一条", "article", "1", ""),
    ("zh", "第二十一条 油料", "article", "21", "油料"),
    ("zh", "第十二部分", "part", "XII", ""),
    ("zh", "第四章：大会", "chapter", "IV", "大会"),
    ("zh", "第二节 雾号", "section", "2", "雾号"),
    ("zh", "附件三", "annex", "III", ""),
    ("zh", "附件", "annex", "", ""),
    ("ar", "المادة 7", "article", "7", ""),
    ("ar", "المادة ١٢", "article", "12", ""),
    ("ar", "المـادة 3", "article", "3", ""),
    ("ar", "الجزء الثاني", "part", "II", ""),
    ("ar", "الفصل الثامـن", "chapter", "VIII", ""),
    ("ar", "الفصل الحادي عشر: الزيت", "chapter", "XI", "الزيت"),
    ("ar", "المرفق الأول", "annex", "I", ""),
]
TEXTS_THAT_ARE_NO_HEADINGS = [
    ("en", "The article 5 applies"), ("en", "Articles 5 and 6 apply"), ("fr", "Articles 5 et 6"),
    ("es", "Los artículos 5 y 6"), ("ru", "В статье 7 говорится"), ("zh", "根据第一条"), ("ar", "وفقا للمادة 7"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "printed", "kind", "number", "rest"), HEADINGS)
def test_headings(language: str, printed: str, kind: str, number: str, rest: str) -> None:
    form, found = next(
        (form, found)
        for form in get_language(language).headings
        if (found := form.pattern.match(printed)) is not None
    )
    assert form.kind == kind
    assert canonical_number((found["number"] or "").strip(" ()[]"), kind, language) == number
    assert found["rest"].strip(" .:：–") == rest


@pytest.mark.parametrize(("language", "printed"), TEXTS_THAT_ARE_NO_HEADINGS)
def test_texts_that_are_no_headings(language: str, printed: str) -> None:
    assert [form.kind for form in get_language(language).headings if form.pattern.match(printed)] == []


@pytest.mark.parametrize(
    ("language", "printed", "value"),
    [
        ("en", "12", 12), ("en", "XIV", 14), ("en", "TWENTY-ONE", 21), ("en", "One", 1), ("fr", "Premier", 1),
        ("es", "TERCERA", 3), ("ru", "Первая", 1), ("zh", "二十一", 21), ("zh", "一百零五", 105), ("zh", "三〇", 30),
        ("zh", "十", 10), ("ar", "١٢٣", 123), ("ar", "الثالث عشر", 13), ("en", "IIX", None), ("en", "oil", None),
    ],
)  # fmt: skip
def test_number_systems(language: str, printed: str, value: int | None) -> None:
    assert number_value(printed, language) == value


@pytest.mark.parametrize(
    ("language", "printed", "kind", "number"),
    [
        ("en", "3 bis", "article", "3bis"), ("en", "ante 58", "article", "58ante"), ("en", "4", "part", "IV"),
        ("en", "14-3", "article", "14-3"), ("en", "3l", "article", "31"), ("fr", "1 ter", "article", "1ter"),
        ("ru", "б", "subparagraph", "b"), ("ar", "ج", "subparagraph", "c"), ("ar", "أ", "subparagraph", "a"),
        ("zh", "（二）".strip("（）"), "subparagraph", "2"), ("zh", "五", "annex", "V"),
        ("ar", "الثامـن", "chapter", "VIII"),
    ],
)  # fmt: skip
def test_canonical_numbers(language: str, printed: str, kind: str, number: str) -> None:
    assert canonical_number(printed, kind, language) == number


FORMULAS = [
    # language, who the parties are, what closes the preamble, what opens a recital, what attests
    ("en", "The States Parties to this Convention,", "Have agreed as follows:", "Recalling the duty of keepers,",
     "IN WITNESS WHEREOF the undersigned have signed."),
    ("fr", "Les États Parties à la présente Convention,", "Sont convenus de ce qui suit :",
     "Rappelant le devoir des gardiens,", "EN FOI DE QUOI les soussignés ont signé."),
    ("es", "Los Estados Partes en la presente Convención,", "Han convenido en lo siguiente:",
     "Recordando el deber de los guardianes,", "EN FE DE LO CUAL los infrascritos han firmado."),
    ("ru", "Государства — участники настоящей Конвенции,", "согласились о нижеследующем:",
     "напоминая об обязанности смотрителей,", "В УДОСТОВЕРЕНИЕ ЧЕГО нижеподписавшиеся подписали."),
    ("zh", "本公约缔约国，", "兹议定如下：", "回顾守灯人的职责，", "为此，下列签署人签署了本公约。"),
    ("ar", "إن الدول الأطراف في هذه الاتفاقية،", "قد اتفقت على ما يلي:", "إذ تشير إلى واجب الحراس،",
     "وإثباتا لذلك، قام الموقعون أدناه بالتوقيع."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "parties", "closer", "recital", "attestation"), FORMULAS)
def test_formulas(language: str, parties: str, closer: str, recital: str, attestation: str) -> None:
    grammar = get_language(language)
    assert grammar.preamble_opener.match(parties)
    assert grammar.preamble_closer.match(closer)
    assert grammar.recital_opener.match(recital)
    assert grammar.closing_opener.match(attestation)
    assert not grammar.closing_opener.match(recital)
    assert not grammar.preamble_closer.match(parties)


@pytest.mark.parametrize(
    ("language", "printed", "label"),
    [
        ("en", "Option 2: Oil shall be clean.", "Option 2"), ("en", "[Alternative A]", "Alternative A"),
        ("fr", "Option 1 : L’huile est propre.", "Option 1"), ("fr", "Variante B :", "Variante B"),
        ("es", "Opción 2: El aceite será limpio.", "Opción 2"), ("ru", "Вариант 1: масло чистое.", "Вариант 1"),
        ("zh", "备选案文1：油料应清洁。", "备选案文1"), ("ar", "الخيار 1: يكون الزيت نظيفا.", "الخيار 1"),
    ],
)  # fmt: skip
def test_options(language: str, printed: str, label: str) -> None:
    found = get_language(language).option.match(printed)
    assert found is not None
    assert found["label"].strip() == label


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en", "[Deleted]"), ("fr", "[Supprimé]"), ("es", "[Suprimido]"), ("ru", "[Исключена]"), ("zh", "［删除］"),
        ("ar", "[حذفت]"),
    ],
)  # fmt: skip
def test_placeholders(language: str, printed: str) -> None:
    assert get_language(language).placeholder.match(printed)
    assert not get_language(language).placeholder.match(f"x{printed}x")


@pytest.mark.parametrize("row", FORMULAS)
def test_the_language_of_a_text_is_told(row: tuple[str, ...]) -> None:
    assert detect_language(" ".join(row[1:])) == row[0]


OTHERS = {
    "German": "Artikel {n}. Die Parteien und der Rat sind für die Lampen an der Küste verantwortlich und werden das Öl "
    "nicht ohne die Zustimmung der Versammlung verkaufen.",
    "Portuguese": "Artigo {n}. As Partes e o Conselho não vendem o óleo dos faróis sem a autorização da Assembleia, e são "
    "informados das medidas pelo Secretariado em sua sessão.",
    "Italian": "Articolo {n}. Le Parti e il Consiglio non vendono il petrolio dei fari della costa, e sono informati delle "
    "misure nella sessione che si tiene alla sede.",
    "Indonesian or Malay": "Pasal {n}. Para Pihak dan Dewan menjaga lampu di pantai dengan minyak yang dibeli oleh Majelis "
    "dari negara atau badan lain pada akhir tahun ini.",
    "Greek": "Άρθρο {n}. Κάθε Μέρος διατηρεί φάρο στην ακτή.",
    "Ukrainian": "Стаття {n}. Кожна Сторона підтримує маяк і сповіщає Раду про заходи, її зауваження є важливі.",
    "Japanese": "第{n}条 締約国は、海岸に灯台を置き、これを維持するものとする。",
    "Persian or Urdu": "ماده {n}. هر عضو چراغ دریایی را نگه می‌دارد و گزارش آن را به شورا پس از پایان سال می‌دهد.",
}


@pytest.mark.parametrize("name", OTHERS)
def test_a_text_in_none_of_the_six_is_said_to_be_in_none(name: str) -> None:
    text = "\n\n".join(OTHERS[name].format(n=n) for n in range(1, 8))
    with pytest.raises(LanguageError, match=f"the text is in {name}, which is none"):
        draft_of(text)
    assert draft_of(text, language="en").language == "en"


@pytest.mark.parametrize(
    ("own", "other", "told"),
    [
        ("en", "", []), ("en", "en", []),
        ("en", "fr", ["of the text is in French; all of it is read with the grammar of English"]),
        ("en", "ru", ["of the text is in Russian; all of it is read with the grammar of English"]),
        ("fr", "es", ["of the text is in Spanish; all of it is read with the grammar of French"]),
    ],
)  # fmt: skip
def test_a_file_in_two_languages_gets_a_word_about_it(own: str, other: str, told: list[str]) -> None:
    parts = [LONG[language] for language in (own, other) if language]
    text = "\n\n".join(f"Article {n}\n\n{part}" for n, part in enumerate([*parts] * 12, start=1))
    found = [each for each in draft_of(text, language=own).diagnostics if each.code == "mixed_languages"]
    assert [each.message.split(":")[0].partition(" % ")[2] for each in found] == told
    assert {each.severity for each in found} <= {"warning"}


LONG = {
    "en": "The Parties shall keep the lamps of the coast, and report to the Council on any of them with its oil.",
    "fr": "Les Parties gardent les lampes du littoral et font rapport au Conseil sur les mesures prises par une Partie.",
    "es": "Las Partes mantendrán las lámparas de la costa y los informes del Consejo por los que se rige el aceite.",
    "ru": "Стороны содержат лампы на побережье и представляют Совету доклад о принятых ими мерах и о масле для них.",
}


def test_there_are_six_languages() -> None:
    assert sorted(LANGUAGES) == ["ar", "en", "es", "fr", "ru", "zh"]
    assert [get_language(code).code for code in sorted(LANGUAGES)] == sorted(LANGUAGES)


def test_roman_numerals_typed_with_other_letters_make_no_other_language() -> None:
    articles = "\n\n".join(f"Статья {n}\n\nСтороны платят сбор." for n in ("І", "ІІ", "ІІІ", "ІV", "VІІІ"))
    assert draft_of(f"Договор\n\n{articles}\n").language == "ru"
