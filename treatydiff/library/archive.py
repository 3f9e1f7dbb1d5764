"""A folder of drafts as one object: its index is brought up to date when something is asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from treatydiff.archive.listing import LISTING, ArchiveListing, listed_settings, open_archive
from treatydiff.library.texts import SettingsFields, Text, TextReading, settings_of
from treatydiff.reading.beside import reference_table, themes_text
from treatydiff.settings import Settings, refuse_untrusted

if TYPE_CHECKING:
    from treatydiff.archive.executors import Workers
    from treatydiff.archive.index import Index
    from treatydiff.archive.model import (
        ArchiveCheck,
        DraftEntry,
        IndexRun,
        Matrix,
        Precedents,
        SearchResult,
    )
    from treatydiff.model import Draft


class Archive:
    """A folder of drafts, described where it wants to be by a `treatydiff.toml`.

    Every question first reads what is new or changed in the folder into its index, one SQLite file.

    Args:
        folder: where the drafts are.
        index: the index; `.treatydiff/archive.sqlite` inside the folder if None.
        jobs: processes that share the work.
        settings: how to read, align and score; those of the folder's `treatydiff.toml` if None.
        trust_config: whether that file may raise caps, set `isolate` and name files that lie elsewhere.
        options: fields of the settings by name, over those.

    Raises:
        ReadError: it is no folder, or its listing cannot be read.
        SettingsError: the listing or an option says what it cannot say.
    """

    def __init__(
        self,
        folder: str | PathLike[str],
        *,
        index: str | PathLike[str] | None = None,
        jobs: int = 1,
        settings: Settings | None = None,
        trust_config: bool = False,
        **options: Unpack[SettingsFields],
    ) -> None:
        self._folder = Path(folder)
        self._index = None if index is None else Path(index)
        self._jobs = jobs
        self._listing = open_archive(self._folder)
        if settings is None:
            listed = listed_settings(self._folder)
            if not trust_config:
                refuse_untrusted(listed, LISTING)
            settings = settings_of(None, listed)
        self._settings = settings_of(settings, options)

    def __repr__(self) -> str:
        return f"Archive({str(self._folder)!r}, files={len(self.files)})"

    @property
    def title(self) -> str:
        """What its listing calls it, else the name of the folder."""
        return self._listing.called

    @property
    def files(self) -> tuple[str, ...]:
        """The files that are taken for drafts, by their paths inside the folder."""
        return self._listing.files

    def update(self) -> IndexRun:
        """Read what is new or changed; says which files were read, and which are no readable drafts."""
        with self._indexed() as (_, _, run):
            return run

    def entries(self) -> tuple[DraftEntry, ...]:
        """What is known of every draft, in the order of time: the listing's word over what a draft prints."""
        with self._indexed() as (listing, index, _):
            entries = [listing.entry(each.file, each.printed) for each in index.drafts()]
        return tuple(sorted(entries, key=lambda entry: entry.chronology))

    def draft(self, file: str) -> Draft:
        """A draft of the archive by its file.

        Raises:
            ReadError: there is none of that name, or it could not be read.
        """
        with self._indexed() as (_, index, _):
            return index.draft(file)

    def matrix(
        self,
        *,
        threshold: float = 0.5,
        nearest: int = 1,
        most_pairs: int = 5_000,
        floor: float | None = None,
    ) -> Matrix:
        """The consonance of all pairs of drafts, in both directions.

        Args:
            threshold: pairs whose share may reach it are scored in full; 0 scores every pair.
            nearest: so many nearest drafts of each are found for certain.
            most_pairs: limit on pairs scored in full.
            floor: pairs of which no share reaches it are not listed, and no nearest draft is sought among
                them; None lists all up to 200 drafts, and seeks the nearest from 0.25 on.
        """
        from treatydiff.archive.matrix import build_matrix

        with self._workers() as workers, self._indexed(workers) as (listing, index, _):
            found = build_matrix(
                listing, index, self._settings, table=reference_table(self._settings), threshold=threshold,
                nearest=nearest, most_pairs=most_pairs, floor=floor, workers=workers,
            )  # fmt: skip
        return replace(found, settings=self._settings.changed())

    def search(
        self,
        words: str,
        *,
        draft: str = "",
        since: str = "",
        until: str = "",
        article: str = "",
        language: str = "",
        most: int = 20,
    ) -> SearchResult:
        """Clauses that hold a phrase; where none does, those that hold all of its words.

        Args:
            words: what to look for; `word*` stands for all that begin so.
            draft: only in the draft of this file or symbol.
            since: only in drafts from this date on, "2022-06-01" or a beginning of it.
            until: only up to this date.
            article: only in this article, by number or id.
            language: only in drafts of this language.
            most: hits to return; all are counted.

        Raises:
            UsageError: there is no word to look for, or no draft to look in.
        """
        from treatydiff.archive.search import SearchFilter, search_words

        where = SearchFilter(draft, since, until, article, language)
        with self._indexed() as (listing, index, _):
            return search_words(listing, index, words, where, most=most)

    def like(
        self,
        provision: Text,
        *,
        draft: str = "",
        since: str = "",
        until: str = "",
        language: str = "",
        most: int = 20,
    ) -> SearchResult:
        """The provisions closest to one ("draft.pdf#art_5"), by the similarity that alignment uses.

        Args:
            provision: a draft narrowed to it.
            draft: only in the draft of this file or symbol.
            since: only in drafts from this date on.
            until: only up to this date.
            language: only in drafts of this language.
            most: hits to return.

        Raises:
            ScopeError: the provision is not there, or has no words.
            UsageError: there is no draft to look in.
        """
        from treatydiff.archive.search import SearchFilter, search_like

        (wanted,) = TextReading(self._settings).drafts([provision])
        where = SearchFilter(draft, since, until, "", language)
        with self._indexed() as (listing, index, _):
            return search_like(listing, index, wanted, where, most=most)

    def precedents(self, draft: Text, *, before: str = "", threshold: float = 0.5) -> Precedents:
        """For every clause of a draft, the earliest and the closest passage in the archive's instruments.

        Args:
            draft: the draft.
            before: only instruments made before this date; the draft's own if empty.
            threshold: share of a clause's words that makes a precedent.

        Raises:
            UsageError: there is no earlier instrument in the draft's language.
        """
        from treatydiff.archive.precedents import find_precedents

        (wanted,) = TextReading(self._settings).drafts([draft])
        with self._indexed() as (listing, index, _):
            return find_precedents(
                wanted, listing, index, before=before, ngram=self._settings.ngram, threshold=threshold
            )

    def check(self) -> ArchiveCheck:
        """Hold the archive against the rules of its `treatydiff.toml`.

        Raises:
            SettingsError: a rule cannot be, or names what is not there.
        """
        from treatydiff.archive.archive_checks import check_archive

        with self._indexed() as (listing, index, _):
            return check_archive(
                listing, index, self._settings, table=reference_table(self._settings),
                themes=themes_text(self._settings),
            )  # fmt: skip

    @contextmanager
    def _workers(self) -> Iterator[Workers]:
        from treatydiff.archive.executors import processes

        with processes(self._jobs) as workers:
            yield workers

    @contextmanager
    def _indexed(self, workers: Workers | None = None) -> Iterator[tuple[ArchiveListing, Index, IndexRun]]:
        from treatydiff.archive.index import Index, index_path
        from treatydiff.archive.indexing import index_archive

        if workers is None:
            with self._workers() as own, self._indexed(own) as found:
                yield found
            return
        self._listing = open_archive(self._folder)
        with Index(index_path(self._folder, self._index)) as index:
            yield self._listing, index, index_archive(self._listing, index, self._settings, workers=workers)
