"""What holding language versions against one another finds."""

from __future__ import annotations

from treatydiff.model import Draft, Result, SettingValues, one_line
from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class LanguagePlace:
    """One version's side of a difference: which file, where, and what it has there."""

    label: str
    language: str
    provision: str | None
    page: int | None
    says: str

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class LanguageDifference:
    """A place where language versions do not match: a corrigendum to be, or a misreading of ours.

    `places` begins with the version that the others were held against. A `remark` is a place to read: it
    need be no mistake.
    """

    code: str
    message: str
    places: tuple[LanguagePlace, ...]
    remark: bool = False

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class UnreadVersion:
    """A file that could not be read, and why; the other versions are compared without it."""

    label: str
    reason: str

    __repr__ = one_line


@dataclass(frozen=True, slots=True)
class LanguageVersions(Result):
    """The language versions of one text, the first being the one that the others are held against.

    `unread` are the files that could not be read. `pairs` holds for every version but the first the ids of
    provisions that stand in the same place, those of the first version first.
    """

    drafts: tuple[Draft, ...]
    differences: tuple[LanguageDifference, ...]
    compared: int = 0
    settings: SettingValues = ()
    unread: tuple[UnreadVersion, ...] = ()
    pairs: tuple[tuple[tuple[str, str], ...], ...] = ()

    __repr__ = one_line
