"""Names of the colours in which drafts print what is agreed, proposed or open."""

from __future__ import annotations

COLOUR_WORDS: dict[str, tuple[str, ...]] = {
    "red": ("red", "rouge", "rojo", "roja", "красн", "红", "أحمر", "حمر"),
    "yellow": ("yellow", "jaune", "amarillo", "amarilla", "жёлт", "желт", "黄", "أصفر", "صفر"),
    "green": ("green", "vert", "verte", "verde", "зелен", "зелён", "绿", "أخضر", "خضر"),
    "blue": ("blue", "bleu", "azul", "сини", "голуб", "蓝", "أزرق", "زرق"),
    "purple": (
        "purple",
        "violet",
        "magenta",
        "pink",
        "rose",
        "morado",
        "rosa",
        "фиолет",
        "розов",
        "紫",
        "粉",
    ),
}  # fmt: skip
"""Words for each colour in the six languages, Latin ones whole, others how they begin.

A draft that holds one may explain its colours.
"""
