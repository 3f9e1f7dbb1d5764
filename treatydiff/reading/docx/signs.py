"""Signs of symbol fonts, which Word keeps in the private area of Unicode."""

from __future__ import annotations

from treatydiff.patterns import pattern_of

UNKNOWN_SIGN = "\ufffd"
_FIRST, _LAST = "\uf020", "\uf0ff"
_SIGN = pattern_of(f"[{_FIRST}-{_LAST}]")
_PICTURE_FONTS = ("Wingdings", "Webdings")

_SYMBOLS: dict[int, str] = {
    0x2D: "−", 0x44: "Δ", 0x53: "Σ", 0x61: "α", 0x62: "β", 0x64: "δ", 0x67: "γ", 0x6D: "µ", 0xA3: "≤",
    0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xD7: "·",
}  # fmt: skip
"""Places of the Symbol font that drafts use."""


def has_signs(text: str) -> bool:
    """Whether a text holds signs of a symbol font.

    Args:
        text: characters of a run.
    """
    return _SIGN.search(text) is not None


def shown_signs(text: str, font: str) -> str:
    """A text with the signs of its symbol font as ordinary characters.

    Args:
        text: characters of a run.
        font: name of its font.
    """
    return "".join(_sign(ord(c), font) if _FIRST <= c <= _LAST else c for c in text)


def shown_symbol(code: str, font: str) -> str:
    """The character of a w:sym element; `UNKNOWN_SIGN` where it cannot be known.

    Args:
        code: its place in the font, hexadecimal.
        font: name of the font.
    """
    try:
        place = int(code, 16)
    except ValueError:
        return UNKNOWN_SIGN
    if 0xF000 <= place <= 0xF0FF:
        return _sign(place, font)
    return chr(place) if 0x20 <= place < 0xD800 or 0xE000 <= place <= 0x10FFFF else UNKNOWN_SIGN


def _sign(place: int, font: str) -> str:
    """Pictures are only ever used as bullets; of the Symbol font the usual signs are known."""
    return "•" if font.startswith(_PICTURE_FONTS) else _SYMBOLS.get(place - 0xF000, UNKNOWN_SIGN)
