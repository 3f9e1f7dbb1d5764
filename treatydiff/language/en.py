"""English drafts."""

from __future__ import annotations

import re

from treatydiff.language.grammar import Grammar, heading_forms, ordinal_forms, rule_forms
from treatydiff.language.heading_numbers import ALONE, RANGE, article_number, container_number, rule_number
from treatydiff.language.number_patterns import cardinal_pattern
from treatydiff.language.words.printed.bodies import BODY_OPENERS
from treatydiff.patterns import pattern_of

_WORD_NUMBER = cardinal_pattern("en")
_MIXED_ROMAN = r"[IVXLC][ivxlc]+"
ARTICLE_NUMBER = article_number(words=f"{_WORD_NUMBER}|{_MIXED_ROMAN}(?![a-z])")
CONTAINER_NUMBER = container_number(words=_WORD_NUMBER)

GRAMMAR = Grammar(
    code="en",
    headings=ordinal_forms((("article", "Article|ARTICLE", "Sole|SOLE|Single|SINGLE"),))
    + heading_forms(
        (
            ("article", r"(?:New\s+|NEW\s+)?(?:Arti{1,2}cle|ARTI{1,2}CLE)|Art\.|ART\.", ARTICLE_NUMBER),
            ("article", r"Articles|ARTICLES", RANGE),
            ("part", r"Part|PART", CONTAINER_NUMBER),
            ("title", r"Title|TITLE", CONTAINER_NUMBER),
            ("chapter", r"Chapter|CHAPTER", CONTAINER_NUMBER),
            ("subsection", r"Sub-?[sS]ection|SUB-?SECTION", CONTAINER_NUMBER),
            ("section", r"Section|SECTION", CONTAINER_NUMBER),
            (
                "annex",
                r"(?:Technical\s+|TECHNICAL\s+)?(?:Annex|ANNEX|Appendix|APPENDIX|Schedule|SCHEDULE)",
                CONTAINER_NUMBER,
            ),
            ("annex", rf"(?:Annex|ANNEX|Appendix|APPENDIX){ALONE}", ""),
        )
    )
    + rule_forms("en", rule_number(words=_WORD_NUMBER)),
    preamble=pattern_of(
        r"(?:Draft\s+)?(?:Preamb(?:le|ule)|PREAMB(?:LE|ULE)|PREAMBULAR PART)(?=[A-Z\W]|$)\W*"
    ),
    preamble_opener=pattern_of(
        rf"\W*(?:{BODY_OPENERS['en']}|"
        r"(?i:the)\s+(?:High\s+|HIGH\s+)?(?:States?\s+Parties|Contracting\s+(?:Parties|States)|"
        r"CONTRACTING\s+(?:PARTIES|STATES)|Parties|PARTIES|Governments?|GOVERNMENTS?|[mM]ember\s+States|"
        r"STATES?\s+PARTIES|MEMBER\s+STATES|STATES|(?:State|STATE)\s+(?:Parties|PARTIES)|"
        r"Heads\s+of\s+State|HEADS\s+OF\s+STATE|(?:Conference|CONFERENCE)\s+(?i:of\s+the\s+Parties)|"
        r"(?:United\s+Nations\s+)?General\s+Assembly|GENERAL\s+ASSEMBLY|Assembly\b(?=,)|Council\b(?=,)|"
        r"Security\s+Council|Economic\s+and\s+Social\s+Council|States|EUROPEAN\s+(?:PARLIAMENT|COMMISSION)|"
        r"COUNCIL\s+OF\s+THE\s+EUROPEAN|COMMISSION\s+OF\s+THE\s+EUROPEAN)\b|"
        r"W[eE],?\s+(?i:the\s+(?:peoples|states|heads|governments|parties))|"
        r"WE,?\s+THE\s+[A-Z]{4,})"
    ),
    preamble_closer=pattern_of(
        r"\W*(?:(?i:have|has|hereby|do)\s+(?i:(?:hereby\s+)?(?:agreed|agree|resolved|decided|adopted))\b.{0,120}$|"
        r".{0,300}\b(?:have|has)\s+agreed\s+(?:as\s+follows|(?:up)?on\s+the\s+following\b.{0,40}):?\s*$|"
        r"(?i:agree\s+as\s+follows).{0,20}$|(?i:now,?\s+therefore|it\s+is\s+(?:hereby\s+)?agreed)\b.{0,160}$)",
        re.S,
    ),
    recital_opener=pattern_of(
        r"\W*(?:(?:Also|Further|Deeply|Fully|Strongly|Gravely|Firmly|Keenly|Seriously|ALSO|FURTHER|DEEPLY)\s+)?"
        r"(?:(?:[A-Z](?:[a-z]+ing|[A-Z]+ING))\b(?!\s+(?:of|by)\b.{0,30}\bshall\b)|"
        r"(?=[A-Z])(?i:Aware|Convinced|Concerned|Alarmed|Determined|Desirous|Mindful|Conscious|Committed|"
        r"Inspired|Guided|Resolved|Persuaded|Cognizant|Encouraged|Dedicated|Disturbed|Moved|Motivated|"
        r"Troubled|Anxious|In\s+(?:accordance|furtherance|pursuit|view)|Pursuant|Having\s+regard|"
        r"After\s+(?:transmission|consulting|consultation))|(?:(?i:and)\s+)?(?i:whereas))\b"
    ),
    closing_opener=pattern_of(
        r"\W*(?:IN\s+WITNESS\s+WHEREOF|In\s+witness\s+(?:whereof|thereof)|IN\s+FAITH\s+WHEREOF|"
        r"In\s+[Ff]aith\s+[Ww]hereof|DONE\s+(?:at|AT|in|IN|this)|Done\s+(?:at|in|this)\s)"
    ),
    instrument_title=pattern_of(
        r"(?:[A-Z0-9IVX]+[.)]\s++)?\W*+(?:(?:REVISED\s+|Revised\s+|CONSOLIDATED\s+)?(?:DRAFT|Draft)\s+"
        r"(?:AGREEMENT|CONVENTION|DECISION|PROTOCOL|TREATY|RESOLUTION|DECLARATION|CHARTER|"
        r"[aA]greement|[cC]onvention|[dD]ecision|[pP]rotocol|[tT]reaty|[rR]esolution|[dD]eclaration)\b.{0,120}|"
        r"FINAL\s+ACT\b.{0,200}|Final\s+Act\s+of\b.{0,200})$",
        re.S,
    ),
    instrument_name=pattern_of(
        r"\b(?i:treaty|convention|agreement|protocol|statute|charter|covenant|declaration|"
        r"resolution|principles|guidelines|regulations?|directive|rules|articles|decision|constitution|"
        r"arrangement|memorandum|act|exchange of letters|framework|compact)\b"
    ),
    option=pattern_of(
        r"[\[({]*\s*(?P<label>(?i:option|alternative|variant)\s+(?P<number>\d{1,3}(?:\.\d+)?(?:\s?(?:bis|ter|alt)|[a-z])?|"
        rf"[IVX]+(?:\.\d+)?|[A-Z](?:\.\d+)?|\([a-z]\)|{_WORD_NUMBER})(?!\w)|"
        r"(?:ALT|Alt|alt)\.?\s*(?P<short>\d{1,3}[a-z]?|[IVX]+|[A-Z])(?!\w))"
        r"(?P<rest>\s*(?:$|[:.\])}–—-].*|[\[({].*))",
        re.S,
    ),
    placeholder=pattern_of(
        r"\W*(?:\(?(?:deleted|reserved|blank|xxx|to\s+be\s+(?:determined|elaborated|completed|developed|added))\W*$|"
        r"(?:moved|merged|incorporated|transferred)\s+(?:as|to|into|in|with|from)\b.{0,80}$|"
        r"placeholder\b.{0,160}$|no\s+text\b.{0,30}$)",
        re.IGNORECASE | re.S,
    ),
    reference_follower=pattern_of(
        r"\s*(?:,|;|\(\s*(?:\d+|[a-z]|[ivx]+)\s*\)|[a-z]|\d|and\b|or\b|to\b|of\b|shall\b|may\b)"
    ),
    reference_word=pattern_of(
        r"(?:\b(?:sub)?paragraphs?|\barticles?|\bannex(?:es)?|\bchapters?|\bparts?|\bsections?|\bitems?|"
        r"\brules?|\bdecisions?|\bresolutions?|\bNos?\.|\band|\bor|\bto|\bof|\bin|\bthe|\bunder|\bwith|\bby|"
        r"\bfrom|\bper|\bsee)\s*$",
        re.IGNORECASE,
    ),
    function_words=frozenset(
        ("the", "of", "and", "to", "in", "shall", "for", "this", "with", "by", "or", "be", "as", "any", "its")
    ),
)
