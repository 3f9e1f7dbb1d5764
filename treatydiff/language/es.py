"""Spanish drafts."""

from __future__ import annotations

import re

from treatydiff.language.grammar import Grammar, heading_forms, ordinal_forms, rule_forms
from treatydiff.language.heading_numbers import ALONE, RANGE, article_number, container_number, rule_number
from treatydiff.language.number_patterns import ordinal_pattern
from treatydiff.language.words.printed.bodies import BODY_OPENERS
from treatydiff.patterns import pattern_of

_ORDINAL = ordinal_pattern("es")
ARTICLE_NUMBER = article_number(words=_ORDINAL)
CONTAINER_NUMBER = container_number(words=_ORDINAL)
_HANGS_ON = r"(?:\s?\.?[ºª°]|[oa](?![^\W\d_]))?"

GRAMMAR = Grammar(
    code="es",
    headings=ordinal_forms(
        (("part", r"Parte|PARTE|parte", _ORDINAL), ("section", r"Sección|SECCIÓN|sección", _ORDINAL))
    )
    + heading_forms(
        (
            (
                "article",
                r"Art[íi]culo|Nuevo\s+art[íi]culo|(?:NUEVO\s+)?ART[ÍI]CULO|Art\.|ART\.",
                ARTICLE_NUMBER,
            ),
            ("article", r"Art[íi]culos|ART[ÍI]CULOS", RANGE),
            ("part", r"Parte|PARTE", CONTAINER_NUMBER),
            ("title", r"T[íi]tulo|T[ÍI]TULO", CONTAINER_NUMBER),
            ("chapter", r"Cap[íi]tulo|CAP[ÍI]TULO", CONTAINER_NUMBER),
            ("subsection", r"Subsecci[óo]n|SUBSECCI[ÓO]N", CONTAINER_NUMBER),
            ("section", r"Secci[óo]n|SECCI[ÓO]N", CONTAINER_NUMBER),
            ("annex", r"Anexo|ANEXO|Ap[ée]ndice|AP[ÉE]NDICE", CONTAINER_NUMBER),
            ("annex", rf"(?:Anexo|ANEXO|Ap[ée]ndice){ALONE}", ""),
        ),
        ordinal=_HANGS_ON,
    )
    + rule_forms("es", rule_number(words=_ORDINAL), ordinal=_HANGS_ON),
    preamble=pattern_of(r"(?:Pre[áa]mbulo|PRE[ÁA]MBULO)(?=[A-ZÁ-Ú\W]|$)\W*"),
    preamble_opener=pattern_of(
        rf"\W*(?:{BODY_OPENERS['es']}|"
        r"(?i:los|las)\s+(?:(?i:altas)\s+)?(?:(?i:Estados\s+(?:partes|contratantes|miembros))|"
        r"(?i:partes(?:\s+(?:contratantes|en))?)|(?i:gobiernos)|Estados)|"
        r"(?i:el\s+gobierno\s+de)|(?i:la\s+Conferencia\s+de\s+las\s+Partes)|(?i:la\s+Asamblea\s+General)|"
        r"(?i:nosotros,?\s+(?:los\s+)?(?:pueblos|Estados|jefes))|"
        r"EL\s+PARLAMENTO\s+EUROPEO|EL\s+CONSEJO\s+DE\s+LA\s+UNIÓN|EL\s+CONSEJO\s+DE\s+LAS\s+COMUNIDADES|LA\s+COMISIÓN\s+(?:EUROPEA|DE\s+LAS))"
    ),
    preamble_closer=pattern_of(
        r"\W*(?i:(?:han|hemos|ha)\s+(?:convenido|acordado|resuelto|decidido|adoptado)|convienen\s+en|acuerdan)\b.{0,140}$|"
        r".{0,300}\bhan\s+(?:convenido|acordado)\s+(?:en\s+)?(?:lo\s+siguiente|las\s+siguientes\s.{0,40})\W*$",
        re.S,
    ),
    recital_opener=pattern_of(
        r"\W*(?:[A-ZÁ-Ú](?:[a-zá-ú]+[aei]ndo|[A-ZÁ-Ú]+[AEI]NDO)\b|(?=[A-ZÁ-Ú])(?i:Convencid|Consciente|Preocupad|"
        r"Resuelt|Deseos|Decidid|Alarmad|Inspirad|Animad|Teniendo|Observando|Profundamente|Gravemente|"
        r"Vist[oa]s?\s+(?:el|la|los|las)|Previa\s+(?:transmisión|consulta)|De\s+conformidad\s+con))"
    ),
    closing_opener=pattern_of(
        r"\W*(?i:en\s+(?:fe|testimonio)\s+de\s+lo\s+cual|hecho\s+en\s|hecha\s+en\s|dado\s+en\s)"
    ),
    instrument_title=pattern_of(
        r"(?:[A-Z0-9IVX]+[.)]\s++)?\W*+(?:(?i:proyecto\s+(?:revisado\s+)?de\s+"
        r"(?:acuerdo|convención|convenio|decisión|protocolo|tratado|resolución|declaración|carta))\b.{0,120}|"
        r"ACTA\s+FINAL\b.{0,200}|Acta\s+Final\s+d.{0,200})$",
        re.S,
    ),
    instrument_name=pattern_of(
        r"\b(?i:tratado|convención|convenio|acuerdo|protocolo|estatuto|carta|pacto|declaración|"
        r"resolución|principios|directrices|directiva|reglamento|reglas|decisión|constitución|arreglo|"
        r"memorando|acta|marco)\b"
    ),
    option=pattern_of(
        r"[\[({]*\s*(?P<label>(?i:opción|variante|alternativa)\s+(?:[Nn](?:[°º]|úm\.)\s*)?"
        r"(?P<number>(?:\d{1,3}|[IVX]+|[A-Z])(?:\.\d+)?(?:\s?(?:bis|ter))?)(?!\w))"
        r"(?P<rest>\s*(?:$|[:.\])}–—-].*|[\[({].*))",
        re.S,
    ),
    placeholder=pattern_of(
        r"\W*(?:\(?(?:suprimid[oa]|reservad[oa]|se\s+completará|por\s+determinar)\W*$|"
        r"(?:trasladad[oa]|fusionad[oa]|incorporad[oa])\s+.{0,80}$|sin\s+texto\b.{0,30}$)",
        re.IGNORECASE | re.S,
    ),
    reference_follower=pattern_of(
        r"\s*(?:,|;|\(\s*(?:\d+|[a-z]|[ivx]+)\s*\)|[a-zá-úñ]|\d|y\b|o\b|a\b|de\b|del\b)"
    ),
    reference_word=pattern_of(
        r"(?:\b(?:párrafos?|apartados?|artículos?|anexos?|capítulos?|partes?|secciones?|sección|reglas?|"
        r"decisiones?|decisión|resoluciones?|resolución|incisos?|y|o|a|al|de|del|la|el|los|las|en|por|con|según|véase|bajo))\s*$",
        re.IGNORECASE,
    ),
    function_words=frozenset(("el", "los", "las", "y", "del", "una", "por", "con", "para", "al", "o", "se")),
)
