"""What stands around number words in each language: fractions, months, units, turns that count nothing."""

from __future__ import annotations

from treatydiff.language.words.signal_table import glue_of
from treatydiff.records import dataclass

Fractions = tuple[tuple[str, str], ...]
"""(value, pattern), matched against the words of a clause joined by single spaces (in Chinese by none)."""


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """The words around numbers in one language; patterns are matched as those of signals are.

    Args:
        fractions: fractions, in one word or several ("one third", "三分之二").
        not_numbers: turns with number words that say no number ("third States").
        counted_units: what makes a word for one a number where it stands before it ("one month").
        months: what follows the day in a date.
        unspaced: whether words are joined without spaces.
    """

    fractions: Fractions = ()
    not_numbers: str = ""
    counted_units: str = ""
    months: frozenset[str] = frozenset()
    unspaced: bool = False

    @property
    def glue(self) -> str:
        """What stands before each of the words that patterns are matched against."""
        return glue_of(unspaced=self.unspaced)


_DENOMINATORS = (
    ("half|halves", 2), ("thirds?", 3), ("quarters?|fourths?", 4), ("fifths?", 5), ("tenths?", 10),
)  # fmt: skip
_PERSONS = "states?|part(?:y|ies)|countr(?:y|ies)|persons?"

_ENGLISH = QuantityWords(
    fractions=(
        *(
            (f"{above}/{below}", rf"{numerator}[ -]?(?:{denominator})(?! (?:{_PERSONS}))")
            for above, numerator in enumerate(("one", "two", "three", "four"), start=1)
            for denominator, below in _DENOMINATORS
        ),
        ("1/2", "half an?(?= (?:year|hour|month))"),
        ("1/2", r"half(?:-\w+)?"),
        ("2", "twice"),
        ("12", "(?:a )?dozen"),

    ),
    not_numbers=(
        rf"third (?:{_PERSONS})|(?:first|second|latter) half of|on the other hand"
        "|group of (?:77|20|seven|eight|twenty)"
    ),
    counted_units=(
        r"(?:calendar |working |clear )?"
        r"(?:hours?|days?|weeks?|months?|years?|per cent|percent|copy|third|half)"
    ),
    months=frozenset((
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    )),
)  # fmt: skip
_FRENCH = QuantityWords(
    fractions=(
        ("2/3", "deux tiers"),
        ("1/3", "(?:un|le) tiers (?:des|de|du|au)"),
        ("3/4", "trois quarts"),
        ("1/4", "(?:un|le) quart"),
        ("4/5", "quatre cinquièmes"),
        ("1/2", "la moitié"),
    ),
    not_numbers="pour cent",
    counted_units=r"(?:heures?|jours?|semaines?|mois|ans?|années?)",
    months=frozenset((
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
        "novembre", "décembre",
    )),
)  # fmt: skip
_SPANISH = QuantityWords(
    fractions=(
        ("2/3", "dos (?:tercios|terceras partes)"),
        ("1/3", "un tercio|una tercera parte"),
        ("3/4", "tres (?:cuartos|cuartas partes)"),
        ("1/4", "un cuarto|una cuarta parte"),
        ("4/5", "cuatro quintos"),
        ("1/2", "(?:la )?mitad"),
    ),
    not_numbers=r"segund[oa] (?:lugar|párrafo|oración)|tercer (?:estado|país)|por ciento",
    counted_units=r"(?:horas?|días?|semanas?|mes|meses|años?)",
    months=frozenset((
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
        "noviembre", "diciembre", "de",
    )),
)  # fmt: skip
_RUSSIAN = QuantityWords(
    fractions=(
        ("2/3", "дв(?:е|ух|умя) трет(?:и|ей|ями)"),
        ("1/3", "(?:одн(?:а|у|ой) )?треть(?:ю)?|одной трети"),
        ("3/4", "тр(?:и|е[мх]я|ёх|ех) четверт(?:и|ей|ями)"),
        ("1/2", "половин(?:а|ы|у|ой)"),
        ("3/2", "пол(?:тора|торы|утора)"),
    ),
    not_numbers=r"третье(?:го|му|м)? (?:государств\w+|лиц\w+)|треть(?:я|ей|ю) (?:сторон\w+|стран\w+)",
    counted_units=r"(?:час|день|дня|недел[яию]|месяца?|года?)",
    months=frozenset((
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
        "ноября", "декабря",
    )),
)  # fmt: skip
_NUMERALS = "一二三四五六七八九十"
_CHINESE = QuantityWords(
    fractions=(
        *(
            (f"{above}/{below}", f"{part}分之{whole}")
            for below, part in enumerate(_NUMERALS, start=1)
            for above, whole in enumerate(_NUMERALS[: below - 1], start=1)
        ),
        ("1/2", "(?:过)?半数|一半|半(?=年|小时|个月)"),
    ),
    unspaced=True,
)
_ARABIC = QuantityWords(
    fractions=(
        ("2/3", "(?:ب|ل)?(?:ال)?ثلث(?:ين|ا|ي)"),
        ("1/3", "(?:ب|ل)?(?:ال)?ثلث"),
        ("3/4", "(?:ب|ل)?ثلاثة أرباع"),
        ("1/4", "(?:ب|ل)?(?:ال)?ربع"),
        ("1/2", "(?:ب|ل)?(?:ال)?نصف"),
        ("2", "سنتين|شهرين|يومين|سنتان|شهران|يومان|أسبوعين|أسبوعان|ساعتين|ساعتان|عامين|عامان"),
    ),
    months=frozenset(
        (
            "كانون",
            "شباط",
            "آذار",
            "نيسان",
            "أيار",
            "حزيران",
            "تموز",
            "آب",
            "أيلول",
            "تشرين",
            "يناير",
            "فبراير",
            "مارس",
            "أبريل",
            "مايو",
            "يونيه",
            "يونيو",
            "يوليه",
            "يوليو",
            "أغسطس",
            "سبتمبر",
            "أكتوبر",
            "نوفمبر",
            "ديسمبر",
        )
    ),
    not_numbers=r"(?:[وفبلك]?ال|لل)?(?:دول|دولة|أطراف|طرف|بلدان|بلد) (?:ال)?ثالثة?",
)

QUANTITY_WORDS: dict[str, QuantityWords] = {
    "en": _ENGLISH, "fr": _FRENCH, "es": _SPANISH, "ru": _RUSSIAN, "zh": _CHINESE, "ar": _ARABIC,
}  # fmt: skip
