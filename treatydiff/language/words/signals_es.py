"""Words of force in Spanish; the future tense ("adoptará") is a duty, as in the UN's Spanish texts."""

from __future__ import annotations

from treatydiff.language.words.signal_table import SignalWords, plain

WORDS = SignalWords(
    modals=(
        ("no estará obligado a", r"no (?:estará|estarán|está|están) obligad[oa]s? a", 0),
        ("tendrá derecho a", r"(?:tendrá|tendrán|tiene|tienen) (?:el )?derecho (?:a|de)", 1),
        ("no podrá", r"no (?:se )?(?:podrá|podrán|puede|pueden|deberá|deberán)", 5),
        ("deberá", r"deberá|deberán|debe|deben|habrá de|habrán de|ha de|han de", 5),
        ("está obligado a", r"(?:está|están|estará|estarán|queda|quedan) obligad[oa]s? a|se obliga a", 5),
        ("se compromete a", r"se (?:comprometen?|comprometerán?) a", 5),
        ("conviene en", r"(?:conviene|convienen) en", 4),
        ("debería", r"debería|deberían", 3),
        (
            "se alienta a",
            r"se (?:alienta|alentará|insta|invita|invitará|exhorta) a|"
            r"(?:son?|quedan?|están?) (?:alentad|invitad|exhortad)[oa]s? a",
            2,
        ),
        ("podrá", r"podrá|podrán|puede|pueden|podría|podrían", 1),
        (
            "futuro",
            r"(?!detrás|atrás|además)\w{2,}(?:ará|erá|irá|drá|arán|erán|irán|drán)"
            r"|será[n]?(?= (?!válid|considerad|entendid|debid)\w{3,}(?:[ai]d|uest|crit)[oa]s?(?!\S))",
            5,
        ),
    ),
    operative=(
        ("decide", "decide", 5),
        ("solicita", "solicita|pide|encarga", 4),
        ("exhorta", "exhorta|insta", 3),
        ("recomienda", "recomienda", 2),
        ("alienta", "alienta|invita", 1),
    ),
    modal_verbs=frozenset(
        [
            "deberá",
            "deberán",
            "debe",
            "deben",
            "debería",
            "deberían",
            "podrá",
            "podrán",
            "puede",
            "pueden",
            "podría",
            "podrían",
        ]
    ),
    negations=(
        ("no", r"no(?! (?:menos|más|obstante) (?:de|que)?)"),
        ("ni", "ni"),
        ("ningún", "ningun[oa]?|ningún"),
        ("nunca", "nunca"),
        ("nada", "nada"),
        ("sin", "sin(?! (?:perjuicio|demora|dilación|embargo))"),
    ),
    concord=frozenset(("ni", "ningún", "nunca", "nada")),
    negated_modals=frozenset(("no podrá",)),
    hedges=plain(
        "según proceda",
        "según corresponda",
        "cuando proceda",
        "si procede",
        "cuando corresponda",
        "en la medida de lo posible",
        "en la mayor medida posible",
        "de ser posible",
        "cuando sea posible",
        "siempre que sea posible",
        "en la medida en que",
        "si es necesario",
        "de ser necesario",
        "cuando sea necesario",
        "de conformidad con su/sus derecho/leyes/legislación interno/interna/internas/nacional",
        "con arreglo a su/sus derecho/legislación interno/interna/nacional",
        "a reserva de su derecho interno",
        "de conformidad con su/sus mandato/mandatos",
        "de conformidad con sus respectivos mandatos",
        "en el marco de su/sus mandato/mandatos",
        "en el marco de sus respectivos mandatos",
        "dentro de los límites de su/sus mandato/mandatos",
        "principios fundamentales de su/sus ordenamiento/ordenamientos jurídico/jurídicos",
        "dentro de sus posibilidades",
        "en la medida de sus posibilidades",
        "con carácter voluntario",
        "en condiciones mutuamente convenidas",
        "salvo acuerdo en contrario",
        "si/cuando su/sus derecho/legislación/leyes interno/interna/internas/nacional/nacionales "
        "lo permite/permita/permiten/permitan/autoriza/autorice",
        "si/cuando así lo permite/permita/permiten/permitan su/sus derecho/legislación/leyes "
        "interno/interna/internas/nacional/nacionales",
        "a su discreción",
        "si lo considera/consideran/estima/estiman necesario/conveniente/oportuno",
        "entre otras cosas",
        "en principio",
    ),
    carve_outs=plain(
        "salvo",
        "excepto",
        "a menos que",
        "no obstante",
        "sin perjuicio",
        "a reserva de",
        "siempre que",
        "siempre y cuando",
        "con excepción de",
        "a excepción de",
        "con sujeción a",
        "a condición de que",
        "con la salvedad",
    ),
    definitions=(
        r"(?:(?:a los|para los) (?:efectos|fines) [^\"\u201c\u201d\u00ab:]{1,80}[,:]\s*)?"
        r"por\s+{term}(?:,)?\s+se"
        r" (?:entenderá|entiende|entenderán)\b",
        r"(?:(?:el término|la expresión)\s+)?{term},?\s+(?:significa|designa|comprende|se refiere a)\b",
    ),
    profile=(
        ("no podrá", r"no (?:se )?(?:podrán?|pueden?|deberán?)"),
        ("deberá", r"deberán?|deben?|habrán? de"),
        ("procurará", r"procurarán?|se esforzarán? (?:por|en)|harán? (?:todo )?lo posible"),
        ("debería", "deberían?"),
        ("podrá", r"podrán?|pueden?|podrían?"),
        ("futuro", r"\w{2,}(?:ará|erá|irá|drá|arán|erán|irán|drán)"),
    ),
    decision=r"\b(?:decisión|resolución)\b",
    this_chapter=r"\b(?:presente|est[ea]) (?:parte|capítulo|sección|título)\b",
    safeguard=r"garantías?|salvaguardias?|derechos humanos|proporcionalidad|a reserva de|sin perjuicio",
)
