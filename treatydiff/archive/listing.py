"""An archive is a folder of drafts, described where it wants to be by a `treatydiff.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from treatydiff.archive.model import DRAFT_KINDS, ENTRY_FIELDS, DraftEntry
from treatydiff.errors import ReadError, SettingsError

DRAFT_SUFFIXES = frozenset({".pdf", ".docx", ".txt", ".md", ".html", ".htm"})
LISTING = "treatydiff.toml"
SITE_MARKER = ".treatydiff-site"
"""Lies in a folder that `archive site` wrote, and lists its files: its pages are no drafts."""
_NO_DRAFTS = ("readme*", "license*", "changelog*", "contributing*")
"""Names in lower case of files that folders hold beside their drafts."""
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class ArchiveListing:
    """A folder with the files taken for drafts, sorted, and what its listing says.

    `given` are the entries of the listing by file; `checks` its tables `[[check]]`, unread.
    """

    folder: Path
    title: str
    files: tuple[str, ...]
    given: Mapping[str, DraftEntry]
    checks: tuple[Mapping[str, Any], ...]

    @property
    def called(self) -> str:
        """Its title, else the name of its folder."""
        return self.title or self.folder.resolve().name

    def entry(self, file: str, printed: DraftEntry | None = None) -> DraftEntry:
        """What is known of a file: the listing's word over what the file prints."""
        entry = printed or DraftEntry(file)
        said = self.given.get(file)
        if said is None:
            return replace(entry, file=file)
        values = {name: getattr(said, name) for name in ENTRY_FIELDS}
        return replace(entry, **{name: value for name, value in values.items() if value not in ("", None)})


def open_archive(folder: Path) -> ArchiveListing:
    """List the drafts of a folder and read its `treatydiff.toml`, if it has one.

    Hidden files and folders are passed over, and so are sites made of an archive, and READMEs and
    licences unless listed.

    Args:
        folder: where the drafts are.

    Raises:
        ReadError: it is no folder, or the listing cannot be read.
        SettingsError: the listing says what it cannot say.
    """
    if not folder.is_dir():
        raise ReadError("is no folder", where=str(folder), hint="an archive is a folder of drafts")
    listing = _listing(folder)
    about = listing.get("archive", {})
    if not isinstance(about, dict):
        raise SettingsError("[archive] must be a table", where=LISTING)
    exclude = about.get("exclude", [])
    if not isinstance(exclude, list) or not all(isinstance(each, str) for each in exclude):
        raise SettingsError("archive.exclude must be a list of patterns", where=LISTING)
    given: dict[str, DraftEntry] = {}
    for number, table in enumerate(_tables(listing, "draft"), 1):
        entry = _entry(table, number)
        if entry.file in given:
            raise SettingsError(f"{entry.file} is listed twice", where=LISTING)
        given[entry.file] = entry
    found = {
        path for path in _drafts_below(folder)
        if not any(fnmatch(path, pattern) for pattern in exclude)
    }  # fmt: skip
    title = about.get("title", "")
    if not isinstance(title, str):
        raise SettingsError("archive.title must be text", where=LISTING)
    return ArchiveListing(
        folder, title, tuple(sorted(found | given.keys())), given, _tables(listing, "check")
    )


def listed_settings(folder: Path) -> dict[str, Any]:
    """The settings that an archive's `treatydiff.toml` gives, by name.

    Args:
        folder: where the drafts are.

    Raises:
        ReadError: the listing cannot be read.
        SettingsError: it is no TOML.
    """
    return {name: value for name, value in _listing(folder).items() if not isinstance(value, dict | list)}


def _listing(folder: Path) -> dict[str, Any]:
    path = folder / LISTING
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise ReadError(f"cannot be read: {fault.strerror}", where=LISTING) from None
    except UnicodeDecodeError:
        raise ReadError("is no UTF-8 text", where=LISTING) from None
    except RecursionError:
        raise SettingsError("not valid TOML: nested too deeply", where=LISTING) from None
    except ValueError as fault:  # TOMLDecodeError is one, numbers of thousands of digits another
        raise SettingsError(f"not valid TOML: {fault}", where=LISTING) from None


def _tables(listing: Mapping[str, Any], name: str) -> tuple[Mapping[str, Any], ...]:
    tables = listing.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise SettingsError(f"{name} must be tables", where=LISTING, hint=f"[[{name}]]")
    return tuple(tables)


def _drafts_below(folder: Path) -> set[str]:
    found = set()
    sites = [path.parent for path in folder.rglob(SITE_MARKER)]
    for path in folder.rglob("*"):
        inside = path.relative_to(folder)
        if any(site in path.parents for site in sites):
            continue
        if any(part.startswith(".") for part in inside.parts) or path.suffix.lower() not in DRAFT_SUFFIXES:
            continue
        if path.is_file() and not any(fnmatch(path.name.lower(), pattern) for pattern in _NO_DRAFTS):
            found.add(_encodable(inside.as_posix()))
    return found


def _encodable(file: str) -> str:
    """A name that the index can hold.

    Raises:
        ReadError: it is no UTF-8.
    """
    try:
        file.encode()
    except UnicodeEncodeError:
        raise ReadError("a file's name is no UTF-8", where=ascii(file), hint="rename it") from None
    return file


def _entry(table: Mapping[str, Any], number: int) -> DraftEntry:
    where = f"{LISTING}, [[draft]] {number}"
    file = table.get("file")
    if not isinstance(file, str) or not file:
        raise SettingsError("names no file", where=where, hint='file = "draft.pdf"')
    where = f"{LISTING}, {file}"
    if Path(file).is_absolute() or ".." in Path(file).parts:
        raise SettingsError("must lie in the archive's folder", where=where)
    values: dict[str, Any] = {}
    for name, value in table.items():
        if name not in ENTRY_FIELDS:
            raise SettingsError(f"there is no field {name!r}", where=where, hint=", ".join(ENTRY_FIELDS))
        values[name] = _value(name, value, where)
    return DraftEntry(**values)


def _value(name: str, value: Any, where: str) -> str | int:
    if name == "order":
        if not isinstance(value, int) or isinstance(value, bool):
            raise SettingsError("order must be a whole number", where=where)
        return value
    # TOML has dates of its own; written without quotation marks they mean the same.
    text = value if isinstance(value, str) else str(value) if name in ("date", "issued") else None
    if text is None:
        raise SettingsError(f"{name} must be text", where=where)
    if name in ("date", "issued") and not _DATE.fullmatch(text):
        raise SettingsError(f"{name} is {text!r}", where=where, hint='"2022-06-01", "2022-06" or "2022"')
    if name == "kind" and text not in DRAFT_KINDS:
        raise SettingsError(f"there is no kind {text!r}", where=where, hint=", ".join(DRAFT_KINDS))
    return text
