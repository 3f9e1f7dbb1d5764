"""What drafts print inside brackets that is not wording: standing, placeholders, notes, proposers.

Ordered tables of (name, pattern); the first that matches the whole content of a bracket is what it is.
"""

from __future__ import annotations

import re

from treatydiff.language.words.signals import SIGNAL_WORDS
from treatydiff.patterns import pattern_of

PatternTable = tuple[tuple[str, re.Pattern[str]], ...]


def _table(*rows: tuple[str, str]) -> PatternTable:
    return tuple((name, pattern_of(form, re.IGNORECASE | re.S)) for name, form in rows)


_ADREF = r"ad[\s.-]*ref(?:erendum|\.|\b)"

STATUS: PatternTable = _table(
    ("agreed ad referendum", rf"(?:provisionally\s+)?agreed(?:\s+(?:text|to))?,?\s+{_ADREF}.{{0,40}}"),
    ("agreed ad referendum", rf"{_ADREF}.{{0,20}}"),
    ("agreed ad referendum", rf"(?:convenu|approuvé|accepté|acordado|aprobado|convenido)e?s?\s+{_ADREF}"),
    ("agreed ad referendum", rf"(?:согласовано|согласован[аы]?)\s+(?:{_ADREF}|при\s+условии.{{0,60}})"),
    ("provisionally agreed", r"(?:provisionally|preliminarily|tentatively)\s+agreed.{0,40}|"
                              r"agreed\s+provisionally"),
    ("agreed ad referendum", r"a/r\.?|(?:agreed\s+)?a\.?r\.(?:\s.{0,30})?"),
    ("agreed in principle", r"(?:text\s+)?agreed\s+in\s+principle.{0,60}"),
    ("agreed in informals", r"(?:text\s+)?agreed\s+(?:in|at)\s+(?:the\s+)?(?:informal|working|contact|small|"
                            r"drafting)\w*\b.{0,60}"),
    ("agreed", r"(?:text\s+)?agreed\s+in\s+(?:the\s+)?plenary\b.{0,60}"),
    ("agreed", r"(?:texte\s+)?(?:convenu|agréé|approuvé)e?s?|(?:texto\s+)?(?:acordado|convenido|aprobado)|"
               r"(?:текст\s+)?согласован[оаы]?|(?:案文)?已?(?:商定|议定)(?:案文)?|(?:نص\s+)?متفق\s+عليه"),
    ("agreed", r"agreed(?:\s+(?:text|language|wording))?(?:\s+on\s+[\w\s.]{1,30})?"),
    ("not agreed", r"(?:not(?:\s+yet)?|yet\s+to\s+be|to\s+be)\s+agreed(?:\s+(?:upon|on))?"),
    ("not discussed", r"(?:text\s+)?not\s+(?:yet\s+)?(?:been\s+)?(?:discussed|considered|negotiated)"
                      r"(?:\s.{0,60})?"),
    ("reserved", r"(?:text|article|paragraph|position)s?\s+reserved(?:\s.{0,60})?"),
    ("pending", r"(?:pending|under\s+(?:discussion|consideration|negotiation)|not\s+(?:yet\s+)?"
                r"(?:discussed|considered|negotiated)|to\s+be\s+(?:discussed|considered|revisited|confirmed))"
                r"(?:\s.{0,60})?"),
    ("closed", r"(?:ad\s+ref\.?\s+)?(?:text\s+)?(?:closed|gavelled)"),
)  # fmt: skip
"""Marks of standing, with what they say."""

PLACEHOLDER: PatternTable = _table(
    ("placeholder", r"placeholder\b.*"),
    ("to be done", r"(?:text\s+)?(?:to\s+be|tb)\s*(?:elaborated|determined|completed|developed|added|"
                   r"inserted|defined|drafted|decided|specified|supplied|provided|agreed\s+later|d|c|a)(?:\s.{0,80})?"),
    ("to be done", r"insert\s+\w.{0,80}|add\s+(?:text|reference|date|number|name|title)\b.{0,80}"),
    ("to be done", r"(?:further\s+)?[\w\s“”\"'’-]{1,60}\bmay\s+be\s+"
                   r"(?:required|needed|added|necessary)\b.{0,120}"),
    ("blank", r"[\s_…x*-]*|\.{2,}|[nyz]|"
              r"(?:x+\s+)?(?:date|place|city|name|number)(?:\s+of\s+[\w\s]{1,40})?"),
    ("to be done", r"(?:(?:текст\s+)?будет\s+(?:\w+\s+)?(?:доработан|разработан|определен|определён)\w*|"
                   r"подлежит\s+\w+|"
                   r"(?:texte\s+)?à\s+(?:élaborer|déterminer|compléter|définir|préciser)|"
                   r"(?:texto\s+)?(?:por|a)\s+(?:elaborar|determinar|completar|definir)|待拟订|待定|待补充|"
                   r"(?:يحدد|تحدد|يستكمل|تستكمل)\s+لاحقا(?:ً)?)(?:\s.{0,60})?"),
    ("reserved", r"reserved"),
)  # fmt: skip
"""What stands in for wording that is still to come."""

EDITORIAL: PatternTable = _table(
    ("moved", r"(?:text\s+)?(?:deleted\s+(?:and|to\s+be)\s+)?(?:moved|merged|incorporated|transferred|"
              r"relocated|placed)\s+(?:as|to|into|in|with|from|under|here|up|down|below|above)\b.{0,160}"),
    ("formerly", r"(?:formerly|previously|former|previous|ex|old|renumbered\s+from|based\s+on|from)\s+"
                 r"(?:article|art\.|paragraph|para\.?|chapter|section|option|annex|document)\b.{0,80}"),
    ("deleted", r"(?:article|paragraph|subparagraph|text|sentence)?\s*(?:deleted|omitted|"
                r"struck\s+out)\b.{0,160}"),
    ("note", r"(?:(?:editorial|secretariat|drafting|co-?facilitators?[’']?s?|facilitators?[’']?s?|"
             r"chair[’']?s?|president[’']?s?|co-?chairs?[’']?|explanatory)\s+)?(?:note|comment|remark)s?\b\s*"
             r"(?:by\b.{0,40})?:.*"),
    ("note", r"see\s+(?:also\s+)?(?:article|paragraph|note|footnote|annex|document|the\s+note)\b.{0,120}"),
    ("note", r"placement\b.{0,200}|foot-?notes?\s*+\d{0,3}\s*+:.*|sic!?"),
)  # fmt: skip
"""Notes to the reader of the draft, whoever wrote them."""

ROLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, pattern_of(form, re.IGNORECASE))
    for role, form in (
        ("reserves", r"\b(?:(?:its|their|a|an?\s+\w+|the)\s+reservations?|reservations?\s+(?:by|of|from)|"
                     r"reserv(?:ed|es|e|ing)\s+(?:its|their|the|a)\s+(?:right|position)s?|reserved\s+positions?|"
                     r"reservation)\b"),
        ("opposes", r"\b(?:oppos(?:ed|es|e|ing)|object(?:ed|s|ing)?(?:\s+to)?|reject(?:ed|s)?|"
                    r"(?:can|could|did|do|does)\s?(?:not|n[’']t)\s+(?:support|accept|agree\s+to)|"
                    r"not\s+(?:supported|accepted|endorsed)(?=\s+by\b)|delet(?:e|ion)|be\s+deleted)\b"),
        ("supports", r"\b(?:support(?:ed|s|ing)?|endors(?:ed|es|e)|co-?sponsor(?:ed|s)?|"
                     r"second(?:ed|s)|agrees?)\b"),
        ("proposes", r"\b(?:propos(?:ed|als?|es|e|ing)|suggest(?:ed|ion|s)?|submitted|prefer(?:red|s)?|"
                     r"introduced|tabled|put\s+forward|sponsored|alternative|of\s+the\s+view|"
                     r"would\s+like|wish(?:es)?\s+to)\b"),
    )
)  # fmt: skip
"""What is said of someone's part in a wording; the first that matches is the role."""

_THIS_TEXT = (
    r"(?:\s+(?:(?:this|the|that|entire|whole|last|first|second)\s+)*"
    r"(?:(?:sub)?paragraphs?|article|sentence|text|provision|option|phrase|word|bracket|brackets|bracketed\s+text|[“\"].{1,80}[”\"])(?:\s[\w().]{1,12})?)?"
)
ORDER: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, pattern_of(form, re.IGNORECASE | re.S))
    for role, form in (
        ("opposes", rf"(?:to\s+)?(?:delete|deletion(?:\s+of)?|remove|opposes?|opposed|objects?){_THIS_TEXT}"),
        ("reserves", r"reserves?|(?:scrutiny\s+)?reservation|"
                     r"reserv(?:es|ed|ing)\s+(?:its|their)\s+positions?"),
        ("supports", rf"(?:to\s+)?(?:retain|keep|retention(?:\s+of)?){_THIS_TEXT}|supports?|supported|"
                     r"agrees?|support\s+this(?:\s+text)?"),
    )
)  # fmt: skip
"""What a delegation says behind its name and a colon instead of wording, with the role that it gives."""

NO_TEXT = pattern_of(
    r"\(?\s*(?:no\s+text\b.{0,100}|no\s+(?:provision|reference|article|such|paragraph)\b"
    rf"(?!.*\b(?:{'|'.join(sorted(SIGNAL_WORDS['en'].modal_verbs))}|can|is|are)\b).{{0,100}}|"
    r"(?:pas\s+de|aucun)\s+texte|(?:sin|ningún)\s+texto|(?:нет|без)\s+текста|текст\s+отсутствует|"
    r"(?:无|没有)案文|(?:لا|بدون|دون)\s+نص)\s*+[.;。]?\s*+\)?",
    re.IGNORECASE | re.S,
)
"""An option that says that there be nothing."""

LEGEND_NAMES = pattern_of(
    r"\bnames?\s+of\s+(?:the\s+)?(?:delegations?|States?|Parties|proponents?|groups?)\b.{0,60}\b(?:brackets?|stand|"
    r"appear|indicated|follow)",
    re.IGNORECASE | re.S,
)
"""A legend saying that names stand beside what was proposed."""

LEGEND_ALTERNATIVES = pattern_of(
    r"\b(?:adjacent|consecutive|successive|side\s+by\s+side|juxtaposed|next\s+to\s+(?:each|one)\s+(?:an)?other)\b"
    r".{0,120}\b(?:alternatives?|choices?|options?)\b|"
    r"\balternatives?\b.{0,80}\b(?:adjacent|consecutive|successive|side\s+by\s+side|separate)\b.{0,40}\bbrackets\b",
    re.IGNORECASE | re.S,
)
"""A legend saying that brackets side by side are alternatives."""

ALTERNATIVE_LABEL = pattern_of(
    r"\s*+(?:"
    r"(?:alt(?:ernative)?s?|options?|variantes?|opción|alternativa|вариант|альтернатива)\.?\s*+([a-z]|\d{1,2})\b\s*+[.:)]?+|"
    r"\(?([a-z]|\d{1,2})[.:)]+(?!\S)"
    r")\s*+",
    re.IGNORECASE,
)
"""The label of one of several wordings inside its bracket: "A.", "(b)", "Alt. 2:", "Option 1"."""

_ONE_OF = (
    " ".join(sorted(verb for table in SIGNAL_WORDS.values() for verb in table.modal_verbs))
    + " can could might would is are has have",
    "the a an any each every all some its their this that these those such no",
    "and or and/or et ou et/ou y o y/o и или и/или 和 或 和/或 و أو",
    "in on at by before after under within from to with for of through into upon",
)
SLOTS = tuple(frozenset(words.split()) for words in _ONE_OF)
"""Words of which a sentence takes one at a place: modals, determiners, conjunctions, prepositions."""
MODALS = SLOTS[0]
"""Words of which a sentence takes one."""

_SMALL = (
    "a an the of and or to in for by with on at as from any its their "
    "le la les de des du et ou à au aux en un une par pour el los las y o del al una con por para "
    "и или в на с по для к о"
)
SMALL_WORDS = frozenset(_SMALL.split())
"""Words that two wordings may share without being turns of the same."""

CUMULATIVE_START = pattern_of(
    r"^\s*(?:[,;]|and\b|or\b|including\b|as\s+well\s+as\b|et\b|y\b|и\b)", re.IGNORECASE
)
CUMULATIVE_END = pattern_of(r"(?:[,;]|\band|\bor|\bet|\by|\bи)\s*$", re.IGNORECASE)
"""Signs that a bracket goes on from what stands before it rather than replacing it."""

NUMBER_SIGNS = pattern_of(
    r"\d[\d.,/–-]*|[xyn]{1,4}|20xx|once|twice|thrice|(?:\w+-)?(?:half|thirds?|quarters?)", re.IGNORECASE
)
"""Figures, blanks for figures, and fractions; numbers in words are those of the table of numbers."""
