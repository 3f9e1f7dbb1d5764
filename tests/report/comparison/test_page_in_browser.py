"""The page in a real browser: every control, keyboard, addresses, print, and that it asks for nothing."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from tests.report.report_factories import compared
from treatydiff.model import Comparison, Edit
from treatydiff.pipeline import compare_drafts, read_draft
from treatydiff.report.comparison.as_html import comparison_html
from treatydiff.report.comparison.view import comparison_view
from treatydiff.settings import Settings

pytestmark = pytest.mark.browser

CHAIN = Path(__file__).parents[3] / "fixtures" / "chain"
PAIRS = {
    "early": ("1-national-draft.docx", "2-chairs-text.pdf"),
    "late": ("3-revised-text.docx", "4-final-text.pdf"),
}
HOSTILE = (
    "<script>document.title = 'taken'</script> <img src=x onerror=\"document.title = 'taken'\"> "
    "</style></script><b onmouseover=alert(1)>bold</b> {{ 7 * 7 }} &amp;"
)
SHOWN = "[...document.querySelectorAll('.texts > .unit')].filter(each => !each.hidden).map(each => each.id)"
UNDER_FINDER = """id => {
    const finder = document.getElementById('finder').getBoundingClientRect();
    return document.getElementById(id).getBoundingClientRect().top < finder.bottom;
}"""

LIT = """() => [...CSS.highlights.get('hit')].map(each => {
    const range = document.createRange();
    range.setStart(each.startContainer, each.startOffset);
    range.setEnd(each.endContainer, each.endOffset);
    return [range.toString(), Boolean(each.startContainer.parentElement.closest('.sides'))];
})"""
"""What is lit, and whether it stands in the columns."""

A_SAMPLE = """() => {
    const drop = css => document.querySelectorAll(css).forEach(each => each.remove());
    const seen = new Set();
    for (const unit of document.querySelectorAll('.texts > .unit')) {
        const kind = unit.dataset.relation + (unit.querySelector('[class^="in-"]') ? ' bracketed' : '');
        if (seen.has(kind)) { unit.remove(); }
        seen.add(kind);
    }
    drop('.clause:nth-of-type(n+4), tbody tr:nth-child(n+6), .map a:nth-of-type(n+12), .theme ~ .theme');
    document.querySelectorAll('details').forEach(each => { each.open = true; });
}"""
"""Leaves a provision of every relation and some rows of every table: on all of them axe takes too long."""


@pytest.fixture(scope="module")
def comparisons() -> dict[str, Comparison]:
    settings = Settings(isolate="never")
    return {
        name: compare_drafts(*(read_draft(CHAIN / each, settings) for each in pair), settings)
        for name, pair in PAIRS.items()
    }


@pytest.fixture(scope="module")
def pages(comparisons: dict[str, Comparison], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The address of the page of every pair, and of one whose every word is hostile."""
    hostile = compared(HOSTILE, Edit("equal", HOSTILE), Edit("insert", HOSTILE, "substantive"),
                       b_text=HOSTILE + HOSTILE)  # fmt: skip
    source = replace(hostile.b.source, label=f"{HOSTILE}.pdf")
    hostile = replace(hostile, b=replace(hostile.b, source=source))
    folder = tmp_path_factory.mktemp("pages")
    made = {}
    for name, comparison in {**comparisons, "hostile": hostile}.items():
        file = folder / f"{name}.html"
        file.write_text(comparison_html(comparison), encoding="utf-8")
        made[name] = file.as_uri()
    return made


@pytest.fixture(scope="module")
def desk(chromium: Any, pages: dict[str, str]) -> Iterator[Any]:
    """The page of the early pair in a wide window, as one who works in it has it open."""
    context = chromium.new_context(
        viewport={"width": 1200, "height": 800}, permissions=["clipboard-read", "clipboard-write"]
    )
    tab = context.new_page()
    tab.goto(pages["early"])
    yield tab
    context.close()


@pytest.fixture
def tab(desk: Any, pages: dict[str, str]) -> Any:
    """That page as it is when it is opened."""
    desk.goto("about:blank")
    desk.goto(pages["early"])
    return desk


@pytest.mark.parametrize("name", ["early", "late", "hostile"])
@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1200, "light")])
def test_it_asks_for_nothing_and_complains_of_nothing(
    chromium: Any, pages: dict[str, str], name: str, width: int, scheme: str
) -> None:
    tab = chromium.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    said: list[str] = []
    asked: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda fault: said.append(str(fault)))
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("dialog", lambda dialog: said.append(dialog.message))
    tab.goto(pages[name])
    tab.check("#layout-sides")
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    ground = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (ground == "rgb(253, 252, 249)") == (scheme == "light")
    tab.close()
    assert (said, asked) == ([], [pages[name]])


@pytest.mark.parametrize("name", ["early", "late"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier(chromium: Any, pages: dict[str, str], name: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python")
    rules = (resources.files(axe) / "axe.min.js").read_text("utf-8")
    # The policy of the page lets nobody else's script run; only here it has to.
    context = chromium.new_context(
        viewport={"width": 1200, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    tab = context.new_page()
    tab.goto(pages[name])
    tab.evaluate(A_SAMPLE)
    tab.evaluate(rules)
    found = tab.evaluate(
        "axe.run(document, { resultTypes: ['violations'] }).then(told => told.violations.map("
        "each => [each.id, each.nodes.slice(0, 3).map(node => node.html.slice(0, 120))]))"
    )
    context.close()
    assert found == []


def test_hostile_words_are_words(chromium: Any, pages: dict[str, str]) -> None:
    tab = chromium.new_page()
    tab.goto(pages["hostile"])
    assert HOSTILE in tab.locator("#art_1__para_u1 .inline").text_content()
    assert tab.title() != "taken"
    assert tab.locator("main img, main script, main b:not(.figure)").count() == 0
    tab.close()


def test_it_can_be_read_with_script_off(chromium: Any, pages: dict[str, str]) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1200, "height": 800})
    tab = context.new_page()
    tab.goto(f"{pages['early']}#art_6__para_2")
    assert not tab.locator("#finder").is_visible()
    clause = tab.locator("#art_6__para_1")
    assert clause.locator("ins").first.text_content() == ", in accordance with its domestic law,"
    tab.check("#layout-sides")
    assert not clause.locator(".inline").is_visible()
    a, b = (clause.locator(".sides p").nth(at).text_content() for at in (0, 1))
    assert "domestic law" in b
    assert "domestic law" not in a
    tab.check("#only-changes")
    assert not tab.locator("#art_1").is_visible()
    summary = tab.locator("#art_6 details.evidence summary").first
    summary.click()
    assert tab.locator("#art_6 details.evidence p").first.is_visible()
    context.close()


def test_both_layouts_say_the_same_words(tab: Any) -> None:
    said = tab.evaluate("""() => [...document.querySelectorAll('.clause.changed')].map(clause => {
        const text = (root, gone) => [...root.cloneNode(true).childNodes].filter(
            each => each.nodeName.toLowerCase() !== gone).map(each => each.textContent).join('');
        const [a, b] = clause.querySelectorAll('.sides p');
        const inline = clause.querySelector('.inline');
        const held = (side, gone) => side.querySelector('.absent') ? '' : text(side, gone);
        return [text(inline, 'ins') === held(a, 'ins'), text(inline, 'del') === held(b, 'del')];
    })""")
    assert len(said) > 40
    assert all(a and b for a, b in said)


@pytest.mark.parametrize(
    "address",
    [
        "art_6__para_2",
        "art_6__para_2__subpara_b",
        "a--art_7__para_2",
        "art_8__para_1",
        "a--art_22",
        "a--art_17",
    ],
)
def test_an_address_opens_what_it_names_clear_of_the_finder(tab: Any, address: str) -> None:
    tab.evaluate("address => { location.hash = address; }", address)
    tab.wait_for_timeout(50)
    place = tab.locator(f"[id='{address}']").evaluate(
        "each => { const box = (each.closest('.clause, .unit')).getBoundingClientRect();"
        "return [box.top, box.height]; }"
    )
    assert -1 <= place[0] < 800
    assert place[1] > 0
    assert not tab.evaluate(UNDER_FINDER, address)


def test_an_address_lifts_the_filters_that_hide_it(tab: Any) -> None:
    tab.select_option("[data-find=relation]", "deleted")
    assert "art_6" not in tab.evaluate(SHOWN)
    tab.evaluate("location.hash = 'art_6__para_1'")
    tab.wait_for_timeout(50)
    assert "art_6" in tab.evaluate(SHOWN)
    tab.check("#only-changes")
    tab.evaluate("location.hash = 'art_6__para_2__subpara_a'")
    tab.wait_for_timeout(50)
    assert tab.locator("#art_6__para_2__subpara_a").is_visible()


def test_every_choice_of_every_filter_shows_some_rows_and_not_others(tab: Any) -> None:
    everything = len(tab.evaluate(SHOWN))
    for name in ("relation", "kind", "signal", "class", "chapter", "theme"):
        values = tab.locator(f"[data-find={name}] option").evaluate_all("all => all.map(one => one.value)")
        assert len(values) > 2, name
        for value in values[1:]:
            tab.select_option(f"[data-find={name}]", value)
            shown = tab.evaluate(SHOWN)
            assert 0 < len(shown) < everything
            places = r"[\d,]+ places? in " if name in ("signal", "class") else ""
            said = tab.locator("#found").inner_text()
            assert re.fullmatch(f"{places}{len(shown)} of {everything} provisions", said), said
            rows = tab.locator(".unit-table tbody tr:not(.group):visible").count()
            assert rows == len(shown)
        tab.select_option(f"[data-find={name}]", "")
    assert len(tab.evaluate(SHOWN)) == everything


def test_filters_narrow_to_what_the_comparison_says(tab: Any, comparisons: dict[str, Comparison]) -> None:
    units = comparison_view(comparisons["early"]).units
    for relation in ("added", "deleted", "merged"):
        tab.select_option("[data-find=relation]", relation)
        assert tab.evaluate(SHOWN) == [unit.anchor for unit in units if unit.relation == relation]
    tab.click("#clear")
    tab.wait_for_timeout(50)
    assert len(tab.evaluate(SHOWN)) == len(units)
    tab.fill("#find-text", "  Mutual   LEGAL assistance ")
    tab.wait_for_timeout(250)
    assert "art_17" in tab.evaluate(SHOWN)
    assert "art_6" not in tab.evaluate(SHOWN)
    tab.fill("#find-text", "zzzz")
    tab.wait_for_timeout(250)
    assert tab.locator("#found").inner_text() == "No provision fits"


def test_minor_changes_can_be_hidden(chromium: Any, tab: Any) -> None:
    minor = tab.locator(".texts del.minor").first
    assert minor.evaluate("each => getComputedStyle(each).display") != "none"
    tab.check("#hide-minor")
    assert minor.evaluate("each => getComputedStyle(each).display") == "none"
    kept = tab.locator(".texts ins.minor").first.evaluate("each => getComputedStyle(each).textDecorationLine")
    assert kept == "none"


def test_keys_walk_the_changes_and_work_the_page(tab: Any) -> None:
    walked = []
    for key in ("n", "n", "n", "p", "p"):
        tab.keyboard.press(key)
        walked.append(tab.evaluate("document.activeElement.id"))
    assert walked[:2] == walked[4:] + walked[3:4]
    assert len({*walked}) == 3
    assert not tab.evaluate(UNDER_FINDER, walked[-1])
    tab.keyboard.press("s")
    assert tab.locator("#layout-sides").is_checked()
    tab.keyboard.press("/")
    assert tab.evaluate("document.activeElement.id") == "find-text"
    tab.keyboard.type("n?p")
    assert tab.input_value("#find-text") == "n?p"
    assert not tab.locator("#help").is_visible()
    tab.keyboard.press("Escape")
    tab.keyboard.press("?")
    assert tab.locator("#help").is_visible()
    tab.keyboard.press("Escape")
    assert not tab.locator("#help").is_visible()


def test_the_keys_pass_over_what_is_hidden(tab: Any) -> None:
    tab.select_option("[data-find=relation]", "deleted")
    tab.locator("#find-relation").evaluate("each => each.blur()")
    shown = tab.evaluate(SHOWN)
    seen = set()
    for _ in range(len(shown) + 2):
        tab.click("#step-on")
        seen.add(tab.evaluate("document.activeElement.closest('.unit').id"))
    assert seen <= set(shown)


def test_a_ribbon_lights_up_and_leads_to_its_provision(tab: Any) -> None:
    ribbon = tab.locator('.map a[href="#art_20"]')
    quiet = ribbon.locator("path").first.evaluate("each => getComputedStyle(each).fillOpacity")
    ribbon.focus()
    lit = ribbon.locator("path").first.evaluate("each => getComputedStyle(each).fillOpacity")
    assert float(lit) > 2 * float(quiet)
    tab.keyboard.press("Enter")
    assert tab.url.endswith("#art_20")
    assert not tab.evaluate(UNDER_FINDER, "art_20")


def test_a_citation_can_be_copied_everywhere(tab: Any) -> None:
    # Off the screen the browser lays nothing out, so the whole page counts them in its tree.
    bare = "all => all.filter(each => each.textContent && !each.querySelector('.cite')).length"
    assert tab.locator(".clause").evaluate_all(bare) == 0
    tab.locator("#art_6__para_1 .cites summary").click()
    tab.locator("#art_6__para_1 .copy").last.click()
    tab.wait_for_timeout(50)
    assert tab.evaluate("navigator.clipboard.readText()") == "A/AC.999/3, Art. 6, para. 1, p. 5"
    assert tab.locator("#art_6__para_1 .copy").last.inner_text() == "Copied"


def test_moves_are_linked_both_ways(tab: Any) -> None:
    links = tab.locator(".moves").evaluate_all(
        "all => all.map(each => [each.closest('.unit').id, each.textContent.trim().split(' ')[0],"
        "[...each.querySelectorAll('a')].map(a => a.hash.slice(1))])"
    )
    stood = {(unit, target) for unit, word, targets in links if word == "In" for target in targets}
    left = {(target, unit) for unit, word, targets in links if word == "Stood" for target in targets}
    assert stood == left
    assert stood


def test_brackets_are_tinted_by_depth(chromium: Any, pages: dict[str, str]) -> None:
    tab = chromium.new_page()
    tab.goto(pages["late"])
    grounds = [
        tab.locator(f".texts .in-{depth}:not(ins *):not(del *)").first.evaluate(
            "each => getComputedStyle(each).backgroundColor"
        )
        for depth in (1, 2)
        if tab.locator(f".texts .in-{depth}:not(ins *):not(del *)").count()
    ]
    assert grounds
    assert len({*grounds, "rgba(0, 0, 0, 0)"}) == len(grounds) + 1
    tab.close()


def test_it_prints_all_of_the_text_and_none_of_the_controls(tab: Any) -> None:
    from pdfminer.high_level import extract_text

    tab.check("#layout-sides")
    printed = " ".join(extract_text(io.BytesIO(tab.pdf())).split())
    for words in ("sha256 226cb80f", "24 of 30 articles of B", "What the drafts say of their own standing",
                  "A/AC.999/3, Art. 30", "towards less binding wording"):  # fmt: skip
        assert words in printed
    for words in ("Next change", "Side by side", "Copy", "Only changed clauses"):
        assert words not in printed


def test_what_is_looked_for_is_lit_counted_and_unfolded(tab: Any) -> None:
    folds = "[...document.querySelectorAll('details.unchanged')].filter(each => each.open).length"
    assert tab.evaluate(folds) == 0
    tab.fill("#find-text", "information  SYSTEM")
    tab.wait_for_timeout(250)
    said = tab.locator("#found").inner_text()
    lit = tab.evaluate(LIT)
    # Struck words between two words of B are not lit: such a hit is lit in pieces.
    number = int(said.partition(" hits in ")[0])
    assert said.startswith(f"{number} hits in {len(tab.evaluate(SHOWN))} of ")
    assert "".join("".join(each.lower().split()) for each, _ in lit) == "informationsystem" * number
    assert not any(beside for _, beside in lit)
    tab.check("#layout-sides")
    both = tab.evaluate(LIT)
    assert [each for each in both if not each[1]] == lit
    columns = "".join("".join(each.lower().split()) for each, beside in both if beside)
    assert columns == "informationsystem" * (len(columns) // len("informationsystem"))
    assert columns
    assert tab.evaluate(folds) > 0
    tab.click("#clear")
    tab.wait_for_timeout(50)
    assert tab.evaluate(folds) == 0
    assert tab.evaluate("CSS.highlights.get('hit').size") == 0


def test_the_steps_are_counted(tab: Any) -> None:
    changed = tab.locator(".texts .clause.changed").count()
    tab.keyboard.press("n")
    tab.keyboard.press("n")
    assert tab.locator("#stop").inner_text() == f"2 of {changed} changes"
    tab.select_option("[data-find=relation]", "deleted")
    tab.click("#step-on")
    fewer = tab.locator(".texts .unit:not([hidden]) .clause.changed").count()
    assert tab.locator("#stop").inner_text() == f"1 of {fewer} changes"


def test_filters_of_signals_and_classes_work_on_clauses(tab: Any) -> None:
    tab.select_option("[data-find=signal]", "obligation-")
    clauses = tab.locator(".texts .unit:not([hidden]) .clause")
    drawn = "all.filter(each => getComputedStyle(each).display !== 'none')"
    values = clauses.evaluate_all(f"all => {drawn}.map(each => each.dataset.signal || '')")
    assert values
    assert all("obligation-" in value for value in values)
    tab.select_option("[data-find=signal]", "")
    tab.select_option("[data-find=class]", "bracket")
    classes = clauses.evaluate_all(f"all => {drawn}.map(each => each.dataset.class || '')")
    assert classes
    assert all("bracket" in value.split() for value in classes)


def test_a_view_can_be_sent(chromium: Any, tab: Any) -> None:
    tab.check("#layout-sides")
    tab.check("#hide-minor")
    tab.select_option("[data-find=relation]", "amended")
    tab.fill("#find-text", "domestic law")
    tab.wait_for_timeout(250)
    tab.evaluate("location.hash = '#art_6' + location.hash.slice(location.hash.indexOf('?'))")
    shown = tab.evaluate(SHOWN)
    other = chromium.new_page(viewport={"width": 1200, "height": 800})
    other.goto(tab.url)
    assert other.evaluate(SHOWN) == shown
    assert other.locator("#layout-sides").is_checked()
    assert other.locator("#hide-minor").is_checked()
    assert other.input_value("#find-text") == "domestic law"
    assert other.input_value("[data-find=relation]") == "amended"
    assert not other.evaluate(UNDER_FINDER, "art_6")
    other.close()
    tab.click("#send")
    tab.wait_for_timeout(50)
    assert tab.evaluate("navigator.clipboard.readText()") == tab.url.rpartition("/")[2]


def test_who_narrows_the_text_sees_the_head_of_what_is_left(tab: Any) -> None:
    tab.evaluate("location.hash = '#art_20'")
    tab.wait_for_timeout(50)
    tab.select_option("[data-find=chapter]", index=2)
    tab.wait_for_timeout(50)
    assert not tab.evaluate(UNDER_FINDER, "text")
    assert tab.locator("#text").bounding_box()["y"] < 400


def test_counts_and_chips_lead_to_what_they_count(tab: Any) -> None:
    tab.click(".counts a.rel-deleted")
    tab.wait_for_timeout(50)
    assert tab.input_value("[data-find=relation]") == "deleted"
    assert tab.evaluate(SHOWN) == tab.evaluate(
        "[...document.querySelectorAll('.texts > .unit[data-relation~=deleted]')].map(each => each.id)"
    )
    tab.click("#clear")
    tab.wait_for_timeout(50)
    tab.click(".counts a.chip")
    tab.wait_for_timeout(50)
    value = tab.input_value("[data-find=signal]")
    assert value
    assert 0 < len(tab.evaluate(SHOWN)) == tab.locator(f".texts > .unit[data-signal*='{value}']").count()


def test_a_rail_says_where_the_reader_is(chromium: Any, pages: dict[str, str]) -> None:
    page = chromium.new_page(viewport={"width": 1500, "height": 900})
    page.goto(pages["early"] + "#art_6")
    page.wait_for_timeout(200)
    assert page.locator(".rail a[aria-current]").get_attribute("href") == "#art_6"
    assert page.locator(".rail a").count() == page.locator(".texts > .unit").count()
    page.click(".rail a[href='#art_20']")
    page.wait_for_timeout(200)
    assert page.locator(".rail a[aria-current]").get_attribute("href") == "#art_20"
    box = page.locator(".rail a[aria-current]").bounding_box()
    assert 0 <= box["y"] < 900
    of_a = page.locator(".rail a[href^='#a--']").all_inner_texts()
    assert of_a
    assert all(each.startswith("A: Art. ") for each in of_a)
    page.set_viewport_size({"width": 1200, "height": 900})
    assert not page.locator(".rail").is_visible()
    page.close()


def test_side_by_side_each_column_keeps_its_head(tab: Any) -> None:
    heads = tab.locator(".side-heads")
    assert not heads.is_visible()
    tab.check("#layout-sides")
    tab.evaluate("location.hash = '#art_20'")
    tab.wait_for_timeout(50)
    assert heads.is_visible()
    box = heads.bounding_box()
    finder = tab.locator("#finder").bounding_box()
    assert box["y"] == pytest.approx(finder["height"], abs=2)
    assert [each.split()[0] for each in heads.locator("p").all_inner_texts()] == ["A", "B"]


def test_on_the_phone_the_finder_stays_and_folds_its_filters(chromium: Any, pages: dict[str, str]) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    page.goto(pages["early"] + "#art_20")
    page.wait_for_timeout(100)
    assert page.locator("#finder").bounding_box()["y"] == pytest.approx(0, abs=1)
    assert page.locator("#finder").bounding_box()["height"] < 844 / 5
    assert not page.locator("#find-relation").is_visible()
    page.click("#more")
    assert page.locator("#find-relation").is_visible()
    assert page.locator("#more").get_attribute("aria-expanded") == "true"
    page.close()


@pytest.mark.parametrize("width", [390, 800])
def test_on_narrow_screens_no_column_of_the_table_is_cut(
    chromium: Any, pages: dict[str, str], width: int
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 844})
    page.goto(pages["early"])
    cells = page.locator(".unit-table td, .unit-table th")
    outside = cells.evaluate_all(
        "all => all.filter(each => each.getBoundingClientRect().right > innerWidth).length"
    )
    assert outside == 0
    shown = page.locator(".unit-table tbody tr:nth-child(5)").inner_text()
    assert "Protection of sovereignty" in " ".join(shown.split())
    assert "hedge added" in " ".join(shown.split())
    page.close()
