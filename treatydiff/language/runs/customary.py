"""Customary words of conventions, for languages in which no archive of treaties has been counted.

What United Nations and Council of Europe conventions on crime and cooperation say in these languages for the
most frequent English formulas ("shall adopt such legislative and other measures as may be necessary to
establish as criminal offences under its domestic law"). Only runs of five words and more count, in Chinese
of five characters. Measured on two pairs of unlike conventions, one French, one Russian (docs/evaluation.md).
"""

from __future__ import annotations

FORMULAS: dict[str, tuple[str, ...]] = {
    "fr": (
        "le présent article s’applique aux infractions établies conformément à la présente Convention",
        "les Parties coopèrent, conformément à leur droit interne,",
        "chaque Partie adopte les mesures législatives et autres qui se révèlent nécessaires pour ériger en "
        "infraction pénale, conformément à son droit interne",
        "chaque Partie adopte les mesures législatives et autres qui se révèlent nécessaires pour que",
        "chaque État Partie adopte les mesures législatives et autres nécessaires pour conférer le "
        "caractère d’infraction pénale, lorsque les actes ont été commis intentionnellement",
        "les personnes morales puissent être tenues pour responsables des infractions établies en "
        "application de la présente Convention, lorsqu’elles sont commises pour leur "
        "compte par une personne physique",
        "conformément aux principes fondamentaux de son droit interne",
        "les infractions soient passibles de sanctions effectives, proportionnées et dissuasives",
        "les Parties coopèrent entre elles dans la mesure la plus large possible",
        "la présente Convention a pour objet de",
        "aux fins de la présente Convention",
    ),
    "es": (
        "el presente artículo se aplicará a los delitos tipificados con arreglo a la presente Convención",
        "las Partes cooperarán de conformidad con su derecho interno",
        "cada Estado Parte adoptará las medidas legislativas y de otra índole que sean necesarias para "
        "tipificar como delito, cuando se cometan intencionalmente",
        "cada Parte adoptará las medidas legislativas y de otro tipo que resulten necesarias para tipificar "
        "como delito en su derecho interno",
        "a fin de establecer la responsabilidad de personas jurídicas por su participación en",
        "de conformidad con los principios fundamentales de su derecho interno",
        "sanciones efectivas, proporcionadas y disuasorias",
        "los Estados Parte cooperarán entre sí en la mayor medida posible",
        "a los efectos de la presente Convención",
        "a los efectos del presente Convenio",
    ),
    "ru": (
        "настоящая статья применяется к преступлениям, признанным таковыми в соответствии "
        "с настоящей Конвенцией",
        "Стороны сотрудничают в соответствии со своим внутренним законодательством",
        "каждое Государство-участник принимает такие законодательные и другие меры, какие могут "
        "потребоваться, с тем чтобы признать в качестве уголовно наказуемых деяний",
        "каждая Сторона принимает такие законодательные и иные меры, какие могут потребоваться для "
        "того, чтобы квалифицировать в качестве уголовных преступлений согласно ее внутреннему "
        "законодательству",
        "в соответствии с основополагающими принципами своего внутреннего законодательства",
        "эффективные, соразмерные и оказывающие сдерживающее воздействие санкции",
        "Государства-участники сотрудничают друг с другом в максимально возможной степени",
    ),
    "zh": (
        "本条应适用于根据本公约确立的犯罪",
        "缔约国应在符合本国法律的情况下",
        "各缔约国均应采取必要的立法和其他措施，将下列故意实施的行为规定为犯罪",
        "规定为刑事犯罪",
        "根据本国法律的基本原则",
        "有效、适度而且具有警戒性的",
        "为本公约的目的",
    ),
    "ar": (
        "تنطبق هذه المادة على الأفعال المجرمة وفقا لهذه الاتفاقية",
        "تعتمد كل دولة طرف ما قد يلزم من تدابير تشريعية وتدابير أخرى لتجريم",
        "ما قد يلزم من تدابير لإرساء مسؤولية الأشخاص الاعتباريين",
        "وفقا للمبادئ الأساسية لقانونها الداخلي",
    ),
}  # fmt: skip
