from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.reading.pdf_pages import LEFT, RIGHT, Sheets, rules_of, texts
from treatydiff.reading.contents_table import find_contents
from treatydiff.reading.heading_guard import looks_like_heading
from treatydiff.reading.lines import PageLine, pages_of
from treatydiff.reading.page_furniture import find_furniture, page_mark, running_forms


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("- 2 -", "page_number"),
        ("—12—", "page_number"),
        ("3/52", "page_number"),
        ("22-12993 3/52", "page_number"),
        ("4/52 22-12993", "page_number"),
        ("Page 1 of 20", "page_number"),
        ("1 of 54", "page_number"),
        ("page 7", "page_number"),
        ("стр. 7 из 20", "page_number"),
        ("第 7 页 共 20 页", "page_number"),
        ("22-12993 (E) 310123", "job_number"),
        ("*2212993*", "job_number"),
        ("GE.15-18324", "job_number"),
        ("12", None),
        ("Article 12", None),
        ("1/CP.21 and 2/CP.18", None),
        ("1992-1994", None),
        ("Page and section numbers", None),
    ],
)
def test_page_marks_by_form(line: str, rule: str | None) -> None:
    assert page_mark(line) == rule


@pytest.mark.parametrize(
    "line",
    [
        "Article 12", "ARTICLE 5 BIS", "[Article 5 bis]", "Article premier", "PART II", "CHAPTER IV",
        "Chapter I: Purposes and Principles", "Section 1", "ANNEX I", "Annex", "PREAMBLE", "Artículo 3",
        "CAPÍTULO II", "ANEXO", "Première partie", "PARTIE XI", "Статья 7", "ЧАСТЬ III", "Приложение I",
        "第三条", "第二部分", "附件一", "المادة 12", "المادة الأولى", "الفصل الأول", "Part One",
        "Regulation 4", "Principle 2. Lamps", "GUIDELINE A.1", "Cláusula 7", "Правило 12", "البند ٤",
    ],
)  # fmt: skip
def test_headings_are_never_furniture(line: str) -> None:
    assert looks_like_heading(line)


@pytest.mark.parametrize(
    "line",
    [
        "A/CONF.232/2023/2",
        "United Nations",
        "Convention on Mountain Waters",
        "Distr.: General",
        "parties to it",
        "Directive 2031/12/EU",
        "Standards",
        "Rules of procedure 4",
    ],
)
def test_running_heads_are_no_headings(line: str) -> None:
    assert not looks_like_heading(line)


def _pages(*pages: list[str]) -> list[list[PageLine]]:
    return [[PageLine(text, number) for text in page] for number, page in enumerate(pages, start=1)]


def _found(pages: list[list[PageLine]]) -> set[tuple[str, str]]:
    return {(rule, pages[page][index].text) for (page, index), rule in find_furniture(pages).items()}


def test_plain_text_pages_go_by_the_same_rules() -> None:
    pages = _pages(*([f"A/CONF.1/L.{n}", f"words of page {'abcdef'[n]}", f"{n}/6"] for n in range(6)))
    assert _found(pages) == {("running_head", f"A/CONF.1/L.{n}") for n in range(6)} | {
        ("page_number", f"{n}/6") for n in range(6)
    }
    assert pages_of([line for page in pages for line in page]) == pages


def test_a_repeated_heading_at_the_page_top_stays() -> None:
    pages = _pages(*(["PART II", f"Article {n}", f"words {'abcdef'[n] * 9}"] for n in range(6)))
    assert _found(pages) == set()


def test_lone_numbers_are_page_numbers_only_if_they_count_the_pages() -> None:
    counting = _pages(*([str(7 + n), f"text {'abcdef'[n] * 9}"] for n in range(6)))
    assert _found(counting) == {("page_number", str(7 + n)) for n in range(6)}
    elsewhere = _pages(*([str(31 * n + 5), f"text {'abcdef'[n] * 9}"] for n in range(6)))
    assert _found(elsewhere) == set()


def test_a_roman_heading_below_a_page_number_stays() -> None:
    pages = _pages(
        *([str(n + 1), "II" if n == 3 else "it goes on", f"text {'abcdef'[n] * 9}"] for n in range(6))
    )
    assert ("page_number", "II") not in _found(pages)


def test_two_sided_page_numbers_and_heads() -> None:
    sheets = Sheets()
    for number in range(1, 9):
        sheets.put(str(number), LEFT if number % 2 == 0 else RIGHT - 6, 800)
        sheets.put("A/CONF.9/WP.4", RIGHT - 80 if number % 2 == 0 else LEFT, 800)
        sheets.filled(5).line(f"Own end of page {'abcdefgh'[number - 1]}.").page()
    found = sheets.read()
    assert len(found.blocks) == 8 * 6
    assert {rule for rule, _ in rules_of(found)} == {"running_head"}


def test_an_article_at_the_page_top_under_a_running_head() -> None:
    sheets = Sheets()
    for number in range(1, 6):
        sheets.put("Draft convention, version of 4 May", LEFT, 800)
        sheets.centred(f"Article {number}").filled(4).put(f"- {number} -", 260, 40).page()
    found = sheets.read()
    assert [text for text in texts(found) if text.startswith("Article")] == [
        f"Article {n}" for n in range(1, 6)
    ]
    assert sorted({rule for rule, _ in rules_of(found)}) == ["page_number", "running_head"]


def test_the_same_word_at_different_heights_is_no_running_head() -> None:
    sheets = Sheets()
    for number in range(1, 6):
        sheets.skip(number).line("Organization").filled(6).page()
    assert texts(sheets.read()).count("Organization") == 5


@pytest.mark.parametrize("every", [1, 2])
def test_a_running_head_that_reads_like_a_heading_leaves_the_heading(every: int) -> None:
    sheets = Sheets().filled(3).skip().centred("PART II").centred("LIGHTS").filled(4).page()
    for number in range(2, 9):
        if number % every == 0:
            sheets.put("PART II", LEFT, 800)
        sheets.filled(5 + number % 3).page()
    found = sheets.read()
    assert texts(found).count("PART II") == 1
    assert {rule for rule, _ in rules_of(found)} == {"running_head"}
    assert found.blocks[3].text == "PART II"


def test_a_running_head_whose_heading_is_nowhere_else_stays_once() -> None:
    sheets = Sheets()
    for _ in range(5):
        sheets.put("PART II", LEFT, 800).filled(5).page()
    assert texts(sheets.read()).count("PART II") == 1


def test_a_heading_printed_twice_is_no_running_head() -> None:
    sheets = Sheets()
    for number in range(4):
        if number < 2:
            sheets.put("ANNEX", LEFT, 800)
        sheets.filled(5 + number).page()
    assert texts(sheets.read()).count("ANNEX") == 2


# --- tables of contents ------------------------------------------------------------------------


def test_contents_with_leaders_go_on_over_pages_and_hold_wrapped_entries() -> None:
    sheets = Sheets().centred("CONTENTS").line("Page", RIGHT - 24)
    for number in range(1, 8):
        sheets.line(f"Article {number}. A title . . . . . . . . . . {number + 3}")
    sheets.page().line("Article 8. A title that is too long").line("for one line . . . . . . . . . 12")
    sheets.skip().centred("Article 1").filled(3)
    found = sheets.read()
    assert [rule for rule, _ in rules_of(found)] == ["contents"] * 11
    assert texts(found)[0] == "Article 1"


def test_contents_without_leaders_need_their_title() -> None:
    entries = [f"Article {n} Some title {4 * n}" for n in range(1, 7)]
    body = ["Article 1", "The words of the text begin here and end", "with no number at all."]
    titled = _pages(["Contents", *entries, *body])
    assert find_contents(titled) == {(0, at) for at in range(7)}
    assert find_contents(_pages([*entries, *body])) == set()


def test_dotted_lines_of_a_form_are_no_contents() -> None:
    form = [
        "Done at ........",
        "on ..........",
        "in two copies",
        "for ..........",
        "for ......",
        "by ......",
        "and ....",
    ]
    assert find_contents(_pages(form)) == set()


def test_a_table_of_rates_with_leaders_is_no_contents() -> None:
    rates = [
        f"{goods} ............ {rate}"
        for goods, rate in zip("abcdefgh", (20, 5, 10, 5, 15, 0, 20, 5), strict=True)
    ]
    assert find_contents(_pages(rates)) == set()
    pages = [f"Article {n} ............ {n // 2 + 4}" for n in range(1, 9)]
    assert len(find_contents(_pages(pages))) == 8


@pytest.mark.parametrize(
    ("head", "kept"),
    [("A/XX.291/16", False), ("E/2031/L.5/Rev.1", False), ("Rule A/B", True), ("CHAPTER/2", True)],
)
def test_a_symbol_at_the_edge_of_a_later_page_is_a_running_head(head: str, kept: bool) -> None:
    sheets = Sheets()
    sheets.line("United Nations A/XX.291/16").skip().filled(6).page()
    sheets.line(head).skip().filled(6)
    assert (head in texts(sheets.read())) is kept


def _page_of(last: Sequence[str], gap: float, number: int) -> list[PageLine]:
    """A page of twelve lines of its own and some more, which begin `gap` points below them."""
    own = [
        f"words of page {'abcdef'[number]} and of line {'abcdefghijkl'[at]} that go on to the margin"
        for at in range(12)
    ]
    heights = [700.0 - 14 * at for at in range(12)]
    heights += [heights[-1] - gap - 14 * at for at in range(len(last))]
    return [
        PageLine(text, number + 1, x0=72, x1=72 + 6.0 * len(text), baseline=height, size=11)
        for text, height in zip([*own, *last], heights, strict=True)
    ]


@pytest.mark.parametrize(
    ("last", "gap", "taken"),
    [
        (("and the Parties shall report on this each year to them",), 14.0, False),
        (("2. Each Party shall report in writing on the measures taken,", "and on their costs in that year."), 28.0, False),
        (("A/CONF/12, draft of the chair",), 42.0, True),
        (("Port Conference",), 14.0, True),
        (("Records of the second Port Conference, collected by its secretariat",), 28.0, True),
    ],
)  # fmt: skip
def test_lines_that_run_on_with_the_text_are_no_running_feet(
    last: Sequence[str], gap: float, taken: bool
) -> None:
    found = find_furniture([_page_of(last, gap, number) for number in range(5)])
    assert set(found.values()) == ({"running_foot"} if taken else set())


@pytest.mark.parametrize(("times", "forms"), [(2, 3), (28, 29), (29, 1)])
def test_forms_of_a_line_of_many_numbers(times: int, forms: int) -> None:
    """A line that no margin could hold is taken as it is: its forms would be as many as its numbers."""
    assert len(running_forms("keepers' lamps 7 " * times)) == forms
