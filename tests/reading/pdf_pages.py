"""Small PDFs drawn line by line, so that a test shows the layout that it is about."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from treatydiff.model import Block, SourceText
from treatydiff.reading.pdf.from_pdf import read_pdf
from treatydiff.settings import Settings

LEFT, RIGHT, TOP = 72.0, 472.0, 760.0
"""Margins of the sheets, in points; the page is 544 wide, so that the column stands in its middle."""
PITCH = 14.0
FILLERS = tuple(
    f"the {word} words of a line that goes on to the margin of the page, which {other} is"
    for word in ("first", "next", "other", "same", "plain", "usual", "agreed", "present")
    for other in ("here", "there", "thus", "also", "then")
)
"""Lines of running text, all different, as those of real pages are."""


class Sheets:
    """A PDF in the making; `y` is the baseline of the next line."""

    def __init__(self) -> None:
        self._bytes = BytesIO()
        self._canvas = Canvas(self._bytes, pagesize=(LEFT + RIGHT, 842), invariant=1)
        self.y = TOP
        self._filled = 0

    def line(self, text: str, x: float = LEFT, *, size: float = 11, font: str = "Times-Roman") -> Sheets:
        """One line at x; the next stands a line distance lower."""
        self.put(text, x, self.y, size=size, font=font)
        self.y -= PITCH
        return self

    def full(self, text: str, x: float = LEFT, *, label: str = "", label_x: float = LEFT) -> Sheets:
        """One line justified from x to the right margin, perhaps with a label before it."""
        if label:
            self.put(label, label_x, self.y)
        words = self._canvas.beginText(x, self.y)
        words.setFont("Times-Roman", 11)
        spare = RIGHT - x - stringWidth(text, "Times-Roman", 11)
        words.setWordSpace(spare / max(text.count(" "), 1))
        words.textOut(text)
        words.setWordSpace(0)
        self._canvas.drawText(words)
        self.y -= PITCH
        return self

    def turned(self, slope: float) -> Sheets:
        """What follows on this page lies askew: lines rise by so much of their length."""
        self._canvas.transform(1, slope, -slope, 1, 0, 0)
        return self

    def filled(self, count: int, x: float = LEFT) -> Sheets:
        """Full lines of running text."""
        for _ in range(count):
            self.full(FILLERS[self._filled % len(FILLERS)], x)
            self._filled += 1
        return self

    def centred(self, text: str, *, font: str = "Times-Bold") -> Sheets:
        """One line in the middle of the column."""
        width = stringWidth(text, font, 11)
        return self.line(text, (LEFT + RIGHT - width) / 2, font=font)

    def put(self, text: str, x: float, y: float, *, size: float = 11, font: str = "Times-Roman") -> Sheets:
        """Text anywhere."""
        self._canvas.setFont(font, size)
        self._canvas.drawString(x, y, text)
        return self

    def ink(self, red: float, green: float, blue: float) -> Sheets:
        """The colour of what is put from here on."""
        self._canvas.setFillColorRGB(red, green, blue)
        return self

    def rule(self, x0: float, x1: float, y: float) -> Sheets:
        """A drawn line."""
        self._canvas.line(x0, y, x1, y)
        return self

    def skip(self, lines: float = 1) -> Sheets:
        """White space."""
        self.y -= lines * PITCH
        return self

    def page(self) -> Sheets:
        """A new page."""
        self._canvas.showPage()
        self.y = TOP
        return self

    def saved(self) -> bytes:
        """The file."""
        self._canvas.showPage()
        self._canvas.save()
        return self._bytes.getvalue()

    def read(self, settings: Settings | None = None) -> SourceText:
        """What the reader makes of it."""
        return read_pdf(self.saved(), "draft.pdf", settings or Settings())


def texts(source_text: SourceText) -> list[str]:
    """The blocks' texts."""
    return [block.text for block in source_text.blocks]


def rules_of(source_text: SourceText) -> list[tuple[str, str]]:
    """Rule and text of every piece of furniture."""
    return [(piece.rule, piece.text) for piece in source_text.furniture]


def block(source_text: SourceText, start: str) -> Block:
    """The one block that starts with some words."""
    (found,) = [block for block in source_text.blocks if block.text.startswith(start)]
    return found


def starts(source_text: SourceText, beginnings: Sequence[str]) -> list[bool | None]:
    """What the reader says of paragraphs for the blocks that start with some words."""
    return [block(source_text, beginning).starts_paragraph for beginning in beginnings]
