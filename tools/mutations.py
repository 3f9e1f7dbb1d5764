"""Measure alignment on drafts that were changed by a machine, so that the truth is known.

    python -m tools.mutations DRAFT... --foreign OTHER [--seeds 5] [--share 0.2]

One kind of edit at a time is done to the articles of a draft (or all kinds at once), a share of the
words of every article that survives is replaced besides, and all are renumbered. The table gives
precision, recall and F1 by kind of edit. A row is right if it holds just the articles that belong
together in truth; a pair is right if its two articles do.
"""

from __future__ import annotations

import argparse
import random
import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from treatydiff.align.align import align_drafts
from treatydiff.model import Alignment, Draft, Instrument, Provision
from treatydiff.reading.reader import read_file
from treatydiff.settings import Settings
from treatydiff.structure.parse import parse

EDITS = (
    "renumber", "move", "split", "merge", "insert", "delete", "reword", "synonyms", "move and edit", "mixed",
)  # fmt: skip
TOUCHED = 0.15
"""Share of the articles that are moved, split, merged or deleted, or beside which one is inserted."""
MIXED = ("move", "split", "merge", "insert", "delete")
TOUCHED_MIXED = 0.07
"""The same of each of these kinds where all are done at once."""
LEAST_WORDS = 40
"""Least words on either side of a cut, and of an article that is merged: less is no split to a reader."""
LEAST_WORDS_OF_ARTICLE = 15
LEAST_STEPS = 5
"""How many articles that stay a moved article passes at least: less is hardly a move to a reader."""
SYNONYMS = tomllib.loads((Path(__file__).parent / "synonyms.toml").read_text(encoding="utf-8"))
_WORD = re.compile(r"[^\W\d_]+")

Rows = dict[tuple[tuple[str, ...], tuple[str, ...]], str]


@dataclass
class Truth:
    """What was done: rows of article ids (before, after) with their kind, and the articles moved."""

    rows: Rows = field(default_factory=dict)
    moved: set[str] = field(default_factory=set)


@dataclass
class Piece:
    """An article of the changed draft, where its text comes from and whether it was edited already."""

    article: Provision
    origins: tuple[str, ...] = ()
    moved: bool = False
    done: bool = False


def words_in(provisions: Iterable[Provision]) -> int:
    return sum(1 for one in provisions for leaf in one.clauses() for _ in _words(leaf.text))


def _words(text: str) -> list[str]:
    """The words of a text; Chinese ones by character."""
    return [part for run in _WORD.findall(text) for part in _parts(run)]


def _parts(run: str) -> Iterable[str]:
    return run if "\u4e00" <= run[0] <= "\u9fff" else (run,)


def _with_words(provision: Provision, change: Callable[[str], str]) -> Provision:
    """The provision with each word changed; what stands between words stays."""

    def changed(match: re.Match[str]) -> str:
        return "".join(map(change, _parts(match.group())))

    text = _WORD.sub(changed, provision.text)
    return replace(
        provision, text=text, children=tuple(_with_words(child, change) for child in provision.children)
    )


def _rewording(articles: Sequence[Provision], share: float, chance: random.Random) -> Callable[[str], str]:
    """Replaces each word with a probability by a word of the draft, frequent ones more often."""
    vocabulary = [word for one in articles for leaf in one.clauses() for word in _words(leaf.text)]
    return lambda word: chance.choice(vocabulary) if chance.random() < share else word


def _synonyms(
    articles: Sequence[Provision], share: float, chance: random.Random, language: str
) -> Callable[[str], str]:
    """Replaces some words by others throughout the draft: known synonyms first, then words made up.

    Words of three letters or less stay (in Chinese none does); so does whatever exceeds the share.
    """
    counts: dict[str, int] = {}
    for one in articles:
        for leaf in one.clauses():
            for word in _words(leaf.text):
                counts[word] = counts.get(word, 0) + 1
    known = SYNONYMS.get(language, {})
    words = sorted(word for word in counts if len(word) > 3 or language == "zh")
    chance.shuffle(words)
    words.sort(key=lambda word: word.lower() not in known)
    left = share * sum(counts.values())
    chosen: dict[str, str] = {}
    for word in words:
        if counts[word] <= left:
            left -= counts[word]
            chosen[word] = known.get(word.lower(), f"{word[0]}{len(chosen)}{word[::-1]}")
    return lambda word: chosen.get(word, word)


def with_id(provision: Provision, old: str, new: str) -> Provision:
    children = tuple(with_id(child, old, new) for child in provision.children)
    return replace(provision, id=re.sub(f"^{re.escape(old)}(?=__|$)", new, provision.id), children=children)


def _cut(article: Provision, chance: random.Random) -> tuple[Provision, ...]:
    """The two halves of an article with words enough in each; the article itself where there are none."""
    children = article.children
    places = [
        place
        for place in range(1, len(children))
        if min(words_in(children[:place]), words_in(children[place:])) >= LEAST_WORDS
    ]
    if not places:
        return (article,)
    place = chance.choice(places)
    return (
        replace(article, children=children[:place]),
        replace(article, heading="", children=children[place:]),
    )


def _split(pieces: list[Piece], count: int, chance: random.Random) -> list[Piece]:
    found: dict[int, list[Piece]] = {}
    for index in chance.sample(range(len(pieces)), len(pieces)):
        piece = pieces[index]
        parts = (
            _cut(piece.article, chance) if count and piece.origins and not piece.done else (piece.article,)
        )
        count -= len(parts) - 1
        found[index] = [replace(piece, article=part, done=len(parts) > 1 or piece.done) for part in parts]
    return [piece for index in range(len(pieces)) for piece in found[index]]


def _merged(pieces: list[Piece], count: int, chance: random.Random) -> list[Piece]:
    """Some articles taken into others that stand anywhere in the draft."""
    long = [p for p in pieces if p.origins and not p.done and words_in([p.article]) >= LEAST_WORDS]
    places = {piece.origins[0]: place for place, piece in enumerate(pieces) if piece.origins}
    chosen = chance.sample(long, min(2 * count, len(long) // 2 * 2))
    for home, guest in zip(chosen[::2], chosen[1::2], strict=True):
        home.article = replace(home.article, children=home.article.children + guest.article.children)
        home.origins, home.done = tuple(sorted(home.origins + guest.origins, key=places.__getitem__)), True
        guest.origins = ("gone",)
    return [piece for piece in pieces if piece.origins != ("gone",)]


def _moved(pieces: list[Piece], count: int, chance: random.Random) -> list[Piece]:
    free = [index for index, piece in enumerate(pieces) if piece.origins and not piece.done]
    movers = set(chance.sample(free, min(count, len(free))))
    stay = [piece for index, piece in enumerate(pieces) if index not in movers]
    new: dict[int, list[Piece]] = {}
    for index in sorted(movers):
        before = sum(1 for other in range(index) if other not in movers)
        far = [place for place in range(len(stay) + 1) if abs(place - before) >= LEAST_STEPS]
        if far:
            place, moved = chance.choice(far), True
        else:
            place, moved = before, False
        new.setdefault(place, []).append(replace(pieces[index], moved=moved, done=True))
    return [
        piece for place in range(len(stay) + 1) for piece in [*new.get(place, ()), *stay[place : place + 1]]
    ]


def _with_deletions(pieces: list[Piece], count: int, chance: random.Random) -> list[Piece]:
    free = [index for index, piece in enumerate(pieces) if piece.origins and not piece.done]
    gone = set(chance.sample(free, min(count, len(free))))
    return [piece for index, piece in enumerate(pieces) if index not in gone]


def _with_insertions(
    pieces: list[Piece], foreign: Sequence[Provision], count: int, chance: random.Random
) -> list[Piece]:
    found = list(pieces)
    for article in chance.sample(list(foreign), min(len(foreign), count)):
        found.insert(chance.randrange(len(found) + 1), Piece(article, ()))
    return found


def edited(
    articles: Sequence[Provision], foreign: Sequence[Provision], edit: str, chance: random.Random
) -> list[Piece]:
    """The articles after one kind of edit, or after all kinds at once ("mixed"), in their new order."""
    pieces = [Piece(article, (article.id,)) for article in articles]
    kinds = MIXED if edit == "mixed" else ("move",) if edit == "move and edit" else (edit,)
    count = max(1, round((TOUCHED_MIXED if edit == "mixed" else TOUCHED) * len(articles)))
    if "split" in kinds:
        pieces = _split(pieces, count, chance)
    if "merge" in kinds:
        pieces = _merged(pieces, count, chance)
    if "delete" in kinds:
        pieces = _with_deletions(pieces, count, chance)
    if "move" in kinds:
        pieces = _moved(pieces, count, chance)
    if "insert" in kinds:
        pieces = _with_insertions(pieces, foreign, count, chance)
    return pieces


def mutated(draft: Draft, foreign: Draft, edit: str, share: float, seed: int) -> tuple[Draft, Draft, Truth]:
    """The articles of a draft, the same changed, and the truth about the change.

    Args:
        draft: any draft with articles.
        foreign: a draft of the same language whose articles are inserted.
        edit: one of `EDITS`.
        share: of the words of every article that is not foreign, replaced besides (0 to 1).
        seed: of all that is left to chance.
    """
    chance = random.Random(f"{edit} {share} {seed}")
    articles = content_articles(draft)
    pieces = edited(articles, content_articles(foreign), edit, chance)
    change = (
        _synonyms(articles, share, chance, draft.language)
        if edit == "synonyms"
        else _rewording(articles, share, chance)
    )
    after: list[Provision] = []
    new_ids: dict[tuple[str, ...], list[str]] = {}
    truth = Truth()
    for number, piece in enumerate(pieces, start=1):
        new = f"art_{number}"
        article = _with_words(piece.article, change) if piece.origins else piece.article
        after.append(_renumbered(article, number))
        if piece.origins:
            new_ids.setdefault(piece.origins, []).append(new)
        else:
            truth.rows[(), (new,)] = "added"
        if piece.moved:
            truth.moved.add(new)
    for origins, ids in new_ids.items():
        kind = "pair" if len(origins) == len(ids) == 1 else "split" if len(origins) == 1 else "merged"
        truth.rows[origins, tuple(ids)] = kind
    survivors = {origin for origins in new_ids for origin in origins}
    truth.rows |= {((one.id,), ()): "deleted" for one in articles if one.id not in survivors}
    return rebuilt(draft, articles), rebuilt(draft, after), truth


def _renumbered(article: Provision, number: int) -> Provision:
    new = f"art_{number}"
    children = tuple(
        with_id(child, child.id, f"{new}__c{place}_{child.id.rsplit('__', 1)[-1]}")
        for place, child in enumerate(article.children)
    )
    return replace(article, id=new, number=str(number), children=children)


def lent(draft: Draft, foreign: Draft, share: float, seed: int) -> tuple[Draft, Draft, dict[str, str]]:
    """The articles of a draft, the same after some gave a paragraph to a new article, and what went where.

    Args:
        draft: any draft with articles.
        foreign: a draft of the same language whose articles are inserted and take a paragraph in.
        share: of the words that are replaced besides (0 to 1).
        seed: of all that is left to chance.
    """
    chance = random.Random(f"lent {share} {seed}")
    articles, guests = content_articles(draft), content_articles(foreign)
    change = _rewording(articles, share, chance)
    able = [
        one.id
        for one in articles
        if len(one.children) > 2
        and not one.children[-1].children
        and words_in(one.children[-1:]) >= LEAST_WORDS_OF_ARTICLE
    ]
    count = min(len(able), len(guests), max(1, round(TOUCHED * len(articles))))
    donors, hosts = set(chance.sample(able, count)), chance.sample(guests, count)
    after: list[Provision] = []
    went: dict[str, str] = {}
    for article in articles:
        kept = replace(article, children=article.children[:-1]) if article.id in donors else article
        after.append(_renumbered(_with_words(kept, change), len(after) + 1))
        if article.id in donors:
            host, last = hosts.pop(), article.children[-1]
            taken = replace(host, children=(*host.children, _with_words(last, change)))
            after.append(_renumbered(taken, len(after) + 1))
            went[last.id] = after[-1].children[-1].id
    return rebuilt(draft, articles), rebuilt(draft, after), went


def content_articles(draft: Draft) -> list[Provision]:
    """The articles of the main instrument that have words enough to be told apart, no two the same."""
    main = next(one for one in draft.instruments if one.main)
    found: dict[str, Provision] = {}
    for node in main.walk():
        if node.kind == "article" and words_in([node]) >= LEAST_WORDS_OF_ARTICLE:
            found.setdefault(" ".join(leaf.text for leaf in node.clauses()), node)
    return list(found.values())


def rebuilt(draft: Draft, articles: Sequence[Provision]) -> Draft:
    return replace(draft, instruments=(Instrument(1, True, "", None, tuple(articles)),))


class Scores:
    """Hits, findings and truths by what was counted, over several drafts."""

    def __init__(self) -> None:
        self.counts: dict[str, list[int]] = {}
        self.misses: list[str] = []

    def add(self, kind: str, found: set[object], true: set[object], where: str = "") -> None:
        """Count one draft's findings of a kind against the truth."""
        entry = self.counts.setdefault(kind, [0, 0, 0])
        for place, size in enumerate((len(found & true), len(found), len(true))):
            entry[place] += size
        self.misses += [f"{where} {kind}: not found {one}" for one in sorted(true - found, key=str)]
        self.misses += [f"{where} {kind}: wrong {one}" for one in sorted(found - true, key=str)]

    def precision_recall_f1(self, kind: str) -> tuple[float, float, float]:
        """Of one kind; 1.0 where there was nothing to find and nothing was found."""
        hits, found, true = self.counts[kind]
        precision, recall = hits / found if found else 1.0, hits / true if true else 1.0
        return precision, recall, 2 * hits / (found + true) if found + true else 1.0


def score(scores: Scores, truth: Truth, alignment: Alignment, where: str = "") -> None:
    """Count an alignment against the truth: pairs of articles, whole rows, articles that moved."""
    rows = {(row.pairing.a, row.pairing.b): row.pairing for row in alignment.units}
    scores.add("pairs", _edges(rows), _edges(truth.rows), where)
    scores.add("rows", set(rows), set(truth.rows), where)
    moved = {pairing.b[0] for (a, b), pairing in rows.items() if pairing.moved and len(a) == len(b) == 1}
    scores.add("moved", set(moved), set(truth.moved), where)
    for kind in ("added", "deleted", "split", "merged"):
        found = {key for key, pairing in rows.items() if pairing.relation == kind}
        scores.add(kind, set(found), {key for key, true in truth.rows.items() if true == kind})


OWN_ROWS = {
    "move": "moved", "move and edit": "moved", "split": "split", "merge": "merged", "insert": "added",
    "delete": "deleted",
}  # fmt: skip
"""What an edit must be called; other edits leave pairs of one and one."""


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
    parser.add_argument("--first-seed", type=int, default=0, help="the first of the seeds")
    parser.add_argument("--share", type=float, default=0.2, help="share of words replaced, 0 to 1")
    parser.add_argument("--misses", action="store_true", help="list what was missed or wrong")
    asked = parser.parse_args()
    foreign = read(asked.foreign)
    originals = {path: read(path) for path in asked.drafts}
    print(f"{'edit':14} {'counted':8} {'true':>6} {'precision':>10} {'recall':>8} {'F1':>7}")
    for edit in EDITS:
        scores = Scores()
        for path, original in originals.items():
            for seed in range(asked.first_seed, asked.first_seed + asked.seeds):
                before, after, truth = mutated(original, foreign, edit, asked.share, seed)
                score(scores, truth, align_drafts(before, after, Settings()), f"{path.stem} {seed}")
        for counted in ("pairs", "rows", *filter(None, [OWN_ROWS.get(edit)])):
            precision, recall, f1 = scores.precision_recall_f1(counted)
            true = scores.counts[counted][2]
            print(f"{edit:14} {counted:8} {true:6d} {precision:10.3f} {recall:8.3f} {f1:7.3f}")
        if asked.misses:
            print("\n".join(scores.misses))


if __name__ == "__main__":
    main()
