"""The whole main job on one page: read, structure, align, diff, score."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from functools import cache as cache_once
from pathlib import Path

from treatydiff.language.registry import require_one_language
from treatydiff.model import (
    Alignment,
    Ancestry,
    Comparison,
    ContainerComparison,
    Diagnostic,
    Draft,
    DraftCache,
    ScoreSheet,
    SourceText,
    UnitComparison,
)
from treatydiff.score.reference import ReferenceTable
from treatydiff.settings import Settings
from treatydiff.version import __version__

Progress = Callable[[str, int, int], None]
"""Called with the name of the stage, steps done and steps in all (0 where unknown)."""

_SETTINGS_AFTER_READING = frozenset({
    "brackets", "anchor_similarity", "pair_similarity", "neighbour_bonus", "move_share", "ngram",
    "verbatim_ngram", "reference", "themes",
})  # fmt: skip
_READING_ROOMS = ("model", "language", "reading", "structure", "isolation")


def read_draft(
    path: Path, settings: Settings, *, cache: DraftCache | None = None, progress: Progress | None = None
) -> Draft:
    """Read and parse one file.

    Args:
        path: a PDF, DOCX, text or Markdown file.
        settings: how to read it.
        cache: where parsed drafts are kept, if anywhere.
        progress: called as pages are read.

    Raises:
        ReadError: the file cannot be read.
        LanguageError: there is no grammar for its language.
    """
    from treatydiff.isolation.guarded import read_guarded

    key = _cache_key(path, settings) if cache is not None else ""
    kept = cache.get(key) if cache is not None else None
    if kept is not None:
        kept = replace(kept, source=replace(kept.source, label=Path(path).name))
        return _under_reading(kept, settings)
    pages = (lambda done, total: progress(f"reading {path.name}", done, total)) if progress else None
    draft = parse_source(read_guarded(Path(path), settings, progress=pages), settings)
    if cache is not None:
        cache.put(key, draft)
    return _under_reading(draft, settings)


def read_draft_bytes(data: bytes, label: str, settings: Settings, *, media_type: str | None = None) -> Draft:
    """Read and parse a file's bytes.

    Args:
        data: the file's content.
        label: what it is called in reports and errors.
        settings: how to read it.
        media_type: of the content, where it is known; otherwise it is sniffed.

    Raises:
        ReadError: the content cannot be read.
    """
    from treatydiff.isolation.guarded import read_guarded

    draft = parse_source(read_guarded(data, settings, label=label, media_type=media_type), settings)
    return _under_reading(draft, settings)


def _under_reading(draft: Draft, settings: Settings) -> Draft:
    """The draft under the reading of brackets that was asked for; caches hold drafts as they are."""
    if settings.brackets == "as-is":
        return draft
    from treatydiff.structure.readings import read_brackets

    return read_brackets(draft, settings.brackets)


def parse_source(source_text: SourceText, settings: Settings) -> Draft:
    """The draft that a reader's text holds."""
    from treatydiff.structure.parse import parse

    return parse(source_text, settings)


def compare_drafts(
    a: Draft,
    b: Draft,
    settings: Settings,
    *,
    reference_table: bytes | None = None,
    ancestors: Sequence[Draft] = (),
    themes: str | None = None,
    whole: tuple[Draft, Draft] | None = None,
    progress: Progress | None = None,
) -> Comparison:
    """Align, diff and score two drafts.

    Args:
        a, b: the drafts, the earlier first.
        settings: how to align and score.
        reference_table: bytes of the table that `settings.reference` names, where it names a file.
        ancestors: earlier instruments, in the order in which they are credited with what B has.
        themes: TOML of the file that `settings.themes` names, where it names one.
        whole: both drafts before narrowing, where one was narrowed; they are scored too.
        progress: called as stages begin.

    Raises:
        LanguageError: the drafts are in different languages.
        ReferenceDataError: the reference table is missing or damaged.
        SettingsError: the themes cannot be read.
    """
    from treatydiff.align.align import align_drafts
    from treatydiff.diff.diff_sheet import diff_drafts
    from treatydiff.score.consonance import score_drafts
    from treatydiff.score.reference import load_reference
    from treatydiff.score.themes import find_themes, load_themes

    require_one_language(a, b, *ancestors)
    known_themes = load_themes(themes, where=settings.themes)
    tell = progress or _tell_nobody
    tell("aligning", 0, 3)
    alignment = align_drafts(a, b, settings)
    tell("comparing clauses", 1, 3)
    diffs = diff_drafts(a, b, alignment)
    tell("measuring consonance", 2, 3)
    reference = load_reference(settings.reference, a.language, a, b, table=reference_table)
    scores = score_drafts(a, b, alignment, reference, settings)
    ancestry = None
    if ancestors:
        ancestry = ancestry_of(b, [(a, alignment)], ancestors, reference, settings)
    of_whole = None
    if whole is not None:
        of_whole = scores_of_whole(*whole, settings, reference_table)
    tell("", 3, 3)
    units = tuple(
        UnitComparison(row.pairing, row.kind, clauses, consonance, signals)
        for row, clauses, signals, consonance in zip(
            alignment.units, diffs.clauses, diffs.signals, scores.units, strict=True
        )
    )
    containers = tuple(
        ContainerComparison(pairing, consonance)
        for pairing, consonance in zip(alignment.containers, scores.containers, strict=True)
    )
    return Comparison(
        a, b, units, containers, scores, settings.changed(), (*_doubts(a, b), *_unequal_cover(a, b, scores)),
        ancestry=ancestry, themes=find_themes(a, b, known_themes, scores), whole=of_whole,
        substitutions=diffs.substitutions, obligations=diffs.obligations,
    )  # fmt: skip


def _tell_nobody(_stage: str, _done: int, _total: int) -> None:
    """The progress function of a run that nobody watches."""


def has_changes(comparison: Comparison) -> bool:
    """Whether any row is not identical or renumbered only, or any edit is substantive."""
    for unit in comparison.units:
        if unit.pairing.relation not in ("identical", "renumbered"):
            return True
        if any(edit.class_ == "substantive" for clause in unit.clauses for edit in clause.edits):
            return True
    return False


def _doubts(a: Draft, b: Draft) -> tuple[Diagnostic, ...]:
    """What a reader of the comparison must know before its figures."""
    found = []
    for side, draft in (("A", a), ("B", b)):
        if not draft.units():
            found.append(
                Diagnostic("nothing_to_compare", "error", f"{side} ({draft.source.label}) holds no provision")
            )
        elif draft.articles == 0 and draft.rules == 0:
            found.append(
                Diagnostic("no_articles", "info",
                           f"{side} ({draft.source.label}) has no articles: its paragraphs are compared")
            )  # fmt: skip
    if a.source.sha256 == b.source.sha256:
        found.append(Diagnostic("same_bytes", "info", "both drafts are the same file, byte for byte"))
    return tuple(found)


FAR_LESS = 1 / 3
"""A draft with so small a share of the other's words covers far less than it."""


def _unequal_cover(a: Draft, b: Draft, scores: ScoreSheet) -> tuple[Diagnostic, ...]:
    """A warning where one draft is so short that one of the two shares must be small."""
    words = {"A": scores.document.a.words, "B": scores.document.b.words}
    less, more = ("A", "B") if words["A"] <= words["B"] else ("B", "A")
    if not words[less] or words[less] > FAR_LESS * words[more]:
        return ()
    names = {"A": a.source.label, "B": b.source.label}
    telling, bounded = ("carried", "derived") if less == "A" else ("derived", "carried")
    return (
        Diagnostic(
            "unequal_cover", "warning",
            f"{less} ({names[less]}) has {words[less]:,} words and {more} {words[more]:,}: {telling} is the "
            f"share to read, since {bounded} can hardly exceed {words[less] / words[more]:.0%}",
        ),
    )  # fmt: skip


def _cache_key(path: Path, settings: Settings) -> str:
    digest = hashlib.sha256(path.read_bytes() if path.is_file() else b"")
    digest.update(f"{path.suffix.lower()};{_reading_code()}".encode())
    for field in fields(settings):
        if field.name not in _SETTINGS_AFTER_READING:
            digest.update(f"{field.name}={getattr(settings, field.name)};".encode())
    return digest.hexdigest()


@cache_once
def _reading_code() -> str:
    """A fingerprint of the code that reads: another version of it must not find the drafts of this."""
    root = Path(__file__).parent
    files = [path for room in _READING_ROOMS for path in sorted((root / room).rglob("*.*"))]
    known = [
        (path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files if path.suffix != ".pyc"
    ]
    return hashlib.sha256(f"{__version__}{known}".encode()).hexdigest()


def ancestry_of(
    draft: Draft,
    sources: Sequence[tuple[Draft, Alignment]],
    ancestors: Sequence[Draft],
    reference: ReferenceTable,
    settings: Settings,
) -> Ancestry:
    """The origin of every word of a draft.

    Args:
        draft: the draft.
        sources: what it may derive from, aligned with it as B.
        ancestors: earlier instruments, in the order in which they are credited.
        reference: where the weights come from.
        settings: how to align and score.
    """
    from treatydiff.align.align import align_drafts
    from treatydiff.score.ancestry import Forebear, trace_ancestry

    names = draft_names([source for source, _ in sources])
    older = draft_names(ancestors)
    return trace_ancestry(
        draft,
        [Forebear(name, source, alignment) for name, (source, alignment) in zip(names, sources, strict=True)],
        [
            Forebear(name, ancestor, align_drafts(ancestor, draft, settings))
            for name, ancestor in zip(older, ancestors, strict=True)
        ],
        reference,
        settings,
    )


def draft_names(drafts: Iterable[Draft]) -> list[str]:
    """What drafts are called in reports: file and narrowing; one that comes again is numbered."""
    names: list[str] = []
    for draft in drafts:
        scope = draft.source.scope
        name = f"{draft.source.label}#{scope}" if scope else draft.source.label
        again = sum(1 for known in names if known == name or known.startswith(f"{name} ("))
        names.append(f"{name} ({again + 1})" if again else name)
    return names


def scores_of_whole(
    a: Draft, b: Draft, settings: Settings, reference_table: bytes | None = None
) -> ScoreSheet:
    """The scores of two drafts before they were narrowed.

    Args:
        a: the whole draft compared.
        b: the whole draft it is compared with.
        settings: how to align and score.
        reference_table: bytes of the table that `settings.reference` names, where it names a file.
    """
    from treatydiff.align.align import align_drafts
    from treatydiff.score.consonance import score_drafts
    from treatydiff.score.reference import load_reference

    reference = load_reference(settings.reference, a.language, a, b, table=reference_table)
    return score_drafts(a, b, align_drafts(a, b, settings), reference, settings)
