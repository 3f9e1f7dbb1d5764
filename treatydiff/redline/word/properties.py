"""What a Word file says of itself: when it was saved, which drafts it compares, who worked on it.

Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from lxml import etree

from treatydiff.model import Source
from treatydiff.patterns import pattern_of
from treatydiff.reading.docx.styles import W
from treatydiff.redline.word.package import OFFICE, WordPackage
from treatydiff.report.kit.cards import TOOL

_CORE, _APP, _CUSTOM = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_MOMENT = pattern_of(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
_PERSONS = frozenset({"creator", "lastModifiedBy", "manager"})
_HOUSE = frozenset({"Manager", "Company", "HyperlinkBase", "Template"})
"""What the file says of the house that it was made in; a template may be named by its place on a server."""
_NO_HOUSE = frozenset({"Normal", "Normal.dot", "Normal.dotm"})
_COMMENT_PIECES = ("commentRangeStart", "commentRangeEnd", "commentReference")


def modified(package: WordPackage) -> str:
    """When the file says that it was last saved, ISO 8601 with "Z"; empty where it does not.

    Args:
        package: the file.
    """
    if _CORE not in package.members:
        return ""
    for each in package.root(_CORE):
        if isinstance(each.tag, str) and etree.QName(each).localname == "modified":
            return each.text if _MOMENT.fullmatch(each.text or "") else ""
    return ""


def note_hashes(package: WordPackage, compared: Mapping[str, Source]) -> None:
    """Say in the file's own properties which bytes were compared, and with what.

    Args:
        package: the file.
        compared: the drafts by what they are called: "A" and "B".
    """
    if _CUSTOM not in package.members:
        empty = f'<Properties xmlns="{_CUSTOM_NAMESPACE}" xmlns:vt="{_VALUES}"/>'.encode()
        package.add(_CUSTOM, empty, _CUSTOM_TYPE)
        package.relate("", f"{OFFICE}/custom-properties", _CUSTOM)
    root = package.root(_CUSTOM)
    said = {"treatydiff": TOOL}
    said |= {f"treatydiff {name}": f"{each.label} sha256 {each.sha256}" for name, each in compared.items()}
    for each in [each for each in root if each.get("name") in said]:
        root.remove(each)
    first = max([1, *(int(each.get("pid", "1")) for each in root)]) + 1
    for number, (name, value) in enumerate(said.items(), start=first):
        own = etree.SubElement(root, f"{{{_CUSTOM_NAMESPACE}}}property")
        own.set("fmtid", _FORMAT)
        own.set("pid", str(number))
        own.set("name", name)
        etree.SubElement(own, f"{{{_VALUES}}}lpwstr").text = value


def left_inside(package: WordPackage) -> tuple[str, ...]:
    """What a file tells of who made it, in words: persons, comments, marks of editing sessions, custom XML.

    Args:
        package: the file.
    """
    found: list[str] = []
    persons = sorted({each.text for each in _persons(package) if each.text})
    if persons:
        found.append(f"named in its properties: {', '.join(persons)}")
    house = sorted({f"{etree.QName(each).localname} {each.text}" for each in _house(package)})
    if house:
        found.append(f"of the house that it was made in: {', '.join(house)}")
    comments = package.related("comments")
    if comments is not None and len(comments):
        authors = sorted({each.get(W + "author", "") for each in comments} - {""})
        found.append(f"{len(comments)} comments by {', '.join(authors) or 'nobody named'}")
    parts = (root.iter(etree.Element) for root in package.word_parts())
    sessions = sum(1 for part in parts for each in part for name in each.attrib if _is_session(name))
    if sessions:
        found.append(f"{sessions} marks of editing sessions")
    own = [name for name in package.members if name.startswith("customXml/") and name.endswith(".xml")]
    if own:
        found.append(f"{len(own)} parts of custom XML")
    return tuple(found)


def scrub(package: WordPackage) -> None:
    """Take out who made the file: persons, house, template, comments, marks of sessions, custom XML.

    Args:
        package: the file.
    """
    for each in (*_persons(package), *_house(package)):
        each.text = ""
    for root in package.word_parts():
        for each in root.iter(etree.Element):
            for name in [name for name in each.attrib if _is_session(name)]:
                del each.attrib[name]
    for each in list(package.main.iter(*(W + name for name in _COMMENT_PIECES))):
        each.getparent().remove(each)
    settings = package.related("settings")
    if settings is not None:
        for name in ("rsids", "attachedTemplate"):
            for each in settings.findall(W + name):
                settings.remove(each)
        package.unrelate("settings", "attachedTemplate")
    bound = list(package.main.iter(W + "dataBinding"))
    for each in bound:
        each.getparent().remove(each)
    for name in [name for name in package.members if _holds_persons(name)]:
        package.remove(name)


def _holds_persons(name: str) -> bool:
    return (
        name.startswith("customXml/") or re.fullmatch(r"word/(?:comments\w*|people)\.xml", name) is not None
    )


def _is_session(name: str) -> bool:
    return name.startswith(W + "rsid")


def _persons(package: WordPackage) -> list[Any]:
    return _named(package, _CORE, _PERSONS)


def _house(package: WordPackage) -> list[Any]:
    return [each for each in _named(package, _APP, _HOUSE) if each.text and each.text not in _NO_HOUSE]


def _named(package: WordPackage, part: str, names: Collection[str]) -> list[Any]:
    if part not in package.members:
        return []
    found = (each for each in package.root(part) if isinstance(each.tag, str))
    return [each for each in found if etree.QName(each).localname in names]
