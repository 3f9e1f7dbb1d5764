"""Symbols that several files of an archive claim, and how these files differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from treatydiff.archive.index import Index
from treatydiff.archive.model import Conflict, DraftEntry
from treatydiff.model import Draft
from treatydiff.naming.citations import group_label, places_of
from treatydiff.naming.wording import counted
from treatydiff.pipeline import compare_drafts
from treatydiff.report.comparison.changes import class_count_words, class_counts
from treatydiff.settings import Settings

SHOWN = 6
"""So many of the provisions that differ are named."""


def conflicts_of(entries: Sequence[tuple[DraftEntry, str]]) -> tuple[Conflict, ...]:
    """Symbols that several files of one language claim although their bytes differ.

    Args:
        entries: what is known of each file, and the hash of its bytes.
    """
    claims: dict[tuple[str, str], dict[str, str]] = {}
    for entry, sha256 in entries:
        if entry.symbol:
            claims.setdefault((entry.symbol, entry.language), {})[entry.file] = sha256
    return tuple(
        Conflict(symbol, language, tuple(sorted(files)))
        for (symbol, language), files in sorted(claims.items())
        if len(set(files.values())) > 1
    )


def with_differences(
    conflicts: Sequence[Conflict], index: Index, settings: Settings, *, table: bytes | None = None
) -> tuple[Conflict, ...]:
    """Conflicts with what every further file has otherwise than the first.

    Args:
        conflicts: of an archive.
        index: its index, up to date.
        settings: how to align.
        table: the reference table, where the settings name a file.
    """
    found = []
    for conflict in conflicts:
        first = index.draft(conflict.files[0])
        told = tuple(
            f"{file} against {conflict.files[0]}: {_difference(first, index.draft(file), settings, table)}"
            for file in conflict.files[1:]
        )
        found.append(replace(conflict, differences=told))
    return tuple(found)


def _difference(a: Draft, b: Draft, settings: Settings, table: bytes | None) -> str:
    """How two drafts differ: "2 provisions differ: Art. 6, Annex I; 1 substantive change"."""
    if a.source.sha256 == b.source.sha256:
        return "the same bytes"
    if a.language != b.language:
        return f"in different languages, {a.language} and {b.language}"
    comparison = compare_drafts(a, b, settings, reference_table=table)
    # Placeholders never pair, and are no difference where both files have them.
    texts_a, texts_b = _texts(a), _texts(b)
    both = {id_ for id_, text in texts_a.items() if texts_b.get(id_) == text}
    changed = [
        row.pairing for row in comparison.units
        if row.pairing.relation != "identical"
        and not (len(row.pairing.a + row.pairing.b) == 1 and both.issuperset(row.pairing.a + row.pairing.b))
    ]  # fmt: skip
    if not changed:
        return "no word of their provisions differs"
    places_a, places_b = places_of(a), places_of(b)
    labels = [group_label(places_b, each.b) or group_label(places_a, each.a) for each in changed]
    named = ", ".join(labels[:SHOWN]) + (f" and {len(labels) - SHOWN} more" if len(labels) > SHOWN else "")
    counts = class_count_words(class_counts(comparison.units))
    said = f"{counted(len(changed), 'provision differs', 'provisions differ')}: {named}"
    return "; ".join((said, ", ".join(counts))) if counts else said


def _texts(draft: Draft) -> dict[str, tuple[str, ...]]:
    return {unit.id: tuple(leaf.text for leaf in unit.clauses()) for unit in draft.units()}
