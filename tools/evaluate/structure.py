"""Counts of parts, articles, paragraphs, brackets and notes against those known for each file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tools.evaluate.corpus import (
    Corpus,
    fault_text,
    is_unsupported_language,
    label,
    main_articles,
    main_provisions,
)
from tools.evaluate.rows import Row, row
from tools.evaluate.words import word_recall
from treatydiff.errors import TreatydiffError, UnreadableTextError
from treatydiff.model import Draft, Provision, SourceText

NAME = "structure"
LEAST_IF_DECODED = 0.98
_WORDS_ABOUT = frozenset({"note", "notes"})
_ABOUT_SHARE = re.compile(r"\d+(?:[.,]\d+)?\s?%")


def measure(corpus: Corpus) -> Iterator[Row]:
    """A row for every figure of `truth/structure.json`."""
    for name, known in corpus.truth("structure.json")["files"].items():
        if known.get("refused"):
            yield _refusal(corpus, name)
            continue
        try:
            draft, source = corpus.draft(name), corpus.source_text(name)
        except TreatydiffError as fault:
            unsupported = is_unsupported_language(fault)
            found = "not supported yet" if unsupported else fault_text(fault)
            for field in sorted(known.keys() - _WORDS_ABOUT):
                yield row(NAME, f"{label(name)}: {field}", known[field], found, ok=False)
            continue
        for field, expected in known.items():
            if field not in _WORDS_ABOUT:
                yield from _field(label(name), field, expected, draft, source)
        if "unclos" in name:
            yield from _order_and_annexes(label(name), draft)


def _refusal(corpus: Corpus, name: str) -> Row:
    """A file whose fonts hide their characters: a typed fault, or the very words of the text beside it."""
    what, expected = (
        f"{label(name)}: refused",
        f"error naming the share, or ≥ {LEAST_IF_DECODED:.0%} of the words",
    )
    try:
        draft = corpus.draft(name)
    except UnreadableTextError as fault:
        return row(NAME, what, expected, fault_text(fault), ok=bool(_ABOUT_SHARE.search(str(fault))))
    except TreatydiffError as fault:
        return row(NAME, what, expected, fault_text(fault), ok=False)
    recall = word_recall(corpus, name, str(Path(name).with_suffix(".txt")))
    found = f"read, {draft.articles} articles, {recall:.1%} of the words"
    return row(NAME, what, expected, found, ok=recall >= LEAST_IF_DECODED)


def _field(file: str, field: str, expected: Any, draft: Draft, source: SourceText) -> Iterator[Row]:
    if field == "annex_articles":
        for number, count in expected.items():
            yield row(NAME, f"{file}: articles of annex {number}", count, _annex_articles(draft, number))
    elif isinstance(expected, dict):
        for inner, count in expected.items():
            found = _inner(draft, field, inner)
            yield row(NAME, f"{file}: {field} {inner.replace('_', ' ')}", count, found)
    elif field == "numbers_among_them":
        numbers = [_plain(article.number) for article in main_articles(draft)]
        found_among = [number for number in expected if _plain(number) in numbers]
        yield row(NAME, f"{file}: numbers among the articles", expected, found_among)
    else:
        yield row(NAME, f"{file}: {field.replace('_', ' ')}", expected, _figure(draft, source, field))


def _order_and_annexes(file: str, draft: Draft) -> Iterator[Row]:
    numbers = [article.number for article in main_articles(draft)]
    repeats = sorted({number for number in numbers if numbers.count(number) > 1})
    yield row(NAME, f"{file}: article numbers that repeat", [], repeats)
    annex_vi = [a.id.rpartition("_")[2] for a in _articles_of(_annex(draft, "VI"))]
    misread = [n for n in ("31", "41") if n in annex_vi]
    yield row(
        NAME, f"{file}: ids of the articles of annex VI that are printed 3l and 4l", ["31", "41"], misread
    )
    titled = [a.number for a in _articles_of(_annex(draft, "II")) if a.heading]
    yield row(NAME, f"{file}: titles among articles of annex II", [], titled)
    yield row(NAME, f"{file}: the Final Act is an instrument of its own", True, len(draft.instruments) > 1)


def _figure(draft: Draft, source: SourceText, field: str) -> Any:
    if field in _FIGURES:
        return _FIGURES[field](draft)
    if field in _FIGURES_OF_SOURCE:
        return _FIGURES_OF_SOURCE[field](source)
    article, kind = re.fullmatch(r"art_(\w+?)_(\w+)", field), re.fullmatch(r"annex_(\w+?)_(\w+)", field)
    if article is not None:
        return _numbered(_article(draft, article[1]), article[2])
    if kind is not None:
        return _numbered(_annex(draft, kind[1]), kind[2])
    return "no such figure"


def _inner(draft: Draft, field: str, inner: str) -> Any:
    """A figure such as "subparagraphs of para 1" or "points of 1 a" of an article or annex."""
    where = field.split("_")[1]
    node = _annex(draft, where) if field.startswith("annex") else _article(draft, where)
    below = re.fullmatch(r"(subparagraphs|points)_of_(?:para_)?(\w+)", inner)
    if below is None:
        return _numbered(node, inner)
    for step in below[2].split("_"):
        node = next((c for c in _children(node) if _plain(c.number) == step), None)
    return _numbered(node, below[1])


def _numbered(node: Provision | None, kinds: str) -> int:
    """How many numbered provisions of a kind stand in a provision, at any depth."""
    kind = {"paragraphs": "paragraph", "definitions": "paragraph", "subparagraphs": "subparagraph"}.get(kinds)
    below = list(node.walk())[1:] if node is not None else []
    if kinds in ("points", "roman_points"):
        inner = {id(child) for n in below if n.kind == "point" for child in n.children}
        return sum(n.kind == "point" and bool(n.number) and id(n) not in inner for n in below)
    return sum(n.kind == kind and bool(n.number) for n in below)


def _children(node: Provision | None) -> tuple[Provision, ...]:
    return node.children if node is not None else ()


def _plain(number: str) -> str:
    return re.sub(r"[^\w]", "", number).lower()


def _article(draft: Draft, number: str) -> Provision | None:
    return next((a for a in main_articles(draft) if _plain(a.number) == number), None)


def _annex(draft: Draft, number: str) -> Provision | None:
    return next((t for t in main_provisions(draft) if t.kind == "annex" and t.number == number), None)


def _articles_of(node: Provision | None) -> list[Provision]:
    return [n for n in node.walk() if n.kind == "article"] if node is not None else []


def _annex_articles(draft: Draft, number: str) -> int | str:
    annex = _annex(draft, number)
    return len(_articles_of(annex)) if annex is not None else "no such annex"


def _body(draft: Draft) -> Iterator[Provision]:
    for top in main_provisions(draft):
        if top.kind != "annex":
            yield from top.walk()


def _count(nodes: Iterable[Provision], kind: str) -> int:
    return sum(node.kind == kind for node in nodes)


def _paragraphs_in(articles: Iterable[Provision]) -> int:
    return sum(n.kind == "paragraph" and bool(n.number) for a in articles for n in a.walk())


def _part_starts(draft: Draft) -> list[int | str]:
    starts: list[int | str] = []
    for part in (node for node in _body(draft) if node.kind == "part"):
        first = next(iter(_articles_of(part)), None)
        number = first.number if first is not None else "none"
        starts.append(int(number) if number.isdigit() else number)
    return starts


def _notes(draft: Draft, kind: str) -> int:
    return sum(note.kind == kind for note in draft.notes)


def _closing_brackets(source: SourceText) -> int:
    # As opening brackets are counted and known: endnotes stand behind the text and are no part of it.
    texts = [block.text for block in source.blocks]
    texts += [note.text for note in source.notes if note.kind != "endnote"]
    texts += [piece.text for piece in source.furniture]
    return sum(text.count("]") for text in texts)


def _tables(source: SourceText) -> int:
    return len({block.cell[0] for block in source.blocks if block.cell is not None})


_FIGURES: Mapping[str, Callable[[Draft], Any]] = {
    "part": lambda draft: _count(_body(draft), "part"),
    "article": lambda draft: len(main_articles(draft)),
    "article_headings": lambda draft: len(main_articles(draft)),
    "annex": lambda draft: sum(top.kind == "annex" for top in main_provisions(draft)),
    "section": lambda draft: _count(_body(draft), "section"),
    "subsection": lambda draft: _count(_body(draft), "subsection"),
    "numbered_paragraphs_in_articles": lambda draft: _paragraphs_in(main_articles(draft)),
    # The figure that is known is that of the articles outside the annexes.
    "numbered_paragraphs_in_articles_and_annexes": lambda draft: _paragraphs_in(main_articles(draft)),
    "recitals": lambda draft: _count(_body(draft), "recital"),
    "part_starts": _part_starts,
    "open_square_brackets": lambda draft: draft.brackets.count,
    "footnotes": lambda draft: _notes(draft, "footnote"),
    "endnotes": lambda draft: _notes(draft, "endnote"),
}
_FIGURES_OF_SOURCE: Mapping[str, Callable[[SourceText], Any]] = {
    "closed_square_brackets": _closing_brackets,
    "tables": _tables,
}
