"""Words that carry the force of a provision, one table a language: modals, negations, hedges, numbers."""

from __future__ import annotations

from treatydiff.language.words import signals_ar, signals_en, signals_es, signals_fr, signals_ru, signals_zh
from treatydiff.language.words.signal_table import Phrases, SignalWords

__all__ = ["SIGNAL_WORDS", "Phrases", "SignalWords"]

SIGNAL_WORDS: dict[str, SignalWords] = {
    "en": signals_en.WORDS,
    "fr": signals_fr.WORDS,
    "es": signals_es.WORDS,
    "ru": signals_ru.WORDS,
    "zh": signals_zh.WORDS,
    "ar": signals_ar.WORDS,
}
"""Languages without a table have signals of numbers in digits and of references only."""
