"""Known correspondences of public drafts; skipped where the corpus is not at hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from treatydiff.align.align import align_drafts
from treatydiff.language.number_forms import number_form
from treatydiff.model import Alignment, Draft
from treatydiff.settings import Settings

pytestmark = pytest.mark.corpus
SETTINGS = Settings()


def draft_at(path: Path) -> Draft:
    from treatydiff.reading.reader import read_file
    from treatydiff.structure.parse import parse

    return parse(read_file(path, SETTINGS), SETTINGS)


def articles(draft: Draft) -> dict[tuple[str, ...], str]:
    """The articles of the main instrument by the form of their numbers."""
    main = next(one for one in draft.instruments if one.main)
    return {number_form(node.number): node.id for node in main.walk() if node.kind == "article"}


def partners(alignment: Alignment) -> set[tuple[str, str]]:
    """Units of one row, and those whose clauses, all of them, went into another row."""
    rows = {(one, other) for row in alignment.units for one in row.pairing.a for other in row.pairing.b}
    return rows | {(link.a, link.b) for row in alignment.units for link in row.links if link.share_a >= 1.0}


def found(a: Draft, b: Draft, alignment: Alignment, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those of the known pairs that stand in one row, or of which one went whole into the other."""
    numbers_a, numbers_b, together = articles(a), articles(b), partners(alignment)
    return [
        (one, other) for one, other in pairs
        if (numbers_a.get(number_form(one)), numbers_b.get(number_form(other))) in together
    ]  # fmt: skip


def truth(corpus: Path, name: str) -> dict[str, object]:
    loaded: dict[str, object] = json.loads((corpus / "truth" / name).read_text(encoding="utf-8"))
    return loaded


def test_conventions_on_crime(corpus: Path) -> None:
    known = truth(corpus, "alignment_untoc_uncac.json")
    a, b = draft_at(corpus / str(known["old"])), draft_at(corpus / str(known["new"]))
    pairs = [(one, other) for one, other in known["pairs"]]  # type: ignore[attr-defined]
    assert len(found(a, b, align_drafts(a, b, SETTINGS), pairs)) == 32


def test_successive_drafts_of_a_climate_agreement(corpus: Path) -> None:
    known = truth(corpus, "alignment_paris_2015-10-05_2015-10-23.json")
    a, b = draft_at(corpus / str(known["old"])), draft_at(corpus / str(known["new"]))
    alignment = align_drafts(a, b, SETTINGS)
    pairs = [(one, other) for one, other in known["pairs"]]  # type: ignore[attr-defined]
    assert len(found(a, b, alignment, pairs)) == 26
    added = {row.pairing.b[0] for row in alignment.units if row.pairing.relation == "added"}
    assert {articles(b)[number_form(number)] for number in known["new_articles"]} <= added  # type: ignore[attr-defined]


def test_successive_drafts_of_an_ocean_agreement(corpus: Path) -> None:
    known = truth(corpus, "alignment_bbnj_2022-06-01_2022-12-12.json")
    a, b = draft_at(corpus / str(known["old"])), draft_at(corpus / str(known["new"]))
    alignment = align_drafts(a, b, SETTINGS)
    listed = [
        ("54bis", "54 ante"), ("55ter", "48"), ("3", "3bis"), ("17bis", "17"), ("19bis", "19"),
        ("48", "20 ante"), ("ante 58", "58 ante"),
    ]  # fmt: skip
    assert found(a, b, alignment, listed) == listed
    dropped = {number_form(number) for number in known["deleted_in_B"]}  # type: ignore[attr-defined]
    placeholders = {number_form(number) for number in known["already_deleted_in_A"]}  # type: ignore[attr-defined]
    gone = dropped | placeholders
    renamed = {number_form(one) for one, _ in listed if one not in ("3", "48")}
    kept = [
        (" ".join(number),) * 2 for number in articles(a)
        if number in articles(b) and number not in gone | renamed
    ]  # fmt: skip
    assert len(kept) >= 68
    assert found(a, b, alignment, kept) == kept
    unpaired = {row.pairing.a[0] for row in alignment.units if row.pairing.relation == "deleted"}
    assert {articles(a)[number] for number in dropped} <= unpaired
    # What was deleted before is no deletion: it stands against the same number, deleted there too.
    assert {
        row.pairing.b for row in alignment.units
        if set(row.pairing.a) & {articles(a)[number] for number in placeholders}
    } <= {()} | {(articles(b)[number],) for number in placeholders if number in articles(b)}  # fmt: skip
