"""The questions that one can ask of drafts, one function each; a command of the same name prints the answer.

Every text is a path ("draft.pdf", narrowed "draft.pdf#art_5-art_12"), the bytes of a file, or a draft
that `read` returned. Every function takes the fields of `Settings` by name, over `settings`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from os import PathLike
from typing import TYPE_CHECKING, Unpack

from treatydiff.errors import UsageError
from treatydiff.library.texts import SettingsFields, Text, reading_of
from treatydiff.reading.beside import reference_table, themes_text
from treatydiff.settings import Settings

if TYPE_CHECKING:
    # Each study is imported by the function that asks it.
    from treatydiff.model import Comparison, Draft
    from treatydiff.studies.brackets.model import BracketStudy
    from treatydiff.studies.chains.model import Chain
    from treatydiff.studies.checks.model import DraftCheck
    from treatydiff.studies.derivation.model import Derivation
    from treatydiff.studies.final_clauses.model import FinalClausesSideBySide
    from treatydiff.studies.languages.model import LanguageVersions
    from treatydiff.studies.proposals.model import Proposals


def read(
    text: Text,
    *,
    media_type: str | None = None,
    label: str | None = None,
    settings: Settings | None = None,
    **options: Unpack[SettingsFields],
) -> Draft:
    """Read and parse one draft.

    Args:
        text: path, bytes or draft.
        media_type: of bytes, "application/pdf" or "pdf"; their content says it if None.
        label: what bytes are called in reports.
        settings: how to read; the defaults if None.
        options: fields of the settings by name.

    Raises:
        ReadError: the file is missing, damaged, or no draft.
        ScopeError: it is narrowed to a provision that it does not have.
        LanguageError: there is no grammar for its language.
        SettingsError: an option is no setting, or has a value that it cannot have.
    """
    reading = reading_of([text], settings, options, media_type=media_type, label=label)
    return reading.drafts([text])[0]


def compare(
    a: Text,
    b: Text,
    *,
    ancestors: Sequence[Text] = (),
    theme: str | None = None,
    media_type: str | None = None,
    label: str | None = None,
    settings: Settings | None = None,
    **options: Unpack[SettingsFields],
) -> Comparison:
    """Say what became of every provision, and how consonant two drafts are.

    Args:
        a: the earlier draft.
        b: the later one.
        ancestors: earlier instruments that both may draw on, in the order in which they are credited.
        theme: keeps only the rows that speak of it ("data_protection").
        media_type: of bytes; their content says it if None.
        label: what bytes are called in reports.
        settings: how to read, align and score; the defaults if None.
        options: fields of the settings by name.

    Raises:
        ReadError: a file is missing, damaged, or no draft.
        LanguageError: the drafts are in different languages.
        UsageError: there is no such theme.
    """
    from treatydiff.pipeline import compare_drafts
    from treatydiff.studies.derivation.derive import about_theme

    reading = reading_of([a, b, *ancestors], settings, options, media_type=media_type, label=label)
    (part_a, whole_a), (part_b, whole_b), *earlier = reading.parts([a, b, *ancestors])
    narrowed = part_a is not whole_a or part_b is not whole_b
    comparison = compare_drafts(
        part_a, part_b, reading.settings, reference_table=reference_table(reading.settings),
        ancestors=[part for part, _ in earlier], themes=themes_text(reading.settings),
        whole=(whole_a, whole_b) if narrowed else None,
    )  # fmt: skip
    return about_theme(comparison, theme) if theme else comparison


def derive(
    draft: Text,
    *sources: Text,
    ancestors: Sequence[Text] = (),
    sensitivity: bool = False,
    theme: str | None = None,
    media_type: str | None = None,
    label: str | None = None,
    settings: Settings | None = None,
    **options: Unpack[SettingsFields],
) -> Derivation:
    """Measure what a draft derives from each of several sources, and what it shares with them all.

    Args:
        draft: the draft whose origins are asked for.
        sources: what it may derive from, one or more.
        ancestors: earlier instruments, in the order in which they are credited.
        sensitivity: whether to measure how far the shares hang on parameters and single clauses.
        theme: keeps only what speaks of it.
        media_type: of bytes; their content says it if None.
        label: what bytes are called in reports.
        settings: how to read, align and score; the defaults if None.
        options: fields of the settings by name.

    Raises:
        UsageError: no source is given, or there is no such theme.
        ReadError: a file is missing, damaged, or no draft.
        LanguageError: the drafts are in different languages.
    """
    from treatydiff.studies.derivation.derive import about_theme_of_draft, derive_draft

    if not sources:
        raise UsageError("there is no source that the draft may derive from", hint="derive(draft, source)")
    texts = [draft, *sources, *ancestors]
    reading = reading_of(texts, settings, options, media_type=media_type, label=label)
    parts = reading.parts(texts)
    (target, whole_target), named = parts[0], parts[1 : 1 + len(sources)]
    narrowed = any(part is not whole for part, whole in parts[: 1 + len(sources)])
    derivation = derive_draft(
        target, [part for part, _ in named], reading.settings,
        ancestors=[part for part, _ in parts[1 + len(sources) :]],
        wholes=[(whole, whole_target) for _, whole in named] if narrowed else (),
        sensitivity=sensitivity, reference_table=reference_table(reading.settings),
        themes=themes_text(reading.settings),
    )  # fmt: skip
    return about_theme_of_draft(derivation, theme) if theme else derivation


def check(
    draft: Text,
    *,
    against: Text | None = None,
    media_type: str | None = None,
    label: str | None = None,
    settings: Settings | None = None,
    **options: Unpack[SettingsFields],
) -> DraftCheck:
    """Find broken references, gaps, stray brackets, unused terms and remarks left inside a draft.

    Args:
        draft: the draft to be issued.
        against: the draft before it, to find references that renumbering left behind.
        media_type: of bytes; their content says it if None.
        label: what bytes are called in reports.
        settings: how to read and align; the defaults if None.
        options: fields of the settings by name.

    Raises:
        ReadError: a file is missing, damaged, or no draft.
        LanguageError: the two drafts are in different languages.
    """
    from treatydiff.studies.checks.check import check_draft

    texts = [draft] if against is None else [draft, against]
    reading = reading_of(texts, settings, options, media_type=media_type, label=label)
    own, *before = reading.drafts(texts)
    found = check_draft(own, against=before[0] if before else None, settings=reading.settings)
    return replace(found, settings=reading.settings.changed())


def brackets(
    *drafts: Text,
    media_type: str | None = None,
    label: str | None = None,
    settings: Settings | None = None,
    **options: Unpack[SettingsFields],
) -> BracketStudy:
    """Say how open drafts are, and what became of every bracket and option from each to the next.

    Brackets are read as they are printed, and words are not weighed: these settings have no say here.

    Args:
        drafts: one draft, two, or a chain of them, the earliest first.
        media_type: of bytes; their content says it if None.
        label: what bytes are called in reports.
        settings: how to read and align; the defaults if None.
        options: fields of the settings by name.

    Raises:
        UsageError: no draft is given.
        ReadError: a file is missing, damaged, or no draft.
        LanguageError: the drafts are in different languages.
    """
    from treatydiff.studies.brackets.study import study_brackets

    reading = reading_of(_some(drafts), settings, options, media_type=media_type, label=label)
    reading = replace(reading, settings=_without_weights(reading.settings))
    found = study_brackets(reading.drafts(drafts), reading.settings)
    return replace(found, settings=reading.settings.changed())


def chain(
    *drafts: Text,
    media_type: str | None = None,
    label: str | None = None,
    settings: Settings | None = None,
    **options: Unpack[SettingsFields],
) -> Chain:
    """Compare successive drafts, each with the next; the chain tells itself as their concordance table.

    Its methods `concordance`, `trace` and `blame` answer what a chain can be asked.

    Args:
        drafts: two or more, the earliest first.
        media_type: of bytes; their content says it if None.
        label: what bytes are called in reports.
        settings: how to read, align and score; the defaults if None.
        options: fields of the settings by name.

    Raises:
        UsageError: there are fewer than two drafts.
        ReadError: a file is missing, damaged, or no draft.
        LanguageError: the drafts are in different languages.
    """
    from treatydiff.studies.chains.chain import read_chain

    reading = reading_of(_some(drafts), settings, options, media_type=media_type, label=label)
    table = reference_table(reading.settings)
    return read_chain(reading.drafts(drafts), reading.settings, reference_table=table)


def proposals(
    compilation: str | PathLike[str] | bytes,
    base: Text,
    later: Text | None = None,
    *,
    delegation: str | None = None,
    media_type: str | None = None,
    label: str | None = None,
    settings: Settings | None = None,
    **options: Unpack[SettingsFields],
) -> Proposals:
    """List the proposals of a compilation, and whether a later draft took them up.

    Args:
        compilation: path or bytes of proposals by article and delegation.
        base: the draft that they are on.
        later: a later draft, for what became of them.
        delegation: keeps only the proposals of one delegation, alone or with others.
        media_type: of bytes; their content says it if None.
        label: what bytes are called in reports.
        settings: how to read and align; the defaults if None.
        options: fields of the settings by name.

    Raises:
        ReadError: a file is missing, damaged, or no draft.
        LanguageError: the drafts are in different languages.
        UsageError: no delegation is called so.
    """
    from treatydiff.pipeline import compare_drafts
    from treatydiff.studies.proposals.proposals import of_delegation, read_proposals

    texts = [base] if later is None else [base, later]
    reading = reading_of([compilation, *texts], settings, options, media_type=media_type, label=label)
    reading = replace(reading, settings=_without_weights(reading.settings))
    source = reading.source_text(compilation)
    draft, *after = reading.drafts(texts)
    comparison = compare_drafts(draft, after[0], reading.settings) if after else None
    found = read_proposals(source, draft, comparison, reading.settings.delegations)
    if delegation:
        found = of_delegation(found, delegation)
    return replace(found, settings=reading.settings.changed())


def languages(
    *versions: Text,
    media_type: str | None = None,
    label: str | None = None,
    settings: Settings | None = None,
    **options: Unpack[SettingsFields],
) -> LanguageVersions:
    """Hold language versions of one text against the first: structure, numbers, references, brackets.

    Args:
        versions: two or more.
        media_type: of bytes; their content says it if None.
        label: what bytes are called in reports.
        settings: how to read; the defaults if None.
        options: fields of the settings by name.

    Raises:
        UsageError: there are fewer than two versions.
        ReadError: fewer than two files can be read; the result names one that cannot be.
    """
    from treatydiff.studies.languages.model import UnreadVersion
    from treatydiff.studies.languages.versions import compare_languages, refuse_single

    refuse_single(versions)
    reading = reading_of(versions, settings, options, media_type=media_type, label=label)
    drafts, failed = reading.readable(versions)
    found = compare_languages(drafts, [UnreadVersion(label, reason) for label, reason in failed])
    return replace(found, settings=reading.settings.changed())


def final_clauses(
    *drafts: Text,
    media_type: str | None = None,
    label: str | None = None,
    settings: Settings | None = None,
    **options: Unpack[SettingsFields],
) -> FinalClausesSideBySide:
    """Put the final clauses of drafts side by side: consent, entry into force, reservations and the rest.

    Args:
        drafts: one or more, in any language.
        media_type: of bytes; their content says it if None.
        label: what bytes are called in reports.
        settings: how to read; the defaults if None.
        options: fields of the settings by name.

    Raises:
        UsageError: no draft is given.
        ReadError: a file is missing, damaged, or no draft.
    """
    from treatydiff.studies.final_clauses.clauses import final_clauses as find_final_clauses

    reading = reading_of(_some(drafts), settings, options, media_type=media_type, label=label)
    found = find_final_clauses(reading.drafts(drafts))
    return replace(found, settings=reading.settings.changed())


def _some(drafts: tuple[Text, ...]) -> tuple[Text, ...]:
    if not drafts:
        raise UsageError("no draft is given", hint="name one or more")
    return drafts


def _without_weights(settings: Settings) -> Settings:
    """Settings for questions on the words as printed, which no weight of words can answer."""
    return replace(settings, brackets="as-is", reference="none")
