from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydiff.language.reference_patterns import patterns_of
from treatydiff.language.references import Reference, find_references


def shown(text: str, language: str) -> list[str]:
    """References as "printed text = art 5 > para 1 | ..." in one line each."""
    return [
        f"{text[found.start : found.end]} = {_targets(found)}" for found in find_references(text, language)
    ]


def _targets(found: Reference) -> str:
    chains = [" > ".join(f"{kind} {number}" for kind, number in chain) for chain in found.targets]
    joined = (" to " if found.is_range else " | ").join(chains)
    return joined + (" (external)" if found.external else "")


ENGLISH = [
    ("under article 5 of this Convention", "article 5 = article 5"),
    ("in article 5 or 30 days", "article 5 = article 5"),
    ("articles 5 and 6", "articles 5 and 6 = article 5 | article 6"),
    ("Articles 5, 6 bis, and 7", "Articles 5, 6 bis, and 7 = article 5 | article 6bis | article 7"),
    ("articles 8 to 12, inclusive", "articles 8 to 12 = article 8 to article 12"),
    ("articles 5-7", "articles 5-7 = article 5 to article 7"),
    ("article 14-3", "article 14-3 = article 14-3"),
    (
        "article 3, paragraph 2 (a) (ii)",
        "article 3, paragraph 2 (a) (ii) = article 3 > paragraph 2 > subparagraph a > point ii",
    ),
    (
        "paragraph 1 (a) of this article",
        "paragraph 1 (a) of this article = article this > paragraph 1 > subparagraph a",
    ),
    (
        "Article 4, paragraph 2(g), of the Convention",
        "Article 4, paragraph 2(g) = article 4 > paragraph 2 > subparagraph g (external)",
    ),
    (
        "Article 16 of the United Nations Convention on the Law of the Sea",
        "Article 16 = article 16 (external)",
    ),
    ("article 7 of the present Convention", "article 7 = article 7"),
    ("Part XI, section 2", "Part XI, section 2 = part XI > section 2"),
    ("part 2 and chapter II", ["part 2 = part II", "chapter II = chapter II"]),
    ("annex III", "annex III = annex III"),
    ("part ii", "part ii = part II"),
    ("subparagraphs (a) and (b) above", "subparagraphs (a) and (b) above = subparagraph a | subparagraph b"),
    (
        "paragraph 1 (a) and (b) of article 23",
        "paragraph 1 (a) and (b) of article 23 = article 23 > paragraph 1 > subparagraph a"
        " | article 23 > paragraph 1 > subparagraph b",
    ),
    ("article 2bis", "article 2bis = article 2bis"),
    ("article ante 58", "article ante 58 = article 58ante"),
    ("article [17] bis", "article [17] bis = article 17bis"),
    ("[article 54 ante]", "article 54 ante = article 54ante"),
    ("article 5, 30 days after", "article 5 = article 5"),
    ("paragraphs 1, 2 and 4, 30 days", "paragraphs 1, 2 and 4 = paragraph 1 | paragraph 2 | paragraph 4"),
    ("Articles V and VI", "Articles V and VI = article 5 | article 6"),
    (
        "articles 12, paragraph 1, and 14, paragraph 2,",
        [
            "articles 12, paragraph 1 = article 12 > paragraph 1",
            "14, paragraph 2 = article 14 > paragraph 2",
        ],
    ),
    ("articles 12, paragraph 1, and 30 days", "articles 12, paragraph 1 = article 12 > paragraph 1"),
    (
        "paragraph 1 (a) (i) or (ii) or (b) (i)",
        "paragraph 1 (a) (i) or (ii) or (b) (i) = paragraph 1 > subparagraph a > point i"
        " | paragraph 1 > subparagraph a > point ii"
        " | paragraph 1 > subparagraph b > point i",
    ),
    ("article 15 (1) (b)", "article 15 (1) (b) = article 15 > paragraph 1 > subparagraph b"),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: str | list[str]) -> None:
    assert shown(text, "en") == ([expected] if isinstance(expected, str) else expected)


@pytest.mark.parametrize(
    "text",
    ["this article shall", "parts of the sea", "each Party 30 days after", "the article on fishing", ""],
)
def test_no_reference(text: str) -> None:
    assert shown(text, "en") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "de l’article premier", "article premier = article 1"),
        (
            "fr",
            "alinéa b) du paragraphe 1 de l’article 31",
            "alinéa b) du paragraphe 1 de l’article 31 = article 31 > paragraph 1 > subparagraph b",
        ),
        ("fr", "articles 5 à 12 du présent Accord", "articles 5 à 12 = article 5 to article 12"),
        ("fr", "l’article 5 de la Convention", "article 5 = article 5 (external)"),
        (
            "es",
            "artículo 30, párrafo 1 a)",
            "artículo 30, párrafo 1 a) = article 30 > paragraph 1 > subparagraph a",
        ),
        ("es", "parte V del presente Acuerdo", "parte V = part V"),
        ("ru", "пункта 1 статьи 5", "пункта 1 статьи 5 = article 5 > paragraph 1"),
        ("ru", "статьи 1–9 применяются", "статьи 1–9 = article 1 to article 9"),
        ("ru", "статьи 5 и 6 применяются", "статьи 5 и 6 = article 5 | article 6"),
        ("ru", "пункт 2 статьи 5", "пункт 2 статьи 5 = article 5 > paragraph 2"),
        ("en", "the Treaty on Lamps of the Sea, article 6, applies", "article 6 = article 6 (external)"),
        ("en", "Parties to this Convention on Lamps, article 6", "article 6 = article 6"),
        ("en", "Parties to the Convention light lamps, and article 6 applies", "article 6 = article 6"),
        ("fr", "la Convention du port sur les lampes, article 31", "article 31 = article 31 (external)"),
        ("fr", "l’annexe VI du règlement (UE) no 33/2011", "annexe VI = annex VI (external)"),
        ("es", "la Convención del puerto sobre lámparas, artículo 31", "artículo 31 = article 31 (external)"),
        ("en", "decision 4/Oil.2, annex, chapter II", "chapter II = chapter II (external)"),
        ("fr", "la décision 4/Oil.2, annexe, chapitre II", "chapitre II = chapter II (external)"),
        ("es", "la decisión 4/Oil.2, anexo, capítulo II", "capítulo II = chapter II (external)"),
        ("ru", "в решении 4/Oil.2, приложение, глава II", "глава II = chapter II (external)"),
        (
            "en",
            "point (m) of Article 7(2)",
            "point (m) of Article 7(2) = article 7 > paragraph 2 > subparagraph m",
        ),
        ("ru", "в статьях 5 и 6", "статьях 5 и 6 = article 5 | article 6"),
        ("zh", "根据第十二条第二款", "第十二条第二款 = article 12 > paragraph 2"),
        ("zh", "根据《公约》第二九八条", "第二九八条 = article 298 (external)"),
        ("fr", "application de l’article 287 de celle-ci", "article 287 = article 287 (external)"),
        ("zh", "第五条之二", "第五条之二 = article 5bis"),
        (
            "ar",
            "الفقرة 1 (أ) من المادة 5",
            "الفقرة 1 (أ) من المادة 5 = article 5 > paragraph 1 > subparagraph أ",
        ),
        ("ar", "الجزء الثاني", "الجزء الثاني = part II"),
    ],
)
def test_other_languages(language: str, text: str, expected: str) -> None:
    assert shown(text, language) == [expected]


def test_a_party_is_no_part_in_spanish() -> None:
    assert find_references("cada Parte 120 días después", "es") == ()


def test_a_language_without_a_table_has_none() -> None:
    assert find_references("Artikel 5", "de") == ()


def test_a_second_number_after_the_singular_is_a_reference_of_its_own() -> None:
    assert shown("under article 31 or 55 of this Convention", "en") == [
        "article 31 = article 31", "55 = article 55",
    ]  # fmt: skip


_PRINTED = {
    "en": [
        "this",
        "THE",
        "PRESENT",
        "Article",
        "ARTICLES",
        "annex",
        "para.",
        "sub-",
        "Part",
        "party",
        "item",
    ],
    "fr": ["Même", "présente", "Article", "ANNEXES", "Alinéa", "partie", "lettre", "b", "de"],
    "es": ["este", "Artículo", "PÁRRAFOS", "inciso", "b", "Parte", "del", "subapartado"],
    "ru": ["настоящей", "СТАТЬИ", "Статья", "ст.", "пунктов", "Приложение", "и"],
    "ar": ["هذه", "المادة", "والفقرة", "للمرفق", "الفقرة الفرعية"],
}
_AROUND = [
    " ",
    "  ",
    "\n",
    ", ",
    "(",
    ") ",
    "5",
    "12-14",
    "III",
    "[2]",
    "(a)",
    "a)",
    "bis",
    " and ",
    "\u0301",
    "\u00df",
]


@pytest.mark.parametrize("language", sorted(_PRINTED))
@given(data=st.data())
def test_designators_are_found_wherever_their_pattern_finds_them(language: str, data: st.DataObject) -> None:
    text = "".join(data.draw(st.lists(st.sampled_from(_PRINTED[language] + _AROUND), max_size=14)))
    patterns = patterns_of(language)
    assert patterns is not None
    found = [match.span() for match in patterns.designators_in(text)]
    assert found == [match.span() for match in patterns.designator.finditer(text)]
