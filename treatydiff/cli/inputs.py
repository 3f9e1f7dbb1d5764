"""What a command makes its result with: settings, the drafts it names, and what lies beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from treatydiff.cli.drafts import NamedDraft, load_drafts
from treatydiff.errors import LanguageError, ReadError, TreatydiffError

if TYPE_CHECKING:
    from treatydiff.model import Draft
    from treatydiff.model.progress import Progress
    from treatydiff.settings import Settings


@dataclass(frozen=True, slots=True)
class Inputs:
    """How the drafts of a command line are read, and where it is shown how far that is.

    `stdin_format` is what stdin holds; sniffed if None. `names` are the arguments that name drafts; all of
    them are read at once when the first is asked for.
    """

    settings: Settings
    stdin_format: str | None
    progress: Progress
    names: tuple[str, ...] = ()
    _read: dict[str, NamedDraft] = field(default_factory=dict)

    def draft(self, name: str) -> Draft:
        """The draft that an argument names: a path or `-` for stdin, either narrowed behind a `#`.

        Raises:
            ReadError, ScopeError, UsageError: what the name says is not there.
        """
        return self._named(name).draft

    def drafts(self, names: Iterable[str]) -> list[Draft]:
        """The drafts that some arguments name, in their order.

        Raises:
            ReadError, ScopeError, UsageError: what a name says is not there.
        """
        return [self.draft(name) for name in names]

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
                read = load_drafts((name,), self.settings, progress=self.progress)
                found.append(read[0].draft)
            except (ReadError, LanguageError) as fault:
                failed.append((name, fault))
        if len(found) < 2:
            raise failed[0][1]
        return found, failed

    def draft_with_whole(self, name: str) -> tuple[Draft, Draft]:
        """The draft that an argument names, and the whole it was narrowed from (itself, if it was not).

        Raises:
            ReadError, ScopeError, UsageError: what the name says is not there.
        """
        named = self._named(name)
        return named.draft, named.whole

    def _named(self, name: str) -> NamedDraft:
        if name not in self._read:
            wanted = tuple(dict.fromkeys(self.names if name in self.names else (name,)))
            read = load_drafts(wanted, self.settings, stdin_format=self.stdin_format, progress=self.progress)
            self._read.update(zip(wanted, read, strict=True))
        return self._read[name]

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
