"""Terms that are defined and never used, defined twice, or quoted without a definition."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from treatydiff.language.registry import get_language
from treatydiff.model import Draft, Instrument, Provision
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.studies.checks.model import Finding

_QUOTED = (
    r"(?:[“„\"]\s*+(?P<curly>[^“”„\"«»]{2,80}?)(?<!\s)\s*[”“\"]"
    r"|«\s*+(?P<angle>[^«»]{2,80}?)(?<!\s)\s*»)"
)
_QUOTED_IN_ARABIC = _QUOTED.replace('[“„\\"]', '[“„”\\"]')
"""Arabic texts open quotations with the sign that closes them elsewhere."""
_ALSO_QUOTED = _QUOTED.replace("?P<curly>", "").replace("?P<angle>", "")
_MEANS: dict[str, str] = {
    "en": rf"\s*+(?:\([^)]{{1,60}}\)\s*+)?(?:,?\s*+(?:or|and)\s*+{_ALSO_QUOTED})?\s*+,?\s*+"
            r"(?:when\s+used[^,]{0,60},\s*+)?(?:shall\s+)?(?:mean|include|refers?\s+to|be\s+understood)s?\b"
            r"|\s*+,?\s*+which\s[^,]{0,80},\s*+(?:shall\s+)?(?:mean|include)s?\b"
            r"|\s*+(?:is|are)\s+(?:defined|understood|an?|the)\b|\s+means\b|\s*+:\s",
    "fr": r"\s*+,?\s*+(?:on\s+entend|s['’]entend|désigne|signifie|vise|comprend)|\s*+[,:]?\s*+on\s+entend",
    "es": r"\s*+,?\s*+(?:se\s+entiende|se\s+entenderá|significa|designa|comprende)",
    "ru": r"\s*+,?\s*+(?:означа[ею]т|понимается|включа[ею]т)|\s*+[-–—]\s",
    "zh": r"\s*+[，,]?\s*+(?:是?指|系指|即|包括|意指|应指)",
    "ar": r"\s*+[،:]?\s*+(?:يعني|تعني|يقصد|يُقصد|هو|هي|يشمل|تشمل)",
}  # fmt: skip
_BEFORE_MEANS: dict[str, str] = {
    "fr": r"(?:on\s+entend\s+par|par|l['’]expression|le\s+terme|les\s+termes|les\s+expressions)\s*$",
    "es": r"(?:por)\s*$",
    "ru": r"(?:под)\s*$",
    "ar": r"(?:بـ?|بعبارة|بمصطلح|تعبير|مصطلح)\s*$",
}
_BARE = r"(?P<term>[^\W\d_a-z][\w’'-]*(?:\s[\w’'-]+){0,6}?)"
_UNQUOTED: dict[str, re.Pattern[str]] = {
    "en": pattern_of(rf"(?:The\s(?:term|expression)\s)?{_BARE}\s(?:shall\s)?means?\b"),
    "fr": pattern_of(rf"{_BARE}\s(?:désigne|signifie|s['’]entend)\b"),
    "es": pattern_of(rf"{_BARE}\s(?:significa|designa)\b"),
    "ru": pattern_of(rf"{_BARE}\s(?:—\s)?означает\b"),
}
_DEFINITIONS: dict[str, str] = {
    "en": r"(?i)definitions?|use\s+of\s+terms|terms\s+used|interpretation",
    "fr": r"(?i)définitions?|emploi\s+des\s+termes|terminologie",
    "es": r"(?i)definici|términos\s+empleados|uso\s+de\s+términos|terminología",
    "ru": r"(?i)определени|употребление\s+терминов|термин",
    "zh": r"定义|用语|术语",
    "ar": r"تعاريف|المصطلحات|استخدام\s+المصطلحات|تعريف",
}
_INTRODUCED = pattern_of(
    r"(?i:hereinafter|hereafter|referred\s+to\s+as|known\s+as|called|termed|titled|entitled|named|"
    r"references?\s+(?:[\w.]+\s+){0,14}to|read\s+as|"
    r"the\s+(?:term|word|expression|phrase)s?|words?|marked|inscription|abbreviation)\W{0,3}(?:the\W{0,3}|an?\W{0,3})?$"
)
_NO_TERM_BEHIND = pattern_of(r"\s*\)|\s+(?:box|boxes|field|column|row|line|heading|section|page|button)\b")
"""(the “Committee”) introduces a term; the “Remarks” box of a form has a name and is none."""
_DOCUMENT = pattern_of(
    r"(?i:convention|treaty|protocol|agreement|declaration|resolution|report|guidelines?|charter|note)"
)


@dataclass(frozen=True, slots=True)
class Definition:
    """A term, the clause that defines it, and whether that stands under a heading of definitions."""

    term: str
    clause: Provision
    titled: bool


def check_terms(draft: Draft) -> Iterator[Finding]:
    """A finding for each term defined in vain or twice, and for quoted terms without a definition.

    Only terms of an article on definitions count: two quoted terms with a verb of definition, or one
    under a heading that says so. A term is used where words with its stems follow one another.

    Args:
        draft: the draft.
    """
    everywhere: list[Definition] = []
    for instrument in draft.instruments:
        definitions = list(find_definitions(instrument, draft.language))
        yield from _twice(definitions)
        yield from _unused(definitions, draft)
        everywhere += definitions
    if everywhere and draft.language == "en":
        yield from _undefined(everywhere, draft)


def find_definitions(
    instrument: Instrument, language: str, known: Container[str] = frozenset()
) -> Iterator[Definition]:
    """The terms that the articles on definitions of an instrument define, in text order.

    Args:
        instrument: the instrument.
        language: code of its language.
        known: terms in lower case that another draft defines, taken from any article.
    """
    heading = pattern_of(_DEFINITIONS.get(language, r"(?!)"))
    for unit in instrument.units():
        titled = heading.search(unit.provision.heading) is not None
        found = [
            Definition(term, clause, titled)
            for clause in unit.clauses()
            for term in (
                *_defined(clause.text, language),
                *(_unquoted(clause.text, language) if titled else ()),
            )
        ]
        all_ = len(found) >= 2 or titled
        yield from (each for each in found if all_ or " ".join(each.term.casefold().split()) in known)


def _defined(text: str, language: str) -> Iterator[str]:
    """The quoted terms that a verb of definition follows (or, in some languages, goes before)."""
    after = pattern_of(_MEANS.get(language, r"(?!)"))
    before = pattern_of(_BEFORE_MEANS[language]) if language in _BEFORE_MEANS else None
    for quoted in re.finditer(_QUOTED_IN_ARABIC if language == "ar" else _QUOTED, text):
        if quoted.start() > 80:
            return
        term = quoted["curly"] or quoted["angle"]
        if after.match(text, quoted.end()) or (before and before.search(text[: quoted.start()])):
            yield term.strip(" ,.;:")


def _unquoted(text: str, language: str) -> Iterator[str]:
    """The term that a clause under a heading of definitions opens with, printed without quotes."""
    found = _UNQUOTED[language].match(text) if language in _UNQUOTED else None
    if found is not None:
        yield found["term"]


def _twice(definitions: Sequence[Definition]) -> Iterator[Finding]:
    seen: dict[str, Definition] = {}
    for definition in definitions:
        earlier = seen.setdefault(definition.term.casefold(), definition)
        clause = definition.clause
        if earlier is definition or not definition.titled or "opt_" in clause.id + earlier.clause.id:
            continue
        if clause.id.partition("__")[0] == earlier.clause.id.partition("__")[0]:
            message = f"“{definition.term}” is defined twice ({earlier.clause.id} and {clause.id})"
            yield Finding("term_defined_twice", message, clause.page, clause.id, definition.term)


def _unused(definitions: Sequence[Definition], draft: Draft) -> Iterator[Finding]:
    texts = [(node.id, f"{node.heading} {node.text}".casefold()) for node in draft.walk()]
    for definition in definitions:
        stems = _stems(definition.term, draft.language)
        own = definition.clause
        if any(
            all(stem.search(text) for stem in stems)
            for name, text in texts if name != own.id and not name.startswith(f"{own.id}__")
        ) or all(len(stem.findall(own.text.casefold())) > 1 for stem in stems):  # fmt: skip
            continue
        message = f"“{definition.term}” is defined and never used"
        yield Finding("term_unused", message, own.page, own.id, definition.term)


def _stems(term: str, language: str) -> tuple[re.Pattern[str], ...]:
    """What a term is known by in running text: its longer words, in any of their forms."""
    if language == "zh":
        return tuple(pattern_of(re.escape(word)) for word in re.split(r"[的和或及、与]", term) if word)
    function_words = get_language(language).function_words
    words = [word for word in re.findall(r"[^\W\d_]+|\d+", term.casefold()) if word not in function_words]
    before = r"\w{0,4}" if language == "ar" else r"(?<!\w)"
    stems = []
    for word in [word for word in words if len(word) > 2] or words:
        bare = word.removeprefix("ال") if language == "ar" else word
        keep = len(bare) if len(bare) < 4 else max(3, len(bare) - (3 if len(bare) > 6 else 1))
        stems.append(pattern_of(before + re.escape(bare[:keep])))
    return tuple(stems)


def _undefined(definitions: Sequence[Definition], draft: Draft) -> Iterator[Finding]:
    known = {definition.term.casefold().rstrip("s") for definition in definitions}
    told: set[str] = set()
    for clause in (node for node in draft.walk() if not node.children):
        for quoted in re.finditer(_QUOTED, clause.text):
            term = (quoted["curly"] or quoted["angle"]).strip(" ,.;:")
            key = term.casefold().rstrip("s")
            if key in known or key in told or not _is_term(term):
                continue
            if _INTRODUCED.search(clause.text[: quoted.start()]) or list(_defined(clause.text, "en")):
                continue
            if _NO_TERM_BEHIND.match(clause.text, quoted.end()):
                continue
            told.add(key)
            message = f"“{term}” is quoted like a term and defined nowhere"
            yield Finding("term_undefined", message, clause.page, clause.id, term)


def _is_term(term: str) -> bool:
    words = term.split()
    return (
        len(words) <= 4
        and all(word[:1].isupper() or len(word) <= 3 for word in words)
        and not term.isupper()
        and len(term) > 3
        and _DOCUMENT.search(term) is None
        and not any(char.isdigit() for char in term)
    )
