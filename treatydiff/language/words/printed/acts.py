"""What drafts say of delegations in the other languages: who proposes, supports, opposes or reserves."""

from __future__ import annotations

import re

from treatydiff.patterns import pattern_of

_FORMS = (
    (
        "reserves",
        "réserve réservé réservée réservent|reserva reservó reservan reservaron"
        "|резервирует зарезервировал зарезервировала зарезервировали|تحفظ تحفظت تتحفظ يتحفظ",
        "保留(?=其?(?:对.{1,12}的)?(?:意见|立场|权利))|оставля(?:ет|ют)\\sза\\sсобой\\sправо|"
        "оставил[аи]?\\sза\\sсобой\\sправо|و?(?:[تي]حتفظ|احتفظت?)(?=\\s.{1,40}\\sب(?:موقف|حق))",
    ),
    (
        "opposes",
        "oppose opposent opposé opposée rejette rejettent rejeté conteste contestent contesté contestée "
        "suppression"
        "|opuso opusieron opuesto opuesta opone oponen rechazó rechaza rechazan rechazado supresión"
        "|возражает возражают возразила возразил исключить|عارض عارضت تعارض تعارضه يعارض اعترضت تعترض حذف",
        "反对|删除",
    ),
    (
        "supports",
        "appuie appuient appuyé appuyée soutient soutiennent soutenu soutenue"
        "|apoya apoyan apoyó apoyaron apoyado apoyada respalda respaldan respaldado"
        "|поддерживает поддерживают поддержала поддержал|أيد أيدت تؤيد تؤيده يؤيد بتأييد",
        "支持|赞成",
    ),
    (
        "proposes",
        "propose proposent proposé proposée proposition présenté présentée"
        "|propuso propusieron propone proponen propuesto propuesta presentado presentada"
        "|предлагает предлагают предложила предложил предложили предложение предложено"
        "|اقترح اقترحت اقترحته تقترح يقترح اقتراح مقترح",
        "提议|提案|提出",
    ),
)
_HEDGED = "(?<!sous )"
"""« sous réserve de » means "subject to"."""
_AND, _IT = "و?", "(?:ه|ها)?"
"""What Arabic writes in one with a verb: "and" before it, "it" behind it."""
OTHER_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (
        role,
        pattern_of(
            rf"\b{_HEDGED}{_AND}(?:{'|'.join(spaced.replace('|', ' ').split())}){_IT}\b|{joined}",
            re.IGNORECASE,
        ),
    )
    for role, spaced, joined in _FORMS
)
"""Roles as in the English table, tried in this order."""

WITHDRAWN = pattern_of(
    r"\b(?:withdr(?:ew|aws?|awn|awing|awal)|lift(?:s|ed|ing)?|retir(?:a|ó|an|aron|ado|ada|é|ée|e|ent)|lev(?:é|ée|e|ent)|"
    r"levant(?:a|ó|an|aron|ado|ada)|отозва\w*|отзыва\w*|сня(?:л|ла|ли|та|ты)|снима\w*|و?(?:[تي]?سحب(?:ت|وا)?)|"
    r"و?رفعت?)\b|撤回|撤销",
    re.IGNORECASE,
)
"""Words near a reservation that say that it stands no longer: "Peru withdrew its reservation"."""
BY = pattern_of(r"\s?\b(?:par|por)\b", re.IGNORECASE)
"""Words behind a verb that whoever did it follows."""
VERB_FIRST = pattern_of("[\u0600-\u06ff]")
"""A script whose verbs stand before whoever does it."""

_SMALL = (
    "paragraph paragraphs article provision sentence entered has have "
    "paragraphe alinéa cet cette ce párrafo artículo este esta пункт пункта статью статьи "
    "par la le les l du de des sa leur leurs position positions s se est sont à a ont texte "
    "por el los las su sus posición texto al свою свои позицию и это этот текст "
    "من قبل موقفها على في هذا النص 由 其 了 的 立场 意见 by the its their text this on"
)
BESIDE_ACTS = frozenset(_SMALL.split())
"""Words that stand between names and verbs and say nothing of the wording."""
