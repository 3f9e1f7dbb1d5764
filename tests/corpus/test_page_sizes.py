"""The page of large drafts: how much it weighs, and how soon a browser has it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tools.mutations import mutated, read
from treatydiff.pipeline import compare_drafts, read_draft
from treatydiff.report.comparison.as_html import comparison_html
from treatydiff.settings import Settings

MEGABYTE = 1_000_000


@pytest.mark.corpus
@pytest.mark.browser
@pytest.mark.slow
def test_the_page_of_two_negotiating_texts_is_light_and_opens_at_once(
    chromium: Any, corpus: Path, tmp_path: Path
) -> None:
    settings = Settings()
    drafts = (read_draft(corpus / "paris" / f"2015-10-{day}.pdf", settings) for day in ("05", "23"))
    page = tmp_path / "paris.html"
    page.write_text(comparison_html(compare_drafts(*drafts, settings)), encoding="utf-8")
    assert page.stat().st_size < 6 * MEGABYTE
    assert min(_loaded(chromium, page, times=3)) < 2000


@pytest.mark.corpus
@pytest.mark.slow
def test_the_page_of_a_convention_of_two_hundred_pages_keeps_its_weight(corpus: Path) -> None:
    convention = read(corpus / "unclos" / "UNCLOS_1982_en.pdf")
    foreign = read(corpus / "bbnj" / "BBNJ_Agreement_2023_en.pdf")
    before, after, _ = mutated(convention, foreign, "move", 0.2, 1)
    page = comparison_html(compare_drafts(before, after, Settings()))
    assert len(page.encode()) < 15 * MEGABYTE


def _loaded(browser: Any, page: Path, times: int) -> list[float]:
    """Milliseconds until the load event, several times: on a busy machine one of them says little."""
    found = []
    for _ in range(times):
        tab = browser.new_page()
        tab.goto(page.as_uri(), wait_until="load")
        found.append(tab.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
        tab.close()
    return found
