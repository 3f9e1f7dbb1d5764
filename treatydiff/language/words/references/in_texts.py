"""How cross-references are worded in each language: tables for the finder in `references`."""

from __future__ import annotations

from treatydiff.language.number_patterns import ordinal_pattern
from treatydiff.records import dataclass

KindWords = tuple[tuple[str, str, str], ...]
"""(kind, pattern of one, pattern of several), in the order in which they are tried."""


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """The words of cross-references in one language; every entry is a regular expression.

    Args:
        kinds: what provisions are called, in the singular and the plural ("" where they are alike).
        this: what stands before a kind to mean the one that the reader is in ("this article").
        joiners: what may stand between the steps of one reference ("article 3, paragraph 2").
        conjunctions: what joins the last number of a list to the others.
        through: what joins the ends of a range.
        position: words after the number that say where it stands ("above").
        of_other: what follows a reference to another instrument, up to its name.
        ordinals: number words that may stand for a number.
        number_first: whether the number stands before the kind (Chinese).
        other_before: what stands before a reference to another instrument.
        decision_before: what ends right before a reference into a numbered decision or resolution.
        named_before: what ends right before a reference into an instrument named in full.
        roman_only: kinds whose name means something else before digits ("Parte 30 días" is a Party).
        after_conjunction: the space between a conjunction and the next number.
        and_again: whether every number of a list may have its conjunction ("77 and 79 and 81").
        bare_letter: a letter behind the number of a paragraph, without parentheses ("1, b, de").
    """

    kinds: KindWords
    this: str
    joiners: str
    conjunctions: str
    through: str
    position: str
    of_other: str
    ordinals: str = ""
    number_first: bool = False
    other_before: str = ""
    decision_before: str = ""
    named_before: str = ""
    roman_only: frozenset[str] = frozenset()
    after_conjunction: str = r"\s+"
    and_again: bool = False
    bare_letter: str = ""


def _in_decision(nouns: str, annex: str) -> str:
    """A numbered decision or act before a reference into it: "decision 4/Oil.2, annex, ", paragraph 6."""
    number = (
        r"(?:(?:\([A-Z]{2,3}\)\s)?(?:No\s)?\d{1,4}/[\w./-]{1,20}(?:\s\d{1,3})?"
        r"|(?:[A-Z]{1,5}\.)?\d{1,4}\s?\((?:\d{1,4}|[IVXLC]{1,6})\))"
    )
    return rf"(?<![^\W_])(?:{nouns})\s+{number},?\s*(?:(?:{annex}),?\s*)?$"


def _named_before(nouns: str, linked: str) -> str:
    """An instrument by its full name before a reference into it: "the Treaty on Oil, ", article 6."""
    own = "".join(rf"(?<!{this}\s)" for this in ("this", "present", "présente", "présent", "presente"))
    name = rf"(?-i:{nouns})\s+(?:[^\s,.;:]{{1,20}}\s+){{0,4}}?(?:{linked})\s[^.;:()]{{2,80}}"
    return rf"(?<![^\W_]){own}{name},\s*$"


_EN = ReferenceWords(
    kinds=(
        ("annex", r"annex|appendix", r"annexes|appendices"),
        ("part", r"part", r"parts"),
        ("title", r"title", r"titles"),
        ("chapter", r"chapter", r"chapters"),
        ("section", r"section|sect\.", r"sections"),
        ("subsection", r"sub-?section", r"sub-?sections"),
        ("article", r"article|art\.", r"articles|arts\."),
        ("rule", r"rule|regulation", r"rules|regulations"),
        ("paragraph", r"paragraph|para\.|para", r"paragraphs|paras\.|paras"),
        ("subparagraph", r"sub-?paragraph|sub-?para\.|clause", r"sub-?paragraphs|sub-?paras\.|clauses"),
        ("point", r"point|item|sub-?item", r"points|items|sub-?items"),
    ),
    this=r"this|the\s+present|that|the\s+same|the\s+said",
    joiners=r",?\s+(?:of|in|under|to)\s+|,\s*|\s+|,?\s+of\s+the\s+",
    conjunctions=r"and|or|and/or|&",
    through=r"to|through|[-\u2013\u2014]",
    position=r"above|below|hereof|thereof|hereinafter|hereinabove",
    of_other=(
        r",?\s*(?:of|to|in|under)\s+(?:the|that|those|its|any|each|both)\s+"
        r"(?:(?!this\b|present\b)[\w\u2019'.,()/-]+\s+){0,9}?"
        r"(?-i:Convention|Charter|Treaty|Protocol|Agreement|Statute|Covenant|Constitution|Declaration"
        r"|Regulations?|Rules|Conventions|Treaties|Protocols|Agreements|Resolution|Directive|Code|Act|Arrangement)\b"
        r"|,?\s*(?:of|to)\s+(?-i:(?:Council\s+)?(?:Regulation|Directive|Protocol|Resolution|GATT|GATS|UNCLOS"
        r"|TRIPS|WTO)\b)"
        r"|,?\s*of\s+(?:decision|resolution)\s+\d"
    ),
    named_before=_named_before(
        "Convention|Treaty|Charter|Protocol|Agreement|Covenant|Statute", "on|for|against|concerning|relating"
    ),
    decision_before=_in_decision("decision|resolution|directive|regulation", "(?:of|in) the annex|annex"),
)  # fmt: skip

_FR = ReferenceWords(
    kinds=(
        ("annex", r"annexe|appendice", r"annexes|appendices"),
        ("part", r"partie", r"parties"),
        ("title", r"titre", r"titres"),
        ("chapter", r"chapitre", r"chapitres"),
        ("section", r"section", r"sections"),
        ("subsection", r"sous-section", r"sous-sections"),
        ("article", r"article|art\.", r"articles|arts\."),
        ("rule", r"règle", r"règles"),
        ("paragraph", r"paragraphe|par\.", r"paragraphes"),
        ("subparagraph", r"sous-paragraphe|alinéa|al\.|lettre", r"sous-paragraphes|alinéas|lettres"),
        ("point", r"sous-alinéa|point|chiffre", r"sous-alinéas|points|chiffres"),
    ),
    this=r"présente?|même|dite?",
    joiners=r",?\s+(?:du|de\s+la|de\s+l['\u2019]|de\s+cet|des|au|à\s+la|à\s+l['\u2019])\s*|,\s*|\s+",
    conjunctions=r"et|ou|et/ou",
    through=r"à|au|[-\u2013\u2014]",
    position=r"ci-dessus|ci-dessous|ci-après|susmentionnée?s?|précitée?s?",
    of_other=(
        r",?\s*(?:dudit|de\s+ladite|du|de\s+la|de\s+l['\u2019]|desdits|des)\s*(?:susdite?\s+)?"
        r"(?:Conventions?|Chartes?|Traités?|Protocoles?|Accords?|Statuts?|Pactes?|Déclarations?|Règlements?"
        r"|Directives?|Constitution|Code|Acte)\b"
        r"|,?\s+de\s+(?:celle-ci|celui-ci|ladite|cette)\b|,?\s+dudit\b"
        r"|,?\s*(?:du|de\s+la)\s+(?:règlement|directive|décision)\s+(?:\(|n[o°]\s?\d|\d)"
    ),
    named_before=_named_before(
        "Convention|Traité|Charte|Protocole|Accord|Pacte|Statut",
        "sur|relatif|relative|pour|contre|concernant",
    ),
    decision_before=_in_decision("décision|résolution|directive|règlement", "de l['\u2019]annexe|annexe"),
    ordinals=rf"(?:{ordinal_pattern('fr')}|1(?:er|re|ère))",
    bare_letter=r",\s(?-i:[a-z])(?=\s*[,;)]|\s+(?:de|du|des)\b|$)",
    roman_only=frozenset({"part"}),
)  # fmt: skip

_ES = ReferenceWords(
    kinds=(
        ("annex", r"anexo|apéndice", r"anexos|apéndices"),
        ("part", r"parte", r"partes"),
        ("title", r"título", r"títulos"),
        ("chapter", r"capítulo", r"capítulos"),
        ("section", r"sección", r"secciones"),
        ("subsection", r"subsección", r"subsecciones"),
        ("article", r"artículo|art\.", r"artículos|arts\."),
        ("rule", r"regla", r"reglas"),
        ("paragraph", r"párrafo|párr\.|numeral", r"párrafos|párrs\.|numerales"),
        ("subparagraph", r"apartado|inciso|literal|letra", r"apartados|incisos|literales|letras"),
        ("point", r"subapartado|punto", r"subapartados|puntos"),
    ),
    this=r"presente|mismo|dicho|este",
    joiners=r",?\s+(?:del|de\s+la|de\s+los|de\s+las|de|al)\s+|,\s*|\s+",
    conjunctions=r"y|e|o|u|y/o",
    through=r"a|al|[-\u2013\u2014]",
    position=r"supra|infra|anterior(?:es)?|precedentes?",
    of_other=(
        r",?\s*(?:del?|de\s+la|de\s+los|de\s+las)\s+(?:(?:citad|mencionad|referid|dich)[oa]s?\s+)?"
        r"(?:Convenci[óo]n|Convenios?|Carta|Tratados?|Protocolos?|Acuerdos?|Estatutos?|Pactos?|Declaración"
        r"|Reglamentos?|Directivas?|Constitución|Código)\b"
        r"|,?\s+de\s+(?:dicho|dicha|esa|ese|aquella)\b"
        r"|,?\s*(?:del|de\s+la)\s+(?:reglamento|directiva|decisión)\s+(?:\(|n[.ºo]|\d)"
    ),
    named_before=_named_before(
        "Convención|Convenio|Tratado|Carta|Protocolo|Acuerdo|Pacto|Estatuto", "sobre|relativ[oa]|para|contra"
    ),
    decision_before=_in_decision("decisión|resolución", "del anexo|anexo"),
    ordinals=ordinal_pattern("es"),
    roman_only=frozenset({"part"}),
)  # fmt: skip

_RU_SEVERAL = r"(?=\s+\d{1,4}(?:\s?[-\u2013\u2014]\s?\d|,\s\d|\sи\s\d))"
"""What shows that a word is the plural and not the genitive: "статьи 5 и 9"."""

_RU = ReferenceWords(
    kinds=(
        ("annex", r"приложени(?:е|я|ю|ем|и)", r"приложени(?:й|ям|ями|ях)"),
        ("part", r"част(?:ь|и|ью)", r"част(?:ей|ям|ями|ях)"),
        ("chapter", r"глав(?:а|ы|е|у|ой)", rf"глав(?:ам|ами|ах)?|главы{_RU_SEVERAL}"),
        ("section", r"раздел(?:а|у|ом|е)?", r"раздел(?:ы|ов|ам|ами|ах)"),
        ("subsection", r"подраздел(?:а|у|ом|е)?", r"подраздел(?:ы|ов|ам|ами|ах)"),
        ("article", r"стать(?:я|и|е|ю|ей|ёй)|ст\.", rf"статей|стать(?:ям|ями|ях)|статьи{_RU_SEVERAL}"),
        ("rule", r"правил(?:о|а|у|ом|е)", rf"правил(?:ам|ами|ах)?|правила{_RU_SEVERAL}"),
        ("paragraph", r"пункт(?:а|у|ом|е)?|п\.", r"пункт(?:ы|ов|ам|ами|ах)|пп\."),
        ("subparagraph", r"подпункт(?:а|у|ом|е)?|пп\.", r"подпункт(?:ы|ов|ам|ами|ах)"),
    ),
    this=r"настоящ(?:ей|его|ему|ем|им)|эт(?:ой|ого|ому|ом|им)|той\s+же|того\s+же",
    joiners=r",?\s+(?:к|в)\s+|,\s*|\s+",
    conjunctions=r"и|или|и/или",
    through=r"по|до|[-\u2013\u2014]",
    position=r"выше|ниже",
    of_other=(
        r",?\s*(?:к\s+)?(?:(?:этой|этого|той|того|указанно(?:й|го)|упомянуто(?:й|го)"
        r"|названно(?:й|го)|вышеуказанно(?:й|го)|вышеупомянуто(?:й|го)|данно(?:й|го))\s+)?"
        r"(?:Конвенци[ий]|Устава|Уставу|Договор(?:а|у|ов)|Протокол(?:а|у|ов)|Соглашени[яюй]|Статута|Пакта"
        r"|Декларации|Правил\s+процедуры|Регламента|Директивы|Конституции|Кодекса)\b"
    ),
    decision_before=_in_decision("решени[еяи]|решению|решением|резолюци[яи]", "приложени[ея]"),
)  # fmt: skip

_ZH = ReferenceWords(
    kinds=(
        ("part", "部分|编", ""),
        ("chapter", "章", ""),
        ("section", "节", ""),
        ("article", "条", ""),
        ("paragraph", "款", ""),
        ("subparagraph", "项", ""),
        ("point", "目", ""),
        ("annex", "附件|附录", ""),
    ),
    this="本|该",
    joiners="的|，|",
    conjunctions="和|及|与|或|、|以及",
    through="至|到",
    position="",
    of_other="(?:的)?[《“](?!本)[^》”]{1,40}[》”]",
    number_first=True,
    other_before="(?:[》”]|(?<!本)(?:公约|宪章|议定书|条约))的?$",
    decision_before=r"\d{1,3}/[\w./-]{1,20}\s?号(?:决定|决议)(?:的?附件)?[，,]?$",
)

_AR = ReferenceWords(
    kinds=(
        ("annex", r"(?:[وفبلك]?ال|لل)?مرفق|تذييل", r"(?:[وفبلك]?ال|لل)?(?:مرفقين|مرفقات|مرفقان)"),
        ("part", r"(?:[وفبلك]?ال|لل)?جزء", r"(?:[وفبلك]?ال|لل)?(?:جزأين|أجزاء)"),
        ("chapter", r"(?:[وفبلك]?ال|لل)?فصل", r"(?:[وفبلك]?ال|لل)?(?:فصلين|فصول)"),
        ("section", r"(?:[وفبلك]?ال|لل)?(?:فرع|قسم|باب)", r"(?:[وفبلك]?ال|لل)?(?:فروع|أقسام|أبواب)"),
        ("article", r"(?:[وفبلك]?ال|لل)?مادة", r"(?:[وفبلك]?ال|لل)?(?:مادتين|مادتان|مواد)(?:\s+من)?"),
        ("paragraph", r"(?:[وفبلك]?ال|لل)?فقرة", r"(?:[وفبلك]?ال|لل)?(?:فقرتين|فقرتان|فقرات)"),
        ("subparagraph", r"(?:[وفبلك]?ال|لل)?(?:فقرة\s+الفرعية|بند)",
         r"(?:[وفبلك]?ال|لل)?(?:فقرتين\s+الفرعيتين|فقرات\s+الفرعية|بنود)"),
    ),
    this=r"هذه|هذا|نفس",
    joiners=r"\s+من\s+|،\s*|\s+",
    conjunctions=r"و|أو",
    through=r"إلى|[-\u2013\u2014]",
    position=r"أعلاه|أدناه",
    of_other=r"\s+من\s+(?:الاتفاقية|الاتفاق|البروتوكول|الميثاق|المعاهدة|اتفاقية|اتفاق|بروتوكول|ميثاق|معاهدة)",
    decision_before=_in_decision("المقرر|القرار|مقرر|قرار", "المرفق|مرفق"),
    ordinals=ordinal_pattern("ar"),
    after_conjunction=r"\s*",
    and_again=True,
)  # fmt: skip

REFERENCE_WORDS: dict[str, ReferenceWords] = {
    "en": _EN, "fr": _FR, "es": _ES, "ru": _RU, "zh": _ZH, "ar": _AR,
}  # fmt: skip

_NUMBERED = (
    r"\d{1,3}/[A-Z\u0410-\u042f][\w.\-]{0,14}\d"
    r"|(?:\((?:EC|EU|EEC|CE|UE|CEE|ЕС|ЕЭС)\)\s)?(?:(?:No|N[°º]|№)\s?)?\d{1,4}/\d{1,4}(?:/(?:EC|EU|EEC|CE|UE|CEE|ЕС))?"
    r"|(?:[A-Z]{1,4}/)?(?:RES/)?\d{1,3}/\d{1,4}"
)
INSTRUMENT_NUMBERS = {
    "en": rf"(?<!\w)(?:decision|resolution|directive|regulation)\s(?:{_NUMBERED})(?![\w/])",
    "fr": rf"(?<!\w)(?:décision|résolution|directive|règlement)\s(?:{_NUMBERED})(?![\w/])",
    "es": rf"(?<!\w)(?:decisión|resolución|directiva|reglamento)\s(?:{_NUMBERED})(?![\w/])",
    "ru": rf"(?<!\w)(?:решени[а-я]{{1,2}}|резолюци[а-я]{{1,3}}|директив[а-я]{{1,2}}|регламент[а-я]{{0,2}})"
    rf"\s(?:{_NUMBERED})(?![\w/])",
    "zh": r"第\s?\d{1,3}/[A-Z\d][\w.\-]{0,14}\s?号(?:决定|决议)",
    "ar": r"(?:المقرر|القرار|مقررها|قراره|قرارها)\s\d{1,3}/[^\s،.]{1,12}",
}
"""How languages name a numbered decision, resolution or act as a whole ("decision 4/Oil.2")."""
