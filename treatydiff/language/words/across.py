"""Words for drafts in different languages: what is taken off words, what answers to words of force, months.

Before words are looked up in a lexicon they lose their endings, and in Arabic their particles.

Endings go longest first, one a word, and leave at least `least` letters. Measured on links of articles
between English and French: endings and a cut together lost nothing against endings alone, and a table of
half the size was left.
"""

from __future__ import annotations

from typing import Literal

from treatydiff.records import dataclass


@dataclass(frozen=True, slots=True)
class StemWords:
    """How the words of one language are shortened.

    Args:
        endings: what a word may lose at its end, the longest that fits.
        beginnings: what it may lose at its beginning.
        least: letters that must be left.
        cut: letters that a stem keeps at most.
        apart: words that say nothing of their own and are no terms.
    """

    endings: tuple[str, ...]
    beginnings: tuple[str, ...] = ()
    least: int = 3
    cut: int = 8
    apart: frozenset[str] = frozenset()


def _longest_first(words: str) -> tuple[str, ...]:
    return tuple(sorted(words.split(), key=lambda word: (-len(word), word)))


def _stems(endings: str, apart: str, *, beginnings: str = "") -> StemWords:
    return StemWords(_longest_first(endings), _longest_first(beginnings), apart=frozenset(apart.split()))


STEM_WORDS: dict[str, StemWords] = {
    "en": _stems(
        endings=("ations ation ities ments ally ions ment ers ied ies ing ion ity ive al ed er es ly s"),
        apart=("a an and are as be by for in is it its of on or that the this to which with"),
    ),
    "fr": _stems(
        endings=(
            "ations ements antes ation ement euses ales ante ants eurs euse ions ités ives ment "
            "ront ale ant aux ent eur ifs ion ité ive ées al er es if ra ée és e s é"
        ),
        apart=(
            "au aux ce ces cette d dans de des du elle en est et il l la le les leur leurs n ne "
            "ou par pas pour qu que qui s sa se ses son sont sur un une à"
        ),
    ),
    "es": _stems(
        endings=(
            "aciones mientos idades miento ación antes iendo iones mente adas ados ales ando ante "
            "arán erán idad idas idos irán ivas ivos ada ado ará erá ida ido irá iva ivo ión al "
            "ar as er es ir os a e o s"
        ),
        apart=(
            "a al como con de del e el en es esta este la las lo los no o para por que se su sus u un una y"
        ),
    ),
    "ru": _stems(
        endings=(
            "анием аться ением иться остью ского скому ание ании анию ания ение ении ению ения "
            "ется иями ного ному ными ости ость ская ские ский ским ских ское ской ском ются ает "
            "ами ать ают его ему еть ием ить иям иях ная ний ной ном ную ные ный ным ных ого ому "
            "ует уют ями ам ах ая ев ее ей ем ею ие ии ий им ит их ию ия ов ое ой ом ою ся ую ые "
            "ый ым ых юю ям ят ях яя а е и й о у ы ь ю я"
        ),
        apart=("а в для до его за и из или их к как на не о об он она оно от по при с у что"),
    ),
    "ar": _stems(
        endings=("تها تهم هما يات ات ان ته ها هم وا ون ية ين ا ة ه ي"),
        beginnings=("بال فال كال وال ولل ال لل ب ف ك ل و"),
        apart=("أن أو أي إلى التي الذي ذلك على عن في قد كل لا ما مع من هذا هذه و"),
    ),
    "zh": _stems(
        endings=(""),
        apart=("与 为 之 于 以 其 及 和 在 对 或 所 按 由 的 等 者 该"),
    ),
}
"""How each language shortens its words."""

ForceClass = Literal["binding", "recommended", "permitted", "prohibited", "exempt"]

CLASS_WORDS: dict[ForceClass, str] = {
    "binding": "a word that binds",
    "recommended": "a word that recommends",
    "permitted": "a word that permits",
    "prohibited": "a word that prohibits",
    "exempt": "a word that exempts",
}
"""What reports call the classes of words of force."""

_SAID: dict[ForceClass, str] = {
    "recommended": "should ought encourage encouraged invite invited recommend recommended urged advise "
    "advised requested called desirable appropriate endeavour",
    "permitted": "may can could right rights entitled permit permitted allow allowed authorise authorised "
    "authorize authorized empower empowered free eligible possible able option optional might possibility "
    "discretion liberty",
    "prohibited": "not no nor neither never none without except unless prohibited prohibit prohibition "
    "forbidden refrain cannot only nothing exclude excluded prevent noone nobody unable ineligible refuse "
    "refused exclusively",
    "exempt": "not no need exempt exempted without unless",
}


def answering_words(class_: ForceClass) -> tuple[str, ...]:
    """The words of English that answer to a class.

    Args:
        class_: of words of force.
    """
    return tuple(_SAID.get(class_, "").split())


MONTHS: dict[str, tuple[str, ...]] = {
    "en": ("January", "February", "March", "April", "(?-i:May|MAY)", "June", "July", "August", "September",
           "October", "November", "December"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août|aout", "septembre",
           "octobre", "novembre", "décembre"),
    "es": ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "sep?tiembre", "octubre",
           "noviembre", "diciembre"),
    "ru": ("январ[ья]", "феврал[ья]", "марта?", "апрел[ья]", "ма[йя]", "июн[ья]", "июл[ья]", "августа?",
           "сентябр[ья]", "октябр[ья]", "ноябр[ья]", "декабр[ья]"),
    "ar": ("كانون الثاني|يناير|جانفي", "شباط|فبراير|فيفري", "آذار|مارس", "نيسان|أبريل|إبريل|ابريل|أفريل",
           "أيار|مايو|ماي", "حزيران|يونيو|يونيه|جوان", "تموز|يوليو|يوليه|جويلية", "آب|أغسطس|أوت",
           "أيلول|سبتمبر", "تشرين الأول|أكتوبر|اكتوبر", "تشرين الثاني|نوفمبر", "كانون الأول|ديسمبر"),
}  # fmt: skip
"""Patterns of the names, one a month, from January on; Chinese counts its months, and "may" is a modal."""
MONTH_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
               "October", "November", "December")  # fmt: skip
"""What reports call the months."""
