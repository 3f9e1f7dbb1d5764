"""Parsed drafts as bytes and back: compressed JSON of the model's own dataclasses, no code inside."""

from __future__ import annotations

import dataclasses
import json
import types
import zlib
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from treatydiff.model import Draft

CODEC_VERSION = 2
_FASTEST = 1


def encode_draft(draft: Draft) -> bytes:
    """A draft as bytes: every dataclass a list of its fields, compressed."""
    text = json.dumps(_plain(draft), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _FASTEST)


def decode_draft(data: bytes) -> Draft:
    """The draft that `encode_draft` wrote.

    Raises:
        ValueError: the bytes are damaged or of another version of the model.
    """
    try:
        decoded = _decoder(Draft)(json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass")))
    except (zlib.error, UnicodeDecodeError, TypeError, KeyError, IndexError) as fault:
        raise ValueError(f"no draft: {fault}") from None
    assert isinstance(decoded, Draft)
    return decoded


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in dataclasses.fields(value)]
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value


@cache
def _decoder(hint: Any) -> Callable[[Any], Any]:
    """A function that makes values of a type hint from plain JSON."""
    if dataclasses.is_dataclass(hint):
        return _dataclass_decoder(hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        kept = [argument for argument in arguments if argument is not type(None)]
        if len(kept) == 1:
            inner = _decoder(kept[0])
            return lambda value: None if value is None else inner(value)
        return _unchanged
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            inner = _decoder(arguments[0])
            return lambda values: tuple([inner(value) for value in values])
        parts = [_decoder(argument) for argument in arguments]
        return lambda values: tuple([part(value) for part, value in zip(parts, values, strict=True)])
    if origin is Literal or hint in (str, int, float, bool):
        return _unchanged
    raise TypeError(f"no way to decode {hint!r}")


def _dataclass_decoder(kind: Any) -> Callable[[Any], Any]:
    """A decoder for a dataclass; looked up late, because a provision holds provisions."""
    parts: list[Callable[[Any], Any]] = []

    def decode(values: list[Any]) -> Any:
        if not parts:
            hints = get_type_hints(kind)
            parts.extend(_decoder(hints[field.name]) for field in dataclasses.fields(kind))
        if len(values) != len(parts):
            raise TypeError(f"{kind.__name__} has {len(parts)} fields, not {len(values)}")
        return kind(*[part(value) for part, value in zip(parts, values, strict=True)])

    return decode


def _unchanged(value: Any) -> Any:
    return value
