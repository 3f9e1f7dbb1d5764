"""What a file really is, judged by its content; its name only tells kinds of plain text apart."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
ENCRYPTED_OFFICE = "application/x-encrypted-office"
LEGACY_WORD = "application/msword"
WORD_XML = "application/msword+xml"
AKN = "application/akn+xml"
OTHER_XML = "application/xml"
WEB_ARCHIVE = "multipart/related"
UNKNOWN = "application/octet-stream"

MEDIA_TYPES_BY_SHORT_NAME: dict[str, str] = {
    "pdf": PDF,
    "docx": DOCX,
    "txt": TEXT,
    "text": TEXT,
    "md": MARKDOWN,
    "markdown": MARKDOWN,
    "html": HTML,
    "htm": HTML,
    "akn": AKN,
}
"""What `--stdin-format` and file name endings may say."""


@dataclass(frozen=True, slots=True)
class ContentKind:
    """A kind of content: its media type and what to call it in a message ("a JPEG image")."""

    media_type: str
    name: str


_SIGNATURES: tuple[tuple[int, bytes, ContentKind], ...] = (
    (0, b"\xff\xd8\xff", ContentKind("image/jpeg", "a JPEG image")),
    (0, b"\x89PNG\r\n\x1a\n", ContentKind("image/png", "a PNG image")),
    (0, b"GIF8", ContentKind("image/gif", "a GIF image")),
    (0, b"II*\x00", ContentKind("image/tiff", "a TIFF image")),
    (0, b"MM\x00*", ContentKind("image/tiff", "a TIFF image")),
    (8, b"WEBP", ContentKind("image/webp", "a WebP image")),
    (4, b"ftyp", ContentKind("video/mp4", "an image or video in an MP4 container")),
    (0, b"AT&TFORM", ContentKind("image/vnd.djvu", "a DjVu document")),
    (0, b"{\\rtf", ContentKind("application/rtf", "an RTF document")),
    (0, b"%!PS", ContentKind("application/postscript", "a PostScript file")),
    (0, b"\x1f\x8b", ContentKind("application/gzip", "a gzip archive")),
    (0, b"BZh", ContentKind("application/x-bzip2", "a bzip2 archive")),
    (0, b"\xfd7zXZ\x00", ContentKind("application/x-xz", "an xz archive")),
    (0, b"7z\xbc\xaf\x27\x1c", ContentKind("application/x-7z-compressed", "a 7z archive")),
    (0, b"Rar!\x1a\x07", ContentKind("application/vnd.rar", "a RAR archive")),
    (0, b"\x7fELF", ContentKind("application/x-elf", "a program")),
    (0, b"MZ\x90\x00", ContentKind("application/x-msdownload", "a Windows program")),
    (0, b"SQLite format 3\x00", ContentKind("application/vnd.sqlite3", "an SQLite database")),
    (0, b"\xffWPC", ContentKind("application/vnd.wordperfect", "a WordPerfect document")),
)

_PACKAGE_KINDS: tuple[tuple[str, ContentKind], ...] = (
    ("word/", ContentKind(DOCX, "a Word document")),
    ("xl/", ContentKind("application/vnd.ms-excel", "an Excel workbook")),
    ("ppt/", ContentKind("application/vnd.ms-powerpoint", "a PowerPoint presentation")),
    ("content.xml", ContentKind("application/vnd.oasis.opendocument", "an OpenDocument file")),
    ("META-INF/container.xml", ContentKind("application/epub+zip", "an EPUB book")),
    ("Index/Document.iwa", ContentKind("application/vnd.apple.pages", "a Pages document")),
)
"""First members of a ZIP package that tell its kind."""

_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UNICODE_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML_START = pattern_of(
    rb"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_XML_START = pattern_of(rb"(?:\xef\xbb\xbf)?<\?xml\s[^>]{0,200}\?>\s{0,200}<")
_HTML_TAG = pattern_of(rb"</(?:p|div|span|table|h[1-6]|li|body)\s*>", re.I)
_SNIFFED = 4096
_XML_KINDS: tuple[tuple[bytes, ContentKind], ...] = (
    (b"akomaNtoso", ContentKind(AKN, "an Akoma Ntoso document")),
    (b"http://schemas.microsoft.com/office/word/2003/wordml", ContentKind(WORD_XML, "XML of Word 2003")),
    (
        b"http://schemas.microsoft.com/office/2006/xmlPackage",
        ContentKind(WORD_XML, "a Word document as flat XML"),
    ),
    (
        b"<office:document",
        ContentKind("application/vnd.oasis.opendocument", "flat OpenDocument XML"),
    ),
)
"""Namespaces and elements near the start of XML files that tell their kind."""
_MAIL_HEAD = pattern_of(rb"\s*(?:[A-Za-z][A-Za-z-]{1,40}:[^\r\n]{0,998}(?:\r?\n|$))")
_IN_PARTS = pattern_of(rb"^Content-Type:\s{0,20}multipart/related", re.I | re.M)
_CONTROL_BYTES = bytes(set(range(32)) - {0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B, 0x1C, 0x1D, 0x1E})


def sniff_content(data: bytes, label: str) -> ContentKind:
    """The kind of content that some bytes are.

    Args:
        data: the whole file.
        label: its name; only its ending is looked at, and only for kinds of plain text.
    """
    if b"%PDF-" in data[:1024]:
        return ContentKind(PDF, "a PDF document")
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _package_kind(data)
    if data.startswith(_OLE_SIGNATURE):
        return _compound_file_kind(data)
    for offset, signature, kind in _SIGNATURES:
        if data.startswith(signature, offset):
            return kind
    if not _looks_like_text(data):
        return ContentKind(UNKNOWN, "binary data of an unknown kind")
    return _text_kind(data, label)


def _package_kind(data: bytes) -> ContentKind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = package.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        # A package cut off in transit has lost its directory, which stands at the end.
        if b"word/" in data or b"[Content_Types].xml" in data[:4096]:
            return ContentKind(DOCX, "a damaged Word document")
        return ContentKind("application/zip", "a damaged ZIP archive")
    for start, kind in _PACKAGE_KINDS:
        if any(name.startswith(start) for name in names):
            return kind
    if "[Content_Types].xml" in names:
        return ContentKind(DOCX, "an Office package")
    return ContentKind("application/zip", "a ZIP archive")


def _compound_file_kind(data: bytes) -> ContentKind:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return ContentKind(ENCRYPTED_OFFICE, "an Office document locked with a password")
    if "WordDocument".encode("utf-16-le") in data:
        return ContentKind(LEGACY_WORD, "a Word document of the old .doc format")
    return ContentKind("application/x-ole-storage", "an Office document of an old format")


def _looks_like_text(data: bytes) -> bool:
    if data.startswith(_UNICODE_MARKS):
        return True
    sample = data[:65536]
    zeros = sample.count(0)
    if zeros:
        # UTF-16 without a mark: about every other byte of Latin text is zero, always on one side.
        return zeros > len(sample) * 0.3 and 0 in (sample[0::2].count(0), sample[1::2].count(0))
    control = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    return control <= len(sample) * 0.002 or _is_utf8(sample)


def _is_utf8(sample: bytes) -> bool:
    """Whether bytes are UTF-8, up to a character cut off at the end, and longer than chance allows."""
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as fault:
        return fault.reason == "unexpected end of data" and fault.start >= 64
    return len(sample) >= 64


def _foreign_kind(data: bytes) -> ContentKind | None:
    """What is written in characters but is no text of a draft: Word's own XML, a web archive, other XML."""
    start = data[:_SNIFFED].removeprefix(b"\xef\xbb\xbf")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = data[:_SNIFFED].decode("utf-16", "ignore").encode("utf-8", "replace")
    if _MAIL_HEAD.match(start) and _IN_PARTS.search(start):
        return ContentKind(WEB_ARCHIVE, "a web archive (MHT)")
    if not start.lstrip().startswith(b"<"):
        return None
    for sign, kind in _XML_KINDS:
        if sign in start:
            return kind
    return None


def _text_kind(data: bytes, label: str) -> ContentKind:
    foreign = _foreign_kind(data)
    if foreign is not None:
        return foreign
    ending = label.rpartition(".")[2].lower() if "." in label else ""
    if _HTML_START.match(data[:4096].removeprefix(b"\xef\xbb\xbf")):
        return ContentKind(HTML, "an HTML page")
    if MEDIA_TYPES_BY_SHORT_NAME.get(ending) == HTML and _HTML_TAG.search(data):
        return ContentKind(HTML, "an HTML page")
    if _XML_START.match(data):
        return ContentKind(OTHER_XML, "XML of a kind that is not known here")
    if MEDIA_TYPES_BY_SHORT_NAME.get(ending) == MARKDOWN:
        return ContentKind(MARKDOWN, "a Markdown text")
    return ContentKind(TEXT, "a plain text")
