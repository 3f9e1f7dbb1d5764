"""One text from two kinds of file: nearly every article must come out identical."""

from __future__ import annotations

from collections.abc import Iterator

from tools.evaluate.corpus import Corpus, fault_text, label, main_articles
from tools.evaluate.rows import Row, information, row
from tools.evaluate.words import PAIRS
from treatydiff.errors import TreatydiffError, UnreadableTextError
from treatydiff.model import Comparison

NAME = "same text"
SET_FROM_TEXT = "charter/"
"""Only these PDF files were set from the text beside them; elsewhere the text runs titles into paragraphs."""
LEAST_CARRIED = 0.99
LEAST_IDENTICAL = 0.9


def measure(corpus: Corpus) -> Iterator[Row]:
    """One row for every PDF with its text beside it."""
    for pdf, text in PAIRS:
        what = f"{label(text)} → PDF: identical articles, carried"
        expected = f"≥ {LEAST_IDENTICAL:.0%}, ≥ {LEAST_CARRIED}"
        try:
            comparison = corpus.comparison(text, pdf)
        except UnreadableTextError as fault:
            yield information(NAME, what, fault_text(fault))
            continue
        except TreatydiffError as fault:
            yield row(NAME, what, expected, fault_text(fault), ok=False)
            continue
        different = different_articles(comparison)
        whole = max(1, len(main_articles(comparison.b)))
        carried = comparison.scores.document.carried or 0.0
        found = f"{whole - len(different)} of {whole}, {carried:.4f}"
        if not text.startswith(SET_FROM_TEXT):
            yield information(NAME, what, found, details=different)
            continue
        ok = len(different) <= (1 - LEAST_IDENTICAL) * whole and carried >= LEAST_CARRIED
        yield row(NAME, what, expected, found, ok, details=different)


def different_articles(comparison: Comparison) -> list[str]:
    """The articles of B that are not identical, with their relation and the first words that differ."""
    articles = {article.id for article in main_articles(comparison.b)}
    found = []
    for unit in comparison.units:
        if unit.pairing.relation != "identical" and articles.intersection(unit.pairing.b):
            edits = [
                e for clause in unit.clauses for e in clause.edits if e.class_ not in (None, "typographic")
            ]
            shown = "; ".join(f"{edit.op} {edit.text[:30]!r}" for edit in edits[:3])
            found.append(f"{'+'.join(unit.pairing.b)}: {unit.pairing.relation}: {shown}")
    return found
