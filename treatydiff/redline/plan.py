"""In which order the paragraphs and tables of both drafts stand in a redline, and which belong together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from difflib import SequenceMatcher

from treatydiff.language.tokenizer import word_count, words
from treatydiff.records import dataclass
from treatydiff.redline.word.story import Item, Story, StoryParagraph, StoryTable, paragraphs
from treatydiff.report.comparison.redline.line_pairs import LinePair, in_order
from treatydiff.report.comparison.redline.redline import SHORTEST_MOVE

LEAST_LIKENESS = 0.5
"""Paragraphs that no provision pairs must share half of their words (Dice) to be one that was changed."""
LEAST_LIKENESS_OF_LINES = 0.75
"""Two lines of provisions that the comparison left apart. At .5 a heading, "Common register of suspects",
became an item of another article, "The location of suspects"."""
LEAST_LIKENESS_OF_TABLES = 0.25
"""Tables of figures share their heads; below this they are two tables."""
_MOST_LIKENESSES = 10_000
"""Comparisons of words in one gap; beyond it only equal paragraphs are paired."""

Kept = Callable[[StoryParagraph, StoryParagraph], tuple[int, int]]
"""How many words of A a pair of paragraphs keeps, and how many there are."""


@dataclass(frozen=True, slots=True)
class Step:
    """One item of a redline: of both drafts, or of one; `move` numbers what moved, 0 where nothing did."""

    base: Item | None
    other: Item | None
    move: int = 0


@dataclass(frozen=True, slots=True)
class ItemPartners:
    """Which items of the other draft those of the marked one are.

    `loose` says whether what has no partner may be paired by its words between its neighbours. `units` says
    which provision paragraphs of both drafts belong to, "-" where to none (titles, heads of chapters).
    """

    paragraphs: Mapping[StoryParagraph, StoryParagraph]
    tables: Mapping[StoryTable, StoryTable]
    loose: bool
    units: Mapping[StoryParagraph, str] = field(default_factory=dict)


def is_compared(item: Item) -> bool:
    """Whether an item says anything that is compared."""
    if isinstance(item, StoryTable):
        return bool(item.text.strip())
    return not item.fixed and bool(item.text.strip() or item.number or item.label)


def plan(
    base: Story, other: Story, partners: ItemPartners, kept: Kept, *, base_first: bool, first_move: int
) -> list[Step]:
    """The items of both stories in the order of the marked one.

    Args:
        base: of the file that is marked.
        other: of the other draft.
        partners: which belong together, as far as the comparison says.
        kept: measures a pair that stands in another order.
        base_first: whether the marked file is A, whose words stand before those that replace them.
        first_move: number of the next move.
    """
    here = [item for item in base if is_compared(item)]
    there = [item for item in other if is_compared(item)]
    pairs = _known(here, there, partners)
    steady = set(in_order(pairs, [1 + len(here[i].text) + len(there[j].text) for j, i in pairs]))
    moves = _moves([pair for pair in pairs if pair not in steady], pairs, here, there, kept, first_move)
    free_here = {i for i in range(len(here)) if i not in {i for _, i in (*steady, *moves)}}
    free_there = {j for j in range(len(there)) if j not in {j for j, _ in (*steady, *moves)}}
    if partners.loose:
        steady |= set(_loose(sorted(steady), here, there, free_here, free_there, partners.units))
    moved_here = {i: (j, number) for (j, i), number in moves.items()}
    moved_there = {j: (i, number) for (j, i), number in moves.items()}
    steps: list[Step] = []
    last_j = last_i = -1
    for j, i in [*sorted(steady), (len(there), len(here))]:
        ours = [_step(here[n], None, moved_here.get(n), there) for n in range(last_i + 1, i)]
        theirs = [_step(None, there[n], moved_there.get(n), here) for n in range(last_j + 1, j)]
        # What still belongs to the provision above comes before what begins another one.
        rest_here = _first_outside(here, last_i, i, partners.units)
        rest_there = _first_outside(there, last_j, j, partners.units)
        inside, outside = (ours[:rest_here], theirs[:rest_there]), (ours[rest_here:], theirs[rest_there:])
        for of_here, of_there in (inside, outside):
            steps += [*of_here, *of_there] if base_first else [*of_there, *of_here]
        if i < len(here):
            steps.append(Step(here[i], there[j]))
        last_j, last_i = j, i
    return steps


def _first_outside(items: Sequence[Item], above: int, below: int, units: Mapping[StoryParagraph, str]) -> int:
    """How many items between two belong to the provision of the one above them."""
    unit = _unit(items[above], units) if above >= 0 else ""
    if unit in ("", "-"):
        return 0
    gap = items[above + 1 : below]
    return next((n for n, item in enumerate(gap) if _unit(item, units) not in ("", unit)), len(gap))


def _unit(item: Item, units: Mapping[StoryParagraph, str]) -> str:
    if isinstance(item, StoryParagraph):
        return units.get(item, "")
    own = (
        units[each]
        for row in item.rows
        for _, cell in row.cells
        for each in paragraphs(cell)
        if each in units
    )
    return next(own, "")


def _step(
    base: Item | None, other: Item | None, move: tuple[int, int] | None, across: Sequence[Item]
) -> Step:
    """A step of one side; of a move both items are named, and `move` is negative on the other's side."""
    if move is None:
        return Step(base, other)
    partner, number = across[move[0]], move[1]
    return Step(base, partner, number) if base is not None else Step(partner, other, -number)


def _known(here: Sequence[Item], there: Sequence[Item], partners: ItemPartners) -> list[LinePair]:
    at = {id(item): j for j, item in enumerate(there)}
    pairs: list[LinePair] = []
    for i, item in enumerate(here):
        found: Item | None = (
            partners.paragraphs.get(item) if isinstance(item, StoryParagraph) else partners.tables.get(item)
        )
        if found is not None and id(found) in at:
            pairs.append((at[id(found)], i))
    return pairs


def _moves(
    moved: Sequence[LinePair],
    pairs: Sequence[LinePair],
    here: Sequence[Item],
    there: Sequence[Item],
    kept: Kept,
    first: int,
) -> dict[LinePair, int]:
    """The numbers of moves of pairs out of order; what keeps too few of its words is no move."""
    paired_here, paired_there = {i for _, i in pairs}, {j for j, _ in pairs}
    groups: list[list[LinePair]] = []
    for pair in moved:
        if isinstance(here[pair[1]], StoryTable):
            continue
        last = groups[-1][-1] if groups else None
        beside = (
            last is not None
            and last[0] < pair[0]
            and paired_there.isdisjoint(range(last[0] + 1, pair[0]))
            and paired_here.isdisjoint(range(last[1] + 1, pair[1]))
        )
        if beside:
            groups[-1].append(pair)
        else:
            groups.append([pair])
    numbers: dict[LinePair, int] = {}
    for group in groups:
        counts = [kept(here[i], there[j]) for j, i in group]  # type: ignore[arg-type]
        same, old = sum(each for each, _ in counts), sum(each for _, each in counts)
        if same >= SHORTEST_MOVE and 2 * same >= old:
            for pair in group:
                numbers[pair] = first + len(numbers)
    return numbers


def _loose(
    steady: Sequence[LinePair],
    here: Sequence[Item],
    there: Sequence[Item],
    free_here: set[int],
    free_there: set[int],
    units: Mapping[StoryParagraph, str],
) -> Iterator[LinePair]:
    """Pairs of what the comparison does not speak of, between the pairs that it knows."""
    last_j = last_i = -1
    for j, i in [*steady, (len(there), len(here))]:
        ours = [n for n in range(last_i + 1, i) if n in free_here]
        theirs = [n for n in range(last_j + 1, j) if n in free_there]
        last_j, last_i = j, i
        if not ours or not theirs:
            continue
        keys_there, keys_here = [_key(there[n]) for n in theirs], [_key(here[n]) for n in ours]
        matcher = SequenceMatcher(None, keys_there, keys_here, autojunk=False)
        for tag, from_j, to_j, from_i, to_i in matcher.get_opcodes():
            if tag == "equal":
                yield from zip(theirs[from_j:to_j], ours[from_i:to_i], strict=True)
            elif tag == "replace" and (to_j - from_j) * (to_i - from_i) <= _MOST_LIKENESSES:
                yield from _near(theirs[from_j:to_j], ours[from_i:to_i], here, there, units)


def _key(item: Item) -> tuple[bool, str]:
    return isinstance(item, StoryTable), " ".join(item.text.split())


def _near(
    theirs: Sequence[int],
    ours: Sequence[int],
    here: Sequence[Item],
    there: Sequence[Item],
    units: Mapping[StoryParagraph, str],
) -> Iterator[LinePair]:
    """The pairs, in order, that have most words in common; each must have its least share.

    Two lines of provisions were compared already, and need more.
    """
    words_there = [_words(there[n]) for n in theirs]
    words_here = [_words(here[n]) for n in ours]
    common = [
        [
            len(one & other) if _is_enough(_dice(one, other), here[i], there[j], units) else 0
            for i, one in zip(ours, words_here, strict=True)
        ]
        for j, other in zip(theirs, words_there, strict=True)
    ]
    best = [[0] * (len(ours) + 1) for _ in range(len(theirs) + 1)]
    for y in reversed(range(len(theirs))):
        for x in reversed(range(len(ours))):
            paired = common[y][x] + best[y + 1][x + 1] if common[y][x] else 0
            best[y][x] = max(best[y + 1][x], best[y][x + 1], paired)
    y = x = 0
    while y < len(theirs) and x < len(ours):
        if common[y][x] and best[y][x] == common[y][x] + best[y + 1][x + 1]:
            yield theirs[y], ours[x]
            y, x = y + 1, x + 1
        elif best[y][x] == best[y + 1][x]:
            y += 1
        else:
            x += 1


def _is_enough(likeness: float, one: Item, other: Item, units: Mapping[StoryParagraph, str]) -> bool:
    least = LEAST_LIKENESS_OF_TABLES if isinstance(one, StoryTable) else LEAST_LIKENESS
    if all(isinstance(each, StoryParagraph) and each in units for each in (one, other)):
        least = LEAST_LIKENESS_OF_LINES
    return type(one) is type(other) and likeness >= least


def are_alike(one: Item, other: Item, units: Mapping[StoryParagraph, str]) -> bool:
    """Whether two items have words enough in common (Dice) to be one that was changed."""
    return _is_enough(shared_words(one, other), one, other, units)


def shared_words(one: Item, other: Item) -> float:
    """The share of their words that two items have in common (Dice)."""
    return _dice(_words(one), _words(other))


def _words(item: Item) -> set[str]:
    return {word.key for word in words(item.text)}


def _dice(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def words_kept(edits: Sequence[tuple[str, str]]) -> tuple[int, int]:
    """How many words of A edits keep, and how many there are.

    Args:
        edits: operations "equal", "delete" and "insert" with their text.
    """
    return (
        sum(word_count(text) for op, text in edits if op == "equal"),
        sum(word_count(text) for op, text in edits if op != "insert"),
    )
