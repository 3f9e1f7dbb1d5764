"""French drafts."""

from __future__ import annotations

import re

from treatydiff.language.grammar import Grammar, heading_forms, ordinal_forms
from treatydiff.language.number_patterns import ordinal_pattern

_SUFFIX = (
    r"(?:[\s.\-]*(?i:bis|ter|quater|quinquies|sexies|septies|octies|novies|nonies|decies|ante|alt)"
    r"(?![^\W\d_]))"
)
_ORDINAL = ordinal_pattern("fr")
ARTICLE_NUMBER = (
    rf"(?:ante\s+)?(?:(?i:premier|unique)|\d[\dlIO]*|[IVXLC]+(?![a-df-qs-z])|[A-Z](?=[.\-]?\d)){_SUFFIX}*"
    rf"(?:[.\-–]\d+)*{_SUFFIX}*"
)
CONTAINER_NUMBER = rf"(?:{_ORDINAL}|[IVXLC]+(?![a-df-qs-z])|\d+|[A-Z](?:-?\d+)?(?![\w])){_SUFFIX}*"

GRAMMAR = Grammar(
    code="fr",
    headings=ordinal_forms(
        (("part", r"Partie|PARTIE|partie", _ORDINAL), ("section", r"Section|SECTION|section", _ORDINAL))
    )
    + heading_forms(
        (
            ("article", r"Article|ARTICLE|Art\.|ART\.", ARTICLE_NUMBER),
            ("rule", r"Règle|RÈGLE", r"\d+" + _SUFFIX + "*"),
            ("part", r"Partie|PARTIE", CONTAINER_NUMBER),
            ("title", r"Titre|TITRE", CONTAINER_NUMBER),
            ("chapter", r"Chapitre|CHAPITRE", CONTAINER_NUMBER),
            ("subsection", r"Sous-section|SOUS-SECTION", CONTAINER_NUMBER),
            ("section", r"Section|SECTION", CONTAINER_NUMBER),
            ("annex", r"Annexe|ANNEXE|Appendice|APPENDICE", CONTAINER_NUMBER),
            ("annex", r"Annexe(?=\s*$)|ANNEXE(?=\s*$)|Appendice(?=\s*$)", ""),
        ),
        ordinal=r"(?:er|re|ère|°)?",
    ),
    preamble=re.compile(r"(?:Préambule|PRÉAMBULE|PREAMBULE)(?=[A-ZÀ-Ý\W]|$)\W*"),
    preamble_opener=re.compile(
        r"\W*(?:(?i:les)\s+(?:(?i:hautes)\s+)?(?:(?i:États\s+(?:Parties|contractants|membres))|"
        r"(?i:parties(?:\s+(?:contractantes|au|à))?)|(?i:gouvernements)|États)|"
        r"(?i:le\s+gouvernement\s+d)|(?i:la\s+Conférence\s+des\s+Parties)|(?i:l['’]Assemblée\s+générale)|"
        r"(?i:nous,?\s+(?:les\s+)?(?:peuples|États|chefs)))"
    ),
    preamble_closer=re.compile(
        r"\W*(?i:(?:sont|ont|avons|sommes)\s+(?:convenu(?:e?s)?|décidé|résolu)|conviennent|adoptent)\b.{0,140}$",
        re.S,
    ),
    recital_opener=re.compile(
        r"\W*(?:[A-ZÀ-Ý][a-zà-ÿ]+ant\b|Convaincu|Conscient|Préoccupé|Résolu|Soucieu|Désireu|Inquiet|Inquièt|"
        r"Déterminé|Animé|Alarmé|Profondément|Gravement|Vivement|Ayant|Compte\s+tenu)"
    ),
    closing_opener=re.compile(r"\W*(?i:en\s+foi\s+de\s+quoi|fait\s+à\s|fait\s+en\s)"),
    instrument_title=re.compile(
        r"(?:[A-Z0-9IVX]+[.)]\s++)?\W*+(?:(?i:projet\s+(?:révisé\s+)?(?:d['’]|de\s+)"
        r"(?:accord|convention|décision|protocole|traité|résolution|déclaration|charte))\b.{0,120}|"
        r"ACTE\s+FINAL\b.{0,200}|Acte\s+final\s+d.{0,200})$",
        re.S,
    ),
    option=re.compile(
        r"[\[({]*\s*(?P<label>(?i:option|variante|solution)\s+(?:[Nn][°ºo]\s*)?"
        r"(?P<number>(?:\d{1,3}|[IVX]+|[A-Z])(?:\.\d+)?(?:\s?(?:bis|ter))?)(?!\w))"
        r"(?P<rest>\s*(?:$|[:.\])}–—-].*|[\[({].*))",
        re.S,
    ),
    placeholder=re.compile(
        r"\W*(?:\(?(?:supprimée?|réservée?|à\s+compléter|à\s+déterminer|à\s+élaborer)\W*$|"
        r"(?:déplacée?|fusionnée?|transférée?|incorporée?)\s+.{0,80}$|pas\s+de\s+texte\b.{0,30}$)",
        re.IGNORECASE | re.S,
    ),
    reference_follower=re.compile(
        r"\s*(?:,|;|\(\s*(?:\d+|[a-z]|[ivx]+)\s*\)|[a-zà-ÿ]|\d|et\b|ou\b|à\b|de\b|du\b|des\b)"
    ),
    reference_word=re.compile(
        r"(?:\b(?:paragraphes?|alinéas?|articles?|annexes?|chapitres?|parties?|sections?|règles?|décisions?|"
        r"résolutions?|n[o°]s?\.?|et|ou|à|au|aux|de|du|des|la|le|les|dans|par))\s*$",
        re.IGNORECASE,
    ),
    function_words=frozenset(
        ("le", "les", "des", "et", "du", "aux", "une", "dans", "par", "est", "au", "ou")
    ),
)
