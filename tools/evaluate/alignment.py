"""Which article became which, against the pairs that are known."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tools.evaluate.corpus import Corpus, main_articles, pair_label
from tools.evaluate.rows import Row, row
from treatydiff.model import Comparison, Draft, UnitComparison

NAME = "alignment"
LAST_DRAFT, FINAL = "bbnj/draft_2022-12-12.txt", "bbnj/BBNJ_Agreement_2023_en.pdf"
LEAST_FINAL_WITH_PARTNER = 60
LEAST_SHARE = {"alignment_untoc_uncac.json": 30 / 32}
"""Share of the known pairs that must be found; all of them elsewhere."""
SEVERAL_PARTNERS = frozenset({"split", "merged", "recast"})


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a pair of drafts, by canonical numbers of articles.

    `pairs` must be partners; `contents` must share at least a clause; `new` must have no partner in
    A unless that partner was split; `gone` must have no partner in B.
    """

    a: str
    b: str
    pairs: frozenset[tuple[str, str]]
    contents: frozenset[tuple[str, str]] = frozenset()
    new: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()


@dataclass(slots=True)
class Partners:
    """Who is whose partner, by canonical numbers of articles of the main instruments."""

    of_a: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    of_b: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    clauses: set[tuple[str, str]] = field(default_factory=set)
    relation_of_a: dict[str, str] = field(default_factory=dict)
    relation_of_b: dict[str, str] = field(default_factory=dict)


def measure(corpus: Corpus) -> Iterator[Row]:
    """Known pairs found, missed and contradicted, and the promises about partners."""
    for name in sorted(path.name for path in (corpus.folder / "truth").glob("alignment_*.json")):
        known = known_pairs(corpus, name)
        comparison = corpus.comparison(known.a, known.b)
        yield from _against(known, comparison, LEAST_SHARE.get(name, 1.0))
        yield _one_partner(pair_label(known.a, known.b), comparison)
    comparison = corpus.comparison(LAST_DRAFT, FINAL)
    with_partner = final_articles_with_partner(comparison)
    shown = f"≥ {LEAST_FINAL_WITH_PARTNER} of 76"
    alone = [a.number for a in main_articles(comparison.b) if a.id not in with_partner]
    what, enough = pair_label(LAST_DRAFT, FINAL), len(with_partner) >= LEAST_FINAL_WITH_PARTNER
    details = [f"alone: {', '.join(alone)}"]
    yield row(
        NAME, f"{what}: articles of B with a partner", shown, len(with_partner), enough, details=details
    )
    yield _one_partner(what, comparison)


def known_pairs(corpus: Corpus, name: str) -> Known:
    """What a file of known pairs says.

    Args:
        corpus: the texts.
        name: of a file in the folder `truth`.
    """
    truth = corpus.truth(name)
    if not truth.get("numbers_kept_unless_listed"):
        pairs = frozenset((plain(a), plain(b)) for a, b in truth["pairs"])
        new = frozenset(plain(number) for number in truth.get("new_articles", ()))
        return Known(truth["old"], truth["new"], pairs, new=new)
    return _mostly_kept(truth, corpus.draft(truth["old"]), corpus.draft(truth["new"]))


def _mostly_kept(truth: Mapping[str, Any], a: Draft, b: Draft) -> Known:
    listed = [(e["old"], e["new"]) for e in truth["stated_in_document"] + truth["established_by_text"]]
    parts_moved = {(plain(x), plain(y)) for x, y in listed if "(" in x + y}
    stated = {(plain(x), plain(y)) for x, y in listed if "(" not in x + y}
    renewed = {plain(number) for number in truth["new_in_B"]}
    gone = {plain(number) for number in truth["deleted_in_B"]}
    placeholders = {plain(number) for number in truth["already_deleted_in_A"]}
    elsewhere = {plain(x) for x, _ in listed if "(" not in x}
    kept = (numbers(a) & numbers(b)) - renewed - gone - placeholders - elsewhere
    pairs = stated | {(number, number) for number in kept}
    new = renewed - {y for _, y in parts_moved}
    return Known(truth["old"], truth["new"], frozenset(pairs), frozenset(parts_moved), frozenset(new),
                 frozenset(gone & numbers(a)))  # fmt: skip


def plain(number: str) -> str:
    """A number without spaces, brackets and remarks, its suffix behind it: "54 ante" is "54ante"."""
    bare = re.sub(r"\(.*?\)", "", number).lower()
    digits = "".join(re.findall(r"\d+", bare))
    return digits + "".join(re.findall(r"[a-z]+", bare))


def numbers(draft: Draft) -> set[str]:
    """The canonical numbers of the articles of a draft's main instrument."""
    return {plain(article.number) for article in main_articles(draft)}


def partners(comparison: Comparison) -> Partners:
    """Who is whose partner in a comparison."""
    a = {article.id: plain(article.number) for article in main_articles(comparison.a)}
    b = {article.id: plain(article.number) for article in main_articles(comparison.b)}
    home_a, home_b = _homes(comparison.a, a), _homes(comparison.b, b)
    found = Partners()
    for unit in comparison.units:
        in_a = [a.get(id_, f"({id_})") for id_ in unit.pairing.a]
        in_b = [b.get(id_, f"({id_})") for id_ in unit.pairing.b]
        for number in in_a:
            found.of_a[number] |= set(in_b)
            found.relation_of_a[number] = unit.pairing.relation
        for number in in_b:
            found.of_b[number] |= set(in_a)
            found.relation_of_b[number] = unit.pairing.relation
        found.clauses |= _clause_homes(unit, home_a, home_b)
    return found


def _homes(draft: Draft, articles: Mapping[str, str]) -> dict[str, str]:
    """The article of every clause of the main instrument."""
    return {leaf.id: articles[article.id] for article in main_articles(draft) for leaf in article.clauses()}


def _clause_homes(
    unit: UnitComparison, home_a: Mapping[str, str], home_b: Mapping[str, str]
) -> set[tuple[str, str]]:
    pairings = (clause.pairing for clause in unit.clauses)
    return {
        (home_a[p.a[0]], home_b[p.b[0]])
        for p in pairings
        if p.a and p.b and p.a[0] in home_a and p.b[0] in home_b
    }


def _against(known: Known, comparison: Comparison, least: float) -> Iterator[Row]:
    what = pair_label(known.a, known.b)
    found = partners(comparison)
    hits = {(x, y) for x, y in known.pairs if y in found.of_a.get(x, ())}
    contradicted = sorted((x, y) for x, y in known.pairs - hits if found.of_a.get(x) or found.of_b.get(y))
    missed = sorted(known.pairs - hits - set(contradicted))
    details = [f"{x} → {y}: A's is with {_with(found.of_a, x)}, B's with {_with(found.of_b, y)}"
               for x, y in contradicted]  # fmt: skip
    details += [f"{x} → {y}: neither has a partner" for x, y in missed]
    total = len(known.pairs)
    shown = f"{round(least * total)} of {total}" if least == 1.0 else f"≥ {round(least * total)} of {total}"
    yield row(NAME, f"{what}: known pairs found", shown, len(hits), ok=len(hits) >= least * total - 1e-9,
              details=details)  # fmt: skip
    yield row(NAME, f"{what}: known pairs contradicted", [], [f"{x}→{y}" for x, y in contradicted])
    yield from _contents_and_absences(what, known, found)


def _contents_and_absences(what: str, known: Known, found: Partners) -> Iterator[Row]:
    if known.contents:
        shared = {(x, y) for x, y in known.contents if y in found.of_a.get(x, ()) or (x, y) in found.clauses}
        lost = [f"{x}→{y}" for x, y in sorted(known.contents - shared)]
        yield row(NAME, f"{what}: clauses known to have moved, not followed", [], lost)
    if known.new:
        old = [
            f"{y} with {_with(found.of_b, y)}"
            for y in sorted(known.new)
            if found.of_b.get(y) and found.relation_of_b[y] not in SEVERAL_PARTNERS
        ]
        yield row(NAME, f"{what}: new articles given a partner", [], old)
    if known.gone:
        kept = [f"{x} with {_with(found.of_a, x)}" for x in sorted(known.gone) if found.of_a.get(x)]
        yield row(NAME, f"{what}: deleted articles given a partner", [], kept)


def _with(partners_of: Mapping[str, Iterable[str]], number: str) -> str:
    return "+".join(sorted(partners_of.get(number, ()))) or "none"


def _one_partner(what: str, comparison: Comparison) -> Row:
    """Outside split, merged and recast no unit has two partners, and every unit is in one row."""
    faults = [
        f"{unit.pairing.relation} {'+'.join(unit.pairing.a)} → {'+'.join(unit.pairing.b)}"
        for unit in comparison.units
        if unit.pairing.relation not in SEVERAL_PARTNERS and max(len(unit.pairing.a), len(unit.pairing.b)) > 1
    ]
    for side, draft in (("a", comparison.a), ("b", comparison.b)):
        listed = [id_ for unit in comparison.units for id_ in getattr(unit.pairing, side)]
        faults += [f"{id_} in {listed.count(id_)} rows of {side}" for id_ in sorted(
            {unit.id for unit in draft.units() if listed.count(unit.id) != 1})]  # fmt: skip
    return row(NAME, f"{what}: units with two partners or rows", 0, len(faults), details=faults)


def final_articles_with_partner(comparison: Comparison) -> set[str]:
    """Ids of the articles of B's main instrument that have a partner in A."""
    wanted = {article.id for article in main_articles(comparison.b)}
    return {id_ for unit in comparison.units if unit.pairing.a for id_ in unit.pairing.b if id_ in wanted}
