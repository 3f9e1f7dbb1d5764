"""What terminal reports are built of: safe text, aligned columns, redlines, rendering to a string.

Imports rich; import it only where a report is made.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from treatydiff.language.tokenizer import word_count
from treatydiff.model import EditOp
from treatydiff.naming.wording import counted, printable
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.report.kit.pieces import DiagnosticGroup, DraftCard, Passage

INSERTED = "color(32) underline"
DELETED = "color(166) strike"
QUIET = "dim"
STRONG = "bold"
LABEL_WIDTH = 13
CONTEXT_WORDS = 12
"""Words of an equal run that stay on each side of a change; longer runs are cut with an ellipsis."""

SCREEN = 24
"""Lines behind the answer from which on it is said once more at the end."""

HELD = "\ue000"
"""A space at which no line is broken, until all is laid out; rich breaks lines at U+00A0 too."""
_HELD_SPACE = pattern_of(r"(?<=\d) (?=%)|(?<=\bArt\.) (?=\d)|(?<=\bp\.) (?=\d)")

SHORTEST_GAP = 4
"""Words that are not worth an ellipsis."""

_SPACES = pattern_of(r"\s+")


def safe(text: str) -> str:
    """Text that cannot steer a terminal, on one column grid: no control characters, no tabs."""
    return printable(text.replace("\t", " "))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a report answers, in one or two lines; it is said again where more than a screen follows it.

    Args:
        shown: the answer.
        again: how it is said at the end; as before if None.
    """

    shown: RenderableType
    again: RenderableType | None = None

    def __rich__(self) -> RenderableType:
        """What rich shows of it."""
        return self.shown


def rendered(parts: Iterable[RenderableType], *, width: int, colour: bool) -> str:
    """Renderables as one string, without spaces at line ends; the answer among them first and last.

    Args:
        parts: what is shown, in order.
        width: columns, at least 40.
        colour: whether to write ANSI colours.
    """
    listed = list(parts)
    answers = [each for each in listed if isinstance(each, Answer)]
    if not answers:
        return _printed(listed, width=width, colour=colour)
    behind = listed.index(answers[-1]) + 1
    above = _printed(listed[:behind], width=width, colour=colour)
    below = _printed(listed[behind:], width=width, colour=colour) if listed[behind:] else ""
    if below.count("\n") < SCREEN:
        return above + below
    again = _printed((each.again or each.shown for each in answers), width=width, colour=colour)
    return f"{above}{below}\n{again}"


def _printed(parts: Iterable[RenderableType], *, width: int, colour: bool) -> str:
    file = io.StringIO()
    console = Console(
        file=file,
        width=max(40, width),
        force_terminal=colour,
        color_system="256" if colour else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    console.print(Group(*parts))
    text = file.getvalue().replace(HELD, " ").rstrip()
    return "".join(f"{line.rstrip()}\n" for line in text.split("\n"))


def columns(*kinds: str, gap: int = 2, limits: Sequence[int] = ()) -> Table:
    """A table without lines.

    Args:
        kinds: one a column: "left", "right", "fold" (left, and the one that gives way), "cut" (the same,
            but cut to one line), "label" (left, of the width that the labels of all blocks share).
        gap: spaces between columns.
        limits: greatest widths of the first columns.
    """
    gives_way = ("fold", "cut")
    table = Table(
        box=None, show_header=False, padding=(0, gap, 0, 0), pad_edge=False,
        expand=any(kind in gives_way for kind in kinds),
    )  # fmt: skip
    for at, kind in enumerate(kinds):
        table.add_column(
            justify="right" if kind == "right" else "left",
            no_wrap=kind in ("right", "cut"),
            ratio=1 if kind in gives_way else None,
            overflow="ellipsis" if kind == "cut" else "fold",
            width=LABEL_WIDTH - gap if kind == "label" else None,
            max_width=limits[at] if at < len(limits) else None,
        )
    return table


def flowed(items: Sequence[str], room: int) -> str:
    """Items with a dot between them, broken into lines behind a dot, or behind a comma of a long item.

    Args:
        items: what stands between the dots.
        room: columns of a line.
    """
    lines: list[str] = []
    for at, item in enumerate(items):
        ending = " ·" if at < len(items) - 1 else ""
        joined = f"{lines[-1]} {item}{ending}" if lines else ""
        if joined and cell_len(joined) <= room:
            lines[-1] = joined
        else:
            lines += _comma_lines(f"{item}{ending}", room)
    return "\n".join(lines)


def _comma_lines(item: str, room: int) -> list[str]:
    """One item as lines that break behind its commas where they can."""
    lines: list[str] = []
    for part in item.split(", "):
        joined = f"{lines[-1]}, {part}" if lines else part
        if lines and cell_len(joined) >= room:
            lines[-1] += ","
            lines.append(part)
        else:
            lines[-1:] = [joined]
    return lines


def labelled(rows: Sequence[tuple[str, str]]) -> Table:
    """Label and text, the texts wrapped beside the labels."""
    table = columns("label", "fold")
    for label, text in rows:
        table.add_row(Text(label, STRONG), Text(held(safe(text))))
    return table


def held(text: str) -> str:
    """Text whose lines break neither between a number and its % nor behind "Art." and "p.".

    Args:
        text: on its way to `rendered`.
    """
    return _HELD_SPACE.sub(HELD, text)


def draft_rows(cards: Sequence[DraftCard], width: int) -> RenderableType:
    """What was read: one line a draft, or two where names are long for the width; then what was lost.

    The name by which citations call a draft stands before its file.

    Args:
        cards: of the drafts.
        width: columns.
    """
    names = [safe(card.label if not card.scope else f"{card.label}#{card.scope}") for card in cards]
    names = [
        f"{safe(card.name)}  {name}" if card.label not in card.name else name
        for card, name in zip(cards, names, strict=True)
    ]
    figures_of = [_figures(card) for card in cards]
    sides = any(card.side for card in cards)
    cells_wide = [max(map(cell_len, column)) for column in (names, *zip(*figures_of, strict=True))]
    beside = sum(cells_wide) + 2 * (len(cells_wide) - 1) + (3 if sides else 0) <= width
    table = columns(
        *(("left",) if sides else ()), "fold", *(("right", "right", "left", "left") if beside else ())
    )
    for card, name, figures in zip(cards, names, figures_of, strict=True):
        cells = (name, *figures) if beside else (f"{name}\n{'  '.join(figures)}",)
        table.add_row(*((Text(card.side, STRONG),) if sides else ()), *map(Text, cells))
    said = [
        Text(f"{card.side + '  ' if card.side else ''}error: {safe(loss)}", STRONG)
        for card in cards
        for loss in card.losses
    ]
    return Group(table, "", *said) if said else table


def _figures(card: DraftCard) -> tuple[str, str, str, str]:
    words = counted(card.words, "word", "words")
    return card.headed, words, card.language, f"sha256 {card.sha256[:4]}…"


def redline(passages: Sequence[Passage], *, elide: bool = True) -> Text:
    """A clause with [-deleted-] and {+inserted+} words; typography is shown as B has it.

    Args:
        passages: the runs of the clause.
        elide: whether long equal runs are cut to what stands near a change.
    """
    text = Text()
    runs = _runs(passages)
    for at, (op, words) in enumerate(runs):
        if op == "equal":
            text.append(_cut(words, starts=at == 0, stops=at == len(runs) - 1) if elide else words)
        elif op == "delete":
            _marked(text, words, "[-", "-]", DELETED)
        else:
            _marked(text, words, "{+", "+}", INSERTED)
    text.rstrip()
    return text


def _runs(passages: Sequence[Passage]) -> list[tuple[EditOp, str]]:
    """Runs of one operation, whatever the classes of their parts; typography counts as equal."""
    kept: list[tuple[EditOp, str]] = [
        ("equal" if passage.class_ == "typographic" else passage.op, passage.text)
        for passage in passages
        if passage.class_ != "typographic" or passage.op == "insert"
    ]
    return [
        (op, _SPACES.sub(" ", safe("".join(text for _, text in parts))))
        for op, parts in groupby(kept, key=lambda run: run[0])
    ]


def _marked(text: Text, words: str, opening: str, closing: str, style: str) -> None:
    """The words between marks, the spaces around them outside, so that lines break well."""
    bare = words.strip(" ")
    if not bare:
        text.append(f"{opening}{words}{closing}", style)
        return
    before, _, after = words.partition(bare)
    beside_mark = text.plain.endswith(("-]", "+}"))
    if (before or beside_mark) and not text.plain.endswith(" "):
        text.append(" ")
    text.append(f"{opening}{bare}{closing}", style)
    text.append(after)


def _cut(words: str, *, starts: bool, stops: bool) -> str:
    """An equal run without its middle: what stands near the changes, whole words only.

    In a script without spaces a word is two characters.

    Args:
        words: the run.
        starts: whether it begins the clause, so that no change stands before it.
        stops: whether it ends the clause.
    """
    unspaced = word_count(words) > 3 * len(words.split())
    pieces, glue = (list(words.strip()), "") if unspaced else (words.split(), " ")
    context = CONTEXT_WORDS * (2 if unspaced else 1)
    head, tail = (0 if starts else context), (0 if stops else context)
    if (starts and stops) or len(pieces) <= head + tail + SHORTEST_GAP:
        return words
    kept = (glue.join(pieces[:head]), "…", glue.join(pieces[len(pieces) - tail :]))
    before = " " if words.startswith(" ") and head else ""
    after = " " if words.endswith(" ") and tail else ""
    return before + glue.join(part for part in kept if part) + after


def indented(renderable: RenderableType, spaces: int = 2) -> Padding:
    """Something moved in from the left."""
    return Padding(renderable, (0, 0, 0, spaces))


def diagnostic_rows(groups: Sequence[DiagnosticGroup], *, first: int = 2) -> Table:
    """Diagnostics by kind with their number and the first few messages."""
    table = columns("left", "left", "right", "fold")
    for group in groups:
        shown = [safe(message) for message in group.messages[:first]]
        left = len(group.messages) - len(shown)
        if left > 0:
            shown.append(f"and {left:,} more")
        table.add_row(
            Text(group.side or " ", STRONG), group.severity, f"{len(group.messages):,}",
            Text(group.name, STRONG) + Text("  ") + Text("; ".join(shown)),
        )  # fmt: skip
    return table
