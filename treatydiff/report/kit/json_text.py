"""JSON as every report writes it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from treatydiff.model import (
    Diagnostic,
    Source,
)
from treatydiff.naming.wording import encodable

Pairs = Iterable[tuple[str, Any]]
"""Names and values of settings that differ from their defaults."""


def dumped(value: dict[str, Any]) -> str:
    """An object as JSON text: floats rounded to six places, a line end behind it."""
    return encodable(json.dumps(_rounded(value), ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def _rounded(value: Any) -> Any:
    """Floats to six places, which no platform's arithmetic disturbs; negative zero to zero."""
    if isinstance(value, float):
        return round(value, 6) + 0.0
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_rounded(each) for each in value]
    return value


def source_json(source: Source) -> dict[str, Any]:
    """Which file a draft was read from."""
    return {"label": source.label, "sha256": source.sha256, "media_type": source.media_type,
            "pages": source.pages, "scope": source.scope}  # fmt: skip


def diagnostic_json(diagnostic: Diagnostic) -> dict[str, Any]:
    """A diagnostic as every report gives it."""
    return {"code": diagnostic.code, "severity": diagnostic.severity, "message": diagnostic.message,
            "page": diagnostic.page, "provision": diagnostic.provision}  # fmt: skip
