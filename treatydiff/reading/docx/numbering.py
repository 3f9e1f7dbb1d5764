"""Word's automatic numbers, counted as Word shows them.

Imported only when a Word document is read, since it needs lxml.
"""

from __future__ import annotations

import re
from typing import Any

from treatydiff.patterns import pattern_of
from treatydiff.reading.docx.styles import MC, StyleSheet, W, toggle, whole_number, word_value
from treatydiff.reading.number_formats import format_number
from treatydiff.records import dataclass

LEVELS = 9
BULLET = "•"
_PLACE = pattern_of(r"%([1-9])")
_DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list: where it starts, how it counts, what its label looks like."""

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    restart_after: int | None = None
    legal: bool = False
    style: str | None = None
    zeros: int = 0
    left: int | None = None


@dataclass(frozen=True, slots=True)
class GeneratedLabel:
    """The label of a paragraph: its text and the depth of its level, from 0."""

    text: str
    level: int
    left: int | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """A numbering instance: its definition, its levels, and where it starts afresh."""

    abstract_id: str
    levels: tuple[ListLevel, ...]
    starts: tuple[int | None, ...]


Counted = tuple[dict[str, list[int | None]], set[tuple[int, int]]]
"""How far every list was counted, and which lists were begun."""


class Numbering:
    """The lists of one document, and how far each has been counted.

    The counts belong to the definition (w:abstractNum), so that lists sharing one carry on; an
    instance with w:startOverride starts afresh where it is first used at that level.

    Args:
        root: the w:numbering element, or None.
        styles: the document's styles, for definitions linked through a numbering style.
    """

    def __init__(self, root: Any, styles: StyleSheet) -> None:
        self._styles = styles
        self._abstract: dict[str, Any] = {}
        self._instances: dict[int, Any] = {}
        self._lists: dict[int, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[int, int]] = set()
        self.unknown_formats: dict[str, int] = {}
        self.is_missing = root is None
        self.undefined = 0
        if root is None:
            return
        for element in root.iterchildren(W + "abstractNum"):
            self._abstract.setdefault(element.get(W + "abstractNumId", ""), element)
        for element in root.iterchildren(W + "num"):
            number = whole_number(element.get(W + "numId"))
            if number is not None:
                self._instances.setdefault(number, element)

    def label(self, properties: Any, style_id: str) -> GeneratedLabel | None:
        """Count one paragraph and give its label; None where it is in no list.

        Args:
            properties: the w:pPr element in force, or None.
            style_id: id of its paragraph style.
        """
        place = self.place(properties, style_id)
        if place is None:
            return None
        num_id, level = place
        numbered = self._list(num_id)
        if numbered is None:
            self.undefined += 1
            return None
        counts = self._counts.setdefault(numbered.abstract_id, [None] * LEVELS)
        self._count(numbered, counts, num_id, level)
        return GeneratedLabel(self._text(numbered, counts, level), level, numbered.levels[level].left)

    def place(self, properties: Any, style_id: str) -> tuple[int, int] | None:
        """The list (w:numId) and level of a paragraph: its own word first, then its style's.

        Args:
            properties: the w:pPr element in force, or None.
            style_id: id of its paragraph style.
        """
        own = None if properties is None else properties.find(W + "numPr")
        num_id = whole_number(word_value(own, "numId"))
        level = whole_number(word_value(own, "ilvl"))
        if num_id is None:
            inherited = self._styles.numbering(style_id)
            if inherited is None:
                return None
            num_id = inherited.num_id
            if level is None:
                level = self._linked_level(num_id, inherited.styles)
            if level is None:
                level = inherited.level
        if num_id == 0:
            return None
        if num_id not in self._instances:
            self.undefined += 1
            return None
        return num_id, min(max(level or 0, 0), LEVELS - 1)

    def printed_levels(self, num_id: int) -> tuple[tuple[object, ...], ...] | None:
        """What makes the labels of a list, level by level, where it starts afresh included; None for no list.

        Two lists of which this is the same print the same numbers over the same paragraphs.

        Args:
            num_id: the list (w:numId).
        """
        numbered = self._list(num_id)
        if numbered is None:
            return None
        return tuple(
            (start, each.start, each.number_format, each.text, each.restart_after, each.legal, each.zeros)
            for start, each in zip(numbered.starts, numbered.levels, strict=True)
        )

    def definition(self, num_id: int) -> str:
        """The definition (w:abstractNumId) that a list counts on with others; empty for no list.

        Args:
            num_id: the list (w:numId).
        """
        numbered = self._list(num_id)
        return "" if numbered is None else numbered.abstract_id

    def counted(self) -> Counted:
        """How far each list has been counted, to return to with `return_to`."""
        return {key: list(counts) for key, counts in self._counts.items()}, set(self._started)

    def return_to(self, counted: Counted) -> None:
        """Forget what was counted since.

        Args:
            counted: what `counted` gave.
        """
        self._counts, self._started = counted

    def _linked_level(self, num_id: int, style_ids: tuple[str, ...]) -> int | None:
        numbered = self._list(num_id)
        if numbered is None:
            return None
        for style_id in style_ids:
            for index, level in enumerate(numbered.levels):
                if level.style == style_id:
                    return index
        return None

    def _count(self, numbered: _List, counts: list[int | None], num_id: int, level: int) -> None:
        start = numbered.starts[level]
        if start is not None and (num_id, level) not in self._started:
            counts[level] = None
        self._started.add((num_id, level))
        # A level that was passed over counts as begun, so that 1.1 without a 1 is followed by 2.
        for above in range(level):
            if counts[above] is None:
                counts[above] = _first(numbered, above)
        current = counts[level]
        counts[level] = _first(numbered, level) if current is None else current + 1
        for below in range(level + 1, LEVELS):
            after = numbered.levels[below].restart_after
            if after is None or level < after:
                counts[below] = None

    def _text(self, numbered: _List, counts: list[int | None], level: int) -> str:
        shown = numbered.levels[level]
        if shown.number_format == "bullet":
            return shown.text.strip() if shown.text.strip() in _DASHES else BULLET

        def value(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            count = counts[place]
            if count is None:
                count = _first(numbered, place)
            return self._written(count, numbered.levels[place], legal=shown.legal)

        return _PLACE.sub(value, shown.text).strip()

    def _written(self, count: int, level: ListLevel, *, legal: bool) -> str:
        if level.zeros:
            return f"{count:0{level.zeros}d}"
        # Word leaves "01" as it is under w:isLgl, though the standard says otherwise ("Section 1.01").
        if legal and level.number_format not in ("none", "decimalZero"):
            return str(count)
        written = format_number(count, level.number_format)
        if written is None:
            self.unknown_formats[level.number_format] = self.unknown_formats.get(level.number_format, 0) + 1
            return str(count)
        return written

    def _list(self, num_id: int) -> _List | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._build(num_id)
        return self._lists[num_id]

    def _build(self, num_id: int) -> _List | None:
        instance = self._instances.get(num_id)
        if instance is None:
            return None
        abstract_id = self._definition(word_value(instance, "abstractNumId") or "")
        definition = self._abstract.get(abstract_id)
        if definition is None:
            return None
        levels = [ListLevel(text="") for _ in range(LEVELS)]
        for element in definition.iterchildren(W + "lvl"):
            _put(levels, element)
        starts: list[int | None] = [None] * LEVELS
        for override in instance.iterchildren(W + "lvlOverride"):
            place = whole_number(override.get(W + "ilvl"))
            if place is None or not 0 <= place < LEVELS:
                continue
            own = override.find(W + "lvl")
            if own is not None:
                _put(levels, own, place)
            starts[place] = whole_number(word_value(override, "startOverride"))
        return _List(abstract_id, tuple(levels), tuple(starts))

    def _definition(self, abstract_id: str) -> str:
        """Follow w:numStyleLink through the numbering style to the definition that it names."""
        seen: set[str] = set()
        while abstract_id not in seen:
            seen.add(abstract_id)
            link = word_value(self._abstract.get(abstract_id), "numStyleLink")
            linked = None if link is None else self._styles.numbering(link)
            instance = None if linked is None else self._instances.get(linked.num_id)
            if instance is None:
                return abstract_id if link is None else self._styled(link, abstract_id)
            abstract_id = word_value(instance, "abstractNumId") or ""
        return abstract_id

    def _styled(self, link: str, otherwise: str) -> str:
        for abstract_id, definition in self._abstract.items():
            if word_value(definition, "styleLink") == link:
                return abstract_id
        return otherwise


def _first(numbered: _List, level: int) -> int:
    start = numbered.starts[level]
    return numbered.levels[level].start if start is None else start


def _put(levels: list[ListLevel], element: Any, place: int | None = None) -> None:
    at = whole_number(element.get(W + "ilvl")) if place is None else place
    if at is None or not 0 <= at < LEVELS:
        return
    number_format, zeros = _number_format(element)
    restart = whole_number(word_value(element, "lvlRestart"))
    start = whole_number(word_value(element, "start"))
    indent = element.find(f"{W}pPr/{W}ind")
    left = None if indent is None else whole_number(indent.get(W + "left") or indent.get(W + "start"))
    levels[at] = ListLevel(
        start=0 if start is None else start,
        number_format=number_format,
        text=word_value(element, "lvlText") or "",
        restart_after=restart if restart is not None and restart <= at else None,
        legal=toggle(element, "isLgl") or False,
        style=word_value(element, "pStyle"),
        zeros=zeros,
        left=left,
    )


def _number_format(element: Any) -> tuple[str, int]:
    """The format of a level and, for padded numbers ("001, 002, ..."), how many digits it has."""
    said = word_value(element, "numFmt")
    if said is not None and said != "custom":
        return said, 0
    for custom in element.iter(W + "numFmt"):
        sample = (custom.get(W + "format") or "").partition(",")[0].strip()
        if sample.isdigit() and len(sample) > 1:
            return "decimal", len(sample)
    fallback = element.find(f"{MC}AlternateContent/{MC}Fallback/{W}numFmt")
    return ("decimal" if fallback is None else fallback.get(W + "val", "decimal")), 0
