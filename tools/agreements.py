"""Agreements made up by a seeded generator, and revisions of them of which every change is known.

Sentences are put together from short lists of words, as treaties put theirs together: formulas come
again and again, and no two articles are alike. A revision replaces a share of the words, moves some
articles, takes some out, puts some in and numbers them all anew.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_VERBS = _listed(
    """
    adopt apply assess collect communicate consult convene deliver designate develop establish
    examine exchange facilitate inspect keep license maintain measure monitor notify observe prepare
    preserve protect provide publish record reduce regulate repair report restore review secure
    store supply survey train verify
    """
)
_NOUNS = _listed(
    """
    anchor archive authority basin beacon boundary bridge buoy cable canal cargo channel chart coast
    commission community contract council crew current data delta depot dredger embankment estuary
    ferry fishery flag fleet flood fog forecast fuel gauge glacier harbour ice inlet inspector
    island jetty keeper lagoon lamp landing ledger lens lighthouse lock mast mooring officer oil
    passage pier pilot port quay quota radio reef register registry reserve reservoir river route
    safety salt sand sea season secretariat sediment ship shore shoal signal silt sluice sound
    spring station storm strait survey tariff tide toll tonnage tower vessel warning watch water
    wave weir wharf wind winter wreck yard zone
    """
)
_KINDS = _listed(
    """
    adequate annual appropriate coastal common competent damaged domestic early effective foreign
    general heavy inland joint lawful local maritime mutual national navigable necessary northern
    open periodic permanent private public regional reliable relevant safe seasonal shallow southern
    suitable technical temporary timely
    """
)
_OPENINGS = (
    "Each Party shall {v}", "The Parties shall {v}", "The Commission may {v}", "No Party shall {v}",
    "Each Party shall, where appropriate, {v}", "A Party affected may {v}", "The secretariat shall {v}",
)  # fmt: skip
_BEHIND = (
    "in accordance with its domestic law", "within thirty days", "at the request of another Party",
    "for the purposes of this Agreement", "without prejudice to paragraph 1", "as far as possible",
    "taking into account the {k} {n}", "by means of the {n} of the {n}", "on the basis of {k} {n}",
)  # fmt: skip
_MOVED, _DROPPED, _ADDED = 0.07, 0.03, 0.03
_LEAST_STEPS = 5
"""How far a moved article goes at least."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its heading and its paragraphs, without numbers."""

    heading: str
    paragraphs: tuple[str, ...]

    @property
    def words(self) -> int:
        """Words of the paragraphs."""
        return sum(len(text.split()) for text in self.paragraphs)


@dataclass(frozen=True, slots=True)
class RevisedPair:
    """An agreement and its revision as plain texts, and what is true of them.

    Args:
        a, b: the texts.
        moved: numbers (before, after) of the articles that went elsewhere.
        edited: words that were taken out or put in; what was moved is none of them.
        words: words of the earlier text's paragraphs.
    """

    a: str
    b: str
    moved: frozenset[tuple[int, int]]
    edited: int
    words: int


def revised_pair(words: int, share: float, seed: int = 1) -> RevisedPair:
    """An agreement of about so many words, and its revision.

    Args:
        words: of the earlier text.
        share: of the words that are replaced in what stays.
        seed: of the random numbers.
    """
    rng = random.Random(seed)
    before: list[Article] = []
    while sum(article.words for article in before) < words:
        before.append(_article(rng))
    order = list(range(len(before)))
    dropped = set(rng.sample(order, round(_DROPPED * len(order))))
    kept = [place for place in order if place not in dropped]
    gone = rng.sample(kept, round(_MOVED * len(kept)))
    after = [place for place in kept if place not in gone]
    for place in gone:
        home = next(at for at in iter(lambda: rng.randrange(len(after)), -1) if _is_far(after, at, place))
        after.insert(home, place)
    edited = sum(before[place].words for place in dropped)
    revision: list[tuple[int | None, Article]] = []
    for place in after:
        article, replaced = _reworded(before[place], share, rng)
        revision.append((place, article))
        edited += 2 * replaced
    for _ in range(round(_ADDED * len(order))):
        new = _article(rng)
        revision.insert(rng.randrange(len(revision)), (None, new))
        edited += new.words
    moved = {(place + 1, at + 1) for at, (place, _) in enumerate(revision) if place in gone}
    text_a, text_b = _printed(before), _printed([article for _, article in revision])
    return RevisedPair(text_a, text_b, frozenset((a, b) for a, b in moved if a), edited,
                       sum(article.words for article in before))  # fmt: skip


def _is_far(after: list[int], at: int, place: int) -> bool:
    """Whether a place in the new order is far from where the article stood."""
    return abs(sum(1 for other in after if other < place) - at) >= min(_LEAST_STEPS, len(after) // 2)


def _article(rng: random.Random) -> Article:
    heading = f"{rng.choice(_KINDS).capitalize()} {rng.choice(_NOUNS)} and {rng.choice(_NOUNS)}"
    return Article(heading, tuple(_sentence(rng) for _ in range(rng.randint(2, 6))))


def _sentence(rng: random.Random) -> str:
    def filled(form: str) -> str:
        while "{" in form:
            for mark, words in (("{v}", _VERBS), ("{n}", _NOUNS), ("{k}", _KINDS)):
                form = form.replace(mark, rng.choice(words), 1)
        return form

    objects = [filled("the {k} {n} of the {n}") for _ in range(3)]
    behind = [filled(form) for form in rng.sample(_BEHIND, 2)]
    return (
        f"{filled(rng.choice(_OPENINGS))} {objects[0]}, {objects[1]} and {objects[2]}, {', '.join(behind)}."
    )


def _reworded(article: Article, share: float, rng: random.Random) -> tuple[Article, int]:
    """The article with a share of its words replaced, and how many were."""
    replaced = 0

    def word(old: str) -> str:
        nonlocal replaced
        if not old.isalpha() or old[0].isupper() or rng.random() >= share:
            return old
        new = rng.choice(_KINDS if old in _KINDS else _NOUNS)
        replaced += new != old
        return new

    paragraphs = tuple(" ".join(word(old) for old in text.split()) for text in article.paragraphs)
    return Article(article.heading, paragraphs), replaced


def _printed(articles: list[Article]) -> str:
    return "\n\n".join(_lines(articles)) + "\n"


def _lines(articles: list[Article]) -> Iterator[str]:
    yield "AGREEMENT ON THE LIGHTS OF NAVIGABLE WATERS"
    for number, article in enumerate(articles, 1):
        yield f"Article {number}\n{article.heading}"
        yield from (f"{at}. {text}" for at, text in enumerate(article.paragraphs, 1))
