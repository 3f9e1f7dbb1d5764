"""Find clauses by their words, and provisions by their likeness, in an indexed archive."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence

from treatydiff.archive.index import Index
from treatydiff.archive.indexing import searched_words
from treatydiff.archive.listing import ArchiveListing
from treatydiff.archive.model import DraftEntry, Hit, SearchResult
from treatydiff.errors import ScopeError, UsageError
from treatydiff.language.keys import comparison_words
from treatydiff.language.tokenizer import words
from treatydiff.model import Draft, Unit
from treatydiff.records import dataclass

MOST_HITS = 20
LIKE_TERMS = 48
"""So many of the rarest words of a provision are looked for to find candidates for its likeness."""
LIKE_CLAUSES = 600
"""So many clauses that hold them are considered, those with the most and rarest first."""
LEAST_LIKENESS = 0.05

_FOUND = """SELECT c.file, c.id, c.cited, c.text, -bm25(clause_search)
FROM clause_search JOIN clauses AS c ON c.n = clause_search.rowid
WHERE clause_search MATCH :query AND c.file IN (SELECT value FROM json_each(:files))
AND (:unit = '' OR c.unit = :unit OR substr(c.unit, -length(:inner)) = :inner)"""
_RANKED = f"{_FOUND} ORDER BY round(bm25(clause_search), 9), c.file, c.place LIMIT :most"
_COUNTED = f"SELECT count(*) FROM ({_FOUND})"  # nosec B608
_CANDIDATES = """SELECT DISTINCT file, unit FROM (SELECT c.file, c.unit FROM clause_search
JOIN clauses AS c ON c.n = clause_search.rowid
WHERE clause_search MATCH :query AND c.file IN (SELECT value FROM json_each(:files))
ORDER BY round(bm25(clause_search), 9), c.file, c.place LIMIT :most) ORDER BY file, unit"""


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """Where to search: in drafts by file or symbol, dates, an article, a language; empty: anywhere.

    Dates are "2022-06-01" or a beginning of it; a draft without a date is in no span of time.
    """

    draft: str = ""
    since: str = ""
    until: str = ""
    article: str = ""
    language: str = ""

    def admits(self, entry: DraftEntry, language: str) -> bool:
        """Whether a draft is searched."""
        date = entry.known_date
        return (
            (not self.draft or self.draft in (entry.file, entry.symbol, entry.file.rsplit("/", 1)[-1]))
            and (not self.since or (bool(date) and date >= self.since))
            and (not self.until or (bool(date) and date[: len(self.until)] <= self.until))
            and (not self.language or self.language == language)
        )


_SEARCHED_IN = (["article"], ["rule"], ["annex"])
"""What a search may be held to."""


def search_words(
    archive: ArchiveListing, index: Index, query: str, where: SearchFilter, *, most: int = MOST_HITS
) -> SearchResult:
    """Clauses that hold a phrase; where none does, those that hold all of its words.

    Ranked by BM25 (Robertson and Zaragoza 2009, as SQLite's FTS5 computes it). Case and accents do
    not count; a word that ends in `*` stands for all that begin so.

    Args:
        archive: the folder.
        index: its index.
        query: the words.
        where: which drafts and articles.
        most: hits to return; all are counted.

    Raises:
        UsageError: the query has no word, or no draft is admitted.
    """
    entries = _admitted(archive, index, where)
    terms = [(searched_words(word), word.endswith("*")) for word in query.replace('"', " ").split()]
    terms = [(term, prefix) for term, prefix in terms if term]
    if not terms:
        raise UsageError("there is no word to search for", hint='treatydiff archive search DIR "due regard"')
    phrase = '"' + " ".join(term for term, _ in terms) + '"' + ("*" if terms[-1][1] else "")
    every = " ".join(f'"{term}"' + ("*" if prefix else "") for term, prefix in terms)
    unit = _article_id(where.article)
    values = {"files": json.dumps(sorted(entries)), "unit": unit, "inner": f"__{unit}", "most": most}
    flat = [word for term, _ in terms for word in term.split()]
    for matched, expression in (("phrase", phrase), ("words", every)):
        found = index.rows(_RANKED, {**values, "query": expression})
        if found or matched == "words":
            total = index.rows(_COUNTED, {**values, "query": expression})[0][0]
            hits = tuple(
                Hit(entries[file], id_, cited, text, _marks(text, flat, whole=matched == "phrase"), score)
                for file, id_, cited, text, score in found
            )
            return SearchResult(query, matched, hits, total)  # type: ignore[arg-type]
    raise AssertionError("unreachable")


def _admitted(archive: ArchiveListing, index: Index, where: SearchFilter) -> dict[str, DraftEntry]:
    entries = {}
    for draft in index.drafts():
        entry = archive.entry(draft.file, draft.printed)
        if where.admits(entry, draft.language):
            entries[draft.file] = entry
    if not entries:
        raise UsageError(
            "no draft of the archive is left to search", hint="treatydiff archive describe lists them"
        )
    return entries


def _article_id(article: str) -> str:
    """The id of an article or annex as people name it: "5 bis" and "Article 5 bis" are art_5bis.

    Raises:
        UsageError: it names no article, or more or less than one.
    """
    from treatydiff.structure.addresses.named_provisions import as_id, readings_of

    plain = "".join(article.split())
    if not plain or "_" in plain:
        return plain
    for reading in readings_of(article, "en"):
        if len(reading.targets) == 1 and [kind for kind, _ in reading.targets[0]] in _SEARCHED_IN:
            return as_id(reading.targets[0])
    raise UsageError(f"{article!r} is no article", hint="--article 8, 'Article 8 bis', art_8bis or 'Annex I'")


def _marks(text: str, query: Sequence[str], *, whole: bool) -> tuple[tuple[int, int], ...]:
    """Where the words of a query stand: its runs where it was found as a phrase, else every one of them."""
    folded = [_plain(word) for word in query]
    there = [(_plain(word.key), word.start, word.end) for word in words(text)]
    keys = [key for key, _, _ in there]
    if whole:
        size = len(folded)
        runs = [
            (there[at][1], there[at + size - 1][2]) for at in range(len(keys) - size + 1)
            if keys[at : at + size - 1] == folded[:-1] and keys[at + size - 1].startswith(folded[-1])
        ]  # fmt: skip
        if runs:
            return tuple(runs)
    return tuple((start, end) for key, start, end in there if any(key.startswith(word) for word in folded))


def _plain(word: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKD", word) if not unicodedata.combining(each))


def search_like(
    archive: ArchiveListing, index: Index, draft: Draft, where: SearchFilter, *, most: int = MOST_HITS
) -> SearchResult:
    """The units closest to a provision, by the similarity that alignment uses.

    Candidates are the units of the clauses that hold most of its rarest words; the similarity is the
    mean of TF-IDF cosine, 3-gram Dice and 5-gram Dice, document frequencies over the candidates.

    Args:
        archive: the folder.
        index: its index.
        draft: narrowed to the provision.
        where: which drafts.
        most: hits to return.

    Raises:
        ScopeError: the provision has no words.
        UsageError: no draft is admitted.
    """
    entries = _admitted(archive, index, where)
    own = [leaf.text for unit in draft.units() for leaf in unit.clauses()]
    terms = _rarest(index, own)
    if not terms:
        raise ScopeError("the provision has no words that the archive knows", where=draft.source.label)
    query = " OR ".join(f'"{term}"' for term in terms)
    found = index.rows(
        _CANDIDATES, {"query": query, "files": json.dumps(sorted(entries)), "most": LIKE_CLAUSES}
    )
    wanted: dict[str, set[str]] = {}
    for file, unit in found:
        wanted.setdefault(file, set()).add(unit)
    candidates: list[tuple[str, Unit]] = []
    for file in sorted(wanted):
        held = index.draft(file)
        if held.language != draft.language or held.source.sha256 == draft.source.sha256:
            continue
        candidates += [(file, unit) for unit in held.units() if unit.id in wanted[file]]
    alike = _likeness(own, [[leaf.text for leaf in unit.clauses()] for _, unit in candidates], draft.language)
    order = sorted(range(len(candidates)), key=lambda at: (-round(alike[at], 9), at))
    close = [at for at in order if alike[at] >= LEAST_LIKENESS]
    label = f"{draft.source.label}#{draft.source.scope}" if draft.source.scope else draft.source.label
    hits = tuple(_unit_hit(index, entries, *candidates[at], alike[at]) for at in close[:most])
    return SearchResult(label, "likeness", hits, len(close))


def _rarest(index: Index, texts: Iterable[str]) -> list[str]:
    """The rarest words of texts among those that the archive has, the rarest first."""
    own = {_plain(word) for text in texts for word in searched_words(text).split()}
    index.rows(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.likeness USING fts5vocab('main', 'clause_search', 'row')"
    )
    counts = index.rows(
        "SELECT term, doc FROM temp.likeness WHERE term IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(own)),),
    )
    return [term for term, _ in sorted(counts, key=lambda row: (row[1], row[0]))[:LIKE_TERMS]]


def _likeness(own: Sequence[str], others: Sequence[Sequence[str]], language: str) -> list[float]:
    import numpy as np

    from treatydiff.align.grams import gathered, gram_counts, tf_idf
    from treatydiff.align.sparse.rows import side_by_side

    if not others:
        return []
    units = [own, *others]
    owners = [place for place, texts in enumerate(units) for _ in texts]
    keys = [[word.key for word in comparison_words(text, language)] for texts in units for text in texts]
    counts = {n: gathered(found, owners, len(units)) for n, found in gram_counts(keys, (1, 2, 3, 5)).items()}
    cosine = tf_idf(side_by_side(counts[1], counts[2]))
    total = (cosine[1:] @ cosine[:1].turned()).dense().reshape(-1)
    for n in (3, 5):
        runs = counts[n].ones()
        sizes = runs.sums()
        shared = (runs[1:] @ runs[:1].turned()).dense().reshape(-1)
        total = total + 2.0 * shared / np.maximum(sizes[1:] + sizes[0], 1.0)
    return [float(min(value / 3.0, 1.0)) for value in total]


def _unit_hit(index: Index, entries: dict[str, DraftEntry], file: str, unit: Unit, score: float) -> Hit:
    from treatydiff.naming.citations import citation, places_of

    place = citation("", places_of(index.draft(file)), unit.id).removeprefix(", ")
    text = " ".join(leaf.text for leaf in unit.clauses())
    return Hit(entries[file], unit.id, place, text, (), score)
