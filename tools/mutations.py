"""Measure alignment on drafts that were changed by a machine, so that the truth is known.

    python tools/mutations.py DRAFT --foreign OTHER [--seeds 5] [--reword 0.2]

Every article of DRAFT is kept, reworded, deleted, split, merged with another or moved; articles of
OTHER are inserted; then all are renumbered. The table gives precision, recall and F1 of the rows that
alignment finds, by kind. A pair is right if the two articles belong together in truth; a row is right
if it holds just the articles that it should.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from treatydiff.align.align import align_drafts
from treatydiff.model import Alignment, Draft, Instrument, Provision
from treatydiff.read.reader import read_file
from treatydiff.settings import Settings
from treatydiff.structure.parse import parse

KINDS = ("kept", "reworded", "deleted", "split", "merged", "moved")
WEIGHTS = (50, 20, 8, 8, 7, 7)
INSERTED = 0.08
"""Share of foreign articles inserted, of the number of articles."""
LEAST_MOVED_WORDS = 40
"""Least words on either side of a cut, and of an article that is merged: less is no split to a reader."""
ROW_KINDS = ("added", "deleted", "split", "merged", "recast")


@dataclass
class Truth:
    """What was done: rows of article ids (before, after), and which articles after it were moved."""

    rows: dict[tuple[tuple[str, ...], tuple[str, ...]], str] = field(default_factory=dict)
    moved: set[str] = field(default_factory=set)


@dataclass
class Piece:
    """An article of the changed draft: where its text comes from and what was done to it."""

    article: Provision
    origins: tuple[str, ...]
    kind: str


def words_in(provisions: Iterable[Provision]) -> int:
    return sum(len(leaf.text.split()) for one in provisions for leaf in one.clauses())


def reworded(
    provision: Provision, rate: float, vocabulary: Sequence[str], chance: random.Random
) -> Provision:
    """The provision with each word replaced by a word of the draft with a probability."""
    text = " ".join(
        chance.choice(vocabulary) if chance.random() < rate else word for word in provision.text.split(" ")
    )
    children = tuple(reworded(child, rate, vocabulary, chance) for child in provision.children)
    return replace(provision, text=text if provision.text else "", children=children)


def with_id(provision: Provision, old: str, new: str) -> Provision:
    children = tuple(with_id(child, old, new) for child in provision.children)
    return replace(provision, id=re.sub(f"^{re.escape(old)}(?=__|$)", new, provision.id), children=children)


def cut_place(article: Provision, chance: random.Random) -> int | None:
    """Before which child an article can be cut so that either part has words enough."""
    places = [
        place
        for place in range(1, len(article.children))
        if words_in(article.children[:place]) >= LEAST_MOVED_WORDS
        and words_in(article.children[place:]) >= LEAST_MOVED_WORDS
    ]
    return chance.choice(places) if places else None


def changed(
    articles: Sequence[Provision], foreign: Sequence[Provision], rate: float, chance: random.Random
) -> tuple[list[Piece], set[str]]:
    """The pieces of the changed draft in order, and the ids of the deleted articles."""
    vocabulary = sorted({word for one in articles for leaf in one.clauses() for word in leaf.text.split()})
    pieces: list[Piece] = []
    deleted: set[str] = set()
    waiting: Piece | None = None
    movers: list[Piece] = []
    for article in articles:
        kind = chance.choices(KINDS, WEIGHTS)[0]
        place = cut_place(article, chance) if kind == "split" else None
        one = Piece(article, (article.id,), kind)
        if kind == "deleted":
            deleted.add(article.id)
        elif kind == "moved":
            movers.append(one)
        elif place is not None:
            pieces += [
                replace(one, article=replace(article, children=article.children[:place])),
                replace(one, article=replace(article, heading="", children=article.children[place:])),
            ]
        elif kind == "merged" and words_in([article]) >= LEAST_MOVED_WORDS and waiting is None:
            waiting = one
            pieces.append(one)
        elif kind == "merged" and words_in([article]) >= LEAST_MOVED_WORDS and waiting is not None:
            children = waiting.article.children + article.children
            waiting.article = replace(waiting.article, children=children)
            waiting.origins += one.origins
            waiting = None
        elif kind == "reworded":
            pieces.append(replace(one, article=reworded(article, rate, vocabulary, chance)))
        else:
            pieces.append(replace(one, kind="kept"))
    for one in movers:
        pieces.insert(chance.randrange(len(pieces) + 1), one)
    for article in chance.sample(list(foreign), min(len(foreign), round(INSERTED * len(articles)))):
        pieces.insert(chance.randrange(len(pieces) + 1), Piece(article, (), "inserted"))
    return pieces, deleted


def mutated(draft: Draft, foreign: Draft, rate: float, seed: int) -> tuple[Draft, Draft, Truth]:
    """The articles of a draft, the same changed, and the truth about the change."""
    chance = random.Random(seed)
    articles = content_articles(draft)
    pieces, deleted = changed(articles, content_articles(foreign), rate, chance)
    after: list[Provision] = []
    ids_after: dict[tuple[str, ...], list[str]] = {}
    truth = Truth({((key,), ()): "deleted" for key in deleted})
    for number, piece in enumerate(pieces, start=1):
        new = f"art_{number}"
        article = with_id(piece.article, piece.article.id, new)
        children = tuple(
            with_id(child, child.id, f"{new}__c{place}_{child.id.rsplit('__', 1)[-1]}")
            for place, child in enumerate(article.children)
        )
        after.append(replace(article, number=str(number), children=children or article.children))
        if piece.origins:
            ids_after.setdefault(piece.origins, []).append(new)
        else:
            truth.rows[(), (new,)] = "added"
        if piece.kind == "moved":
            truth.moved.add(new)
    for origins, ids in ids_after.items():
        kind = "pair"
        if len(origins) > 1 or len(ids) > 1:
            kind = "split" if len(origins) == 1 else "merged"
        truth.rows[origins, tuple(ids)] = kind
    before = [with_id(one, one.id, one.id) for one in articles]
    return rebuilt(draft, before), rebuilt(draft, after), truth


def content_articles(draft: Draft) -> list[Provision]:
    main = next(one for one in draft.instruments if one.main)
    return [node for node in main.walk() if node.kind == "article" and words_in([node]) >= 15]


def rebuilt(draft: Draft, articles: Sequence[Provision]) -> Draft:
    return replace(draft, instruments=(Instrument(1, True, "", None, tuple(articles)),))


class Scores:
    """Hits, findings and truths by kind, over several drafts."""

    def __init__(self) -> None:
        self.counts: dict[str, list[int]] = {}

    def add(self, kind: str, found: set[object], true: set[object]) -> None:
        """Count one draft's findings of a kind against the truth."""
        entry = self.counts.setdefault(kind, [0, 0, 0])
        for place, size in enumerate((len(found & true), len(found), len(true))):
            entry[place] += size

    def lines(self) -> list[str]:
        """A table: kind, true rows, precision, recall, F1."""
        lines = [f"{'kind':10} {'true':>6} {'precision':>10} {'recall':>8} {'F1':>7}"]
        for kind, (hits, found, true) in self.counts.items():
            precision, recall = hits / found if found else 1.0, hits / true if true else 1.0
            f1 = 2 * precision * recall / (precision + recall) if hits else float(not (found or true))
            lines.append(f"{kind:10} {true:6d} {precision:10.3f} {recall:8.3f} {f1:7.3f}")
        return lines


def score(scores: Scores, truth: Truth, alignment: Alignment) -> None:
    """Count the rows of an alignment against the truth."""
    rows = {(row.pairing.a, row.pairing.b): row.pairing for row in alignment.units}
    scores.add("pairs", _edges(rows), _edges(truth.rows))
    for kind in ROW_KINDS:
        found = {key for key, pairing in rows.items() if pairing.relation == kind}
        scores.add(kind, set(found), {key for key, true in truth.rows.items() if true == kind})
    moved = {
        pairing.b[0] for key, pairing in rows.items() if pairing.moved and len(key[0]) == len(key[1]) == 1
    }
    scores.add("moved", set(moved), set(truth.moved))


def _edges(rows: Iterable[tuple[tuple[str, ...], tuple[str, ...]]]) -> set[object]:
    return {(one, other) for a, b in rows for one in a for other in b}


def read(path: Path) -> Draft:
    settings = Settings()
    return parse(read_file(path, settings), settings)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("drafts", type=Path, nargs="+", metavar="DRAFT")
    parser.add_argument("--foreign", type=Path, required=True, help="a draft whose articles are inserted")
    parser.add_argument("--seeds", type=int, default=5, help="how many changed drafts to make of each")
    parser.add_argument("--reword", type=float, default=0.2, help="share of words replaced, 0 to 1")
    asked = parser.parse_args()
    foreign = read(asked.foreign)
    scores = Scores()
    for path in asked.drafts:
        original = read(path)
        for seed in range(asked.seeds):
            before, after, truth = mutated(original, foreign, asked.reword, seed)
            score(scores, truth, align_drafts(before, after, Settings()))
    print("\n".join(scores.lines()))


if __name__ == "__main__":
    main()
