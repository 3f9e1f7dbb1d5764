"""Drafts in different languages against one another, each with a lexicon learned without their text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.evaluate.corpus import Corpus, label, main_articles
from tools.evaluate.eu_articles import plain_number
from tools.evaluate.kept import Kept
from tools.evaluate.rows import Row, information, row
from tools.evaluate.versions_planted import AT_ONCE_OF_FEW, Tally, hold_together
from tools.evaluate.versions_planted import rows as planted_rows
from tools.parallel_texts import LANGUAGES, ParallelTexts, parallel_texts
from treatydiff.align.across.align import AlignedRow, align_across
from treatydiff.align.across.lexicon import Lexicon
from treatydiff.language.across.labels import same_label
from treatydiff.model import Draft
from treatydiff.pipeline import compare_drafts
from treatydiff.settings import Settings

NAME = "across"
FOLDS = 5
"""The acts are left out of the lexicon in so many groups, each pair with its group."""
LEAST_F, LEAST_F_FINAL = 0.80, 0.85
LEAST_ARTICLES, LEAST_CLAUSES = 0.99, 0.95
EARLIER = "bbnj/draft_2022-06-01.txt"
FINAL = ("es", "fr", "ru", "zh")

_Link = tuple[str, str]
_Paired = tuple[list[bool], list[bool], list[str], list[str]]
"""Of articles and of clauses whether each was paired, and those that were not."""


def measure(corpus: Corpus) -> Iterator[Row]:
    """Versions of one text, an earlier draft in English, acts against their successors, planted changes."""
    texts = ParallelTexts(corpus, Kept())
    yield from acts(corpus, texts)
    yield from successive(texts)
    yield from versions(corpus, texts, LANGUAGES)
    yield from held_together(corpus, texts)


def versions(corpus: Corpus, texts: ParallelTexts, languages: Sequence[str]) -> Iterator[Row]:
    """Articles and clauses of versions of one text; numbers of articles play no part in the alignment.

    Args:
        corpus: the texts.
        texts: what lexicons are learned from.
        languages: codes of the languages beside English.
    """
    for language in languages:
        for family, _, own, english in parallel_texts(corpus, language):
            if family not in ("bbnj", "charter", "regulations"):
                continue
            a, b = texts.draft(own), texts.draft(english)
            rows = align_across(a, b, (texts.lexicon(language, {family}), None))
            articles, clauses, misses, lost = same_places(a, b, rows)
            for what, held, least in (
                ("articles", articles, LEAST_ARTICLES), ("clauses", clauses, LEAST_CLAUSES)
            ):  # fmt: skip
                share = sum(held) / max(1, len(held))
                yield row(
                    NAME, f"{label(own)}: {what} paired with their own in English", f"≥ {least:.0%}",
                    f"{sum(held)} of {len(held)}, {share:.1%}", share >= least,
                    details=misses if what == "articles" else lost,
                )  # fmt: skip


def same_places(a: Draft, b: Draft, rows: Sequence[AlignedRow]) -> _Paired:
    """Whether articles and clauses that stand in one place are paired, and those that are not.

    Args:
        a, b: two versions of one text.
        rows: their alignment.
    """
    links = {link for each in rows for link in each.links}
    pairs = {(link.a, link.b) for each in rows for link in each.clauses if link.a and link.b}
    others = {_path(unit.id): unit for unit in b.units() if unit.kind in ("article", "rule")}
    articles, clauses, misses, lost = [], [], [], []
    for unit in a.units():
        partner = others.get(_path(unit.id))
        if unit.kind not in ("article", "rule") or partner is None:
            continue
        articles.append((unit.id, partner.id) in links)
        if not articles[-1]:
            misses.append(f"{unit.id}: not with {partner.id}")
        there = partner.clauses()
        for leaf in unit.clauses():
            alike = [other for other in there if _same_place(leaf.id, other.id)]
            if len(alike) == 1:
                clauses.append((leaf.id, alike[0].id) in pairs)
                if not clauses[-1]:
                    lost.append(f"{leaf.id}: not with {alike[0].id}")
    return articles, clauses, misses, lost


def _path(id_: str) -> tuple[str, ...]:
    return tuple(step.replace("rule_", "art_") for step in id_.split("__"))


def _same_place(one: str, other: str) -> bool:
    left, right = (id_.split("__")[1:] for id_ in (one, other))
    return len(left) == len(right) and all(
        same_label(first.rsplit("_", 1)[-1], second.rsplit("_", 1)[-1])
        for first, second in zip(left, right, strict=True)
    )


def successive(texts: ParallelTexts) -> Iterator[Row]:
    """An earlier draft in English against the final text in other languages, held to the English final.

    Args:
        texts: what lexicons are learned from.
    """
    draft = texts.draft(EARLIER)
    final = texts.draft("bbnj/BBNJ_Agreement_2023_en.txt")
    within = compare_drafts(draft, final, Settings())
    known = {
        (link.a, link.b) for unit in within.units for link in unit.links
        if link.a.startswith("art_") and link.b.startswith("art_")
    }  # fmt: skip
    for language in FINAL:
        other = texts.draft(f"bbnj/BBNJ_Agreement_2023_{language}.txt")
        rows = align_across(draft, other, (None, texts.lexicon(language, {"bbnj"})))
        found = {
            (one, two) for each in rows for one, two in each.links
            if one.startswith("art_") and two.startswith("art_")
        }  # fmt: skip
        f = f_of(found, known)
        yield row(
            NAME, f"{label(EARLIER)} → final in {language}: F against the links within English",
            f"≥ {LEAST_F_FINAL}", f"{f:.3f}", f >= LEAST_F_FINAL,
        )  # fmt: skip


def f_of(found: set[_Link], known: set[_Link]) -> float:
    """The harmonic mean of precision and recall."""
    return 2.0 * len(found & known) / max(1, len(found) + len(known))


def acts(corpus: Corpus, texts: ParallelTexts, only: Sequence[int] | None = None) -> Iterator[Row]:
    """Acts in one language against their successors in the other, held to the printed tables.

    Args:
        corpus: the texts.
        texts: what lexicons are learned from.
        only: numbers of the pairs that are measured; all of them if None.
    """
    tables = corpus.truth("../eu/tables.json")
    chosen = [at for at in range(len(tables)) if only is None or at in only]
    totals = {"en → fr": [0, 0, 0], "fr → en": [0, 0, 0]}
    for fold in range(FOLDS):
        those = [at for at in chosen if at % FOLDS == fold]
        if not those:
            continue
        left_out = {Path(pair[side]).stem for pair in tables[fold::FOLDS] for side in ("old", "new")}
        lexicon = texts.lexicon("fr", left_out)
        for at in those:
            for way, total in totals.items():
                counts = _act(texts, tables[at], lexicon, way)
                yield information(NAME, f"{label(tables[at]['old'])}, {way}: links, precision / recall / F",
                                  _figures(*counts))  # fmt: skip
                for place, count in enumerate(counts):
                    total[place] += count
    for way, (found, known, right) in totals.items():
        f = 2.0 * right / max(1, found + known)
        yield row(NAME, f"acts, {way}: all links, precision / recall / F", f"F ≥ {LEAST_F}",
                  _figures(found, known, right), f >= LEAST_F)  # fmt: skip


def _act(texts: ParallelTexts, pair: dict[str, object], lexicon: Lexicon, way: str) -> tuple[int, int, int]:
    old, new = str(pair["old"]), str(pair["new"])
    french = [f"eu_fr/{name.removesuffix('.html')}.fr.html" for name in (old, new)]
    names = (f"eu/{old}", french[1]) if way == "en → fr" else (french[0], f"eu/{new}")
    a, b = map(texts.draft, names)
    rows = align_across(a, b, (None, lexicon) if way == "en → fr" else (lexicon, None))
    numbers = [{each.id: plain_number(each.number) for each in main_articles(draft)} for draft in (a, b)]
    named = [{plain_number(n) for n in _listed(pair[f"{side}_named"])} for side in ("old", "new")]
    known = {(plain_number(each[0]), plain_number(each[1])) for each in _listed(pair["pairs"])}
    found = {
        (numbers[0][one], numbers[1][two]) for each in rows for one, two in each.links
        if one in numbers[0] and two in numbers[1]
    }  # fmt: skip
    found = {link for link in found if link[0] in named[0] and link[1] in named[1]}
    return len(found), len(known), len(found & known)


def held_together(corpus: Corpus, texts: ParallelTexts) -> Iterator[Row]:
    """Language versions as `languages` holds them together: true ones, and with planted changes.

    Args:
        corpus: the texts.
        texts: what lexicons are learned from.
    """
    tables = corpus.truth("../eu/tables.json")
    fold_of = {
        Path(pair[side]).stem: at % FOLDS for at, pair in enumerate(tables) for side in ("old", "new")
    }  # fmt: skip
    left_out = [{stem for stem, at in fold_of.items() if at == fold} for fold in range(FOLDS)]
    tally = Tally()
    for family, _, own, english in parallel_texts(corpus, "fr"):
        if family in fold_of:
            lexicon = texts.lexicon("fr", left_out[fold_of[family]])
            hold_together(tally, texts.draft(english), texts.draft(own), lexicon)
    yield from planted_rows(NAME, "30 acts, en and fr", tally)
    for language in FINAL:
        tally = Tally()
        for family, _, own, english in parallel_texts(corpus, language):
            if family in ("bbnj", "charter"):
                lexicon = texts.lexicon(language, {family})
                hold_together(tally, texts.draft(english), texts.draft(own), lexicon, at_once=AT_ONCE_OF_FEW)
        yield from planted_rows(NAME, f"agreement of 2023 and Charter, en and {language}", tally)


def _listed(value: object) -> Sequence[str]:
    assert isinstance(value, list)
    return value


def _figures(found: int, known: int, right: int) -> str:
    precision, recall = right / max(1, found), right / max(1, known)
    return f"{precision:.3f} / {recall:.3f} / {2.0 * right / max(1, found + known):.3f}"
