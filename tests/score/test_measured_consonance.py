"""The measured table of docs/consonance.md, over the corpus, through the whole pipeline."""

from __future__ import annotations

import dataclasses
import random
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from treatydiff.model import Alignment, Draft, Pairing, Provision, ScoreSheet, UnitPairing
from treatydiff.score.consonance import score_drafts
from treatydiff.score.reference import ReferenceTable, leave_out_near_copies
from treatydiff.settings import Settings

pytestmark = pytest.mark.corpus
SETTINGS = Settings()
FILES = {
    "UNTOC": "UNTOC_2000_en.txt",
    "UNCAC": "UNCAC_2003_en.txt",
    "Budapest": "budapest_ETS185_2001_en.txt",
    "trafficking": "UNTOC_protocol_trafficking_en.txt",
    "smuggling": "UNTOC_protocol_smuggling_en.txt",
}


@pytest.fixture(scope="session")
def conventions(corpus: Path) -> dict[str, Draft]:
    from treatydiff.pipeline import read_draft

    return {name: read_draft(corpus / "crime" / file, SETTINGS) for name, file in FILES.items()}


def compared(a: Draft, b: Draft, reference: ReferenceTable) -> ScoreSheet:
    from treatydiff.align.align import align_drafts

    return score_drafts(a, b, align_drafts(a, b, SETTINGS), reference, SETTINGS)


def rewritten(draft: Draft, words: Callable[[str], str], *, shuffle: int | None = None) -> Draft:
    """The draft with the text of every clause rewritten and its articles in another order."""

    def rewrite(node: Provision) -> Provision:
        children = [rewrite(child) for child in node.children]
        if shuffle is not None and any(child.kind == "article" for child in children):
            random.Random(shuffle).shuffle(children)
        return dataclasses.replace(node, text=words(node.text), children=tuple(children), marks=())

    instruments = []
    for instrument in draft.instruments:
        provisions = [rewrite(node) for node in instrument.provisions]
        if shuffle is not None:
            random.Random(shuffle).shuffle(provisions)
        instruments.append(dataclasses.replace(instrument, provisions=tuple(provisions)))
    return dataclasses.replace(draft, instruments=tuple(instruments))


def by_id(a: Draft, b: Draft) -> Alignment:
    there = {unit.id for unit in b.units()}
    rows = [Pairing((unit.id,), (unit.id,), "amended") for unit in a.units() if unit.id in there]
    return Alignment(tuple(UnitPairing(row, "article", ()) for row in rows), ())


@pytest.mark.parametrize(
    ("a", "b", "carried", "derived", "verbatim_carried", "verbatim_derived", "half_derived"),
    [
        ("UNCAC", "UNCAC", 1.0, 1.0, 1.0, 1.0, 71),
        ("UNTOC", "UNCAC", 0.75, 0.55, 0.81, 0.61, 41),
        ("Budapest", "UNCAC", 0.14, 0.09, 0.16, 0.11, 1),
        ("trafficking", "smuggling", 0.49, 0.36, 0.63, 0.50, 13),
    ],
)
def test_pairs(
    conventions: dict[str, Draft],
    shipped: ReferenceTable,
    a: str,
    b: str,
    carried: float,
    derived: float,
    verbatim_carried: float,
    verbatim_derived: float,
    half_derived: int,
) -> None:
    sheet = compared(conventions[a], conventions[b], shipped)
    assert sheet.document.carried == pytest.approx(carried, abs=0.04)
    assert sheet.document.derived == pytest.approx(derived, abs=0.04)
    assert sheet.document.verbatim_carried == pytest.approx(verbatim_carried, abs=0.04)
    assert sheet.document.verbatim_derived == pytest.approx(verbatim_derived, abs=0.04)
    assert sheet.articles_half_derived == pytest.approx(half_derived, abs=3)
    assert len(sheet.reference.left_out) == len({a, b})


def test_boilerplate_between_two_articles(conventions: dict[str, Draft], shipped: ReferenceTable) -> None:
    budapest = conventions["Budapest"]
    articles = {unit.id: unit.provision for unit in budapest.units()}

    def only(id_: str) -> Draft:
        instrument = dataclasses.replace(budapest.instruments[0], provisions=(articles[id_],))
        return dataclasses.replace(budapest, instruments=(instrument,))

    from treatydiff.score.draft_words import draft_words

    whole = draft_words(budapest)
    left_out = leave_out_near_copies(shipped, whole, whole)
    a, b = only("art_5"), only("art_2")
    rows = (UnitPairing(Pairing(("art_5",), ("art_2",), "amended"), "article", ()),)
    sheet = score_drafts(a, b, Alignment(rows, ()), left_out, SETTINGS)
    assert sheet.document.carried == pytest.approx(0.26, abs=0.04)


def test_order_numbers_capitals_and_hyphens_do_not_count(
    conventions: dict[str, Draft], shipped: ReferenceTable
) -> None:
    draft = conventions["UNCAC"]
    rng = random.Random(1)

    def renumbered(match: re.Match[str]) -> str:
        return f"{match[1]}{int(match[2]) + 7}"

    def hyphenated(match: re.Match[str]) -> str:
        word = match[0]
        return f"{word[:4]}-{word[4:]}" if rng.random() < 0.2 else word

    def rewrite(text: str) -> str:
        text = re.sub(r"\b(articles? )(\d+)", renumbered, text)
        text = re.sub(r"\b(?!(?:sub)?para|articles?)[a-z]{8,}\b", hyphenated, text)
        return text.upper()

    other = rewritten(draft, rewrite, shuffle=2)
    document = compared(draft, other, shipped).document
    assert document.carried is not None
    assert document.derived is not None
    assert min(document.carried, document.derived) >= 0.999


def test_nonce_words_lower_the_share(conventions: dict[str, Draft], shipped: ReferenceTable) -> None:
    draft = conventions["UNCAC"]
    shares = []
    for share in (0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0):
        rng = random.Random(5)  # the same draws every time: a word once replaced stays replaced

        def rewrite(text: str, rng: random.Random = rng, share: float = share) -> str:
            words = [(word, rng.random(), rng.random()) for word in text.split()]
            return " ".join(
                f"zq{nonce}x".replace(".", "") if draw < share else word for word, draw, nonce in words
            )

        other = rewritten(draft, rewrite)
        carried = score_drafts(draft, other, by_id(draft, other), shipped, SETTINGS).document.carried
        assert carried is not None
        shares.append(carried)
    assert shares[0] == 1.0
    assert all(later < earlier for earlier, later in pairwise(shares))
    assert shares[1] == pytest.approx(0.9, abs=0.03)
    assert 0.28 <= shares[4] <= 0.42
    assert shares[-1] < 0.02


def test_shall_made_may(conventions: dict[str, Draft], shipped: ReferenceTable) -> None:
    draft = conventions["UNCAC"]
    other = rewritten(draft, lambda text: re.sub(r"\bshall\b", "may", text))
    sheet = compared(draft, other, shipped)
    assert sheet.document.carried == pytest.approx(0.99, abs=0.01)
    texts = {clause.id: clause.text for unit in draft.units() for clause in unit.clauses()}
    affected = [
        sheet.clauses_a[id_]
        for id_, text in texts.items()
        if re.search(r"\bshall\b", text) and "." not in text[:-1]
    ]
    same = sum(tally.carried_same_force or 0.0 for tally in affected)
    assert len(affected) > 100
    assert same / sum(tally.weight for tally in affected) < 0.05
    assert sheet.document.carried_same_force is not None
    assert sheet.document.carried_same_force < 0.35
