"""Where a label belongs: it continues the deepest open level that it can follow, or opens one."""

from __future__ import annotations

from dataclasses import field

from treatydiff.records import dataclass
from treatydiff.structure.labels import Label, has_suffix, label_values
from treatydiff.structure.nodes import Node
from treatydiff.structure.paragraphs import Paragraph

Reading = tuple[str, int]
"""A family of labels and a position in it: "(i)" is ("letter", 9) or ("roman", 1)."""


@dataclass(slots=True)
class Level:
    """An open list: its family of labels, its last position, its last item, and what its items stand in."""

    family: str
    position: int
    node: Node
    under: Node


@dataclass(slots=True)
class Scope:
    """A root with its open levels: an article, or an option inside one.

    For an option: what it hangs under, how many levels of the scope below were open there, and the
    balance of brackets since it began (below zero: its own brackets have closed); the levels that the
    options of its group replaced, which go on behind options without numbers; the number of the last
    paragraph that its heading says it holds, 0 where it says none; whether it opens with its own bracket.
    """

    root: Node
    levels: list[Level] = field(default_factory=list)
    parent: Node | None = None
    outer: int = 0
    balance: int = 0
    before: tuple[Level, ...] = ()
    last: int = 0
    enclosed: bool = False

    def has(self, family: str) -> bool:
        """Whether a list of this family is open."""
        return any(level.family == family for level in self.levels)

    def follows(self, reading: Reading) -> bool:
        """Whether a reading comes next in an open list."""
        family, position = reading
        return any(level.family == family and level.position + 1 == position for level in self.levels)

    def begins(self, reading: Reading) -> bool:
        """Whether a reading would begin a list of a family that is not open."""
        return reading[1] == 1 and not self.has(reading[0])


def place_label(
    scope: Scope, label: Label, following: Paragraph | None, language: str
) -> tuple[int, str, int]:
    """The depth at which a label belongs, its family and its position there.

    Args:
        scope: the open levels.
        label: the label.
        following: the paragraph behind, which may decide between two readings.
        language: code of the draft's language.
    """
    readings = _decided(scope, label_values(label, language), following, language)
    inserted = has_suffix(label)
    nested = _nested(scope, readings)
    if nested is not None:
        return len(scope.levels), *nested
    for depth in range(len(scope.levels) - 1, -1, -1):
        level = scope.levels[depth]
        for family, position in readings:
            step = position - level.position
            if family == level.family and (step == 1 or (inserted and step == 0)):
                return depth, family, position
    for reading in readings:
        if scope.begins(reading):
            return len(scope.levels), *reading
    for depth in range(len(scope.levels) - 1, -1, -1):
        for family, position in readings:
            if family == scope.levels[depth].family:
                return depth, family, position
    family, position = readings[0]
    outermost = family in ("digit", "margin") and not scope.has("paren_digit")
    return (0 if outermost else len(scope.levels)), family, position


def _nested(scope: Scope, readings: tuple[Reading, ...]) -> Reading | None:
    """The reading that begins a list of the same kind below an item with a colon: "1." in "2. …:"."""
    if not scope.levels or scope.levels[-1].node.children or not _introduces(scope.levels[-1].node):
        return None
    first = [reading for reading in readings if reading[1] == 1]
    opens_other = any(scope.begins(reading) for reading in readings)
    same = [reading for reading in first if reading[0] == scope.levels[-1].family]
    return same[0] if same and not opens_other else None


def _introduces(node: Node) -> bool:
    return node.text is not None and node.text.text.rstrip(" ]").endswith((":", "："))


def _decided(
    scope: Scope, readings: tuple[Reading, ...], following: Paragraph | None, language: str
) -> tuple[Reading, ...]:
    """The one reading that fits, where the label behind or a colon before can tell; else all."""
    fits = [reading for reading in readings if scope.follows(reading) or scope.begins(reading)]
    if len(fits) < 2:
        return readings
    for next_reading in _next_readings(following, language):
        for family, position in fits:
            if next_reading == (family, position + 1):
                return ((family, position),)
    introduces = bool(scope.levels) and _introduces(scope.levels[-1].node)
    return (fits[-1] if introduces else fits[0],)


def _next_readings(following: Paragraph | None, language: str) -> tuple[Reading, ...]:
    if following is None:
        return ()
    label = following.label(language)
    return label_values(label, language) if label is not None else ()
