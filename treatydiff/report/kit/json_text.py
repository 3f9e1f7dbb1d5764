"""JSON as every report writes it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from math import isfinite
from typing import Any

import msgspec

from treatydiff.model import (
    Diagnostic,
    Draft,
    Link,
    Signal,
    Source,
)
from treatydiff.naming.wording import encodable, is_remark

Pairs = Iterable[tuple[str, Any]]
"""Names and values of settings that differ from their defaults."""


def dumped(value: dict[str, Any]) -> str:
    """An object as JSON text: floats rounded to six places, a line end behind it.

    Raises:
        ValueError: a figure is no number.
    """
    plain = _rounded(value)
    try:
        packed = msgspec.json.encode(plain)
    except UnicodeEncodeError:  # halves of surrogate pairs
        packed = msgspec.json.encode(json.loads(encodable(json.dumps(plain, ensure_ascii=False))))
    return msgspec.json.format(packed, indent=1).decode() + "\n"


def _rounded(value: Any) -> Any:
    """Floats to six places, which no platform's arithmetic disturbs; negative zero to zero."""
    if isinstance(value, float):
        if not isfinite(value):
            raise ValueError(f"JSON has no {value}")
        return round(value, 6) + 0.0
    if isinstance(value, dict):
        return {key: each if type(each) in _WHOLE else _rounded(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [each if type(each) in _WHOLE else _rounded(each) for each in value]
    return value


_WHOLE = frozenset((str, int, bool, type(None)))
"""Types of values that have nothing to round, which most are."""


def source_json(source: Source) -> dict[str, Any]:
    """Which file a draft was read from."""
    return {"label": source.label, "sha256": source.sha256, "media_type": source.media_type,
            "pages": source.pages, "scope": source.scope}  # fmt: skip


def draft_name_json(draft: Draft) -> dict[str, Any]:
    """What a draft is called, which file it is, and its language."""
    return {"label": draft.source.label, "sha256": draft.source.sha256, "language": draft.language}


def diagnostic_json(diagnostic: Diagnostic) -> dict[str, Any]:
    """A diagnostic as every report gives it."""
    return {"code": diagnostic.code, "severity": diagnostic.severity, "message": diagnostic.message,
            "page": diagnostic.page, "provision": diagnostic.provision}  # fmt: skip


def signal_json(signal: Signal) -> dict[str, Any]:
    """A signal; what it measures where it is a quantity, and `remark` where its kind is no more than that."""
    value: dict[str, Any] = {"kind": signal.kind, "direction": signal.direction}
    if signal.text:
        value["text"] = signal.text
    if signal.quantity:
        value["quantity"] = signal.quantity
    if is_remark(signal):
        value["remark"] = True
    return value


def link_json(link: Link) -> dict[str, Any]:
    """A link between a unit of A and one of B."""
    return {"a": link.a, "b": link.b, "kind": link.kind, "words": link.words, "share_a": link.share_a,
            "share_b": link.share_b}  # fmt: skip
