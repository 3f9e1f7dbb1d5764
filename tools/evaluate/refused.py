"""Lines that begin like headings and are not taken, by the rule that refused them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tools.evaluate.corpus import Corpus, label
from tools.evaluate.rows import Row, information
from treatydiff.errors import TreatydiffError
from treatydiff.language.registry import get_language
from treatydiff.structure.headings.headings import Rejections, find_headings
from treatydiff.structure.headings.refusals import Refusal
from treatydiff.structure.lines import to_lines
from treatydiff.structure.tables import fold_tables

NAME = "refused"
FOLDERS = ("field", "eu", "trade")
SUFFIXES = frozenset({"pdf", "docx", "txt", "html"})


def measure(corpus: Corpus) -> Iterator[Row]:
    """A row for each rule and folder with how often it refused, and one for each file with warnings."""
    for folder in FOLDERS:
        by_rule: dict[str, list[str]] = {}
        obvious: Counter[str] = Counter()
        for name in _names(corpus, folder):
            try:
                refusals = _refusals(corpus, name)
            except TreatydiffError:
                continue
            for refused in refusals:
                if refused.obvious:
                    obvious[refused.rule] += 1
                else:
                    line = f"{label(name)}: {' '.join(refused.line.text.split())[:100]}"
                    by_rule.setdefault(refused.rule, []).append(line)
        for rule in sorted(by_rule.keys() | obvious.keys()):
            lines = by_rule.get(rule, [])
            found = f"{len(lines)} said, {obvious[rule]} in running text"
            yield information(NAME, f"{folder}: {rule.replace('_', ' ')}", found, details=lines)


def _names(corpus: Corpus, folder: str) -> list[str]:
    paths = sorted((corpus.folder / folder).iterdir())
    return [f"{folder}/{path.name}" for path in paths if path.suffix.lstrip(".") in SUFFIXES]


def _refusals(corpus: Corpus, name: str) -> list[Refusal]:
    source = corpus.source_text(name)
    grammar = get_language(corpus.draft(name).language)
    rejected = Rejections()
    find_headings(to_lines(fold_tables(source.blocks, grammar)), grammar, rejected)
    return rejected.refusals
