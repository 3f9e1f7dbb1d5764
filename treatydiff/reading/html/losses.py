"""What of an HTML page is not read, and which changes it marks, as diagnostics.

Imported only when an HTML page is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

from treatydiff.model import Diagnostic
from treatydiff.patterns import pattern_of
from treatydiff.records import dataclass

_FRAMES = frozenset(("iframe", "frame", "object", "embed"))
_WRITES = pattern_of(r"document\.write(?:ln)?\s{0,9}\(")
_LOADS = pattern_of(r"(?:<|%3C|\\x3C)\s{0,9}(?:script|img|iframe|link)", re.IGNORECASE)
_WRITTEN = 80
"""Code points behind a call to write in which it shows whether it only loads another script."""
_PICTURE = pattern_of(r"image/|\.(?:png|jpe?g|gif|svg|webp)$", re.IGNORECASE)


@dataclass(slots=True)
class PageLosses:
    """What was met on the way and is reported once, at the end."""

    frames: int = 0
    scripts: int = 0

    def meet(self, element: Any) -> None:
        """Note an element whose content is not read, where it may hold words of the draft.

        Args:
            element: the element.
        """
        if element.tag in _FRAMES:
            self.frames += _shows_a_page(element)
        elif element.tag == "script":
            self.scripts += writes(element.text or "")

    def diagnostics(self) -> Iterator[Diagnostic]:
        """What is lost."""
        if self.frames:
            yield Diagnostic("frame", "warning", f"{self.frames} frames show other pages, which are not read")
        if self.scripts:
            yield Diagnostic(
                "script_text", "warning", f"{self.scripts} scripts write text, which is not read"
            )


def writes(script: str) -> bool:
    """Whether a script writes words into the page, and does not merely load another one.

    Args:
        script: its source.
    """
    return any(
        not _LOADS.search(script, call.end(), call.end() + _WRITTEN) for call in _WRITES.finditer(script)
    )


def take_changes(root: Any, revisions: Literal["accept", "reject"]) -> Iterator[Diagnostic]:
    """Take the side of marked changes that is not read (`<ins>`, `<del>`) out of a page.

    Args:
        root: the page's root element, which is changed.
        revisions: which side is read.
    """
    counts = {
        tag: sum(bool(each.text_content().strip()) for each in root.iter(tag)) for tag in ("ins", "del")
    }
    left_out = "del" if revisions == "accept" else "ins"
    for element in list(root.iter(left_out)):
        element.drop_tree()
    if any(counts.values()):
        which = "deletions" if revisions == "accept" else "insertions"
        yield Diagnostic(
            "tracked_changes",
            "warning",
            f"marked changes: {counts['ins']} insertions, {counts['del']} deletions; read with changes "
            f"{revisions}ed, {which} left out",
        )


def _shows_a_page(element: Any) -> bool:
    address = (element.get("src") or element.get("data") or "").strip()
    kind = element.get("type") or ""
    if element.get("srcdoc"):
        return True
    small = {element.get("width"), element.get("height")} & {"0", "1", "0px", "1px"}
    return (
        bool(address)
        and not address.startswith(("about:", "javascript:"))
        and not small
        and not _PICTURE.search(kind or address)
    )
