"""How the body that adopts a resolution names itself above its recitals: "The Board of Governors,"."""

from __future__ import annotations

_EN = (
    "Assembly|Council|Conference|Congress|Commission|Committee|Board|Bureau|Meeting|Summit|Governing Body|"
    "Parliament"
)
_FR = "assemblée|conseil|conférence|congrès|commission|comité|réunion|bureau|sommet|parlement"
_ES = "asamblea|consejo|conferencia|congreso|comisión|comité|reunión|junta|mesa|cumbre|parlamento"
_RU = "ассамблея|совет|конференция|конгресс|комиссия|комитет|совещание|правление|бюро|собрание"
_AR = "جمعية|مجلس|مؤتمر|لجنة|هيئة|اجتماع|مكتب|برلمان"
_ZH = "大会|理事会|委员会|会议|执行局|董事会|议会|主席团"

_EN_NAME = r"(?:\s+(?:of|on|for|to|the|and|in|[A-Z][\w’'-]*)){0,14}"
_FR_ADJECTIVE = (
    r"(?i:\s+(?:générale?|exécuti(?:f|ve)|permanente?|économique|consultati(?:f|ve)|européene?|mondiale?|national|"
    r"intergouvernementale?|préparatoire|mixte|plénière))?"
)
_ES_ADJECTIVE = (
    r"(?i:\s+(?:general|ejecutiv[oa]|permanente|económico|consultiv[oa]|europe[oa]|mundial|nacional|"
    r"intergubernamental|preparatori[oa]|mixt[oa]|plenari[oa]))?"
)
_ROMANCE_NAME = (
    r"(?:\s+(?:et|y)\s+\w+)?"
    r"(?:\s+(?:d[eu]s?l?|d['’]\w+|para|pour|sobre|sur)\b(?:\s+[\w’'-]+){0,12})?"
)
_RU_NAME = r"(?:\s+(?!\w+(?:ет|ит|ют|ут|ят|ат)\b)[\w-]+){0,12}"
_END = r"\s*,\s*$"

BODY_OPENERS: dict[str, str] = {
    "en": (
        rf"(?:The|THE)\s+(?:[A-Z][\w’'-]*\s+(?:(?i:and|of)\s+)?){{0,4}}(?:{_EN}|{_EN.upper()})\b"
        rf"{_EN_NAME}{_END}"
    ),
    "fr": rf"(?:L[ea]\s|L['’]|LA\s|LE\s)\s*(?i:{_FR})\b{_FR_ADJECTIVE}{_ROMANCE_NAME}{_END}",
    "es": rf"(?:La|El|LA|EL)\s+(?i:{_ES})\b{_ES_ADJECTIVE}{_ROMANCE_NAME}{_END}",
    "ru": rf"(?=[А-ЯЁ])(?:\w+(?:ая|ый|ий|ое|АЯ|ЫЙ|ИЙ|ОЕ)\s+){{0,2}}(?i:{_RU})\b{_RU_NAME}{_END}",
    "ar": rf"إن\s+(?:ال)?(?:{_AR})\b(?:\s+\w+){{0,12}}\s*،\s*$",
    "zh": rf"(?![^，,]*(?:应|须|由|向))[^\s，。；：,]{{0,16}}(?:{_ZH})[，,]\s*$",
}
"""By language: a line that is the name of a body and the comma behind it, and nothing else.

The names of bodies are without end, the words for what they are few. Behind the word a name goes on in
capitals (English), with a preposition (French, Spanish) or in cases that no verb has (Russian), so that "The
Board shall meet each year," is no name.
"""
