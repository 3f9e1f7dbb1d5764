"""Which lines head a provision, and which titles belong to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from treatydiff.language.grammar import Grammar
from treatydiff.language.numbers import canonical_number, number_value
from treatydiff.model import CLOSING_BRACKETS, CONTAINER_KINDS, OPENING_BRACKETS, Diagnostic, ProvisionKind
from treatydiff.structure.headings.quotations import quoted_lines
from treatydiff.structure.lines import Line, ends_sentence, has_no_case, runs_on
from treatydiff.structure.sourced import SourcedText

_OPENERS = re.compile(r"[\[［【{(\s]*(?=[^\W\d_])")
_TITLE_IN_PARENTHESES = re.compile(
    r"\s*\(\s*(?P<title>(?![ivxlc]{1,4}\)|[a-z]\)|\d)[^()]{3,160})\)[\s\]*.]*$", re.S
)
_SIGN = r"(?:(?:[.:：．–—]|-(?=\s)|(?<=\.)-)\s*+)"
_SEPARATED = re.compile(rf"(?:\s*?\t\s*+{_SIGN}*|\s*+{_SIGN}+)(?P<text>\S.*)$", re.S)
_LONGEST_TITLE = 160
_LARGEST_STEP = 2
"""The step from one article to the next where one between them may be missing or damaged."""
_QUOTES = "“„«\"'‘"


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

    @property
    def page(self) -> int | None:
        """The page it stands on."""
        return self.line.block.page


@dataclass(slots=True)
class Rejections:
    """Lines that look like headings and were taken for text, with the reason."""

    diagnostics: list[Diagnostic] = field(default_factory=list)

    def add(self, line: Line, reason: str) -> None:
        """Note that `line` was not taken for a heading."""
        self.diagnostics.append(
            Diagnostic(
                "heading_rejected", "info", f"“{line.text[:60]}” is read as text: {reason}", line.block.page
            )
        )


@dataclass(frozen=True, slots=True)
class _Candidate:
    kind: ProvisionKind
    number: str
    at: int
    rest_from: int

    def rest(self, lines: Sequence[Line]) -> str:
        return lines[self.at].text[self.rest_from :]


def find_headings(lines: Sequence[Line], grammar: Grammar, rejected: Rejections) -> list[Heading]:
    """The headings among the lines, in order, without titles on lines of their own.

    Args:
        lines: the lines of a file.
        grammar: the grammar of its language.
        rejected: where near misses are noted.
    """
    quoted = quoted_lines(lines, grammar)
    unquoted = [at for at in range(len(lines)) if at not in quoted]
    candidates = [c for at in unquoted if (c := _candidate(lines, at, grammar)) is not None]
    candidates = [c for c in candidates if not _numbers_a_paragraph(c, candidates, lines)]
    alone = [c for c in candidates if c.kind == "article" and _is_bare(c.rest(lines))]
    centring = sum(lines[c.at].block.centred for c in alone) >= 0.6 * len(alone) > 0
    found: list[Heading] = []
    last_article = 0
    heads = {c.at for c in candidates}
    for candidate in candidates:
        value = number_value(re.sub(r"\D.*", "", candidate.number) or candidate.number, grammar.code)
        ahead = value - last_article if candidate.kind == "article" and value is not None else 0
        if _titles_the_article(candidate, found):
            continue
        verdict = _judge(candidate, lines, grammar, centring=centring, ahead=ahead, heads=heads)
        if isinstance(verdict, str):
            rejected.add(lines[candidate.at], verdict)
            continue
        found.append(verdict)
        if candidate.kind == "article":
            last_article = value or last_article
        elif candidate.kind in ("annex", "chapter", "part"):
            last_article = last_article if candidate.kind != "annex" else 0
    return found


def _numbers_a_paragraph(candidate: _Candidate, all_: Sequence[_Candidate], lines: Sequence[Line]) -> bool:
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


def _titles_the_article(candidate: _Candidate, found: Sequence[Heading]) -> bool:
    """Whether a lone word for annex stands where the title of an article belongs."""
    if candidate.kind != "annex" or candidate.number or not found:
        return False
    before = found[-1]
    return before.last == candidate.at and before.kind == "article" and not before.title and not before.body


def _candidate(lines: Sequence[Line], at: int, grammar: Grammar) -> _Candidate | None:
    line = lines[at]
    text = line.text
    if line.block.cell is not None:
        return None
    generated = line.block.number.strip()
    if generated:
        for form in grammar.headings:
            found = form.pattern.fullmatch(generated.rstrip("."))
            if found is not None and found.group("number"):
                return _Candidate(form.kind, found.group("number").strip(), at, 0)
    opened = _OPENERS.match(text)
    start = opened.end() if opened else 0
    if text[:1] in _QUOTES:
        return None
    for form in grammar.headings:
        found = form.pattern.match(text, start)
        if found is not None:
            printed = found.groupdict()
            number = " ".join(filter(None, (printed["number"], printed.get("suffix")))).strip()
            return _Candidate(form.kind, number, at, found.start("rest"))
    return None


def _is_bare(rest: str) -> bool:
    return not rest.strip(" \t[](){}.:：．;*—–-\u200b")


def _judge(
    candidate: _Candidate,
    lines: Sequence[Line],
    grammar: Grammar,
    *,
    centring: bool,
    ahead: int,
    heads: set[int],
) -> Heading | str:
    """The heading that a candidate is, or why it is none; `ahead` is its step from the article before."""
    at, line = candidate.at, lines[candidate.at]
    rest = candidate.rest(lines)
    generated = candidate.rest_from == 0 and bool(line.block.number)
    continuing = runs_on(lines, at) and at - 1 not in heads and not line.block.centred and not generated
    raw = (line.sourced,)
    before = lines[at - 1].text if at else ""
    if at - 1 not in heads and line.block.starts_paragraph is None and grammar.reference_word.search(before):
        continuing = not line.styled
    heading = Heading(
        candidate.kind,
        candidate.number,
        at,
        at + 1,
        line,
        raw,
        generated=line.block.number if generated else "",
    )
    if any(form.kind == candidate.kind and form.pattern.match(rest.lstrip()) for form in grammar.headings):
        return "it is one of a row of references"
    if _is_bare(rest):
        if continuing and (centring or ahead != 1 or grammar.reference_word.search(before)):
            return "it continues the line before"
        return heading
    parenthesised = _TITLE_IN_PARENTHESES.match(rest)
    if parenthesised is not None and not continuing:
        return replace(heading, title=parenthesised.group("title").strip())
    if rest.lstrip().startswith("(") and not line.styled:
        return "what follows in parentheses is no title"
    if generated:
        return _with_inline(heading, line, candidate.rest_from + len(rest) - len(rest.lstrip()))
    # Without capitals no title is told from a reference that goes on; the numbers tell the next article.
    counted = 0 < ahead <= _LARGEST_STEP and has_no_case(line.text) and not continuing
    counted = counted and line.block.starts_paragraph is not False
    if rest[:1] != "\t" and grammar.reference_follower.match(rest) and not counted:
        return "what follows makes it a reference"
    if continuing:
        return "it continues the line before"
    separated = _SEPARATED.match(rest)
    start = candidate.rest_from + (separated.start("text") if separated else len(rest) - len(rest.lstrip()))
    text = line.text[start:]
    if candidate.kind != "article" or separated or line.styled:
        return _with_inline(heading, line, start) if _opens_like_title(text) else "what follows is no title"
    if len(text) <= _LONGEST_TITLE and not ends_sentence(text) and _opens_like_title(text):
        return _with_inline(heading, line, start)
    if counted or (ahead == 1 and line.block.starts_paragraph):
        return _with_inline(heading, line, start)
    return "what follows is no title"


def _opens_like_title(text: str) -> bool:
    first = text.lstrip("[({“\"'‘« ")[:1]
    return bool(first) and (not first.islower()) and not first.isdigit()


def _with_inline(heading: Heading, line: Line, start: int) -> Heading:
    """The heading with the rest of its line as title, or as body where it reads like a sentence."""
    text = line.text[start:].strip()
    sentence = ends_sentence(text) and not line.upper and not line.styled
    if sentence or len(text) > 2 * _LONGEST_TITLE:
        cut = line.sourced.slice(start)
        return replace(heading, raw=(line.sourced.slice(0, start),), body=cut.strip())
    return replace(heading, title=text)


def printed_title(pieces: Sequence[str]) -> str:
    """A title of one or more lines, without brackets that open or close outside it."""
    text = " ".join(piece.strip() for piece in pieces if piece.strip()).strip()
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
