"""Every character of a PDF with its place, size and font, and every drawn line; nothing is grouped.

pdfminer's own layout analysis is switched off: it detaches hanging numbers ("4." printed after its
text) and doubles spaces. Appending plain tuples in `render_char` takes half the time of its LTChar
objects.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage

from treatydiff.model import Diagnostic
from treatydiff.reading.colour_names import name_of_ink
from treatydiff.reading.pdf.annotations import unread_annotations
from treatydiff.reading.pdf.glyph_texts import text_and_width
from treatydiff.reading.pdf.markings import HEIGHTS, PaintedArea, markings_of_annotations
from treatydiff.reading.pdf.objects.layers import Layers
from treatydiff.records import dataclass

_THIN = 2.0
"""Points: a drawn area no higher than this is a line."""

_SKEW = 0.05
"""Baselines that rise no more than this are horizontal (scans lie askew)."""


class Glyph(NamedTuple):
    """One printed character: place of its origin and advance in points from the lower left corner.

    `text` is empty where the font has no mapping for `cid`. `turned` is where the baseline runs: 0 to
    the right, 1 upwards, 2 to the left (upside down), 3 downwards, 4 askew. `colour` is its name; empty for
    black and greys.
    """

    text: str
    x: float
    y: float
    advance: float
    size: float
    font: int
    cid: int
    turned: int
    colour: str = ""


class DrawnLine(NamedTuple):
    """A thin horizontal drawn line, in points from the lower left corner."""

    x0: float
    x1: float
    y: float


@dataclass(frozen=True, slots=True)
class Font:
    """A font of the file: name without subset prefix, style, and `vertical` writing."""

    name: str
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class PageCharacters:
    """What one page prints; `number` from 1, `width` and `height` in points.

    `unseen` are characters of layers that are switched off; `doubts` say what is not read or not whole.
    `pictured` is the share of the page that images cover, at most 1; `markings` are painted on words.
    """

    number: int
    width: float
    height: float
    glyphs: Sequence[Glyph]
    drawn: Sequence[DrawnLine]
    unseen: Sequence[Glyph] = ()
    doubts: Sequence[Diagnostic] = ()
    pictured: float = 0.0
    markings: Sequence[PaintedArea] = ()


class CharacterDevice(PDFTextDevice):
    """Collects the glyphs and drawn lines of the page that is being read, and the fonts of all."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.page = PageCharacters(0, 0.0, 0.0, (), ())
        self.fonts: list[Font] = []
        self._known: dict[int, tuple[Any, int, dict[int, tuple[str | None, float]]]] = {}
        self._by_style: dict[Font, int] = {}
        self._glyphs: list[Glyph] = []
        self._unseen: list[Glyph] = []
        self._drawn: list[DrawnLine] = []
        self._markings: list[PaintedArea] = []
        self._outer: list[Any] = []
        self.layers = Layers({})
        self.faults: dict[int, str] = {}
        self._losses: dict[str, None] = {}
        self._hidden = 0
        self._pictured = 0.0

    def lose(self, reason: str) -> None:
        """A part of the page cannot be read.

        Args:
            reason: why.
        """
        self._losses[reason] = None

    def hide(self, step: int) -> None:
        """What follows belongs to one hidden layer more or less.

        Args:
            step: 1, -1, or 0.
        """
        self._hidden += step

    def begin_page(self, page: PDFPage, ctm: Any) -> None:
        """Forget the page before."""
        self._markings = markings_of_annotations(page, ctm)
        self._glyphs, self._unseen, self._drawn, self._outer = [], [], [], []
        self._losses, self._hidden, self._pictured = {}, 0, 0.0

    def lost_page(self, reason: str = "the file lacks it") -> None:
        """A page of which nothing can be read takes its place among the others.

        Args:
            reason: why it cannot be read.
        """
        number = self.page.number + 1
        doubt = _incomplete(number, reason)
        self.page = PageCharacters(number, 612.0, 792.0, (), (), doubts=(doubt,))

    def end_page(self, page: PDFPage) -> None:
        """Put together what the page prints."""
        x0, y0, x1, y1 = page.mediabox
        width, height = abs(x1 - x0), abs(y1 - y0)
        if page.rotate in (90, 270):
            width, height = height, width
        number = self.page.number + 1
        doubts = [_incomplete(number, reason) for reason in list(self._losses)[:1]]
        if any(glyph.text.strip() for glyph in self._unseen):
            doubts.append(
                Diagnostic(
                    "layer_not_read",
                    "warning",
                    "the page has layers that are switched off; they are not read",
                    number,
                )
            )
        unread = unread_annotations(page, number)
        self.page = PageCharacters(
            number, width, height, tuple(self._glyphs), tuple(self._drawn), tuple(self._unseen),
            (*doubts, *([unread] if unread is not None else ())),
            min(1.0, self._pictured / max(1.0, width * height)), tuple(self._markings),
        )  # fmt: skip

    def render_image(self, _name: str, _stream: Any) -> None:
        """Measure an image, which fills the unit square of its place."""
        if self.ctm is not None:
            a, b, c, d, _, _ = self.ctm
            self._pictured += abs(a * d - b * c)

    def begin_figure(self, _name: str, _bbox: Any, _matrix: Any) -> None:
        """Remember where the page stands while a drawing is drawn."""
        self._outer.append(self.ctm)

    def end_figure(self, _name: str) -> None:
        """Go back to the page."""
        self.ctm = self._outer.pop()

    def render_string_horizontal(
        self,
        seq: Any,
        matrix: Any,
        pos: tuple[float, float],
        font: Any,
        fontsize: float,
        scaling: float,
        charspace: float,
        wordspace: float,
        rise: float,
        dxscale: float,
        _colours: Any,
        state: Any,
    ) -> tuple[float, float]:
        """Append every character of a string; the steps between them are pdfminer's."""
        x, y = pos
        a, b, c, d, e, f = matrix
        # The origin of the next character is (x a + left, x b + low) on the page.
        left, low = y * c + e + c * rise, y * d + f + d * rise
        _, index, widths = self._known.get(id(font)) or self._know(font)
        turned, size = _turn(a, b, d), abs(fontsize * math.hypot(c, d))
        colour = name_of_ink(state.ncolor)
        scale, append, new = fontsize * scaling, self._shown().append, tuple.__new__
        stretch = math.hypot(a, b) if turned else a
        # The codes of most fonts are bytes, which need no decoding.
        decode = font.decode if font.is_multibyte() else bytes
        spaced = False
        for part in seq:
            if not isinstance(part, bytes):
                if isinstance(part, (int, float)):
                    x -= part * dxscale
                    spaced = True
                continue
            for cid in decode(part):
                if spaced:
                    x += charspace
                spaced = True
                found = widths.get(cid)
                if found is None:
                    found = widths[cid] = text_and_width(font, cid)
                text, width = found
                advance = width * scale
                if text is not None:
                    # A Glyph, without the function that takes its fields by name.
                    append(
                        new(Glyph, (text, x * a + left, x * b + low if b else low, advance * stretch, size,
                                    index, cid, turned, colour))
                    )  # fmt: skip
                x += advance
                if wordspace and cid == 32:
                    x += wordspace
        return x, y

    def render_char(
        self,
        matrix: Any,
        font: Any,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        _colours: Any,
        _state: Any,
    ) -> float:
        """Append one character of a font that is written downwards."""
        _, index, widths = self._known.get(id(font)) or self._know(font)
        found = widths.get(cid)
        if found is None:
            found = widths[cid] = text_and_width(font, cid)
        text, width = found
        advance = width * fontsize * scaling
        a, b, c, d, x, y = matrix
        if text is not None:
            self._shown().append(
                Glyph(text, x + c * rise, y + d * rise, advance * a, abs(fontsize * math.hypot(c, d)), index,
                      cid, _turn(a, b, d))
            )  # fmt: skip
        return advance

    def _shown(self) -> list[Glyph]:
        return self._unseen if self._hidden > 0 else self._glyphs

    def _know(self, font: Any) -> tuple[Any, int, dict[int, tuple[str | None, float]]]:
        name = _plain_name(font.fontname)
        lowered = name.casefold()
        style = Font(
            name,
            bold=any(word in lowered for word in ("bold", "black", "heavy", "demi"))
            or bool(font.flags & 1 << 18),
            italic=any(word in lowered for word in ("italic", "oblique")) or bool(font.flags & 1 << 6),
        )
        index = self._by_style.setdefault(style, len(self.fonts))
        if index == len(self.fonts):
            self.fonts.append(style)
        # The font itself is kept with its entry so that its id is not given to another one.
        self._known[id(font)] = (font, index, {})
        return self._known[id(font)]

    def paint_path(self, state: Any, stroke: bool, fill: bool, _evenodd: bool, path: Any) -> None:
        """Keep thin horizontal lines, and coloured areas that may be the ground of words."""
        if not (stroke or fill) or self.ctm is None:
            return
        a, b, c, d, e, f = self.ctm
        colour = name_of_ink(state.ncolor) if fill else ""
        part: list[tuple[float, float]] = []
        for step in (*path, ("m", 0, 0)):
            if step[0] == "m":
                self._draw(part, colour)
                part = []
            if step[0] != "h":
                x, y = float(step[-2]), float(step[-1])
                part.append((a * x + c * y + e, b * x + d * y + f))

    def _draw(self, part: list[tuple[float, float]], colour: str) -> None:
        if len(part) < 2:
            return
        xs, ys = [x for x, _ in part], [y for _, y in part]
        if max(ys) - min(ys) <= _THIN and max(xs) - min(xs) > _THIN:
            self._drawn.append(DrawnLine(min(xs), max(xs), (min(ys) + max(ys)) / 2))
        elif colour and HEIGHTS[0] <= max(ys) - min(ys) <= HEIGHTS[1]:
            self._markings.append(
                PaintedArea("ground", min(xs), max(xs), min(ys), max(ys), colour, drawn=True)
            )


def _turn(a: float, b: float, d: float) -> int:
    """Where a baseline runs, from the matrix of its text."""
    if abs(b) <= _SKEW * abs(a):
        return 2 if a < 0 and d < 0 else 0
    if abs(a) <= _SKEW * abs(b):
        return 1 if b > 0 else 3
    return 4


def _incomplete(number: int, reason: str) -> Diagnostic:
    return Diagnostic("page_incomplete", "error", f"page {number} cannot be read whole: {reason}", number)


def _plain_name(fontname: object) -> str:
    name = fontname.decode("latin-1") if isinstance(fontname, bytes) else str(fontname)
    prefix, plus, rest = name.partition("+")
    return rest if plus and len(prefix) == 6 else name
