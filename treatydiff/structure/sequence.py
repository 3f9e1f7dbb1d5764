"""Numbers out of order: gaps, repeats and jumps back become diagnostics."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from treatydiff.language.numbers import canonical_number
from treatydiff.model import CONTAINER_KINDS, Diagnostic, Instrument, Provision
from treatydiff.patterns import pattern_of
from treatydiff.structure.labels import read_label
from treatydiff.structure.number_series import NumberSeries

_CELL_BOUND = pattern_of(r" \| |\n")
_SEVERAL = pattern_of(r"\W*(?:articles|art[íi]culos|статьи)\b", re.IGNORECASE)
"""The plural that heads several articles at once ("Articles 12–15 [Deleted]")."""
_RANGE = pattern_of(r"\d{1,3}[a-z]?-(?P<last>\d{1,3})[a-z]?")


def sequence_diagnostics(instruments: Sequence[Instrument], language: str) -> Iterator[Diagnostic]:
    """A diagnostic for each article or paragraph number that does not follow the one before it.

    Numbers may restart where a container or an option begins; suffixed numbers ("5 bis") follow
    their base number.

    Args:
        instruments: those of one draft.
        language: code of its language.
    """
    for instrument in instruments:
        yield from _in_articles(instrument.provisions, language)
        for provision in instrument.walk():
            if provision.kind in ("article", "rule"):
                yield from _in_row(list(_with_cells(provision.children, language)), language)


def _in_articles(provisions: Sequence[Provision], language: str) -> Iterator[Diagnostic]:
    def flat(nodes: Sequence[Provision]) -> Iterator[Provision]:
        for node in nodes:
            if node.kind == "article":
                yield node
            elif node.kind in CONTAINER_KINDS:
                yield from flat(node.children)

    yield from _in_row(list(flat(provisions)), language)
    for provision in provisions:
        if provision.kind == "annex":
            yield from _in_row(list(flat(provision.children)), language)


def _with_cells(nodes: Sequence[Provision], language: str) -> Iterator[Provision]:
    """The paragraphs among some provisions, and those in a table whose numbers go on from theirs."""
    last = ""
    for node in nodes:
        if node.kind == "paragraph":
            yield node
            last = canonical_number(node.number, node.kind, language) or last
        tables = [node] if node.kind == "table" else [each for each in node.children if each.kind == "table"]
        for table in tables:
            labels = [read_label(cell, language) for cell in _CELL_BOUND.split(table.text)]
            numbers = [label.number for label in labels if label is not None and label.family == "digit"]
            if numbers and last.isdecimal() and numbers[0] == str(int(last) + 1):
                yield from (replace(table, kind="paragraph", number=number) for number in numbers)
                last = numbers[-1]


def _in_row(row: Sequence[Provision], language: str) -> Iterator[Diagnostic]:
    last, ante = 0, False
    numbers = [node.number for node in row]
    series = NumberSeries(numbers, row[0].kind, language) if row and row[0].kind == "article" else None
    for node in row:
        canonical = (
            canonical_number(node.number, node.kind, language)
            if series is None
            else series.canonical(node.number)
        )
        digits = re.match(r"\d{1,9}(?!\d)", canonical)
        if digits is None:
            continue
        value = int(digits.group())
        suffixed = digits.group() != canonical
        if value > last + 1 and last:
            gap = str(last + 1) if value == last + 2 else f"{last + 1} to {value - 1}"
            yield Diagnostic(
                "number_gap", "warning", f"{node.kind} {gap} is missing before {node.id}", node.page, node.id
            )
        elif value == last and not suffixed and not ante:
            yield Diagnostic(
                "number_repeat", "warning", f"{node.kind} {value} occurs twice in a row", node.page, node.id
            )
        elif 1 < value < last:
            yield Diagnostic(
                "number_jump", "warning", f"{node.kind} {value} follows {last}", node.page, node.id
            )
        through = _RANGE.fullmatch(canonical) if _SEVERAL.match(node.label) else None
        last, ante = int(through["last"]) if through else value, canonical.endswith("ante")
