"""Words of force in French; elisions stand apart ("s il y a lieu"), as comparison keys have them."""

from __future__ import annotations

from treatydiff.language.words.signal_table import SignalWords, plain

_ONLY = (
    r" (?:(?!pas |point |jamais |aucune? |ni |plus |rien )\w+ ){1,4}(?:que|qu)"
    r" (?:à|au|aux|dans|en|pour|par|sur|avec|sous|si|lorsque|lorsqu|après|entre|conformément)(?!\S)"
)
"""What goes on from a "ne" that says "only": "ne peut siéger qu'à Nantes" negates nothing."""

WORDS = SignalWords(
    modals=(
        ("n'est pas tenu de", r"n (?:est|sont) pas (?:tenue?s?|obligée?s?) (?:de|d)", 0),
        (
            "a le droit de",
            r"(?:a|ont) le droit (?:de|d)|(?:est|sont) en droit (?:de|d)|(?:a|ont) droit (?:à|au|aux)",
            1,
        ),
        ("ne peut", rf"ne(?!{_ONLY}) (?:peut|peuvent|saurait|sauraient)(?! être interprété)", 5),
        ("ne doit", rf"ne(?!{_ONLY}) (?:doit|doivent)(?! être interprété)", 5),
        ("doit", r"doit|doivent|devra|devront", 5),
        ("est tenu de", r"(?:est|sont|sera|seront) (?:tenue?s?|obligée?s?) (?:de|d)", 5),
        ("s'engage à", r"s (?:engagent|engage) à", 5),
        ("convient de", r"(?:conviennent|convient) (?:de|d)", 4),
        ("devrait", r"devrait|devraient", 3),
        (
            "est encouragé à",
            r"(?<!^s )(?<! s )(?<!^se )(?<! se )(?:est|sont) (?:encouragée?s?|invitée?s?|engagée?s?)"
            r" à(?! cette fin)",
            2,
        ),
        ("peut", r"peut|peuvent|pourra|pourront|pourrait|pourraient", 1),
        ("est libre de", r"(?:est|sont) (?:libres?|autorisée?s?) (?:de|d|à)", 1),
    ),
    operative=(
        ("décide", r"décide|décident", 5),
        ("prie", r"prie|charge|demande", 4),
        ("exhorte", r"exhorte|engage", 3),
        ("recommande", r"recommande", 2),
        ("encourage", r"encourage|invite", 1),
    ),
    modal_verbs=frozenset(
        [
            "doit",
            "doivent",
            "devra",
            "devront",
            "devrait",
            "devraient",
            "peut",
            "peuvent",
            "pourra",
            "pourront",
            "pourrait",
            "pourraient",
        ]
    ),
    negations=(
        (
            "ne",
            rf"ne(?!{_ONLY})|n(?!{_ONLY})"
            r"(?= (?:est|a|ont|y|en|affecte|entre|engage|admet|empêche|exclut|oblige|autorise|exige)\b"
            r"|(?= \w+ pas\b))",
        ),
        ("ni", "ni"),
        ("aucun", "aucune?|nul(?:le)?(?! (?:part|et non))"),
        ("personne", "(?<!une )(?<!toute )(?<!chaque )(?<!la )(?<!cette )personne(?= ne?(?!\\S))"),
        ("jamais", "jamais"),
        ("sans", "sans(?! (?:préjudice|délai|retard))"),
    ),
    concord=frozenset(("ni", "aucun", "jamais", "personne")),
    negated_modals=frozenset(("ne peut", "ne doit")),
    hedges=plain(
        "selon qu il convient",
        "selon qu il conviendra",
        "s il y a lieu",
        "le cas échéant",
        "si nécessaire",
        "selon que de besoin",
        "lorsque cela est approprié",
        "lorsque cela est possible",
        "si possible",
        "s il/ils/elle/elles est/sont disponible/disponibles",
        "lorsqu il/ils/elle/elles est/sont disponible/disponibles",
        "si disponible/disponibles",
        "dans certains/certaines cas/circonstances/dispositions",
        "dans la mesure du possible",
        "dans toute la mesure du possible",
        "dans toute la mesure possible",
        "autant que possible",
        "autant que faire se peut",
        "dans la mesure où",
        "conformément à son/leur droit interne",
        "conformément à sa/leur législation interne/nationale",
        "sous réserve de son/leur droit interne",
        "dans les limites de ses/leurs moyens",
        "conformément à son/leur mandat",
        "conformément à leurs mandats respectifs",
        "dans le cadre de son/leur mandat",
        "dans le cadre de leurs mandats respectifs",
        "dans les limites de son/leur mandat",
        "en tant que de besoin",
        "selon ses/leurs moyens/capacités",
        "dans la limite de ses/leurs moyens/capacités",
        "à titre volontaire",
        "principes fondamentaux de son/leur système juridique",
        "suivant des modalités mutuellement convenues",
        "sauf accord contraire",
        "si/lorsque/quand son/sa/leur droit/législation interne/nationale le permet/autorise",
        "à sa/leur discrétion",
        "s il/elle le/la juge nécessaire/utile/approprié",
        "en principe",
    ),
    carve_outs=plain(
        "sauf",
        "à moins que/qu",
        "nonobstant",
        "sans préjudice",
        "sous réserve",
        "à condition que/qu",
        "à l exception",
        "à l exclusion",
        "hormis",
        "excepté",
        "pour autant que/qu",
    ),
    definitions=(
        r"(?:aux fins [^\"\u201c\u201d\u00ab:]{1,80}[,:]\s*)?"
        r"(?:(?:le terme|l[’']expression|les termes)\s+)?{term},?"
        r"\s+(?:désigne(?:nt)?|s[’']entend(?:ent)?|signifie(?:nt)?|comprend)\b",
        r"(?:aux fins [^\"\u201c\u201d\u00ab:]{1,80}[,:]\s*)?on entend par\s+{term}",
        r"par\s+{term},?\s+on entend\b",
    ),
    profile=(
        ("ne peut", r"ne (?:peut|peuvent|doit|doivent|saurait|sauraient)"),
        ("doit", r"doit|doivent|devra|devront"),
        ("s'engage à", r"s (?:engagent|engage) à|(?:est|sont) tenue?s? (?:de|d)"),
        ("s'efforce de", r"s (?:efforcent|efforce|attachent|attache) (?:de|d|à)"),
        ("devrait", r"devrait|devraient"),
        ("peut", r"peut|peuvent|pourra|pourront|pourrait|pourraient"),
    ),
    unmarked="indicatif",
    decision=r"\b(?:décision|résolution)\b",
    this_chapter=r"\b(?:présente? (?:partie|chapitre|section|titre)|ce chapitre|cette (?:partie|section))\b",
    safeguard=r"garanties?|sauvegardes?|droits de l homme|proportionnalité|sous réserve|sans préjudice",
)
