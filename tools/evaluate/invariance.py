"""What must not count, and what must, when a convention is changed by a machine."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from tools.evaluate.corpus import SETTINGS, Corpus
from tools.evaluate.rows import Row, information, row
from treatydiff.model import Comparison, Draft, Instrument, Provision
from treatydiff.pipeline import compare_drafts

NAME = "invariance"
CONVENTION = "crime/UNCAC_2003_en.txt"
LEAST_UNCHANGED = 0.999
NONCE_SHARES = (0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0)
NONCE_BOUNDS = {0.1: (0.86, 0.94), 0.5: (0.28, 0.42), 1.0: (0.0, 0.02)}
"""Between which values the carried share must fall where such a share of the words is replaced."""


def measure(corpus: Corpus) -> Iterator[Row]:
    """One convention against changed copies of itself."""
    draft = corpus.draft(CONVENTION)
    yield _of_no_weight(draft)
    yield from _nonce(draft)
    yield from _shall_changed(draft, "may")
    yield from _shall_changed(draft, "shall not")


def rewritten(draft: Draft, words: Callable[[str], str], *, shuffle: int | None = None) -> Draft:
    """The draft with every clause rewritten and, if asked, its articles and chapters in another order.

    Args:
        draft: a draft without marks that matter.
        words: gives the new text of a clause.
        shuffle: seed of the order; None keeps it.
    """

    def of_node(node: Provision) -> Provision:
        children = [of_node(child) for child in node.children]
        if shuffle is not None and any(child.kind == "article" for child in children):
            random.Random(shuffle).shuffle(children)
        return replace(node, text=words(node.text), children=tuple(children), marks=())

    def of_instrument(instrument: Instrument) -> Instrument:
        provisions = [of_node(node) for node in instrument.provisions]
        if shuffle is not None:
            random.Random(shuffle).shuffle(provisions)
        return replace(instrument, provisions=tuple(provisions))

    return replace(draft, instruments=tuple(map(of_instrument, draft.instruments)))


def _of_no_weight(draft: Draft) -> Row:
    chance = random.Random(1)

    def renumbered(match: re.Match[str]) -> str:
        return f"{match[1]}{int(match[2]) + 7}"

    def hyphenated(match: re.Match[str]) -> str:
        return f"{match[0][:4]}-{match[0][4:]}" if chance.random() < 0.2 else match[0]

    def rewrite(text: str) -> str:
        text = re.sub(r"\b(articles? )(\d+)", renumbered, text)
        return re.sub(r"\b(?!(?:sub)?para|articles?)[a-z]{8,}\b", hyphenated, text).upper()

    whole = _compared(draft, rewritten(draft, rewrite, shuffle=2)).scores.document
    least = min(whole.carried or 0.0, whole.derived or 0.0)
    what = "shuffled, renumbered, upper-cased, hyphenated: least of carried and derived"
    return row(NAME, what, f"≥ {LEAST_UNCHANGED}", f"{least:.4f}", least >= LEAST_UNCHANGED)


def _nonce(draft: Draft) -> Iterator[Row]:
    shares = [
        _compared(draft, _with_nonce(draft, share)).scores.document.carried or 0.0 for share in NONCE_SHARES
    ]
    falling = all(later < earlier for earlier, later in pairwise(shares))
    shown = ", ".join(f"{share:.2f}" for share in shares)
    places = ", ".join(f"{share:.0%}" for share in NONCE_SHARES)
    yield row(NAME, f"nonce words for {places}: carried", "falling", shown, falling)
    for replaced, (least, most) in NONCE_BOUNDS.items():
        found = shares[NONCE_SHARES.index(replaced)]
        what = f"nonce words for {replaced:.0%}: carried"
        yield row(NAME, what, f"{least} to {most}", found, least <= found <= most)


def _with_nonce(draft: Draft, share: float) -> Draft:
    """The draft with each word replaced with a probability; a word once replaced stays so at a higher one."""
    chance = random.Random(5)

    def rewrite(text: str) -> str:
        drawn = [(word, chance.random(), chance.randrange(10**9)) for word in text.split()]
        return " ".join(f"zq{nonce}x" if draw < share else word for word, draw, nonce in drawn)

    return rewritten(draft, rewrite)


def _shall_changed(draft: Draft, other: str) -> Iterator[Row]:
    """Every "shall" of the convention replaced: carried, but in no changed sentence with the same force."""
    # "shall not" would be negated twice, and is left as it is.
    plain = re.compile(r"\bshall\b(?! not)")
    changed = _compared(draft, rewritten(draft, lambda text: plain.sub(other, text)))
    document = changed.scores.document
    name = f"every shall made {other}"
    carried = document.carried or 0.0
    yield row(NAME, f"{name}: carried", "0.98 to 1", carried, 0.98 <= carried <= 1.0)
    clauses = changed.scores.clauses_a
    single = [
        clauses[clause.id]
        for unit in draft.units()
        for clause in unit.clauses()
        if plain.search(clause.text) and "." not in clause.text[:-1]
    ]
    same = sum((tally.carried_same_force or 0.0) > 0.0 for tally in single)
    what = f"{name}: of {len(single)} clauses of one sentence with it, under same force"
    yield row(NAME, what, 0, same)
    whole = document.carried_same_force
    yield information(NAME, f"{name}: same force, whole", whole if whole is not None else "none")


def _compared(a: Draft, b: Draft) -> Comparison:
    return compare_drafts(a, b, SETTINGS)
