"""Number words of the six languages: the words that all numbers up to the millions are made of.

A line is a value, its cardinals, and behind a bar its ordinals. "~" marks words that are numbers only
beside other number words, being articles, pronouns or turns of phrase when they stand alone; numbers of
headings may be such words too. Accents of French and Spanish, "ё", vowel signs and the article "ال" are left
out when words are read. "перв-ый" stands for the forms of a Russian adjective in the singular; plurals
name decades and groups ("third parties") and are no numbers.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from treatydiff.records import dataclass

ARABIC_ADVERBS = ("أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا")
""""Firstly", "secondly" and so on, as Arabic drafts number paragraphs."""


@dataclass(frozen=True, slots=True)
class NumberTable:
    """The number words of one language.

    Args:
        lines: values with their words, as the module describes.
        joiner: the conjunction inside numbers ("one hundred and one"); in Arabic it is written on to
            the next word.
    """

    lines: str
    joiner: str = ""


ENGLISH = NumberTable(
    """
    1 ~one | ~first
    2 two | ~second
    3 three | third
    4 four | fourth
    5 five | fifth
    6 six | sixth
    7 seven | seventh
    8 eight | eighth
    9 nine | ninth
    10 ten | tenth
    11 eleven | eleventh
    12 twelve | twelfth
    13 thirteen | thirteenth
    14 fourteen | fourteenth
    15 fifteen | fifteenth
    16 sixteen | sixteenth
    17 seventeen | seventeenth
    18 eighteen | eighteenth
    19 nineteen | nineteenth
    20 twenty | twentieth
    30 thirty | thirtieth
    40 forty | fortieth
    50 fifty | fiftieth
    60 sixty | sixtieth
    70 seventy | seventieth
    80 eighty | eightieth
    90 ninety | ninetieth
    100 hundred | hundredth
    1000 thousand | thousandth
    1000000 million | millionth
    """,
    joiner="and",
)

FRENCH = NumberTable(
    """
    1 ~un ~une | ~premier ~première ~unième ~unique
    2 deux | deuxième ~second ~seconde
    3 trois | troisième
    4 quatre | quatrième
    5 cinq | cinquième
    6 six | sixième
    7 sept | septième
    8 huit | huitième
    9 neuf | neuvième
    10 dix | dixième
    11 onze | onzième
    12 douze | douzième
    13 treize | treizième
    14 quatorze | quatorzième
    15 quinze | quinzième
    16 seize | seizième
    20 vingt vingts | vingtième
    30 trente | trentième
    40 quarante | quarantième
    50 cinquante | cinquantième
    60 soixante | soixantième
    70 septante | septantième
    80 huitante octante | huitantième octantième
    90 nonante | nonantième
    100 cent cents | centième
    1000 mille mil millier | millième
    1000000 million millions | millionième
    """,
    joiner="et",
)

SPANISH = NumberTable(
    """
    1 ~un ~uno ~una | ~primer ~primero ~primera ~único ~única
    2 dos | segundo ~segunda
    3 tres | tercer ~tercero ~tercera
    4 cuatro | cuarto cuarta
    5 cinco | quinto quinta
    6 seis | sexto sexta
    7 siete | séptimo séptima sétimo sétima
    8 ocho | octavo octava
    9 nueve | noveno novena nono nona
    10 diez | décimo décima
    11 once | undécimo undécima
    12 doce | duodécimo duodécima
    13 trece |
    14 catorce |
    15 quince |
    16 dieciséis |
    17 diecisiete |
    18 dieciocho | decimoctavo decimoctava
    19 diecinueve |
    20 veinte | vigésimo vigésima
    21 veintiuno veintiún veintiuna |
    22 veintidós |
    23 veintitrés |
    24 veinticuatro |
    25 veinticinco |
    26 veintiséis |
    27 veintisiete |
    28 veintiocho | vigesimoctavo vigesimoctava
    29 veintinueve |
    30 treinta | trigésimo trigésima
    40 cuarenta | cuadragésimo cuadragésima
    50 cincuenta | quincuagésimo quincuagésima
    60 sesenta | sexagésimo sexagésima
    70 setenta | septuagésimo septuagésima
    80 ochenta | octogésimo octogésima
    90 noventa | nonagésimo nonagésima
    100 cien ciento cientos cientas | centésimo centésima
    200 doscientos doscientas | ducentésimo ducentésima
    300 trescientos trescientas | tricentésimo tricentésima
    400 cuatrocientos cuatrocientas | cuadringentésimo cuadringentésima
    500 quinientos quinientas | quingentésimo quingentésima
    600 seiscientos seiscientas | sexcentésimo sexcentésima
    700 setecientos setecientas | septingentésimo septingentésima
    800 ochocientos ochocientas | octingentésimo octingentésima
    900 novecientos novecientas | noningentésimo noningentésima
    1000 mil millar | milésimo milésima
    1000000 millón millones | millonésimo millonésima
    """,
    joiner="y",
)

RUSSIAN = NumberTable(
    """
    1 ~один ~одна ~одно ~одного ~одной ~одному ~одним ~одном ~одну | ~перв-ый
    2 два две двух двум двумя | ~втор-ой
    3 три трех трем тремя | трет-ий
    4 четыре четырех четырем четырьмя | четверт-ый
    5 пять пяти пятью | пят-ый
    6 шесть шести шестью | шест-ой
    7 семь семи ~семью | седьм-ой
    8 восемь восьми восьмью восемью | восьм-ой
    9 девять девяти девятью | девят-ый
    10 десять десяти десятью | десят-ый
    11 одиннадцать одиннадцати одиннадцатью | одиннадцат-ый
    12 двенадцать двенадцати двенадцатью | двенадцат-ый
    13 тринадцать тринадцати тринадцатью | тринадцат-ый
    14 четырнадцать четырнадцати четырнадцатью | четырнадцат-ый
    15 пятнадцать пятнадцати пятнадцатью | пятнадцат-ый
    16 шестнадцать шестнадцати шестнадцатью | шестнадцат-ый
    17 семнадцать семнадцати семнадцатью | семнадцат-ый
    18 восемнадцать восемнадцати восемнадцатью | восемнадцат-ый
    19 девятнадцать девятнадцати девятнадцатью | девятнадцат-ый
    20 двадцать двадцати двадцатью | двадцат-ый
    30 тридцать тридцати тридцатью | тридцат-ый
    40 сорок сорока | сороков-ой
    50 пятьдесят пятидесяти пятьюдесятью | пятидесят-ый
    60 шестьдесят шестидесяти шестьюдесятью | шестидесят-ый
    70 семьдесят семидесяти семьюдесятью | семидесят-ый
    80 восемьдесят восьмидесяти восьмьюдесятью восемьюдесятью | восьмидесят-ый
    90 девяносто девяноста | девяност-ый
    100 сто ста | сот-ый
    200 двести двухсот двумстам двумястами двухстах | двухсот-ый
    300 триста трехсот тремстам тремястами трехстах | трехсот-ый
    400 четыреста четырехсот четыремстам четырьмястами четырехстах | четырехсот-ый
    500 пятьсот пятисот пятистам пятьюстами пятистах | пятисот-ый
    600 шестьсот шестисот шестистам шестьюстами шестистах | шестисот-ый
    700 семьсот семисот семистам семьюстами семистах | семисот-ый
    800 восемьсот восьмисот восьмистам восьмьюстами восемьюстами восьмистах | восьмисот-ый
    900 девятьсот девятисот девятистам девятьюстами девятистах | девятисот-ый
    1000 тысяча тысячи тысяч тысяче тысячу тысячей тысячью тысячам тысячами тысячах | тысячн-ый
    1000000 миллион миллиона миллионов миллиону миллионом миллионе миллионам миллионами | миллионн-ый
    """
)

RUSSIAN_ENDINGS = {
    "ый": ("ый", "ая", "ое", "ого", "ой", "ому", "ым", "ом", "ую"),
    "ой": ("ой", "ая", "ое", "ого", "ому", "ым", "ом", "ую"),
    "ий": ("ий", "ья", "ье", "ьего", "ьей", "ьему", "ьим", "ьем", "ью"),
}
"""The endings of ordinals in the singular, all cases, by the ending under which they are listed."""

ARABIC = NumberTable(
    f"""
    1 ~واحد ~واحدة ~أحد ~إحدى | ~أول ~أولى ~حادي ~حادية ~{ARABIC_ADVERBS[0]}
    2 اثنان اثنين اثنتان اثنتين ~اثنا ~اثني ~اثنتا ~اثنتي | ~ثاني ~ثانية ~{ARABIC_ADVERBS[1]}
    3 ثلاث ثلاثة | ثالث ثالثة ~{ARABIC_ADVERBS[2]}
    4 أربع أربعة | رابع رابعة ~{ARABIC_ADVERBS[3]}
    5 خمس خمسة | خامس خامسة ~{ARABIC_ADVERBS[4]}
    6 ست ستة | سادس سادسة ~{ARABIC_ADVERBS[5]}
    7 سبع سبعة | سابع سابعة ~{ARABIC_ADVERBS[6]}
    8 ثمان ثماني ثمانية | ثامن ثامنة ~{ARABIC_ADVERBS[7]}
    9 تسع تسعة | تاسع تاسعة ~{ARABIC_ADVERBS[8]}
    10 عشر عشرة | عاشر عاشرة ~{ARABIC_ADVERBS[9]}
    20 عشرون عشرين |
    30 ثلاثون ثلاثين |
    40 أربعون أربعين |
    50 خمسون خمسين |
    60 ستون ستين |
    70 سبعون سبعين |
    80 ثمانون ثمانين |
    90 تسعون تسعين |
    100 مائة مئة |
    200 مائتان مائتين مئتان مئتين مائتا مائتي مئتا مئتي |
    1000 ألف ألفا آلاف |
    2000 ألفان ألفين |
    1000000 مليون مليونا ملايين |
    """,
    joiner="و",
)

CHINESE = NumberTable(
    """
    0 零 〇 |
    1 ~一 |
    2 二 两 |
    3 三 |
    4 四 |
    5 五 |
    6 六 |
    7 七 |
    8 八 |
    9 九 |
    10 十 |
    100 百 |
    1000 千 |
    10000 万 |
    100000000 亿 |
    """
)

NUMBER_TABLES: dict[str, NumberTable] = {
    "en": ENGLISH, "fr": FRENCH, "es": SPANISH, "ru": RUSSIAN, "zh": CHINESE, "ar": ARABIC,
}  # fmt: skip
"""Languages without a table have numbers in digits only."""


class NumberForm(NamedTuple):
    """A number word as it is printed, in lower case."""

    word: str
    value: int
    ordinal: bool
    weak: bool


@cache
def number_forms(language: str) -> tuple[NumberForm, ...]:
    """Every form of the number words of a language, in the order of the table.

    Args:
        language: code of the language.
    """
    table = NUMBER_TABLES.get(language)
    found: list[NumberForm] = []
    for line in table.lines.strip().splitlines() if table else ():
        value, _, forms = line.strip().partition(" ")
        for ordinal, said in enumerate(forms.split("|")):
            for form in said.split():
                for word in _inflected(form.removeprefix("~")):
                    found.append(NumberForm(word, int(value), bool(ordinal), form[0] == "~"))
    return tuple(found)


def _inflected(form: str) -> tuple[str, ...]:
    stem, hyphen, ending = form.partition("-")
    return tuple(stem + each for each in RUSSIAN_ENDINGS[ending]) if hyphen else (form,)
