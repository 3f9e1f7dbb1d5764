"""Counts of the documents found in the field against those known for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tools.evaluate.corpus import Corpus, fault_text, label
from tools.evaluate.rows import Row, row
from treatydiff.errors import TreatydiffError
from treatydiff.model import Draft, Instrument, Provision

NAME = "field"
_WORDS_ABOUT = frozenset({"note"})
_UNITS = frozenset({"article", "rule"})


def measure(corpus: Corpus) -> Iterator[Row]:
    """A row for every figure of `truth/field.json`."""
    for file, known in corpus.truth("field.json").items():
        if not isinstance(known, dict):
            continue
        name = f"field/{file}"
        try:
            draft = corpus.draft(name)
        except TreatydiffError as fault:
            for figure in sorted(known.keys() - _WORDS_ABOUT):
                yield row(NAME, f"{label(name)}: {figure}", known[figure], fault_text(fault), ok=False)
            continue
        for figure, expected in known.items():
            if figure not in _WORDS_ABOUT:
                yield _row(corpus, name, figure, expected, draft)


def _row(corpus: Corpus, name: str, figure: str, expected: Any, draft: Draft) -> Row:
    what = f"{label(name)}: {figure.replace('_', ' ')}"
    if figure == "seconds_max":
        seconds = corpus.seconds["read", name] + corpus.seconds["parse", name]
        return row(NAME, what, f"≤ {expected}", f"{seconds:.0f}", seconds <= expected)
    found = _FIGURES[figure](draft) if figure in _FIGURES else "no such figure"
    if figure.endswith("_max"):
        return row(NAME, what, f"≤ {expected}", found, found <= expected)
    if figure.endswith("_min"):
        return row(NAME, what, f"≥ {expected}", found, found >= expected)
    return row(NAME, what, expected, found)


def _main(draft: Draft) -> Instrument:
    return next(instrument for instrument in draft.instruments if instrument.main)


def _body(instrument: Instrument) -> Iterator[Provision]:
    for top in instrument.provisions:
        if top.kind != "annex":
            yield from top.walk()


def _main_units(draft: Draft) -> int:
    """Articles or rules outside annexes, of all instruments: a journal may print a treaty and its sequel."""
    return sum(node.kind in _UNITS for each in draft.instruments for node in _body(each))


def _sections_of_annex(draft: Draft) -> int:
    annexes = [top for top in _main(draft).provisions if top.kind == "annex"]
    return sum(node.kind == "section" for annex in annexes for node in annex.walk())


def _paragraphs(draft: Draft) -> list[int]:
    """Numbered paragraphs of each article of the main instrument."""
    return [
        sum(child.kind == "paragraph" and bool(child.number) for child in node.children)
        for node in _body(_main(draft))
        if node.kind in _UNITS
    ]


def _note_share(draft: Draft) -> float:
    receipt = draft.receipt
    whole = receipt.provision + receipt.note + receipt.front_matter + receipt.furniture + receipt.other
    return receipt.note / whole if whole else 0.0


def _with_articles(draft: Draft) -> int:
    """Instruments that hold articles; resolutions and declarations beside the treaties do not."""
    return sum(any(node.kind == "article" for node in each.walk()) for each in draft.instruments)


def _guidelines(draft: Draft) -> int:
    return sum(node.called == "guideline" for node in draft.walk())


_FIGURES: Mapping[str, Callable[[Draft], Any]] = {
    "main": _main_units,
    "articles": lambda draft: sum(
        node.kind == "article" for each in draft.instruments for node in _body(each)
    ),
    "instruments": _with_articles,
    "instruments_min": lambda draft: len(draft.instruments),
    "sections_of_annex": _sections_of_annex,
    "paragraphs": _paragraphs,
    "guidelines": _guidelines,
    "note_share_max": _note_share,
}
