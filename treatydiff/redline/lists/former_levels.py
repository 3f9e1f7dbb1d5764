"""The level of a list that a paragraph was on, said so that every program goes back to it.

LibreOffice takes the list of former properties, but the level of their style. Where that is another one the
former properties name a style of that level, which is otherwise the paragraph's own.
Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from lxml import etree

from treatydiff.reading.docx.styles import W, whole_number, word_value
from treatydiff.redline.borrowed import Borrowed, in_list
from treatydiff.redline.word.package import WordPackage


def say_levels(package: WordPackage, borrowed: Borrowed, ours: Collection[Any]) -> None:
    """Say of every paragraph whose list we changed which level it was on.

    Args:
        package: the file that is marked.
        borrowed: knows its styles and lists.
        ours: the elements of our changes.
    """
    known: dict[tuple[str, int], str] = {}
    for root in package.written_parts():
        for change in list(root.iter(W + "pPrChange")):
            former = change.find(W + "pPr") if change in ours else None
            place = None if former is None else _place(former, borrowed)
            if former is None or place is None:
                continue
            list_id, level = place
            if former.find(W + "numPr") is None:
                in_list(former, list_id, level)
            style = borrowed.base_styles.paragraph_style(former)
            if _level_of(style, borrowed) != level:
                if (style, level) not in known:
                    known[style, level] = _with_level(package, style, level, borrowed)
                _name_style(former, known[style, level])


def _place(former: Any, borrowed: Borrowed) -> tuple[str, int] | None:
    """List and level; one that was brought from the other file is not among those that were read."""
    own = former.find(W + "numPr")
    number = word_value(own, "numId")
    if number is None or number == "0":
        return borrowed.place(former, other=False)
    return number, whole_number(word_value(own, "ilvl")) or 0


def _level_of(style: str, borrowed: Borrowed) -> int:
    said = (word_value(each.find(f"{W}pPr/{W}numPr"), "ilvl") for each in borrowed.base_styles.chain(style))
    return next((whole_number(each) or 0 for each in said if each is not None), 0)


def _with_level(package: WordPackage, style: str, level: int, borrowed: Borrowed) -> str:
    """The id of a style that is another one but for the level of its list."""
    root = package.with_related("styles")
    taken = {each.get(W + "styleId") for each in root.iter(W + "style")}
    new = first = f"{style or 'Paragraph'}Level{level + 1}"
    while new in taken:
        new += "x"
    name = borrowed.base_styles.name(style) or "Paragraph"
    made = etree.SubElement(root, W + "style")
    made.set(W + "type", "paragraph")
    made.set(W + "customStyle", "1")
    made.set(W + "styleId", new)
    etree.SubElement(made, W + "name").set(W + "val", f"{name} (level {level + 1}){new.removeprefix(first)}")
    if style:
        etree.SubElement(made, W + "basedOn").set(W + "val", style)
    etree.SubElement(made, W + "semiHidden")
    numbered = etree.SubElement(etree.SubElement(made, W + "pPr"), W + "numPr")
    etree.SubElement(numbered, W + "ilvl").set(W + "val", str(level))
    return new


def _name_style(properties: Any, style: str) -> None:
    named = properties.find(W + "pStyle")
    if named is None:
        named = etree.Element(W + "pStyle")
        properties.insert(0, named)
    named.set(W + "val", style)
