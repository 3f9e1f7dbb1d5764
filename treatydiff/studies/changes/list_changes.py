"""Lists the changed clauses of a comparison, and brings the notes of an earlier list forward."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from zlib import crc32

from treatydiff.errors import UsageError
from treatydiff.model import AsideComparison, Comparison, Draft, Pairing
from treatydiff.naming.citations import places_of
from treatydiff.naming.wording import relation_words
from treatydiff.report.comparison.view import comparison_view
from treatydiff.report.comparison.view_model import ClauseView, ComparisonView, UnitView
from treatydiff.report.kit.link_sheet import link_rows
from treatydiff.studies.changes.columns import COLUMNS, ENDS
from treatydiff.studies.changes.model import FILLED, ChangeList, ChangeRow, NoteCarried, NoteFate

_OF_A = "a--"
_SHA = 16
"""Characters of a hash that a key holds."""
_CLASSES = ("substantive", "consequential", "bracket", "editorial", "typographic")
HEADING_REVISED = "heading revised"
NEEDED = ("Key A", "Key B", *FILLED)
"""The columns without which a filled list does not come forward."""
_UNMOVED = frozenset({"identical", "renumbered"})


def list_changes(comparison: Comparison) -> ChangeList:
    """A row for every clause that changed in more than its number or its typography, heading and note.

    Args:
        comparison: the result of the pipeline.
    """
    view = comparison_view(comparison)
    rows = [*_rows(comparison, view)]
    numbered = tuple(replace(row, number=number) for number, row in enumerate(rows, start=1))
    losses = tuple(f"{card.side}: {loss}" for card in (view.a, view.b) for loss in card.losses)
    agreed = (view.guard, *(f"{each.label}, {each.words}" for each in view.agreed)) if view.guard else ()
    return ChangeList(
        comparison.a.source, comparison.b.source, numbered, losses=losses, agreed=agreed,
        language=comparison.b.language, cautions=view.cautions,
        links=tuple(link_rows(comparison.units, places_of(comparison.a), places_of(comparison.b))),
    )  # fmt: skip


def _rows(comparison: Comparison, view: ComparisonView) -> Iterator[ChangeRow]:
    for unit in view.units:
        if unit.heading_was:
            yield _heading_row(comparison, unit)
        for clause in unit.clauses:
            if clause.changed or clause.relation not in _UNMOVED:
                yield _clause_row(comparison, unit, clause)
    differing = (each for each in comparison.asides if each.differs)
    for aside, row in zip(view.asides, differing, strict=True):
        pairing = _pairing_of(row)
        yield ChangeRow(
            0, aside.label, aside.change, tuple((p.op, p.text) for p in aside.passages),
            pages=aside.pages, citation=aside.label,
            key_a="".join(key(comparison.a, each) for each in pairing.a),
            key_b="".join(key(comparison.b, each) for each in pairing.b),
        )  # fmt: skip


def _pairing_of(row: AsideComparison) -> Pairing:
    """A note or paragraph of front matter as a pairing; its words tell it from others of its label."""

    def ids(label: str | None, without: str) -> tuple[str, ...]:
        words = "".join(edit.text for edit in row.edits if edit.op != without)
        return () if label is None else (f"{row.kind}_{label}_{crc32(words.encode()):08x}",)

    return Pairing(ids(row.a, "insert"), ids(row.b, "delete"), row.relation)


def _heading_row(comparison: Comparison, unit: UnitView) -> ChangeRow:
    return ChangeRow(
        0, unit.label, HEADING_REVISED, (("delete", unit.heading_was), ("insert", unit.heading)),
        pages=unit.pages, citation=unit.citation_b or unit.citation_a,
        key_a=key(comparison.a, unit.ids_a[0]) if unit.ids_a else "",
        key_b=key(comparison.b, unit.ids_b[0]) if unit.ids_b else "",
    )  # fmt: skip


def _clause_row(comparison: Comparison, unit: UnitView, clause: ClauseView) -> ChangeRow:
    id_a, id_b = clause.anchor_a.removeprefix(_OF_A), clause.anchor
    if id_b.startswith(_OF_A):
        id_a, id_b = id_b.removeprefix(_OF_A), ""
    found = {passage.class_ for passage in clause.passages}
    return ChangeRow(
        0, clause.title or unit.label, clause.relation_words,
        tuple((passage.op, passage.text) for passage in clause.passages),
        tuple(each for each in _CLASSES if each in found), clause.signals, clause.pages,
        clause.citation_b or clause.citation_a, "; ".join(clause.notes),
        key(comparison.a, id_a) if id_a else "", key(comparison.b, id_b) if id_b else "",
    )  # fmt: skip


def key(draft: Draft, id_: str) -> str:
    """What tells a provision of a file from those of others.

    Args:
        draft: of the file.
        id_: of the provision.
    """
    return f"{draft.source.sha256[:_SHA]} {id_}"


def carry(comparison: Comparison, changes: ChangeList, table: Sequence[Mapping[str, str]]) -> ChangeList:
    """Bring what was filled in in an earlier list onto the rows of this one, through the alignment.

    The earlier list must be one whose later draft is A of this comparison, or one of the same drafts. A note
    on a clause that did not change gets a row of its own at the end, and so does one whose clause is gone.

    Args:
        comparison: what this list was made of.
        changes: this list.
        table: the rows of the earlier list, by the names of its columns.

    Raises:
        UsageError: the table is no change list, or one of other drafts.
    """
    missing = [name for name in NEEDED if table and name not in table[0]]
    if missing:
        hint = "one that treatydiff changes -f xlsx wrote, with all its columns, the hidden ones too"
        raise UsageError(f"the table is no change list: it lacks {', '.join(missing)}", hint=hint)
    side = _known_side(comparison, table)
    pairings = _pairings(comparison)
    rows = list(changes.changes)
    carried: list[NoteCarried] = []
    for old in table:
        filled = tuple(old.get(name, "").strip() for name in FILLED)
        if not any(filled):
            continue
        pairing = pairings.get(_own_key(old, side, comparison))
        at = next((n for n, row in enumerate(rows) if pairing and _is_row(row, pairing, comparison)), None)
        if at is None:
            row = _row_of_its_own(comparison, pairing, old)
            rows.append(replace(row, number=len(rows) + 1))
            at = len(rows) - 1
        rows[at] = replace(rows[at], filled=_joined(rows[at].filled, filled))
        carried.append(NoteCarried(_fate(pairing, rows[at]), old.get("Article", ""), rows[at].number))
    return replace(changes, changes=tuple(rows), carried=tuple(carried))


def not_carried(table: Sequence[Mapping[str, str]]) -> tuple[str, ...]:
    """The columns of a filled list that somebody added and wrote in: they stay behind, and it must be said.

    Args:
        table: the rows of the list, by the names of its columns.
    """
    names = dict.fromkeys(name for row in table for name in row if name.strip())
    return tuple(
        name
        for name in names
        if name not in COLUMNS and name not in ENDS and any(row.get(name, "").strip() for row in table)
    )


def _known_side(comparison: Comparison, table: Sequence[Mapping[str, str]]) -> str:
    """Which key of the table names provisions of A.

    Raises:
        UsageError: neither does.
    """
    sha = comparison.a.source.sha256[:_SHA]
    for name in ("Key B", "Key A"):
        if any(row.get(name, "").startswith(sha) for row in table):
            return name
    if table:
        raise UsageError(
            f"the table speaks of other drafts than {comparison.a.source.label}",
            hint="give the draft that was the later one of that table as A",
        )
    return "Key B"


def _own_key(old: Mapping[str, str], side: str, comparison: Comparison) -> str:
    sha, _, id_ = old.get(side, "").partition(" ")
    return id_ if sha == comparison.a.source.sha256[:_SHA] else ""


def _pairings(comparison: Comparison) -> dict[str, Pairing]:
    """The pairing of every clause and unit of A."""
    found: dict[str, Pairing] = {}
    for unit in comparison.units:
        for clause in unit.clauses:
            for id_ in clause.pairing.a:
                found[id_] = clause.pairing
    for unit in comparison.units:
        for id_ in unit.pairing.a:
            found.setdefault(id_, unit.pairing)
    for row in comparison.asides:
        pairing = _pairing_of(row)
        found |= dict.fromkeys(pairing.a, pairing)
    return found


def _is_row(row: ChangeRow, pairing: Pairing, comparison: Comparison) -> bool:
    return any(row.key_a == key(comparison.a, id_) for id_ in pairing.a)


def _row_of_its_own(comparison: Comparison, pairing: Pairing | None, old: Mapping[str, str]) -> ChangeRow:
    text = old.get("New text", "") or old.get("Old text", "")
    if not (old.get("Key A") or old.get("Key B")):
        return ChangeRow(0, old.get("Article", ""), "vanished", (("equal", text),) if text else (),
                         remark="the row of these notes names no clause")  # fmt: skip
    if pairing is None or not pairing.b:
        return ChangeRow(0, old.get("Article", ""), "vanished", (("delete", text),) if text else (),
                         remark="the clause that these notes were on is gone")  # fmt: skip
    # A row on a heading bears the key of its article, whose words may have changed.
    headed = old.get("Relation", "") == HEADING_REVISED
    words = relation_words(replace(pairing, relation="identical", amended=False) if headed else pairing)
    return ChangeRow(
        0, old.get("Article", ""), words, (("equal", text),) if text else (),
        remark="did not change since the notes were made",
        key_a=key(comparison.a, pairing.a[0]), key_b=key(comparison.b, pairing.b[0]),
    )  # fmt: skip


def _fate(pairing: Pairing | None, row: ChangeRow) -> NoteFate:
    if pairing is None or not pairing.b:
        return "vanished"
    if any(op != "equal" for op, _ in row.pieces):
        return "text changed"
    return "moved" if pairing.moved or pairing.relation == "moved" else "unchanged"


def _joined(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    return tuple(" / ".join(dict.fromkeys(filter(None, pair))) for pair in zip(one, other, strict=True))
