"""What can go wrong through the user's input, each with a place and a hint."""

from __future__ import annotations


class TreatydiffError(Exception):
    """A fault that one clear line can explain.

    Args:
        what: what is wrong, one sentence without a final dot.
        where: file, page, article: as precise as known ("draft.pdf, p. 12").
        hint: what to do next.
    """

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """`where: what; hint: hint`, leaving out what is empty."""
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text}; hint: {self.hint}" if self.hint else text


class UsageError(TreatydiffError):
    """The command or its options contradict one another or name something that is not there."""


class ReadError(TreatydiffError):
    """The file cannot be read: missing, a folder, empty, not what its content says, damaged."""


class UnsupportedFormatError(ReadError):
    """The content is of a kind that no reader takes."""


class UnreadableTextError(ReadError):
    """The file opens, but its characters cannot be known (a scan, or fonts without a mapping)."""


class SettingsError(TreatydiffError):
    """A setting has a value that it cannot have."""


class ScopeError(TreatydiffError):
    """A narrowing (`draft.pdf#art_5`) names a provision that the draft does not have."""


class LanguageError(TreatydiffError):
    """The drafts are in different languages, or in one that is not supported."""


class ReferenceDataError(TreatydiffError):
    """The reference archive's table is missing, damaged or of another version."""


class ReportError(TreatydiffError):
    """A report cannot be made or written."""
