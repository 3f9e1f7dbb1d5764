from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.report.report_factories import FIRST, compared, empty_comparison, lighthouses
from treatydiff.model import Edit
from treatydiff.report.comparison.as_html import comparison_html

PAGE = comparison_html(lighthouses())
VOID = {"meta", "input", "br", "link", "img"}


class Outline(HTMLParser):
    """What a page holds: elements with attributes, ids, the nesting of its tags, its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.badly_nested: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID and not (self.get_starttag_text() or "").endswith("/>"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.badly_nested.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data

    def ids(self) -> list[str]:
        return [attrs["id"] or "" for _, attrs in self.elements if "id" in attrs]


@pytest.fixture(scope="module")
def outline() -> Outline:
    return Outline(PAGE)


def test_the_page_is_well_formed(outline: Outline) -> None:
    assert (outline.open, outline.badly_nested) == ([], [])
    assert PAGE.startswith("<!DOCTYPE html>\n<html")


def test_ids_are_unique_and_every_link_leads_somewhere(outline: Outline) -> None:
    ids = outline.ids()
    assert len(ids) == len(set(ids))
    targets = [attrs["href"] for tag, attrs in outline.elements if tag == "a"]
    assert targets
    assert [href for href in targets if not href or href[1:] not in ids] == []


@pytest.mark.parametrize(
    "anchor",
    ["art_3", "art_3__para_2", "a--art_2", "a--art_2__para_2", "art_5", "a--art_4__para_u1", "preamble"],
)
def test_every_provision_of_either_draft_has_an_address(outline: Outline, anchor: str) -> None:
    assert anchor in outline.ids()


def test_changes_are_marked_as_what_they_are() -> None:
    assert (
        '<del class="substantive" title="substantive; towards less binding wording (shall → may)">shall</del>'
        in PAGE
    )
    assert '<ins class="substantive" title="substantive">may</ins>' in PAGE


def test_the_page_says_what_was_read_and_what_came_out(outline: Outline) -> None:
    said = " ".join(outline.text.split())
    for words in (
        "first-draft.pdf", "sha256 5f0c", "4 of 5 articles of B take at least half of their weight from A",
        "58 % with no force word changed · 19 % with one changed · 23 % not carried", "Ancestry not examined: add --ancestors.",
        "towards less binding wording", "first-draft.pdf, Art. 2, p. 2", "LIGHT/CONF/2, Art. 3, p. 3",
        "Art. 3 (was 2) Protection of keepers", "reference en-1, 1,225 treaties", "Article 5 is missing",
    ):  # fmt: skip
        assert words in said


def test_nothing_is_loaded_from_anywhere(outline: Outline) -> None:
    assert not re.search(r"https?:|//[a-z]|@import|url\(", PAGE)
    assert [
        tag for tag, attrs in outline.elements if "src" in attrs or tag in ("link", "img", "iframe")
    ] == []


def test_only_the_script_of_the_page_may_run(outline: Outline) -> None:
    script = PAGE[PAGE.index("<script>") + 8 : PAGE.index("</script>")]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = next(attrs["content"] for tag, attrs in outline.elements if "http-equiv" in attrs)
    assert policy is not None
    assert "default-src 'none'" in policy
    assert f"script-src 'sha256-{digest}'" in policy
    assert not any(name.startswith("on") for _, attrs in outline.elements for name in attrs)


HOSTILE = (
    "<script>alert(1)</script> \"'><img src=x onerror=alert(2)> {{ 7 * 7 }} </style> &amp; \x1b[2J\u202e"
)


def test_text_of_a_draft_is_only_text() -> None:
    edits = (
        Edit("equal", HOSTILE),
        Edit("insert", HOSTILE, "substantive"),
        Edit("delete", HOSTILE, "editorial"),
    )
    comparison = compared(HOSTILE, *edits, b_text=HOSTILE)
    article = comparison.b.instruments[0].provisions[0]
    b = replace(
        comparison.b,
        source=replace(comparison.b.source, label=f"{HOSTILE}.pdf", scope=HOSTILE),
        instruments=(
            replace(comparison.b.instruments[0], title=HOSTILE, symbol=HOSTILE,
                    provisions=(replace(article, heading=HOSTILE, number=HOSTILE),)),
        ),
    )  # fmt: skip
    page = comparison_html(replace(comparison, b=b, settings=(("language", HOSTILE),)))
    found = Outline(page)
    assert (found.open, found.badly_nested) == ([], [])
    assert [tag for tag, _ in found.elements].count("script") == 1
    assert "img" not in [tag for tag, _ in found.elements]
    assert "{{ 7 * 7 }}" in page
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", page)


def test_empty_states_say_what_is_empty_and_why() -> None:
    page = comparison_html(empty_comparison())
    for words in (
        "There is no map: neither draft has provisions that could be compared.",
        "The table is empty: no provision was found in either draft.",
        "There is no text to show, because no provision was found in either draft.",
    ):
        assert words in page
    found = Outline(page)
    assert (found.open, found.badly_nested) == ([], [])


def test_treaty_text_carries_its_language_and_direction() -> None:
    arabic = replace(
        lighthouses(), a=replace(FIRST, language="ar"), b=replace(lighthouses().b, language="ar")
    )
    page = comparison_html(arabic)
    assert '<div class="words" lang="ar">\n<p class="inline" dir="rtl">' in page


def test_the_page_is_the_same_to_the_byte_in_every_process() -> None:
    code = (
        "import sys, hashlib; sys.path.insert(0, sys.argv[1]); from tests.report.report_factories import lighthouses;"
        "from treatydiff.report.comparison.as_html import comparison_html as html;"
        "from treatydiff.report.comparison.as_json import comparison_json as js;"
        "from treatydiff.report.comparison.as_terminal import comparison_terminal as term;"
        "c = lighthouses(); print(hashlib.sha256((html(c) + js(c) + term(c)).encode()).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code, str(Path(__file__).parents[3])],
            env={**os.environ, "PYTHONHASHSEED": seed, "COLUMNS": seed, "TERM": term},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed, term in (("1", "dumb"), ("77", "xterm-256color"))
    }  # fmt: skip
    assert len(runs) == 1
