"""What people type to name a provision, in six languages, and what it names or why it is refused."""

from __future__ import annotations

from functools import cache

import pytest

from tests.structure.drafting import draft_of
from tests.structure.test_several_instruments import instrument
from treatydiff.errors import ScopeError
from treatydiff.model import Draft
from treatydiff.structure.addresses.named_provisions import provisions_named
from treatydiff.structure.addresses.narrowing import _ends, narrow_draft
from treatydiff.structure.addresses.nearest import nearest_provisions
from treatydiff.structure.addresses.typed import typed_steps

TEXT = (
    "CONVENTION ON LIGHTHOUSES\n\nThe States Parties to this Convention,\n\nMindful of the sea,\n\n"
    "Recalling the storms of past winters,\n\nHave agreed as follows:\n\nPART I\n\nLAMPS\n\n"
    + "".join(f"Article {n}\n\nSubject {n}\n\n1. First of {n}.\n\n2. Second of {n}.\n\n" for n in range(1, 8))
    + "PART II\n\nKEEPERS\n\nArticle 8\n\nWages\n\n1. Keepers are paid.\n\n2. States shall pay:\n\n"
    "(a) The keeper, namely:\n\n(i) by day;\n\n(ii) by night;\n\n(b) The helper.\n\n3. Wages rise.\n\n"
    "Article 8 bis\n\nLeave\n\nKeepers rest.\n\nArticle 9\n\nBoats\n\nBoats are kept.\n\n"
    "ANNEX I\n\nList of lamps\n\nLamps that burn oil.\n\n"
    "ANNEX II\n\nList of boats\n\n1. Rowing boats.\n\n2. Sailing boats.\n"
)

ARTICLE, PARAGRAPH, LETTER = "art_8", "art_8__para_2", "art_8__para_2__subpara_a"
POINT, BIS, PART, RECITAL = f"{LETTER}__point_ii", "art_8bis", "part_II", "preamble__rec_2"
RANGE = ("art_2", "art_4")

TYPED: dict[str, tuple[str, ...]] = {
    ARTICLE: (
        "8", "art 8", "Art.8", "ART 8", "arts. 8", "Article 8", "article 8.", "Article 8:", "Article8",
        "Article eight", "Article VIII", "Article No. 8", "[Article 8]", "“Article 8”", "the Article 8",
        "draft article 8", "§ 8", "§8", "Article 8 of the Convention", "Article 8 of this Convention",
        "article 8 of the present Convention", "Article 8 of the draft Convention", "Article 8 of the draft",
        "Article 8 of the Convention on Lighthouses", "Article 8 of Part II", "Part II, Article 8",
        "Article 8 - Wages", "Article 8 (Wages)", "Article 8: Wages", "Wages",
        "l'article 8", "l’article 8", "article 8 de la Convention", "article 8 de la présente Convention",
        "article 8 du projet de convention", "artículo 8", "articulo 8", "el artículo 8",
        "artículo 8 de la Convención", "artículo 8 de la presente Convención", "artículo 8 del proyecto",
        "статья 8", "статье 8", "ст. 8", "статья 8 Конвенции", "статья 8 настоящей Конвенции",
        "第八条", "第8条", "第 8 条", "公约第八条", "本公约第八条", "公约的第八条",
        "المادة 8", "المادة ٨", "مادة 8", "المادة الثامنة", "المادة 8 من الاتفاقية", "المادة 8 من هذه الاتفاقية",
    ),
    PARAGRAPH: (
        "8(2)", "8 (2)", "8.2", "8/2", "§ 8.2", "Art. 8/2", "art. 8 2)", "Art.8(2)", "Article 8, § 2",
        "art. 8 § 2", "Article 8(2) of the Convention", "paragraph 2 of Article 8", "para. 2 of art. 8",
        "para 2 art 8", "paragraphe 2 de l'article 8", "article 8, paragraphe 2",
        "article 8, par. 2", "art. 8, al. 2", "art. 8, § 2", "párrafo 2 del artículo 8", "art. 8, ap. 2",
        "artículo 8, párr. 2", "artículo 8, apartado 2", "Статья 8, пункт 2", "ст. 8, п. 2", "п. 2 ст. 8",
        "пункт 2 статьи 8", "пункт 2 статьи 8 Конвенции", "第八条第二款", "第八条第2款", "第8条第2款",
        "المادة 8 (2)", "الفقرة 2 من المادة 8", "المادة 8، الفقرة 2",
    ),
    LETTER: (
        "8(2)(a)", "8.2(a)", "8.2.a", "8/2/a", "art. 8(2)(a)", "art. 8 (2) (a)", "art 8.2.a", "art. 8.2 (a)",
        "§ 8(2)(a)", "art. 8, § 2 (a)", "Article 8, paragraph 2 (a)", "Article 8 paragraph 2 a",
        "Article 8, paragraph 2, subparagraph (a)", "Art. 8 para. 2 subpara. (a)", "Art. 8 para 2 subpara (a)",
        "Art. 8 para. 2 sub-para. (a)", "Art. 8, para. 2, lit. a", "Art. 8 para. 2 lit. (a)",
        "Art. 8, sub-paragraph 2 (a)", "paragraph 2(a) of Article 8",
        "subparagraph (a) of paragraph 2 of article 8", "article 8, paragraphe 2 a)", "article 8, par. 2, al. a)",
        "art. 8, § 2, a)", "art. 8 par. 2 let. a", "article 8, alinéa a) du paragraphe 2",
        "alinéa a) du paragraphe 2 de l'article 8", "artículo 8, párrafo 2 a)",
        "artículo 8, apartado 2, letra a)", "artículo 8, párrafo 2, inciso a)", "art. 8, párr. 2, inc. a)",
        "art. 8.2 a)", "apartado a) del párrafo 2 del artículo 8", "ст. 8 п. 2 пп. а)", "ст. 8, п. 2, подп. а)",
        "подпункт а) пункта 2 статьи 8", "подпункт (a) пункта 2 статьи 8", "статья 8(2)(а)",
        "第8条第2款(a)项", "第八条第二款（a）项", "المادة 8(2)(أ)", "الفقرة 2 (أ) من المادة 8",
        "الفقرة الفرعية (أ) من الفقرة 2 من المادة 8",
    ),
    POINT: (
        "8(2)(a)(ii)", "art 8.2.a.ii", "Art. 8, para. 2 (a) (ii)", "Art. 8 para. 2 subpara. (a) point (ii)",
    ),
    BIS: ("8 bis", "8bis", "Article 8bis", "Article 8-bis", "Article 8 BIS", "art. 8 bis", "第八条之二"),
    PART: (
        "Part II", "part ii", "PART II", "Pt. II", "part 2", "Part Two", "the Part II", "Part II of the Convention",
        "Keepers", "Part II - Keepers", "Partie II", "partie 2", "Deuxième partie", "la deuxième partie",
        "IIe partie", "IIème partie", "Parte II", "la parte II", "Segunda parte", "Часть II", "часть 2", "ч. II",
        "часть вторая", "第二部分", "第2部分", "الجزء الثاني", "الجزء 2",
    ),
    "annex_I": (
        "Annex I", "annex 1", "Annex I to the Convention", "Annexe I", "l'annexe I", "anexo I", "приложение I",
        "прил. I", "附件一", "附件1", "附件I", "المرفق الأول", "المرفق 1",
    ),
    "annex_II__para_2": ("Annex II, paragraph 2", "Annex II, para. 2", "paragraph 2 of Annex II", "Annex II § 2"),
    "preamble": (
        "Preamble", "the preamble", "Preamble to the Convention", "préambule", "Preambule", "le préambule",
        "el preámbulo", "преамбула", "序言", "الديباجة",
    ),
    RECITAL: (
        "preambular paragraph 2", "preamble, para. 2", "PP 2", "pp2", "2nd preambular paragraph",
        "alinéa 2 du préambule",
    ),
}  # fmt: skip

TYPED_RANGES = (
    "Articles 2 to 4", "arts. 2-4", "2-4", "Articles 2 through 4", "Article 2 to Article 4", "art. 2 – art. 4",
    "Articles 2 to 4 of the Convention", "articles 2 à 4", "artículos 2 a 4", "статьи 2-4", "статьи 2–4",
    "第二条至第四条", "第2至4条", "المواد 2 إلى 4",
)  # fmt: skip

REFUSED = {
    "Chapter II": "part_II (PART II)", "chapter 2": "part_II (PART II)", "Section II": "part_II (PART II)",
    "Title II": "part_II (PART II)", "chp_II": "part_II (PART II)", "Chapitre II": "part_II (PART II)",
    "Capítulo II": "part_II (PART II)", "Глава II": "part_II (PART II)", "第二章": "part_II (PART II)",
    "الفصل الثاني": "part_II (PART II)", "Part III": "part_II (PART II)", "Annex III": "annex_II (ANNEX II)",
    "Article 80": "art_8 (Article 8)", "Article 12": "art_9 (Article 9)", "8 quater": "art_8 (Article 8)",
    "Article 8(9)": "art_8__para_3 (3)", "Article 8(2)(z)": "art_8__para_2__subpara_b",
    "art. 8(2)(a)(iv)": "art_8__para_2__subpara_a__point_i", "PP 9": "preamble__rec_2",
    "Article 8 of Annex I": "art_8 (Article 8)", "Article 8, Part I": "art_8 (Article 8)",
    "Article 8 of the Vienna Convention": "art_8 (Article 8)", "Article 8 of the Protocol": "art_8 (Article 8)",
    "Article 8 of the Convention on Harbours": "art_8 (Article 8)", "议定书第八条": "art_8 (Article 8)",
    "article 8 du Protocole": "art_8 (Article 8)", "статья 8 Протокола": "art_8 (Article 8)",
    "Article 8 — Boats": "art_8 (Article 8)", "Article 8 and Wages": "art_8 (Article 8)",
    "art. 8, 2": "art_8 (Article 8)", "Artikel 8": "art_8 (Article 8)", "Artcle 8(2)": "art_8__para_2 (2)",
    "Article 8(2": "art_8 (Article 8)", "Anex I": "annex_I (ANNEX I)", "Preambel": "preamble",
    "paragraph 2": "art_1__para_2 (2)", "8.2.a.ii.3": "art_8__para_2__subpara_a__point_ii", "wage": "art_8 (Article 8)",
}  # fmt: skip
"""What names nothing here, and what is offered for it."""


@cache
def convention() -> Draft:
    return draft_of(TEXT)


@pytest.mark.parametrize(("named", "typed"), TYPED.items())
def test_what_is_typed_names_one_provision(named: str, typed: tuple[str, ...]) -> None:
    assert {words: provisions_named(convention(), words) for words in typed} == dict.fromkeys(typed, (named,))


def test_what_is_typed_names_a_range() -> None:
    assert {words: provisions_named(convention(), words) for words in TYPED_RANGES} == dict.fromkeys(
        TYPED_RANGES, RANGE
    )


def test_what_names_nothing_is_refused_with_the_nearest() -> None:
    assert {words: provisions_named(convention(), words) for words in REFUSED} == dict.fromkeys(REFUSED, ())
    near = {words: nearest_provisions(convention(), words) for words in REFUSED}
    assert {words: near[words] for words, offered in REFUSED.items() if offered not in near[words]} == {}


NEAREST = {
    "Chapter II": ("part_II (PART II)", "part_I (PART I)"),
    "Article 12": ("art_2 (Article 2)", "art_9 (Article 9)", "art_8 (Article 8)"),
    "Article 80": ("art_8 (Article 8)", "art_9 (Article 9)", "art_8bis (Article 8 bis)"),
    "Article 8(9)": ("art_8__para_3 (3)", "art_8__para_2 (2)", "art_8__para_1 (1)"),
    "Article 8(2)(z)": (f"{PARAGRAPH}__subpara_b", LETTER, POINT),
    "art. 8(2)(a)(iv)": (f"{LETTER}__point_i", POINT, f"{LETTER}__intro"),
    "PP 9": (RECITAL, "preamble__rec_1", "art_8__para_3 (3)"),
    "Anex I": ("annex_I (ANNEX I)", "annex_II (ANNEX II)"),
    "wage": ("art_8 (Article 8)",),
    "nonsense": (),
    "": (),
}
"""What is offered, in order: at most three."""


def test_the_nearest_come_in_order() -> None:
    assert {words: nearest_provisions(convention(), words) for words in NEAREST} == NEAREST


@pytest.mark.parametrize(
    ("scope", "ends"),
    [
        ("Wages-Boats", ("art_8", "art_9")),
        ("Wages — Article 9", ("art_8", "art_9")),
        ("Article 2-Leave", ("art_2", "art_8bis")),
        ("Article 8 – Article 9", ("art_8", "art_9")),
        ("Wages-PART II", ("art_8", "part_II")),
    ],
)
def test_a_scope_may_run_from_one_title_to_another(scope: str, ends: tuple[str, str]) -> None:
    assert _ends(scope, convention()) == ends


@pytest.mark.parametrize(
    ("scope", "said"),
    [
        ("Wages-Sand", "no provision 'Sand'"),
        ("Sand-Wages", "no provision 'Sand'"),
        ("Sand-Ice", "no provision 'Sand'"),
        ("Sand", "no provision 'Sand'"),
        ("Boats-Wages", "art_8 comes before art_9"),
        ("-", "no provision '-'"),
    ],
)
def test_a_scope_that_names_nothing_says_which_part(scope: str, said: str) -> None:
    with pytest.raises(ScopeError, match=said):
        narrow_draft(convention(), scope)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Part XVIII", (("part", "XVIII"),)),
        ("Part XXXVIII", (("part", "XXXVIII"),)),
        ("part iv", (("part", "IV"),)),
        ("Part IIX", ()),
        ("Part civil", ()),
        ("Part b", (("part", "B"),)),
        ("8.2.a", (("article", "8.2"), ("subparagraph", "a"))),
        ("8 2", ()),
        ("a", ()),
    ],
)
def test_letters_and_roman_numbers_are_labels(text: str, steps: tuple[tuple[str, str], ...]) -> None:
    assert typed_steps(text, "en") == steps


def test_a_part_is_no_chapter_for_whoever_narrows_either() -> None:
    with pytest.raises(ScopeError, match=r"no provision 'Chapter II'; hint: nearest: part_II \(PART II\)"):
        narrow_draft(convention(), "Chapter II")


CHINESE = "关于灯塔的公约\n\n第一条\n\n灯\n\n一、灯应点亮。\n\n二、缔约国应支付：\n\n（一）守灯人；\n\n（二）助手。\n\n第二条\n\n船\n\n船应保管。\n"
ARABIC = "المادة 1\n\nالمصابيح\n\n1- تضاء المصابيح.\n\n2- تدفع الدول:\n\n(أ) للحارس؛\n\n(ب) للمساعد.\n\nالمادة 2\n\nالقوارب\n\nتحفظ القوارب.\n"
RUSSIAN = "Статья 1\n\nЛампы\n\n1. Лампы горят.\n\n2. Государства платят:\n\nа) смотрителю;\n\nб) помощнику.\n\nСтатья 2\n\nЛодки\n\nЛодки хранятся.\n"


@pytest.mark.parametrize(
    ("text", "typed", "named"),
    [
        (CHINESE, "第一条第二款第（二）项", "art_1__para_2__subpara_2"),
        (CHINESE, "第一条第二款(二)", "art_1__para_2__subpara_2"),
        (CHINESE, "第1条第2款第2项", "art_1__para_2__subpara_2"),
        (CHINESE, "Article 1(2)", "art_1__para_2"),
        (CHINESE, "公约第二条", "art_2"),
        (ARABIC, "المادة 1 (2) (ب)", "art_1__para_2__subpara_b"),
        (ARABIC, "art. 1(2)(b)", "art_1__para_2__subpara_b"),
        (RUSSIAN, "подпункт б) пункта 2 статьи 1", "art_1__para_2__subpara_b"),
        (RUSSIAN, "ст. 1 п. 2 пп. б", "art_1__para_2__subpara_b"),
        (RUSSIAN, "art. 1.2.b", "art_1__para_2__subpara_b"),
    ],
)
def test_a_draft_is_cited_in_its_own_language_and_in_others(text: str, typed: str, named: str) -> None:
    assert provisions_named(draft_of(text), typed) == (named,)


def test_an_article_is_looked_for_in_the_instrument_that_is_named() -> None:
    draft = draft_of(
        instrument("en", "Agreement on Lamps", numbers=(1, 2, 3)) + instrument("en", "Protocol on Boats")
    )
    assert [each.main for each in draft.instruments] == [True, False]
    named = {
        "Article 2": ("art_2",),
        "Article 2 of the Agreement": ("art_2",),
        "Article 2 of the Protocol": ("doc_2__art_2",),
        "article 2 du Protocole": ("doc_2__art_2",),
        "Article 2 of the Protocol on Boats": ("doc_2__art_2",),
        "Article 3 of the Protocol": (),
        "Article 2 of the Convention": (),
    }
    assert {words: provisions_named(draft, words) for words in named} == named


def test_a_number_that_two_provisions_bear_is_no_choice_of_the_first() -> None:
    restarting = "".join(
        f"CHAPTER {chapter}\n\nHEADING\n\n"
        + "".join(f"Article {n}\n\nOf {chapter} {n}\n\nWords of {chapter} {n}.\n\n" for n in (1, 2))
        for chapter in ("I", "II")
    )
    draft = draft_of(restarting)
    with pytest.raises(ScopeError, match="several provisions are called so: chp_I__art_2, chp_II__art_2"):
        provisions_named(draft, "art. 2")
    assert provisions_named(draft, "Chapter II, Article 2") == ("chp_II__art_2",)
    assert provisions_named(draft, "art. 2 of chapter II") == ("chp_II__art_2",)


def test_what_is_far_too_long_is_no_reference() -> None:
    assert provisions_named(convention(), "of the " * 20_000) == ()
    assert nearest_provisions(convention(), "of the " * 20_000) == ()
