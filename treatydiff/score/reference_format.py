"""The bytes of a reference table: counts of words and runs of words, and no text.

A file is a magic number, the version of this format, a JSON header, and flat little-endian arrays in
a fixed order, each padded to eight bytes, with a checksum over all of it at the end. Nothing is
compressed: loading is a view of the bytes, and the same counts give the same bytes on every machine.
"""

from __future__ import annotations

import json
import zlib
from typing import Any

import numpy as np
import numpy.typing as npt

from treatydiff.errors import ReferenceDataError
from treatydiff.records import dataclass

MAGIC = b"TDREFTAB"
FORMAT_VERSION = 1
KEYS_VERSION = 2
"""Raised when comparison words change in a way that makes older tables wrong."""

_ARRAYS = (
    ("word_keys", "<u4"),
    ("word_df", "<u4"),
    ("gram_keys", "<u4"),
    ("gram_codes", "<u1"),
    ("code_df", "<u4"),
    ("sample_keys", "<u4"),
    ("sample_treaty", "<u4"),
    ("null_shares", "<f4"),
)
_HINT = "build it anew with `treatydiff reference build`"


@dataclass(frozen=True, slots=True, eq=False)
class TableData:
    """What a reference table holds; all keys are the upper 32 bits of 64-bit numbers, sorted.

    `word_df[i]` is the number of treaties with the word `word_keys[i]`; `code_df[gram_codes[i]]`
    that of the run of `gram_size` words `gram_keys[i]`, for runs of at least two treaties. A sampled
    run `sample_keys[i]` (one in `sample_rate`) occurs in the treaty `names[sample_treaty[i]]`.
    `null_shares` are carried shares of random pairs of treaties, sorted.
    """

    id: str
    language: str
    names: tuple[str, ...]
    gram_size: int
    sample_rate: int
    word_keys: npt.NDArray[Any]
    word_df: npt.NDArray[Any]
    gram_keys: npt.NDArray[Any]
    gram_codes: npt.NDArray[Any]
    code_df: npt.NDArray[Any]
    sample_keys: npt.NDArray[Any]
    sample_treaty: npt.NDArray[Any]
    null_shares: npt.NDArray[Any]


def encode_table(table: TableData) -> bytes:
    """The bytes of a table.

    Args:
        table: what it holds.
    """
    header = {
        "id": table.id,
        "language": table.language,
        "names": list(table.names),
        "gram_size": table.gram_size,
        "sample_rate": table.sample_rate,
        "keys_version": KEYS_VERSION,
        "lengths": {name: len(getattr(table, name)) for name, _ in _ARRAYS},
    }
    text = json.dumps(header, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
    parts = [MAGIC, FORMAT_VERSION.to_bytes(4, "little"), len(text).to_bytes(4, "little"), _padded(text)]
    for name, kind in _ARRAYS:
        parts.append(_padded(getattr(table, name).astype(kind).tobytes()))
    body = b"".join(parts)
    return body + zlib.crc32(body).to_bytes(8, "little")


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % 8)


def decode_table(data: bytes, where: str = "") -> TableData:
    """The table that bytes hold.

    Args:
        data: a whole file.
        where: its name, for errors.

    Raises:
        ReferenceDataError: it is no reference table, or damaged, or of another version.
    """
    if data[:8] != MAGIC:
        raise ReferenceDataError("this is no reference table", where=where, hint=_HINT)
    version = int.from_bytes(data[8:12], "little")
    if version != FORMAT_VERSION:
        raise ReferenceDataError(
            f"the reference table has format {version}, not {FORMAT_VERSION}", where=where, hint=_HINT
        )
    body = memoryview(data)[:-8]
    if len(data) < 24 or zlib.crc32(body) != int.from_bytes(data[-8:], "little"):
        raise ReferenceDataError("the reference table is damaged or cut short", where=where, hint=_HINT)
    end = 16 + int.from_bytes(data[12:16], "little")
    header = json.loads(data[16:end])
    if header["keys_version"] != KEYS_VERSION:
        raise ReferenceDataError(
            "the reference table was built by a version that split words differently",
            where=where,
            hint=_HINT,
        )
    arrays: dict[str, npt.NDArray[Any]] = {}
    at = end + (-end % 8)
    for name, kind in _ARRAYS:
        arrays[name] = np.frombuffer(data, dtype=kind, count=header["lengths"][name], offset=at)
        at += arrays[name].nbytes + (-arrays[name].nbytes % 8)
    return TableData(
        id=header["id"],
        language=header["language"],
        names=tuple(header["names"]),
        gram_size=header["gram_size"],
        sample_rate=header["sample_rate"],
        **arrays,
    )
