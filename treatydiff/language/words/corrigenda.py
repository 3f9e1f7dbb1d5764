"""How a corrigendum says what is to be read instead of what, in the languages of the field."""

from __future__ import annotations

FOR_AND_READ: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (("for", "read"), ("replace", "with"), ("replace", "by")),
    "fr": (("au lieu de", "lire"), ("remplacer", "par")),
    "es": (("donde dice", "debe decir"), ("donde dice", "léase"), ("sustitúyase", "por")),
    "ru": (("вместо", "следует читать"), ("вместо", "читать")),
    "zh": (("将", "改为"), ("原文", "应为")),
    "ar": (("بدلا من", "يقرأ"), ("يستعاض عن", "بـ")),
}
"""Pairs of words around the old and the new wording; the first of a language is how one is written."""

QUOTES: tuple[tuple[str, str], ...] = (("“", "”"), ("«", "»"), ("„", "“"), ('"', '"'), ("「", "」"))
"""Signs that open and close a quotation; the first that stands in a line counts there."""

INSTRUCTIONS: dict[str, tuple[str, ...]] = {
    "en": ("delete", "deleted", "omit", "insert", "inserted", "add", "added", "substitute", "replace",
           "replaced", "read"),
    "fr": ("supprimer", "insérer", "ajouter", "remplacer", "substituer", "lire", "se lit"),
    "es": ("suprímase", "suprimir", "insértese", "insertar", "añádase", "agréguese", "sustitúyase",
           "debe decir", "léase"),
    "ru": ("исключить", "опустить", "вставить", "добавить", "заменить", "читать"),
    "zh": ("删除", "删去", "增加", "插入", "改为", "应为", "替换"),
    "ar": ("تحذف", "يحذف", "تضاف", "يضاف", "تدرج", "يدرج", "يستعاض", "يقرأ"),
}  # fmt: skip
"""Words by which a line of a corrigendum tells what is to be done, in whatever form."""
