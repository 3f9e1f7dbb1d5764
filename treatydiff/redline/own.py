"""The redline in the file of one of the drafts, from the bytes of both to the bytes of the redline.

Imports lxml; import it only where a redline is made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import Enum
from typing import Literal

from treatydiff.errors import ReadError
from treatydiff.model import Comparison, Draft, SourceText
from treatydiff.reading.docx.styles import W_NAMESPACE, whole_number
from treatydiff.reading.reader import read_bytes
from treatydiff.records import dataclass
from treatydiff.redline.borrowed import Borrowed
from treatydiff.redline.changes import Changes
from treatydiff.redline.joins import keep_what_is_behind
from treatydiff.redline.lists.former_levels import say_levels
from treatydiff.redline.lists.kept import kept_lists
from treatydiff.redline.lists.starts import part_lists
from treatydiff.redline.marking import Marking
from treatydiff.redline.proof import Saying, UnprovenError, difference, sayings, typed_difference
from treatydiff.redline.sides import SideName, TypedSide, WordSide, open_word, pair_signs, partners, typed
from treatydiff.redline.word.controls import settle_controls
from treatydiff.redline.word.leaves import Signs
from treatydiff.redline.word.order import faults_of, new_fault
from treatydiff.redline.word.package import WordPackage
from treatydiff.redline.word.properties import modified, note_hashes, scrub
from treatydiff.redline.word.standing import ADDING, TAKING
from treatydiff.redline.word.story import paragraphs
from treatydiff.redline.word.summary import add_summary
from treatydiff.redline.wording import wording_of
from treatydiff.report.kit.printed_lines import printed_lines
from treatydiff.settings import Settings, merge_settings

Files = tuple[bytes | None, bytes | None]
"""The bytes of A and of B, None where that is no Word file."""


@dataclass(frozen=True, slots=True)
class OwnLook:
    """Whom the changes are of and when, and what else is done with the file.

    `date` is empty where the file's own is to be taken. `keep` leaves the tracked changes that the marked
    file holds already; B was then read with them rejected, A with them accepted.
    """

    author: str
    date: str = ""
    scrub: bool = False
    summary_page: bool = False
    keep: bool = False


class Lists(Enum):
    """What becomes of the other draft's lists: those of ours that are the same, or lists of their own.

    PARTED also gives lists that begin anew definitions of their own.
    """

    PARTED = 1
    TIED = 2
    BROUGHT = 3


Tell = Callable[[str], None]
"""Told what a user must know of the file, a line each time."""


def own_redline(
    comparison: Comparison, files: Files, look: OwnLook, neutral_date: str, tell: Tell | None = None
) -> bytes:
    """Mark the changes in the file of B, or in that of A where only A is a Word file.

    The redline is read again before it is handed on: with all changes accepted it says what B says, with all
    rejected what A says.

    Args:
        comparison: the result of the pipeline, of whole drafts with their brackets as they are.
        files: of the drafts.
        look: author, date and choices.
        neutral_date: of changes, where neither `look` nor the file has one.
        tell: told whose tracked changes the files held, and what became of them.

    Raises:
        UnprovenError: it cannot be done so, or does not prove right.
        ReadError: a file has changed or is damaged.
    """
    why_not = hindrance(comparison)
    if why_not:
        raise UnprovenError(why_not)
    settings = replace(merge_settings(dict(comparison.settings)), isolate="never")
    ways = (Lists.PARTED, Lists.TIED, Lists.BROUGHT) if None not in files else (Lists.TIED,)
    for way in ways:
        try:
            return _redline(comparison, files, look, neutral_date, settings, tell, way)
        except UnprovenError:
            # Lists that look alike, or begin anew, may be two, or one, after all.
            if way is ways[-1]:
                raise
    raise AssertionError("there is a last way")


def _redline(
    comparison: Comparison,
    files: Files,
    look: OwnLook,
    neutral_date: str,
    settings: Settings,
    tell: Tell | None,
    lists: Lists,
) -> bytes:
    signs = Signs()
    pair_signs(comparison, signs)
    base, other = _sides(comparison, files, signs, settings, keep=look.keep)
    package = base.package
    date = look.date or modified(package) or neutral_date
    changes = Changes(look.author, date, first_free_id(package), left_out=base.left_out)
    fixed = [each.text for each in paragraphs(base.story) if each.fixed and each.text.strip()]
    known = partners(comparison, base, other)
    their_package = other.package if isinstance(other, WordSide) else None
    borrowed = Borrowed(package, their_package, alone=lists is Lists.PARTED)
    kept: frozenset[int] = frozenset()
    if lists is not Lists.BROUGHT and isinstance(other, WordSide):
        borrowed.tie_lists(known.paragraphs)
        part_lists(base.story, other.story, known.paragraphs, borrowed)
        kept = kept_lists(base.story, other.story, dict(known.paragraphs), borrowed)
    side_a, side_b = (other, base) if base.name == "b" else (base, other)
    wording = wording_of(comparison, side_a, side_b)
    Marking(base, other, known, borrowed, changes, wording, kept=kept).mark()
    keep_what_is_behind(package.main, changes)
    say_levels(package, borrowed, changes.ours)
    foreign = TAKING if base.name == "b" else ADDING
    lessened = sum(settle_controls(root, changes.ours, foreign) for root in package.written_parts())
    if look.scrub:
        scrub(package)
    note_hashes(package, {"A": comparison.a.source, "B": comparison.b.source})
    data = package.data()
    if fault := _fault_of_order(package, files, settings):
        raise UnprovenError(f"it would not be a file that Word opens ({fault})")
    _prove(data, _wanted(base, other, files, settings, keep=look.keep), fixed, settings)
    if tell is not None:
        sides = (revisions_said(side, kept=look.keep and side is base, settings=settings)
                 for side in (base, other))  # fmt: skip
        for said in filter(None, (strictness_said(package), *sides, controls_said(package, lessened))):
            tell(said)
    if look.summary_page or _lost(comparison):
        add_summary(package, comparison)
        data = package.data()
    return data


def _fault_of_order(package: WordPackage, files: Files, settings: Settings) -> str:
    """Where the redline violates the order of Word's schema and the drafts' own files do not; else empty."""
    found = faults_of(package.written_parts())
    if not found:
        return ""
    before = (WordPackage(data, package.label, settings) for data in files if data is not None)
    return new_fault(found, faults_of(root for each in before for root in each.written_parts()))


def _lost(comparison: Comparison) -> bool:
    """Whether text of a draft could not be read: the page that says so is not left to be asked for."""
    return any(
        each.severity == "error" for draft in (comparison.a, comparison.b) for each in draft.diagnostics
    )


def hindrance(comparison: Comparison) -> str:
    """Why a comparison cannot be marked in a draft's own file; empty where it can."""
    if comparison.a.source.scope or comparison.b.source.scope:
        return "only a part of a draft was compared"
    if comparison.theme:
        return "only what speaks of one theme was compared"
    settings = dict(comparison.settings)
    if settings.get("brackets", "as-is") != "as-is":
        return "brackets were read one way"
    if settings.get("drafting_marks", "keep") != "keep":
        return "struck-through and underlined words were read as changes"
    return ""


def _sides(
    comparison: Comparison, files: Files, signs: Signs, settings: Settings, *, keep: bool
) -> tuple[WordSide, WordSide | TypedSide]:
    """The draft that is marked, and the other one."""
    data_a, data_b = files
    if data_b is not None:
        own = replace(settings, revisions="reject") if keep else settings
        alone = data_a is None
        base = open_word(data_b, comparison.b, "b", signs, own, alone=alone, keep=keep)
        if data_a is not None:
            return base, open_word(data_a, comparison.a, "a", signs, settings, alone=False)
        return base, typed(comparison.a, "a", signs, _parted(comparison, base, comparison.a))
    if data_a is not None:
        base = open_word(data_a, comparison.a, "a", signs, settings, alone=True, keep=keep)
        return base, typed(comparison.b, "b", signs, _parted(comparison, base, comparison.b))
    raise UnprovenError("neither draft is a Word file")


def _parted(comparison: Comparison, base: WordSide, other: Draft) -> dict[tuple[str, str], int]:
    """Headings whose number and title stand in paragraphs of their own in the marked file."""
    from treatydiff.report.comparison.redline.line_pairs import line_pairs

    lines_a, lines_b = printed_lines(comparison.a), printed_lines(comparison.b)
    found: dict[tuple[str, str], int] = {}
    for left, right in line_pairs(comparison, lines_a, lines_b):
        a, b = lines_a[left], lines_b[right]
        ours, theirs = (b, a) if other is comparison.a else (a, b)
        found[theirs.role, theirs.id] = len(base.lines.get((ours.role, ours.id), ()))
    return found


def first_free_id(package: WordPackage) -> int:
    """A number above all ids of a file."""
    roots = [package.main, *(package.related(kind) for kind in ("footnotes", "endnotes", "comments"))]
    numbers = (
        whole_number(value) or 0
        for root in roots
        if root is not None
        for value in root.xpath("//@w:id", namespaces={"w": W_NAMESPACE})
    )
    return max(numbers, default=0) + 1


Wanted = list[Saying] | TypedSide
"""What a side must say: as our reader has it, or, of a draft that is no Word file, its lines."""


def _wanted(
    base: WordSide, other: WordSide | TypedSide, files: Files, settings: Settings, *, keep: bool
) -> dict[SideName, Wanted]:
    """What A and B must say; tracked changes that stand in the marked file are part of what it becomes."""
    wanted: dict[SideName, Wanted] = {
        side.name: sayings(side.text) if isinstance(side, WordSide) else side for side in (base, other)
    }
    if keep:
        data = files[base.name == "b"]
        assert data is not None
        settled = replace(settings, revisions="accept" if base.name == "b" else "reject")
        wanted[base.name] = sayings(read_bytes(data, base.package.label, settled))
    return wanted


def _prove(data: bytes, wanted: Mapping[SideName, Wanted], fixed: list[str], settings: Settings) -> None:
    """Read the redline with all changes accepted and with all rejected.

    Raises:
        UnprovenError: it does not say what the draft says.
    """
    sides: list[tuple[Literal["accept", "reject"], SideName]] = [("accept", "b"), ("reject", "a")]
    for revisions, name in sides:
        read = read_marked(data, replace(settings, revisions=revisions))
        own = wanted[name]
        if isinstance(own, TypedSide):
            found = typed_difference(read, list(paragraphs(own.story)), fixed)
        else:
            found = difference(sayings(read), own)
        if found:
            raise UnprovenError(f"{revisions}ing all changes does not give {name.upper()} ({found})")


def read_marked(data: bytes, settings: Settings) -> SourceText:
    """Read what was marked.

    Raises:
        UnprovenError: it cannot be read.
    """
    try:
        return read_bytes(data, "redline.docx", settings)
    except ReadError as fault:
        raise UnprovenError(f"what was marked cannot be read: {fault}") from None


def strictness_said(package: WordPackage) -> str:
    """That a file of the strict variety became one of the usual variety; empty where it was none.

    Args:
        package: that is marked.
    """
    return (
        f"{package.label}: strict Open XML, written as the usual (transitional) one"
        if package.was_strict
        else ""
    )


def controls_said(package: WordPackage, lessened: int) -> str:
    """That content controls can do less than before; empty where none does.

    Args:
        package: that is marked.
        lessened: how many controls.
    """
    if not lessened:
        return ""
    number = "1 content control" if lessened == 1 else f"{lessened} content controls"
    has = "has" if lessened == 1 else "have"
    return (
        f"{package.label}: {number} {has} been parted, or freed of custom XML and of plain text, so that "
        "every program settles what changed there"
    )


def revisions_said(side: WordSide | TypedSide, *, kept: bool, settings: Settings) -> str:
    """How many tracked changes a file held, whose, and what became of them; empty where it held none.

    Args:
        side: a draft.
        kept: whether they stand.
        settings: which side of them was read.
    """
    if not isinstance(side, WordSide) or not side.authors:
        return ""
    ranked = sorted(side.authors.items(), key=lambda each: (-each[1], each[0]))
    whose = ", ".join(f"{name or 'nobody named'} {count}" for name, count in ranked)
    number = sum(side.authors.values())
    changes = "tracked change" if number == 1 else "tracked changes"
    left = "left as it is" if number == 1 else "left as they are"
    became = left if kept else f"{settings.revisions}ed first"
    return f"{side.package.label}: {number} {changes} {became} ({whose})"
