"""Which lines head a provision, and which titles belong to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field, replace

from treatydiff.language.grammar import Grammar
from treatydiff.language.numbers import canonical_number, number_value
from treatydiff.model import CLOSING_BRACKETS, CONTAINER_KINDS, OPENING_BRACKETS, Diagnostic, ProvisionKind
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.structure.headings.candidates import Candidate, read_candidate
from treatydiff.structure.headings.quotations import quoted_lines
from treatydiff.structure.headings.refusals import LONGEST_TITLE, Refusal, Situation, refusal
from treatydiff.structure.headings.rule_series import in_no_series
from treatydiff.structure.headings.unread_numbers import number_not_read
from treatydiff.structure.lines import Line, ends_sentence
from treatydiff.structure.sourced import SourcedText


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and its title.

    Attributes:
        kind, number: number as printed, without brackets.
        first, last: lines from `first` up to, not with, `last`.
        line: its first line.
        raw: everything printed, in order.
        title: the title, without the brackets that enclose the whole provision.
        body: text that follows the heading on its own line.
        generated: the number, where the file generates it.
        called: how reports call a rule ("principle"); "" for other kinds.
        label: word and number as printed ("Principle 4").
    """

    kind: ProvisionKind
    number: str
    first: int
    last: int
    line: Line
    raw: tuple[SourcedText, ...]
    title: str = ""
    body: SourcedText | None = None
    generated: str = ""
    called: str = ""
    label: str = ""

    @property
    def page(self) -> int | None:
        """The page it stands on."""
        return self.line.block.page


@dataclass(slots=True)
class Rejections:
    """Lines that begin like headings and were taken for text, with the rule that refused each."""

    refusals: list[Refusal] = field(default_factory=list)

    def add(self, refused: Refusal) -> None:
        """Note that a line was not taken for a heading."""
        self.refusals.append(refused)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """One for each line; a line that goes on a sentence is only mentioned."""
        return tuple(_diagnostic(refused) for refused in self.refusals)


def _diagnostic(refused: Refusal) -> Diagnostic:
    message = f"“{refused.line.text[:60]}” is read as text: {refused.reason}"
    page = refused.line.block.page
    if refused.obvious:
        return Diagnostic("heading_rejected", "info", message, page)
    return Diagnostic("heading_not_taken", "warning", message, page)


def find_headings(lines: Sequence[Line], grammar: Grammar, rejected: Rejections) -> list[Heading]:
    """The headings among the lines, in order, without titles on lines of their own.

    Args:
        lines: the lines of a file.
        grammar: the grammar of its language.
        rejected: where near misses are noted.
    """
    quoted = quoted_lines(lines, grammar)
    candidates: list[Candidate] = []
    for at in range(len(lines)):
        if at in quoted:
            continue
        candidate = read_candidate(lines, at, grammar)
        if candidate is not None:
            candidates.append(candidate)
        elif (unread := number_not_read(lines, at, grammar)) is not None:
            rejected.add(unread)
    candidates = [c for c in candidates if not _numbers_a_paragraph(c, candidates, lines)]
    alone = [c for c in candidates if c.kind == "article" and c.is_bare(lines)]
    centring = sum(lines[c.at].block.centred for c in alone) >= 0.6 * len(alone) > 0
    dotted = sum(c.rest(lines).rstrip(" ])").endswith(".") for c in alone) > len(alone) / 2
    heads = frozenset(candidate.at for candidate in candidates)
    found: list[Heading] = []
    last_article = 0
    gone_on: int | None = None
    for candidate in candidates:
        value = number_value(re.sub(r"\D.*", "", candidate.number) or candidate.number, grammar.code)
        ahead = value - last_article if candidate.kind == "article" and value is not None else 0
        if _titles_the_article(candidate, found):
            continue
        situation = Situation(
            lines, grammar, candidate, heads, centring, ahead, dotted,
            after_a_sentence=gone_on == candidate.at - 1,
        )  # fmt: skip
        refused = refusal(situation)
        if refused is not None:
            gone_on = candidate.at if refused.obvious else gone_on
            rejected.add(refused)
            continue
        found.append(_heading(situation))
        if candidate.kind == "article":
            last_article = value or last_article
        elif candidate.kind == "annex":
            last_article = 0
    lone = in_no_series([heading for heading in found if heading.kind == "rule"], grammar.code)
    for heading in lone:
        rejected.add(Refusal(heading.line, "in_no_numbered_series", heading.body is not None))
    return [heading for heading in found if heading not in lone]


def _numbers_a_paragraph(candidate: Candidate, all_: Sequence[Candidate], lines: Sequence[Line]) -> bool:
    """Whether a generated "Section 1.01" lies deeper in its list than the articles do, and divides them."""
    block = lines[candidate.at].block
    if candidate.kind not in CONTAINER_KINDS or not block.number or block.level is None:
        return False
    depths = [
        lines[other.at].block.level
        for other in all_
        if other.kind == "article" and lines[other.at].block.number
    ]
    return any(depth is not None and depth < block.level for depth in depths)


def _titles_the_article(candidate: Candidate, found: Sequence[Heading]) -> bool:
    """Whether a lone word for annex stands where the title of an article belongs."""
    if candidate.kind != "annex" or candidate.number or not found:
        return False
    before = found[-1]
    return before.last == candidate.at and before.kind == "article" and not before.title and not before.body


def _heading(of: Situation) -> Heading:
    """The heading that a candidate is, with the title or the text that stands on its line."""
    candidate, line = of.candidate, of.line
    generated = line.block.number if candidate.generated else ""
    printed = generated.strip() or printed_title([line.text[: candidate.rest_from].lstrip(" [［【{(")])
    heading = Heading(
        candidate.kind, candidate.number, candidate.at, candidate.at + 1, line, (line.sourced,),
        generated=generated, called=candidate.called, label=printed,
    )  # fmt: skip
    if of.bare:
        return heading
    if of.parenthesised is not None and not of.continuing:
        return replace(heading, title=of.parenthesised.group("title").strip())
    return _with_inline(heading, line, of.title_from)


def _with_inline(heading: Heading, line: Line, start: int) -> Heading:
    """The heading with the rest of its line as title, or as body where it reads like a sentence."""
    text = line.text[start:].strip()
    sentence = ends_sentence(text) and not line.upper and not line.styled
    if sentence or len(text) > 2 * LONGEST_TITLE:
        cut = line.sourced.slice(start)
        return replace(heading, raw=(line.sourced.slice(0, start),), body=cut.strip())
    return replace(heading, title=text)


_PARTED_WORD = pattern_of(r"[^\W\d_][-\u2010]$")
"""A word that a line end parts, or that is written with its hyphen: a title is too short to tell."""


def printed_title(pieces: Sequence[str]) -> str:
    """A title of one or more lines, without brackets that open or close outside it."""
    text = ""
    for piece in filter(None, map(str.strip, pieces)):
        wrapped = piece[0].islower() and _PARTED_WORD.search(text[-2:]) is not None
        text += piece if wrapped or not text else f" {piece}"
    while text[-1:] in CLOSING_BRACKETS and text and _balance(text) < 0:
        text = text[:-1].rstrip()
    while text[:1] in OPENING_BRACKETS and text and _balance(text) > 0:
        text = text[1:].lstrip()
    return text.rstrip(":").rstrip()


def _balance(text: str) -> int:
    return sum((char in OPENING_BRACKETS) - (char in CLOSING_BRACKETS) for char in text)


def heading_key(heading: Heading, language: str) -> tuple[str, str]:
    """Kind and canonical number: equal for two prints of the same heading."""
    return heading.kind, canonical_number(heading.number, heading.kind, language)
