"""Words that permit, and what else can stand for one of them in a version of a text in another language.

Versions of one text are held against one another by counting: a "may" that is answered neither by a modal of
the other version nor by a surplus of its other words is told. Words of one sort answer to one another first,
so that "droit" answers to "right" or "law" and only what is left over can stand for a "may".

Chosen on 28,000 pairs of clauses of acts in English and French, and on 2,200 of the Charter and of an
agreement in English against Spanish, Russian and Chinese; figures in docs/across-languages.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from treatydiff.patterns import pattern_of

PermissionSort = Literal["modal", "barred", "able", "right", "power", "possible"]
SORTS: tuple[PermissionSort, ...] = ("modal", "barred", "able", "right", "power", "possible")

_WORDS: Mapping[str, Mapping[PermissionSort, str]] = {
    "en": {
        "modal": r"may|MAY|(?<!\d\s)May(?!\s\d)",
        "barred": r"(?:may|shall|must|can|could|should|need)\s+not|cannot|nor|neither|no|none|nothing",
        "able": r"unable|able|can|could|might|enabl\w+|allow\w*",
        "right": r"rights?|self-determination|entitle\w*|laws?|legal|free|freely|freedom\w*|liberty",
        "power": r"power\w*|empower\w*|(?:un)?authori\w+|permi\w+|discretion\w*|option\w*|opportunit\w+",
        "possible": r"possib\w+|impossib\w+|practicab\w+|feasib\w+|capabilit\w+|potential\w*|likely|liable"
        r"|eligib\w+|admissib\w+|contingen\w+",
    },
    "fr": {
        "modal": r"(?<!ne )(?<!faire se )"
        r"(?:peut|peuvent|pouvez|pourra|pourront|pourrait|pourraient|puisse|puissent)",
        "barred": r"(?<=ne )(?:peut|peuvent|pourra|pourront|puisse|puissent)",
        "able": r"permet|permett(?!ant)\w+|pouvait|pouvaient|pouvant",
        "right": r"droits?|libres?|librement|libertés?|loisible",
        "power": r"pouvoirs?|facultés?|facultati\w+|habilit\w+|autoris\w+|permise?s?",
        "possible": r"possib\w+|impossib\w+|éventuel\w*|potentiel\w*|susceptibles?|recevab\w+",
    },
    "es": {
        "modal": r"(?<!no )(?:podrán?|puede|pueden|pueda|puedan|podrían?|pudieran?|pudieren?)",
        "barred": r"(?<=no )(?:podrán?|puede|pueden|pueda|puedan|podrían?)",
        "able": r"permit\w+|pudiendo|poder",
        "right": r"derechos?|libres?|libremente|libertad\w*",
        "power": r"facult\w+|autoriz\w+|poderes|permiso\w*|discrecional\w*|opción|opcional\w*",
        "possible": r"posib\w+|imposib\w+|eventual\w*|potencial\w*|susceptibles?|admisib\w+",
    },
    "ru": {
        "modal": r"(?<!не )(?:может|могут|мог|могл[аио]|можно|вправе|уполномочивается|уполномочиваются)",
        "barred": r"(?<=не )(?:может|могут|мог|могла|могли|могло|вправе)|нельзя",
        "able": r"позвол\w+|могущ\w+",
        "right": r"прав[оауе]?(?!\sголос)|правом|правам|правами|свобод\w+|законодательств\w+|закон\w*",
        "power": r"полномочи\w+|уполномоч\w+|разреш\w+(?!\s(?:\w+\s)?спор)|допуска\w+|допусти\w+",
        "possible": r"возможн\w+|невозможн\w+|потенциальн\w+",
    },
    "ar": {
        "modal": r"[وف]?(?<!لا )(?:[يت]جوز|جاز|[يت]مكن\w{0,3}|[يت]حق|[يت]سوغ|قد)"
        r"|[وف]?ل(?:ه|ها|هم|هما|أي|كل|مجلس|جميع|مؤتمر|لجنة|محكمة|أمين|منظمة|هيئة|سلطة|ل\w{2,20})"
        r"(?!\w)[^.;؛\n]{0,90}?(?<!\w)أن",
        "barred": r"[وف]?لا (?:[يت]جوز|[يت]مكن\w{0,3}|[يت]حق)",
        "able": r"قادر\w*|قدرة|[يت]ستطيع\w*|[وف]?ل?تمكين\w*|[يت]تيح|[يت]سمح",
        "right": r"(?:ال)?حق|(?:ال)?حقوق\w*|حر[ةا]?|(?:ال)?حري\w+",
        "power": r"(?:ال)?سلط[ةا]\w*|(?:ال)?صلاحي\w+|[يت]خول\w*|مخول\w*|[يت]أذن|(?:ال)?إذن|[يت]رخص|مأذون\w*",
        "possible": r"محتمل\w*|[يت]حتمل|ممكن\w*|(?:ال)?إمكان\w*|احتمال\w*",
    },
}  # fmt: skip
_CHINESE_WORDS: Mapping[PermissionSort, str] = {
    "modal": r"(?<![许认不])可(?!以?[能行持靠见再供用查访]|[互获重负得决])"
    r"|(?<![不获取值使所免难可])得(?![到出以])|有权",
    "barred": r"不得|不可(?![能逆])|不能",
    "able": r"(?<![可功职效性机技不])能(?![力源])",
    "right": r"权利|自由",
    "power": r"授权|准许|允许|许可",
    "possible": r"可能",
}
"""A character of many words is left out in those in which it does not permit."""
_CONDITIONAL: Mapping[str, str] = {
    "fr": r"pourrai(?:en)?t", "es": r"podrían?|pudier\w+", "ru": r"мог(?:л[аио])?(?= бы)",
}  # fmt: skip
"""Modals that can stand for "likely" or "potential": « pourrait menacer », «могло бы угрожать»."""
_ASKED: Mapping[str, str] = {
    "fr": r"(?<!ne )(?:peut|peuvent|pourra|pourront)",
    "es": r"(?<!no )(?:podrán?|puede|pueden)",
    "ru": r"(?<!не )(?:может|могут|вправе)",
    "ar": r"[وف]?(?<!لا )(?:[يت]جوز|[يت]حق)"
    r"|[وف]?ل(?:ه|ها|هم|كل|أي|مجلس|مؤتمر|لمجلس|لجمعية|لدول\w*|لأطراف|لطرف|لأمين|لجنة|لهيئة|لسلطة|لأمانة|لعضو|لأعضاء)"
    r"(?!\w)[^.;؛\n]{0,90}?(?<!\w)أن",
}
"""The modals whose permission is looked for in other versions, where not all of them are."""
_NOT_PERMITTED: Mapping[str, re.Pattern[str]] = {
    "en": pattern_of(
        r"(?:(?<!far )(?<!well )\bas"
        r"(?=\s*$|\s(?:it|he|she|they|the|an?|any|each|this|these|such|its|their|occasion|[A-Z]))"
        r"|\b(?:whatever|however|who(?:so)?ever))\b[^,;:.()]{0,60}$"
        r"|\breason(?:able grounds|s? to believe)\b[^,;:.]{0,60}$"
        r"|\b(?:which|that|who)$|\b(?:any|such|other|all)\b[^,;:.]{1,60}\b(?:that"
        r"|which)\b[^,;:.]{0,60}$|\b[Nn]o\b(?!\.?\s?\d)[^,;:.]{0,70}$"
        r"|\b(?:in|under|from|within|by|on|to|at|with|for|through) which\b[^,;:.]{0,80}$"
    ),
    "fr": pattern_of(
        r"\b(?:que?|qu['’]|qui|où|dont|si|(?:les|aux|des|du|au|le)quel\w*|laquelle|lorsque?|aucune?|nul(?:le)?)"
        r"\b[^,;:.]{0,60}$",
        re.IGNORECASE,
    ),
    "es": pattern_of(
        r"\b(?:que|quien\w*|donde|si|cuando|cual\w*|ning[uú]n[ao]?|nadie)\b[^,;:.]{0,60}$", re.IGNORECASE
    ),
    "ru": pattern_of(
        r"\b(?:котор\w+|каки\w+|какой|какая|какое|если|чтобы|что|где|когда|ни од\w+|никак\w+|никто)"
        r"\b[^,;:.]{0,60}$",
        re.IGNORECASE,
    ),
    "zh": pattern_of("其中[^，。；]{0,6}$"),
}
"""What stands before a modal that is no permission of its own: "as it may decide"."""
_GOES_ON: Mapping[str, re.Pattern[str]] = {"en": pattern_of(r"\bmay\b[^.;:]{0,120}\b(?:and|or)$")}
"""What stands before one that goes on with another one: "may sign or may join"."""
_BARS: Mapping[str, re.Pattern[str]] = {
    "en": pattern_of(
        r"(?:,\s\w+,)?\s+(?:not|no\s+(?:longer|more)|have\s+\w+ed|lead\s+to|occur|arise|result)\b"
        r"|[^.;:,]{0,80}\bonly\b"
    )
}
"""What stands behind a modal that bars, or says what can happen: "may not", "may be lit only"."""
_LOOKED_BACK = 140


_WISHES: Mapping[str, str] = {
    "en": r"needs?|necessary|desirable|important|appropriate|advisable|required|ought|would|useful|expected"
    r"|likely",
    "fr": r"lieu|importe|important\w*|faut|faudr\w+|souhait\w+|opportun\w*|préférable|nécessaire\w*|utile"
    r"|convien\w+"
    r"|devrai\w+|s['’]agit|aur\w+ dû|appropri\w+|essentiel\w*|dev(?:ant|oir)|nécessit\w+|impér\w+|indiqué",
    "es": r"convendr\w+|convien\w+|convenien\w+|importante|deber[íi]a\w*|procede|proced\w+|neces\w+"
    r"|preciso|oportun\w+|aconsej\w+|cabe",
    "ru": r"необходимо|нужно|следует|целесообразно|важно|надлежит|желательно|рекоменд\w+",
    "ar": r"ينبغي|ينبغى|[يت]ستحسن|المستصوب|[يت]حبذ|ضروري\w*|ضرورة|الضروري|اللازم|لازم\w*|المهم"
    r"|[يت]ستصوب|[يت]وصى",
}
"""Words by which versions say a "should" in another way."""
_CHINESE_WISHES = pattern_of("应|宜|最好|希望|建议|鼓励|需|必要|适当|可取")
"""In Chinese a "should" is mostly said with the word for "shall"; "must" (必须) is none of them."""


def wishes(text: str, language: str) -> bool:
    """Whether a text has a word that can stand for one that recommends.

    Args:
        text: of a clause.
        language: code of its language; of one without a table every text has.
    """
    if language == "zh":
        return _CHINESE_WISHES.search(text) is not None
    said = _WISHES.get(language)
    return said is None or _whole_words(said).search(text) is not None


_REFUSALS: Mapping[str, str] = {
    "en": r"only|solely|refus\w+|refrain\w*|abstain\w*|inadmissible|invalid|void|forbid\w*"
    r"|prevent\w*|precluded?|barred",
    "fr": r"seule?s?|seulement|uniquement|refus\w+|interdi\w+|exclu\w*|abst[ei]\w+|inopposab\w+"
    r"|irrecevab\w+|empêch\w+|impossib\w+"
    r"|nulle?s?",
    "es": r"s[oó]lo|solamente|únicamente|rechaz\w+|deneg\w+|prohib\w+|exclu\w+|abst[eiu]\w+"
    r"|inadmisib\w+|imp[ie]d\w+|imposib\w+|nul[oa]s?",
    "ar": r"إلا|فقط|سوى|[يتن]متنع\w*|امتناع\w*|ال?حظر\w*|[يتن]حظر\w*|محظور\w*|[يتن]رفض\w*|[يت]منع\w*",
    "ru": r"лишь|только|отказ\w+|запре\w+|исключ\w+|воздерж\w+|недопуст\w+|невозможн\w+"
    r"|препятств\w+|недействит\w+",
}
"""Words by which versions say a "shall not" without a negation: "sont refusés", "лишь с согласия"."""
_CHINESE_REFUSES = pattern_of("只[有能可]|仅|(?<![约各一两双三对])方[可能得]|才[可能得]|除非|拒绝|禁止|避免")


def refuses(text: str, language: str) -> bool:
    """Whether a text has a word that can stand for one that prohibits.

    Args:
        text: of a clause.
        language: code of its language; one without a table has none.
    """
    if language == "zh":
        return _CHINESE_REFUSES.search(text) is not None
    said = _REFUSALS.get(language)
    return said is not None and _whole_words(said).search(text) is not None


_EMPOWERS: Mapping[str, str] = {
    "ar": r"[وف]?لل?\w{1,20}\s[^.;؛\n]{0,90}?(?<!\w)أن|[يت]خول\w*|[يت]سمح\w*|[يت]مكن\w*|جاز|صلاحي\w+|سلطة",
}
"""What permits without a modal, in languages without a table of sorts: "للمجلس أن"."""
_CHINESE_EMPOWERS = pattern_of("授权|准许|允许|许可|自由|(?<=[，；。])得(?![到出以知悉益当失体])")
"""In Chinese also freedom, and 得 at the beginning of a part of a sentence, where it is no part of a word."""


def empowers(text: str, language: str) -> bool:
    """Whether a text has words that can stand for a modal that permits: "est habilité à", "للمجلس أن".

    Args:
        text: of a clause.
        language: code of its language.
    """
    if language == "zh":
        return _CHINESE_EMPOWERS.search(text) is not None
    said = _EMPOWERS.get(language)
    pattern = _whole_words(said) if said else permission_pattern("power", language)
    return pattern is not None and pattern.search(text) is not None


@cache
def permission_pattern(sort: PermissionSort, language: str) -> re.Pattern[str] | None:
    """What finds the words of a sort in a text; None where the language has no table.

    Args:
        sort: of words.
        language: code of the language.
    """
    if language == "zh":
        return pattern_of(_CHINESE_WORDS[sort])
    table = _WORDS.get(language)
    return _whole_words(table[sort], cased=language == "en" and sort == "modal") if table else None


def conditionals(text: str, language: str) -> list[int]:
    """Where the modals of a text begin that can say that something is possible.

    Args:
        text: of a clause, or a sentence of it.
        language: code of its language; without a table there are none.
    """
    said = _CONDITIONAL.get(language)
    return [found.start() for found in _whole_words(said).finditer(text)] if said else []


@cache
def _whole_words(said: str, *, cased: bool = False) -> re.Pattern[str]:
    return pattern_of(rf"(?<!\w)(?:{said})(?!\w)", re.NOFLAG if cased else re.IGNORECASE)


@cache
def _asked_pattern(language: str) -> re.Pattern[str] | None:
    said = _ASKED.get(language)
    return _whole_words(said) if said else permission_pattern("modal", language)


def permissions(text: str, language: str) -> tuple[re.Match[str], ...]:
    """The modals of a text that permit something and that a version in another language must answer.

    Args:
        text: of a clause, or a sentence of it.
        language: code of its language; without a table there are none.
    """
    pattern = _asked_pattern(language)
    if pattern is None:
        return ()
    before, behind = _NOT_PERMITTED.get(language), _BARS.get(language)
    return tuple(
        found
        for found in pattern.finditer(text)
        if not (behind and behind.match(text, found.end()))
        and not (before and before.search(_ahead_of(text, found.start())))
        and not goes_on(text, language, found.start())
    )


def goes_on(text: str, language: str, start: int) -> bool:
    """Whether a modal that starts at a place goes on with one before it: "may sign or may join"."""
    pattern = _GOES_ON.get(language)
    return pattern is not None and pattern.search(_ahead_of(text, start)) is not None


def _ahead_of(text: str, start: int) -> str:
    return text[max(0, start - _LOOKED_BACK) : start].rstrip()
