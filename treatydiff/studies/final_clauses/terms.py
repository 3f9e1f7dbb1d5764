"""The terms of final clauses: thresholds, periods, means, in one or two words each.

English is read in full; of other languages the numbers with their units.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from treatydiff.language.number_words import in_figures
from treatydiff.language.numerals import ascii_digits
from treatydiff.language.words.final_clauses import FinalClauseKind

Term = tuple[str, str]
"""What is said ("threshold") and how ("60 instruments")."""

_CONSENT = (
    ("signature", r"\bsignature\b|\bsigned\b"), ("definitive signature", r"definitive signature"),
    ("ratification", r"\bratif\w+"), ("acceptance", r"\bacceptance\b"), ("approval", r"\bapproval\b"),
    ("formal confirmation", r"formal confirmation"), ("accession", r"\bacce(?:ssion|de)\b"),
)  # fmt: skip
_MEANS = (
    ("negotiation", r"\bnegotiat\w+"), ("consultation", r"\bconsult\w+"), ("mediation", r"\bmediation\b"),
    ("conciliation", r"\bconciliation\b"), ("arbitration", r"\barbitra\w+"),
    ("International Court of Justice", r"International Court of Justice"),
    ("Tribunal for the Law of the Sea", r"Tribunal for the Law of the Sea"),
    ("opting out", r"does not consider itself bound|not be bound by (?:the|this|paragraph)"),
)  # fmt: skip
_LANGUAGES = (
    "Arabic", "Chinese", "Danish", "Dutch", "English", "Finnish", "French", "German", "Greek", "Hebrew",
    "Hungarian", "Italian", "Japanese", "Korean", "Norwegian", "Polish", "Portuguese", "Russian", "Spanish",
    "Swedish", "Thai", "Turkish", "Vietnamese",
)  # fmt: skip
_MAJORITIES = (
    ("consensus", r"\bconsensus\b"), ("two-thirds", r"\btwo[- ]thirds\b"),
    ("three-fourths", r"\bthree[- ](?:fourths|quarters)\b"), ("unanimity", r"\bunanim\w+"),
    ("majority", r"(?<!thirds )(?<!fourths )\bmajority\b"),
)  # fmt: skip
_DEPOSITARY = re.compile(
    r"(?:Secretar(?:y|ies)[- ]General|Director[- ]General|Government|Council|Secretariat)s?"
    r"(?: of (?:the )?[A-Z][\w-]++(?: (?:of|and|the|for) (?=[A-Z])| [A-Z][\w-]++|(?<= )[A-Z][\w-]++)*)?"
)


def terms_of(kind: FinalClauseKind, text: str, language: str) -> tuple[Term, ...]:
    """What a final clause provides.

    Args:
        kind: its kind.
        text: the words of its clauses.
        language: code of their language.
    """
    if language != "en":
        return tuple(dict.fromkeys(("period", period) for period in _periods(text, language)))
    return tuple(dict.fromkeys(_ENGLISH[kind](text)))


def _consent(text: str) -> Iterator[Term]:
    yield from (("by", name) for name, pattern in _CONSENT if re.search(pattern, text, re.IGNORECASE))


def _entry_into_force(text: str) -> Iterator[Term]:
    threshold = re.search(
        rf"\b({_NUMBER})(?:\s*\(\d+\))? (?:instrument|ratification)|(?:at least|by|of|which|when) ({_NUMBER})"
        r"(?:\s*\(\d+\))? (?:\w+ )?(?:Part(?:y|ies)|States?|countries|Governments|signator(?:y|ies))",
        in_figures(text, "en", ones=True),
        re.IGNORECASE,
    )
    if threshold:
        yield "threshold", _figures(threshold[1] or threshold[2])
    for period in _periods(text, "en"):
        yield "after", period
        return


def _reservations(text: str) -> Iterator[Term]:
    forbidden = re.search(
        r"\bno reservations?\b|reservations?\b[^.]{0,60}\b(?:not be|are not) (?:made|permitted|allowed)",
        text,
        re.IGNORECASE,
    )
    express = re.search(r"\bexpressly\b|except (?:as|those|for)|other than", text, re.I)
    if forbidden:
        yield "reservations", "only where expressly permitted" if express else "prohibited"
    elif re.search(r"\bmay\b[^.]{0,160}\breservations?\b|\breservations?\b[^.]{0,60}\bmay\b", text, re.I):
        yield "reservations", "allowed"
    if re.search(r"object and purpose", text, re.I):
        yield "reservations", "not against the object and purpose"
    if re.search(r"\bwithdraw\w*", text, re.I):
        yield "reservations", "may be withdrawn"


_ADOPTING = re.compile(r"[^.]{0,90}(?<!time of )(?<!time of its )\badopt[^.]{0,90}", re.IGNORECASE)


def _amendment(text: str) -> Iterator[Term]:
    # Majorities of ratifications for entry into force stand in the same article, but further off.
    near = " | ".join(said[0] for said in _ADOPTING.finditer(text))
    yield from (("adopted by", name) for name, pattern in _MAJORITIES if re.search(pattern, near, re.I))
    force = re.search(r"enter(?:s|ed)? into force[^.]*", text, re.I)
    for period in _periods(force[0], "en") if force else ():
        yield "in force after", period
        return


def _withdrawal(text: str) -> Iterator[Term]:
    for sentence in re.split(r"(?<=[.;])\s", text):
        periods = list(_periods(sentence, "en"))
        if periods and re.search(r"\b(?:receipt|notification|effect|notice)\b", sentence, re.I):
            earliest = re.search(
                r"\bany time after\b|\bafter the expiry of\b[^.]{0,400}entered into force", sentence
            )
            yield ("not before" if earliest else "notice"), periods[0]


def _disputes(text: str) -> Iterator[Term]:
    yield from (("by", name) for name, pattern in _MEANS if re.search(pattern, text, re.IGNORECASE))


def _depositary(text: str) -> Iterator[Term]:
    if match := _DEPOSITARY.search(text):
        yield "depositary", " ".join(match[0].split())


def _authentic_texts(text: str) -> Iterator[Term]:
    yield from (("text", name) for name in _LANGUAGES if re.search(rf"\b{name}\b", text))


_ENGLISH: dict[FinalClauseKind, Callable[[str], Iterator[Term]]] = {
    "consent": _consent,
    "entry_into_force": _entry_into_force,
    "reservations": _reservations,
    "amendment": _amendment,
    "withdrawal": _withdrawal,
    "disputes": _disputes,
    "depositary": _depositary,
    "authentic_texts": _authentic_texts,
}

_NUMBER = r"\d+(?:st|nd|rd|th)?"

_UNITS: dict[str, Sequence[tuple[str, str, str]]] = {
    "en": (("days", "day", r"days?\b"), ("months", "month", r"months?\b"), ("years", "year", r"years?\b")),
    "fr": (("jours", "jour", r"jours?\b"), ("mois", "mois", r"mois\b"), ("ans", "an", r"an(?:née)?s?\b"),
           ("instruments", "instrument", r"instruments?\b")),
    "es": (("días", "día", r"días?\b"), ("meses", "mes", r"mes(?:es)?\b"), ("años", "año", r"años?\b"),
           ("instrumentos", "instrumento", r"instrumento\b")),
    "ru": (("дней", "день", r"(?:день|дня|дней)\b"), ("месяцев", "месяц", r"месяц\w*"),
           ("лет", "год", r"(?:год|года|лет)\b"), ("документов", "документ", r"документ\w*")),
    "zh": (("天", "天", r"[天日]"), ("个月", "个月", r"个月"), ("年", "年", r"年"), ("份", "份", r"份")),
    "ar": (("يوما", "يوم", r"يوم\w*"), ("أشهر", "شهر", r"(?:شهر|أشهر)\w*"),
           ("سنوات", "سنة", r"(?:سنة|سنوات)\w*"), ("صك", "صك", r"صك\w*")),
}  # fmt: skip
"""Several, one, and the pattern of either."""


def _periods(text: str, language: str) -> Iterator[str]:
    """Numbers with their units: "thirtieth day" is 30 days."""
    figures = in_figures(text, language, ones=True)
    start = r"(?<!\d)" if language == "zh" else r"(?<!\w)"
    for several, one, unit in _UNITS.get(language, ()):
        for match in re.finditer(rf"{start}({_NUMBER})\s*(?:\(\d+\)\s*)?{unit}", figures, re.IGNORECASE):
            value = _figures(match[1])
            if len(value) < 4:  # longer numbers are years of the calendar
                yield f"{value} {one if value == '1' else several}"


def _figures(printed: str) -> str:
    return re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", ascii_digits(printed.casefold()))
