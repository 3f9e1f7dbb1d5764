from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from tests.archive.invented_archive import write_archive
from tests.cli.running import run
from treatydiff.cli.site_folder import check_site_folder, write_site
from treatydiff.errors import ReportError

HOSTILE = "</script><script>alert(1)</script><img src=https://example.org/x onerror=alert(2)>"


class _Page(HTMLParser):
    """The addresses and ids of a page, and every attribute that could load something."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.loads: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "href" and tag == "a":
                self.links.append(value or "")
            elif name == "id":
                self.ids.append(value or "")
            elif name in ("src", "srcset", "action", "data", "poster") or (name == "href" and tag != "a"):
                self.loads.append(f"{tag} {name}")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two drafts of one text, one of another, one in French, one broken; hostile words in all places."""
    folder = tmp_path_factory.mktemp("site") / "harbours"
    write_archive(folder, 3, articles=3)
    (folder / "arabe 港.txt").write_text(
        "المادة 1\n\nنطاق التطبيق\n\n1- تحمي كل دولة طرف الموانئ الواقعة تحت ولايتها.\n\n"
        "المادة 2\n\n1- تتعاون الدول الأطراف في حماية الموانئ.\n",
        encoding="utf-8",
    )
    first = folder / "2001-03-01_draft-00.txt"
    first.write_text(first.read_text() + f"\nArticle 4\n\n{HOSTILE}\n\n1. Each Party {HOSTILE} shall.\n")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 no package")
    (folder / "treatydiff.toml").write_text(
        f"[archive]\ntitle = '{HOSTILE}'\n"
        "[[draft]]\nfile = '2001-03-01_draft-00.txt'\norder = 1\n"
        "[[draft]]\nfile = '2003-03-01_draft-02.txt'\norder = 2\n"
    )
    return folder


@pytest.fixture(scope="module")
def site(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("public") / "below" / "site"
    target.parent.mkdir()
    done = run("archive", "site", folder, "-o", target)
    assert done.returncode == 0
    assert b"2 of them in 1 chain, 2 compared with none, 1 not readable" in done.stdout
    return target


def test_every_link_leads_to_a_place_in_the_site(site: Path) -> None:
    pages = {file.resolve(): _Page(file.read_text("utf-8")) for file in site.rglob("*.html")}
    assert {"index.html", "matrix.html", "search.html"} <= {file.name for file in pages}
    assert len([file for file in pages if file.parent.name == "comparisons"]) == 1
    assert len([file for file in pages if file.parent.name == "drafts"]) == 4
    assert len([file for file in pages if file.parent.name == "chain-1"]) > 4
    for file, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), file.name
        for link in page.links:
            address, _, anchor = link.partition("#")
            anchor = anchor.partition("?")[0]  # behind the question mark stands a view
            target = (file.parent / unquote(address)).resolve() if address else file
            if target.suffix in (".docx", ".xlsx"):
                assert target.read_bytes()[:2] == b"PK", f"{file.name}: {link}"
                continue
            assert target in pages, f"{file.name}: {link}"
            assert not anchor or unquote(anchor) in pages[target].ids, f"{file.name}: {link}"


def test_what_is_downloaded_is_named_after_the_drafts_compared(site: Path) -> None:
    pair = "2001-03-01-draft-00_to_2003-03-01-draft-02"
    files = [each for each in site.rglob("*") if each.suffix in (".docx", ".xlsx")]
    assert {each.relative_to(site).as_posix() for each in files} == {
        f"comparisons/{pair}_redline.docx",
        f"comparisons/{pair}_changes.xlsx",
        f"chain-1/{pair}_concordance.docx",
        f"chain-1/{pair}_concordance.xlsx",
    }
    assert (site / "comparisons" / f"{pair}.html").is_file()


def test_nothing_is_asked_of_any_other_place_and_what_drafts_say_stays_text(site: Path) -> None:
    for file in site.rglob("*.html"):
        text = file.read_text("utf-8")
        assert _Page(text).loads == [], file.name
        assert "default-src 'none'" in text
        assert "<img src" not in text
        # A script is the page's own, admitted by its hash, or data that does not run.
        for opened in re.findall(r"<script[^>]*>", text):
            assert opened in ("<script>", '<script type="application/json" id="index">')
        assert text.count("</script>") == len(re.findall(r"<script[^>]*>", text))


def test_the_front_page_says_what_was_compared_and_what_not(site: Path) -> None:
    text = (site / "index.html").read_text("utf-8")
    assert "treatydiff.toml gives them an order" in text
    assert "nothing says which draft it follows" in text or "the only draft to compare" in text
    assert "broken.docx" in text


def test_the_same_bytes_on_every_run_and_with_every_number_of_jobs(
    folder: Path, site: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again"
    assert run("archive", "site", folder, "-o", again, "--jobs", "2", "-q").returncode == 0
    files = sorted(file.relative_to(site) for file in site.rglob("*") if file.is_file())
    assert files == sorted(file.relative_to(again) for file in again.rglob("*") if file.is_file())
    assert [file for file in files if (site / file).read_bytes() != (again / file).read_bytes()] == []


def test_a_site_inside_the_archive_is_no_draft_of_it(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "archive"
    shutil.copytree(folder, copy)
    for _ in range(2):
        assert run("archive", "site", ".", "-o", "public", "-q", cwd=copy).returncode == 0
    assert run("archive", "index", ".", cwd=copy).stdout.startswith(b"0 read, 5 unchanged")
    assert [file.name for file in copy.iterdir() if file.name.startswith(".")] == [".treatydiff"]


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("notes", b"holds a file that is no part of a site: diary.md"),
        ("a-file", b"is no folder"),
        ("absent/public", b"there is no folder"),
        (".", b"holds the drafts themselves"),
    ],
)
def test_a_place_that_cannot_be_used_is_refused_in_one_line(
    folder: Path, tmp_path: Path, target: str, said: bytes
) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "diary.md").write_text("mine")
    (tmp_path / "a-file").write_text("mine")
    (tmp_path / "drafts").mkdir()
    done = run("archive", "site", "drafts", "-o", target, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert (tmp_path / "notes" / "diary.md").read_text() == "mine"


def test_a_run_that_ends_early_leaves_the_site_that_was_there(tmp_path: Path) -> None:
    target = tmp_path / "public"
    write_site([("index.html", "whole"), ("drafts/a.html", "whole")], target)

    def stopped() -> Iterator[tuple[str, str]]:
        yield "index.html", "half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_site(stopped(), target)
    assert (target / "index.html").read_text() == "whole"
    assert [file.name for file in tmp_path.iterdir()] == ["public"]
    write_site([("index.html", "new")], target)
    assert not (target / "drafts").exists()
    check_site_folder(target, tmp_path / "drafts")
    (target / "notes.txt").write_text("mine")
    with pytest.raises(ReportError, match=r"notes\.txt"):
        check_site_folder(target, tmp_path / "drafts")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such locks")
def test_what_a_killed_run_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "ksite"
    begun = (
        "import sys, time; from pathlib import Path; from treatydiff.cli.site_folder import write_site\n"
        "def pages():\n    yield 'index.html', 'half'\n    print('begun', flush=True)\n    time.sleep(60)\n"
        "write_site(pages(), Path(sys.argv[1]))"
    )
    runs = [
        subprocess.Popen([sys.executable, "-c", begun, str(target)], stdout=subprocess.PIPE) for _ in range(2)
    ]
    try:
        for each in runs:
            assert each.stdout is not None
            assert each.stdout.readline() == b"begun\n"
        at_work = {path.name for path in tmp_path.glob(".ksite.*")}
        assert len(at_work) == 2
        runs[0].kill()
        runs[0].wait()
        for name in (".ksite.mine", ".ksite.abcdefgh"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "index.html").write_text("not from here")
        write_site([("index.html", "whole")], target)
        assert len({path.name for path in tmp_path.glob(".ksite.*")} & at_work) == 1
    finally:
        for each in runs:
            each.kill()
            each.wait()
    write_site([("index.html", "whole")], target)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".ksite.abcdefgh", ".ksite.mine", "ksite"]
    assert sorted(path.name for path in target.iterdir()) == [".treatydiff-site", "index.html"]


@pytest.mark.browser
def test_the_search_page_searches_from_a_folder_and_says_so_without_script(chromium: Any, site: Path) -> None:
    sync_api = pytest.importorskip("playwright.sync_api")
    _searched(chromium, (site / "search.html").as_uri(), sync_api.expect)


def _searched(browser: Any, address: str, expect: Any) -> None:
    tab = browser.new_page(viewport={"width": 390, "height": 800}, color_scheme="dark")
    said: list[str] = []
    asked: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda fault: said.append(str(fault)))
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(address)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    for words, article, hits in (
        ("each party", "", "1 clause"),
        ("EACH PARTY", "4", "1 clause"),
        ("onerror", "3", "No clause has these words."),
        ("party each", "4", "1 clause with all of these words; none has them as a phrase"),
        ("onerr*", "", "1 clause"),
        ("الموانئ", "", "2 clauses"),
        ("  ", "", ""),
    ):
        tab.fill("#words", words)
        tab.fill("#article", article)
        tab.press("#words", "Enter")
        expect(tab.locator("#found")).to_have_text(hits)
    tab.fill("#article", "")
    tab.fill("#words", "each party")
    tab.fill("#since", "2001")
    tab.press("#words", "Enter")
    expect(tab.locator("#hits li")).to_have_count(1)
    assert tab.inner_text("#hits mark") == "Each Party"
    assert HOSTILE in tab.inner_text("#hits .hit-words")
    tab.click("#hits a")
    assert tab.url.endswith("/drafts/2001-03-01-draft-00.html#art_4__para_1")
    assert tab.locator(f"[id='{tab.url.rpartition('#')[2]}']").is_visible()
    assert said == []
    assert {url.partition("#")[0].partition(":")[0] for url in asked} == {"file"}
    tab.close()
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(address)
    assert "Search needs script" in plain.inner_text("main")
    assert not plain.locator("#search").is_visible()
