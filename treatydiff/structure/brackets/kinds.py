"""What every bracket of a draft is: alternative, reserve, placeholder, statement of standing, name.

A bracket that encloses whole provisions is a *reserve*: a position on them. Brackets side by side are
*alternatives* where they fill one slot (modals, numbers, the same words turned otherwise, a slash, no
space between them) or the draft's legend says so; otherwise what they are to one another is
*undetermined*: "[migrants] [particularly vulnerable groups]" need not exclude each other.
"""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import field, replace

from treatydiff.language.words.brackets import (
    EDITORIAL,
    LEGEND_ALTERNATIVES,
    NO_TEXT,
    PLACEHOLDER,
    STATUS,
    PatternTable,
)
from treatydiff.model import (
    CLOSING_BRACKETS,
    NO_WORDING,
    OPENING_BRACKETS,
    FrontMatter,
    Instrument,
    Mark,
    Note,
    Provision,
)
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.structure.brackets import lettered
from treatydiff.structure.brackets.attributions import (
    Running,
    behind_dash,
    is_sentence,
    parenthesised,
    read_attribution,
    read_attributions,
    read_order,
    read_prefix,
)
from treatydiff.structure.brackets.brackets import behind_wording, enclosed
from treatydiff.structure.brackets.groups import choices, is_slashed, side_by_side
from treatydiff.structure.brackets.noted import note_attributions

_AROUND = " \t.,;:"
_NO_WORDING_SIGNS = frozenset(_AROUND + OPENING_BRACKETS + CLOSING_BRACKETS)
_SIGNS = frozenset(".,;:")
_NOTE_SIGN = pattern_of(r"[^\W\d_]\[\d{1,3}\]|[.,;:)”’»]\[\d{1,3}\]")
_BRACES = pattern_of(r"\{[^{}]*\}")
_LONGEST_PREFIX = 1_000
"""Code points behind a bracket that may name its proposer."""
_STATED = pattern_of(r"[\[(]([^\[\]()]{2,60})[\])]")
_STANDING = pattern_of(r"\(([^()]{4,80})\)\s*+[.;]?\s*+$")


@dataclass(slots=True)
class _Bracket:
    """A bracket with the pieces of text that it covers: (number of the node, start, end, part)."""

    n: int
    depth: int
    pieces: list[tuple[int, int, int, str]] = field(default_factory=list)
    role: str = "text"
    group: int = 0
    slashed: bool = False


def add_bracket_kinds(
    instruments: Sequence[Instrument],
    notes: Sequence[Note],
    front_matter: Sequence[FrontMatter],
    further_names: str = "",
) -> tuple[Instrument, ...]:
    """Instruments whose bracket marks say what each bracket is, with marks of standing, options and names.

    Args:
        instruments: with bracket marks.
        notes: footnotes, endnotes and comments; what they attribute is marked where they are called.
        front_matter: where a legend of the brackets may stand.
        further_names: delegations beyond those that ship, as in the setting `delegations`.
    """
    legend = [paragraph.text for paragraph in front_matter]
    running = Running.of(
        (node.text for each in instruments for node in each.walk() if node.text), legend, further_names
    )
    by_label: dict[str, list[Note]] = defaultdict(list)
    for note in notes:
        by_label[note.label].append(note)
    known = any(LEGEND_ALTERNATIVES.search(text) for text in legend)
    return tuple(
        replace(each, provisions=_Kinds(each, running, by_label, legend_says=known).provisions())
        for each in instruments
    )


class _Kinds:
    """The marks of one instrument."""

    def __init__(
        self, instrument: Instrument, running: Running, notes: dict[str, list[Note]], *, legend_says: bool
    ) -> None:
        self._instrument = instrument
        self._running = running
        self._notes = notes
        self._legend_says = legend_says
        self._nodes = list(instrument.walk())
        self._brackets = _brackets(self._nodes)
        self._further: dict[int, list[Mark]] = defaultdict(list)
        self._unit_of = {node.id: unit.id for unit in instrument.units() for node in unit.provision.walk()}
        self._wordings: dict[int, tuple[int, int]] = {}

    def provisions(self) -> tuple[Provision, ...]:
        """The instrument's provisions with their marks."""
        # What is no wording first: it may stand behind a bracket that encloses a provision.
        for bracket in self._brackets.values():
            bracket.role = self._plain_role(bracket)
        for bracket in self._brackets.values():
            if bracket.role == "text" and self._encloses(bracket):
                bracket.role = "reserve"
            elif bracket.role == "text" and self._leaves_its_unit(bracket):
                bracket.role = "astray"
        self._group()
        for place, node in enumerate(self._nodes):
            self._further[place].extend(self._marks_of_text(node))
            self._further[place].extend(self._marks_of_notes(node))
        place_of = {id(node): place for place, node in enumerate(self._nodes)}
        self._options(self._instrument.provisions, 1, place_of)
        return tuple(self._rebuilt(node, place_of) for node in self._instrument.provisions)

    def _rebuilt(self, node: Provision, place_of: dict[int, int]) -> Provision:
        marks = [self._said(mark) if mark.kind == "bracket" else mark for mark in node.marks]
        further = self._further[place_of[id(node)]]
        if further:
            marks = sorted((*marks, *further), key=lambda mark: (mark.start, -mark.end, mark.kind))
        children = tuple([self._rebuilt(child, place_of) for child in node.children])
        if not marks and all(map(operator.is_, children, node.children)):
            return node
        return replace(node, marks=tuple(marks), children=children)

    def _said(self, mark: Mark) -> Mark:
        bracket = self._brackets[_number(mark)]
        attrs = (*mark.attrs, ("role", bracket.role))
        if bracket.group:
            attrs = (*attrs, ("group", bracket.group))
        return replace(mark, attrs=(*attrs, ("slashed", True)) if bracket.slashed else attrs)

    def _content(self, bracket: _Bracket) -> str | None:
        """What stands inside a bracket that opens and closes in one clause."""
        place, start, end, part = bracket.pieces[0]
        return self._nodes[place].text[start + 1 : end - 1] if part == "whole" and end > start else None

    def _plain_role(self, bracket: _Bracket) -> str:
        place, start, end, part = bracket.pieces[0]
        content = self._content(bracket)
        if part == "unclosed":
            return "unclosed"
        if content is None:
            return "label" if part == "whole" else "text"
        bracket.slashed = is_slashed(content)
        return self._said_by(content, place, start, end) or ("alternative" if bracket.slashed else "text")

    def _said_by(self, content: str, place: int, start: int, end: int) -> str:
        """The role of a bracket whose content is no wording, with the mark of what it says; else ""."""
        further, text = self._further[place], self._nodes[place].text
        if (says := _read(STATUS, content)) is not None:
            further.append(Mark("status", start, end, (("says", says), ("text", content.strip()))))
            return "status"
        attached = start > 0 and text[start - 1].isalpha()
        if start and _NOTE_SIGN.fullmatch(text, start - 1, end):
            further.append(Mark("comment", start, end, (("text", content), ("form", "note reference"))))
            return "remark"
        if _read(PLACEHOLDER, content) is not None and not attached:
            further.append(Mark("status", start, end, (("says", "placeholder"), ("text", content.strip()))))
            return "placeholder"
        if _read(EDITORIAL, content) is not None:
            further.append(Mark("comment", start, end, (("text", content.strip()), ("form", "editorial"))))
            return "remark"
        if lettered.only_labels_the_next(content, text[end:]):
            further.append(lettered.label_mark(content, start, end))
            return "remark"
        prefix = read_prefix(content, self._running)
        if prefix is not None and (role := read_order(content[prefix[1] :])) is not None:
            further.append(replace(prefix[0], role=role).mark(start, end, "text"))
            return "attribution"
        if any(sign in content for sign in OPENING_BRACKETS):
            return ""
        names = (
            behind_wording(text, start, end, legend=self._running.legend)
            if start
            else text[end:].lstrip()[:1] in {":", "："}
        )
        attributions = read_attributions(content, self._running, bare_names=names)
        if not attributions and start and is_sentence(text, start, end):
            known = replace(self._running, legend=False)  # nothing but names that are known to be names
            attributions = read_attributions(content, known, bare_names=True)
        further.extend(each.mark(start, end, "text") for each in attributions)
        return "attribution" if attributions else ""

    def _encloses(self, bracket: _Bracket) -> bool:
        """Whether a bracket encloses whole provisions, but for what stands around them."""
        first, last = bracket.pieces[0], bracket.pieces[-1]
        if last[3] not in ("whole", "close"):
            return False
        return self._wording(first[0])[0] >= first[1] and self._wording(last[0])[1] < last[2]

    def _leaves_its_unit(self, bracket: _Bracket) -> bool:
        """Whether a bracket opens inside a sentence and finds its end only in another unit.

        Its own end was forgotten, and it took that of another: what lies between is not in it.
        """
        first, last = (self._nodes[bracket.pieces[at][0]].id for at in (0, -1))
        return self._unit_of.get(first) != self._unit_of.get(last)

    def _wording(self, place: int) -> tuple[int, int]:
        """The first and last character of a clause that is wording.

        Punctuation, brackets and what has another role are none; without any, the first stands
        behind the last.
        """
        found = self._wordings.get(place)
        if found is None:
            text = self._nodes[place].text
            plain = bytearray(b"\x01" * len(text))
            for mark in self._further[place]:
                if mark.kind in ("status", "comment", "attribution"):
                    plain[mark.start : mark.end] = bytes(len(plain[mark.start : mark.end]))
            kept = [at for at, is_plain in enumerate(plain) if is_plain]
            printed = "".join(text[at] for at in kept)
            bare = _BRACES.sub(lambda remark: " " * len(remark.group()), printed)
            places = [at for at, char in zip(kept, bare, strict=True) if char not in _NO_WORDING_SIGNS]
            found = self._wordings[place] = (places[0], places[-1]) if places else (len(text), -1)
        return found

    def _group(self) -> None:
        """Brackets side by side, and whether they are alternatives."""
        by_place: dict[tuple[int, int], list[_Bracket]] = defaultdict(list)
        for bracket in self._brackets.values():
            place, start, end, part = bracket.pieces[0]
            if part == "whole" and end > start and bracket.role not in (*NO_WORDING, "label"):
                by_place[place, bracket.depth].append(bracket)
        number = 0
        for (place, _), brackets in sorted(by_place.items()):
            spans = [(bracket.pieces[0][1], bracket.pieces[0][2]) for bracket in brackets]
            text = lettered.labels_parted(self._nodes[place].text, self._further[place])
            for run, signs in side_by_side(text, spans):
                contents = [self._proposed(brackets[each]) for each in run]
                self._further[place].extend(
                    labels := lettered.label_marks(text, [spans[each] for each in run])
                )
                sure = labels or self._legend_says
                whole = [(list(range(len(run))), True)] if sure else choices(contents, signs)
                for members, choice in whole:
                    number += 1
                    for bracket in (brackets[run[each]] for each in members):
                        bracket.group = number
                        if bracket.role != "placeholder":
                            bracket.role = "alternative" if choice else "undetermined"

    def _proposed(self, bracket: _Bracket) -> str:
        """What a bracket holds, without whoever proposes it."""
        content = self._content(bracket) or ""
        prefix = read_prefix(content, self._running)
        return content[prefix[1] :] if prefix is not None else content

    def _marks_of_text(self, node: Provision) -> Iterator[Mark]:
        text = node.text
        if text and not node.children:
            yield from self._marks_of_words(text)
        for content, says in _statuses(node.heading):
            yield Mark("status", 0, 0, (("says", says), ("text", content)))

    def _marks_of_words(self, text: str) -> Iterator[Mark]:
        for found in _BRACES.finditer(text):
            yield Mark("comment", found.start(), found.end(), (("text", found.group()), ("form", "braces")))
        bare = text.strip(" .")
        if not any(sign in text for sign in OPENING_BRACKETS) and _read(EDITORIAL, bare) is not None:
            yield Mark("comment", 0, len(text), (("text", bare), ("form", "editorial")))
        if "(" in text or "（" in text:
            for attribution, start, end in parenthesised(text, self._running):
                yield attribution.mark(start, end, "text")
            standing = _STANDING.search(text)
            says = _read(STATUS, standing.group(1)) if standing else None
            if standing and says is not None:
                attrs = (("says", says), ("text", standing.group(1)))
                yield Mark("status", standing.start(), standing.end(1) + 1, attrs)
        for start, end in sorted(enclosed(text)):
            prefix = read_prefix(text[start : min(end, start + _LONGEST_PREFIX)], self._running)
            if prefix is not None and read_order(text[start + prefix[1] : end]) is None:
                yield prefix[0].mark(start, start + prefix[1], "text")
            suffix = behind_dash(text[max(start, end - _LONGEST_PREFIX) : end], self._running)
            if suffix is not None:
                yield suffix[0].mark(max(start, end - _LONGEST_PREFIX) + suffix[1], end, "text")

    def _marks_of_notes(self, node: Provision) -> Iterator[Mark]:
        for mark in node.marks:
            if mark.kind != "note_ref":
                continue
            for note in self._notes.get(str(dict(mark.attrs).get("label", "")), ()):
                for attribution in note_attributions(note, self._running.further):
                    yield attribution.mark(mark.start, mark.end, note.kind)

    def _options(self, nodes: Sequence[Provision], level: int, place_of: dict[int, int]) -> None:
        group = 0
        before = False
        for node in nodes:
            is_option = node.kind == "option"
            group += is_option and not before
            before = is_option
            if is_option:
                words_of = " ".join(leaf.text for leaf in node.clauses()).strip("".join(_NO_WORDING_SIGNS))
                attrs = (("number", node.number), ("level", level), ("group", group),
                         ("no_text", not words_of or NO_TEXT.fullmatch(words_of) is not None))  # fmt: skip
                self._further[place_of[id(node)]].append(Mark("option", 0, 0, attrs))
                author = read_attribution(node.heading, self._running, bare_names=True)
                if author is not None:
                    self._further[place_of[id(node)]].append(author.mark(0, 0, "text"))
            self._options(node.children, level + is_option, place_of)


def _brackets(nodes: Sequence[Provision]) -> dict[int, _Bracket]:
    found: dict[int, _Bracket] = {}
    for place, node in enumerate(nodes):
        for mark in (each for each in node.marks if each.kind == "bracket"):
            attrs = dict(mark.attrs)
            bracket = found.setdefault(_number(mark), _Bracket(_number(mark), int(attrs["depth"])))
            bracket.pieces.append((place, mark.start, mark.end, str(attrs["part"])))
    return found


def _number(mark: Mark) -> int:
    return int(dict(mark.attrs)["n"])


def _statuses(heading: str) -> Iterator[tuple[str, str]]:
    for found in _STATED.finditer(heading):
        says = _read(STATUS, found.group(1))
        if says is not None:
            yield found.group(1), says


def _read(table: PatternTable, content: str) -> str | None:
    bare = content.strip(" .;")
    named = (name for name, pattern in table if pattern.fullmatch(bare))
    return None if content.strip() in _SIGNS else next(named, None)
