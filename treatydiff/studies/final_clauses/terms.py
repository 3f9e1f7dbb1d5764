"""The terms of final clauses: thresholds, periods, means, in one or two words each.

English has rules of its own; French, Spanish, Russian, Chinese and Arabic share one reading over tables.
Of any other language nothing is read.
"""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.language.words.final_clauses.terms import LANGUAGES_READ
from treatydiff.studies.final_clauses.english import ENGLISH
from treatydiff.studies.final_clauses.other_languages import other_terms
from treatydiff.studies.final_clauses.reservations import Said
from treatydiff.studies.final_clauses.sentences import Sentence, sentences_of

Term = tuple[str, str]
"""What is said ("threshold") and how ("60 instruments")."""


def terms_of(kind: str, text: str, language: str) -> tuple[Term, ...]:
    """What a final clause provides.

    Args:
        kind: its kind.
        text: the words of its clauses, one a line.
        language: code of their language.
    """
    said = read_terms(kind, sentences_of(("", line) for line in text.splitlines()), language)
    return tuple((name, value) for name, value, _ in said)


def read_terms(kind: str, sentences: Sequence[Sentence], language: str) -> tuple[Said, ...]:
    """What a final clause provides, each value once, with the first sentence that says it.

    Args:
        kind: its kind.
        sentences: of its clauses.
        language: code of their language.
    """
    if language == "en":
        found = ENGLISH[kind](sentences)
    elif language in LANGUAGES_READ:
        found = other_terms(kind, sentences, language)
    else:
        found = iter(())
    kept: dict[Term, Said] = {}
    for name, value, sentence in found:
        kept.setdefault((name, value), (name, value, sentence))
    return tuple(kept.values())
