"""How long reading, parsing and comparing took in this run: figures of one machine.

The goals are for an idle machine of two cores; those that it misses are marked, and say as much of the
machine as of the program.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import resources

from tools.evaluate.corpus import PAIRS, SETTINGS, Corpus, fault_text, pair_label
from tools.evaluate.rows import Row, information, row
from treatydiff.align.align import align_drafts
from treatydiff.errors import TreatydiffError
from treatydiff.model import Draft, Provision
from treatydiff.pipeline import compare_drafts
from treatydiff.score.consonance import score_drafts
from treatydiff.score.reference import load_reference, read_reference

NAME = "speed"
UNTOC, UNCAC = "crime/UNTOC_2000_en.txt", "crime/UNCAC_2003_en.txt"
"""Forty and sixty pages as printed."""
ARTICLES = 1_500


def measure(corpus: Corpus) -> Iterator[Row]:
    """Seconds a pair: read, parse, compare."""
    for a, b in PAIRS:
        try:
            corpus.comparison(a, b)
        except TreatydiffError as fault:
            yield information(NAME, pair_label(a, b), fault_text(fault))
            continue
        spent = corpus.seconds
        read, parse = (sum(spent[stage, name] for name in (a, b)) for stage in ("read", "parse"))
        found = f"read {read:.1f} s, parse {parse:.1f} s, compare {spent['compare', a, b]:.1f} s"
        yield information(NAME, pair_label(a, b), found)
    yield from _goals(corpus)


def _goals(corpus: Corpus) -> Iterator[Row]:
    """Seconds for many articles, for the two largest agreements, and for scoring alone."""
    many = _many_articles(corpus)
    yield _within(
        f"{ARTICLES} articles against {ARTICLES} aligned",
        10,
        lambda: align_drafts(many, _moved(many), SETTINGS),
    )
    trade = sorted(name for name in corpus.files() if name.startswith("trade/"))
    largest = sorted(trade, key=lambda name: corpus.path(name).stat().st_size)[-2:]
    a, b = (corpus.draft(name) for name in largest)
    yield _within(f"{pair_label(*largest)} compared", 3, lambda: compare_drafts(a, b, SETTINGS))
    one, other = corpus.draft(UNTOC), corpus.draft(UNCAC)
    alignment = align_drafts(one, other, SETTINGS)
    table = (resources.files("treatydiff.score") / "data" / "reference_en.bin").read_bytes()
    yield _within("the shipped table of counts loaded", 0.05, lambda: read_reference(table))
    reference = load_reference("auto", "en", one, other)
    yield _within(
        f"{pair_label(UNTOC, UNCAC)} scored",
        1,
        lambda: score_drafts(one, other, alignment, reference, SETTINGS),
    )


def _within(what: str, most: float, call: Callable[[], object]) -> Row:
    began = time.perf_counter()
    call()
    took = time.perf_counter() - began
    return row(NAME, what, f"≤ {most:g} s", f"{took:.3g} s", took <= most)


def _many_articles(corpus: Corpus) -> Draft:
    """A draft of the first articles of the trade agreements, numbered through."""
    articles: list[Provision] = []
    first: Draft | None = None
    for name in sorted(corpus.files()):
        if name.startswith("trade/") and len(articles) < ARTICLES:
            draft = corpus.draft(name)
            first = first or draft
            articles += [unit.provision for unit in draft.units() if unit.kind == "article"]
    assert first is not None
    return _with_articles(first, articles[:ARTICLES])


def _moved(draft: Draft) -> Draft:
    """The same articles in another order: the second half first."""
    articles = draft.instruments[0].provisions
    half = len(articles) // 2
    return _with_articles(draft, [*articles[half:], *articles[:half]])


def _with_articles(draft: Draft, articles: list[Provision]) -> Draft:
    numbered = tuple(
        _below(replace(article, number=str(number)), f"art_{number}")
        for number, article in enumerate(articles, 1)
    )
    return replace(draft, instruments=(replace(draft.instruments[0], provisions=numbered),))


def _below(node: Provision, id_: str) -> Provision:
    """A provision under a new id, and what stands below it."""
    children = tuple(_below(child, f"{id_}__{place}") for place, child in enumerate(node.children))
    return replace(node, id=id_, children=children)
