"""What can go wrong through the user's input, each with a place and a hint."""

from __future__ import annotations

from unicodedata import category

_ESCAPED = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""Kinds of characters that steer what shows them, or are no text: controls, marks of direction, halves."""
_JOINERS = "\u200c\u200d"
"""Part of how words of some scripts are written, names of files too."""
_NAMED = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def shown(text: str) -> str:
    r"""Text in one line that steers no terminal and no service that reads along.

    Control characters, line ends, escape sequences and marks of direction are written out (`\n`, `\x1b`,
    `\u202e`), and bytes of a file's name that are no text as `\xff`. What is shown stays as it is.

    Args:
        text: a message, or a name inside one.
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_shown, text))


def _shown(char: str) -> str:
    if category(char) not in _ESCAPED or char in _JOINERS:
        return char
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:  # a byte that Python could not read as text
        code -= 0xDC00
    return _NAMED.get(char) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000
                                else f"\\U{code:08x}")  # fmt: skip


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
        """`where: what; hint: hint` in one line, leaving out what is empty."""
        text = f"{self.where}: {self.what}" if self.where else self.what
        return shown(f"{text}; hint: {self.hint}" if self.hint else text)


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


def is_interrupt(fault: BaseException) -> bool:
    """Whether what was raised is an interrupt.

    Up to Python 3.11 one that comes while a class is made is the cause of a RuntimeError.

    Args:
        fault: what was raised.
    """
    return isinstance(fault, KeyboardInterrupt) or isinstance(fault.__cause__, KeyboardInterrupt)
