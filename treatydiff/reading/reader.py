"""One file becomes one SourceText: the right reader is chosen by content."""

from __future__ import annotations

import difflib
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from io import BufferedReader
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Protocol

from treatydiff.errors import ReadError, UnsupportedFormatError, UsageError, shown
from treatydiff.model import Diagnostic, SourceText
from treatydiff.model.progress import StepProgress
from treatydiff.reading import sniff
from treatydiff.reading.consolidation import with_markers_apart
from treatydiff.records import dataclass
from treatydiff.settings import Settings

ENTRY_POINT_GROUP = "treatydiff.readers"
_MIB = 1024 * 1024


class Reader(Protocol):
    """Turns the bytes of one kind of file into a SourceText; third parties register theirs."""

    @property
    def media_types(self) -> tuple[str, ...]:
        """The media types that it takes."""

    def sniff(self, data: bytes, label: str) -> bool:
        """Whether the bytes are of a kind that it takes."""

    def read(
        self, data: bytes, label: str, settings: Settings, progress: StepProgress | None = None
    ) -> SourceText:
        """The text of the file; raises ReadError where it is damaged."""


@dataclass(frozen=True, slots=True)
class _BuiltInReader:
    """A reader of ours; its module is imported when a file needs it, so that starting stays quick."""

    media_types: tuple[str, ...]
    module: str
    function: str

    def sniff(self, data: bytes, label: str) -> bool:
        return sniff.sniff_content(data, label).media_type in self.media_types

    def read(
        self, data: bytes, label: str, settings: Settings, progress: StepProgress | None = None
    ) -> SourceText:
        function = getattr(import_module(self.module), self.function)
        text: SourceText = function(data, label, settings, progress)
        return text


READERS: dict[str, Reader] = {
    "pdf": _BuiltInReader((sniff.PDF,), "treatydiff.reading.pdf.from_pdf", "read_pdf"),
    "docx": _BuiltInReader((sniff.DOCX,), "treatydiff.reading.docx.from_docx", "read_docx"),
    "markdown": _BuiltInReader((sniff.MARKDOWN,), "treatydiff.reading.text.from_markdown", "read_markdown"),
    "html": _BuiltInReader((sniff.HTML,), "treatydiff.reading.html.from_html", "read_html"),
    "akn": _BuiltInReader((sniff.AKN,), "treatydiff.reading.akn.from_akn", "read_akn"),
    "text": _BuiltInReader((sniff.TEXT,), "treatydiff.reading.text.from_text", "read_text"),
}
"""The readers by name; those of other packages join through the entry points."""


def read_file(
    path: Path, settings: Settings, *, media_type: str | None = None, progress: StepProgress | None = None
) -> SourceText:
    """Read one file in this process; `guarded.read_guarded` does it in one of its own.

    Args:
        path: the file; its name without the folder becomes the label.
        settings: which revisions to read, and the caps against hostile files.
        media_type: media type or short name ("md") where it is known; None looks at the content.
        progress: told (pages done, pages in all).

    Raises:
        ReadError: the file is missing, a folder, empty, too big, locked or damaged.
        UnsupportedFormatError: no reader takes its content.
    """
    data = bytes_of(Path(path), settings)
    return read_bytes(data, path.name, settings, media_type=media_type, progress=progress)


def read_bytes(
    data: bytes,
    label: str,
    settings: Settings,
    *,
    media_type: str | None = None,
    progress: StepProgress | None = None,
) -> SourceText:
    """Read the content of a file that is already in memory.

    Args:
        data: the whole file.
        label: what to call it in reports and messages.
        settings: which revisions to read, and the caps against hostile files.
        media_type: media type or short name ("md") where it is known; None looks at the content.
        progress: told (pages done, pages in all).

    Raises:
        ReadError: the content is empty, too big, locked or damaged.
        UnsupportedFormatError: no reader takes the content, or it is not of the type named.
        UsageError: `media_type` is unknown.
    """
    label = shown(label)
    if not data:
        raise ReadError("the file is empty", where=label, hint="check that it was saved or downloaded whole")
    refuse_oversize(len(data), label, settings)
    kind = sniff.sniff_content(data, label)
    reader = _reader_for(data, label, kind, media_type)
    text = with_markers_apart(reader.read(data, label, settings, progress))
    disagreement = _name_disagrees(label, kind) if media_type is None else None
    if disagreement is not None:
        text = replace(text, diagnostics=(disagreement, *text.diagnostics))
    return text


def sha256_of(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal.

    Args:
        data: the whole file.
    """
    return hashlib.sha256(data).hexdigest()


def bytes_of(path: Path, settings: Settings) -> bytes:
    """The content of a file or pipe, up to the cap on its size.

    Args:
        path: the file.
        settings: gives the cap.

    Raises:
        ReadError: it is missing, a folder, a device, too big, or the disk fails.
    """
    with _opened(path, settings) as file:
        return stream_bytes(file, path.name, settings)


def stream_bytes(file: BinaryIO, label: str, settings: Settings) -> bytes:
    """The content of a stream that is open, up to the cap on its size; that of a file is looked at first.

    Args:
        file: the stream, unread.
        label: what to call it in messages.
        settings: gives the cap.

    Raises:
        ReadError: it is too big.
    """
    refuse_oversize(os.fstat(file.fileno()).st_size, label, settings)
    data = _read_up_to(file, settings.max_file_mib * _MIB + 1)
    refuse_oversize(len(data), label, settings)
    return data


def _read_up_to(file: BinaryIO, most: int) -> bytes:
    """As many bytes at the most; a read of so many would set that much memory aside for the smallest file."""
    pieces: list[bytes] = []
    wanted = os.fstat(file.fileno()).st_size or _MIB
    while most > 0 and (piece := file.read(min(wanted, most))):
        pieces.append(piece)
        most -= len(piece)
        wanted = _MIB
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def digest_of(path: Path, settings: Settings) -> str:
    """The SHA-256 of a file's content, in hexadecimal; of a file of any size little is held at a time.

    Args:
        path: the file; a pipe would be used up.
        settings: gives the cap on its size, which is looked at first.

    Raises:
        ReadError: as `bytes_of`.
    """
    with _opened(path, settings) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _opened(path: Path, settings: Settings) -> Iterator[BufferedReader]:
    """A file to read that is no folder and no device, and no bigger than the cap as far as its size tells."""
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            if stat.S_ISCHR(status.st_mode) or stat.S_ISBLK(status.st_mode):
                raise ReadError("this is a device, not a draft", where=str(path), hint="name a file")
            refuse_oversize(status.st_size, path.name, settings)
            yield file
    except FileNotFoundError:
        raise ReadError("no such file", where=path.name or str(path), hint=_nearest_name(path)) from None
    except IsADirectoryError:
        raise _is_folder(path) from None
    except PermissionError:
        if path.is_dir():  # Windows says so of folders
            raise _is_folder(path) from None
        raise ReadError(
            "no permission to read the file", where=path.name, hint="change its access rights"
        ) from None
    except ValueError:
        raise ReadError("the file name holds a NUL character", hint="check the name") from None
    except OSError as fault:
        raise ReadError(
            f"the file cannot be read ({fault.strerror or 'input error'})",
            where=path.name,
            hint="check the name and the disk",
        ) from None


def refuse_oversize(size: int, label: str, settings: Settings) -> None:
    """Refuse a file by its size, before anything of it is read.

    Args:
        size: in bytes.
        label: what to call it in messages.
        settings: gives the cap.

    Raises:
        ReadError: it is bigger than the cap.
    """
    if size > settings.max_file_mib * _MIB:
        raise ReadError(
            f"the file is bigger than {settings.max_file_mib} MiB",
            where=label,
            hint="raise max_file_mib in the settings if you trust it",
        )


def _is_folder(path: Path) -> ReadError:
    return ReadError(
        "this is a folder, not a draft", where=path.name or str(path), hint="name one file in it"
    )


def _nearest_name(path: Path) -> str:
    try:
        names = sorted(entry.name for entry in path.parent.iterdir())
    except OSError:
        return "its folder does not exist either"
    near = difflib.get_close_matches(path.name, names, n=1)
    return f"did you mean {near[0]}?" if near else "check the name"


def _reader_for(data: bytes, label: str, kind: sniff.ContentKind, media_type: str | None) -> Reader:
    wanted = kind.media_type
    if media_type is not None:
        wanted = sniff.MEDIA_TYPES_BY_SHORT_NAME.get(media_type.lower().lstrip("."), media_type)
        _refuse_other_content(label, kind, wanted)
    # Others are looked for only where no reader of ours takes it: that walks through all that is installed.
    for reader in chain(READERS.values(), _third_party_readers()):
        if wanted in reader.media_types:
            return reader
    if media_type is not None:
        known = ", ".join(dict.fromkeys(sniff.MEDIA_TYPES_BY_SHORT_NAME))
        raise UsageError(f"no reader takes the format {media_type!r}", where=label, hint=f"one of {known}")
    for reader in _third_party_readers():
        if reader.sniff(data, label):
            return reader
    raise _unsupported(label, kind)


def _third_party_readers() -> Iterable[Reader]:
    from importlib.metadata import entry_points

    for entry in sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda entry: entry.name):
        loaded = entry.load()
        yield loaded() if isinstance(loaded, type) else loaded


_TEXTUAL = frozenset({sniff.TEXT, sniff.MARKDOWN, sniff.HTML})
_BUILT_IN = _TEXTUAL | {sniff.PDF, sniff.DOCX, sniff.AKN}


def _refuse_other_content(label: str, kind: sniff.ContentKind, wanted: str) -> None:
    """Any text may be read as any kind of text; otherwise the content must be what was named."""
    if wanted not in _BUILT_IN or kind.media_type == wanted or {kind.media_type, wanted} <= _TEXTUAL:
        return
    raise UnsupportedFormatError(
        f"the content is {kind.name}, not what was named", where=label, hint="name its real format"
    )


_HINTS: dict[str, str] = {
    sniff.ENCRYPTED_OFFICE: "open it in Word with its password and save it without one",
    sniff.LEGACY_WORD: "open it in Word or LibreOffice and save it as .docx",
    sniff.WORD_XML: "open it in Word or LibreOffice and save it as .docx",
    sniff.WEB_ARCHIVE: "open it in Word or a browser and save it as .docx or .html",
    sniff.OTHER_XML: "export it as .docx, .html or plain text",
    "application/rtf": "open it in Word or LibreOffice and save it as .docx",
    "application/vnd.oasis.opendocument": "open it in LibreOffice and save it as .docx",
    "application/vnd.wordperfect": "open it in LibreOffice and save it as .docx",
    "application/vnd.apple.pages": "open it in Pages and export it as Word",
    "application/zip": "unpack it and name one draft in it",
    "image/jpeg": "a scan holds no characters: run text recognition and give the resulting PDF",
}
_HINTS.update(dict.fromkeys(("image/png", "image/gif", "image/tiff", "image/webp"), _HINTS["image/jpeg"]))


def _unsupported(label: str, kind: sniff.ContentKind) -> ReadError:
    if kind.media_type == sniff.ENCRYPTED_OFFICE:
        return ReadError(
            "the document is locked with a password", where=label, hint=_HINTS[sniff.ENCRYPTED_OFFICE]
        )
    return UnsupportedFormatError(
        f"this is {kind.name}, which cannot be read as a draft",
        where=label,
        hint=_HINTS.get(kind.media_type, "give a PDF, DOCX, HTML, Markdown or plain text file"),
    )


def _name_disagrees(label: str, kind: sniff.ContentKind) -> Diagnostic | None:
    ending = label.rpartition(".")[2].lower() if "." in label else ""
    named = sniff.MEDIA_TYPES_BY_SHORT_NAME.get(ending)
    if named is None or named == kind.media_type or {named, kind.media_type} <= _TEXTUAL:
        return None
    return Diagnostic("name_disagrees", "warning", f"the file is called .{ending} but is {kind.name}")
