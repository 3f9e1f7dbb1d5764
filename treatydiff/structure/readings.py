"""Readings of a draft's brackets: a draft in which one consistent choice has been made everywhere.

Each is a projection of the canonical text with a map of offsets; ids stay as they are. What is no
wording (statements of standing, names of proposers, facilitators' remarks in braces) is in no reading
but `as-is`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from treatydiff.errors import SettingsError
from treatydiff.model import (
    CLOSING_BRACKETS,
    NO_WORDING,
    OPENING_BRACKETS,
    BracketCount,
    Draft,
    Mark,
    Provision,
)
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass
from treatydiff.settings import BRACKET_READING
from treatydiff.structure.openness import with_openness

AS_IS = "as-is"
_BRACKETS = frozenset(OPENING_BRACKETS + CLOSING_BRACKETS)
_OPTION = pattern_of(r"option:([1-9]\d?)")
_CLOSING = frozenset(",.;:)?!")


@dataclass(frozen=True, slots=True)
class Projection:
    """A text under a reading; `offsets[i]` is where its character `i` stands in the canonical text."""

    text: str
    offsets: tuple[int, ...]

    def here(self, offset: int) -> int:
        """Where a place of the canonical text lies in the reading (the next kept one, if cut out)."""
        low, high = 0, len(self.offsets)
        while low < high:
            middle = (low + high) // 2
            if self.offsets[middle] < offset:
                low = middle + 1
            else:
                high = middle
        return low


def check_reading(reading: str) -> str:
    """The reading, if there is one of that name.

    Raises:
        SettingsError: it is none of as-is, in, out and option:N.
    """
    if BRACKET_READING.fullmatch(reading):
        return reading
    raise SettingsError(
        f"there is no reading {reading!r} of brackets", hint="one of as-is, in, out, option:1"
    )


def read_brackets(draft: Draft, reading: str) -> Draft:
    """A draft under a reading of its brackets.

    `in` keeps all wording and takes the bracket characters out; `out` drops what stands in brackets,
    except in a reserve, which is kept under every reading; `option:N` keeps the N-th of every group of
    alternatives and of options (the last where there are fewer) and everything else. Clauses that
    become empty vanish, and so does what held nothing else.

    Args:
        draft: as structure made it.
        reading: "as-is", "in", "out" or "option:N".

    Raises:
        SettingsError: there is no such reading.
    """
    if check_reading(reading) == AS_IS:
        return draft
    instruments = tuple(
        replace(each, provisions=_kept(each.provisions, _Choice(reading, each.walk())))
        for each in draft.instruments
    )
    return with_openness(replace(draft, instruments=instruments, brackets=BracketCount()))


class _Choice:
    """What one reading keeps of an instrument's brackets and options."""

    def __init__(self, reading: str, nodes: Iterable[Provision]) -> None:
        self.reading = reading
        found = _OPTION.fullmatch(reading)
        self.option = int(found.group(1)) if found else 0
        self._rank: dict[int, tuple[int, int]] = {}
        groups: dict[int, list[int]] = {}
        for node in nodes:
            for mark in node.marks:
                attrs = dict(mark.attrs)
                if mark.kind == "bracket" and attrs.get("role") in ("alternative", "placeholder"):
                    members = groups.setdefault(int(attrs.get("group", 0)), [])
                    if attrs["n"] not in members:
                        members.append(int(attrs["n"]))
        for group, members in groups.items():
            if group:
                for rank, number in enumerate(members, start=1):
                    self._rank[number] = rank, len(members)

    def drops(self, mark: Mark) -> bool:
        """Whether a bracket's content is dropped."""
        attrs = dict(mark.attrs)
        role = attrs.get("role", "text")
        if role in NO_WORDING:
            return True
        if role in ("reserve", "label", "astray"):
            return False
        if self.reading == "out":
            return role != "unclosed"
        if self.option and int(attrs["n"]) in self._rank:
            rank, size = self._rank[int(attrs["n"])]
            return rank != min(self.option, size)
        return False

    def drops_option(self, node: Provision, siblings: Sequence[Provision]) -> bool:
        """Whether an option of a group is dropped."""
        if not self.option or node.kind != "option":
            return False
        place = next(place for place, each in enumerate(siblings) if each is node)
        first = last = place
        while first and siblings[first - 1].kind == "option":
            first -= 1
        while last + 1 < len(siblings) and siblings[last + 1].kind == "option":
            last += 1
        return place != min(first + self.option - 1, last)


def _kept(nodes: Sequence[Provision], choice: _Choice) -> tuple[Provision, ...]:
    kept = []
    for node in nodes:
        if choice.drops_option(node, nodes):
            continue
        read = _read(node, choice)
        children = _kept(node.children, choice)
        emptied = (bool(node.text) and not read.text) or (bool(node.children) and not children)
        if emptied and not children and not read.text:
            continue
        kept.append(replace(read, children=children))
    return tuple(kept)


def _read(node: Provision, choice: _Choice) -> Provision:
    projection = project(node.text, *_cuts(node, choice))
    marks = []
    for mark in node.marks:
        if mark.kind in ("bracket", "status", "comment"):
            continue
        start, end = projection.here(mark.start), projection.here(mark.end)
        if end > start or mark.start == mark.end:
            marks.append(replace(mark, start=start, end=end))
    heading = node.heading
    if any(char in _BRACKETS for char in heading):
        heading = read_heading(heading, choice.reading)
    return replace(node, heading=heading, text=projection.text, marks=tuple(marks))


def _cuts(node: Provision, choice: _Choice) -> tuple[list[tuple[int, int]], list[int]]:
    """What of a clause goes: stretches with their content, and characters that are only brackets."""
    dropped = [
        _with_slash(node.text, mark.start, mark.end)
        for mark in node.marks
        if mark.kind == "bracket" and choice.drops(mark)
    ]
    for mark in node.marks:
        if mark.kind in ("comment", "status", "attribution"):
            attrs = dict(mark.attrs)
            if not (mark.kind == "status" and attrs.get("says") == "placeholder"):
                dropped.append((mark.start, mark.end))
        elif choice.option and mark.kind == "bracket" and dict(mark.attrs).get("slashed"):
            dropped += _other_parts(node.text, mark, choice.option)
    return dropped, [at for at, char in enumerate(node.text) if char in _BRACKETS]


_SLASH_BEFORE, _SLASH_BEHIND = pattern_of(r"/\s?$"), pattern_of(r"\s?/\s?")


def _with_slash(text: str, start: int, end: int) -> tuple[int, int]:
    """A bracket that a reading drops, with the slash that parts it from another wording."""
    before = _SLASH_BEFORE.search(text, max(0, start - 2), start)
    if before is not None:
        return before.start(), end
    behind = _SLASH_BEHIND.match(text, end)
    return start, behind.end() if behind is not None else end


def _other_parts(text: str, mark: Mark, option: int) -> list[tuple[int, int]]:
    """The alternatives that a reading drops of "[shall/should]"."""
    spans, start = [], mark.start + 1
    for part in text[mark.start + 1 : mark.end - 1].split("/"):
        spans.append((start, start + len(part)))
        start += len(part) + 1
    chosen = spans[min(option, len(spans)) - 1]
    return [(mark.start + 1, chosen[0]), (chosen[1], mark.end - 1)]


def project(text: str, dropped: Sequence[tuple[int, int]], signs: Sequence[int]) -> Projection:
    """A text without some of its stretches and signs, with spaces and punctuation put right.

    Args:
        text: canonical text.
        dropped: stretches that go, in any order; they may overlap.
        signs: places of single characters that go but hold words apart ("[a][b]" becomes "a b").
    """
    gone = bytearray(len(text))
    for start, end in dropped:
        gone[start:end] = b"\x01" * (end - start)
    sign = set(signs)
    kept: list[tuple[str, int]] = []
    joint = -1
    for at, char in enumerate(text):
        if gone[at] or at in sign:
            joint = at if joint < 0 else joint
            continue
        if joint >= 0:
            _join(kept, text, joint, at)
            joint = -1
            if char == " " and (not kept or kept[-1][0] == " "):
                continue
            _mend(kept, char)
        kept.append((char, at))
    if joint >= 0:
        while kept and kept[-1][0] == " ":
            kept.pop()
    return Projection("".join(char for char, _ in kept), tuple(at for _, at in kept))


def _join(kept: list[tuple[str, int]], text: str, start: int, end: int) -> None:
    """Put a space where brackets alone held two words apart."""
    between = text[start:end]
    if not kept or not (kept[-1][0].isalnum() and text[end].isalnum()):
        return
    if "][" in between or len(between) > 1:
        kept.append((" ", start))


def _mend(kept: list[tuple[str, int]], char: str) -> None:
    """Punctuation that what went has left behind: no space before it, no comma twice."""
    if char in _CLOSING:
        while kept and kept[-1][0] == " ":
            kept.pop()
        if kept and kept[-1][0] in ",;:" and char in ",;:.":
            kept.pop()


def read_heading(heading: str, reading: str) -> str:
    """A heading under a reading: what it holds in brackets, where that is not all of it.

    Args:
        heading: as printed, perhaps with brackets of which only one is in it.
        reading: "in", "out" or "option:N".
    """
    stretches, stack = [], []
    for at, char in enumerate(heading):
        if char in OPENING_BRACKETS:
            stack.append(at)
        elif char in CLOSING_BRACKETS and stack:
            stretches.append((stack.pop(), at + 1))
    signs = [at for at, char in enumerate(heading) if char in _BRACKETS]
    out = project(heading, stretches if reading == "out" else [], signs).text
    return out or project(heading, [], signs).text
