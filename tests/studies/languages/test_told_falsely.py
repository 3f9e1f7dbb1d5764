"""What versions print otherwise without saying anything else, and what looks like it and is a difference."""

from __future__ import annotations

import pytest

from tests.align.alignment_drafts import article, draft
from tests.structure.drafting import draft_of
from treatydiff.align.across.held import held
from treatydiff.align.across.lexicon import shipped_lexicon
from treatydiff.align.across.printed import prints_gaps
from treatydiff.align.across.said import Said
from treatydiff.model import Draft, Provision, ProvisionKind
from treatydiff.studies.languages.division import without_small_chapeau
from treatydiff.studies.languages.versions import compare_languages

SENTENCES = [
    # a number that is no number: the beginning of a word that a line end has parted
    ("Each Party has a lamp.", "ru", "Каждая Сто-рона имеет лампу.", []),
    ("Five or six lamps burn.", "ru", "Горят пять-шесть ламп.", []),
    ("A hundred lamps burn.", "ru", "Горят лампы.", ["figures"]),
    # a letter behind a number, without its bracket
    ("The lamp of paragraph 6 (e) of article 47 burns.", "ru", "Горит лампа пункта 6 е статьи 47.", []),
    ("The lamp of paragraph 2 (a) above burns.", "ru", "Горит лампа пункта 2 а выше.", []),
    ("The lamp of paragraph 2 (c) above burns.", "ru", "Горит лампа пункта 2 а выше.", ["references"]),
    # letters of Chinese lists
    ("The lamp of paragraph 1 (c) of article 86 burns.", "zh", "第八十六条第一项(寅)款之灯燃。", []),
    ("The lamp of paragraph 1 (b) of article 86 burns.", "zh", "第八十六条第一项(寅)款之灯燃。", ["references"]),
    # months whose day is in words; the circle for nought; nine of them
    ("Done on the twenty-sixth day of June.", "zh", "六月二十六日订立。", []),
    ("It burns until 2030.", "zh", "燃至二○三○年。", []),
    ("It burns until 2040.", "zh", "燃至二○三○年。", ["figures"]),
    ("By a vote of nine members.", "fr", "Par un vote de neuf de ses membres.", []),
    ("By a vote of eight members.", "fr", "Par un vote de neuf de ses membres.", ["figures"]),
    # a subject that negates the sentence
    ("Each Party shall sell it.", "es", "Ninguna Parte la venderá.", ["force"]),
    ("Each Party shall sell it.", "ru", "Ни одна Сторона не продает ее.", ["force"]),
    ("No Party shall sell it.", "ru", "Ни одна Сторона не продает ее.", []),
    ("No Party shall sell it.", "ru", "Каждая Сторона продает ее.", ["force"]),
    ("No Party shall sell it.", "zh", "任何缔约方不得出售。", []),
    ("No Party shall sell it.", "zh", "每一缔约方应出售。", ["force"]),
    ("No Party shall sell it.", "ar", "لا يجوز لأي طرف أن يبيعه.", []),
    ("No Party shall sell it.", "ar", "يبيعه كل طرف.", ["force"]),
    ("No Party shall sell it.", "es", "Ninguna Parte podrá venderla.", []),
    ("No Party may sell it.", "zh", "任何缔约方不得出售。", []),
    # a verb that prohibits
    ("Oil may be sold.", "es", "Queda prohibido vender aceite.", ["force"]),
    ("Oil may be sold.", "es", "Se prohíbe vender aceite.", ["force"]),
    ("Oil may be sold.", "ru", "Запрещается продавать масло.", ["force"]),
    ("It is not prohibited to sell oil.", "ru", "Не запрещается продавать масло.", []),
    ("Oil may be sold.", "zh", "禁止出售油。", ["force"]),
    ("Oil may be sold.", "zh", "被禁止的油可出售。", []),
    ("Oil may be sold.", "ar", "يحظر بيع الزيت.", ["force"]),
    ("The sale of oil is banned.", "zh", "禁止出售油。", []),
    ("It prohibits the sale of oil.", "ru", "Продажа масла запрещена.", []),
    # words of force that are none
    ("It asks whether oil may be lost.", "ru", "Он выясняет, не может ли масло пропасть.", []),
    ("Oil may be burned.", "ru", "Масло не может сжигаться.", ["force"]),
    ("Any State shall be invited to take part.", "ru", "Любое государство приглашается участвовать.", []),
    ("It meets where each member may, if it so desires, sit.", "zh", "每一理事国认为合宜时得出席。", []),
    ("It shall decide on all matters of oil.", "zh", "其应决定一切有关油的事宜。", []),
    ("The keeper should seek to count them.", "zh", "管理人需设法清点。", []),
    ("The keeper should seek to count them.", "zh", "管理人必须清点。", ["force"]),
    ("A Party shall be free to choose a lamp.", "zh", "缔约方应有自由选择一灯。", []),
    ("A keeper shall be eligible again.", "zh", "管理人得连任。", []),
    ("The Council may, if asked, count them.", "zh", "理事会如经请求，得清点之。", []),
    ("It keeps any other oil that the Council may ask it to keep.", "fr", "Il garde toute autre huile requise.", []),
    ("The Council may keep any oil.", "fr", "Le Conseil garde toute huile.", ["force"]),
    ("Each Member shall have not more than five lamps.", "es", "Ningún Miembro podrá tener más de cinco.", []),
    ("Each Member shall have five lamps.", "es", "Cada Miembro podrá tener cinco.", ["force"]),
]  # fmt: skip


@pytest.mark.parametrize(("english", "language", "other", "told"), SENTENCES)
def test_sentences(english: str, language: str, other: str, told: list[str]) -> None:
    sides = Said(english, "en", None), Said(other, language, shipped_lexicon(language))
    kinds = [each.kind for each in held(*sides, versions=True) if each.kind != "permission"]
    assert kinds == told


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("указанные в Приложении ,;", True), ("указанные в Приложении ,, а также", True),
        ("в Приложениях 9, 9,, и VIII", True), ("в Приложениях I, II, и VIII; также", False),
        ("oil, lamps; charts.", False), ("1,500 lamps, 2.5 tonnes", False),
    ],
)  # fmt: skip
def test_numbers_that_a_text_has_lost(text: str, lost: bool) -> None:
    assert prints_gaps(text) is lost


def told(english: str, french: str) -> list[tuple[str, tuple[str, ...], bool]]:
    versions = draft_of(english), draft_of(french, language="fr")
    return [
        (each.code, tuple(place.says for place in each.places), each.remark)
        for each in compare_languages(versions).differences
    ]


def test_clauses_whose_numbers_are_lost_are_told_of_once() -> None:
    english = "Article 1\n\nThe Board:\n\n" + "".join(
        f"({letter}) Keeps the lamps of Annex {number};\n\n"
        for letter, number in zip("abc", ("I", "II", "V"), strict=True)
    )
    french = "Article 1\n\nLe Conseil :\n\n" + "".join(
        f"{letter}) Garde les lampes de l’annexe {number};\n\n"
        for letter, number in zip("abc", (",", ",", "V"), strict=True)
    )
    assert told(english, french) == [("unreadable", ("—", "2 clauses with gaps"), False)]


NUMBERED = "Article 1\n\nThe Board keeps:\n\n{}\n\nIt may sell them.\n"


@pytest.mark.parametrize(
    ("english", "french", "codes"),
    [
        # one numbers what the other does not; a chapeau of a word; a label without its bracket
        ("1. The Board keeps:\n\n(a) oil of 10 kinds;\n\n(b) lamps.\n\n2. It sells them.",
         "Le Conseil garde :\n\nhuile de 12 genres ;\n\nlampes.\n\nIl les vend.", ["figures"]),
        ("(a) That:\n\n(i) oil is kept; or\n\n(ii) lamps are kept;\n\n(b) That it sells them.",
         "a)\n\ni) que l’huile est gardée ; ou\n\nii) que les lampes sont gardées ;\n\nb) qu’il les vend.", []),
        ("It keeps:\n\n(a) oil;\n\n(b) lamps;\n\n(c) charts.",
         "Il garde :\n\na) huile ;\n\nb) lampes ; c les cartes.", []),
        ("It keeps:\n\n(a) oil;\n\n(b) lamps;\n\n(c) charts.", "Il garde :\n\na) huile ;\n\nb) lampes.", ["structure"]),
    ],
)  # fmt: skip
def test_what_is_divided_alike(english: str, french: str, codes: list[str]) -> None:
    found = told(f"Article 1\n\n{english}\n", f"Article premier\n\n{french}\n")
    assert [code for code, _, _ in found] == codes


@pytest.mark.parametrize(
    ("chapeau", "left_out"),
    [
        ("That:", True), ("in that", True), ("Namely —", True), ("that is to", False),
        ("Provisional application", False), ("Lamps", False),  # headings that were read as a chapeau
    ],
)  # fmt: skip
def test_a_chapeau_that_a_language_can_do_without(chapeau: str, left_out: bool) -> None:
    opening = Provision("art_1__intro", "intro", text=chapeau)
    items = [Provision(f"art_1__para_{n}", "paragraph", str(n), text="Oil burns.") for n in (1, 2)]
    kept = (items, items) if left_out else ([opening, *items], items)
    assert without_small_chapeau([opening, *items], items) == kept
    assert without_small_chapeau(items, [opening, *items]) == kept[::-1]


RECITALS = [
    ("Recalling the lamps that were lit along the coast of every island,", "Rappelant les lampes allumées sur la côte de chaque île,"),
    ("Recognizing the need for oil of good quality in winter,", "Reconnaissant la nécessité d’une huile de bonne qualité en hiver,"),
    ("Conscious of the work of keepers who never sleep at night,", "Consciente du travail des gardiens qui ne dorment jamais la nuit,"),
    ("Desiring to promote the art of mending lamps and wicks,", "Désireuse de promouvoir l’art de réparer les lampes et les mèches,"),
    ("Noting that ships of all flags depend on those lamps,", "Notant que les navires de tous pavillons dépendent de ces lampes,"),
    ("Convinced that rules on lamps serve all peoples of the sea,", "Convaincue que des règles sur les lampes servent tous les peuples,"),
]  # fmt: skip


def _preamble(recitals: list[str], language: str) -> str:
    opening, closing = {
        "en": ("The Parties to this Agreement,", "Have agreed as follows:\n\nArticle 1\n\nLamps burn.\n"),
        "fr": ("Les Parties au présent Accord,", "Sont convenues de ce qui suit :\n\nArticle premier\n\nLes lampes brûlent.\n"),
    }[language]  # fmt: skip
    return "\n\n".join(["PREAMBLE" if language == "en" else "PRÉAMBULE", opening, *recitals, closing])


def test_recitals_on_other_lines_are_a_remark_and_a_dropped_one_is_a_difference() -> None:
    english, french = ([each[at] for each in RECITALS] for at in (0, 1))
    joined = [*french[:2], " ".join(french[2:4]), *french[4:]]
    found = told(_preamble(english, "en"), _preamble(joined, "fr"))
    assert [(code, remark) for code, _, remark in found] == [("layout", True)]
    found = told(_preamble(english, "en"), _preamble(french[:2] + french[3:], "fr"))
    assert [(code, remark) for code, _, remark in found] == [("structure", False)]


def test_paragraphs_of_an_article_that_went_together_are_a_difference() -> None:
    english, french = ([each[at].rstrip(",") + "." for each in RECITALS] for at in (0, 1))
    joined = [*french[:2], " ".join(french[2:4]), *french[4:]]
    found = told("\n\n".join(["Article 1", *english]), "\n\n".join(["Article premier", *joined]))
    assert [(code, remark) for code, _, remark in found] == [("structure", False)]


def _articles(language: str, *, titled: bool) -> str:
    word, heading, text = ("Article", "Lamps", "Lamp {} burns.") if language == "en" else (
        "Article", "Lampes", "La lampe {} brûle."
    )  # fmt: skip
    return "\n\n".join(
        f"{word} {n}\n\n{heading + chr(10) + chr(10) if titled else ''}1. {text.format(n)}\n\n2. {text.format(n)}"
        for n in range(1, 13)
    )


def test_headings_that_a_version_prints_nowhere_are_told_of_once() -> None:
    found = told(_articles("en", titled=True), _articles("fr", titled=False))
    assert found == [("heading", ("12 headings", "0 headings"), False)]
    assert told(_articles("en", titled=True), _articles("fr", titled=True)) == []


def _numbered(word: str, texts: tuple[str, ...]) -> str:
    return "\n\n".join(f"{word} {n}\n\n1. {text}\n\n2. {text}" for n, text in enumerate(texts, 1))


@pytest.mark.parametrize(
    ("word", "last", "found"),
    [
        ("Article", "Dix lampes brûlent.", []),
        ("Règle", "Dix lampes brûlent.", []),
        ("Article", "Douze lampes brûlent.", [("figures", ("10", "12"), False)] * 2),
    ],
)
def test_what_one_version_calls_a_regulation_another_calls_an_article(
    word: str, last: str, found: list[tuple[str, tuple[str, ...], bool]]
) -> None:
    english = _numbered("Regulation", ("Seven lamps burn.", "Eight lamps burn.", "Ten lamps burn."))
    assert told(english, _numbered(word, ("Sept lampes brûlent.", "Huit lampes brûlent.", last))) == found


def _annex(kind: ProvisionKind, key: str, text: str, language: str) -> Draft:
    clauses = tuple(Provision(f"annex_I__{key}_1__para_{n}", "paragraph", str(n), text=text) for n in (1, 2))
    inside = Provision(f"annex_I__{key}_1", kind, "1", children=clauses)
    annex = Provision("annex_I", "annex", "I", children=(inside,))
    return draft(article("1", "", text), annex, language=language)


def test_what_one_version_calls_a_section_of_an_annex_another_calls_an_article() -> None:
    english = _annex("section", "sec", "Seven lamps burn.", "en")
    same, other = (_annex("article", "art", f"{n} lampes brûlent.", "fr") for n in ("Sept", "Dix"))
    assert compare_languages((english, same)).differences == ()
    found = compare_languages((english, other)).differences
    assert {each.code for each in found} == {"figures"}
    assert {each.places[1].provision for each in found} == {
        "art_1__para_u1", "annex_I__art_1__para_1", "annex_I__art_1__para_2",
    }  # fmt: skip
