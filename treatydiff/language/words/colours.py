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
"""

LOOK_WORDS: dict[str, tuple[str, ...]] = {
    "underline": ("underlined", "underlining", "underline", "souligné", "subrayado",
                  "subrayada", "подчеркн", "下划线", "خط", "تحت"),
    "strike": ("strikethrough", "struck", "strike", "barré", "biffé", "tachado", "tachada", "зачеркн",
               "删除线", "مشطوب"),
}  # fmt: skip
"""Words for the looks that a legend explains beside colours."""

PRINT_WORDS: tuple[str, ...] = (
    "text", "language", "wording", "word", "letter", "font", "print", "printed", "highlight", "highlighted",
    "marked", "shaded", "shown", "colour", "color",
    "passage", "texte", "caractère", "surligné", "couleur", "mot",
    "texto", "letra", "resaltado", "resaltada", "palabra", "текст", "шрифт", "цвет", "выделен",
    "文字", "文本",
    "案文", "字体", "标", "نص", "لون",
)  # fmt: skip
"""Words by which a sentence shows that it speaks of print ("text in green is agreed"), matched as above."""
