"""What is painted on the words of a page: grounds behind them, and underlines and strikes of reviewers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.psexceptions import PSException
from pdfminer.psparser import literal_name

from treatydiff.reading.colour_names import name_of_ink

HEIGHTS = (4.0, 60.0)
"""Points between which a painted area may be the ground behind one line of words."""
_OF_ANNOTATIONS: dict[str, Literal["ground", "underline", "strike"]] = {
    "Highlight": "ground", "Underline": "underline", "Squiggly": "underline", "StrikeOut": "strike",
}  # fmt: skip
_HIDDEN = 2 | 32
"""The flags of annotations that are not shown."""
_FAULTS = (PSException, AttributeError, LookupError, TypeError, ValueError)


class PaintedArea(NamedTuple):
    """An area painted on a page, in points from the lower left corner; `drawn` by the page itself."""

    kind: Literal["ground", "underline", "strike"]
    x0: float
    x1: float
    y0: float
    y1: float
    colour: str = ""
    drawn: bool = False


def markings_of_annotations(page: PDFPage, ctm: Any) -> list[PaintedArea]:
    """What reviewers highlighted, underlined and struck out on a page.

    Args:
        page: the page.
        ctm: the matrix that its content is drawn with.
    """
    try:
        annotations = resolve1(page.annots)
    except _FAULTS:
        return []
    if not isinstance(annotations, list):
        return []
    return [marking for each in annotations for marking in markings_of(each, ctm)]


def markings_of(annotation: Any, ctm: Any = (1, 0, 0, 1, 0, 0)) -> list[PaintedArea]:
    """What one annotation paints on words: nothing where it is of another kind, or does not say where.

    Args:
        annotation: as the page lists it.
        ctm: the matrix that the page's content is drawn with.
    """
    try:
        found = resolve1(annotation)
        kind = _OF_ANNOTATIONS.get(str(literal_name(resolve1(found.get("Subtype")))))
        if kind is None or int(resolve1(found.get("F")) or 0) & _HIDDEN:
            return []
        ink = resolve1(found.get("C")) or ()
        colour = name_of_ink(tuple(resolve1(share) for share in ink)) if kind == "ground" else ""
        points = [float(resolve1(each)) for each in resolve1(found.get("QuadPoints")) or ()]
        if len(points) < 8:
            x0, y0, x1, y1 = (float(resolve1(each)) for each in resolve1(found["Rect"]))
            points = [x0, y0, x1, y1, x0, y1, x1, y0]
        quads = [points[at : at + 8] for at in range(0, len(points) - 7, 8)]
    except _FAULTS:
        return []
    return [PaintedArea(kind, *_bounds(quad, ctm), colour) for quad in quads]


def _bounds(quad: Sequence[float], ctm: Any) -> tuple[float, float, float, float]:
    a, b, c, d, e, f = ctm
    corners = [(a * x + c * y + e, b * x + d * y + f) for x, y in zip(quad[::2], quad[1::2], strict=True)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), max(xs), min(ys), max(ys)
