"""Typographic variants made equal: quotes, dashes, spaces, ligatures, characters without width."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from treatydiff.patterns import pattern_of

_VARIANTS: tuple[tuple[str, str], ...] = (
    # (what stands for it, the variants)
    ('"', '\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u2036\u275d\u275e\u301d\u301e\u301f\uff02'),
    ("'", "\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\u2035\u2039\u203a\u00b4`\u275b\u275c\uff07"),
    ("-", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u2e3a\u2e3b"),
    ("...", "\u2026\u22ef"),
    ("", "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u061c\u202a\u202b\u202c\u202d\u202e\u0640"),
    (" ", "\u1680\u180e\u3000"),
)  # fmt: skip
_TABLE = {ord(variant): plain for plain, variants in _VARIANTS for variant in variants}
# "co-operation" and "cooperation": a hyphen between letters may come from a line end, or from taste; one
# that a line end left inside a line has a space behind it ("co- operation").
_HYPHEN = pattern_of("[-\u2010\u2011](?<=[^\\W\\d_][-\u2010\u2011])\\s{0,2}(?=[^\\W\\d_])")
# Guillemets and French double punctuation are set off by spaces that carry no meaning.
_SPACED = pattern_of(r' (?:(?=[;:!?]|"$)|(?<=^" ))')


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """The text with typographic variants made equal; case and every other difference stay.

    Compatibility forms (ligatures, full-width letters, Arabic presentation forms) become plain
    (NFKC), hyphens between letters go, every run of whitespace becomes one space, and whitespace at
    the ends is dropped.
    """
    joined = _HYPHEN.sub("", text)
    if joined.isascii():  # one variant is, and no compatibility form
        mapped = joined.replace("`", "'")
    else:
        mapped = unicodedata.normalize("NFKC", joined.translate(_TABLE)).translate(_TABLE)
    return _SPACED.sub("", " ".join(mapped.replace("''", '"').split()))


def same_typographically(a: str, b: str) -> bool:
    """Whether two texts differ in typography only, or not at all."""
    return a == b or fold(a) == fold(b)
