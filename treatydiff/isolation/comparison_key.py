"""What a comparison that was made once is known by: drafts, settings, code and the packages that compute."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

from treatydiff.isolation.code import code_of
from treatydiff.model import Draft
from treatydiff.model.comparison_codec import COMPARISON_VERSION
from treatydiff.model.draft_codec import encode_draft
from treatydiff.settings import Settings

COMPARING_ROOMS = (
    "model", "language", "structure", "naming", "align", "diff", "score", "pipeline.py", "settings.py",
    "isolation",
)  # fmt: skip
"""The rooms whose code decides what the comparison of two drafts is."""
_COMPUTING = ("numpy", "scipy", "rapidfuzz", "diff-match-patch")
"""Packages that figures and edits come from: their versions stand in reports."""


def comparison_key(
    drafts: Sequence[Draft | None], settings: Settings, beside: Sequence[bytes | str | None]
) -> str:
    """A hash of everything that decides a comparison.

    Args:
        drafts: all that enter it, each at its place: the two, the wholes they were narrowed from, ancestors.
        settings: how to align and score.
        beside: what files named in the settings hold: the table of weights, the themes.
    """
    digest = hashlib.sha256(f"{code_of(COMPARING_ROOMS)};{COMPARISON_VERSION};{sys.version};".encode())
    digest.update(f"{[_version(name) for name in _COMPUTING]};{settings!r};".encode())
    encoded = [None if draft is None else encode_draft(draft) for draft in drafts]
    for part in (*encoded, *beside):
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"-" if content is None else b"%d:%b" % (len(content), content))
    return digest.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # installed without its metadata
        return ""
