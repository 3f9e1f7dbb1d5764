"""What final clauses provide, in sentences of the languages beside English."""

from __future__ import annotations

import pytest

from treatydiff.language.words.final_clauses.kinds import FinalClauseKind
from treatydiff.pipeline import read_draft_bytes
from treatydiff.settings import Settings
from treatydiff.studies.final_clauses.clauses import final_clauses
from treatydiff.studies.final_clauses.terms import terms_of

ROWS = [
    ("fr", "entry_into_force",
     "Le présent Accord entre en vigueur le quatre-vingt-dixième jour suivant le dépôt du vingtième instrument.",
     [("threshold", "20"), ("after", "90 days")]),
    ("fr", "entry_into_force",
     "La Convention entrera en vigueur trois mois après la date à laquelle cinq États, dont au moins deux "
     "États côtiers, auront exprimé leur consentement.",
     [("threshold", "5"), ("condition", "dont au moins deux États côtiers"), ("after", "3 months")]),
    ("fr", "entry_into_force",
     "Le Traité entre en vigueur après le dépôt du [trentième] [quarantième] instrument de ratification.",
     [("threshold", "[trentième] [quarantième]")]),
    ("fr", "entry_into_force", "Le présent Accord entre en vigueur à la date de sa signature.",
     [("on", "à la date de sa signature")]),
    ("fr", "reservations", "Aucune réserve ne peut être faite à la présente Convention.",
     [("reservations", "prohibited")]),
    ("fr", "reservations", "Aucune réserve aux articles 4 et 5 n’est admise.",
     [("reservations", "prohibited to articles 4 et 5")]),
    ("fr", "reservations", "Les réserves ne sont pas admises, sauf à l’article 9.",
     [("reservations", "allowed only to article 9")]),
    ("fr", "reservations", "Aucune réserve n’est admise, sauf celles que d’autres articles autorisent expressément.",
     [("reservations", "only where expressly permitted")]),
    ("fr", "reservations", "Toute Partie peut formuler une réserve à l’article 9.",
     [("reservations", "allowed to article 9")]),
    ("fr", "withdrawal", "La dénonciation prend effet un an après la réception de la notification.",
     [("notice", "1 year")]),
    ("fr", "depositary", "Le Secrétaire général de l’Organisation des Ports est le dépositaire de l’Accord.",
     [("depositary", "Secrétaire général de l’Organisation des Ports")]),
    ("fr", "authentic_texts", "Les textes anglais et français font également foi.",
     [("text", "English"), ("text", "French")]),
    ("fr", "disputes", "Les différends sont réglés par la négociation ou, à défaut, par l’arbitrage.",
     [("by", "negotiation"), ("by", "arbitration")]),
    ("fr", "amendment",
     "L’amendement adopté à la majorité des deux tiers entre en vigueur soixante jours après son acceptation "
     "par les trois quarts des Parties, à l’égard des Parties qui l’ont accepté.",
     [("adopted by", "two-thirds"), ("in force after", "60 days"), ("accepted by", "trois quarts"),
      ("in force for", "only Parties that accept it")]),
    ("es", "entry_into_force",
     "El presente Tratado entrará en vigor el trigésimo día después del depósito del quinto instrumento.",
     [("threshold", "5"), ("after", "30 days")]),
    ("es", "reservations", "No se podrán formular reservas al presente Tratado.",
     [("reservations", "prohibited")]),
    ("es", "reservations", "No se admitirán reservas, salvo al artículo 7.",
     [("reservations", "allowed only to artículo 7")]),
    ("es", "withdrawal", "La denuncia surtirá efecto seis meses después de recibida la notificación.",
     [("notice", "6 months")]),
    ("es", "depositary", "El Director General de la Unión de Faros será el depositario del Tratado.",
     [("depositary", "Director General de la Unión de Faros")]),
    ("es", "authentic_texts", "Los textos en español y ruso son igualmente auténticos.",
     [("text", "Russian"), ("text", "Spanish")]),
    ("es", "amendment", "Las enmiendas se aprobarán por consenso y entrarán en vigor para todas las Partes.",
     [("adopted by", "consensus"), ("in force for", "all Parties")]),
    ("ru", "entry_into_force",
     "Договор вступает в силу через девяносто дней после сдачи на хранение [десятой] [двадцатой] "
     "ратификационной грамоты.", [("threshold", "[десятой] [двадцатой]"), ("after", "90 days")]),
    ("ru", "entry_into_force",
     "Протокол вступает в силу на тридцатый день после сдачи на хранение сорокового документа.",
     [("threshold", "40"), ("after", "30 days")]),
    ("ru", "reservations", "Оговорки к настоящему Договору не допускаются.", [("reservations", "prohibited")]),
    ("ru", "reservations", "Никакие оговорки, кроме оговорок к статье 9, не допускаются.",
     [("reservations", "allowed only to статье 9")]),
    ("ru", "reservations", "Оговорки к статьям 4 и 5 не допускаются.",
     [("reservations", "prohibited to статьям 4 и 5")]),
    ("ru", "withdrawal", "Денонсация вступает в силу по истечении шести месяцев с даты получения уведомления.",
     [("notice", "6 months")]),
    ("ru", "depositary", "Депозитарием является Правительство Республики Маяков.",
     [("depositary", "Правительство Республики Маяков")]),
    ("ru", "authentic_texts", "Тексты на английском и русском языках являются равно аутентичными.",
     [("text", "English"), ("text", "Russian")]),
    ("ru", "amendment", "Поправка принимается большинством в две трети и вступает в силу для всех участников.",
     [("adopted by", "two-thirds"), ("in force for", "all Parties")]),
    ("zh", "entry_into_force", "本公约应自第四十份批准书交存之日后第九十天起生效。",
     [("threshold", "40"), ("after", "90 days")]),
    ("zh", "entry_into_force", "本公约自[第十][第二十]份批准书交存后生效。", [("threshold", "[第十][第二十]")]),
    ("zh", "reservations", "不得对本公约作出任何保留。", [("reservations", "prohibited")]),
    ("zh", "withdrawal", "退出应自保存人收到通知之日起一年后生效。", [("notice", "1 year")]),
    ("zh", "depositary", "联合国秘书长为本公约的保存人。", [("depositary", "联合国秘书长")]),
    ("zh", "authentic_texts", "本公约的中文、英文和法文文本同等作准。",
     [("text", "Chinese"), ("text", "English"), ("text", "French")]),
    ("ar", "entry_into_force", "يبدأ نفاذ هذه الاتفاقية بعد تسعين يوما من تاريخ إيداع الصك العشرين.",
     [("threshold", "20"), ("after", "90 days")]),
    ("ar", "reservations", "لا يجوز إبداء أي تحفظات على هذه الاتفاقية.", [("reservations", "prohibited")]),
    ("ar", "withdrawal", "يصبح الانسحاب نافذا بعد شهرين من تسلم الإخطار.", [("notice", "2 months")]),
    ("ar", "authentic_texts", "تتساوى في الحجية النصوص العربية والروسية.",
     [("text", "Arabic"), ("text", "Russian")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "kind", "text", "expected"), ROWS)
def test_terms_of_final_clauses(
    language: str, kind: FinalClauseKind, text: str, expected: list[tuple[str, str]]
) -> None:
    assert list(terms_of(kind, text, language)) == expected


@pytest.mark.parametrize(
    ("language", "kind", "text"),
    [
        ("zh", "consent", "会议应于二〇三〇年九月二十日举行。"),
        ("fr", "withdrawal", "Un défaut de motifs ne porte pas atteinte à la validité de la dénonciation."),
        ("ru", "withdrawal", "Отсутствие причин не затрагивает действительности денонсации."),
        ("es", "entry_into_force", "Las Partes se reunirán cada dos años."),
    ],
)
def test_of_other_sentences_nothing_is_read(language: str, kind: FinalClauseKind, text: str) -> None:
    assert terms_of(kind, text, language) == ()


RUSSIAN = """Договор о маяках

Статья 1
Термины

1. «Маяк» означает сооружение, подающее свет, включая оговорки о цвете.

Статья 2
Выход

Любая Сторона может денонсировать настоящий Договор. Денонсация вступает в силу через год после получения уведомления.
"""


def test_clauses_are_found_and_called_in_another_language() -> None:
    draft = read_draft_bytes(RUSSIAN.encode(), "lights.txt", Settings(language="ru"))
    (found,) = final_clauses([draft]).drafts
    assert [(each.kind, each.units, each.called) for each in found.clauses] == [
        ("withdrawal", ("art_2",), "denunciation")
    ]
