"""Lines that begin like a heading: a word for a provision and its number, before anything is judged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from treatydiff.language.grammar import Grammar, HeadingForm
from treatydiff.language.words.rule_words import called_in_reports
from treatydiff.model import ProvisionKind
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.structure.lines import Line

QUOTES = "“„«\"'‘"
_OPENERS = pattern_of(r"[\[［【{(\s]*(?=[^\W\d_])")
_LETTER_SPACED = pattern_of(r"(?:[^\W\d_] ){3,}[^\W\d_](?![^\W\d_])")
"""A word whose letters are drawn apart: "A R T I C L E"."""
_FIGURES_SPACED = pattern_of(r"\s+\d(?: \d){1,2}(?=\W*$)")
"""The figures of a number behind it, drawn apart too."""
_LONGEST_SPACED = 80
_SHORTEST_WORD = 4
"""Letters of the shortest word for a provision that is drawn apart."""
_EARLIER_NUMBER = pattern_of(r"(?<!\s)\s*+\[\s?\d{1,3}(?:\s?(?:bis|ter|quater))?\s?\](?=\W*$)")
"""The number that an article had in an earlier draft: "Article 5 [6]"."""
_NOT_BARE = pattern_of(r"[^\s\[\](){}.:：．;,*—–\-\u200b\u00b9\u00b2\u00b3\u2070-\u2079†‡]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be a heading.

    Attributes:
        kind, number: as printed, without brackets.
        at: the number of the line.
        rest_from: where, in the line, what follows the number begins; 0 for a generated number.
        called: how reports call a rule; "" for other kinds.
        generated: whether the file generates the number.
    """

    kind: ProvisionKind
    number: str
    at: int
    rest_from: int
    called: str = ""
    generated: bool = False

    def rest(self, lines: Sequence[Line]) -> str:
        """What follows the number on the line."""
        return lines[self.at].text[self.rest_from :]

    def is_bare(self, lines: Sequence[Line]) -> bool:
        """Whether nothing follows the number but brackets, dots and the number of an earlier draft."""
        rest = self.rest(lines)
        return _NOT_BARE.search(_EARLIER_NUMBER.sub("", rest)) is None


def read_candidate(lines: Sequence[Line], at: int, grammar: Grammar) -> Candidate | None:
    """What a line would head, if it were a heading; None where it does not begin like one.

    Args:
        lines: the lines of a file.
        at: the number of the line.
        grammar: the grammar of the language.
    """
    line = lines[at]
    if line.block.cell is not None:
        return None
    generated = line.block.number.strip()
    for form in grammar.headings if generated else ():
        found = form.pattern.fullmatch(generated.rstrip("."))
        if found is not None and found.group("number"):
            return _candidate(form, found, at, 0, grammar, generated=True)
    if line.text[:1] in QUOTES:
        return None
    for text, places in _closed_up(line.text):
        opened = _OPENERS.match(text)
        start = opened.end() if opened else 0
        for form in grammar.headings:
            found = form.pattern.match(text, start)
            if found is not None:
                return _candidate(form, found, at, places[found.start("rest")], grammar)
    return None


def _candidate(
    form: HeadingForm,
    found: re.Match[str],
    at: int,
    rest_from: int,
    grammar: Grammar,
    *,
    generated: bool = False,
) -> Candidate:
    groups = found.groupdict()
    number = " ".join(filter(None, (groups["number"], groups.get("ordinal"), groups.get("suffix")))).strip()
    word = groups.get("word") or groups.get("last") or ""
    called = called_in_reports(word, grammar.code) if word else ""
    return Candidate(form.kind, number, at, rest_from, called, generated)


def _closed_up(text: str) -> Iterator[tuple[str, Sequence[int]]]:
    """A text with its drawn-out first words closed up, and the place of each character in print.

    Where the number is drawn out too ("A R T I C L E  P R E M I E R"), nothing but the grammar tells where
    the word ends: every division is offered.
    """
    opening = len(text) - len(text.lstrip("[［【{( "))
    found = _LETTER_SPACED.match(text, opening, _LONGEST_SPACED)
    if found is None:
        yield text, range(len(text) + 1)
        return
    figures = _FIGURES_SPACED.match(text, found.end())
    end = figures.end() if figures else found.end()
    kept = [at for at in range(len(text)) if not (found.start() < at < end and text[at] == " ")]
    closed, places = "".join(text[at] for at in kept), [*kept, len(text)]
    yield closed, places
    word = range(found.start() + _SHORTEST_WORD, found.start() + (found.end() - found.start() + 1) // 2)
    for cut in word:
        yield f"{closed[:cut]} {closed[cut:]}", [*places[:cut], places[cut], *places[cut:]]
