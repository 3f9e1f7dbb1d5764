"""Names that the user gives, and reports on texts that nobody else may see."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from tests.cli.running import run
from treatydiff.cli.labels import letters_of, names_of
from treatydiff.errors import UsageError
from treatydiff.rendering import RENDERINGS, formats_of
from treatydiff.report.kit.marking import CARRY_IT_THEMSELVES, DATA, marked_confidential

HEAD = "Lamp Convention\n\nLC/2031/WP.{0}\n\n"
FORCE = (
    "\nArticle 3\nEntry into force\n\nThis Convention shall enter into force on the thirtieth day after the date "
    "of deposit of the tenth instrument of ratification.\n"
)
ONE = (
    HEAD
    + "Article 1\nAim\n\n1. Each Party shall act on [lamps].\n\nArticle 2\nEnd\n\nThe text ends.\n"
    + FORCE
)
TWO = (
    HEAD + "Article 1\nAim\n\n1. Each Party may act on lamps.\n\nArticle 2\nEnd\n\nThe text stops.\n" + FORCE
)
COMMANDS = {
    "compare": ("compare", "1", "2"),
    "explain": ("compare", "1", "2", "--explain", "art_1"),
    "consonance": ("consonance", "1", "2"),
    "brackets": ("brackets", "1", "2"),
    "concordance": ("concordance", "1", "2"),
    "trace": ("trace", "art_1", "1", "2"),
    "blame": ("blame", "2", "--through", "1"),
    "final-clauses": ("final-clauses", "1", "2"),
    "check": ("check", "2", "--against", "1"),
    "languages": ("languages", "1", "2"),
    "compile": ("compile", "1", "2"),
    "outline": ("outline", "1"),
}
RESULTS = {
    "compare": "treatydiff.model.comparison:Comparison",
    "explain": "treatydiff.studies.derivation.model:ExplainedRow",
    "consonance": "treatydiff.studies.derivation.model:Derivation",
    "brackets": "treatydiff.studies.brackets.model:BracketStudy",
    "concordance": "treatydiff.studies.chains.model:Concordance",
    "trace": "treatydiff.studies.chains.model:Trace",
    "blame": "treatydiff.studies.chains.model:Blame",
    "final-clauses": "treatydiff.studies.final_clauses.model:FinalClausesSideBySide",
    "check": "treatydiff.studies.checks.model:DraftCheck",
    "languages": "treatydiff.studies.languages.model:LanguageVersions",
    "compile": "treatydiff.studies.proposals.model:Compilation",
    "outline": "treatydiff.model.draft:Draft",
}


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    (tmp_path / "plan-of-x.txt").write_text(ONE.format(1))
    (tmp_path / "plan-of-y.txt").write_text(TWO.format(2))
    return tmp_path


def all_reports(drafts: Path, name: str, *options: str) -> dict[str, bytes]:
    """Every report that a command can write of the two drafts, by the name of its format."""
    files = {"1": "plan-of-x.txt", "2": "plan-of-y.txt"}
    words = [files.get(word, word) for word in COMMANDS[name]]
    out = drafts / "out"
    out.mkdir()
    first, *further = formats_of(RESULTS[name])
    reports = [f"--report={form}={out / form}" for form in further]
    done = run(*words, "-f", first, "-o", out / first, *reports, *options, "-q", cwd=drafts)
    assert (done.returncode, done.stderr) == (0, b"")
    return {path.name: unpacked(path.read_bytes()) for path in sorted(out.iterdir())}


def unpacked(data: bytes) -> bytes:
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return b"\n".join(name.encode() + packed.read(name) for name in packed.namelist())


@pytest.mark.parametrize("name", COMMANDS)
def test_no_confidential_report_names_a_file_and_each_is_marked(drafts: Path, name: str) -> None:
    reports = all_reports(drafts, name, "--confidential")
    suffixes = {each.name: each.suffix for each in RENDERINGS[RESULTS[name]].formats}
    for form, data in reports.items():
        assert b"plan-of" not in data, form
        if suffixes[form] not in DATA:
            assert b"CONFIDENTIAL" in data, form


@pytest.mark.parametrize(
    "name", ["compare", "brackets", "concordance", "blame", "final-clauses", "languages"]
)
def test_every_report_calls_drafts_what_the_user_calls_them(drafts: Path, name: str) -> None:
    labels = ("--label", "A=Draft of 3 May v1.2", "--label", "B=Draft of 9 June")
    for form, data in all_reports(drafts, name, *labels).items():
        assert b"plan-of" not in data, form
        assert b"CONFIDENTIAL" not in data, form
        if form == "github":
            continue
        assert b"Draft of 3 May v1.2" in data or name == "blame", form
        assert b"Draft of 9 June" in data, form


def test_titles_and_properties_bear_the_names(drafts: Path) -> None:
    reports = all_reports(drafts, "compare", "--label", "A=May", "--confidential")
    assert b"<dc:title>May compared with Draft B</dc:title>" in reports["docx"]
    assert b"<cp:category>CONFIDENTIAL</cp:category>" in reports["docx"]
    assert re.search(rb"word/header\d?\.xml.*CONFIDENTIAL", reports["docx"], re.S)
    assert b"<title>May and Draft B: comparison of two drafts</title>" in reports["html"]
    assert reports["html"].index(b"CONFIDENTIAL</p>") < reports["html"].index(b"<header")
    assert b'aria-label="Comparison of May and Draft B"' in reports["svg"]
    assert reports["terminal"].startswith(b"CONFIDENTIAL\n\nA  May ")
    assert reports["markdown"].startswith(b"**CONFIDENTIAL**\n")
    assert json.loads(reports["json"])["b"]["source"]["label"] == "Draft B"


def test_properties_do_not_tell_the_title_of_the_instrument(drafts: Path) -> None:
    reports = all_reports(drafts, "concordance", "--confidential")
    title = "Concordance table: Draft A → Draft B".encode()
    assert b"<dc:title>" + title in reports["docx"]
    assert b"<dc:title>" + title in reports["xlsx"]


def test_one_draft_twice_has_two_names(drafts: Path) -> None:
    done = run("compare", "plan-of-x.txt", "plan-of-x.txt", "--confidential", "-f", "json", cwd=drafts)
    told = json.loads(done.stdout)
    assert [told[side]["source"]["label"] for side in "ab"] == ["Draft A", "Draft B"]


@pytest.mark.parametrize(("options", "kept"), [((), 3), (("--confidential",), 0)])
def test_nothing_is_kept_of_confidential_drafts(drafts: Path, options: tuple[str, ...], kept: int) -> None:
    cache = drafts / "below" / "cache"
    env = {"TREATYDIFF_CACHE_DIR": str(cache), "TREATYDIFF_NO_CACHE": ""}
    assert run("compare", "plan-of-x.txt", "plan-of-y.txt", *options, cwd=drafts, env=env).returncode == 0
    assert len(list(cache.glob("*"))) == kept


def test_what_is_kept_of_a_draft_is_not_read_for_a_confidential_report(drafts: Path) -> None:
    env = {"TREATYDIFF_CACHE_DIR": str(drafts / "cache"), "TREATYDIFF_NO_CACHE": ""}
    assert run("text", "plan-of-x.txt", cwd=drafts, env=env).returncode == 0
    (entry,) = (drafts / "cache").iterdir()
    before = entry.stat().st_mtime_ns
    assert run("text", "plan-of-x.txt", "--confidential", cwd=drafts, env=env).returncode == 0
    assert entry.stat().st_mtime_ns == before
    assert run("text", "plan-of-x.txt", cwd=drafts, env=env).returncode == 0
    assert entry.stat().st_mtime_ns > before


@pytest.mark.parametrize(
    ("labels", "count", "names"),
    [
        ((), 2, (None, None)),
        (("B=June",), 2, (None, "June")),
        (("a = May ", "B=x=y"), 2, ("May", "x=y")),
        (("A=a\n b",), 1, ("a b",)),
        (("AA=last",), 27, (*(None,) * 26, "last")),
    ],
)
def test_labels(labels: tuple[str, ...], count: int, names: tuple[str | None, ...]) -> None:
    assert names_of(labels, count) == names
    neutral = tuple(name or f"Draft {letters_of(place)}" for place, name in enumerate(names))
    assert names_of(labels, count, neutral=True) == neutral


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (("May",), "--label takes LETTER=NAME"),
        (("A=",), "--label takes LETTER=NAME"),
        (("1=May",), "--label takes LETTER=NAME"),
        (("C=May",), "names no draft C; hint: the drafts are A, B"),
        (("A=May", "a=June"), "names draft A twice"),
        (("A=May", "B=May"), "two drafts are called 'May'"),
        (("A=Draft B",), "two drafts are called 'Draft B'"),
        (("A=\x1b[31m",), "a label is one line"),
        (("A=" + "x" * 121,), "at most 120 characters"),
    ],
)
def test_labels_that_cannot_be(labels: tuple[str, ...], said: str) -> None:
    with pytest.raises(UsageError) as refused:
        names_of(labels, 2, neutral=True)
    assert said in str(refused.value)


def test_every_format_that_people_read_is_marked() -> None:
    for each in RENDERINGS.values():
        for form in each.formats:
            if form.suffix in DATA | CARRY_IT_THEMSELVES | {".docx", ".toml"}:
                continue
            sample = "<svg><body class='x'>text</body></svg>"
            assert "CONFIDENTIAL" in str(marked_confidential(sample, form.name, form.suffix)), form


def test_the_mark_of_a_page_is_a_landmark_of_its_own() -> None:
    marked = marked_confidential("<body class='x'><main>text</main></body>", "html", ".html")
    assert re.search(
        r'<div [^<>]*role="region" aria-label="Marking"[^<>]*><p [^<>]*>CONFIDENTIAL</p></div><main>',
        str(marked),
    )
