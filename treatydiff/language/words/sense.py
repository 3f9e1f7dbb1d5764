"""Small words that change what a list or a reference requires: never editorial, wherever they stand."""

from __future__ import annotations

_TELLING: dict[str, str] = {
    "en": "or either neither nor only all any each both except other than not",
    "fr": "ou ni soit seulement tous toutes chacun sauf autre autres aucun aucune pas",
    "es": "o u ni solo sólo todos todas cada salvo excepto otro otra ningún ninguno",
    "ru": "или либо ни только все любой любая каждый кроме не",
    "zh": "或 仅 只 所 各 均 任 除 不 非",
    "ar": "أو إما فقط جميع كل أي عدا إلا لا",
}


def words_that_tell(language: str) -> frozenset[str]:
    """The words of a language, as comparison keys; those of English where it has none of its own.

    "and" is not among them: a comma stands for it in lists, and no other word does.

    Args:
        language: code of the language.
    """
    return frozenset(_TELLING.get(language, _TELLING["en"]).split())
