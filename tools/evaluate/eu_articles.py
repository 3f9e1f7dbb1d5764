"""Articles of EU acts against those that their correspondence tables know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tools.evaluate.corpus import Corpus, label, main_articles
from tools.evaluate.rows import Row, row

NAME = "eu_articles"
FOLDERS = ("eu", "eu_fr")
LEAST = 0.995
_SUFFIXES = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies")
_INSERTED = re.compile(rf"(?P<figures>\d+)(?P<suffix>{'|'.join(_SUFFIXES)})")


def measure(corpus: Corpus) -> Iterator[Row]:
    """A row for each act whose articles differ, and one for all of a folder."""
    for folder in FOLDERS:
        yield from _folder(corpus, folder)


def _folder(corpus: Corpus, folder: str) -> Iterator[Row]:
    known_articles = found_articles = acts = 0
    for name, known in _acts(corpus, folder):
        numbers = Counter(plain_number(article.number) for article in main_articles(corpus.draft(name)))
        wanted = {plain_number(number) for number in known}
        missed = sorted(wanted - numbers.keys())
        doubled = sorted(number for number, times in numbers.items() if times > 1)
        more = sorted(numbers.keys() - wanted)
        acts += 1
        known_articles += len(wanted)
        found_articles += len(wanted) - len(missed)
        if missed or doubled or more:
            found = f"{len(missed)} missed, {len(doubled)} doubled, {len(more)} not listed"
            details = (f"missed: {missed}", f"doubled: {doubled}", f"not listed: {more}")
            yield row(NAME, f"{label(name)}: of {len(wanted)}", "0 missed, 0 doubled", found,
                      not missed and not doubled, details=details)  # fmt: skip
    share = found_articles / max(1, known_articles)
    yield row(
        NAME, f"{folder}: articles found, {acts} acts", f"≥ {LEAST:.1%}", f"{share:.2%}", share >= LEAST
    )


def _acts(corpus: Corpus, folder: str) -> Iterator[tuple[str, list[str]]]:
    for pair in corpus.truth(f"../{folder}/tables.json"):
        for side in ("old", "new"):
            yield (Path(folder) / pair[side]).as_posix(), pair[f"{side}_articles"]


def plain_number(number: str) -> str:
    """A number as the English tables print it: the French "13 bis" is their "13a"."""
    first = {"premier": "1", "unique": "1"}
    bare = re.sub(r"[\W_]", "", number).casefold()
    found = _INSERTED.fullmatch(bare)
    if found is not None:
        return found["figures"] + "abcdefgh"[_SUFFIXES.index(found["suffix"])]
    return first.get(bare, bare)
