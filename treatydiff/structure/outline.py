"""Headings and paragraphs become the tree of an instrument."""

from __future__ import annotations

import re
from collections.abc import Sequence

from treatydiff.language.grammar import Grammar
from treatydiff.language.numbers import number_value
from treatydiff.model import ProvisionKind
from treatydiff.structure.body import Body
from treatydiff.structure.headings.group_headings import LONGEST, heads_articles
from treatydiff.structure.headings.headings import Heading, printed_title
from treatydiff.structure.headings.titles import title_goes_on
from treatydiff.structure.labels import read_generated, read_label
from treatydiff.structure.lines import ends_sentence, has_no_case, is_heading_style, mostly_upper
from treatydiff.structure.nodes import Node
from treatydiff.structure.other_matter import part_signatures
from treatydiff.structure.paragraphs import Paragraph
from treatydiff.structure.preambles import OutlineItem, is_preamble_heading
from treatydiff.structure.sourced import SourcedText

_RANK: dict[ProvisionKind, int] = {
    "annex": 0, "part": 1, "title": 2, "chapter": 2, "section": 3, "subsection": 4, "article": 6, "rule": 6,
}  # fmt: skip
_RUN_IN_PREAMBLE = 400
"""Code points from which a preamble of one paragraph is looked at for recitals that run on."""
_LONGEST_ANNOUNCEMENT = 30
_LONGEST_PARTY = 160
"""Code points of the line that names a party."""
_OF_RECITALS = frozenset(("margin", "digit", "paren_digit", "letter", "roman", "upper", "upper_dot"))
"""Labels of recitals: "(1)", "PP12", "(a)", "(A)", "B."."""
_PARTY_ENDS = (",", ";", ":", "，", "；", "：", "،", "؛", " and", " et", " y", " и")


class Outline:
    """Builds one instrument: preamble, containers, articles, annexes, closing formula."""

    def __init__(self, grammar: Grammar, *, has_articles: bool) -> None:
        self._grammar = grammar
        self._has_articles = has_articles
        self._root = Node("title")
        self._open: list[Node] = []
        self._pending: list[Paragraph] = []
        self.signatures: list[Paragraph] = []
        self._title_inside_chapter = False
        self._chapter_inside_title = False
        self._chapter_inside_section = False
        self._runs_on = False
        self._last: dict[tuple[ProvisionKind, bool], tuple[int, ...]] = {}

    def build(self, items: Sequence[OutlineItem], *, preamble: bool) -> list[Node]:
        """The top-level nodes of the instrument that `items` make.

        Args:
            items: headings and paragraphs in text order.
            preamble: whether the items begin with a preamble.
        """
        self._chapter_inside_title = _titles_hold_chapters(items, self._grammar.code)
        self._chapter_inside_section = _sections_hold_chapters(items)
        at = self._preamble(items) if preamble else 0
        for number, item in enumerate(items[at:], at):
            if isinstance(item, Heading):
                self._flush()
                self._heading(item)
            elif self._grammar.closing_opener.match(item.text) and not self._in("closing"):
                self._flush()
                self._enter(Node("closing", page=item.page), keep=lambda node: node.kind == "annex")
                self._pending.append(item)
            elif self._is_loose_heading(item) or (
                not self._in("closing") and heads_articles(items, number, self._grammar)
            ):
                self._flush()
                self._loose_heading(item)
            else:
                self._pending.append(item)
        self._flush()
        if self._root.children:
            # A remark before the first provision is one on it.
            self._root.children[0].printed.extend(self._root.printed)
            self._root.children[0].marks.extend(self._root.marks)
        return self._root.children

    # --- preamble -------------------------------------------------------------------------------

    def _preamble(self, items: Sequence[OutlineItem]) -> int:
        """Build the preamble; the number of the first item behind it."""
        node = Node("preamble", page=_page(items[0]))
        at = 0
        while at < len(items) and not self._ends_preamble(items, at):
            item = items[at]
            assert isinstance(item, Paragraph)
            text = item.sourced
            if at == 0 and is_preamble_heading(item, self._grammar):
                head = self._grammar.preamble.match(text.text.lstrip("[{( "))
                cut = len(text.text) - len(text.text.lstrip("[{( ")) + (head.end() if head else 0)
                node.printed.append(text.slice(0, cut).strip())
                node.title = printed_title([text.text[:cut]])
                text = text.slice(cut).strip()
            if text.text:
                for piece in self._recitals(text):
                    self._recital(node, piece, item)
            at += 1
            if self._grammar.preamble_closer.match(text.text) and not self._has_articles:
                break
        if node.children or node.printed:
            self._root.children.append(node)
        return at

    def _ends_preamble(self, items: Sequence[OutlineItem], at: int) -> bool:
        item = items[at]
        if isinstance(item, Heading):
            return True
        if at == 0:
            return False
        label = item.label(self._grammar.code)
        if label is not None and label.family == "digit" and not self._has_articles:
            return True
        return self._is_loose_heading(item) and not self._has_articles

    def _recitals(self, text: SourcedText) -> list[SourcedText]:
        """A preamble that runs on in one paragraph, cut where a recital opens behind a comma."""
        if not self._runs_on and not self._grammar.preamble_opener.match(text.text):
            return [text]
        cuts = [0]
        for found in re.finditer(r"[,;]\s+", text.text):
            rest = text.text[found.end() :]
            if self._grammar.recital_opener.match(rest) or self._grammar.preamble_closer.match(rest):
                cuts.append(found.end())
        self._runs_on = self._runs_on or len(cuts) > 1
        return [text.slice(a, b).strip() for a, b in zip(cuts, [*cuts[1:], len(text.text)], strict=True)]

    def _recital(self, node: Node, text: SourcedText, item: Paragraph) -> None:
        # What the file generates stands before the first piece of a preamble that runs on.
        generated = item.generated if text.text == item.text else ""
        label = (read_generated if generated else read_label)(generated or text.text, self._grammar.code)
        if label is not None and label.family in _OF_RECITALS:
            recital = Node("recital", number=label.number, page=item.page, generated=generated)
            recital.label = generated or text.text[label.start : label.end]
            if not generated:
                recital.printed.append(text.slice(label.start, label.end))
            rest = text if generated else text.without(label.start, label.end).strip()
            node.children.append(recital)
            if self._grammar.option.match(rest.text):
                Body(recital, self._grammar).add_all([Paragraph(rest, item.first, item.at)])
            else:
                recital.text = rest
            return
        if node.children and node.children[-1].kind == "recital" and self._grammar.option.match(text.text):
            Body(node.children[-1], self._grammar).add_all([Paragraph(text, item.first, item.at)])
            return
        kind: ProvisionKind = "recital"
        if self._names_the_parties(node, text.text):
            kind = "intro"
        elif self._grammar.preamble_closer.match(text.text) or (
            node.children and node.children[-1].kind == "wrapup"
        ):
            kind = "wrapup"
        elif _announces_recitals(text.text):
            kind = "intro"
        node.children.append(Node(kind, page=item.page, text=text))

    def _names_the_parties(self, node: Node, text: str) -> bool:
        """Whether a paragraph before all recitals says who speaks; each of several parties has a line."""
        if any(child.kind != "intro" for child in node.children) or len(text) >= _RUN_IN_PREAMBLE:
            return False
        if self._grammar.preamble_opener.match(text):
            return True
        recital = self._grammar.recital_opener.match(text) or self._grammar.preamble_closer.match(text)
        return recital is None and len(text) <= _LONGEST_PARTY and f" {text.rstrip()}".endswith(_PARTY_ENDS)

    # --- headings -------------------------------------------------------------------------------

    def _heading(self, heading: Heading) -> None:
        sectioned = any(node.kind == "section" and node.number for node in self._open)
        if heading.kind == "title" and sectioned and not self._chapter_inside_title:
            self._title_inside_chapter = True
        rank = self._rank(heading.kind)
        self._leave_annex(heading)
        node = Node(heading.kind, heading.number, heading.title, heading.page)
        node.printed.extend(heading.raw)
        node.generated = heading.generated
        node.called, node.label = heading.called, heading.label
        self._enter(node, keep=lambda other: other.kind != "closing" and self._rank(other.kind) < rank)
        if heading.body is not None:
            self._pending.append(Paragraph(heading.body, heading.line, heading.first))

    def _leave_annex(self, heading: Heading) -> None:
        """Close an annex that stands inside the body where the body's own numbers go on."""
        place = _number_parts(heading.number, self._grammar.code)
        inside = bool(self._open) and self._open[0].kind == "annex"
        key = (heading.kind, inside)
        if inside and heading.kind in ("part", "chapter", "article", "rule") and place:
            goes_on = _follows(place, self._last.get((heading.kind, False)))
            if goes_on and not _follows(place, self._last.get(key)):
                self._open.clear()
                key = (heading.kind, False)
        if heading.kind == "annex":
            self._last = {known: value for known, value in self._last.items() if not known[1]}
        elif place:
            self._last[key] = place

    def _rank(self, kind: ProvisionKind) -> float:
        if kind == "title" and self._title_inside_chapter:
            return 3.5
        if kind == "chapter" and self._chapter_inside_title:
            return 2.5
        if kind == "chapter" and self._chapter_inside_section:
            return 3.5
        return _RANK.get(kind, 9)

    def _enter(self, node: Node, keep: object) -> None:
        assert callable(keep)
        while self._open and not keep(self._open[-1]):
            self._open.pop()
        (self._open[-1] if self._open else self._root).add(node)
        self._open.append(node)

    def _in(self, kind: ProvisionKind) -> bool:
        return bool(self._open) and self._open[-1].kind == kind

    def _is_loose_heading(self, item: Paragraph) -> bool:
        """Whether a paragraph outside articles heads what follows: "II. MITIGATION", "GENERAL"."""
        if self._open and self._open[-1].kind in ("article", "rule", "closing"):
            return False
        if self._has_articles and not (self._open and self._open[0].kind == "annex"):
            return False
        text = item.text
        if len(text) > LONGEST or ends_sentence(text) or item.first.block.cell is not None:
            return False
        label = self._loose_label(item)
        style = is_heading_style(item.first.block.style)
        if label is not None:
            return label[0] in ("upper_dot", "upper_roman") and not text[:1].islower()
        if read_label(text, self._grammar.code) or self._grammar.option.match(text) or item.generated:
            return False
        return (
            style
            or mostly_upper(text)
            or item.first.block.centred
            or (item.first.block.bold and item.lines <= 2)
        )

    def _loose_label(self, item: Paragraph) -> tuple[str, str, int] | None:
        label = item.label(self._grammar.code)
        if label is None or label.family not in ("upper_dot", "upper_roman"):
            return None
        family = label.family
        if family == "upper_dot" and label.number in "IVX" and not self._follows_letter(label.number):
            family = "upper_roman"
        return family, label.number, 0 if item.generated else label.end

    def _follows_letter(self, letter: str) -> bool:
        sections = [node for node in self._open if node.kind == "section" and node.number]
        return (
            bool(sections) and len(sections[-1].number) == 1 and ord(letter) == ord(sections[-1].number) + 1
        )

    def _loose_heading(self, item: Paragraph) -> None:
        label = self._loose_label(item)
        above = self._open[-1] if self._open else None
        if label is None and above is not None and _wants_more_title(above):
            above.title = printed_title([above.title, item.text])
            above.printed.append(item.sourced)
            return
        kind: ProvisionKind = "subsection"
        if label is not None:
            kind = "chapter" if label[0] == "upper_roman" else "section"
        elif item.first.upper or has_no_case(item.text):
            kind = "section"
        node = Node(kind, label[1] if label else "", page=item.page)
        node.title = printed_title([item.text[label[2] :] if label else item.text])
        node.printed.append(item.sourced)
        node.generated = item.generated
        rank = self._rank(kind)
        self._enter(node, keep=lambda other: other.kind != "closing" and self._rank(other.kind) < rank)

    def _flush(self) -> None:
        """Hand the paragraphs since the last heading to the body of what is open."""
        if not self._pending:
            return
        pending, self._pending = self._pending, []
        if self._in("closing"):
            pending, signatures = part_signatures(pending, self._grammar)
            self.signatures += signatures
        target = self._open[-1] if self._open else self._root
        Body(target, self._grammar).add_all(pending)


def _announces_recitals(text: str) -> bool:
    """Whether a paragraph only says that recitals follow: "Whereas:"."""
    return len(text) <= _LONGEST_ANNOUNCEMENT and text.rstrip().endswith((":", "："))


def _wants_more_title(node: Node) -> bool:
    """Whether a heading without a word for itself ends so that the next line belongs to it."""
    loose = node.kind in ("section", "subsection") and not node.number and not node.children
    return loose and title_goes_on(node.title)


def _titles_hold_chapters(items: Sequence[OutlineItem], language: str) -> bool:
    """Whether "TITLE II" stands above "CHAPTER 1": it comes first, or its first is not the number one."""
    for item in items:
        if isinstance(item, Heading) and item.kind == "title":
            return True
        if isinstance(item, Heading) and item.kind == "chapter":
            break
    titles = [item for item in items if isinstance(item, Heading) and item.kind == "title"]
    return bool(titles) and (number_value(titles[0].number, language) or 1) > 1


def _sections_hold_chapters(items: Sequence[OutlineItem]) -> bool:
    """Whether sections are the greater: the first stands directly above the first chapter ("РАЗДЕЛ I")."""
    kinds = [item.kind for item in items if isinstance(item, Heading)]
    first = kinds.index("chapter") if "chapter" in kinds else 0
    return first > 0 and kinds[first - 1] == "section" and kinds.index("section") == first - 1


def _number_parts(printed: str, language: str) -> tuple[int, ...]:
    """A number as figures: "10.3" as (10, 3), "IV" as (4,); empty where it is none."""
    parts = [number_value(part, language) for part in re.split(r"[.\-]", printed)]
    return tuple(part for part in parts if part is not None) if None not in parts else ()


def _follows(place: tuple[int, ...], last: tuple[int, ...] | None) -> bool:
    if not last or len(last) != len(place):
        return False
    if len(place) == 1:
        return place[0] == last[0] + 1
    return (place[0] == last[0] and place[1] == last[1] + 1) or (place[0] == last[0] + 1 and place[1] == 1)


def _page(item: OutlineItem) -> int | None:
    return item.page
