"""A copy of a Word file with edits of many kinds, made in its XML as a delegation would make them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from typing import Any

from lxml import etree

from tests.reading.word_files import packed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KINDS = ("word", "add words", "drop words", "paragraph out", "paragraph in", "moved", "row out", "row in",
         "cell", "note")  # fmt: skip


def edited_copy(data: bytes, edits: int) -> bytes:
    """The file with a number of edits, spread over it, of every kind in turn.

    Args:
        data: a Word file.
        edits: how many.
    """
    with zipfile.ZipFile(BytesIO(data)) as package:
        members = {entry.filename: package.read(entry) for entry in package.infolist() if not entry.is_dir()}
    main = etree.fromstring(members["word/document.xml"])
    notes = etree.fromstring(members["word/footnotes.xml"]) if "word/footnotes.xml" in members else None
    body = main.find(f"{W}body")
    made = 0
    for turn in range(20 * edits):
        if made == edits:
            break
        made += _edit(body, notes, KINDS[turn % len(KINDS)], turn)
    assert made == edits
    members["word/document.xml"] = etree.tostring(
        main, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    if notes is not None:
        members["word/footnotes.xml"] = etree.tostring(
            notes, xml_declaration=True, encoding="UTF-8", standalone=True
        )
    return packed(members)


def _edit(body: Any, notes: Any, kind: str, turn: int) -> bool:
    plain = [each for each in body.iterchildren(f"{W}p") if _is_plain(each)]
    rows = [row for table in body.iterchildren(f"{W}tbl") for row in list(table.iterchildren(f"{W}tr"))[1:]]
    place = (turn * 37 + 11) % max(1, len(plain))
    if kind in ("word", "add words", "drop words"):
        return _in_words(plain[place], kind, turn)
    if kind == "paragraph out" and place:
        body.remove(plain[place])
        return True
    if kind == "paragraph in":
        added = deepcopy(plain[place])
        texts = list(added.iter(f"{W}t"))
        for each in texts[1:]:
            each.text = ""
        texts[0].text = f"Each harbour keeps lamp number {turn} lit through the night of the new moon."
        plain[place].addnext(added)
        return True
    if kind == "moved":
        plain[(place + 9) % len(plain)].addnext(plain[place])
        return True
    if kind in ("row out", "row in", "cell") and rows:
        row = rows[turn % len(rows)]
        if kind == "row out":
            row.getparent().remove(row)
        elif kind == "row in":
            row.addnext(deepcopy(row))
        return kind != "cell" or any(_in_words(each, "word", turn) for each in row.iter(f"{W}p"))
    if kind == "note" and notes is not None:
        return any(_in_words(each, "word", turn) for each in list(notes.iter(f"{W}p"))[2 + turn % 7 :])
    return False


def _is_plain(paragraph: Any) -> bool:
    """A paragraph of a sentence, without notes, fields or sections, which a copy would repeat."""
    special = ("footnoteReference", "endnoteReference", "fldChar", "sectPr", "drawing")
    words = sum(len((each.text or "").split()) for each in paragraph.iter(f"{W}t"))
    return words > 8 and next(paragraph.iter(*(W + name for name in special)), None) is None


def _in_words(paragraph: Any, kind: str, turn: int) -> bool:
    for text in _long_texts(paragraph):
        words = text.text.split(" ")
        at = turn % len(words)
        if kind == "word":
            words[at] = f"lantern{turn}"
        elif kind == "add words":
            words.insert(at, "as the keepers may agree,")
        else:
            del words[at : at + 2]
        text.text = " ".join(words)
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return True
    return False


def _long_texts(paragraph: Any) -> Iterator[Any]:
    return (each for each in paragraph.iter(f"{W}t") if len((each.text or "").split()) > 2)
