"""What people type where drafts print a reference: short forms, no accents, words around it."""

from __future__ import annotations

KINDS_FOR_SHORT = {
    "art": "article", "arts": "article", "articulo": "article", "articulos": "article", "ст": "article",
    "مادة": "article", "المادة": "article",
    "para": "paragraph", "paras": "paragraph", "par": "paragraph", "parr": "paragraph", "op": "paragraph",
    "parrafo": "paragraph", "apartado": "paragraph", "apdo": "paragraph", "ap": "paragraph",
    "num": "paragraph", "п": "paragraph", "فقرة": "paragraph", "الفقرة": "paragraph",
    "subpara": "subparagraph", "sub-para": "subparagraph", "subpar": "subparagraph", "lit": "subparagraph",
    "litt": "subparagraph", "littera": "subparagraph", "let": "subparagraph", "letter": "subparagraph",
    "lettre": "subparagraph", "letra": "subparagraph", "al": "subparagraph", "alinea": "subparagraph",
    "inc": "subparagraph", "inciso": "subparagraph", "пп": "subparagraph", "подп": "subparagraph",
    "подпункт": "subparagraph", "подпункта": "subparagraph", "فرعية": "subparagraph",
    "pt": "part", "ч": "part", "ch": "chapter", "chap": "chapter", "capitulo": "chapter", "cap": "chapter",
    "гл": "chapter", "titulo": "title", "tit": "title", "sec": "section", "sect": "section",
    "seccion": "section", "разд": "section", "прил": "annex", "app": "annex",
    "pp": "recital", "recital": "recital", "considerant": "recital", "considerando": "recital",
    "preamble": "preamble", "preambular": "preamble", "preambule": "preamble", "preambulo": "preamble",
    "преамбула": "preamble", "преамбулы": "preamble", "序言": "preamble", "ديباجة": "preamble",
    "الديباجة": "preamble",
}  # fmt: skip
"""Words without accents, in small letters and without a full stop, and the kind that they name.

Whole words as drafts print them stand in the tables of references; "al." is the French "alinéa"."""

CHINESE_KINDS = {
    "部分": "part", "编": "part", "章": "chapter", "节": "section", "条": "article", "款": "paragraph",
    "项": "subparagraph", "目": "point",
}  # fmt: skip
"""Kinds that stand behind their number."""

LINKS = frozenset({
    "of", "in", "under", "the", "de", "du", "del", "des", "la", "le", "les", "el", "los", "las", "au", "aux",
    "no", "из", "от", "من", "في",
})  # fmt: skip
"""Words between the steps of a reference that say nothing; none that may be a letter, or ends a range."""

DETERMINERS = (
    r"the|this|that|our|present|draft|proposed|said|les|le|la|cette|cet|ce|présente?|projet|el|los|las|este|esta"
    r"|presente|proyecto|настоящ\w+|эт\w+|проект\w*|هذه|هذا|مشروع"
)
"""What stands before a provision or an instrument and does not change what is meant."""

OF = r"of|in|to|under|de|du|del|des|из|от|من|в"
"""What joins a provision to the instrument that it is of."""

INSTRUMENTS = {
    "convention": r"convention|convenio|convenci[oó]n|конвенци\w+|(?:ال)?اتفاقية|公约",
    "agreement": r"agreement|accord|acuerdo|соглашени\w+|(?:ال)?اتفاق|协定|协议",
    "treaty": r"treaty|trait[eé]|tratado|договор\w*|(?:ال)?معاهدة|条约",
    "protocol": r"protocol[eo]?|протокол\w*|(?:ال)?بروتوكول|议定书",
    "covenant": r"covenant|pacte|pacto|пакт\w*|(?:ال)?عهد|盟约",
    "charter": r"charter|charte|carta|устав\w*|(?:ال)?ميثاق|宪章",
    "statute": r"statute?|estatuto|статут\w*|规约",
    "constitution": r"constitution|constituci[oó]n|组织法",
    "declaration": r"declaration|d[eé]claration|declaraci[oó]n|деклараци\w+|(?:ال)?إعلان|宣言",
    "decision": r"decision|d[eé]cision|decisi[oó]n|решени\w+|(?:ال)?مقرر|决定",
    "resolution": r"resolution|r[eé]solution|resoluci[oó]n|резолюци\w+|(?:ال)?قرار|决议",
    "": r"draft|text|instrument|projet|texte|proyecto|texto|instrumento|проект\w*|текст\w*|(?:ال)?مشروع"
    r"|(?:ال)?نص|草案|案文|文书",
}  # fmt: skip
"""The nouns of instruments: patterns of their forms in six languages; "" for what any draft may be called."""

RANGES = r"\s(?:to|through|until|à|au|a|al|hasta|по|до|إلى|حتى)\s|至|到|\s?[-\u2013\u2014]\s?"
"""What stands between the first and the last of a range of references."""
