"""Parsed drafts as bytes and back: compressed msgpack of the model's own dataclasses, no code inside."""

from __future__ import annotations

import json
import zlib
from functools import cache

import msgspec

from treatydiff.model import Draft

CODEC_VERSION = 6
"""Says how drafts are written; what another version wrote is read again from the source."""

_WHOLE = b"draft %d\n" % CODEC_VERSION
_HALVES = b"draft %d, halves\n" % CODEC_VERSION
"""How an entry begins; the second where its text holds halves of surrogate pairs, which only JSON can."""
_FASTEST = 1
"""Level of compression: a fourth of the bytes for a third of the time of writing and reading them."""


def encode_draft(draft: Draft) -> bytes:
    """A draft as bytes: every dataclass a map of its fields, compressed."""
    try:
        return _WHOLE + zlib.compress(msgspec.msgpack.encode(draft), _FASTEST)
    except UnicodeEncodeError:
        escaped = json.dumps(msgspec.to_builtins(draft), separators=(",", ":"))
        return _HALVES + zlib.compress(escaped.encode("ascii"), _FASTEST)


def decode_draft(data: bytes) -> Draft:
    """The draft that `encode_draft` wrote.

    Raises:
        ValueError: the bytes are damaged or of another version.
    """
    try:
        if data.startswith(_WHOLE):
            return _decoder().decode(zlib.decompress(data[len(_WHOLE) :]))
        if data.startswith(_HALVES):
            return msgspec.convert(json.loads(zlib.decompress(data[len(_HALVES) :])), Draft)
    except (zlib.error, msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as fault:
        raise ValueError(f"no draft: {fault}") from None
    raise ValueError("no draft, or one of another version")


@cache
def _decoder() -> msgspec.msgpack.Decoder[Draft]:
    return msgspec.msgpack.Decoder(Draft)
