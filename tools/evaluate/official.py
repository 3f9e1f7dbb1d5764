"""Links between articles against the tables of what became of what that later acts print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from tools.evaluate.corpus import SETTINGS, Corpus, label, main_articles
from tools.evaluate.eu_articles import plain_number
from tools.evaluate.rows import Row, information, row
from tools.evaluate.tf_idf import best_partners, best_threshold
from treatydiff.align.align import align_drafts
from treatydiff.language.keys import comparison_words
from treatydiff.model import Alignment, Draft, Provision

NAME = "official"
LEAST_F = {"eu": 0.88, "eu_fr": 0.87}
LEAST_PRECISION = 0.92
LEAST_LEAD = 0.03
"""How far above TF-IDF the F of all links must lie, in the first folder."""
REACH = 0.3
"""Share of a paragraph's pairs of words that an article must hold for it to be within reach of words."""
LEAST_PARAGRAPHS = 0.5
LEAST_NONE = 0.8

_Link = tuple[str, str]


@dataclass(slots=True)
class Tally:
    """Links found, known and right; paragraphs and lone articles by whether they were; over all pairs."""

    found: int = 0
    known: int = 0
    right: int = 0
    candidates: list[tuple[float, bool]] = field(default_factory=list)
    paragraphs: list[tuple[bool, bool]] = field(default_factory=list)
    none: list[bool] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Side:
    """The articles of one act: their plain numbers by id, and the article of each clause."""

    draft: Draft
    articles: Mapping[str, Provision]
    numbers: Mapping[str, str]
    homes: Mapping[str, str]


def measure(corpus: Corpus) -> Iterator[Row]:
    """A row for each pair of acts, and the totals beside those of TF-IDF on the same read articles."""
    for folder, least in LEAST_F.items():
        tally = Tally()
        paragraphs = corpus.truth("../eu/paragraphs.json") if folder == "eu" else {}
        for pair in corpus.truth(f"../{folder}/tables.json"):
            yield _pair(corpus, folder, pair, paragraphs.get(pair["old"], ()), tally)
        yield from _totals(folder, least, tally)


def _pair(corpus: Corpus, folder: str, pair: Mapping[str, Any], paragraphs: Any, tally: Tally) -> Row:
    a, b = (_side(corpus.draft((Path(folder) / pair[side]).as_posix())) for side in ("old", "new"))
    alignment = align_drafts(a.draft, b.draft, SETTINGS)
    named_a, named_b = ({plain_number(n) for n in pair[f"{side}_named"]} for side in ("old", "new"))
    known = {(plain_number(one), plain_number(other)) for one, other in pair["pairs"]}
    found = {link for link in links(alignment, a, b) if link[0] in named_a and link[1] in named_b}
    right = found & known
    tally.found += len(found)
    tally.known += len(known)
    tally.right += len(right)
    tally.candidates += _tf_idf(a, b, named_a, named_b, known)
    tally.none += _none(alignment, a, b, pair)
    details = [f"missed {one} → {other}" for one, other in sorted(known - found)]
    details += [f"not in the table {one} → {other}" for one, other in sorted(found - known)]
    followed = _paragraphs(alignment, a, b, paragraphs)
    tally.paragraphs += [(within, there) for _, within, there in followed]
    details += [f"paragraph not followed: {what}" for what, within, there in followed if within and not there]
    what = f"{label(pair['old'])}: links, precision / recall / F"
    return information(NAME, what, _figures(len(found), len(known), len(right)), details=details)


def _totals(folder: str, least: float, tally: Tally) -> Iterator[Row]:
    f = 2.0 * tally.right / (tally.found + tally.known)
    threshold, found, right = best_threshold(tally.candidates, tally.known)
    lead = f - 2.0 * right / (found + tally.known)
    what = f"{folder}: TF-IDF at its best threshold on these pairs, {threshold:.2f}"
    yield information(NAME, what, _figures(found, tally.known, right))
    enough = f >= least and tally.right >= LEAST_PRECISION * tally.found
    wanted = f"F ≥ {least}, precision ≥ {LEAST_PRECISION}"
    figures = _figures(tally.found, tally.known, tally.right)
    yield row(NAME, f"{folder}: all links, precision / recall / F", wanted, figures, enough)
    least_lead = LEAST_LEAD if folder == "eu" else 0.0
    yield row(NAME, f"{folder}: F above TF-IDF", f"≥ {least_lead}", f"{lead:.3f}", lead >= least_lead)
    reached = [there for within, there in tally.paragraphs if within]
    if tally.paragraphs:
        what = f"paragraphs sent to another article, followed, of {len(reached)} within reach of words"
        yield _share(f"{folder}: {what} ({len(tally.paragraphs)} in all)", reached, LEAST_PARAGRAPHS)
    what = f"{folder}: articles without counterpart called deleted or added, of {len(tally.none)}"
    yield _share(what, tally.none, LEAST_NONE)


def _share(what: str, held: Sequence[bool], least: float) -> Row:
    share = sum(held) / max(1, len(held))
    return row(NAME, what, f"≥ {least:.0%}", f"{sum(held)}, {share:.0%}", share >= least)


def _figures(found: int, known: int, right: int) -> str:
    precision, recall = right / max(1, found), right / max(1, known)
    return f"{precision:.3f} / {recall:.3f} / {2.0 * right / max(1, found + known):.3f}"


def _side(draft: Draft) -> Side:
    articles: dict[str, Provision] = {}
    seen: set[str] = set()
    for article in main_articles(draft):
        if plain_number(article.number) not in seen:
            seen.add(plain_number(article.number))
            articles[article.id] = article
    return Side(
        draft,
        articles,
        {id_: plain_number(article.number) for id_, article in articles.items()},
        {leaf.id: id_ for id_, article in articles.items() for leaf in article.clauses()},
    )


def links(alignment: Alignment, a: Side, b: Side) -> set[_Link]:
    """The links of an alignment between articles, pairs and moved clauses alike, by plain numbers."""
    return {
        (a.numbers[link.a], b.numbers[link.b])
        for unit in alignment.units
        for link in unit.links
        if link.a in a.numbers and link.b in b.numbers
    }


def _words(article: Provision, language: str) -> list[str]:
    texts = [article.heading, *(leaf.text for leaf in article.clauses())]
    return [word.key for text in texts for word in comparison_words(text, language)]


def _tf_idf(
    a: Side, b: Side, named_a: set[str], named_b: set[str], known: set[_Link]
) -> list[tuple[float, bool]]:
    words_a, words_b = (
        [_words(article, side.draft.language) for article in side.articles.values()] for side in (a, b)
    )
    numbers_a, numbers_b = list(a.numbers.values()), list(b.numbers.values())
    return [
        (cosine, (numbers_a[i], numbers_b[j]) in known)
        for i, j, cosine in best_partners(words_a, words_b)
        if numbers_a[i] in named_a and numbers_b[j] in named_b
    ]


def _none(alignment: Alignment, a: Side, b: Side, pair: Mapping[str, Any]) -> list[bool]:
    """For each article that the table gives no counterpart: whether it stands alone."""
    alone_a = {a.numbers.get(id_) for u in alignment.units if not u.pairing.b for id_ in u.pairing.a}
    alone_b = {b.numbers.get(id_) for u in alignment.units if not u.pairing.a for id_ in u.pairing.b}
    gone = [plain_number(number) in alone_a for number in pair["deleted"]]
    return gone + [plain_number(number) in alone_b for number in pair["added"]]


def _paragraphs(alignment: Alignment, a: Side, b: Side, paragraphs: Any) -> list[tuple[str, bool, bool]]:
    """Paragraphs sent to another article: what, whether their words are there, whether they were followed."""
    went = {
        pair.a[0]: b.homes[pair.b[0]]
        for unit in alignment.units
        for pair in unit.clauses
        if pair.a and pair.b and pair.b[0] in b.homes
    }
    ids = {number: id_ for id_, number in a.numbers.items()}
    ids_b = {number: id_ for id_, number in b.numbers.items()}
    held = {id_: _pairs_of_words(article.clauses(), b.draft.language) for id_, article in b.articles.items()}
    found = []
    for each in (one for one in paragraphs if one["crosses"]):
        top = f"{ids.get(plain_number(each['article']), '-')}__para_{each['paragraph'].lower()}"
        leaves = [leaf for id_ in a.articles for leaf in a.articles[id_].clauses()
                  if leaf.id == top or leaf.id.startswith(f"{top}__")]  # fmt: skip
        own = _pairs_of_words(leaves, a.draft.language)
        targets = {ids_b[n] for n in map(plain_number, each["to"]) if n in ids_b}
        share = max((len(own & held[id_]) / len(own) for id_ in targets), default=0.0) if own else 0.0
        followed = any(went.get(leaf.id) in targets for leaf in leaves)
        found.append((f"{top} → {', '.join(each['to'])}", share >= REACH, followed))
    return found


def _pairs_of_words(leaves: Any, language: str) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for leaf in leaves:
        keys = [word.key for word in comparison_words(leaf.text, language)]
        found |= set(pairwise(keys))
    return found
