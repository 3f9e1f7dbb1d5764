"""Styles of a Word document: what a paragraph or run looks like, through the chain of its styles.

Imported only when a Word document is read, since it needs lxml.
"""

from __future__ import annotations

from typing import Any

from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{W_NAMESPACE}}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_GREATEST_NUMBER = 2**31
"""Word keeps its numbers in 32 bits."""
_OFF = frozenset({"0", "false", "off", "none"})
_BUILT_IN_NAME = pattern_of(r"heading (\d)$")


def word_value(parent: Any, name: str, attribute: str = "val") -> str | None:
    """The attribute of a child element, or None where the child or the attribute is missing.

    Args:
        parent: an element or None.
        name: local name of the child in Word's namespace.
        attribute: local name of the attribute.
    """
    child = None if parent is None else parent.find(W + name)
    if child is None:
        return None
    value: str | None = child.get(W + attribute)
    return value


def toggle(properties: Any, name: str) -> bool | None:
    """A property that is on or off, or None where it is not said.

    Args:
        properties: a w:rPr or w:pPr element, or None.
        name: local name of the property, such as "b".
    """
    child = None if properties is None else properties.find(W + name)
    if child is None:
        return None
    return child.get(W + "val", "1").lower() not in _OFF


def whole_number(text: str | None) -> int | None:
    """A whole number, or None where the text is none.

    Args:
        text: value of an attribute.
    """
    try:
        number = 0 if text is None else int(float(text))
    except (ValueError, OverflowError):
        return None
    return None if text is None or abs(number) > _GREATEST_NUMBER else number


@dataclass(frozen=True, slots=True)
class StyleNumbering:
    """The list that a paragraph style belongs to; `styles` are those that a level may be linked to."""

    num_id: int
    level: int | None
    styles: tuple[str, ...]


class StyleSheet:
    """The styles of one document, by id.

    Args:
        root: the w:styles element, or None where the document has no styles.
    """

    def __init__(self, root: Any) -> None:
        self._styles: dict[str, Any] = {}
        self._chains: dict[str, tuple[Any, ...]] = {}
        self._toggles: dict[tuple[str, str], bool] = {}
        self._run_values: dict[tuple[str, str], str | None] = {}
        self._paragraph_values: dict[tuple[str, str, str], str | None] = {}
        self._numberings: dict[str, StyleNumbering | None] = {}
        self._default_paragraph = ""
        self._run_defaults: Any = None
        self._paragraph_defaults: Any = None
        self.is_missing = root is None
        if root is None:
            return
        for style in root.iterchildren(W + "style"):
            style_id = style.get(W + "styleId", "")
            self._styles.setdefault(style_id, style)
            is_default = style.get(W + "default", "0").lower() not in _OFF
            if is_default and style.get(W + "type") == "paragraph":
                self._default_paragraph = style_id
        self._run_defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._paragraph_defaults = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")

    def paragraph_style(self, properties: Any) -> str:
        """The id of a paragraph's style.

        Args:
            properties: its w:pPr element, or None.
        """
        style_id = word_value(properties, "pStyle")
        return style_id if style_id is not None and style_id in self._styles else self._default_paragraph

    def name(self, style_id: str) -> str:
        """The name of a style as Word shows it ("Heading 1"), empty where there is none.

        Args:
            style_id: id of the style.
        """
        style = self._styles.get(style_id)
        name = "" if style is None else word_value(style, "name") or style_id
        built_in = _BUILT_IN_NAME.fullmatch(name)
        return f"Heading {built_in[1]}" if built_in else name

    def chain(self, style_id: str) -> tuple[Any, ...]:
        """A style and those that it is based on, nearest first.

        Args:
            style_id: id of the style.
        """
        known = self._chains.get(style_id)
        if known is not None:
            return known
        chain: list[Any] = []
        seen: set[str] = set()
        following: str | None = style_id
        while following and following not in seen and following in self._styles:
            seen.add(following)
            style = self._styles[following]
            chain.append(style)
            following = word_value(style, "basedOn")
        self._chains[style_id] = tuple(chain)
        return self._chains[style_id]

    def toggle(self, style_id: str, name: str) -> bool:
        """Whether a style turns a run property on.

        Args:
            style_id: id of the style.
            name: local name of the property.
        """
        known = self._toggles.get((style_id, name))
        if known is None:
            said = (toggle(style.find(W + "rPr"), name) for style in self.chain(style_id))
            known = next((on for on in said if on is not None), False)
            self._toggles[style_id, name] = known
        return known

    def run_value(self, style_id: str, name: str) -> str | None:
        """A run property with a value (w:sz, w:u), from a style or the document's defaults.

        Args:
            style_id: id of the style.
            name: local name of the property.
        """
        if (style_id, name) not in self._run_values:
            said = (word_value(style.find(W + "rPr"), name) for style in self.chain(style_id))
            default = word_value(self._run_defaults, name)
            self._run_values[style_id, name] = next((value for value in said if value is not None), default)
        return self._run_values[style_id, name]

    def paragraph_value(self, style_id: str, name: str, attribute: str = "val") -> str | None:
        """A paragraph property with a value (w:jc, w:ind), from a style or the defaults.

        Args:
            style_id: id of the style.
            name: local name of the property.
            attribute: local name of the attribute.
        """
        asked = (style_id, name, attribute)
        if asked not in self._paragraph_values:
            said = (word_value(style.find(W + "pPr"), name, attribute) for style in self.chain(style_id))
            default = word_value(self._paragraph_defaults, name, attribute)
            self._paragraph_values[asked] = next((value for value in said if value is not None), default)
        return self._paragraph_values[asked]

    def run_default(self, name: str) -> bool:
        """Whether the document's defaults turn a run property on.

        Args:
            name: local name of the property.
        """
        return toggle(self._run_defaults, name) or False

    def numbering(self, style_id: str) -> StyleNumbering | None:
        """The list that a paragraph style puts its paragraphs in, if any.

        Args:
            style_id: id of the style.
        """
        if style_id not in self._numberings:
            self._numberings[style_id] = self._numbering(style_id)
        return self._numberings[style_id]

    def _numbering(self, style_id: str) -> StyleNumbering | None:
        level: int | None = None
        ids: list[str] = []
        for style in self.chain(style_id):
            ids.append(style.get(W + "styleId", ""))
            said = style.find(f"{W}pPr/{W}numPr")
            if said is None:
                continue
            if level is None:
                level = whole_number(word_value(said, "ilvl"))
            num_id = whole_number(word_value(said, "numId"))
            if num_id is not None:
                return StyleNumbering(num_id, level, tuple(ids))
        return None
