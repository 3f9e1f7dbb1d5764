"""Text that XML can hold."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from treatydiff.naming.wording import printable
from treatydiff.patterns import pattern_of

_ILLEGAL = pattern_of(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_text(text: str) -> str:
    """Text in which what XML cannot hold is U+FFFD; nothing is escaped."""
    return _ILLEGAL.sub("\ufffd", text)


def xml_content(text: str) -> str:
    """Text as it is written between tags."""
    return escape(xml_text(printable(text)))


def xml_attribute(text: str) -> str:
    """Text as it is written behind the equals sign of an attribute, in quotes."""
    return quoteattr(xml_text(printable(text)))
