"""What structure knows about a block before it knows what it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatydiff.model import Block, Span
from treatydiff.records import dataclass
from treatydiff.structure.sourced import SourcedText, from_block

_CLOSERS = "])}\"'”’»›*"
_SENTENCE_END = frozenset(".;:!?。；：！？؛؟")
_PAUSE_SIGNS = frozenset(",;:.，；：。،؛")
_JOINING_WORDS = frozenset(("and", "or", "et", "ou", "y", "o", "и", "или", "و", "أو"))
_LONG_LINE = 45
"""Code points from which an unended line of a text without layout is taken to run on."""
_NEAR = 20
"""Lines before a line, and as many from it on, that show how wide the text is set."""


@dataclass(frozen=True, slots=True)
class Line:
    """A block with its canonical characters and the typographic cues that headings rest on."""

    block: Block
    sourced: SourcedText

    @property
    def text(self) -> str:
        """The canonical characters."""
        return self.sourced.text

    @property
    def styled(self) -> bool:
        """Whether the look alone sets it apart: centred, bold, or a heading style."""
        return self.block.centred or self.block.bold or is_heading_style(self.block.style)

    @property
    def upper(self) -> bool:
        """Whether nearly all of its cased letters are capitals."""
        return mostly_upper(self.text)

    @property
    def set_apart(self) -> bool:
        """Whether it may be a title: by its look, or below white space with a capital."""
        begins = bool(self.block.starts_paragraph) and not self.text[:1].islower()
        return self.styled or self.upper or begins


def to_lines(blocks: Sequence[Block], *, apply_marks: bool = False) -> tuple[Line, ...]:
    """The blocks that have visible characters or a generated number.

    Args:
        blocks: what a reader returned.
        apply_marks: whether struck-through words are deleted and underlined ones inserted.
    """
    lines = (Line(block, from_block(block, apply_marks=apply_marks)) for block in blocks)
    return tuple(line for line in lines if line.text or line.block.number)


def struck_spans(blocks: Sequence[Block]) -> list[Span]:
    """Where words are struck through.

    Args:
        blocks: what a reader returned.
    """
    spans: list[Span] = []
    for block in blocks:
        at = 0
        for run in block.runs:
            if run.strike and run.note is None:
                spans.append(Span(block.index, at, at + len(run.text)))
            at += len(run.text)
    return spans


def is_heading_style(style: str) -> bool:
    """Whether a paragraph style's name says that it is for headings ("Heading 1", "Title")."""
    return re.match(r"(?:heading|title|subtitle|_?\s?H\s?_|_?\s?H\s?CH)", style, re.IGNORECASE) is not None


def mostly_upper(text: str) -> bool:
    """Whether at least three letters are cased and nine tenths of these are capitals."""
    upper = sum(map(str.isupper, text))
    lower = sum(map(str.islower, text))
    return upper >= 3 and upper >= 9 * lower


def has_no_case(text: str) -> bool:
    """Whether a text is of a script without capitals (Chinese, Arabic)."""
    return text.upper() == text.lower()


def ends_sentence(text: str) -> bool:
    """Whether a text ends in a full stop, semicolon, colon, question or exclamation mark."""
    bare = text.rstrip().rstrip(_CLOSERS).rstrip()
    return not bare or bare[-1] in _SENTENCE_END


def pauses(text: str) -> bool:
    """Whether a text ends in a mark of punctuation, an "and" or "or" behind it left aside."""
    start = _start_of_signs(text, len(text))
    if not _PAUSE_SIGNS.isdisjoint(text[start:]):
        return True
    word = start
    while word and _is_of_word(text[word - 1]):
        word -= 1
    if text[word:start] not in _JOINING_WORDS:
        return False
    return not _PAUSE_SIGNS.isdisjoint(text[_start_of_signs(text, word) : word])


def _start_of_signs(text: str, end: int) -> int:
    """Where the spaces and signs begin that end at a place."""
    while end and not _is_of_word(text[end - 1]):
        end -= 1
    return end


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def runs_on(lines: Sequence[Line], at: int) -> bool:
    """Whether line `at` continues the line before it rather than beginning something.

    A reader's certainty decides; otherwise an unended line that was long or full runs on.
    """
    line = lines[at]
    if line.block.starts_paragraph is not None:
        return not line.block.starts_paragraph
    if at == 0:
        return False
    before = lines[at - 1]
    if before.block.centred or before.block.bold != line.block.bold:
        return False
    return not ends_sentence(before.text) and len(before.text) >= _LONG_LINE


def ends_around(lines: Sequence[Line], at: int) -> list[float]:
    """Where the lines around line `at` end, it among them, in points; those without a place are left out."""
    around = lines[max(0, at - _NEAR) : at + _NEAR]
    return [line.block.x1 for line in around if line.block.x1 is not None]


def starts_lower(text: str) -> bool:
    """Whether the first letter of a text is lower-case and nothing but brackets stands before it."""
    found = re.match(r"[\[［【({\s]*([^\W\d_])", text)
    return found is not None and found.group(1).islower()
