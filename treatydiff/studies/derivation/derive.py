"""What a draft derives from several sources, where its words come from, and how a share adds up."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from treatydiff.errors import ScopeError, SettingsError
from treatydiff.language.registry import require_one_language
from treatydiff.model import (
    Alignment,
    Comparison,
    Draft,
    UnitComparison,
    UnitPairing,
)
from treatydiff.model.progress import Progress
from treatydiff.pipeline import ancestry_of, draft_names, scores_of_whole
from treatydiff.settings import Settings
from treatydiff.studies.derivation.model import Derivation, ExplainedRow, SourceScores


def derive_draft(
    draft: Draft,
    sources: Sequence[Draft],
    settings: Settings,
    *,
    ancestors: Sequence[Draft] = (),
    wholes: Sequence[tuple[Draft, Draft]] = (),
    sensitivity: bool = False,
    reference_table: bytes | None = None,
    themes: str | None = None,
    progress: Progress | None = None,
) -> Derivation:
    """Hold a draft against each of some sources, and give every word of it to one origin.

    Args:
        draft: the draft whose origins are asked for.
        sources: what it may derive from.
        settings: how to align and score.
        ancestors: earlier instruments, in the order in which they are credited.
        wholes: for every source, it and the draft before narrowing, where one of them was narrowed.
        sensitivity: whether to measure how far the shares hang on parameters and single clauses.
        reference_table: bytes of the table that `settings.reference` names, where it names a file.
        themes: TOML of the file that `settings.themes` names, where it names one.
        progress: called as each source is begun.

    Raises:
        LanguageError: the drafts are in different languages.
        ReferenceDataError: the reference table is missing or damaged.
        SettingsError: the themes cannot be read.
    """
    from treatydiff.align.align import align_drafts
    from treatydiff.score.consonance import score_drafts
    from treatydiff.score.reference import load_reference
    from treatydiff.score.sensitivity import measure_sensitivity
    from treatydiff.score.themes import find_themes, load_themes

    require_one_language(draft, *sources, *ancestors)
    known_themes = load_themes(themes, where=settings.themes)
    # Without a table all drafts together are the reference, so that the sources can be compared.
    reference = load_reference(settings.reference, draft.language, draft, *sources, table=reference_table)
    rows: list[SourceScores] = []
    alignments: list[tuple[Draft, Alignment]] = []
    names = draft_names(sources)
    for place, source in enumerate(sources):
        if progress is not None:
            progress("measuring consonance", place, len(sources))
        alignment = align_drafts(source, draft, settings)
        scores = score_drafts(source, draft, alignment, reference, settings)
        measured = measure_sensitivity(source, draft, alignment, reference, scores) if sensitivity else None
        whole = scores_of_whole(*wholes[place], settings, reference_table) if wholes else None
        found = find_themes(source, draft, known_themes, scores)
        rows.append(SourceScores(source, names[place], scores, found, measured, whole))
        alignments.append((source, alignment))
    ancestry = ancestry_of(draft, alignments, ancestors, reference, settings)
    return Derivation(draft, tuple(rows), tuple(ancestors), ancestry, settings.changed())


def explain_provision(
    comparison: Comparison, id_: str, settings: Settings, reference_table: bytes | None = None
) -> ExplainedRow:
    """How the consonance of the row that holds a provision adds up.

    Args:
        comparison: two drafts compared.
        id_: of a unit or anything in it; B's is meant where both drafts have it, "a:art_5" means A's.
        settings: the settings of the comparison.
        reference_table: bytes of the table that `settings.reference` names, where it names a file.

    Raises:
        ScopeError: no row holds such a provision.
    """
    from treatydiff.score.explanation import explain_row
    from treatydiff.score.reference import load_reference

    a, b = comparison.a, comparison.b
    row = _row_with(comparison, id_)
    rows = tuple(
        UnitPairing(unit.pairing, unit.kind, tuple(clause.pairing for clause in unit.clauses))
        for unit in comparison.units
    )
    alignment = Alignment(rows, tuple(container.pairing for container in comparison.containers))
    reference = load_reference(settings.reference, a.language, a, b, table=reference_table)
    only_row = UnitPairing(row.pairing, row.kind, ())
    return ExplainedRow(comparison, explain_row(a, b, alignment, only_row, reference, settings))


def _row_with(comparison: Comparison, id_: str) -> UnitComparison:
    from treatydiff.structure.addresses.named_provisions import provisions_named, several_named
    from treatydiff.structure.addresses.nearest import nearest_hint

    side, _, bare = id_.rpartition(":") if id_[:2].lower() in ("a:", "b:") else ("", "", id_)
    for letter, draft in (("b", comparison.b), ("a", comparison.a)):
        named = provisions_named(draft, bare) if side.lower() in ("", letter) else ()
        if len(named) > 1:
            raise several_named(draft, named)
        holder = _holders(draft).get(named[0]) if named else None
        for row in comparison.units:
            if holder in (row.pairing.b if letter == "b" else row.pairing.a):
                return row
    searched = comparison.a if side.lower() == "a" else comparison.b
    raise ScopeError(
        f"no row holds {id_!r}",
        hint=nearest_hint(searched, bare),
    )


def _holders(draft: Draft) -> dict[str, str]:
    """The unit that holds each provision inside a unit."""
    return {node.id: unit.id for unit in draft.units() for node in unit.provision.walk()}


def about_theme(comparison: Comparison, name: str) -> Comparison:
    """The comparison with only the rows that speak of a theme; its shares stay those of the whole.

    Args:
        comparison: two drafts compared.
        name: of a theme.

    Raises:
        SettingsError: neither draft speaks of a theme of that name.
    """
    finding = next((each for each in comparison.themes if each.name == name), None)
    if finding is None:
        spoken = ", ".join(each.name for each in comparison.themes)
        raise SettingsError(
            f"neither draft speaks of a theme {name!r}", hint=f"they speak of {spoken or 'none'}"
        )
    clauses_a, clauses_b = set(finding.clauses_a), set(finding.clauses_b)
    kept = tuple(
        unit
        for unit in comparison.units
        if any(
            not clauses_a.isdisjoint(clause.pairing.a) or not clauses_b.isdisjoint(clause.pairing.b)
            for clause in unit.clauses
        )
    )
    return dataclasses.replace(comparison, units=kept, themes=(finding,), theme=name)


def about_theme_of_draft(derivation: Derivation, name: str) -> Derivation:
    """The derivation with only one theme; its shares stay those of the whole draft.

    Args:
        derivation: a draft held against sources.
        name: of a theme.

    Raises:
        SettingsError: neither the draft nor a source speaks of a theme of that name.
    """
    spoken = dict.fromkeys(theme.name for source in derivation.sources for theme in source.themes)
    if name not in spoken:
        raise SettingsError(
            f"no draft speaks of a theme {name!r}", hint=f"they speak of {', '.join(spoken) or 'none'}"
        )
    sources = tuple(
        dataclasses.replace(source, themes=tuple(each for each in source.themes if each.name == name))
        for source in derivation.sources
    )
    return dataclasses.replace(derivation, sources=sources, theme=name)
