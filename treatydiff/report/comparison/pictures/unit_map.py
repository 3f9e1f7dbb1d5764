"""The map of articles: two columns of bars by length, joined by ribbons; geometry only."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.model import Relation
from treatydiff.records import dataclass
from treatydiff.report.comparison.view_model import UnitView

WIDTH = 560.0
LEFT_BAR, RIGHT_BAR, BAR_WIDTH = 112.0, 436.0, 12.0
HEIGHT_PER_UNIT, LEAST_HEIGHT, GREATEST_HEIGHT = 9.0, 100.0, 540.0
LEAST_LABELLED, LEAST_LABELLED_ON_PHONES = 7.0, 13.0
"""Heights from which a bar has room for a label beside it, on wide and on narrow screens."""

LONGEST_LABEL = 24


@dataclass(frozen=True, slots=True)
class Bar:
    """One unit of one draft. `label` is "" where there is no room for it, `tall` where there is much."""

    x: float
    y: float
    height: float
    label: str
    label_x: float
    label_y: float
    tall: bool


@dataclass(frozen=True, slots=True)
class MapRow:
    """One row of the comparison: its bars, the ribbons between them, where it leads, what it says."""

    anchor: str
    relation: Relation
    caption: str
    left: tuple[Bar, ...]
    right: tuple[Bar, ...]
    ribbons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitMap:
    """The picture: its size in its own units and its rows."""

    width: float
    height: float
    bar_width: float
    rows: tuple[MapRow, ...]


@dataclass(frozen=True, slots=True)
class _BarSpan:
    y: float
    height: float


def unit_map(
    units: Sequence[UnitView],
    lengths_a: Sequence[tuple[str, int, str]],
    lengths_b: Sequence[tuple[str, int, str]],
) -> UnitMap:
    """The map of a comparison.

    Args:
        units: the rows, in their order.
        lengths_a: id, length and label of every unit of A, in text order.
        lengths_b: the same for B.
    """
    most = max(len(lengths_a), len(lengths_b), 1)
    height = min(GREATEST_HEIGHT, max(LEAST_HEIGHT, HEIGHT_PER_UNIT * most))
    longest = max(sum(words for _, words, _ in lengths_a), sum(words for _, words, _ in lengths_b), 1)
    gap = min(2.0, 0.25 * height / most)
    scale = max(0.0, height - gap * most) / longest
    spans_a, spans_b = _stacked(lengths_a, scale, gap), _stacked(lengths_b, scale, gap)
    bottom = max((span.y + span.height for span in (*spans_a.values(), *spans_b.values())), default=height)
    labels_a = {id_: label for id_, _, label in lengths_a}
    labels_b = {id_: label for id_, _, label in lengths_b}
    rows = tuple(
        MapRow(
            unit.anchor,
            unit.relation,
            _caption(unit),
            tuple(_bar(spans_a[each], labels_a[each], left=True) for each in unit.ids_a if each in spans_a),
            tuple(_bar(spans_b[each], labels_b[each], left=False) for each in unit.ids_b if each in spans_b),
            _ribbons([spans_a[each] for each in unit.ids_a if each in spans_a],
                     [spans_b[each] for each in unit.ids_b if each in spans_b]),
        )
        for unit in units
    )  # fmt: skip
    return UnitMap(WIDTH, _tidy(bottom + 2.0), BAR_WIDTH, rows)


def _stacked(lengths: Sequence[tuple[str, int, str]], scale: float, gap: float) -> dict[str, _BarSpan]:
    spans: dict[str, _BarSpan] = {}
    y = 0.0
    for id_, words, _ in lengths:
        height = max(0.8, words * scale)
        spans[id_] = _BarSpan(y, height)
        y += height + gap
    return spans


def _bar(span: _BarSpan, label: str, *, left: bool) -> Bar:
    short = label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"
    return Bar(
        x=LEFT_BAR if left else RIGHT_BAR,
        y=_tidy(span.y),
        height=_tidy(span.height),
        label=short if span.height >= LEAST_LABELLED else "",
        label_x=LEFT_BAR - 5 if left else RIGHT_BAR + BAR_WIDTH + 5,
        label_y=_tidy(span.y + span.height / 2 + 2.5),
        tall=span.height >= LEAST_LABELLED_ON_PHONES,
    )


def _ribbons(left: list[_BarSpan], right: list[_BarSpan]) -> tuple[str, ...]:
    """Paths from every left bar to every right one, each bar divided by the lengths opposite."""
    paths = []
    taken_right = [0.0] * len(right)
    for bar in left:
        taken = 0.0
        for at, other in enumerate(right):
            share_left = bar.height * other.height / sum(each.height for each in right)
            share_right = other.height * bar.height / sum(each.height for each in left)
            paths.append(_ribbon(bar.y + taken, share_left, other.y + taken_right[at], share_right))
            taken += share_left
            taken_right[at] += share_right
    return tuple(paths)


def _ribbon(left: float, left_height: float, right: float, right_height: float) -> str:
    x0, x1 = LEFT_BAR + BAR_WIDTH, RIGHT_BAR
    middle = (x0 + x1) / 2
    top_left, bottom_left = _tidy(left), _tidy(left + left_height)
    top_right, bottom_right = _tidy(right), _tidy(right + right_height)
    return (
        f"M{x0:g} {top_left:g}C{middle:g} {top_left:g} {middle:g} {top_right:g} {x1:g} {top_right:g}"
        f"V{bottom_right:g}C{middle:g} {bottom_right:g} {middle:g} {bottom_left:g} {x0:g} {bottom_left:g}Z"
    )


def _tidy(number: float) -> float:
    return round(number, 2) + 0.0


def _caption(unit: UnitView) -> str:
    words = f"{unit.label_a} → {unit.label_b}: {unit.relation_words}"
    return f"{words}; derived {unit.shares.derived}" if unit.shares.derived and unit.ids_b else words
