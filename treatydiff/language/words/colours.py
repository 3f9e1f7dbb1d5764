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

STANDING_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("not agreed", (
        r"(?:not|not\s+yet|yet\s+to\s+be|to\s+be)\s+(?:been\s+)?agreed", r"no\s+agreement",
        r"(?:pas|non)\s+(?:encore\s+)?(?:été\s+)?(?:convenu|agréé|approuvé)",
        r"(?:no|sin)\s+(?:acordad|convenid|aprobad|acuerdo)", r"не\s*согласован",
        "尚?未(?:商定|达成一致|议定)", r"(?:غير|لم\s+يتم)\s*(?:متفق|الاتفاق)",
    )),
    ("agreed ad referendum", (r"ad[\s-]?ref(?:erendum)?", "待核准")),
    ("agreed in informals", (
        r"agreed\s+(?:in|at|by)\s+(?:the\s+)?(?:informal|working|contact|small|drafting)",
    )),
    ("provisionally agreed", (
        r"(?:provisionally|preliminarily|tentatively)\s+agreed", r"provisoirement\s+(?:convenu|agréé)",
        r"provisionalmente\s+(?:acordad|convenid)", r"предварительно\s+согласован", "暂时(?:商定|议定)",
        "متفق عليه مؤقتا",
    )),
    ("agreed in principle", (
        r"agreed\s+in\s+principle", r"en\s+principe", r"en\s+principio", r"в\s+принципе", "原则上",
    )),
    ("agreed", (
        "agreed", "closed", "convenu", "agréé", "approuvé", "acordad", "convenid", "aprobad", "согласован",
        "商定|达成一致|议定", "متفق|اتفق|الاتفاق",
    )),
    ("not discussed", (
        r"not\s+(?:yet\s+)?(?:been\s+)?(?:discussed|considered)",
        r"pas\s+(?:encore\s+)?(?:été\s+)?(?:examiné|discuté)", r"no\s+(?:se\s+ha\s+)?(?:examinad|debatid)",
        r"не\s+обсужд", "尚?未讨论", r"لم\s+(?:يناقش|تناقش)",
    )),
    ("reserved", ("reserved", "reservation", "réserv", "reserv", "оговор", "保留", "تحفظ")),
    ("pending", (
        "pending", "open", r"under\s+(?:discussion|negotiation|consideration)", r"en\s+suspens",
        r"en\s+discussion", "pendiente", r"en\s+examen", r"на\s+рассмотрении", "обсужда",
        "待定|待商定|讨论中", "قيد",
    )),
)  # fmt: skip
"""What a legend calls the standing of coloured text, by the first pattern that its words hold.

Negations come before what they deny. Written from legends of chairs' texts in English; the other languages by
translation, and not yet seen in print."""
