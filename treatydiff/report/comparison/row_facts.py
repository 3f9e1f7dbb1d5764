"""What the rows of a page can be found by, and where text that moved came from and went to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby

from treatydiff.model import Comparison, Signal, UnitComparison
from treatydiff.naming.citations import unit_label
from treatydiff.naming.labels import own_label
from treatydiff.naming.sides import Side, sides_of
from treatydiff.naming.wording import (
    CLASS_NAMES,
    RELATION_COUNT_WORDS,
    RELATION_WORDS,
    SIGNAL_WORDS,
    signal_group_words,
    signal_words,
)
from treatydiff.records import dataclass
from treatydiff.report.comparison.changes import class_counts, is_paired, signal_counts, signals_of
from treatydiff.report.comparison.view import of_articles
from treatydiff.report.comparison.view_model import ComparisonView, UnitView

ANY = "any-"
"""Before a relation: rows that have it besides another one too."""
ARTICLES, OTHERS = "articles", "others"
LONGEST_NAME = 60
"""Characters of the name of a chapter in a list to choose from."""


@dataclass(frozen=True, slots=True)
class RowLink:
    """Words that lead to an anchor of the page."""

    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What one row is found by, and its links to where text moved.

    `relations`, `signals`, `chapters`, `themes` and `kind` are the values of filters. `gone` leads to the
    clauses that now stand in other rows, `stood` to the row that it stood after in A, `left` to the
    provisions that stood here in A and were moved.
    """

    relations: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    chapters: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    kind: str = ""
    gone: tuple[RowLink, ...] = ()
    stood: RowLink | None = None
    left: tuple[RowLink, ...] = ()


@dataclass(frozen=True, slots=True)
class ClauseFacts:
    """What one clause is found by: the values of its signals and of the classes of its changes."""

    signals: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Facts by anchor of the row, the choices that filters offer (value, words), and origins.

    `origins` says for a clause, by its anchor, which row of A it came from where that is not its own.
    `opens` names the addresses of provisions that begin with a clause: those of a paragraph whose text
    stands in a chapeau and subparagraphs. `clauses` are the values of the filters that work on clauses, by
    anchor; `signal_of` the value of the filter that words about signals stand for. `class_places` and
    `signal_places` say in how many places (clauses, or rows as a whole) each value is found: what one sees
    who follows a count.
    """

    rows: Mapping[str, RowFacts]
    origins: Mapping[str, RowLink]
    opens: Mapping[str, tuple[str, ...]]
    relations: tuple[tuple[str, str], ...]
    signals: tuple[tuple[str, str], ...]
    chapters: tuple[tuple[str, str], ...]
    themes: tuple[tuple[str, str], ...]
    clauses: Mapping[str, ClauseFacts]
    classes: tuple[tuple[str, str], ...]
    signal_of: Mapping[str, str]
    kinds: tuple[tuple[str, str], ...]
    class_places: Mapping[str, int]
    signal_places: Mapping[str, int]


def page_facts(comparison: Comparison, view: ComparisonView) -> PageFacts:
    """What the rows of a page can be found by, and the links between rows.

    Args:
        comparison: the result of the pipeline.
        view: what the page says of it.
    """
    a, b = sides_of(comparison)
    rows = {(row.pairing.a, row.pairing.b): row for row in comparison.units}
    themes = _themes_of_clauses(view)
    partners = {each: row.pairing.b[0] for row in comparison.containers if row.pairing.b
                for each in row.pairing.a}  # fmt: skip
    origins, gone = _crossings(view.units, a)
    stood, left = _moved_rows(view.units, rows, a)
    flags = {unit.anchor: _flags(rows.get((unit.ids_a, unit.ids_b)), unit.relation) for unit in view.units}
    wider = {flag for unit in view.units for flag in flags[unit.anchor] if flag != unit.relation}
    kinds, kind_choices = _kinds(view, rows, a, b)
    clauses, signals = _clause_facts(comparison.units), _signal_choices(comparison.units)
    facts = {
        unit.anchor: RowFacts(
            relations=(unit.relation, *(f"{ANY}{flag}" for flag in flags[unit.anchor] if flag in wider)),
            signals=_signal_values(rows.get((unit.ids_a, unit.ids_b))),
            chapters=_chapters(unit, a, b, partners),
            themes=tuple(dict.fromkeys(
                name for clause in unit.clauses
                for name in (*themes.get(clause.anchor, ()), *themes.get(clause.anchor_a, ()))
            )),
            kind=kinds.get(unit.anchor, ""),
            gone=tuple(gone.get(unit.anchor, ())),
            stood=stood.get(unit.anchor),
            left=tuple(left.get(unit.anchor, ())),
        )
        for unit in view.units
    }  # fmt: skip
    return PageFacts(
        rows=facts,
        origins=origins,
        opens=_opened_by(view.units, a, b),
        relations=_relation_choices(facts.values()),
        signals=signals,
        chapters=_chapter_choices(a, b, {each for fact in facts.values() for each in fact.chapters}),
        themes=tuple((theme.name, theme.title) for theme in view.themes
                     if any(theme.name in fact.themes for fact in facts.values())),
        clauses=clauses,
        classes=tuple((class_, CLASS_NAMES[class_]) for class_, _ in class_counts(comparison.units)),
        signal_of=_signal_values_of_words(comparison.units),
        kinds=kind_choices,
        class_places=Counter(each for fact in clauses.values() for each in fact.classes),
        signal_places=_signal_places(view.units, facts, clauses, signals),
    )  # fmt: skip


def _clause_facts(rows: Iterable[UnitComparison]) -> dict[str, ClauseFacts]:
    """What clauses are found by; changes are counted in the provisions that both drafts have."""
    facts: dict[str, ClauseFacts] = {}
    for row in rows:
        for clause in row.clauses:
            signals = (*clause.signals, *(signal for edit in clause.edits for signal in edit.signals))
            anchor = clause.pairing.b[0] if clause.pairing.b else f"a--{clause.pairing.a[0]}"
            facts[anchor] = ClauseFacts(
                signals=tuple(sorted({_value(each) for each in signals})),
                classes=tuple(sorted({edit.class_ for edit in clause.edits if edit.class_}))
                if is_paired(row.pairing)
                else (),
            )
    return facts


def _signal_values_of_words(rows: Sequence[UnitComparison]) -> dict[str, str]:
    """What "obligation weakened", or "obligations: 2 added", is found by: one value, or that of a kind."""
    values: dict[str, str] = {}
    for group in (rows, *((row,) for row in rows)):
        for kind, counted in groupby(signal_counts(group), key=lambda pair: pair[0].kind):
            pairs = list(counted)
            values[signal_group_words(pairs)] = _value(pairs[0][0]) if len(pairs) == 1 else f"{kind}-"
    return values


def _flags(row: UnitComparison | None, relation: str) -> list[str]:
    """What a row is besides, its relation included: a provision that moved may be revised too."""
    if row is None or row.pairing.relation in ("added", "deleted"):
        return []
    pairing = row.pairing
    flags = (("moved", pairing.moved), ("amended", pairing.amended), ("renumbered", pairing.renumbered))
    return [name for name, holds in flags if holds or name == relation]


def _relation_choices(facts: Collection[RowFacts]) -> tuple[tuple[str, str], ...]:
    """The relations that occur, each as it is counted, and those that rows have besides another one."""
    used = {each for fact in facts for each in fact.relations}
    wider = tuple((f"{ANY}{each}", f"{RELATION_WORDS[each]}, also with other changes")
                  for each in RELATION_WORDS if f"{ANY}{each}" in used)  # fmt: skip
    return (*((each, words) for each, words in RELATION_COUNT_WORDS.items() if each in used), *wider)


def _kinds(
    view: ComparisonView,
    rows: Mapping[tuple[tuple[str, ...], tuple[str, ...]], UnitComparison],
    a: Side,
    b: Side,
) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """Which rows are of articles and which of other units, where they are counted apart."""
    if not view.other_counts:
        return {}, ()
    kinds = {}
    for unit in view.units:
        row = rows.get((unit.ids_a, unit.ids_b))
        kinds[unit.anchor] = ARTICLES if row is not None and of_articles(row, a, b) else OTHERS
    return kinds, ((ARTICLES, view.units_name.lower()), (OTHERS, "other units"))


def _signal_places(
    units: Iterable[UnitView], facts: Mapping[str, RowFacts], clauses: Mapping[str, ClauseFacts],
    choices: Iterable[tuple[str, str]],
) -> dict[str, int]:  # fmt: skip
    """In how many clauses each signal stands; a row that has it in none of them is one place."""
    values = tuple(value for value, _ in choices)
    places: Counter[str] = Counter()
    for unit in units:
        inside = [clauses[each.anchor].signals for each in unit.clauses if each.anchor in clauses]
        for value in values:
            held = sum(_holds(signals, value) for signals in inside)
            places[value] += held or _holds(facts[unit.anchor].signals, value)
    return dict(places)


def _holds(signals: Iterable[str], value: str) -> bool:
    """Whether one of some signals is that of a value; one that ends in a hyphen stands for all of a kind."""
    return any(each == value or (value.endswith("-") and each.startswith(value)) for each in signals)


def _value(signal: Signal) -> str:
    return f"{signal.kind}-{signal.direction}".replace(" ", "_")


def _signal_values(row: UnitComparison | None) -> tuple[str, ...]:
    return tuple(sorted({_value(signal) for signal in signals_of(row)})) if row is not None else ()


def _signal_choices(rows: Iterable[UnitComparison]) -> tuple[tuple[str, str], ...]:
    known: dict[str, str] = {}
    for kind, signals in groupby(signal_counts(rows), key=lambda pair: pair[0].kind):
        values = {_value(signal): signal_words(signal) for signal, _ in signals}
        if len(values) > 1:
            known[f"{kind}-"] = f"{SIGNAL_WORDS.get(kind, (kind, kind))[1]}: any"
        known |= dict(sorted(values.items()))
    return tuple(known.items())


def _themes_of_clauses(view: ComparisonView) -> dict[str, list[str]]:
    themes: dict[str, list[str]] = {}
    for theme in view.themes:
        for place in (*theme.places_a, *theme.places_b):
            themes.setdefault(place.anchor, []).append(theme.name)
    return themes


def _chapters(unit: UnitView, a: Side, b: Side, partners: Mapping[str, str]) -> tuple[str, ...]:
    """The containers around a row: of B, and of what only A has those that A's became."""
    if unit.ids_b:
        return tuple(dict.fromkeys(node.id for each in unit.ids_b for node in b.places[each].around))
    around = (node.id for each in unit.ids_a for node in a.places[each].around)
    return tuple(dict.fromkeys(partners.get(each, f"a--{each}") for each in around))


def _chapter_choices(a: Side, b: Side, used: set[str]) -> tuple[tuple[str, str], ...]:
    """The containers by name, in text order; those that only A has come last."""
    choices = []
    for side, prefix, of in ((b, "", ""), (a, "a--", " (A)")):
        for id_, place in side.places.items():
            if prefix + id_ in used:
                name = own_label(place.provision, bare=True)
                heading = place.provision.heading
                words = f"{name}: {heading}" if heading and heading != name else name
                short = words if len(words) <= LONGEST_NAME else f"{words[: LONGEST_NAME - 1]}…"
                indent = "\u2003" * len(place.around)
                choices.append((prefix + id_, f"{indent}{short}{of}"))
    return tuple(choices)


def _opened_by(units: Iterable[UnitView], a: Side, b: Side) -> dict[str, tuple[str, ...]]:
    """For clauses, by anchor, the addresses of the provisions of either draft that begin with them."""
    clauses = [clause for unit in units for clause in unit.clauses]
    shown = {anchor: each.anchor for each in clauses for anchor in (each.anchor, each.anchor_a) if anchor}
    opened: dict[str, list[str]] = {}
    for side, prefix in ((b, ""), (a, "a--")):
        for unit in side.draft.units():
            for node in unit.provision.walk():
                first = next(iter(node.clauses()), node)
                at = shown.get(prefix + first.id)
                if at is not None and node.id not in (unit.id, first.id) and prefix + node.id not in shown:
                    opened.setdefault(at, []).append(prefix + node.id)
    return {anchor: tuple(addresses) for anchor, addresses in opened.items()}


def _crossings(units: Iterable[UnitView], a: Side) -> tuple[dict[str, RowLink], dict[str, list[RowLink]]]:
    """Clauses that stand in another row than the rest of their unit of A: origins and destinations."""
    units = tuple(units)
    homes = {each: unit.anchor for unit in units for each in unit.ids_a}
    origins: dict[str, RowLink] = {}
    gone: dict[str, list[RowLink]] = {}
    for unit in units:
        for clause in unit.clauses:
            id_ = clause.anchor_a.removeprefix("a--")
            source = a.holders.get(id_)
            if not id_ or clause.relation == "deleted" or source in unit.ids_a or source not in homes:
                continue
            inside = a.standing((id_,)).inside or "text"
            origins[clause.anchor] = RowLink(unit_label(a.places, source), homes[source])
            where = ", ".join(part for part in (unit.label, clause.label.split(" (")[0]) if part)
            gone.setdefault(homes[source], []).append(RowLink(f"{inside} → {where}", clause.anchor))
    return origins, gone


def _moved_rows(
    units: Iterable[UnitView], rows: Mapping[tuple[tuple[str, ...], tuple[str, ...]], UnitComparison], a: Side
) -> tuple[dict[str, RowLink], dict[str, list[RowLink]]]:
    """For rows that were moved, the row right before them in A; and for that one, what left."""
    by_unit_of_a = {each: unit for unit in units for each in unit.ids_a}
    stood: dict[str, RowLink] = {}
    left: dict[str, list[RowLink]] = {}
    before: UnitView | None = None
    for each in a.draft.units():
        unit = by_unit_of_a.get(each.id)
        row = rows.get((unit.ids_a, unit.ids_b)) if unit is not None else None
        if unit is None or row is None:
            continue
        if row.pairing.moved and before is not None and before is not unit and unit.anchor not in stood:
            stood[unit.anchor] = RowLink(before.label_a, before.anchor)
            link = RowLink(f"{unit.label_a} → {unit.label_b}", unit.anchor)
            left.setdefault(before.anchor, []).append(link)
        before = unit
    return stood, left
