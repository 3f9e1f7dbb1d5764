"""How quick a long page is in a browser: opening, scrolling, searching, filtering.

    python -m tools.page_speed PAGE.html [--words "coastal State" --words the]

Needs Playwright and Chromium. Frames of a headless browser come every 16.7 ms where it keeps up; CPU is the
time that the page's main thread worked, which a busy machine changes little.
"""

from __future__ import annotations

import argparse
import statistics
from pathlib import Path
from typing import Any

BROWSERS = ("/usr/bin/chromium", "/usr/bin/chromium-browser")
STEP = 600
"""CSS pixels of a step of scrolling: three notches of a wheel."""

_SCROLLED = """step => new Promise(done => {
    const frames = [];
    let before = performance.now();
    const next = now => {
        frames.push(now - before);
        before = now;
        const ended = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
        if (ended || frames.length > 600) { done(frames.slice(1)); return; }
        scrollBy(0, step);
        requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
})"""
_SEARCHED = """words => new Promise(done => {
    const field = document.getElementById('find-text');
    const begun = performance.now();
    field.value = words;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    const worked = performance.now() - begun;
    requestAnimationFrame(() => setTimeout(() => {
        done([worked, performance.now() - begun, document.getElementById('found').textContent]);
    }));
})"""
_CHOSEN = """([name, value]) => new Promise(done => {
    const chooser = document.getElementById('find-' + name);
    const begun = performance.now();
    chooser.value = value;
    chooser.dispatchEvent(new Event('change', { bubbles: true }));
    requestAnimationFrame(() => setTimeout(() => {
        done([performance.now() - begun, document.getElementById('found').textContent]);
    }));
})"""


def _thread(session: Any) -> float:
    """Milliseconds that the main thread of the page has worked."""
    told = session.send("Performance.getMetrics")["metrics"]
    return next(1000 * float(each["value"]) for each in told if each["name"] == "TaskDuration")


def measured(tab: Any, page: Path, searches: list[str]) -> list[str]:
    """Lines that say how long opening, scrolling, searching and filtering took.

    Args:
        tab: a page of Playwright.
        page: the HTML file.
        searches: what is looked for, one after another.
    """
    session = tab.context.new_cdp_session(tab)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    tab.goto(page.resolve().as_uri(), wait_until="load")
    loaded = tab.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    nodes, height = tab.evaluate(
        "[document.querySelectorAll('*').length, document.documentElement.scrollHeight]"
    )
    lines = [
        f"opened in {loaded:,.0f} ms, {_thread(session):,.0f} ms of CPU; {nodes:,} elements, {height:,} px"
    ]
    tab.wait_for_timeout(500)
    before = _thread(session)
    frames = sorted(tab.evaluate(_SCROLLED, STEP))
    each = (_thread(session) - before) / len(frames)
    late = sum(frame > 50 for frame in frames)
    lines.append(
        f"scrolled in {len(frames)} steps of {STEP} px: "
        f"median {statistics.median(frames):.1f} ms a frame, "
        f"95th percentile {frames[int(len(frames) * 0.95)]:.1f}, longest {frames[-1]:.1f}, "
        f"{late} over 50 ms; {each:.1f} ms of CPU a step"
    )
    for words in (*searches, ""):
        before = _thread(session)
        worked, drawn, found = tab.evaluate(_SEARCHED, words)
        lines.append(
            f"“{words}”: {worked:,.0f} ms in the script, drawn after {drawn:,.0f} ms, "
            f"{_thread(session) - before:,.0f} ms of CPU ({found})"
        )
    for name, value in (("relation", "moved"), ("relation", "")):
        drawn, found = tab.evaluate(_CHOSEN, [name, value])
        lines.append(f"{name} {value or 'any'}: drawn after {drawn:,.0f} ms ({found})")
    return lines


def main() -> None:
    """Print the figures of one page."""
    from playwright.sync_api import sync_playwright

    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("page", type=Path)
    asked.add_argument("--words", action="append", default=[])
    given = asked.parse_args()
    path = next((each for each in BROWSERS if Path(each).exists()), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page(viewport={"width": 1440, "height": 900})
        print("\n".join(measured(tab, given.page, given.words or ["coastal State", "the", "e"])))
        browser.close()


if __name__ == "__main__":
    main()
