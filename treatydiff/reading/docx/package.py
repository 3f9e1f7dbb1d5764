"""A Word package is checked against caps and tricks, then opened by python-docx.

Imported only when a Word document is read, since it needs lxml and python-docx.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from io import BytesIO
from typing import Any

from docx.opc.exceptions import OpcError
from docx.package import Package
from lxml import etree

from treatydiff.errors import ReadError
from treatydiff.settings import Settings

_MIB = 1024 * 1024
_MAX_MEMBERS = 20_000
_LEAST_BOMB = 4 * _MIB
"""Members smaller than this are no bombs, however well they compress."""

_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = b"http://schemas.openxmlformats.org/"
_STRICT_NAMES: tuple[tuple[bytes, bytes], ...] = tuple(
    (_STRICT + strict, _USUAL + usual)
    for strict, usual in (
        (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
        (b"officeDocument/relationships/extendedProperties",
         b"officeDocument/2006/relationships/extended-properties"),
        (b"officeDocument/relationships/customProperties",
         b"officeDocument/2006/relationships/custom-properties"),
        (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
        (b"officeDocument/extendedProperties", b"officeDocument/2006/extended-properties"),
        (b"officeDocument/customProperties", b"officeDocument/2006/custom-properties"),
        (b"officeDocument/docPropsVTypes", b"officeDocument/2006/docPropsVTypes"),
        (b"officeDocument/customXml", b"officeDocument/2006/customXml"),
        (b"officeDocument/bibliography", b"officeDocument/2006/bibliography"),
        (b"officeDocument/math", b"officeDocument/2006/math"),
        (b"schemaLibrary/main", b"schemaLibrary/2006/main"),
        (b"drawingml/", b"drawingml/2006/"),
    )
)  # fmt: skip
"""Names of the strict variety of the format, and those of the usual one (ISO/IEC 29500, parts 1 and 4)."""

_FORBIDDEN = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)

DAMAGED_HINT = "open it in Word, let Word repair it, and save it again"


def open_main_part(data: bytes, label: str, settings: Settings) -> Any:
    """The main document part of a Word package, opened by python-docx.

    Only XML is handed on: pictures and embedded files are never unpacked, and relationships to
    parts that are missing, which real files have, are dropped.

    Args:
        data: the whole file.
        label: its name, for errors.
        settings: caps on unpacked size, compression ratio and number of XML elements.

    Raises:
        ReadError: the package is damaged, locked, without a main text, or beyond a cap.
    """
    members = _read_members(data, label, settings)
    _check_xml(members, label, settings)
    try:
        package = Package.open(BytesIO(_repacked(members)))
        return package.main_document_part
    except KeyError:
        raise ReadError(
            "the Word document has no main text (word/document.xml)", where=label, hint=DAMAGED_HINT
        ) from None
    except (OpcError, etree.LxmlError, ValueError, AttributeError, TypeError, IndexError) as fault:
        raise _damage(fault, "the Word document", label) from None


def parse_part(part: Any, label: str) -> Any:
    """The root element of a part's XML.

    Args:
        part: a part of python-docx.
        label: name of the file, for errors.

    Raises:
        ReadError: the XML is broken.
    """
    element = getattr(part, "element", None)
    if element is not None:
        return element
    try:
        return etree.fromstring(part.blob, _parser())
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise _damage(fault, f"{part.partname} of the Word document", label) from None


def _parser() -> Any:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _damage(fault: BaseException, what: str, label: str) -> ReadError:
    """Broken XML, or XML nested deeper than its parser follows.

    Raises:
        MemoryError: the parser, which says so in its own way, had no memory left.
    """
    if getattr(fault, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
        raise MemoryError
    if "Excessive depth" in str(fault):
        return ReadError(
            "the document is nested too deeply",
            where=label,
            hint="this is no ordinary draft; save it as text",
        )
    return ReadError(f"{what} is damaged ({_one_line(fault)})", where=label, hint=DAMAGED_HINT)


def _one_line(fault: BaseException) -> str:
    return str(fault).strip().partition("\n")[0][:160] or type(fault).__name__


def _read_members(data: bytes, label: str, settings: Settings) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return _wanted_members(package, label, settings)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as fault:
        raise ReadError(
            f"the Word document is cut off or damaged ({_one_line(fault)})",
            where=label,
            hint="download or copy it again",
        ) from None


def _wanted_members(package: zipfile.ZipFile, label: str, settings: Settings) -> dict[str, bytes]:
    infos = package.infolist()
    if len(infos) > _MAX_MEMBERS:
        raise _beyond_cap(f"the package holds {len(infos)} files", label, "")
    room = settings.max_unpacked_mib * _MIB
    members: dict[str, bytes] = {}
    for info in infos:
        name = info.filename.lstrip("/")
        if not name.endswith((".xml", ".rels")) or name.startswith(("customXml/", "docProps/")):
            continue
        if info.flag_bits & 0x1:
            raise ReadError(
                "the document is locked with a password",
                where=label,
                hint="save it without a password",
            )
        if info.file_size > settings.max_compression_ratio * max(1, info.compress_size) and (
            info.file_size > _LEAST_BOMB
        ):
            raise _beyond_cap(
                f"{name} is packed more than {settings.max_compression_ratio} to 1",
                label,
                "max_compression_ratio",
            )
        with package.open(info) as member:
            content = member.read(room + 1)
        room -= len(content)
        if room < 0:
            raise _beyond_cap(
                f"the document unpacks to more than {settings.max_unpacked_mib} MiB",
                label,
                "max_unpacked_mib",
            )
        members[name] = content
    return members


def _beyond_cap(what: str, label: str, setting: str) -> ReadError:
    hint = f"raise {setting} in the settings if you trust it" if setting else "this is no ordinary draft"
    return ReadError(what, where=label, hint=hint)


def _check_xml(members: dict[str, bytes], label: str, settings: Settings) -> None:
    elements = 0
    for name, content in members.items():
        if any(word in content for word in _FORBIDDEN):
            raise ReadError(
                f"{name} declares a document type, which Word documents never do",
                where=label,
                hint="this may be an attack; ask for a clean copy",
            )
        elements += content.count(b"<")
        if elements > 2 * settings.max_xml_elements:
            raise _beyond_cap(
                f"the document holds more than {settings.max_xml_elements} elements",
                label,
                "max_xml_elements",
            )


def _repacked(members: dict[str, bytes]) -> bytes:
    """The checked members as a package of their own, uncompressed."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for name, content in members.items():
            usual = usual_names(content)
            kept = _without_dangling(name, usual, members) if name.endswith(".rels") else usual
            package.writestr(zipfile.ZipInfo(name), kept)
    return buffer.getvalue()


def usual_names(content: bytes) -> bytes:
    """A part of the strict variety with the names of the usual one; any other as it is.

    Args:
        content: of the part.
    """
    if _STRICT not in content:
        return content
    for strict, usual in _STRICT_NAMES:
        content = content.replace(strict, usual)
    return content


def _without_dangling(name: str, content: bytes, members: dict[str, bytes]) -> bytes:
    """Relationships of one part, without those whose target was not kept."""
    folder = posixpath.dirname(posixpath.dirname(name))
    root = etree.fromstring(content, _parser())
    for relationship in list(root):
        if not isinstance(relationship.tag, str) or relationship.get("TargetMode") == "External":
            continue
        target = relationship.get("Target", "").partition("#")[0]
        place = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        if posixpath.normpath(place) not in members:
            root.remove(relationship)
    serialised: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return serialised
