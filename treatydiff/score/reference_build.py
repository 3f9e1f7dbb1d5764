"""Count an archive of treaties into a reference table."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterable, Iterator

import numpy as np

from treatydiff.errors import ReferenceDataError
from treatydiff.language.keys import comparison_words
from treatydiff.language.runs.numbers import Numbers, word_number, word_numbers
from treatydiff.patterns import pattern_of
from treatydiff.score.grams import Indices, TokenRow, clause_grams, token_row
from treatydiff.score.null_pairs import LEAST_WORDS, measure_null_shares
from treatydiff.score.reference import read_reference
from treatydiff.score.reference_format import TableData, encode_table

GRAM_SIZE = 5
"""Length of the runs of words by which boilerplate is known."""
SAMPLE_RATE = 32
"""One run in so many is kept for every treaty, to recognise near-copies (FracMinHash, Irber et al. 2022)."""
EXACT_COUNTS = 128
"""Counts of runs up to here are exact; above, they are rounded to 127 steps of equal ratio."""
NULL_TREATIES = 250
"""So many treaties at most are drawn from for the distribution of unrelated pairs."""

_LINK = pattern_of(r"!?\[([^\[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)")
_SET_ASIDE = pattern_of(r"^\s*(?:#|\||!\[)")
_LABEL = pattern_of(r"^\s*(?:\(?(?:\d{1,3}|[a-z]{1,2}|[ivxl]{1,6})[.)]|[-–—•*])\s*", re.IGNORECASE)


def build_reference(
    treaties: Iterable[tuple[str, Iterable[str]]],
    *,
    reference_id: str,
    language: str,
) -> bytes:
    """Count treaties into the bytes of a reference table.

    Args:
        treaties: name and clause texts of each; a treaty without words is passed over.
        reference_id: what reports call the table ("en-1").
        language: code of the language that all of them are in.

    Raises:
        ReferenceDataError: fewer than two treaties have words.
    """
    names: list[str] = []
    words: list[Numbers] = []
    grams: list[Numbers] = []
    measured: list[tuple[str, TokenRow]] = []
    for name, clauses in treaties:
        row = token_row([_numbers(clause, language) for clause in clauses])
        if not len(row.numbers):
            continue
        if len(row.numbers) >= LEAST_WORDS:
            _draw(measured, (name, row), word_number(name) % (len(names) + 1))
        names.append(name)
        words.append(np.unique(row.numbers))
        grams.append(np.unique(clause_grams(row, GRAM_SIZE).numbers))
    if len(names) < 2:
        raise ReferenceDataError(
            f"a reference archive needs at least two treaties with words, not {len(names)}",
            hint="name a folder of treaties in one language",
        )
    word_keys, word_df = _counted(words, least=1)
    gram_keys, gram_df = _counted(grams, least=2)
    code_df = _code_values(len(names))
    sample_keys, sample_treaty = _sampled(grams)
    table = TableData(
        id=reference_id,
        language=language,
        names=tuple(names),
        gram_size=GRAM_SIZE,
        sample_rate=SAMPLE_RATE,
        word_keys=word_keys,
        word_df=word_df,
        gram_keys=gram_keys,
        gram_codes=_nearest_codes(gram_df, code_df),
        code_df=code_df,
        sample_keys=sample_keys,
        sample_treaty=sample_treaty,
        null_shares=np.zeros(0),
    )
    reference = read_reference(encode_table(table))
    shares = measure_null_shares([name for name, _ in measured], [row for _, row in measured], reference)
    return encode_table(dataclasses.replace(table, null_shares=np.array(shares)))


def _draw(sample: list[tuple[str, TokenRow]], treaty: tuple[str, TokenRow], place: int) -> None:
    """Fill the sample, then let the treaty take a member's place if its draw is one."""
    if len(sample) < NULL_TREATIES:
        sample.append(treaty)
    elif place < NULL_TREATIES:
        sample[place] = treaty


def _numbers(clause: str, language: str) -> Numbers:
    return word_numbers(word.key for word in comparison_words(clause, language))


def _counted(sets: list[Numbers], least: int) -> tuple[Indices, Indices]:
    numbers, counts = np.unique(np.concatenate(sets), return_counts=True)
    kept = counts >= least
    keys, counts = (numbers[kept] >> np.uint64(32)).astype(np.int64), counts[kept].astype(np.int64)
    if not len(keys):
        return keys, counts
    # Two numbers may share their upper half: the greater count stands for both.
    firsts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    return keys[firsts], np.maximum.reduceat(counts, firsts)


def _code_values(treaties: int) -> Indices:
    exact = np.arange(1, EXACT_COUNTS + 1, dtype=np.int64)
    if treaties <= EXACT_COUNTS:
        return exact[:treaties]
    steps = np.geomspace(EXACT_COUNTS, treaties, 128)[1:]
    return np.concatenate([exact, np.unique(np.rint(steps).astype(np.int64))])


def _nearest_codes(counts: Indices, code_df: Indices) -> Indices:
    above = np.minimum(np.searchsorted(code_df, counts), len(code_df) - 1)
    below = np.maximum(above - 1, 0)
    nearer_below = counts - code_df[below] < code_df[above] - counts
    return np.where(nearer_below, below, above)


def _sampled(grams: list[Numbers]) -> tuple[Indices, Indices]:
    kept = [numbers[numbers % np.uint64(SAMPLE_RATE) == 0] for numbers in grams]
    treaty = np.repeat(np.arange(len(kept)), [len(numbers) for numbers in kept])
    keys = (np.concatenate(kept) >> np.uint64(32)).astype(np.int64)
    order = np.lexsort((treaty, keys))
    return keys[order], treaty[order]


def treaties_from_jsonl(lines: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Names and clause texts from lines of JSON: `{"name", "articles": [{"heading", "title", "text"}]}`.

    The text of an article is cut into clauses at its line ends; labels at a clause's start, headings,
    titles, tables, pictures and the addresses of links are left out, as no draft's score counts them.

    Args:
        lines: one JSON object a line; empty lines are passed over.

    Raises:
        ReferenceDataError: a line is not such an object.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            treaty = json.loads(line)
            name = str(treaty["name"])
            texts = [str(article["text"]) for article in treaty["articles"]]
        except (ValueError, KeyError, TypeError):
            raise ReferenceDataError(
                "not a treaty as JSON with a name and articles", where=f"line {number}"
            ) from None
        yield _name_in_words(name), tuple(clause for text in texts for clause in clauses_of_text(text))


def _name_in_words(name: str) -> str:
    """A path "collection/words/of/the/title/id" as "words of the title (id)"; other names stay."""
    _, *title, last = ["", *name.split("/")]
    if len(title) < 3:
        return name
    return f"{' '.join(title[1:])} ({last})"


def clauses_of_text(text: str) -> Iterator[str]:
    """The clauses of an article's running text: one a line, without labels and mark-up.

    Args:
        text: plain text or Markdown, with a line end behind every paragraph.
    """
    for line in text.splitlines():
        if _SET_ASIDE.match(line):
            continue
        clause = _LABEL.sub("", _LINK.sub(r"\1", line)).replace("*", "").strip()
        if clause:
            yield clause
