"""The terms of final clauses: thresholds, periods, means, in one or two words each.

English is read in full; of other languages the numbers with their units.
"""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.studies.final_clauses.english import ENGLISH
from treatydiff.studies.final_clauses.reservations import Said
from treatydiff.studies.final_clauses.sentences import Sentence, periods, sentences_of

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
    else:
        found = (
            ("period", period, sentence)
            for sentence in sentences
            for period in periods(sentence.text, language)
        )
    kept: dict[Term, Said] = {}
    for name, value, sentence in found:
        kept.setdefault((name, value), (name, value, sentence))
    return tuple(kept.values())
