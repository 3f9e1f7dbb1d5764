"""Numbers in words, in the six languages: a table by hand, and round trips of numbers that a test spells."""

from __future__ import annotations

import time

import pytest

from treatydiff.language.number_words import in_figures, key_number, numbers_in, word_number
from treatydiff.language.tokenizer import words

ENGLISH = """
1 one | 1 first | 2 two | 2 second | 3 third | 4 four | 5 fifth | 6 six | 7 seven | 8 eighth | 9 ninth
10 ten | 11 eleven | 12 twelve | 12 twelfth | 13 thirteen | 14 fourteenth | 15 fifteen | 16 sixteenth
17 seventeen | 18 eighteenth | 19 nineteen | 20 twentieth | 21 twenty-one | 21 twenty one | 21 twentyone
22 twenty-second | 29 Twenty-Nine | 30 THIRTY | 30 thirtieth | 35 thirty-fifth | 40 fortieth | 44 forty-four
50 fifty | 55 fifty-fifth | 60 sixtieth | 66 sixty six | 70 seventieth | 78 seventy-eight | 80 eighty
81 eighty-first | 90 ninety | 99 ninety-nine | 99 ninety-ninth | 100 hundred | 100 one hundred | 100 hundredth
101 one hundred and one | 101 one hundred and first | 112 one hundred twelve | 120 one hundred and twenty
180 one hundred and eighty | 200 two hundred | 245 two hundred and forty-five | 300 three hundredth
365 three hundred and sixty-five | 500 five hundred | 730 seven hundred and thirty | 999 nine hundred ninety-nine
1000 thousand | 1000 one thousand | 1000 thousandth | 1001 one thousand and one | 1500 fifteen hundred
2025 two thousand and twenty-five | 12000 twelve thousand | 90000 ninety thousand | 250000 two hundred and fifty thousand
1000000 one million | 2300000 two million three hundred thousand
"""
FRENCH = """
1 un | 1 une | 1 premier | 1 Première | 2 deux | 2 deuxième | 2 seconde | 3 trois | 3 troisième | 4 quatre | 5 cinquième
6 six | 7 sept | 8 huitième | 9 neuf | 9 neuvième | 10 dix | 11 onze | 12 douzième | 13 treize | 14 quatorze
15 quinzième | 16 seize | 17 dix-sept | 17 dix sept | 17 dixsept | 18 dix-huit | 18 dix-huitième | 19 dix-neuf
20 vingt | 20 vingtième | 21 vingt et un | 21 vingt-et-un | 21 vingt et unième | 21 vingt et une | 22 vingt-deux
30 trente | 31 trente et un | 35 trente-cinquième | 40 quarante | 50 cinquantième | 60 soixante | 61 soixante et un
66 soixante-six | 70 soixante-dix | 70 septante | 71 soixante et onze | 71 soixante-et-onze | 71 septante et un
72 soixante-douze | 77 soixante-dix-sept | 79 soixante-dix-neuvième | 80 quatre-vingts | 80 quatre-vingtième
80 huitante | 80 octante | 81 quatre-vingt-un | 85 quatre vingt cinq | 85 huitante-cinq | 90 quatre-vingt-dix | 90 nonante
91 quatre-vingt-onze | 91 quatrevingtonze | 95 nonante-cinq | 97 quatre-vingt-dix-sept | 99 quatre-vingt-dix-neuf
100 cent | 100 centième | 101 cent un | 101 cent et un | 120 cent vingt | 171 cent soixante et onze | 180 cent quatre-vingts
200 deux cents | 210 deux cent dix | 280 deux-cent-quatre-vingts | 365 trois cent soixante-cinq | 500 cinq cents
999 neuf cent quatre-vingt-dix-neuf | 1000 mille | 1000 millième | 1992 mille neuf cent quatre-vingt-douze
2000 deux mille | 2025 deux mille vingt-cinq | 80000 quatre-vingt mille | 1000000 un million
"""
SPANISH = """
1 uno | 1 una | 1 primer | 1 Primero | 1 primera | 2 dos | 2 segundo | 2 segunda | 3 tres | 3 tercer | 3 tercera
4 cuatro | 4 cuarto | 5 quinta | 6 seis | 7 séptimo | 7 septimo | 8 octava | 9 noveno | 10 diez | 10 décimo | 11 once
11 undécimo | 12 doce | 12 duodécima | 13 trece | 13 decimotercero | 13 décimo tercero | 14 decimocuarta | 15 quince
15 decimoquinto | 16 dieciséis | 16 dieciseis | 17 diecisiete | 18 dieciocho | 18 decimoctavo | 19 decimonoveno
20 veinte | 20 vigésimo | 21 veintiuno | 21 veintiún | 21 veintiuna | 21 vigésimo primero | 21 vigesimoprimero
22 veintidós | 23 veintitrés | 24 veinticuatro | 26 veintiséis | 28 vigesimoctavo | 29 veintinueve | 30 treinta
30 trigésimo | 30 TRIGÉSIMA | 31 treinta y uno | 31 treinta y un | 35 treinta y cinco | 36 trigésimo sexto | 40 cuarenta
40 cuadragésimo | 45 cuarenta y cinco | 50 quincuagésimo | 60 sesenta | 60 sexagésimo | 70 septuagésimo | 80 ochenta
90 noventa | 90 nonagésimo | 99 noventa y nueve | 100 cien | 100 ciento | 100 centésimo | 120 ciento veinte
180 ciento ochenta | 200 doscientos | 210 doscientas diez | 365 trescientos sesenta y cinco | 500 quinientos | 500 quingentésimo
700 setecientas | 999 novecientos noventa y nueve | 1000 mil | 1000 milésimo | 1500 mil quinientos | 2000 dos mil
2025 dos mil veinticinco | 100000 cien mil | 1000000 un millón | 3000000 tres millones
"""
RUSSIAN = """
1 один | 1 одного | 1 первая | 1 первой | 2 два | 2 двух | 2 вторая | 3 трёх | 3 тремя | 3 третий | 3 третьего | 4 четырёх
4 четвертой | 4 четвёртый | 5 пяти | 5 пятого | 6 шестью | 6 шестой | 7 седьмая | 8 восьми | 8 восьмого | 9 девятый | 10 десяти
11 одиннадцати | 11 одиннадцатый | 12 двенадцать | 13 тринадцатого | 14 четырнадцати | 15 пятнадцать | 16 шестнадцатой
17 семнадцатый | 18 восемнадцати | 19 девятнадцатая | 20 двадцать | 20 двадцатого | 21 двадцать один | 21 двадцать первый
25 двадцати пяти | 27 двадцатью семью | 30 тридцати | 30 тридцатый | 30 ТРИДЦАТЫЙ | 35 тридцать пятого | 40 сорока | 40 сороковой
45 сорок пять | 50 пятидесяти | 50 пятидесятого | 60 шестидесяти | 60 шестьдесят | 60 шестидесятый | 65 шестьдесят пятый | 70 семидесяти
70 семьдесят | 70 семидесятая | 80 восьмидесяти | 80 восьмидесятый | 90 девяноста | 90 девяностый | 90 девяностого | 95 девяносто пять
100 сто | 100 ста | 100 сотый | 120 сто двадцать | 120 ста двадцати | 121 сто двадцать первый | 180 ста восьмидесяти
200 двести | 200 двухсот | 250 двухсот пятидесяти | 300 трёхсот | 365 трехсот шестидесяти пяти | 400 четыреста | 500 пятьсот
500 пятисотый | 600 шестисот | 700 семьсот | 800 восьмистам | 900 девятисот | 999 девятьсот девяносто девять | 1000 тысяча
1000 одной тысячи | 1000 тысячный | 2000 две тысячи | 2025 две тысячи двадцать пять | 5000 пяти тысяч | 1000000 миллион
2500000 два миллиона пятьсот тысяч
"""
CHINESE = """
1 一 | 2 二 | 2 两 | 3 三 | 3 第三 | 4 四 | 5 五 | 6 第六 | 7 七 | 8 八 | 9 九 | 10 十 | 10 第十 | 11 十一 | 12 十二 | 13 十三 | 14 十四
15 十五 | 15 第十五 | 16 十六 | 17 十七 | 18 十八 | 19 十九 | 20 二十 | 20 第二十 | 21 二十一 | 22 二十二 | 25 第二十五 | 28 二十八 | 30 三十
30 第三十 | 31 三十一 | 35 三十五 | 40 四十 | 45 四十五 | 50 五十 | 55 五十五 | 60 六十 | 60 第六十 | 65 六十五 | 70 七十 | 77 七十七
80 八十 | 85 八十五 | 90 九十 | 90 第九十 | 99 九十九 | 100 一百 | 100 第一百 | 101 一百零一 | 105 一百〇五 | 110 一百一十 | 120 一百二十
180 一百八十 | 200 二百 | 200 两百 | 210 二百一十 | 250 二百五十 | 305 三百零五 | 365 三百六十五 | 500 五百 | 730 七百三十 | 800 八百
999 九百九十九 | 1000 一千 | 1001 一千零一 | 1500 一千五百 | 1982 一九八二 | 2000 两千 | 2025 二〇二五 | 3650 三千六百五十 | 10000 一万
20000 两万 | 35000 三万五千 | 1000000 一百万
"""
ARABIC = """
1 واحد | 1 الأولى | 1 الأول | 2 اثنان | 2 اثنين | 2 الثانية | 3 ثلاثة | 3 ثلاث | 3 الثالث | 3 الثالثة | 4 أربعة | 4 اربع | 4 الرابعة
5 خمسة | 5 خمس | 5 الخامس | 6 ستة | 6 ست | 6 السادسة | 7 سبعة | 7 السابع | 8 ثمانية | 8 ثماني | 8 الثامن | 9 تسعة | 9 التاسعة
10 عشرة | 10 عشر | 10 العاشر | 11 أحد عشر | 11 إحدى عشرة | 11 الحادي عشر | 11 الحادية عشرة | 12 اثني عشر | 12 اثنا عشر
12 اثنتي عشرة | 12 الثانية عشرة | 13 ثلاثة عشر | 13 الثالث عشر | 14 أربع عشرة | 15 خمسة عشر | 15 الخامسة عشرة | 18 ثمانية عشر
19 التاسع عشر | 20 عشرون | 20 عشرين | 20 العشرين | 21 واحد وعشرون | 21 الحادي والعشرين | 25 خمسة وعشرين | 25 الخامسة والعشرون
30 ثلاثين | 30 ثلاثون | 30 الثلاثين | 30 بثلاثين | 35 خمسة وثلاثين | 36 السادسة والثلاثين | 40 أربعين | 45 خمسة وأربعون | 50 خمسون
50 الخمسين | 60 ستين | 60 الستين | 60 لستين | 66 ستة وستون | 70 سبعين | 80 ثمانين | 90 تسعين | 90 تسعون | 99 تسعة وتسعون | 100 مائة
100 مئة | 100 المائة | 101 مائة وواحد | 120 مائة وعشرين | 125 مائة وخمسة وعشرون | 180 مائة وثمانين | 200 مائتين | 200 مائتا
250 مائتين وخمسين | 300 ثلاثمائة | 300 ثلاث مائة | 365 ثلاثمائة وخمسة وستين | 500 خمسمائة | 800 ثمانمائة | 999 تسعمائة وتسعة وتسعون
1000 ألف | 1000 ألفا | 1500 ألف وخمسمائة | 2000 ألفين | 2025 ألفين وخمسة وعشرين | 3000 ثلاثة آلاف | 50000 خمسين ألفا | 100000 مائة ألف
1000000 مليون | 2 ثانيا | 3 ثَلاثـة
"""
TABLES = {"en": ENGLISH, "fr": FRENCH, "es": SPANISH, "ru": RUSSIAN, "zh": CHINESE, "ar": ARABIC}
ROWS = [
    (language, *entry.strip().split(" ", 1))
    for language, table in TABLES.items()
    for line in table.strip().splitlines()
    for entry in line.split("|")
]


def test_the_table_has_sixty_rows_a_language() -> None:
    assert min(sum(row[0] == language for row in ROWS) for language in TABLES) >= 60


@pytest.mark.parametrize(("language", "value", "said"), ROWS)
def test_number_words(language: str, value: str, said: str) -> None:
    read = word_number(said, language)
    assert read is not None
    assert read.value == int(value)


# --- every number up to 999, spelled by the rules of grammars and read back -----------------------

_EN = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
_EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_FR = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"]  # fmt: skip
_FR_TENS = ["vingt", "trente", "quarante", "cinquante", "soixante"]
_ES = ["uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós", "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve"]  # fmt: skip
_ES_TENS = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
_ES_HUNDREDS = ["ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos", "setecientos", "ochocientos", "novecientos"]  # fmt: skip
_RU = ["один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать", "двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать"]  # fmt: skip
_RU_OF = ["одного", "двух", "трех", "четырех", "пяти", "шести", "семи", "восьми", "девяти", "десяти", "одиннадцати", "двенадцати", "тринадцати", "четырнадцати", "пятнадцати", "шестнадцати", "семнадцати", "восемнадцати", "девятнадцати"]  # fmt: skip
_RU_TENS = [
    "двадцать",
    "тридцать",
    "сорок",
    "пятьдесят",
    "шестьдесят",
    "семьдесят",
    "восемьдесят",
    "девяносто",
]
_RU_TENS_OF = [
    "двадцати",
    "тридцати",
    "сорока",
    "пятидесяти",
    "шестидесяти",
    "семидесяти",
    "восьмидесяти",
    "девяноста",
]
_RU_HUNDREDS = [
    "сто",
    "двести",
    "триста",
    "четыреста",
    "пятьсот",
    "шестьсот",
    "семьсот",
    "восемьсот",
    "девятьсот",
]
_RU_HUNDREDS_OF = [
    "ста",
    "двухсот",
    "трехсот",
    "четырехсот",
    "пятисот",
    "шестисот",
    "семисот",
    "восьмисот",
    "девятисот",
]
_ZH = "零一二三四五六七八九"
_AR = ["واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
_AR_TENS = ["عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"]
_AR_HUNDREDS = [
    "مائة",
    "مائتين",
    "ثلاثمائة",
    "أربعمائة",
    "خمسمائة",
    "ستمائة",
    "سبعمائة",
    "ثمانمائة",
    "تسعمائة",
]


def _english(n: int) -> str:
    if n < 20:
        return _EN[n - 1]
    if n < 100:
        return _EN_TENS[n // 10 - 2] + (f"-{_EN[n % 10 - 1]}" if n % 10 else "")
    return f"{_EN[n // 100 - 1]} hundred" + (f" and {_english(n % 100)}" if n % 100 else "")


def _french(n: int) -> str:
    if n < 20:
        return _FR[n - 1]
    if n < 100:
        ten, unit = divmod(n, 10)
        if ten in (7, 9):
            ten, unit = ten - 1, unit + 10
        word = "quatre-vingt" if ten == 8 else _FR_TENS[ten - 2]
        if not unit:
            return word + ("s" if ten == 8 else "")
        return f"{word} et {_FR[unit - 1]}" if unit in (1, 11) and ten < 8 else f"{word}-{_FR[unit - 1]}"
    hundreds = f"{_FR[n // 100 - 1]} cent" if n >= 200 else "cent"
    return f"{hundreds} {_french(n % 100)}" if n % 100 else hundreds + ("s" if n >= 200 else "")


def _spanish(n: int) -> str:
    if n < 30:
        return _ES[n - 1]
    if n < 100:
        return _ES_TENS[n // 10 - 3] + (f" y {_ES[n % 10 - 1]}" if n % 10 else "")
    return "cien" if n == 100 else _ES_HUNDREDS[n // 100 - 1] + (f" {_spanish(n % 100)}" if n % 100 else "")


def _russian(
    n: int, units: list[str] = _RU, tens: list[str] = _RU_TENS, hundreds: list[str] = _RU_HUNDREDS
) -> str:
    said = [hundreds[n // 100 - 1]] if n >= 100 else []
    n %= 100
    if n >= 20:
        said.append(tens[n // 10 - 2])
        n %= 10
    return " ".join([*said, *([units[n - 1]] if n else [])])


def _russian_genitive(n: int) -> str:
    return _russian(n, _RU_OF, _RU_TENS_OF, _RU_HUNDREDS_OF)


def _chinese(n: int) -> str:
    hundreds, rest = divmod(n, 100)
    tens, unit = divmod(rest, 10)
    said = f"{_ZH[hundreds]}百" if hundreds else ""
    if tens:
        said += ("" if tens == 1 and not hundreds else _ZH[tens]) + "十"
    elif hundreds and unit:
        said += "零"
    return said + (_ZH[unit] if unit else "")


def _arabic(n: int) -> str:
    said = [_AR_HUNDREDS[n // 100 - 1]] if n >= 100 else []
    n %= 100
    if 10 < n < 20:
        unit = {1: "أحد", 2: "اثني"}.get(n % 10, _AR[n % 10 - 1])
        said.append(f"{unit} عشر")
    else:
        if n % 10 or n == 10:
            said.append(_AR[n - 1] if n == 10 else _AR[n % 10 - 1])
        if n >= 20:
            said.append(_AR_TENS[n // 10 - 2])
    return " و".join(said)


SPELLERS = {
    "en": (_english,), "fr": (_french,), "es": (_spanish,), "ru": (_russian, _russian_genitive),
    "zh": (_chinese,), "ar": (_arabic,),
}  # fmt: skip


@pytest.mark.parametrize("language", SPELLERS)
def test_every_number_up_to_999_is_read_back(language: str) -> None:
    for spell in SPELLERS[language]:
        read = {n: word_number(spell(n), language) for n in range(1, 1000)}
        assert {n: spell(n) for n, found in read.items() if found is None or found.value != n} == {}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_numbers_are_read_with_spaces_for_hyphens_and_without_them(language: str) -> None:
    spell = SPELLERS[language][0]
    for n in range(1, 1000):
        spaced = word_number(spell(n).replace("-", " "), language)
        glued = word_number(spell(n).replace("-", ""), language)
        assert [found and found.value for found in (spaced, glued)] == [n, n], spell(n)


# --- numbers in running text ----------------------------------------------------------------------

SENTENCES = [
    ("en", "within one hundred and twenty days of the thirtieth instrument", "within 120 days of the 30 instrument"),
    ("en", "twenty-four months, five of them idle", "24 months, 5 of them idle"),
    ("en", "seventy, five and two thousand", "70, 5 and 2000"),
    ("en", "a thirty-day limit", "a 30-day limit"),
    ("en", "thirty six-month periods", "30 6-month periods"),
    ("en", "one of the Parties, and one hundred and one keepers", "one of the Parties, and 101 keepers"),
    ("en", "between two hundred and five hundred lamps", "between 200 and 500 lamps"),
    ("en", "a third-party lamp and a second reading", "a third-party lamp and a second reading"),
    ("en", "no number is tentative, onerous or weighty", "no number is tentative, onerous or weighty"),
    ("fr", "dans un délai de dix-sept jours", "dans un délai de 17 jours"),
    ("fr", "soixante et onze voix, une lampe", "71 voix, une lampe"),
    ("fr", "quatre lampes, vingt phares et un gardien", "4 lampes, 20 phares et un gardien"),
    ("fr", "le quatre-vingt-dixième jour", "le 90 jour"),
    ("es", "en un plazo de treinta y un días", "en un plazo de 31 días"),
    ("es", "veinte faros y cinco lámparas", "20 faros y 5 lámparas"),
    ("es", "el trigésimo sexto instrumento", "el 36 instrumento"),
    ("ru", "в течение шестидесяти дней", "в течение 60 дней"),
    ("ru", "после сдачи тридцать пятого документа", "после сдачи 35 документа"),
    ("ru", "первый маяк для семью смотрителями", "первый маяк для семью смотрителями"),
    ("zh", "应在十五日内答复", "应在15日内答复"),
    ("zh", "第三十份文书", "30份文书"),
    ("zh", "十分重要的一个灯塔", "十分重要的一个灯塔"),
    ("zh", "万国灯塔联盟", "万国灯塔联盟"),
    ("ar", "في غضون خمسة وعشرين يوما", "في غضون 25 يوما"),
    ("ar", "بعد ثلاثين يوما وستين ليلة", "بعد 30 يوما 60 ليلة"),
    ("ar", "في اليوم الخامس والأربعين", "في اليوم 45"),
    ("ar", "إذا كانت لست المنارة", "إذا كانت لست المنارة"),
    ("pt", "dez dias", "dez dias"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), SENTENCES)
def test_numbers_in_words_are_written_in_figures(language: str, text: str, expected: str) -> None:
    assert in_figures(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "one year", "1 year"),
        ("fr", "un an", "1 an"),
        ("es", "una semana", "1 semana"),
        ("ru", "один год", "1 год"),
        ("en", "first year", "first year"),
    ],
)
def test_words_that_are_seldom_numbers_count_where_that_is_asked(
    language: str, text: str, expected: str
) -> None:
    assert in_figures(text, language) == text
    assert in_figures(text, language, ones=True) == expected


@pytest.mark.parametrize(
    ("language", "key", "value"),
    [
        ("en", "thirty", 30), ("en", "twentyone", 21), ("en", "one", None), ("en", "thirty-day", None),
        ("en", "weighty", None), ("fr", "quatrevingtonze", 91), ("ru", "сорока", 40), ("zh", "五", None),
    ],
)  # fmt: skip
def test_single_words(language: str, key: str, value: int | None) -> None:
    found = key_number(key, language)
    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    ("language", "word"), [("en", "hundred and "), ("fr", "quatre-vingt-"), ("ar", "خمسة و"), ("zh", "十")]
)
def test_long_runs_of_number_words_take_linear_time(language: str, word: str) -> None:
    def seconds(times: int) -> float:
        keys = [found.key for found in words(word * times)]
        start = time.process_time()
        list(numbers_in(keys, language))
        return time.process_time() - start

    seconds(500)
    assert seconds(16_000) < 16 * max(seconds(4_000), 0.01)
