"""What a report on two drafts in different languages says, decided once for every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from treatydiff.language.words.across import CLASS_WORDS
from treatydiff.model import Draft
from treatydiff.naming.citations import Places, clause_label, document_name, group_label, places_of
from treatydiff.naming.unit_names import unit_name
from treatydiff.naming.wording import ABSENT, counted, percent
from treatydiff.records import dataclass
from treatydiff.report.kit.cards import TOOL, diagnostic_groups, draft_card
from treatydiff.report.kit.pieces import DiagnosticGroup, DraftCard
from treatydiff.studies.across.model import (
    AcrossComparison,
    ClauseAcross,
    ClauseMismatch,
    MismatchKind,
    RelationAcross,
    RowAcross,
)

RELATION_WORDS: dict[RelationAcross, str] = {
    "counterpart": "counterpart", "moved": "counterpart, moved", "split": "split", "merged": "merged",
    "recast": "rearranged", "no_counterpart": "no counterpart found",
}  # fmt: skip
MISMATCH_WORDS: dict[MismatchKind, str] = {
    "figures": "numbers", "references": "cross-references", "brackets": "square brackets",
    "force": "words of force",
}  # fmt: skip
NOT_SAID = (
    "The texts are in different languages: nothing is translated, no words are compared and no share is "
    "measured. What is shown was detected by numbers, references, brackets and words of force; where "
    "nothing is shown the clauses may still say different things."
)
_MAIN = ("article", "rule")


@dataclass(frozen=True, slots=True)
class MismatchView:
    """What does not match, and what each draft has: "numbers", "30", "60"."""

    kind: str
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class ClauseBeside:
    """A pair of clauses: labels, pages, texts, where the clause of A stands if it is not in A's unit."""

    label_a: str
    label_b: str
    page_a: int | None
    page_b: int | None
    text_a: str
    text_b: str
    moved: bool
    mismatches: tuple[MismatchView, ...]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class RowBeside:
    """One row: its labels, headings, relation in words, what is to be read in brief, and its clauses."""

    a: str
    b: str
    heading_a: str
    heading_b: str
    relation: str
    brief: str
    clauses: tuple[ClauseBeside, ...]

    @property
    def shown(self) -> tuple[ClauseBeside, ...]:
        """The clauses in which something does not match, and those for which no counterpart was found."""
        return tuple(each for each in self.clauses if each.mismatches or each.alone)


@dataclass(frozen=True, slots=True)
class AcrossView:
    """Everything that a rendering says, in its order."""

    cards: tuple[DraftCard, DraftCard]
    coverage: tuple[str, ...]
    relations: tuple[str, ...]
    to_read: tuple[str, ...]
    lexicon: str
    rows: tuple[RowBeside, ...]
    languages: tuple[str, str]
    diagnostics: tuple[DiagnosticGroup, ...]
    note: str = NOT_SAID
    tool: str = TOOL


def across_view(comparison: AcrossComparison) -> AcrossView:
    """Everything that a rendering of a comparison across languages says.

    Args:
        comparison: the comparison.
    """
    a, b = comparison.a, comparison.b
    sides = _side(a), _side(b)
    rows = tuple(_row(row, sides) for row in comparison.units)
    relations = Counter(row.relation for row in comparison.units)
    kinds = Counter(each.kind for row in comparison.units for each in row.mismatches)
    alone = sum(len(row.alone) for row in comparison.units)
    known = [
        f"{percent(share)} of the words of {side}"
        for side, share, draft in (("A", comparison.known_a, a), ("B", comparison.known_b, b))
        if draft.language != "en"
    ]
    cards = [draft_card(draft, side=side, name=document_name(draft)) for side, draft in (("A", a), ("B", b))]
    return AcrossView(
        cards=(cards[0], cards[1]),
        coverage=(coverage(comparison, "a"), coverage(comparison, "b")),
        relations=tuple(f"{number} {RELATION_WORDS[each]}" for each, number in relations.items()),
        to_read=(
            *(f"{kinds[each]} {'pair' if kinds[each] == 1 else 'pairs'} of clauses with other {name}"
              for each, name in MISMATCH_WORDS.items() if kinds[each]),
            *([_without(alone)] if alone else ()),
        ),
        lexicon="knows " + " and ".join(known),
        rows=rows,
        languages=(a.language, b.language),
        diagnostics=(
            *diagnostic_groups("", comparison.diagnostics),
            *diagnostic_groups("A", a.diagnostics, a), *diagnostic_groups("B", b.diagnostics, b),
        ),
    )  # fmt: skip


def coverage(comparison: AcrossComparison, side: str) -> str:
    """For how many articles of a draft there is a counterpart, and in how many no word of force differs.

    Args:
        comparison: the comparison.
        side: "a" or "b".
    """
    draft: Draft = getattr(comparison, side)
    main = {unit.id for unit in draft.units() if unit.kind in _MAIN} or {unit.id for unit in draft.units()}
    paired, same = 0, 0
    for row in comparison.units:
        own = [id_ for id_ in getattr(row, side) if id_ in main]
        if row.a and row.b:
            paired += len(own)
            same += len(own) if not any(each.kind == "force" for each in row.mismatches) else 0
    name = unit_name((draft,))
    return (
        f"counterparts for {paired} of {counted(len(main), name.one, name.many)} of {side.upper()}; "
        f"in {same} of them no word of force differs, as detected"
    )


@dataclass(frozen=True, slots=True)
class _PlacedTexts:
    """A draft's places, the headings of its units by id, and of each clause the text and the unit."""

    places: Places
    headings: Mapping[str, str]
    texts: Mapping[str, str]
    homes: Mapping[str, str]


def _side(draft: Draft) -> _PlacedTexts:
    leaves = [(leaf, unit.id) for unit in draft.units() for leaf in unit.clauses()]
    return _PlacedTexts(
        places_of(draft),
        {unit.id: unit.provision.heading for unit in draft.units()},
        {leaf.id: leaf.text for leaf, _ in leaves},
        {leaf.id: home for leaf, home in leaves},
    )


def _row(row: RowAcross, sides: tuple[_PlacedTexts, _PlacedTexts]) -> RowBeside:
    counts = Counter(each.kind for each in row.mismatches)
    other = ", ".join(MISMATCH_WORDS[kind] for kind in MISMATCH_WORDS if counts[kind])
    one, two = sides
    return RowBeside(
        a=group_label(one.places, row.a) or ABSENT,
        b=group_label(two.places, row.b) or ABSENT,
        heading_a=next((one.headings[id_] for id_ in row.a if one.headings[id_]), ""),
        heading_b=next((two.headings[id_] for id_ in row.b if two.headings[id_]), ""),
        relation=RELATION_WORDS[row.relation],
        brief=" · ".join(
            part
            for part in (
                other and f"other {other}",
                _without(len(row.alone)) if row.alone else "",
            )
            if part
        ),
        clauses=tuple(_clause(each, sides, alone=each in row.alone) for each in row.clauses),
    )


def _without(clauses: int) -> str:
    return f"{counted(clauses, 'clause', 'clauses')} without a counterpart found"


def _clause(clause: ClauseAcross, sides: tuple[_PlacedTexts, _PlacedTexts], *, alone: bool) -> ClauseBeside:
    one, two = sides
    return ClauseBeside(
        _label(one, clause.a), _label(two, clause.b), clause.page_a, clause.page_b,
        one.texts.get(clause.a or "", ""), two.texts.get(clause.b or "", ""),
        clause.moved, tuple(map(_mismatch, clause.mismatches)), alone,
    )  # fmt: skip


def _label(side: _PlacedTexts, clause: str | None) -> str:
    if clause is None:
        return ABSENT
    unit = side.homes[clause]
    parts = (group_label(side.places, (unit,)), clause_label(side.places, clause, unit))
    return ", ".join(part for part in parts if part)


def _mismatch(mismatch: ClauseMismatch) -> MismatchView:
    kind = MISMATCH_WORDS[mismatch.kind]
    if mismatch.kind != "force":
        return MismatchView(kind, mismatch.a or "none", mismatch.b or "none")
    lacking = CLASS_WORDS[mismatch.class_a or mismatch.class_b]  # type: ignore[index]
    absent = f"no word found that {lacking.removeprefix('a word that ')}"
    one, other = (
        (said if class_ else f"{said} ({absent})" if said else absent)
        for said, class_ in ((mismatch.a, mismatch.class_a), (mismatch.b, mismatch.class_b))
    )
    return MismatchView(kind, one, other)
