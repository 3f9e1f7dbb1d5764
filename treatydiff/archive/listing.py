"""An archive is a folder of drafts, described where it wants to be by a `treatydiff.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import Any

from treatydiff.archive.inside import LEADS_OUT, drafts_below, lies_inside, reason_against
from treatydiff.archive.model import DRAFT_KINDS, ENTRY_FIELDS, DraftEntry, ReadFailure
from treatydiff.errors import ReadError, SettingsError
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

LISTING = "treatydiff.toml"
_LONGEST_LISTING = 4 * 1024 * 1024
"""Bytes of a listing: some ten thousand drafts with everything that is known of them."""
_DATE = pattern_of(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class ArchiveListing:
    """A folder with the files taken for drafts, sorted, and what its listing says.

    `given` are the entries of the listing by file; `checks` its tables `[[check]]`, unread. `aside` are the
    files and folders that are not looked into, with the reason: they lead out of the folder, or have no name
    that can be written.
    """

    folder: Path
    title: str
    files: tuple[str, ...]
    given: Mapping[str, DraftEntry]
    checks: tuple[Mapping[str, Any], ...]
    aside: tuple[ReadFailure, ...] = ()

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
    licences unless listed. Nothing is read that a link leads to outside the folder.

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
    below, aside = drafts_below(folder)
    found = {path for path in below if not _is_any(path, exclude)}
    refused = {file: reason for file in given if (reason := reason_against(folder, file))}
    title = about.get("title", "")
    if not isinstance(title, str):
        raise SettingsError("archive.title must be text", where=LISTING)
    files = tuple(sorted((found | given.keys()) - refused.keys()))
    left = {each.file: each.message for each in aside if not _is_any(each.file, exclude)} | refused
    aside = tuple(ReadFailure(file, left[file]) for file in sorted(left.keys() - set(files)))
    return ArchiveListing(folder, title, files, given, _tables(listing, "check"), aside)


def _is_any(file: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch(file, pattern) for pattern in patterns)


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
    if not lies_inside(folder, path):
        raise ReadError(LEADS_OUT, where=LISTING, hint="put the listing itself into the folder")
    try:
        with path.open("rb") as file:
            data = file.read(_LONGEST_LISTING + 1)
        if len(data) > _LONGEST_LISTING:
            raise ReadError("is too long for a listing", where=LISTING)
        return tomllib.loads(data.decode("utf-8"))
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


def _entry(table: Mapping[str, Any], number: int) -> DraftEntry:
    where = f"{LISTING}, [[draft]] {number}"
    file = table.get("file")
    if not isinstance(file, str) or not file:
        raise SettingsError("names no file", where=where, hint='file = "draft.pdf"')
    where = f"{LISTING}, {file}"
    if Path(file).is_absolute() or ".." in Path(file).parts:
        raise SettingsError("must lie in the archive's folder", where=where)
    if "\0" in file:
        raise SettingsError("the file name holds a NUL character", where=where)
    values: dict[str, Any] = {}
    for name, value in table.items():
        if name not in ENTRY_FIELDS:
            raise SettingsError(f"there is no field {name!r}", where=where, hint=", ".join(ENTRY_FIELDS))
        values[name] = _value(name, value, where)
    values["file"] = PurePosixPath(file).as_posix()
    for name in ("revises", "corrects", "reissues"):  # a symbol, or such a file
        if values.get(name, "").startswith("./"):
            values[name] = PurePosixPath(values[name]).as_posix()
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
