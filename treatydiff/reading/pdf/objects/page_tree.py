"""The pages that the tree of a PDF names, those that the file lacks among them.

pdfminer passes over what it cannot find, so that a damaged file reads as a shorter one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFXRefFallback
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, list_value, resolve1
from pdfminer.psexceptions import PSException

from treatydiff.reading.pdf.objects.found_objects import FoundObjects
from treatydiff.records import dataclass

_INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")
_FAULTS = (PSException, AssertionError, AttributeError, LookupError, TypeError, ValueError)

Attributes = Mapping[str, Any]


@dataclass(slots=True)
class PageTree:
    """The leaves of a tree in order; None for a page that the tree names and the file lacks.

    `stated` is the number of pages that the tree itself gives; `flat` is set where there is no tree
    and the pages stand in the order of their objects; `rebuilt` where the table of objects is not
    the file's own.
    """

    leaves: list[tuple[object, dict[str, Any]] | None] = field(default_factory=list)
    stated: int = 0
    flat: bool = False
    rebuilt: bool = False

    @property
    def unfound(self) -> int:
        """How many pages the tree states beyond those that it names."""
        return max(0, self.stated - len(self.leaves))


def page_tree(document: PDFDocument, parser: PDFParser, most: int) -> PageTree:
    """The pages of a document.

    Objects that the file's table does not lead to are looked for in the whole file.

    Args:
        document: an opened PDF.
        parser: the parser that it was opened with.
        most: no more than this number of pages and one are looked for.
    """
    rebuilt = any(isinstance(xref, PDFXRefFallback) for xref in document.xrefs)
    tree = _walked(document, most)
    if not rebuilt and (not tree.leaves or None in tree.leaves):
        found = FoundObjects()
        found.load(parser)
        document.xrefs.append(found)
        again = _walked(document, most)
        if sum(leaf is not None for leaf in again.leaves) > sum(leaf is not None for leaf in tree.leaves):
            tree, rebuilt = again, True
    if all(leaf is None for leaf in tree.leaves):
        tree = PageTree(stated=tree.stated, flat=True)
        known: dict[object, dict[str, Any]] = {}
        for page in PDFPage.create_pages(document):
            known.setdefault(page.pageid, dict(page.attrs))
            if len(known) > most:
                break
        tree.leaves.extend(known.items())
    tree.rebuilt = rebuilt
    return tree


def _walked(document: PDFDocument, most: int) -> PageTree:
    tree = PageTree()
    root = document.catalog.get("Pages")
    if root is None:
        return tree
    visited: set[object] = set()
    repeated = 0
    # Nodes that wait, the next one last: what stands in the tree, what it inherits, the pages it stands for.
    waiting: list[tuple[Any, Attributes, int]] = [(root, document.catalog, 1)]
    while waiting and len(tree.leaves) <= most:
        node, inherited, pages = waiting.pop()
        objid = getattr(node, "objid", None)
        if objid is not None and objid in visited:
            repeated += pages
            continue
        visited.add(objid)
        found = _dictionary(node)
        if found is None:
            tree.leaves.extend([None] * min(pages, most + 1 - len(tree.leaves)))
            continue
        found = {key: inherited[key] for key in _INHERITED if key in inherited} | found
        if "Kids" in found:
            waiting += [(kid, found, count) for kid, count in reversed(list(_kids(found)))]
        elif node is not root:
            tree.leaves.append((objid, found))
    if not waiting:
        tree.stated = max(0, _count(_dictionary(root) or {}) - repeated)
    return tree


def _kids(node: Attributes) -> Iterator[tuple[Any, int]]:
    """The nodes below one, each with the number of pages that it stands for."""
    try:
        kids = list_value(node["Kids"])
    except _FAULTS:
        kids = [None]
    found = [_dictionary(kid) for kid in kids]
    counts = [1 if each is None or "Kids" not in each else _count(each) for each in found]
    lost = [at for at, each in enumerate(found) if each is None]
    if len(lost) == 1:
        counts[lost[0]] = max(1, _count(node) - sum(counts) + 1)
    return zip(kids, counts, strict=True)


def _count(node: Attributes) -> int:
    try:
        count = resolve1(node.get("Count"))
    except _FAULTS:
        return 0
    return count if isinstance(count, int) and count > 0 else 0


def _dictionary(node: Any) -> dict[str, Any] | None:
    """What a node of the tree says, or None where the file does not hold it."""
    try:
        found = resolve1(node) if isinstance(node, PDFObjRef) else node
    except _FAULTS:
        return None
    return found if isinstance(found, dict) else None
