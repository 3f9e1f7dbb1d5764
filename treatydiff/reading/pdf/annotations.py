"""What stands on a page beside its content: form fields and annotations that are not read."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfminer.psexceptions import PSException
from pdfminer.psparser import literal_name

from treatydiff.model import Diagnostic
from treatydiff.reading.pdf.markings import markings_of

_CALLED = {
    "FreeText": "text box", "StrikeOut": "strike-out", "Caret": "insertion", "Redact": "redaction",
    "Text": "comment", "Stamp": "stamp", "Widget": "form field",
}  # fmt: skip
"""Annotations that add words to a page or take words from it, by how reports call them."""
_HIDDEN = 2
"""The flag of annotations that are not shown."""
_FAULTS = (PSException, AttributeError, LookupError, TypeError, ValueError)


def unread_annotations(page: PDFPage, number: int) -> Diagnostic | None:
    """A warning that names what a page holds beside its content, or None.

    Args:
        page: the page.
        number: its number, from 1.
    """
    try:
        annotations = resolve1(page.annots)
    except _FAULTS:
        return None
    if not isinstance(annotations, list):
        return None
    counts = Counter(kind for each in annotations if (kind := _kind(each)) is not None)
    if not counts:
        return None
    named = ", ".join(f"{count} {kind if count == 1 else _plural(kind)}" for kind, count in counts.items())
    return Diagnostic(
        "annotations_not_read",
        "warning",
        f"what is put on the page as annotations is not read: {named}",
        number,
    )


def _plural(kind: str) -> str:
    return f"{kind}es" if kind.endswith("x") else f"{kind}s"


def _kind(annotation: Any) -> str | None:
    try:
        found = resolve1(annotation)
        if not isinstance(found, dict) or int(resolve1(found.get("F")) or 0) & _HIDDEN:
            return None
        kind = _CALLED.get(str(literal_name(resolve1(found.get("Subtype")))))
        unfilled = kind == "form field" and not _is_filled(found)
        return None if unfilled or markings_of(found) else kind
    except _FAULTS:
        return None


def _is_filled(field: dict[str, Any]) -> bool:
    """Whether a field of text or choice has a value, of its own or of the field that it is part of."""
    kind = value = None
    for _ in range(8):  # fields stand in fields
        kind = kind if kind is not None else resolve1(field.get("FT"))
        value = value if value is not None else resolve1(field.get("V"))
        parent = resolve1(field.get("Parent"))
        if not isinstance(parent, dict):
            break
        field = parent
    written = isinstance(value, bytes) and value.strip(b"\x00 \xfe\xff") != b""
    return written and str(literal_name(kind)) in ("Tx", "Ch")
