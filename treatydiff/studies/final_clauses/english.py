"""What English final clauses provide, kind by kind, each value with the sentence that says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from treatydiff.language.references import find_references
from treatydiff.patterns import pattern_of
from treatydiff.studies.final_clauses.reservations import Said, reservation_terms
from treatydiff.studies.final_clauses.sentences import NUMBER, Sentence, periods, plain_number, shortened

_CONSENT = (
    ("signature", r"\bsignature\b|\bsigned\b"), ("definitive signature", r"definitive signature"),
    ("ratification", r"\bratif\w+"), ("acceptance", r"\bacceptance\b"), ("approval", r"\bapproval\b"),
    ("formal confirmation", r"formal confirmation"), ("accession", r"\bacce(?:ssion|de)\b"),
)  # fmt: skip
_MEANS = (
    ("negotiation", r"\bnegotiat\w+"), ("consultation", r"\bconsult\w+"), ("mediation", r"\bmediation\b"),
    ("conciliation", r"\bconciliation\b"), ("arbitration", r"\barbitra\w+"),
    ("International Court of Justice", r"International Court of Justice"),
    ("Court of Justice", r"(?<!International )\bCourt of Justice\b"),
    ("Tribunal for the Law of the Sea", r"Tribunal for the Law of the Sea"),
    ("opting out", r"does not consider itself bound|not be bound by (?:the|this|paragraph)"),
)  # fmt: skip
_LANGUAGES = (
    "Albanian", "Arabic", "Bosnian", "Bulgarian", "Chinese", "Croatian", "Czech", "Danish", "Dutch",
    "English", "Estonian", "Faroese", "Finnish", "French", "Georgian", "German", "Greek", "Hebrew",
    "Hungarian",
    "Icelandic", "Irish", "Italian", "Japanese", "Kazakh", "Korean", "Latvian", "Lithuanian", "Macedonian",
    "Malay", "Maltese", "Moldovan", "Montenegrin", "Norwegian", "Polish", "Portuguese", "Romanian", "Russian",
    "Serbian", "Slovak", "Slovene", "Slovenian", "Spanish", "Swedish", "Thai", "Turkish", "Ukrainian",
    "Vietnamese",
)  # fmt: skip
_MAJORITIES = (
    ("consensus", r"\bconsensus\b"), ("two-thirds", r"\btwo[- ]thirds\b"),
    ("three-fourths", r"\bthree[- ](?:fourths|quarters)\b"), ("unanimity", r"\bunanim\w+"),
    ("majority", r"(?<!thirds )(?<!fourths )\bmajority\b"),
)  # fmt: skip
_DEPOSITARY = pattern_of(
    r"(?:Secretar(?:y|ies)[- ]General|Director[- ]General|Government|Council|Secretariat)s?"
    r"(?: of (?:the )?[A-Z][\w-]++(?: (?:of the|of|and|the|for) (?=[A-Z])| [A-Z][\w-]++"
    r"|(?<= )[A-Z][\w-]++)*)?"
)


def _each(sentences: Sequence[Sentence], name: str, table: Sequence[tuple[str, str]]) -> Iterator[Said]:
    """The values of a table in its order, each with the first sentence that has its words."""
    for value, pattern in table:
        for sentence in sentences:
            if re.search(pattern, sentence.text, re.IGNORECASE):
                yield name, value, sentence
                break


def _consent(sentences: Sequence[Sentence]) -> Iterator[Said]:
    yield from _each(sentences, "by", _CONSENT)


# --- entry into force ----------------------------------------------------------------------------

_LATER = pattern_of(
    r"^\W*(?:for|in respect of|with respect to|as regards|in the case of)\s+(?:each|any|every|all|a)\b"
    r"|\b(?:for|in respect of) (?:each|any|every|the) (?:State|Party|Government|country"
    r"|signatory)\b[^.]{0,60}"
    r"\b(?:ratifying|acceding|subsequent\w*|after|thereafter)\b"
    r"|\bacceding\b|\bthereafter\b|^after the entry into force\b",
    re.IGNORECASE,
)
_FORCE = pattern_of(
    r"\b(?:enter(?:s|ed)?|come(?:s)?|entry|coming|entering) into (?:force|effect)\b", re.IGNORECASE
)
_THRESHOLD = pattern_of(
    rf"\b({NUMBER})(?:\s*\(\d+\))? (?:instrument|ratification)|(?:at least|after|by|of|once|which|when"
    rf"|less than)"
    rf" ({NUMBER})(?:\s*\(\d+\))? (?:\w+ ){{0,2}}(?:Part(?:y|ies)|States?|countries|Governments"
    rf"|signator(?:y|ies))",
    re.IGNORECASE,
)
_COUNTED = r"instruments?|ratifications?|(?:\w+ )?(?:Part(?:y|ies)|States?)\b"
_CONDITIONS = tuple(
    pattern_of(pattern, re.IGNORECASE)
    for pattern in (
        r"\bincluding (?:at least |not (?:less|fewer) than )?[^,.;]{3,120}?(?=,|;|\.| have | has |$)",
        r"\baccounting (?:in total )?for [^;]{3,160}?(?:per cent|percent|%)[^,.;]{0,90}",
        r"\brepresenting [^,;]{3,160}",
        r"\b(?:the combined|whose|which together)\b[^;]{3,160}?(?:per cent|percent|%)[^,.;]{0,90}",
        r"\b(?:of which|of whom)\b [^,.;]{3,120}",
        r"\b(?:provided|except) that [^.;]{3,200}",
        r"\bnot (?:enter into force |earlier than |be )?before [^.;]{3,120}",
        r"\bwhichever (?:date )?(?:is|occurs) (?:the )?later\b",
    )
)
_WHEN = pattern_of(
    r"\b(?:enter|come)s? into (?:force|effect)\s+(?P<when>(?:on|upon|as from|from|as soon as|when|after"
    r"|with"
    r"|once|immediately|following|simultaneously|the)\b[^.;]{3,200})",
    re.IGNORECASE,
)


def _entry_into_force(sentences: Sequence[Sentence]) -> Iterator[Said]:
    force = [each for each in sentences if _FORCE.search(each.text)] or list(sentences)
    first = [each for each in force if not _LATER.search(each.text)] or force
    said = list(_first_entry(first))
    yield from said
    if not said:
        for sentence in first:
            if when := _WHEN.search(sentence.text):
                yield "on", shortened(when["when"]).rstrip(" ,"), sentence
                yield from _conditions(sentence)
                break
    for sentence in force:
        if sentence not in first and (period := next(periods(sentence.text), "")):
            yield "for later Parties after", period, sentence
            break


def _first_entry(sentences: Sequence[Sentence]) -> Iterator[Said]:
    counted = _threshold(sentences)
    if counted is not None:
        yield "threshold", counted[0], counted[1]
        yield from _conditions(counted[1])
    for sentence in sentences:
        if period := next(periods(sentence.text), ""):
            yield "after", period, sentence
            break


def _conditions(sentence: Sentence) -> Iterator[Said]:
    found = [said[0] for pattern in _CONDITIONS if (said := pattern.search(sentence.text))]
    for n, words in enumerate(found):
        inside = [each for k, each in enumerate(found) if k != n and words in each]
        if not any(each != words or found.index(words) < n for each in inside):
            yield "condition", " ".join(words.split()).rstrip(" ,"), sentence


def _threshold(sentences: Sequence[Sentence]) -> tuple[str, Sentence] | None:
    for sentence in sentences:
        if choice := sentence.choice_before(_COUNTED):
            return choice, sentence
        if found := _THRESHOLD.search(sentence.figures):
            return plain_number(found[1] or found[2]), sentence
    return None


# --- amendment -----------------------------------------------------------------------------------

_ADOPTING = pattern_of(r"[^.]{0,90}(?<!time of )(?<!time of its )\badopt[^.]{0,90}", re.IGNORECASE)
_IN_FORCE = pattern_of(r"enter(?:s|ed)? into (?:force|effect)|come(?:s)? into (?:force|effect)"
                       r"|take(?:s)? effect|become(?:s)? effective", re.IGNORECASE)  # fmt: skip
_BINDS = (
    ("all Parties except those that object",
     r"\bexcept\b[^.]{0,60}\b(?:Part(?:y|ies)|States?|Members?|those|any)\b[^.]{0,120}\b(?:notif|object"
     r"|reject|declar|not accept|unable)"),
    ("all Parties, once all have accepted it",
     r"\b(?:after|when|once|upon|by|of) (?:acceptance by |ratification by "
     r"|the deposit [^.]{0,60} by )?all (?:of )?(?:the )?(?:States )?(?:Contracting )?(?:Part(?:ies)"
     r"|States|Members|Signator(?:y|ies))\b"),
    ("only Parties that accept it",
     r"\bfor (?:the |those |each |such |any )?(?:States )?(?:Contracting )?(?:Part(?:y|ies)|States?"
     r"|Members?)\b[^.]{0,40}\b(?:ratifying|accepting|approving|having (?:accepted|ratified)|(?:that"
     r"|which|who) (?:ha(?:ve|s) )?(?:accept|ratif|approv|deposit|express))"
     r"|\b(?:in respect of|with respect to|for) (?:a|each|any|every|those|the"
     r"|only those) (?:States? )?(?:Contracting )?(?:Part(?:y|ies)"
     r"|States?)\b[^.]{0,260}\b(?:its (?:instrument|acceptance|ratification)|deposit|accepted|which have"
     r"|that have)"),
    ("all Parties",
     r"\b(?:for|upon|on|bind(?:ing)?(?: on| upon)?) (?:all|every) (?:the "
     r"|of the )?(?:States )?(?:Contracting )?(?:Part(?:y|ies)|Members)\b"),
)  # fmt: skip
_SHARE = pattern_of(
    r"\b(?:acceptance|ratification|approval|accepted|ratified|deposit(?:ed)?|instruments?"
    r"|notif\w+)\b[^.]{0,160}?\b"
    r"(?:by|of|from) (?:at least )?((?:two[- ]thirds|three[- ](?:fourths|quarters)|four[- ]fifths"
    r"|a majority|one[- ]half|half"
    r"|all) (?:of )?(?:the )?(?:number of )?(?:the )?(?:States )?(?:Contracting )?(?:Part(?:ies)|States"
    r"|Members))",
    re.IGNORECASE,
)


def _amendment(sentences: Sequence[Sentence]) -> Iterator[Said]:
    # Majorities of ratifications for entry into force stand in the same article, but further off.
    near = [
        Sentence(" | ".join(said[0] for said in _ADOPTING.finditer(each.text)), each.clause)
        for each in sentences
    ]
    whole = dict(zip(map(id, near), sentences, strict=True))
    yield from (
        (name, value, whole[id(part)]) for name, value, part in _each(near, "adopted by", _MAJORITIES)
    )
    for sentence in sentences:
        if re.search(r"\bamended\b[^.]{0,60}\b(?:agreement|consent)\b", sentence.text, re.IGNORECASE):
            yield "adopted by", "agreement of the Parties", sentence
            break
    force = [each for each in sentences if _IN_FORCE.search(each.text)]
    for sentence in force:
        found = _IN_FORCE.search(sentence.text)
        behind = sentence.text[found.start() :] if found else sentence.text
        if period := next(periods(behind), next(periods(sentence.text), "")):
            yield "in force after", period, sentence
            break
    else:
        for sentence in force:
            if when := _WHEN.search(sentence.text):
                yield "in force", shortened(when["when"]), sentence
                break
    for sentence in force:
        if share := _SHARE.search(sentence.text):
            yield "accepted by", " ".join(share[1].split()), sentence
            break
    for value, pattern in _BINDS:
        for sentence in force:
            if re.search(pattern, sentence.text, re.IGNORECASE):
                yield "in force for", value, sentence
                return


# --- the rest ------------------------------------------------------------------------------------

_EFFECT = pattern_of(
    r"\b(?:shall|does|will) not (?:in any way )?(?:affect|prejudice|discharge|release|relieve"
    r"|impair)\b(?![^.]{0,30}\bvalidity\b)"
    r"|\bshall (?:continue|remain)\b[^.]{0,60}\b(?:apply|bound|force|liable|responsible)\b",
    re.IGNORECASE,
)


def _withdrawal(sentences: Sequence[Sentence]) -> Iterator[Said]:
    for sentence in sentences:
        found = list(periods(sentence.text))
        if found and re.search(
            r"\b(?:receipt|received|notification|notif\w+|effect|effective|notice|expir\w+)\b",
            sentence.text,
            re.I,
        ):
            earliest = re.search(
                r"\bany time after\b|\bafter the expir(?:y"
                r"|ation) of\b[^.]*entered into force",
                sentence.text,
            )
            yield ("not before" if earliest else "notice"), found[0], sentence
    for sentence in sentences:
        if _EFFECT.search(sentence.text):
            yield "effect", shortened(sentence.text), sentence
            return


def _disputes(sentences: Sequence[Sentence]) -> Iterator[Said]:
    yield from _each(sentences, "by", _MEANS)


def _depositary(sentences: Sequence[Sentence]) -> Iterator[Said]:
    """The name nearest to the word for a depositary, or else the first that is one."""
    for sentence in sorted(sentences, key=lambda each: re.search(r"deposit[ao]r", each.text, re.I) is None):
        found = list(_DEPOSITARY.finditer(sentence.text))
        if found:
            said = re.search(r"deposit", sentence.text, re.IGNORECASE)
            at = said.start() if said else 0
            nearest = min(found, key=lambda each: (" " not in each[0], abs(each.start() - at)))
            yield "depositary", " ".join(nearest[0].split()), sentence
            return


def _authentic_texts(sentences: Sequence[Sentence]) -> Iterator[Said]:
    named = list(_each(sentences, "text", [(name, rf"\b{name}\b") for name in _LANGUAGES]))
    yield from named
    for sentence in sentences:
        if found := re.search(
            r"\bthe (\w+) (?:text|version|language)\b[^.]{0,40}\bshall prevail\b", sentence.text
        ):
            yield "prevails", found[1], sentence
    if named:
        return
    for sentence in sentences:
        for reference in find_references(sentence.text, "en"):
            behind = re.match(r"\s*of the (?:present |said )?[A-Z][\w-]+", sentence.text[reference.end :])
            words = sentence.text[reference.start : reference.end] + (behind[0] if behind else "")
            yield "text", f"by reference to {' '.join(words.split())}", sentence
            return
        if found := re.search(
            r"\bof (the (?:Convention|Agreement|Treaty|Covenant|Charter))\b", sentence.text
        ):
            yield "text", f"by reference to {found[1]}", sentence
            return


_PROVISIONAL = (
    ("may be terminated", r"provisional\w*[^.]{0,160}\bterminat|terminat[^.]{0,160}provisional"),
    ("by notification of the State", r"\bnotif\w+|\bdeclar\w+|\bin writing\b"),
    ("until entry into force", r"\b(?:until|pending)\b[^.]{0,80}\b(?:entry|entr\w+"
                               r"|come\w*) into (?:force|effect)|pending its entry"),
)  # fmt: skip
_TERRITORIAL = (
    ("extension by declaration or notification", r"\b(?:declar\w+|notif\w+)\b[^.]{0,200}\bterritor"
                                                 r"|\bterritor[^.]{0,200}\b(?:declar\w+|notif\w+)"),
    ("extension may be withdrawn", r"\bwithdraw\w*|\bcease to\b|\bdenounce\b"),
    ("the territories where the Parties' law applies", r"\bterritor(?:y"
                                                       r"|ies)\b[^.]{0,80}\bin which\b[^.]{0,80}\bappl"),
    ("the territory of the Parties", r"\bshall apply\b[^.]{0,60}\bterritor|\bterritor(?:y"
                                     r"|ies)\b[^.]{0,60}\bof (?:the|each|either) (?:Contracting )?Part"),
)  # fmt: skip
_DECLARED = (
    ("not to exclude or modify legal effect", r"\bnot purport to exclude\b"
                                              r"|\bexclude or (?:to )?modify the legal effect"),
    ("may be made", r"\b(?:may|shall)\b[^.]{0,200}\bdeclar|\bpreclude\b[^.]{0,200}\bdeclar"),
    ("may be withdrawn", r"\bwithdraw\w*"),
)  # fmt: skip
_REGIONAL = (
    ("may be Parties", r"\bopen\b[^.]{0,120}\bregional|\bregional[^.]{0,200}\b(?:deposit|sign|ratif"
                       r"|acced|accept|become|may)"),
    ("declare the extent of their competence", r"\bextent of (?:its|their) competence"),
    ("their instruments are not counted as additional", r"\bnot be counted as additional"),
    ("vote with the votes of their member States", r"\bnumber of votes equal"),
    ("no vote where member States vote", r"\bnot exercise (?:its|their) right to vote\b"),
)  # fmt: skip


def _table(name: str, table: Sequence[tuple[str, str]]) -> Callable[[Sequence[Sentence]], Iterator[Said]]:
    return lambda sentences: _each(sentences, name, table)


ENGLISH: dict[str, Callable[[Sequence[Sentence]], Iterator[Said]]] = {
    "consent": _consent,
    "entry_into_force": _entry_into_force,
    "reservations": reservation_terms,
    "amendment": _amendment,
    "withdrawal": _withdrawal,
    "disputes": _disputes,
    "depositary": _depositary,
    "authentic_texts": _authentic_texts,
    "provisional_application": _table("provisional", _PROVISIONAL),
    "territorial_application": _table("territory", _TERRITORIAL),
    "declarations": _table("declarations", _DECLARED),
    "regional_organizations": _table("organizations", _REGIONAL),
}
"""By kind, what reads its sentences: name and value of each term, and the sentence that says it."""
