"""HTML pages, one block for every paragraph, heading, list item or table cell.

Imported only when an HTML page is read, since it needs lxml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field, replace
from hashlib import sha256
from typing import Any, Literal

from lxml import etree
from lxml import html as lxml_html

from treatydiff.errors import ReadError
from treatydiff.model import Block, Diagnostic, Furniture, Note, Run, Source, SourceText
from treatydiff.model.progress import StepProgress
from treatydiff.patterns import pattern_of
from treatydiff.reading.decoding import decode_text, shown_characters
from treatydiff.reading.house_colour import without_house_colour
from treatydiff.reading.html.lists import item_labels
from treatydiff.reading.html.look import BLOCKS, NOT_SHOWN, Look, is_hidden, looked, visible_text
from treatydiff.reading.html.losses import PageLosses, take_changes
from treatydiff.reading.html.notes import find_notes
from treatydiff.reading.note_calls import set_apart
from treatydiff.reading.runs import trimmed_runs
from treatydiff.reading.sniff import HTML
from treatydiff.records import dataclass
from treatydiff.settings import Settings

_FURNITURE: dict[str, str] = {
    "nav": "html nav",
    "header": "html header",
    "footer": "html footer",
    "aside": "html aside",
    "form": "html form",
}
_ROLES: dict[str, str] = {
    "navigation": "html nav",
    "banner": "html header",
    "contentinfo": "html footer",
    "search": "html form",
    "complementary": "html aside",
}
_NAMES: dict[str, str] = {
    "header": "html header", "masthead": "html header", "site-header": "html header",
    "footer": "html footer", "site-footer": "html footer",
    "nav": "html nav", "navigation": "html nav", "navbar": "html nav", "menu": "html nav",
    "breadcrumb": "html nav", "breadcrumbs": "html nav", "sidebar": "html aside",
}  # fmt: skip
"""Ids by which older pages name what newer ones have elements for."""
_DECLARED = pattern_of(rb"<meta[^>]{1,500}?charset\s*+=\s*+[\"']?\s*+([\w-]+)", re.IGNORECASE)
_VALUE = pattern_of(rb"=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)")
_TAG = pattern_of(rb"<[A-Za-z](?:=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)|[^>=]++|=)*+")
"""A tag to its end, or to that of the page; a quotation mark counts behind "=" only, as in libxml2."""
_MOST_ATTRIBUTES = 10_000
"""Two attributes of one tag are compared each with each."""
_SPACE = pattern_of(r"[ \t\r\n\f]+")
_INDENT = 24.0
"""Points of indent for each level of list or quotation, about what browsers give."""


@dataclass(slots=True)
class _OpenElement:
    """The block under way."""

    runs: list[Run] = field(default_factory=list)
    look: Look = field(default_factory=Look)
    label: tuple[str, int] | None = None


def read_html(
    data: bytes, label: str, settings: Settings, progress: StepProgress | None = None
) -> SourceText:
    """Read an HTML page.

    Of marked changes (`<ins>`, `<del>`) one side is read. Numbers of ordered lists are resolved as a
    browser shows them. Navigation, page heads and feet are furniture; notes are those that a link with
    a note's address leads to.

    Args:
        data: the whole file.
        label: its name.
        settings: says which side of marked changes is read, and the cap on elements.
        progress: told once, at the end.

    Raises:
        ReadError: the page holds no text, or too many elements.
    """
    if data.count(b"<") > 2 * settings.max_xml_elements:
        raise ReadError(
            f"the page holds more than {settings.max_xml_elements} elements",
            where=label,
            hint="raise max_xml_elements in the settings if you trust it",
        )
    _refuse_crowded_tags(data, label)
    text, diagnostics = _decoded(data)
    try:
        page = _HtmlPage(text, label, settings.revisions)
        page.read()
    except RecursionError:
        raise ReadError(
            "the page is nested too deeply", where=label, hint="save it again from a browser"
        ) from None
    if not page.blocks:
        raise ReadError(
            "the page holds no text",
            where=label,
            hint="pages that are built by scripts or of frames must be saved from a browser",
        )
    if progress is not None:
        progress(1, 1)
    return SourceText(
        Source(label, sha256(data).hexdigest(), HTML),
        without_house_colour(tuple(page.blocks)),
        tuple(page.notes),
        tuple(page.furniture),
        (*diagnostics, *page.changes, *page.losses.diagnostics()),
    )


def _refuse_crowded_tags(data: bytes, label: str) -> None:
    """Refuse a page with so many attributes on a tag that libxml2 would compare them for minutes.

    Raises:
        ReadError: there is such a tag.
    """
    for tag in _TAG.finditer(data):
        if len(tag[0]) < _MOST_ATTRIBUTES:
            continue
        bare = _VALUE.sub(b"=v ", tag[0])
        if max(bare.count(b"="), len(bare.split())) > _MOST_ATTRIBUTES:
            raise ReadError(
                f"a tag of the page has more than {_MOST_ATTRIBUTES} attributes", where=label,
                hint="the page is damaged or hostile: save it again from a browser",
            )  # fmt: skip


def _decoded(data: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    declared = _DECLARED.search(data[:4096])
    if declared is not None and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(declared[1].decode("ascii")), ()
        except (LookupError, UnicodeDecodeError):
            pass
    return decode_text(data)


class _HtmlPage:
    """Walks the tree of one page."""

    def __init__(self, text: str, label: str, revisions: Literal["accept", "reject"]) -> None:
        parser = lxml_html.HTMLParser(
            encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
        )
        try:
            self._root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError, ValueError) as fault:
            if getattr(fault, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
                raise MemoryError from None
            raise ReadError(
                "the page holds no text", where=label, hint="check that it was saved whole"
            ) from None
        if any("depth" in fault.message.lower() for fault in parser.error_log):
            raise RecursionError
        self.losses = PageLosses()
        self.changes = tuple(take_changes(self._root, revisions))
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.furniture: list[Furniture] = []
        self._open = _OpenElement()
        self._tables = 0
        self._length = len(self._root.text_content())
        self._linked = find_notes(self._root)

    def read(self) -> None:
        """Read the whole page."""
        body = self._root.find("body")
        self._walk(self._root if body is None else body, Look())
        self._close()

    def _walk(self, element: Any, look: Look) -> None:
        tag = element.tag
        if not isinstance(tag, str) or is_hidden(element):
            return
        if tag in NOT_SHOWN:
            self.losses.meet(element)
            return
        if element in self._linked.holders:
            self._close()
            self._note(element)
            return
        rule = (
            _FURNITURE.get(tag)
            or _ROLES.get(element.get("role") or "")
            or _NAMES.get((element.get("id") or "").lower())
        )
        if rule is not None and not self._holds_text_of_its_own(element, tag):
            self._close()
            self._set_aside(element, rule)
            return
        self._element(element, tag, look)

    def _element(self, element: Any, tag: str, look: Look) -> None:
        look = looked(element, tag, look)
        is_block = tag in BLOCKS
        if is_block:
            self._close()
            self._open.look = look
        if tag == "br":
            self._break(look)
        elif element in self._linked.calls:
            words = _SPACE.sub(" ", element.text_content())
            self._open.runs.append(replace(look.run, text=words, note=self._linked.calls[element]))
        elif tag == "table":
            self._table(element, look)
        else:
            self._content(element, tag, look)
        if is_block:
            self._close()

    def _break(self, look: Look) -> None:
        """A line break; two in a row end the paragraph, as old pages have it."""
        if self._open.runs and self._open.runs[-1].text.rstrip(" ").endswith("\n") and not look.preformatted:
            self._close()
        elif self._open.runs:
            self._open.runs.append(replace(look.run, text="\n"))

    def _content(self, element: Any, tag: str, look: Look) -> None:
        self._text(element.text, look)
        labels = item_labels(element) if tag in ("ol", "ul") else {}
        for child in element:
            if child in labels:
                self._close()
                self._open.label = (labels[child], look.depth)
            self._walk(child, replace(look, depth=look.depth + 1) if tag in ("ol", "ul") else look)
            if child.tag in BLOCKS:
                self._open.look = look
            self._text(child.tail, look)

    def _table(self, table: Any, look: Look) -> None:
        number = self._tables
        self._tables += 1
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
        for caption in table.iterchildren("caption"):
            self._walk(caption, look)
        if len(rows) <= 1 and sum(len(row) for row in rows) <= 1:
            for row in rows:
                for cell in row:
                    self._walk(cell, look)
            return
        for row_number, row in enumerate(rows):
            column = 0
            for cell in row.iterchildren("td", "th"):
                self._walk(cell, replace(look, cell=(number, row_number, column)))
                span = cell.get("colspan") or "1"
                column += max(1, int(span)) if span.isascii() and span.isdigit() and len(span) < 4 else 1

    def _holds_text_of_its_own(self, element: Any, tag: str) -> bool:
        """Whether what calls itself a head or form is a heading's, or holds most of the page."""
        if tag == "nav":
            return False
        around = next(element.iterancestors("article", "section", "main"), None)
        if tag in ("header", "footer") and around is not None:
            return True
        return len(element.text_content()) > 0.5 * self._length

    def _set_aside(self, element: Any, rule: str) -> None:
        words = " ".join(visible_text(element).split())
        if words:
            self.furniture.append(Furniture(rule, words, None))

    def _note(self, element: Any) -> None:
        label = self._linked.holders[element]
        words = " ".join(visible_text(element).split())
        words = re.sub(rf"^[\[(]?{re.escape(label)}[\])]?[.:]?\s*(?:↑\s*)?", "", words)
        words = words.removesuffix("↩").removesuffix("↩︎").strip()
        self.notes.append(Note(label, words, None, "footnote"))

    def _text(self, text: str | None, look: Look) -> None:
        if not text:
            return
        shown = shown_characters(text)
        if not look.preformatted:
            shown = _SPACE.sub(" ", shown)
        if not self._open.runs:
            shown = shown.lstrip()
        elif self._open.runs[-1].text.endswith((" ", "\n")) and not look.preformatted:
            shown = shown.lstrip(" ")
        if shown:
            self._open.runs.append(replace(look.run, text=shown))

    def _close(self) -> None:
        """End the block under way, if it holds anything."""
        opened, label = self._open, self._open.label
        runs = set_apart(trimmed_runs(opened.runs))
        if not any(run.text.strip() for run in runs):
            self._open = _OpenElement(look=opened.look, label=label)
            return
        look = opened.look
        for line in filter(None, _split_lines(runs) if look.preformatted else (runs,)):
            self.blocks.append(
                Block(
                    index=len(self.blocks),
                    runs=line,
                    style=look.style,
                    number="" if label is None else label[0],
                    level=None if label is None else label[1],
                    x0=look.depth * _INDENT,
                    centred=look.centred,
                    starts_paragraph=None if look.preformatted else True,
                    cell=look.cell,
                )
            )
            label = None
        self._open = _OpenElement(look=look)


def _split_lines(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """Preformatted text, line by line."""
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(replace(run, text=first))
        for other in others:
            yield trimmed_runs(line)
            line = [replace(run, text=other)]
    yield trimmed_runs(line)
