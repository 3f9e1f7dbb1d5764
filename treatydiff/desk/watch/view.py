"""What a report of red lines says, decided once for every format."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.desk.watch.model import LineHistory, LineInDraft, Sighting, Watch
from treatydiff.naming.citations import document_names
from treatydiff.naming.wording import counted
from treatydiff.records import dataclass
from treatydiff.report.kit.cards import TOOL, draft_card
from treatydiff.report.kit.pieces import DraftCard

STANDING_WORDS = {
    "present": "in the text",
    "weakened": "in the text, weakened",
    "changed": "in the text, changed",
    "bracketed": "only in brackets",
    "preamble": "only in the preamble",
    "absent": "wording not found",
}
SUBSTANCE = "Wording not found does not mean that nothing is left: the substance may survive in other words."
_MOST_PLACES = 6


@dataclass(frozen=True, slots=True)
class StationView:
    """What one draft has of a red line: standing in words, places, and what the draft says of them."""

    draft: str
    standing: str
    words: str
    places: tuple[str, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineView:
    """A red line through all drafts: name, what it asks, whether it holds, since when, and its stations."""

    name: str
    asks: str
    holds: bool
    verdict: str
    stations: tuple[StationView, ...]


@dataclass(frozen=True, slots=True)
class WatchView:
    """Everything that a rendering of a watch says, in its order."""

    cards: tuple[DraftCard, ...]
    headline: str
    lines: tuple[LineView, ...]
    notes: tuple[str, ...]
    language: str
    tool: str = TOOL


def watch_view(watch: Watch) -> WatchView:
    """Everything that a rendering of a watch says; red lines that do not hold come first.

    Args:
        watch: red lines followed through drafts.
    """
    names = document_names(watch.drafts)
    ordered = sorted(watch.lines, key=lambda each: each.holds)
    broken = len(watch.broken)
    whole = counted(len(watch.lines), "red line", "red lines")
    verdict = "all hold" if not broken else f"{broken:,} {'does' if broken == 1 else 'do'} not hold"
    return WatchView(
        cards=tuple(draft_card(each, name=name) for each, name in zip(watch.drafts, names, strict=True)),
        headline=f"{whole} in {names[-1]}: {verdict}.",
        lines=tuple(_line(each, names) for each in ordered),
        notes=(SUBSTANCE,)
        if any(each.line.words and each.drafts[-1].standing == "absent" for each in watch.lines)
        else (),
        language=watch.drafts[-1].language,
    )


def standing_words(found: LineInDraft, *, provision: bool = False) -> str:
    """How a draft has a red line: in brackets, and in the preamble as well where that has it without.

    Args:
        found: what the draft has of it.
        provision: whether a provision is followed, of which no wording is looked for.
    """
    if provision and found.standing == "absent":
        return "no textual counterpart found"
    words = STANDING_WORDS[found.standing]
    if found.standing == "present" and all(
        "__opt_" in each.clause for each in found.sightings if not (each.bracketed or each.preamble)
    ):
        return f"{words}, in an option"
    if found.standing == "bracketed" and any(
        each.preamble and not each.bracketed for each in found.sightings
    ):
        return f"{words}, and in the preamble"
    return words


def _line(history: LineHistory, names: Sequence[str]) -> LineView:
    line = history.line
    what = " / ".join(f"“{each}”" for each in line.words) if line.words else line.provision
    now = standing_words(history.drafts[-1], provision=not line.words)
    throughout = " in any draft" if history.drafts[-1].standing == "absent" else " in every draft"
    since = f" since {names[history.since]}" if history.since else throughout
    return LineView(
        name=line.name,
        asks=f"{'keep' if line.keep else 'keep out'} {what}",
        holds=history.holds,
        verdict=f"{'holds' if history.holds else 'DOES NOT HOLD'}: {now}{since}",
        stations=tuple(
            _station(name, each, provision=not line.words)
            for name, each in zip(names, history.drafts, strict=True)
        ),
    )


def _station(name: str, found: LineInDraft, *, provision: bool) -> StationView:
    places = [_place(each) for each in found.sightings[:_MOST_PLACES]]
    left = len(found.sightings) - len(places)
    said = [
        f"{each.citation}: {words}" for each in found.sightings for words in (*each.weakened, *each.changed)
    ]
    alone = len(found.sightings) == 1
    for each in found.sightings:
        proposed = [*([("" if alone else each.citation, each.who)] if each.who else ()), *each.parts]
        said += [
            f"{place + ': ' if place else ''}proposed by {', '.join(who)}, as printed"
            for place, who in proposed
        ]
    said += [f"no longer in {place}" for place in found.lost[:_MOST_PLACES]]
    return StationView(
        draft=name,
        standing=found.standing,
        words=standing_words(found, provision=provision),
        places=(*places, *([f"and {left:,} more"] if left > 0 else [])),
        said=tuple(dict.fromkeys(said)),
    )


def _place(sighting: Sighting) -> str:
    notes = [
        word
        for word, holds in (("in brackets", sighting.bracketed), ("preamble", sighting.preamble))
        if holds
    ]
    return sighting.citation + (f" ({', '.join(notes)})" if notes else "")
