"""A comparison as one running text with tracked changes, from which either draft can be restored.

Taking the deletions and the moved-from passages out leaves B, line by line and in its order; taking
the insertions and the moved-to passages out leaves A.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Literal

from treatydiff.language.tokenizer import word_count
from treatydiff.model import ClauseDiff, Comparison, EditOp
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.report.comparison.redline.line_pairs import LinePair, clause_diffs, in_order, line_pairs
from treatydiff.report.kit.printed_lines import PrintedLine, printed_lines

State = Literal["kept", "inserted", "deleted", "moved_from", "moved_to"]
EditPiece = tuple[EditOp, str]

SHORTEST_MOVE = 6
"""Words that a passage must keep to be shown as moved; below it, it is deleted here and inserted there."""

_WORDS = pattern_of(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class RedlineLine:
    """One paragraph of the redline.

    `state` is what became of the whole paragraph; in a moved one, "equal" pieces are the words that
    moved. `gap` is what stands between label and text. `move` numbers the passage that moved
    together, from 1; 0 where nothing did.
    """

    state: State
    line: PrintedLine
    label: tuple[EditPiece, ...]
    gap: EditOp | None
    text: tuple[EditPiece, ...]
    move: int = 0


def redline(comparison: Comparison) -> tuple[RedlineLine, ...]:
    """Both drafts as one sequence of paragraphs in the order of B.

    What only A has stands where it stood relative to its neighbours. Whole passages that changed
    their place stand in both, joined by the number of their move.
    """
    lines_a, lines_b = printed_lines(comparison.a), printed_lines(comparison.b)
    pairs = line_pairs(comparison, lines_a, lines_b)
    diffs = clause_diffs(comparison)
    weights = [1 + len(lines_a[left].whole) + len(lines_b[right].whole) for left, right in pairs]
    steady = in_order(pairs, weights)
    both = {pair: _both(lines_a[pair[0]], lines_b[pair[1]], diffs) for pair in pairs}
    moves = _moves([pair for pair in pairs if pair not in steady], pairs, both)
    from_a = {left: (right, moves[left, right]) for left, right in pairs if (left, right) in moves}
    from_b = {right: (left, number) for left, (right, number) in from_a.items()}

    def of_a(at: int) -> RedlineLine:
        if at in from_a:
            right, number = from_a[at]
            return _one_side(both[at, right], "moved_from", lines_a[at], number)
        return _whole(lines_a[at], "deleted")

    def of_b(at: int) -> RedlineLine:
        if at in from_b:
            left, number = from_b[at]
            return _one_side(both[left, at], "moved_to", lines_b[at], number)
        return _whole(lines_b[at], "inserted")

    numbers_a = {at: number for at, (_, number) in from_a.items()}
    numbers_b = {at: number for at, (_, number) in from_b.items()}
    result: list[RedlineLine] = []
    last_a = last_b = -1
    ends: list[LinePair] = [*sorted(steady), (len(lines_a), len(lines_b))]
    for left, right in ends:
        gap_a, gap_b = range(last_a + 1, left), range(last_b + 1, right)
        unit_a = lines_a[last_a].unit if last_a >= 0 else ""
        unit_b = lines_b[last_b].unit if last_b >= 0 else ""
        rest_a = _first_outside(gap_a, lines_a, unit_a, numbers_a)
        rest_b = _first_outside(gap_b, lines_b, unit_b, numbers_b)
        # What still belongs to the provision above comes before what begins another one.
        result += map(of_a, gap_a[:rest_a])
        result += map(of_b, gap_b[:rest_b])
        result += map(of_a, gap_a[rest_a:])
        result += map(of_b, gap_b[rest_b:])
        if (left, right) in both:
            result.append(both[left, right])
        last_a, last_b = left, right
    return tuple(parted(line, behind) for line, behind in zip(result, [*result[1:], None], strict=True))


def parted(line: RedlineLine, behind: RedlineLine | None) -> RedlineLine:
    """A line whose last words changed, with deleted words at its end where an inserted line follows.

    LibreOffice takes an insertion at the end of a paragraph and the inserted paragraph behind it for
    one, and loses the end of the paragraph between them when it rejects that.
    """
    follows = behind is not None and behind.state in ("inserted", "moved_to")
    if line.state != "kept" or not follows:
        return line
    same = max((at for at, (op, _) in enumerate(line.text) if op == "equal"), default=-1) + 1
    before, last = line.text[:same], line.text[same:]
    if before and last and all(op == "insert" for op, _ in last):
        # Nothing was replaced: the last word that stays is written anew, to stand at the end as well.
        word = _WORDS.findall(before[-1][1])[-1]
        kept = before[-1][1].removesuffix(word)
        before = (*before[:-1], ("equal", kept)) if kept else before[:-1]
        last = (("insert", word), *last, ("delete", word))
    return replace(line, text=(*before, *sorted(last, key=lambda piece: piece[0] == "delete")))


def _first_outside(gap: range, lines: Sequence[PrintedLine], unit: str, moves: Mapping[int, int]) -> int:
    """How many lines of a gap belong to the unit before it; what moves together is not torn apart."""
    inside = next((n for n, at in enumerate(gap) if not unit or lines[at].unit != unit), len(gap))
    begun = {moves[at] for at in gap[:inside] if moves.get(at)}
    torn = [n for n, at in enumerate(gap) if n >= inside and moves.get(at) in begun]
    return torn[-1] + 1 if torn else inside


def _both(a: PrintedLine, b: PrintedLine, diffs: Mapping[tuple[str, str], ClauseDiff]) -> RedlineLine:
    """The line that both drafts have, with what changed in it."""
    gaps = bool(a.label and a.text), bool(b.label and b.text)
    gap: EditOp | None = "equal" if all(gaps) else "delete" if gaps[0] else "insert" if gaps[1] else None
    diff = diffs.get((a.id, b.id)) if a.role == "clause" else None
    text = tuple((edit.op, edit.text) for edit in diff.edits) if diff else ()
    if _side(text, "insert") != a.text or _side(text, "delete") != b.text:
        text = word_pieces(a.text, b.text)
    if a.role == "clause":
        label: tuple[EditPiece, ...] = _replaced(a.label, b.label)
    else:
        label = word_pieces(a.label, b.label)
    return RedlineLine("kept", b, label, gap, text)


def _replaced(old: str, new: str) -> tuple[EditPiece, ...]:
    """A short label that is replaced as a whole: "(d)" by "(e)"."""
    if old == new:
        return (("equal", old),) if old else ()
    pieces: tuple[EditPiece, ...] = (("delete", old), ("insert", new))
    return tuple(piece for piece in pieces if piece[1])


def _side(pieces: Sequence[EditPiece], without: EditOp) -> str:
    return "".join(text for op, text in pieces if op != without)


def _whole(line: PrintedLine, state: Literal["inserted", "deleted"]) -> RedlineLine:
    op: EditOp = "insert" if state == "inserted" else "delete"
    return RedlineLine(
        state,
        line,
        ((op, line.label),) if line.label else (),
        op if line.label and line.text else None,
        ((op, line.text),) if line.text else (),
    )


def _one_side(
    both: RedlineLine, state: Literal["moved_from", "moved_to"], line: PrintedLine, number: int
) -> RedlineLine:
    """What one draft has of a line that moved; a move of no number is a deletion and an insertion."""
    if not number:
        return _whole(line, "deleted" if state == "moved_from" else "inserted")
    other: EditOp = "insert" if state == "moved_from" else "delete"
    return replace(
        both,
        state=state,
        line=line,
        label=tuple(piece for piece in both.label if piece[0] != other),
        gap=None if both.gap == other else both.gap,
        text=tuple(piece for piece in both.text if piece[0] != other),
        move=number,
    )


def word_pieces(old: str, new: str) -> tuple[EditPiece, ...]:
    """The words that two short texts share and those that they do not, in order.

    Args:
        old: a heading or number of A.
        new: that of B.
    """
    if old == new:
        return _replaced(old, new)
    left, right = _WORDS.findall(old), _WORDS.findall(new)
    pieces: list[EditPiece] = []
    for _, from_a, to_a, from_b, to_b in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        gone, come = "".join(left[from_a:to_a]), "".join(right[from_b:to_b])
        if gone == come:
            pieces.append(("equal", gone))
            continue
        pieces += [piece for piece in (("delete", gone), ("insert", come)) if piece[1]]
    return tuple(pieces)


def _moves(
    moved: Sequence[LinePair], pairs: Sequence[LinePair], both: Mapping[LinePair, RedlineLine]
) -> dict[LinePair, int]:
    """The number of the move of every pair out of order; 0 where too little is left of the words.

    Lines that stand together in both drafts move together.
    """
    paired_a, paired_b = {left for left, _ in pairs}, {right for _, right in pairs}
    groups: list[list[LinePair]] = []
    for left, right in moved:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and last[0] < left
            and paired_a.isdisjoint(range(last[0] + 1, left))
            and paired_b.isdisjoint(range(last[1] + 1, right))
        ):
            groups[-1].append((left, right))
        else:
            groups.append([(left, right)])
    numbers: dict[LinePair, int] = {}
    count = 0
    for group in groups:
        real = _keeps_its_words(both[pair] for pair in group)
        count += real
        numbers |= dict.fromkeys(group, count if real else 0)
    return numbers


def _keeps_its_words(lines: Iterator[RedlineLine]) -> bool:
    kept = old = 0
    for line in lines:
        if line.line.role == "clause":
            kept += sum(word_count(text) for op, text in line.text if op == "equal")
            old += sum(word_count(text) for op, text in line.text if op != "insert")
    return kept >= SHORTEST_MOVE and 2 * kept >= old
