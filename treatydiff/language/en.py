"""English drafts."""

from __future__ import annotations

import re

from treatydiff.language.grammar import Grammar, heading_forms
from treatydiff.language.number_patterns import cardinal_pattern

_SUFFIX = (
    r"(?:[\s.\-]*(?i:bis|ter|quater|quinquies|sexies|septies|octies|novies|nonies|decies|ante|alt)"
    r"(?![^\W\d_]))"
)
_WORD_NUMBER = cardinal_pattern("en")
ARTICLE_NUMBER = (
    rf"(?:ante\s+)?(?:\d[\dlIO]*|{_WORD_NUMBER}|[IVXLC]+|[IVXLC][ivxlc]+|[A-Z](?=[.\-]?\d)){_SUFFIX}*"
    rf"(?:[.\-–]\d+)*{_SUFFIX}*(?:\s?[A-Z](?![\w.]))?"
)
CONTAINER_NUMBER = rf"(?:[IVXLC]+(?![a-z])|\d+|{_WORD_NUMBER}|[A-Z](?:-?\d+)?(?![\w])){_SUFFIX}*"

GRAMMAR = Grammar(
    code="en",
    headings=heading_forms(
        (
            ("article", r"Arti{1,2}cle|ARTI{1,2}CLE|Art\.|ART\.", ARTICLE_NUMBER),
            ("rule", r"Rule|RULE|Regulation|REGULATION", r"\d+" + _SUFFIX + "*"),
            ("part", r"Part|PART", CONTAINER_NUMBER),
            ("title", r"Title|TITLE", CONTAINER_NUMBER),
            ("chapter", r"Chapter|CHAPTER", CONTAINER_NUMBER),
            ("subsection", r"Sub-?[sS]ection|SUB-?SECTION", CONTAINER_NUMBER),
            ("section", r"Section|SECTION", CONTAINER_NUMBER),
            ("annex", r"(?:Technical\s+|TECHNICAL\s+)?(?:Annex|ANNEX|Appendix|APPENDIX)", CONTAINER_NUMBER),
            ("annex", r"Annex(?=\s*$)|ANNEX(?=\s*$)|Appendix(?=\s*$)|APPENDIX(?=\s*$)", ""),
        )
    ),
    preamble=re.compile(
        r"(?:Draft\s+)?(?:Preamb(?:le|ule)|PREAMB(?:LE|ULE)|PREAMBULAR PART)(?=[A-Z\W]|$)\W*"
    ),
    preamble_opener=re.compile(
        r"\W*(?:(?i:the)\s+(?:High\s+|HIGH\s+)?(?:States?\s+Parties|Contracting\s+(?:Parties|States)|"
        r"CONTRACTING\s+(?:PARTIES|STATES)|Parties|PARTIES|Governments?|GOVERNMENTS?|[mM]ember\s+States|"
        r"Heads\s+of\s+State|Conference\s+of\s+the\s+Parties|(?:United\s+Nations\s+)?General\s+Assembly|"
        r"Security\s+Council|Economic\s+and\s+Social\s+Council|States)\b|"
        r"W[eE],?\s+(?i:the\s+(?:peoples|states|heads|governments|parties)))"
    ),
    preamble_closer=re.compile(
        r"\W*(?:(?i:have|has|hereby|do)\s+(?i:(?:hereby\s+)?(?:agreed|agree|resolved|decided|adopted))\b.{0,120}$|"
        r"(?i:agree\s+as\s+follows).{0,20}$|(?i:now,?\s+therefore|it\s+is\s+(?:hereby\s+)?agreed)\b.{0,160}$)",
        re.S,
    ),
    recital_opener=re.compile(
        r"\W*(?:(?:Also|Further|Deeply|Fully|Strongly|Gravely|Firmly|Keenly|Seriously)\s+)?"
        r"(?:(?:[A-Z][a-z]+ing)\b(?!\s+(?:of|by)\b.{0,30}\bshall\b)|Aware|Convinced|Concerned|Alarmed|"
        r"Determined|Desirous|Mindful|Conscious|Committed|Inspired|Guided|Resolved|Persuaded|Cognizant|Encouraged|Dedicated|Disturbed|Moved|"
        r"Motivated|Troubled|Anxious|In\s+(?:accordance|furtherance|pursuit|view)|(?:(?i:and)\s+)?(?i:whereas)|Pursuant|Having\s+regard)\b"
    ),
    closing_opener=re.compile(
        r"\W*(?:IN\s+WITNESS\s+WHEREOF|In\s+witness\s+(?:whereof|thereof)|IN\s+FAITH\s+WHEREOF|"
        r"In\s+[Ff]aith\s+[Ww]hereof|DONE\s+(?:at|AT|in|IN|this)|Done\s+(?:at|in|this)\s)"
    ),
    instrument_title=re.compile(
        r"(?:[A-Z0-9IVX]+[.)]\s++)?\W*+(?:(?:REVISED\s+|Revised\s+|CONSOLIDATED\s+)?(?:DRAFT|Draft)\s+"
        r"(?:AGREEMENT|CONVENTION|DECISION|PROTOCOL|TREATY|RESOLUTION|DECLARATION|CHARTER|"
        r"[aA]greement|[cC]onvention|[dD]ecision|[pP]rotocol|[tT]reaty|[rR]esolution|[dD]eclaration)\b.{0,120}|"
        r"FINAL\s+ACT\b.{0,200}|Final\s+Act\s+of\b.{0,200})$",
        re.S,
    ),
    option=re.compile(
        r"[\[({]*\s*(?P<label>(?i:option|alternative|variant)\s+(?P<number>\d{1,3}(?:\.\d+)?(?:\s?(?:bis|ter|alt)|[a-z])?|"
        rf"[IVX]+(?:\.\d+)?|[A-Z](?:\.\d+)?|\([a-z]\)|{_WORD_NUMBER})(?!\w)|"
        r"(?:ALT|Alt|alt)\.?\s*(?P<short>\d{1,3}[a-z]?|[IVX]+|[A-Z])(?!\w))"
        r"(?P<rest>\s*(?:$|[:.\])}–—-].*|[\[({].*))",
        re.S,
    ),
    placeholder=re.compile(
        r"\W*(?:\(?(?:deleted|reserved|blank|xxx|to\s+be\s+(?:determined|elaborated|completed|developed|added))\W*$|"
        r"(?:moved|merged|incorporated|transferred)\s+(?:as|to|into|in|with|from)\b.{0,80}$|"
        r"placeholder\b.{0,160}$|no\s+text\b.{0,30}$)",
        re.IGNORECASE | re.S,
    ),
    reference_follower=re.compile(
        r"\s*(?:,|;|\(\s*(?:\d+|[a-z]|[ivx]+)\s*\)|[a-z]|\d|and\b|or\b|to\b|of\b|shall\b|may\b)"
    ),
    reference_word=re.compile(
        r"(?:\b(?:sub)?paragraphs?|\barticles?|\bannex(?:es)?|\bchapters?|\bparts?|\bsections?|\bitems?|"
        r"\brules?|\bdecisions?|\bresolutions?|\bNos?\.|\band|\bor|\bto|\bof|\bin|\bthe)\s*$",
        re.IGNORECASE,
    ),
    function_words=frozenset(
        ("the", "of", "and", "to", "in", "shall", "for", "this", "with", "by", "or", "be", "as", "any", "its")
    ),
)
