"""Pages that are pictures, lines that lie askew, notes behind the text: what is told from what, at each bound."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydiff.errors import UnreadableTextError
from treatydiff.model import Run
from treatydiff.reading.lines import PageLine
from treatydiff.reading.pdf import endnotes, recognition
from treatydiff.reading.pdf.characters import Glyph, PageCharacters
from treatydiff.reading.pdf.from_pdf import _Strays
from treatydiff.reading.pdf.levelling import _may_slope, _slopes, levelled
from treatydiff.reading.pdf.recognition import _first_line
from treatydiff.reading.pdf.scans import check_scan
from treatydiff.settings import Settings

HEIGHT = 800.0


def at(text: str, y: float = 400.0, **more: object) -> PageLine:
    return PageLine(text, 1, x0=72.0, x1=300.0, baseline=y, page_height=HEIGHT, **more)  # type: ignore[arg-type]


def told(*pages: tuple[list[PageLine], float]) -> list[str]:
    """What is said of each picture among some pages, or of the whole file."""
    try:
        doubts = check_scan([lines for lines, _ in pages], [share for _, share in pages], "draft.pdf")
    except UnreadableTextError as refused:
        return [str(refused).removeprefix("draft.pdf: ").partition("; hint")[0]]
    assert {each.code for each in doubts} <= {"page_is_picture"}
    return [f"{each.severity} {each.page}" for each in doubts]


def text(number: int = 0, characters: int = 60) -> tuple[list[PageLine], float]:
    """A page of text that no other page has."""
    return [at(f"{'abcdefghij'[number] * characters}")], 0.0


PICTURE: tuple[list[PageLine], float] = ([], 1.0)


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ([text()], []),
        ([([], 0.0)], ["1 pages hold almost no text; the file looks like a scan"]),
        # five characters a page, on the average
        ([([at("lamp")], 0.0)], ["1 pages hold almost no text; the file looks like a scan"]),
        ([([at("lamps")], 0.0)], []),
        ([([at("lampslamps")], 0.0), ([], 0.0)], []),
        ([([at("lampslamp")], 0.0), ([], 0.0)], ["2 pages hold almost no text; the file looks like a scan"]),
        # pictures among pages of text; from half of the pages on that is an error
        ([text(0), text(1), text(2), PICTURE], ["warning 4"]),
        ([text(0), PICTURE, text(1)], ["warning 2"]),
        ([text(0), PICTURE, PICTURE, text(1)], ["error 2", "error 3"]),
        ([text(0), text(1), text(2), PICTURE, PICTURE], ["warning 4", "warning 5"]),
        # a picture covers half of its page, and has fewer than forty characters on it
        ([text(0), text(1), ([], 0.5)], ["warning 3"]),
        ([text(0), text(1), ([], 0.49)], []),
        ([text(0), text(1), ([at("x" * 39)], 0.6)], ["warning 3"]),
        ([text(0), text(1), ([at("x" * 40)], 0.6)], []),
        # nine of ten pages, or all behind a cover of at most two, three for each
        ([text(0), *[PICTURE] * 9], ["9 pages hold almost no text; the file looks like a scan"]),
        ([PICTURE, text(0), *[PICTURE] * 8], ["10 pages hold almost no text; the file looks like a scan"]),
        ([PICTURE, text(0), *[PICTURE] * 7], [f"error {n}" for n in (1, *range(3, 10))]),
        ([text(0), *[PICTURE] * 3], ["3 pages hold almost no text; the file looks like a scan"]),
        ([text(0), *[PICTURE] * 2], ["error 2", "error 3"]),
        ([text(0), text(1), *[PICTURE] * 6], ["6 pages hold almost no text; the file looks like a scan"]),
        ([text(0), text(1), *[PICTURE] * 5], [f"error {n}" for n in range(3, 8)]),
        ([text(0), text(1), text(2), *[PICTURE] * 9], [f"error {n}" for n in range(4, 13)]),
    ],
)
def test_pages_that_are_pictures(pages: list[tuple[list[PageLine], float]], said: list[str]) -> None:
    assert told(*pages) == said


LONG = "a stamp of the archive of the lamp board of the north"


@pytest.mark.parametrize(
    ("lines", "share", "said"),
    [
        # at the edge of a picture of the whole page: an eighth of the height, nearly
        ([at(LONG, 95)], 0.8, True),
        ([at(LONG, 97)], 0.8, False),
        ([at(LONG, 705)], 0.8, True),
        ([at(LONG, 703)], 0.8, False),
        ([at(LONG, 95)], 0.79, False),
        # three lines are a stamp, four are text
        ([at(LONG, 95 - n) for n in range(3)], 1.0, True),
        ([at(LONG, 95 - n) for n in range(4)], 1.0, False),
    ],
)
def test_stamps_at_the_edge_of_a_picture(lines: list[PageLine], share: float, said: bool) -> None:
    assert told(text(0), text(1), (lines, share)) == (["warning 3"] if said else [])


@pytest.mark.parametrize(("stamped", "said"), [(3, ["warning 4"]), (2, [])])
def test_a_line_that_most_pages_have_is_a_stamp(stamped: int, said: list[str]) -> None:
    pages = [
        ([*([at(LONG)] if n < stamped - 1 else []), *text(n)[0], at("oil"), at("fog")], 0.0) for n in range(3)
    ]
    assert told(*pages, ([at(LONG)], 0.6), text(7)) == said


def test_one_page_alone_has_no_stamps() -> None:
    assert told(([at(LONG)], 0.6)) == []


def run_of(length: int, *, step: float = 10.0, slope: float = 0.0, x: float = 72.0, y: float = 700.0,
           size: float = 10.0, turned: int = 0) -> list[Glyph]:  # fmt: skip
    return [
        Glyph("x", x + step * n, y + slope * step * n, 6.0, size, 0, 0, turned) for n in range(length)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("glyphs", "slopes"),
    [
        (run_of(9, slope=0.01), [0.01]),
        (run_of(8, slope=0.01), []),
        (run_of(9, slope=0.01, turned=1), []),
        (run_of(9, slope=0.01, size=0), []),
        # steps of at most three type sizes, at most a quarter up
        (run_of(4, step=30), [0.0]),
        (run_of(4, step=30.1), []),
        (run_of(9, slope=0.25), [0.25]),
        (run_of(9, slope=0.26), []),
        # another line, another size, a step back
        (run_of(9) + run_of(9, slope=0.02, y=600), [0.0, 0.02]),
        (run_of(9) + run_of(10, x=172, size=11, slope=0.02), [0.0, 0.02]),
        (run_of(9) + run_of(9, x=152, slope=0.02), [0.0, 0.02]),
        (run_of(9, x=0), [0.0]),
        (run_of(9, x=1, y=1), [0.0]),
    ],
)
def test_the_slopes_of_runs(glyphs: list[Glyph], slopes: list[float]) -> None:
    assert list(_slopes(glyphs)) == pytest.approx(slopes)


@pytest.mark.parametrize(
    ("slopes", "moved"),
    [
        ([0.007] * 5, True),
        ([0.006] * 5, True),
        ([0.0059] * 5, False),
        ([0.01] * 4, False),
        ([-0.01] * 5, True),
        # three of ten may differ, by more than half a hundredth
        ([0.01] * 7 + [0.02] * 3, True),
        ([0.01] * 6 + [0.02] * 4, False),
        ([0.01] * 6 + [0.0149] * 4, True),
    ],
)
def test_pages_that_lie_askew(slopes: list[float], moved: bool) -> None:
    glyphs = [each for n, slope in enumerate(slopes) for each in run_of(30, slope=slope, y=700 - 20 * n)]
    page = PageCharacters(1, 600.0, HEIGHT, tuple(glyphs), ())
    assert (levelled(page) is not page) is moved


@given(st.lists(st.tuples(st.sampled_from((700.0, 699.0, 696.9, 688.0)), st.floats(0, 20)), max_size=20))
def test_a_page_whose_heights_lie_apart_has_no_slopes(steps: list[tuple[float, float]]) -> None:
    places = accumulate((step for _, step in steps), initial=72.0)
    glyphs = [each._replace(x=x, y=y) for x, (y, _) in zip(places, steps, strict=False) for each in run_of(1)]
    assert _may_slope(glyphs) or not any(_slopes(glyphs))


def calling(words: str, label: str) -> PageLine:
    return PageLine(f"{words}{label}", 1, size=11.0, runs=(Run(words), Run(label, note=label)))


def row(words: str) -> PageLine:
    return PageLine(words, 1, size=11.0, runs=(Run(words),))


CALLS = [calling("They mend.", "1"), calling("They light.", "2"), row("They rest.")]
PRINTED = ["They mend.1", "They light.2", "They rest."]


@pytest.mark.parametrize(
    ("pages", "kept", "title"),
    [
        ([[*CALLS, row("Notes"), row("1. Oil."), row("2. Fog.")]], [PRINTED], "Notes"),
        ([[*CALLS, row("1 Oil."), row("2 Fog.")]], [PRINTED], ""),
        ([[*CALLS, row("Oil."), row("1 Oil."), row("2 Fog.")]], [[*PRINTED, "Oil."]], ""),
        ([CALLS, [row("Notes"), row("1. Oil."), row("2. Fog.")]], [PRINTED, []], "Notes"),
        ([[*CALLS, row("Notes")], [row("1. Oil."), row("2. Fog.")]], [PRINTED, []], "Notes"),
        (
            [CALLS, [row("Ice."), row("Notes"), row("1. Oil.")], [row("2. Fog.")]],
            [PRINTED, ["Ice."], []],
            "Notes",
        ),
    ],
)
def test_what_stays_where_notes_stand_behind_the_text(
    pages: list[list[PageLine]], kept: list[list[str]], title: str
) -> None:
    found = endnotes.take_endnotes(pages, ())
    assert [[line.text for line in page] for page in found.pages] == kept
    assert (found.title.text if found.title is not None else "") == title
    assert [note.label for note in found.notes] == ["1", "2"]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (b"no oil\nno fog", "no oil"),
        (b"\n  no oil \n", "no oil"),
        (b"x" * 201, "x" * 200),
        (b" \n", "ocrmypdf said nothing"),
        (b"\xff oil", "\ufffd oil"),
    ],
)
def test_what_the_recognition_said(said: bytes, line: str) -> None:
    assert _first_line(said) == line


@pytest.mark.parametrize(
    ("language", "named", "seconds", "allowed"),
    [("en", "eng", 60, 55), ("zh", "chi_sim", 7, 2), ("auto", "eng", 6, 1), ("ar", "ara", 3, 1)],
)
def test_what_the_command_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, language: str, named: str, seconds: int, allowed: int
) -> None:
    """The pack of the language, and a little less time than the whole reading has."""
    asked: dict[str, object] = {}

    def run(arguments: list[str], **more: object) -> SimpleNamespace:
        asked.update(more, language=arguments[arguments.index("--language") + 1])
        Path(arguments[-1]).write_bytes(Path(arguments[-2]).read_bytes() + b"read")
        return SimpleNamespace(returncode=0, stderr=b"")

    monkeypatch.setattr(recognition.shutil, "which", lambda _: "/usr/bin/ocrmypdf")
    monkeypatch.setattr(recognition.subprocess, "run", run)
    settings = Settings(language=language, max_read_seconds=seconds)  # type: ignore[arg-type]
    assert recognition.recognise(b"scan ", "scan.pdf", settings) == b"scan read"
    assert (asked["language"], asked["timeout"]) == (named, allowed)


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        # sixty signs are more than a stamp, unless other pages have them too; figures and spaces do not count
        (["abcdef" * 10], [1]),
        (["abcdef" * 10 + " " * 9], [1]),
        ([("abcdef" * 10)[:59]], []),
        (["abcdef" * 10, "abcdef" * 10], []),
        (["abcdef" * 10, "ghijkl" * 10], [1, 2]),
        (["abcdef" * 10, "", "ghijkl"], [1]),
        ([""], []),
    ],
)
def test_pages_on_which_much_is_printed_sideways(pages: list[str], said: list[int]) -> None:
    strays = _Strays()
    for number, words in enumerate(pages, 1):
        glyphs = tuple(Glyph(sign, 72.0, 400.0, 0.0, 10.0, 0, 0, 1) for sign in words)
        strays.see(PageCharacters(number, 600.0, HEIGHT, glyphs, ()), ())
    doubts = strays.doubts()
    assert [each.page for each in doubts] == said
    assert {(each.code, each.severity) for each in doubts} <= {("sideways_not_read", "warning")}
    assert [(each.rule, each.text) for each in strays.furniture()] == [
        ("sideways", words) for words in pages if words
    ]
