"""What a command makes its result with: settings, the drafts it names, and what lies beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace
from typing import TYPE_CHECKING

from treatydiff.cli.drafts import NamedDraft, load_drafts
from treatydiff.errors import LanguageError, ReadError, TreatydiffError
from treatydiff.records import dataclass

if TYPE_CHECKING:
    from treatydiff.archive.cache import FolderCache
    from treatydiff.cli.options import VersionsReading
    from treatydiff.model import Draft
    from treatydiff.model.progress import Progress
    from treatydiff.settings import Settings


@dataclass(frozen=True, slots=True)
class Inputs:
    """How the drafts of a command line are read, and where it is shown how far that is.

    `reading` says what stdin holds, and whether anything is kept. `names` are the arguments that name drafts;
    all of them are read at once when the first is asked for. `called` is what the user calls them, each at
    the same place, None where the file says it.
    """

    settings: Settings
    reading: VersionsReading | None
    progress: Progress
    names: tuple[str, ...] = ()
    called: tuple[str | None, ...] = ()
    _read: dict[str, NamedDraft] = field(default_factory=dict)

    def draft(self, name: str) -> Draft:
        """The draft that an argument names: a path or `-` for stdin, either narrowed behind a `#`.

        Raises:
            ReadError, ScopeError, UsageError: what the name says is not there.
        """
        return self.drafts([name])[0]

    def drafts(self, names: Iterable[str]) -> list[Draft]:
        """The drafts that some arguments name, in their order.

        Raises:
            ReadError, ScopeError, UsageError: what a name says is not there.
        """
        return [named.draft for named in self.with_wholes(names)]

    def readable(self, names: Iterable[str]) -> tuple[list[Draft], list[tuple[str, TreatydiffError]]]:
        """The drafts that some arguments name, in their order, and what could not be read of them, and why.

        Raises:
            ReadError, LanguageError: fewer than two can be read.
            ScopeError, UsageError: what a name says is not there.
        """
        wanted = list(names)
        try:
            return self.drafts(wanted), []
        except (ReadError, LanguageError):
            if any(name.startswith("-") for name in wanted):  # stdin cannot be read twice
                raise
        found: list[Draft] = []
        failed: list[tuple[str, TreatydiffError]] = []
        for name in wanted:
            try:
                found.append(self._alone(name))
            except (ReadError, LanguageError) as fault:
                failed.append((name, fault))
        if len(found) < 2:
            raise failed[0][1]
        return found, failed

    def with_wholes(self, names: Iterable[str]) -> list[NamedDraft]:
        """The drafts that some arguments name, each with the whole it was narrowed from (or itself).

        Where a name stands twice on the command line, its second draft here is called as the second there.

        Raises:
            ReadError, ScopeError, UsageError: what a name says is not there.
        """
        asked: list[str] = []
        found = []
        for name in names:
            places = [place for place, each in enumerate(self.names) if each == name]
            asked.append(name)
            place = places[min(asked.count(name), len(places)) - 1] if places else None
            called = self.called[place] if place is not None and self.called else None
            read = self._as_read(name)
            found.append(read.called(called) if called else read)
        return found

    def read_otherwise(self, name: str, settings: Settings) -> NamedDraft:
        """The draft that an argument names, read with other settings than the rest.

        Raises:
            ReadError, ScopeError, UsageError: what the name says is not there.
        """
        place = self.names.index(name)
        called = (self.called[place],) if self.called else ()
        return replace(self, settings=settings, names=(name,), called=called, _read={}).with_wholes([name])[0]

    def _alone(self, name: str) -> Draft:
        """A draft read by itself, whatever the others are."""
        return replace(self, names=(name,), _read={}).drafts((name,))[0]

    def _as_read(self, name: str) -> NamedDraft:
        if name not in self._read:
            wanted = tuple(dict.fromkeys(self.names if name in self.names else (name,)))
            reading = self.reading
            read = load_drafts(
                wanted, self.settings, stdin_format=reading.stdin_format if reading else None,
                keep=not (reading and reading.confidential), progress=self.progress,
            )  # fmt: skip
            self._read.update(zip(wanted, read, strict=True))
        return self._read[name]

    def cache(self) -> FolderCache | None:
        """Where drafts and comparisons are kept between runs; None where nothing is."""
        from treatydiff.cli.configuration import draft_cache

        return None if self.reading and self.reading.confidential else draft_cache()

    def reference_table(self) -> bytes | None:
        """The bytes of the table of weights that the settings name, where they name a file.

        Raises:
            ReadError: it cannot be read.
        """
        from treatydiff.reading.beside import reference_table

        return reference_table(self.settings)

    def themes(self) -> str | None:
        """The text of the file of themes that the settings name, where they name one.

        Raises:
            ReadError: it cannot be read.
        """
        from treatydiff.reading.beside import themes_text

        return themes_text(self.settings)
