"""Akoma Ntoso documents, above all those that `-f akn` writes: one block for a heading or paragraph of text.

Imported only when such a document is read, since it needs lxml.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from lxml import etree

from treatydiff.errors import ReadError
from treatydiff.model import Block, Note, Run, Source, SourceText
from treatydiff.model.progress import StepProgress
from treatydiff.reading.decoding import shown_characters
from treatydiff.reading.runs import trimmed_runs
from treatydiff.reading.sniff import AKN
from treatydiff.settings import Settings

_HEADED = frozenset(
    ("part", "title", "chapter", "section", "subsection", "article", "rule", "attachment", "book", "tome")
)
"""Elements whose number and heading stand on lines of their own; the number of others begins a line."""
_NOT_TEXT = frozenset(("toc", "authorialNote"))
_FORBIDDEN = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)


def read_akn(data: bytes, label: str, settings: Settings, progress: StepProgress | None = None) -> SourceText:
    """Read an Akoma Ntoso document.

    Args:
        data: the whole file.
        label: its name.
        settings: holds the cap on elements.
        progress: told once, at the end.

    Raises:
        ReadError: the document is damaged, holds no text, or too many elements.
    """
    if any(word in data for word in _FORBIDDEN):
        raise ReadError(
            "the document declares a document type",
            where=label,
            hint="this may be an attack; ask for a clean copy",
        )
    if data.count(b"<") > 2 * settings.max_xml_elements:
        raise ReadError(
            f"the document holds more than {settings.max_xml_elements} elements",
            where=label,
            hint="raise max_xml_elements in the settings if you trust it",
        )
    try:
        root = etree.fromstring(
            data,
            etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True),
        )
    except (etree.XMLSyntaxError, ValueError) as fault:
        if getattr(fault, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from None
        reason = str(fault).partition("\n")[0][:160]
        raise ReadError(
            f"the document is damaged ({reason})", where=label, hint="write it again with -f akn"
        ) from None
    document = _AknDocument()
    document.walk(root)
    if not document.blocks:
        raise ReadError("the document holds no text", where=label, hint="check that it was saved whole")
    if progress is not None:
        progress(1, 1)
    source = Source(label, sha256(data).hexdigest(), AKN)
    return SourceText(source, tuple(document.blocks), tuple(document.notes))


class _AknDocument:
    """Walks the tree of one document; labels wait for the words that they stand before."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self._labels: list[str] = []

    def walk(self, element: Any) -> None:
        """Read an element and all below it."""
        name = _name(element)
        if name == "meta":
            self._uncalled(element)
        elif name in ("p", "block", "td", "th"):
            self._text(element)
        elif name == "num":
            self._number(element)
        elif name == "heading" and _is_option(element.getparent()):
            return  # it stands on the line of the option's number
        elif name == "heading":
            self._flush()
            self._add((Run(_words(element)),), style=_style(element))
        elif name not in _NOT_TEXT:
            for child in element:
                self.walk(child)

    def _text(self, element: Any) -> None:
        is_title = element.find("{*}docTitle") is not None
        printed = " ".join(" ".join(block.text for block in self.blocks).split()) if is_title else ""
        # The cover may show the title already.
        if not is_title or " ".join(_words(element).split()) not in printed:
            self._add(tuple(self._inline(element)), style="Title" if is_title else "")

    def _number(self, element: Any) -> None:
        parent = element.getparent()
        words = " ".join(_words(element).split())
        if _name(parent) in _HEADED:
            self._flush()
            self._add((Run(words),), style=_style(element))
        elif _is_option(parent):
            self._flush()
            reach = parent.find("{*}heading")
            self._add((Run(f"{words}:" if reach is None else f"{words} ({_words(reach)}):"),))
        else:
            self._labels.append(words)

    def _flush(self) -> None:
        """Labels without words behind them, before a heading."""
        if self._labels:
            self._add(())

    def _add(self, runs: tuple[Run, ...], style: str = "") -> None:
        labels, self._labels = self._labels, []
        *outer, number = labels or [""]
        if outer:
            # "1. (a) Words": both labels stand on one line, as drafts print them.
            runs, number = (Run(" ".join(labels) + " "), *runs), ""
        runs = trimmed_runs(list(runs))
        if number or any(run.text.strip() for run in runs):
            self.blocks.append(
                Block(
                    index=len(self.blocks),
                    runs=runs,
                    style=style,
                    number=number,
                    centred=bool(style),
                    starts_paragraph=True,
                )
            )

    def _inline(self, element: Any) -> Iterator[Run]:
        yield Run(shown_characters(element.text or ""))
        for child in element:
            if _name(child) == "authorialNote":
                label = child.get("marker") or ""
                kind = "comment" if child.get("placement") == "side" else "footnote"
                kind = kind if child.get("placement") else "endnote"
                self.notes.append(Note(label, " ".join(_words(child).split()), None, kind))  # type: ignore[arg-type]
                yield Run(label, note=label)
            elif _name(child) == "eol":
                yield Run("")
            else:
                yield from self._inline(child)
            yield Run(shown_characters(child.tail or ""))

    def _uncalled(self, meta: Any) -> None:
        for note in meta.iter("{*}note"):
            self.notes.append(
                Note(note.get("marker") or "", " ".join(_words(note).split()), None, "footnote")
            )


def _style(element: Any) -> str:
    return "Heading 1" if _name(element.getparent()) in _HEADED else ""


def _is_option(element: Any) -> bool:
    return bool(element.get("name") == "option")


def _name(element: Any) -> str:
    tag = element.tag
    return etree.QName(tag).localname if isinstance(tag, str) else ""


def _words(element: Any) -> str:
    return shown_characters("".join(element.itertext()))
