"""What languages print otherwise and mean alike: labels, numbers, names of acts, references."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import treatydiff
from treatydiff.errors import ReadError
from treatydiff.language.across.dates import dated_months
from treatydiff.language.across.figures import figures, reference_steps, unlike_steps
from treatydiff.language.across.labels import across_languages, same_label


@pytest.mark.parametrize(
    ("printed", "plain"),
    [("1 bis", "1a"), ("1a", "1a"), ("3ter", "3b"), ("3b", "3b"), ("13 quater", "13c"), ("5", "5"), ("IV", "iv"),
     ("art_3ter", "art_3b"), ("7 nonies", "7h"), ("7 novies", "7h"), ("7 duodecies", "7k"), ("chp_IVbis", "chp_iva"),
     ("chp_IVa", "chp_iva")],
)  # fmt: skip
def test_numbers_as_every_language_may_print_them(printed: str, plain: str) -> None:
    assert across_languages(printed) == plain


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("1a", "1 bis", True), ("1b", "1 bis", False), ("1", "1 bis", False), ("b", "б", True), ("b", "c", False),
     ("—", "–", True), ("二", "2", True), ("b", "（二）", True), ("ii", "iii", False), ("I", "II", False),
     ("II", "2", True), ("aa", "a", False), ("II", "ii", True)],
)  # fmt: skip
def test_labels_that_mean_the_same_place(one: str, other: str, same: bool) -> None:
    assert same_label(one, other) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("EUR 5 million", "en"), ("5 000 000 EUR", "fr")),
        (("EUR 2.5 million", "en"), ("2 500 000 EUR", "fr")),
        (("5 million", "en"), ("5 millions", "fr")),
        (("5 million", "en"), ("5 millones", "es")),
        (("5 million", "en"), ("5 миллионов", "ru")),
        (("by 5 May 1990", "en"), ("le 5 mai 1990", "fr")),
        (("within twenty-one days", "en"), ("vingt et un jours", "fr")),
        (("Regulation (EU) 2015/77 and Regulation 2015/77", "en"), ("le règlement (UE) 2015/77", "fr")),
        (("the tenth session, and the tenth session", "en"), ("la dixième session", "fr")),
        (("one-tenth of the oil", "en"), ("un dixième de l’huile", "fr")),
        (("for five-to-ten years", "en"), ("pendant cinq à dix ans", "fr")),
        (("over a decade", "en"), ("pendant une décennie", "fr")),
        (("a new lamp", "en"), ("un phare neuf ou d’occasion", "fr")),
        (("nine lamps", "en"), ("neuf phares", "fr")),
        (("under article 14", "en"), ("в соответствии со ста- тьей 14", "ru")),
        (("three- and four-year terms", "en"), ("трёх- и четырёхлетний сроки", "ru")),
        (("the nearest thousand euros", "en"), ("au millier d’euros inférieur", "fr")),
        (("OJ L 9, 09.08.2031", "en"), ("JO L 9 du 9.8.2031", "fr")),
        (("Article 5(2) of the Charter", "en"), ("5.2) de la charte", "fr")),
    ],
)
def test_numbers_that_are_alike(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert figures(*one) == figures(*other)


def test_numbers_of_acts_that_are_not() -> None:
    assert figures("Regulation 2201/2003", "en") != figures("règlement 2201/2013", "fr")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Regulation (EU) 2015/77 and Regulation (EC) 4/97", "en"), ("les règlements", "fr")),
        (("the exchange point (IXP) opens", "en"), ("le point d’échange (IXP) ouvre", "fr")),
        (("Article 1(1)", "en"), ("l’article 1er, paragraphe 1", "fr")),
        (("Articles 13a and 13b", "en"), ("articles 13 bis et 13 ter", "fr")),
        (("point (1)(a) of Article 2", "en"), ("l’article 2, point 1) a), de la loi", "fr")),
        (("paragraph 1 (b) above", "en"), ("au paragraphe 1, b, ci-dessus", "fr")),
        (("paragraph 1 (b) above", "en"), ("en el inciso b del párrafo 1", "es")),
        (("paragraph 1 (b) above", "en"), ("в пункте 1b, выше", "ru")),
        (("Articles 7, 9 and 11", "en"), ("المواد 7 و 9 و 11", "ar")),
        (("save that Article 10(9) applies", "en"), ("l’article 10, paragraphe 9", "fr")),
        (("Article 4(1)-(4)", "en"), ("l’article 4, paragraphes 1 à 4", "fr")),
        (("Article 3(4) of the Charter", "en"), ("l’article 3.4) de la charte", "fr")),
        (("Article 13b of the Code", "en"), ("l’article 13, point b), du code", "fr")),
        (("PARAGRAPHS 1 AND 2", "en"), ("PARAGRAPHES 1 ET 2", "fr")),
        (("Article 4(1)(a) to (c) and (f)", "en"), ("l’article 4, paragraphe 1, points a) à c) et f)", "fr")),
    ],
)
def test_references_that_are_alike(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert unlike_steps(reference_steps(*one), reference_steps(*other)) == ((), ())


def test_a_chapter_is_called_a_chapter() -> None:
    steps = reference_steps("under Chapter VII", "en"), reference_steps("du titre VIII", "fr")
    assert unlike_steps(*steps) == ((("chapter", "VII"),), (("title", "VIII"),))


ENGLISH = "Harbour Convention\n\nArticle 1\n\n1. Lamps are lit.\n\n1a. Oil is kept.\n"
FRENCH = (
    "Convention des ports\n\nArticle premier\n\n1. Les lampes sont allumées.\n\n1 bis. L’huile est gardée.\n"
)


def versions_in(folder: Path) -> list[str]:
    for name, text in (("en.txt", ENGLISH), ("fr.txt", FRENCH)):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "es.pdf").write_bytes(b"%PDF-1.4 torn")
    return [str(folder / name) for name in ("en.txt", "es.pdf", "fr.txt")]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    found = treatydiff.languages(*versions_in(tmp_path))
    assert [draft.language for draft in found.drafts] == ["en", "fr"]
    assert found.differences == ()
    said = json.loads(treatydiff.render(found, "json"))
    assert [each["file"] for each in said["unread"]] == ["es.pdf"]
    shown = " ".join(treatydiff.render(found, "terminal").split())
    assert "Not read es.pdf: " in shown
    assert (
        "no difference found in structure, numbers, references, brackets and words of force; wording was not compared"
        in shown
    )


def test_one_version_that_can_be_read_is_too_few(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"es\.pdf"):
        treatydiff.languages(*versions_in(tmp_path)[:2])


def test_a_heading_that_was_read_as_a_chapeau_is_none_that_is_missing(tmp_path: Path) -> None:
    english = "Harbour Act\n\nArticle 1\n\nLamps\n\n1. Lamps are lit.\n\n2. Oil is kept.\n"
    long = "De tout ce qui concerne les lampes, leur huile, leurs mèches et leurs gardiens " * 3
    french = f"Loi des ports\n\nArticle premier\n\n{long}\n\n1. Les lampes sont allumées.\n\n2. L’huile est gardée.\n"
    for name, text in (("en.txt", english), ("fr.txt", french)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert treatydiff.languages(str(tmp_path / "en.txt"), str(tmp_path / "fr.txt")).differences == ()


def test_chapters_one_and_two_are_no_letters_of_a_list() -> None:
    steps = reference_steps("under Chapter II.", "en"), reference_steps("согласно главе I.", "ru")
    assert unlike_steps(*steps) == ((("chapter", "II"),), (("chapter", "I"),))


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("by 9 August 2031", "en", ["August"]), ("le 9 août 2031", "fr", ["August"]),
        ("el 9 de agosto de 2031", "es", ["August"]), ("9 августа 2031 года", "ru", ["August"]),
        ("2031年8月9日", "zh", ["August"]), ("в 2031 году, 09.08.2031", "ru", ["August"]),
        ("في 9 آب/أغسطس 2031", "ar", ["August"]), ("August 9, 2031", "en", ["August"]),
        ("in May 2031", "en", ["May"]), ("under article 62 may stay", "en", []), ("in the month of May", "en", []),
        ("六个月内", "zh", []), ("1月至3月", "zh", []), ("version 13.14.2031", "en", []),
    ],
)  # fmt: skip
def test_the_months_of_dates(text: str, language: str, found: list[str]) -> None:
    assert sorted(dated_months(text, language)[1].elements()) == found
