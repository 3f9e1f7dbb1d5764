"""Russian drafts."""

from __future__ import annotations

import re

from treatydiff.language.grammar import Grammar, heading_forms, rule_forms
from treatydiff.language.heading_numbers import ALONE, RANGE, article_number, container_number, rule_number
from treatydiff.language.number_patterns import ordinal_pattern
from treatydiff.language.words.printed.bodies import BODY_OPENERS
from treatydiff.patterns import pattern_of

_ORDINAL = ordinal_pattern("ru")
_ROMAN = "IVXLCХІС"
_INSERTED = "бис|тер|кватер|квинквиес|сексиес|септиес|октиес|новиес|дециес"
ARTICLE_NUMBER = article_number(roman=_ROMAN, letters="A-ZА-Я", native=_INSERTED)
CONTAINER_NUMBER = container_number(words=_ORDINAL, roman=_ROMAN, letters="A-ZА-Я", native=_INSERTED)

GRAMMAR = Grammar(
    code="ru",
    headings=heading_forms(
        (
            ("article", r"Статья|Новая\s+статья|(?:НОВАЯ\s+)?СТАТЬЯ|Ст\.", ARTICLE_NUMBER),
            ("article", r"Статьи|СТАТЬИ", RANGE),
            ("part", r"Часть|ЧАСТЬ", CONTAINER_NUMBER),
            ("title", r"Титул|ТИТУЛ", CONTAINER_NUMBER),
            ("chapter", r"Глава|ГЛАВА", CONTAINER_NUMBER),
            ("subsection", r"Подраздел|ПОДРАЗДЕЛ", CONTAINER_NUMBER),
            ("section", r"Раздел|РАЗДЕЛ", CONTAINER_NUMBER),
            ("annex", r"Приложение|ПРИЛОЖЕНИЕ|Дополнение|ДОПОЛНЕНИЕ", CONTAINER_NUMBER),
            ("annex", rf"(?:Приложение|ПРИЛОЖЕНИЕ|Дополнение){ALONE}", ""),
        )
    )
    + rule_forms("ru", rule_number(words=_ORDINAL, roman=_ROMAN, native=_INSERTED)),
    preamble=pattern_of(r"(?:Преамбула|ПРЕАМБУЛА)(?=[А-Я\W]|$)\W*"),
    preamble_opener=pattern_of(
        rf"\W*(?:{BODY_OPENERS['ru']}|"
        r"(?i:(?:высокие\s+)?договаривающиеся\s+(?:стороны|государства))|(?i:государства\s*[-–—]\s*)|"
        r"(?i:государства,?\s)|(?i:стороны\s)|(?i:правительств[оа]\s)|(?i:конференция\s+сторон)|"
        r"(?i:генеральная\s+ассамблея)|(?i:мы,?\s+(?:народы|главы|государства)))"
    ),
    preamble_closer=pattern_of(
        r"\W*(?i:(?:(?:согласились|договорились|решили)\s|принял[аио]?\s+настоящ).{0,140}$|"
        r"(?:согласились|договорились)\s*:)|"
        r".{0,300}(?:согласились|договорились)\s+о\s+нижеследующем\W*$",
        re.S,
    ),
    recital_opener=pattern_of(
        r"\W*(?i:[а-яё]+(?:ая|яя|вая)\b(?:сь)?|[а-яё]+(?:ясь|ась)\b|исполнен|преисполнен|убежден|озабочен|"
        r"встревожен|обеспокоен|руководству|стрем|будучи|жела|памяту|сознава|созна[ею]|принимая|учитывая|"
        r"признава|ссыла|напомина|подчерк|отмеча)"
    ),
    closing_opener=pattern_of(r"\W*(?i:в\s+удостоверение\s+чего|совершено\s+в\s|составлено\s+в\s)"),
    instrument_title=pattern_of(
        r"(?:[A-ZА-Я0-9IVX]+[.)]\s++)?\W*+(?:(?i:(?:пересмотренный\s+)?проект\s+"
        r"(?:соглашения|конвенции|решения|протокола|договора|резолюции|декларации|устава))\b.{0,120}|"
        r"ЗАКЛЮЧИТЕЛЬНЫЙ\s+АКТ\b.{0,200}|Заключительный\s+акт\s.{0,200})$",
        re.S,
    ),
    instrument_name=pattern_of(
        r"\b(?i:договор|конвенция|соглашение|протокол|статут|устав|хартия|пакт|декларация|резолюция|"
        r"принципы|руководящие|правила|положения|решение|конституция|договор[её]нность|меморандум|"
        r"акт|рамк[аи])\b"
    ),
    option=pattern_of(
        r"[\[({]*\s*(?P<label>(?i:вариант|альтернатива)\s+(?:№\s*)?"
        r"(?P<number>(?:\d{1,3}|[IVX]+|[A-ZА-Я])(?:\.\d+)?(?:\s?(?:bis|ter))?)(?!\w))"
        r"(?P<rest>\s*(?:$|[:.\])}–—-].*|[\[({].*))",
        re.S,
    ),
    placeholder=pattern_of(
        r"\W*(?:\(?(?:исключен[ао]?|исключена|зарезервирован[ао]?|будет\s+разработан[ао]?)\W*$|"
        r"(?:перенесен[ао]?|объединен[ао]?|перемещен[ао]?)\s+.{0,80}$|текст\s+отсутствует\b.{0,30}$)",
        re.IGNORECASE | re.S,
    ),
    reference_follower=pattern_of(r"\s*(?:,|;|\(\s*(?:\d+|[a-zа-я]|[ivx]+)\s*\)|[а-яёa-z]|\d)"),
    reference_word=pattern_of(
        r"(?:\b(?:пункт[а-я]*|подпункт[а-я]*|стать[а-я]*|приложени[а-я]*|глав[а-я]*|част[а-я]*|"
        r"раздел[а-я]*|правил[а-я]*|решени[а-я]*|резолюци[а-я]*|и|или|в|к|на|по|с|до|из))\s*$",
        re.IGNORECASE,
    ),
    function_words=frozenset(("и", "в", "на", "с", "по", "или", "для", "о", "к", "не", "что", "их", "его")),
)
