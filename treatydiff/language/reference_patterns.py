"""The patterns by which references are found, made from the table of a language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from treatydiff.language.numbers import SUFFIXES
from treatydiff.language.tokenizer import MARKS
from treatydiff.language.words.references.in_texts import REFERENCE_WORDS, ReferenceWords
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

ZH_NUMBER = r"(?:[一二三四五六七八九十百零〇]+|\d{1,4})(?:之[一二三四五六七八九十])?"


@dataclass(frozen=True, slots=True)
class ReferencePatterns:
    """What finds the parts of references in one language.

    `opening` finds, in case folded text, where a designator may begin; None where it is tried everywhere.
    """

    language: str
    words: ReferenceWords
    opening: re.Pattern[str] | None
    designator: re.Pattern[str]
    kinds: dict[str, re.Pattern[str]]
    item: re.Pattern[str]
    through: re.Pattern[str]
    joiner: re.Pattern[str]
    position: re.Pattern[str] | None
    resumed: re.Pattern[str] | None
    alternative: re.Pattern[str] | None
    of_other: re.Pattern[str]
    other_before: re.Pattern[str] | None
    decision_before: re.Pattern[str] | None
    named_before: re.Pattern[str] | None

    def designators_in(self, text: str) -> Iterator[re.Match[str]]:
        """What the pattern of designators finds, in order; it is dear, and tried only where it may begin.

        Args:
            text: any text.
        """
        # Patterns that ignore case take a dotless i for an i.
        folded = text.casefold().replace("\u0131", "i")
        if self.opening is None or len(folded) != len(text):
            yield from self.designator.finditer(text)
            return
        end = 0
        for opening in self.opening.finditer(folded):
            if opening.start() >= end and (match := self.designator.match(text, opening.start())):
                end = match.end()
                yield match


OF = r"of|du|de|del|настоящ\w+|من"
"""How languages go on behind the last number of a reference: "of this Convention"."""


ACRONYM = r"\((?-i:(?![IVXLC]+\))[A-Z]{2,5})\)"
"""What is no number in parentheses: "Regulation (EU)", "exchange point (IXP)"."""


PAREN = rf"(?!{ACRONYM})\(\s?[^\W_]{{1,5}}\s?\)"


CLOSED = r"(?<![^\W_])[^\W_]{1,5}\)"


DOUBLY_CLOSED = r"(?<![^\W_])\d{1,4}\)(?=\s?[a-z]{1,4}\))"
"""The first of two closed labels: "point 1) a)"."""


LABEL = pattern_of(
    r"\d{1,5}|[^\W\d_]{1,2}|[ivxlc]{1,5}|\d+\s?(?:bis|ter)|.+\s(?:bis|ter)|bis|ter", re.IGNORECASE
)
"""What in parentheses is a label; "(paragraph 5, below)" holds none."""


def _number_pattern(words: ReferenceWords) -> str:
    """One number with what hangs on it: "3 bis", "2 (a) (ii)", "XI", "[17]"."""
    parens = rf"(?:\s*+(?:{PAREN}|{CLOSED}))"
    suffix = rf"(?:[\s-]?(?:{'|'.join(SUFFIXES)})\b)?"
    head = (
        rf"(?:(?:ante|bis|ter)\s+)?\d{{1,4}}(?:\.\d{{1,4}})*(?:-\d{{1,4}})?(?:(?-i:[A-Za-zа-я])\b)?{suffix}(?![^\W_]|[.,/]\d|\s*%)"
        rf"|(?-i:[IVXLC]++\b|[ivx]{{2,6}}\b|[A-Z]\b){suffix}"
        rf"|(?!{ACRONYM})\([A-Z0-9]{{1,3}}\)|\(\d+\s?(?:bis|ter)\)"
    )
    if words.ordinals:
        head += rf"|{words.ordinals}\b"
    bare = rf"(?:{words.bare_letter})?" if words.bare_letter else ""
    return (
        rf"(?:{DOUBLY_CLOSED}{parens}+|(?:\[(?:{head})\]{suffix}|(?:{head}){bare}){parens}*"
        rf"|{PAREN}{parens}*|{CLOSED}{parens}*)"
    )


@lru_cache(maxsize=16)
def patterns_of(language: str) -> ReferencePatterns | None:
    """The patterns of a language; None where it has no table of references."""
    words = REFERENCE_WORDS.get(language)
    if words is None:
        return None
    flags = re.IGNORECASE
    singular = "|".join(one for _, one, _ in words.kinds)
    plural = "|".join(many for _, _, many in words.kinds if many)
    number = ZH_NUMBER if words.number_first else _number_pattern(words)
    if words.number_first:
        several = rf"{number}(?:(?:{words.conjunctions}|{words.through})(?:第?){number}){{0,40}}"
        designator = (
            rf"(?P<annex>附件|附录)(?P<annex_number>{several})|第\s?[（(]?(?P<numbers>{several})[)）]?\s?"
            rf"(?P<kind>部分|{singular})(?P<again>之[二三四五六七八九十])?|(?:{words.this})(?P<this>{singular})"
        )
    else:
        through = rf"(?:\s*(?:{words.through})\s+|[-\u2013\u2014](?=[\d(]))"
        item = rf"{number}(?:{through}(?!\s){number})?"
        lettered = rf"(?:{PAREN}|{CLOSED})(?:\s*+(?:{PAREN}|{CLOSED}))*"
        more = rf"(?:,\s*+{item})*(?:,?{_spaced(words)}{item}){'*' if words.and_again else '?'}"
        more_lettered = rf"(?:(?:,\s*+|,?{_spaced(words)}|\s?(?:{words.through})\s?){lettered})*"
        small = "|".join(one for kind, one, _ in words.kinds if kind == "subparagraph")
        designator = (
            rf"(?<![^\W_])(?<![{MARKS}])(?:(?P<many>{plural})\s+(?P<numbers>{item}{more})"
            rf"|(?P<one>{singular})\s+(?P<number>{number}{more_lettered})"
            rf"|(?P<small>{small})\s+(?P<letter>(?-i:[a-z]))(?=\s*[,;)]|\s+(?:{OF})\b)"
            rf"|(?:{words.this})\s+(?P<this>{singular})(?!\s+\d))(?![^\W_]|[{MARKS}])"
        )
    return ReferencePatterns(
        language,
        words,
        None
        if words.number_first
        else pattern_of(rf"(?<![^\W_])(?=(?:(?:{words.this})\s+)?(?:{singular}|{plural})(?![^\W_]))"),
        pattern_of(designator, flags),
        {kind: pattern_of(rf"{one}|{many}" if many else one, flags) for kind, one, many in words.kinds},
        pattern_of(number, flags),
        pattern_of(rf"(?<!\s)\s*+(?:{words.through})\s*+", flags),
        pattern_of(words.joiners, flags),
        pattern_of(rf"\s+(?:{words.position})(?![^\W_])", flags) if words.position else None,
        None
        if words.number_first
        else pattern_of(rf",?{_spaced(words)}({number})(?=\s*(?:[,.;:)]|$))", flags),
        None
        if words.number_first
        else pattern_of(rf"{_spaced(words)}(\d{{1,3}})(?=\s*(?:[,.;:)]|$)|\s+(?:{OF})\b)", flags),
        pattern_of(words.of_other, flags),
        pattern_of(words.other_before) if words.other_before else None,
        pattern_of(words.decision_before, flags) if words.decision_before else None,
        pattern_of(words.named_before, flags) if words.named_before else None,
    )


def _spaced(words: ReferenceWords) -> str:
    """A conjunction with the spaces around it (Arabic writes "and" on to the next word)."""
    return rf"(?<!\s)\s++(?:{words.conjunctions}){words.after_conjunction}"
