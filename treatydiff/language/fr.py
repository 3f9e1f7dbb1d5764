"""French drafts."""

from __future__ import annotations

import re

from treatydiff.language.grammar import Grammar, heading_forms, ordinal_forms, rule_forms
from treatydiff.language.heading_numbers import ALONE, RANGE, article_number, container_number, rule_number
from treatydiff.language.number_patterns import ordinal_pattern
from treatydiff.language.words.printed.bodies import BODY_OPENERS
from treatydiff.patterns import pattern_of

_ORDINAL = ordinal_pattern("fr")
_NOT_ROMAN = "a-df-qs-z"
ARTICLE_NUMBER = article_number(words="(?i:premier|unique)", not_roman=_NOT_ROMAN)
CONTAINER_NUMBER = container_number(words=_ORDINAL, not_roman=_NOT_ROMAN)
_HANGS_ON = r"(?:er|re|ère|°)?"

GRAMMAR = Grammar(
    code="fr",
    headings=ordinal_forms(
        (("part", r"Partie|PARTIE|partie", _ORDINAL), ("section", r"Section|SECTION|section", _ORDINAL))
    )
    + heading_forms(
        (
            ("article", r"Article|Nouvel\s+article|(?:NOUVEL\s+)?ARTICLE|Art\.|ART\.", ARTICLE_NUMBER),
            ("article", r"Articles|ARTICLES", RANGE),
            ("part", r"Partie|PARTIE", CONTAINER_NUMBER),
            ("title", r"Titre|TITRE", CONTAINER_NUMBER),
            ("chapter", r"Chapitre|CHAPITRE", CONTAINER_NUMBER),
            ("subsection", r"Sous-[sS]ection|SOUS-SECTION", CONTAINER_NUMBER),
            ("section", r"Section|SECTION", CONTAINER_NUMBER),
            ("annex", r"Annexe|ANNEXE|Appendice|APPENDICE", CONTAINER_NUMBER),
            ("annex", rf"(?:Annexe|ANNEXE|Appendice){ALONE}", ""),
        ),
        ordinal=_HANGS_ON,
    )
    + rule_forms("fr", rule_number(words=_ORDINAL, not_roman=_NOT_ROMAN), ordinal=_HANGS_ON),
    preamble=pattern_of(r"(?:Préambule|PRÉAMBULE|PREAMBULE)(?=[A-ZÀ-Ý\W]|$)\W*"),
    preamble_opener=pattern_of(
        rf"\W*(?:{BODY_OPENERS['fr']}|"
        r"(?i:les)\s+(?:(?i:hautes)\s+)?(?:(?i:États\s+(?:Parties|contractants|membres))|"
        r"(?i:parties(?:\s+(?:contractantes|au|à))?)|(?i:gouvernements)|États)|"
        r"(?i:le\s+gouvernement\s+d)|(?i:la\s+Conférence\s+des\s+Parties)|(?i:l['’]Assemblée\s+générale)|"
        r"(?i:nous,?\s+(?:les\s+)?(?:peuples|États|chefs))|"
        r"LE\s+PARLEMENT\s+EUROPÉEN|LE\s+CONSEIL\s+DE\s+L['’]UNION|LE\s+CONSEIL\s+DES\s+COMMUNAUTÉS|LA\s+COMMISSION\s+(?:EUROPÉENNE|DES))"
    ),
    preamble_closer=pattern_of(
        r"\W*(?i:(?:sont|ont|avons|sommes|a)\s+(?:convenu(?:e?s)?|décidé|résolu|adopté|arrêté)|conviennent|adoptent)\b.{0,140}$|"
        r".{0,300}\bsont\s+convenue?s\s+(?:de\s+ce\s+qui\s+suit|des\s+dispositions\s+suivantes)\W*$",
        re.S,
    ),
    recital_opener=pattern_of(
        r"\W*(?:[A-ZÀ-Ý](?:[a-zà-ÿ]+ant|[A-ZÀ-Ý]+ANT)\b|(?=[A-ZÀ-Ý])(?i:Convaincu|Conscient|Préoccupé|Résolu|"
        r"Soucieu|Désireu|Inquiet|Inquièt|Déterminé|Animé|Alarmé|Profondément|Gravement|Vivement|Ayant|"
        r"Compte\s+tenu|après\s+(?:transmission|consultation)|statuant)|"
        r"[Vv]u\s+(?:le|la|les|l['’])|VU\s+L|considérant\s+qu[e'’])"
    ),
    closing_opener=pattern_of(
        # "fait en sorte que", "fait à l'Assemblée rapport" begin items of a list
        r"\W*(?:(?i:en\s+foi\s+de\s+quoi)|(?i:fait\s+(?:à|en))\s(?!sorte|la\s|l['’]|s(?:a|on|es)\s|leurs?\s|tout|cha))"
    ),
    instrument_title=pattern_of(
        r"(?:[A-Z0-9IVX]+[.)]\s++)?\W*+(?:(?i:projet\s+(?:révisé\s+)?(?:d['’]|de\s+)"
        r"(?:accord|convention|décision|protocole|traité|résolution|déclaration|charte))\b.{0,120}|"
        r"ACTE\s+FINAL\b.{0,200}|Acte\s+final\s+d.{0,200})$",
        re.S,
    ),
    instrument_name=pattern_of(
        r"\b(?i:traité|convention|accord|protocole|statuts?|charte|pacte|déclaration|résolution|"
        r"principes|directives?|lignes directrices|règlement|règles|décision|constitution|"
        r"arrangement|mémorandum|acte|cadre)\b"
    ),
    option=pattern_of(
        r"[\[({]*\s*(?P<label>(?i:option|variante|solution)\s+(?:[Nn][°ºo]\s*)?"
        r"(?P<number>(?:\d{1,3}|[IVX]+|[A-Z])(?:\.\d+)?(?:\s?(?:bis|ter))?)(?!\w))"
        r"(?P<rest>\s*(?:$|[:.\])}–—-].*|[\[({].*))",
        re.S,
    ),
    placeholder=pattern_of(
        r"\W*(?:\(?(?:supprimée?|réservée?|à\s+compléter|à\s+déterminer|à\s+élaborer)\W*$|"
        r"(?:déplacée?|fusionnée?|transférée?|incorporée?)\s+.{0,80}$|pas\s+de\s+texte\b.{0,30}$)",
        re.IGNORECASE | re.S,
    ),
    reference_follower=pattern_of(
        r"\s*(?:,|;|\(\s*(?:\d+|[a-z]|[ivx]+)\s*\)|[a-zà-ÿ]|\d|et\b|ou\b|à\b|de\b|du\b|des\b)"
    ),
    reference_word=pattern_of(
        r"(?:\b(?:paragraphes?|alinéas?|articles?|annexes?|chapitres?|parties?|sections?|règles?|décisions?|"
        r"résolutions?|n[o°]s?\.?|et|ou|à|au|aux|de|du|des|la|le|les|dans|par|selon|avec|sous|voir))\s*$",
        re.IGNORECASE,
    ),
    function_words=frozenset(
        ("le", "les", "des", "et", "du", "aux", "une", "dans", "par", "est", "au", "ou")
    ),
)
