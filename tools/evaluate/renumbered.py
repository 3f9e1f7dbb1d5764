"""A convention against itself: chapters in another order, articles renumbered, lines wrapped anew."""

from __future__ import annotations

import random
import re
import textwrap
from collections import Counter
from collections.abc import Iterator

from tools.evaluate.corpus import SETTINGS, Corpus
from tools.evaluate.rows import Row, information, row
from treatydiff.language.numerals import roman, roman_value
from treatydiff.pipeline import compare_drafts, read_draft_bytes

NAME = "renumbered"
CONVENTION = "crime/UNCAC_2003_en.txt"
SEEDS = 2
_CHAPTER = re.compile(r"^CHAPTER ([IVX]+)$", re.MULTILINE)
_ARTICLE = re.compile(r"^Article (\d+)$", re.MULTILINE)
_LIST = r"\d+(?: \([a-z]\)| [a-z]\))?(?:, paragraph \d+(?=, and \d))?"
_REFERENCE = re.compile(
    rf"\b([Aa]rticles? )({_LIST}(?:(?:,? (?:and|or|to|through) |, )(?:\d+)(?![\d.]))*)"
    r"(?! of (?:the|that) (?!present))"
)
_CHAPTER_REFERENCE = re.compile(r"\b(chapters? )([IVX]+)((?: (?:and|or|to) [IVX]+)?)")


def measure(corpus: Corpus) -> Iterator[Row]:
    """Substantive edits, which there should be none of."""
    text = corpus.path(CONVENTION).read_text(encoding="utf-8")
    original = read_draft_bytes(text.encode(), "a.txt", SETTINGS)
    for seed in range(SEEDS):
        changed = read_draft_bytes(renumbered(text, seed).encode(), "b.txt", SETTINGS)
        comparison = compare_drafts(original, changed, SETTINGS)
        found: Counter[str] = Counter()
        details: list[str] = []
        for unit in comparison.units:
            for clause in unit.clauses:
                found.update(edit.class_ for edit in clause.edits if edit.class_)
                found["stale"] += len(clause.signals)
                if any(edit.class_ == "substantive" for edit in clause.edits) or clause.signals:
                    marked = [(e.op, e.text[-60:]) for e in clause.edits if e.class_ == "substantive"]
                    details.append(f"{clause.pairing.a} {clause.pairing.b}: {marked} {clause.signals}")
        yield row(NAME, f"seed {seed}: substantive edits", 0, found["substantive"], details=details)
        yield row(NAME, f"seed {seed}: stale references", 0, found["stale"])
        yield information(NAME, f"seed {seed}: consequential edits", found["consequential"])


def renumbered(text: str, seed: int) -> str:
    """The text with its middle chapters in another order, numbered through, and lines wrapped anew.

    Articles keep their order inside a chapter, so that "articles 15 to 25" stays a range; references
    are renumbered with what they point at.
    """
    starts = [match.start() for match in _CHAPTER.finditer(text)]
    chapters = [text[i:j] for i, j in zip(starts, [*starts[1:], len(text)], strict=True)]
    middle = chapters[1:-1]
    random.Random(seed).shuffle(middle)
    ordered = [chapters[0], *middle, chapters[-1]]
    new_article: dict[str, str] = {}
    new_chapter: dict[str, str] = {}
    for number, chapter in enumerate(ordered, start=1):
        new_chapter[_CHAPTER.search(chapter)[1]] = roman(number)  # type: ignore[index]
        for old in _ARTICLE.findall(chapter):
            new_article[old] = str(len(new_article) + 1)
    body = text[: starts[0]] + "".join(ordered)

    def reference(match: re.Match[str]) -> str:
        numbers = re.sub(r"(?<!paragraph )\d+", lambda one: new_article.get(one[0], one[0]), match[2])
        return match[1] + numbers

    def chapter_reference(match: re.Match[str]) -> str:
        rest = re.sub(r"[IVX]+", lambda one: new_chapter.get(one[0], one[0]), match[3])
        return match[1] + new_chapter.get(match[2], match[2]) + rest

    lines = []
    for line in body.split("\n"):
        if heading := _ARTICLE.fullmatch(line):
            lines.append(f"Article {new_article[heading[1]]}")
        elif (heading := _CHAPTER.fullmatch(line)) and roman_value(heading[1]):
            lines.append(f"CHAPTER {new_chapter[heading[1]]}")
        else:
            said = _CHAPTER_REFERENCE.sub(chapter_reference, _REFERENCE.sub(reference, line))
            lines += textwrap.wrap(said, 76, initial_indent="    ", break_on_hyphens=False) or [""]
    return "\n".join(lines)
