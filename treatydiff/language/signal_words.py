"""Words that carry the force of a provision, one table a language: modals, negations, hedges, numbers."""

from __future__ import annotations

from treatydiff.language import (
    signal_words_ar,
    signal_words_en,
    signal_words_es,
    signal_words_fr,
    signal_words_ru,
    signal_words_zh,
)
from treatydiff.language.signal_table import Phrases, SignalWords

__all__ = ["SIGNAL_WORDS", "Phrases", "SignalWords"]

SIGNAL_WORDS: dict[str, SignalWords] = {
    "en": signal_words_en.WORDS,
    "fr": signal_words_fr.WORDS,
    "es": signal_words_es.WORDS,
    "ru": signal_words_ru.WORDS,
    "zh": signal_words_zh.WORDS,
    "ar": signal_words_ar.WORDS,
}
"""Languages without a table have signals of numbers in digits and of references only."""
