"""Lines become paragraphs: what continues what, and how line ends join."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from treatydiff.language.grammar import Grammar
from treatydiff.language.words.numbers import number_forms
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.structure.labels import Label, label_values, read_generated, read_label
from treatydiff.structure.lines import Line, ends_around, ends_sentence, pauses, starts_lower
from treatydiff.structure.sourced import SourcedText, chain

_HYPHEN_END = pattern_of(r"[^\W\d_][\-\u2010]$")
_INNER_HYPHEN = pattern_of(r"(?<![^\W_])[^\W_]+(?:[-\u2010][^\W_]+)+")
_CUT_WORD = pattern_of(r"(?<![^\W_])(?<![^\W_][-\u2010])[^\W_]++(?:[-\u2010][^\W_]++)*+[-\u2010]$")
_WORD_START = pattern_of(r"[^\W_]+")
_WORD = pattern_of(r"(?<![\w-])[^\W\d_]+(?![\w-])")
_CUT = pattern_of(r"(?<![^\W\d_])([^\W\d_]+)[-\u2010]$")
_FIRST_WORD = pattern_of(r"[^\W\d_]+")
_SUSPENDED = pattern_of(r"(?:and|or|to|et|ou|y|o|und)\b")
_SHORT_LINE = 45
_WIDEST_MEASURE = 120
"""Code points past which a line of plain text is a paragraph that nobody wrapped."""
_FEW_LINES = 20
_COLUMN = 6.0
"""Points that a column of plain text counts as."""
_MID_SENTENCE_SHARE = 0.10
"""Share of unended lines up to which a text counts as never wrapped; wrapped ones have a third."""
_ITEM_END = pattern_of(r"[;；؛]\s*(?:and|or|and/or|et|ou|et/ou|y|o|e|u|y/o|и|или|и/или|و|أو|和|或)\s*$")
"""The end of an item in a list; a label behind it is the next item's and no reference."""
_ITEM_PAUSE = pattern_of(r"[;:；：؛]\s*$")
"""The end of a lead-in or of an item; behind it a line may begin an item that has no label."""
_TAIL = 1_000
"""Code points at the end of the lines joined so far that tell how the next one joins."""
_INDENT = 6.0
_FULL = 12.0
"""Points that a full line may fall short of the longest line near it."""
_TENS = frozenset(form.word for form in number_forms("en") if 20 <= form.value < 100 and not form.ordinal)


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
    def generated(self) -> str:
        """The number that the file generates before it, empty where there is none."""
        return self.first.block.number.strip()

    def label(self, language: str) -> Label | None:
        """Its label: the number that the file generates, else what is typed.

        Args:
            language: code of the draft's language.
        """
        return read_generated(self.generated, language) if self.generated else read_label(self.text, language)

    @property
    def page(self) -> int | None:
        """The page it begins on."""
        return self.first.block.page


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a draft prints inside its lines, and whether lines end where paragraphs do.

    `hyphenated` and `words` are casefolded: hyphenated words, and words without hyphens.
    `never_wrapped` holds for plain text in which hardly a line ends in mid-sentence. `cuts_words` is
    whether hyphens at line ends cut words, or stand there only because the words have them: told by
    those of the cut words that the draft prints whole, in one form or the other.
    """

    hyphenated: frozenset[str]
    words: frozenset[str]
    never_wrapped: bool = False
    cuts_words: bool = True


def vocabulary_of(lines: Sequence[Line]) -> Vocabulary:
    """The words of a draft that tell how to join a hyphen at a line end; none where no line ends in one."""
    hyphenated: set[str] = set()
    words: set[str] = set()
    parts_words = any(_HYPHEN_END.search(line.text[-2:]) for line in lines)
    for line in lines if parts_words else ():
        # The last word of a line may be the first half of one, and the next line's first its rest.
        inner = line.text.casefold().replace("\u2010", "-")
        if "-" in inner:
            hyphenated.update(_INNER_HYPHEN.findall(inner))
        words.update(_WORD.findall(inner)[1:-1])
    cuts = list(_cut_words(lines))
    whole = sum(cut.replace("-", "") in words for cut in cuts)
    compound = sum(cut in hyphenated for cut in cuts)
    return Vocabulary(frozenset(hyphenated), frozenset(words), _never_wrapped(lines), whole >= compound)


def _cut_words(lines: Sequence[Line]) -> Iterator[str]:
    """The words that a hyphen at a line end parts, with it, casefolded."""
    for line, following in pairwise(lines):
        ending = _CUT.search(line.text) if line.text[-1:] in ("-", "\u2010") else None
        beginning = _FIRST_WORD.match(following.text)
        if ending and beginning and beginning.group().islower():
            yield f"{ending.group(1)}-{beginning.group()}".casefold()


def _never_wrapped(lines: Sequence[Line]) -> bool:
    long = [line for line in lines if line.block.size is None and len(line.text) >= _SHORT_LINE]
    broken = sum(not pauses(line.text) and not line.styled and not line.upper for line in long)
    return len(long) >= _FEW_LINES and broken <= _MID_SENTENCE_SHARE * len(long)


def join_lines(
    lines: Sequence[Line],
    start: int,
    end: int,
    grammar: Grammar,
    vocabulary: Vocabulary,
    *,
    preamble: bool,
) -> list[Paragraph]:
    """The paragraphs that lines `start` to `end` make.

    Args:
        lines: all lines of the file.
        start, end: which of them, from one heading to the next.
        grammar: the grammar of the language.
        vocabulary: the draft's words, which tell how to join a hyphen at a line end.
        preamble: whether these lines may hold preambular paragraphs.
    """
    groups: list[list[int]] = []
    for at in range(start, end):
        own_paragraph = vocabulary.never_wrapped and not _is_label_only(lines[at - 1], grammar)
        if groups and not own_paragraph and _continues(lines, groups[-1], at, grammar, preamble=preamble):
            groups[-1].append(at)
        else:
            groups.append([at])
    return [_joined(lines, group, grammar, vocabulary) for group in groups]


def _continues(lines: Sequence[Line], group: list[int], at: int, grammar: Grammar, *, preamble: bool) -> bool:
    line, before = lines[at], lines[at - 1]
    if line.block.number or line.block.cell != before.block.cell:
        return False
    label = read_label(line.text, grammar.code)
    if len(group) == 1 and _is_label_only(before, grammar):
        return label is None or label.family == "letter"
    if preamble and (_is_preamble_word(line, grammar) or _is_preamble_word(before, grammar)):
        return False
    if _is_option_line(line, before, grammar):
        return False
    if line.block.starts_paragraph:
        return label is None and _hangs_from_full(lines, group, at, grammar)
    if line.block.starts_paragraph is False:
        return not (label is not None and _begins_list(label, before, grammar))
    return _continues_by_words(lines, group, at, label, grammar, preamble=preamble)


def _continues_by_words(
    lines: Sequence[Line], group: list[int], at: int, label: Label | None, grammar: Grammar, *, preamble: bool
) -> bool:
    """What continues what where the reader does not know: by labels, sentence ends and margins."""
    line, before = lines[at], lines[at - 1]
    ended = ends_sentence(before.text)
    if label is not None and label.family == "margin":
        return False
    if label is not None and label.family != "bullet":
        return not ended and _ITEM_END.search(before.text) is None and (
            grammar.reference_word.search(before.text) is not None
        )  # fmt: skip
    if grammar.option.match(line.text) or grammar.closing_opener.match(line.text):
        return False
    if preamble and _opens_recital(line, before, grammar):
        return False
    if line.block.centred != before.block.centred:
        return False
    if line.block.centred and line.block.page != before.block.page:
        # A cover ends with its page; the title is printed once more on the next.
        return False
    if _hangs(lines[group[0]], line, grammar):
        return True
    if before.block.size is None and len(before.text) > _WIDEST_MEASURE and pauses(before.text):
        # A line this long was never wrapped: where it pauses, its paragraph ends, but for a page turn.
        return line.block.page != before.block.page and starts_lower(line.text)
    if not ended:
        return starts_lower(line.text) or len(before.text) >= _SHORT_LINE or before.block.x1 is not None
    if line.block.page != before.block.page and _ends_item(lines[group[0]], before, grammar):
        return False
    if line.block.starts_paragraph is None and _returns_from_full(lines, group, at):
        return True
    if _ITEM_PAUSE.search(before.text) and _had_room(lines, at):
        return False
    return line.block.x1 is not None and starts_lower(line.text)


def _had_room(lines: Sequence[Line], at: int) -> bool:
    """Whether the first word of a line would have stood on the line before, so that this one ended there."""
    before, line = lines[at - 1].block, lines[at].block
    if before.x1 is None or line.x0 is None or line.x1 is None:
        return False
    near = ends_around(lines, at)
    word = lines[at].text.split(" ", 1)[0]
    character = (line.x1 - line.x0) / max(1, len(lines[at].text))
    return before.x1 + character * (len(word) + 2) < max(near)


def _ends_item(first: Line, before: Line, grammar: Grammar) -> bool:
    """Whether a labelled item has ended with a semicolon, so that text behind it closes the list."""
    return (
        before.text.rstrip(" ]").endswith((";", "；", "؛"))
        and read_label(first.text, grammar.code) is not None
    )


def _returns_from_full(lines: Sequence[Line], group: Sequence[int], at: int) -> bool:
    """Whether a line goes back to the margin from an indented first line, behind a line set full."""
    first, before, line = lines[group[0]].block, lines[at - 1].block, lines[at].block
    if first.x0 is None or line.x0 is None or before.x1 is None or line.x0 > first.x0 - _INDENT:
        return False
    near = ends_around(lines, at)
    if before.centred or line.centred:
        return False
    if line.size is None:
        # Columns of text are ragged: a line is full where the next word had no room on it.
        word = lines[at].text.split(" ", 1)[0]
        return before.x1 + _COLUMN * (len(word) + 1) > max(near)
    return before.x1 >= sorted(near)[len(near) * 3 // 4] - 1.5


def _hangs_from_full(lines: Sequence[Line], group: Sequence[int], at: int, grammar: Grammar) -> bool:
    """Whether an indented line hangs below its label: the line before is unended, and full or goes on."""
    before, line = lines[at - 1], lines[at]
    if before.block.x1 is None or line.block.x1 is None or ends_sentence(before.text):
        return False
    if line.block.page != before.block.page or line.block.bold != before.block.bold:
        return False
    if not _hangs(lines[group[0]], line, grammar):
        return False
    near = ends_around(lines, at)
    full = before.block.x1 >= max(near) - _FULL or not _had_room(lines, at)
    return full or starts_lower(line.text)


def _is_option_line(line: Line, before: Line, grammar: Grammar) -> bool:
    """Whether a line behind a finished one begins with an option's label and a colon."""
    option = grammar.option.match(line.text)
    if option is None or not option.group("label")[:1].isupper():
        return False
    finished = ends_sentence(before.text) or before.text.rstrip().endswith(("]", "}"))
    return finished and option.group("rest").lstrip().startswith((":", "："))


def _begins_list(label: Label, before: Line, grammar: Grammar) -> bool:
    """Whether a label is the first of a list that the line before announces with a colon."""
    first = any(position == 1 for _, position in label_values(label, grammar.code))
    return first and label.family != "bullet" and before.text.rstrip(" ]").endswith((":", "："))


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


def _joined(lines: Sequence[Line], group: list[int], grammar: Grammar, vocabulary: Vocabulary) -> Paragraph:
    pieces = [("", lines[group[0]].sourced)]
    end = pieces[0][1].text
    for at in group[1:]:
        line = lines[at].sourced
        between, keeps = _seam(end, line.text, vocabulary, spaced=not grammar.joins_without_space)
        if not keeps:
            pieces[-1] = (pieces[-1][0], pieces[-1][1].slice(0, len(pieces[-1][1].text) - 1))
            end = end[:-1]
        pieces.append((between, line))
        end = (end + between + line.text)[-_TAIL:]
    return Paragraph(chain(pieces), lines[group[0]], group[0], len(group))


def _seam(left: str, right: str, vocabulary: Vocabulary, *, spaced: bool) -> tuple[str, bool]:
    """What joins two lines, and whether a hyphen at the end of the left one is kept.

    It joins without one unless the word is written with it.
    """
    if _HYPHEN_END.search(left[-2:]) and right[:1].isalpha():
        if _SUSPENDED.match(right):
            return " ", True
        ending = _CUT_WORD.search(left)
        beginning = _WORD_START.match(right)
        whole = ((ending.group() if ending else "") + (beginning.group() if beginning else "")).casefold()
        return "", right[:1].isupper() or _keeps_hyphen(whole.replace("\u2010", "-"), vocabulary)
    return (" " if spaced or _latin_boundary(left, right) else ""), True


def _keeps_hyphen(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word cut at a line end is written with its hyphen.

    It is where the draft writes it so inside a line, after a word for tens, in a draft that cuts no
    words, and where both parts are words of the draft but the two joined are none.
    """
    first, _, last = word.rpartition("-")
    if word in vocabulary.hyphenated or first in _TENS:
        return True
    joined = first.replace("-", "") + last
    known = vocabulary.words
    if not vocabulary.cuts_words:
        return joined not in known
    return joined not in known and min(len(first), len(last)) >= 3 and {first, last} <= known


def _latin_boundary(left: str, right: str) -> bool:
    return left[-1:].isascii() and left[-1:].isalnum() and right[:1].isascii() and right[:1].isalnum()
