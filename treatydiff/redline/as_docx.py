"""A comparison as a Word document: marked in the draft's own file, or as a document of its own.

Imports python-docx; import it only where a report is made.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256

from treatydiff.errors import ReadError, UsageError
from treatydiff.model import Comparison
from treatydiff.redline.italics import italics_of
from treatydiff.redline.own import Files, OwnLook, own_redline
from treatydiff.redline.proof import UnprovenError
from treatydiff.report.comparison.as_docx import comparison_docx as document_of_its_own
from treatydiff.report.comparison.as_docx import word_moment
from treatydiff.report.comparison.redline.clause_looks import Ranges
from treatydiff.report.kit.cards import TOOL
from treatydiff.report.kit.word_package import NEUTRAL_DATE
from treatydiff.settings import merge_settings

LAYOUTS = ("own", "plain", "table")
_NO_FILES: Files = (None, None)


def comparison_docx(
    comparison: Comparison,
    *,
    author: str = "",
    date: str = "",
    layout: str = "",
    files: Files = _NO_FILES,
    scrub: bool = False,
    summary_page: bool = False,
    keep_revisions: bool = False,
    tell: Callable[[str], None] | None = None,
) -> bytes:
    """A comparison as a Word document.

    Accepting all changes of a redline gives B, rejecting all gives A. One in the draft's own file is read
    again before it is handed on; where it does not hold both drafts, it is written as a document of its own.

    Args:
        comparison: the result of the pipeline.
        author: whom the tracked changes are of; the tool if empty.
        date: of the changes, "2024-05-31" or "2024-05-31T12:00:00Z"; if empty, when the newer Word file says
            that it was saved, else a fixed one.
        layout: "own" marks the file of B, or of A where only that is a Word file; "plain" writes a document
            of its own with typed numbers; "table" sets two columns side by side. If empty, "own" where a
            draft is a Word file, else "plain".
        files: the bytes of A and of B, None where that is no Word file or not at hand.
        scrub: whether who made the file is taken out of it (layout "own").
        summary_page: whether a last page says what was compared (layout "own").
        keep_revisions: whether tracked changes that the marked file holds stay as they are, with their
            authors and dates (layout "own"); B must then have been read with them rejected.
        tell: told in one line each whose tracked changes the files held, and why a redline is not in the
            draft's own file.

    Raises:
        UsageError: there is no such layout, the date is none, or the draft's own file is asked for and
            neither is a Word file at hand.
    """
    known = (*LAYOUTS, "redline")  # "redline" is how "plain" was called first
    if layout and layout not in known:
        raise UsageError(f"there is no layout {layout!r}", hint=f"one of {', '.join(LAYOUTS)}")
    moment = word_moment(date) if date else ""
    at_hand = any(each is not None for each in files)
    if layout == "own" and not at_hand:
        raise UsageError(
            "neither draft is a Word file that can be marked",
            hint="--layout plain; in Python, files=(bytes of A, bytes of B)",
        )
    if layout == "own" or (not layout and at_hand):
        look = OwnLook(author or TOOL, moment, scrub, summary_page, keep_revisions)
        try:
            return own_redline(comparison, files, look, NEUTRAL_DATE, tell)
        except (UnprovenError, ReadError) as fault:
            _tell(tell, str(fault), kept=keep_revisions)
        except Exception as fault:  # noqa: BLE001 - odd XML of a foreign file must not cost the redline
            _tell(tell, f"the file cannot be marked ({type(fault).__name__})", kept=keep_revisions)
    if layout == "table":
        return document_of_its_own(
            comparison, author=author, date=date, layout="table", italics=_italics(comparison, files)
        )
    return document_of_its_own(comparison, author=author, date=date, layout="redline")


def _italics(comparison: Comparison, files: Files) -> dict[str, dict[str, Ranges]]:
    """What the Word files set in italics; nothing of a file that is no longer the one that was compared."""
    settings = merge_settings(dict(comparison.settings))
    found: dict[str, dict[str, Ranges]] = {}
    for side, draft, data in zip("ab", (comparison.a, comparison.b), files, strict=True):
        if data is not None and sha256(data).hexdigest() == draft.source.sha256:
            with suppress(ReadError):
                found[side] = italics_of(data, draft, settings)
    return found


def _tell(tell: Callable[[str], None] | None, why: str, *, kept: bool) -> None:
    if tell is not None:
        lost = "; the tracked changes that were to be kept are not in it" if kept else ""
        tell(f"the redline is not in the draft's own file but a plain one: {why}{lost}")
