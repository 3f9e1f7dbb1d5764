"""Arabic drafts."""

from __future__ import annotations

import re

from treatydiff.language.grammar import Grammar, heading_forms, rule_forms
from treatydiff.language.heading_numbers import ALONE
from treatydiff.language.number_patterns import ordinal_pattern
from treatydiff.language.numbers import ARABIC_LETTER_NAMES
from treatydiff.language.words.printed.bodies import BODY_OPENERS
from treatydiff.patterns import pattern_of

_SUFFIX = r"(?:[\s.\-]*(?:مكررا?ً?(?:\s*ثانيا?ً?|\s*ثالثا?ً?)?|(?i:bis|ter|quater|ante))(?![^\W\d_]))"


def _stretched(words: str) -> str:
    """Words whose letters may be drawn apart with tatweel: "الثامـن"."""
    return "".join(rf"{char}\u0640*" if char.isalpha() and not char.isascii() else char for char in words)


_ORDINAL = _stretched(ordinal_pattern("ar"))

_ENDS = r"(?=\s?[\])]*(?:\s*$|\s?[:(\[–—-]))"
_LETTER = rf"(?:\s(?:{'|'.join(ARABIC_LETTER_NAMES)}){_ENDS})"
_ALONE = rf"(?:{'|'.join(ARABIC_LETTER_NAMES)}|[\u0621-\u064a]|[A-Z]{{1,3}}){_ENDS}"
"""A letter in the place of a number, which may only keep the place of one: "المادة [س]"."""
ARTICLE_NUMBER = rf"(?:[0-9\u0660-\u0669\u06f0-\u06f9]+{_LETTER}?|{_ORDINAL}|{_ALONE}){_SUFFIX}*"
CONTAINER_NUMBER = rf"(?:{_ORDINAL}|[0-9\u0660-\u0669\u06f0-\u06f9]+|[IVXLC]+(?![a-z])){_SUFFIX}*"

GRAMMAR = Grammar(
    code="ar",
    headings=heading_forms(
        (
            ("article", r"المـ*ادة|مادة", ARTICLE_NUMBER),
            ("part", _stretched("الجزء"), CONTAINER_NUMBER),
            ("title", _stretched("الباب"), CONTAINER_NUMBER),
            ("chapter", _stretched("الفصل"), CONTAINER_NUMBER),
            ("section", _stretched("الفرع|القسم"), CONTAINER_NUMBER),
            ("annex", _stretched("المرفق|التذييل"), CONTAINER_NUMBER),
            ("annex", rf"(?:المرفق|مرفق){ALONE}", ""),
        )
    )
    + rule_forms("ar", ARTICLE_NUMBER),
    preamble=pattern_of(r"(?:الديباجة|ديباجة)(?![^\W\d_])\W*"),
    preamble_opener=pattern_of(
        rf"\W*(?:{BODY_OPENERS['ar']}|"
        r"(?:إن\s+|أن\s+)?(?:الدول\s+(?:الأطراف|المتعاقدة|الأعضاء)|الأطراف\s+(?:في|المتعاقدة)|الأطراف|"
        r"حكوم(?:ة|ات)\s|الجمعية\s+العامة|مؤتمر\s+الأطراف|نحن\s+شعوب))"
    ),
    preamble_closer=pattern_of(
        r"\W*(?:و?قد\s+اتفقت|اتفقت|و?قد\s+قرّ?رنا|قررت|اتفق[واان]*)(?![^\W\d_]).{0,120}$", re.S
    ),
    recital_opener=pattern_of(r"\W*(?:و?إذ\s|ورغبة|رغبة|واقتناعا|اقتناعا|وإدراكا|إدراكا|وتصميما|وأن\s)"),
    closing_opener=pattern_of(
        r"\W*(?:وإثباتا?ً?\s+لذلك|إثباتا?ً?\s+لذلك|وإشهادا?ً?\s+على|ومصداقا?ً?\s+ل|ومصادقة?ا?ً?\s+ل|حُ?رر(?:ت)?\s+في)"
    ),
    instrument_title=pattern_of(
        r"(?:[0-9\u0621-\u064a]{1,4}[.)\-]\s++)?\W*+(?:مشروع\s+(?:ال)?(?:اتفاق|اتفاقية|مقرر|بروتوكول|معاهدة|قرار|إعلان).{0,120}|"
        r"الوثيقة\s+الختامية.{0,200})$",
        re.S,
    ),
    instrument_name=pattern_of(
        r"(?:معاهدة|اتفاقية|اتفاق|بروتوكول|النظام الأساسي|ميثاق|عهد|إعلان|قرار|مبادئ|المبادئ|"
        r"الاتفاقية|الاتفاق|البروتوكول|المعاهدة|الميثاق|قواعد|مقرر|دستور|ترتيب|مذكرة|إطار)"
    ),
    option=pattern_of(
        r"[\[({]*\s*(?P<label>(?:الخيار|البديل)\s+(?:رقم\s+)?(?P<number>[0-9\u0660-\u0669]+|[\u0621-\u064a]+))"
        r"(?P<rest>\s*(?:$|[:.\])}–—-].*|[\[({].*))",
        re.S,
    ),
    placeholder=pattern_of(r"\W*(?:ت?حذف(?:ت)?|محذوفة?|نقلت?\s.{0,60}|دمجت?\s.{0,60}|لا\s+نص)\W*$", re.S),
    reference_follower=pattern_of(
        r"\s*(?:[،,؛;]|\(\s*[0-9\u0660-\u0669\u0621-\u064a]{1,3}\s*\)|[\u0621-\u064a]|\d)"
    ),
    reference_word=pattern_of(
        r"(?:المواد|المادة|الفقرة|الفقرات|المرفق|الجزء|الفصل|الباب|الفرع|من|في|إلى|و|أو|على)\s*$"
    ),
    function_words=frozenset(("في", "من", "على", "إلى", "أن", "أو", "التي", "هذه", "هذا", "عن", "ما", "لا")),
)
