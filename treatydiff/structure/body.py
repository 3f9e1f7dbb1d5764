"""What stands inside an article, an annex or under a chapter heading: paragraphs to points."""

from __future__ import annotations

from collections.abc import Sequence

from treatydiff.language.grammar import Grammar
from treatydiff.language.words.brackets import NO_TEXT
from treatydiff.model import CLOSING_BRACKETS, OPENING_BRACKETS, Mark, ProvisionKind
from treatydiff.patterns import pattern_of
from treatydiff.structure.labels import Label, label_values, read_as, read_label
from treatydiff.structure.levels import Level, Scope, place_label
from treatydiff.structure.lines import starts_lower
from treatydiff.structure.nodes import Node
from treatydiff.structure.option_reach import (
    BEHIND_THE_LABEL,
    ONLY_ITS_REACH,
    holds,
    last_paragraph_named,
    resumes,
)
from treatydiff.structure.paragraphs import Paragraph
from treatydiff.structure.sourced import SourcedText, join
from treatydiff.structure.tables import cell_of, table_node

_DEPTH: dict[ProvisionKind, int] = {"paragraph": 0, "subparagraph": 1, "point": 2}
_KIND_OF_FAMILY: dict[str, ProvisionKind] = {
    "digit": "paragraph", "decimal": "paragraph", "paren_digit": "paragraph", "margin": "paragraph",
    "letter": "subparagraph", "letter_dot": "subparagraph", "upper": "subparagraph", "double": "point",
    "roman": "point", "roman_dot": "point", "upper_dot": "paragraph", "upper_roman": "paragraph",
    "cjk": "paragraph", "paren_cjk": "subparagraph", "arabic_letter": "subparagraph", "bullet": "point",
    "stem": "subparagraph", "branch": "subparagraph", "arabic_word": "paragraph",
}  # fmt: skip
_RUN_IN = {
    False: frozenset(("letter", "roman", "paren_digit")),
    True: frozenset(("letter", "roman", "paren_digit", "paren_cjk", "digit")),
}
"""Labels that may stand behind another on its line, by whether lines join without a space (Chinese)."""
_MOST_RUN_IN = 20
"""Labels and options that may follow one another on a line; the rest of the line is text."""

_REMARK = pattern_of(r"\{[^{}]*\}[.:]?")
_OPEN_ENDS = (";", ",", "；", "،", "؛", "and", "or", "и", "et", "ou", "y", "o")


class Body:
    """Builds what stands below one root, paragraph by paragraph.

    The numbering grammar gives the depth: a label continues the deepest open level that it can
    follow, otherwise it opens a new one. "(i)" after "(h)" is a letter unless "(ii)" comes next.
    """

    def __init__(self, root: Node, grammar: Grammar) -> None:
        self._grammar = grammar
        self._scopes = [Scope(root)]
        self._remarks: list[SourcedText] = []
        self._run_in = 0

    def add_all(self, paragraphs: Sequence[Paragraph]) -> None:
        """Add paragraphs in text order."""
        table: list[Paragraph] = []
        for number, paragraph in enumerate(paragraphs):
            following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
            cell = paragraph.first.block.cell
            if table and (cell is None or cell[0] != cell_of(table[-1])[0]):
                self._table(table)
                table = []
            if cell is not None:
                table.append(paragraph)
            else:
                self._add(paragraph, following)
        if table:
            self._table(table)
        if self._remarks:
            _remark_on(self._scopes[0].root.last_leaf(), self._remarks)

    def _table(self, cells: Sequence[Paragraph]) -> None:
        levels = self._scopes[-1].levels
        (levels[-1].node if levels else self._scopes[-1].root).add(table_node(cells))

    def _add(self, paragraph: Paragraph, following: Paragraph | None) -> None:
        text, generated = paragraph.sourced, paragraph.generated
        self._run_in = 0
        if _REMARK.fullmatch(text.text) and not generated:
            self._remarks.append(text)
            return
        if self._remarks:
            root = self._scopes[0].root
            known = {id(node) for node in root.walk()}
            remarks, self._remarks = self._remarks, []
            self._add(paragraph, following)
            added = [node for node in root.walk() if id(node) not in known and node.kind != "intro"]
            _remark_on(added[0] if added else root.last_leaf(), remarks)
            return
        option = self._grammar.option
        # "Option 1" of a list says as much as one that is typed with its colon.
        head = generated if option.match(f"{generated} x") else f"{generated}:"
        if generated and option.match(f"{head} x"):
            self._open_option(join((SourcedText(head), text), " "), paragraph, after_label=None)
            self._scopes[-1].root.generated = generated
            return
        if generated and (label := paragraph.label(self._grammar.code)) is not None:
            node = self._labelled(label, SourcedText(), paragraph, following)
            node.number_as(generated)
            self._fill(node, text, paragraph)
            return
        if generated:
            # A number that says nothing about its place is kept all the same.
            self._unlabelled(text, paragraph)
            self._scopes[-1].root.last_leaf().number_as(generated)
            return
        if option.match(text.text):
            self._open_option(text, paragraph, after_label=None)
            return
        label = read_label(text.text, self._grammar.code)
        if label is not None and label.family == "bullet":
            label = self._behind_bullet(text.text, label)
        if label is None or (label.family == "upper_dot" and not self._may_be_upper(label)):
            self._unlabelled(text, paragraph)
            return
        self._fill(self._labelled(label, text.slice(label.start, label.end), paragraph, following),
                   _without_label(text, label), paragraph)  # fmt: skip

    def _behind_bullet(self, text: str, bullet: Label) -> Label:
        """The label behind a bullet or dash ("- (a) lamps"), which then is what counts; else the bullet."""
        inner = read_label(text[bullet.end :].lstrip(), self._grammar.code)
        if inner is None or inner.start or inner.family not in ("letter", "roman", "digit", "paren_digit"):
            return bullet
        at = len(text) - len(text[bullet.end :].lstrip())
        return Label(inner.family, inner.number, bullet.start, at + inner.end)

    def _may_be_upper(self, label: Label) -> bool:
        position = label_values(label, self._grammar.code)[0][1]
        return position == 1 or any(level.family == "upper_dot" for level in self._scopes[-1].levels)

    def _fill(self, node: Node, rest: SourcedText, paragraph: Paragraph) -> None:
        """Give a labelled node its words: text, a further label on the same line, or an option."""
        self._run_in += 1
        goes_on = self._run_in < _MOST_RUN_IN
        if goes_on and self._grammar.option.match(rest.text):
            self._open_option(rest, paragraph, after_label=node)
            return
        inner = read_label(rest.text, self._grammar.code)
        if (
            goes_on
            and inner is not None
            and inner.family in _RUN_IN[self._grammar.joins_without_space]
            and self._starts_list(inner)
        ):
            child = self._labelled(inner, rest.slice(inner.start, inner.end), paragraph, None)
            self._fill(child, _without_label(rest, inner), paragraph)
            return
        node.text = rest
        self._count_brackets(rest.text)

    def _starts_list(self, label: Label) -> bool:
        return any(position == 1 for _, position in label_values(label, self._grammar.code))

    def _labelled(
        self, label: Label, printed: SourcedText, paragraph: Paragraph, following: Paragraph | None
    ) -> Node:
        self._leave_options(label)
        scope = self._scopes[-1]
        depth, family, position = place_label(scope, label, following, self._grammar.code)
        replaced = scope.levels[depth] if depth < len(scope.levels) else None
        del scope.levels[depth:]
        parent = scope.levels[-1].node if scope.levels else scope.root
        if replaced is not None and replaced.family == family:
            parent = replaced.under
        elif not scope.levels and scope.root.kind != "option":
            parent = self._regroup(parent)
        floor = _DEPTH.get(parent.kind, -1) + 1
        natural = _KIND_OF_FAMILY[family]
        kind: ProvisionKind = (
            natural if _DEPTH[natural] >= floor else ("paragraph", "subparagraph", "point")[min(floor, 2)]
        )
        node = Node(kind, number=read_as(label, position), page=paragraph.page)
        node.label = printed.text or paragraph.first.block.number.strip()
        if printed.text:
            node.printed.append(printed)
            node.label = printed.text if node.number == label.number else ""  # not of one put right
        parent.add(node)
        scope.levels.append(Level(family, position, node, parent))
        return node

    def _regroup(self, root: Node) -> Node:
        """Where labelled items join the article itself: below a lead-in that closes with a colon."""
        last = root.children[-1] if root.children else None
        if last is None or last.kind != "paragraph" or last.number or last.text is None:
            return root
        only = len(root.children) == 1
        if only and root.kind in ("article", "annex", "rule", "option"):
            root.children[-1].kind = "intro"
            return root
        return (
            last
            if last.text.text.rstrip().endswith((":", "：")) and root.kind in ("article", "rule", "annex")
            else root
        )

    def _unlabelled(self, text: SourcedText, paragraph: Paragraph) -> None:
        self._leave_closed_options()
        scope = self._scopes[-1]
        self._count_brackets(text.text)
        if not scope.levels:
            last = scope.root.children[-1] if scope.root.children else None
            scope.root.add(Node("paragraph", page=paragraph.page, text=text))
            if last is None and scope.root.kind == "option":
                scope.root.children[-1].kind = "paragraph"
            return
        deepest = scope.levels[-1].node
        words = _last_words(deepest)
        if len(scope.levels) > 1 or scope.levels[0].node.kind != "paragraph":
            closes = starts_lower(text.text) or words.rstrip(" ]").endswith(_OPEN_ENDS)
            numbered = scope.levels[0].node.kind == "paragraph"
            if closes or numbered:
                keep = max(1 if numbered else 0, len(scope.levels) - 1)
                keep = 1 if numbered and not starts_lower(text.text) else keep
                del scope.levels[keep:]
                parent = scope.levels[-1].node if scope.levels else self._lead_in(scope.root)
                parent.add(Node("wrapup", page=paragraph.page, text=text))
                return
            del scope.levels[:]
            scope.root.add(Node("paragraph", page=paragraph.page, text=text))
            return
        if deepest.text is not None:
            words_before, deepest.text = deepest.text, None
            deepest.children.append(Node("subparagraph", page=deepest.page, text=words_before))
        deepest.children.append(Node("subparagraph", page=paragraph.page, text=text))

    @staticmethod
    def _lead_in(root: Node) -> Node:
        last = root.children[-1] if root.children else None
        return (
            last
            if last is not None and last.kind == "paragraph" and not last.number and last.children
            else root
        )

    def _open_option(self, text: SourcedText, paragraph: Paragraph, after_label: Node | None) -> None:
        found = self._grammar.option.match(text.text)
        assert found is not None
        parent, outer, before = self._option_parent(after_label)
        number = " ".join((found.group("number") or found.groupdict().get("short") or "").split()).strip("()")
        node = parent.add(Node("option", number=number, page=paragraph.page))
        start, end = found.start("label"), found.end("label")
        sign = BEHIND_THE_LABEL.match(text.text, end)
        end = sign.end() if sign else end
        node.printed.append(text.slice(start, end))
        words = _joined_opening(text.slice(0, start).strip(), text.slice(end).strip())
        # An option that stands inside its own brackets ends with them; "[Option 1] …" has them on its label.
        enclosed = text.text[:1] in OPENING_BRACKETS and words.text[1:2] not in CLOSING_BRACKETS
        self._scopes.append(Scope(node, parent=parent, outer=outer, before=before, enclosed=enclosed))
        says_nothing = NO_TEXT.fullmatch(words.text.strip()) is not None
        if not words.text.strip("[](){}［］【】 ") or (
            ONLY_ITS_REACH.fullmatch(words.text) and not says_nothing
        ):
            # "Option 1 (paragraphs 6-10):" says what the option replaces, and is no text of it.
            node.title = words.text.strip("[](){}［］【】:： ")
            node.printed.append(words)
            self._scopes[-1].last = last_paragraph_named(node.title, self._grammar.code)
            return
        inner = read_label(words.text, self._grammar.code)
        if inner is not None and inner.family == "digit":
            child = self._labelled(inner, words.slice(inner.start, inner.end), paragraph, None)
            self._fill(child, _without_label(words, inner), paragraph)
            return
        node.text = words
        self._count_brackets(words.text)
        if NO_TEXT.fullmatch(words.text.strip("[](){}［］【】 .;")):
            # What says that there be nothing holds nothing further.
            self._scopes[-1].balance = -1
            return

    def _option_parent(self, after_label: Node | None) -> tuple[Node, int, tuple[Level, ...]]:
        """What a new option hangs under, how many outer levels are open there, and which it closes."""
        if after_label is not None:
            return after_label, len(self._scopes[-1].levels), ()
        if len(self._scopes) > 1:
            sibling = self._scopes.pop()
            assert sibling.parent is not None
            return sibling.parent, sibling.outer, sibling.before
        scope = self._scopes[-1]
        if scope.levels and _introduces(scope.levels[-1].node):
            return scope.levels[-1].node, len(scope.levels), ()
        closed = tuple(scope.levels)
        del scope.levels[:]
        return scope.root, 0, closed

    def _count_brackets(self, text: str) -> None:
        scope = self._scopes[-1]
        scope.balance += sum(map(text.count, OPENING_BRACKETS)) - sum(map(text.count, CLOSING_BRACKETS))
        if scope.enclosed and scope.balance <= 0:
            scope.balance = -1

    def _leave_options(self, label: Label) -> None:
        """Close the options that a label cannot belong to."""
        readings = label_values(label, self._grammar.code)
        while len(self._scopes) > 1:
            scope, below = self._scopes[-1], self._scopes[-2]
            if holds(scope, below, readings):
                return
            self._scopes.pop()
            if resumes(scope, readings):
                below.levels[:] = scope.before

    def _leave_closed_options(self) -> None:
        """Close the options whose own brackets have closed, or that say that there be nothing."""
        while len(self._scopes) > 1 and self._scopes[-1].balance < 0:
            self._scopes.pop()


def _remark_on(node: Node, remarks: Sequence[SourcedText]) -> None:
    """Put facilitators' remarks ("{Timing}") on a provision as marks; they are no words of it."""
    for remark in remarks:
        node.printed.append(remark)
        node.marks.append(Mark("comment", 0, 0, (("text", remark.text), ("form", "braces"))))


def _introduces(node: Node) -> bool:
    return node.text is not None and (
        not node.text.text.strip("[] ") or node.text.text.rstrip(" [").endswith((":", "："))
    )


def _without_label(text: SourcedText, label: Label) -> SourcedText:
    """The words behind a label, with the brackets that stand before it kept."""
    return _joined_opening(text.slice(0, label.start).strip(), text.slice(label.end).strip())


def _joined_opening(opening: SourcedText, rest: SourcedText) -> SourcedText:
    return join((opening, rest), "") if opening.text.strip() else rest


def _last_words(node: Node) -> str:
    last = node.last_leaf()
    return last.text.text if last.text is not None else ""
