"""The words by which compilations of proposals are told apart into headings, text, rationale, instructions.

Rules are tables of names and patterns, tried in their order; English, as such compilations are.
"""

from __future__ import annotations

import re

from treatydiff.patterns import pattern_of

ARTICLE_HEADING = pattern_of(
    r"(?P<word>article|art\.|annex|part|chapter|section|preamble|title|artículo|статья|المادة)\s*"
    r"(?P<number>(?:\d+|[IVXLC]+|premier\b)(?:\s*+[-.]?\s*+(?:bis|ter|quater|quinquies|alt))?)?(?![.\w(/])(?P<rest>.*)",
    re.IGNORECASE | re.S,
)
"""A line that begins so opens a provision of the base."""
CHINESE_ARTICLE = pattern_of(r"第\s?(?P<number>[\d一二三四五六七八九十百]{1,6})\s?条")
ARTICLES = frozenset(("art.", "artículo", "статья", "المادة"))
"""What articles are called besides "article"."""

NAME_FORM = pattern_of(
    r"\b(?:Republic|Kingdom|Principality|Federation|Union|Commonwealth|Group|Alliance|League|Community|Delegation|"
    r"Association|Foundation|Institute|International|Organi[sz]ation|Programme|States)\b"
)
"""A word by which a line of capitalised words is a delegation or observer, wherever it stands."""

RATIONALE = pattern_of(
    r"(?:rationale|justification)\b(?:\s*[:–—-])?"
    r"|(?:explanat(?:ion|ory\s+note)|comments?|reasons?|remarks?|note)\s*(?:[:–—-]|$)",
    re.IGNORECASE,
)
RATIONALE_INSIDE = pattern_of(r"(?<=\S)\s+(?=Rationale(?:\s*:|\s+[A-Z“‘(\"\d]|\s*$))")

ELLIPSIS = pattern_of(r"[\[(]?(?<!\s)\s*+(?:…|\.\s?\.\s?\.)\s*[\])]?")

TARGET = (
    r"(?P<what>preambular\s+para(?:graph)?\.?|article|annex|paragraph|paragraphs|para\.?|subparagraph|sub-paragraph|option|chapeau|point)s?\s*+"
    r"(?P<number>\(?[\dA-Za-z]+\)?(?:\s*(?:bis|ter)\b)?(?:\s*\([a-z]+\))*)?"
)
INSTRUCTIONS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, pattern_of(pattern, re.IGNORECASE | re.S))
    for name, pattern in (
        ("place", r"(?:(?:after|before|at\s+the\s+end|from|under)\b[^:]{0,80}|(?:add|insert)\b[^:]{0,60}):$"),
        ("delete", rf"(?:delete|remove|strike(?:\s+out)?|deletion\s+of)\s+(?:the\s+|whole\s+)*(?:{TARGET})?"),
        ("delete", rf"{TARGET}\W*(?:is\s+|are\s+|to\s+be\s+|should\s+be\s+)*deleted?\W*$"),
        ("move", rf"(?:move|relocate|transfer)\s+(?:{TARGET})?"),
        ("move", rf"{TARGET}\s*+(?:is|are|to\s+be|should\s+be|this\s+should\s+be)*\s*+moved\b"),
        ("replace", rf"(?:replace|substitute)\s+(?:{TARGET})?"),
        ("add", rf"(?:add|insert|include)\b\s*(?:a\s+new\s+)?(?:{TARGET})?"),
        ("add", r"(?:proposal|proposed)\s+(?:for|of)\s+(?:additional|new)\s+text"),
        ("split", rf"split\s+(?:{TARGET})?"),
        ("retitle", r"(?:new\s+)?title\s*:"),
        ("keep", rf"(?:retain|keep|maintain)\s+(?:{TARGET})?"),
        ("merge", rf"(?:merge|combine)\s+(?:{TARGET})?"),
    )
)  # fmt: skip
"""What a sentence in the imperative asks for; the first pattern that matches its start."""

REWORDING = pattern_of(
    rf"(?:(?:replace|substitute|amend|revise|modify|redraft|reword|rewrite)\s+(?:the\s+(?:text\s+of\s+)?)?{TARGET}"
    r"|" + TARGET.replace("?P<what>", "?P<what_read>").replace("?P<number>", "?P<number_read>") +
    r"\s+(?:should|shall|would|to|will|could)\b)"
    r"[^:“”\"]{0,80}(?:\s*:\s*|\s+)(?=[“\"])[“\"](?P<words>[^“”\"]+)[”\"]\W*$",
    re.IGNORECASE | re.S,
)  # fmt: skip
"""An instruction that gives the whole new wording of a provision: 'Amend paragraph 1 as follows: "..."'."""

MOVE_TO = pattern_of(
    r"\b(?:to|as|into|becomes?)\s++(?:become\s++)?(?:a\s++)?(?:new\s++)?(?:article|art\.|paragraph|para\.)?\s*+"
    r"(?P<number>\d+\s*(?:bis|ter|quater)?)\b", re.IGNORECASE)  # fmt: skip
QUOTED = pattern_of(r"[“\"](?P<words>[^“”\"]+)[”\"]")
LONGEST_INSTRUCTION = 40
"""Words above which an imperative is the wording of a provision, not an instruction."""

REFERENCE = pattern_of(
    r"^(?:article|art\.)\s*\d+\s*+(?:bis|ter)?\s*+(?:(?:[.,]|(?<=\s)(?=para))\s*+(?:para(?:graph)?\.?\s*)?(?P<paragraph>\d+)"
    r"|\((?P<in_brackets>\d+)\))?\s*(?:and\s+\d+[.]\d+\s*)?[:.]?\s*", re.IGNORECASE)  # fmt: skip
"""What names the provision before its text: "Article 1, para.10", "Article 1.8"."""

LABEL = pattern_of(
    r"^[\[“\"‘]*\s*(?:(?P<paragraph>\d{1,2})(?:\s?(?:bis|ter|alt))?\s?[.)]|\((?P<item>[a-z]{1,4})\)|Option\s+(?P<option>[A-Z]|[IVX]+|\d)\b(?:\.\d)?\s*:?)\s*",
    re.IGNORECASE,
)
NEW_PIECE = pattern_of(
    r"(?<=[.;:”\"\]…)])\s+(?=\[?(?:\((?:[a-z]|[ivx]{2,4})\)\s?[A-Z“\[]|\d{1,2}\s?(?:bis|ter)?\.\s?[A-Z“\[]"
    r"|(?:Option|OPTION)\s+(?:[A-Z]|[IVX]+|\d)(?:\.\d)?\s?:|Article\s+\d+[.,]\s?(?:para\.?\s?)?\d))"
)
"""Where a new provision begins inside a line that the source did not break."""

REFERENCE_ALONE = pattern_of(
    r"(?:(?:article|art\.)\s*\d+\s*(?:bis|ter)?[\s,.]*(?:para(?:graph)?s?\.?\s*\d+\w*)?|option\s+(?:[A-Z]|[IVX]+|\d)|\d+\s?(?:bis|ter)?\s?\d?\.?)\s*[:.]?",
    re.IGNORECASE,
)
"""A line that only says which provision the next one is on."""

SMALL_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an and any as at be by for from has have in is it its of on or that the their this to was were "
        "which with",
    )
)
"""Words whose coming and going is counted only where a change consists of nothing else."""

TYPED_MARK = pattern_of(
    r"\[(?P<before>[^\[\]]{1,300}?)(?<!\s)\s+[-–—]\s*(?P<said_behind>delete[d]?|deletion|insert(?:ed|ion)?|add(?:ed|ition)?)\]"
    r"|\[(?P<said_before>delete|deletion|insert|insertion|add|addition)\s*[:–—-]\s*(?P<behind>[^\[\]]{1,300})\]",
    re.IGNORECASE,
)
"""Changes that a delegation types as words: "[scientific - delete]", "[insert: of experts]"."""
