"""Words that make an amount a threshold: from which, or up to which, a rule holds."""

from __future__ import annotations

import re

from treatydiff.patterns import pattern_of

_NEXT = r"(?: \S+)?"
"""At most one word between what limits and the amount: "a majority of some two thirds"."""

LIMITS: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    language: (pattern_of(f"{edge}(?:{before}){near}$"), pattern_of(f"{edge}(?:{behind}){edge}"))
    for language, edge, near, before, behind in (
        (
            "en", r"\b", _NEXT,
            "at least|least|at most|more than|less than|fewer than|greater than|higher than|lower than|"
            "longer than|"
            "shorter than|heavier than|larger than|smaller than|exceed(?:s|ing|ed)?|in excess of|above|"
            "below|over|under|"
            "beyond|minimum of|maximum of|up to|quorum of|majority of",
            "or (?:more|less|fewer|over|above|below)|and (?:above|over|below)|majority|instruments? of|"
            "ratifications",
        ),
        (
            "fr", r"\b", _NEXT,
            "au moins|au plus|plus de|moins de|supérieure?s? à|inférieure?s? à|dépass(?:e|ent|er|ant)|"
            "excèd(?:e|ent)|"
            "au-dessus de|au-dessous de|jusqu'à|minimum de|maximum de|quorum de|majorité (?:de|des)",
            "ou plus|ou moins|et plus|au moins|au plus|instruments? de|ratifications",
        ),
        (
            "es", r"\b", _NEXT,
            "al menos|por lo menos|como mínimo|a lo sumo|más de|menos de|superior(?:es)? a|"
            "inferior(?:es)? a|exced(?:a|e|an|en)|"
            "supere|superen|hasta|mínimo de|máximo de|quórum de|mayoría de",
            "o más|o menos|como mínimo|instrumentos? de|ratificaciones",
        ),
        (
            "ru", r"\b", _NEXT,
            r"не менее|не более|более чем|более|менее|свыше|выше|ниже|превыша(?:ет|ют|ющ\w+|ть)|до|"
            "минимум|максимум|"
            r"большинств\w+",
            r"или более|или менее|и более|и выше|большинств\w+|ратификационн\w+|документ\w* о",
        ),
        (
            "zh", "", ".{0,2}",
            "至少|最少|最多|至多|不少于|不多于|不低于|不高于|少于|多于|超过|低于|高于|大于|小于|不超过|达到",
            "以上|以下|多数|份批准书|批准书",
        ),
        (
            "ar", r"\b", _NEXT,
            "على الأقل|ما لا يقل عن|لا يقل عن|لا تقل عن|أكثر من|أقل من|يزيد على|تزيد على|يتجاوز|تتجاوز|"
            "يفوق|تفوق|"
            "بأغلبية|أغلبية",
            "أو أكثر|أو أقل|على الأقل|فأكثر|صكا|صكوك",
        ),
    )
}  # fmt: skip
"""By language: words that stand before an amount, and words that stand behind it, over joined keys."""
