"""Text that remembers which characters of which block it came from, and the marks on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from treatydiff.model import Attrs, Block, Mark, MarkKind, Run, Span
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

_LAYOUT_SPACE = pattern_of(r"[ \t\r\n\f\v]+")
_SOFT_HYPHEN = "\u00ad"
_LAYOUT = pattern_of(f"[\t\r\n\f\v{_SOFT_HYPHEN}]")


class RunOrigin(NamedTuple):
    """`length` characters from `at` in a text are those from `start` in block `block`."""

    at: int
    length: int
    block: int
    start: int


@dataclass(frozen=True, slots=True)
class SourcedText:
    """A piece of text with origins in order; characters that the reading added have none."""

    text: str = ""
    origins: tuple[RunOrigin, ...] = ()
    marks: tuple[Mark, ...] = ()

    def slice(self, start: int, end: int | None = None) -> SourcedText:
        """The text from `start` to `end`, with the origins and marks that reach into it."""
        stop = len(self.text) if end is None else min(end, len(self.text))
        start = min(start, stop)
        if not start and stop == len(self.text) and not self.marks:
            return self
        origins: list[RunOrigin] = []
        for at, length, block, begins in self.origins:
            first, last = max(at, start), min(at + length, stop)
            if first < last:
                origins.append(RunOrigin(first - start, last - first, block, begins + first - at))
        marks = tuple(
            replace(mark, start=max(mark.start, start) - start, end=min(mark.end, stop) - start)
            for mark in self.marks
            if (mark.start < stop and mark.end > start) or start <= mark.start == mark.end <= stop
        )
        return SourcedText(self.text[start:stop], tuple(origins), marks)

    def strip(self) -> SourcedText:
        """Without white space at either end; what is marked there is marked at the edge ("oil. ¹")."""
        left = len(self.text) - len(self.text.lstrip())
        right = max(left, len(self.text.rstrip()))
        if not left and right == len(self.text):
            return self
        if not self.marks:
            return self.slice(left, right)
        at_edges = tuple(
            replace(mark, start=max(left, min(mark.start, right)), end=max(left, min(mark.end, right)))
            if mark.start == mark.end
            else mark
            for mark in self.marks
        )
        return replace(self, marks=at_edges).slice(left, right)

    def without(self, start: int, end: int) -> SourcedText:
        """The text with `start` to `end` cut out."""
        return join((self.slice(0, start), self.slice(end)), "")

    def spans(self) -> tuple[Span, ...]:
        """Where its characters stand in the source."""
        return tuple([Span(o.block, o.start, o.start + o.length) for o in self.origins if o.length])


def join(pieces: Iterable[SourcedText], between: str) -> SourcedText:
    """The pieces one after another with `between` added between them."""
    return chain((between if number else "", piece) for number, piece in enumerate(pieces))


def chain(pieces: Iterable[tuple[str, SourcedText]]) -> SourcedText:
    """The pieces one after another, each behind the characters that are added before it."""
    text, origins, marks = "", list[RunOrigin](), list[Mark]()
    for between, piece in pieces:
        text += between
        shift = len(text)
        text += piece.text
        origins += [RunOrigin(at + shift, length, block, start) for at, length, block, start in piece.origins]
        marks += [replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in piece.marks]
    return SourcedText(text, tuple(origins), tuple(marks))


def from_block(block: Block, *, apply_marks: bool = False) -> SourcedText:
    """A block's canonical characters: note markers and soft hyphens out, layout space as one space.

    Note markers become marks of no length; revisions, strike-through, underline, colours and the markers
    of consolidated texts become marks.

    Args:
        block: what a reader returned.
        apply_marks: whether struck-through words are left out, as a deletion of no length that holds
            them, and underlined ones are marked as insertions.
    """
    if len(block.runs) == 1 and _is_canonical(block.runs[0]):
        words = block.runs[0].text
        return SourcedText(words, (RunOrigin(0, len(words), block.index, 0),)).strip()
    kept: list[tuple[str, int, tuple[tuple[MarkKind, Attrs], ...]]] = []
    notes: list[tuple[int, str]] = []
    markers: list[tuple[int, str]] = []
    struck: list[tuple[int, str]] = []
    offset, length = 0, 0
    for run in block.runs:
        if run.note is not None:
            notes.append((length, run.note))
        elif run.marker:
            markers.append((length, run.marker))
        elif apply_marks and run.strike:
            struck.append((length, run.text))
        else:
            looks = _looks(run, apply_marks=apply_marks)
            for start, piece in _visible_pieces(
                run.text, ends_in_space=bool(kept) and kept[-1][0].endswith(" ")
            ):
                kept.append((piece, offset + start, looks))
                length += len(piece)
        offset += len(run.text)
    text, origins = "", list[RunOrigin]()
    marks = [Mark("note_ref", at, at, (("label", label),)) for at, label in notes]
    marks += [
        Mark("deletion", at, at, (("form", "strike"), ("text", words.strip())))
        for at, words in struck
        if words.strip()
    ]
    marks += _consolidation(markers, length)
    last: dict[tuple[str, Attrs], int] = {}
    for piece, start, looks_of_piece in kept:
        origins.append(RunOrigin(len(text), len(piece), block.index, start))
        for kind, attrs in looks_of_piece:
            at = last.get((kind, attrs))
            if at is not None and marks[at].end == len(text):
                marks[at] = replace(marks[at], end=len(text) + len(piece))
            else:
                last[kind, attrs] = len(marks)
                marks.append(Mark(kind, len(text), len(text) + len(piece), attrs))
        text += piece
    marks.sort(key=lambda mark: (mark.start, mark.end, mark.kind))
    return SourcedText(text, tuple(origins), tuple(marks)).strip()


def _is_canonical(run: Run) -> bool:
    """Whether a run is canonical text as it is: words without marks and without layout space."""
    marked = run.note is not None or run.marker or run.revision is not None or run.strike or run.underline
    return not (marked or run.colour or run.ground) and bool(run.text) and _is_even(run.text)


def _is_even(text: str) -> bool:
    """Whether a text has neither layout space nor soft hyphens."""
    return "  " not in text and _LAYOUT.search(text) is None


def _looks(run: Run, *, apply_marks: bool) -> tuple[tuple[MarkKind, Attrs], ...]:
    """The marks that the look of a run makes on its words, with their attributes."""
    looks: list[tuple[MarkKind, Attrs]] = []
    if run.revision is not None:
        looks.append((run.revision.kind, (("author", run.revision.author), ("date", run.revision.date))))
    if run.strike:
        looks.append(("strike", ()))
    if run.underline:
        looks.append(("insertion", (("form", "underline"),)) if apply_marks else ("underline", ()))
    looks += [
        ("colour", (("colour", colour), ("form", form)))
        for colour, form in ((run.colour, "letters"), (run.ground, "ground"))
        if colour
    ]
    return tuple(looks)


def _consolidation(markers: Sequence[tuple[int, str]], length: int) -> Iterator[Mark]:
    """Marks with the act that brought a passage: over "►M1 … ◄", or where "▼M1" stands.

    Args:
        markers: where each stands, and what is printed.
        length: of the text, to the end of which a passage goes that its block does not close.
    """
    opened: list[tuple[int, str]] = []
    for at, printed in markers:
        if printed.startswith("►"):
            opened.append((at, printed))
        elif printed == "◄":
            start, opener = opened.pop() if opened else (at, printed)
            yield _consolidated(start, at, opener)
        else:
            yield _consolidated(at, at, printed)
    for at, printed in opened:
        yield _consolidated(at, length, printed)


def _consolidated(start: int, end: int, printed: str) -> Mark:
    return Mark("consolidation", start, end, (("act", printed.lstrip("►▼◄")), ("printed", printed)))


def _visible_pieces(text: str, *, ends_in_space: bool) -> list[tuple[int, str]]:
    """Stretches of a run that stand in the canonical text, each with where it began in the run."""
    if _is_even(text):
        start = int(ends_in_space and text.startswith(" "))
        return [(start, text[start:])] if len(text) > start else []
    pieces: list[tuple[int, str]] = []
    for start, stretch in _split_at(text, _SOFT_HYPHEN):
        at = 0
        for space in _LAYOUT_SPACE.finditer(stretch):
            if space.group() == " ":
                continue
            if space.start() > at:
                pieces.append((start + at, stretch[at : space.start()]))
            pieces.append((start + space.start(), " "))
            at = space.end()
        if at < len(stretch):
            pieces.append((start + at, stretch[at:]))
    kept: list[tuple[int, str]] = []
    for start, piece in pieces:
        after_space = kept[-1][1].endswith(" ") if kept else ends_in_space
        if after_space and piece.startswith(" "):
            start, piece = start + 1, piece[1:]  # noqa: PLW2901 - one space between words is enough
        if piece:
            kept.append((start, piece))
    return kept


def _split_at(text: str, char: str) -> list[tuple[int, str]]:
    parts, at = [], 0
    for part in text.split(char):
        if part:
            parts.append((at, part))
        at += len(part) + 1
    return parts
