"""Words that negate, and all that can stand for a negation in a version of a text in another language.

A negation is asked for only where the other text has nothing at all that could answer it: the second tables
are wide on purpose, for a false alarm costs more than a miss.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from treatydiff.patterns import pattern_of

_NEGATES: Mapping[str, str] = {
    "en": r"not(?!\s(?:only|later|less|more|fewer|limited|exceed\w*|necessarily|yet|already"
    r"|be limited)\b)|cannot",
    "fr": r"n(?:e\s|['’])(?!(?:dépass|excéd|se limit)\w*)[^.;:]{1,60}?\s(?:pas|point)(?!\s(?:seulement"
    r"|uniquement"
    r"|nécessairement|encore|moins|plus)\b)",
    "es": r"no(?!\s(?:obstante|menos|más|mayor|menor|superior|inferior|s[oó]lo|solamente|únicamente"
    r"|necesariamente"
    r"|exced\w*|se limit\w*|limitad\w*|gubernamental\w*|haya\w*|sea\w*)\b)",
    "ru": r"не(?!-)(?!\s(?:позднее|ранее|менее|более|позже|раньше|только|меньше|больше|превыша\w*"
    r"|ограничива\w*|обязательно"
    r"|\w{2,12}\sли|являющ\w*|входящ\w*|имеющ\w*|менее|свыше|связанн\w*)(?!\w))",
    "ar": r"[وف]?(?:لا(?!\s(?:يتجز[أئ]\w*|تتجز[أئ]\w*|سيما|يتجاوز|تتجاوز|يقل|تقل|يزيد|تزيد))|لم|لن|ليس"
    r"|ليست)",
}  # fmt: skip
"""Words that negate what follows; none that bounds a number ("not later than") or goes on ("not only")."""
_CHINESE_NEGATES = pattern_of(
    "(?<!得)不(?=适用|受|是|构成|影响|损害|承担|具有|包括|涉及|需|要求|允许|接受|参加|存在|再|享有|作|对|属|负"
    "|承认|改变|排除|禁止|阻止|剥夺|得(?![不已])|应|会|予|能|可(?![分缺避抗逆]))|尚未|没有|从未|未经"
)
"""Before verbs of treaties; the same character is part of many other words ("different", "adverse")."""
_STANDS_FOR: Mapping[str, str] = {
    "en": r"not|no|nor|neither|never|none|nothing|nobody|without|except\w*|unless|only|but|otherwise"
    r"|cannot|non|other than"
    r"|un(?:able|author|til|law|fair|avail|chang|limit|necess|known|like|paid|affect|condition|aware"
    r"|foresee|used)\w*"
    r"|in(?:cap|eff|suff|val|compl|elig|abil|appl|adm|cons|compat|dep|adeq|vol|accura|action"
    r"|frequent)\w*|im(?:poss|mun|prop)\w*"
    r"|irre\w+|dis(?:allow|approv|qualif|regard|agre|contin|miss)\w*|lack\w*|absen\w+|fail\w*|exclu\w+"
    r"|prevent\w*|avoid\w*|refus\w*|refrain\w*|den(?:y|ie[sd]|ial)"
    r"|prohibit\w*|forb[ia]d\w*|bann?(?:s|ed|ing)?|preclu\w*|ceas\w*|terminat\w*|free|exempt\w*|instead|rather|outside|beyond|until"
    r"|prior|before|withh\w*"
    r"|waiv\w*|reject\w*|impair\w*|prejud\w*|less|fewer|however|hardly|save|apart|null|void|loss"
    r"|lose\w*|limited"
    r"|limit\w*|minim\w*|oppos\w*|object\w*|against|regardless|irrespective|notwithstanding|although"
    r"|though|abst\w+|abroad"
    r"|remov\w*|suspen\w*|withdr\w*|restrict\w*|contrar\w*|conflict\w*|negativ\w*|vacan\w*|pending|few",
    "fr": r"non|ni|sans|sauf|aucun\w*|nul\w*|jamais|rien|personne|pas|plus|point|hors|hormis|except\w*"
    r"|exclu\w*"
    r"|in(?:cap|suff|val|compl|élig|appl|adm|comp|dép|exis|conn|exa|fond|dû|util|vol|act)\w*|im(?:poss"
    r"|mun|pro|puis)\w*|irr\w+"
    r"|absen\w*|défaut|manqu\w*|refus\w*|interdi\w*|prohib\w*|empêch\w*|évit\w*|cess\w*|exempt\w*|dispens\w*"
    r"|avant|seul\w*|uniquement"
    r"|moins|peu|échéant|abst\w+|rejet\w*|perd\w*|perte|préjudic\w*|limit\w*|contr\w+|jusqu\w*|n"
    r"|opposi?\w*|suspen\w*|retir\w*|restrei\w*|priv\w*|vacan\w*|outre|faute|loin|dérog\w*",
    "es": r"no|ni|sin|salvo|ning[uú]n\w*|nadie|nunca|jam[aá]s|nada|tampoco|fuera|except\w*|exclu\w*"
    r"|menos|s[oó]lo"
    r"|únic\w*|solament\w*|in(?:cap|suf|v[aá]l|compl|eleg|apl|adm|comp|dep|exis|exa|fund|deb|út|vol"
    r"|act)\w*|im(?:pos|mun|pro|pid)\w*"
    r"|irr\w+|ausen\w*|falta\w*|defecto|rechaz\w*|deneg\w*|prohib\w*|evit\w*|ces\w*|exen\w*|exim\w*"
    r"|antes|hasta|abst\w+|pérdida"
    r"|perd\w*|perjui\w*|limit\w*|contra\w*|poc[oa]s?|opon\w*|oposi\w*|suspen\w*|retir\w*|restri\w*"
    r"|vacan\w*|carec\w*"
    r"|imped\w*|aunque",
    "ru": r"не(?!обход|дел|посредств|котор|скольк|медл)\w*|ни\w*|без\w*|нет|кроме|исключ\w*|иначе|лишь"
    r"|только|отказ\w*|запре\w*"
    r"|воздерж\w*|отсутств\w*|прекращ\w*|освобожд\w*|избега\w*|предотвра\w*|вместо|вне|прежде|отклон\w*"
    r"|утрат\w*|потер\w*"
    r"|ущерб\w*|огранич\w*|против\w*|возраж\w*|приостан\w*|лиш\w*|вакан\w*|недейств\w*|хотя|независимо"
    r"|пока",
    "ar": r"[وفبل]?(?:لا|لم|لن|ليس|ليست|غير|دون|بدون|عدم|إلا|ألا|بلا|عدا|سوى|باستثناء|استثناء|فقط|خارج"
    r"|قبل|رفض\w*|امتن\w*|حظر"
    r"|يحظر|تحظر|يمتنع|تمتنع|منع\w*|تجنب|انعدام|انتفاء|خلاف|بخلاف|حتى|يمنع|تمنع)|[يت]?منع\w*|[ل]?ئلا"
    r"|لغير\w*"
    r"|ال?عدم\w*|[وفبل]?(?:ما|مجرد|إنما|لولا|خلافا|يستبعد|استبعاد|إنهاء|توقف|سقوط|نقص|قلة|محدود\w*)",
}  # fmt: skip
_CHINESE_STANDS_FOR = pattern_of("[不无非未没否免勿莫禁拒仅只除别失缺停止废弃限外另他避防豁反绝难少除唯前余]")


_NOBODY: Mapping[str, str] = {
    "en": r"(?P<none>no|none|nothing|nobody|neither)\b(?!\.?\s?\d)"
    r"(?!\s(?:later|less|more|fewer|longer|sooner)\b)[^.,;:]{0,90}?\s(?P<verb>shall|may|must|will|can)",
    "fr": r"(?P<none>aucune?|nul(?:le)?|rien|personne)\s[^.,;:]{0,90}?(?<!\w)(?P<verb>ne|n(?=['’]))",
    "es": r"(?P<none>ning[uú]n[ao]?|nada|nadie)",
    "ru": r"(?P<none>ни одн\w+|ни один|ничто|никто|никак\w+)\s(?:[^.,;:]{1,90}?\s)?(?P<verb>не)",
}
"""Subjects that negate a whole sentence, at its beginning: "No Party shall", « aucune Partie ne »."""

_PROHIBITS: Mapping[str, str] = {
    "en": r"(?:is|are|be)\s(?:\w+ly\s|hereby\s|also\s)?(?:prohibited|forbidden|banned)",
    "fr": r"(?:est|sont|soit|soient|demeurent?|restent?)\s(?:\w+ment\s|aussi\s)?interdite?s?",
    "es": r"(?:está|están|queda|quedan|es|son|sea|sean|será|serán)\s(?:\w+mente\s)?prohibid[oa]s?"
    r"|se\sproh[ií]b\w+",
    "ru": r"(?<!не )запреща[ею]тся|(?<!не )запрещен[аоы]?",
    "ar": r"(?<!لا )[وف]?[يت]حظر",
}
_CHINESE_PROHIBITS = pattern_of("(?<![不未被])禁止")
"""Verbs that prohibit: "is prohibited", «запрещается»."""


@cache
def _at_beginning(said: str) -> re.Pattern[str]:
    return pattern_of(rf"(?:^|(?<=[.;:] ))(?:{said})(?!\w)", re.IGNORECASE)


@cache
def _pattern(said: str) -> re.Pattern[str]:
    return pattern_of(rf"(?<!\w)(?:{said})(?!\w)", re.IGNORECASE)


def negation(text: str, language: str) -> str:
    """The first words of a text that negate; "" where there are none, or the language has no table.

    Args:
        text: of a clause, or a sentence of it.
        language: code of its language.
    """
    pattern = (
        _CHINESE_NEGATES
        if language == "zh"
        else _pattern(_NEGATES[language])
        if language in _NEGATES
        else None
    )
    found = pattern.search(text) if pattern else None
    return found[0] if found else ""


def nobody(text: str, language: str) -> re.Match[str] | None:
    """Where a sentence begins with a subject by which it binds or permits nobody; its groups are the words.

    Args:
        text: of a clause, or a sentence of it.
        language: code of its language; in Arabic and Chinese the verb is negated beside such a subject.
    """
    return _at_beginning(_NOBODY[language]).search(text) if language in _NOBODY else None


def prohibits(text: str, language: str) -> str:
    """The verb by which a text prohibits ("is prohibited"); "" if there is none.

    Args:
        text: of a clause, or a sentence of it.
        language: code of its language.
    """
    if language == "zh":
        found = _CHINESE_PROHIBITS.search(text)
    else:
        found = _pattern(_PROHIBITS[language]).search(text) if language in _PROHIBITS else None
    return found[0] if found else ""


def may_negate(text: str, language: str) -> bool:
    """Whether a text has anything that could stand for a negation; one in a language without a table has.

    Args:
        text: of a clause, or a sentence of it.
        language: code of its language.
    """
    if language == "zh":
        return _CHINESE_STANDS_FOR.search(text) is not None
    return language not in _STANDS_FOR or _pattern(_STANDS_FOR[language]).search(text) is not None
