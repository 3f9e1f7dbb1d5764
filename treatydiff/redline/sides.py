"""Both drafts of a comparison as stories of paragraphs, and which paragraph of one is which of the other.

Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any, Literal

from treatydiff.errors import ReadError
from treatydiff.model import AsideComparison, Block, Comparison, Draft, Note, SourceText
from treatydiff.reading.docx.styles import W
from treatydiff.reading.reader import read_bytes
from treatydiff.records import dataclass
from treatydiff.redline.drafted import LineKey, places_of_lines, typed_lines
from treatydiff.redline.plan import ItemPartners, shared_words
from treatydiff.redline.word.leaves import LeafReader, Signs
from treatydiff.redline.word.package import WordPackage
from treatydiff.redline.word.settled import authors_of, settle
from treatydiff.redline.word.standing import TAKING, left_out
from treatydiff.redline.word.story import Story, StoryParagraph, StoryReader, StoryTable, paragraphs
from treatydiff.report.comparison.redline.line_pairs import line_pairs
from treatydiff.report.kit.printed_lines import printed_lines
from treatydiff.settings import Settings

SideName = Literal["a", "b"]
_NOTE_KINDS = ("footnote", "endnote")


@dataclass(slots=True)
class WordSide:
    """A draft that is a Word file, its tracked changes settled, or left to stand.

    `lines` are its paragraphs by what they print; `text` is what our reader makes of it; `authors` counts the
    tracked changes that the file held, by whose they are; `blocks` and `held` are what our reader made of its
    paragraphs, and which of them each printed line holds, by their elements; `left_out` are tags of changes
    that stand unread.
    """

    name: SideName
    package: WordPackage
    text: SourceText
    story: Story
    lines: dict[LineKey, list[StoryParagraph]]
    signs: Signs
    blocks: Mapping[Any, Block]
    held: Mapping[LineKey, tuple[Any, ...]]
    authors: Counter[str] = field(default_factory=Counter)
    left_out: frozenset[str] = TAKING

    def note(self, kind: str, note_id: str, element: Any = None) -> Story:
        """The paragraphs of a note.

        Args:
            kind: footnote or endnote.
            note_id: its id.
            element: its element, where that is known.
        """
        if element is None:
            part = self.package.related(f"{kind}s")
            found = part.iterchildren(W + kind) if part is not None else ()
            element = next((each for each in found if each.get(W + "id") == note_id), None)
        if element is None:
            return []
        return StoryReader(LeafReader(element, self.name, self.signs, self.left_out)).read(element)


@dataclass(slots=True)
class TypedSide:
    """A draft that is no Word file: its lines as paragraphs without a look."""

    name: SideName
    draft: Draft
    story: Story
    lines: dict[LineKey, list[StoryParagraph]]
    signs: Signs


def open_word(
    data: bytes,
    draft: Draft,
    name: SideName,
    signs: Signs,
    settings: Settings,
    *,
    alone: bool,
    keep: bool = False,
) -> WordSide:
    """Open the Word file of a draft.

    Args:
        data: the file; it must be the one that the draft was read from.
        draft: the whole draft.
        name: which side it is.
        signs: shared by both sides.
        settings: how it was read.
        alone: whether the other draft is no Word file: what this one prints beside its provisions and its
            front matter (signatures) is then in both, since nobody knows what the other has of it.
        keep: whether its tracked changes are left to stand, instead of settled.

    Raises:
        ReadError: the file is damaged, or another one.
    """
    from hashlib import sha256

    if sha256(data).hexdigest() != draft.source.sha256:
        raise ReadError("the file has changed since it was compared", where=draft.source.label)
    text = read_bytes(data, draft.source.label, settings)
    package = WordPackage(data, draft.source.label, settings)
    elements = list(package.main.iter(W + "p"))
    blocks = {elements[block.place]: block for block in text.blocks if block.place is not None}
    authors: Counter[str] = Counter()
    for part in (package.main, *(package.related(f"{kind}s") for kind in _NOTE_KINDS)):
        if part is not None:
            authors += authors_of(part) if keep else settle(part, settings.revisions)
    unread = left_out(settings.revisions)
    held = {key: tuple(elements[place] for place in places) for key, places in places_of_lines(draft).items()}
    side = _told(name, package, text, blocks, held, signs, unread)
    side.authors = authors
    if alone:
        printed = {id(each) for own in side.lines.values() for each in own}
        for each in paragraphs(side.story):
            each.fixed = each.fixed or id(each) not in printed
    return side


def reopened(side: WordSide, signs: Signs, unread: frozenset[str]) -> WordSide:
    """A draft as it is now that changes stand in its file: what it says without them.

    Args:
        side: as it was opened.
        signs: shared with another draft.
        unread: tags of the changes that stand in it.
    """
    return _told(side.name, side.package, side.text, side.blocks, side.held, signs, unread)


def _told(
    name: SideName,
    package: WordPackage,
    text: SourceText,
    blocks: Mapping[Any, Block],
    held: Mapping[LineKey, tuple[Any, ...]],
    signs: Signs,
    unread: frozenset[str],
) -> WordSide:
    story = StoryReader(LeafReader(package.main, name, signs, unread), blocks).read(package.body)
    by_element = {paragraph.element: paragraph for paragraph in paragraphs(story)}
    lines = {
        key: [by_element[element] for element in own if element in by_element] for key, own in held.items()
    }
    return WordSide(name, package, text, story, lines, signs, blocks, held, left_out=unread)


def typed(draft: Draft, name: SideName, signs: Signs, parted: Mapping[LineKey, int]) -> TypedSide:
    """The lines of a draft that is no Word file.

    Args:
        draft: the draft.
        name: which side it is.
        signs: shared by both sides.
        parted: for lines whose number and title stand apart in the other draft: in how many paragraphs.
    """
    nodes = {node.id: node for node in draft.walk()}
    kinds = {note.label: note.kind for note in reversed(draft.notes)}
    story: Story = []
    lines: dict[LineKey, list[StoryParagraph]] = {}
    for key, line in typed_lines(draft):
        text = line.text
        node = nodes.get(line.id)
        for mark in sorted(node.marks if node else (), key=lambda mark: -mark.start):
            label = str(dict(mark.attrs).get("label", ""))
            if mark.kind == "note_ref" and kinds.get(label) in _NOTE_KINDS and line.role != "subheading":
                at = mark.start if line.role == "clause" else len(text)
                text = text[:at] + signs.of(kinds[label], name, label) + text[at:]
        whole = StoryParagraph(text=text, label=line.label, role=line.role, depth=line.depth)
        if parted.get(key, 1) > 1 and line.label and text and line.role == "heading":
            own = [StoryParagraph(text=line.label, role="heading", depth=line.depth),
                   StoryParagraph(text=text, role="heading", depth=line.depth)]  # fmt: skip
        else:
            own = [whole]
        story += own
        lines[key] = own
    return TypedSide(name, draft, story, lines, signs)


def pair_signs(comparison: Comparison, signs: Signs) -> None:
    """Give the calls of one note in both drafts one sign.

    Args:
        comparison: the result of the pipeline, which says which note is which.
        signs: of both sides.
    """
    notes_a, notes_b = list(comparison.a.notes), list(comparison.b.notes)
    for row in comparison.asides:
        one = _taken_out(notes_a, row, row.a, without="insert")
        other = _taken_out(notes_b, row, row.b, without="delete")
        if one is not None and other is not None:
            signs.same((row.kind, "b", note_id(other)), (row.kind, "a", note_id(one)))


def _taken_out(notes: list[Note], row: AsideComparison, label: str | None, *, without: str) -> Note | None:
    """The note that a row speaks of: labels begin anew in every section, so its words tell which of them."""
    if label is None:
        return None
    said = "".join(edit.text for edit in row.edits if edit.op != without)
    called = [note for note in notes if note.kind == row.kind and note.label == label]
    found = next((note for note in called if note.text == said), called[0] if called else None)
    if found is not None:
        notes.remove(found)
    return found


def note_id(note: Note) -> str:
    """What tells a note from others of its kind: its id in the file, else its label."""
    return note.label if note.place is None else str(note.place)


def partners(
    comparison: Comparison,
    base: WordSide,
    other: WordSide | TypedSide,
) -> ItemPartners:
    """Which paragraphs and tables of the other draft those of the marked one are.

    Args:
        comparison: the result of the pipeline.
        base: the draft whose file is marked.
        other: the other one.
    """
    side_a, side_b = (other, base) if base.name == "b" else (base, other)
    votes: Counter[tuple[int, int]] = Counter()
    known = {id(each): each for side in (base, other) for each in paragraphs(side.story)}
    holders = {**_tables(base.story), **_tables(other.story)}
    tables: Counter[tuple[int, int]] = Counter()
    for key_a, key_b in _line_keys(comparison):
        of_a, of_b = side_a.lines.get(key_a, []), side_b.lines.get(key_b, [])
        ours, theirs = (of_b, of_a) if base.name == "b" else (of_a, of_b)
        pairs = _nearest(ours, theirs)
        in_tables = {id(each) in holders for each in (*ours, *theirs)} == {True}
        if in_tables and pairs:
            tables[holders[id(ours[0])], holders[id(theirs[0])]] += sum(len(each.text) for each in ours)
            pairs = pairs if len(ours) == len(theirs) == 1 else []
        for one, two in pairs:
            weight = 1 + len(one.text) + len(two.text)
            votes[id(one), id(two)] += weight if key_b[0] == "clause" else 1
    chosen = _one_to_one(votes)
    by_id = {id(table): table for side in (base, other) for table in _all_tables(side.story)}
    return ItemPartners(
        {known[one]: known[two] for one, two in chosen.items()},
        {by_id[one]: by_id[two] for one, two in _one_to_one(tables).items()},
        loose=isinstance(other, WordSide),
        units=_units(comparison.a, side_a) | _units(comparison.b, side_b),
    )


def _units(draft: Draft, side: WordSide | TypedSide) -> dict[StoryParagraph, str]:
    """The provision that every printed paragraph belongs to, "-" for titles and heads of chapters."""
    return {
        each: line.unit or "-"
        for line in printed_lines(draft)
        for each in side.lines.get((line.role, line.id), ())
    }


def _line_keys(comparison: Comparison) -> list[tuple[LineKey, LineKey]]:
    # A cover prints the title too: what the comparison of the front matter says of it comes first.
    keys: list[tuple[LineKey, LineKey]] = [
        (("front", row.a), ("front", row.b))
        for row in comparison.asides
        if row.kind == "front_matter" and row.a is not None and row.b is not None
    ]
    lines_a, lines_b = printed_lines(comparison.a), printed_lines(comparison.b)
    keys += [
        ((lines_a[left].role, lines_a[left].id), (lines_b[right].role, lines_b[right].id))
        for left, right in line_pairs(comparison, lines_a, lines_b)
    ]
    return keys


def _nearest(
    ours: Sequence[StoryParagraph], theirs: Sequence[StoryParagraph]
) -> list[tuple[StoryParagraph, StoryParagraph]]:
    """The paragraphs of one line in both drafts: in order, or by their words where one draft has more."""
    if len(ours) == len(theirs):
        return list(zip(ours, theirs, strict=True))
    likely = sorted(
        ((-shared_words(one, other), i, j) for i, one in enumerate(ours) for j, other in enumerate(theirs)),
    )
    pairs: list[tuple[StoryParagraph, StoryParagraph]] = []
    for _, i, j in likely:
        if not any(ours[i] is one or theirs[j] is other for one, other in pairs):
            pairs.append((ours[i], theirs[j]))
    return pairs


def _one_to_one(votes: Mapping[tuple[int, int], int]) -> dict[int, int]:
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    # A stable sort: what was said first wins among equals.
    for one, other in sorted(votes, key=lambda pair: -votes[pair]):
        if one not in chosen and other not in taken:
            chosen[one] = other
            taken.add(other)
    return chosen


def _all_tables(story: Story) -> list[StoryTable]:
    found: list[StoryTable] = []
    for item in story:
        if isinstance(item, StoryTable):
            found.append(item)
            for row in item.rows:
                for _, cell in row.cells:
                    found += _all_tables(cell)
    return found


def _tables(story: Story) -> dict[int, int]:
    """The innermost table of every paragraph in one, by identity."""
    return {
        id(paragraph): id(table)
        for table in _all_tables(story)
        for row in table.rows
        for _, cell in row.cells
        for paragraph in _direct(cell)
    }


def _direct(cell: Sequence[Any]) -> list[StoryParagraph]:
    return [item for item in cell if isinstance(item, StoryParagraph)]
