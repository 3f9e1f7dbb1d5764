"""What a person does with the page in the second minute: the table of docs/reports.md, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from treatydiff.pipeline import compare_drafts, read_draft
from treatydiff.report.comparison.as_html import comparison_html
from treatydiff.settings import Settings

pytestmark = pytest.mark.browser

CHAIN = Path(__file__).parents[3] / "fixtures" / "chain"
SHOWN = "[...document.querySelectorAll('.texts > .unit')].filter(each => !each.hidden).map(each => each.id)"
SEEN = """() => ({
    found: document.getElementById('found').textContent,
    rows: [...document.querySelectorAll('.unit-table tbody tr:not(.group)')].filter(each => !each.hidden).length,
    clauses: [...document.querySelectorAll('.texts > .unit:not([hidden]) .clause:not([hidden])')].filter(
        each => !each.closest('details.unchanged:not([open])')).length,
})"""
AT_WORDS = """words => {
    const field = document.getElementById('find-text');
    field.value = words;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    return document.getElementById('found').textContent;
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    settings = Settings(isolate="never")
    drafts = (read_draft(CHAIN / name, settings) for name in ("1-national-draft.docx", "2-chairs-text.pdf"))
    file = tmp_path_factory.mktemp("page") / "early.html"
    file.write_text(comparison_html(compare_drafts(*drafts, settings)), encoding="utf-8")
    return file.as_uri()


@pytest.fixture(scope="module")
def window(chromium: Any, address: str) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": 1200, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture
def tab(window: Any, address: str) -> Any:
    """The page as it is when it is opened."""
    window.goto("about:blank")
    window.goto(address)
    return window


FOLDED = [
    ("the same", "The  SAME", "the same"),
    ("accents", "Protégé à l’État", "protege a l'etat"),
    ("decomposed accents", "Prote\u0301ge\u0301", "protege"),
    ("curly quotes", "“Information system” means", "information system means"),
    ("guillemets with hard spaces", "«\u00a0système\u00a0» désigne", "systeme designe"),
    ("single quotes", "‘term’ and States’ rights", "term and states rights"),
    ("an apostrophe", "State’s", "state's"),
    ("hard and narrow spaces", "Article\u00a06,\u202fparagraph 2", "article 6, paragraph 2"),
    ("dashes", "ships\u2013and\u2014boats non\u2011binding", "ships-and-boats non-binding"),
    ("soft hyphens", "juris\u00addiction", "jurisdiction"),
    ("Russian", "Ещё Й", "еще и"),
    ("vowels of Arabic, tatweel, its digits", "المَادَّة ٦ مـادة", "المادة 6 مادة"),
    ("fullwidth signs", "（６）第６条", "(6)第6条"),
]


def test_case_accents_quotes_and_spaces_do_not_matter(tab: Any) -> None:
    told = tab.evaluate("words => words.map(Words.fold)", [text for _, text, _ in FOLDED])
    assert dict(zip((name for name, _, _ in FOLDED), told, strict=True)) == {
        name: folded for name, _, folded in FOLDED
    }


NUMBERS = {
    "Article 6": ["art_6", "a--art_6"],
    "article 6": ["art_6", "a--art_6"],
    "Art. 6": ["art_6", "a--art_6"],
    "art.6": ["art_6", "a--art_6"],
    "6": ["art_6", "a--art_6"],
    "Article VI": ["art_6", "a--art_6"],
    "Статья 6": ["art_6", "a--art_6"],
    "статье 6": ["art_6", "a--art_6"],
    "第六条": ["art_6", "a--art_6"],
    "第6条": ["art_6", "a--art_6"],
    "المادة 6": ["art_6", "a--art_6"],
    "المادة ٦": ["art_6", "a--art_6"],
    "artículo 6": ["art_6", "a--art_6"],
    "Article premier": ["art_1", "a--art_1"],
    "المادة الأولى": ["art_1", "a--art_1"],
    "article 6(2)": ["art_6__para_2"],
    "Art. 6, para. 2": ["art_6__para_2"],
    "paragraph 2 of article 6": [],
    "6 (2) (b)": ["art_6__para_2__subpara_b"],
    "Article 6, paragraph 2, subparagraph (b)": ["art_6__para_2__subpara_b"],
    "Статья 6, пункт 2, подпункт b)": ["art_6__para_2__subpara_b"],
    "第六条第二款": ["art_6__para_2"],
    "Preamble": ["preamble", "a--preamble"],
    "Préambule": ["preamble", "a--preamble"],
    "Article 60": [],
    "article 6 shall apply": [],
    "article on cooperation": [],
    "shall": [],
    "A/AC.999/3": [],
}
"""What people type, and places of B and A that it names; of those in paragraphs only B's are told here."""


def test_a_number_finds_the_provisions_of_both_drafts(tab: Any) -> None:
    told = tab.evaluate(
        "asked => asked.map(words => Numbers.provisions(words).map(each => each.id))", list(NUMBERS)
    )
    for (words, expected), found in zip(NUMBERS.items(), told, strict=True):
        if expected and "__" not in expected[0]:
            assert set(expected) & set(found), words
            assert {each.removeprefix("a--") for each in found} - {f"annex__{expected[0]}"} == {
                expected[0]
            }, words
            assert found[0] in expected, words
        else:
            assert [each for each in found if not each.startswith("a--")] == expected, words


def test_a_chapter_or_annex_is_found_by_its_number(tab: Any) -> None:
    for words in ("Chapter II", "chapter 2", "Глава II", "第二章", "capítulo II"):
        tab.evaluate(AT_WORDS, words)
        by_words = tab.evaluate(SHOWN)
        tab.evaluate(AT_WORDS, "")
        tab.select_option("#find-chapter", "chp_II")
        assert set(tab.evaluate(SHOWN)) <= set(by_words), words
        tab.select_option("#find-chapter", "")
    tab.evaluate(AT_WORDS, "Annex")
    assert "annex__art_1" in tab.evaluate(SHOWN)


def test_enter_jumps_to_the_article_of_b_and_then_to_that_of_a(tab: Any) -> None:
    said = tab.evaluate(AT_WORDS, "Article 9")
    shown = tab.evaluate(SHOWN)
    assert {"art_8", "art_9"} <= set(shown)  # the ninth article of A is the eighth of B
    tab.focus("#find-text")
    places = []
    for _ in range(2):
        tab.keyboard.press("Enter")
        here = tab.locator(".here").evaluate("each => each.closest('.unit').id")
        places.append(here)
        box = tab.locator(f"#{here}").bounding_box()
        assert 0 <= box["y"] < 400
    number_in_a = tab.evaluate("document.getElementById('a--art_9').closest('.unit').id")
    assert places == ["art_9", number_in_a]
    assert tab.locator(
        "#art_9 .clause"
    ).first.is_visible()  # no words changed in it: its text was folded away
    assert number_in_a == "art_8"
    assert tab.evaluate("document.activeElement.id") == "find-text"
    number = int(said.split(" hit")[0])
    assert tab.locator("#stop").inner_text() == f"2 of {number} hits"


def test_a_heading_is_found(tab: Any) -> None:
    tab.evaluate(AT_WORDS, "protection of SOVEREIGNTY")
    assert tab.evaluate(SHOWN)
    tab.focus("#find-text")
    tab.keyboard.press("Enter")
    assert tab.locator(".here").evaluate("each => each.matches('h3') || each.closest('.unit').id") is True


def test_notes_and_front_matter_are_searched_and_named(tab: Any) -> None:
    said = tab.evaluate(AT_WORDS, "countries emerging from conflict")
    assert said == "1 hit in notes or front matter"
    tab.focus("#find-text")
    tab.keyboard.press("Enter")
    assert tab.locator(".aside.here").is_visible()
    # A filter of rows leaves them out: they are in none.
    tab.select_option("#find-relation", "amended")
    assert tab.locator("#found").inner_text() == "No provision fits"


def test_words_of_b_are_found_across_what_was_struck(tab: Any) -> None:
    words = tab.evaluate("""() => {
        for (const clause of document.querySelectorAll('.clause.changed')) {
            for (const gone of clause.querySelectorAll('.inline del')) {
                const before = gone.previousSibling, after = gone.nextSibling;
                if (!before || !after || before.nodeType !== 3 || !after.textContent.trim()) { continue; }
                const left = before.data.trim().split(/\\s+/).slice(-2).join(' ');
                const right = after.textContent.trim().split(/\\s+/)[0];
                const b = clause.querySelectorAll('.sides p')[1].textContent;
                if (b.includes(left + ' ' + right)) { return [left + ' ' + right, clause.id]; }
            }
        }
    }""")
    tab.evaluate(AT_WORDS, words[0])
    assert tab.locator(f"[id='{words[1]}']").evaluate("each => !each.hidden && !each.closest('.unit').hidden")


def test_phrases_in_quotation_marks_are_found(tab: Any) -> None:
    plain = tab.evaluate(AT_WORDS, "information system")
    assert plain.split(" hit")[0] not in ("0", "")
    for typed in ('"information system"', "“Information\u00a0System”", "«information  system»"):
        assert tab.evaluate(AT_WORDS, typed) == plain, typed


def test_enter_walks_the_hits_and_escape_clears(tab: Any) -> None:
    tab.focus("#find-text")
    tab.keyboard.type("domestic law")
    tab.keyboard.press("Enter")  # at once, before the page has looked by itself
    number = tab.locator("#found").inner_text().split(" hits in")[0]
    assert tab.locator("#stop").inner_text() == f"1 of {number} hits"
    tab.keyboard.press("Enter")
    assert tab.locator("#stop").inner_text() == f"2 of {number} hits"
    tab.keyboard.press("Shift+Enter")
    assert tab.locator("#stop").inner_text() == f"1 of {number} hits"
    assert tab.evaluate("CSS.highlights.get('here').size") >= 1
    tab.keyboard.press("Escape")
    assert tab.input_value("#find-text") == ""
    assert tab.locator("#found").inner_text().endswith(" provisions")
    assert "?" not in tab.url
    helped = tab.locator("#help").text_content()
    assert [key for key in ("Enter", "Shift", "Esc", "/") if key not in helped] == []


def test_the_number_on_a_count_is_the_number_of_rows_behind_it(tab: Any) -> None:
    links = tab.locator(".counts a").evaluate_all(
        "all => all.map(each => [each.getAttribute('href'), each.textContent, each.className])"
    )
    assert {"relation", "class", "signal"} <= {
        href.partition("?")[2].partition("=")[0] for href, _, _ in links
    }
    for href, words, look in links:
        tab.evaluate("href => { location.hash = href; }", href)
        tab.wait_for_function("href => location.hash === href", arg=href)
        tab.wait_for_timeout(20)
        seen = tab.evaluate(SEEN)
        if "relation=" in href:
            number = int(words.split()[0])
            assert seen["rows"] == number, words
            assert seen["found"].startswith(f"{number} of "), words
        else:
            number = int(words.removeprefix("in ").rpartition(" · ")[2].split()[0])
            assert seen["found"].startswith(f"{number} place"), (words, look)
            if "class=" in href:
                assert seen["clauses"] == number, words


def test_one_entry_of_the_history_for_each_deliberate_change(chromium: Any, address: str) -> None:
    tab = chromium.new_page(viewport={"width": 1200, "height": 800})
    tab.goto(address)
    entries = tab.evaluate("history.length")
    tab.select_option("#find-relation", "deleted")
    tab.select_option("#find-relation", "added")
    tab.select_option("#find-relation", "amended")
    assert tab.evaluate("history.length") == entries + 1
    tab.focus("#find-text")
    tab.keyboard.type("law", delay=150)
    tab.wait_for_timeout(200)
    for _ in range(3):
        tab.keyboard.press("Enter")
    tab.check("#layout-sides")
    assert tab.evaluate("history.length") == entries + 2
    tab.go_back()
    assert tab.input_value("#find-text") == ""
    assert tab.input_value("#find-relation") == "amended"
    assert tab.locator("#layout-sides").is_checked()  # how the page looks is no place to go back to
    tab.go_back()
    assert tab.input_value("#find-relation") == ""
    assert len(tab.evaluate(SHOWN)) == tab.locator(".texts > .unit").count()
    tab.go_forward()
    assert tab.input_value("#find-relation") == "amended"
    tab.go_back()
    tab.go_back()
    assert tab.url == "about:blank"
    tab.close()


def test_back_from_a_link_leads_to_where_one_read(tab: Any) -> None:
    tab.evaluate("location.hash = '#art_6'")
    tab.wait_for_timeout(50)
    tab.evaluate("document.getElementById('art_10').scrollIntoView()")
    tab.wait_for_timeout(600)
    before = tab.locator("#art_10").bounding_box()["y"]
    tab.evaluate("document.querySelector('.counts a.rel-deleted').click()")
    tab.wait_for_timeout(50)
    assert tab.input_value("#find-relation") == "deleted"
    tab.go_back()
    tab.wait_for_timeout(100)
    assert tab.input_value("#find-relation") == ""
    assert tab.locator("#art_10").bounding_box()["y"] == pytest.approx(before, abs=4)


ASTRAY = {
    "#art_99": "This page has no “art_99”; it is shown from its head.",
    "#art_6__para_99": "This page has no “art_6__para_99”; shown is Art. 6.",
    "#Article%206": "This page has no “Article 6”; shown is Art. 6.",
    "#table?relation=vanished": "The address asks for relation “vanished”, which this page does not have; "
    "that is left out.",
    "#?mood=gloomy&relation=added": "The address asks for mood “gloomy”, which this page does not have; "
    "that is left out.",
    "#?view=upside-down": "The address asks for view “upside-down”, which this page does not have; "
    "that is left out.",
    "#%E0%A4%A": "This page has no “%E0%A4%A”; it is shown from its head.",
}


def test_an_old_address_falls_back_and_says_so_in_one_line(tab: Any, address: str) -> None:
    faults: list[str] = []
    tab.on("pageerror", lambda fault: faults.append(str(fault)))
    for hash_, line in ASTRAY.items():
        tab.goto("about:blank")
        tab.goto(address + hash_)
        assert tab.locator("#astray span").inner_text() == line
        assert tab.locator("#astray").is_visible()
        assert tab.locator("#found").inner_text() != ""
    assert tab.evaluate(SHOWN)
    tab.click("#astray button")
    assert not tab.locator("#astray").is_visible()
    tab.goto("about:blank")
    for fine in ("", "#art_6", "#table?relation=added", "#?view=sides&words=law"):
        tab.goto("about:blank")
        tab.goto(address + fine)
        assert not tab.locator("#astray").is_visible(), fine
    assert faults == []


def test_links_in_running_text_are_told_by_more_than_colour(tab: Any) -> None:
    bare = tab.locator("main p a:not(.self, .chip)").evaluate_all(
        "all => all.filter(each => !getComputedStyle(each).textDecorationLine.includes('underline')).length"
    )
    assert tab.locator("main p a:not(.self, .chip)").count() > 5
    assert bare == 0
