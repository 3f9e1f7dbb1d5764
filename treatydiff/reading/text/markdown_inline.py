"""The text inside a paragraph of Markdown: its runs, and what elements of HTML make of them.

Imported only when a Markdown file is read.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from treatydiff.model import Revision, Run
from treatydiff.patterns import pattern_of
from treatydiff.reading.runs import joined_runs
from treatydiff.reading.text.markdown_grammar import markdown_grammar

_MOST_AT_ONCE = 20_000
"""Characters parsed at once: far beyond any paragraph, and a bound on what hostile ones cost."""

_TAG = pattern_of(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_NO_TAG = pattern_of(r"<[A-Za-z]\s++[^\s=>/][^=>]*+>")
"""Two signs of a comparison, with words between them ("a <b and c> d"): no attribute has a value."""
_CENTRED = pattern_of(r"text-align\s*:\s*center|align\s*=\s*[\"']?center|^<center", re.IGNORECASE)
_LOOKS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "cite": "italic",
    "u": "underline", "s": "strike", "strike": "strike",
}  # fmt: skip
"""The look that an element gives: of HTML, or of Markdown under the names of its tokens."""
_HEADINGS = {f"h{level}": f"Heading {level}" for level in range(1, 7)}
_APART = frozenset((
    "address", "article", "blockquote", "center", "dd", "div", "dl", "dt", "hr", "li", "ol", "p", "pre",
    "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", *_HEADINGS,
))  # fmt: skip
"""Elements that begin and end a line."""
SPANNING = ("ins", "del", "center", "div", "p")
"""Elements that may hold several paragraphs."""


class InlinePiece(NamedTuple):
    """The runs of one block, its style and whether it is centred, as far as elements of HTML say."""

    runs: Sequence[Run]
    style: str = ""
    centred: bool = False


class MarkdownText:
    """Reads the text of blocks, one after another, since elements of HTML may span them.

    Args:
        environment: what the grammar found in the file: link definitions under "references".
        notes: labels of the file's notes.
        revisions: which side of `<ins>` and `<del>` is read.
        spanning: elements that end as often as they begin; an open one of another kind ends with its
            block, so that it cannot swallow the rest.
    """

    def __init__(
        self,
        environment: dict[str, Any] | None = None,
        notes: frozenset[str] = frozenset(),
        revisions: Literal["accept", "reject"] = "accept",
        spanning: frozenset[str] = frozenset(),
    ) -> None:
        self._environment = environment or {}
        self._notes = notes
        self._read, self._left_out = ("ins", "del") if revisions == "accept" else ("del", "ins")
        self._kind: Literal["insertion", "deletion"] = "insertion" if revisions == "accept" else "deletion"
        self._spanning = spanning
        self._open: defaultdict[str, list[bool]] = defaultdict(list)
        self._look: Counter[str] = Counter()
        self._runs: list[Run] = []
        self._pieces: list[InlinePiece] = []
        self._style = ""
        self.revised: Counter[str] = Counter()

    @property
    def leaves_out(self) -> bool:
        """Whether what stands between blocks here is on the side of the changes that is not read."""
        return self._left_out in self._spanning and bool(self._open[self._left_out])

    def pieces(self, text: str) -> list[InlinePiece]:
        """The blocks that a text holds: one, unless elements such as `<p>` divide it.

        Args:
            text: the source of a paragraph, heading or cell.
        """
        self._look.clear()
        self._style = ""
        for name in [name for name in self._open if name not in self._spanning]:
            del self._open[name]
        self._pieces = []
        for token in _tokens(text, self._environment):
            self._token(token)
        self._end_piece()
        return self._pieces

    def _token(self, token: Token) -> None:
        if token.type in ("softbreak", "hardbreak"):
            self._add(" " if token.type == "softbreak" else "\n")
        elif token.type == "note_call":
            self._add(token.content, note=token.content)
        elif token.type == "html_inline":
            self._tag(token.content)
        elif token.nesting == 0:
            label = token.content.strip()
            self._add(token.content, note=label if self._open["sup"] and label in self._notes else None)
        elif token.tag in _LOOKS:
            self._look[_LOOKS[token.tag]] += token.nesting

    def _tag(self, source: str) -> None:
        """An element of HTML begins or ends; comments and whatever else stands in angles says nothing."""
        match = _TAG.match(source)
        if match is None:
            return
        if _NO_TAG.fullmatch(source):
            self._add(source)
            return
        ends, name = bool(match[1]), match[2].lower()
        if name == "br":
            self._add("\n")
            return
        if name in _APART:
            self._end_piece()
            self._style = "" if ends else _HEADINGS.get(name, self._style)
        if not ends:
            self._open[name].append(_CENTRED.search(source) is not None)
            self.revised[name] += 1
        elif self._open[name]:
            self._open[name].pop()
        if name in _LOOKS:
            self._look[_LOOKS[name]] += -1 if ends else 1

    def _add(self, text: str, note: str | None = None) -> None:
        if self._open[self._left_out]:
            return
        revision = Revision(self._kind) if self._open[self._read] else None
        bold, italic, underline, strike = (
            self._look[look] > 0 for look in ("bold", "italic", "underline", "strike")
        )
        self._runs.append(Run(text, bold, italic, underline, strike, note, revision))

    def _end_piece(self) -> None:
        if any(run.text.strip() for run in self._runs):
            centred = any(True in flags for flags in self._open.values())
            self._pieces.append(InlinePiece(self._runs, self._style, centred))
        self._runs = []


def inline_runs(text: str, reader: MarkdownText | None = None) -> tuple[Run, ...]:
    """The runs of a paragraph, on one line whatever elements of HTML divide it.

    Args:
        text: the source of the paragraph.
        reader: knows the rest of the file; None where the paragraph stands alone.
    """
    runs: list[Run] = []
    for piece in (reader or MarkdownText()).pieces(text):
        runs += [Run(" "), *piece.runs] if runs else piece.runs
    return tuple(joined_runs(run for run in runs if run.text))


def _tokens(text: str, environment: dict[str, Any]) -> Iterator[Token]:
    grammar = _grammar()
    start = 0
    while start < len(text):
        end = start + _MOST_AT_ONCE
        if end < len(text):
            end = text.rfind(" ", start, end) + 1 or end
        yield from grammar.inline.parse(text[start:end], grammar, environment, [])
        start = end


@cache
def _grammar() -> MarkdownIt:
    return markdown_grammar()
