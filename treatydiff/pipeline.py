"""The whole main job on one page: read, structure, align, diff, score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from treatydiff.isolation.kept import DraftBytes, begin_known
from treatydiff.isolation.several import read_all
from treatydiff.language.registry import require_one_language
from treatydiff.language.tokenizer import draft_word_count
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
from treatydiff.model.progress import Progress, StepProgress
from treatydiff.settings import Settings

if TYPE_CHECKING:
    from treatydiff.score.reference import ReferenceTable


def read_drafts(
    sources: Sequence[Path | DraftBytes],
    settings: Settings,
    *,
    cache: DraftCache | None = None,
    progress: Progress | None = None,
) -> tuple[Draft, ...]:
    """Read and parse several files at once; one that is named twice is read once.

    Args:
        sources: PDF, DOCX, HTML, text or Markdown.
        settings: how to read them.
        cache: where parsed drafts are kept, if anywhere.
        progress: called as pages are read.

    Raises:
        ReadError: a file cannot be read; where several cannot, it is the first of them that is named.
        LanguageError: there is no grammar for its language.
    """
    distinct = list(dict.fromkeys(sources))
    tells = [_page_progress(source, progress) for source in distinct]
    begin = [partial(begin_known, source, settings, cache) for source in distinct]
    read = read_all(begin, tells, _load_stages if len(distinct) > 1 else None)
    known = dict(zip(distinct, read, strict=True))
    return tuple(_under_reading(known[source], settings) for source in sources)


def _load_stages() -> None:
    """Load what compares drafts: it takes a third of a second, in which workers read them."""
    import treatydiff.align.align
    import treatydiff.diff.diff_sheet
    import treatydiff.score.consonance  # noqa: F401


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
    return read_drafts([Path(path)], settings, cache=cache, progress=progress)[0]


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
    return read_drafts([DraftBytes(data, label, media_type)], settings)[0]


def _page_progress(source: Path | DraftBytes, progress: Progress | None) -> StepProgress | None:
    if progress is None or isinstance(source, DraftBytes):
        return None
    return lambda done, total: progress(f"reading {source.name}", done, total)


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
        UnitComparison(row.pairing, row.kind, clauses, consonance, signals, row.links)
        for row, clauses, signals, consonance in zip(
            alignment.units, diffs.clauses, diffs.signals, scores.units, strict=True
        )
    )
    containers = tuple(
        ContainerComparison(pairing, consonance)
        for pairing, consonance in zip(alignment.containers, scores.containers, strict=True)
    )
    return Comparison(
        a, b, units, containers, scores, settings.changed(), (*_doubts(a, b), *_unequal_cover(a, b)),
        ancestry=ancestry, themes=find_themes(a, b, known_themes, scores, units), whole=of_whole,
        substitutions=diffs.substitutions, obligations=diffs.obligations, asides=diffs.asides,
        nearness=alignment.nearness,
        standing_a=diffs.standing[0], standing_b=diffs.standing[1], agreed=diffs.agreed,
    )  # fmt: skip


def _tell_nobody(_stage: str, _done: int, _total: int) -> None:
    """The progress function of a run that nobody watches."""


def has_changes(comparison: Comparison) -> bool:
    """Whether the rows, the notes or the front matter differ in more than numbers.

    A row must be identical or renumbered only, without a substantive edit.
    """
    if any(each.differs for each in comparison.asides):
        return True
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


def _unequal_cover(a: Draft, b: Draft) -> tuple[Diagnostic, ...]:
    """A warning where one draft is so short that one of the two shares must be small."""
    words = {"A": draft_word_count(a), "B": draft_word_count(b)}
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
