"""What a page prints, as its device collects it: letters, drawn lines, painted areas, images, and what is lost."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from treatydiff.reading.pdf.characters import CharacterDevice, DrawnLine, Font, PageCharacters

UPRIGHT = (1, 0, 0, 1, 0, 0)


class Fontlike(SimpleNamespace):
    """A font of which every letter is half as wide as it is high; "?" has no mapping, "_" is a part of one."""

    def __init__(self, fontname: object = "Garamond", flags: int = 0, width: float = 0.5) -> None:
        super().__init__(fontname=fontname, flags=flags, width=width, unicode_map=None)

    def decode(self, data: bytes) -> list[int]:
        return list(data)

    def is_multibyte(self) -> bool:
        return False

    def to_unichr(self, cid: int) -> str:
        return {ord("?"): "(cid:63)", ord("_"): "", ord("%"): "\x01"}.get(cid, chr(cid))

    def char_width(self, _cid: int) -> float:
        return float(self.width)


def page_of(mediabox: tuple[float, ...] = (0, 0, 600, 800), rotate: int = 0) -> Any:
    return SimpleNamespace(mediabox=mediabox, rotate=rotate, annots=None)


def device() -> CharacterDevice:
    found = CharacterDevice(None)  # type: ignore[arg-type]
    found.ctm = UPRIGHT
    found.begin_page(page_of(), UPRIGHT)
    return found


def ended(collected: CharacterDevice, **page: Any) -> PageCharacters:
    collected.end_page(page_of(**page))
    return collected.page


INK = SimpleNamespace(ncolor=(1, 0, 0))


def printed(
    *parts: Any, matrix: tuple[float, ...] = UPRIGHT, size: float = 10, scaling: float = 1, charspace: float = 0,
    wordspace: float = 0, rise: float = 0, at: tuple[float, float] = (0, 0),
) -> tuple[list[tuple[str, float, float, float, float, int]], tuple[float, float]]:  # fmt: skip
    """Letters with place, advance, size and turn; and where the next would stand."""
    collected = device()
    end = collected.render_string_horizontal(
        parts,
        matrix,
        at,
        Fontlike(),
        size,
        scaling,
        charspace,
        wordspace,
        rise,
        0.01 * size * scaling,
        None,
        INK,
    )
    glyphs = ended(collected).glyphs
    assert {glyph.colour for glyph in glyphs} <= {"red"}
    return [
        (g.text, round(g.x, 2), round(g.y, 2), round(g.advance, 2), round(g.size, 2), g.turned)
        for g in glyphs
    ], end


@pytest.mark.parametrize(
    ("how", "parts", "glyphs", "end"),
    [
        ({}, [b"ab"], [("a", 0, 0, 5, 10, 0), ("b", 5, 0, 5, 10, 0)], 10),
        ({"at": (3, 2)}, [b"a"], [("a", 3, 2, 5, 10, 0)], 8),
        ({"scaling": 2}, [b"ab"], [("a", 0, 0, 10, 10, 0), ("b", 10, 0, 10, 10, 0)], 20),
        ({"charspace": 1}, [b"ab", b"c"], [("a", 0, 0, 5, 10, 0), ("b", 6, 0, 5, 10, 0), ("c", 12, 0, 5, 10, 0)], 17),
        ({"charspace": 1}, [-100, b"a"], [("a", 11, 0, 5, 10, 0)], 16),
        ({}, [b"a", 100, b"b"], [("a", 0, 0, 5, 10, 0), ("b", -5, 0, 5, 10, 0)], 0),
        ({}, [b"a", "x", None, b"b"], [("a", 0, 0, 5, 10, 0), ("b", 5, 0, 5, 10, 0)], 10),
        ({"wordspace": 3}, [b"a b"], [("a", 0, 0, 5, 10, 0), (" ", 5, 0, 5, 10, 0), ("b", 13, 0, 5, 10, 0)], 18),
        ({"rise": 4}, [b"a"], [("a", 0, 4, 5, 10, 0)], 5),
        ({"matrix": (2, 0, 0, 3, 100, 200), "rise": 4, "at": (1, 2)}, [b"a"], [("a", 102, 218, 10, 30, 0)], 6),
        # upwards, upside down, downwards, askew, hardly askew
        ({"matrix": (0, 2, -2, 0, 100, 0)}, [b"ab"], [("a", 100, 0, 10, 20, 1), ("b", 100, 10, 10, 20, 1)], 10),
        ({"matrix": (-1, 0, 0, -1, 100, 0)}, [b"a"], [("a", 100, 0, 5, 10, 2)], 5),
        ({"matrix": (-1, 0, 0, 1, 100, 0)}, [b"a"], [("a", 100, 0, -5, 10, 0)], 5),
        ({"matrix": (0, -1, 1, 0, 0, 100)}, [b"a"], [("a", 0, 100, 5, 10, 3)], 5),
        ({"matrix": (3, 4, -4, 3, 0, 0)}, [b"a"], [("a", 0, 0, 25, 50, 4)], 5),
        ({"matrix": (100, 5, -5, 100, 0, 0)}, [b"a"], [("a", 0, 0, 500, 1001.25, 0)], 5),
        ({"matrix": (100, 5.1, -5.1, 100, 0, 0)}, [b"a"], [("a", 0, 0, 500.65, 1001.3, 4)], 5),
        # a letter without a mapping has no text; a part of a letter is none
        ({}, [b"?_a%"], [("", 0, 0, 5, 10, 0), ("a", 10, 0, 5, 10, 0), ("", 15, 0, 5, 10, 0)], 20),
    ],
)  # fmt: skip
def test_letters_of_a_string(how: dict[str, Any], parts: list[Any], glyphs: list[Any], end: float) -> None:
    found, (x, y) = printed(*parts, **how)
    assert found == glyphs
    assert (round(x, 6), y) == (end, how.get("at", (0, 0))[1])


@pytest.mark.parametrize(
    ("matrix", "scaling", "rise", "cid", "advance", "glyph"),
    [
        (UPRIGHT, 1, 0, "a", 5, ("a", 0, 0, 5, 10, 0)),
        ((2, 0, 0, 3, 40, 50), 1, 0, "a", 5, ("a", 40, 50, 10, 30, 0)),
        ((2, 0, 0, 3, 40, 50), 3, 4, "a", 15, ("a", 40, 62, 30, 30, 0)),
        ((0, 2, -2, 0, 40, 50), 1, 4, "a", 5, ("a", 32, 50, 0, 20, 1)),
        (UPRIGHT, 1, 0, "?", 5, ("", 0, 0, 5, 10, 0)),
        (UPRIGHT, 1, 0, "_", 5, None),
    ],
)
def test_a_letter_written_downwards(
    matrix: tuple[float, ...], scaling: float, rise: float, cid: str, advance: float, glyph: Any
) -> None:
    collected = device()
    assert collected.render_char(matrix, Fontlike(), 10, scaling, rise, ord(cid), None, None) == advance
    found = [(g.text, g.x, g.y, g.advance, g.size, g.turned) for g in ended(collected).glyphs]
    assert found == ([glyph] if glyph else [])


@pytest.mark.parametrize(
    ("fontname", "flags", "font"),
    [
        ("Garamond", 0, ("Garamond", False, False)),
        ("ABCDEF+Garamond-Bold", 0, ("Garamond-Bold", True, False)),
        ("ABCDE+Garamond", 0, ("ABCDE+Garamond", False, False)),
        (b"ABCDEF+GaramondItalic", 0, ("GaramondItalic", False, True)),
        ("Garamond-BlackOblique", 0, ("Garamond-BlackOblique", True, True)),
        ("Garamond HEAVY", 0, ("Garamond HEAVY", True, False)),
        ("Garamond-Demi", 0, ("Garamond-Demi", True, False)),
        ("Garamond", 1 << 18, ("Garamond", True, False)),
        ("Garamond", 1 << 6, ("Garamond", False, True)),
        ("Garamond", (1 << 17) | (1 << 19) | (1 << 5) | (1 << 7), ("Garamond", False, False)),
        ("Garamond", (1 << 18) | (1 << 6), ("Garamond", True, True)),
    ],
)
def test_the_style_of_a_font(fontname: object, flags: int, font: tuple[str, bool, bool]) -> None:
    collected = device()
    collected.render_char(UPRIGHT, Fontlike(fontname, flags), 10, 1, 0, ord("a"), None, None)
    name, bold, italic = font
    assert collected.fonts == [Font(name, bold=bold, italic=italic)]


def test_fonts_of_one_style_are_one() -> None:
    collected = device()
    for font in (Fontlike("A"), Fontlike("B"), Fontlike("A"), (again := Fontlike("B")), again):
        collected.render_char(UPRIGHT, font, 10, 1, 0, ord("a"), None, None)
    assert [glyph.font for glyph in ended(collected).glyphs] == [0, 1, 0, 1, 1]
    assert len(collected.fonts) == 2


@pytest.mark.parametrize(
    ("mediabox", "rotate", "size"),
    [
        ((0, 0, 600, 800), 0, (600, 800)),
        ((10, 20, 610, 820), 0, (600, 800)),
        ((600, 800, 0, 0), 0, (600, 800)),
        ((0, 0, 600, 800), 90, (800, 600)),
        ((0, 0, 600, 800), 180, (600, 800)),
        ((0, 0, 600, 800), 270, (800, 600)),
    ],
)
def test_the_size_of_a_page(mediabox: tuple[float, ...], rotate: int, size: tuple[float, float]) -> None:
    page = ended(device(), mediabox=mediabox, rotate=rotate)
    assert (page.width, page.height) == size


@pytest.mark.parametrize(
    ("places", "share"),
    [
        ([], 0.0),
        ([(300, 0, 0, 400, 0, 0)], 0.25),
        ([(0, 400, -300, 0, 9, 9)], 0.25),
        ([(300, 0, 0, 400, 0, 0)] * 2, 0.5),
        ([(600, 0, 0, 800, 0, 0)] * 2, 1.0),
        ([None], 0.0),
        ([(3, 4, -4, 3, 0, 0)], 25 / 480_000),
    ],
)
def test_how_much_of_a_page_images_cover(places: list[Any], share: float) -> None:
    collected = device()
    for place in places:
        collected.ctm = place
        collected.render_image("", None)
    assert ended(collected).pictured == pytest.approx(share)


def test_a_page_without_a_size_is_covered_at_most_once() -> None:
    collected = device()
    collected.ctm = (0.5, 0, 0, 0.5, 0, 0)
    collected.render_image("", None)
    assert ended(collected, mediabox=(0, 0, 0, 0)).pictured == pytest.approx(0.25)


def test_pages_are_counted_and_lost_ones_said() -> None:
    collected = device()
    assert (collected.page.number, collected.page.width, collected.page.height) == (0, 0.0, 0.0)
    assert ended(collected).number == 1
    collected.lost_page()
    assert (collected.page.number, collected.page.width, collected.page.height) == (2, 612.0, 792.0)
    (doubt,) = collected.page.doubts
    assert (doubt.code, doubt.severity, doubt.page) == ("page_incomplete", "error", 2)
    assert doubt.message == "page 2 cannot be read whole: the file lacks it"
    collected.begin_page(page_of(), UPRIGHT)
    collected.lose("its oil is gone")
    collected.lose("its fog is gone")
    assert [each.message for each in ended(collected).doubts] == [
        "page 3 cannot be read whole: its oil is gone"
    ]
    collected.begin_page(page_of(), UPRIGHT)
    assert ended(collected).doubts == ()


def test_hidden_layers_are_kept_apart_and_said() -> None:
    collected = device()
    for step, letter in ((0, "a"), (1, "b"), (1, "c"), (-1, "d"), (-1, "e"), (-1, "f")):
        collected.hide(step)
        collected.render_char(UPRIGHT, Fontlike(), 10, 1, 0, ord(letter), None, None)
    page = ended(collected)
    assert "".join(glyph.text for glyph in page.glyphs) == "aef"
    assert "".join(glyph.text for glyph in page.unseen) == "bcd"
    assert [(each.code, each.severity, each.page) for each in page.doubts] == [
        ("layer_not_read", "warning", 1)
    ]
    collected.begin_page(page_of(), UPRIGHT)
    collected.hide(1)
    collected.render_char(UPRIGHT, Fontlike(), 10, 1, 0, ord(" "), None, None)
    page = ended(collected)
    assert (len(page.glyphs), len(page.unseen), page.doubts) == (0, 1, ())


def box(x0: float, y0: float, x1: float, y1: float) -> list[tuple[Any, ...]]:
    return [("m", x0, y0), ("l", x1, y0), ("l", x1, y1), ("l", x0, y1), ("h",)]


@pytest.mark.parametrize(
    ("path", "how", "ctm", "lines"),
    [
        ([("m", 10, 20), ("l", 90, 20)], "S", UPRIGHT, [(10, 90, 20)]),
        ([("m", 10, 20), ("l", 90, 20)], "f", UPRIGHT, [(10, 90, 20)]),
        ([("m", 10, 20), ("l", 90, 20)], "", UPRIGHT, []),
        ([("m", 10, 20), ("l", 90, 20)], "S", None, []),
        ([("m", 10, 20), ("l", 90, 20)], "S", (2, 0, 0, 3, 5, 7), [(25, 185, 67)]),
        # upright lines are none; a line may be as thick as two points, and must be longer
        ([("m", 10, 20), ("l", 10, 90)], "S", UPRIGHT, []),
        ([("m", 10, 20), ("l", 10, 90)], "S", (0, 1, 1, 0, 0, 0), [(20, 90, 10)]),
        (box(10, 20, 90, 22), "f", UPRIGHT, [(10, 90, 21)]),
        (box(10, 20, 90, 22.5), "f", UPRIGHT, []),
        (box(10, 20, 12, 21), "f", UPRIGHT, []),
        (box(10, 20, 12.5, 21), "f", UPRIGHT, [(10, 12.5, 20.5)]),
        ([("m", 10, 20)], "S", UPRIGHT, []),
        ([("m", 1, 2), ("l", 9, 2), ("m", 1, 5), ("l", 9, 5)], "S", UPRIGHT, [(1, 9, 2), (1, 9, 5)]),
        ([("m", 1, 2), ("c", 0, 0, 0, 0, 9, 2)], "S", UPRIGHT, [(1, 9, 2)]),
    ],
)  # fmt: skip
def test_lines_that_are_drawn(path: list[Any], how: str, ctm: Any, lines: list[tuple[float, ...]]) -> None:
    collected = device()
    collected.ctm = ctm
    collected.paint_path(INK, how == "S", how == "f", False, path)
    page = ended(collected)
    assert page.drawn == tuple(DrawnLine(*each) for each in lines)


@pytest.mark.parametrize(
    ("height", "ink", "fill", "found"),
    [
        (12, (1, 0, 0), True, True),
        (12, (1, 0, 0), False, False),
        (12, (0, 0, 0), True, False),
        (4, (1, 0, 0), True, True),
        (3.9, (1, 0, 0), True, False),
        (60, (1, 0, 0), True, True),
        (60.5, (1, 0, 0), True, False),
    ],
)
def test_areas_that_are_painted(height: float, ink: tuple[float, ...], fill: bool, found: bool) -> None:
    collected = device()
    state = SimpleNamespace(ncolor=ink)
    collected.paint_path(state, not fill, fill, False, box(10, 20, 90, 20 + height))
    areas = [(a.kind, a.x0, a.x1, a.y0, a.y1, a.colour, a.drawn) for a in ended(collected).markings]
    assert areas == ([("ground", 10, 90, 20, 20 + height, "red", True)] if found else [])


def test_drawings_within_drawings_lead_back_to_the_page() -> None:
    collected = device()
    for at in (1, 2):
        collected.begin_figure("", None, None)
        collected.ctm = (1, 0, 0, 1, at, at)
    collected.end_figure("")
    assert collected.ctm == (1, 0, 0, 1, 1, 1)
    collected.end_figure("")
    assert collected.ctm == UPRIGHT
