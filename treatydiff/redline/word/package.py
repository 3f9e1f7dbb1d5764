"""A Word file as its parts: opened whole, changed in place, written with everything else as it was.

Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from typing import Any

from lxml import etree

from treatydiff.errors import ReadError
from treatydiff.reading.docx.package import usual_names
from treatydiff.reading.docx.styles import W_NAMESPACE, W
from treatydiff.report.kit.word_package import zipped
from treatydiff.settings import Settings

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MIB = 1024 * 1024
NOTE_PARTS = ("footnotes", "endnotes")


class WordPackage:
    """The parts of one Word file.

    Args:
        data: the whole file.
        label: its name, for errors.
        settings: caps against hostile files.

    Raises:
        ReadError: it is damaged, beyond a cap, or of a variety that is not known.

    A file of the strict variety is opened as one of the usual variety; `was_strict` tells.
    """

    def __init__(self, data: bytes, label: str, settings: Settings) -> None:
        self.label = label
        try:
            with zipfile.ZipFile(BytesIO(data)) as packed:
                if sum(entry.file_size for entry in packed.infolist()) > settings.max_unpacked_mib * _MIB:
                    raise ReadError(
                        f"the document unpacks to more than {settings.max_unpacked_mib} MiB",
                        where=label,
                        hint="raise max_unpacked_mib in the settings if you trust it",
                    )
                names = [entry.filename for entry in packed.infolist() if not entry.is_dir()]
                self.members = {name: packed.read(name) for name in names}
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as fault:
            raise ReadError(f"the Word document is damaged ({fault})", where=label) from None
        usual = {
            name: usual_names(content)
            for name, content in self.members.items()
            if name.endswith((".xml", ".rels"))
        }
        self.was_strict = any(self.members[name] is not content for name, content in usual.items())
        self.members |= usual
        self._roots: dict[str, Any] = {}
        self.main_name = self._target("", "officeDocument") or ""
        if self.main_name not in self.members or self.main.tag != f"{W}document":
            raise ReadError("the Word document is of a variety that cannot be marked", where=label)
        self.main.attrib.pop(f"{W}conformance", None)

    @property
    def main(self) -> Any:
        """The w:document element."""
        return self.root(self.main_name)

    @property
    def body(self) -> Any:
        """The w:body element."""
        return self.main.find(W + "body")

    def written_parts(self) -> list[Any]:
        """The roots of the parts that a redline writes in: text, notes, styles, lists; those there are."""
        kinds = (*NOTE_PARTS, "styles", "numbering")
        return [self.main, *(root for root in map(self.related, kinds) if root is not None)]

    def word_parts(self) -> list[Any]:
        """The roots of Word's own parts that were opened or bear marks of editing sessions."""
        folder = posixpath.dirname(self.main_name)
        names = [name for name in self.members if name.startswith(f"{folder}/") and name.endswith(".xml")]
        return [self.root(name) for name in names if name in self._roots or b":rsid" in self.members[name]]

    def root(self, name: str) -> Any:
        """The root element of a part; what is changed in it is written.

        Args:
            name: of the part in the package.
        """
        if name not in self._roots:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            try:
                self._roots[name] = etree.fromstring(self.members[name], parser)
            except (etree.XMLSyntaxError, ValueError) as fault:
                raise ReadError(
                    f"{name} of the Word document is damaged ({fault})", where=self.label
                ) from None
        return self._roots[name]

    def related(self, kind: str) -> Any:
        """The root of the part that the main part names by a relationship, or None.

        Args:
            kind: end of the relationship's type: "styles", "numbering", "footnotes".
        """
        name = self._target(self.main_name, kind)
        return self.root(name) if name in self.members else None

    def with_related(self, kind: str) -> Any:
        """As `related`, but the part is made where the file has none.

        Args:
            kind: "styles", "numbering", "footnotes", "endnotes", "comments" or "settings".
        """
        found = self.related(kind)
        if found is not None:
            return found
        name = posixpath.join(posixpath.dirname(self.main_name), f"{kind}.xml")
        root = etree.Element(W + kind, nsmap={"w": W_NAMESPACE})
        if kind in ("footnotes", "endnotes"):
            for number, sign in ((-1, "separator"), (0, "continuationSeparator")):
                note = etree.SubElement(root, W + kind[:-1])
                note.set(W + "type", sign)
                note.set(W + "id", str(number))
                etree.SubElement(etree.SubElement(etree.SubElement(note, W + "p"), W + "r"), W + sign)
        self.add(name, b"", f"{_WORD}.{kind}+xml")
        self._roots[name] = root
        self.relate(self.main_name, f"{OFFICE}/{kind}", f"{kind}.xml")
        return root

    def add(self, name: str, content: bytes, media_type: str) -> None:
        """Add a part, or replace one.

        Args:
            name: of the part in the package.
            content: its bytes.
            media_type: of the part.
        """
        self.members[name] = content
        self._roots.pop(name, None)
        types = self.root("[Content_Types].xml")
        if not any(each.get("PartName") == f"/{name}" for each in types):
            override = etree.SubElement(types, f"{{{_TYPES}}}Override")
            override.set("PartName", f"/{name}")
            override.set("ContentType", media_type)

    def relate(self, source: str, kind: str, target: str) -> str:
        """Add a relationship; its id.

        Args:
            source: name of the part that it is of, "" for the package.
            kind: the whole type.
            target: what it leads to, seen from the source.
        """
        name = _relations_of(source)
        if name not in self.members:
            self.members[name] = f'<Relationships xmlns="{_RELATIONS}"/>'.encode()
        root = self.root(name)
        taken = {each.get("Id") for each in root}
        new = next(f"rIdT{n}" for n in range(1, len(taken) + 2) if f"rIdT{n}" not in taken)
        relation = etree.SubElement(root, f"{{{_RELATIONS}}}Relationship")
        relation.set("Id", new)
        relation.set("Type", kind)
        relation.set("Target", target)
        return new

    def unrelate(self, source: str, kind: str) -> None:
        """Take the relationships of one type away from a part that the main part names.

        Args:
            source: end of the type by which the main part names it: "settings".
            kind: end of the type of what is taken away: "attachedTemplate".
        """
        relations = _relations_of(self._target(self.main_name, source) or "-")
        if relations in self.members:
            root = self.root(relations)
            for each in [each for each in root if each.get("Type", "").endswith(f"/{kind}")]:
                root.remove(each)

    def remove(self, name: str) -> None:
        """Take a part out, with what names it.

        Args:
            name: of the part in the package.
        """
        self.members.pop(name, None)
        self._roots.pop(name, None)
        types = self.root("[Content_Types].xml")
        for each in [each for each in types if each.get("PartName") == f"/{name}"]:
            types.remove(each)
        for relations in [each for each in self.members if each.endswith(".rels")]:
            source = posixpath.dirname(posixpath.dirname(relations))
            root = self.root(relations)
            for each in [each for each in root if _place(source, each.get("Target", "")) == name]:
                root.remove(each)

    def data(self, settled: Callable[[Any], object] | None = None) -> bytes:
        """The file: what was opened and changed anew, everything else as it was.

        Args:
            settled: changes a copy of the main part and of the notes before they are written.
        """
        roots = dict(self._roots)
        if settled is not None:
            for name in (self.main_name, *(self._target(self.main_name, each) for each in NOTE_PARTS)):
                if name in self.members:
                    roots[name] = deepcopy(self.root(name))
                    settled(roots[name])
        written = {
            name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, root in roots.items()
        }
        return zipped((name, written.get(name, content)) for name, content in self.members.items())

    def _target(self, source: str, kind: str) -> str | None:
        name = _relations_of(source)
        if name not in self.members:
            return None
        for each in self.root(name):
            if each.get("Type", "").endswith(f"/{kind}") and each.get("TargetMode") != "External":
                return _place(posixpath.dirname(source), each.get("Target", ""))
        return None


def _relations_of(source: str) -> str:
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _place(folder: str, target: str) -> str:
    return posixpath.normpath(
        target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
    )
