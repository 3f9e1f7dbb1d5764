"""What makes a number a quantity in each language: units of time, money, nouns that are numbered."""

from __future__ import annotations

from typing import Literal

from treatydiff.records import dataclass

Base = Literal["hours", "days", "months"]
Unit = tuple[Base, int]
"""A unit of time as so many of its base: a week is seven days, a year twelve months."""

_HOUR: Unit = ("hours", 1)
_DAY: Unit = ("days", 1)
_WEEK: Unit = ("days", 7)
_MONTH: Unit = ("months", 1)
_YEAR: Unit = ("months", 12)


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The words around the numbers of one language, as comparison keys.

    Args:
        time: words for units of time.
        between: words that may stand between a number and its unit ("thirty calendar days").
        percent: words for hundredths, as the words behind the number.
        money: names of currencies.
        numbered: nouns whose number is a label where it stands behind them ("session 3", "decision 5").
        counted_ordinals: nouns that are counted by an ordinal ("thirtieth day", "sixtieth instrument").
        date_links: words between the day and its month ("twenty-third day of May").
        opening: words before a bare number that counts ("a quorum of 12", "at least 5").
        closing: words behind a number in digits that names what stands before it ("Channel 16 shall").
    """

    time: dict[str, Unit]
    between: frozenset[str] = frozenset()
    percent: tuple[tuple[str, ...], ...] = ()
    money: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    counted_ordinals: frozenset[str] = frozenset()
    date_links: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()


def _units(hours: str, days: str, weeks: str, months: str, years: str) -> dict[str, Unit]:
    table = ((hours, _HOUR), (days, _DAY), (weeks, _WEEK), (months, _MONTH), (years, _YEAR))
    return {word: unit for words, unit in table for word in words.split()}


def _set(*texts: str) -> frozenset[str]:
    return frozenset(word for text in texts for word in text.split())


_CODES = "usd eur gbp chf sdr sdrs xdr cny rub jpy euro euros"

UNIT_WORDS: dict[str, UnitWords] = {
    "en": UnitWords(
        time=_units("hour hours", "day days", "week weeks", "month months", "year years"),
        between=_set(
            "calendar working business clear consecutive full further additional successive"
        ),
        percent=(("per", "cent"), ("percent",)),
        money=_set(
            "dollar dollars pound pounds franc francs yuan rubles", _CODES
        ),
        numbered=_set(
            "session meeting resolution decision document no nos number numbers table figure phase "
            "stage step goal target item recommendation principle schedule form category class type "
            "level option tier column row page line volume note box group list appendix annex section "
            "rule regulation directive law act chapter part title article articles paragraph "
            "paragraphs subparagraph subparagraphs point module standard convention protocol sentence "
            "division block"
        ),
        counted_ordinals=_set(
            "day month year week hour instrument ratification accession deposit notification "
            "anniversary"
        ),
        date_links=frozenset(("day", "of", "the", "in", "year")),
        opening=_set(
            "of least most than exceed exceeding by to and or between from is are be about over under "
            "up only a the every each within after before in at for total shall with through until "
            "its their these"
        ),
        closing=_set(
            "shall may should must will is are of at to on in for the from by with under as"
        ),
    ),
    "fr": UnitWords(
        time=_units("heure heures", "jour jours", "semaine semaines", "mois", "an ans année années"),
        percent=(("pour", "cent"),),
        money=_set(
            "dollar dollars livre livres franc francs", _CODES
        ),
        numbered=_set(
            "session réunion résolution décision document no nos numéro numéros tableau figure phase "
            "étape objectif point recommandation principe formulaire catégorie classe type niveau "
            "option colonne page ligne volume note groupe liste appendice annexe section règle "
            "règlement directive loi acte chapitre partie titre article articles paragraphe "
            "paragraphes alinéa alinéas module norme"
        ),
        counted_ordinals=_set(
            "jour mois année semaine heure instrument ratification adhésion dépôt notification "
            "anniversaire"
        ),
        date_links=frozenset(("jour", "de", "du", "le", "l", "an")),
    ),
    "es": UnitWords(
        time=_units("hora horas", "día días", "semana semanas", "mes meses", "año años"),
        percent=(("por", "ciento"),),
        money=_set(
            "dólar dólares libra libras franco francos", _CODES
        ),
        numbered=_set(
            "sesión reunión período resolución decisión documento no nos número números cuadro figura "
            "fase etapa objetivo tema recomendación principio formulario categoría clase tipo nivel "
            "opción columna página línea volumen nota grupo lista apéndice anexo sección regla "
            "reglamento directiva ley acto capítulo parte título artículo artículos párrafo párrafos "
            "apartado apartados módulo norma"
        ),
        counted_ordinals=_set(
            "día mes año semana hora instrumento ratificación adhesión depósito notificación "
            "aniversario"
        ),
        date_links=frozenset(("día", "de", "del", "año")),
    ),
    "ru": UnitWords(
        time=_units(
            "час часа часов часам",
            "день дня дней дню днем днём сутки суток",
            "неделя недели недель неделю",
            "месяц месяца месяцев месяцам месяцы",
            "год года лет году годам годы",
        ),
        between=frozenset(("календарных", "рабочих", "календарный", "рабочий", "полных")),
        percent=(("процентов",), ("процента",), ("процент",), ("процентами",)),
        money=_set(
            "доллар доллара долларов фунтов франков рублей евро", _CODES
        ),
        numbered=_set(
            "сессия сессии резолюция резолюции решение решения документ документа пункт пункта пункте "
            "пунктом статья статьи статье статьей подпункт подпункта таблица приложение приложения "
            "раздел раздела глава главы часть части этап этапа правило правила номер"
        ),
        counted_ordinals=_set(
            "день дня месяц месяца год года неделя недели документа документ грамоты ратификационной "
            "годовщина годовщины сдачи депонирования присоединения"
        ),
    ),
    "zh": UnitWords(
        time=_units("小时", "天 日", "周 星期", "月", "年"),
        money=frozenset(("美元", "欧元", "人民币", "英镑", "法郎")),
        counted_ordinals=frozenset(("天", "日", "份", "件", "个", "年", "月")),
    ),
    "ar": UnitWords(
        time=_units(
            "ساعة ساعات ساعتين ساعتان", "يوم يوما أيام ايام يومين يومان",
            "أسبوع أسبوعا أسابيع أسبوعين أسبوعان", "شهر شهرا أشهر شهور شهرين شهران",
            "سنة سنوات عام عاما أعوام سنتين سنتان عامين عامان",
        ),
        percent=(("في", "المائة"), ("في", "المئة"), ("بالمائة",), ("بالمئة",)),
        money=_set(
            "دولار دولارا دولارات يورو", _CODES
        ),
        numbered=_set(
            "الدورة المادة الفقرة القرار المقرر المرفق الفصل الباب الجزء الوثيقة رقم الجدول المرحلة"
        ),
        counted_ordinals=_set(
            "اليوم الشهر السنة الصك للصك اليومي يوم"
        ),
    ),
}  # fmt: skip
"""Languages without a table have counts only."""

ONE_CURRENCY: dict[str, str] = {
    "usd": "dollar",
    "eur": "euro",
    "gbp": "pound",
    "chf": "franc",
    "rub": "рублей",
    "cny": "人民币",
}
"""Codes of currencies and what a text calls them otherwise."""
CURRENCY_SIGNS: dict[str, str] = {"$": "dollar", "€": "euro", "£": "pound"}
"""Printed signs, which say the same as the codes: "US$ 50" and "USD 50"."""

OF_COUNTRIES: frozenset[str] = frozenset((
    "united", "states", "us", "u.s", "american", "canadian", "australian", "new", "zealand", "singapore",
    "swiss",
))  # fmt: skip
"""Words between an amount and its currency: "500 United States dollars"."""

WORKING_DAYS: frozenset[str] = frozenset((
    "working", "business", "ouvrables", "ouvrés", "hábiles", "laborables", "рабочих", "рабочий",
    "عمل",
))  # fmt: skip
"""Words that make a duration one of working days, which is compared with such durations only."""
