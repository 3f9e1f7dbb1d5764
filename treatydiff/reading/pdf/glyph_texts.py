"""Which character a glyph of a font stands for, and how wide it is."""

from __future__ import annotations

from typing import Any

from pdfminer.pdffont import PDFSimpleFont, PDFUnicodeNotDefined

_SOFT_HYPHEN = "\u00ad"
_SECOND_HYPHEN = 0xAD


def text_and_width(font: Any, cid: int) -> tuple[str | None, float]:
    """The text of a glyph, and its width in type sizes; a soft hyphen that is printed is a hyphen.

    Args:
        font: pdfminer's font.
        cid: the glyph's code.

    Returns:
        No characters where the font has no mapping, None where the glyph stands for none.
    """
    text, width = _text_of(font, cid), float(font.char_width(cid))
    if text == _SOFT_HYPHEN:
        return ("-" if width > 0 else None), width
    # pdfminer takes the second hyphen of WinAnsiEncoding (ISO 32000, D.2, note 6) for a space.
    if text == " " and cid == _SECOND_HYPHEN and isinstance(font, PDFSimpleFont) and font.unicode_map is None:
        return "-", width
    return text, width


def _text_of(font: Any, cid: int) -> str | None:
    """The text of a glyph; empty where it has no mapping, None where it stands for no character.

    Fonts that draw a letter from parts (the dots of Arabic letters) map all but one part to nothing.
    """
    try:
        text = str(font.to_unichr(cid))
    except PDFUnicodeNotDefined:
        return ""
    if not text:
        return None
    # Control characters come from fonts whose codes are no characters.
    unknown = text.startswith("(cid:") or text == "\ufffd" or (text < " " and not text.isspace())
    return "" if unknown else text
