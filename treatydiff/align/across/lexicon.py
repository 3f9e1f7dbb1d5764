"""A lexicon: which terms of a language answer to which terms of English, and how surely; no text.

A file is a gzipped table: lines of `#` say what it is and which texts it was learned from, then one term
a line with the word it was mostly made of and its translations. The same texts give the same bytes.
"""

from __future__ import annotations

import gzip
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources

from treatydiff.align.across.parallel import ParallelClause
from treatydiff.errors import ReferenceDataError
from treatydiff.records import dataclass

MAGIC = "# treatydiff lexicon 1"
MOST = 5
"""Translations kept of a term."""
LEAST_WEIGHT = 0.05
"""Weight from which on a translation is kept; below it there are more accidents than translations."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A term of English and how surely it translates another (0 to 1)."""

    term: str
    weight: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The terms of one language with their translations.

    Args:
        language: code of the language.
        sources: names of the texts that it was learned from.
        entries: translations of each term, the surest first.
        words: the word that each term was mostly made of.
        english: the same for the terms of English.
    """

    language: str
    sources: tuple[str, ...]
    entries: Mapping[str, tuple[Translation, ...]]
    words: Mapping[str, str]
    english: Mapping[str, str]


def lexicon_of(language: str, clauses: Sequence[ParallelClause], sources: Iterable[str]) -> Lexicon:
    """Learn a lexicon.

    Args:
        language: code of the language beside English.
        clauses: parallel clauses, those of English second.
        sources: names of the texts.
    """
    from treatydiff.align.across.learning import learn

    learned = learn([([term for term, _ in each.one], [term for term, _ in each.two]) for each in clauses])
    entries: dict[str, list[Translation]] = {}
    for weight in learned:
        of_term = entries.setdefault(weight.term, [])
        if weight.weight >= LEAST_WEIGHT and len(of_term) < MOST:
            of_term.append(Translation(weight.english, round(weight.weight, 2)))
    kept = {term: tuple(found) for term, found in sorted(entries.items()) if found}
    used = {each.term for found in kept.values() for each in found}
    words = _mostly(term for each in clauses for term in each.one)
    english = _mostly(term for each in clauses for term in each.two)
    return Lexicon(
        language, tuple(sources), kept, {term: words[term] for term in kept},
        {term: english[term] for term in sorted(used)},
    )  # fmt: skip


def _mostly(terms: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The word that each term was mostly made of; of equally frequent ones the first in order."""
    counted: dict[str, Counter[str]] = {}
    for term, word in terms:
        counted.setdefault(term, Counter())[word] += 1
    return {term: min(words, key=lambda word: (-words[word], word)) for term, words in counted.items()}


def encode_lexicon(lexicon: Lexicon) -> bytes:
    """The bytes of a lexicon's file."""
    lines = [MAGIC, f"# language\t{lexicon.language}"]
    lines += [f"# source\t{name}" for name in lexicon.sources]
    for term, found in lexicon.entries.items():
        fields = [term, lexicon.words[term]]
        for each in found:
            fields += [each.term, lexicon.english[each.term], f"{round(each.weight * 100)}"]
        lines.append("\t".join(fields))
    return gzip.compress(("\n".join(lines) + "\n").encode("utf-8"), compresslevel=9, mtime=0)


def decode_lexicon(data: bytes, *, where: str) -> Lexicon:
    """The lexicon that a file holds.

    Args:
        data: its bytes.
        where: what the file is called in errors.

    Raises:
        ReferenceDataError: it is none.
    """
    try:
        lines = gzip.decompress(data).decode("utf-8").splitlines()
        if not lines or lines[0] != MAGIC:
            raise ValueError("it does not begin as a lexicon does")
        return _read(lines[1:])
    except (OSError, EOFError, zlib.error, ValueError, KeyError) as fault:
        raise ReferenceDataError(
            f"is no lexicon: {fault}", where=where, hint="build it anew with `treatydiff lexicon build`"
        ) from None


def _read(lines: Sequence[str]) -> Lexicon:
    told = [line[2:].split("\t", 1) for line in lines if line.startswith("# ")]
    entries: dict[str, tuple[Translation, ...]] = {}
    words: dict[str, str] = {}
    english: dict[str, str] = {}
    for line in lines:
        if line.startswith("# "):
            continue
        term, word, *rest = line.split("\t")
        words[term] = word
        entries[term] = tuple(
            Translation(rest[at], int(rest[at + 2]) / 100) for at in range(0, len(rest) - 2, 3)
        )
        english.update((rest[at], rest[at + 1]) for at in range(0, len(rest) - 2, 3))
    language = next(value for name, value in told if name == "language")
    return Lexicon(
        language, tuple(value for name, value in told if name == "source"), entries, words, english
    )


@cache
def shipped_lexicon(language: str) -> Lexicon | None:
    """The lexicon between a language and English that comes with the package; None for English itself.

    Args:
        language: code of the language.

    Raises:
        ReferenceDataError: the package is damaged.
    """
    if language == "en":
        return None
    name = f"lexicon_{language}.tsv.gz"
    try:
        data = (resources.files("treatydiff.align.across") / "data" / name).read_bytes()
    except OSError as fault:
        raise ReferenceDataError(f"cannot be read: {fault}", where=name) from None
    return decode_lexicon(data, where=name)
