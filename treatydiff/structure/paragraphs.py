"""Lines become paragraphs: what continues what, and how line ends join."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from treatydiff.language.grammar import Grammar
from treatydiff.structure.labels import read_label
from treatydiff.structure.lines import Line, ends_sentence, starts_lower
from treatydiff.structure.sourced import SourcedText, join

_HYPHEN_END = re.compile(r"[^\W\d_][\-\u2010]$")
_INNER_HYPHEN = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)+")
_SUSPENDED = re.compile(r"(?:and|or|to|et|ou|y|o|und)\b")
_SHORT_LINE = 45


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as printed, its label still in the text.

    `at` is the number of its first line; `lines` how many it has.
    """

    sourced: SourcedText
    first: Line
    at: int
    lines: int = 1

    @property
    def text(self) -> str:
        """The canonical characters, label included."""
        return self.sourced.text

    @property
    def page(self) -> int | None:
        """The page it begins on."""
        return self.first.block.page


def hyphenated_forms(lines: Sequence[Line]) -> frozenset[str]:
    """The hyphenated words that stand inside lines, casefolded."""
    return frozenset(
        found.group().casefold().replace("\u2010", "-")
        for line in lines
        for found in _INNER_HYPHEN.finditer(line.text)
    )


def join_lines(
    lines: Sequence[Line],
    start: int,
    end: int,
    grammar: Grammar,
    hyphenated: frozenset[str],
    *,
    preamble: bool,
) -> list[Paragraph]:
    """The paragraphs that lines `start` to `end` make.

    Args:
        lines: all lines of the file.
        start, end: which of them, from one heading to the next.
        grammar: the grammar of the language.
        hyphenated: words that the draft hyphenates inside a line, which keep their hyphen at a line end.
        preamble: whether these lines may hold preambular paragraphs.
    """
    groups: list[list[int]] = []
    for at in range(start, end):
        if groups and _continues(lines, groups[-1], at, grammar, preamble=preamble):
            groups[-1].append(at)
        else:
            groups.append([at])
    return [_joined(lines, group, grammar, hyphenated) for group in groups]


def _continues(lines: Sequence[Line], group: list[int], at: int, grammar: Grammar, *, preamble: bool) -> bool:
    line, before = lines[at], lines[at - 1]
    if line.block.number or line.block.cell != before.block.cell:
        return False
    label = read_label(line.text, grammar.code)
    if len(group) == 1 and _is_label_only(before, grammar):
        return label is None or label.family == "letter"
    if preamble and (_is_preamble_word(line, grammar) or _is_preamble_word(before, grammar)):
        return False
    if line.block.starts_paragraph is not None:
        return not line.block.starts_paragraph
    ended = ends_sentence(before.text)
    if label is not None and label.family == "margin":
        return False
    if label is not None and label.family != "bullet":
        return not ended and grammar.reference_word.search(before.text) is not None
    if grammar.option.match(line.text) or grammar.closing_opener.match(line.text):
        return False
    if preamble and _opens_recital(line, before, grammar):
        return False
    if line.block.centred != before.block.centred:
        return False
    if _hangs(lines[group[0]], line, grammar):
        return True
    if not ended:
        return starts_lower(line.text) or len(before.text) >= _SHORT_LINE or before.block.x1 is not None
    return line.block.x1 is not None and starts_lower(line.text)


def _hangs(first: Line, line: Line, grammar: Grammar) -> bool:
    """Whether a line is set in below a label that stands out, with no white space above."""
    if first.block.x0 is None or line.block.x0 is None or (line.block.gap or 0.0) > 0.3:
        return False
    return read_label(first.text, grammar.code) is not None and line.block.x0 > first.block.x0 + 6


def _opens_recital(line: Line, before: Line, grammar: Grammar) -> bool:
    if grammar.preamble_closer.match(line.text):
        return True
    if (
        grammar.preamble_opener.match(line.text)
        and line.text.rstrip(" ]").endswith(",")
        and not starts_lower(line.text)
    ):
        return True
    comma = before.text.rstrip(" ]").endswith((",", ";", "and", "，", "；", "،", "؛"))
    return comma and grammar.recital_opener.match(line.text) is not None


def _is_preamble_word(line: Line, grammar: Grammar) -> bool:
    found = grammar.preamble.match(line.text.lstrip("[{( "))
    return found is not None and found.end() == len(line.text.lstrip("[{( "))


def _is_label_only(line: Line, grammar: Grammar) -> bool:
    label = read_label(line.text, grammar.code)
    return label is not None and not line.text[label.end :].strip()


def _joined(
    lines: Sequence[Line], group: list[int], grammar: Grammar, hyphenated: frozenset[str]
) -> Paragraph:
    text = lines[group[0]].sourced
    for at in group[1:]:
        text = join_line_ends(text, lines[at].sourced, hyphenated, spaced=not grammar.joins_without_space)
    return Paragraph(text, lines[group[0]], group[0], len(group))


def join_line_ends(
    left: SourcedText, right: SourcedText, hyphenated: frozenset[str], *, spaced: bool
) -> SourcedText:
    """Two lines as one text: a hyphen at the line end joins, unless the draft writes it elsewhere."""
    if _HYPHEN_END.search(left.text) and right.text[:1].isalpha():
        if _SUSPENDED.match(right.text):
            return join((left, right), " ")
        ending = re.search(r"[^\W_]+(?:[-\u2010][^\W_]+)*[-\u2010]$", left.text)
        beginning = re.match(r"[^\W_]+", right.text)
        whole = ((ending.group() if ending else "") + (beginning.group() if beginning else "")).casefold()
        keeps = whole.replace("\u2010", "-") in hyphenated or right.text[:1].isupper()
        return join((left if keeps else left.slice(0, len(left.text) - 1), right), "")
    return join((left, right), " " if spaced or _latin_boundary(left.text, right.text) else "")


def _latin_boundary(left: str, right: str) -> bool:
    return left[-1:].isascii() and left[-1:].isalnum() and right[:1].isascii() and right[:1].isalnum()
