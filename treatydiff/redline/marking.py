"""Marks the changes between two drafts in the Word file of one of them.

Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

from dataclasses import field, replace
from itertools import zip_longest
from typing import Any

from treatydiff.reading.docx.styles import W
from treatydiff.records import dataclass
from treatydiff.redline.borrowed import Borrowed
from treatydiff.redline.changes import Changes, Tag, whole_pieces
from treatydiff.redline.ends import close_container, put_first
from treatydiff.redline.inside import apply_edits, parted
from treatydiff.redline.lists.numbers import Numbers
from treatydiff.redline.plan import (
    ItemPartners,
    Step,
    is_compared,
    plan,
    words_kept,
)
from treatydiff.redline.rows import belong_together, of_paragraphs, row_pairs
from treatydiff.redline.sides import TypedSide, WordSide
from treatydiff.redline.word.fields import unfold
from treatydiff.redline.word.leaves import is_sign
from treatydiff.redline.word.standing import holds_changes, is_left_out
from treatydiff.redline.word.story import Item, Story, StoryParagraph, StoryRow, StoryTable, unboxed
from treatydiff.redline.wording import Edits, ParagraphWording
from treatydiff.redline.written import OtherWords, typed_whole


@dataclass(slots=True)
class Marking:
    """One redline in the making.

    Args:
        base: the draft whose file is marked.
        other: the other draft.
        partners: what belongs together.
        borrowed: brings the looks of the other file.
        changes: makes the marks.
        wording: says how paragraphs were changed.
        moves: whether what moved is shown so, or as deleted here and inserted there.
        kept: lists of the marked file that stay as they are.
    """

    base: WordSide
    other: WordSide | TypedSide
    partners: ItemPartners
    borrowed: Borrowed
    changes: Changes
    wording: ParagraphWording
    moves: bool = True
    kept: frozenset[int] = frozenset()
    _moves: int = 0
    _before_new: bool = False
    _kept_calls: set[str] = field(default_factory=set)
    _marks: dict[Any, Tag] = field(default_factory=dict)
    _words: OtherWords = field(init=False)
    _numbers: Numbers = field(init=False)

    def mark(self) -> dict[Any, Any]:
        """Mark the main text, then the notes that both drafts call.

        Returns:
            The paragraphs of the other draft's file that stand in the marked one, by what they became.
        """
        self._words = OtherWords(self.other, self.borrowed, self.changes)
        self._numbers = Numbers(self.borrowed, self.changes, base_is_b=self._base_is_b, kept=self.kept)
        self._story(self.base.story, self.other.story, self.base.package.body, self.partners)
        self._notes()
        for paragraph in self.base.package.body.iter(W + "p"):
            self.changes.join(paragraph)
        return self._words.placed

    @property
    def _base_is_b(self) -> bool:
        return self.base.name == "b"

    @property
    def _own_tag(self) -> Tag:
        return "ins" if self._base_is_b else "del"

    @property
    def _their_tag(self) -> Tag:
        return "del" if self._base_is_b else "ins"

    def _story(self, base: Story, other: Story, holder: Any, partners: ItemPartners) -> None:
        """Mark one container."""
        base_first = not self._base_is_b
        other = unboxed(other, base)
        steps = plan(base, other, partners, self._kept, base_first=base_first, first_move=self._moves + 1)
        self._moves += sum(step.move > 0 for step in steps)
        quiet = {id(item) for item in base if not is_compared(item)}
        order = {id(item): at for at, item in enumerate(base)}
        cursor: Any = None
        at = 0
        gone: Tag | None = None
        for step, following in zip_longest(steps, steps[1:]):
            self._before_new = following is not None and self._is_new(following)
            if step.base is not None and step.move >= 0:
                for item in base[at : order[id(step.base)]]:
                    if id(item) in quiet:
                        self._quiet(item, gone)
                        cursor = item.element
                at = order[id(step.base)] + 1
                gone = self._both_or_base(step)
                cursor = step.base.element
                if step.move:
                    cursor = cursor.getnext()
            else:
                assert step.other is not None
                while at < len(base) and self._stands_alone(base[at]):
                    cursor = base[at].element
                    at += 1
                first, last = self._theirs(step, cursor)
                if cursor is None:
                    put_first(holder, base, first)
                else:
                    cursor.addnext(first)
                if first is not last:
                    first.addnext(last)
                if step.move:
                    self.changes.moved(first, first, self._move_tag(own=False), -step.move)
                    last = first.getnext()
                cursor = last
        for item in base[at:]:
            self._quiet(item, gone)
        close_container(holder, self.changes, self._marks, self._numbers.before)

    def _is_new(self, step: Step) -> bool:
        """Whether a step is a paragraph that B puts here."""
        of_base = step.base is not None and step.move >= 0
        one_sided = step.base is None or step.other is None or step.move != 0
        return one_sided and of_base == self._base_is_b

    def _quiet(self, item: Item, gone: Tag | None) -> None:
        """A paragraph that says nothing goes with the one before it; others stay."""
        if not isinstance(item, StoryParagraph) or item.element is None or self._stands_alone(item):
            return
        bare_paragraph = not any(
            True for each in item.element.iter(W + "r", W + "sectPr") if each.getparent() is not None
        )
        if gone is not None and bare_paragraph:
            self._set_mark(item.element, gone)
        elif not isinstance(self.other, WordSide):
            self._numbers.count(item)

    def _stands_alone(self, item: Item) -> bool:
        """Whether a paragraph is of a change of others that is not read."""
        mark = item.element.find(f"{W}pPr/{W}rPr") if isinstance(item, StoryParagraph) else None
        return not item.text and is_left_out(mark, self.changes.left_out)

    def _set_mark(self, element: Any, tag: Tag) -> None:
        self._marks[element] = tag
        self.changes.mark(element, tag)

    def _move_tag(self, *, own: bool) -> Tag:
        return "moveTo" if own == self._base_is_b else "moveFrom"

    def _kept(self, base: StoryParagraph, other: StoryParagraph) -> tuple[int, int]:
        if not self.moves or holds_changes(base.element):
            return 0, 1
        return words_kept(self._edits(base, other, typed_whole(other).text))

    def _edits(self, base: StoryParagraph, other: StoryParagraph, text: str) -> Edits:
        """What leads from A to B; `text` is what the other draft's paragraph says, with its number."""
        if self._base_is_b:
            return self.wording.edits(other, base, text, base.text)
        return self.wording.edits(base, other, base.text, text)

    def _both_or_base(self, step: Step) -> Tag | None:
        """Mark an item of the file; which mark a paragraph got that only its draft has here."""
        item = step.base
        if isinstance(item, StoryTable):
            if isinstance(step.other, StoryTable):
                self._table(item, step.other)
            else:
                self._whole_table(item)
            return None
        assert isinstance(item, StoryParagraph)
        if step.other is None:
            self._whole(item, self._own_tag)
            return self._own_tag
        assert isinstance(step.other, StoryParagraph)
        if step.move:
            tag = self._move_tag(own=True)
            edits = self._edits(item, step.other, typed_whole(step.other).text)
            apply_edits(item, edits, self._words, step.other, self.changes, own=self._own_tag, around=tag)
            self._set_mark(item.element, tag)
            self.changes.moved(item.element, item.element, tag, step.move)
            return tag
        self._pair(item, step.other)
        return None

    def _pair(self, base: StoryParagraph, other: StoryParagraph) -> None:
        """Mark what changed inside a paragraph of both drafts."""
        self._words.placed[other.element] = base.element
        text = other.text
        if other.element is None:
            text = self._numbers.typed_text(base, other)
        elif base.element is not None:
            self._numbers.lists(base, other)
        if base.text != text:
            edits = self._edits(base, other, text)
            edits = parted(edits) if self._before_new else edits
            shown = other
            if other.element is None:
                shown = StoryParagraph(text=text, role=other.role, depth=other.depth)
            apply_edits(base, edits, self._words, shown, self.changes, own=self._own_tag)
            self._kept_calls.update(c for op, part in edits if op == "equal" for c in part if is_sign(c))
        else:
            self._kept_calls.update(filter(is_sign, base.text))
        for ours, theirs in zip(base.boxes, other.boxes, strict=False):
            if ours and ours[0].element is not None:
                self._story(ours, theirs, ours[0].element.getparent(), self.partners)

    def _whole(self, item: StoryParagraph, tag: Tag) -> None:
        """A paragraph that only the marked draft has."""
        item.leaves = unfold(item.leaves)
        for run in list(whole_pieces(item.element, self.changes.left_out)):
            self.changes.wrap(run, tag)
        self._set_mark(item.element, tag)

    def _theirs(self, step: Step, cursor: Any) -> tuple[Any, Any]:
        """The elements of an item that only the other draft has: the first and the last."""
        if isinstance(step.other, StoryTable):
            table = self._words.table(step.other, self._their_tag)
            following = None if cursor is None else cursor.getnext()
            parted = self._words.empty(self._their_tag)
            if cursor is not None and cursor.tag == W + "tbl":
                self._marks[parted] = self._their_tag
                return parted, table
            if following is None or following.tag != W + "p":
                self._marks[parted] = self._their_tag
                return table, parted
            return table, table
        assert isinstance(step.other, StoryParagraph)
        beside = self._beside(cursor)
        if step.move:
            assert isinstance(step.base, StoryParagraph)
            tag = self._move_tag(own=False)
            edits = self._edits(step.base, step.other, typed_whole(step.other).text)
            element = self._words.paragraph(step.other, beside, self._their_tag, tag, edits)
            self._set_mark(element, tag)
            return element, element
        element = self._words.paragraph(step.other, beside, self._their_tag)
        self._set_mark(element, self._their_tag)
        return element, element

    def _beside(self, cursor: Any) -> Any:
        """The paragraph that a new one stands beside."""
        while cursor is not None and cursor.tag != W + "p":
            cursor = cursor.getprevious()
        return cursor

    def _table(self, base: StoryTable, other: StoryTable) -> None:
        """Mark a table of both drafts, row by row and cell by cell."""
        pairs = row_pairs(base, other)
        cursor: Any = None
        last = -1
        for at, row in enumerate(base.rows):
            partner = pairs.get(at)
            if partner is None:
                self._whole_row(row)
            else:
                for missing in other.rows[last + 1 : partner]:
                    cursor = self._put_row(missing, cursor, row.element)
                last = partner
                for (cell, ours), (_, theirs) in zip(row.cells, other.rows[partner].cells, strict=True):
                    self._cell(cell, ours, theirs)
            cursor = row.element
        for missing in other.rows[last + 1 :]:
            cursor = self._put_row(missing, cursor, None)

    def _cell(self, cell: Any, ours: Story, theirs: Story) -> None:
        tied = dict(self.partners.paragraphs)
        lasts = ours[-1] if ours else None, theirs[-1] if theirs else None
        if (
            isinstance(lasts[0], StoryParagraph)
            and isinstance(lasts[1], StoryParagraph)
            and not any(belong_together(one, other, self.partners) for one in ours for other in theirs)
        ):
            tied[lasts[0]] = lasts[1]
        self._story(ours, theirs, cell, replace(self.partners, paragraphs=tied))

    def _put_row(self, row: StoryRow, cursor: Any, following: Any) -> Any:
        element = self._words.row(row, self._their_tag)
        if cursor is not None:
            cursor.addnext(element)
        else:
            following.addprevious(element)
        return element

    def _whole_row(self, row: StoryRow) -> None:
        self.changes.row(row.element, self._own_tag)  # type: ignore[arg-type]
        for _, cell in row.cells:
            for item in cell:
                if isinstance(item, StoryTable):
                    self._whole_table(item)
                elif item.element is not None:
                    for run in list(item.element.iter(W + "r")):
                        if next(run.iterancestors(*self.changes.left_out), None) is None:
                            self.changes.wrap(run, self._own_tag)
                    if item is not cell[-1]:
                        self.changes.mark(item.element, self._own_tag)

    def _whole_table(self, table: StoryTable) -> None:
        for row in table.rows:
            self._whole_row(row)

    def _notes(self) -> None:
        """Mark the notes that both drafts call at one place."""
        for sign in sorted(self._kept_calls):
            things = self.base.signs.things(sign)
            ours = next((each for each in things if each[1:2] == (self.base.name,)), None)
            theirs = next((each for each in things if each[1:2] == (self.other.name,)), None)
            if ours is None or theirs is None or ours[0] not in ("footnote", "endnote"):
                continue
            note = self.base.note(ours[0], ours[2])
            if isinstance(self.other, WordSide):
                other = self.other.note(theirs[0], theirs[2])
            else:
                other = self._words.lines_of(theirs[0], theirs[2], note)
            if not note or not other:
                continue
            holder = note[0].element.getparent()
            tied: dict[Item, Item] = {note[-1]: other[-1]}
            if len(note) == len(other):
                tied = dict(zip(note, other, strict=True))
            self._story(note, other, holder, ItemPartners(of_paragraphs(tied), {}, loose=True))
            for paragraph in holder.iter(W + "p"):
                self.changes.join(paragraph)
