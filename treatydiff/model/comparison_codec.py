"""Comparisons as bytes and back, without the drafts that they are of: as `draft_codec` does with drafts."""

from __future__ import annotations

import zlib
from dataclasses import replace
from functools import cache

import msgspec

from treatydiff.model.comparison import Comparison
from treatydiff.model.draft import Draft
from treatydiff.model.source import Source

COMPARISON_VERSION = 1
"""Says how comparisons are written; what another version wrote is made again."""
_WHOLE = b"comparison %d\n" % COMPARISON_VERSION
_FASTEST = 1
_NO_DRAFT = Draft(Source("", "", ""), "", (), ())


def encode_comparison(comparison: Comparison) -> bytes:
    """A comparison as bytes, its two drafts left out.

    Raises:
        ValueError: it holds what cannot be written so, as halves of surrogate pairs.
    """
    bare = replace(comparison, a=_NO_DRAFT, b=_NO_DRAFT)
    try:
        return _WHOLE + zlib.compress(msgspec.msgpack.encode(bare), _FASTEST)
    except (UnicodeEncodeError, TypeError, OverflowError) as fault:
        raise ValueError(f"a comparison that cannot be written: {fault}") from None


def decode_comparison(data: bytes, a: Draft, b: Draft) -> Comparison:
    """The comparison that `encode_comparison` wrote, with its drafts.

    Args:
        data: what was written.
        a, b: the drafts that were compared.

    Raises:
        ValueError: the bytes are damaged or of another version.
    """
    if not data.startswith(_WHOLE):
        raise ValueError("no comparison, or one of another version")
    try:
        bare = _decoder().decode(zlib.decompress(data[len(_WHOLE) :]))
    except (zlib.error, msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as fault:
        raise ValueError(f"no comparison: {fault}") from None
    return replace(bare, a=a, b=b)


@cache
def _decoder() -> msgspec.msgpack.Decoder[Comparison]:
    return msgspec.msgpack.Decoder(Comparison)
