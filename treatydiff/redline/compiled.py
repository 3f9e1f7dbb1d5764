"""Many delegations' copies of one text in one file: the text's own, with everybody's changes tracked in it.

Imports lxml; import it only where a compilation is made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from treatydiff.errors import UsageError
from treatydiff.model import Comparison
from treatydiff.reading.docx.styles import W
from treatydiff.records import dataclass
from treatydiff.redline.borrowed import Borrowed
from treatydiff.redline.brought_comments import bring_comments
from treatydiff.redline.changes import Changes
from treatydiff.redline.claims import say_claims
from treatydiff.redline.lists.former_levels import say_levels
from treatydiff.redline.marking import Marking
from treatydiff.redline.own import (
    Tell,
    controls_said,
    first_free_id,
    hindrance,
    read_marked,
    revisions_said,
    strictness_said,
)
from treatydiff.redline.proof import UnprovenError, difference, sayings
from treatydiff.redline.sides import WordSide, open_word, pair_signs, partners, reopened
from treatydiff.redline.word.controls import settle_controls
from treatydiff.redline.word.leaves import Signs
from treatydiff.redline.word.package import WordPackage
from treatydiff.redline.word.properties import modified, note_hashes, scrub
from treatydiff.redline.word.settled import settle_each
from treatydiff.redline.word.standing import ADDING, ALSO
from treatydiff.redline.word.summary import add_page
from treatydiff.redline.wording import wording_of
from treatydiff.settings import Settings, merge_settings


@dataclass(frozen=True, slots=True)
class Copy:
    """A delegation's own copy of the text: its name, the text compared with the copy, the copy's bytes."""

    name: str
    comparison: Comparison
    data: bytes


@dataclass(frozen=True, slots=True)
class _Work:
    """What a compilation is made of."""

    base: bytes
    copies: Sequence[Copy]
    date: str
    neutral_date: str
    closing: Sequence[str]
    settings: Settings
    without_persons: bool


_Commented = tuple[WordPackage, dict[Any, Any], str, str]
"""A copy's file, what its paragraphs became, whose it is, and when it was saved."""


def compiled_redline(
    base: bytes,
    copies: Sequence[Copy],
    *,
    date: str,
    neutral_date: str,
    closing: Sequence[str] = (),
    without_persons: bool = False,
    tell: Tell | None = None,
) -> bytes:
    """Mark in a text's own file what each delegation changes in it, under its name.

    What several put in at one place stands in their order; words that several take out are taken out by the
    first of them, and a comment of each other one says that they are taken out by it too, as do rows, the
    ends of paragraphs and, at the call, what is taken out of notes. The file is read again: with all changes
    rejected it says what the text says, with those of one delegation accepted what its copy says.

    Args:
        base: bytes of the text, a Word file.
        copies: in the order of precedence.
        date: of the changes; if empty, when a copy says that it was saved.
        neutral_date: where it does not say so either.
        closing: lines of a last page.
        without_persons: whether who made the base's file is taken out, and the copies' comments are left out.
        tell: told whose tracked changes the files held.

    Raises:
        UsageError: two delegations have one name.
        UnprovenError: it cannot be done so, or does not prove right.
        ReadError: a file is damaged, or another one than was compared.
    """
    names = [each.name for each in copies]
    if len(set(names)) < len(names):
        raise UsageError("two of the texts have one name", hint="NAME=FILE names each of them")
    for copy in copies:
        if why_not := hindrance(copy.comparison):
            raise UnprovenError(why_not)
    settings = replace(merge_settings(dict(copies[0].comparison.settings)), isolate="never")
    work = _Work(base, copies, date, neutral_date, closing, settings, without_persons)
    try:
        package, said = _compiled(work, tie_lists=True)
    except UnprovenError:
        # Lists that look alike may be two after all.
        package, said = _compiled(work, tie_lists=False)
    if tell is not None:
        for line in filter(None, said):
            tell(line)
    return package.data()


def _compiled(work: _Work, *, tie_lists: bool) -> tuple[WordPackage, list[str]]:
    """The compilation, and what is to be told of the files."""
    settings, copies = work.settings, work.copies
    opened = open_word(work.base, copies[0].comparison.a, "a", Signs(), settings, alone=False)
    said = [strictness_said(opened.package), revisions_said(opened, kept=False, settings=settings)]
    saved = work.date or modified(opened.package) or work.neutral_date
    if work.without_persons:
        scrub(opened.package)
    texts: list[WordSide] = []
    comments: list[_Commented] = []
    ours: set[Any] = set()
    for number, copy in enumerate(copies, start=1):
        signs = Signs()
        pair_signs(copy.comparison, signs)
        side = reopened(opened, signs, ADDING)
        other = open_word(copy.data, copy.comparison.b, "b", signs, settings, alone=False)
        moment = work.date or modified(other.package) or saved
        changes = Changes(copy.name, moment, first_free_id(opened.package), str(number), ADDING)
        known = partners(copy.comparison, side, other)
        borrowed = Borrowed(opened.package, other.package)
        if tie_lists:
            borrowed.tie_lists(known.paragraphs)
        wording = wording_of(copy.comparison, side, other)
        placed = Marking(side, other, known, borrowed, changes, wording, moves=False).mark()
        ours |= changes.ours
        texts.append(other)
        comments.append((other.package, placed, copy.name, moment))
        said.append(revisions_said(other, kept=False, settings=settings))
    say_levels(opened.package, Borrowed(opened.package, None), ours)
    parts = opened.package.written_parts()
    said.append(controls_said(opened.package, sum(settle_controls(root, ours, ADDING) for root in parts)))
    _prove(opened, [each.name for each in copies], texts, settings)
    left = _finish(opened.package, copies, saved)
    for commented in () if work.without_persons else comments:
        left += bring_comments(opened.package, *commented)
    lines = [*work.closing, *left]
    if lines:
        add_page(opened.package, lines)
    return opened.package, said


def _prove(base: WordSide, names: Sequence[str], texts: Sequence[WordSide], settings: Settings) -> None:
    """Read the compilation with all changes rejected, and with those of one delegation accepted."""
    wanted: list[tuple[str, WordSide]] = [("", base), *zip(names, texts, strict=True)]
    for number, (name, side) in enumerate(wanted):
        data = base.package.data(_settling(name, str(number)))
        found = difference(sayings(read_marked(data, settings)), sayings(side.text))
        if found:
            whose = f"accepting the changes of {name}" if name else "rejecting all changes"
            raise UnprovenError(f"{whose} does not give {side.package.label} ({found})")


def _settling(name: str, number: str) -> Callable[[Any], object]:
    def accepts(change: Any) -> bool:
        return bool(name) and (change.get(W + "author") == name or number in change.get(ALSO, "").split())

    return lambda root: settle_each(root, accepts)


def _finish(package: WordPackage, copies: Sequence[Copy], date: str) -> list[str]:
    """Say who makes a change too, and in the file's properties what was compiled; what has no place in it."""
    left = say_claims(package, [copy.name for copy in copies], date)
    sources = {copy.name: copy.comparison.b.source for copy in copies}
    note_hashes(package, {"base": copies[0].comparison.a.source, **sources})
    return left
