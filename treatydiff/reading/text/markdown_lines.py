"""The lines of a Markdown file: what tells a renderer something is set aside before they are parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field

from treatydiff.model import Furniture
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

_SILENT = pattern_of(r"<!--|<script\b|<style\b", re.IGNORECASE)
_ENDS = {
    "<!--": pattern_of("-->"),
    "<script": pattern_of("</script>", re.IGNORECASE),
    "<style": pattern_of("</style>", re.IGNORECASE),
}
"""What no reader of the page sees, over lines; one that never ends is text."""
_SET_ASIDE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("markup", pattern_of(r"\s*\{:.*\}\s*")),
    ("contents", pattern_of(r"\s*(?:\[TOC\]|\[\[_?TOC_?\]\]|[-*]\s+TOC)\s*", re.IGNORECASE)),
)
"""Lines that tell the renderer something and hold no text, with the rule that takes them."""
_QUOTE = pattern_of(r"\s{0,3}>\s?")
_GREATER = pattern_of(r"(\s{0,3})(>=?\s?\d)")
"""A line that begins so, below one that is no quotation, says "greater than"."""
_MARKERS = pattern_of(r"(?:\s|[>*+-]|\d{1,9}[.)])*")


@dataclass(slots=True)
class MarkdownLines:
    """The lines of a file as they are parsed, and which of them were read or set aside.

    `furniture` holds what was set aside with the line where it stood, from 0.
    """

    lines: list[str]
    furniture: list[tuple[int, Furniture]]
    _taken: set[int] = field(default_factory=set)

    def words(self, line: int) -> str:
        """A line without its indent and the signs of a quotation."""
        return self.lines[line][self._margin(line) :].strip()

    def column(self, line: int) -> int:
        """The column where a line's words or label begin; the signs of a quotation take none."""
        rest = self.lines[line][self._margin(line) :]
        return len(rest) - len(rest.lstrip())

    def holds(self, line: int) -> bool:
        """Whether a line was neither read nor set aside yet."""
        return line not in self._taken

    def take(self, start: int, end: int) -> None:
        """Note that some lines are read."""
        self._taken.update(range(start, end))

    def set_aside(self, rule: str, start: int, end: int) -> None:
        """Note that some lines hold no text of the draft, and the rule that says so."""
        for line in range(start, end):
            self.furniture.append((line, Furniture(rule, self.lines[line].strip(), None)))
        self.take(start, end)

    def left(self) -> Iterator[tuple[int, str]]:
        """The lines that were neither read nor set aside, and what they say behind their markers."""
        for line, words in enumerate(self.lines):
            marker = _MARKERS.match(words)
            said = words[marker.end() :] if marker else words
            if said and line not in self._taken:
                yield line, said

    def balanced(self, elements: Sequence[str]) -> frozenset[str]:
        """Those elements of HTML that end as often as they begin."""
        text = "\n".join(self.lines).lower()
        return frozenset(
            name
            for name in elements
            if len(re.findall(rf"<{name}\b", text)) == len(re.findall(rf"</{name}\b", text))
        )

    def _margin(self, line: int) -> int:
        end = 0
        while (match := _QUOTE.match(self.lines[line], end)) is not None:
            end = match.end()
        return end


def markdown_lines(lines: Sequence[str]) -> MarkdownLines:
    """The lines of a file, those empty that tell the renderer something.

    Args:
        lines: the lines of the file.
    """
    found = MarkdownLines([], [])
    text = "\n".join(line.expandtabs(4) for line in lines)
    found.lines = _without_silent(text, found).split("\n")
    _set_metadata_aside(found)
    above = ""
    for at, line in enumerate(found.lines):
        rule = next((rule for rule, pattern in _SET_ASIDE if pattern.fullmatch(line)), None)
        if rule is not None:
            found.set_aside(rule, at, at + 1)
            found.lines[at] = ""
        elif above.strip() and not _QUOTE.match(above):
            found.lines[at] = _GREATER.sub(r"\1\\\2", line, count=1) if _GREATER.match(line) else line
        above = found.lines[at]
    return found


def _without_silent(text: str, found: MarkdownLines) -> str:
    """The text without comments and scripts; their lines stay, empty."""
    kept: list[str] = []
    at = line = 0
    endless: set[str] = set()
    while (match := _SILENT.search(text, at)) is not None:
        opener = match[0].lower()
        end = None if opener in endless else _ENDS[opener].search(text, match.end())
        if end is None:
            endless.add(opener)
            kept.append(text[at : match.end()])
            line += text.count("\n", at, match.end())
            at = match.end()
            continue
        kept.append(text[at : match.start()])
        line += text.count("\n", at, match.start())
        taken = text[match.start() : end.end()].split("\n")
        found.furniture += [
            (line + number, Furniture("markup", words.strip(), None))
            for number, words in enumerate(taken)
            if words.strip()
        ]
        kept.append("\n" * (len(taken) - 1))
        line += len(taken) - 1
        at = end.end()
    return "".join((*kept, text[at:]))


def _set_metadata_aside(found: MarkdownLines) -> None:
    """Set a block of metadata between two `---` lines at the top aside."""
    if found.lines[0].strip() != "---":
        return
    for at in range(1, min(len(found.lines), 100)):
        if found.lines[at].strip() in ("---", "..."):
            for number in range(at + 1):
                if 0 < number < at and found.lines[number]:
                    found.set_aside("metadata", number, number + 1)
                found.lines[number] = ""
            return
