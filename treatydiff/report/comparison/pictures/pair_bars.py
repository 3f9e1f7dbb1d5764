"""Bars in pairs, a row a chapter or a word: geometry only. What they say is decided in the view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from treatydiff.records import dataclass
from treatydiff.report.comparison.view_model import (
    ComparisonView,
    ContainerView,
    OpenPlaceView,
    ProfileRow,
    Shares,
)

WIDTH, LEFT, LONGEST = 632.0, 184.0, 240.0
BAR_HEIGHT, BAR_STEP, ROW_STEP = 9.0, 13.0, 36.0
LONGEST_LABEL = 27


@dataclass(frozen=True, slots=True)
class PairBar:
    """One bar: its whole length, the length of the inner part if it has one, and its figure."""

    y: float
    kind: str
    length: float
    inner: float | None
    words: str


@dataclass(frozen=True, slots=True)
class PairRow:
    """The bars of one row under its name, and under one that is cut; `caption` says all of it."""

    name: str
    label: str
    caption: str
    label_y: float
    bars: tuple[PairBar, ...]


@dataclass(frozen=True, slots=True)
class PairBars:
    """The picture in its own units, and the length of a full bar.

    `track` is the length of the ground behind every bar, 0 for none.
    """

    width: float
    height: float
    left: float
    longest: float
    bar_height: float
    track: float
    rows: tuple[PairRow, ...]


@dataclass(frozen=True, slots=True)
class _Drawn:
    kind: str
    share: float
    inner: float | None
    words: str


def chapter_bars(view: ComparisonView) -> PairBars:
    """What of either draft, part and chapter is carried and derived, what keeps its force darker."""
    labels = Counter(_label(row) for row in view.containers)
    rows = [("Whole draft", view.shares)]
    for row in view.containers:
        # Sections without numbers have the same label; their headings tell them apart.
        label = _label(row)
        name = f"{label}: {row.heading}" if labels[label] > 1 and row.heading else label
        rows.append(("\u2003" * row.depth + name, row.shares))
    return _picture([(name, _shares(shares)) for name, shares in rows], track=LONGEST)


def open_place_bars(rows: Sequence[OpenPlaceView]) -> PairBars:
    """Which share of the words stands in brackets in either draft, provision by provision."""
    return _picture([
        (row.label, (_Drawn("of-a", row.share_a, None, f"A {row.words_a}"),
                     _Drawn("of-b", row.share_b, None, f"B {row.words_b}")))
        for row in rows
    ], track=LONGEST)  # fmt: skip


def profile_bars(rows: Sequence[ProfileRow]) -> PairBars:
    """How often each word of obligation stands in either draft."""
    most = max((number for row in rows for number in (row.in_a, row.in_b)), default=0) or 1
    return _picture([
        (row.word, (_Drawn("of-a", row.in_a / most, None, f"A {row.in_a:,}"),
                    _Drawn("of-b", row.in_b / most, None, f"B {row.in_b:,}")))
        for row in rows
    ])  # fmt: skip


def _label(row: ContainerView) -> str:
    return row.label_b if row.label_a == row.label_b else f"{row.label_a} → {row.label_b}"


def _shares(shares: Shares) -> tuple[_Drawn, ...]:
    s = shares
    found = (
        ("carried", s.carried, s.carried_share, s.carried_same_share, s.carried_same_force),
        ("derived", s.derived, s.derived_share, s.derived_same_share, s.derived_same_force),
    )
    return tuple(
        _Drawn(
            "shared",
            share or 0.0,
            same,
            f"{name} {words}" + (f" ({force} no force word changed)" if force else ""),
        )
        for name, words, share, same, force in found
        if words
    )


def _picture(rows: Sequence[tuple[str, tuple[_Drawn, ...]]], *, track: float = 0.0) -> PairBars:
    found: list[PairRow] = []
    for number, (name, drawn) in enumerate(rows):
        top = number * ROW_STEP
        bars = tuple(
            PairBar(
                _tidy(top + at * BAR_STEP), each.kind, _tidy(LONGEST * each.share),
                None if each.inner is None else _tidy(LONGEST * each.inner), each.words,
            )
            for at, each in enumerate(drawn)
        )  # fmt: skip
        short = name if len(name) <= LONGEST_LABEL else f"{name[: LONGEST_LABEL - 1]}…"
        caption = "; ".join((name.strip(), *(bar.words for bar in bars)))
        found.append(PairRow(name.strip(), short, caption, _tidy(top + BAR_STEP + 2), bars))
    return PairBars(WIDTH, max(1.0, len(found) * ROW_STEP), LEFT, LONGEST, BAR_HEIGHT, track, tuple(found))


def _tidy(number: float) -> float:
    return round(number, 2) + 0.0


def _force(share: str) -> str:
    return f" ({share} no force word changed)" if share else ""
