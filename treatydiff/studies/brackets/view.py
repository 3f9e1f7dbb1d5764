"""What a report on brackets says: fates by article, totals, how open every article is, convergence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from treatydiff.model import Draft, Openness, OpenPlace
from treatydiff.naming import wording
from treatydiff.naming.citations import (
    Places,
    clause_label,
    document_name,
    inside_unit,
    places_of,
    unit_label,
)
from treatydiff.records import dataclass
from treatydiff.report.kit.cards import draft_card
from treatydiff.report.kit.pieces import DraftCard
from treatydiff.studies.brackets.model import FATE_WORDS, FATES, BracketFate, BracketFates, BracketStudy, Fate

ROLE_WORDS = {
    "text": "bracket",
    "alternative": "alternative",
    "undetermined": "beside others",
    "reserve": "reserve",
    "placeholder": "placeholder",
    "status": "standing",
    "attribution": "name",
    "remark": "remark",
    "label": "on a heading",
    "unclosed": "not closed",
    "astray": "not closed in its article",
    "option": "option",
    "no text": "option: no text",
}
"""What reports call the roles of brackets."""

LONGEST_TEXT = 90
_UNIT_KINDS = frozenset({"article", "rule", "preamble", "closing"})


@dataclass(frozen=True, slots=True)
class FateRow:
    """One bracket or option: where, what it says, what became of it, and the evidence."""

    fate: BracketFate
    place: str
    kind: str
    text: str
    outcome: str
    evidence: str


@dataclass(frozen=True, slots=True)
class ArticleFates:
    """The brackets and options of one unit; `side` is "B" for what is only there."""

    label: str
    heading: str
    side: str
    rows: tuple[FateRow, ...]


@dataclass(frozen=True, slots=True)
class OpenRow:
    """How open a unit or container is, under its name."""

    label: str
    heading: str
    place: OpenPlace


@dataclass(frozen=True, slots=True)
class DraftOpenness:
    """How open one draft is, as a whole and place by place (only those with something open)."""

    card: DraftCard
    whole: Openness
    rows: tuple[OpenRow, ...]


@dataclass(frozen=True, slots=True)
class BracketsView:
    """Everything that a rendering of brackets says: drafts in their order, fates between neighbours."""

    drafts: tuple[DraftOpenness, ...]
    totals: tuple[tuple[tuple[Fate, int], ...], ...]
    option_totals: tuple[tuple[tuple[Fate, int], ...], ...]
    articles: tuple[tuple[ArticleFates, ...], ...]


def brackets_view(study: BracketStudy, *, only: str | None = None) -> BracketsView:
    """Everything that a report on the brackets of some drafts says.

    Args:
        study: the drafts, and what became of their brackets.
        only: id of a unit of any of them; nothing but it is shown.
    """
    return BracketsView(
        tuple(
            _openness(draft, only, side)
            for draft, side in zip(study.drafts, _sides(len(study.drafts)), strict=True)
        ),
        tuple(fate_totals(each.fates, "bracket") for each in study.steps),
        tuple(fate_totals(each.fates, "option") for each in study.steps),
        tuple(_articles(each, only) for each in study.steps),
    )


def fate_totals(fates: Sequence[BracketFate], what: str) -> tuple[tuple[Fate, int], ...]:
    """How many brackets or options have each fate, in the fixed order, zeros included."""
    counts = Counter(each.fate for each in fates if each.what == what)
    return tuple((fate, counts[fate]) for fate in FATES)


def totals_words(totals: Sequence[tuple[Fate, int]]) -> str:
    """Totals in words: "30 retained · 26 not retained"."""
    return " · ".join(f"{number:,} {FATE_WORDS[fate]}" for fate, number in totals if number) or "none"


def _sides(drafts: int) -> tuple[str, ...]:
    """The letters of two drafts that are held against one another; one draft, or a chain, has none."""
    return ("A", "B") if drafts == 2 else ("",) * drafts


def _openness(draft: Draft, only: str | None, side: str) -> DraftOpenness:
    places = places_of(draft)
    rows = tuple(
        OpenRow(unit_label(places, each.id, instrument=False), places[each.id].provision.heading, each)
        for each in draft.open_places
        if not each.in_unit
        and (each.openness.brackets or each.openness.options)
        and (only is None or each.id == only)
    )
    return DraftOpenness(draft_card(draft, side=side, name=document_name(draft)), draft.openness, rows)


def _articles(fates: BracketFates, only: str | None) -> tuple[ArticleFates, ...]:
    places_a, places_b = places_of(fates.a), places_of(fates.b)
    found: list[ArticleFates] = []
    for side, places, other in (("a", places_a, places_b), ("b", places_b, places_a)):
        by_unit: dict[str, list[BracketFate]] = {}
        for each in fates.fates:
            if each.side == side and (only is None or each.unit == only):
                by_unit.setdefault(each.unit, []).append(each)
        for unit, rows in by_unit.items():
            provision = places[unit].provision if unit in places else None
            found.append(
                ArticleFates(
                    unit_label(places, unit), provision.heading if provision else "", side.upper(),
                    tuple(_row(each, places, other) for each in rows),
                )
            )  # fmt: skip
    return tuple(found)


def _row(each: BracketFate, places: Places, other: Places) -> FateRow:
    place = clause_label(places, each.clause, each.unit, short=True) if each.clause in places else ""
    if each.fate is None:
        outcome = "as printed" if each.role == "status" else "no wording"
    else:
        outcome = FATE_WORDS[each.fate]
    return FateRow(
        each,
        place,
        ROLE_WORDS.get(each.role, each.role),
        shortened(each.text),
        outcome,
        _evidence(each, other),
    )


def _evidence(each: BracketFate, other: Places) -> str:
    """Where the words are in the other draft and how many of them; "" where nothing is to be said."""
    if each.fate is None:
        return ""
    where = _where(each.elsewhere, other)
    if each.fate in ("newly bracketed", "reopened"):
        if not each.words or not where:
            return "new words" if each.what == "bracket" else ""
        return f"{each.shared} of {wording.counted(each.words, 'word', 'words')} in A, {where}"
    if each.fate == "dropped" or each.role == "no text":
        return ""
    shared = f"{each.shared} of {wording.counted(each.words, 'word', 'words')}" if each.words else ""
    if each.fate == "reworded" and not each.shared:
        shared = "filled in"
    both = f"“{shortened(each.found)}”" if each.fate == "reworded" and each.found else ""
    return ", ".join(part for part in (where, shared, both) if part)


def _where(clause: str, places: Places) -> str:
    """The name of a clause with its unit, short: "Art. 6, para. 1"."""
    if clause not in places:
        return ""
    place = places[clause]
    unit = next((node for node in (*place.around, place.provision) if node.kind in _UNIT_KINDS), None)
    if unit is None:
        return clause_label(places, clause, "", short=True)
    inside = clause_label(places, clause, unit.id, short=True) if unit.id != clause else ""
    return inside_unit(unit_label(places, unit.id), inside)


def shortened(text: str, longest: int = LONGEST_TEXT) -> str:
    """A wording on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0] + " …"
