"""What a brief says, decided once for every format: a front page, then a sheet an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from treatydiff.archive.model import Precedent, PrecedentPassage
from treatydiff.desk.brief.model import Brief, RankedChange
from treatydiff.desk.brief.ranking import ELSEWHERE, NOT_OF_SUBSTANCE, RULE
from treatydiff.desk.open_words import OpenWords
from treatydiff.desk.watch.view import standing_words
from treatydiff.model import Draft, Provision, UnitComparison
from treatydiff.naming.citations import Places, citation, document_name, places_of
from treatydiff.naming.wording import RELATION_WORDS, counted
from treatydiff.records import dataclass
from treatydiff.report.comparison.view import comparison_view
from treatydiff.report.comparison.view_model import ClauseView, ComparisonView, UnitView
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.pieces import DraftCard, Passage

FRONT = 10
"""Changes on the front page."""
PER_SHEET = 3
"""Changes shown of one article, so that a sheet keeps to a third of a page; the others are counted."""
_OPEN_SHOWN = 4
"""Brackets and options of one article that its sheet quotes; the others are counted."""
_DID = {"supports": "supported by ", "opposes": "opposed by ", "reserves": "reserved by "}
_TOLD_BESIDE = NOT_OF_SUBSTANCE | {"number"}
"""What the ranking saw and no signal of the comparison says."""
_QUOTED = 110
"""Characters of a bracket or a precedent that are quoted."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change: where, what was observed, the words with what was struck and put in, and the place."""

    title: str
    why: str
    passages: tuple[Passage, ...]
    citation: str


@dataclass(frozen=True, slots=True)
class SheetView:
    """One article: what changed, what is open, what became of ours, precedent and red lines; a line each."""

    label: str
    heading: str
    relation: str
    changes: tuple[ChangeLine, ...]
    more: int
    open: tuple[str, ...]
    ours: tuple[str, ...]
    precedent: tuple[str, ...]
    red: tuple[str, ...]

    @property
    def quiet(self) -> bool:
        """Whether there is nothing to say."""
        return not (self.changes or self.open or self.red)


@dataclass(frozen=True, slots=True)
class BriefView:
    """Everything that a rendering of a brief says, in its order."""

    title: str
    cards: tuple[DraftCard, ...]
    headline: str
    cautions: tuple[str, ...]
    front: tuple[ChangeLine, ...]
    rule: str
    gone: tuple[str, ...]
    sheets: tuple[SheetView, ...]
    untouched: str
    language: str
    tool: str = TOOL


def brief_view(brief: Brief) -> BriefView:
    """Everything that a rendering of a brief says.

    Args:
        brief: the draft since the text before.
    """
    view = comparison_view(brief.since, only=("substantive", "bracket"))
    clauses = {clause.anchor: clause for unit in view.units for clause in unit.clauses}
    shown = set(brief.units)
    ranked = [(each, _anchor(brief, each)) for each in brief.ranked]
    rows = {id_: unit for unit in view.units for id_ in unit.ids_b}
    own = {
        id_: [pair for pair in ranked if _row_of(brief, pair[0]) == unit.anchor] for id_, unit in rows.items()
    }
    ours = comparison_view(brief.ours).units if brief.ours is not None else None
    sheets = [
        _sheet(brief, ours, rows[id_], own[id_], clauses)
        for id_ in brief.units
        if id_ in rows and next(each for each in rows[id_].ids_b if each in shown) == id_
    ]
    quiet = [sheet.label for sheet in sheets if sheet.quiet]
    whole = len(shown) == len(brief.since.b.units())
    front = [pair for pair in ranked if whole or shown.intersection(brief.since.units[pair[0].row].pairing.b)]
    return BriefView(
        title=f"{document_name(brief.since.b)}: since {document_name(brief.since.a)}",
        cards=(view.a, view.b),
        headline=_headline(view, [each for each, _ in front], whole=whole),
        cautions=view.cautions,
        front=tuple(_line(each, clauses[anchor]) for each, anchor in front[:FRONT] if anchor in clauses),
        rule=RULE,
        gone=(*_gone(view.units), *(f"of ours, not found: {each}" for each in _gone(ours or ())))
        if whole
        else (),
        sheets=tuple(sheet for sheet in sheets if not sheet.quiet),
        untouched=f"Nothing to say of {', '.join(quiet)}." if quiet else "",
        language=brief.since.b.language,
    )


def _anchor(brief: Brief, change: RankedChange) -> str:
    pairing = brief.since.units[change.row].clauses[change.clause].pairing
    return pairing.b[0] if pairing.b else f"a--{pairing.a[0]}"


def _row_of(brief: Brief, change: RankedChange) -> str:
    pairing = brief.since.units[change.row].pairing
    return pairing.b[0] if pairing.b else f"a--{pairing.a[0]}"


def _gone(units: Sequence[UnitView]) -> Iterator[str]:
    """The units of the earlier text that have no counterpart in the draft."""
    return (f"{unit.label_a} {unit.heading}".strip() for unit in units if not unit.ids_b)


def _headline(view: ComparisonView, changes: Sequence[RankedChange], *, whole: bool) -> str:
    told = " · ".join(count.words for count in view.counts)
    units = view.units_name if whole else f"{view.units_name} of the whole draft"
    beside = [each for each in changes if NOT_OF_SUBSTANCE.issuperset(each.why)]
    only = [each for each in beside if ELSEWHERE not in each.why]
    brackets = f", {len(only):,} only put into or out of brackets" if only else ""
    clauses = counted(len(changes) - len(beside), "clause", "clauses")
    return f"{clauses} changed in substance{brackets}. {units}: {told or 'none'}."


def _line(change: RankedChange, clause: ClauseView) -> ChangeLine:
    said = (*clause.signals, *clause.notes)
    further = [each for each in change.why if each in _TOLD_BESIDE and each not in " ".join(said)]
    return ChangeLine(
        title=f"{clause.title}{': ' + clause.heading if clause.heading else ''}",
        why=", ".join((*said, *further)) if said else ", ".join(change.why),
        passages=clause.passages,
        citation=clause.citation_b or clause.citation_a,
    )


def _sheet(
    brief: Brief,
    ours: Sequence[UnitView] | None,
    unit: UnitView,
    ranked: list[tuple[RankedChange, str]],
    clauses: Mapping[str, ClauseView],
) -> SheetView:
    changes = [_line(each, clauses[anchor]) for each, anchor in ranked if anchor in clauses]
    return SheetView(
        label=unit.label,
        heading=unit.heading,
        relation=unit.relation_words,
        changes=tuple(changes[:PER_SHEET]),
        more=max(0, len(changes) - PER_SHEET),
        open=_open(brief.since.b, unit.ids_b),
        ours=_ours(brief, ours, unit.ids_b),
        precedent=_precedent(brief, unit.ids_b),
        red=_red(brief, unit.ids_b),
    )


def _open(draft: Draft, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The brackets and options of some units, the outermost only, each with whom the draft names beside it.

    A sheet quotes the first of them and counts the others, so that it keeps to its third of a page.
    """
    places = places_of(draft)
    lines: list[str] = []
    for unit in draft.units():
        if unit.id in ids:
            lines += _open_in(unit.provision, places, unit.id)
    left = len(lines) - _OPEN_SHOWN
    if left <= 1:
        return tuple(lines)
    return (*lines[:_OPEN_SHOWN], f"and {left:,} more brackets or options")


def _open_in(node: Provision, places: Places, unit: str) -> Iterator[str]:
    """What is open in a provision, in text order; of an option only that it is one."""
    place = citation("", places, unit, None if node.id == unit else node.id)
    if node.kind == "option":
        yield f"{place}: {_short(next((each.text for each in node.clauses() if each.text), 'no text'))}"
        return
    held = [each for each in node.clauses() if each.text]
    if node.children and held and all(_reserved(each) for each in held):
        yield f"{place}: all of it, in brackets"
        return
    outer = -1
    for mark in sorted(node.marks, key=lambda each: (each.start, -each.end)):
        words = _short(node.text[mark.start : mark.end])
        if mark.holds_wording and mark.end > outer and any(char.isalnum() for char in words):
            outer = mark.end
            yield f"{place}: {words}{_named(node, mark.end)}"
    for child in node.children:
        yield from _open_in(child, places, unit)


def _reserved(clause: Provision) -> bool:
    """Whether a bracket holds a clause whole that begins and ends elsewhere: one on what it stands in."""
    text = clause.text
    return any(
        mark.holds_wording and mark.start == 0 and mark.end == len(text) and (text[0], text[-1]) != ("[", "]")
        for mark in clause.marks
    )


def _named(node: Provision, end: int) -> str:
    """The delegations that a draft names right behind a bracket, each with what it did, if not to propose."""
    said: dict[str, list[str]] = {}
    for mark in node.marks:
        attrs = dict(mark.attrs)
        alone = node.text[mark.start : mark.start + 1] in ("(", "[")  # "[Chile: and lakes]" begins another
        if mark.kind == "attribution" and alone and end <= mark.start <= end + 2 and attrs.get("who"):
            said.setdefault(_DID.get(str(attrs.get("role")), ""), []).append(str(attrs["who"]))
    told = "; ".join(f"{did}{'; '.join(who)}" for did, who in said.items())
    return f" ({told})" if told else ""


def _ours(brief: Brief, ours: Sequence[UnitView] | None, ids: tuple[str, ...]) -> tuple[str, ...]:
    """What of our own provisions stands in some units, and which of their clauses do not."""
    if ours is None or brief.ours is None:
        return ()
    later = OpenWords(brief.ours.b, "insert")
    found = []
    for unit in ours:
        if unit.ids_a and set(unit.ids_b) & set(ids):
            row = next(each for each in brief.ours.units if each.pairing.a == unit.ids_a)
            relation = unit.relation_words
            if _only_names_beside(row, later):
                relation = relation.replace(RELATION_WORDS["amended"], "the same words")
            missing = [each.label for each in unit.clauses if each.relation == "deleted"]
            found.append(
                f"{unit.label_a} {relation}"
                + (f", {_share(unit.shares.carried)} of it is here" if unit.shares.carried else "")
                + (f", not found: {', '.join(missing)}" if missing and len(unit.clauses) > 1 else "")
            )
    return tuple(found) or ("no textual counterpart found in our draft",)


def _share(carried: str) -> str:
    return "all" if carried == "100 %" else carried


def _only_names_beside(row: UnitComparison, later: OpenWords) -> bool:
    """Whether nothing but names, statuses and remarks came to the words of a row."""
    edits = [(clause, edit) for clause in row.clauses for edit in clause.edits if edit.op != "equal"]
    told = [pair for pair in edits if pair[1].class_ == "substantive"]
    kept = all(edit.class_ in ("substantive", "bracket", "typographic") for _, edit in edits)
    return bool(told) and kept and all(later.is_no_wording(*pair) for pair in told)


def _precedent(brief: Brief, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The closest earlier wording of the longest clause of some units that has one."""
    if brief.precedents is None:
        return ()
    inside = {clause.id for unit in brief.since.b.units() if unit.id in ids for clause in unit.clauses()}
    found = [each for each in brief.precedents.clauses if each.id in inside and each.closest is not None]
    best = sorted(
        found, key=lambda each: (-(each.closest.share if each.closest else 0.0) * each.words, each.id)
    )[:1]
    return tuple(_precedent_words(each, each.closest) for each in best if each.closest is not None)


def _precedent_words(clause: Precedent, closest: PrecedentPassage) -> str:
    return f"{clause.place}: {closest.entry.name}, {closest.place} ({closest.share:.0%} of its words)"


def _red(brief: Brief, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Red lines that stand in some units, and those that stood in what they were."""
    if brief.watch is None:
        return ()
    before = {
        id_ for row in brief.since.units if set(row.pairing.b) & set(ids) for id_ in row.pairing.a
    }  # fmt: skip
    lines = []
    for history in brief.watch.lines:
        earlier, now = history.drafts[0], history.drafts[-1]
        here = any(each.unit in ids for each in now.sightings)
        was = any(each.unit in before for each in earlier.sightings)
        if here or was:
            gone = now.standing == "absent"
            words = (
                standing_words(now, provision=not history.line.words) if here or gone else "no longer here"
            )
            lines.append(f"{history.line.name}: {words}" + ("" if history.holds else " (does not hold)"))
    return tuple(lines)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _QUOTED else f"{words[: _QUOTED - 1]}…"
