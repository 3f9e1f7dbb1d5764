"""Verifies a Word file with tracked changes, whoever made it, against the two drafts that it compares.

Imports lxml; import it only where a redline is verified.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from treatydiff.errors import ReadError, UsageError
from treatydiff.isolation.guarded import read_guarded
from treatydiff.model import Draft, SourceText
from treatydiff.pipeline import parse_source, read_draft
from treatydiff.reading.docx.styles import W
from treatydiff.reading.reader import bytes_of
from treatydiff.reading.sniff import DOCX, sniff_content
from treatydiff.records import dataclass
from treatydiff.redline.model import Verification
from treatydiff.redline.proof import difference, draft_difference, sayings
from treatydiff.redline.word.order import faults_of, new_fault
from treatydiff.redline.word.package import NOTE_PARTS, WordPackage
from treatydiff.redline.word.properties import left_inside
from treatydiff.redline.word.summary import without_summary
from treatydiff.settings import Settings

COVER_END = "The text begins on the next page."
"""The last line of the cover of a redline that is a document of its own."""
_KINDS = (("ins", "insertions"), ("del", "deletions"), ("moveFrom", "moved from"), ("moveTo", "moved to"))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A draft that a redline must give: read as blocks where it is a Word file, parsed where it is not."""

    text: SourceText | None
    draft: Draft | None

    @property
    def source(self) -> Any:
        held = self.text or self.draft
        assert held is not None
        return held.source


def verify_redline(redline: Path, a: Path, b: Path, settings: Settings) -> Verification:
    """Read a redline with all changes accepted and with all rejected, and hold it against both drafts.

    Against Word files paragraphs, numbers, cells and notes are compared; against others, and for a redline
    that is a document of its own, the words of the provisions, in their order.

    Args:
        redline: a Word file with tracked changes.
        a, b: the drafts, the earlier first.
        settings: how to read.

    Raises:
        ReadError: a file cannot be read.
        UsageError: the redline is no Word file.
    """
    data = bytes_of(redline, settings)
    if sniff_content(data, redline.name).media_type != DOCX:
        raise UsageError("is no Word file", where=redline.name, hint="verify REDLINE.docx A B")
    digest = sha256(data).hexdigest()
    package = WordPackage(data, redline.name, settings)
    if without_summary(package.main):
        data = package.data()
    accepted = read_guarded(data, replace(settings, revisions="accept"), label=redline.name)
    rejected = read_guarded(data, replace(settings, revisions="reject"), label=redline.name)
    covered = any(block.text == COVER_END for block in accepted.blocks)
    wanted_a, wanted_b = (_wanted(path, settings, parsed=covered) for path in (a, b))
    counts = Counter({name: sum(1 for _ in package.main.iter(W + tag)) for tag, name in _KINDS})
    return Verification(
        replace(accepted.source, sha256=digest),
        wanted_a.source,
        wanted_b.source,
        _departs(accepted, wanted_b, settings, covered=covered),
        _departs(rejected, wanted_a, settings, covered=covered),
        fault_of_marks(_marked_parts(package)) or _fault_of_order(package, (a, b), settings),
        tuple((name, counts[name]) for _, name in _KINDS),
        left_inside(package),
    )


def _fault_of_order(package: WordPackage, drafts: Sequence[Path], settings: Settings) -> str:
    """Where a redline violates the order of Word's schema and the drafts do not; empty where nowhere."""
    found = faults_of(package.written_parts())
    if not found:
        return ""
    known: Counter[str] = Counter()
    for path in drafts:
        data = bytes_of(path, settings) if path.is_file() else b""
        if sniff_content(data, path.name).media_type == DOCX:
            with suppress(ReadError):
                known += faults_of(WordPackage(data, path.name, settings).written_parts())
    fault = new_fault(found, known)
    return f"against the order of Word's schema, {fault}" if fault else ""


def _wanted(path: Path, settings: Settings, *, parsed: bool) -> _Wanted:
    is_word = path.is_file() and sniff_content(bytes_of(path, settings), path.name).media_type == DOCX
    if is_word and not parsed:
        return _Wanted(read_guarded(path, settings), None)
    return _Wanted(None, read_draft(path, settings))


def _departs(said: SourceText, wanted: _Wanted, settings: Settings, *, covered: bool) -> str:
    if wanted.text is not None:
        return difference(sayings(said), sayings(wanted.text))
    assert wanted.draft is not None
    if covered:
        said = _without_cover(said)
    draft = parse_source(said, replace(settings, language=wanted.draft.language))
    return draft_difference(draft, wanted.draft)


def _without_cover(text: SourceText) -> SourceText:
    at = next(n for n, block in enumerate(text.blocks) if block.text == COVER_END)
    return replace(text, blocks=text.blocks[at + 1 :])


def _marked_parts(package: WordPackage) -> list[Any]:
    notes = (package.related(kind) for kind in NOTE_PARTS)
    return [package.main, *(root for root in notes if root is not None)]


def fault_of_marks(roots: Sequence[Any]) -> str:
    """What is wrong with tracked changes as Word keeps them; empty where nothing is.

    Args:
        roots: the root elements of the main text and of the notes.
    """
    names: dict[str, list[str]] = {"From": [], "To": []}
    for root in roots:
        if any(each.find(f".//{W}t") is not None for each in root.iter(W + "del")):
            return "a deletion holds text that is not marked as deleted"
        if any(next(each.iterancestors(W + "del"), None) is None for each in root.iter(W + "delText")):
            return "deleted text stands outside of a deletion"
        for side, found in names.items():
            starts = list(root.iter(f"{W}move{side}RangeStart"))
            ends = root.iter(f"{W}move{side}RangeEnd")
            if sorted(each.get(W + "id", "") for each in starts) != sorted(
                each.get(W + "id", "") for each in ends
            ):
                return "a move that begins does not end"
            found.extend(each.get(W + "name", "") for each in starts)
    return "" if sorted(names["From"]) == sorted(names["To"]) else "a move has one end only"
